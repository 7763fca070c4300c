//! People whose name alone names an actor.

use super::table::{Column, Kind, Row, Table};

#[derive(Debug)]
pub struct People {
    pub list: Vec<Leader>,
}

/// One leader.
#[derive(Clone, Debug)]
pub struct Leader {
    pub id: &'static str,
    /// The id of a state, organisation or group.
    pub actor: &'static str,
    pub name: &'static str,
    row: Row,
}

impl People {
    pub const TABLE: Table = Table {
        file: "src/lexicon/people.tsv",
        columns: &[
            Column::new("id", Kind::Key),
            Column::new("actor", Kind::Ascii),
            Column::new("name", Kind::OwnForm),
            Column::new("names", Kind::OwnForms),
        ],
        text: include_str!("people.tsv"),
    };

    pub(super) fn load() -> Self {
        let list = Self::TABLE.rows().map(Leader::of).collect();
        Self { list }
    }

    /// The place of an id in the table.
    pub fn find(&self, id: &str) -> Option<u16> {
        let place = self.list.binary_search_by(|known| known.id.cmp(id)).ok()?;
        u16::try_from(place).ok()
    }

    pub fn get(&self, index: u16) -> Option<&Leader> {
        self.list.get(usize::from(index))
    }
}

impl Leader {
    fn of(row: Row) -> Self {
        Self {
            id: row.cell(0),
            actor: row.cell(1),
            name: row.cell(2),
            row,
        }
    }

    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(3)
    }
}
