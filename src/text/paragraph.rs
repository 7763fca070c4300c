//! A laid out paragraph: lines, glyphs and clusters, with exact geometry.
//!
//! Plain data in points from the top left corner of the paragraph's box. All
//! lines are equally high, so that a line with a word in another script does
//! not jump. Clusters (what a caret steps over) stand in each line from left to
//! right; every byte of the text lies in one. A [`Cursor`] names a byte and the
//! side it belongs to, for where two directions or two lines meet one byte
//! offset stands in two places.

use std::ops::Range;

use parley::FontData;

use super::geometry::{Point, Rect};

/// Rectangles nearer than this, in points, are one.
const JOIN: f32 = 0.05;

#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// The width of the widest line without hanging spaces.
    pub width: f32,
    pub height: f32,
    /// The width it was laid out for; what it fills where that was unbounded.
    pub box_width: f32,
    pub rtl: bool,
    /// Whether text was left out for an ellipsis.
    pub elided: bool,
    pub lines: Vec<Line>,
    pub clusters: Vec<Cluster>,
    pub runs: Vec<Run>,
    pub glyphs: Vec<Glyph>,
}

#[derive(Clone, Debug)]
pub struct Line {
    pub bytes: Range<usize>,
    pub top: f32,
    pub bottom: f32,
    pub baseline: f32,
    /// From left to right.
    pub clusters: Range<usize>,
    pub runs: Range<usize>,
    /// Whether the line ends with a line end of the text.
    pub hard_break: bool,
}

/// What a caret steps over: a grapheme, or the part of one in one run.
#[derive(Clone, Debug, PartialEq)]
pub struct Cluster {
    pub bytes: Range<usize>,
    pub x: f32,
    pub width: f32,
    pub rtl: bool,
}

/// Glyphs of one face and size.
#[derive(Clone, Debug)]
pub struct Run {
    pub font: FontData,
    /// In physical pixels.
    pub size: f32,
    pub embolden: bool,
    /// Variation coordinates, 2.14 fixed point.
    pub coords: Vec<i16>,
    pub baseline: f32,
    pub glyphs: Range<usize>,
}

/// A glyph's origin, y relative to the baseline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    pub id: u32,
    pub x: f32,
    pub y: f32,
    pub advance: f32,
}

/// A place for a caret.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cursor {
    pub byte: usize,
    /// Whether it stands at the end of what precedes `byte` rather than at the
    /// start of what follows.
    pub upstream: bool,
}

impl Cursor {
    pub const fn before(byte: usize) -> Self {
        Self {
            byte,
            upstream: false,
        }
    }

    pub const fn after(byte: usize) -> Self {
        Self {
            byte,
            upstream: true,
        }
    }
}

impl Paragraph {
    /// The index of the line at height `y`, the first or the last beyond.
    pub fn line_at(&self, y: f32) -> usize {
        self.lines
            .partition_point(|line| line.bottom <= y)
            .min(self.lines.len().saturating_sub(1))
    }

    /// The index of the line that shows `cursor`.
    pub fn line_of(&self, cursor: Cursor) -> usize {
        let after = self
            .lines
            .partition_point(|line| line.bytes.start <= cursor.byte);
        let line = after.saturating_sub(1);
        let starts_line = line > 0 && self.lines[line].bytes.start == cursor.byte;
        if cursor.upstream && starts_line && !self.lines[line - 1].hard_break {
            line - 1
        } else {
            line
        }
    }

    /// The place nearest to `point`.
    pub fn hit(&self, point: Point) -> Cursor {
        let Some(line) = self.lines.get(self.line_at(point.y)) else {
            return Cursor::default();
        };
        self.hit_in_line(line, point.x)
    }

    pub fn hit_in_line(&self, line: &Line, x: f32) -> Cursor {
        let clusters = self.clusters_of(line);
        let Some(hit) = clusters
            .iter()
            .find(|cluster| x < cluster.x + cluster.width)
            .or(clusters.last())
        else {
            return Cursor::before(line.bytes.start);
        };
        let right_half = x >= hit.x + hit.width / 2.0;
        // The place after a line end would show on the next line.
        if right_half == hit.rtl || self.ends_line(line, hit) {
            Cursor::before(hit.bytes.start)
        } else {
            Cursor::after(hit.bytes.end)
        }
    }

    /// The byte of the character under `point`, if there is one.
    pub fn byte_under(&self, point: Point) -> Option<usize> {
        let line = self.lines.get(self.line_at(point.y))?;
        if point.y < line.top || point.y >= line.bottom {
            return None;
        }
        self.clusters_of(line)
            .iter()
            .find(|cluster| (cluster.x..cluster.x + cluster.width).contains(&point.x))
            .map(|cluster| cluster.bytes.start)
    }

    /// Where the caret stands: a rectangle without width, as high as the line.
    pub fn caret(&self, cursor: Cursor) -> Rect {
        let Some(line) = self.lines.get(self.line_of(cursor)) else {
            return Rect {
                bottom: self.height,
                ..Rect::default()
            };
        };
        let x = self.caret_x(line, cursor);
        Rect {
            left: x,
            right: x,
            top: line.top,
            bottom: line.bottom,
        }
    }

    fn caret_x(&self, line: &Line, cursor: Cursor) -> f32 {
        let clusters = self.clusters_of(line);
        let following = || {
            clusters
                .iter()
                .find(|cluster| cluster.bytes.contains(&cursor.byte))
                .map(Cluster::start_x)
        };
        let preceding = || {
            clusters
                .iter()
                .find(|cluster| {
                    cursor.byte > cluster.bytes.start && cursor.byte <= cluster.bytes.end
                })
                .map(Cluster::end_x)
        };
        let place = if cursor.upstream {
            preceding().or_else(following)
        } else {
            following().or_else(preceding)
        };
        place.unwrap_or_else(|| self.line_start_x(line))
    }

    /// Where an empty line begins.
    fn line_start_x(&self, line: &Line) -> f32 {
        let clusters = self.clusters_of(line);
        match (self.rtl, clusters.first(), clusters.last()) {
            (true, _, Some(last)) => last.x + last.width,
            (false, Some(first), _) => first.x,
            (true, ..) => self.box_width,
            (false, ..) => 0.0,
        }
    }

    /// The rectangles that cover `bytes`: line by line from the top, in each
    /// line from left to right, touching ones joined. Spaces that hang beyond
    /// the box are cut off at its edge.
    pub fn rects(&self, bytes: Range<usize>) -> Vec<Rect> {
        let mut rects: Vec<Rect> = Vec::new();
        if bytes.is_empty() {
            return rects;
        }
        let first = self
            .lines
            .partition_point(|line| line.bytes.end <= bytes.start);
        for line in self.lines.iter().skip(first) {
            if line.bytes.start >= bytes.end {
                break;
            }
            let before = rects.len();
            for cluster in self.clusters_of(line) {
                if cluster.bytes.start >= bytes.end || cluster.bytes.end <= bytes.start {
                    continue;
                }
                let left = cluster.x.max(0.0);
                let right = (cluster.x + cluster.width).min(self.box_width.max(self.width));
                if right <= left {
                    continue;
                }
                match rects.get_mut(before..).and_then(<[Rect]>::last_mut) {
                    Some(last) if left - last.right < JOIN => last.right = last.right.max(right),
                    _ => rects.push(Rect {
                        left,
                        right,
                        top: line.top,
                        bottom: line.bottom,
                    }),
                }
            }
        }
        rects
    }

    pub fn clusters_of(&self, line: &Line) -> &[Cluster] {
        self.clusters.get(line.clusters.clone()).unwrap_or_default()
    }

    pub fn glyphs_of(&self, run: &Run) -> &[Glyph] {
        self.glyphs.get(run.glyphs.clone()).unwrap_or_default()
    }

    pub(super) fn ends_line(&self, line: &Line, cluster: &Cluster) -> bool {
        line.hard_break && cluster.bytes.end == line.bytes.end
    }
}

impl Cluster {
    /// The edge at which reading it begins.
    fn start_x(&self) -> f32 {
        if self.rtl {
            self.x + self.width
        } else {
            self.x
        }
    }

    fn end_x(&self) -> f32 {
        if self.rtl {
            self.x
        } else {
            self.x + self.width
        }
    }
}
