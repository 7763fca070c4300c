//! Nouns for bodies and places that complete a role or stand alone.

use super::table::{Column, Kind, Row, Table};

/// For whom a body speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum InstitutionClass {
    /// For itself, and its head for the state it is of.
    Body,
    /// A union, party, company: for itself, and its head for it.
    Civil,
    /// For its state.
    State,
    /// An army or service: for its state abroad.
    Force,
    /// A parliament, court, opposition: for itself.
    Power,
    /// A territory.
    Place,
}

impl InstitutionClass {
    const WORDS: &[&str] = &["body", "civil", "state", "force", "power", "place"];

    fn parse(word: &str) -> Self {
        match word {
            "civil" => Self::Civil,
            "state" => Self::State,
            "force" => Self::Force,
            "power" => Self::Power,
            "place" => Self::Place,
            _ => Self::Body,
        }
    }
}

#[derive(Debug)]
pub struct Institutions {
    pub list: Vec<Institution>,
}

/// One noun.
#[derive(Clone, Debug)]
pub struct Institution {
    pub id: &'static str,
    pub class: InstitutionClass,
    /// Where the noun alone names one.
    pub country: Option<&'static str>,
    pub singular: &'static str,
    row: Row,
}

impl Institutions {
    pub const TABLE: Table = Table {
        file: "src/lexicon/institutions.tsv",
        columns: &[
            Column::new("id", Kind::Key),
            Column::new("class", Kind::OneOf(InstitutionClass::WORDS)),
            Column::new("country", Kind::Ascii),
            Column::new("flag", Kind::Ascii),
            Column::new("singular", Kind::OwnForm),
            Column::new("plurals", Kind::OwnForms),
        ],
        text: include_str!("institutions.tsv"),
    };

    pub(super) fn load() -> Self {
        let list = Self::TABLE.rows().map(Institution::of).collect();
        Self { list }
    }

    /// The place of an id in the table.
    pub fn find(&self, id: &str) -> Option<u16> {
        let place = self.list.binary_search_by(|known| known.id.cmp(id)).ok()?;
        u16::try_from(place).ok()
    }

    pub fn get(&self, index: u16) -> Option<&Institution> {
        self.list.get(usize::from(index))
    }
}

impl Institution {
    fn of(row: Row) -> Self {
        Self {
            id: row.cell(0),
            class: InstitutionClass::parse(row.cell(1)),
            country: Some(row.cell(2)).filter(|id| !id.is_empty()),
            singular: row.cell(4),
            row,
        }
    }

    /// Neither of the state nor a place.
    pub fn is_body(&self) -> bool {
        matches!(self.class, InstitutionClass::Body | InstitutionClass::Civil)
    }

    /// "In the presidency of", "in the leadership of": who leads it follows.
    pub fn is_lead(&self) -> bool {
        matches!(self.id, "presidency" | "command" | "administration")
    }

    /// "Opposition", "province": with a pronoun on it what somebody does, opposing
    /// or boycotting.
    pub fn is_deed(&self) -> bool {
        matches!(self.id, "opposition" | "province-muqataa")
    }

    /// "Side", "party": a body only with its owner.
    pub fn is_side(&self) -> bool {
        self.id.starts_with("side")
    }

    /// A common word too ("system", "force", "state"): with other words beside
    /// it, it is a body only where its owner is told.
    pub fn is_common(&self) -> bool {
        self.row.cell(3) == "common"
    }

    /// An embassy: in a state, of another.
    pub fn is_mission(&self) -> bool {
        self.row.cell(3) == "mission"
    }

    /// "His country": the state of the one who speaks.
    pub fn is_homeland(&self) -> bool {
        self.id == "homeland"
    }

    pub fn plurals(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(5)
    }
}
