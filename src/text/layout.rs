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
        let job = Job {
            style,
            width: if width.is_nan() { 0.0 } else { width.max(0.0) },
            scale,
            rtl: style.direction.is_rtl(text),
        };
        let paragraph = match style.max_lines {
            Some(limit) => self.layout_limited(text, &job, limit.max(1)),
            None => self.layout_all(text, &job),
        };
        Arc::new(paragraph)
    }

    pub(super) fn layout_all(&mut self, text: &str, job: &Job<'_>) -> Paragraph {
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

/// A style at a width, scale and direction.
pub(super) struct Job<'a> {
    pub style: &'a Style,
    /// In points.
    pub width: f32,
    pub scale: f32,
    pub rtl: bool,
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
