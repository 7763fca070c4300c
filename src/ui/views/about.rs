//! What the program is, what it sends where (nothing), and the licences of all
//! that it is made of, each behind a button that opens its text.

use eframe::egui::{Ui, vec2};

use super::super::icons;
use super::super::licences::{LICENCES, Licence};
use super::super::memory::Memory;
use super::super::widgets::{Button, Label, TextRole};
use super::gap;
use crate::desk::{Folder, Settings};
use crate::locale::Language;

pub fn show(ui: &mut Ui, language: Language, memory: &mut Memory) {
    ui.spacing_mut().item_spacing = vec2(0.0, 10.0);
    let version = language.text_with(
        "app-version",
        [("version", env!("CARGO_PKG_VERSION").into())],
    );
    ui.add(Label::new(&version).role(TextRole::Strong).fill());
    ui.add(Label::new(&language.text("about-what")).fill());
    ui.add(Label::new(&language.text("about-privacy")).fill());
    ui.add(
        Label::new(&language.text("about-licence"))
            .role(TextRole::Muted)
            .fill(),
    );
    if let Some(folder) = Folder::of_system() {
        let path = Settings::file(&folder).display().to_string();
        let text = language.text_with("about-settings", [("path", path.into())]);
        ui.add(Label::new(&text).role(TextRole::Small).fill());
    }
    gap(ui, 2.0);
    let title = language.text("about-made-of");
    ui.add(Label::new(&title).role(TextRole::Caption).fill().heading());
    ui.spacing_mut().item_spacing.y = 4.0;
    for licence in &LICENCES {
        let open = memory.licence == Some(licence.id);
        let count = licence.components().count();
        let name = language.text_with(
            "about-components",
            [("licence", licence.id.into()), ("count", count.into())],
        );
        let icon = if open {
            icons::chevron_up
        } else {
            icons::chevron_down
        };
        let button = ui.add(Button::new(&name).icon(icon).quiet().small().toggled(open));
        if button.gained_focus() {
            button.scroll_to_me(None);
        }
        if button.clicked() {
            memory.licence = (!open).then_some(licence.id);
        }
        if open {
            text(ui, licence);
        }
    }
}

/// Who wrote what, then the licence itself, in its own language.
fn text(ui: &mut Ui, licence: &Licence) {
    for component in licence.components() {
        let line = format!(
            "{} {} · {}",
            component.name, component.version, component.notice
        );
        ui.add(Label::new(&line).role(TextRole::Small).fill());
    }
    gap(ui, 6.0);
    for paragraph in licence.paragraphs() {
        ui.add(Label::new(&paragraph).role(TextRole::Muted).fill());
        gap(ui, 2.0);
    }
    gap(ui, 8.0);
}
