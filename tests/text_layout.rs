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
