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
use super::row::{Lead, Row};
use super::{Card, caption};

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
    flow(ui, card.rtl, |ui| {
        for (at, actor) in actors.iter().enumerate() {
            let line = Line::Silent(at);
            let chip = Chip::new(&actor.name).icon(icons::unstated);
            let response = ui.add(chip.toggled(card.is_lit(line)));
            card.follow(&response, line, actions);
        }
    });
}

pub fn figures(ui: &mut Ui, card: &Card<'_>, actions: &mut Actions) {
    let briefing = &card.opened.briefing;
    if briefing.figures.is_empty() && briefing.dates.is_empty() {
        return;
    }
    let figures = (0..briefing.figures.len()).map(Line::Figure);
    let dates = (0..briefing.dates.len()).map(Line::Date);
    caption(
        ui,
        card,
        "card-figures",
        figures.chain(dates).collect(),
        actions,
    );
    flow(ui, card.rtl, |ui| {
        for (at, figure) in briefing.figures.iter().enumerate() {
            let line = Line::Figure(at);
            let response = ui.add(Chip::new(&figure.text).toggled(card.is_lit(line)));
            card.follow(&response, line, actions);
        }
        for (at, date) in briefing.dates.iter().enumerate() {
            let line = Line::Date(at);
            let response = ui.add(Chip::new(&date.text).toggled(card.is_lit(line)));
            card.follow(&response, line, actions);
            if let Some(iso) = &date.iso {
                response.tooltip(iso);
            }
        }
    });
}
