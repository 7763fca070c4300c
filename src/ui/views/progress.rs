//! How opening files goes on, with a way to stop it: over the foot of the
//! text, so that nothing moves when it comes and goes and the card's buttons
//! stay free.

use eframe::egui::{
    Area, CornerRadius, Id, Order, Rect, Sense, Shadow, StrokeKind, Ui, pos2, vec2,
};

use super::super::action::{Action, Actions};
use super::super::layout::Parts;
use super::super::state::{Progress, State};
use super::super::theme::{Theme, measure};
use super::super::widgets::{Button, Label};
use super::at_start;
use crate::locale::Language;

pub fn show(ui: &Ui, state: &State, parts: &Parts, actions: &mut Actions) {
    let Some(progress) = state.progress else {
        return;
    };
    let theme = Theme::of(ui.ctx());
    let language = state.language();
    let width = ui.data(|data| data.get_temp::<f32>(width_id()));
    let size = vec2(width.unwrap_or(240.0) + 32.0, 46.0);
    let middle = parts.foot(state.entry().is_some()) - vec2(0.0, 18.0 + size.y / 2.0);
    let rect = Rect::from_center_size(middle, size);
    Area::new(Id::unique("progress"))
        .order(Order::Foreground)
        .fixed_pos(rect.min)
        .show(ui.ctx(), |ui| {
            ui.allocate_exact_size(size, Sense::hover());
            surface(ui, rect, &theme);
            let inner = rect.shrink2(vec2(16.0, 7.0));
            let taken = at_start(ui, inner, language.is_rtl(), |ui| {
                content(ui, language, progress, actions);
            });
            if width != Some(taken) {
                ui.data_mut(|data| data.insert_temp(width_id(), taken));
                ui.ctx().request_discard("the progress was measured");
            }
        });
}

fn width_id() -> Id {
    Id::unique("progress width")
}

fn surface(ui: &Ui, rect: Rect, theme: &Theme) {
    let radius = CornerRadius::from(measure::RADIUS_CARD);
    let shadow = Shadow {
        offset: [0, 4],
        blur: 14,
        spread: 0,
        color: theme.shadow,
    };
    let painter = ui.painter();
    painter.add(shadow.as_shape(rect, radius));
    let stroke = (1.0, theme.line);
    painter.rect(rect, radius, theme.surface_card, stroke, StrokeKind::Inside);
}

fn content(ui: &mut Ui, language: Language, progress: Progress, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().item_spacing.x = 12.0;
    let text = match progress.total {
        1 => language.text("list-opening"),
        total => {
            let done = ("done", progress.done.into());
            language.text_with("list-progress", [done, ("total", total.into())])
        }
    };
    ui.add(Label::new(&text));
    if progress.total > 1 {
        let (track, _) = ui.allocate_exact_size(vec2(120.0, 4.0), Sense::hover());
        ui.painter().rect_filled(track, 2.0, theme.line);
        let width = track.width() * progress.done as f32 / progress.total as f32;
        let left = match language.is_rtl() {
            true => track.right() - width,
            false => track.left(),
        };
        let done = Rect::from_min_size(pos2(left, track.top()), vec2(width, track.height()));
        ui.painter().rect_filled(done, 2.0, theme.accent);
    }
    let cancel = language.text("list-cancel");
    if ui.add(Button::new(&cancel).small()).clicked() {
        actions.push(Action::CancelOpening);
    }
}
