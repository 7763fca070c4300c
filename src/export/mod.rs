//! A briefing becomes text, Markdown, HTML, JSON or CSV.

mod json;

pub use json::json;
