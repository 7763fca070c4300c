//! Documents of every format give the article that a person sees in them.
//!
//! The documents are made here, as the programs that write them do; the text
//! is invented.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::io::{Cursor, Write};

use mawqif::article::{self, Article, BlockKind, Fault, OpenAs};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const TITLE: &str = "الحكومة ترفض مقترح الوساطة وتضع شرطين";
const LEDE: &str = "أعلنت وزارة الخارجية في بيان، الأربعاء، أنها ترفض المقترح الذي قدمه الوسطاء قبل أسبوع، وتعده \"غير كافٍ\" ما لم يتضمن وقفًا كاملًا للقتال.";
const NEXT: &str = "وقال المتحدث باسم الوزارة إن بلاده سترسل 20 ألف طن من المساعدات (12.5% منها أدوية) إذا فُتحت المعابر.";

fn read(name: &str, bytes: &[u8]) -> Article {
    article::from_bytes(name, bytes).unwrap()
}

fn fault(name: &str, bytes: &[u8]) -> Fault {
    article::from_bytes(name, bytes).unwrap_err().fault
}

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn kinds(article: &Article) -> Vec<(BlockKind, &str)> {
    let blocks = article.blocks.iter();
    blocks
        .map(|block| (block.kind, block.span.of(&article.text)))
        .collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

const TYPES: &str = r#"<Types xmlns="t"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

fn word(body: &str) -> Vec<u8> {
    let styles = r#"<w:styles><w:style w:styleId="a1"><w:name w:val="Title"/></w:style><w:style w:styleId="2"><w:name w:val="heading 2"/></w:style></w:styles>"#;
    let notes = r#"<w:footnotes><w:footnote w:type="separator"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>نص الحاشية.</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    packed(&[
        ("[Content_Types].xml", TYPES),
        (
            "word/document.xml",
            &format!("<w:document><w:body>{body}</w:body></w:document>"),
        ),
        ("word/styles.xml", styles),
        ("word/footnotes.xml", notes),
    ])
}

#[test]
fn a_word_document_is_its_paragraphs_in_order() {
    let (half, rest) = LEDE.split_at(LEDE.find("المقترح").unwrap());
    let body = format!(
        r#"<w:p><w:pPr><w:pStyle w:val="a1"/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>
        <w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r></w:p>
        <w:p><w:del><w:r><w:delText>محذوف</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>منقول</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>{NEXT}</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>مخفي</w:t><w:br/></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>أرقام</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>السنة</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>2024</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>نص في إطار.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>نص في إطار.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>خاتمة &#1575;لخبر.</w:t></w:r></w:p>"#,
        escaped(half),
        escaped(rest),
    );
    let article = read("خبر.docx", &word(&body));
    assert_eq!(
        kinds(&article),
        [
            (BlockKind::Title, TITLE),
            (BlockKind::Paragraph, LEDE),
            (BlockKind::Paragraph, NEXT),
            (BlockKind::Heading, "أرقام"),
            (BlockKind::Paragraph, "السنة\u{2003}2024"),
            (BlockKind::Paragraph, "خاتمة الخبر."),
            (BlockKind::Paragraph, "نص في إطار."),
            (BlockKind::Paragraph, "نص الحاشية."),
        ]
    );
}

#[test]
fn an_open_document_is_its_paragraphs_in_order() {
    let content = format!(
        r#"<office:document-content><office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles>
        <office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>محذوف</text:p></text:deletion></text:changed-region></text:tracked-changes>
        <text:p text:style-name="P1">{TITLE}</text:p><text:p>{}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>نص الحاشية.</text:p></text:note-body></text:note></text:p>
        <text:p>{}<office:annotation><text:p>ملاحظة محرر</text:p></office:annotation></text:p>
        <text:h>أرقام</text:h><table:table><table:table-row><table:table-cell><text:p>السنة</text:p></table:table-cell><table:table-cell><text:p>2024</text:p></table:table-cell></table:table-row></table:table>
        <text:p>كلمة<text:s text:c="2"/>بعد<text:tab/>فراغ.</text:p></office:text></office:body></office:document-content>"#,
        escaped(LEDE),
        escaped(NEXT),
    );
    let manifest = "<manifest:manifest/>";
    let bytes = packed(&[
        ("content.xml", &content),
        ("META-INF/manifest.xml", manifest),
    ]);
    let article = read("خبر.odt", &bytes);
    let texts: Vec<&str> = kinds(&article).iter().map(|(_, text)| *text).collect();
    assert_eq!(
        texts,
        [
            TITLE,
            LEDE,
            NEXT,
            "أرقام",
            "السنة\u{2003}2024",
            "كلمة  بعد فراغ.",
            "نص الحاشية."
        ]
    );
    let locked = "<manifest:manifest><manifest:encryption-data/></manifest:manifest>";
    let bytes = packed(&[("content.xml", "x"), ("META-INF/manifest.xml", locked)]);
    assert!(matches!(fault("a.odt", &bytes), Fault::Locked));
}

/// Bytes of windows-1256 as WordPad writes them.
fn hex(text: &str) -> String {
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(text);
    let byte = |byte: &u8| match byte {
        b'\\' | b'{' | b'}' => format!("\\{}", char::from(*byte)),
        0x20..=0x7E => char::from(*byte).to_string(),
        _ => format!("\\'{byte:02x}"),
    };
    bytes.iter().map(byte).collect()
}

/// UTF-16 units with a stand-in after each, as Word and LibreOffice write them.
fn units(text: &str) -> String {
    let unit = |unit: u16| format!("\\u{}\\'3f", unit.cast_signed());
    text.encode_utf16().map(unit).collect()
}

#[test]
fn rich_text_is_read_in_the_encoding_of_its_font() {
    let rtf = format!(
        "{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0\\fnil\\fcharset0 Calibri;}}{{\\f1\\fnil\\fcharset178 Arial;}}}}\r\n{{\\*\\generator x;}}{{\\info{{\\title \\'c3}}}}\\pard\\rtlpar\\f1 {}\\par\r\n{}\\par {}{{\\deleted {}}}\\par\\trowd\\intbl {}\\cell 2024\\cell\\row\\pard {{\\v {}}}{{\\f0 Reuters \\emdash  2024}}\\par}}",
        hex(TITLE),
        hex(LEDE),
        hex(NEXT),
        hex("محذوف"),
        hex("السنة"),
        hex("مخفي"),
    );
    let article = read("خبر.rtf", rtf.as_bytes());
    let texts: Vec<&str> = kinds(&article).iter().map(|(_, text)| *text).collect();
    assert_eq!(
        texts,
        [TITLE, LEDE, NEXT, "السنة\u{2003}2024", "Reuters — 2024"]
    );
    let rtf = format!(
        "{{\\rtf1\\ansi\\uc1 {}\\par {}\\line {}}}",
        units(TITLE),
        units(LEDE),
        units(NEXT)
    );
    assert_eq!(
        read("a.rtf", rtf.as_bytes()).text,
        format!("{TITLE}\n{LEDE}\n{NEXT}")
    );
}

#[test]
fn a_saved_page_is_its_article_without_what_stands_round_it() {
    let more = "وأضاف أن الاجتماع المقبل سيعقد في العاصمة، وأن الوسطاء طلبوا مهلة جديدة، وأن الحكومة لن تقبل بأي حل لا يراعي مصالح المدنيين.";
    let page = format!(
        r#"<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{TITLE} | صحيفة مبتكرة</title>
        <meta property="og:title" content="{TITLE}"><meta property="article:published_time" content="2024-03-05T10:00:00Z"><script>var a = "نص برمجي";</script></head>
        <body><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/s">رياضة</a></li></ul></nav>
        <div class="content"><article><h1>{TITLE}</h1><p>{LEDE}</p><p>{NEXT}</p><h2>مهلة جديدة</h2><p>{more}</p><p>{more}</p></article></div>
        <div class="related sidebar"><h3>اقرأ أيضا</h3><ul><li><a href="/1">خبر آخر لا صلة له</a></li></ul></div>
        <div class="comments" id="comments"><p>تعليق قارئ</p></div><footer>جميع الحقوق محفوظة</footer></body></html>"#
    );
    let article = read("صفحة.html", page.as_bytes());
    let texts: Vec<&str> = kinds(&article).iter().map(|(_, text)| *text).collect();
    assert_eq!(texts, [TITLE, LEDE, NEXT, "مهلة جديدة", more, more]);
    assert_eq!(article.published.as_deref(), Some("2024-03-05"));
    // The page lies about its encoding; its bytes do not.
    let lying = page.replace("charset=\"utf-8\"", "charset=\"iso-8859-1\"");
    let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode(&lying);
    let article = read("صفحة.html", &bytes);
    assert_eq!(
        (article.title(), article.encoding.as_str()),
        (TITLE, "windows-1256")
    );
}

#[test]
fn mail_is_its_subject_sender_and_text() {
    let mail = format!(
        "From: \"Desk\" <desk@example.org>\r\nTo: a@example.org\r\nSubject: {TITLE}\r\nDate: Tue, 5 Mar 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{LEDE}\r\n\r\n{NEXT}\r\n"
    );
    let article = read("a.eml", mail.as_bytes());
    assert_eq!(
        kinds(&article),
        [
            (BlockKind::Title, TITLE),
            (BlockKind::Paragraph, LEDE),
            (BlockKind::Paragraph, NEXT),
            (BlockKind::Aside, "Desk <desk@example.org>"),
        ]
    );
    assert_eq!(article.published.as_deref(), Some("2024-03-05"));
}

#[test]
fn broken_documents_give_a_sentence() {
    let whole = word(&format!("<w:p><w:r><w:t>{LEDE}</w:t></w:r></w:p>"));
    for part in [8, whole.len() / 2, whole.len() - 4] {
        assert!(
            matches!(fault("a.docx", &whole[..part]), Fault::Damaged),
            "{part}"
        );
    }
    assert!(matches!(fault("a.docx", &word("<w:p>")), Fault::Damaged));
    assert!(matches!(
        fault("a.zip", &packed(&[("photo.jpg", "x")])),
        Fault::Foreign(_)
    ));
    let deep = format!("<html><body>{}", "<div>".repeat(200_000));
    assert!(matches!(fault("a.html", deep.as_bytes()), Fault::Swollen));
    // Entities that a part declares itself are not expanded.
    let bomb = format!(
        "<!DOCTYPE x [<!ENTITY a \"{}\">]><w:p><w:r><w:t>&a;نص.</w:t></w:r></w:p>",
        "ب".repeat(9)
    );
    assert_eq!(read("a.docx", &word(&bomb)).text, "نص.\nنص الحاشية.");
}

const MORE: &str = "وأضاف أن الاجتماع المقبل سيعقد في العاصمة، وأن الوسطاء طلبوا مهلة جديدة، وأن الحكومة لن تقبل بأي حل لا يراعي مصالح المدنيين.";

#[test]
fn a_page_tells_its_deck_its_writer_and_its_day() {
    let deck = "الخارجية تتحدث عن شروط جديدة";
    let page = format!(
        r##"<html><head><title>{TITLE} | صحيفة مبتكرة</title></head><body class="has-sidebar"><form id="form1"><div class="story-head"><h1>{TITLE}</h1><h2 class="sub-title">{deck}</h2>
        <div class="story-meta"><span class="writeBy">كتبت: هدى الزهراني</span> <span class="date">الثلاثاء، 5 مارس/آذار 2024 02:30 م</span></div></div>
        <div class="story-text"><p>{LEDE}</p><p><strong>موضوعات متعلقة</strong></p><p><a href="#">خبر آخر عن الميناء لا صلة له</a></p><p>{NEXT}</p><div class="photo"><img src="a.jpg"><div>جانب من اجتماع سابق</div></div><p>{MORE}</p></div></form>
        <ol class="comments"><li><p>{MORE}</p></li><li><p>{MORE}</p></li><li><p>{MORE}</p></li></ol></body></html>"##
    );
    let article = read("صفحة.html", page.as_bytes());
    assert_eq!(
        kinds(&article),
        [
            (BlockKind::Title, TITLE),
            (BlockKind::Deck, deck),
            (BlockKind::Aside, "هدى الزهراني"),
            (BlockKind::Paragraph, LEDE),
            (BlockKind::Paragraph, NEXT),
            (BlockKind::Paragraph, MORE),
        ]
    );
    assert_eq!(article.published.as_deref(), Some("2024-03-05"));
}

#[test]
fn a_page_that_shows_little_is_read_from_its_data() {
    let body = format!("{LEDE}\\n{NEXT}\\n{MORE}").replace('"', "\\\"");
    let page = format!(
        r#"<html><head><title>صحيفة</title><script type="application/ld+json">{{"@graph":[{{"@type":"WebSite","name":"صحيفة"}},{{"@type":["NewsArticle"],"headline":"{TITLE}","datePublished":"2024-03-05T23:10:00+03:00","author":[{{"@type":"Organization","name":"رويترز"}}],"articleBody":"{}"}}]}}</script></head><body><div id="app">جار التحميل</div></body></html>"#,
        body.replace("\\\\n", "\\n")
    );
    let article = read("صفحة.html", page.as_bytes());
    let texts: Vec<&str> = kinds(&article).iter().map(|(_, text)| *text).collect();
    assert_eq!(texts, [TITLE, "رويترز", LEDE, NEXT, MORE]);
    assert_eq!(article.published.as_deref(), Some("2024-03-05"));
}

#[test]
fn a_table_that_lays_out_a_page_keeps_its_paragraphs() {
    let page = format!(
        "<html><body><table><tr><td><a href=a>الرئيسية</a></td><td><font><b>{TITLE}</b></font><br><br>{LEDE}<br><br>{NEXT}<br><br>{MORE}<br><table><tr><th>السنة</th><td>2024</td></tr></table></td></tr></table></body></html>"
    );
    let article = read("صفحة.htm", page.as_bytes());
    let texts: Vec<&str> = kinds(&article).iter().map(|(_, text)| *text).collect();
    assert_eq!(
        texts.get(1..),
        Some(&[LEDE, NEXT, MORE, "السنة\u{2003}2024"][..]),
        "{texts:?}"
    );
}

#[test]
fn notes_and_boxes_of_rich_text_follow_the_text() {
    let rtf = format!(
        "{{\\rtf1\\ansi\\uc1 {}{{{{\\super  \\chftn{{\\*\\footnote \\chftn\\pard\\plain {{\\tab {}}}}}}}}}\\par {}{{\\shp{{\\*\\shpinst{{\\sp{{\\sn a}}{{\\sv 202}}}}{{\\shptxt {}\\par}}}}{{\\shprslt {}}}}}\\par}}",
        units(TITLE),
        units("نص الحاشية."),
        units(NEXT),
        units("نص في إطار."),
        units("نسخة ثانية")
    );
    let article = read("a.rtf", rtf.as_bytes());
    let texts: Vec<&str> = kinds(&article).iter().map(|(_, text)| *text).collect();
    assert_eq!(texts, [TITLE, NEXT, "نص في إطار.", "نص الحاشية."]);
}

#[test]
fn soft_line_ends_of_mail_part_no_paragraph() {
    let (half, rest) = NEXT.split_at(NEXT.find("بلاده").unwrap());
    let mail = format!(
        "From: desk@example.org\r\nSubject: {TITLE}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{LEDE}\r\n\r\n{half}\r\n{rest}\r\n-- \r\nDesk\r\n"
    );
    let text = read("a.eml", mail.as_bytes()).text;
    assert!(text.contains(NEXT), "{text}");
    assert!(text.lines().any(|line| line == "Desk"), "{text}");
}

#[test]
fn hard_wrapped_lines_of_mail_are_joined_and_told() {
    let full = "وقال المتحدث باسم الوزارة إن بلاده لن تشارك في القوة المقترحة ما";
    let mail = format!(
        "From: desk@example.org\r\nSubject: {TITLE}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{full}\r\n{full}\r\n{full}\r\nلم تتوافر.\r\n\r\nولم يرد الوسطاء بعد.\r\n"
    );
    let article = read("a.eml", mail.as_bytes());
    let joined = format!("{full} {full} {full} لم تتوافر.");
    assert!(article.text.lines().any(|line| line == joined));
    let told: Vec<_> = article.repairs.iter().map(|r| (r.kind, r.count)).collect();
    assert_eq!(told, [("joined-lines", 3)]);
    let as_is = OpenAs {
        repair: false,
        ..OpenAs::default()
    };
    let as_is = article::from_bytes_as("a.eml", mail.as_bytes(), as_is).unwrap();
    assert_eq!(as_is.text.lines().filter(|line| *line == full).count(), 3);
    assert_eq!(as_is.repairs, []);
}

#[test]
fn a_paragraph_of_nothing_but_rubbish_leaves_no_empty_line() {
    let rtf =
        br"{\rtf1\ansi \u8203?\par \u1593?\u1606?\u1608?\u1575?\u1606?\par \u1606?\u1589?\par}";
    let article = article::from_bytes("broken.rtf", rtf).unwrap();
    let lines: Vec<&str> = article.text.lines().collect();
    assert_eq!(lines, ["عنوان", "نص"]);
    assert_eq!(lines.len(), article.blocks.len());
}
