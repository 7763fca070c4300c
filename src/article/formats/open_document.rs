//! OpenDocument texts (`.odt`, ISO/IEC 26300).

use rustc_hash::FxHashMap;

use super::Page;
use super::flow::Flow;
use super::packed::Packed;
use super::xml::{Step, walk};
use crate::article::error::Fault;
use crate::article::model::BlockKind;

pub(super) fn read(mut packed: Packed<'_>) -> Result<Page<'static>, Fault> {
    if let Some(manifest) = packed.part("META-INF/manifest.xml")?
        && is_locked(&manifest)?
    {
        return Err(Fault::Locked);
    }
    let content = packed.part("content.xml")?.ok_or(Fault::Damaged)?;
    let mut body = Body::default();
    walk(&content, |step| body.step(&step))?;
    Ok(Page {
        drafts: body.flow.finish()?,
        encoding: "utf-8",
        ..Page::default()
    })
}

fn is_locked(manifest: &[u8]) -> Result<bool, Fault> {
    let mut locked = false;
    walk(manifest, |step| {
        locked |= matches!(step, Step::Open("encryption-data", _));
    })?;
    Ok(locked)
}

#[derive(Default)]
struct Body {
    flow: Flow,
    /// The parents of the styles that the document made for itself.
    styles: FxHashMap<String, String>,
    skipped: usize,
    /// How deep inside paragraphs, where alone text is text.
    paragraphs: usize,
}

/// Elements whose text no reader sees in its place: what was deleted, remarks
/// at the margin, the marks of notes.
fn is_hidden(name: &str) -> bool {
    matches!(
        name,
        "tracked-changes" | "annotation" | "note-citation" | "forms" | "ruby-text"
    )
}

impl Body {
    fn step(&mut self, step: &Step<'_>) {
        match step {
            Step::Open(name, _) if self.skipped > 0 || is_hidden(name) => self.skipped += 1,
            Step::Close(_) if self.skipped > 0 => self.skipped -= 1,
            Step::Open(name, marks) => match *name {
                "style" => {
                    let named = marks.get("name").zip(marks.get("parent-style-name"));
                    self.styles.extend(named);
                }
                "p" => {
                    let style = marks.get("style-name").unwrap_or_default();
                    let parent = self.styles.get(&style).unwrap_or(&style);
                    let kind = (parent == "Title").then_some(BlockKind::Title);
                    self.paragraphs += 1;
                    self.flow.paragraph(kind);
                }
                "h" => {
                    self.paragraphs += 1;
                    self.flow.paragraph(Some(BlockKind::Heading));
                }
                "s" => {
                    let count = marks.get("c").and_then(|count| count.parse().ok());
                    // Nobody means more spaces than fit a line.
                    self.flow.text(&" ".repeat(count.unwrap_or(1).min(200)));
                }
                "tab" => self.flow.text("\t"),
                "line-break" => self.flow.line_end(),
                "table-row" => self.flow.row(),
                "table-cell" => self.flow.cell(),
                "note" => self.flow.note(),
                _ => {}
            },
            Step::Close(name) => match *name {
                "p" | "h" => {
                    self.paragraphs = self.paragraphs.saturating_sub(1);
                    self.flow.end_paragraph();
                }
                "table-row" => self.flow.end_row(),
                "table-cell" => self.flow.end_cell(),
                "note" => self.flow.end_note(),
                _ => {}
            },
            Step::Text(text) if self.paragraphs > 0 && self.skipped == 0 => self.flow.text(text),
            Step::Text(_) => {}
        }
    }
}
