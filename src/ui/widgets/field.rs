//! One line of text to type in.
//!
//! The caret does not blink: a window that nothing happens in paints nothing.

use std::sync::Arc;

use eframe::egui::{
    Color32, Context, CornerRadius, CursorIcon, Event, EventFilter, IMEPurpose, Id, ImeEvent, Key,
    PointerButton, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit, output::IMEOutput, pos2, vec2,
};

use super::keys::TextKey;
use super::{Icon, TextRole, direction, is_rtl};
use crate::text::edit::Editor;
use crate::text::{Engine, Paragraph, Point, Style, words};
use crate::ui::theme::{Theme, measure};

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
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, FILTER));
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

    fn handle(&self, ui: &Ui, editor: &mut Editor, event: &Event) {
        match event {
            Event::Text(text) => editor.insert(&one_line(text)),
            Event::Paste(text) => editor.insert(&one_line(text)),
            Event::Copy if !editor.selection().is_empty() => {
                ui.ctx().copy_text(editor.selected_text().to_owned());
            }
            Event::Cut if !editor.selection().is_empty() => ui.ctx().copy_text(editor.cut()),
            Event::Ime(event) => compose(editor, event),
            Event::AccessKitActionRequest(request)
                if request.action == accesskit::Action::ReplaceSelectedText
                    && request.target_node == self.id.accesskit_id() =>
            {
                if let Some(accesskit::ActionData::Value(text)) = &request.data {
                    editor.insert(&one_line(text));
                }
            }
            event => match TextKey::of(event) {
                Some(TextKey::Go(motion, extend)) => {
                    let paragraph = self.layout(ui, editor);
                    editor.go(motion, extend, &paragraph);
                }
                Some(TextKey::Backspace) => editor.backspace(),
                Some(TextKey::Delete) => editor.delete(),
                Some(TextKey::BackspaceWord) => editor.backspace_word(),
                Some(TextKey::DeleteWord) => editor.delete_word(),
                Some(TextKey::SelectAll) => editor.select_all(),
                Some(TextKey::Undo) => {
                    editor.undo();
                }
                Some(TextKey::Redo) => {
                    editor.redo();
                }
                None => {}
            },
        }
    }

    /// Presses and drags of the pointer.
    fn point(
        &self,
        ui: &Ui,
        response: &Response,
        editor: &mut Editor,
        paragraph: &Paragraph,
        origin: Pos2,
    ) {
        let at = |pos: Pos2| paragraph.hit(Point::new(pos.x - origin.x, pos.y - origin.y));
        if response.contains_pointer() {
            // A quick press and release may come in one frame.
            for event in ui.input(|input| input.events.clone()) {
                if let Event::PointerButton {
                    pos,
                    button: PointerButton::Primary,
                    pressed: true,
                    modifiers,
                } = event
                {
                    response.request_focus();
                    editor.place(at(pos), modifiers.shift);
                }
            }
        }
        let Some(pos) = response.interact_pointer_pos() else {
            return;
        };
        if response.triple_clicked() {
            editor.select_all();
        } else if response.double_clicked() {
            editor.select(words::word_at(editor.text(), at(pos).byte));
        } else if response.dragged_by(PointerButton::Primary) {
            editor.place(at(pos), true);
        }
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

    fn paint(
        &self,
        ui: &Ui,
        response: &Response,
        editor: &Editor,
        paragraph: &Paragraph,
        (rect, text_rect, origin): (Rect, Rect, Pos2),
    ) {
        let theme = Theme::of(ui.ctx());
        let focused = response.has_focus();
        let radius = CornerRadius::from(measure::RADIUS_CONTROL);
        let stroke = if focused {
            Stroke::new(2.0, theme.accent)
        } else if response.hovered() {
            Stroke::new(1.0, theme.ink_muted.gamma_multiply(0.6))
        } else {
            Stroke::new(1.0, theme.line)
        };
        ui.painter()
            .rect(rect, radius, theme.surface_card, stroke, StrokeKind::Inside);
        if let Some(icon) = self.icon {
            let x = if is_rtl(ui) {
                rect.right() - PADDING - ICON / 2.0
            } else {
                rect.left() + PADDING + ICON / 2.0
            };
            let place = Rect::from_center_size(pos2(x, rect.center().y), vec2(ICON, ICON));
            icon(ui.painter(), place, theme.ink_muted);
        }
        let engine = Engine::of(ui.ctx());
        let painter = ui
            .painter()
            .with_clip_rect(text_rect.intersect(ui.clip_rect()));
        if editor.text().is_empty() {
            let style = Style {
                max_lines: Some(1),
                ..self.style.clone()
            };
            let hint = engine.layout(ui.ctx(), self.placeholder, &style, text_rect.width());
            let top = text_rect.center().y - hint.height / 2.0;
            engine.paint(
                &painter,
                &hint,
                pos2(text_rect.left(), top),
                theme.ink_muted,
            );
        }
        if focused {
            for rect in place_all(paragraph, editor.selection(), origin) {
                painter.rect_filled(rect, 0.0, theme.selection);
            }
        }
        engine.paint(&painter, paragraph, origin, theme.ink);
        if let Some(composing) = editor.composing() {
            for rect in place_all(paragraph, composing, origin) {
                let y = rect.bottom() - 4.0;
                painter.hline(rect.x_range(), y, Stroke::new(1.0, theme.accent));
            }
        }
        if focused && ui.input(|input| input.focused) {
            let caret = caret_rect(editor, paragraph, origin);
            painter.rect_filled(caret, 0.0, caret_color(&theme));
        }
    }
}

/// The field wants arrows and Escape for itself; Tab goes on.
const FILTER: EventFilter = EventFilter {
    tab: false,
    horizontal_arrows: true,
    vertical_arrows: true,
    escape: true,
};

fn caret_color(theme: &Theme) -> Color32 {
    theme.accent
}

/// Pasted lines become one.
fn one_line(text: &str) -> String {
    let text = text.trim_end_matches(['\r', '\n']);
    text.replace("\r\n", " ").replace(['\r', '\n'], " ")
}

fn compose(editor: &mut Editor, event: &ImeEvent) {
    match event {
        ImeEvent::Preedit {
            text,
            active_range_chars,
        } => {
            let caret = active_range_chars.as_ref().map(|range| {
                text.char_indices()
                    .nth(range.end)
                    .map_or(text.len(), |(index, _)| index)
            });
            editor.compose(&one_line(text), caret);
        }
        ImeEvent::Commit(text) => editor.commit(&one_line(text)),
        ImeEvent::DeleteSurrounding {
            before_chars,
            after_chars,
        } => {
            editor.delete_around(*before_chars, *after_chars);
        }
        _ => {}
    }
}

fn place_all(paragraph: &Paragraph, bytes: std::ops::Range<usize>, origin: Pos2) -> Vec<Rect> {
    paragraph
        .rects(bytes)
        .iter()
        .map(|rect| {
            Rect::from_min_max(
                pos2(origin.x + rect.left, origin.y + rect.top),
                pos2(origin.x + rect.right, origin.y + rect.bottom),
            )
        })
        .collect()
}

fn caret_rect(editor: &Editor, paragraph: &Paragraph, origin: Pos2) -> Rect {
    let caret = paragraph.caret(editor.cursor());
    let inset = caret.height() * 0.12;
    Rect::from_min_max(
        pos2(origin.x + caret.left, origin.y + caret.top + inset),
        pos2(
            origin.x + caret.left + CARET,
            origin.y + caret.bottom - inset,
        ),
    )
}

fn tell_input_method(ui: &Ui, rect: Rect, cursor_rect: Rect) {
    let to_global = ui
        .ctx()
        .layer_transform_to_global(ui.layer_id())
        .unwrap_or_default();
    ui.output_mut(|output| {
        output.ime = Some(IMEOutput {
            purpose: IMEPurpose::Normal,
            rect: to_global * rect,
            cursor_rect: to_global * cursor_rect,
            should_interrupt_composition: false,
        });
    });
}

/// The text an assistive technology asks the field to hold.
fn requested_value(ui: &Ui, id: Id) -> Option<String> {
    ui.input(|input| {
        input
            .accesskit_action_requests(id, accesskit::Action::SetValue)
            .find_map(|request| match &request.data {
                Some(accesskit::ActionData::Value(value)) => Some(value.to_string()),
                _ => None,
            })
    })
}

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
