//! The text engine: font catalogue, layout, glyph atlas, painting, selection, editing.
//!
//! * [`fonts`]: the catalogue of bundled and installed faces.
//! * [`layout`]: a text and a [`Style`] become a [`Paragraph`].
//! * [`paragraph`]: lines, glyphs and clusters, with hits, carets and rectangles.
//! * [`motion`]: where a caret goes in a paragraph.
//! * [`words`]: words and graphemes round a place.
//! * [`edit`]: editing one text; [`select`]: selecting in a text of any length.
//! * [`pieces`]: how very long paragraphs are cut.
//! * [`atlas`]: glyphs as pixels in texture pages.
//! * [`paint`]: the [`Engine`] of a window, which caches layouts and paints
//!   them. It alone names egui.
//!
//! Holds always: a text is one string in logical order; colour, selection and
//! marks are paint, never a split of it. Any string whatever can be laid out.
//! Must not: know what an article is, or read the clock or the pointer.

pub mod atlas;
mod cache;
mod coverage;
pub mod direction;
pub mod edit;
mod elide;
pub mod fonts;
pub mod geometry;
mod installed;
pub mod layout;
pub mod motion;
pub mod paint;
pub mod paragraph;
pub mod pieces;
pub mod select;
pub mod words;

pub use direction::Direction;
pub use fonts::{Catalogue, Family};
pub use geometry::{Point, Rect};
pub use layout::{Align, Style, Typesetter};
pub use paint::Engine;
pub use paragraph::{Cursor, Paragraph};
