//! Agencies, papers, channels, sites.

use super::table::{Column, Kind, Row, Table};

/// What kind of medium it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OutletClass {
    Agency,
    Paper,
    Channel,
    Radio,
    Magazine,
    Site,
    /// Carries what people say of themselves: no carrier.
    Social,
    /// Names no medium in particular.
    Generic,
}

impl OutletClass {
    const WORDS: &[&str] = &[
        "agency", "paper", "channel", "radio", "magazine", "site", "social", "generic",
    ];

    fn parse(word: &str) -> Self {
        match word {
            "paper" => Self::Paper,
            "channel" => Self::Channel,
            "radio" => Self::Radio,
            "magazine" => Self::Magazine,
            "site" => Self::Site,
            "social" => Self::Social,
            "generic" => Self::Generic,
            _ => Self::Agency,
        }
    }
}

#[derive(Debug)]
pub struct Outlets {
    pub list: Vec<Outlet>,
}

/// One outlet.
#[derive(Clone, Debug)]
pub struct Outlet {
    pub id: &'static str,
    pub class: OutletClass,
    pub name: &'static str,
    row: Row,
}

impl Outlets {
    pub const TABLE: Table = Table {
        file: "src/lexicon/outlets.tsv",
        columns: &[
            Column::new("id", Kind::Key),
            Column::new("class", Kind::OneOf(OutletClass::WORDS)),
            Column::new("latin", Kind::Names),
            Column::new("name", Kind::OwnForm),
            Column::new("names", Kind::OwnForms),
            Column::new("weak", Kind::ArabicList),
        ],
        text: include_str!("outlets.tsv"),
    };

    pub(super) fn load() -> Self {
        let list = Self::TABLE.rows().map(Outlet::of).collect();
        Self { list }
    }

    /// The place of an id in the table.
    pub fn find(&self, id: &str) -> Option<u16> {
        let place = self.list.binary_search_by(|known| known.id.cmp(id)).ok()?;
        u16::try_from(place).ok()
    }

    pub fn get(&self, index: u16) -> Option<&Outlet> {
        self.list.get(usize::from(index))
    }
}

impl Outlet {
    fn of(row: Row) -> Self {
        Self {
            id: row.cell(0),
            class: OutletClass::parse(row.cell(1)),
            name: row.cell(3),
            row,
        }
    }

    pub fn latin(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(2)
    }

    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(4)
    }

    pub fn weak(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(5)
    }
}
