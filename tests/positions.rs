//! Who takes which stance in one invented sentence: every construction of
//! `positions.tsv`, and sentences in which nobody takes any.

mod table;

use mawqif::stance::Stance;
use table::{card, parts, rows};

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
    let mut wrong = Vec::new();
    let mut read = 0;
    for (sentence, wanted) in rows(include_str!("positions.tsv")) {
        let positions = card(sentence).positions;
        read += 1;
        let found = |wanted: &&str| {
            let (actor, stance) = wanted.split_once(": ").unwrap_or((*wanted, ""));
            let mut lines = positions.iter();
            lines.any(|line| line.actor.name == actor && name(line.stance) == stance)
        };
        let wanted = parts(wanted);
        let right = wanted.iter().all(found) && (!wanted.is_empty() || positions.is_empty());
        if !right {
            let lines = positions.iter().map(|line| (&line.actor.name, line.stance));
            wrong.push(format!("{sentence}: {:?}", lines.collect::<Vec<_>>()));
        }
    }
    assert!(read >= 140);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
