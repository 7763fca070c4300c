//! The bar at the foot: what is open, and how it was read. And the word that
//! something was copied.

use eframe::egui::{Rect, Ui, vec2};

use super::super::action::{Action, Actions};
use super::super::icons;
use super::super::layout::Parts;
use super::super::state::{Entry, Opened, Origin, State};
use super::super::theme::{Theme, measure};
use super::super::widgets::{Button, Label, MenuItem, TextRole, Tooltip, menu, menu_separator};
use super::{at_end, at_start, isolate};
use crate::article::OpenAs;
use crate::text::Engine;

const SIDE: f32 = 16.0;
const GAP: f32 = 18.0;
/// Under this width the version is not told here; the card's foot has it.
const TIGHT: f32 = 600.0;

pub fn show(ui: &mut Ui, state: &State, actions: &mut Actions) {
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
    // Where there is little room, the article's facts have it.
    let taken = if rect.width() < TIGHT {
        0.0
    } else {
        at_end(ui, "version", inner, rtl, |ui| small(ui, &version))
    };
    let Some(entry) = state.entry() else {
        return;
    };
    let rest = super::end_of(inner, !rtl, inner.width() - taken - GAP);
    at_start(ui, rest, rtl, |ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        small(ui, &isolate(&entry.name(language)));
        encoding(ui, state, entry, actions);
        repairs(ui, state, entry, actions);
        for fact in facts(state, entry) {
            small(ui, &fact);
        }
    });
}

/// The encoding, and the choice of another where there is one.
fn encoding(ui: &mut Ui, state: &State, entry: &Entry, actions: &mut Actions) {
    let language = state.language();
    let Opened {
        article, source, ..
    } = &*entry.opened;
    let name = isolate(&article.encoding.to_uppercase());
    if source.previews.is_empty() {
        return small(ui, &name);
    }
    let button = Button::new(&name).trailing_icon(icons::chevron_down);
    let hint = language.text("status-read-as");
    let response = ui.add(button.small().quiet()).tooltip(&hint);
    menu(&response, language.is_rtl(), |ui| {
        let mut offer = |ui: &mut Ui, name: &str, line: &str, encoding| {
            let item = MenuItem::new(name)
                .shortcut(line)
                .checked(source.how.encoding == encoding);
            if ui.add(item).clicked() {
                let how = source.how;
                actions.push(Action::ReadAs(OpenAs { encoding, ..how }));
            }
        };
        offer(ui, &language.text("status-read-by-bytes"), "", None);
        menu_separator(ui);
        for (encoding, line) in &source.previews {
            let name = isolate(&encoding.name().to_uppercase());
            offer(ui, &name, line, Some(*encoding));
        }
    });
}

/// How much was mended, and the way to the text as in the file and back.
fn repairs(ui: &mut Ui, state: &State, entry: &Entry, actions: &mut Actions) {
    let language = state.language();
    let Opened {
        article, source, ..
    } = &*entry.opened;
    let count: usize = article.repairs.iter().map(|repair| repair.count).sum();
    let how = source.how;
    match (how.repair, count) {
        (true, 0) => small(ui, &language.text("status-no-repairs")),
        (true, count) => {
            let list = article.repairs.iter().map(|repair| {
                let id = format!("repair-{}", repair.kind);
                language.text_with(&id, [("count", repair.count.into())])
            });
            let list = list.collect::<Vec<_>>().join("\n");
            let told = language.text_with("status-repairs", [("count", count.into())]);
            let label = Label::new(&told).role(TextRole::Small).max_lines(1);
            ui.add(label).tooltip(&list);
        }
        (false, _) => small(ui, &language.text("status-as-in-file")),
    }
    let again = matches!(entry.origin, Origin::File(_)) || source.pasted.is_some();
    if again && (count > 0 || !how.repair) {
        let id = if how.repair {
            "status-show-as-in-file"
        } else {
            "status-mend"
        };
        let name = language.text(id);
        let button = Button::new(&name).small().quiet();
        let accent = Theme::of(ui.ctx()).accent;
        if ui.add(button.color(accent)).clicked() {
            let repair = !how.repair;
            actions.push(Action::ReadAs(OpenAs { repair, ..how }));
        }
    }
}

fn small(ui: &mut Ui, text: &str) {
    ui.add(Label::new(text).role(TextRole::Small).max_lines(1));
}

/// What else the bar says of an article, in order.
fn facts(state: &State, entry: &Entry) -> Vec<String> {
    let language = state.language();
    let opened = &entry.opened;
    let counted = |id: &str, count: usize| language.text_with(id, [("count", count.into())]);
    let mut facts = Vec::new();
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
    let middle = parts.foot(state.entry().is_some()) - vec2(0.0, 20.0 + size.y / 2.0);
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
    icons::check(&painter, icon, theme.surface_card);
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
