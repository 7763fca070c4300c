//! The language: folding with an offset map, tokens, clitics, sentences,
//! quotation marks, numerals, dates.
//!
//! Nothing here knows of files, lexicon entries or stances. Every function is
//! total: any string whatever is tokenised, split and folded.

mod span;

pub use span::Span;
