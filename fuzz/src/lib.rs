//! The readers and the analysis as the program has them, without its window:
//! its two hundred crates have no part in what is fuzzed here.

#[path = "../../src/arabic/mod.rs"]
pub mod arabic;
#[path = "../../src/article/mod.rs"]
pub mod article;
#[path = "../../src/lexicon/mod.rs"]
pub mod lexicon;
#[path = "../../src/locale/mod.rs"]
pub mod locale;
#[path = "../../src/stance/mod.rs"]
pub mod stance;
