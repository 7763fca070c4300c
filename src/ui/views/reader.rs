//! The article's text, with the evidence of the card's lines and what was
//! found in it marked.

use eframe::egui::{Id, Ui};

use super::super::action::{Action, Actions};
use super::super::command::Command;
use super::super::icons;
use super::super::memory::Memory;
use super::super::state::{Entry, State};
use super::super::widgets::{
    ArticleView, Icon, Mark, MarkKind, MenuItem, ReadingStyle, context_menu,
};
use crate::arabic::Span;
use crate::desk::Reading;
use crate::text::Family;

/// The width of the column in points at the usual size of type.
const MEASURE: f32 = 600.0;

pub fn show(ui: &mut Ui, state: &State, entry: &Entry, memory: &mut Memory, actions: &mut Actions) {
    let article = &entry.opened.article;
    let reader = memory.readers.entry(entry.id).or_default();
    if let Some(span) = memory.scroll_text.take() {
        reader.scroll_to(span);
    }
    let marks = marks(state, entry);
    let id = Id::unique(("article", entry.id, &article.sha256));
    let name = match article.title() {
        "" => entry.name(state.language()),
        title => title.to_owned(),
    };
    let shown = ArticleView::new(id, &article.text, &article.blocks)
        .name(&name)
        .style(&style(&state.settings.reading))
        .marks(&marks)
        .show(ui, reader);
    context_menu(&shown.response, state.language().is_rtl(), |ui| {
        for (command, icon, enabled) in [
            (
                Command::CopySelection,
                icons::copy as Icon,
                !shown.selection.is_empty(),
            ),
            (Command::CopySummary, icons::copy, state.card().is_some()),
            (Command::Find, icons::find, true),
        ] {
            let (name, keys) = (command.name(state.language()), command.keys());
            let item = MenuItem::new(&name).shortcut(&keys).icon(icon);
            if ui.add(item.enabled(enabled)).clicked() {
                actions.run(command);
            }
        }
    });
    if let Some(byte) = shown.clicked {
        actions.push(Action::PickAt(byte));
    }
}

fn style(reading: &Reading) -> ReadingStyle {
    let usual = Reading::default().size;
    ReadingStyle {
        family: Family::named(&reading.family),
        size: reading.size,
        line_height: reading.spacing,
        measure: MEASURE * (reading.size / usual).max(1.0),
    }
}

/// The evidence of one line at a time: of the one under the pointer, else of
/// the first that was clicked, which is the tightest.
fn marks(state: &State, entry: &Entry) -> Vec<Mark> {
    let lit = state.hovered.or(entry.selected.first().copied());
    let mut marks = Vec::new();
    let mut mark = |spans: &[Span], kind| {
        marks.extend(spans.iter().map(|&span| Mark { span, kind }));
    };
    if let Some(proof) = lit.and_then(|line| entry.opened.proof(line)) {
        mark(&proof.tint, MarkKind::Evidence);
        if entry.selected.contains(&proof.line) || entry.explained == Some(proof.line) {
            mark(&proof.triggers, MarkKind::Trigger);
        }
    }
    mark(&state.find.hits, MarkKind::SearchHit);
    if let Some(hit) = state.find.hit() {
        mark(&[hit], MarkKind::CurrentHit);
    }
    marks
}
