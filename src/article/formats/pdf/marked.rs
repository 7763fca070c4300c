//! Marked content (ISO 32000-1, 14.6): what the file itself says of stretches
//! of glyphs: the text they stand for, or that they are no part of the text.

use hayro_syntax::object::{Dict, Name, String as PdfString};

use super::glyph::{Glyph, Ink};

/// The stretches that have begun and not ended.
#[derive(Default)]
pub(super) struct Marked {
    open: Vec<Mark>,
}

struct Mark {
    artifact: bool,
    /// What its glyphs say together, and the first of them.
    says: Option<(String, usize)>,
}

/// More than this deep, marks are counted no more.
const DEPTH: usize = 1024;

impl Marked {
    /// `at`: how many glyphs have been shown.
    pub(super) fn begin(&mut self, tag: &Name<'_>, about: Option<&Dict<'_>>, at: usize) {
        if self.open.len() >= DEPTH {
            return;
        }
        // The outermost text stands for all in it.
        let says = about
            .filter(|_| !self.says())
            .and_then(|about| about.get::<PdfString<'_>>("ActualText"))
            .map(|text| (decode(text.as_bytes()), at));
        self.open.push(Mark {
            artifact: tag.as_ref() == b"Artifact",
            says,
        });
    }

    pub(super) fn end(&mut self, glyphs: &mut Vec<Glyph>) {
        if let Some(Mark {
            says: Some((text, first)),
            ..
        }) = self.open.pop()
        {
            say(glyphs, text, first);
        }
    }

    /// Ends what the page left open.
    pub(super) fn close(mut self, glyphs: &mut Vec<Glyph>) {
        while !self.open.is_empty() {
            self.end(glyphs);
        }
    }

    /// Whether the glyphs that are shown now stand for a text that is told.
    pub(super) fn says(&self) -> bool {
        self.open.iter().any(|mark| mark.says.is_some())
    }

    pub(super) fn is_artifact(&self) -> bool {
        self.open.iter().any(|mark| mark.artifact)
    }
}

/// Makes one glyph of those from `first` on, which says `text`; of those on
/// other lines nothing is left.
fn say(glyphs: &mut Vec<Glyph>, text: String, first: usize) {
    let Some(head) = glyphs.get(first).cloned() else {
        return;
    };
    let same_line = |one: &Glyph| (one.baseline - head.baseline).abs() < head.size;
    let (mut left, mut right) = (head.left, head.right);
    let mut size = head.size;
    let mut baseline = head.baseline;
    let mut widest = head.width();
    let mut count = 0;
    for one in glyphs.drain(first..).filter(same_line) {
        left = left.min(one.left);
        right = right.max(one.right);
        if one.width() > widest {
            (widest, size, baseline) = (one.width(), one.size, one.baseline);
        }
        count += 1;
    }
    let ink = if count == 1 { head.ink } else { Ink::Plain };
    glyphs.push(Glyph {
        text,
        left,
        right,
        size,
        baseline,
        ink,
        ..head
    });
}

/// A text string: UTF-16 or UTF-8 with a mark, else near enough to Latin-1.
fn decode(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|pair| match pair {
                [high, low] => u16::from_be_bytes([*high, *low]),
                _ => 0,
            });
            char::decode_utf16(units).filter_map(Result::ok).collect()
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}
