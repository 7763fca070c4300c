//! All knowledge of words, as `*.tsv` data with a typed loader.
//!
//! The words the analysis knows stand here and nowhere else; code holds letters,
//! prefixes and endings. A table is a `*.tsv`, its [`Table`] and the struct that
//! indexes it; `tables!` lists them all, so that a new one is loaded and checked
//! by adding one line. Look-up is on folded words ([`crate::arabic::fold`]),
//! whole word first.

mod bodies;
mod countries;
mod cues;
pub mod forms;
mod given;
mod groups;
mod inflect;
mod institutions;
mod lands;
mod links;
mod markers;
mod media;
mod names;
mod numbers;
mod organisations;
mod outlets;
mod particles;
mod people;
mod places;
mod predicates;
mod roles;
pub mod table;

pub use countries::{Countries, Country};
pub use cues::{Addressee, Cue, CueClass, Cues, Frames};
pub use forms::{Form, Gender, Number, Person, Tense, Verb, VerbId, Verbs, Voice};
pub use given::{GivenNames, NamePart};
pub use groups::{Group, GroupClass, Groups};
pub use inflect::{Grammar, has_article, with_article};
pub use institutions::{Institution, InstitutionClass, Institutions};
pub use lands::{Land, Lands};
pub use links::{Link, Links};
pub use markers::{Marker, MarkerKind, MarkerScope, Markers, seat};
pub use media::{Media, Medium, MediumClass};
pub use names::{Found, How, Names, Sense, Who};
pub use numbers::{Leads, Months, Numbers, UnitClass, Units};
pub use organisations::{BodyClass, Organisation, Organisations};
pub use outlets::{Outlet, OutletClass, Outlets};
pub use particles::{Particle, Particles};
pub use people::{Leader, People};
pub use places::{Places, Prepositions};
pub use predicates::{Act, Attitude, Predicate, PredicateId, PredicateKind, Predicates};
pub use roles::{Role, RoleClass, Roles};
pub use table::{Column, Fault, Kind, Row, Table};

/// The lexicon is one field a table; the type of each gives its `TABLE` and
/// its `load`.
macro_rules! tables {
    ($($(#[$doc:meta])* $field:ident: $type:ty,)*) => {
        /// Every table of the lexicon, loaded and indexed.
        #[derive(Debug)]
        pub struct Lexicon {
            $($(#[$doc])* pub $field: $type,)*
            /// All names and nouns of the tables above, for look-up in a text.
            pub names: Names,
        }

        impl Lexicon {
            fn load() -> Self {
                let mut lexicon = Self { $($field: <$type>::load(),)* names: Names::default() };
                lexicon.names = Names::of(&lexicon);
                lexicon
            }
        }

        /// Everything that is wrong in any table.
        pub fn faults() -> Vec<Fault> {
            let tables: &[Table] = &[$(<$type>::TABLE,)*];
            tables.iter().flat_map(Table::faults).collect()
        }
    };
}

tables! {
    countries: Countries,
    /// Reporting verbs and prepositions.
    cues: Cues,
    /// Given names of people.
    given: GivenNames,
    groups: Groups,
    /// Words that open conditions and reasons, and turn stances round.
    markers: Markers,
    /// Words by which somebody takes a stance.
    predicates: Predicates,
    /// Prepositions and the frames they make.
    prepositions: Prepositions,
    institutions: Institutions,
    /// Cities and regions.
    lands: Lands,
    /// Words before numbers.
    leads: Leads,
    /// Prepositions inside phrases of office.
    links: Links,
    /// Nouns for media.
    media: Media,
    months: Months,
    /// Number words.
    numbers: Numbers,
    organisations: Organisations,
    outlets: Outlets,
    /// Function words.
    particles: Particles,
    people: People,
    roles: Roles,
    /// Nouns that are counted.
    units: Units,
    /// Verbs with all their inflected forms.
    verbs: Verbs,
}

impl Lexicon {
    /// Whether a folded noun without clitics is known as a whole.
    pub fn knows_noun(&self, folded: &str) -> bool {
        let uses = self.particles.of(folded);
        let noun = uses != Particle::default() && !uses.is(Particle::FUNCTION);
        noun || self.given.of(folded) == Some(NamePart::Given) || self.names.has_word(folded)
    }

    /// The lexicon that ships with the program, loaded once.
    pub fn shipped() -> &'static Self {
        static SHIPPED: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
        SHIPPED.get_or_init(Self::load)
    }
}
