//! Markers: the small words that open a condition, a reason or a turn, and
//! those that turn a stance round.
//!
//! A marker is a run of words; look-up tries the longest first. What it does
//! to the words around it is for the analysis to say.

use rustc_hash::{FxHashMap, FxHashSet};

use super::table::{Column, Kind, Table};
use crate::arabic::fold;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkerKind {
    Aim,
    Concession,
    Condition,
    /// What follows from it is threatened: consequences, repercussions.
    Consequence,
    Contrast,
    /// Leads a list of what was only named: "foremost among them".
    List,
    Modality,
    Negation,
    /// A run of words in which a marker is none: "حال دون".
    Other,
    Past,
    /// Points at something said before: this, any such.
    Pointer,
    Question,
    Reason,
    Restriction,
    /// A verb of what goes on or is put off, as a lemma: until something
    /// happens.
    Stay,
    /// The text turns to another speaker.
    Turn,
}

const KINDS: [(&str, MarkerKind); 16] = [
    ("aim", MarkerKind::Aim),
    ("concession", MarkerKind::Concession),
    ("condition", MarkerKind::Condition),
    ("consequence", MarkerKind::Consequence),
    ("contrast", MarkerKind::Contrast),
    ("list", MarkerKind::List),
    ("modality", MarkerKind::Modality),
    ("negation", MarkerKind::Negation),
    ("other", MarkerKind::Other),
    ("past", MarkerKind::Past),
    ("pointer", MarkerKind::Pointer),
    ("question", MarkerKind::Question),
    ("reason", MarkerKind::Reason),
    ("restriction", MarkerKind::Restriction),
    ("stay", MarkerKind::Stay),
    ("turn", MarkerKind::Turn),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkerScope {
    Any,
    /// Works only behind a negation.
    Negated,
    /// Only before something that happens, not before a date.
    Event,
    /// Names conditions that a list behind it tells.
    Listed,
    /// Often something else: a hint at most.
    Weak,
}

#[derive(Clone, Debug)]
pub struct Marker {
    pub kind: MarkerKind,
    pub scope: MarkerScope,
    /// Whether a clause follows, not a noun phrase.
    pub clause: bool,
    /// Folded, in order.
    pub words: Vec<String>,
    /// The seat of the hamza it begins with, which folding hides: إلا is not
    /// ألا.
    pub hamza: Option<char>,
}

#[derive(Debug)]
pub struct Markers {
    markers: Vec<Marker>,
    /// First word → markers, the longest first.
    first: FxHashMap<String, Vec<usize>>,
    /// The second words of markers.
    seconds: FxHashSet<String>,
}

impl Markers {
    pub const TABLE: Table = Table {
        file: "src/lexicon/markers.tsv",
        columns: &[
            Column::new(
                "kind",
                Kind::OneOf(&[
                    "aim",
                    "concession",
                    "condition",
                    "consequence",
                    "contrast",
                    "list",
                    "modality",
                    "negation",
                    "other",
                    "past",
                    "pointer",
                    "question",
                    "reason",
                    "restriction",
                    "stay",
                    "turn",
                ]),
            ),
            Column::new(
                "scope",
                Kind::OneOf(&["any", "event", "listed", "negated", "weak"]),
            ),
            Column::new("follows", Kind::OneOf(&["noun", "clause", "word"])),
            Column::new("words", Kind::Arabic),
        ],
        text: include_str!("markers.tsv"),
    };

    pub(super) fn load() -> Self {
        let mut all = Self {
            markers: Vec::new(),
            first: FxHashMap::default(),
            seconds: FxHashSet::default(),
        };
        for row in Self::TABLE.rows() {
            let kind = KINDS.iter().find(|(name, _)| *name == row.cell(0));
            let Some(&(_, kind)) = kind else { continue };
            let words: Vec<String> = fold(row.cell(3)).split(' ').map(str::to_owned).collect();
            all.seconds.extend(words.get(1).cloned());
            let Some(first) = words.first().cloned() else {
                continue;
            };
            all.first.entry(first).or_default().push(all.markers.len());
            all.markers.push(Marker {
                kind,
                scope: match row.cell(1) {
                    "negated" => MarkerScope::Negated,
                    "event" => MarkerScope::Event,
                    "listed" => MarkerScope::Listed,
                    "weak" => MarkerScope::Weak,
                    _ => MarkerScope::Any,
                },
                clause: row.cell(2) == "clause",
                words,
                hamza: seat(row.cell(3)),
            });
        }
        for starts in all.first.values_mut() {
            starts.sort_by_key(|&at| {
                std::cmp::Reverse(all.markers.get(at).map_or(0, |marker| marker.words.len()))
            });
        }
        all
    }

    /// Whether a folded word is the second of some marker.
    pub fn is_second(&self, folded: &str) -> bool {
        self.seconds.contains(folded)
    }

    /// The markers that begin with this folded word, the longest first.
    pub fn starting(&self, word: &str) -> impl Iterator<Item = &Marker> {
        let starts = self.first.get(word).map(Vec::as_slice).unwrap_or_default();
        starts.iter().filter_map(|&at| self.markers.get(at))
    }
}

/// The seat of the hamza that a word begins with, an alef above or below.
pub fn seat(word: &str) -> Option<char> {
    word.chars()
        .next()
        .filter(|letter| matches!(letter, '\u{623}' | '\u{625}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_marker_comes_first() {
        let markers = Markers::load();
        let found: Vec<usize> = markers.starting("الا").map(|m| m.words.len()).collect();
        assert!(found.windows(2).all(|two| two[0] >= two[1]), "{found:?}");
        assert!(
            markers
                .starting("الا")
                .any(|m| m.kind == MarkerKind::Condition)
        );
        assert!(
            markers
                .starting("الا")
                .any(|m| m.kind == MarkerKind::Contrast)
        );
        assert_eq!(markers.starting("كتاب").count(), 0);
    }
}
