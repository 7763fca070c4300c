//! Who said what, with which force, in whose words.

use eframe::egui::{Color32, Sense, Ui, vec2};

use super::super::super::action::{Action, Actions};
use super::super::super::icons;
use super::super::super::lines::Line;
use super::super::super::memory::Memory;
use super::super::super::state::Words;
use super::super::super::theme::Theme;
use super::super::super::widgets::{Button, Label, MenuItem, TextRole, menu};
use super::super::{at_end, at_start, gap, isolate};
use super::Card;
use super::more::Many;
use super::row::{Lead, Row};
use crate::stance::{ActorKind, CueClass, Source, Statement, StatementType};
use crate::text::Direction;

/// More are shown when asked for.
const FEW: usize = 4;

pub fn show(ui: &mut Ui, card: &Card<'_>, memory: &mut Memory, actions: &mut Actions) {
    let statements = &card.opened.briefing.statements;
    if statements.is_empty() {
        return;
    }
    heading(ui, card, actions);
    let words = card.entry.words;
    let shown: Vec<_> = statements
        .iter()
        .enumerate()
        .filter(|(_, statement)| words.shows(statement))
        .collect();
    if shown.is_empty() {
        ui.add(Label::new(&card.text("words-none")).role(TextRole::Muted));
        return;
    }
    let lines = shown.iter().map(|(at, _)| Line::Statement(*at));
    let many = Many::new(ui, card, "statements", FEW, lines);
    let mut before: Option<&Source> = None;
    for (at, statement) in shown.iter().take(many.shown()) {
        if before.is_none_or(|before| before.name != statement.source.name) {
            source(ui, card, &statement.source);
        }
        before = Some(&statement.source);
        row(ui, card, *at, statement, memory, actions);
    }
    many.button(ui, card);
}

/// The section's name and whose words it shows.
fn heading(ui: &mut Ui, card: &Card<'_>, actions: &mut Actions) {
    gap(ui, 8.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    let title = card.text("card-statements");
    at_start(ui, rect, card.rtl, |ui| {
        ui.add(Label::new(&title).role(TextRole::Caption).heading());
    });
    at_end(ui, "words", rect, card.rtl, |ui| {
        let which = card.text(card.entry.words.id());
        let label = card
            .language
            .text_with("words-label", [("which", which.into())]);
        let button = Button::new(&label).trailing_icon(icons::chevron_down);
        let response = ui.add(button.quiet().small());
        menu(&response, card.rtl, |ui| {
            for words in Words::ALL {
                let name = card.text(words.id());
                let item = MenuItem::new(&name).checked(words == card.entry.words);
                if ui.add(item).clicked() {
                    actions.push(Action::ShowWords(words));
                }
            }
        });
    });
}

/// Whose statements follow.
fn source(ui: &mut Ui, card: &Card<'_>, source: &Source) {
    let name = if source.name.is_empty() {
        card.text("card-source-unstated")
    } else if source.kind == ActorKind::Unnamed {
        format!("{} · {}", isolate(&source.name), card.text("card-unnamed"))
    } else {
        source.name.clone()
    };
    gap(ui, 6.0);
    // On the side of the source's own name, whatever stands beside it.
    let rtl = Direction::AutoElseRtl.is_rtl(&source.name);
    let direction = if rtl { Direction::Rtl } else { Direction::Ltr };
    let label = Label::new(&name).role(TextRole::Small).weight(700);
    ui.add(label.color(card.theme.ink).direction(direction).fill());
}

fn row(
    ui: &mut Ui,
    card: &Card<'_>,
    at: usize,
    statement: &Statement,
    memory: &mut Memory,
    actions: &mut Actions,
) {
    let content = statement.content.span.of(&card.opened.article.text);
    let content = match statement.kind {
        StatementType::Direct => format!("«{content}»"),
        StatementType::Indirect | StatementType::Mixed => content.to_owned(),
    };
    let class = card.text(crate::export::cue_message(statement.cue.class));
    let kind = card.text(match statement.kind {
        StatementType::Direct => "type-direct",
        StatementType::Indirect => "type-indirect",
        StatementType::Mixed => "type-mixed",
    });
    let cue = statement.cue.span.of(&card.opened.article.text);
    // A colon is no word of saying to show.
    let note = if cue.chars().any(char::is_alphabetic) {
        format!("{} · {kind}", isolate(cue))
    } else {
        kind
    };
    let (ink, fill) = colours(&card.theme, statement.cue.class);
    Row::new(Line::Statement(at), &content)
        .lead(Lead {
            icon: None,
            chip: &class,
            ink,
            fill,
            note: &note,
            strong: false,
        })
        .max_lines(3)
        .show(ui, card, memory, actions);
}

/// Ink and ground of a class of cue; the word says it too.
fn colours(theme: &Theme, class: CueClass) -> (Color32, Color32) {
    match class {
        CueClass::Assertive | CueClass::Commissive => (theme.accent, theme.accent_soft),
        CueClass::Distancing | CueClass::Conjecture => {
            (theme.stance_conditional, theme.stance_conditional_soft)
        }
        CueClass::Denial | CueClass::Warning => (theme.stance_oppose, theme.stance_oppose_soft),
        CueClass::Neutral
        | CueClass::Admission
        | CueClass::Directive
        | CueClass::Evaluative
        | CueClass::Continuing => (theme.stance_neutral, theme.stance_neutral_soft),
    }
}
