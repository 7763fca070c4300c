//! Nouns for people who speak.

use super::table::{Column, Kind, Row, Table};

/// For whom somebody in the role speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RoleClass {
    /// For nobody else.
    Citizen,
    /// For the whole state.
    Head,
    /// For the state or body of the office.
    Official,
    /// For the state or group of the force.
    Military,
    /// For a party or group.
    Party,
    /// Sits in a parliament: for oneself.
    Deputy,
    /// For oneself.
    Expert,
    /// For oneself.
    Media,
    /// A source without a name.
    Unnamed,
    /// Stands before a role or body: assistant, member.
    Link,
}

impl RoleClass {
    const WORDS: &[&str] = &[
        "citizen", "head", "official", "military", "party", "deputy", "expert", "media", "unnamed",
        "link",
    ];

    fn parse(word: &str) -> Self {
        match word {
            "head" => Self::Head,
            "official" => Self::Official,
            "military" => Self::Military,
            "party" => Self::Party,
            "deputy" => Self::Deputy,
            "expert" => Self::Expert,
            "media" => Self::Media,
            "unnamed" => Self::Unnamed,
            "link" => Self::Link,
            _ => Self::Citizen,
        }
    }
}

#[derive(Debug)]
pub struct Roles {
    pub list: Vec<Role>,
}

/// One noun of office.
#[derive(Clone, Debug)]
pub struct Role {
    pub id: &'static str,
    pub class: RoleClass,
    pub masculine: &'static str,
    pub feminine: &'static str,
    row: Row,
}

impl Roles {
    pub const TABLE: Table = Table {
        file: "src/lexicon/roles.tsv",
        columns: &[
            Column::new("id", Kind::Key),
            Column::new("class", Kind::OneOf(RoleClass::WORDS)),
            Column::new("flags", Kind::SomeOf(&["adjective", "rank", "envoy"])),
            Column::new("masculine", Kind::OwnForm),
            Column::new("feminine", Kind::OwnForms),
            Column::new("plurals", Kind::ArabicList),
        ],
        text: include_str!("roles.tsv"),
    };

    pub(super) fn load() -> Self {
        let list = Self::TABLE.rows().map(Role::of).collect();
        Self { list }
    }

    /// The place of an id in the table.
    pub fn find(&self, id: &str) -> Option<u16> {
        let place = self.list.binary_search_by(|known| known.id.cmp(id)).ok()?;
        u16::try_from(place).ok()
    }

    pub fn get(&self, index: u16) -> Option<&Role> {
        self.list.get(usize::from(index))
    }
}

impl Role {
    fn of(row: Row) -> Self {
        Self {
            id: row.cell(0),
            class: RoleClass::parse(row.cell(1)),
            masculine: row.cell(3),
            feminine: row.cell(4),
            row,
        }
    }

    /// The word is an adjective too.
    pub fn is_adjective(&self) -> bool {
        self.row.list(2).any(|flag| flag == "adjective")
    }

    /// A role only before a name.
    pub fn is_rank(&self) -> bool {
        self.row.list(2).any(|flag| flag == "rank")
    }

    /// Sent to somewhere for somebody else.
    pub fn is_envoy(&self) -> bool {
        self.row.list(2).any(|flag| flag == "envoy")
    }

    pub fn plurals(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(5)
    }
}
