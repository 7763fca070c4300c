//! The top of the card: stance, actor, issue, and the summary in a sentence.

use eframe::egui::{Rect, Sense, Ui, vec2};

use super::super::super::action::{Action, Actions};
use super::super::super::icons;
use super::super::super::lines::Line;
use super::super::super::theme::Theme;
use super::super::super::widgets::{Button, Chip, Label, TextRole, Tooltip};
use super::super::list::stance_colour;
use super::super::{at_end, at_start, gap, hairline};
use super::{Card, explain};
use crate::stance::{Position, Stance};
use crate::text::Direction;

pub fn show(ui: &mut Ui, card: &Card<'_>, actions: &mut Actions) {
    if !card.opened.analysed {
        waiting(ui, card);
        return;
    }
    match card.opened.principal() {
        Some((at, position)) => principal(ui, card, at, position, actions),
        None => nothing(ui, card),
    }
    let summary = &card.opened.briefing.summary;
    // Of no position the heading has said it all.
    if !summary.is_empty() && !card.opened.briefing.positions.is_empty() {
        gap(ui, 2.0);
        ui.add(
            words(summary)
                .role(TextRole::Muted)
                .line_height(1.75)
                .fill(),
        );
    }
    gap(ui, 6.0);
    hairline(ui);
}

/// Words of the article or about it: right to left where no letter tells.
fn words(text: &str) -> Label<'_> {
    Label::new(text).direction(Direction::AutoElseRtl)
}

fn principal(ui: &mut Ui, card: &Card<'_>, at: usize, position: &Position, actions: &mut Actions) {
    let line = Line::Position(at);
    let rect = badge_row(ui);
    at_start(ui, rect, card.rtl, |ui| {
        let response = badge(ui, card, Some(position.stance));
        card.follow(&response, line, actions);
        let why = card.text("card-why");
        let button = Button::icon_only(icons::why, &why).quiet().small();
        if ui.add(button).tooltip(&why).clicked() {
            actions.push(Action::Explain(line));
        }
    });
    at_end(ui, "confidence", rect, card.rtl, |ui| {
        confidence(ui, card, position.confidence);
    });
    if card.entry.explained == Some(line) {
        explain::show(ui, card, line);
    }
    // One stop for the keyboard is enough: the badge.
    let title = words(&position.actor.name).role(TextRole::Title);
    let actor = ui.add(title.fill().heading().sense(Sense::CLICK));
    card.follow(&actor, line, actions);
    let issue = position
        .issue
        .as_ref()
        .or(card.opened.briefing.issue.as_ref());
    if let Some(issue) = issue {
        let label = words(&issue.text).role(TextRole::Subtitle);
        let response = ui.add(label.fill().sense(Sense::CLICK));
        card.follow(&response, line, actions);
    }
}

/// The text can be read, and its card is still being made, or was cancelled.
fn waiting(ui: &mut Ui, card: &Card<'_>) {
    let (title, body) = if card.opening {
        ("card-reading", "card-reading-body")
    } else {
        ("card-stopped", "card-stopped-body")
    };
    gap(ui, 6.0);
    let title = card.text(title);
    let label = Label::new(&title).role(TextRole::Title);
    ui.add(label.size(20.0).fill().heading());
    let body = card.text(body);
    ui.add(Label::new(&body).role(TextRole::Muted).fill());
}

/// No main position: said calmly, never filled in.
fn nothing(ui: &mut Ui, card: &Card<'_>) {
    let briefing = &card.opened.briefing;
    let arabic = card.opened.has_arabic();
    let (title, body) = match (arabic, briefing.positions.is_empty()) {
        (false, _) => ("card-no-arabic", Some("card-no-arabic-body")),
        (true, true) => ("card-no-position", Some("card-no-position-body")),
        (true, false) => ("card-several", None),
    };
    if arabic && briefing.positions.is_empty() {
        let rect = badge_row(ui);
        at_start(ui, rect, card.rtl, |ui| {
            badge(ui, card, None);
        });
    }
    let title = card.text(title);
    ui.add(
        Label::new(&title)
            .role(TextRole::Title)
            .size(20.0)
            .fill()
            .heading(),
    );
    if let Some(body) = body {
        let body = card.text(body);
        ui.add(Label::new(&body).role(TextRole::Muted).fill());
    }
    if let Some(issue) = &briefing.issue {
        ui.add(words(&issue.text).role(TextRole::Subtitle).fill());
    }
}

fn badge_row(ui: &mut Ui) -> Rect {
    ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::hover())
        .0
}

fn badge(ui: &mut Ui, card: &Card<'_>, stance: Option<Stance>) -> eframe::egui::Response {
    let text = card.text(match stance {
        Some(Stance::Support) => "stance-support",
        Some(Stance::Oppose) => "stance-oppose",
        Some(Stance::Conditional) => "stance-conditional",
        Some(Stance::Neutral) => "stance-neutral",
        None => "stance-none",
    });
    let (ink, fill) = colours(&card.theme, stance);
    let chip = Chip::new(&text).icon(icons::of_stance(stance));
    ui.add(chip.filled(ink, fill).strong().size(13.0).clickable())
}

/// Ink and ground of a stance.
pub fn colours(
    theme: &Theme,
    stance: Option<Stance>,
) -> (eframe::egui::Color32, eframe::egui::Color32) {
    let soft = match stance {
        Some(Stance::Support) => theme.stance_support_soft,
        Some(Stance::Oppose) => theme.stance_oppose_soft,
        Some(Stance::Conditional) => theme.stance_conditional_soft,
        Some(Stance::Neutral) => theme.stance_neutral_soft,
        None => theme.surface_hover,
    };
    (stance_colour(theme, stance), soft)
}

fn confidence(ui: &mut Ui, card: &Card<'_>, confidence: f32) {
    let percent = format!("{:.0}%", f64::from(confidence) * 100.0);
    let text = card
        .language
        .text_with("card-confidence", [("percent", percent.into())]);
    ui.add(Chip::new(&text))
        .tooltip(&card.text("card-confidence-tip"));
}
