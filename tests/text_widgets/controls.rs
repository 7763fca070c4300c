//! Labels, buttons, chips, tooltips, menus.

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{self, Key, Painter, Rect, Ui};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mawqif::ui::widgets::{Button, Chip, Label, MenuItem, TextRole, Tooltip as _, label, menu};

use super::harness;

fn icon(_: &Painter, _: Rect, _: egui::Color32) {}

#[test]
fn a_label_tells_its_text_and_role() {
    let harness = harness((), |ui, ()| {
        label(ui, "أذربيجان");
        ui.add(Label::new("الشروط").role(TextRole::Caption).heading());
    });
    let node = harness.get_by_label("أذربيجان");
    assert_eq!(node.accesskit_node().role(), Role::Label);
    let node = harness.get_by_label("الشروط");
    assert_eq!(node.accesskit_node().role(), Role::Heading);
}

#[test]
fn a_label_that_fills_takes_the_width_and_one_that_does_not_its_own() {
    let harness = harness((), |ui, ()| {
        ui.add(Label::new("قطر"));
        ui.add(Label::new("مصر").fill());
    });
    assert!(harness.get_by_label("قطر").rect().width() < 60.0);
    assert!(harness.get_by_label("مصر").rect().width() > 600.0);
}

#[test]
fn a_button_is_pressed_by_pointer_keyboard_and_assistive_technology() {
    let mut harness = harness(0, |ui, presses| {
        if ui.add(Button::new("نسخ الملخص").primary()).clicked() {
            *presses += 1;
        }
    });
    harness.get_by_label("نسخ الملخص").click();
    harness.run();
    assert_eq!(*harness.state(), 1);
    harness.get_by_label("نسخ الملخص").click_accesskit();
    harness.run();
    assert_eq!(*harness.state(), 2);
    harness.get_by_label("نسخ الملخص").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), 3);
}

#[test]
fn a_disabled_button_does_nothing_and_says_so() {
    let mut harness = harness(0, |ui, presses| {
        if ui.add(Button::new("لصق").enabled(false)).clicked() {
            *presses += 1;
        }
    });
    assert!(harness.get_by_label("لصق").accesskit_node().is_disabled());
    harness.get_by_label("لصق").click();
    harness.run();
    assert_eq!(*harness.state(), 0);
}

#[test]
fn toggles_tell_whether_they_are_on() {
    let harness = harness((), |ui, ()| {
        ui.add(Button::new("on").toggled(true));
        ui.add(Chip::new("off").toggled(false));
        ui.add(Button::icon_only(icon, "الإعدادات"));
        ui.add(Chip::new("رويترز"));
    });
    let toggled = |name| harness.get_by_label(name).accesskit_node().toggled();
    assert_eq!(toggled("on"), Some(Toggled::True));
    assert_eq!(toggled("off"), Some(Toggled::False));
    assert_eq!(
        harness.get_by_label("الإعدادات").accesskit_node().role(),
        Role::Button
    );
    assert_eq!(
        harness.get_by_label("رويترز").accesskit_node().role(),
        Role::Label
    );
}

#[test]
fn a_right_to_left_row_begins_at_the_right() {
    let harness = harness((), |ui, ()| {
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add(Button::new("فتح"));
            ui.add(Button::new("لصق"));
        });
    });
    let left = |name| harness.get_by_label(name).rect().left();
    assert!(left("فتح") > left("لصق"));
}

#[test]
fn a_tooltip_comes_when_the_pointer_rests() {
    let mut harness = harness((), |ui, ()| {
        ui.add(Button::icon_only(icon, "نسخ"))
            .tooltip("ينسخ البطاقة كلها");
    });
    assert!(harness.query_by_label("ينسخ البطاقة كلها").is_none());
    harness.get_by_label("نسخ").hover();
    harness.run_steps(60);
    assert!(harness.query_by_label("ينسخ البطاقة كلها").is_some());
}

#[derive(Default)]
struct Chosen(Option<&'static str>);

fn with_menu(ui: &mut Ui, chosen: &mut Chosen) {
    let button = ui.add(Button::new("نسخ بصيغة"));
    menu(&button, true, |ui| {
        for name in ["نص", "Markdown", "HTML"] {
            if ui.add(MenuItem::new(name).shortcut("Ctrl+C")).clicked() {
                chosen.0 = Some(name);
            }
        }
        ui.add(MenuItem::new("JSON").enabled(false));
        ui.add(MenuItem::new("عربي").checked(true));
    });
}

#[test]
fn a_menu_opens_and_an_item_is_chosen() {
    let mut harness = harness(Chosen::default(), with_menu);
    assert!(harness.query_by_label("Markdown").is_none());
    harness.get_by_label("نسخ بصيغة").click();
    harness.run();
    let item = harness.get_by_label("Markdown");
    assert_eq!(item.accesskit_node().role(), Role::MenuItem);
    let checked = harness.get_by_label("عربي").accesskit_node().toggled();
    assert_eq!(checked, Some(Toggled::True));
    harness.get_by_label("Markdown").click();
    harness.run();
    assert_eq!(harness.state().0, Some("Markdown"));
    assert!(harness.query_by_label("Markdown").is_none(), "it closed");
}

#[test]
fn a_menu_is_gone_through_by_keys() {
    let mut harness = harness(Chosen::default(), with_menu);
    harness.get_by_label("نسخ بصيغة").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.query_by_label("HTML").is_some(), "Enter opens it");
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().0, Some("Markdown"));
    harness.get_by_label("نسخ بصيغة").click();
    harness.run();
    harness.key_press(Key::Escape);
    harness.run();
    assert!(harness.query_by_label("HTML").is_none(), "Escape closes it");
}

#[test]
fn a_label_shows_part_of_a_text_of_megabytes() {
    let text = "كلمة ".repeat(500_000);
    let harness = harness((), |ui, ()| {
        ui.add(Label::new(&text));
    });
    let height = harness.get_by_label(&text).rect().height();
    assert!((1000.0..4000.0).contains(&height), "{height}");
}
