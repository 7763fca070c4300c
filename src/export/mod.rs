//! A briefing becomes text, Markdown, HTML, JSON or CSV.
