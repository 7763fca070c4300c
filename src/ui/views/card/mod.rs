//! The stance card: who stands where, on what, under which conditions, for
//! which reasons, said by whom; every line with its evidence.
//!
//! What it shows comes from the briefing alone. It never fills a gap: where
//! nothing was found it says so.

mod chain;
mod explain;
mod foot;
mod head;
mod more;
mod others;
mod row;
mod statements;

pub use foot::copies;

use std::cell::Cell;

use eframe::egui::{
    CornerRadius, Rect, Response, Role, ScrollArea, Sense, Shadow, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::super::action::{Action, Actions};
use super::super::icons;
use super::super::lines::Line;
use super::super::memory::Memory;
use super::super::state::{Entry, Opened, State};
use super::super::theme::{Theme, measure};
use super::super::widgets::{Button, Icon, Label, MenuItem, TextRole, Tooltip, context_menu};
use super::{at_end, at_start, gap, hairline, inset};
use crate::locale::Language;
use row::Row;

const MARGIN: f32 = 14.0;
const PAD: f32 = 16.0;
const FOOT: f32 = 52.0;
/// Lines wider than this are hard to read.
const MOST: f32 = 860.0;

/// What every part of the card needs.
struct Card<'a> {
    entry: &'a Entry,
    opened: &'a Opened,
    language: Language,
    rtl: bool,
    theme: Theme,
    /// Whether the worker is still at it.
    opening: bool,
    /// The line under the pointer in this frame.
    hovered: Cell<Option<Line>>,
    /// The line that was under it in the frame before.
    marked: Option<Line>,
}

impl Card<'_> {
    fn text(&self, id: &str) -> String {
        self.language.text(id)
    }

    /// Whether the line's evidence is tinted in the text.
    fn is_lit(&self, line: Line) -> bool {
        self.marked == Some(line) || self.entry.selected.contains(&line)
    }

    /// A part of the card that stands for a line was drawn.
    fn follow(&self, response: &Response, line: Line, actions: &mut Actions) {
        if response.contains_pointer() || response.has_focus() {
            self.hovered.set(Some(line));
        }
        if response.clicked() {
            actions.push(Action::Show(line));
        }
        self.menu(response, line, actions);
    }

    /// What can be done with a line, at the second button.
    fn menu(&self, response: &Response, line: Line, actions: &mut Actions) {
        context_menu(response, self.rtl, |ui| {
            let proof = self.opened.proof(line);
            let ruled = proof.is_some_and(|proof| proof.rule.is_some());
            for (id, icon, action) in [
                (
                    "card-copy-line",
                    icons::copy as Icon,
                    Action::CopyLines(vec![line]),
                ),
                ("card-show", icons::find, Action::Show(line)),
                ("card-why", icons::why, Action::Explain(line)),
            ] {
                // A mere mention needs no reason.
                if !ruled && matches!(action, Action::Explain(_)) {
                    continue;
                }
                if ui.add(MenuItem::new(&self.text(id)).icon(icon)).clicked() {
                    actions.push(action);
                }
            }
        });
    }
}

pub fn show(ui: &mut Ui, state: &State, entry: &Entry, memory: &mut Memory, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let opened = &*entry.opened;
    let card = Card {
        entry,
        opened,
        language: state.language(),
        rtl: state.language().is_rtl(),
        theme,
        opening: state.opening,
        hovered: Cell::new(None),
        marked: state.hovered,
    };
    let rect = ui.max_rect().shrink(MARGIN);
    surface(ui, rect, &theme);
    let name = card.text("card-name");
    let whole = ui.interact(rect, ui.scope_id().with("card"), Sense::hover());
    whole.widget_info(|| WidgetInfo::labeled(Role::Group, true, &name));

    let (body, foot) = rect.split_top_bottom_at_y(rect.bottom() - FOOT);
    // Off the rounded edge, where the scroll bar stands.
    let body = body.shrink2(vec2(4.0, 4.0));
    super::part(ui, "card-body", body, card.rtl, |ui| {
        ScrollArea::vertical()
            .id_salt(("card", entry.id))
            .auto_shrink([false, false])
            .show(ui, |ui| {
                let side = ((ui.available_width() - MOST) / 2.0).max(PAD);
                inset(ui, vec2(side, 12.0), card.rtl, |ui| {
                    ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
                    content(ui, &card, memory, actions);
                });
            });
    });
    super::part(ui, "card-foot", foot, card.rtl, |ui| {
        foot::bar(ui, &card, actions)
    });
    let hovered = card.hovered.get();
    if hovered != state.hovered {
        actions.push(Action::Hover(hovered));
    }
}

fn surface(ui: &Ui, rect: Rect, theme: &Theme) {
    let radius = CornerRadius::from(measure::RADIUS_CARD);
    let painter = ui.painter();
    if !theme.dark {
        let shadow = Shadow {
            offset: [0, 3],
            blur: 14,
            spread: 0,
            color: theme.shadow,
        };
        painter.add(shadow.as_shape(rect, radius));
    }
    let stroke = (1.0, theme.line);
    painter.rect(rect, radius, theme.surface_card, stroke, StrokeKind::Inside);
}

fn content(ui: &mut Ui, card: &Card<'_>, memory: &mut Memory, actions: &mut Actions) {
    let briefing = &card.opened.briefing;
    head::show(ui, card, actions);
    let principal = card.opened.principal();
    if let Some((at, position)) = principal {
        let conditions: Vec<_> = position
            .conditions
            .iter()
            .map(|c| c.text.as_str())
            .collect();
        let line = |item| Line::Condition(at, item);
        list(
            ui,
            card,
            "card-conditions",
            &conditions,
            line,
            memory,
            actions,
        );
        let reasons: Vec<_> = position.reasons.iter().map(|r| r.text.as_str()).collect();
        let line = |item| Line::Reason(at, item);
        list(ui, card, "card-reasons", &reasons, line, memory, actions);
        chain::show(ui, card, position, actions);
    }
    statements::show(ui, card, memory, actions);
    others::positions(ui, card, principal.map(|(at, _)| at), memory, actions);
    others::silent(ui, card, actions);
    others::figures(ui, card, actions);
    let found = [
        briefing.positions.len(),
        briefing.statements.len(),
        briefing.actors_without_position.len(),
        briefing.figures.len(),
        briefing.dates.len(),
    ];
    // Under nothing the head's own line is enough.
    if found.into_iter().sum::<usize>() > 0 {
        gap(ui, 10.0);
        hairline(ui);
    }
    foot::facts(ui, card);
}

/// A section of lines that are plain text.
fn list(
    ui: &mut Ui,
    card: &Card<'_>,
    title: &str,
    texts: &[&str],
    line: impl Fn(usize) -> Line,
    memory: &mut Memory,
    actions: &mut Actions,
) {
    if texts.is_empty() {
        return;
    }
    let lines = (0..texts.len()).map(&line).collect();
    caption(ui, card, title, lines, actions);
    for (at, text) in texts.iter().enumerate() {
        Row::new(line(at), text).show(ui, card, memory, actions);
    }
}

/// The heading of a section, with a button that copies its lines.
fn caption(ui: &mut Ui, card: &Card<'_>, title: &str, lines: Vec<Line>, actions: &mut Actions) {
    gap(ui, 8.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let text = card.text(title);
    at_start(ui, rect, card.rtl, |ui| {
        ui.add(Label::new(&text).role(TextRole::Caption).heading());
    });
    if lines.is_empty() {
        return;
    }
    at_end(ui, title, rect, card.rtl, |ui| {
        let name = card.text("card-copy-section");
        let button = Button::icon_only(icons::copy, &name).quiet().small();
        if ui.add(button).tooltip(&name).clicked() {
            actions.push(Action::CopyLines(lines));
        }
    });
}
