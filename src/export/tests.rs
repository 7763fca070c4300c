//! Copies are shown as a receiver would show them: reordered by the bidi
//! algorithm in a base direction that the copy does not choose.

use unicode_bidi::{BidiInfo, Level};

use super::direction::Direction;
use super::lines::{Line, Role};
use super::{CardLine, Markup, csv, json, lines, summary, whole};
use crate::arabic::Span;
use crate::article;
use crate::lexicon::Lexicon;
use crate::locale::Language;
use crate::stance::{
    Act, Actor, ActorKind, Briefing, Carrier, Condition, Content, Cue, CueClass, Date, Evidence,
    Figure, Issue, Position, Reason, Source, Stance, Statement, StatementType, analyze,
};

/// Invented.
const TEXT: &str = "بلدان ترهن مشاركتها بضمانات <مكتوبة>
قالت وزارة الخارجية (AZ) إنها لن ترسل 20 ألف جندي قبل ضمانات من UNICEF، وإن 12.5% من قواتها جاهزة.
وأضافت الوزارة \u{202B}أن *القرار*\u{202C} نهائي خشية تعقيد الموقف.";

fn briefing() -> Briefing {
    let article = article::from_text("/home/reader/private/news_1.txt", TEXT).unwrap();
    let text = article.text.clone();
    let span = |words: &str| {
        let start = text
            .find(words)
            .unwrap_or_else(|| panic!("{words} is not in the text"));
        Span::new(start, start + words.len())
    };
    let actor = |id: &str, name: &str| Actor {
        id: Some(id.to_owned()),
        name: name.to_owned(),
        kind: ActorKind::State,
        mentions: vec![],
    };
    let evidence = text.lines().nth(1).unwrap();
    let mut briefing = Briefing::empty(&article);
    briefing.summary = "أذربيجان (AZ): موقف مشروط من إرسال 20 ألف جندي، و12.5% جاهزة.".to_owned();
    briefing.principal = Some(0);
    briefing.positions = vec![Position {
        actor: actor("AZ", "أذربيجان"),
        stance: Stance::Conditional,
        confidence: 0.92,
        issue: Some(Issue {
            text: "20 ألف جندي".to_owned(),
            span: span("20 ألف جندي"),
        }),
        conditions: vec![Condition {
            text: "ضمانات من UNICEF".to_owned(),
            span: span("ضمانات من UNICEF"),
            marker: span("قبل"),
        }],
        reasons: vec![Reason {
            text: "تعقيد الموقف".to_owned(),
            span: span("تعقيد الموقف"),
            marker: Some(span("خشية")),
        }],
        evidence: vec![Evidence {
            text: evidence.to_owned(),
            span: span(evidence),
            triggers: vec![span("لن ترسل")],
            negated: true,
        }],
        statements: vec![0],
        act: Some(Act::Reject),
        rule: "position.test",
        reviewed: false,
    }];
    briefing.statements = vec![Statement {
        source: Source {
            span: Some(span("وزارة الخارجية (AZ)")),
            name: "وزارة الخارجية (AZ)".to_owned(),
            role: None,
            kind: ActorKind::Unnamed,
            speaks_for: Some("AZ".to_owned()),
        },
        cue: Cue {
            span: span("قالت"),
            lemma: "قال".to_owned(),
            class: CueClass::Neutral,
        },
        content: Content {
            span: span("لن ترسل 20 ألف جندي قبل ضمانات من UNICEF، وإن 12.5% من قواتها جاهزة"),
        },
        kind: StatementType::Indirect,
        carrier: Some(Carrier {
            id: None,
            name: "رويترز".to_owned(),
            span: span("قالت"),
        }),
        rule: "attribution.test",
    }];
    briefing.actors_without_position = vec![actor("QA", "قطر")];
    briefing.figures = vec![Figure {
        text: "20 ألف جندي".to_owned(),
        span: span("20 ألف جندي"),
        value: Some(20_000.0),
        unit: Some("جندي".to_owned()),
    }];
    briefing.dates = vec![Date {
        text: "قبل".to_owned(),
        span: span("قبل"),
        iso: Some("2025-11-20".to_owned()),
    }];
    briefing.carriers = vec![Carrier {
        id: None,
        name: "رويترز".to_owned(),
        span: span("قالت"),
    }];
    briefing
}

/// One line as it stands on the screen, left to right, brackets mirrored.
fn shown(line: &str, base: Level) -> String {
    let info = BidiInfo::new(line, Some(base));
    let Some(paragraph) = info.paragraphs.first() else {
        return String::new();
    };
    let levels = info.reordered_levels_per_char(paragraph, paragraph.range.clone());
    let chars: Vec<char> = line.chars().collect();
    BidiInfo::reorder_visual(&levels)
        .into_iter()
        .map(|index| match (chars[index], levels[index].is_rtl()) {
            ('(', true) => ')',
            (')', true) => '(',
            ('<', true) => '>',
            ('>', true) => '<',
            (c, _) => c,
        })
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect()
}

fn backwards(text: &str) -> String {
    text.chars().rev().collect()
}

#[test]
fn every_line_reads_the_same_in_either_base_direction() {
    let seed = analyze(&article::seed(), Lexicon::shipped());
    for (briefing, language) in [briefing(), seed]
        .iter()
        .flat_map(|one| Language::ALL.map(|l| (one, l)))
    {
        for markup in [Markup::Text, Markup::Markdown] {
            let copies = [
                whole(briefing, markup, language),
                summary(briefing, markup, language),
            ];
            for line in copies.iter().flat_map(|copy| copy.lines()) {
                // Markdown's marks stand outside: a renderer eats them.
                let line = line.trim_start_matches(['#', '-', ' ']);
                assert_eq!(
                    shown(line, Level::ltr()),
                    shown(line, Level::rtl()),
                    "{line}"
                );
            }
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_words_read_the_same_in_either_base_direction(
        text in "[ابنو٢ A-c0-9()«»%$.،:/#_\\-\u{202B}\u{2069}]{0,40}",
    ) {
        let line = Line::new(Role::Plain).words(&text);
        let copy = Markup::Text.set(&[line], Direction::Rtl);
        let line = copy.trim_end_matches('\n');
        // Spaces at the ends of a line lie outside of it (rule L1).
        let [left, right] = [Level::ltr(), Level::rtl()].map(|base| shown(line, base));
        proptest::prop_assert_eq!(left.trim(), right.trim());
    }
}

#[test]
fn numbers_and_brackets_keep_their_order() {
    let briefing = briefing();
    for language in Language::ALL {
        let copy = whole(&briefing, Markup::Text, language);
        for base in [Level::ltr(), Level::rtl()] {
            let seen: Vec<String> = copy.lines().map(|line| shown(line, base)).collect();
            let all = seen.join("\n");
            // Read from the right: twenty, then thousand.
            assert!(all.contains(&format!("{} 20", backwards("ألف"))), "{all}");
            assert!(
                all.contains(&format!("(AZ) {}", backwards("الخارجية"))),
                "{all}"
            );
            assert!(
                all.contains(&format!("12.5% {}", backwards("وإن"))),
                "{all}"
            );
            assert!(
                all.contains("UNICEF") && all.contains("(2025-11-20)"),
                "{all}"
            );
            assert!(
                all.contains("news_1.txt") && all.contains("mawqif "),
                "{all}"
            );
        }
    }
}

#[test]
fn without_its_isolates_the_copy_would_read_wrong() {
    let bare: String = whole(&briefing(), Markup::Text, Language::Arabic)
        .chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect();
    let differs = |line: &str| shown(line, Level::ltr()) != shown(line, Level::rtl());
    assert!(bare.lines().any(differs));
}

#[test]
fn every_copy_ends_with_its_provenance_and_tells_no_folder() {
    let briefing = briefing();
    for language in Language::ALL {
        for markup in [Markup::Text, Markup::Markdown, Markup::Html] {
            let one = lines(&briefing, &[CardLine::Condition(0, 0)], markup, language);
            for copy in [
                whole(&briefing, markup, language),
                summary(&briefing, markup, language),
                one,
            ] {
                let end = copy.trim_end().lines().last().unwrap();
                let escaped = end.replace('\\', "");
                assert!(
                    escaped.contains("news_1.txt") && end.contains("رويترز"),
                    "{end}"
                );
                assert!(end.contains("mawqif 0"), "{end}");
                assert!(!copy.contains("private"), "{copy}");
            }
        }
    }
}

#[test]
fn the_whole_card_says_everything() {
    let copy = whole(&briefing(), Markup::Text, Language::English);
    let said: String = copy
        .chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}'))
        .collect();
    for part in [
        "◆ Conditional position: أذربيجان (confidence 92%)",
        "• ضمانات من UNICEF",
        "• تعقيد الموقف",
        "رويترز ← وزارة الخارجية (AZ) (unnamed) ← أذربيجان",
        "وزارة الخارجية (AZ) — قالت (report, reported): لن ترسل",
        "• قطر",
        "• 20 ألف جندي",
    ] {
        assert!(said.contains(part), "{part} is not in:\n{said}");
    }
}

#[test]
fn no_message_is_missing() {
    let mut briefing = briefing();
    for language in Language::ALL {
        for _ in 0..2 {
            let copy = whole(&briefing, Markup::Text, language);
            for prefix in [
                "card-", "copy-", "stance-", "cue-", "type-", "repair-", "warning-",
            ] {
                assert!(!copy.contains(prefix), "{prefix} in {copy}");
            }
            briefing.positions.clear();
            briefing.principal = None;
        }
    }
}

#[test]
fn the_articles_own_bidi_controls_stay_out_of_copies() {
    let briefing = briefing();
    assert!(briefing.document.text.contains('\u{202B}'));
    let copy = whole(&briefing, Markup::Html, Language::Arabic);
    assert!(!copy.contains(|c| matches!(c, '\u{202A}'..='\u{202E}')));
}

#[test]
fn html_is_escaped_and_says_its_directions() {
    let copy = whole(&briefing(), Markup::Html, Language::Arabic);
    assert!(
        copy.starts_with(r#"<div dir="rtl" lang="ar" style=""#),
        "{copy}"
    );
    assert!(copy.contains("&lt;مكتوبة&gt;") && !copy.contains("<مكتوبة>"));
    assert!(copy.contains(r#"(<span dir="ltr">AZ</span>)"#));
    assert!(copy.contains(r#"<span dir="ltr">12.5%</span>"#));
    for tag in ["div", "p", "ul", "li", "span", "b"] {
        let opened =
            copy.matches(&format!("<{tag} ")).count() + copy.matches(&format!("<{tag}>")).count();
        assert_eq!(opened, copy.matches(&format!("</{tag}>")).count(), "{tag}");
    }
}

#[test]
fn markdown_is_escaped() {
    let copy = whole(&briefing(), Markup::Markdown, Language::Arabic);
    assert!(copy.contains("\\<مكتوبة\\>") && !copy.contains(" <مكتوبة>"));
    assert!(copy.contains("news\\_1.txt"));
}

#[test]
fn data_holds_no_isolates() {
    let briefing = briefing();
    for data in [json(&briefing), csv(&[&briefing], true)] {
        assert!(!data.contains(|c| matches!(c, '\u{2066}'..='\u{2069}')));
    }
}

#[test]
fn the_table_has_one_row_a_position() {
    let mut briefing = briefing();
    briefing.document.path = "=cmd.txt".to_owned();
    let table = csv(&[&briefing, &briefing], true);
    let mut reader = ::csv::Reader::from_reader(table.as_bytes());
    let header: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_owned)
        .collect();
    assert_eq!(
        header.join(","),
        "file,actor,id,kind,stance,confidence,issue,conditions,reasons,evidence,act,rule"
    );
    let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 2);
    let row: Vec<&str> = rows[0].iter().collect();
    assert_eq!(
        row[..6],
        [
            "'=cmd.txt",
            "أذربيجان",
            "AZ",
            "state",
            "conditional",
            "0.92"
        ]
    );
    assert_eq!(row[10..], ["REJECT", "position.test"]);
    assert!(table.contains("\r\n"));
}

#[test]
fn a_line_that_is_not_there_leaves_the_provenance_alone() {
    let copy = lines(
        &briefing(),
        &[CardLine::Reason(7, 0)],
        Markup::Text,
        Language::English,
    );
    assert_eq!(copy.lines().count(), 1);
}
