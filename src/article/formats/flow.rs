//! The running text of a document, put together from the order of its marks.
//!
//! Paragraphs in a text box come after the paragraph they hang on, notes after
//! the text, a table row by row with its cells side by side.

use std::borrow::Cow;

use crate::article::blocks::Draft;
use crate::article::error::Fault;
use crate::article::model::BlockKind;

/// Between the cells of a row: white space that no text holds by chance.
const BETWEEN_CELLS: &str = "\u{2003}";

/// The most text of a document, in bytes: that of the largest file of text.
const MOST: usize = 16 << 20;

#[derive(Default)]
pub(super) struct Flow {
    /// In bytes, of all text taken in.
    size: usize,
    done: Vec<Draft<'static>>,
    open: Vec<Open>,
    notes: Vec<Draft<'static>>,
}

/// What has begun and not ended, the innermost last.
enum Open {
    Paragraph {
        text: String,
        kind: Option<BlockKind>,
        /// What stands in boxes that hang on it.
        boxes: Vec<Draft<'static>>,
    },
    Row(Vec<String>),
    Cell(String),
    Note(String),
}

impl Flow {
    pub(super) fn paragraph(&mut self, kind: Option<BlockKind>) {
        self.open.push(Open::Paragraph {
            text: String::new(),
            kind,
            boxes: Vec::new(),
        });
    }

    /// What the open paragraph is, where its marks tell it after it began.
    pub(super) fn is(&mut self, found: BlockKind) {
        if let Some(Open::Paragraph { kind, .. }) = self.open.last_mut() {
            *kind = Some(found);
        }
    }

    /// Takes no more than any article has; see [`Self::finish`].
    pub(super) fn text(&mut self, more: &str) {
        self.size = self.size.saturating_add(more.len());
        if self.size > MOST {
            return;
        }
        if let Some(Open::Paragraph { text, .. }) = self.open.last_mut() {
            text.push_str(more);
        }
    }

    /// A line end inside a paragraph parts it, as a reader sees it.
    pub(super) fn line_end(&mut self) {
        if let Some(Open::Paragraph { kind, .. }) = self.open.last() {
            let kind = *kind;
            self.end_paragraph();
            self.paragraph(kind);
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        if !matches!(self.open.last(), Some(Open::Paragraph { .. })) {
            return;
        }
        if let Some(Open::Paragraph {
            text,
            kind,
            mut boxes,
        }) = self.open.pop()
        {
            self.place(one_line(&text), kind);
            match self.open.last_mut() {
                Some(Open::Paragraph { boxes: outer, .. }) => outer.append(&mut boxes),
                Some(Open::Cell(_) | Open::Note(_)) => {
                    for draft in boxes {
                        self.place(draft.text.into_owned(), draft.kind);
                    }
                }
                Some(Open::Row(_)) | None => self.done.append(&mut boxes),
            }
        }
    }

    /// Puts a finished line where it belongs. It is moved, not copied, where it
    /// can be: documents nest tables in tables.
    fn place(&mut self, text: String, kind: Option<BlockKind>) {
        if text.is_empty() {
            return;
        }
        let draft = |text| Draft {
            text: Cow::Owned(text),
            kind,
        };
        match self.open.last_mut() {
            Some(Open::Cell(held) | Open::Note(held)) if held.is_empty() => *held = text,
            Some(Open::Cell(held) | Open::Note(held)) => {
                held.push(' ');
                held.push_str(&text);
            }
            Some(Open::Paragraph { boxes, .. }) => boxes.push(draft(text)),
            Some(Open::Row(_)) | None => self.done.push(draft(text)),
        }
    }

    pub(super) fn row(&mut self) {
        self.open.push(Open::Row(Vec::new()));
    }

    pub(super) fn end_row(&mut self) {
        if !matches!(self.open.last(), Some(Open::Row(_))) {
            return;
        }
        if let Some(Open::Row(cells)) = self.open.pop() {
            let row = match <[String; 1]>::try_from(cells) {
                Ok([cell]) => cell,
                Err(cells) => cells.join(BETWEEN_CELLS),
            };
            self.place(row, Some(BlockKind::Paragraph));
        }
    }

    pub(super) fn cell(&mut self) {
        self.open.push(Open::Cell(String::new()));
    }

    pub(super) fn end_cell(&mut self) {
        if !matches!(self.open.last(), Some(Open::Cell(_))) {
            return;
        }
        if let Some(Open::Cell(held)) = self.open.pop() {
            match self.open.last_mut() {
                Some(Open::Row(cells)) if !held.is_empty() => cells.push(held),
                _ => self.place(held, None),
            }
        }
    }

    pub(super) fn note(&mut self) {
        self.open.push(Open::Note(String::new()));
    }

    pub(super) fn end_note(&mut self) {
        if !matches!(self.open.last(), Some(Open::Note(_))) {
            return;
        }
        if let Some(Open::Note(held)) = self.open.pop()
            && !held.is_empty()
        {
            self.notes.push(Draft {
                text: Cow::Owned(held),
                kind: Some(BlockKind::Paragraph),
            });
        }
    }

    /// All paragraphs, the notes last. A heading at the top is the title, a
    /// title further down a heading.
    ///
    /// # Errors
    /// [`Fault::Swollen`] where more text came than any article has.
    pub(super) fn finish(mut self) -> Result<Vec<Draft<'static>>, Fault> {
        if self.size > MOST {
            return Err(Fault::Swollen);
        }
        while let Some(open) = self.open.last() {
            match open {
                Open::Paragraph { .. } => self.end_paragraph(),
                Open::Row(_) => self.end_row(),
                Open::Cell(_) => self.end_cell(),
                Open::Note(_) => self.end_note(),
            }
        }
        for (at, draft) in self.done.iter_mut().enumerate() {
            draft.kind = match draft.kind {
                Some(BlockKind::Heading) if at == 0 => Some(BlockKind::Title),
                Some(BlockKind::Title) if at > 0 => Some(BlockKind::Heading),
                kind => kind,
            };
        }
        self.done.extend(self.notes);
        Ok(self.done)
    }
}

/// A paragraph is one line: line ends and tabs in it part words and no more.
/// Controls above ASCII stay: in text that was read in a wrong encoding they
/// are parts of letters.
fn one_line(text: &str) -> String {
    let parts = text.split(|c: char| c.is_ascii_control() || matches!(c, '\u{2028}' | '\u{2029}'));
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    let line = parts.join(" ");
    if line.trim().is_empty() {
        String::new()
    } else {
        line.trim_matches(' ').to_owned()
    }
}
