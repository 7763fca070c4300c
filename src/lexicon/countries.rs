//! States: names, capitals, adjectives, seats of power.

use super::table::{Column, Kind, Row, Table};

#[derive(Debug)]
pub struct Countries {
    pub list: Vec<Country>,
}

/// One state.
#[derive(Clone, Debug)]
pub struct Country {
    /// ISO 3166-1 alpha-2; XK for Kosovo.
    pub id: &'static str,
    /// The short name that news uses.
    pub name: &'static str,
    row: Row,
}

impl Countries {
    pub const TABLE: Table = Table {
        file: "src/lexicon/countries.tsv",
        columns: &[
            Column::new("id", Kind::Key),
            Column::new("name", Kind::OwnForm),
            Column::new("names", Kind::OwnForms),
            Column::new("capitals", Kind::ArabicList),
            Column::new("nisba", Kind::OwnForms),
            Column::new("people", Kind::OwnForms),
            Column::new("seats", Kind::OwnForms),
            Column::new("weak", Kind::ArabicList),
            Column::new("traps", Kind::ArabicList),
        ],
        text: include_str!("countries.tsv"),
    };

    pub(super) fn load() -> Self {
        let list = Self::TABLE.rows().map(Country::of).collect();
        Self { list }
    }

    /// The place of an id in the table.
    pub fn find(&self, id: &str) -> Option<u16> {
        let place = self.list.binary_search_by(|known| known.id.cmp(id)).ok()?;
        u16::try_from(place).ok()
    }

    pub fn get(&self, index: u16) -> Option<&Country> {
        self.list.get(usize::from(index))
    }
}

impl Country {
    fn of(row: Row) -> Self {
        Self {
            id: row.cell(0),
            name: row.cell(1),
            row,
        }
    }

    /// Of the states few are masculine: "وافق لبنان".
    pub fn is_masculine(&self) -> bool {
        let few = [
            "CD", "CG", "GA", "IQ", "JO", "LB", "MA", "NE", "SD", "SN", "SO", "TD", "VA", "YE",
        ];
        few.contains(&self.id)
    }

    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(2)
    }

    pub fn capitals(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(3)
    }

    pub fn nisba(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(4)
    }

    pub fn people(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(5)
    }

    pub fn seats(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(6)
    }

    pub fn weak(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(7)
    }

    pub fn traps(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(8)
    }
}
