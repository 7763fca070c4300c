//! One shown glyph: what it says, where it stands, and what matters of its ink.

/// A glyph, or several that say one text together, in points of the page:
/// x from left to right, y upwards, as the page is held for reading.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    /// Empty where the font does not tell.
    pub(super) text: String,
    /// From the pen's place before it to the pen's place after it, `left` the
    /// smaller.
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    /// Of the type, as it stands on the page.
    pub(super) size: f32,
    /// Glyphs that were shown as one run, in one direction, have the same.
    pub(super) run: u32,
    /// The number of its font.
    pub(super) face: usize,
    pub(super) ink: Ink,
    /// Marked by the file as no part of the text: page numbers and the like.
    pub(super) artifact: bool,
}

/// What matters of a glyph's shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ink {
    /// Not looked at.
    Plain,
    /// The middle of a mark above or below a letter, on the x axis.
    Mark(f32),
    /// A bar on the baseline that reaches from one neighbour to the other: it
    /// stretches a word.
    Bar,
    /// A bracket whose bow is on the left, like `(`.
    BowLeft,
    /// A bracket whose bow is on the right, like `)`.
    BowRight,
}

impl Glyph {
    pub(super) fn width(&self) -> f32 {
        self.right - self.left
    }

    /// Whether it is white space.
    pub(super) fn is_space(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(char::is_whitespace)
    }

    /// Whether it is nothing but marks that stand over or under a letter.
    pub(super) fn is_mark(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(is_mark)
    }
}

/// Marks that stand on a letter: tashkeel, and the small signs of the Quran.
pub(super) fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// The bracket that faces the other way; nothing for what has no other side.
pub(super) fn mirrored(c: char) -> Option<char> {
    const PAIRS: [(char, char); 8] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('\u{FD3E}', '\u{FD3F}'),
        ('⟨', '⟩'),
    ];
    PAIRS.iter().find_map(|&(open, close)| match c {
        _ if c == open => Some(close),
        _ if c == close => Some(open),
        _ => None,
    })
}

/// Whether a bracket with this code has its bow on the left where it stands in
/// text from left to right.
pub(super) fn opens(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '<' | '«' | '‹' | '⟨' | '\u{FD3F}')
}
