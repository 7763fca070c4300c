//! Function words, and the nouns whose part in a sentence is nearly one.

use rustc_hash::{FxHashMap, FxHashSet};

use super::table::{Column, Kind, Table};
use crate::arabic::fold;

/// What a word may be, as a set: unvocalised spellings have several uses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Particle(u64);

impl Particle {
    pub const ADVERB: Self = Self(1);
    pub const COMPLEMENTIZER: Self = Self(1 << 1);
    /// أن with the negation written on it.
    pub const COMPLEMENTIZER_NOT: Self = Self(1 << 2);
    pub const CONNECTIVE: Self = Self(1 << 3);
    pub const COPULA: Self = Self(1 << 4);
    pub const DEMONSTRATIVE: Self = Self(1 << 5);
    pub const DOCUMENT: Self = Self(1 << 6);
    pub const NEGATION: Self = Self(1 << 7);
    pub const OCCASION: Self = Self(1 << 8);
    pub const OWN_LETTER: Self = Self(1 << 9);
    pub const PREPOSITION: Self = Self(1 << 10);
    pub const PREPOSITION_ADVERBIAL: Self = Self(1 << 11);
    pub const PRONOUN: Self = Self(1 << 12);
    pub const RELATIVE: Self = Self(1 << 13);
    pub const RELATIVE_BARE: Self = Self(1 << 14);
    pub const TIME: Self = Self(1 << 15);
    pub const VERBAL: Self = Self(1 << 16);
    /// Nouns that are said, not those who say.
    pub const ABSTRACT: Self = Self(1 << 17);
    pub const PREPOSITION_INSIDE: Self = Self(1 << 18);
    pub const FRAME_BI: Self = Self(1 << 19);
    pub const FRAME_ILA: Self = Self(1 << 20);
    pub const FRAME_ALA: Self = Self(1 << 21);
    pub const FRAME_ABOUT: Self = Self(1 << 22);
    pub const FRAME_MIN: Self = Self(1 << 23);
    pub const FRAME_LI: Self = Self(1 << 24);
    pub const FRAME_FI: Self = Self(1 << 25);
    pub const RELATIVE_FEMININE: Self = Self(1 << 26);
    /// Leads the teller's own remark on words just told.
    pub const COMMENT: Self = Self(1 << 28);
    /// Goes with another verb of telling: "continued, saying".
    pub const SAYING: Self = Self(1 << 32);
    /// Leads to the body that put out a document.
    pub const ISSUED: Self = Self(1 << 33);
    /// Stands before a noun named already: "the same source".
    pub const SAME: Self = Self(1 << 34);
    /// Leads a whole: those spoken to, sooner than those who speak.
    pub const QUANTIFIER: Self = Self(1 << 31);
    pub const PERIOD: Self = Self(1 << 29);
    pub const PERIOD_ADJECTIVE: Self = Self(1 << 30);
    /// Leads to who says it: "by the tongue of".
    pub const MOUTH: Self = Self(1 << 35);
    /// Leads a clause with a subject of its own.
    pub const TURN: Self = Self(1 << 27);
    /// With أن, leads to something that did happen: "before he added".
    pub const BEFORE_EVENT: Self = Self(1 << 36);
    /// With في leads a clause beside another: "at a time when".
    pub const MEANWHILE: Self = Self(1 << 38);
    /// With من or في turns to the next side: "for his part".
    pub const SIDE: Self = Self(1 << 39);
    /// Leads to more about what was just told: "where he said".
    pub const WHEREBY: Self = Self(1 << 40);
    /// The name a source withholds.
    pub const IDENTITY: Self = Self(1 << 41);
    /// Leads to what may happen: nobody has said it yet.
    pub const IF: Self = Self(1 << 42);
    /// Before a colon, leads a question: "question", "the interviewer".
    pub const ASKER: Self = Self(1 << 43);
    /// Before a colon, leads an answer.
    pub const ANSWERER: Self = Self(1 << 44);
    /// Called on, hardly ever calling: "the international community".
    pub const ADDRESSED: Self = Self(1 << 45);
    /// Rules what is done, and says nothing: laws, plans, interests.
    pub const LAW: Self = Self(1 << 46);
    /// What a newsroom is sent: "saw a copy of it".
    pub const COPY: Self = Self(1 << 47);
    /// Common nouns of the news that no verb derives: no part of a name.
    pub const COMMON: Self = Self(1 << 48);
    /// Written with the hamza above: with it below another word ("imam").
    pub const HAMZA_ABOVE: Self = Self(1 << 49);
    /// Leads to what is given for something.
    pub const PRICE: Self = Self(1 << 50);
    /// All sides at once, where they are called on.
    pub const BOTH: Self = Self(1 << 51);
    /// Whichever of its kind: "any change".
    pub const ANY: Self = Self(1 << 52);
    /// With من before it and أن behind, leads to what something may do.
    pub const NATURE: Self = Self(1 << 53);
    /// Leads to what goes with something: "amid", "after", "in the face of".
    pub const AMID: Self = Self(1 << 54);
    /// With من leads to who does it: "on the part of".
    pub const SIDE_OF: Self = Self(1 << 55);
    /// Leads from a kind to those of it that are named: "states such as".
    pub const EXAMPLE: Self = Self(1 << 56);
    /// Behind ب and before an adjective tells how: "in a general way".
    pub const MANNER: Self = Self(1 << 57);
    /// Held an office and holds it no more.
    pub const FORMER: Self = Self(1 << 58);
    /// What somebody stands by, and its adjective says how: "its firm stand".
    pub const STAND: Self = Self(1 << 59);
    /// Behind a pause leads to when or after what something was told.
    pub const AFTERWARDS: Self = Self(1 << 60);
    /// One of several sides, whichever: "takes no side".
    pub const ONE_SIDE: Self = Self(1 << 61);
    /// Counts those who speak: "a number of deputies".
    pub const AMOUNT: Self = Self(1 << 37);

    const CLASSES: [&str; 62] = [
        "adverb",
        "complementizer",
        "complementizer-not",
        "connective",
        "copula",
        "demonstrative",
        "document",
        "negation",
        "occasion",
        "own-letter",
        "preposition",
        "preposition-adverbial",
        "pronoun",
        "relative",
        "relative-bare",
        "time",
        "verbal",
        "abstract",
        "preposition-inside",
        "frame-bi",
        "frame-ila",
        "frame-ala",
        "frame-about",
        "frame-min",
        "frame-li",
        "frame-fi",
        "relative-feminine",
        "turn",
        "comment",
        "period",
        "period-adjective",
        "quantifier",
        "saying",
        "issued",
        "same",
        "mouth",
        "before-event",
        "amount",
        "meanwhile",
        "side",
        "whereby",
        "identity",
        "if",
        "asker",
        "answerer",
        "addressed",
        "law",
        "copy",
        "common",
        "hamza-above",
        "price",
        "both",
        "any",
        "nature",
        "amid",
        "side-of",
        "example",
        "manner",
        "former",
        "stand",
        "afterwards",
        "one-side",
    ];

    /// The prepositions that frames of cues mean.
    pub const FRAMES: Self = Self(
        Self::FRAME_BI.0
            | Self::FRAME_ILA.0
            | Self::FRAME_ALA.0
            | Self::FRAME_ABOUT.0
            | Self::FRAME_MIN.0
            | Self::FRAME_LI.0
            | Self::FRAME_FI.0,
    );

    /// Words that are no noun, verb or adjective whatever stands around them.
    pub const FUNCTION: Self = Self(
        Self::ADVERB.0
            | Self::COMPLEMENTIZER.0
            | Self::COMPLEMENTIZER_NOT.0
            | Self::CONNECTIVE.0
            | Self::COPULA.0
            | Self::DEMONSTRATIVE.0
            | Self::NEGATION.0
            | Self::PREPOSITION.0
            | Self::PREPOSITION_ADVERBIAL.0
            | Self::PRONOUN.0
            | Self::RELATIVE.0
            | Self::RELATIVE_BARE.0
            | Self::TIME.0
            | Self::VERBAL.0,
    );

    /// Whether it is any of `others`.
    pub const fn is(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// The uses that are in both.
    #[must_use]
    pub const fn among(self, others: Self) -> Self {
        Self(self.0 & others.0)
    }

    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[derive(Debug)]
pub struct Particles {
    words: FxHashMap<String, Particle>,
    /// Folded words that end with alef maqsura, which folding makes a ya.
    maqsura: FxHashSet<String>,
}

impl Particles {
    pub const TABLE: Table = Table {
        file: "src/lexicon/particles.tsv",
        columns: &[
            Column::new("class", Kind::OneOf(&Particle::CLASSES)),
            Column::new("words", Kind::ArabicList),
        ],
        text: include_str!("particles.tsv"),
    };

    pub(super) fn load() -> Self {
        let mut words: FxHashMap<String, Particle> = FxHashMap::default();
        let mut maqsura = FxHashSet::default();
        for row in Self::TABLE.rows() {
            let class = Particle::CLASSES.iter().position(|c| *c == row.cell(0));
            let Some(bit) = class else { continue };
            for word in row.list(1) {
                if word.ends_with('ى') {
                    maqsura.insert(fold(word));
                }
                let uses = words.entry(fold(word)).or_default();
                *uses = uses.or(Particle(1 << bit));
            }
        }
        Self { words, maqsura }
    }

    /// Whether a word is properly written with alef maqsura: with a dotted ya
    /// it is another word, a name for most.
    pub fn ends_in_maqsura(&self, folded: &str) -> bool {
        self.maqsura.contains(folded)
    }

    /// The uses of a folded word; the empty set for a content word.
    pub fn of(&self, folded: &str) -> Particle {
        self.words.get(folded).copied().unwrap_or_default()
    }
}
