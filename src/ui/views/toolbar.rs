//! The bar at the top: opening, finding, language, appearance, type, more.

use eframe::egui::{Rect, Ui, vec2};

use super::super::action::{Action, Actions};
use super::super::command::Command;
use super::super::icons;
use super::super::memory::Memory;
use super::super::state::{State, file_name};
use super::super::theme::Theme;
use super::super::widgets::{
    Button, Field, Icon, Label, MenuItem, TextRole, Tooltip, is_typing, menu, menu_separator,
};
use super::card::copies;
use super::{at_end, at_start, end_of, reading, width_at_end};
use crate::desk::Appearance;

const SIDE: f32 = 12.0;
const GAP: f32 = 8.0;
/// Under this width buttons show their icons only.
const TIGHT: f32 = 860.0;
/// Under this width there is no place for the find field beside them.
const CRAMPED: f32 = 620.0;
const FIELD: f32 = 280.0;
const FIELD_LEAST: f32 = 96.0;
/// What count and buttons take beside the field.
const COUNT: f32 = 206.0;

pub fn show(ui: &mut Ui, state: &State, memory: &mut Memory, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let rtl = state.language().is_rtl();
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, theme.surface_bar);
    let edge = Rect::from_min_max(
        eframe::egui::pos2(rect.left(), rect.bottom() - 1.0),
        rect.max,
    );
    ui.painter().rect_filled(edge, 0.0, theme.line);
    let inner = rect.shrink2(vec2(SIDE, 0.0));
    let tight = rect.width() < TIGHT;
    ui.spacing_mut().item_spacing.x = GAP;
    // In a very narrow window the field takes the place of the buttons at the
    // start while something is looked for.
    let cramped = rect.width() < CRAMPED;
    let finding = memory.focus_find || !state.find.query.is_empty() || is_typing(ui.ctx());
    let start = if cramped && finding {
        0.0
    } else {
        at_start(ui, inner, rtl, |ui| open(ui, state, tight, actions))
    };
    if !cramped || finding {
        // Before the tools, at the end of what they leave: the keyboard comes
        // to it first, so it is drawn first.
        let end = width_at_end(ui, "tools").unwrap_or(0.0);
        let room = inner.width() - start - end - 3.0 * GAP;
        let left = end_of(inner, !rtl, inner.width() - end - GAP);
        at_end(ui, "find", end_of(left, rtl, room), rtl, |ui| {
            find(ui, state, memory, room, actions);
        });
    }
    at_end(ui, "tools", inner, rtl, |ui| {
        tools(ui, state, cramped && !finding, actions);
    });
}

/// Opening and pasting, at the start.
fn open(ui: &mut Ui, state: &State, tight: bool, actions: &mut Actions) {
    let language = state.language();
    let rtl = language.is_rtl();
    let list: Icon = if rtl {
        icons::list_mirrored
    } else {
        icons::list
    };
    let name = Command::ToggleList.name(language);
    let toggle = Button::icon_only(list, &name).quiet();
    let toggle = toggle.enabled(!state.articles.is_empty());
    let hint = Command::ToggleList.hint(language);
    if ui.add(toggle).tooltip(&hint).clicked() {
        actions.run(Command::ToggleList);
    }
    let name = Command::Open.name(language);
    let button = Button::new(&name).icon(icons::open).primary();
    if ui
        .add(button)
        .tooltip(&Command::Open.hint(language))
        .clicked()
    {
        actions.run(Command::Open);
    }
    let recent = state.settings.recent.paths();
    if !recent.is_empty() {
        let name = language.text("toolbar-recent");
        let button = ui.add(Button::icon_only(icons::chevron_down, &name));
        menu(&button, rtl, |ui| {
            for path in recent {
                let folder = path.parent().map(|folder| folder.display().to_string());
                let name = file_name(path);
                let item = MenuItem::new(&name).icon(icons::document);
                let response = ui.add(item).tooltip(&folder.unwrap_or_default());
                if response.clicked() {
                    actions.push(Action::Open(vec![path.clone()]));
                }
            }
            menu_separator(ui);
            let name = language.text("toolbar-recent-clear");
            if ui.add(MenuItem::new(&name)).clicked() {
                actions.push(Action::ClearRecent);
            }
        });
        button.tooltip(&name);
    }
    let name = Command::Paste.name(language);
    let button = if tight {
        Button::icon_only(icons::paste, &name)
    } else {
        Button::new(&name).icon(icons::paste)
    };
    if ui
        .add(button)
        .tooltip(&Command::Paste.hint(language))
        .clicked()
    {
        actions.run(Command::Paste);
    }
}

/// The find field with its count and its way through the matches.
fn find(ui: &mut Ui, state: &State, memory: &mut Memory, room: f32, actions: &mut Actions) {
    let language = state.language();
    let sought = &state.find;
    let searching = !sought.query.is_empty();
    let name = Command::Find.name(language);
    let mut query = sought.query.clone();
    let beside = if searching { COUNT } else { 0.0 };
    let width = (room - beside).clamp(FIELD_LEAST, FIELD);
    if searching {
        let count = if sought.hits.is_empty() {
            language.text("find-none")
        } else {
            let at = ("at", (sought.current + 1).into());
            let count = ("count", sought.hits.len().into());
            language.text_with("find-count", [at, count])
        };
        ui.add(Label::new(&count).role(TextRole::Small));
        for (command, icon) in [
            (Command::FindPrevious, icons::chevron_up as Icon),
            (Command::FindNext, icons::chevron_down),
        ] {
            let name = command.name(language);
            let button = Button::icon_only(icon, &name).quiet().small();
            let button = button.enabled(!sought.hits.is_empty());
            if ui.add(button).tooltip(&command.hint(language)).clicked() {
                actions.run(command);
            }
        }
    }
    if searching {
        let name = language.text("find-clear");
        let button = Button::icon_only(icons::close, &name).quiet().small();
        if ui.add(button).tooltip(&name).clicked() {
            actions.push(Action::Seek(String::new()));
        }
    }
    let field = Field::new("find", &name, &mut query)
        .placeholder(&name)
        .icon(icons::find)
        .width(width)
        .request_focus(std::mem::take(&mut memory.focus_find))
        .show(ui);
    if field.changed {
        actions.push(Action::Seek(query));
    }
    match field.submitted {
        Some(true) => actions.run(Command::FindPrevious),
        Some(false) => actions.run(Command::FindNext),
        None => {}
    }
    if field.cancelled && searching {
        actions.push(Action::Seek(String::new()));
    }
}

/// Language, appearance, type and the rest, at the end.
fn tools(ui: &mut Ui, state: &State, find: bool, actions: &mut Actions) {
    let language = state.language();
    let rtl = language.is_rtl();
    if find {
        let name = Command::Find.name(language);
        let button = Button::icon_only(icons::find, &name);
        if ui
            .add(button)
            .tooltip(&Command::Find.hint(language))
            .clicked()
        {
            actions.run(Command::Find);
        }
    }
    let name = Command::SwitchLanguage.name(language);
    let hint = Command::SwitchLanguage.hint(language);
    if ui.add(Button::new(&name)).tooltip(&hint).clicked() {
        actions.run(Command::SwitchLanguage);
    }
    let name = language.text("toolbar-theme");
    let button = ui.add(Button::icon_only(icons::theme, &name));
    menu(&button, rtl, |ui| {
        for (appearance, id) in [
            (Appearance::System, "appearance-system"),
            (Appearance::Light, "appearance-light"),
            (Appearance::Dark, "appearance-dark"),
        ] {
            let name = language.text(id);
            let item = MenuItem::new(&name).checked(state.settings.appearance == appearance);
            if ui.add(item).clicked() {
                actions.push(Action::SetAppearance(appearance));
            }
        }
    });
    button.tooltip(&name);
    reading::button(ui, state, actions);
    let name = language.text("toolbar-more");
    let button = ui.add(Button::icon_only(icons::more, &name));
    menu(&button, rtl, |ui| more(ui, state, actions));
    button.tooltip(&name);
}

fn more(ui: &mut Ui, state: &State, actions: &mut Actions) {
    let language = state.language();
    let mut item = |ui: &mut Ui, command: Command, icon: Icon, enabled: bool| {
        let (name, keys) = (command.name(language), command.keys());
        let item = MenuItem::new(&name).shortcut(&keys).icon(icon);
        if ui.add(item.enabled(enabled)).clicked() {
            actions.run(command);
        }
    };
    let card = state.card().is_some();
    item(ui, Command::CopySummary, icons::copy, card);
    for command in copies() {
        item(ui, command, icons::copy, card);
    }
    menu_separator(ui);
    let open = state.entry().is_some();
    item(ui, Command::Reload, icons::reload, open);
    item(ui, Command::CloseArticle, icons::close, open);
    menu_separator(ui);
    item(ui, Command::ZoomIn, icons::plus, true);
    item(ui, Command::ZoomOut, icons::minus, true);
    item(ui, Command::ZoomReset, icons::nothing, true);
    menu_separator(ui);
    item(ui, Command::Keys, icons::keys, true);
    item(ui, Command::About, icons::about, true);
    item(ui, Command::Quit, icons::nothing, true);
}
