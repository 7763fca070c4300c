//! The parts of the window. A view draws the state and pushes actions; it
//! changes nothing but its own [`Memory`].
//!
//! All text goes through [`widgets`](super::widgets). Rows run from the edge
//! where reading starts: [`row`] and [`column()`] mirror with the language.

mod about;
mod card;
mod drop;
mod list;
mod notices;
mod progress;
mod reader;
mod reading;
mod sheet;
mod splitter;
mod status;
mod toolbar;

pub use drop::dropped;
pub use list::Rows;

use eframe::egui::{Align, Layout, Rect, Sense, Ui, UiBuilder, Vec2, pos2, vec2};

use super::action::Actions;
use super::layout::parts;
use super::memory::Memory;
use super::state::State;
use super::theme::Theme;

/// The whole window.
pub fn window(ui: &mut Ui, state: &State, memory: &mut Memory, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let rtl = state.language().is_rtl();
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, theme.background);
    let notices = notices::height(ui, state, whole.width());
    let mut place = state.settings.window.clone();
    // An empty list says nothing.
    place.list_open &= !state.articles.is_empty();
    let parts = parts(whole, rtl, &place, notices);

    part(ui, "toolbar", parts.toolbar, rtl, |ui| {
        toolbar::show(ui, state, memory, actions);
    });
    notices::show(ui, state, &parts, actions);
    if let Some(rect) = parts.list {
        part(ui, "list", rect, rtl, |ui| {
            list::show(ui, state, &mut memory.rows, actions);
        });
    }
    match state.entry() {
        Some(entry) => {
            part(ui, "card", parts.card, rtl, |ui| {
                card::show(ui, state, entry, memory, actions);
            });
            part(ui, "text", parts.text, rtl, |ui| {
                reader::show(ui, state, entry, memory, actions);
            });
            splitter::card(ui, &parts, state.language(), actions);
        }
        None => {
            let rest = parts.card.union(parts.text);
            part(ui, "empty", rest, rtl, |ui| {
                sheet::empty(ui, state, actions)
            });
        }
    }
    splitter::list(ui, &parts, state.language(), actions);
    part(ui, "status", parts.status, rtl, |ui| {
        status::show(ui, state, actions)
    });
    progress::show(ui, state, &parts, actions);
    drop::hovering(ui, state, &parts);
    status::copied(ui, state, &parts);
    sheet::show(ui, state, memory, actions);
}

/// A part of the window in its own rectangle, running from its start edge.
fn part(ui: &mut Ui, name: &str, rect: Rect, rtl: bool, add: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new()
        .id_salt(name)
        .max_rect(rect)
        .layout(column(rtl));
    ui.scope_builder(builder, |ui| {
        ui.shrink_clip_rect(rect);
        add(ui);
    });
}

/// One under the other, each at the edge where reading starts.
fn column(rtl: bool) -> Layout {
    Layout::top_down(if rtl { Align::Max } else { Align::Min })
}

/// One after the other, from the edge where reading starts.
fn row(rtl: bool) -> Layout {
    if rtl {
        Layout::right_to_left(Align::Center)
    } else {
        Layout::left_to_right(Align::Center)
    }
}

/// As [`row`], and on into the next line where there is no room.
fn flow(ui: &mut Ui, rtl: bool, add: impl FnOnce(&mut Ui)) {
    let size = vec2(ui.available_width(), 24.0);
    ui.allocate_ui_with_layout(size, row(rtl).with_main_wrap(true), |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        add(ui);
    });
}

/// A row in `rect` that starts at its start edge. Gives its width. Takes no
/// room: the caller has taken it.
fn at_start(ui: &mut Ui, rect: Rect, rtl: bool, add: impl FnOnce(&mut Ui)) -> f32 {
    let builder = UiBuilder::new().max_rect(rect).layout(row(rtl));
    let inside = |ui: &mut Ui| {
        add(ui);
        ui.min_rect().width()
    };
    ui.new_child(builder).scope(inside).inner
}

/// A row in `rect` that ends at its end edge and still runs from the start:
/// its width is the one it had in the frame before. Gives that width.
fn at_end(ui: &mut Ui, name: &str, rect: Rect, rtl: bool, add: impl FnOnce(&mut Ui)) -> f32 {
    let id = ui.scope_id().with(name);
    let known = width_at_end(ui, name);
    let width = known.unwrap_or_else(|| rect.width()).min(rect.width());
    let place = end_of(rect, rtl, width);
    let builder = UiBuilder::new()
        .id_salt(name)
        .max_rect(place)
        .layout(row(rtl));
    let inside = |ui: &mut Ui| {
        add(ui);
        ui.min_rect().width()
    };
    let taken = ui.new_child(builder).scope(inside).inner;
    if known.is_none_or(|known| (known - taken).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, taken));
        ui.ctx().request_discard("a row at the end was measured");
    }
    taken
}

/// What a row at the end took in the frame before.
fn width_at_end(ui: &Ui, name: &str) -> Option<f32> {
    let id = ui.scope_id().with(name);
    ui.data(|data| data.get_temp(id))
}

/// A row in the middle of `rect`, as wide as it was in the frame before. Gives
/// that width. Takes no room.
fn centred(ui: &mut Ui, rect: Rect, rtl: bool, add: impl FnOnce(&mut Ui)) -> f32 {
    let id = ui.scope_id().with("centred");
    let known = ui.data(|data| data.get_temp::<f32>(id));
    let size = vec2(known.unwrap_or_else(|| rect.width()), rect.height());
    let place = Rect::from_center_size(rect.center(), size);
    let taken = at_start(ui, place, rtl, add);
    if known.is_none_or(|known| (known - taken).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(id, taken));
        ui.ctx().request_discard("a centred row was measured");
    }
    taken
}

/// The last `width` points of a rectangle, as reading goes.
fn end_of(rect: Rect, rtl: bool, width: f32) -> Rect {
    if rtl {
        Rect::from_min_size(rect.min, vec2(width, rect.height()))
    } else {
        Rect::from_min_max(pos2(rect.right() - width, rect.top()), rect.max)
    }
}

/// Leaves room.
fn gap(ui: &mut Ui, size: f32) {
    ui.add_space(size);
}

/// A hairline over the whole width.
fn hairline(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, theme.line);
}

/// Keeps Arabic and Latin apart where they meet in one line.
fn isolate(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// Takes room inside a part so that its children keep off its edges. Gives the
/// room taken.
fn inset(ui: &mut Ui, by: Vec2, rtl: bool, add: impl FnOnce(&mut Ui)) -> Rect {
    let rect = ui.available_rect_before_wrap().shrink2(by);
    let builder = UiBuilder::new().max_rect(rect).layout(column(rtl));
    let inner = ui.scope_builder(builder, add).response.rect;
    let taken = inner.expand2(by);
    ui.advance_cursor_after_rect(taken);
    taken
}
