//! What a thing is, told when the pointer rests on it.

use eframe::egui::{CornerRadius, Frame, Margin, Response, Shadow, Stroke, Ui};

use super::{Label, TextRole};
use crate::ui::theme::{Theme, measure};

const WIDTH: f32 = 320.0;

pub trait Tooltip {
    /// Shows `text` when the pointer rests here.
    fn tooltip(self, text: &str) -> Self;

    /// Shows these widgets when the pointer rests here.
    fn tooltip_ui(self, content: impl FnOnce(&mut Ui)) -> Self;
}

impl Tooltip for Response {
    fn tooltip(self, text: &str) -> Self {
        self.tooltip_ui(|ui| {
            ui.add(Label::new(text).role(TextRole::Small));
        })
    }

    fn tooltip_ui(self, content: impl FnOnce(&mut Ui)) -> Self {
        let theme = Theme::of(&self.ctx);
        let mut tooltip = eframe::egui::Tooltip::for_widget(&self).width(WIDTH);
        let open = eframe::egui::Tooltip::should_show_tooltip(&self, true);
        tooltip.popup = tooltip.popup.open(open).frame(popup_frame(&theme));
        tooltip.show(|ui| {
            ui.set_max_width(WIDTH);
            content(ui);
        });
        self
    }
}

/// The frame of what floats over the window.
pub(super) fn popup_frame(theme: &Theme) -> Frame {
    Frame::new()
        .fill(theme.surface_card)
        .stroke(Stroke::new(1.0, theme.line))
        .corner_radius(CornerRadius::from(measure::RADIUS_CONTROL))
        .inner_margin(Margin::symmetric(10, 5))
        .shadow(Shadow {
            offset: [0, 4],
            blur: 14,
            spread: 0,
            color: theme.shadow,
        })
}
