//! A list longer than the window.

use eframe::egui::{Event, Modifiers, MouseWheelSource, MouseWheelUnit, TouchPhase, pos2, vec2};
use egui_kittest::kittest::Queryable;

use super::super::action::Action;
use super::*;

#[test]
fn the_last_of_very_many_articles_is_scrolled_to_and_chosen() {
    let mut state = state(Language::English, seed());
    for number in 0..300 {
        let file = Origin::File(format!("/{number}.txt").into());
        state.put(file, bare(&format!("خبر رقم {number} عن المحادثات")));
    }
    let last = state.articles.last().unwrap().id;
    let mut harness = stage(state, 1280.0);
    let title = "خبر رقم 299 عن المحادثات";
    assert!(harness.query_by_label_contains(title).is_none());

    harness.event(Event::PointerMoved(pos2(100.0, 400.0)));
    for _ in 0..40 {
        harness.event(Event::MouseWheel {
            unit: MouseWheelUnit::Page,
            delta: vec2(0.0, -1.0),
            modifiers: Modifiers::NONE,
            source: MouseWheelSource::Wheel,
            phase: TouchPhase::Move,
        });
        harness.run();
    }
    let rows = harness.query_all_by_label_contains(title);
    let row = rows.into_iter().next().expect("the last row is in sight");
    row.click();
    harness.run();
    let asked = harness.state_mut().actions.take();
    assert!(asked.contains(&Action::Select(last)), "{asked:?}");
}
