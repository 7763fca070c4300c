//! Sheets over the window (keys, about), and what stands where no article is
//! open.

use eframe::egui::{
    Align, Color32, Frame, Id, Key, Layout, Margin, Modal, ScrollArea, Stroke, Ui, UiBuilder, vec2,
};

use super::super::action::Actions;
use super::super::command::Command;
use super::super::icons;
use super::super::memory::Memory;
use super::super::state::{Overlay, State};
use super::super::theme::{Theme, measure};
use super::super::widgets::{Button, Label, TextRole};
use super::{about, at_end, at_start, centred, column, gap, hairline};
use crate::locale::Language;
use crate::text::Align as TextAlign;

pub fn show(ui: &mut Ui, state: &State, memory: &mut Memory, actions: &mut Actions) {
    let Some(overlay) = state.overlay else {
        return;
    };
    let theme = Theme::of(ui.ctx());
    let language = state.language();
    let screen = ui.ctx().content_rect().size();
    let width = (screen.x - 60.0).min(520.0);
    let frame = Frame::new()
        .fill(theme.surface_card)
        .stroke(Stroke::new(1.0, theme.line))
        .corner_radius(measure::RADIUS_CARD)
        .inner_margin(Margin::symmetric(22, 18));
    let shown = Modal::new(Id::unique("sheet"))
        .frame(frame)
        .backdrop_color(Color32::from_black_alpha(if theme.dark { 130 } else { 70 }))
        .show(ui.ctx(), |ui| {
            ui.set_width(width);
            let builder = UiBuilder::new().layout(column(language.is_rtl()));
            ui.scope_builder(builder, |ui| {
                ui.set_width(width);
                let title = match overlay {
                    Overlay::Keys => "keys-title",
                    Overlay::About => "about-title",
                };
                heading(ui, language, &language.text(title), actions);
                let height = screen.y - 150.0;
                match overlay {
                    Overlay::Keys => keys(ui, language, height),
                    Overlay::About => scrolling(ui, height, |ui| {
                        about::show(ui, language, memory);
                    }),
                }
            });
        });
    if shown.should_close() {
        actions.run(Command::Dismiss);
    }
}

fn heading(ui: &mut Ui, language: Language, title: &str, actions: &mut Actions) {
    let size = vec2(ui.available_width(), 34.0);
    let (rect, _) = ui.allocate_exact_size(size, eframe::egui::Sense::hover());
    at_start(ui, rect, language.is_rtl(), |ui| {
        ui.add(Label::new(title).role(TextRole::Title).size(19.0).heading());
    });
    at_end(ui, "sheet-close", rect, language.is_rtl(), |ui| {
        let name = language.text("sheet-close");
        if ui
            .add(Button::icon_only(icons::close, &name).quiet())
            .clicked()
        {
            actions.run(Command::Dismiss);
        }
    });
    gap(ui, 6.0);
    hairline(ui);
    gap(ui, 8.0);
}

fn keys(ui: &mut Ui, language: Language, height: f32) {
    let rtl = language.is_rtl();
    let theme = Theme::of(ui.ctx());
    scrolling(ui, height, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for command in Command::ALL {
            let keys = command.keys();
            if keys.is_empty() {
                continue;
            }
            let size = vec2(ui.available_width(), 28.0);
            let (rect, _) = ui.allocate_exact_size(size, eframe::egui::Sense::hover());
            let inner = rect.shrink2(vec2(10.0, 0.0));
            at_start(ui, inner, rtl, |ui| {
                ui.add(Label::new(&command.tip(language)).max_lines(1));
            });
            at_end(ui, command.id(), inner, rtl, |ui| {
                ui.add(Label::new(&keys).role(TextRole::Muted).color(theme.accent));
            });
        }
    });
}

/// Room that scrolls where there is too little of it, by the keyboard too.
fn scrolling(ui: &mut Ui, height: f32, add: impl FnOnce(&mut Ui)) {
    let area = ScrollArea::vertical().max_height(height);
    area.min_scrolled_height(height).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let steps = [
            (Key::PageDown, height * 0.9),
            (Key::PageUp, height * -0.9),
            (Key::ArrowDown, 40.0),
            (Key::ArrowUp, -40.0),
            (Key::End, 1e6),
            (Key::Home, -1e6),
        ];
        for (key, by) in steps {
            if ui.input(|input| input.key_pressed(key)) {
                ui.scroll_with_delta(vec2(0.0, -by));
            }
        }
        add(ui);
    });
}

/// Where no article is open: what to do.
pub fn empty(ui: &mut Ui, state: &State, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let language = state.language();
    let rect = ui.max_rect();
    let width = (rect.width() - 40.0).clamp(0.0, 480.0);
    let size = vec2(width, 210.0);
    let middle = eframe::egui::Rect::from_center_size(rect.center() - vec2(0.0, 20.0), size);
    let icon = eframe::egui::Rect::from_center_size(
        middle.center_top() + vec2(0.0, 22.0),
        vec2(44.0, 44.0),
    );
    icons::document(ui.painter(), icon, theme.accent);
    let rest = middle.with_min_y(icon.bottom() + 14.0);
    let builder = UiBuilder::new()
        .max_rect(rest)
        .layout(Layout::top_down(Align::Center));
    ui.scope_builder(builder, |ui| {
        let title = language.text("empty-title");
        ui.add(
            Label::new(&title)
                .role(TextRole::Title)
                .size(21.0)
                .align(TextAlign::Center)
                .heading(),
        );
        let body = language.text("empty-body");
        ui.add(
            Label::new(&body)
                .role(TextRole::Muted)
                .align(TextAlign::Center),
        );
        gap(ui, 12.0);
        let (buttons, _) = ui.allocate_exact_size(vec2(width, 34.0), eframe::egui::Sense::hover());
        centred(ui, buttons, language.is_rtl(), |ui| {
            let open = Command::Open.name(language);
            if ui
                .add(Button::new(&open).icon(icons::open).primary())
                .clicked()
            {
                actions.run(Command::Open);
            }
            let paste = Command::Paste.name(language);
            if ui.add(Button::new(&paste).icon(icons::paste)).clicked() {
                actions.run(Command::Paste);
            }
        });
    });
}
