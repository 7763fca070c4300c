//! The summary: one Arabic sentence of at most thirty words on who stands
//! where, on what, and on which condition.

use super::{Act, Position, Stance};
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

fn words(key: &str) -> &'static str {
    TABLE
        .rows()
        .find(|row| row.cell(0) == key)
        .map_or("", |row| row.cell(1))
}

/// The sentence for the principal position; `clause` tells that its issue
/// begins with a verb.
pub(super) fn summary(principal: Option<&Position>, issue: Option<&str>, clause: bool) -> String {
    let Some(position) = principal else {
        return words("none").to_owned();
    };
    let key = key(position, issue.is_some(), clause);
    let mut sentence = words(key).replace("{actor}", &position.actor.name);
    sentence = sentence.replace("{issue}", &short(issue.unwrap_or_default(), 14));
    let budget = MOST_WORDS.saturating_sub(count(&sentence));
    sentence.push_str(&tail(position, budget));
    if !sentence.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

fn key(position: &Position, issue: bool, clause: bool) -> &'static str {
    match (position.stance, issue) {
        (Stance::Support, false) => "support-alone",
        (Stance::Oppose, false) => "oppose-alone",
        (Stance::Conditional, false) => "conditional-alone",
        (Stance::Neutral, false) => "neutral-alone",
        (Stance::Conditional, true) if clause => "conditional-alone",
        (Stance::Conditional, true) => "conditional",
        (Stance::Neutral, true) => "neutral",
        (Stance::Support, true) => match (position.act, clause) {
            (Some(Act::Request), false) => "support-request",
            (Some(Act::Request), true) => "support-request-clause",
            (_, true) => "support-clause",
            _ => "support",
        },
        (Stance::Oppose, true) => match position.act {
            _ if clause => "oppose-clause",
            Some(Act::Accuse) => "oppose-accuse",
            Some(Act::Threaten) => "oppose-threaten",
            _ => "oppose",
        },
    }
}

/// The condition or the reason, as far as the words last.
fn tail(position: &Position, budget: usize) -> String {
    let conditions: Vec<&str> = position
        .conditions
        .iter()
        .map(|c| c.text.as_str())
        .collect();
    let (key, text) = match conditions.as_slice() {
        [] => match position.reasons.first() {
            Some(reason) => ("one-reason", reason.text.clone()),
            None => return String::new(),
        },
        [one] => ("one-condition", (*one).to_owned()),
        [one, two] if count(one) + count(two) + 3 <= budget => {
            ("two-conditions", format!("{one}، {two}"))
        }
        [one, ..] => (
            "two-conditions",
            format!("{}{}", short(one, 10), words("and-more")),
        ),
    };
    if budget < 5 {
        return String::new();
    }
    words(key).replace("{text}", &short(&text, budget.saturating_sub(3)))
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

    #[test]
    fn the_table_has_no_fault() {
        assert_eq!(TABLE.faults(), []);
    }

    #[test]
    fn long_texts_are_cut_at_a_word() {
        assert_eq!(short("وقف إطلاق النار", 2), "وقف إطلاق…");
        assert_eq!(short("«وقف»", 2), "وقف");
    }
}
