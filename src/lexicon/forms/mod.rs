//! The inflected forms of verbs, generated from `verbs.tsv` and
//! `paradigms.tsv`, unvocalised and folded as look-up sees words.
//!
//! A word without vowels has many readings: look-up gives all that the listed
//! verbs have, and choosing among them is the analysis's work. Clitics are no
//! part of a form, and spellings that stand only before a pronoun are those
//! that [`crate::arabic::Split::spellings`] undoes; a participle's plural in
//! the construct state (مؤيدو) is marked `bound`.

mod finite;
mod generate;
mod nominal;
mod spell;
mod stems;
mod written;

use rustc_hash::FxHashMap;

use super::table::{Column, Kind, Table};

pub(super) use generate::Paradigms;
use written::{Spellings, Written};

/// Which verb of `verbs.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct VerbId(u16);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tense {
    Perfect,
    Imperfect,
    /// The shortened imperfect where it is written differently: after لم, لن,
    /// أن, لا of prohibition.
    Jussive,
    ActiveParticiple,
    PassiveParticiple,
    Masdar,
}

impl Tense {
    /// Whether the form is a verb that can head a clause.
    pub fn is_finite(self) -> bool {
        matches!(self, Self::Perfect | Self::Imperfect | Self::Jussive)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Voice {
    Active,
    Passive,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Person {
    First,
    Second,
    Third,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Gender {
    Masculine,
    Feminine,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Number {
    Singular,
    Dual,
    Plural,
}

/// One reading of a word as a form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Form {
    pub verb: VerbId,
    pub tense: Tense,
    /// Passive only where its spelling differs from the active.
    pub voice: Voice,
    pub person: Person,
    pub gender: Gender,
    pub number: Number,
    /// In the construct state: stands only before another noun or a pronoun.
    pub bound: bool,
    /// Written with the alif of an indefinite accusative (مشيرا, رفضا).
    pub accusative: bool,
}

/// One line of `verbs.tsv`.
#[derive(Clone, Debug)]
pub struct Verb {
    /// As a dictionary writes it, third person masculine singular.
    pub lemma: &'static str,
    pub form: &'static str,
    /// The vowel of the imperfect of form I; empty for the others.
    vowel: &'static str,
    root: &'static str,
    /// Verbal nouns that the paradigm does not give.
    masdars: Vec<&'static str>,
}

impl Verb {
    /// Whether the imperfect is spelled otherwise in the passive: يقول and
    /// يقال, where يعتقد is both.
    pub fn tells_voice(&self) -> bool {
        let weak = |letter: Option<char>| matches!(letter, Some('و' | 'ي'));
        let mut root = self.root.chars().skip(1);
        let hollow = weak(root.next()) && !weak(root.next());
        hollow && matches!(self.form, "I" | "IV" | "VIII" | "X")
    }
}

/// All verbs with all their forms.
#[derive(Debug, Default)]
pub struct Verbs {
    verbs: Vec<Verb>,
    lemmas: FxHashMap<&'static str, VerbId>,
    spellings: Spellings,
}

impl Verbs {
    pub const TABLE: Table = Table {
        file: "src/lexicon/verbs.tsv",
        columns: &[
            Column::new("form", Kind::OneOf(FORMS)),
            Column::new("vowel", Kind::SomeOf(&["a", "i", "u", "elided", "strong"])),
            Column::new("lemma", Kind::Free),
            Column::new("root", Kind::Arabic),
            Column::new("masdars", Kind::ArabicList),
        ],
        text: include_str!("../verbs.tsv"),
    };

    pub(super) fn load() -> Self {
        let paradigms = Paradigms::load();
        let mut all = Self::default();
        let mut written = Written::default();
        for row in Self::TABLE.rows() {
            let Ok(number) = u16::try_from(all.verbs.len()) else {
                break;
            };
            let verb = Verb {
                form: row.cell(0),
                vowel: row.cell(1),
                lemma: row.cell(2),
                root: row.cell(3),
                masdars: row.list(4).collect(),
            };
            paradigms.inflect(&verb, VerbId(number), &mut written);
            all.lemmas.insert(verb.lemma, VerbId(number));
            all.verbs.push(verb);
        }
        all.spellings = written.index();
        all
    }

    /// All readings of a folded word without clitics.
    pub fn forms(&self, folded: &str) -> &[Form] {
        self.spellings.forms(folded)
    }

    /// The verb a form belongs to.
    pub fn verb(&self, id: VerbId) -> Option<&Verb> {
        self.verbs.get(usize::from(id.0))
    }

    /// The dictionary form of a verb; empty for an id of another table.
    pub fn lemma(&self, id: VerbId) -> &'static str {
        self.verb(id).map_or("", |verb| verb.lemma)
    }

    /// The verb with this dictionary form, written as in `verbs.tsv`.
    pub fn by_lemma(&self, lemma: &str) -> Option<VerbId> {
        self.lemmas.get(lemma).copied()
    }

    pub fn len(&self) -> usize {
        self.verbs.len()
    }

    pub fn is_empty(&self) -> bool {
        self.verbs.is_empty()
    }
}

/// The forms a verb can have: I–X, and Q for four root letters.
pub(super) const FORMS: &[&str] = &[
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "X", "Q", "QII", "QIV",
];

#[cfg(test)]
mod tests;
