//! The summary: one Arabic sentence of at most thirty words on who stands
//! where, on what, and on which condition.

use super::wording::{Build, Phrase};
use super::{Act, Stance};
use crate::lexicon::{Column, Kind, Table};

const MOST_WORDS: usize = 30;

pub(super) const TABLE: Table = Table {
    file: "src/stance/summary.tsv",
    columns: &[
        Column::new("key", Kind::Key),
        Column::new("words", Kind::Free),
    ],
    text: include_str!("summary.tsv"),
};

pub(super) fn words(key: &str) -> &'static str {
    TABLE
        .rows()
        .find(|row| row.cell(0) == key)
        .map_or("", |row| row.cell(1))
}

/// What the sentence is about: the principal position, with its words as they
/// go into a sentence.
pub(super) struct Told<'b> {
    pub actor: &'b str,
    pub stance: Stance,
    pub act: Option<Act>,
    pub issue: Option<Phrase>,
    pub conditions: Vec<Phrase>,
    pub reason: Option<Phrase>,
}

/// The sentence for the principal position.
pub(super) fn summary(principal: Option<&Told<'_>>) -> String {
    let Some(told) = principal else {
        return words("none").to_owned();
    };
    let mut sentence = words(key(told)).replace("{actor}", &short(told.actor, 10));
    if let Some(issue) = &told.issue {
        sentence = sentence.replace("{issue}", &short(&issue.text, 14));
    }
    let budget = MOST_WORDS.saturating_sub(count(&sentence));
    sentence.push_str(&tail(told, budget));
    if !sentence.ends_with(['.', '…']) {
        sentence.push('.');
    }
    sentence
}

fn key(told: &Told<'_>) -> &'static str {
    let build = told.issue.as_ref().map(|issue| issue.build);
    match (told.stance, build) {
        (Stance::Support, None) => "support-alone",
        (Stance::Oppose, None) => "oppose-alone",
        (Stance::Conditional, None) => "conditional-alone",
        (Stance::Neutral, None) => "neutral-alone",
        (Stance::Support, Some(Build::Noun)) if told.act == Some(Act::Request) => "support-request",
        (Stance::Support, Some(Build::Imperfect)) if told.act == Some(Act::Request) => {
            "support-request-clause"
        }
        (Stance::Oppose, Some(Build::Noun)) => match told.act {
            Some(Act::Accuse) => "oppose-accuse",
            Some(Act::Threaten) => "oppose-threaten",
            _ => "oppose",
        },
        (Stance::Support, Some(Build::Noun)) => "support",
        (Stance::Conditional, Some(Build::Noun)) => "conditional",
        (Stance::Neutral, Some(Build::Noun)) => "neutral",
        (Stance::Support, Some(_)) => "support-quoted",
        (Stance::Oppose, Some(_)) => "oppose-quoted",
        (Stance::Conditional, Some(_)) => "conditional-quoted",
        (Stance::Neutral, Some(_)) => "neutral-quoted",
    }
}

/// The conditions or the reason, as far as the words last.
fn tail(told: &Told<'_>, budget: usize) -> String {
    if budget < 5 {
        return String::new();
    }
    let room = budget.saturating_sub(2);
    let (key, text) = match told.conditions.as_slice() {
        [] => match &told.reason {
            Some(reason) => ("one-reason", marked(reason, room)),
            None => return String::new(),
        },
        [one] => ("one-condition", depends(one, room)),
        [one, two] if count(&one.text) + count(&two.text) + 3 <= room => {
            let (one, two) = (depends(one, room), depends(two, room));
            ("two-conditions", format!("{one}، {two}"))
        }
        [one, ..] => {
            let more = words("and-more");
            let room = room.saturating_sub(count(more));
            ("two-conditions", format!("{}{more}", depends(one, room)))
        }
    };
    words(key).replace("{text}", &text)
}

/// A condition behind its label: a clause needs what leads it.
fn depends(condition: &Phrase, most: usize) -> String {
    let lead = match condition.build {
        Build::Noun | Build::Quoted => return marked(condition, most),
        Build::Imperfect => words("that"),
        Build::Perfect => words("if"),
    };
    format!("{lead} {}", short(&condition.text, most.saturating_sub(1)))
}

/// What can stand nowhere else stands within marks.
fn marked(phrase: &Phrase, most: usize) -> String {
    let text = short(&phrase.text, most);
    match phrase.build {
        Build::Quoted => format!("«{text}»"),
        _ => text,
    }
}

fn count(text: &str) -> usize {
    text.split_whitespace().count()
}

/// The first words of a text, with an ellipsis where it was longer, and no
/// quotation mark left open.
fn short(text: &str, most: usize) -> String {
    let mut cut: String = text
        .split_whitespace()
        .take(most)
        .collect::<Vec<_>>()
        .join(" ");
    if count(text) > most {
        cut.push('…');
    }
    cut.retain(|c| !matches!(c, '"' | '“' | '”' | '«' | '»'));
    cut.trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::lexicon::Lexicon;
    use crate::stance::analyze;

    fn told(headline: &str, lede: &str) -> String {
        let article = article::from_text("example", &format!("{headline}\n{lede}")).unwrap();
        let summary = analyze(&article, Lexicon::shipped()).summary;
        assert!(count(&summary) <= MOST_WORDS, "{summary}");
        summary
    }

    #[test]
    fn the_table_has_no_fault() {
        assert_eq!(TABLE.faults(), []);
    }

    #[test]
    fn long_texts_are_cut_at_a_word() {
        assert_eq!(short("وقف إطلاق النار", 2), "وقف إطلاق…");
        assert_eq!(short("«وقف»", 2), "وقف");
    }

    #[test]
    fn each_stance_has_its_sentence() {
        let cases = [
            (
                "إسبانيا ترفض تمديد المهلة",
                "رفضت إسبانيا تمديد المهلة.",
                "إسبانيا: رفض تمديد المهلة.",
            ),
            (
                "سكان المدينة يرحبون بالاتفاق النووي الجديد",
                "عقد السكان جلسة.",
                "سكان المدينة: تأييد الاتفاق النووي الجديد.",
            ),
            (
                "بلجيكا تدعو إلى هدنة إنسانية",
                "دعت بلجيكا إلى هدنة إنسانية.",
                "بلجيكا: دعوة إلى هدنة إنسانية.",
            ),
            (
                "اليابان تدرس المشاركة في القوة الدولية",
                "قالت اليابان إنها تدرس المشاركة في القوة الدولية.",
                "اليابان: حياد إزاء المشاركة في القوة الدولية.",
            ),
            (
                "وصول الوفد",
                "وصل الوفد إلى بغداد.",
                "لا مواقف معلنة في النص.",
            ),
        ];
        for (headline, lede, summary) in cases {
            assert_eq!(told(headline, lede), summary);
        }
    }

    #[test]
    fn conditions_follow_as_nouns_or_clauses() {
        assert_eq!(
            told(
                "الأردن مستعد للمشاركة في المؤتمر بشرط رفع القيود عن المعابر",
                "قال وزير الخارجية الأردني إن بلاده مستعدة للمشاركة في المؤتمر بشرط رفع القيود عن المعابر."
            ),
            "الأردن: موقف مشروط من المشاركة في المؤتمر. الشرط: رفع القيود عن المعابر."
        );
        let summary = told(
            "تركيا تهدد بالرد على الهجوم",
            "هددت تركيا بالرد على الهجوم إذا تعرضت قواتها لقصف جديد.",
        );
        assert!(
            summary.ends_with("الشرط: إذا تعرضت قواتها لقصف جديد."),
            "{summary}"
        );
    }

    #[test]
    fn words_of_the_text_lose_the_case_and_the_preposition_they_had() {
        let summary = told(
            "باريس ترفض اقتراحا مماثلا لروما",
            "رفضت باريس اقتراحا مماثلا.",
        );
        assert!(summary.contains("رفض اقتراح مماثل"), "{summary}");
        let summary = told(
            "كندا مستعدة للمشاركة في المؤتمر",
            "قالت كندا إنها مستعدة للمشاركة في المؤتمر.",
        );
        assert!(summary.contains("تأييد المشاركة في المؤتمر"), "{summary}");
    }
}
