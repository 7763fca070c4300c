//! International and regional organisations, blocs, courts, companies.

use super::bodies::{Bodies, Body, BodyKind};
use super::table::Table;

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

impl BodyKind for BodyClass {
    const OWNER: &'static str = "part_of";
    const REST: &'static str = "traps";
    const WORDS: &'static [&'static str] = &[
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

pub type Organisations = Bodies<BodyClass>;
pub type Organisation = Body<BodyClass>;

impl Organisations {
    pub const TABLE: Table = Table {
        file: "src/lexicon/organisations.tsv",
        columns: Self::COLUMNS,
        text: include_str!("organisations.tsv"),
    };

    pub(super) fn load() -> Self {
        Self::read(&Self::TABLE)
    }
}

impl Organisation {
    /// Phrases that hold its name and mean something else.
    pub fn traps(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.rest()
    }
}
