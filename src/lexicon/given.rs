//! Given names: where a person's name may begin, and words inside a name.

use rustc_hash::FxHashMap;

use super::table::{Column, Kind, Table};
use crate::arabic::fold;

/// What a word may be to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NamePart {
    /// Begins one.
    Given,
    /// Opens a part that needs a word after it: "ibn", "abu", "von".
    Inner,
    /// Closes one: "Allah" after "abd", "al-Din".
    Last,
}

#[derive(Debug)]
pub struct GivenNames {
    words: FxHashMap<String, NamePart>,
}

impl GivenNames {
    pub const TABLE: Table = Table {
        file: "src/lexicon/given.tsv",
        columns: &[
            Column::new(
                "class",
                Kind::OneOf(&["arab-men", "arab-women", "foreign", "last", "part"]),
            ),
            Column::new("names", Kind::ArabicList),
        ],
        text: include_str!("given.tsv"),
    };

    pub(super) fn load() -> Self {
        let mut words = FxHashMap::default();
        for row in Self::TABLE.rows() {
            let part = match row.cell(0) {
                "part" => NamePart::Inner,
                "last" => NamePart::Last,
                _ => NamePart::Given,
            };
            for name in row.list(1) {
                words.entry(fold(name)).or_insert(part);
            }
        }
        Self { words }
    }

    /// What a folded word may be to a name.
    pub fn of(&self, folded: &str) -> Option<NamePart> {
        self.words.get(folded).copied()
    }
}
