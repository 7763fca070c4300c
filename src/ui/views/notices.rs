//! What went wrong, in bars under the tool bar; each goes when dismissed.

use eframe::egui::{Rect, Role, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::action::{Action, Actions};
use super::super::icons;
use super::super::layout::Parts;
use super::super::state::State;
use super::super::theme::Theme;
use super::super::widgets::{Button, TextRole};
use super::row;
use crate::text::{Engine, Paragraph};
use std::sync::Arc;

/// More than these wait until one is dismissed.
const SHOWN: usize = 3;
const SIDE: f32 = 16.0;
const ICON: f32 = 18.0;
const CLOSE: f32 = 40.0;
const PAD: f32 = 9.0;

/// The height the bars take, for the layout of the rest.
pub fn height(ui: &Ui, state: &State, width: f32) -> f32 {
    set(ui, state, width)
        .iter()
        .map(|sentence| bar_height(sentence))
        .sum()
}

/// The newest first: it belongs to what the user just did.
fn set(ui: &Ui, state: &State, width: f32) -> Vec<Arc<Paragraph>> {
    let room = width - 2.0 * SIDE - ICON - 10.0 - CLOSE;
    let style = TextRole::Body.style();
    let lay = |text: &str| Engine::of(ui.ctx()).layout(ui.ctx(), text, &style, room);
    state
        .notices
        .iter()
        .rev()
        .take(SHOWN)
        .map(|(_, notice)| lay(&notice.sentence(state.language())))
        .collect()
}

fn bar_height(sentence: &Paragraph) -> f32 {
    (sentence.height + 2.0 * PAD).max(44.0)
}

pub fn show(ui: &mut Ui, state: &State, parts: &Parts, actions: &mut Actions) {
    if state.notices.is_empty() {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let language = state.language();
    let rtl = language.is_rtl();
    let whole = parts.toolbar;
    let mut top = whole.bottom();
    let sentences = set(ui, state, whole.width());
    for ((id, notice), sentence) in state.notices.iter().rev().zip(sentences) {
        let size = vec2(whole.width(), bar_height(&sentence));
        let bar = Rect::from_min_size(pos2(whole.left(), top), size);
        top = bar.bottom();
        let painter = ui.painter();
        painter.rect_filled(bar, 0.0, theme.notice_soft);
        let edge = Rect::from_min_max(pos2(bar.left(), bar.bottom() - 1.0), bar.max);
        painter.rect_filled(edge, 0.0, theme.line);
        let (icon_x, text_left) = if rtl {
            let icon_x = bar.right() - SIDE - ICON / 2.0;
            (icon_x, icon_x - ICON / 2.0 - 10.0 - sentence.box_width)
        } else {
            let icon_x = bar.left() + SIDE + ICON / 2.0;
            (icon_x, icon_x + ICON / 2.0 + 10.0)
        };
        let icon = Rect::from_center_size(pos2(icon_x, bar.center().y), vec2(ICON, ICON));
        icons::warning(painter, icon, theme.notice);
        let text_top = bar.center().y - sentence.height / 2.0;
        Engine::of(ui.ctx()).paint(painter, &sentence, pos2(text_left, text_top), theme.ink);
        let told = ui.interact(
            bar,
            ui.scope_id().with(("notice", id.0)),
            eframe::egui::Sense::hover(),
        );
        let text = notice.sentence(language);
        told.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &text));
        let button = super::end_of(bar.shrink2(vec2(8.0, 0.0)), rtl, 32.0);
        let builder = UiBuilder::new()
            .id_salt(("dismiss", id.0))
            .max_rect(button)
            .layout(row(rtl));
        ui.scope_builder(builder, |ui| {
            let name = language.text("notice-dismiss");
            if ui
                .add(Button::icon_only(icons::close, &name).quiet())
                .clicked()
            {
                actions.push(Action::DismissNotice(*id));
            }
        });
    }
}
