//! Where every part of an article stands, most of it by estimate.
//!
//! An article is a column of parts: its blocks, very long ones in several
//! [`pieces`]. A part's height is estimated from its length until it has been
//! laid out; [`Flow::measure`] lays out the parts in a stretch of the column
//! and tells how far that moved what stood below its start. Heights once
//! measured stay.

use std::ops::Range;

use crate::arabic::Span;
use crate::article::{Block, BlockKind};
use crate::text::pieces::pieces;

use super::style::ReadingStyle;

/// Above the first block and below the last, in points.
const MARGIN: f32 = 26.0;
const END_MARGIN: f32 = 64.0;

#[derive(Clone, Debug)]
pub(super) struct Part {
    pub kind: BlockKind,
    /// The block's place among the blocks.
    pub block: usize,
    /// In the article's text.
    pub bytes: Range<usize>,
    pub above: f32,
    pub below: f32,
    /// Without the gaps.
    pub height: f32,
    pub measured: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    pub parts: Vec<Part>,
    /// The top of each part's text, and last of all the end of the column.
    /// Thousands of heights are added up, so these are finer than a height.
    tops: Vec<f64>,
}

impl Flow {
    /// `scale` in physical pixels a point: heights and gaps are whole numbers
    /// of pixels, so that what is read does not shiver when others are measured.
    pub fn new(text: &str, blocks: &[Block], style: &ReadingStyle, width: f32, scale: f32) -> Self {
        let whole = |points: f32| (points * scale).round() / scale;
        let mut parts = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            let (above, below) = style.gaps(block.kind);
            let pieces = pieces(block.span.of(text));
            let last = pieces.len().saturating_sub(1);
            let set = style.of(block.kind);
            for (order, piece) in pieces.into_iter().enumerate() {
                parts.push(Part {
                    kind: block.kind,
                    block: index,
                    height: whole(estimate(piece.len(), set.size, set.line_height, width)),
                    bytes: block.span.start + piece.start..block.span.start + piece.end,
                    above: if order == 0 { whole(above) } else { 0.0 },
                    below: if order == last { whole(below) } else { 0.0 },
                    measured: false,
                });
            }
        }
        let mut flow = Self {
            parts,
            tops: Vec::new(),
        };
        flow.place();
        flow
    }

    fn place(&mut self) {
        self.tops.clear();
        let mut y = f64::from(MARGIN);
        for part in &self.parts {
            y += f64::from(part.above);
            self.tops.push(y);
            y += f64::from(part.height) + f64::from(part.below);
        }
        self.tops.push(y);
    }

    /// The height of the whole column.
    pub fn height(&self) -> f64 {
        self.tops.last().copied().unwrap_or_default() + f64::from(END_MARGIN)
    }

    pub fn top(&self, part: usize) -> f64 {
        self.tops.get(part).copied().unwrap_or_default()
    }

    /// The parts that reach into `heights`.
    pub fn within(&self, heights: Range<f64>) -> Range<usize> {
        let tops = self.tops.get(..self.parts.len()).unwrap_or_default();
        let first = tops.partition_point(|top| *top <= heights.start);
        let end = tops.partition_point(|top| *top < heights.end);
        first.saturating_sub(1)..end.max(first.saturating_sub(1))
    }

    /// The part at height `y`: the last that begins above it.
    pub fn at(&self, y: f64) -> Option<usize> {
        let tops = self.tops.get(..self.parts.len())?;
        let last = self.parts.len().checked_sub(1)?;
        let after = tops.partition_point(|top| *top <= y);
        Some(after.saturating_sub(1).min(last))
    }

    /// The part that holds `byte`, or the nearest before it.
    pub fn holding(&self, byte: usize) -> Option<usize> {
        let last = self.parts.len().checked_sub(1)?;
        let after = self.parts.partition_point(|part| part.bytes.start <= byte);
        Some(after.saturating_sub(1).min(last))
    }

    /// The bytes of the block that holds `byte`.
    pub fn block_at(&self, byte: usize) -> Span {
        let Some(part) = self.holding(byte).and_then(|index| self.parts.get(index)) else {
            return Span::default();
        };
        let same = |other: &&Part| other.block == part.block;
        let first = self.parts.iter().find(same).unwrap_or(part);
        let last = self.parts.iter().rfind(same).unwrap_or(part);
        Span::new(first.bytes.start, last.bytes.end)
    }

    /// Measures the parts that reach into the stretch from `above` points over
    /// `y` to `below` points under it, and gives how far that moved what stands
    /// at `y`.
    pub fn measure(
        &mut self,
        y: f64,
        (above, below): (f64, f64),
        mut measure: impl FnMut(&Part) -> f32,
    ) -> f64 {
        let mut moved = 0.0;
        // What was measured may have been shorter than its estimate, and so
        // bring further parts into reach.
        for _ in 0..8 {
            let here = y + moved;
            let mut grown = 0.0;
            let mut changed = false;
            for index in self.within(here - above..here + below) {
                let top = self.top(index);
                let Some(part) = self.parts.get_mut(index) else {
                    continue;
                };
                if part.measured {
                    continue;
                }
                let height = measure(part);
                if top + f64::from(part.height) <= here {
                    grown += f64::from(height) - f64::from(part.height);
                }
                part.height = height;
                part.measured = true;
                changed = true;
            }
            if !changed {
                break;
            }
            moved += grown;
            self.place();
        }
        moved
    }
}

/// Arabic letters take two bytes and on average 0.45 of the size.
fn estimate(bytes: usize, size: f32, line_height: f32, width: f32) -> f32 {
    let letters = bytes as f32 * 0.55;
    let lines = (letters * size * 0.45 / width.max(size)).ceil().max(1.0);
    lines * size * line_height
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(paragraphs: usize) -> Flow {
        let text = "خبر ".repeat(paragraphs * 50);
        let blocks: Vec<Block> = (0..paragraphs)
            .map(|index| Block {
                kind: BlockKind::Paragraph,
                span: Span::new(index * 350, index * 350 + 349),
            })
            .collect();
        Flow::new(&text, &blocks, &ReadingStyle::default(), 600.0, 1.0)
    }

    #[test]
    fn what_is_looked_at_stays_where_it_is() {
        let mut flow = flow(200);
        let part = flow.parts.len() / 2;
        let before = flow.top(part);
        let moved = flow.measure(before, (2000.0, 2000.0), |part| part.height * 1.5 + 7.0);
        assert!(moved > 0.0);
        assert!((flow.top(part) - before - moved).abs() < 0.5);
    }

    #[test]
    fn parts_are_found_by_height_and_by_byte() {
        let flow = flow(20);
        for index in 0..20 {
            assert_eq!(flow.at(flow.top(index) + 1.0), Some(index));
            assert_eq!(flow.holding(index * 350 + 10), Some(index));
        }
        assert_eq!(flow.at(-5.0), Some(0));
        assert_eq!(flow.at(1e9), Some(19));
        assert_eq!(flow.block_at(360), Span::new(350, 699));
        assert_eq!(Flow::default().at(0.0), None);
    }

    #[test]
    fn a_huge_paragraph_is_many_parts_of_one_block() {
        let text = "قال إن ذلك ممكن. ".repeat(10_000);
        let blocks = [Block {
            kind: BlockKind::Paragraph,
            span: Span::new(0, text.len()),
        }];
        let flow = Flow::new(&text, &blocks, &ReadingStyle::default(), 600.0, 1.0);
        assert!(flow.parts.len() > 20);
        assert_eq!(flow.block_at(100_000), Span::new(0, text.len()));
        assert!(
            flow.parts
                .windows(2)
                .all(|two| two[0].bytes.end == two[1].bytes.start)
        );
    }
}
