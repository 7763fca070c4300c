//! Nouns for media.

use super::table::{Column, Kind, Row, Table};

/// What kind of medium the noun names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MediumClass {
    Agency,
    Channel,
    Network,
    Paper,
    Magazine,
    Radio,
    Site,
}

impl MediumClass {
    const WORDS: &[&str] = &[
        "agency", "channel", "network", "paper", "magazine", "radio", "site",
    ];

    fn parse(word: &str) -> Self {
        match word {
            "channel" => Self::Channel,
            "network" => Self::Network,
            "paper" => Self::Paper,
            "magazine" => Self::Magazine,
            "radio" => Self::Radio,
            "site" => Self::Site,
            _ => Self::Agency,
        }
    }
}

#[derive(Debug)]
pub struct Media {
    pub list: Vec<Medium>,
}

/// One noun.
#[derive(Clone, Debug)]
pub struct Medium {
    pub class: MediumClass,
    pub noun: &'static str,
    row: Row,
}

impl Media {
    pub const TABLE: Table = Table {
        file: "src/lexicon/media.tsv",
        columns: &[
            Column::new("class", Kind::OneOf(MediumClass::WORDS)),
            Column::new("noun", Kind::OwnForm),
            Column::new("plurals", Kind::OwnForms),
        ],
        text: include_str!("media.tsv"),
    };

    pub(super) fn load() -> Self {
        let list = Self::TABLE.rows().map(Medium::of).collect();
        Self { list }
    }

    pub fn get(&self, index: u16) -> Option<&Medium> {
        self.list.get(usize::from(index))
    }
}

impl Medium {
    fn of(row: Row) -> Self {
        Self {
            class: MediumClass::parse(row.cell(0)),
            noun: row.cell(1),
            row,
        }
    }

    pub fn plurals(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.row.list(2)
    }
}
