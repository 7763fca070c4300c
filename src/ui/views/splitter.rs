//! The lines between the parts, to be dragged.

use eframe::egui::{CursorIcon, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2};

use super::super::action::{Action, Actions};
use super::super::layout::Parts;
use super::super::theme::Theme;
use crate::locale::Language;

/// Half the width that takes the pointer.
const REACH: f32 = 4.0;

/// Between list and card.
pub fn list(ui: &Ui, parts: &Parts, language: Language, actions: &mut Actions) {
    let rtl = language.is_rtl();
    let Some(list) = parts.list else {
        return;
    };
    let x = if rtl { list.left() } else { list.right() };
    let response = upright(ui, "splitter-list", language, x, list, true);
    if let Some(at) = dragged_to(&response) {
        actions.push(Action::ResizeList(parts.list_width_at(at.x, rtl)));
    }
}

/// Between card and text.
pub fn card(ui: &Ui, parts: &Parts, language: Language, actions: &mut Actions) {
    let rtl = language.is_rtl();
    if parts.stacked {
        let y = parts.card.bottom();
        let rect = Rect::from_min_max(
            pos2(parts.card.left(), y - REACH),
            pos2(parts.card.right(), y + REACH),
        );
        let response = bar(
            ui,
            "splitter-card",
            language,
            rect,
            CursorIcon::ResizeVertical,
        );
        let line = Rect::from_min_max(pos2(rect.left(), y), pos2(rect.right(), y + 1.0));
        paint(ui, line, &response, true);
        if let Some(at) = dragged_to(&response) {
            actions.push(Action::ShareStacked(parts.stacked_share_at(at.y)));
        }
    } else {
        let x = if rtl {
            parts.card.left()
        } else {
            parts.card.right()
        };
        let response = upright(ui, "splitter-card", language, x, parts.card, false);
        if let Some(at) = dragged_to(&response) {
            actions.push(Action::ShareCard(parts.card_share_at(at.x, rtl)));
        }
    }
}

fn upright(ui: &Ui, name: &str, language: Language, x: f32, beside: Rect, shown: bool) -> Response {
    let rect = Rect::from_min_max(
        pos2(x - REACH, beside.top()),
        pos2(x + REACH, beside.bottom()),
    );
    let response = bar(ui, name, language, rect, CursorIcon::ResizeHorizontal);
    let line = Rect::from_min_max(pos2(x - 0.5, rect.top()), pos2(x + 0.5, rect.bottom()));
    paint(ui, line, &response, shown);
    response
}

fn bar(ui: &Ui, name: &str, language: Language, rect: Rect, cursor: CursorIcon) -> Response {
    let response = ui.interact(rect, ui.scope_id().with(name), Sense::drag());
    let told = language.text(name);
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &told));
    response.on_hover_and_drag_cursor(cursor)
}

/// Seen where it parts two surfaces of different colour, and under the pointer.
fn paint(ui: &Ui, line: Rect, response: &Response, shown: bool) {
    let theme = Theme::of(ui.ctx());
    if response.hovered() || response.dragged() {
        ui.painter()
            .rect_filled(line.expand(0.5), 0.0, theme.accent);
    } else if shown {
        ui.painter().rect_filled(line, 0.0, theme.line);
    }
}

fn dragged_to(response: &Response) -> Option<eframe::egui::Pos2> {
    response
        .dragged()
        .then(|| response.interact_pointer_pos())
        .flatten()
}
