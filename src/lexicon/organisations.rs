//! International and regional organisations, blocs, courts, companies.

use super::table::{Column, Kind, Row, Table};

/// What kind of body it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BodyClass {
    Body,
    Agency,
    Bloc,
    Coalition,
    Court,
    Ngo,
    Company,
    Army,
}

impl BodyClass {
    const WORDS: &[&str] = &[
        "body",
        "agency",
        "bloc",
        "coalition",
        "court",
        "ngo",
        "company",
        "army",
    ];

    fn parse(word: &str) -> Self {
        match word {
            "agency" => Self::Agency,
            "bloc" => Self::Bloc,
            "coalition" => Self::Coalition,
            "court" => Self::Court,
            "ngo" => Self::Ngo,
            "company" => Self::Company,
            "army" => Self::Army,
            _ => Self::Body,
        }
    }
}

#[derive(Debug)]
pub struct Organisations {
    pub list: Vec<Organisation>,
}

/// One organisation.
#[derive(Clone, Debug)]
pub struct Organisation {
    pub id: &'static str,
    pub class: BodyClass,
    /// The organisation or state it belongs to.
    pub part_of: Option<&'static str>,
    pub name: &'static str,
    row: Row,
}

impl Organisations {
    pub const TABLE: Table = Table {
        file: "src/lexicon/organisations.tsv",
        columns: &[
            Column::new("id", Kind::Key),
            Column::new("class", Kind::OneOf(BodyClass::WORDS)),
            Column::new("part_of", Kind::Ascii),
            Column::new("name", Kind::OwnForm),
            Column::new("names", Kind::OwnForms),
            Column::new("adjectives", Kind::OwnForms),
            Column::new("traps", Kind::ArabicList),
        ],
        text: include_str!("organisations.tsv"),
    };

    pub(super) fn load() -> Self {
        let list = Self::TABLE.rows().map(Organisation::of).collect();
        Self { list }
    }

    /// The place of an id in the table.
    pub fn find(&self, id: &str) -> Option<u16> {
        let place = self.list.binary_search_by(|known| known.id.cmp(id)).ok()?;
        u16::try_from(place).ok()
    }

    pub fn get(&self, index: u16) -> Option<&Organisation> {
        self.list.get(usize::from(index))
    }
}

impl Organisation {
    fn of(row: Row) -> Self {
        Self {
            id: row.cell(0),
            class: BodyClass::parse(row.cell(1)),
            part_of: Some(row.cell(2)).filter(|id| !id.is_empty()),
            name: row.cell(3),
            row,
        }
    }

    pub fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(4)
    }

    pub fn adjectives(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(5)
    }

    pub fn traps(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(6)
    }
}
