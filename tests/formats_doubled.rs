//! Text that was read in a wrong encoding once, put into a document, and saved
//! there: "ط§ظ„ظ‚", "Ø§Ù„Ù‚" and "ÇáÞ" for the beginning of one word. It comes
//! out right from every format, and is told.
//!
//! The text is invented.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::io::{Cursor, Write};

use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1256};
use mawqif::article::{self, OpenAs};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Holds every letter that a wrong encoding gives a strange byte: feh, meem,
/// hah, the digits of Arabic, quotation marks.
const LINES: [&str; 3] = [
    "الحكومة ترفض «مقترح» الوساطة",
    "وقالت وزارة الخارجية في بيان، الأربعاء، إن 20 ألف جندي لن يكفوا… فكيف تضمن “الأمن” سنة ٢٠١٠",
    "وأضاف المتحدث أن بلاده لن تشارك في أي قوة ما لم تتوافر ضمانات مكتوبة من مجلس الأمن، وأن الاجتماع المقبل سيعقد سنة ٢٠٢٠",
];

fn through(text: &str, encoding: &'static Encoding) -> String {
    let (read, _) = encoding.decode_without_bom_handling(text.as_bytes());
    read.into_owned()
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A document of these paragraphs in every format, under its name.
fn documents(lines: &[String]) -> Vec<(&'static str, Vec<u8>)> {
    let each = |shape: fn(&str) -> String| lines.iter().map(|line| shape(line)).collect::<String>();
    let types = r#"<Types><Override PartName="/word/document.xml" ContentType="document.main+xml"/></Types>"#;
    let word = each(|line| format!("<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"));
    let word = format!("<w:document><w:body>{word}</w:body></w:document>");
    let open = each(|line| format!("<text:p>{line}</text:p>"));
    let open = format!("<office:text>{open}</office:text>");
    let units = each(|line| {
        let unit = |unit: u16| format!("\\u{}?", unit.cast_signed());
        format!(
            "{}\\par ",
            line.encode_utf16().map(unit).collect::<String>()
        )
    });
    let page = each(|line| format!("<p>{line}</p>"));
    let numbers = each(|line| {
        let number = |c: char| format!("&#{};", u32::from(c));
        format!("<p>{}</p>", line.chars().map(number).collect::<String>())
    });
    vec![
        (
            "a.docx",
            packed(&[("[Content_Types].xml", types), ("word/document.xml", &word)]),
        ),
        (
            "a.odt",
            packed(&[("content.xml", &open), ("META-INF/manifest.xml", "<m/>")]),
        ),
        (
            "a.rtf",
            format!("{{\\rtf1\\ansi\\uc1 {units}}}").into_bytes(),
        ),
        (
            "a.html",
            format!("<html><body>{page}</body></html>").into_bytes(),
        ),
        (
            "numbers.html",
            format!("<html><body>{numbers}</body></html>").into_bytes(),
        ),
    ]
}

fn all(misread: impl Fn(&str) -> String) -> Vec<(&'static str, Vec<u8>)> {
    documents(&LINES.map(misread))
}

#[test]
fn doubled_text_in_documents_is_put_right_and_told() {
    let latin1 = |text: &str| text.bytes().map(char::from).collect::<String>();
    let cases = [
        (all(|line| through(line, WINDOWS_1256)), "windows-1256"),
        (all(|line| through(line, WINDOWS_1252)), "windows-1252"),
        (all(latin1), "windows-1252"),
    ];
    for (documents, by) in cases {
        for (name, bytes) in documents {
            let article = article::from_bytes(name, &bytes).unwrap();
            assert_eq!(article.text, LINES.join("\n"), "{name} by {by}");
            let told = &article.repairs[0];
            assert_eq!(told.kind, "double-encoding", "{name}");
            assert!(told.note.contains(by) && told.count > 100, "{told:?}");
            let as_is = OpenAs {
                repair: false,
                ..OpenAs::default()
            };
            let as_is = article::from_bytes_as(name, &bytes, as_is).unwrap();
            let doubled = as_is.repairs.iter().any(|r| r.kind == told.kind);
            assert!(!doubled && as_is.text != article.text, "{name}");
        }
    }
}

#[test]
fn an_old_encoding_that_a_document_was_made_from_as_western_is_put_right() {
    let plain = |line: &str| line.replace(|c: char| ('٠'..='٩').contains(&c), "1");
    let misread = |line: &str| {
        let (bytes, _, _) = WINDOWS_1256.encode(line);
        WINDOWS_1252
            .decode_without_bom_handling(&bytes)
            .0
            .into_owned()
    };
    for (name, bytes) in all(|line| misread(&plain(line))) {
        let article = article::from_bytes(name, &bytes).unwrap();
        assert_eq!(article.text, plain(&LINES.join("\n")), "{name}");
        assert_eq!(article.repairs[0].kind, "misread-encoding", "{name}");
    }
}

#[test]
fn rich_text_of_raw_utf8_is_read_as_such() {
    for page in [1252, 1256] {
        let body = LINES.join("\\par\r\n");
        let rtf = format!("{{\\rtf1\\ansi\\ansicpg{page} {body}\\par}}");
        let article = article::from_bytes("a.rtf", rtf.as_bytes()).unwrap();
        assert_eq!(article.text, LINES.join("\n"), "{page}");
        assert_eq!(article.repairs[0].kind, "double-encoding", "{page}");
    }
}

#[test]
fn sound_documents_are_not_touched() {
    for (name, bytes) in all(str::to_owned) {
        let article = article::from_bytes(name, &bytes).unwrap();
        assert_eq!(article.text, LINES.join("\n"), "{name}");
        assert_eq!(article.repairs, [], "{name}");
    }
}
