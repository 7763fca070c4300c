//! What holds of the briefing of any text whatever.

use std::fmt::Write as _;

use mawqif::article;
use mawqif::lexicon::Lexicon;
use mawqif::stance::{Briefing, Stance, analyze, rule};
use proptest::prelude::*;

/// The words out of which sentences are strung: names, stances, markers,
/// negations, quotation marks, in no order that makes sense.
const WORDS: &str = "قال أكد رفضت تدعم لن لا لم إلا بعد إذا بشرط أن إن أنه الوزير موسكو روسيا \
    بلاده القرار المفاوضات دعم رفض لرفض بسبب لأن وقف ، . : « » \" ؟ و في على من إلى مرهونة بوقف \
    أعربت عن قلقها ضرورة غير مقبول يجب ما لم قبل هدد بـ التي الذي كان قد مشددا على 20 ألف جندي";

fn briefing(text: &str) -> Option<Briefing> {
    let article = article::from_text("any", text).ok()?;
    Some(analyze(&article, Lexicon::shipped()))
}

fn check(card: &Briefing) {
    let text = &card.document.text;
    assert!(card.positions.len() <= 8);
    assert_eq!(card.principal.is_some(), !card.positions.is_empty());
    assert!(
        card.summary.split_whitespace().count() <= 30,
        "{}",
        card.summary
    );
    if let Some(issue) = &card.issue {
        assert_eq!(issue.span.of(text), issue.text);
    }
    for position in &card.positions {
        let conditional = position.stance == Stance::Conditional;
        assert_eq!(conditional, !position.conditions.is_empty());
        assert!(!position.actor.name.is_empty());
        assert!((0.0..=1.0).contains(&position.confidence));
        assert!(rule(position.rule).is_some(), "{}", position.rule);
        assert!(!position.evidence.is_empty());
        for evidence in &position.evidence {
            assert_eq!(evidence.span.of(text), evidence.text);
            assert!(!evidence.text.is_empty());
        }
        for condition in &position.conditions {
            assert_eq!(condition.span.of(text), condition.text);
        }
        for reason in &position.reasons {
            assert_eq!(reason.span.of(text), reason.text);
        }
        if let Some(issue) = &position.issue {
            assert_eq!(issue.span.of(text), issue.text);
        }
        for &statement in &position.statements {
            assert!(statement < card.statements.len());
        }
    }
}

fn strung() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> = WORDS.split_whitespace().collect();
    let word = proptest::sample::select(words);
    proptest::collection::vec((word, proptest::bool::weighted(0.04)), 0..120).prop_map(|words| {
        words
            .into_iter()
            .fold(String::new(), |mut text, (word, ends)| {
                let _ = write!(text, "{word}{}", if ends { "\n" } else { " " });
                text
            })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn any_string_gives_a_briefing(text in "(?s).{0,300}") {
        if let Some(card) = briefing(&text) {
            check(&card);
        }
    }

    #[test]
    fn any_string_of_words_gives_a_true_briefing(text in strung()) {
        if let Some(card) = briefing(&text) {
            check(&card);
            let again = briefing(&text).map(|card| serde_json::to_string(&card.in_scalars()).unwrap());
            prop_assert_eq!(again, serde_json::to_string(&card.in_scalars()).ok());
        }
    }
}

/// Without optimisation a megabyte takes too long for a test one runs often.
const SIZE: usize = if cfg!(debug_assertions) {
    128 << 10
} else {
    5 << 20
};

#[test]
fn a_paragraph_of_megabytes_is_read_to_its_end() {
    let sentence = "وقال وزير الخارجية الروسي إن بلاده ترفض القرار إلا بعد وقف القتال، مشددا على \
        ضرورة الحوار بسبب الحرب، وأضاف أن موسكو تدعم الحل السياسي ";
    let text = format!("عنوان\n{}", sentence.repeat(SIZE / sentence.len()));
    let card = briefing(&text).expect("an article");
    check(&card);
    assert!(card.statements.len() > SIZE / 1024);
}
