//! How the text is set: typeface, size, line spacing.

use eframe::egui::{
    Frame, Margin, Popup, PopupCloseBehavior, RectAlign, ScrollArea, Sense, Shadow, Stroke, Ui,
    vec2,
};

use super::super::action::{Action, Actions};
use super::super::icons;
use super::super::state::State;
use super::super::theme::{Theme, measure};
use super::super::widgets::{Button, Label, MenuItem, TextRole, Tooltip, menu_separator};
use super::{at_end, at_start, column};
use crate::text::Engine;

const WIDTH: f32 = 268.0;
/// The height of the list of typefaces.
const FAMILIES: f32 = 232.0;
const SIZE_STEP: f32 = 1.0;
const SPACING_STEP: f32 = 0.1;

/// The button and what it opens. It stays open while sizes are tried.
pub fn button(ui: &mut Ui, state: &State, actions: &mut Actions) {
    let language = state.language();
    let theme = Theme::of(ui.ctx());
    let name = language.text("toolbar-reading");
    let response = ui.add(Button::icon_only(icons::letters, &name));
    let frame = Frame::new()
        .fill(theme.surface_card)
        .stroke(Stroke::new(1.0, theme.line))
        .corner_radius(measure::RADIUS_CONTROL + 2.0)
        .inner_margin(Margin::same(6))
        .shadow(Shadow {
            offset: [0, 4],
            blur: 14,
            spread: 0,
            color: theme.shadow,
        });
    let side = if language.is_rtl() {
        RectAlign::BOTTOM_START
    } else {
        RectAlign::BOTTOM_END
    };
    Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .align(side)
        .gap(4.0)
        .layout(column(language.is_rtl()))
        .frame(frame)
        .show(|ui| {
            ui.set_width(WIDTH);
            content(ui, state, actions);
        });
    response.tooltip(&name);
}

fn content(ui: &mut Ui, state: &State, actions: &mut Actions) {
    let language = state.language();
    let reading = &state.settings.reading;
    let size = format!("{:.0}", reading.size);
    if let Some(step) = stepper(
        ui,
        state,
        "reading-size",
        &size,
        ["reading-smaller", "reading-larger"],
    ) {
        actions.push(Action::SetSize(reading.size + step * SIZE_STEP));
    }
    let spacing = format!("{:.2}", reading.spacing);
    if let Some(step) = stepper(
        ui,
        state,
        "reading-spacing",
        &spacing,
        ["reading-tighter", "reading-looser"],
    ) {
        actions.push(Action::SetSpacing(reading.spacing + step * SPACING_STEP));
    }
    menu_separator(ui);
    let title = language.text("reading-family");
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, 24.0), Sense::hover());
    at_start(ui, rect.shrink2(vec2(10.0, 0.0)), language.is_rtl(), |ui| {
        ui.add(Label::new(&title).role(TextRole::Caption));
    });
    let area = ScrollArea::vertical().max_height(FAMILIES);
    area.min_scrolled_height(FAMILIES).show(ui, |ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 1.0;
        for family in Engine::of(ui.ctx()).arabic_families() {
            let item = MenuItem::new(&family).checked(family == reading.family);
            if ui.add_sized(vec2(WIDTH - 8.0, 30.0), item).clicked() {
                actions.push(Action::SetFamily(family));
            }
        }
    });
}

/// A value with a button on either side of it. Gives the way it was pushed.
fn stepper(ui: &mut Ui, state: &State, title: &str, value: &str, names: [&str; 2]) -> Option<f32> {
    let language = state.language();
    let rtl = language.is_rtl();
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, 34.0), Sense::hover());
    let inner = rect.shrink2(vec2(10.0, 0.0));
    at_start(ui, inner, rtl, |ui| {
        ui.add(Label::new(&language.text(title)));
    });
    let mut pushed = None;
    at_end(ui, title, inner, rtl, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let [less, more] = names.map(|name| language.text(name));
        if ui
            .add(Button::icon_only(icons::minus, &less).small())
            .clicked()
        {
            pushed = Some(-1.0);
        }
        ui.add_sized(vec2(38.0, 26.0), Label::new(value).role(TextRole::Strong));
        if ui
            .add(Button::icon_only(icons::plus, &more).small())
            .clicked()
        {
            pushed = Some(1.0);
        }
    });
    pushed
}
