//! Stance predicates: the words by which somebody takes a position, their
//! polarity, and where the matter they are about stands.
//!
//! A verb is found by its lemma, in all its forms; adjectives, nouns and
//! phrases by their folded spelling. Polarity is that of the bare word; scope
//! (negation, restriction, condition) is for the analysis.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Serialize;

use super::places::Places;
use super::table::{Column, Kind, Table};
use crate::arabic::fold;

/// The PLOVER event type of a position's act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Act {
    Agree,
    Consult,
    Support,
    Cooperate,
    Aid,
    Yield,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

const ACTS: [(&str, Act); 15] = [
    ("AGREE", Act::Agree),
    ("CONSULT", Act::Consult),
    ("SUPPORT", Act::Support),
    ("COOPERATE", Act::Cooperate),
    ("AID", Act::Aid),
    ("YIELD", Act::Yield),
    ("REQUEST", Act::Request),
    ("ACCUSE", Act::Accuse),
    ("REJECT", Act::Reject),
    ("THREATEN", Act::Threaten),
    ("PROTEST", Act::Protest),
    ("SANCTION", Act::Sanction),
    ("MOBILIZE", Act::Mobilize),
    ("COERCE", Act::Coerce),
    ("ASSAULT", Act::Assault),
];

/// What a predicate says of the one it is said of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attitude {
    Support,
    Oppose,
    Neutral,
    /// A light verb: its object carries the stance (أعرب عن رفضه).
    Lends,
    /// Makes its subject depend on its object (يتطلب).
    Binds,
    /// Its second object says how (اعتبر القرار خطأ).
    Judges,
    /// Opposes; not to do so says nothing either way (استبعد).
    Excludes,
    /// Opposes; not to do so is consent, even in the past (مانع).
    Minds,
    /// Takes a stance that is told elsewhere: not to do so is to have none
    /// (لم يحسم موقفه).
    Settles,
    /// Says nothing; not to do so is opposition (تهاون).
    Tolerates,
    /// No stance yet; not to do so is support (تردد).
    Wavers,
    /// Does good: whoever says it of a thing is for it (خدم).
    Serves,
    /// Hands something over: support of the taker.
    Gives,
    /// Turns the stance of its object round (نفى نيته).
    Denies,
    /// Impersonal: whoever says it asks for it (يجب).
    Obliges,
    /// Makes one thing depend on another (ربط الزيارة بوقف القتال).
    Ties,
    /// Meets with a noun of stance, whoever's it is (لقي ترحيبا من).
    Meets,
    /// No position at all: declining to comment or to be named.
    Absent,
    /// A wrong: whoever tells it of another holds it against him (انتهك).
    Blames,
    /// Says of its subject what stands behind it (يبقى، أصبح).
    Links,
}

impl Attitude {
    /// Whether the word, not negated, is one of opposition.
    pub const fn opposes(self) -> bool {
        matches!(self, Self::Oppose | Self::Excludes | Self::Minds)
    }
}

const ATTITUDES: [(&str, Attitude); 20] = [
    ("support", Attitude::Support),
    ("oppose", Attitude::Oppose),
    ("neutral", Attitude::Neutral),
    ("lends", Attitude::Lends),
    ("binds", Attitude::Binds),
    ("judges", Attitude::Judges),
    ("excludes", Attitude::Excludes),
    ("minds", Attitude::Minds),
    ("settles", Attitude::Settles),
    ("tolerates", Attitude::Tolerates),
    ("wavers", Attitude::Wavers),
    ("serves", Attitude::Serves),
    ("gives", Attitude::Gives),
    ("denies", Attitude::Denies),
    ("obliges", Attitude::Obliges),
    ("ties", Attitude::Ties),
    ("links", Attitude::Links),
    ("blames", Attitude::Blames),
    ("absent", Attitude::Absent),
    ("meets", Attitude::Meets),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PredicateKind {
    Verb,
    Adjective,
    Noun,
    Phrase,
    Preposition,
}

const PREDICATE_KINDS: [(&str, PredicateKind); 5] = [
    ("verb", PredicateKind::Verb),
    ("adjective", PredicateKind::Adjective),
    ("noun", PredicateKind::Noun),
    ("phrase", PredicateKind::Phrase),
    ("preposition", PredicateKind::Preposition),
];

#[derive(Clone, Debug)]
pub struct Predicate {
    pub kind: PredicateKind,
    pub attitude: Attitude,
    pub act: Option<Act>,
    /// 3: a stance whoever says it; 2: in most contexts; 1: a hint.
    pub weight: u8,
    pub places: Places,
    /// As a dictionary writes it.
    pub word: &'static str,
    /// Folded nouns one of which must stand in the clause, where the word
    /// alone says nothing (فرض عقوبات).
    pub needs: Vec<String>,
}

/// Which row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PredicateId(u16);

#[derive(Debug, Default)]
pub struct Predicates {
    list: Vec<Predicate>,
    lemmas: FxHashMap<&'static str, Vec<PredicateId>>,
    words: FxHashMap<String, Vec<PredicateId>>,
    /// First word → the words of the phrase.
    phrases: FxHashMap<String, Vec<(Vec<String>, PredicateId)>>,
    /// The second words of phrases.
    seconds: FxHashSet<String>,
}

impl Predicates {
    pub const TABLE: Table = Table {
        file: "src/lexicon/predicates.tsv",
        columns: &[
            Column::new(
                "kind",
                Kind::OneOf(&["verb", "adjective", "noun", "phrase", "preposition"]),
            ),
            Column::new(
                "role",
                Kind::OneOf(&[
                    "support",
                    "oppose",
                    "neutral",
                    "lends",
                    "binds",
                    "judges",
                    "gives",
                    "denies",
                    "obliges",
                    "ties",
                    "links",
                    "blames",
                    "absent",
                    "meets",
                    "excludes",
                    "minds",
                    "settles",
                    "tolerates",
                    "wavers",
                    "serves",
                ]),
            ),
            Column::new("act", Kind::Ascii),
            Column::new("weight", Kind::OneOf(&["1", "2", "3"])),
            Column::new("frames", Kind::SomeOf(&Places::NAMES)),
            Column::new("words", Kind::Free),
            Column::new("needs", Kind::ArabicList),
        ],
        text: include_str!("predicates.tsv"),
    };

    pub(super) fn load() -> Self {
        let mut all = Self::default();
        for row in Self::TABLE.rows() {
            let kind = PREDICATE_KINDS
                .iter()
                .find(|(name, _)| *name == row.cell(0));
            let attitude = ATTITUDES.iter().find(|(name, _)| *name == row.cell(1));
            let (Some(&(_, kind)), Some(&(_, attitude))) = (kind, attitude) else {
                continue;
            };
            let Ok(number) = u16::try_from(all.list.len()) else {
                break;
            };
            let act = ACTS.iter().find(|(name, _)| *name == row.cell(2));
            let predicate = Predicate {
                kind,
                attitude,
                act: act.map(|(_, act)| *act),
                weight: row.cell(3).parse().unwrap_or(1),
                places: Places::of(row.list(4)),
                word: row.cell(5),
                needs: row.list(6).map(fold).collect(),
            };
            all.index(&predicate, PredicateId(number));
            all.list.push(predicate);
        }
        // "قدم اقتراحا": with its noun a verb says more than that it lends.
        let list = &all.list;
        for ids in all.lemmas.values_mut() {
            ids.sort_by_key(|id| {
                list.get(usize::from(id.0))
                    .is_some_and(|one| one.attitude == Attitude::Lends)
            });
        }
        for phrases in all.phrases.values_mut() {
            phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        all
    }

    fn index(&mut self, predicate: &Predicate, id: PredicateId) {
        let folded = fold(predicate.word);
        match predicate.kind {
            PredicateKind::Verb => self.lemmas.entry(predicate.word).or_default().push(id),
            PredicateKind::Noun | PredicateKind::Preposition => {
                for ending in ["", "ا"] {
                    self.word(format!("{folded}{ending}"), id);
                }
            }
            PredicateKind::Adjective => {
                for ending in ["", "ا", "ه", "ون", "ين", "ان", "ات", "تان", "تين"] {
                    self.word(format!("{folded}{ending}"), id);
                }
            }
            PredicateKind::Phrase => {
                let words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
                self.seconds.extend(words.get(1).cloned());
                if let Some(first) = words.first().cloned() {
                    self.phrases.entry(first).or_default().push((words, id));
                }
            }
        }
    }

    fn word(&mut self, spelling: String, id: PredicateId) {
        self.words.entry(spelling).or_default().push(id);
    }

    pub fn get(&self, id: PredicateId) -> Option<&Predicate> {
        self.list.get(usize::from(id.0))
    }

    /// What a verb's lemma says.
    pub fn of_lemma(&self, lemma: &str) -> &[PredicateId] {
        self.lemmas
            .get(lemma)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// What a folded word without clitics says.
    pub fn of_word(&self, folded: &str) -> &[PredicateId] {
        self.words
            .get(folded)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The phrases that begin with a folded word, the longest first.
    pub fn phrases(&self, first: &str) -> &[(Vec<String>, PredicateId)] {
        self.phrases
            .get(first)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Whether a folded word is the second of some phrase.
    pub fn is_second(&self, folded: &str) -> bool {
        self.seconds.contains(folded)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Predicate> {
        self.list.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn every_verb_has_forms_and_every_act_is_known() {
        let lexicon = Lexicon::shipped();
        let mut unknown = Vec::new();
        for predicate in lexicon.predicates.iter() {
            let verb = predicate.kind == PredicateKind::Verb;
            if verb && lexicon.verbs.by_lemma(predicate.word).is_none() {
                unknown.push(predicate.word);
            }
            let lends = matches!(
                predicate.attitude,
                Attitude::Lends
                    | Attitude::Judges
                    | Attitude::Denies
                    | Attitude::Links
                    | Attitude::Meets
            );
            assert_eq!(predicate.act.is_none(), lends, "{}", predicate.word);
        }
        assert!(unknown.is_empty(), "{unknown:?}");
        assert!(lexicon.predicates.list.len() >= 400);
    }

    #[test]
    fn adjectives_are_found_in_their_genders() {
        let predicates = &Lexicon::shipped().predicates;
        for word in ["مستعده", "مستعدون", "مستعدين", "مستعد"] {
            assert!(!predicates.of_word(word).is_empty(), "{word}");
        }
        assert!(predicates.of_word("طاوله").is_empty());
    }
}
