//! Text widgets: no text in the window goes through egui's own layout.
//!
//! Each takes its colours from the [`Theme`](super::theme::Theme) in force and
//! the interface's direction from `ui.layout()`, and tells AccessKit its text
//! and role. What a click means is the caller's business.

mod article;
mod button;
mod chip;
mod field;
mod keys;
mod label;
mod menu;
mod role;
mod tooltip;

pub use article::{
    ArticleView, ArticleViewResponse, ArticleViewState, Mark, MarkKind, ReadingStyle,
};
pub use button::{Button, Icon};
pub use chip::Chip;
pub use field::{Field, FieldResponse, is_typing};
pub use label::Label;
pub use menu::{MenuItem, context_menu, menu, menu_separator};
pub use role::TextRole;
pub use tooltip::Tooltip;

use eframe::egui::{EventFilter, Response, Ui};

use crate::text::Direction;

/// Body text, wrapping at the available width.
pub fn label(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(text))
}

/// Muted text, wrapping at the available width.
pub fn muted(ui: &mut Ui, text: &str) -> Response {
    ui.add(Label::new(text).role(TextRole::Muted))
}

/// Brings what the keyboard has come to into sight.
pub fn reveal(ui: &Ui, response: &Response) {
    if response.gained_focus() {
        ui.scroll_to_rect(response.rect.expand(8.0), None);
    }
}

/// Keys that would lead the focus away stay with what has it. They do so from
/// the second frame on, which must not wait for the first of them.
pub fn keep_keys(ui: &Ui, response: &Response, keys: EventFilter) {
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, keys));
    if response.gained_focus() {
        ui.ctx().request_repaint();
    }
}

/// Whether the interface runs from right to left here.
pub fn is_rtl(ui: &Ui) -> bool {
    ui.layout().prefer_right_to_left()
}

/// The direction of a text of its own, with the interface's for figures and
/// punctuation.
fn direction(ui: &Ui) -> Direction {
    if is_rtl(ui) {
        Direction::AutoElseRtl
    } else {
        Direction::Auto
    }
}
