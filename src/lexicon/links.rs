//! Prepositions inside a noun phrase of office, by what they lead to.

use rustc_hash::FxHashMap;

use super::table::{Column, Kind, Table};
use crate::arabic::fold;

/// What a preposition after a noun of office leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The body one belongs to.
    At,
    /// The one spoken for.
    For,
    /// The body one comes from.
    Of,
    /// Where one is sent.
    To,
}

#[derive(Debug)]
pub struct Links {
    words: FxHashMap<String, Link>,
}

impl Links {
    pub const TABLE: Table = Table {
        file: "src/lexicon/links.tsv",
        columns: &[
            Column::new("link", Kind::OneOf(&["at", "for", "of", "to"])),
            Column::new("words", Kind::OwnForms),
        ],
        text: include_str!("links.tsv"),
    };

    pub(super) fn load() -> Self {
        let mut words = FxHashMap::default();
        for row in Self::TABLE.rows() {
            let link = match row.cell(0) {
                "at" => Link::At,
                "for" => Link::For,
                "of" => Link::Of,
                _ => Link::To,
            };
            words.extend(row.list(1).map(|word| (fold(word), link)));
        }
        Self { words }
    }

    /// What a folded preposition leads to.
    pub fn of(&self, folded: &str) -> Option<Link> {
        self.words.get(folded).copied()
    }
}
