//! A selection in a text of any length.
//!
//! Places are bytes of the whole text, so that a selection does not care in
//! how many paragraphs the text is laid out. A selection begun by word or by
//! paragraph grows by whole words or paragraphs and never loses the first.

use std::ops::Range;

use super::paragraph::Cursor;

/// By what a selection grows while it is dragged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    #[default]
    Character,
    Word,
    Paragraph,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    anchor: Cursor,
    focus: Cursor,
    unit: Unit,
    /// What the first press selected.
    base: Range<usize>,
}

impl Selection {
    /// A caret: nothing selected.
    pub fn at(cursor: Cursor) -> Self {
        Self {
            anchor: cursor,
            focus: cursor,
            unit: Unit::Character,
            base: cursor.byte..cursor.byte,
        }
    }

    /// Everything in `range`, growing by `unit`.
    pub fn of(range: Range<usize>, unit: Unit) -> Self {
        Self {
            anchor: Cursor::before(range.start),
            focus: Cursor::after(range.end),
            unit,
            base: range,
        }
    }

    pub fn unit(&self) -> Unit {
        self.unit
    }

    pub fn focus(&self) -> Cursor {
        self.focus
    }

    pub fn range(&self) -> Range<usize> {
        let (a, b) = (self.anchor.byte, self.focus.byte);
        a.min(b)..a.max(b)
    }

    pub fn is_empty(&self) -> bool {
        self.anchor.byte == self.focus.byte
    }

    /// Moves the end that follows the pointer or the keys to `cursor`.
    pub fn extend(&mut self, cursor: Cursor) {
        self.focus = cursor;
    }

    /// Drags to `cursor`, in the word or paragraph `there`.
    pub fn drag(&mut self, cursor: Cursor, there: Range<usize>) {
        if self.unit == Unit::Character {
            self.focus = cursor;
        } else if there.start < self.base.start {
            self.anchor = Cursor::after(self.base.end);
            self.focus = Cursor::before(there.start);
        } else {
            self.anchor = Cursor::before(self.base.start);
            self.focus = Cursor::after(there.end.max(self.base.end));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drag_by_word_never_loses_the_first_word() {
        let mut selection = Selection::of(10..16, Unit::Word);
        selection.drag(Cursor::before(30), 28..34);
        assert_eq!(selection.range(), 10..34);
        selection.drag(Cursor::before(3), 2..6);
        assert_eq!(selection.range(), 2..16);
        selection.drag(Cursor::before(12), 10..16);
        assert_eq!(selection.range(), 10..16);
    }

    #[test]
    fn a_drag_by_character_follows_the_pointer() {
        let mut selection = Selection::at(Cursor::before(10));
        assert!(selection.is_empty());
        selection.drag(Cursor::after(4), 0..9);
        assert_eq!(selection.range(), 4..10);
        assert_eq!(selection.focus(), Cursor::after(4));
    }
}
