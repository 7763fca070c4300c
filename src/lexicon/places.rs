//! Frames: the places where the matter of a predicate may stand, and the
//! prepositions that make them.

use rustc_hash::FxHashMap;

use super::table::{Column, Kind, Table};
use crate::arabic::fold;

/// Where the matter of a predicate may stand, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Places(u16);

impl Places {
    pub const OBJECT: Self = Self(1);
    /// After أن.
    pub const CLAUSE: Self = Self(1 << 1);
    /// The noun that follows at once.
    pub const GENITIVE: Self = Self(1 << 2);
    /// What the predicate is said of.
    pub const SUBJECT: Self = Self(1 << 3);
    pub const BI: Self = Self(1 << 4);
    pub const ILA: Self = Self(1 << 5);
    pub const ALA: Self = Self(1 << 6);
    pub const ABOUT: Self = Self(1 << 7);
    pub const MIN: Self = Self(1 << 8);
    pub const LI: Self = Self(1 << 9);
    pub const FI: Self = Self(1 << 10);
    pub const MAA: Self = Self(1 << 11);
    pub const AMAM: Self = Self(1 << 12);
    pub const KHALF: Self = Self(1 << 13);

    pub(super) const NAMES: [&str; 14] = [
        "object", "clause", "genitive", "subject", "bi", "ila", "ala", "about", "min", "li", "fi",
        "maa", "amam", "khalf",
    ];

    /// All places behind a preposition.
    pub const PREPOSITIONS: Self = Self(0b11_1111_1111_0000);

    pub const fn has(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    #[must_use]
    pub const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Whether nothing is in it but `others`.
    pub const fn only(self, others: Self) -> bool {
        self.0 & !others.0 == 0
    }

    pub(super) fn of(names: impl Iterator<Item = &'static str>) -> Self {
        let known = names.filter_map(|name| Self::NAMES.iter().position(|known| *known == name));
        known.fold(Self(0), |all, bit| Self(all.0 | 1 << bit))
    }
}

/// The prepositions that are words, each with the frame it makes.
#[derive(Debug, Default)]
pub struct Prepositions {
    words: FxHashMap<String, Places>,
}

impl Prepositions {
    pub const TABLE: Table = Table {
        file: "src/lexicon/places.tsv",
        columns: &[
            Column::new("place", Kind::OneOf(&Places::NAMES)),
            Column::new("words", Kind::OwnForms),
        ],
        text: include_str!("places.tsv"),
    };

    pub(super) fn load() -> Self {
        let mut words = FxHashMap::default();
        for row in Self::TABLE.rows() {
            let place = Places::of(std::iter::once(row.cell(0)));
            words.extend(row.list(1).map(|word| (fold(word), place)));
        }
        Self { words }
    }

    /// The frame of a folded preposition without clitics; empty for others.
    pub fn place(&self, folded: &str) -> Places {
        self.words.get(folded).copied().unwrap_or_default()
    }
}
