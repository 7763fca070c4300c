//! An article on screen: marks and selection under the glyphs, and a node for
//! each part that assistive technologies can read.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui::{
    Color32, Context, CornerRadius, Painter, Pos2, Rect, Response, Role, Stroke, Ui, accesskit,
    pos2, vec2,
};

use super::flow::Part;
use super::{ArticleViewState, MarkKind, Page, Window, style};
use crate::arabic::Span;
use crate::article::BlockKind;
use crate::text::{self, Direction, Paragraph, Style};
use crate::ui::theme::Theme;

/// Where in a line, as a share of its height, letters reach up and down.
const TINT: (f32, f32) = (0.13, 0.90);
const UNDERLINE: f32 = 2.0;

impl Page<'_> {
    pub(super) fn layout(&self, ctx: &Context, part: &Part) -> Arc<Paragraph> {
        let text = self.view.text.get(part.bytes.clone()).unwrap_or_default();
        self.engine.layout(ctx, text, &self.style(part), self.width)
    }

    /// All pieces of a block run the way the whole does.
    fn style(&self, part: &Part) -> Style {
        let style = self.view.style.of(part.kind);
        let block = self.view.blocks.get(part.block);
        let whole = block.map_or("", |block| block.span.of(self.view.text));
        let direction = if style.direction.is_rtl(whole) {
            Direction::Rtl
        } else {
            Direction::Ltr
        };
        Style { direction, ..style }
    }

    /// From the top of the first line of `span` to the bottom of its last one
    /// in the part at `index`, in the column.
    pub(super) fn heights_of(
        &self,
        ctx: &Context,
        state: &ArticleViewState,
        index: usize,
        span: Span,
    ) -> (f64, f64) {
        let top = state.flow.top(index);
        let Some(part) = state.flow.parts.get(index) else {
            return (top, top);
        };
        let rects = self.layout(ctx, part).rects(local(part, span));
        match (rects.first(), rects.last()) {
            (Some(first), Some(last)) => (top + f64::from(first.top), top + f64::from(last.bottom)),
            _ => (top, top + f64::from(part.height.min(40.0))),
        }
    }

    pub(super) fn paint(
        &self,
        ui: &Ui,
        state: &ArticleViewState,
        parts: Range<usize>,
        window: &Window,
        response: &Response,
    ) {
        let theme = Theme::of(ui.ctx());
        let painter = ui.painter();
        for index in parts {
            let Some(part) = state.flow.parts.get(index) else {
                continue;
            };
            let paragraph = self.layout(ui.ctx(), part);
            let corner = window.pos(state.flow.top(index));
            self.paint_marks(painter, part, &paragraph, corner, &theme);
            for rect in paragraph.rects(local(part, state.selection())) {
                painter.rect_filled(place(rect, corner), 0.0, theme.selection);
            }
            let ink = style::color(part.kind, &theme);
            self.engine.paint(painter, &paragraph, corner, ink);
            self.tell(ui, part, index, corner, response);
        }
    }

    fn paint_marks(
        &self,
        painter: &Painter,
        part: &Part,
        paragraph: &Paragraph,
        corner: Pos2,
        theme: &Theme,
    ) {
        let mut marks: Vec<_> = self
            .view
            .marks
            .iter()
            .filter(|mark| !local(part, mark.span).is_empty())
            .collect();
        marks.sort_by_key(|mark| mark.kind);
        for mark in marks {
            for rect in paragraph.rects(local(part, mark.span)) {
                let rect = place(rect, corner);
                let (top, bottom) = (
                    rect.top() + rect.height() * TINT.0,
                    rect.top() + rect.height() * TINT.1,
                );
                let tint = Rect::from_x_y_ranges(rect.x_range(), top..=bottom);
                match mark.kind {
                    MarkKind::Evidence => {
                        painter.rect_filled(tint, 0.0, theme.evidence_tint);
                        underline(painter, tint, theme.evidence_line);
                    }
                    MarkKind::Trigger => {
                        // Above the line under evidence, so that both are seen.
                        let raised = tint.translate(vec2(0.0, -UNDERLINE - 1.0));
                        underline(painter, raised, theme.trigger_line);
                    }
                    MarkKind::SearchHit => {
                        painter.rect_filled(tint, CornerRadius::same(3), theme.search_hit);
                    }
                    MarkKind::CurrentHit => {
                        painter.rect_filled(tint, 0.0, theme.search_hit_current);
                        underline(painter, tint, theme.accent);
                    }
                }
            }
        }
    }

    /// A node of its own for the part, below the view's.
    fn tell(&self, ui: &Ui, part: &Part, index: usize, corner: Pos2, response: &Response) {
        let text = self.view.text.get(part.bytes.clone()).unwrap_or_default();
        let (x, y) = (f64::from(corner.x), f64::from(corner.y));
        let bounds = accesskit::Rect {
            x0: x,
            y0: y,
            x1: x + f64::from(self.width),
            y1: y + f64::from(part.height),
        };
        let id = response.id.with(("part", index));
        ui.ctx().accesskit_node_builder(id, |node| {
            match part.kind {
                BlockKind::Title => {
                    node.set_role(Role::Heading);
                    node.set_level(1);
                    node.set_label(text);
                }
                BlockKind::Heading => {
                    node.set_role(Role::Heading);
                    node.set_level(2);
                    node.set_label(text);
                }
                BlockKind::Deck | BlockKind::Paragraph | BlockKind::Aside => {
                    node.set_role(Role::Paragraph);
                    node.set_label(text);
                }
            }
            node.set_bounds(bounds);
        });
    }
}

/// What of `span` lies in `part`, in bytes of the part.
fn local(part: &Part, span: Span) -> Range<usize> {
    let start = span.start.max(part.bytes.start);
    let end = span.end.min(part.bytes.end);
    if start >= end {
        return 0..0;
    }
    start - part.bytes.start..end - part.bytes.start
}

fn place(rect: text::Rect, corner: Pos2) -> Rect {
    Rect::from_min_max(
        pos2(corner.x + rect.left, corner.y + rect.top),
        pos2(corner.x + rect.right, corner.y + rect.bottom),
    )
}

fn underline(painter: &Painter, tint: Rect, color: Color32) {
    let y = tint.bottom() - UNDERLINE / 2.0;
    painter.hline(tint.x_range(), y, Stroke::new(UNDERLINE, color));
}
