//! The article's text.

use eframe::egui::{ScrollArea, Ui, vec2};

use super::super::action::Actions;
use super::super::memory::Memory;
use super::super::state::{Entry, State};
use super::super::widgets::Label;
use super::inset;

pub fn show(ui: &mut Ui, state: &State, entry: &Entry, memory: &mut Memory, _actions: &mut Actions) {
    memory.scroll_text = None;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        inset(ui, vec2(40.0, 24.0), state.language().is_rtl(), |ui| {
            for block in &entry.opened.article.blocks {
                let text = block.span.of(&entry.opened.article.text);
                ui.add(Label::new(text).size(state.settings.reading.size).line_height(1.95).fill());
            }
        });
    });
}
