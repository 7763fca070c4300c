//! Who takes which stance in one invented sentence: every construction of
//! `positions.tsv`, and sentences in which nobody takes any.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use mawqif::article;
use mawqif::lexicon::Lexicon;
use mawqif::stance::{Briefing, Stance, analyze};

fn card(sentence: &str) -> Briefing {
    let article = article::from_text("sentence", &format!("نشرة اليوم\n{sentence}")).unwrap();
    analyze(&article, Lexicon::shipped())
}

/// The name of a stance in the table.
const fn name(stance: Stance) -> &'static str {
    match stance {
        Stance::Support => "support",
        Stance::Oppose => "oppose",
        Stance::Conditional => "conditional",
        Stance::Neutral => "neutral",
    }
}

#[test]
fn each_sentence_gives_its_actors_their_stances() {
    let rows = include_str!("positions.tsv").lines();
    let rows = rows.filter(|row| !row.starts_with('#')).skip(1);
    let mut wrong = Vec::new();
    let mut read = 0;
    for row in rows {
        let (sentence, wanted) = row.split_once('\t').unwrap_or((row, "-"));
        let positions = card(sentence).positions;
        read += 1;
        let found = |wanted: &str| {
            let (actor, stance) = wanted.split_once(": ").unwrap_or((wanted, ""));
            let mut lines = positions.iter();
            lines.any(|line| line.actor.name == actor && name(line.stance) == stance)
        };
        let right = if wanted == "-" {
            positions.is_empty()
        } else {
            wanted.split(" | ").all(found)
        };
        if !right {
            let lines = positions.iter().map(|line| (&line.actor.name, line.stance));
            wrong.push(format!("{sentence}: {:?}", lines.collect::<Vec<_>>()));
        }
    }
    assert!(read >= 140);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
