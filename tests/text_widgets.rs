//! The widgets as assistive technologies, the keyboard and the pointer meet
//! them: no display, no graphics driver.

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{
    self, Event, Id, ImeEvent, Key, Modifiers, OutputCommand, Painter, PointerButton, Pos2, Rect,
    Ui, pos2, vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use mawqif::arabic::Span;
use mawqif::article::{Block, BlockKind};
use mawqif::text::{Catalogue, Engine};
use mawqif::ui::widgets::{
    ArticleView, ArticleViewState, Button, Chip, Field, Label, Mark, MarkKind, MenuItem, TextRole,
    Tooltip as _, label, menu,
};

fn harness<'a, State: 'a>(
    state: State,
    mut app: impl FnMut(&mut Ui, &mut State) + 'a,
) -> Harness<'a, State> {
    Harness::builder()
        .with_size([800.0, 600.0])
        .with_step_dt(0.02)
        .with_context_setup(|ctx| {
            Engine::install_with(ctx, Catalogue::bundled_only());
        })
        .build_ui_state(move |ui, state| app(ui, state), state)
}

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

    let mut field = self::harness("سلام".to_owned(), with_field);
    field.get_by_label("بحث").click();
    field.run();
    field.step();
    let output = &field.output().viewport_output[&egui::ViewportId::ROOT];
    assert!(output.repaint_delay > std::time::Duration::from_secs(3600));
}
