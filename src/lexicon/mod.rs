//! All knowledge of words, as `*.tsv` data with a typed loader.
//!
//! Nothing outside this folder holds an Arabic word. A table has a header row,
//! ASCII columns first, one entry a line, `#` comments, and is sorted.

/// Every table of the lexicon, loaded and indexed.
#[derive(Debug, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lexicon that ships with the program, loaded once.
    pub fn shipped() -> &'static Self {
        static SHIPPED: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
        SHIPPED.get_or_init(Self::default)
    }
}
