//! The foot of the card: how the text was read, and copying.

use eframe::egui::{Rect, Ui, vec2};

use super::super::super::action::Actions;
use super::super::super::command::Command;
use super::super::super::icons;
use super::super::super::widgets::{Button, Label, MenuItem, TextRole, Tooltip, menu};
use super::super::{at_start, gap, isolate};
use super::Card;

/// Where the card comes from: file, encoding, repairs, agency, version.
pub fn facts(ui: &mut Ui, card: &Card<'_>) {
    let language = card.language;
    let article = &card.opened.article;
    gap(ui, 2.0);
    let mut facts = vec![
        isolate(&card.entry.name(language)),
        isolate(&article.encoding.to_uppercase()),
    ];
    if article.repairs.is_empty() {
        facts.push(language.text("status-no-repairs"));
    }
    for repair in &article.repairs {
        let id = format!("repair-{}", repair.kind);
        facts.push(language.text_with(&id, [("count", repair.count.into())]));
    }
    let warnings = &card.opened.briefing.warnings;
    for warning in warnings {
        facts.push(language.text(&format!("warning-{}", warning.kind)));
    }
    if let Some(carrier) = card.opened.briefing.carriers.first() {
        let name = ("name", carrier.name.clone().into());
        facts.push(language.text_with("card-agency", [name]));
    }
    facts.extend(article.published.clone());
    let version = env!("CARGO_PKG_VERSION").into();
    let version = language.text_with("app-version", [("version", version)]);
    // Name and number stay in one line.
    facts.push(version.replace(' ', "\u{a0}"));
    let text = facts.join(" · ");
    let direction = if card.rtl {
        crate::text::Direction::Rtl
    } else {
        crate::text::Direction::Ltr
    };
    ui.add(
        Label::new(&text)
            .role(TextRole::Small)
            .direction(direction)
            .fill(),
    );
}

/// Always in sight, under what scrolls.
pub fn bar(ui: &mut Ui, card: &Card<'_>, actions: &mut Actions) {
    let rect = ui.max_rect();
    let line = Rect::from_min_size(rect.min, vec2(rect.width(), 1.0));
    ui.painter().rect_filled(line, 0.0, card.theme.line);
    at_start(ui, rect.shrink2(vec2(14.0, 0.0)), card.rtl, |ui| {
        let name = Command::CopySummary.name(card.language);
        let button = Button::new(&name).icon(icons::copy).primary();
        let button = button.enabled(card.opened.analysed);
        let hint = Command::CopySummary.hint(card.language);
        if ui.add(button).tooltip(&hint).clicked() {
            actions.run(Command::CopySummary);
        }
        let more = card.text("card-more");
        let response = ui.add(
            Button::new(&more)
                .trailing_icon(icons::chevron_down)
                .enabled(card.opened.analysed),
        );
        menu(&response, card.rtl, |ui| {
            for command in copies() {
                let (name, keys) = (command.name(card.language), command.keys());
                if ui.add(MenuItem::new(&name).shortcut(&keys)).clicked() {
                    actions.run(command);
                }
            }
        });
    });
}

/// The whole card in its formats.
pub const fn copies() -> [Command; 4] {
    [
        Command::CopyText,
        Command::CopyMarkdown,
        Command::CopyHtml,
        Command::CopyJson,
    ]
}
