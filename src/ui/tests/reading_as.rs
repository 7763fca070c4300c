//! A file is read in another encoding, or as in the file, from the foot of the
//! window; how is remembered.

use egui_kittest::kittest::Queryable;

use super::super::action::Action;
use super::super::command::Command;
use super::acting::{Window, act, app_of, settle};
use super::*;
use crate::article::{Encoding, OpenAs};

const TEXT: &str = "الحكومة ترفض المقترح\nوقال الــــوزير إن القرار نهائي.";

/// The window with a file in windows-1256, and its folder.
fn with_file(language: Language) -> (Window, tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("خبر.txt");
    std::fs::write(&path, encoding_rs::WINDOWS_1256.encode(TEXT).0).unwrap();
    let mut harness = app(language);
    act(&mut harness, Action::Open(vec![path.clone()]));
    settle(&mut harness);
    (harness, folder, path)
}

fn text(harness: &mut Window) -> String {
    let entry = app_of(harness).state.entry().unwrap();
    entry.opened.article.text.clone()
}

fn press(harness: &mut Window, name: &str) {
    harness.get_by_label(name).click();
    harness.run();
    settle(harness);
}

#[test]
fn another_encoding_is_chosen_by_its_first_line_and_remembered() {
    let (mut harness, _folder, path) = with_file(Language::English);
    assert!(text(&mut harness).starts_with("الحكومة ترفض"));
    harness.get_by_label("\u{2068}WINDOWS-1256\u{2069}").click();
    harness.run();
    press(&mut harness, "\u{2068}ISO-8859-6\u{2069}");
    assert!(!text(&mut harness).contains("الحكومة"));
    let asked = OpenAs {
        encoding: Some(Encoding::Iso8859Part6),
        ..OpenAs::default()
    };
    let window = app_of(&mut harness);
    assert_eq!(window.state.settings.readings.of(&path), asked);
    assert_eq!(window.state.articles.len(), 2);

    // Opened again, it is read as it was last time, until that is taken back.
    act(&mut harness, Action::Run(Command::CloseArticle));
    act(&mut harness, Action::Open(vec![path.clone()]));
    settle(&mut harness);
    assert!(!text(&mut harness).contains("الحكومة"));
    harness.get_by_label("\u{2068}ISO-8859-6\u{2069}").click();
    harness.run();
    press(&mut harness, "As its bytes say");
    assert!(text(&mut harness).starts_with("الحكومة ترفض"));
    let readings = &app_of(&mut harness).state.settings.readings;
    assert_eq!(readings.of(&path), OpenAs::default());
}

#[test]
fn one_click_shows_the_text_as_in_the_file_and_one_repairs_it() {
    for (language, as_is, mend) in [
        (Language::English, "Show as in the file", "Repair the text"),
        (Language::Arabic, "عرضه كما في الملف", "إصلاح النص"),
    ] {
        let (mut harness, _folder, _) = with_file(language);
        assert!(text(&mut harness).contains("وقال الوزير"));
        press(&mut harness, as_is);
        assert_eq!(text(&mut harness), TEXT);
        press(&mut harness, mend);
        assert!(text(&mut harness).contains("وقال الوزير"));
    }
}

#[test]
fn pasted_text_can_be_shown_as_it_was_pasted() {
    let mut harness = app(Language::English);
    act(&mut harness, Action::OpenText(TEXT.to_owned()));
    settle(&mut harness);
    assert!(text(&mut harness).contains("وقال الوزير"));
    press(&mut harness, "Show as in the file");
    assert_eq!(text(&mut harness), TEXT);
    assert_eq!(app_of(&mut harness).state.articles.len(), 2);
}
