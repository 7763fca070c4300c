//! What a reader sees of a laid out paragraph: order, breaks, geometry.

use mawqif::text::{Align, Catalogue, Cursor, Paragraph, Point, Style, Typesetter};
use std::sync::Arc;

fn typesetter() -> Typesetter {
    Typesetter::new(Catalogue::bundled_only())
}

fn line(text: &str) -> Arc<Paragraph> {
    typesetter().layout(text, &Style::interface(16.0), f32::INFINITY, 1.0)
}

/// The characters of the first line as they stand from left to right.
fn seen(text: &str, paragraph: &Paragraph) -> String {
    let mut clusters = paragraph.clusters.clone();
    clusters.sort_by(|a, b| a.x.total_cmp(&b.x));
    clusters
        .iter()
        .filter_map(|cluster| text.get(cluster.bytes.clone()))
        .collect()
}

#[test]
fn figures_keep_their_order_in_arabic() {
    let text = "20 ألف";
    assert_eq!(seen(text, &line(text)), "فلأ 20");
    let text = "12.5%";
    assert_eq!(seen(text, &line(text)), "12.5%");
    // After Arabic letters figures count as Arabic, and the sign stands to
    // their left (UAX #9, W2 and W5), as in every browser.
    let text = "بلغ 12.5% اليوم";
    assert!(seen(text, &line(text)).contains("%12.5"));
    let text = "(AFP) قال";
    assert!(seen(text, &line(text)).contains("AFP"));
}

#[test]
fn lines_are_equally_high_and_wrap_within_the_width() {
    let text =
        "أكد مصدر رسمي في وزارة الخارجية أن بلاده لا تعتزم إرسال قوات حفظ سلام (UN) في الوقت الحالي. "
            .repeat(4);
    let paragraph = typesetter().layout(&text, &Style::reading(18.0), 300.0, 1.0);
    assert!(paragraph.lines.len() > 5);
    assert!(paragraph.rtl);
    assert!(paragraph.width <= 300.0);
    let height = paragraph.lines[0].bottom;
    for line in &paragraph.lines {
        assert!((line.bottom - line.top - height).abs() < 0.01);
    }
    let mut end = 0;
    for line in &paragraph.lines {
        assert_eq!(line.bytes.start, end);
        end = line.bytes.end;
    }
    assert_eq!(end, text.len());
}

#[test]
fn an_ellipsis_stands_at_the_end_of_the_reading_direction() {
    let style = Style {
        max_lines: Some(1),
        ..Style::interface(14.0)
    };
    let text = "إندونيسيا ترحب بمشروع القرار وتعرض المساهمة في القوة الدولية";
    let paragraph = typesetter().layout(text, &style, 160.0, 1.0);
    assert!(paragraph.elided);
    assert_eq!(paragraph.lines.len(), 1);
    assert!(paragraph.width <= 160.0);
    let left = paragraph
        .clusters
        .iter()
        .min_by(|a, b| a.x.total_cmp(&b.x))
        .unwrap();
    assert_eq!(
        left.bytes.end,
        text.len(),
        "the ellipsis stands for the rest, at the left end"
    );
    let text = "Indonesia welcomes the draft resolution and offers to contribute";
    let paragraph = typesetter().layout(text, &style, 160.0, 1.0);
    let right = paragraph
        .clusters
        .iter()
        .max_by(|a, b| a.x.total_cmp(&b.x))
        .unwrap();
    assert!(paragraph.elided && right.bytes.end == text.len());
}

#[test]
fn a_text_that_fits_is_not_elided() {
    let style = Style {
        max_lines: Some(2),
        ..Style::interface(14.0)
    };
    let paragraph = typesetter().layout("أذربيجان", &style, 160.0, 1.0);
    assert!(!paragraph.elided);
}

#[test]
fn alignment_is_by_direction_or_by_side() {
    let left_of = |text: &str, align| {
        let style = Style {
            align,
            ..Style::interface(14.0)
        };
        let paragraph = typesetter().layout(text, &style, 400.0, 1.0);
        paragraph
            .clusters
            .iter()
            .map(|c| c.x)
            .fold(f32::INFINITY, f32::min)
    };
    assert!(left_of("سلام", Align::Start) > 300.0);
    assert!(left_of("سلام", Align::Left) < 1.0);
    assert!(left_of("peace", Align::Start) < 1.0);
    assert!(left_of("peace", Align::Right) > 300.0);
}

#[test]
fn hits_and_carets_agree() {
    let text = "قال AFP إن 20 ألف جندي (UN) وصلوا";
    let paragraph = line(text);
    for cluster in &paragraph.clusters {
        for share in [0.2, 0.8] {
            let x = cluster.x + cluster.width * share;
            let cursor = paragraph.hit(Point::new(x, 5.0));
            let caret = paragraph.caret(cursor);
            assert!(
                (caret.left - x).abs() <= cluster.width * 0.5,
                "{cluster:?} {cursor:?}"
            );
        }
    }
    assert_eq!(paragraph.line_of(Cursor::before(0)), 0);
}

const PARAGRAPH: &str = "أكد مصدر رسمي في وزارة الخارجية الأذربيجانية (MFA) أن بلاده لا تعتزم إرسال 20 ألف جندي في الوقت الحالي، مشيرًا إلى أن أي مشاركة محتملة بنسبة 12.5% ستبقى مرهونة بوقف شامل للقتال.";

#[test]
fn lines_break_at_the_same_words_at_every_scale() {
    let mut typesetter = typesetter();
    let mut breaks = |scale| -> Vec<usize> {
        let paragraph = typesetter.layout(PARAGRAPH, &Style::reading(18.0), 420.0, scale);
        paragraph.lines.iter().map(|line| line.bytes.end).collect()
    };
    let at_one = breaks(1.0);
    assert!(at_one.len() >= 3);
    for scale in [1.25, 1.5, 2.0] {
        assert_eq!(breaks(scale), at_one, "at {scale}");
    }
}

#[test]
fn lines_are_whole_pixels_high_at_every_scale() {
    for scale in [1.0, 1.25, 1.5, 2.0] {
        let paragraph = typesetter().layout(PARAGRAPH, &Style::reading(17.0), 420.0, scale);
        for line in &paragraph.lines {
            let pixels = line.top * scale;
            assert!(
                (pixels - pixels.round()).abs() < 0.01,
                "{pixels} at {scale}"
            );
        }
    }
}

#[test]
fn a_selection_over_two_directions_is_two_rectangles() {
    // Seen: the Latin word stands to the left of the Arabic before it.
    let text = "قال AFP أمس";
    let paragraph = line(text);
    let latin = text.find("AFP").unwrap();
    // The last Arabic letter of the first word, the space, and "A".
    let rects = paragraph.rects(latin - 3..latin + 1);
    assert_eq!(rects.len(), 2, "{rects:?}");
    assert!(rects[0].right < rects[1].left);
    // The whole of it is one.
    let rects = paragraph.rects(0..text.len());
    assert_eq!(rects.len(), 1);
    assert!((rects[0].width() - paragraph.width).abs() < 0.1);
}

#[test]
fn rectangles_over_wrapped_lines_are_one_a_line() {
    let paragraph = typesetter().layout(PARAGRAPH, &Style::reading(18.0), 420.0, 1.0);
    let rects = paragraph.rects(0..PARAGRAPH.len());
    assert_eq!(rects.len(), paragraph.lines.len());
    for (rect, line) in rects.iter().zip(&paragraph.lines) {
        assert_eq!((rect.top, rect.bottom), (line.top, line.bottom));
        assert!(rect.right > 419.0, "right-to-left lines begin at the right");
    }
}

#[test]
fn a_place_in_the_text_comes_back_from_its_caret() {
    let paragraph = typesetter().layout(PARAGRAPH, &Style::reading(18.0), 420.0, 1.5);
    let mut seen = 0;
    for (byte, _) in PARAGRAPH.char_indices() {
        let cursor = Cursor::before(byte);
        let caret = paragraph.caret(cursor);
        let middle = (caret.top + caret.bottom) / 2.0;
        let hit = paragraph.hit(Point::new(caret.left, middle));
        let again = paragraph.caret(hit);
        assert!((again.left - caret.left).abs() < 0.1, "byte {byte}");
        seen += usize::from(hit.byte == byte);
    }
    // Where two directions meet, one place on the line is two in the text.
    assert!(seen * 10 > PARAGRAPH.chars().count() * 8, "{seen}");
}

#[test]
fn arabic_letters_are_joined() {
    let glyphs =
        |text: &str| -> Vec<u32> { line(text).glyphs.iter().map(|glyph| glyph.id).collect() };
    let alone = glyphs("ب");
    let joined = glyphs("ببب");
    assert_eq!(joined.len() % alone.len(), 0);
    let letters: std::collections::HashSet<u32> = joined.iter().copied().collect();
    assert!(
        letters.len() >= 3,
        "initial, medial and final forms: {joined:?}"
    );
    assert_eq!(glyphs("لا").len(), 1, "lam and alif are one glyph");
    assert_eq!(line("لا").clusters.len(), 2, "and two places for the caret");
}

#[test]
fn what_no_face_has_keeps_room_for_a_box() {
    let text = "ا\u{10fffd}ب";
    let paragraph = line(text);
    let missing: Vec<_> = paragraph
        .glyphs
        .iter()
        .filter(|glyph| glyph.id == 0)
        .collect();
    assert_eq!(missing.len(), 1);
    assert!(missing[0].advance > 4.0);
    let controls = line("ا\u{202e}\u{2069}ب");
    assert!(
        controls
            .glyphs
            .iter()
            .all(|glyph| glyph.id != 0 || glyph.advance < 0.01)
    );
}

#[test]
fn installed_faces_fill_what_the_bundled_ones_lack() {
    let mut catalogue = Catalogue::with_installed(|| {});
    catalogue.read_installed_now();
    let mut typesetter = Typesetter::new(catalogue);
    let missing = |typesetter: &mut Typesetter, text: &str| {
        let paragraph = typesetter.layout(text, &Style::interface(16.0), f32::INFINITY, 1.0);
        paragraph.glyphs.iter().any(|glyph| glyph.id == 0)
    };
    assert!(
        !missing(&mut typesetter, "Привет Ελλάδα پچگژ AFP"),
        "bundled"
    );
    for text in ["שלום", "中文", "🙂", "ไทย"] {
        if missing(&mut typesetter, text) {
            println!("no installed face has {text}: it is shown as boxes");
        }
    }
    let families = typesetter.catalogue().arabic_families();
    for bundled in ["Noto Naskh Arabic", "Noto Sans Arabic", "Amiri"] {
        assert_eq!(
            families.iter().filter(|family| *family == bundled).count(),
            1
        );
    }
}

#[test]
fn faces_come_by_weight() {
    let set = |weight| {
        let style = Style {
            weight,
            ..Style::reading(18.0)
        };
        typesetter().layout("سلام", &style, f32::INFINITY, 1.0).width
    };
    assert_ne!(set(400), set(700));
    assert_eq!(set(600), set(700));
}

#[test]
fn every_bundled_family_sets_arabic_in_its_own_face() {
    let set = |family: &str| {
        let style = Style {
            family: mawqif::text::Family::named(family),
            ..Style::reading(18.0)
        };
        typesetter().layout("قوات حفظ السلام", &style, f32::INFINITY, 1.0)
    };
    let widths = ["Noto Naskh Arabic", "Noto Sans Arabic", "Amiri"].map(|family| set(family).width);
    assert!(widths[0] != widths[1] && widths[1] != widths[2] && widths[0] != widths[2]);
    // A family that is not there is stood in for.
    assert!(
        set("No Such Family")
            .glyphs
            .iter()
            .all(|glyph| glyph.id != 0)
    );
}

#[test]
fn a_text_that_waits_for_installed_faces_is_told_when_they_have_come() {
    let (told, news) = std::sync::mpsc::channel();
    let catalogue = Catalogue::with_installed(move || {
        // Nobody may be listening any more.
        let _ = told.send(());
    });
    let mut typesetter = Typesetter::new(catalogue);
    let missing = |typesetter: &mut Typesetter| {
        let paragraph = typesetter.layout("שלום", &Style::interface(16.0), f32::INFINITY, 1.0);
        paragraph.glyphs.iter().any(|glyph| glyph.id == 0)
    };
    if !missing(&mut typesetter) {
        // Another test of this run has read the faces already.
        return;
    }
    if typesetter.catalogue().take_refreshed()
        || news
            .recv_timeout(std::time::Duration::from_secs(60))
            .is_ok()
    {
        typesetter.catalogue().take_refreshed();
        if missing(&mut typesetter) {
            println!("no installed face has Hebrew: it stays boxes");
        }
        assert!(!typesetter.catalogue().take_refreshed(), "told once");
    } else {
        assert!(
            !missing(&mut typesetter),
            "no news of the faces in a minute"
        );
    }
}
