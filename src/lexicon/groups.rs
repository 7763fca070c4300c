//! Armed groups, movements, parties, governments without a state.

use super::bodies::{Bodies, Body, BodyKind};
use super::table::Table;

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

impl BodyKind for GroupClass {
    const OWNER: &'static str = "country";
    const REST: &'static str = "weak";
    const WORDS: &'static [&'static str] = &[
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

pub type Groups = Bodies<GroupClass>;
pub type Group = Body<GroupClass>;

impl Groups {
    pub const TABLE: Table = Table {
        file: "src/lexicon/groups.tsv",
        columns: Self::COLUMNS,
        text: include_str!("groups.tsv"),
    };

    pub(super) fn load() -> Self {
        Self::read(&Self::TABLE)
    }
}

impl Group {
    /// Names that mean it only where it is named otherwise too.
    pub fn weak(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.rest()
    }
}
