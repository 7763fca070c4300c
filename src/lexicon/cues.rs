//! Reporting cues: the verbs and prepositions that carry attribution.
//!
//! `cues.tsv` names lemmas only; which spellings are theirs is for the verb
//! forms to say. A verb is found by its dictionary form, a preposition by its
//! folded spelling.

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::table::{Column, Kind, Table};
use crate::arabic::fold;

/// The force of a reporting cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CueClass {
    Neutral,
    Assertive,
    Distancing,
    Denial,
    Admission,
    Directive,
    Evaluative,
    Commissive,
    Warning,
    Conjecture,
    Continuing,
}

const CLASSES: [(&str, CueClass); 11] = [
    ("neutral", CueClass::Neutral),
    ("assertive", CueClass::Assertive),
    ("distancing", CueClass::Distancing),
    ("denial", CueClass::Denial),
    ("admission", CueClass::Admission),
    ("directive", CueClass::Directive),
    ("evaluative", CueClass::Evaluative),
    ("commissive", CueClass::Commissive),
    ("warning", CueClass::Warning),
    ("conjecture", CueClass::Conjecture),
    ("continuing", CueClass::Continuing),
];

/// The ways in which what is reported joins on to its cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frames(u32);

impl Frames {
    pub const CLAUSE: Self = Self(1);
    pub const QUOTATION: Self = Self(1 << 1);
    pub const OBJECT: Self = Self(1 << 2);
    /// An object and what is said of it: "عد القرار خطأ".
    pub const DOUBLE: Self = Self(1 << 3);
    pub const BI: Self = Self(1 << 4);
    pub const ILA: Self = Self(1 << 5);
    pub const ALA: Self = Self(1 << 6);
    pub const ABOUT: Self = Self(1 << 7);
    pub const MIN: Self = Self(1 << 8);
    pub const LI: Self = Self(1 << 9);
    pub const FI: Self = Self(1 << 10);
    /// After a preposition: the source follows at once.
    pub const NOUN: Self = Self(1 << 11);
    /// The document that speaks follows في.
    pub const WITHIN: Self = Self(1 << 12);
    /// The subject relays; the source follows عن.
    pub const RELAY: Self = Self(1 << 13);
    /// A finite cue follows: "as … said".
    pub const VERB: Self = Self(1 << 14);
    /// A verbal noun follows: "in the words of".
    pub const SAYING: Self = Self(1 << 15);
    /// The source is a mouthpiece of whoever the clause is about.
    pub const VOICE: Self = Self(1 << 16);
    const NAMES: [&str; 17] = [
        "clause",
        "quotation",
        "object",
        "double",
        "bi",
        "ila",
        "ala",
        "about",
        "min",
        "li",
        "fi",
        "noun",
        "within",
        "relay",
        "spoken",
        "saying",
        "voice",
    ];

    /// Whether any of `others` is among these.
    pub const fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    #[must_use]
    pub const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    fn of(names: impl Iterator<Item = &'static str>) -> Self {
        let known = names.filter_map(|name| Self::NAMES.iter().position(|known| *known == name));
        known.fold(Self(0), |all, bit| all.with(Self(1 << bit)))
    }
}

/// Whether the verb takes the one spoken to as its object, and what becomes of
/// that object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addressee {
    None,
    /// Stands before the content, outside of it: دعا فلانا إلى.
    Out,
    /// Belongs to the content: اتهم فلانا بـ.
    In,
    /// Follows من: طلب من فلان.
    Min,
}

#[derive(Clone, Debug)]
pub struct Cue {
    pub lemma: &'static str,
    /// Only its participle reports, going on for who spoke: the finite verb
    /// tells what was done.
    pub carries_on: bool,
    pub class: CueClass,
    pub frames: Frames,
    pub addressee: Addressee,
    /// Folded nouns one of which the object must begin with, where the verb
    /// alone reports nothing.
    pub needs: Vec<String>,
}

#[derive(Debug)]
pub struct Cues {
    cues: Vec<Cue>,
    verbs: FxHashMap<&'static str, usize>,
    prepositions: FxHashMap<String, usize>,
    /// Those of two words, by their first.
    pairs: FxHashMap<String, Vec<(String, usize)>>,
    nouns: FxHashMap<String, usize>,
}

impl Cues {
    pub const TABLE: Table = Table {
        file: "src/lexicon/cues.tsv",
        columns: &[
            Column::new(
                "class",
                Kind::OneOf(&[
                    "neutral",
                    "assertive",
                    "distancing",
                    "denial",
                    "admission",
                    "directive",
                    "evaluative",
                    "commissive",
                    "warning",
                    "conjecture",
                    "continuing",
                ]),
            ),
            Column::new(
                "kind",
                Kind::OneOf(&["verb", "participle", "preposition", "noun"]),
            ),
            Column::new("frames", Kind::SomeOf(&Frames::NAMES)),
            Column::new("addressee", Kind::SomeOf(&["in", "out", "min"])),
            Column::new("lemma", Kind::Free),
            Column::new("needs", Kind::ArabicList),
        ],
        text: include_str!("cues.tsv"),
    };

    pub(super) fn load() -> Self {
        let mut all = Self {
            cues: Vec::new(),
            verbs: FxHashMap::default(),
            prepositions: FxHashMap::default(),
            pairs: FxHashMap::default(),
            nouns: FxHashMap::default(),
        };
        for row in Self::TABLE.rows() {
            let class = CLASSES.iter().find(|(name, _)| *name == row.cell(0));
            let lemma = row.cell(4);
            match row.cell(1) {
                "preposition" => match lemma.split_once(' ') {
                    Some((first, second)) => {
                        let pair = (fold(second), all.cues.len());
                        all.pairs.entry(fold(first)).or_default().push(pair);
                    }
                    None => {
                        all.prepositions.insert(fold(lemma), all.cues.len());
                    }
                },
                "noun" => {
                    let nouns = row.list(5).map(|noun| (fold(noun), all.cues.len()));
                    all.nouns.extend(nouns);
                }
                _ => {
                    all.verbs.insert(lemma, all.cues.len());
                }
            }
            all.cues.push(Cue {
                lemma,
                carries_on: row.cell(1) == "participle",
                class: class.map_or(CueClass::Neutral, |(_, class)| *class),
                frames: Frames::of(row.list(2)),
                addressee: match row.cell(3) {
                    "out" => Addressee::Out,
                    "in" => Addressee::In,
                    "min" => Addressee::Min,
                    _ => Addressee::None,
                },
                needs: if row.cell(1) == "noun" {
                    Vec::new()
                } else {
                    row.list(5).map(fold).collect()
                },
            });
        }
        all
    }

    /// The verb with this dictionary form, if it reports.
    pub fn verb(&self, lemma: &str) -> Option<&Cue> {
        self.verbs.get(lemma).and_then(|&at| self.cues.get(at))
    }

    /// The noun of speech with this folded spelling.
    pub fn noun(&self, folded: &str) -> Option<&Cue> {
        self.nouns.get(folded).and_then(|&at| self.cues.get(at))
    }

    /// Whether a preposition of one word or two that attributes begins so.
    pub fn opens(&self, folded: &str) -> bool {
        self.prepositions.contains_key(folded) || self.pairs.contains_key(folded)
    }

    /// The preposition with this folded spelling, if it attributes.
    pub fn preposition(&self, folded: &str) -> Option<&Cue> {
        let at = self.prepositions.get(folded);
        at.and_then(|&at| self.cues.get(at))
    }

    /// The preposition of two words with these folded spellings.
    pub fn preposition_of_two(&self, first: &str, second: &str) -> Option<&Cue> {
        let pairs = self.pairs.get(first)?;
        let (_, at) = pairs.iter().find(|(word, _)| word == second)?;
        self.cues.get(*at)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Cue> {
        self.cues.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cue_knows_its_force_and_how_its_content_joins_on() {
        let cues = Cues::load();
        let accuse = cues.verb("اتهم").unwrap();
        assert_eq!(accuse.class, CueClass::Evaluative);
        assert!(accuse.frames.has(Frames::BI));
        assert!(!accuse.frames.has(Frames::QUOTATION));
        assert_eq!(accuse.addressee, Addressee::In);
        assert!(cues.preposition("وفقا").unwrap().frames.has(Frames::LI));
        assert!(cues.verb("قرر").is_none());
    }
}
