//! The article view.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    self, Event, Id, Key, Modifiers, OutputCommand, PointerButton, Pos2, Ui, pos2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mawqif::arabic::Span;
use mawqif::article::{Block, BlockKind};
use mawqif::ui::widgets::{ArticleView, ArticleViewState, Mark, MarkKind};

use super::harness;

const TITLE: &str = "عنوان مخترع عن محادثات";
const FIRST: &str = "قال المتحدث (AFP) إن 20 ألف شخص وصلوا.";
const SECOND: &str = "وأضاف أن ذلك مشروط بوقف القتال أولا.";

struct Reader {
    text: String,
    blocks: Vec<Block>,
    marks: Vec<Mark>,
    view: ArticleViewState,
    clicked: Option<usize>,
}

impl Reader {
    fn new(paragraphs: &[&str]) -> Self {
        let text = paragraphs.join("\n");
        let mut start = 0;
        let mut blocks = Vec::new();
        for paragraph in paragraphs {
            let kind = if blocks.is_empty() {
                BlockKind::Title
            } else {
                BlockKind::Paragraph
            };
            let span = Span::new(start, start + paragraph.len());
            blocks.push(Block { kind, span });
            start = span.end + 1;
        }
        Self {
            text,
            blocks,
            marks: Vec::new(),
            view: ArticleViewState::default(),
            clicked: None,
        }
    }

    fn selected(&self) -> &str {
        self.view.selected_text(&self.text)
    }
}

fn read(ui: &mut Ui, reader: &mut Reader) {
    let response = ArticleView::new(Id::unique("article"), &reader.text, &reader.blocks)
        .marks(&reader.marks)
        .show(ui, &mut reader.view);
    reader.clicked = response.clicked.or(reader.clicked);
}

fn reader(paragraphs: &[&str]) -> Harness<'static, Reader> {
    harness(Reader::new(paragraphs), read)
}

fn press(harness: &Harness<'_, Reader>, pos: Pos2, pressed: bool) {
    harness.event(Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    });
}

fn drag(harness: &mut Harness<'_, Reader>, from: Pos2, to: Pos2) {
    harness.event(Event::PointerMoved(from));
    harness.step();
    press(harness, from, true);
    harness.step();
    harness.event(Event::PointerMoved(to));
    harness.step();
    press(harness, to, false);
    harness.run();
}

/// The place of the first line's start in the paragraph with this text.
fn start_of(harness: &Harness<'_, Reader>, text: &str) -> Pos2 {
    let rect = harness.get_by_label(text).rect();
    pos2(rect.right() - 1.0, rect.top() + 15.0)
}

#[test]
fn an_article_tells_its_paragraphs() {
    let harness = reader(&[TITLE, FIRST, SECOND]);
    let role = |text| harness.get_by_label(text).accesskit_node().role();
    assert_eq!(role(TITLE), Role::Heading);
    assert_eq!(role(FIRST), Role::Paragraph);
}

#[test]
fn a_drag_across_paragraphs_copies_the_very_bytes() {
    let mut harness = reader(&[TITLE, FIRST, SECOND]);
    let from = start_of(&harness, FIRST);
    let second = harness.get_by_label(SECOND).rect();
    let to = pos2(second.left() + 2.0, second.bottom() - 5.0);
    drag(&mut harness, from, to);
    let expected = format!("{FIRST}\n{SECOND}");
    assert_eq!(harness.state().selected(), expected);
    harness.event(Event::Copy);
    harness.step();
    let copied = OutputCommand::CopyText(expected);
    assert!(harness.output().platform_output.commands.contains(&copied));
}

#[test]
fn a_second_press_takes_the_word_and_a_third_the_paragraph() {
    let mut harness = reader(&[TITLE, FIRST, SECOND]);
    let at = start_of(&harness, FIRST) - vec2(4.0, 0.0);
    harness.event(Event::PointerMoved(at));
    harness.step();
    for _ in 0..2 {
        press(&harness, at, true);
        press(&harness, at, false);
        harness.step();
    }
    assert_eq!(harness.state().selected(), "قال");
    press(&harness, at, true);
    press(&harness, at, false);
    harness.step();
    assert_eq!(harness.state().selected(), FIRST);
}

#[test]
fn a_click_names_the_byte_under_it() {
    let mut harness = reader(&[TITLE, FIRST, SECOND]);
    let at = start_of(&harness, SECOND) - vec2(3.0, 0.0);
    harness.event(Event::PointerMoved(at));
    harness.step();
    press(&harness, at, true);
    harness.step();
    press(&harness, at, false);
    harness.run();
    let start = harness.state().text.find(SECOND);
    assert_eq!(harness.state().clicked, start);
    assert_eq!(harness.state().selected(), "");
}

#[test]
fn keys_select_by_letter_word_line_and_all() {
    let mut harness = reader(&[TITLE, FIRST, SECOND]);
    let at = start_of(&harness, FIRST);
    harness.event(Event::PointerMoved(at));
    harness.step();
    press(&harness, at, true);
    harness.step();
    press(&harness, at, false);
    harness.run();
    let mut keys = |modifiers, key| {
        harness.key_press_modifiers(modifiers, key);
        harness.run();
        harness.state().selected().to_owned()
    };
    assert_eq!(keys(Modifiers::SHIFT, Key::ArrowLeft), "ق");
    let by_word = Modifiers::SHIFT | Modifiers::COMMAND;
    assert_eq!(keys(by_word, Key::ArrowLeft), "قال ");
    assert_eq!(keys(Modifiers::SHIFT, Key::End), FIRST);
    assert_eq!(keys(Modifiers::SHIFT, Key::ArrowDown).lines().count(), 2);
    assert_eq!(keys(Modifiers::SHIFT, Key::ArrowUp).lines().count(), 1);
    let all = keys(Modifiers::COMMAND, Key::A);
    assert_eq!(all, format!("{TITLE}\n{FIRST}\n{SECOND}"));
}

#[test]
fn only_what_is_near_the_screen_is_laid_out() {
    let paragraphs: Vec<String> = (0..2000)
        .map(|index| format!("فقرة {index}: {FIRST} {SECOND} ").repeat(3))
        .collect();
    let mut lines: Vec<&str> = vec![TITLE];
    lines.extend(paragraphs.iter().map(String::as_str));
    let mut harness = reader(&lines);
    let told = harness.get_all_by_role(Role::Paragraph).count();
    assert!((3..30).contains(&told), "{told} paragraphs are on screen");

    // Far down, by place: the paragraph asked for is on screen.
    let target = &paragraphs[1500];
    let start = harness.state().text.find(target.as_str()).unwrap();
    let span = Span::new(start, start + 10);
    harness.state_mut().view.scroll_to(span);
    harness.run();
    let rect = harness.get_by_label(target).rect();
    assert!((0.0..600.0).contains(&rect.top()), "{rect:?}");
    harness.run();
    assert_eq!(harness.get_by_label(target).rect(), rect, "and stays there");

    // And back up by wheel, without a jump.
    let mut top = rect.top();
    for _ in 0..20 {
        harness.event(Event::PointerMoved(pos2(400.0, 300.0)));
        harness.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, 12.0),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        });
        harness.step();
        let Some(node) = harness.query_by_label(target) else {
            break;
        };
        let now = node.rect().top();
        assert!(now >= top - 1.0 && now < top + 80.0, "from {top} to {now}");
        top = now;
    }
}

#[test]
fn a_huge_paragraph_is_shown_and_reached() {
    let huge = format!("{FIRST} ").repeat(70_000);
    assert!(huge.len() > 4_000_000);
    let mut harness = reader(&[TITLE, &huge]);
    let middle = harness.state().text.floor_char_boundary(2_000_000);
    harness
        .state_mut()
        .view
        .scroll_to(Span::new(middle, middle + 2));
    harness.run();
    let state = harness.state_mut();
    state.view.select(Span::new(0, state.text.len()));
    assert_eq!(state.selected().len(), state.text.len());
}

#[test]
fn nothing_is_painted_again_when_nothing_changes() {
    let mut harness = reader(&[TITLE, FIRST, SECOND]);
    harness.state_mut().marks = vec![Mark {
        span: Span::new(3, 60),
        kind: MarkKind::Evidence,
    }];
    harness.get_by_label(FIRST).hover();
    harness.run();
    harness.step();
    let output = &harness.output().viewport_output[&egui::ViewportId::ROOT];
    assert!(output.repaint_delay > std::time::Duration::from_secs(3600));
}

fn long_reader() -> (Harness<'static, Reader>, Vec<String>) {
    let paragraphs: Vec<String> = (0..200)
        .map(|index| format!("فقرة {index}. {FIRST} {SECOND}"))
        .collect();
    let lines: Vec<&str> = paragraphs.iter().map(String::as_str).collect();
    (reader(&lines), paragraphs)
}

#[test]
fn a_drag_held_past_the_edge_scrolls_and_selects_on() {
    let (mut harness, paragraphs) = long_reader();
    let from = start_of(&harness, &paragraphs[1]);
    harness.event(Event::PointerMoved(from));
    harness.step();
    press(&harness, from, true);
    harness.step();
    let below = pos2(300.0, 640.0);
    harness.event(Event::PointerMoved(below));
    harness.run_steps(60);
    press(&harness, below, false);
    harness.run();
    let selected = harness.state().selected();
    assert!(
        selected.lines().count() > 10,
        "{} lines",
        selected.lines().count()
    );
    assert!(selected.starts_with(&paragraphs[1]));
    assert!(
        harness.query_by_label(&paragraphs[1]).is_none(),
        "it scrolled away"
    );
}

#[test]
fn keys_scroll_by_page_and_to_the_ends() {
    let (mut harness, paragraphs) = long_reader();
    let mut shown = |key: Key, index: usize| {
        harness.key_press(key);
        harness.run();
        harness.query_by_label(&paragraphs[index]).is_some()
    };
    assert!(!shown(Key::PageDown, 0));
    assert!(shown(Key::PageUp, 0));
    assert!(shown(Key::End, 199));
    assert!(shown(Key::Home, 0));
    assert!(!shown(Key::Space, 0));
}

#[test]
fn another_width_keeps_what_is_being_read() {
    let (mut harness, paragraphs) = long_reader();
    let start = harness.state().text.find(&paragraphs[120]).unwrap();
    harness
        .state_mut()
        .view
        .scroll_to(Span::new(start, start + 1));
    harness.run();
    for width in [500.0, 330.0, 800.0] {
        harness.set_size(vec2(width, 600.0));
        harness.run();
        let seen = (110..130).any(|index| {
            harness
                .query_by_label(&paragraphs[index])
                .is_some_and(|node| (-200.0..600.0).contains(&node.rect().top()))
        });
        assert!(seen, "at {width}");
    }
}

#[test]
fn another_article_begins_at_its_top_with_nothing_selected() {
    let (mut harness, _) = long_reader();
    harness.key_press(Key::End);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    assert!(!harness.state().selected().is_empty());
    let mut other = Reader::new(&[TITLE, FIRST, SECOND]);
    std::mem::swap(&mut other.view, &mut harness.state_mut().view);
    *harness.state_mut() = other;
    harness.run();
    assert_eq!(harness.state().selected(), "");
    assert!(harness.get_by_label(TITLE).rect().top() < 60.0);
}
