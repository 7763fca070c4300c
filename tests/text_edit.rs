//! Typing, deleting, moving and composing in Arabic, Latin and mixed text.

use mawqif::text::edit::{Editor, Motion};
use mawqif::text::{Catalogue, Cursor, Style, Typesetter};
use proptest::prelude::*;

struct Desk {
    typesetter: Typesetter,
    editor: Editor,
}

impl Desk {
    fn new(text: &str) -> Self {
        Self {
            typesetter: Typesetter::new(Catalogue::bundled_only()),
            editor: Editor::new(text),
        }
    }

    fn go(&mut self, motion: Motion, extend: bool) -> &mut Self {
        let style = Style::interface(14.0);
        let paragraph = self
            .typesetter
            .layout(self.editor.text(), &style, f32::INFINITY, 1.0);
        self.editor.go(motion, extend, &paragraph);
        self
    }

    fn caret_x(&mut self) -> f32 {
        let style = Style::interface(14.0);
        let paragraph = self
            .typesetter
            .layout(self.editor.text(), &style, f32::INFINITY, 1.0);
        paragraph.caret(self.editor.cursor()).left
    }
}

#[test]
fn typing_in_arabic_and_latin() {
    let mut desk = Desk::new("");
    for letter in ["ا", "ل", "ن", "ص"] {
        desk.editor.insert(letter);
    }
    assert_eq!(desk.editor.text(), "النص");
    desk.editor.insert(" AFP ");
    assert_eq!(desk.editor.text(), "النص AFP ");
    assert_eq!(desk.editor.cursor().byte, desk.editor.text().len());
}

#[test]
fn arrows_go_where_they_point() {
    let mut desk = Desk::new("سلام");
    desk.go(Motion::TextStart, false);
    let start = desk.caret_x();
    desk.go(Motion::Left, false);
    assert!(desk.caret_x() < start, "left is onward in Arabic");
    assert_eq!(desk.editor.cursor().byte, "س".len());

    let mut desk = Desk::new("peace");
    desk.go(Motion::TextStart, false).go(Motion::Right, false);
    assert_eq!(desk.editor.cursor().byte, 1);
}

#[test]
fn an_arrow_through_mixed_text_never_turns_back() {
    let mut desk = Desk::new("قال AFP إن 20 ألف (UN) وصلوا");
    desk.go(Motion::TextStart, false);
    let mut x = desk.caret_x();
    let mut steps = 0;
    loop {
        let before = desk.editor.cursor();
        desk.go(Motion::Left, false);
        if desk.editor.cursor() == before {
            break;
        }
        let now = desk.caret_x();
        assert!(now < x + 0.01, "step {steps} went right: {x} to {now}");
        x = now;
        steps += 1;
    }
    assert!(x < 1.0, "the caret came to the left edge");
    assert!(steps >= 25);
}

#[test]
fn home_and_end_are_those_of_reading() {
    let mut desk = Desk::new("سلام عليكم");
    desk.go(Motion::LineStart, false);
    assert_eq!(desk.editor.cursor().byte, 0);
    let start = desk.caret_x();
    desk.go(Motion::LineEnd, false);
    assert!(desk.caret_x() < start);
    assert_eq!(desk.editor.cursor().byte, desk.editor.text().len());
}

#[test]
fn words_are_stepped_over_in_the_direction_of_the_text() {
    let text = "قال المتحدث أمس";
    let mut desk = Desk::new(text);
    desk.go(Motion::TextStart, false)
        .go(Motion::WordLeft, false);
    assert_eq!(desk.editor.cursor().byte, text.find("المتحدث").unwrap());
    desk.go(Motion::WordLeft, true);
    assert_eq!(desk.editor.selected_text(), "المتحدث ");
    desk.go(Motion::WordRight, true);
    assert_eq!(desk.editor.selected_text(), "");
}

#[test]
fn a_vowel_sign_comes_off_alone_and_an_emoji_whole() {
    let mut desk = Desk::new("مُ");
    desk.editor.backspace();
    assert_eq!(desk.editor.text(), "م");
    let mut desk = Desk::new("ok 👨\u{200d}👩\u{200d}👧");
    desk.editor.backspace();
    assert_eq!(desk.editor.text(), "ok ");
    let mut desk = Desk::new("مُهم");
    desk.go(Motion::TextStart, false);
    desk.editor.delete();
    assert_eq!(desk.editor.text(), "هم");
}

#[test]
fn words_are_deleted_both_ways() {
    let mut desk = Desk::new("قال المتحدث أمس");
    desk.editor.backspace_word();
    assert_eq!(desk.editor.text(), "قال المتحدث ");
    desk.go(Motion::TextStart, false);
    desk.editor.delete_word();
    assert_eq!(desk.editor.text(), "المتحدث ");
}

#[test]
fn an_arrow_out_of_a_selection_goes_to_its_end() {
    let mut desk = Desk::new("قال المتحدث");
    desk.editor.select_all();
    desk.go(Motion::Left, false);
    assert_eq!(desk.editor.cursor().byte, desk.editor.text().len());
    desk.editor.select_all();
    desk.go(Motion::Right, false);
    assert_eq!(desk.editor.cursor().byte, 0);
}

#[test]
fn cutting_and_pasting_over_a_selection() {
    let mut desk = Desk::new("قال AFP أمس");
    desk.editor.select(7..10);
    assert_eq!(desk.editor.cut(), "AFP");
    assert_eq!(desk.editor.text(), "قال  أمس");
    desk.editor.insert("رويترز");
    assert_eq!(desk.editor.text(), "قال رويترز أمس");
}

#[test]
fn an_input_method_proposes_and_settles() {
    let mut desk = Desk::new("قال ");
    desk.editor.compose("ni", Some(2));
    assert_eq!(desk.editor.text(), "قال ni");
    assert_eq!(desk.editor.composing(), Some(7..9));
    desk.editor.compose("你", Some(3));
    assert_eq!(desk.editor.text(), "قال 你");
    desk.editor.commit("你好");
    assert_eq!(desk.editor.text(), "قال 你好");
    assert_eq!(desk.editor.composing(), None);
    desk.editor.undo();
    assert_eq!(
        desk.editor.text(),
        "قال ",
        "one step takes the composition back"
    );
}

#[test]
fn a_composition_can_be_given_up() {
    let mut desk = Desk::new("abc");
    desk.editor.select(1..2);
    desk.editor.compose("x", None);
    desk.editor.compose("", None);
    assert_eq!(desk.editor.text(), "ac");
    assert_eq!(desk.editor.composing(), None);
    desk.editor.commit("");
    assert_eq!(desk.editor.text(), "ac");
}

#[test]
fn an_input_method_takes_away_its_surroundings() {
    let mut desk = Desk::new("سلام");
    desk.editor.place(Cursor::after("سل".len()), false);
    desk.editor.delete_around(1, 1);
    assert_eq!(desk.editor.text(), "سم");
}

#[test]
fn undo_takes_typed_letters_back_together() {
    let mut desk = Desk::new("");
    for letter in ["a", "b", "c"] {
        desk.editor.insert(letter);
    }
    desk.editor.backspace();
    assert!(desk.editor.undo());
    assert_eq!(desk.editor.text(), "abc");
    assert!(desk.editor.undo());
    assert_eq!(desk.editor.text(), "");
    assert!(!desk.editor.undo());
    assert!(desk.editor.redo());
    assert_eq!(desk.editor.text(), "abc");
}

#[derive(Clone, Debug)]
enum Act {
    Go(Motion, bool),
    Insert(String),
    Compose(String, usize),
    Commit(String),
    Place(usize, bool),
    Backspace,
    Delete,
    BackspaceWord,
    DeleteWord,
    Around(usize, usize),
    Undo,
    Redo,
}

fn any_act() -> impl Strategy<Value = Act> {
    let motion = prop_oneof![
        Just(Motion::Left),
        Just(Motion::Right),
        Just(Motion::WordLeft),
        Just(Motion::WordRight),
        Just(Motion::LineStart),
        Just(Motion::LineEnd),
        Just(Motion::TextStart),
        Just(Motion::TextEnd),
    ];
    let text = || "[ابتa-c0-9َُ 🙂\\u{202e}\\u{200d}]{0,4}";
    prop_oneof![
        3 => (motion, any::<bool>()).prop_map(|(motion, extend)| Act::Go(motion, extend)),
        3 => text().prop_map(Act::Insert),
        1 => (text(), 0_usize..9).prop_map(|(text, caret)| Act::Compose(text, caret)),
        1 => text().prop_map(Act::Commit),
        1 => (0_usize..40, any::<bool>()).prop_map(|(byte, extend)| Act::Place(byte, extend)),
        1 => Just(Act::Backspace),
        1 => Just(Act::Delete),
        1 => Just(Act::BackspaceWord),
        1 => Just(Act::DeleteWord),
        1 => (0_usize..3, 0_usize..3).prop_map(|(before, after)| Act::Around(before, after)),
        1 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_the_caret_stands_between_characters(acts in prop::collection::vec(any_act(), 0..30)) {
        let mut desk = Desk::new("قال AFP 20 مُهم");
        for act in acts {
            match act {
                Act::Go(motion, extend) => { desk.go(motion, extend); }
                Act::Insert(text) => desk.editor.insert(&text),
                Act::Compose(text, caret) => desk.editor.compose(&text, Some(caret)),
                Act::Commit(text) => desk.editor.commit(&text),
                Act::Place(byte, extend) => desk.editor.place(Cursor::before(byte), extend),
                Act::Backspace => desk.editor.backspace(),
                Act::Delete => desk.editor.delete(),
                Act::BackspaceWord => desk.editor.backspace_word(),
                Act::DeleteWord => desk.editor.delete_word(),
                Act::Around(before, after) => desk.editor.delete_around(before, after),
                Act::Undo => { desk.editor.undo(); }
                Act::Redo => { desk.editor.redo(); }
            }
            let text = desk.editor.text().to_owned();
            let selection = desk.editor.selection();
            prop_assert!(text.is_char_boundary(desk.editor.cursor().byte));
            prop_assert!(text.get(selection).is_some());
            if let Some(composing) = desk.editor.composing() {
                prop_assert!(text.get(composing).is_some());
            }
            prop_assert!(desk.caret_x().is_finite());
        }
    }
}
