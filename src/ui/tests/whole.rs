//! The window as a whole: mirrored, stacked, quiet when nothing happens.

use eframe::egui::{Key, Rect};
use egui_kittest::kittest::Queryable;

use super::super::command::Command;
use super::super::licences::LICENCES;
use super::super::notice::Notice;
use super::super::state::Overlay;
use super::*;

/// Places of the list's row, the card's badge and the text's first paragraph.
fn places(language: Language, width: f32) -> (Rect, Rect, Rect) {
    let harness = stage(state(language, seed()), width);
    let list = harness.get_by_label(&language.text("list-title")).rect();
    let badge = harness
        .get_by_label(&language.text("stance-conditional"))
        .rect();
    let deck = "باكو تضع شرطًا أساسيًا قبل أي مشاركة عسكرية في غزة";
    let text = harness.get_by_label(deck).rect();
    (list, badge, text)
}

#[test]
fn arabic_runs_from_the_right_and_english_from_the_left() {
    let (list, badge, text) = places(Language::Arabic, 1280.0);
    assert!(list.center().x > badge.center().x && badge.center().x > text.center().x);
    let (list, badge, text) = places(Language::English, 1280.0);
    assert!(list.center().x < badge.center().x && badge.center().x < text.center().x);
}

#[test]
fn a_narrow_window_has_the_card_over_the_text() {
    for language in Language::ALL {
        let (_, badge, text) = places(language, 900.0);
        assert!(badge.bottom() < text.top());
    }
}

#[test]
fn any_size_whatever_is_drawn_without_a_panic() {
    for width in [60.0, 200.0, 481.0, 640.0, 979.0, 2600.0] {
        for language in Language::ALL {
            let mut state = state(language, seed());
            state.tell(Notice::ClipboardEmpty);
            state.find.query = "غزة".to_owned();
            stage(state, width);
        }
    }
}

#[test]
fn nothing_asks_for_a_frame_when_nothing_changes() {
    for language in Language::ALL {
        let mut harness = app(language);
        for _ in 0..4 {
            harness.step();
        }
        harness.step();
        let output = &harness.output().viewport_output;
        for viewport in output.values() {
            let delay = viewport.repaint_delay;
            assert!(delay.as_secs() > 60, "{language:?}: a frame in {delay:?}");
        }
    }
}

#[test]
fn notices_are_alerts_in_the_interface_language_and_can_be_dismissed() {
    for language in Language::ALL {
        let mut state = state(language, seed());
        state.tell(Notice::ClipboardEmpty);
        state.tell(Notice::ClipboardEmpty);
        assert_eq!(state.notices.len(), 1, "the same thing is told once");
        let mut harness = stage(state, 1280.0);
        let sentence = language.text("notice-clipboard-empty");
        harness.get_by_label(&sentence);
        harness
            .get_by_label(&language.text("notice-dismiss"))
            .click();
        harness.run();
        assert_eq!(harness.state().actions.asked().len(), 1);
    }
}

#[test]
fn of_many_notices_the_last_show_with_how_many_more_there_are() {
    for language in Language::ALL {
        let mut state = state(language, seed());
        for name in ["a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"] {
            let name = name.to_owned();
            state.tell(Notice::Stopped { name });
        }
        let mut harness = stage(state, 1280.0);
        let more = language.text_with("notice-more", [("count", 2.into())]);
        harness.get_by_label(&more);
        let all = language.text("notice-dismiss-all");
        harness.get_by_label(&all).click();
        harness.run();
        assert_eq!(harness.state().actions.asked().len(), 5);
    }
}

#[test]
fn the_list_of_keys_shows_every_command_that_has_one() {
    for language in Language::ALL {
        let mut state = state(language, seed());
        state.overlay = Some(Overlay::Keys);
        let harness = stage(state, 1280.0);
        for command in Command::ALL {
            if !command.keys().is_empty() {
                harness.get_by_label(&command.tip(language));
            }
        }
    }
}

#[test]
fn an_empty_window_says_what_to_do() {
    for language in Language::ALL {
        let mut harness = stage(State::new(settings(language)), 1280.0);
        harness.get_by_label(&language.text("empty-title"));
        let open = language.text("command-open");
        let last = harness.query_all_by_label(&open).last().unwrap();
        last.click();
        harness.run();
        let asked = harness.state().actions.asked();
        assert!(asked.contains(&super::super::action::Action::Run(Command::Open)));
    }
}

#[test]
fn the_status_bar_says_each_fact_once() {
    for language in Language::ALL {
        let harness = stage(state(language, seed()), 1280.0);
        let count = |id: &str, count: usize| language.text_with(id, [("count", count.into())]);
        for fact in [count("status-positions", 3), count("count-statements", 4)] {
            assert_eq!(harness.query_all_by_label(&fact).count(), 1, "{fact}");
        }
    }
}

#[test]
fn the_about_window_opens_each_licence_with_whom_it_is_of_by_keyboard_too() {
    for language in Language::ALL {
        let mut state = state(language, seed());
        state.overlay = Some(Overlay::About);
        let mut harness = stage(state, 1280.0);
        for licence in &LICENCES {
            let first = licence.components().next().unwrap();
            let first = format!("{} {} · {}", first.name, first.version, first.notice);
            assert!(harness.query_by_label(&first).is_none());
            let count = licence.components().count();
            let name = [("licence", licence.id.into()), ("count", count.into())];
            let name = language.text_with("about-components", name);
            harness.get_by_label(&name).focus();
            harness.run();
            harness.key_press(Key::Enter);
            harness.run();
            harness.get_by_label(&first);
            for paragraph in licence.paragraphs() {
                assert!(harness.query_all_by_label(&paragraph).next().is_some());
            }
        }
    }
}
