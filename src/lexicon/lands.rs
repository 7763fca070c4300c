//! Cities and regions that stand for no actor.

use super::table::{Column, Kind, Row, Table};

#[derive(Debug)]
pub struct Lands {
    pub list: Vec<Land>,
}

/// The places of one state.
#[derive(Clone, Debug)]
pub struct Land {
    /// ISO 3166-1 alpha-2 of the state; empty for none in particular.
    pub country: &'static str,
    row: Row,
}

impl Lands {
    pub const TABLE: Table = Table {
        file: "src/lexicon/lands.tsv",
        columns: &[
            Column::new("country", Kind::Ascii),
            Column::new("names", Kind::OwnForms),
        ],
        text: include_str!("lands.tsv"),
    };

    pub(super) fn load() -> Self {
        let land = |row: Row| Land {
            country: row.cell(0),
            row,
        };
        Self {
            list: Self::TABLE.rows().map(land).collect(),
        }
    }
}

impl Land {
    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(1)
    }
}
