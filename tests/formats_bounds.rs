//! Files made to choke what reads them give a sentence or what can be read of
//! them, in bounded time and memory; no reader opens any other file.
//!
//! The files are made here, one after the other in one test, so that the
//! memory of the process is that of the worst of them.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]
#![expect(clippy::print_stdout, reason = "says what each file took")]

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use mawqif::article::{self, Fault};
use mawqif::locale::Language;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// For the program as it is shipped; code that is not optimised takes longer.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 10 });
/// In kilobytes, of the whole process.
const LARGEST: u64 = 1 << 20;

const TYPES: &str = r#"<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn word(document: &str) -> Vec<u8> {
    packed(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ])
}

fn open_document(content: &str) -> Vec<u8> {
    packed(&[
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

fn mail(body: &str) -> Vec<u8> {
    format!("From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\nMIME-Version: 1.0\r\n{body}")
        .into_bytes()
}

/// Multiparts in multiparts, or messages in messages.
fn nested_mail(depth: usize) -> Vec<u8> {
    let mut body = String::new();
    for at in 0..depth {
        write!(
            body,
            "Content-Type: multipart/mixed; boundary=\"b{at}\"\r\n\r\n--b{at}\r\n"
        )
        .unwrap();
    }
    body += "Content-Type: text/plain\r\n\r\nنص\r\n";
    mail(&body)
}

/// How long this thread has computed, so that a busy machine makes no test
/// fail; by the clock where the system does not tell.
fn computed(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let first = told.and_then(|told| told.split(' ').next()?.parse().ok());
    first.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// The most memory that the process has held, in kilobytes; none where the
/// system does not tell.
fn memory() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Reads such a file as the window does; whether it became an article.
fn read(what: &str, name: &str, bytes: &[u8]) -> Result<String, Fault> {
    let now = Instant::now();
    let began = computed(now);
    let read = article::from_bytes(name, bytes);
    let took = computed(now).saturating_sub(began);
    assert!(took < LONGEST, "{what} took {took:?}");
    let held = memory().unwrap_or_default();
    assert!(held < LARGEST, "{what} held {held} KB");
    println!("{what}: {took:?}, {held} KB, {} bytes", bytes.len());
    read.map(|article| article.text).map_err(|error| {
        let sentence = error.sentence(Language::English);
        assert!(sentence.contains(name) && sentence.len() > 40, "{sentence}");
        error.fault
    })
}

fn swells(what: &str, name: &str, bytes: &[u8]) {
    let read = read(what, name, bytes);
    assert!(
        matches!(read, Err(Fault::Swollen)),
        "{what}: {:?}",
        read.map(|text| text.len())
    );
}

#[test]
fn no_file_takes_all_memory_or_all_day() {
    const PARAGRAPH: &str = "<w:p><w:r><w:t>كلمة</w:t></w:r></w:p>";
    let body = |inner: &str| {
        word(&format!(
            "<w:document><w:body>{inner}</w:body></w:document>"
        ))
    };

    swells(
        "a ZIP bomb",
        "a.docx",
        &body(&format!("<w:p><w:t>{}</w:t></w:p>", " ".repeat(200 << 20))),
    );
    swells(
        "text without end",
        "a.odt",
        &open_document(&format!("<text:p>{}</text:p>", "نص ".repeat(8 << 20))),
    );
    swells(
        "spaces by number",
        "a.odt",
        &open_document(&format!(
            "<x>{}</x>",
            "<text:p>ن<text:s text:c=\"999999999\"/></text:p>".repeat(100_000)
        )),
    );
    swells("XML in XML", "a.docx", &word(&"<w:p>".repeat(1_000_000)));
    swells(
        "tables in tables",
        "a.docx",
        &body(&"<w:tbl><w:tr><w:tc>".repeat(100_000)),
    );
    let cells = "<w:tc><w:p><w:t>1</w:t></w:p></w:tc>".repeat(300_000);
    let wide = read(
        "a row without end",
        "a.docx",
        &body(&format!("<w:tbl><w:tr>{cells}</w:tr></w:tbl>")),
    );
    assert_eq!(wide.unwrap().matches('1').count(), 300_000);
    let tall = read(
        "a document of a shelf",
        "a.docx",
        &body(&PARAGRAPH.repeat(300_000)),
    );
    assert_eq!(tall.unwrap().lines().count(), 300_000);
    let attributes = "a=\"\" ".repeat(2_000_000);
    let read_all = read(
        "attributes without end",
        "a.docx",
        &body(&format!(
            "<w:p><w:pPr><w:pStyle {attributes}/></w:pPr><w:t>نص</w:t></w:p>"
        )),
    );
    assert_eq!(read_all.unwrap(), "نص");

    let entities: String = (1..30).fold(
        "<!DOCTYPE l [<!ENTITY e0 \"لول\">".to_owned(),
        |all, at| {
            let inner = format!("&e{};", at - 1).repeat(10);
            format!("{all}<!ENTITY e{at} \"{inner}\">")
        },
    );
    let bomb = format!(
        "{entities}]><w:document><w:body><w:p><w:t>نص&e29;</w:t></w:p></w:body></w:document>"
    );
    assert_eq!(
        read("entities of entities", "a.docx", &word(&bomb)).unwrap(),
        "نص"
    );

    swells(
        "elements in elements",
        "a.html",
        "<div>".repeat(300_000).as_bytes(),
    );
    swells(
        "marks without end",
        "a.html",
        "<br>".repeat(4 << 20).as_bytes(),
    );
    let fonts: String = (0..900).fold(String::new(), |all, at| format!("{all}<font color={at}>"));
    swells(
        "marks that come again",
        "a.html",
        format!("{fonts}{}", "<p>x</p>".repeat(100_000)).as_bytes(),
    );
    let attributes: String = (0..900_000).fold(String::new(), |mut all, at| {
        write!(all, "a{at} ").unwrap();
        all
    });
    swells(
        "one mark without end",
        "a.html",
        format!("<p {attributes}>نص").as_bytes(),
    );
    let page = format!("<body>{}نص الخبر.", "<div>".repeat(1900));
    assert_eq!(
        read("a deep page", "a.html", page.as_bytes()).unwrap(),
        "نص الخبر."
    );
    let table = format!("<body><table>{}</table>", "<tr><td>ا<td>ب".repeat(60_000));
    assert_eq!(
        read("a gigantic table", "a.html", table.as_bytes())
            .unwrap()
            .lines()
            .count(),
        60_000
    );
    let tables = format!("<body>{}نص الخبر.", "<table><tr><td>".repeat(1900));
    assert_eq!(
        read("tables in tables of a page", "a.html", tables.as_bytes()).unwrap(),
        "نص الخبر."
    );
    let data = format!(
        "<script type=\"application/ld+json\">{}</script><p>نص الخبر.",
        "[".repeat(1 << 20)
    );
    assert_eq!(
        read("data in data", "a.html", data.as_bytes()).unwrap(),
        "نص الخبر."
    );

    swells(
        "groups in groups",
        "a.rtf",
        format!("{{\\rtf1 {}", "{".repeat(8 << 20)).as_bytes(),
    );
    let deep = format!("{{\\rtf1 {}نص", "{\\footnote ".repeat(500_000));
    let _ = read("notes in notes", "a.rtf", deep.as_bytes());
    let rtf = format!(
        "{{\\rtf1\\ansi\\ansicpg1256 {}}}",
        "\\'c7".repeat(4_000_000)
    );
    assert_eq!(
        read("a long rich text", "a.rtf", rtf.as_bytes())
            .unwrap()
            .chars()
            .count(),
        4_000_000
    );
    let binary = b"{\\rtf1 \\bin1000000000 x}";
    let _ = read("a gigabyte that is not there", "a.rtf", binary);
    let _ = read(
        "numbers beyond all",
        "a.rtf",
        b"{\\rtf1 \\uc999999999 \\u99999999999 \\f-2147483648 \\'zz a}",
    );

    let _ = read("parts in parts", "a.eml", &nested_mail(100_000));
    let messages = "Content-Type: message/rfc822\r\n\r\n";
    swells(
        "messages in messages",
        "a.eml",
        &mail(&messages.repeat(200_000)),
    );
    let _ = read(
        "forwarded again and again",
        "a.eml",
        &mail(&messages.repeat(190)),
    );
    let digests = "Content-Type: multipart/digest; boundary=b\r\n\r\n--b\r\n\r\n";
    swells(
        "digests in digests",
        "a.eml",
        &mail(&digests.repeat(100_000)),
    );
    let parts = "--b\r\n\r\nx\r\n".repeat(1_000_000);
    let _ = read(
        "parts without end",
        "a.eml",
        &mail(&format!(
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n{parts}"
        )),
    );

    for (what, text) in [
        ("brackets", "["),
        ("stars", "x *"),
        ("angles", "<"),
        ("pictures", "!["),
        ("quotes", "> "),
    ] {
        let text = format!("نص {}", text.repeat((3 << 20) / text.len()));
        assert!(read(what, "a.md", text.as_bytes()).is_ok());
    }
    let _ = read(
        "stars in a row",
        "a.md",
        format!("نص {}", "*".repeat(8 << 20)).as_bytes(),
    );
}

#[test]
fn a_size_that_a_part_declares_is_not_believed() {
    let mut bytes = word("<w:document><w:body><w:p><w:t>نص</w:t></w:p></w:body></w:document>");
    let names: Vec<usize> = (0..bytes.len() - 4)
        .filter(|&at| bytes[at..].starts_with(b"PK\x01\x02"))
        .collect();
    for at in names {
        // The unpacked size of each part in the list of parts.
        bytes[at + 24..at + 28].copy_from_slice(&0x7FFF_FFFF_u32.to_le_bytes());
    }
    let read = read("two gigabytes declared", "a.docx", &bytes);
    assert!(matches!(read, Ok(_) | Err(Fault::Damaged)));
}

#[test]
fn a_file_cut_anywhere_gives_a_sentence_or_what_is_left() {
    let inner = "<w:p><w:r><w:t>أعلنت الوزارة رفضها المقترح.</w:t></w:r></w:p>".repeat(3);
    let whole: [(&str, Vec<u8>); 5] = [
        ("a.docx", word(&format!("<w:document><w:body>{inner}</w:body></w:document>"))),
        ("a.odt", open_document("<text:h>عنوان</text:h><text:p>أعلنت الوزارة رفضها المقترح.</text:p>")),
        ("a.rtf", b"{\\rtf1\\ansi\\ansicpg1256{\\fonttbl{\\f0\\fcharset178 Arial;}}\\pard\\f0 \\'c7\\'e1\\u1575?\\par}".to_vec()),
        ("a.html", "<html><head><title>عنوان</title><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\"}</script></head><body><table><tr><td><p class=\"a\">نص الخبر.</p></td></tr></table></body></html>".into()),
        ("a.eml", mail("Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=D9=86=D8=B5</p>\r\n--b--\r\n")),
    ];
    for (name, bytes) in &whole {
        assert!(article::from_bytes(name, bytes).is_ok(), "{name}");
        for end in 0..bytes.len() {
            let read = article::from_bytes(name, &bytes[..end]);
            let stumbled = read.is_err_and(|error| matches!(error.fault, Fault::Stumbled));
            assert!(!stumbled, "{name} cut at {end}");
        }
    }
}

/// A listener that must hear nothing, and a file that must not be read, are
/// named in every way in which a format can name something outside.
#[test]
fn no_reader_opens_another_file_or_the_network() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let port = listener.local_addr().unwrap().port();
    let folder = tempfile::tempdir().unwrap();
    let secret = folder.path().join("secret.html");
    std::fs::write(&secret, "<p>كلام من ملف آخر</p>").unwrap();
    let file = format!("file://{}", secret.display());
    let remote = format!("http://127.0.0.1:{port}/x");

    let page = format!(
        r#"<!DOCTYPE html SYSTEM "{remote}"><html><head><base href="{remote}"><link rel="stylesheet" href="{remote}"><meta http-equiv="refresh" content="0;url={remote}"><script src="{remote}"></script></head>
        <body background="{remote}"><img src="{remote}"><img src="{file}"><iframe src="{file}"></iframe><object data="{file}"></object><embed src="{file}"><video poster="{remote}"></video>
        <p style="background:url({remote})">نص الخبر الذي في الصفحة.</p><include src="{file}"></body></html>"#
    );
    let document = format!(
        r#"<?xml version="1.0"?><!DOCTYPE d SYSTEM "{remote}" [<!ENTITY x SYSTEM "{file}"><!ENTITY % y SYSTEM "{remote}"> %y;]><w:document><w:body><w:p><w:t>نص الخبر الذي في الصفحة.&x;</w:t></w:p><w:altChunk r:id="rId1"/><w:p><w:hyperlink r:id="rId1"/></w:p></w:body></w:document>"#
    );
    let links = format!(
        r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="{file}" TargetMode="External"/></Relationships>"#
    );
    let docx = packed(&[
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("word/document.xml", document.as_bytes()),
        ("word/_rels/document.xml.rels", links.as_bytes()),
    ]);
    let odt = open_document(&format!(
        r#"<!DOCTYPE d [<!ENTITY x SYSTEM "{file}">]><d><text:section><text:section-source xlink:href="{file}"/><text:p>نص الخبر الذي في الصفحة.&x;<draw:image xlink:href="{remote}"/></text:p></text:section></d>"#
    ));
    let rtf = format!(
        r#"{{\rtf1\ansi {{\field{{\*\fldinst INCLUDETEXT "{file}"}}{{\fldrslt }}}}{{\*\template {file}}}\u1606?\u1589?}}"#
    );
    let mail = mail(&format!(
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/external-body; access-type=local-file; name=\"{}\"\r\n\r\nContent-Type: text/html\r\n\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}\r\n--b--\r\n",
        secret.display()
    ));
    let files: [(&str, &[u8]); 5] = [
        ("a.html", page.as_bytes()),
        ("a.docx", &docx),
        ("a.odt", &odt),
        ("a.rtf", rtf.as_bytes()),
        ("a.eml", &mail),
    ];
    for (name, bytes) in files {
        let text = article::from_bytes(name, bytes).unwrap().text;
        assert!(text.contains("نص"), "{name}: {text}");
        assert!(!text.contains("ملف آخر"), "{name}: {text}");
    }
    let heard = listener.accept();
    assert!(heard.is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock));
}
