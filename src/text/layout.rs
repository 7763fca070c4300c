//! Text and style become a [`Paragraph`]: parley's bidi, shaping and line
//! breaking over the catalogue's faces.
//!
//! Layout is done in physical pixels without hinting, so that lines break at
//! the same words at every scale factor, and returned in points. Long texts
//! are laid out in [`pieces`]; a text with a line limit is cut before it is
//! shaped. Any string whatever gives a paragraph.

use std::sync::Arc;

use parley::{
    Alignment, AlignmentOptions, BaseDirection, BreakReason, CHROMIUM_LINE_BREAK_OVERRIDE,
    FontFamily, FontFamilyName, FontWeight, Layout, LayoutContext, LineHeight, OverflowWrap,
    PositionedLayoutItem, StyleProperty,
};

use super::direction::Direction;
use super::fonts::{self, Catalogue, Family};
use super::paragraph::{Cluster, Glyph, Line, Paragraph, Run};
use super::pieces::pieces;

/// How a paragraph is set.
#[derive(Clone, Debug, PartialEq)]
pub struct Style {
    pub family: Family,
    /// In points.
    pub size: f32,
    /// 400 regular, 700 bold.
    pub weight: u16,
    /// As a multiple of the size.
    pub line_height: f32,
    pub direction: Direction,
    pub align: Align,
    /// Lines beyond are left out, with an ellipsis at the end of the last.
    pub max_lines: Option<usize>,
}

impl Style {
    /// Interface text of this size.
    pub fn interface(size: f32) -> Self {
        Self {
            family: Family::named(fonts::INTERFACE),
            size,
            weight: 400,
            line_height: 1.6,
            direction: Direction::Auto,
            align: Align::Start,
            max_lines: None,
        }
    }

    /// Article text of this size.
    pub fn reading(size: f32) -> Self {
        Self {
            family: Family::named(fonts::READING),
            line_height: 1.9,
            ..Self::interface(size)
        }
    }
}

/// On which side lines stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Align {
    /// Where the paragraph's direction begins.
    #[default]
    Start,
    End,
    Left,
    Right,
    Center,
}

/// Lays out paragraphs. Keeps scratch space: make one and keep it.
pub struct Typesetter {
    catalogue: Catalogue,
    scratch: LayoutContext<()>,
}

impl Typesetter {
    pub fn new(catalogue: Catalogue) -> Self {
        Self {
            catalogue,
            scratch: LayoutContext::new(),
        }
    }

    pub fn catalogue(&mut self) -> &mut Catalogue {
        &mut self.catalogue
    }

    /// `width` in points, infinite for a single line; `scale` in physical
    /// pixels a point.
    pub fn layout(&mut self, text: &str, style: &Style, width: f32, scale: f32) -> Arc<Paragraph> {
        let scale = if scale.is_finite() && scale > 0.0 {
            scale
        } else {
            1.0
        };
        let mut job = Job {
            style,
            width: if width.is_nan() { 0.0 } else { width.max(0.0) },
            scale,
            rtl: style.direction.is_rtl(text),
        };
        let paragraph = match style.max_lines {
            Some(limit) => self.layout_limited(text, &mut job, limit.max(1)),
            None => self.layout_all(text, &job),
        };
        Arc::new(paragraph)
    }

    fn layout_all(&mut self, text: &str, job: &Job<'_>) -> Paragraph {
        let mut paragraph = Paragraph {
            rtl: job.rtl,
            ..Paragraph::default()
        };
        for piece in pieces(text) {
            let part = text.get(piece.clone()).unwrap_or_default();
            if part.is_empty() {
                continue;
            }
            let layout = self.shape(part, job);
            append(&mut paragraph, &layout, piece.start, job);
        }
        if paragraph.lines.is_empty() {
            append_empty_line(&mut paragraph, job);
        }
        paragraph.box_width = if job.width.is_finite() {
            job.width
        } else {
            paragraph.width
        };
        paragraph
    }

    /// At most `limit` lines. What cannot be reached by `limit` lines of the
    /// narrowest letters is cut off before shaping.
    fn layout_limited(&mut self, text: &str, job: &mut Job<'_>, limit: usize) -> Paragraph {
        let reach = if job.width.is_finite() {
            let letters = job.width / (job.style.size.max(1.0) * NARROWEST_LETTER);
            (letters as usize + 8)
                .saturating_mul(limit)
                .saturating_mul(4)
        } else {
            text.len()
        };
        let shown = text
            .get(..text.floor_char_boundary(reach))
            .unwrap_or_default();
        let whole = self.layout_all(shown, job);
        if whole.lines.len() <= limit && shown.len() == text.len() {
            return whole;
        }
        self.elide(text, &whole, job, limit)
    }

    /// Leaves out the end of `text` so that what is left and an ellipsis fill
    /// `limit` lines.
    fn elide(&mut self, text: &str, whole: &Paragraph, job: &Job<'_>, limit: usize) -> Paragraph {
        let ellipsis = self.layout_all(ELLIPSIS, job).width;
        let last = limit.min(whole.lines.len()).saturating_sub(1);
        let Some(line) = whole.lines.get(last) else {
            return whole.clone();
        };
        // The clusters of the last line and, if it ended early for a long
        // word, of the next one, in the order of the text.
        let mut clusters: Vec<&Cluster> = whole
            .lines
            .iter()
            .skip(last)
            .take(if line.hard_break { 1 } else { 2 })
            .flat_map(|line| whole.clusters_of(line))
            .collect();
        clusters.sort_by_key(|cluster| cluster.bytes.start);
        let mut room = job.width - ellipsis;
        let mut ends: Vec<usize> = vec![line.bytes.start];
        for cluster in clusters {
            room -= cluster.width;
            if room < 0.0 || (line.hard_break && cluster.bytes.end >= line.bytes.end) {
                break;
            }
            ends.push(cluster.bytes.end);
        }
        // Shaping joins letters anew at the cut, so the guess is tried.
        let mut shown = Paragraph::default();
        for end in cuts(text, &ends) {
            let kept = text.get(..end).unwrap_or_default().trim_end();
            shown = self.layout_all(&format!("{kept}{ELLIPSIS}"), job);
            shown.elided = true;
            cover_to(&mut shown, kept.len(), text.len());
            if shown.lines.len() <= limit && shown.width <= job.width + 0.01 {
                break;
            }
        }
        keep_lines(&mut shown, limit);
        shown
    }

    fn shape(&mut self, text: &str, job: &Job<'_>) -> Layout<()> {
        let stack = self.catalogue.stack(&job.style.family, text);
        let families: Vec<FontFamilyName<'_>> = stack
            .iter()
            .map(|name| FontFamilyName::named(name))
            .collect();
        let mut builder =
            self.scratch
                .ranged_builder(self.catalogue.context(), text, job.scale, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(families.into())));
        builder.push_default(StyleProperty::FontSize(job.style.size));
        builder.push_default(StyleProperty::FontWeight(FontWeight::new(f32::from(
            job.style.weight,
        ))));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(
            job.style.line_height,
        )));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::BreakWord));
        builder.set_line_break_override(Some(CHROMIUM_LINE_BREAK_OVERRIDE));
        builder.set_base_direction(if job.rtl {
            BaseDirection::Rtl
        } else {
            BaseDirection::Ltr
        });
        let mut layout = builder.build(text);
        let width = job.width.is_finite().then_some(job.width * job.scale);
        layout.break_all_lines(width);
        layout.align(job.alignment(), AlignmentOptions::default());
        layout
    }
}

const ELLIPSIS: &str = "…";
/// Of the size; narrower ones are marks.
const NARROWEST_LETTER: f32 = 0.15;

struct Job<'a> {
    style: &'a Style,
    /// In points.
    width: f32,
    scale: f32,
    rtl: bool,
}

impl Job<'_> {
    fn alignment(&self) -> Alignment {
        match self.style.align {
            Align::Start => Alignment::Start,
            Align::End => Alignment::End,
            Align::Left => Alignment::Left,
            Align::Right => Alignment::Right,
            Align::Center => Alignment::Center,
        }
    }

    /// In points, a whole number of physical pixels.
    fn line_height(&self) -> f32 {
        (self.style.size * self.style.line_height * self.scale)
            .round()
            .max(1.0)
            / self.scale
    }
}

/// Adds the lines of `layout`, whose text begins at byte `start`.
fn append(paragraph: &mut Paragraph, layout: &Layout<()>, start: usize, job: &Job<'_>) {
    let points = 1.0 / job.scale;
    let height = job.line_height();
    let (ascent, descent) = layout
        .root_span_metrics()
        .map_or((height * 0.75, height * 0.25), |metrics| {
            (metrics.ascent * points, metrics.descent * points)
        });
    let baseline_in_line = (height - ascent - descent) / 2.0 + ascent;
    for line in layout.lines() {
        let metrics = line.metrics();
        let top = paragraph.lines.len() as f32 * height;
        let baseline = top + baseline_in_line;
        let first_cluster = paragraph.clusters.len();
        let first_run = paragraph.runs.len();
        let mut x = (metrics.offset + metrics.inline_min_coord) * points;
        for run in line.runs() {
            for cluster in run.visual_clusters() {
                let width = cluster.advance() * points;
                let bytes = cluster.text_range();
                paragraph.clusters.push(Cluster {
                    bytes: start + bytes.start..start + bytes.end,
                    x,
                    width,
                    rtl: cluster.is_rtl(),
                });
                x += width;
            }
        }
        for item in line.items() {
            let PositionedLayoutItem::GlyphRun(glyph_run) = item else {
                continue;
            };
            let run = glyph_run.run();
            let first_glyph = paragraph.glyphs.len();
            let mut pen = glyph_run.offset();
            for glyph in glyph_run.glyphs() {
                paragraph.glyphs.push(Glyph {
                    id: glyph.id,
                    x: (pen + glyph.x) * points,
                    y: glyph.y * points,
                    advance: glyph.advance * points,
                });
                pen += glyph.advance;
            }
            let synthesis = run.synthesis();
            paragraph.runs.push(Run {
                font: run.font().clone(),
                size: run.font_size(),
                embolden: synthesis.embolden(),
                coords: run
                    .normalized_coords()
                    .iter()
                    .map(|coord| coord.to_bits())
                    .collect(),
                baseline,
                glyphs: first_glyph..paragraph.glyphs.len(),
            });
        }
        let bytes = line.text_range();
        paragraph.lines.push(Line {
            bytes: start + bytes.start..start + bytes.end,
            top,
            bottom: top + height,
            baseline,
            clusters: first_cluster..paragraph.clusters.len(),
            runs: first_run..paragraph.runs.len(),
            hard_break: line.break_reason() == BreakReason::Explicit,
        });
        let width = (metrics.advance - metrics.hanging_advance) * points;
        paragraph.width = paragraph.width.max(width);
        paragraph.height = top + height;
    }
}

fn append_empty_line(paragraph: &mut Paragraph, job: &Job<'_>) {
    let height = job.line_height();
    paragraph.lines.push(Line {
        bytes: 0..0,
        top: 0.0,
        bottom: height,
        baseline: height * 0.75,
        clusters: 0..0,
        runs: 0..0,
        hard_break: false,
    });
    paragraph.height = height;
}

/// Where to try to cut a text that fits up to one of `ends`, the best first:
/// after a whole word if not much room is lost by it, else as late as can be.
fn cuts(text: &str, ends: &[usize]) -> Vec<usize> {
    const TRIES: usize = 24;
    let after_word = |end: &usize| {
        let rest = text.get(*end..).unwrap_or_default();
        rest.starts_with(char::is_whitespace)
    };
    let late = || ends.iter().rev().copied();
    late()
        .take(TRIES / 2)
        .find(after_word)
        .into_iter()
        .chain(late().take(TRIES))
        .chain(ends.first().copied())
        .collect()
}

/// Where the width is too small for anything, more lines than allowed may be
/// left; they are not shown.
fn keep_lines(paragraph: &mut Paragraph, limit: usize) {
    paragraph.lines.truncate(limit);
    if let Some(line) = paragraph.lines.last() {
        paragraph.height = line.bottom;
        paragraph.clusters.truncate(line.clusters.end);
        paragraph.runs.truncate(line.runs.end);
    }
}

/// Lets the ellipsis at `from` stand for the text up to `to`.
fn cover_to(paragraph: &mut Paragraph, from: usize, to: usize) {
    for cluster in &mut paragraph.clusters {
        if cluster.bytes.end > from {
            cluster.bytes = cluster.bytes.start.min(from)..to;
        }
    }
    if let Some(line) = paragraph.lines.last_mut() {
        line.bytes.end = to;
    }
}
