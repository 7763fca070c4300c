//! A file becomes an [`Article`]: sniff, decode, extract, repair.
//!
//! All file input of the program lives here. What was guessed or repaired is
//! told in the article, never done in silence.

mod model;

pub use model::{Article, Block, BlockKind, Format, Repair, Warning};
