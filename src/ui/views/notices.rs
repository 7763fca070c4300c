//! What went wrong, in bars under the tool bar; each goes when dismissed.

use eframe::egui::{Rect, Role, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::super::action::{Action, Actions};
use super::super::icons;
use super::super::layout::Parts;
use super::super::state::{NoticeId, State};
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

/// One bar: what it says, and the notices that go with its cross.
struct Bar {
    paragraph: Arc<Paragraph>,
    text: String,
    close: String,
    goes: Vec<NoticeId>,
}

impl Bar {
    fn height(&self) -> f32 {
        (self.paragraph.height + 2.0 * PAD).max(44.0)
    }
}

/// The height the bars take, for the layout of the rest.
pub fn height(ui: &Ui, state: &State, width: f32) -> f32 {
    bars(ui, state, width).iter().map(Bar::height).sum()
}

/// The newest first: it belongs to what the user just did. Last, how many more
/// there are.
fn bars(ui: &Ui, state: &State, width: f32) -> Vec<Bar> {
    let language = state.language();
    let room = width - 2.0 * SIDE - ICON - 10.0 - CLOSE;
    let style = TextRole::Body.style();
    let bar = |text: String, close: &str, goes| Bar {
        paragraph: Engine::of(ui.ctx()).layout(ui.ctx(), &text, &style, room),
        text,
        close: language.text(close),
        goes,
    };
    let (waiting, shown) = state
        .notices
        .split_at(state.notices.len().saturating_sub(SHOWN));
    let shown = shown.iter().rev();
    let mut bars: Vec<Bar> = shown
        .map(|(id, notice)| bar(notice.sentence(language), "notice-dismiss", vec![*id]))
        .collect();
    if !waiting.is_empty() {
        let count = ("count", waiting.len().into());
        let all = state.notices.iter().map(|(id, _)| *id).collect();
        let text = language.text_with("notice-more", [count]);
        bars.push(bar(text, "notice-dismiss-all", all));
    }
    bars
}

pub fn show(ui: &mut Ui, state: &State, parts: &Parts, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let rtl = state.language().is_rtl();
    let whole = parts.toolbar;
    let mut top = whole.bottom();
    for told in bars(ui, state, whole.width()) {
        let size = vec2(whole.width(), told.height());
        let bar = Rect::from_min_size(pos2(whole.left(), top), size);
        top = bar.bottom();
        let painter = ui.painter();
        painter.rect_filled(bar, 0.0, theme.notice_soft);
        let edge = Rect::from_min_max(pos2(bar.left(), bar.bottom() - 1.0), bar.max);
        painter.rect_filled(edge, 0.0, theme.line);
        let sentence = &told.paragraph;
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
        Engine::of(ui.ctx()).paint(painter, sentence, pos2(text_left, text_top), theme.ink);
        let name = (told.close.as_str(), told.goes.first().map(|id| id.0));
        let area = ui.interact(
            bar,
            ui.scope_id().with(("notice", name)),
            eframe::egui::Sense::hover(),
        );
        area.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &told.text));
        let button = super::end_of(bar.shrink2(vec2(8.0, 0.0)), rtl, 32.0);
        let builder = UiBuilder::new()
            .id_salt(("dismiss", name))
            .max_rect(button)
            .layout(row(rtl));
        ui.scope_builder(builder, |ui| {
            let button = Button::icon_only(icons::close, &told.close).quiet();
            if ui.add(button).clicked() {
                told.goes
                    .iter()
                    .for_each(|id| actions.push(Action::DismissNotice(*id)));
            }
        });
    }
}
