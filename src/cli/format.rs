//! What `mawqif brief` prints.

use clap::ValueEnum;

use crate::export::{self, Markup};
use crate::locale::Language;
use crate::stance::Briefing;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Markdown,
    Html,
    Json,
    Csv,
}

impl Format {
    pub(super) const fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }

    /// One briefing, with its last line end. `alone`: it becomes a file of its
    /// own, and not a part of a stream.
    pub(super) fn document(self, briefing: &Briefing, language: Language, alone: bool) -> String {
        match self {
            Self::Text => export::whole(briefing, Markup::Text, language),
            Self::Markdown => export::whole(briefing, Markup::Markdown, language),
            Self::Html => {
                let card = export::whole(briefing, Markup::Html, language) + "\n";
                if alone {
                    export::page_start(language) + &card + export::page_end()
                } else {
                    card
                }
            }
            Self::Json => export::json(briefing) + "\n",
            // Spreadsheets take a table without a byte order mark for one in
            // the encoding of the system, and Arabic for rubbish.
            Self::Csv if alone => format!("\u{FEFF}{}", export::csv(&[briefing], true)),
            Self::Csv => export::csv(&[briefing], false),
        }
    }

    /// What a stream holds before a document: the first, or a further one.
    pub(super) fn before(self, first: bool, language: Language) -> String {
        match (self, first) {
            (Self::Html, true) => export::page_start(language),
            (Self::Csv, true) => export::csv(&[], true),
            (Self::Text, false) => "\n\n".to_owned(),
            (Self::Markdown | Self::Html, false) => {
                let rule = if self == Self::Html { "<hr>" } else { "\n---" };
                format!("{rule}\n\n")
            }
            _ => String::new(),
        }
    }

    /// What a stream holds after the last document.
    pub(super) const fn after(self) -> &'static str {
        match self {
            Self::Html => export::page_end(),
            Self::Text | Self::Markdown | Self::Json | Self::Csv => "",
        }
    }
}
