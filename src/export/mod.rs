//! A briefing becomes text, Markdown, HTML, JSON or CSV.
//!
//! Text, Markdown and HTML are for people: right-to-left safe, and each copy
//! ends with its provenance line (file, agency, date if known, program
//! version). JSON and CSV are data: nothing is set round their strings.
//!
//! Nothing here reads a file or decides what the article says.

mod card;
mod csv;
mod direction;
mod html;
mod json;
mod lines;
mod markup;
#[cfg(test)]
mod tests;

pub use card::{CardLine, cue_message, lines, summary, whole};
pub use csv::csv;
pub use html::{page_end, page_start};
pub use json::json;
pub use markup::Markup;
