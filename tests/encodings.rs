//! Articles come out right from every encoding, whatever names it, and are
//! mended only where they are broken.
//!
//! `tests/formats/encodings.py` measures the same over the articles beside the
//! project and thousands of short pieces.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(clippy::print_stdout, reason = "what is skipped is told")]

use std::path::Path;

use encoding_rs::{Encoding, ISO_8859_6, WINDOWS_1252, WINDOWS_1256};
use mawqif::article::{self, Article, BlockKind, OpenAs, READINGS};

/// The invented articles, and those beside the project where they are there.
fn texts() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    for folder in ["tests/gold/articles", "../shared/eval/dev/articles"] {
        let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
            println!("skipped: {folder} (not there)");
            continue;
        };
        for entry in entries {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ending| ending == "txt") {
                let text = std::fs::read_to_string(&path).unwrap();
                texts.push((path.display().to_string(), text));
            }
        }
    }
    assert!(!texts.is_empty());
    texts
}

/// The text in an old encoding, without the characters that it lacks.
fn old(text: &str, encoding: &'static Encoding) -> (Vec<u8>, String) {
    let kept = text.chars().filter(|&c| {
        let mut letter = [0; 4];
        !encoding.encode(c.encode_utf8(&mut letter)).2
    });
    let kept: String = kept.collect();
    (encoding.encode(&kept).0.into_owned(), kept)
}

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn misread(bytes: &[u8], encoding: &'static Encoding) -> Vec<u8> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    text.into_owned().into_bytes()
}

fn read(bytes: &[u8]) -> Article {
    article::from_bytes("article", bytes).unwrap()
}

#[test]
fn every_encoding_gives_the_same_text() {
    for (name, text) in texts() {
        let latin1: String = text.bytes().map(char::from).collect();
        let cases = [
            (text.clone().into_bytes(), text.clone(), "utf-8"),
            (utf16(&text, u16::to_le_bytes), text.clone(), "utf-16le"),
            (utf16(&text, u16::to_be_bytes), text.clone(), "utf-16be"),
            (
                misread(text.as_bytes(), WINDOWS_1256),
                text.clone(),
                "utf-8",
            ),
            (
                misread(text.as_bytes(), WINDOWS_1252),
                text.clone(),
                "utf-8",
            ),
            (latin1.into_bytes(), text.clone(), "utf-8"),
        ];
        let olds = [(WINDOWS_1256, "windows-1256"), (ISO_8859_6, "iso-8859-6")];
        let olds = olds.map(|(encoding, name)| {
            let (bytes, kept) = old(&text, encoding);
            (bytes, kept, name)
        });
        for (bytes, text, encoding) in cases.into_iter().chain(olds) {
            let expected = article::from_text("article", &text).unwrap().text;
            let article = read(&bytes);
            assert!(article.text == expected, "{name} in {encoding}");
            assert_eq!(article.encoding, encoding, "{name}");
        }
    }
}

#[test]
fn clean_articles_are_not_touched() {
    for (name, text) in texts() {
        assert_eq!(read(text.as_bytes()).repairs, [], "{name}");
    }
}

const BODY: &str = "أعلنت وزارة الخارجية في بيان، الأربعاء، أنها ترفض المقترح الذي قدمه الوسطاء قبل أسبوع، وتعده غير كاف ما لم يتضمن وقفا كاملا للقتال.";

#[test]
fn pages_and_messages_that_name_a_wrong_encoding_are_read_by_their_bytes() {
    let page = |says: &str| {
        format!("<html><head><meta charset={says}></head><body><p>{BODY}</p></body></html>")
    };
    let mail = |says: &str| {
        format!(
            "From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset={says}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{BODY}"
        )
    };
    for says in ["utf-8", "windows-1256", "iso-8859-1", "iso-8859-6"] {
        for (name, text) in [("a.html", page(says)), ("a.eml", mail(says))] {
            for encoding in [encoding_rs::UTF_8, WINDOWS_1256, ISO_8859_6] {
                let (bytes, _, _) = encoding.encode(&text);
                let article = article::from_bytes(name, &bytes).unwrap();
                assert!(
                    article.text.contains(BODY),
                    "{name} says {says}: {}",
                    article.text
                );
            }
        }
    }
}

#[test]
fn the_reader_can_be_told_the_encoding() {
    for asked in READINGS {
        let how = OpenAs {
            encoding: Some(asked),
            ..OpenAs::default()
        };
        let bytes = match asked.name() {
            "utf-16le" => utf16("نص غامض", u16::to_le_bytes),
            "utf-16be" => utf16("نص غامض", u16::to_be_bytes),
            "windows-1252" => WINDOWS_1252.encode("Déjà vu").0.into_owned(),
            name => Encoding::for_label(name.as_bytes())
                .unwrap()
                .encode("نص غامض")
                .0
                .into_owned(),
        };
        let article = article::from_bytes_as("a.txt", &bytes, how).unwrap();
        assert!(["نص غامض", "Déjà vu"].contains(&article.text.as_str()));
        assert_eq!(article.encoding, asked.name());
        assert_eq!(
            article
                .warnings
                .iter()
                .filter(|w| w.kind == "encoding-guessed")
                .count(),
            0
        );
    }
    // A wrong choice shows what it gives, and refuses nothing.
    let how = OpenAs {
        encoding: Some(READINGS[1]),
        ..OpenAs::default()
    };
    let wrong = article::from_bytes_as(
        "a.txt",
        "نص".as_bytes(),
        OpenAs {
            repair: false,
            ..how
        },
    );
    assert_eq!(wrong.unwrap().text, "ظ†طµ");
}

#[test]
fn one_choice_gives_the_text_as_in_the_file() {
    let file = format!(
        "الحكومة ترفض المقترح\nالحكومة ترفض المقترح\n{BODY}\nوقال الــــوزير\u{200B} إن ﺍﻟﻘﺮﺍﺭ نهائي.\nاقرأ أيضا: خبر آخر"
    );
    let mended = read(file.as_bytes());
    let kinds: Vec<_> = mended
        .repairs
        .iter()
        .map(|repair| (repair.kind, repair.count))
        .collect();
    assert_eq!(
        kinds,
        [
            ("presentation-forms", 6),
            ("zero-width", 1),
            ("tatweel", 1),
            ("repeated-title", 1)
        ]
    );
    assert!(mended.text.contains("وقال الوزير إن القرار نهائي."));
    let asides = |article: &Article| {
        let blocks = article.blocks.iter();
        blocks
            .filter(|block| block.kind == BlockKind::Aside)
            .count()
    };
    assert_eq!(asides(&mended), 2);
    let how = OpenAs {
        repair: false,
        ..OpenAs::default()
    };
    let as_is = article::from_bytes_as("article", file.as_bytes(), how).unwrap();
    assert_eq!((as_is.text.as_str(), asides(&as_is)), (file.as_str(), 0));
    assert_eq!(as_is.repairs, []);
}
