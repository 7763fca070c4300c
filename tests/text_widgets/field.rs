//! The text field.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Event, ImeEvent, Key, Modifiers, OutputCommand, Ui};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mawqif::ui::widgets::Field;

use super::harness;

fn with_field(ui: &mut Ui, text: &mut String) {
    let field = Field::new("find", "بحث", text).placeholder("بحث في النص");
    field.width(240.0).show(ui);
}

#[test]
fn a_field_is_typed_in() {
    let mut harness = harness(String::new(), with_field);
    let node = harness.get_by_label("بحث");
    assert_eq!(node.accesskit_node().role(), Role::TextInput);
    assert_eq!(
        node.accesskit_node().data().placeholder(),
        Some("بحث في النص")
    );
    node.click();
    harness.run();
    harness.event(Event::Text("سلام".to_owned()));
    harness.run();
    assert_eq!(harness.state(), "سلام");
    assert_eq!(harness.get_by_label("بحث").value().as_deref(), Some("سلام"));
    // Left is onward in Arabic: the caret is already at the end.
    harness.key_press(Key::ArrowRight);
    harness.run();
    harness.event(Event::Text("x".to_owned()));
    harness.run();
    assert_eq!(harness.state(), "سلاxم");
    harness.key_press(Key::Backspace);
    harness.run();
    assert_eq!(harness.state(), "سلام");
}

#[test]
fn a_field_copies_cuts_and_pastes_one_line() {
    let mut harness = harness("قال AFP".to_owned(), with_field);
    harness.get_by_label("بحث").click();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.event(Event::Cut);
    harness.step();
    let copied = OutputCommand::CopyText("قال AFP".to_owned());
    assert!(harness.output().platform_output.commands.contains(&copied));
    harness.run();
    assert_eq!(harness.state(), "");
    harness.event(Event::Paste("سطر\nآخر\n".to_owned()));
    harness.run();
    assert_eq!(harness.state(), "سطر آخر");
}

#[test]
fn a_field_composes() {
    let mut harness = harness(String::new(), with_field);
    harness.get_by_label("بحث").click();
    harness.run();
    harness.event(Event::Ime(ImeEvent::Preedit {
        text: "ni".to_owned(),
        active_range_chars: Some(2..2),
    }));
    harness.run();
    assert_eq!(harness.state(), "ni");
    assert!(
        harness.output().platform_output.ime.is_some(),
        "the input method is told where the caret is"
    );
    harness.event(Event::Ime(ImeEvent::Commit("你".to_owned())));
    harness.run();
    assert_eq!(harness.state(), "你");
}

#[test]
fn assistive_technology_fills_a_field() {
    let mut harness = harness(String::new(), with_field);
    harness
        .get_by_label("بحث")
        .set_text_value_accesskit("قطاع غزة");
    harness.run();
    assert_eq!(harness.state(), "قطاع غزة");
}

#[test]
fn a_field_with_the_keyboard_paints_nothing_again() {
    let mut field = harness("سلام".to_owned(), with_field);
    field.get_by_label("بحث").click();
    field.run();
    field.step();
    let output = &field.output().viewport_output[&egui::ViewportId::ROOT];
    assert!(output.repaint_delay > std::time::Duration::from_secs(3600));
}

#[test]
fn a_field_takes_no_more_than_a_line_can_hold() {
    let mut harness = harness(String::new(), with_field);
    harness.get_by_label("بحث").click();
    harness.run();
    for _ in 0..3 {
        harness.event(Event::Paste("سطر طويل ".repeat(100_000)));
        harness.run();
    }
    let held = harness.state();
    assert!((1000..=4096).contains(&held.len()), "{} bytes", held.len());
}
