//! Mawqif reads Arabic news articles and shows who takes which position on
//! which issue, under which conditions, for which reasons, said by whom and
//! relayed by whom, every line tied to the words that prove it.
//!
//! # The map
//!
//! * [`arabic`]: the language itself: folding, tokens, clitics, sentences,
//!   quotation marks, numerals, dates. Knows nothing of files or of stances.
//! * [`article`]: bytes of a file become an [`article::Article`]: encoding,
//!   blocks, repairs. All file input lives here.
//! * [`lexicon`]: all knowledge of words, as `*.tsv` data with a typed loader.
//! * [`stance`]: the analysis, [`stance::analyze`]: an article becomes a
//!   [`stance::Briefing`]. It does no input or output, cannot fail, and holds no
//!   clock and no randomness.
//! * [`export`]: a briefing becomes text, Markdown, HTML, JSON or CSV.
//! * [`locale`]: the interface's messages in Arabic and English.
//! * [`desk`]: what is kept on disk between starts.
//! * [`text`]: the text engine: fonts, layout, glyph atlas, painting,
//!   selection, editing. Knows nothing of articles.
//! * [`ui`]: the window.
//! * [`cli`]: the command line.
//!
//! # The dependency rule
//!
//! Each module may name only what stands behind its arrow:
//!
//! * `ui` → everything
//! * `cli` → everything
//! * `desk` → `stance`, `article`, `locale`
//! * `export` → `stance`, `article`, `locale`
//! * `stance` → `article`, `arabic`, `lexicon`
//! * `lexicon` → `arabic`
//! * `article` → `arabic`, `locale` (for the sentences of its errors)
//! * `arabic`, `text`, `locale` → nothing of ours
//!
//! Only `ui` and `text`'s painting name egui. `tests/architecture.rs` reads
//! this list and keeps it true.

pub mod arabic;
pub mod article;
pub mod cli;
pub mod desk;
pub mod export;
pub mod lexicon;
pub mod locale;
pub mod stance;
pub mod text;
pub mod ui;
