//! Armed groups, movements, parties, governments without a state.

use super::table::{Column, Kind, Row, Table};

/// What kind of group it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GroupClass {
    Movement,
    Armed,
    Party,
    Government,
    Parliament,
    Organisation,
    Union,
}

impl GroupClass {
    const WORDS: &[&str] = &[
        "movement",
        "armed",
        "party",
        "government",
        "parliament",
        "organisation",
        "union",
    ];

    fn parse(word: &str) -> Self {
        match word {
            "armed" => Self::Armed,
            "party" => Self::Party,
            "government" => Self::Government,
            "parliament" => Self::Parliament,
            "organisation" => Self::Organisation,
            "union" => Self::Union,
            _ => Self::Movement,
        }
    }
}

#[derive(Debug)]
pub struct Groups {
    pub list: Vec<Group>,
}

/// One group.
#[derive(Clone, Debug)]
pub struct Group {
    pub id: &'static str,
    pub class: GroupClass,
    /// The state it belongs to.
    pub country: Option<&'static str>,
    pub name: &'static str,
    row: Row,
}

impl Groups {
    pub const TABLE: Table = Table {
        file: "src/lexicon/groups.tsv",
        columns: &[
            Column::new("id", Kind::Key),
            Column::new("class", Kind::OneOf(GroupClass::WORDS)),
            Column::new("country", Kind::Ascii),
            Column::new("name", Kind::OwnForm),
            Column::new("names", Kind::OwnForms),
            Column::new("adjectives", Kind::OwnForms),
            Column::new("weak", Kind::ArabicList),
        ],
        text: include_str!("groups.tsv"),
    };

    pub(super) fn load() -> Self {
        let list = Self::TABLE.rows().map(Group::of).collect();
        Self { list }
    }

    /// The place of an id in the table.
    pub fn find(&self, id: &str) -> Option<u16> {
        let place = self.list.binary_search_by(|known| known.id.cmp(id)).ok()?;
        u16::try_from(place).ok()
    }

    pub fn get(&self, index: u16) -> Option<&Group> {
        self.list.get(usize::from(index))
    }
}

impl Group {
    fn of(row: Row) -> Self {
        Self {
            id: row.cell(0),
            class: GroupClass::parse(row.cell(1)),
            country: Some(row.cell(2)).filter(|id| !id.is_empty()),
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

    pub fn weak(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(6)
    }
}
