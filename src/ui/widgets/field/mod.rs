//! One line of text to type in.
//!
//! The caret does not blink: a window that nothing happens in paints nothing.

mod input;
mod paint;

use std::sync::Arc;

use eframe::egui::{
    Context, CursorIcon, Event, EventFilter, Id, Key, Rect, Response, Role, Sense, Ui, WidgetInfo,
    accesskit, pos2, vec2,
};

use self::input::{one_line, requested_value, tell_input_method};
use self::paint::caret_rect;
use super::{Icon, TextRole, direction, is_rtl, keep_keys};
use crate::text::edit::Editor;
use crate::text::{Engine, Paragraph, Style};

const HEIGHT: f32 = 32.0;
const PADDING: f32 = 11.0;
const ICON: f32 = 14.0;
const GAP: f32 = 7.0;
const CARET: f32 = 1.5;

#[must_use = "show it with show"]
pub struct Field<'a> {
    id: Id,
    text: &'a mut String,
    name: &'a str,
    placeholder: &'a str,
    icon: Option<Icon>,
    width: Option<f32>,
    request_focus: bool,
    style: Style,
}

pub struct FieldResponse {
    pub response: Response,
    pub changed: bool,
    /// Enter was pressed; whether Shift was down.
    pub submitted: Option<bool>,
    /// Escape was pressed.
    pub cancelled: bool,
}

#[derive(Clone, Default)]
struct State {
    editor: Editor,
    /// How far the text is shifted to the left, in points.
    scroll: f32,
}

impl<'a> Field<'a> {
    /// `id` is the field's own in the window; `name` is what screen readers call
    /// it.
    pub fn new(id: &str, name: &'a str, text: &'a mut String) -> Self {
        Self {
            id: Id::unique(id),
            text,
            name,
            placeholder: "",
            icon: None,
            width: None,
            request_focus: false,
            style: TextRole::Body.style(),
        }
    }

    /// Shown while the field is empty.
    pub fn placeholder(mut self, placeholder: &'a str) -> Self {
        self.placeholder = placeholder;
        self
    }

    /// At the start edge.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// In points; the available width without it.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Takes the keyboard now, with all text selected.
    pub fn request_focus(mut self, request: bool) -> Self {
        self.request_focus = request;
        self
    }

    pub fn show(mut self, ui: &mut Ui) -> FieldResponse {
        self.style.direction = direction(ui);
        let id = self.id;
        let mut state: State = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        if state.editor.text() != self.text.as_str() {
            state.editor.set_text(self.text);
        }
        let before = self.text.clone();
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let (_, rect) = ui.allocate_space(vec2(width, HEIGHT));
        let response = ui.interact(rect, id, Sense::click_and_drag());
        if self.request_focus {
            response.request_focus();
            state.editor.select_all();
        }
        if response.hovered() {
            ui.ctx().set_cursor_icon(CursorIcon::Text);
        }

        let focused = response.has_focus();
        let (mut submitted, mut cancelled) = (None, false);
        if focused {
            mark_typing(ui.ctx());
            keep_keys(ui, &response, FILTER);
            for event in ui.input(|input| input.filtered_events(&FILTER)) {
                match event {
                    Event::Key {
                        key: Key::Enter,
                        pressed: true,
                        modifiers,
                        ..
                    } => {
                        submitted = Some(modifiers.shift);
                    }
                    Event::Key {
                        key: Key::Escape,
                        pressed: true,
                        ..
                    } => cancelled = true,
                    event => self.handle(ui, &mut state.editor, &event),
                }
            }
        }
        if let Some(value) = requested_value(ui, id) {
            state.editor.set_text(&one_line(&value));
        }

        let text_rect = self.text_rect(ui, rect);
        let paragraph = self.layout(ui, &state.editor);
        state.scroll = self.scroll_to_caret(&state, &paragraph, text_rect.width(), focused);
        let origin = pos2(
            text_rect.left() - state.scroll,
            text_rect.center().y - paragraph.height / 2.0,
        );
        self.point(ui, &response, &mut state.editor, &paragraph, origin);
        if ui.is_rect_visible(rect) {
            self.paint(
                ui,
                &response,
                &state.editor,
                &paragraph,
                (rect, text_rect, origin),
            );
        }
        if focused {
            tell_input_method(ui, text_rect, caret_rect(&state.editor, &paragraph, origin));
        }

        let changed = state.editor.text() != before;
        if changed {
            state.editor.text().clone_into(self.text);
        }
        let (name, after, hint) = (self.name, self.text.clone(), self.placeholder);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(ui.is_enabled(), &before, &after, hint);
            info.role = Role::TextInput;
            info.label = Some(name.to_owned());
            info
        });
        ui.ctx().accesskit_node_builder(id, |node| {
            node.add_action(accesskit::Action::SetValue);
            node.add_action(accesskit::Action::ReplaceSelectedText);
        });
        ui.data_mut(|data| data.insert_temp(id, state));
        FieldResponse {
            response,
            changed,
            submitted,
            cancelled,
        }
    }

    fn layout(&self, ui: &Ui, editor: &Editor) -> Arc<Paragraph> {
        Engine::of(ui.ctx()).layout(ui.ctx(), editor.text(), &self.style, f32::INFINITY)
    }

    fn text_rect(&self, ui: &Ui, rect: Rect) -> Rect {
        let mut text_rect = rect.shrink2(vec2(PADDING, 1.0));
        if self.icon.is_some() {
            if is_rtl(ui) {
                text_rect.max.x -= ICON + GAP;
            } else {
                text_rect.min.x += ICON + GAP;
            }
        }
        text_rect
    }

    /// The shift that keeps a caret in sight, and stands a text that fits on
    /// the side where it begins.
    fn scroll_to_caret(
        &self,
        state: &State,
        paragraph: &Paragraph,
        width: f32,
        focused: bool,
    ) -> f32 {
        let room = paragraph.width + CARET - width;
        if room <= 0.0 {
            return if paragraph.rtl { room } else { 0.0 };
        }
        if !focused {
            return if paragraph.rtl { room } else { 0.0 };
        }
        let caret = paragraph.caret(state.editor.cursor()).left;
        let latest = caret.min(room);
        let earliest = (caret + CARET - width).max(0.0);
        state
            .scroll
            .clamp(earliest.min(latest), latest.max(earliest))
    }
}

/// The field wants arrows and Escape for itself; Tab goes on.
const FILTER: EventFilter = EventFilter {
    tab: false,
    horizontal_arrows: true,
    vertical_arrows: true,
    escape: true,
};
#[derive(Clone, Copy)]
struct TypingFrame(u64);

fn mark_typing(ctx: &Context) {
    let frame = TypingFrame(ctx.cumulative_frame_nr());
    ctx.data_mut(|data| data.insert_temp(Id::NULL, frame));
}

/// Whether a field has the keyboard, so that keys belong to it and not to the
/// window's commands.
pub fn is_typing(ctx: &Context) -> bool {
    let marked: Option<TypingFrame> = ctx.data(|data| data.get_temp(Id::NULL));
    marked.is_some_and(|frame| frame.0 + 1 >= ctx.cumulative_frame_nr())
        && ctx.memory(|memory| memory.focused().is_some())
}
