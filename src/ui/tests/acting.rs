//! Actions change what they say they change, and nothing else.

use eframe::egui::{Event, Key, Modifiers};

use super::super::action::Action;
use super::super::clipboard::Copied;
use super::super::command::Command;
use super::super::lines::Line;
use super::super::state::{ArticleId, Overlay, Words};
use super::*;
use crate::desk::{Appearance, Folder, Reading};

pub(super) type Window = Harness<'static, Option<App>>;

pub(super) fn act(harness: &mut Window, action: Action) {
    let ctx = harness.ctx.clone();
    app_of(harness).apply(&ctx, action);
    harness.run();
}

pub(super) fn app_of(harness: &mut Window) -> &mut App {
    harness.state_mut().as_mut().unwrap()
}

fn current(harness: &mut Window) -> ArticleId {
    app_of(harness).state.current.unwrap()
}

/// Waits for the worker; asking for frames as the window would be asked to.
pub(super) fn settle(harness: &mut Window) {
    for _ in 0..600 {
        harness.run();
        if !app_of(harness).is_opening() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("the worker never came to an end");
}

#[test]
fn a_line_that_is_shown_scrolls_the_text_and_a_place_in_the_text_selects_lines() {
    let mut harness = app(Language::Arabic);
    let ctx = harness.ctx.clone();
    let condition = seed().briefing.positions[0].conditions[1].clone();
    let window = app_of(&mut harness);
    window.apply(&ctx, Action::Show(Line::Condition(0, 1)));
    let entry = window.state.entry().unwrap();
    assert_eq!(entry.selected, [Line::Condition(0, 1)]);
    let scrolled = window.memory.scroll_text.unwrap();
    assert!(scrolled.overlaps(condition.span));

    window.apply(&ctx, Action::PickAt(condition.span.start));
    let entry = window.state.entry().unwrap();
    assert!(entry.selected.contains(&Line::Condition(0, 1)));
    assert_eq!(window.memory.scroll_card, entry.selected.first().copied());
}

#[test]
fn finding_folds_spelling_and_goes_round() {
    let mut harness = app(Language::English);
    act(&mut harness, Action::Seek("اذربيجان".to_owned()));
    let find = app_of(&mut harness).state.find.clone();
    let text = seed().article.text.clone();
    assert!(find.hits.len() > 2);
    assert!(
        find.hits
            .iter()
            .all(|hit| hit.of(&text).starts_with("أذربيجان"))
    );
    act(&mut harness, Action::Run(Command::FindPrevious));
    assert_eq!(app_of(&mut harness).state.find.current, find.hits.len() - 1);
    act(&mut harness, Action::Run(Command::FindNext));
    assert_eq!(app_of(&mut harness).state.find.current, 0);
    act(&mut harness, Action::Run(Command::Dismiss));
    assert!(app_of(&mut harness).state.find.hits.is_empty());
}

#[test]
fn the_summary_is_copied_by_its_keys_with_its_source() {
    for language in Language::ALL {
        let mut harness = app(language);
        harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
        harness.step();
        let Some(Copied::Html { html, text }) = app_of(&mut harness).clipboard.own().cloned()
        else {
            panic!("nothing was copied");
        };
        assert!(html.contains("dir="), "{html}");
        assert!(text.contains("شامل ودائم"), "{text}");
        assert!(text.contains("azerbaijan-peacekeepers.txt"), "{text}");
    }
}

#[test]
fn each_format_of_the_card_is_its_own() {
    let mut harness = app(Language::Arabic);
    let mut copy = |command| {
        act(&mut harness, Action::Run(command));
        app_of(&mut harness).clipboard.own().cloned().unwrap()
    };
    assert!(
        copy(Command::CopyJson)
            .text()
            .starts_with("{\"schema\":\"mawqif.briefing/1\"")
    );
    assert!(matches!(copy(Command::CopyHtml), Copied::Html { .. }));
    assert_ne!(copy(Command::CopyMarkdown), copy(Command::CopyText));
}

#[test]
fn a_selection_is_copied_byte_for_byte() {
    let mut harness = app(Language::Arabic);
    let id = current(&mut harness);
    let text = seed().article.text.clone();
    let span = crate::arabic::Span::new(0, text.find('\n').unwrap() + 30);
    let span = crate::arabic::Span::new(0, text.floor_char_boundary(span.end));
    let window = app_of(&mut harness);
    window.memory.readers.get_mut(&id).unwrap().select(span);
    harness.event(Event::Copy);
    harness.step();
    let copied = app_of(&mut harness).clipboard.own().cloned();
    assert_eq!(copied, Some(Copied::Text(span.of(&text).to_owned())));
}

#[test]
fn pasted_text_becomes_an_article_and_empty_text_a_notice() {
    let mut harness = app(Language::Arabic);
    harness.event(Event::Paste("رفضت الحكومة الاقتراح.".to_owned()));
    harness.run();
    settle(&mut harness);
    let state = &app_of(&mut harness).state;
    assert_eq!(state.articles.len(), 2);
    let shown = &state.entry().unwrap().opened.article.text;
    assert_eq!(shown, "رفضت الحكومة الاقتراح.");

    harness.event(Event::Paste(" \n".to_owned()));
    harness.run();
    let state = &app_of(&mut harness).state;
    assert_eq!((state.articles.len(), state.notices.len()), (2, 1));
}

#[test]
fn a_bad_file_is_told_and_loses_nothing() {
    let mut harness = app(Language::English);
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("مقال.txt");
    std::fs::write(&good, "أعلنت الوزارة موافقتها.\n").unwrap();
    let missing = folder.path().join("missing.txt");
    let empty = folder.path().join("empty");
    std::fs::create_dir(&empty).unwrap();
    act(
        &mut harness,
        Action::Open(vec![missing, good.clone(), empty]),
    );
    settle(&mut harness);
    let state = &app_of(&mut harness).state;
    assert_eq!(state.articles.len(), 2);
    assert_eq!(state.notices.len(), 2);
    let sentence = state.notices[0].1.sentence(Language::English);
    assert!(sentence.contains("missing.txt"), "{sentence}");
    assert_eq!(state.settings.recent.paths(), std::slice::from_ref(&good));

    // Opened again after a change it is refreshed in its place.
    std::fs::write(&good, "سحبت الوزارة موافقتها.\n").unwrap();
    act(&mut harness, Action::Open(vec![good]));
    settle(&mut harness);
    let state = &app_of(&mut harness).state;
    assert_eq!(state.articles.len(), 2);
    assert!(
        state
            .entry()
            .unwrap()
            .opened
            .article
            .text
            .starts_with("سحبت")
    );
}

#[test]
fn a_mixed_folder_opens_what_it_can_and_tells_the_rest() {
    let mut harness = app(Language::English);
    let before = app_of(&mut harness).state.articles.len();
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("2024");
    std::fs::create_dir(&inner).unwrap();
    for (name, bytes) in [
        ("1.txt", "أعلنت الوزارة موافقتها.".as_bytes()),
        (
            "2024/2.html",
            "<h1>خبر</h1><p>رفضت الحكومة المقترح.</p>".as_bytes(),
        ),
        ("broken.docx", b"PK\x03\x04"),
        ("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
        ("picture.png", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"),
    ] {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    act(&mut harness, Action::Open(vec![folder.path().to_owned()]));
    settle(&mut harness);
    let state = &app_of(&mut harness).state;
    assert_eq!(state.articles.len(), before + 2);
    let told = state.notices.iter();
    let told: Vec<String> = told
        .map(|(_, one)| one.sentence(Language::English))
        .collect();
    for name in ["broken.docx", "old.doc", "picture.png"] {
        assert_eq!(
            told.iter().filter(|one| one.contains(name)).count(),
            1,
            "{told:?}"
        );
    }
}

#[test]
fn closing_shows_the_neighbour_and_the_last_leaves_an_empty_window() {
    let mut harness = app(Language::English);
    let first = current(&mut harness);
    let second = app_of(&mut harness)
        .state
        .put(Origin::Clipboard(1), bare("نص آخر."));
    act(&mut harness, Action::Run(Command::NextArticle));
    assert_eq!(current(&mut harness), second);
    act(&mut harness, Action::Run(Command::NextArticle));
    assert_eq!(current(&mut harness), first);
    act(&mut harness, Action::Close(first));
    assert_eq!(current(&mut harness), second);
    act(&mut harness, Action::Run(Command::CloseArticle));
    assert_eq!(app_of(&mut harness).state.current, None);
}

#[test]
fn settings_follow_their_actions_within_their_bounds() {
    let mut harness = app(Language::English);
    act(&mut harness, Action::SetAppearance(Appearance::Dark));
    act(&mut harness, Action::SetFamily("Amiri".to_owned()));
    act(&mut harness, Action::SetSize(900.0));
    act(&mut harness, Action::SetSpacing(0.1));
    act(&mut harness, Action::Run(Command::ZoomIn));
    act(&mut harness, Action::Run(Command::ToggleList));
    act(&mut harness, Action::Run(Command::SwitchLanguage));
    act(&mut harness, Action::ResizeList(200.0));
    act(&mut harness, Action::ShareCard(0.5));
    act(&mut harness, Action::ShareStacked(0.4));
    let settings = &app_of(&mut harness).state.settings;
    assert_eq!(settings.appearance, Appearance::Dark);
    assert_eq!(settings.reading.family, "Amiri");
    assert_eq!(settings.reading.size, *Reading::SIZES.end());
    assert_eq!(settings.reading.spacing, *Reading::SPACINGS.start());
    assert_eq!(settings.zoom, 1.1);
    assert!(!settings.window.list_open);
    assert_eq!(settings.language, Some(Language::Arabic));
    assert_eq!(settings.window.card_share, 0.5);
    act(&mut harness, Action::Run(Command::ZoomReset));
    assert_eq!(app_of(&mut harness).state.settings.zoom, 1.0);
}

#[test]
fn what_was_chosen_is_there_at_the_next_start() {
    let dir = tempfile::tempdir().unwrap();
    let folder = Folder::at(dir.path());
    let ctx = Context::default();
    engine(&ctx);
    let open = || {
        let loaded = Settings::load(&folder);
        App::with(
            &ctx,
            Some(folder.clone()),
            loaded.settings,
            Clipboard::default(),
        )
    };
    let mut first = open();
    first.apply(&ctx, Action::SetAppearance(Appearance::Dark));
    first.apply(&ctx, Action::SetSize(23.0));
    let settings = first.state.settings.clone();
    assert!(first.keep.write(&settings));
    assert_eq!(open().state.settings, settings);
}

#[test]
fn escape_closes_one_thing_after_the_other() {
    let mut harness = app(Language::English);
    act(&mut harness, Action::Explain(Line::Condition(0, 0)));
    act(&mut harness, Action::ShowWords(Words::Verbatim));
    act(&mut harness, Action::Seek("باكو".to_owned()));
    act(&mut harness, Action::Run(Command::Keys));
    assert_eq!(app_of(&mut harness).state.overlay, Some(Overlay::Keys));
    let escape = |harness: &mut Window| {
        harness.key_press(Key::Escape);
        harness.run();
    };
    escape(&mut harness);
    assert_eq!(app_of(&mut harness).state.overlay, None);
    assert!(!app_of(&mut harness).state.find.query.is_empty());
    escape(&mut harness);
    assert!(app_of(&mut harness).state.find.query.is_empty());
    escape(&mut harness);
    let entry = app_of(&mut harness).state.entry().unwrap();
    assert_eq!((entry.explained, entry.words), (None, Words::Verbatim));
}
