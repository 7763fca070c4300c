//! Editing one text: caret, selection, input methods, undo.
//!
//! The caret moves over a [`Paragraph`] laid out from exactly the text held
//! here; whoever changes the text lays it out again before the next motion.
//! Places are always on character boundaries. While an input method composes,
//! what it proposes stands in the text, and is not yet part of its history.

use std::ops::Range;

use super::paragraph::{Cursor, Paragraph};
use super::words;

/// How many states undo goes back.
const HISTORY: usize = 200;

#[derive(Clone, Debug, Default)]
pub struct Editor {
    text: String,
    anchor: Cursor,
    focus: Cursor,
    compose: Option<Range<usize>>,
    /// The text without what is being composed.
    undo: Vec<State>,
    redo: Vec<State>,
    /// Whether the next typed character joins the last undo step.
    typing: bool,
}

#[derive(Clone, Debug)]
struct State {
    text: String,
    focus: Cursor,
}

/// Where a caret can be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    Left,
    Right,
    /// By word, onward in the direction the paragraph runs to that side.
    WordLeft,
    WordRight,
    LineStart,
    LineEnd,
    TextStart,
    TextEnd,
}

impl Editor {
    pub fn new(text: &str) -> Self {
        let mut editor = Self::default();
        editor.set_text(text);
        editor
    }

    pub fn text(&self) -> &str {
        &self.text
    }

    /// Puts another text in, with the caret at its end; forgets the history.
    pub fn set_text(&mut self, text: &str) {
        *self = Self {
            text: text.to_owned(),
            ..Self::default()
        };
        self.place(Cursor::after(self.text.len()), false);
    }

    pub fn cursor(&self) -> Cursor {
        self.focus
    }

    pub fn selection(&self) -> Range<usize> {
        let (a, b) = (self.anchor.byte, self.focus.byte);
        a.min(b)..a.max(b)
    }

    pub fn selected_text(&self) -> &str {
        self.text.get(self.selection()).unwrap_or_default()
    }

    /// What an input method proposes, if it does.
    pub fn composing(&self) -> Option<Range<usize>> {
        self.compose.clone()
    }

    /// Puts the caret at `cursor`; with `extend` the selection reaches there.
    pub fn place(&mut self, cursor: Cursor, extend: bool) {
        let byte = self.text.floor_char_boundary(cursor.byte);
        self.focus = Cursor { byte, ..cursor };
        if !extend {
            self.anchor = self.focus;
        }
        self.typing = false;
    }

    pub fn select(&mut self, range: Range<usize>) {
        self.place(Cursor::before(range.start), false);
        self.place(Cursor::after(range.end), true);
    }

    pub fn select_all(&mut self) {
        self.select(0..self.text.len());
    }

    pub fn go(&mut self, motion: Motion, extend: bool, paragraph: &Paragraph) {
        let selection = self.selection();
        let collapse = !extend && !selection.is_empty();
        let cursor = match motion {
            Motion::Left | Motion::Right if collapse => {
                if paragraph.onward(motion == Motion::Right) {
                    Cursor::after(selection.end)
                } else {
                    Cursor::before(selection.start)
                }
            }
            Motion::Left | Motion::Right => paragraph
                .step(self.focus, motion == Motion::Right)
                .unwrap_or(self.focus),
            Motion::WordLeft | Motion::WordRight => {
                if paragraph.onward(motion == Motion::WordRight) {
                    Cursor::before(words::next_word(&self.text, self.focus.byte))
                } else {
                    Cursor::before(words::previous_word(&self.text, self.focus.byte))
                }
            }
            Motion::LineStart => paragraph.line_start(self.focus),
            Motion::LineEnd => paragraph.line_end(self.focus),
            Motion::TextStart => Cursor::before(0),
            Motion::TextEnd => Cursor::after(self.text.len()),
        };
        self.place(cursor, extend);
    }

    /// Puts `text` in place of the selection.
    pub fn insert(&mut self, text: &str) {
        let joins = self.typing && self.selection().is_empty() && text.chars().count() == 1;
        if !joins {
            self.remember();
        }
        self.replace(self.selection(), text);
        self.typing = true;
    }

    /// Deletes the selection, or what is before the caret: one character, so
    /// that a vowel sign can be taken off its letter, but an emoji whole.
    pub fn backspace(&mut self) {
        let byte = self.focus.byte;
        self.delete_or(|text| {
            let start = words::previous_grapheme(text, byte);
            let grapheme = text.get(start..byte).unwrap_or_default();
            let last = grapheme.chars().next_back().map_or(0, char::len_utf8);
            let whole = grapheme.chars().any(|c| c > '\u{ffff}' || c == '\u{200d}');
            if whole {
                start..byte
            } else {
                byte - last..byte
            }
        });
    }

    /// Deletes the selection, or the grapheme after the caret.
    pub fn delete(&mut self) {
        let byte = self.focus.byte;
        self.delete_or(|text| byte..words::next_grapheme(text, byte));
    }

    pub fn backspace_word(&mut self) {
        let byte = self.focus.byte;
        self.delete_or(|text| words::previous_word(text, byte)..byte);
    }

    pub fn delete_word(&mut self) {
        let byte = self.focus.byte;
        self.delete_or(|text| byte..words::next_word(text, byte));
    }

    fn delete_or(&mut self, else_range: impl FnOnce(&str) -> Range<usize>) {
        let mut range = self.selection();
        if range.is_empty() {
            range = else_range(&self.text);
        }
        if !range.is_empty() {
            self.remember();
            self.replace(range, "");
        }
    }

    /// Takes the selection out.
    pub fn cut(&mut self) -> String {
        let text = self.selected_text().to_owned();
        if !text.is_empty() {
            self.delete();
        }
        text
    }

    /// Shows what an input method proposes in place of its last proposal, or
    /// of the selection. `caret` is in bytes of `text`. An empty proposal
    /// ends the composition.
    pub fn compose(&mut self, text: &str, caret: Option<usize>) {
        let range = match self.compose.take() {
            Some(range) => range,
            None if text.is_empty() => return,
            None => {
                self.remember();
                self.selection()
            }
        };
        let start = range.start;
        self.replace(range, text);
        if text.is_empty() {
            return;
        }
        self.compose = Some(start..start + text.len());
        if let Some(caret) = caret {
            self.place(Cursor::after(start + caret.min(text.len())), false);
        }
    }

    /// Puts in what the input method settled on.
    pub fn commit(&mut self, text: &str) {
        match self.compose.take() {
            Some(range) => self.replace(range, text),
            None if text.is_empty() => {}
            None => self.insert(text),
        }
        self.typing = false;
    }

    /// Deletes this many characters before and after the caret, as an input
    /// method asks.
    pub fn delete_around(&mut self, before: usize, after: usize) {
        let byte = self.focus.byte;
        let start = self
            .text
            .get(..byte)
            .unwrap_or_default()
            .char_indices()
            .rev()
            .take(before)
            .last()
            .map_or(byte, |(index, _)| index);
        let end = self
            .text
            .get(byte..)
            .unwrap_or_default()
            .char_indices()
            .nth(after)
            .map_or(self.text.len(), |(index, _)| byte + index);
        self.remember();
        self.replace(start..end, "");
    }

    pub fn undo(&mut self) -> bool {
        let Some(state) = self.undo.pop() else {
            return false;
        };
        let now = self.state();
        self.redo.push(now);
        self.restore(state);
        true
    }

    pub fn redo(&mut self) -> bool {
        let Some(state) = self.redo.pop() else {
            return false;
        };
        let now = self.state();
        self.undo.push(now);
        self.restore(state);
        true
    }

    fn state(&self) -> State {
        State {
            text: self.text.clone(),
            focus: self.focus,
        }
    }

    fn restore(&mut self, state: State) {
        self.text = state.text;
        self.compose = None;
        self.place(state.focus, false);
    }

    fn remember(&mut self) {
        if self.undo.len() >= HISTORY {
            self.undo.remove(0);
        }
        let now = self.state();
        self.undo.push(now);
        self.redo.clear();
    }

    /// The caret ends up after `text`.
    fn replace(&mut self, range: Range<usize>, text: &str) {
        let start = self.text.floor_char_boundary(range.start);
        let end = self.text.ceil_char_boundary(range.end.min(self.text.len()));
        self.text.replace_range(start..end, text);
        self.compose = None;
        self.place(Cursor::after(start + text.len()), false);
    }
}
