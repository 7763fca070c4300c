//! Documents that are more than lines of text, each read to the paragraphs a
//! person sees in it.
//!
//! A reader here takes bytes and gives a [`Page`]; it opens no other file,
//! follows no link, and is bounded in memory and time whatever the bytes say.

mod flow;
mod mail;
pub(super) mod markdown;
mod open_document;
mod packed;
mod pdf;
mod rtf;
mod web;
mod word;
mod xml;

use super::blocks::Draft;
use super::encoding::OpenAs;
use super::error::{Fault, Foreign};
use super::model::{Format, Repair, Warning};
use packed::Packed;

/// What a document holds: its paragraphs, and what was noticed on the way.
#[derive(Default)]
pub(super) struct Page<'t> {
    pub(super) drafts: Vec<Draft<'t>>,
    /// ISO 8601, where the document itself tells it.
    pub(super) published: Option<String>,
    pub(super) repairs: Vec<Repair>,
    pub(super) warnings: Vec<Warning>,
    /// What the bytes of its text were read in.
    pub(super) encoding: &'static str,
}

/// Reads a document of a known format.
///
/// # Errors
/// Where it is damaged, locked by a password, or holds far more than it says.
pub(super) fn read(format: Format, bytes: &[u8], how: OpenAs) -> Result<Page<'static>, Fault> {
    match format {
        Format::Word => word::read(Packed::open(bytes)?),
        Format::OpenDocument => open_document::read(Packed::open(bytes)?),
        Format::Rtf => rtf::read(bytes),
        Format::Pdf => pdf::read(bytes),
        Format::Html => web::read(bytes, how),
        Format::Mail => mail::read(bytes, how),
        Format::Text | Format::Markdown => Err(Fault::Binary),
    }
}

/// Which document a ZIP file is.
///
/// # Errors
/// [`Fault::Foreign`] where it is some other archive.
pub(super) fn packed_format(bytes: &[u8]) -> Result<Format, Fault> {
    let packed = Packed::open(bytes)?;
    if packed.holds("[Content_Types].xml") && packed.holds_under("word/") {
        Ok(Format::Word)
    } else if packed.holds("content.xml") && packed.holds("META-INF/manifest.xml") {
        Ok(Format::OpenDocument)
    } else {
        Err(Fault::Foreign(Foreign::Packed))
    }
}
