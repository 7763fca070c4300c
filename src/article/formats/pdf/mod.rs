//! PDF files with text (ISO 32000-1).
//!
//! A PDF file holds no text but glyphs and their places. What the eye sees is
//! the truth here: lines, words and their order are made from where glyphs
//! stand, how wide they are and how large their type is; what a glyph says is
//! what its font or the file says it says.
//!
//! A file is read in a thread of its own, under a [`Budget`]: what a damaged
//! file does to it ends there.

mod budget;
mod columns;
mod glyph;
mod guard;
mod headings;
mod lines;
mod look;
mod margins;
mod marked;
mod order;
mod paragraphs;
mod show;

use std::collections::HashMap;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use hayro_syntax::{LoadPdfError, Pdf};

use super::Page;
use crate::article::error::Fault;
use crate::article::model::{Repair, Warning};
use budget::Budget;
use margins::Sheet;
use paragraphs::Placed;

/// The most pages that are read: a book's.
const PAGES: usize = 500;

/// Room for objects in objects, in bytes.
const STACK: usize = 32 << 20;

/// # Errors
/// Where the file is damaged, locked by a password, asks for far more than an
/// article needs, or holds no text.
pub(super) fn read(bytes: &[u8]) -> Result<Page<'static>, Fault> {
    guard::check(bytes)?;
    let bytes = bytes.to_vec();
    let (send, answer) = channel();
    thread::Builder::new()
        .name("mawqif-pdf".to_owned())
        .stack_size(STACK)
        .spawn(move || send.send(document(bytes)))?;
    let late = budget::TIME + Duration::from_secs(1);
    answer.recv_timeout(late).unwrap_or_else(|why| {
        Err(match why {
            RecvTimeoutError::Timeout => Fault::Swollen,
            RecvTimeoutError::Disconnected => Fault::Damaged,
        })
    })
}

fn document(bytes: Vec<u8>) -> Result<Page<'static>, Fault> {
    let pdf = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(_) => Fault::Locked,
        LoadPdfError::Invalid => Fault::Damaged,
    })?;
    let mut seen = Seen::of(&pdf)?;
    let cleared = seen.artifacts + margins::clear(&mut seen.sheets);
    let leftward = {
        let chunks = seen
            .sheets
            .iter()
            .flat_map(|sheet| sheet.rows.iter().flatten());
        order::runs_leftward(chunks.flat_map(|chunk| &chunk.glyphs))
    };
    let placed = place(seen.sheets, leftward);
    let drafts = headings::drafts(paragraphs::paragraphs(&placed, leftward));
    if drafts.is_empty() {
        return Err(if !seen.pictures.is_empty() {
            Fault::Scanned
        } else if seen.untold > 0 {
            Fault::Untold
        } else {
            Fault::Blank
        });
    }
    let mut repairs = Vec::new();
    if cleared > 0 {
        repairs.push(Repair {
            kind: "page-margins",
            count: cleared,
            note: "Page headers, footers and page numbers were left out".to_owned(),
        });
    }
    let mut warnings = Vec::new();
    if !seen.pictures.is_empty() {
        warnings.push(Warning {
            kind: "page-images",
            note: pictures(&seen.pictures),
        });
    }
    if seen.untold > 0 {
        warnings.push(Warning {
            kind: "untold-glyphs",
            note: format!(
                "{} glyphs were left out: the file does not tell their letters",
                seen.untold
            ),
        });
    }
    if seen.more > 0 {
        warnings.push(Warning {
            kind: "pages-left",
            note: format!("The last {} pages were not read", seen.more),
        });
    }
    Ok(Page {
        drafts,
        repairs,
        warnings,
        encoding: "utf-8",
        ..Page::default()
    })
}

/// What stands on the pages of a file.
#[derive(Default)]
struct Seen {
    sheets: Vec<Sheet>,
    /// Lines that the file itself marks as no part of its text.
    artifacts: usize,
    untold: usize,
    /// The numbers of pages that show pictures and no text.
    pictures: Vec<usize>,
    /// How many pages were not looked at.
    more: usize,
}

impl Seen {
    fn of(pdf: &Pdf) -> Result<Self, Fault> {
        let mut seen = Self::default();
        let fonts = show::Fonts::default();
        let mut budget = Budget::new();
        let mut shown = Vec::new();
        for (at, page) in pdf.pages().iter().enumerate().take(PAGES) {
            let on_page = show::page(page, &fonts, &mut budget);
            if budget.is_spent() {
                return Err(Fault::Swollen);
            }
            if on_page.glyphs.is_empty() && on_page.untold == 0 && on_page.images > 0 {
                seen.pictures.push(at + 1);
            }
            seen.untold += on_page.untold;
            shown.push(on_page.glyphs);
        }
        seen.more = pdf.pages().len().saturating_sub(PAGES);
        // Where all is marked as no part of the text, the marks are wrong.
        let marked = |glyphs: &[glyph::Glyph]| glyphs.iter().all(|glyph| glyph.artifact);
        let trusted = !shown.iter().all(|glyphs| marked(glyphs));
        for glyphs in shown {
            let (aside, glyphs): (Vec<_>, Vec<_>) = glyphs
                .into_iter()
                .partition(|glyph| glyph.artifact && trusted);
            seen.artifacts += lines::lines(lines::chunks(aside)).len();
            let rows = lines::rows(lines::chunks(glyphs));
            seen.sheets.push(Sheet { rows });
        }
        Ok(seen)
    }
}

/// The lines of all pages in reading order, each in its column.
fn place(sheets: Vec<Sheet>, leftward: bool) -> Vec<Placed> {
    let mut placed = Vec::new();
    // Columns that stand in the same place have the same edges on all pages,
    // though the last page may not fill them.
    let mut edges: HashMap<(usize, usize), (f32, f32)> = HashMap::new();
    let mut keys = Vec::new();
    for (page, sheet) in sheets.into_iter().enumerate() {
        let chunks = sheet.rows.into_iter().flatten().collect();
        for column in columns::columns(chunks, leftward) {
            let key = (column.of, column.index);
            let number = keys.len();
            keys.push(key);
            for line in lines::lines(column.chunks) {
                let edge = edges.entry(key).or_insert((f32::MAX, f32::MIN));
                *edge = (edge.0.min(line.left), edge.1.max(line.right));
                placed.push(Placed {
                    line,
                    page,
                    column: number,
                    left: 0.0,
                    right: 0.0,
                });
            }
        }
    }
    for one in &mut placed {
        let edge = keys.get(one.column).and_then(|key| edges.get(key));
        (one.left, one.right) = edge.copied().unwrap_or_default();
    }
    placed
}

/// "Pages 3, 5 are images without text".
fn pictures(pages: &[usize]) -> String {
    let numbers: Vec<String> = pages.iter().map(usize::to_string).collect();
    match numbers.as_slice() {
        [one] => format!("Page {one} is an image without text"),
        all => format!("Pages {} are images without text", all.join(", ")),
    }
}
