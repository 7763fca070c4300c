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
    Context, CursorIcon, Id, Pos2, Rect, Response, Role, ScrollArea, Sense, StrokeKind, Ui,
    WidgetInfo,
    containers::scroll_area::{DragScroll, ScrollSource},
    pos2, vec2,
};

use crate::arabic::Span;
use crate::article::Block;
use crate::text::{Engine, Point};
use crate::ui::theme::Theme;

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
    name: &'a str,
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
            name: "",
            text,
            blocks,
            style: ReadingStyle::default(),
            marks: &[],
        }
    }

    /// What screen readers call it.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = name;
        self
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
            .content_margin(0.0)
            .scroll_source(ScrollSource {
                drag: DragScroll::OnTouch,
                ..ScrollSource::ALL
            });
        if moved {
            area = area.vertical_scroll_offset(state.offset as f32);
        }
        let shown = area.show_viewport(ui, |ui, viewport| {
            // Two widgets of the same article must not share what they keep.
            let id = ui.scope_id().with("text");
            page.show(ui, state, id, viewport)
        });
        state.offset = f64::from(shown.state.clamped_offset().y);
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
        let height = (state.flow.height() as f32).max(viewport.height());
        let (_, area) = ui.allocate_space(vec2(ui.available_width(), height));
        let response = ui.interact(area, id, Sense::click_and_drag());
        let name = self.view.name;
        response.widget_info(|| WidgetInfo::labeled(Role::Document, true, name));
        let window = Window {
            screen: Rect::from_min_size(area.min + viewport.min.to_vec2(), viewport.size()),
            left: area.left() + ((area.width() - self.width) / 2.0).max(0.0),
            from: f64::from(viewport.min.y),
        };
        let (clicked, copied) = self.handle(ui, &response, state, &window);
        let hovered = response
            .hover_pos()
            .and_then(|pos| self.byte_under(ui.ctx(), state, window.place(pos)));
        if hovered.is_some() {
            ui.ctx().set_cursor_icon(CursorIcon::Text);
        }
        let to = window.from + f64::from(viewport.height());
        let parts = state.flow.within(window.from..to);
        self.paint(ui, state, parts.clone(), &window, &response);
        state.anchor(window.from);
        if response.has_focus() && state.by_keyboard {
            let theme = Theme::of(ui.ctx());
            let ring = window.screen.shrink(2.0);
            let stroke = (2.0, theme.accent);
            ui.painter()
                .rect_stroke(ring, 6.0, stroke, StrokeKind::Inside);
        }
        ArticleViewResponse {
            response,
            clicked,
            hovered,
            selection: state.selection(),
            visible: visible(state, parts),
            copied,
        }
    }

    /// The byte of the character at a place in the column.
    fn byte_under(&self, ctx: &Context, state: &ArticleViewState, (x, y): Place) -> Option<usize> {
        let index = state.flow.at(y)?;
        let part = state.flow.parts.get(index)?;
        let point = Point::new(x, (y - state.flow.top(index)) as f32);
        self.layout(ctx, part)
            .byte_under(point)
            .map(|byte| part.bytes.start + byte)
    }
}

/// A place in the column, from its top left corner.
type Place = (f32, f64);

/// Where the column is seen. Heights in a column of a million points are
/// taken from the top of the window, for on screen they must be exact.
struct Window {
    screen: Rect,
    /// Of the column, on screen.
    left: f32,
    /// The height in the column at the top of the window.
    from: f64,
}

impl Window {
    fn place(&self, pos: Pos2) -> Place {
        let y = self.from + f64::from(pos.y - self.screen.top());
        (pos.x - self.left, y)
    }

    /// The left end of a height on screen.
    fn pos(&self, y: f64) -> Pos2 {
        pos2(self.left, self.screen.top() + (y - self.from) as f32)
    }
}

fn visible(state: &ArticleViewState, parts: Range<usize>) -> Span {
    let parts = state.flow.parts.get(parts).unwrap_or_default();
    match (parts.first(), parts.last()) {
        (Some(first), Some(last)) => Span::new(first.bytes.start, last.bytes.end),
        _ => Span::default(),
    }
}
