//! Word documents (`.docx`, Office Open XML, ECMA-376).

use rustc_hash::FxHashMap;

use super::Page;
use super::flow::Flow;
use super::packed::Packed;
use super::xml::{Marks, Step, walk};
use crate::article::error::Fault;
use crate::article::model::BlockKind;

pub(super) fn read(mut packed: Packed<'_>) -> Result<Page<'static>, Fault> {
    let types = packed.part("[Content_Types].xml")?.unwrap_or_default();
    let main = main_part(&types)?.unwrap_or_else(|| "word/document.xml".to_owned());
    let document = packed.part(&main)?.ok_or(Fault::Damaged)?;
    let styles = packed.part("word/styles.xml")?.unwrap_or_default();
    let styles = headings(&styles)?;
    let mut body = Body {
        styles: &styles,
        flow: Flow::default(),
        skipped: 0,
        inside_text: false,
        in_run: false,
        vanished: false,
    };
    walk(&document, |step| body.step(&step))?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = packed.part(notes)? {
            walk(&notes, |step| body.step(&step))?;
        }
    }
    Ok(Page {
        drafts: body.flow.finish()?,
        encoding: "utf-8",
        ..Page::default()
    })
}

/// Where the running text stands, which the list of parts tells.
fn main_part(types: &[u8]) -> Result<Option<String>, Fault> {
    let mut found = None;
    walk(types, |step| {
        if let Step::Open("Override", marks) = step
            && let Some(kind) = marks.get("ContentType")
            && kind.ends_with("document.main+xml")
        {
            found = marks.get("PartName");
        }
    })?;
    Ok(found.map(|name: String| name.trim_start_matches('/').to_owned()))
}

/// The styles that mark titles and headings, by their id: Word's own ids are
/// in the language of the one who wrote.
fn headings(styles: &[u8]) -> Result<FxHashMap<String, BlockKind>, Fault> {
    let mut all = FxHashMap::default();
    let mut id = None;
    walk(styles, |step| match step {
        Step::Open("style", marks) => id = marks.get("styleId"),
        Step::Open("name", marks) => {
            let name = marks.get("val").unwrap_or_default().to_lowercase();
            let kind = match name.as_str() {
                "title" => Some(BlockKind::Title),
                _ if name.starts_with("heading ") => Some(BlockKind::Heading),
                _ => None,
            };
            if let (Some(id), Some(kind)) = (id.take(), kind) {
                all.insert(id, kind);
            }
        }
        _ => {}
    })?;
    Ok(all)
}

struct Body<'s> {
    styles: &'s FxHashMap<String, BlockKind>,
    flow: Flow,
    /// How deep inside what no reader sees.
    skipped: usize,
    inside_text: bool,
    in_run: bool,
    /// The letters of this run are marked as hidden.
    vanished: bool,
}

/// Elements whose text is not part of the document as it stands: what tracked
/// changes took away or moved, and the second copy of a text box.
fn is_hidden(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "Fallback")
}

impl Body<'_> {
    fn step(&mut self, step: &Step<'_>) {
        match step {
            Step::Open(name, _) if self.skipped > 0 || is_hidden(name) => self.skipped += 1,
            Step::Close(_) if self.skipped > 0 => self.skipped -= 1,
            Step::Open(name, marks) => match *name {
                "p" => self.flow.paragraph(None),
                "pStyle" => {
                    let style = marks.get("val").unwrap_or_default();
                    let known = self.styles.get(&style).copied();
                    if let Some(kind) = known.or_else(|| heading_id(&style)) {
                        self.flow.is(kind);
                    }
                }
                "t" => self.inside_text = true,
                "r" => (self.in_run, self.vanished) = (true, false),
                "vanish" => self.vanished = self.in_run && is_on(marks),
                "tab" | "ptab" | "br" | "cr" | "noBreakHyphen" if self.vanished => {}
                "tab" | "ptab" => self.flow.text("\t"),
                "br" | "cr" => self.flow.line_end(),
                "noBreakHyphen" => self.flow.text("\u{2011}"),
                "tr" => self.flow.row(),
                "tc" => self.flow.cell(),
                // The first two notes are the lines that part notes from text.
                "footnote" | "endnote" if marks.get("type").is_some() => self.skipped = 1,
                "footnote" | "endnote" => self.flow.note(),
                _ => {}
            },
            Step::Close(name) => match *name {
                "p" => self.flow.end_paragraph(),
                "t" => self.inside_text = false,
                "r" => (self.in_run, self.vanished) = (false, false),
                "tr" => self.flow.end_row(),
                "tc" => self.flow.end_cell(),
                "footnote" | "endnote" => self.flow.end_note(),
                _ => {}
            },
            Step::Text(text) if self.inside_text && self.skipped == 0 && !self.vanished => {
                self.flow.text(text);
            }
            Step::Text(_) => {}
        }
    }
}

/// A mark that is there holds, unless it says that it does not.
fn is_on(marks: &Marks<'_>) -> bool {
    !matches!(marks.get("val").as_deref(), Some("0" | "false" | "off"))
}

/// Ids of styles in documents that bring no list of them.
fn heading_id(id: &str) -> Option<BlockKind> {
    match id {
        "Title" => Some(BlockKind::Title),
        _ if id.starts_with("Heading") => Some(BlockKind::Heading),
        _ => None,
    }
}
