//! Any string whatever can be laid out, pointed at, selected and copied.

use std::ops::Range;

use mawqif::text::pieces::pieces;
use mawqif::text::{Align, Catalogue, Cursor, Paragraph, Point, Style, Typesetter};
use proptest::prelude::*;

thread_local! {
    static TYPESETTER: std::cell::RefCell<Typesetter> =
        std::cell::RefCell::new(Typesetter::new(Catalogue::bundled_only()));
}

fn layout(text: &str, style: &Style, width: f32, scale: f32) -> std::sync::Arc<Paragraph> {
    TYPESETTER.with_borrow_mut(|typesetter| typesetter.layout(text, style, width, scale))
}

/// Letters of both directions, figures, marks, controls, emoji, line ends,
/// and any other character.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "[ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة]{1,8}",
        2 => "[a-zA-Z]{1,8}",
        2 => "[0-9٠-٩.,%()\\[\\]«»“”:؛،؟!/-]{1,5}",
        2 => "[ \\t\\n\\u{a0}]{1,3}",
        1 => "[\\u{64b}-\\u{652}\\u{670}]{1,4}",
        1 => "[\\u{200e}\\u{200f}\\u{202a}-\\u{202e}\\u{2066}-\\u{2069}\\u{61c}\\u{200c}\\u{200d}]{1,3}",
        1 => "[🙂👨👩👧\\u{200d}\\u{fe0f}🇪🇬]{1,4}",
        1 => "[שלום中文字Привет]{1,4}",
        1 => "\\PC{0,6}",
        1 => any::<String>(),
    ];
    prop::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn check(text: &str, paragraph: &Paragraph) -> Result<(), TestCaseError> {
    prop_assert!(!paragraph.lines.is_empty());
    let mut end = 0;
    for line in &paragraph.lines {
        prop_assert_eq!(line.bytes.start, end, "lines follow each other");
        prop_assert!(text.is_char_boundary(line.bytes.end));
        end = line.bytes.end;
    }
    prop_assert_eq!(end, text.len(), "lines hold the whole text");
    let mut covered: Vec<Range<usize>> = paragraph
        .clusters
        .iter()
        .map(|cluster| cluster.bytes.clone())
        .collect();
    covered.sort_by_key(|range| range.start);
    let mut end = 0;
    for range in covered {
        prop_assert_eq!(range.start, end, "clusters tile the text");
        prop_assert!(text.is_char_boundary(range.end));
        end = range.end;
    }
    prop_assert_eq!(end, text.len());
    for cluster in &paragraph.clusters {
        prop_assert!(cluster.x.is_finite() && cluster.width >= 0.0);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_byte_has_its_place(text in any_text(), width in 0.0_f32..600.0, scale in 0.5_f32..3.0) {
        let paragraph = layout(&text, &Style::reading(18.0), width, scale);
        check(&text, &paragraph)?;
    }

    #[test]
    fn hits_are_on_character_boundaries(text in any_text(), x in -50.0_f32..500.0, y in -50.0_f32..400.0) {
        let paragraph = layout(&text, &Style::interface(14.0), 240.0, 1.0);
        let cursor = paragraph.hit(Point::new(x, y));
        prop_assert!(text.is_char_boundary(cursor.byte));
        let caret = paragraph.caret(cursor);
        prop_assert!(caret.left.is_finite() && caret.bottom > caret.top);
        if let Some(byte) = paragraph.byte_under(Point::new(x, y)) {
            prop_assert!(text.is_char_boundary(byte) && byte < text.len());
        }
    }

    #[test]
    fn rectangles_lie_in_the_box(text in any_text(), a in 0_usize..200, b in 0_usize..200) {
        let paragraph = layout(&text, &Style::reading(18.0), 300.0, 1.25);
        let (a, b) = (a.min(text.len()), b.min(text.len()));
        for rect in paragraph.rects(a.min(b)..a.max(b)) {
            prop_assert!(rect.left >= 0.0 && rect.right > rect.left);
            prop_assert!(rect.top >= 0.0 && rect.bottom <= paragraph.height + 0.01);
        }
    }

    #[test]
    fn arrows_walk_through_and_come_to_an_end(text in any_text(), right in any::<bool>()) {
        let paragraph = layout(&text, &Style::interface(14.0), 200.0, 1.0);
        let onward = right != paragraph.rtl;
        let mut cursor = if onward { Cursor::before(0) } else { Cursor::after(text.len()) };
        let limit = 3 * text.chars().count() + 10;
        let mut steps = 0;
        while let Some(next) = paragraph.step(cursor, right) {
            prop_assert!(text.is_char_boundary(next.byte));
            prop_assert!(next != cursor, "a step goes somewhere");
            cursor = next;
            steps += 1;
            prop_assert!(steps <= limit, "the walk ends");
        }
    }

    #[test]
    fn elision_fits_and_never_fails(text in any_text(), width in 0.0_f32..300.0, lines in 1_usize..4) {
        let style = Style { max_lines: Some(lines), align: Align::End, ..Style::interface(13.0) };
        let paragraph = layout(&text, &style, width, 1.0);
        prop_assert!(paragraph.lines.len() <= lines);
        if width > 60.0 {
            // What cannot be broken may stand out, elided or not.
            let whole = layout(&text, &Style::interface(13.0), width, 1.0);
            prop_assert!(paragraph.width <= width.max(whole.width) + 0.5);
        }
    }

    #[test]
    fn pieces_rebuild_the_text(text in any_text(), times in 1_usize..400) {
        let text = text.repeat(times);
        let rebuilt: String = pieces(&text).into_iter().map(|piece| &text[piece]).collect();
        prop_assert_eq!(rebuilt, text);
    }
}

#[test]
fn lone_bidi_controls_are_laid_out() {
    for c in "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}\u{200e}\u{200f}\u{61c}\u{200d}\u{feff}".chars() {
        for text in [c.to_string(), format!("قال {c} AFP"), c.to_string().repeat(300)] {
            let paragraph = layout(&text, &Style::reading(18.0), 200.0, 1.0);
            check(&text, &paragraph).unwrap();
        }
    }
}

#[test]
fn ten_thousand_marks_on_one_letter_are_laid_out() {
    let text = format!("ب{}", "\u{64e}".repeat(10_000));
    let paragraph = layout(&text, &Style::reading(18.0), 400.0, 1.0);
    check(&text, &paragraph).unwrap();
    let text = format!("قبل {text} بعد");
    let paragraph = layout(&text, &Style::reading(18.0), 400.0, 1.0);
    check(&text, &paragraph).unwrap();
}

#[test]
fn a_five_megabyte_paragraph_is_laid_out_piece_by_piece() {
    let text =
        "أكد المتحدث باسم الوزارة أن 20 ألف جندي (UN) لن يرسلوا قبل وقف القتال. ".repeat(42_000);
    assert!(text.len() > 5_000_000);
    let pieces = pieces(&text);
    let middle = pieces[pieces.len() / 2].clone();
    let paragraph = layout(&text[middle.clone()], &Style::reading(18.0), 600.0, 1.0);
    check(&text[middle], &paragraph).unwrap();
    // As a label of two lines: only what two lines can show is shaped.
    let style = Style {
        max_lines: Some(2),
        ..Style::interface(14.0)
    };
    let paragraph = layout(&text, &style, 300.0, 1.0);
    assert!(paragraph.elided);
    assert_eq!(paragraph.lines.len(), 2);
    assert_eq!(paragraph.lines[1].bytes.end, text.len());
}

#[test]
fn a_text_without_arabic_is_laid_out_from_left_to_right() {
    let paragraph = layout(
        "No Arabic at all, 12.5%.",
        &Style::reading(18.0),
        400.0,
        1.0,
    );
    assert!(!paragraph.rtl);
    assert!(paragraph.clusters[0].x < 1.0);
}

#[test]
fn sizes_and_scales_out_of_reason_do_no_harm() {
    for (size, width, scale) in [
        (0.0, 100.0, 1.0),
        (14.0, f32::NAN, 1.0),
        (14.0, -5.0, 0.0),
        (1000.0, 10.0, 4.0),
        (14.0, 0.0, f32::NAN),
    ] {
        let paragraph = layout("نص text", &Style::interface(size), width, scale);
        assert!(!paragraph.lines.is_empty());
    }
}
