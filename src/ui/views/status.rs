//! The bar at the foot: what is open, and how it was read. And the word that
//! something was copied.

use eframe::egui::{Rect, Ui, vec2};

use super::super::layout::Parts;
use super::super::state::{Entry, State};
use super::super::theme::{Theme, measure};
use super::super::widgets::{Label, TextRole};
use super::{at_end, at_start, isolate};
use crate::text::Engine;

const SIDE: f32 = 16.0;
const GAP: f32 = 18.0;

pub fn show(ui: &mut Ui, state: &State) {
    let theme = Theme::of(ui.ctx());
    let language = state.language();
    let rtl = language.is_rtl();
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, theme.surface_bar);
    let edge = Rect::from_min_size(rect.min, vec2(rect.width(), 1.0));
    ui.painter().rect_filled(edge, 0.0, theme.line);
    let inner = rect.shrink2(vec2(SIDE, 0.0));
    let version = language.text_with(
        "app-version",
        [("version", env!("CARGO_PKG_VERSION").into())],
    );
    let taken = at_end(ui, "version", inner, rtl, |ui| {
        small(ui, &version);
    });
    let Some(entry) = state.entry() else {
        return;
    };
    let rest = super::end_of(inner, !rtl, inner.width() - taken - GAP);
    at_start(ui, rest, rtl, |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for fact in facts(state, entry) {
            small(ui, &fact);
        }
    });
}

fn small(ui: &mut Ui, text: &str) {
    ui.add(Label::new(text).role(TextRole::Small).max_lines(1));
}

/// What the bar says of an article, in order.
fn facts(state: &State, entry: &Entry) -> Vec<String> {
    let language = state.language();
    let opened = &entry.opened;
    let counted = |id: &str, count: usize| language.text_with(id, [("count", count.into())]);
    let repairs: usize = opened.article.repairs.iter().map(|r| r.count).sum();
    let mut facts = vec![
        isolate(&entry.name(language)),
        isolate(&opened.article.encoding.to_uppercase()),
        match repairs {
            0 => language.text("status-no-repairs"),
            some => counted("status-repairs", some),
        },
    ];
    if !opened.article.warnings.is_empty() {
        facts.push(counted("status-warnings", opened.article.warnings.len()));
    }
    if opened.analysed {
        let (positions, statements) = (&opened.briefing.positions, &opened.briefing.statements);
        facts.push(counted("status-positions", positions.len()));
        facts.push(counted("count-statements", statements.len()));
    }
    facts
}

/// "Copied", for a moment, over the foot of the window.
pub fn copied(ui: &mut Ui, state: &State, parts: &Parts) {
    let Some(message) = state.copied else {
        return;
    };
    let theme = Theme::of(ui.ctx());
    let text = state.language().text(message);
    let engine = Engine::of(ui.ctx());
    let style = TextRole::Body.style();
    let paragraph = engine.layout(ui.ctx(), &text, &style, f32::INFINITY);
    let size = vec2(paragraph.width + 62.0, 38.0);
    let middle = parts.body.center_bottom() - vec2(0.0, 20.0 + size.y / 2.0);
    let rect = Rect::from_center_size(middle, size);
    let painter = ui.ctx().layer_painter(eframe::egui::LayerId::new(
        eframe::egui::Order::Tooltip,
        ui.scope_id().with("copied"),
    ));
    painter.rect_filled(rect, measure::RADIUS_CARD + 5.0, theme.ink);
    let rtl = state.language().is_rtl();
    let (icon_x, text_x) = if rtl {
        (rect.right() - 26.0, rect.left() + 18.0)
    } else {
        (rect.left() + 26.0, rect.right() - 18.0 - paragraph.width)
    };
    let icon = Rect::from_center_size(
        eframe::egui::pos2(icon_x, rect.center().y),
        vec2(16.0, 16.0),
    );
    super::super::icons::check(&painter, icon, theme.surface_card);
    let top = rect.center().y - paragraph.height / 2.0;
    engine.paint(
        &painter,
        &paragraph,
        eframe::egui::pos2(text_x, top),
        theme.surface_card,
    );
    let response = ui.interact(
        rect,
        ui.scope_id().with("copied"),
        eframe::egui::Sense::hover(),
    );
    response
        .widget_info(|| eframe::egui::WidgetInfo::labeled(eframe::egui::Role::Status, true, &text));
}
