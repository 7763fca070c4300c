//! Broken files of every format: small sound ones, changed at random from a
//! fixed seed. None may make the program stumble, and every span of a briefing
//! must lie on characters.
//!
//! As many files of each format on every machine; `MAWQIF_MUTATE_SECONDS=600`
//! goes on for longer, with another seed each time (`MAWQIF_MUTATE_SEED`).
//! `fuzz/` does the same guided by coverage.

#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests")]
#![expect(clippy::print_stdout, reason = "says how many files were read")]

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use mawqif::arabic::Span;
use mawqif::article::{self, Article, Fault};
use mawqif::lexicon::Lexicon;
use mawqif::stance;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A small generator of numbers: splitmix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % (most.max(1) as u64)).unwrap()
    }

    /// A stretch of so many bytes, not longer than 64.
    fn stretch(&mut self, length: usize) -> std::ops::Range<usize> {
        let start = self.below(length);
        let end = (start + 1 + self.below(64)).min(length);
        start.min(end)..end
    }
}

/// Changes a file in a few places: bytes flipped, taken out, doubled, brought
/// from another file or from the words of the format.
fn mutated(seeds: &[Vec<u8>], words: &[&str], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = seeds[chance.below(seeds.len())].clone();
    for _ in 0..=chance.below(6) {
        let length = bytes.len();
        let at = chance.below(length + 1);
        match chance.below(8) {
            0 if length > 0 => bytes[at.min(length - 1)] ^= 1 << chance.below(8),
            1 if length > 0 => drop(bytes.drain(chance.stretch(length))),
            2 if length > 0 => {
                let part = bytes[chance.stretch(length)].to_vec();
                let times = 1 + chance.below(20);
                bytes.splice(at..at, part.repeat(times));
            }
            3 => {
                let other = &seeds[chance.below(seeds.len())];
                let part = other[chance.stretch(other.len())].to_vec();
                bytes.splice(at..at, part);
            }
            4 => bytes.truncate(at),
            5 => bytes.insert(at, u8::try_from(chance.below(256)).unwrap()),
            _ => {
                let word = words[chance.below(words.len())].as_bytes().to_vec();
                bytes.splice(at..at, word);
            }
        }
    }
    bytes
}

/// Files read of each format in the usual run: as many on every machine.
const FILES: u32 = 250;

/// Reads as many mutated files as usual, or for as long as is asked for.
fn run(format: &str, seeds: &[Vec<u8>], words: &[&str], mut read: impl FnMut(&[u8])) {
    let number = |name: &str, usual: u64| {
        let told = std::env::var(name).ok();
        told.and_then(|told| told.parse().ok()).unwrap_or(usual)
    };
    let time = Duration::from_secs(number("MAWQIF_MUTATE_SECONDS", 0));
    let mut chance = Chance(number("MAWQIF_MUTATE_SEED", 1));
    let began = Instant::now();
    let mut count = 0_u32;
    while began.elapsed() < time || time.is_zero() && count < FILES {
        let bytes = mutated(seeds, words, &mut chance);
        // What fails is there to be read.
        let kept = std::env::temp_dir().join(format!("mawqif-mutated-{format}"));
        let one = Instant::now();
        let done = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read(&bytes)));
        if done.is_err() || one.elapsed() > Duration::from_secs(10) {
            std::fs::write(&kept, &bytes).unwrap();
            panic!("{format}: see {} ({:?})", kept.display(), one.elapsed());
        }
        count += 1;
    }
    println!("{format}: {count} files");
}

fn check(name: &str, bytes: &[u8]) {
    match article::from_bytes(name, bytes) {
        Ok(article) => tiles(&article),
        Err(error) => assert!(!matches!(error.fault, Fault::Stumbled), "{error}"),
    }
}

fn tiles(article: &Article) {
    let blocks = article.blocks.iter();
    let lines: Vec<&str> = blocks.map(|block| block.span.of(&article.text)).collect();
    assert_eq!(lines.join("\n"), article.text);
}

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const LINES: &str = "الحكومة ترفض مقترح الوساطة وتضع شرطين\nأعلنت وزارة الخارجية في بيان، الأربعاء 5 مارس/آذار 2024، أنها ترفض المقترح، وتعده \"غير كافٍ\" ما لم يتضمن وقفًا كاملًا للقتال.\nوقال المتحدث إن بلاده سترسل 20 ألف طن (12.5% منها أدوية) إذا فُتحت المعابر.";

const ARABIC: [&str; 14] = [
    "\u{200F}",
    "\u{202E}",
    "ﷲ",
    "ﻻ",
    "ـــ",
    "\u{64B}",
    "«",
    "»",
    "\"",
    "قال",
    " إلا بعد ",
    "\u{2029}",
    "٢٠٪",
    "\u{10FFFF}",
];

#[test]
fn no_text_makes_the_analysis_stumble() {
    let gold = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/articles");
    let files = std::fs::read_dir(gold).unwrap();
    let mut seeds: Vec<Vec<u8>> = files
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap())
        .map(|text| text.chars().take(700).collect::<String>().into_bytes())
        .collect();
    seeds.sort();
    Lexicon::shipped();
    run("analyze", &seeds, &ARABIC, |bytes| {
        let Ok(article) = article::from_text("a", &String::from_utf8_lossy(bytes)) else {
            return;
        };
        tiles(&article);
        let briefing = stance::analyze(&article, Lexicon::shipped());
        let text = &briefing.document.text;
        let holds = |span: Span| text.get(span.start..span.end).unwrap();
        for position in &briefing.positions {
            position.actor.mentions.iter().for_each(|span| {
                holds(*span);
            });
            position
                .conditions
                .iter()
                .for_each(|one| assert_eq!(holds(one.span), one.text));
            position
                .reasons
                .iter()
                .for_each(|one| assert_eq!(holds(one.span), one.text));
            for evidence in &position.evidence {
                assert_eq!(holds(evidence.span), evidence.text);
                evidence.triggers.iter().for_each(|span| {
                    holds(*span);
                });
            }
        }
        for statement in &briefing.statements {
            statement.source.span.into_iter().for_each(|span| {
                holds(span);
            });
            holds(statement.cue.span);
            holds(statement.content.span);
        }
        briefing
            .figures
            .iter()
            .for_each(|one| assert_eq!(holds(one.span), one.text));
        briefing
            .dates
            .iter()
            .for_each(|one| assert_eq!(holds(one.span), one.text));
        drop(briefing.in_scalars());
    });
}

#[test]
fn no_text_file_makes_the_program_stumble() {
    let (arabic, _, _) = encoding_rs::WINDOWS_1256.encode(LINES);
    let little: Vec<u8> = LINES.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let seeds = [LINES.as_bytes().to_vec(), arabic.into_owned(), little];
    run(
        "text",
        &seeds,
        &["\u{FEFF}", "\r\n", "\r", "\0", "Ù…", "ï»¿"],
        |bytes| check("a.txt", bytes),
    );
}

#[test]
fn no_markdown_makes_the_program_stumble() {
    let marks = format!(
        "---\ndate: 2024-03-05\n---\n# {LINES}\n\n- **بند** [أ](b) ![c](d) <https://e.f>\n> `ن`\n\n***\n"
    );
    let words = [
        "**", "[", "](", ")", "!", "`", "_", "\\", "<", ">", "---\n", "# ", "```\n", "\n\n",
        "date: ",
    ];
    run(
        "markdown",
        &[marks.into_bytes(), LINES.into()],
        &words,
        |bytes| check("a.md", bytes),
    );
}

#[test]
fn no_page_makes_the_program_stumble() {
    let paragraphs: String = LINES.lines().map(|line| format!("<p>{line}</p>")).collect();
    let page = format!(
        r##"<!DOCTYPE html><html><head><meta charset="utf-8"><title>خبر | صحيفة</title><meta property="og:title" content="خبر"><meta property="article:published_time" content="2024-03-05T10:00Z"><script type="application/ld+json">{{"@type":"NewsArticle","headline":"خبر","author":{{"name":"هدى"}},"articleBody":"نص &amp; <p>آخر</p>"}}</script></head><body><nav><a href="#">أ</a></nav><h1>خبر</h1><h2 class="sub-title">عنوان ثان</h2><time datetime="2024-03-05">5 مارس 2024</time><div class="article-body">{paragraphs}<table><tr><th>أ</th><td>ب</td></tr></table><figure><img src="a"><figcaption>ج</figcaption></figure><p><a href="#">اقرأ أيضا خبرا آخر</a></p></div><div class="related">د</div></body></html>"##
    );
    let old = format!(
        "<table><tr><td><font size=5><b>{}</b></font></td><td>{}</td></tr></table>",
        LINES.lines().next().unwrap(),
        LINES.replace('\n', "<br><br>")
    );
    let words = [
        "<td>",
        "</table>",
        "<h1>",
        "<a href=x>",
        "<p class=\"share\">",
        "<!--",
        "<script>",
        "&#1;",
        "<svg>",
        "<template>",
        "<math>",
        "<select>",
        "<frameset>",
        "</body>",
        "<div itemprop=articleBody>",
        "<b><i><p>",
    ];
    run(
        "html",
        &[page.into_bytes(), old.into_bytes()],
        &words,
        |bytes| check("a.html", bytes),
    );
}

#[test]
fn no_document_makes_the_program_stumble() {
    const TYPES: &[u8] = br#"<Types><Override PartName="/word/document.xml" ContentType="x.document.main+xml"/></Types>"#;
    let line = LINES.lines().next().unwrap();
    let word = format!(
        r#"<w:document><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{line}</w:t></w:r></w:p><w:p><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:t>{line}</w:t><w:br/><w:tab/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:txbxContent><w:p><w:r><w:t>2</w:t></w:r></w:p></w:txbxContent><w:footnote w:id="1"><w:p><w:r><w:t>3</w:t></w:r></w:p></w:footnote></w:body></w:document>"#
    );
    let words = [
        "<w:p>",
        "</w:p>",
        "<w:tc>",
        "<w:tr>",
        "</w:tr>",
        "<w:t>",
        "<w:footnote>",
        "<w:del>",
        "&#x0;",
        "&lt;",
        "<![CDATA[",
        "]]>",
        "<!--",
        "<?x?>",
    ];
    let whole = packed(&[
        ("[Content_Types].xml", TYPES),
        ("word/document.xml", word.as_bytes()),
    ]);
    run("docx", &[word.clone().into_bytes()], &words, |bytes| {
        check(
            "a.docx",
            &packed(&[("[Content_Types].xml", TYPES), ("word/document.xml", bytes)]),
        );
    });
    run(
        "docx-archive",
        &[whole],
        &["PK\u{1}\u{2}", "PK\u{5}\u{6}"],
        |bytes| check("a.docx", bytes),
    );
    let open = format!(
        r#"<d><style:style style:name="P1" style:parent-style-name="Title"/><text:p text:style-name="P1">{line}</text:p><text:h>1</text:h><text:p>{line}<text:s text:c="2"/><text:note><text:note-body><text:p>3</text:p></text:note-body></text:note></text:p><table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></d>"#
    );
    let words = [
        "<text:p>",
        "</text:p>",
        "<table:table-cell>",
        "<text:note>",
        "<text:s text:c=\"9\"/>",
        "<text:line-break/>",
        "<tracked-changes>",
    ];
    run("odt", &[open.into_bytes()], &words, |bytes| {
        check(
            "a.odt",
            &packed(&[("content.xml", bytes), ("META-INF/manifest.xml", b"<m/>")]),
        );
    });
}

#[test]
fn no_rich_text_makes_the_program_stumble() {
    let seeds = [
        r"{\rtf1\ansi\ansicpg1256\deff0{\fonttbl{\f0\fcharset178 Arial;}{\f1\fcharset0 Calibri;}}\uc1\pard\rtlpar\f0 \'c7\'e1\u1575?\f1 Reuters\par\trowd\intbl \'c7\cell 1\cell\row\pard{\super \chftn{\*\footnote \chftn \'c7}}{\shp{\*\shpinst{\shptxt \'c7\par}}}{\deleted x}\line\emdash\par}".into(),
        b"{\\rtf1\\ansi\\uc2 \\u-1234\\'3f\\'3f{\\*\\generator x;}{\\info{\\title x}}\\bin3 abc\\par}".to_vec(),
    ];
    let words = [
        "{",
        "}",
        "\\cell",
        "\\row",
        "\\intbl",
        "\\uc0",
        "\\u55357?",
        "\\'",
        "\\bin9",
        "{\\*\\footnote ",
        "{\\shptxt ",
        "{\\*\\shpinst ",
        "\\par",
        "\\ansicpg65001",
    ];
    run("rtf", &seeds, &words, |bytes| check("a.rtf", bytes));
}

#[test]
fn no_mail_makes_the_program_stumble() {
    let parts = "From: =?utf-8?B?2YXZg9iq2Kg=?= <a@b.c>\r\nTo: d@e.f\r\nSubject: =?windows-1256?Q?=C7=E1?=\r\nDate: Tue, 5 Mar 2024 10:00:00 +0300\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=\"utf-8\"; format=flowed\r\nContent-Transfer-Encoding: base64\r\n\r\n2YbYtQ==\r\n--b\r\nContent-Type: text/html; charset=windows-1256\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>=C7=E1</p>\r\n--b--\r\n";
    let saved = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.b/c\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<html><body><h1>a</h1><p>b</p></body></html>\r\n--x--\r\n";
    let words = [
        "--b\r\n",
        "\r\n\r\n",
        "Content-Type: message/rfc822\r\n\r\n",
        "=?utf-8?Q?=D9?=",
        "charset=utf-16",
        "boundary=",
        "=\r\n",
        "Content-Type: multipart/digest; boundary=b\r\n",
        "Date: ",
        "Content-Transfer-Encoding: base64\r\n",
        "name*0*=utf-8''%D9",
    ];
    run("mail", &[parts.into(), saved.into()], &words, |bytes| {
        check("a.eml", bytes)
    });
}

#[test]
fn no_pdf_makes_the_program_stumble() {
    let seeds = [
        include_bytes!("formats/pdf/chromium.pdf").to_vec(),
        include_bytes!("formats/pdf/columns.pdf").to_vec(),
        include_bytes!("formats/pdf/libreoffice.pdf").to_vec(),
        include_bytes!("formats/pdf/locked.pdf").to_vec(),
    ];
    let words = [
        "endobj",
        "<< /Length 9 >> stream",
        "endstream",
        "/Kids [1 0 R]",
        "/Parent 1 0 R",
        "/Contents 4 0 R",
        "/ToUnicode 5 0 R",
        "/Count 999999999",
        "startxref",
        "[(\\000\\001) -99999 (\\002)] TJ",
    ];
    run("pdf", &seeds, &words, |bytes| check("a.pdf", bytes));
}
