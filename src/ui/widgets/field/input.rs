//! What keys, pointer, input methods and assistive technologies do to a field.

use eframe::egui::{
    Event, IMEPurpose, Id, ImeEvent, PointerButton, Pos2, Rect, Response, Ui, accesskit,
    output::IMEOutput,
};

use super::super::keys::TextKey;
use super::Field;
use crate::text::edit::Editor;
use crate::text::{Paragraph, Point, words};

/// In bytes; what is typed or pasted beyond is cut. More would not be a line.
const LONGEST: usize = 4096;

impl Field<'_> {
    pub(super) fn handle(&self, ui: &Ui, editor: &mut Editor, event: &Event) {
        match event {
            Event::Text(text) | Event::Paste(text) => insert(editor, text),
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
                    insert(editor, text);
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
    pub(super) fn point(
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
}

/// Pasted lines become one.
pub(super) fn one_line(text: &str) -> String {
    let text = text
        .get(..text.floor_char_boundary(LONGEST))
        .unwrap_or(text);
    let text = text.trim_end_matches(['\r', '\n']);
    text.replace("\r\n", " ").replace(['\r', '\n'], " ")
}

/// As much of `text` as the field has room for.
fn insert(editor: &mut Editor, text: &str) {
    let kept = editor.text().len() - editor.selected_text().len();
    let mut text = one_line(text);
    text.truncate(text.floor_char_boundary(LONGEST.saturating_sub(kept)));
    editor.insert(&text);
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
pub(super) fn tell_input_method(ui: &Ui, rect: Rect, cursor_rect: Rect) {
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
pub(super) fn requested_value(ui: &Ui, id: Id) -> Option<String> {
    ui.input(|input| {
        input
            .accesskit_action_requests(id, accesskit::Action::SetValue)
            .find_map(|request| match &request.data {
                Some(accesskit::ActionData::Value(value)) => Some(value.to_string()),
                _ => None,
            })
    })
}
