//! The article view: the whole text of an article, to read, select and copy.
//!
//! Only the parts of the article near what is on screen are laid out; marks
//! and the selection are painted under the glyphs. The view never changes the
//! text, and what is copied is exactly the article's bytes between the ends of
//! the selection.

mod flow;
mod input;
mod paint;
mod state;
mod style;

use std::ops::Range;

use eframe::egui::{
    CursorIcon, Id, Rect, Response, ScrollArea, Sense, Ui, Vec2,
    containers::scroll_area::{DragScroll, ScrollSource},
    pos2, vec2,
};

use crate::arabic::Span;
use crate::article::Block;
use crate::text::Engine;

pub use state::ArticleViewState;
pub use style::ReadingStyle;

/// Beside the column, in points.
const SIDE: f32 = 24.0;

/// Something painted under the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub span: Span,
    pub kind: MarkKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// The words that prove a line: tinted and underlined.
    Evidence,
    /// The words that made the rule fire: underlined.
    Trigger,
    SearchHit,
    /// The hit the search stands at.
    CurrentHit,
}

#[must_use = "show it with show"]
pub struct ArticleView<'a> {
    id: Id,
    text: &'a str,
    blocks: &'a [Block],
    style: ReadingStyle,
    marks: &'a [Mark],
}

pub struct ArticleViewResponse {
    pub response: Response,
    /// The byte of the character that was clicked.
    pub clicked: Option<usize>,
    /// The byte of the character under the pointer.
    pub hovered: Option<usize>,
    /// Empty where nothing is selected.
    pub selection: Span,
    /// The part of the text on screen, roughly.
    pub visible: Span,
    /// Whether the selection was put on the clipboard.
    pub copied: bool,
}

impl<'a> ArticleView<'a> {
    /// `id` names the text and must change with it: a checksum does.
    pub fn new(id: Id, text: &'a str, blocks: &'a [Block]) -> Self {
        Self {
            id,
            text,
            blocks,
            style: ReadingStyle::default(),
            marks: &[],
        }
    }

    pub fn style(mut self, style: &ReadingStyle) -> Self {
        self.style = style.clone();
        self
    }

    pub fn marks(mut self, marks: &'a [Mark]) -> Self {
        self.marks = marks;
        self
    }

    /// Takes all the room there is.
    pub fn show(self, ui: &mut Ui, state: &mut ArticleViewState) -> ArticleViewResponse {
        let room = ui.available_size();
        let width = (room.x - 2.0 * SIDE).min(self.style.measure).max(40.0);
        state.prepare(&self, width, ui.ctx().pixels_per_point());
        let page = Page {
            view: &self,
            engine: Engine::of(ui.ctx()),
            width,
        };
        let moved = state.settle(ui.ctx(), &page, room.y);
        let mut area = ScrollArea::vertical()
            .id_salt(self.id)
            .auto_shrink(false)
            .scroll_source(ScrollSource {
                drag: DragScroll::OnTouch,
                ..ScrollSource::ALL
            });
        if moved {
            area = area.vertical_scroll_offset(state.offset);
        }
        let shown = area.show_viewport(ui, |ui, viewport| {
            // Two widgets of the same article must not share what they keep.
            let id = ui.scope_id().with("text");
            page.show(ui, state, id, viewport)
        });
        state.offset = shown.state.clamped_offset().y;
        state.view_height = shown.inner_rect.height();
        shown.inner
    }
}

/// An article view while it is shown.
struct Page<'a> {
    view: &'a ArticleView<'a>,
    engine: Engine,
    /// Of the column.
    width: f32,
}

impl Page<'_> {
    fn show(
        &self,
        ui: &mut Ui,
        state: &mut ArticleViewState,
        id: Id,
        viewport: Rect,
    ) -> ArticleViewResponse {
        let size = vec2(
            ui.available_width(),
            state.flow.height().max(viewport.height()),
        );
        let (_, area) = ui.allocate_space(size);
        let response = ui.interact(area, id, Sense::click_and_drag());
        let left = area.left() + ((area.width() - self.width) / 2.0).max(0.0);
        // The corner of the column on screen.
        let origin = pos2(left, area.top());
        let screen = Rect::from_min_size(area.min + viewport.min.to_vec2(), viewport.size());

        let (clicked, copied) = self.handle(ui, &response, state, origin, screen);
        let hovered = response
            .hover_pos()
            .and_then(|pos| self.byte_under(ui.ctx(), state, pos - origin));
        if hovered.is_some() {
            ui.ctx().set_cursor_icon(CursorIcon::Text);
        }
        let parts = state.flow.within(viewport.min.y..viewport.max.y);
        self.paint(ui, state, parts.clone(), origin, &response);
        state.anchor(viewport.min.y);
        ArticleViewResponse {
            response,
            clicked,
            hovered,
            selection: state.selection(),
            visible: visible(state, parts),
            copied,
        }
    }

    /// The byte of the character at `at`, from the corner of the column.
    fn byte_under(
        &self,
        ctx: &eframe::egui::Context,
        state: &ArticleViewState,
        at: Vec2,
    ) -> Option<usize> {
        let index = state.flow.at(at.y)?;
        let part = state.flow.parts.get(index)?;
        let paragraph = self.layout(ctx, part);
        let point = crate::text::Point::new(at.x, at.y - state.flow.top(index));
        paragraph
            .byte_under(point)
            .map(|byte| part.bytes.start + byte)
    }
}

fn visible(state: &ArticleViewState, parts: Range<usize>) -> Span {
    let parts = state.flow.parts.get(parts).unwrap_or_default();
    match (parts.first(), parts.last()) {
        (Some(first), Some(last)) => Span::new(first.bytes.start, last.bytes.end),
        _ => Span::default(),
    }
}
