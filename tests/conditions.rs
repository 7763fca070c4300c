//! On what somebody makes a position depend in one invented sentence: every row
//! of `conditions.tsv` gives its conditions and no other.

use mawqif::article;
use mawqif::lexicon::Lexicon;
use mawqif::stance::analyze;

#[test]
fn each_sentence_gives_its_conditions() {
    let rows = include_str!("conditions.tsv").lines();
    let rows = rows.filter(|row| !row.starts_with('#')).skip(1);
    let mut wrong = Vec::new();
    let mut read = 0;
    for row in rows {
        let (sentence, wanted) = row.split_once('\t').unwrap();
        let article = article::from_text("row", &format!("نشرة اليوم\n{sentence}")).unwrap();
        let card = analyze(&article, Lexicon::shipped());
        // A second condition may keep the conjunction that joins it.
        let plain = |condition: &str| condition.trim_start_matches('و').to_owned();
        let conditions = card
            .positions
            .iter()
            .flat_map(|position| &position.conditions);
        let mut found: Vec<String> = conditions
            .map(|condition| plain(condition.span.of(&card.document.text)))
            .collect();
        let mut wanted: Vec<String> = match wanted {
            "-" => Vec::new(),
            conditions => conditions.split(" | ").map(plain).collect(),
        };
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
