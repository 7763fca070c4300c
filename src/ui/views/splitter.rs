//! The lines between the parts, to be dragged, or moved with the arrow keys.

use eframe::egui::{
    CursorIcon, EventFilter, Key, Modifiers, Pos2, Rect, Response, Role, Sense, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::super::action::{Action, Actions};
use super::super::layout::Parts;
use super::super::theme::Theme;
use super::super::widgets::keep_keys;
use crate::locale::Language;

/// Half the width that takes the pointer.
const REACH: f32 = 4.0;
/// What an arrow key moves it, in points.
const STEP: f32 = 16.0;
const ARROWS: [(Key, Vec2); 4] = [
    (Key::ArrowLeft, vec2(-STEP, 0.0)),
    (Key::ArrowRight, vec2(STEP, 0.0)),
    (Key::ArrowUp, vec2(0.0, -STEP)),
    (Key::ArrowDown, vec2(0.0, STEP)),
];
const FILTER: EventFilter = EventFilter {
    tab: false,
    horizontal_arrows: true,
    vertical_arrows: true,
    escape: false,
};

/// Between list and card.
pub fn list(ui: &Ui, parts: &Parts, language: Language, actions: &mut Actions) {
    let rtl = language.is_rtl();
    let Some(list) = parts.list else {
        return;
    };
    let x = if rtl { list.left() } else { list.right() };
    let response = upright(ui, "splitter-list", language, x, list, true);
    if let Some(at) = moved_to(ui, &response) {
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
        if let Some(at) = moved_to(ui, &response) {
            actions.push(Action::ShareStacked(parts.stacked_share_at(at.y)));
        }
    } else {
        let x = if rtl {
            parts.card.left()
        } else {
            parts.card.right()
        };
        let response = upright(ui, "splitter-card", language, x, parts.card, false);
        if let Some(at) = moved_to(ui, &response) {
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
    if response.hovered() || response.dragged() || response.has_focus() {
        ui.painter()
            .rect_filled(line.expand(0.5), 0.0, theme.accent);
    } else if shown {
        ui.painter().rect_filled(line, 0.0, theme.line);
    }
}

/// Where pointer or keys have brought it.
fn moved_to(ui: &Ui, response: &Response) -> Option<Pos2> {
    if response.dragged() {
        return response.interact_pointer_pos();
    }
    if !response.has_focus() {
        return None;
    }
    keep_keys(ui, response, FILTER);
    let pressed = |(key, way): (Key, Vec2)| {
        let times = ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        way * times as f32
    };
    let way = ARROWS
        .into_iter()
        .map(pressed)
        .fold(Vec2::ZERO, |sum, way| sum + way);
    (way != Vec2::ZERO).then(|| response.rect.center() + way)
}
