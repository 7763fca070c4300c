//! On what somebody makes a position depend in one invented sentence: every row
//! of `conditions.tsv` gives its conditions and no other.

mod table;

use table::{card, parts, rows};

#[test]
fn each_sentence_gives_its_conditions() {
    let mut wrong = Vec::new();
    let mut read = 0;
    for (sentence, wanted) in rows(include_str!("conditions.tsv")) {
        let card = card(sentence);
        // A second condition may keep the conjunction that joins it.
        let plain = |condition: &str| condition.trim_start_matches('و').to_owned();
        let conditions = card
            .positions
            .iter()
            .flat_map(|position| &position.conditions);
        let mut found: Vec<String> = conditions
            .map(|condition| plain(condition.span.of(&card.document.text)))
            .collect();
        let mut wanted: Vec<String> = parts(wanted).into_iter().map(plain).collect();
        found.sort();
        wanted.sort();
        read += 1;
        if found != wanted {
            wrong.push(format!("{sentence}: {found:?}"));
        }
    }
    assert!(read >= 94);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
