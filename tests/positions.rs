//! Who takes which stance in one invented sentence: every construction of
//! `positions.tsv`, and sentences in which nobody takes any.

use mawqif::article;
use mawqif::lexicon::Lexicon;
use mawqif::stance::{Briefing, Stance, analyze};

fn card(sentence: &str) -> Briefing {
    let article = article::from_text("sentence", &format!("نشرة اليوم\n{sentence}")).unwrap();
    analyze(&article, Lexicon::shipped())
}

fn stance(name: &str) -> Stance {
    match name {
        "support" => Stance::Support,
        "oppose" => Stance::Oppose,
        "conditional" => Stance::Conditional,
        "neutral" => Stance::Neutral,
        other => panic!("{other} is no stance"),
    }
}

#[test]
fn each_sentence_gives_its_actors_their_stances() {
    let rows = include_str!("positions.tsv").lines();
    let rows = rows.filter(|row| !row.starts_with('#')).skip(1);
    let mut wrong = Vec::new();
    let mut read = 0;
    for row in rows {
        let (sentence, wanted) = row.split_once('\t').unwrap();
        let positions = card(sentence).positions;
        read += 1;
        let found = |wanted: &str| {
            let (actor, name) = wanted.split_once(": ").unwrap();
            let stance = stance(name);
            let mut lines = positions.iter();
            lines.any(|line| line.actor.name == actor && line.stance == stance)
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
