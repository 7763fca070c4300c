//! Files dropped on the window, and the sign that it will take them.

use std::path::PathBuf;

use eframe::egui::{Context, Id, LayerId, Order, StrokeKind, Ui, vec2};

use super::super::action::{Action, Actions};
use super::super::layout::Parts;
use super::super::state::State;
use super::super::theme::{Theme, measure};
use super::super::widgets::TextRole;
use crate::text::Engine;

/// Opens what was dropped in the frame before.
pub fn dropped(ctx: &Context, actions: &mut Actions) {
    let files: Vec<PathBuf> = ctx.input(|input| {
        let dropped = input.raw.dropped_files.iter();
        dropped.map(|file| file.path().to_owned()).collect()
    });
    if !files.is_empty() {
        actions.push(Action::Open(files));
    }
}

/// While files hang over the window.
pub fn hovering(ui: &Ui, state: &State, parts: &Parts) {
    let count = ui.input(|input| input.raw.hovered_files.len());
    if count == 0 {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let painter = ui
        .ctx()
        .layer_painter(LayerId::new(Order::Foreground, Id::unique("drop")));
    painter.rect_filled(parts.body, 0.0, theme.background.gamma_multiply(0.88));
    let frame = parts.body.shrink(18.0);
    painter.rect_filled(
        frame,
        measure::RADIUS_CARD,
        theme.accent_soft.gamma_multiply(0.7),
    );
    let stroke = (2.0, theme.accent);
    painter.rect_stroke(frame, measure::RADIUS_CARD, stroke, StrokeKind::Inside);
    let text = state
        .language()
        .text_with("drop-count", [("count", count.into())]);
    let mut style = TextRole::Title.style();
    style.size = 22.0;
    let engine = Engine::of(ui.ctx());
    let paragraph = engine.layout(ui.ctx(), &text, &style, f32::INFINITY);
    let corner = frame.center() - vec2(paragraph.width, paragraph.height) / 2.0;
    engine.paint(&painter, &paragraph, corner, theme.accent);
}
