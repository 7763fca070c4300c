//! Tables of invented texts, each with what its card must say.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use mawqif::article;
use mawqif::lexicon::Lexicon;
use mawqif::stance::{Briefing, analyze};

/// The rows of a table without its head: the text, and what is wanted of it.
pub fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let rows = table.lines().filter(|row| !row.starts_with('#')).skip(1);
    rows.map(|row| row.split_once('\t').unwrap())
}

/// The card of a text under a headline that says nothing.
pub fn card(text: &str) -> Briefing {
    let article = article::from_text("row", &format!("نشرة اليوم\n{text}")).unwrap();
    analyze(&article, Lexicon::shipped())
}

/// What is wanted in a cell: the parts between bars, or nothing.
pub fn parts(wanted: &str) -> Vec<&str> {
    match wanted {
        "-" => Vec::new(),
        parts => parts.split(" | ").collect(),
    }
}
