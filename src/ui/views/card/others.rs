//! Other positions, actors of whom nothing is stated, figures and dates.

use eframe::egui::Ui;

use super::super::super::action::Actions;
use super::super::super::icons;
use super::super::super::lines::Line;
use super::super::super::memory::Memory;
use super::super::super::widgets::{Chip, Tooltip};
use super::super::flow;
use super::super::list::stance_id;
use super::head::colours;
use super::more::Many;
use super::row::{Lead, Row};
use super::{Card, caption};

/// Chips before the rest are asked for.
const FEW: usize = 16;

/// Every position but the main one, with its conditions and reasons.
pub fn positions(
    ui: &mut Ui,
    card: &Card<'_>,
    principal: Option<usize>,
    memory: &mut Memory,
    actions: &mut Actions,
) {
    let all = card.opened.briefing.positions.iter().enumerate();
    let others: Vec<_> = all.filter(|(at, _)| Some(*at) != principal).collect();
    if others.is_empty() {
        return;
    }
    let lines = others.iter().map(|(at, _)| Line::Position(*at)).collect();
    caption(ui, card, "card-others", lines, actions);
    for (at, position) in others {
        let issue = position.issue.as_ref().map_or_else(
            || position.evidence.first().map_or("", |proof| &proof.text),
            |issue| &issue.text,
        );
        let stance = card.text(stance_id(Some(position.stance)));
        let (ink, fill) = colours(&card.theme, Some(position.stance));
        Row::new(Line::Position(at), issue)
            .lead(Lead {
                icon: Some(icons::of_stance(Some(position.stance))),
                chip: &stance,
                ink,
                fill,
                note: &position.actor.name,
                strong: true,
            })
            .show(ui, card, memory, actions);
        for (item, condition) in position.conditions.iter().enumerate() {
            let title = card.text("card-conditions");
            sub(
                ui,
                card,
                Line::Condition(at, item),
                &title,
                &condition.text,
                memory,
                actions,
            );
        }
        for (item, reason) in position.reasons.iter().enumerate() {
            let title = card.text("card-reasons");
            sub(
                ui,
                card,
                Line::Reason(at, item),
                &title,
                &reason.text,
                memory,
                actions,
            );
        }
    }
}

/// A condition or a reason of another position.
fn sub(
    ui: &mut Ui,
    card: &Card<'_>,
    line: Line,
    title: &str,
    text: &str,
    memory: &mut Memory,
    actions: &mut Actions,
) {
    Row::new(line, text)
        .lead(Lead {
            icon: None,
            chip: title,
            ink: card.theme.ink_muted,
            fill: card.theme.surface_hover,
            note: "",
            strong: false,
        })
        .indent()
        .show(ui, card, memory, actions);
}

/// Actors the text names without a position: not neutral, not stated.
pub fn silent(ui: &mut Ui, card: &Card<'_>, actions: &mut Actions) {
    let actors = &card.opened.briefing.actors_without_position;
    if actors.is_empty() {
        return;
    }
    caption(ui, card, "card-silent", Vec::new(), actions);
    let many = Many::new(ui, card, "silent", FEW, (0..actors.len()).map(Line::Silent));
    flow(ui, card.rtl, |ui| {
        for (at, actor) in actors.iter().enumerate().take(many.shown()) {
            let line = Line::Silent(at);
            let chip = Chip::new(&actor.name).icon(icons::unstated);
            let response = ui.add(chip.toggled(card.is_lit(line)));
            card.follow(&response, line, actions);
        }
    });
    many.button(ui, card);
}

pub fn figures(ui: &mut Ui, card: &Card<'_>, actions: &mut Actions) {
    let briefing = &card.opened.briefing;
    let figures = briefing.figures.iter().enumerate();
    let figures = figures.map(|(at, figure)| (Line::Figure(at), &figure.text, None));
    let dates = briefing.dates.iter().enumerate();
    let dates = dates.map(|(at, date)| (Line::Date(at), &date.text, date.iso.as_ref()));
    let all: Vec<_> = figures.chain(dates).collect();
    if all.is_empty() {
        return;
    }
    let lines = || all.iter().map(|(line, ..)| *line);
    caption(ui, card, "card-figures", lines().collect(), actions);
    let many = Many::new(ui, card, "figures", FEW, lines());
    flow(ui, card.rtl, |ui| {
        for &(line, text, iso) in all.iter().take(many.shown()) {
            let response = ui.add(Chip::new(text).toggled(card.is_lit(line)));
            card.follow(&response, line, actions);
            if let Some(iso) = iso {
                response.tooltip(iso);
            }
        }
    });
    many.button(ui, card);
}
