//! Lines become paragraphs: across line ends, columns and pages.
//!
//! A paragraph ends where the next line stands further down than lines do, is
//! indented, or is set in other type, and where the first word of the next
//! line would have had room on this one. Where lines are stretched to both
//! edges, one that ends a sentence short of the far edge is the last of its
//! paragraph.

use super::glyph::Glyph;
use super::lines::Line;
use super::order::{self, Kind};

/// A line and the column that it stands in.
pub(super) struct Placed {
    pub(super) line: Line,
    pub(super) page: usize,
    /// The number of the column in the order of reading, over all pages.
    pub(super) column: usize,
    /// The edges of the column.
    pub(super) left: f32,
    pub(super) right: f32,
}

impl Placed {
    fn reaches_end(&self, leftward: bool) -> bool {
        let short = if leftward {
            self.line.left - self.left
        } else {
            self.right - self.line.right
        };
        short.abs() <= self.line.size * EXACT
    }
}

pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) size: f32,
    pub(super) page: usize,
}

/// How the lines of a document are set.
struct Setting {
    leftward: bool,
    /// The width of a space, in sizes of type, where the file shows it as a
    /// glyph and does not leave it out.
    space: Option<f32>,
    /// From one line to the next, in sizes of type.
    leading: f32,
    edge: Edge,
    /// Lines that are full end exactly at the edge.
    stretched: bool,
}

/// Where lines are flush.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Edge {
    /// Where they begin, and perhaps where they end too.
    Start,
    End,
    /// On neither side: set in the middle.
    None,
}

/// A word gap, in sizes of type; a wider one where the file shows spaces.
const GAP: f32 = 0.18;
const GAP_BESIDE_SPACES: f32 = 0.35;

/// How much further down than others a line stands that begins a paragraph.
const APART: f32 = 1.15;

/// How much further in, in sizes of type.
const INDENT: f32 = 0.7;

/// How far letters may reach over the edge of a column, in sizes of type.
const SLACK: f32 = 0.12;

/// How far a line that is stretched to the edge may end from it, in sizes of
/// type.
const EXACT: f32 = 0.15;

/// How far sizes of type in one paragraph differ.
const SIZES: f32 = 1.08;

pub(super) fn paragraphs(placed: &[Placed], leftward: bool) -> Vec<Paragraph> {
    let mut setting = Setting {
        leftward,
        space: space(placed),
        leading: leading(placed),
        edge: edge(placed, leftward),
        stretched: false,
    };
    setting.stretched = setting.is_stretched(placed);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut before: Option<&Placed> = None;
    let mut strong: Option<Kind> = None;
    for this in placed {
        let stopped = paragraphs.last().is_some_and(|one| is_stopped(&one.text));
        let goes_on = before.is_some_and(|before| setting.goes_on(before, this, stopped));
        if !goes_on {
            strong = None;
        }
        let text = setting.text(&this.line, &mut strong);
        before = Some(this);
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => {
                if !is_tied(&paragraph.text) {
                    paragraph.text.push(' ');
                }
                paragraph.text.push_str(&text);
            }
            _ => paragraphs.push(Paragraph {
                text,
                size: this.line.size,
                page: this.page,
            }),
        }
    }
    paragraphs
}

/// Whether a line that ends so was broken inside a word, as it seems: after an
/// opening bracket, in an address, or after a stroke that follows a letter.
fn is_tied(text: &str) -> bool {
    if text.ends_with(['(', '[', '{', '«']) {
        return true;
    }
    let word = text.rsplit(' ').next().unwrap_or_default();
    if word.contains("://") && word.ends_with(['/', '?', '&', '=', '-']) {
        return true;
    }
    let stroke = text.strip_suffix('/').or_else(|| {
        let latin = |text: &&str| text.ends_with(|c: char| c.is_ascii_alphanumeric());
        text.strip_suffix('-').filter(latin)
    });
    stroke.is_some_and(|text| text.ends_with(char::is_alphanumeric))
}

/// Whether a text ends with a sentence.
fn is_stopped(text: &str) -> bool {
    let bare = text.trim_end_matches(|c: char| c.is_whitespace() || "\"”»)'’".contains(c));
    bare.ends_with(['.', '؟', '!', '?', '…', ':'])
}

/// The width of a space, in sizes of type, where the file shows spaces: in
/// lines that are stretched it is larger, so that the lower quarter tells.
fn space(placed: &[Placed]) -> Option<f32> {
    let glyphs = || placed.iter().flat_map(|placed| &placed.line.glyphs);
    let spaces = glyphs().filter(|glyph| glyph.is_space());
    let mut widths: Vec<f32> = spaces
        .map(|space| space.width() / space.size.max(0.1))
        .collect();
    widths.sort_by(f32::total_cmp);
    let shown = widths.len() * 25 > glyphs().count();
    widths.get(widths.len() / 4).copied().filter(|_| shown)
}

/// The distance of lines in most paragraphs: the lower quarter of all.
fn leading(placed: &[Placed]) -> f32 {
    let pairs = placed.iter().zip(placed.iter().skip(1));
    let mut all: Vec<f32> = pairs
        .filter(|(a, b)| a.column == b.column && same_size(a, b))
        .map(|(a, b)| (a.line.baseline - b.line.baseline) / a.line.size.max(0.1))
        .filter(|drop| *drop > 0.5)
        .collect();
    all.sort_by(f32::total_cmp);
    all.get(all.len() / 4).copied().unwrap_or(f32::MAX)
}

/// Where most lines are flush: on a side where their edges share few places.
fn edge(placed: &[Placed], leftward: bool) -> Edge {
    let left = sharing(placed.iter().map(|one| one.line.left - one.left), placed);
    let right = sharing(placed.iter().map(|one| one.right - one.line.right), placed);
    let (start, end) = if leftward {
        (right, left)
    } else {
        (left, right)
    };
    if start >= end && start * 2 >= placed.len() {
        Edge::Start
    } else if end * 2 >= placed.len() {
        Edge::End
    } else {
        Edge::None
    }
}

/// How many of some places are shared by a tenth of all.
fn sharing(places: impl Iterator<Item = f32>, placed: &[Placed]) -> usize {
    let mut places: Vec<f32> = places.collect();
    places.sort_by(f32::total_cmp);
    let near = placed.first().map_or(0.0, |one| one.line.size * 0.2);
    let least = (places.len() / 10).max(2);
    let count = |place: f32| {
        let from = places.partition_point(|other| *other < place - near);
        let to = places.partition_point(|other| *other <= place + near);
        to - from
    };
    places
        .iter()
        .filter(|place| count(**place) >= least)
        .count()
}

fn same_size(a: &Placed, b: &Placed) -> bool {
    let (a, b) = (a.line.size, b.line.size);
    a.max(b) <= a.min(b) * SIZES
}

impl Setting {
    /// Whether the second line is of the same paragraph as the first, which
    /// ends a sentence or not.
    fn goes_on(&self, a: &Placed, b: &Placed, stopped: bool) -> bool {
        if !same_size(a, b) {
            return false;
        }
        let size = b.line.size;
        let drop = (a.line.baseline - b.line.baseline) / size.max(0.1);
        if a.column == b.column && drop > self.leading * APART {
            return false;
        }
        let indented = |one| self.edge == Edge::Start && self.indent(one) > size * INDENT;
        if indented(b) && (stopped || !indented(a)) {
            return false;
        }
        let last = self.stretched && stopped && !a.reaches_end(self.leftward);
        !last && self.is_full(a, b)
    }

    /// Whether the first word of the second line had no room on the first.
    fn is_full(&self, a: &Placed, b: &Placed) -> bool {
        let space = self.space.unwrap_or(GAP).max(GAP / 2.0);
        self.room(a) < self.first_word(&b.line) + b.line.size * (space + SLACK)
    }

    /// Whether nearly all lines that are full end at the edge, which few do by
    /// chance.
    fn is_stretched(&self, placed: &[Placed]) -> bool {
        let pairs = placed.iter().zip(placed.iter().skip(1));
        let full = pairs.filter(|(a, b)| same_size(a, b) && self.is_full(a, b));
        let (mut all, mut exact) = (0, 0);
        for (line, _) in full {
            all += 1;
            exact += usize::from(line.reaches_end(self.leftward));
        }
        all >= 4 && exact * 4 >= all * 3
    }

    /// How far in a line begins.
    fn indent(&self, placed: &Placed) -> f32 {
        if self.leftward {
            placed.right - placed.line.right
        } else {
            placed.line.left - placed.left
        }
    }

    /// What is free on a line for more words.
    fn room(&self, placed: &Placed) -> f32 {
        let all = (placed.right - placed.left) - (placed.line.right - placed.line.left);
        match self.edge {
            // The space at its beginning is an indent.
            Edge::Start => all - self.indent(placed),
            Edge::End | Edge::None => all,
        }
    }

    /// The width of a line's first word.
    fn first_word(&self, line: &Line) -> f32 {
        let (mut left, mut right) = (f32::MAX, f32::MIN);
        let mut last: Option<&Glyph> = None;
        let count = line.glyphs.len();
        for at in 0..count {
            let at = if self.leftward { count - 1 - at } else { at };
            let Some(glyph) = line.glyphs.get(at) else {
                break;
            };
            if last.is_some_and(|last| glyph.is_space() || self.parts(last, glyph)) {
                break;
            }
            if !glyph.is_space() {
                last = Some(glyph);
                left = left.min(glyph.left);
                right = right.max(glyph.right);
            }
        }
        (right - left).max(0.0)
    }

    /// Whether there is a word gap between two glyphs beside each other.
    fn parts(&self, a: &Glyph, b: &Glyph) -> bool {
        let gap = (b.left - a.right).max(a.left - b.right);
        let least = if self.space.is_some() {
            GAP_BESIDE_SPACES
        } else {
            GAP
        };
        gap > a.size.min(b.size) * least
    }

    /// A line's text in reading order.
    fn text(&self, line: &Line, strong: &mut Option<Kind>) -> String {
        let mut glyphs: Vec<Glyph> = Vec::with_capacity(line.glyphs.len());
        for glyph in &line.glyphs {
            if let Some(last) = glyphs.last()
                && !last.is_space()
                && !glyph.is_space()
                && self.parts(last, glyph)
            {
                let mut space = glyph.clone();
                space.text = " ".to_owned();
                glyphs.push(space);
            }
            glyphs.push(glyph.clone());
        }
        order::reading(&glyphs, self.leftward, strong)
    }
}

#[cfg(test)]
mod tests {
    use super::super::glyph::Ink;
    use super::*;

    /// Lines of one column, each with what is free at its end.
    fn column(free: &[f32]) -> Vec<Placed> {
        let glyph = |left: f32, right: f32, baseline: f32| Glyph {
            text: "ا.".to_owned(),
            left,
            right,
            baseline,
            size: 10.0,
            run: 0,
            face: 0,
            ink: Ink::Plain,
            artifact: false,
        };
        let mut baseline = 700.0;
        let line = |free: &f32| {
            baseline -= 16.0;
            Placed {
                line: Line {
                    glyphs: vec![glyph(*free, 75.0, baseline), glyph(80.0, 100.0, baseline)],
                    left: *free,
                    right: 100.0,
                    baseline,
                    size: 10.0,
                },
                page: 0,
                column: 0,
                left: 0.0,
                right: 100.0,
            }
        };
        free.iter().map(line).collect()
    }

    #[test]
    fn a_full_line_that_is_not_stretched_ends_its_paragraph_where_others_are() {
        let stretched = column(&[0.0, 0.4, 0.9, 0.2, 0.0, 5.0, 0.1, 0.3, 40.0]);
        assert_eq!(paragraphs(&stretched, true).len(), 2);
        let ragged = column(&[3.0, 0.4, 6.0, 5.5, 0.0, 5.0, 4.1, 2.3, 40.0]);
        assert_eq!(paragraphs(&ragged, true).len(), 1);
    }
}
