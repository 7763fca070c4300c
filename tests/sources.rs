//! Who is told to say what in invented sentences and short paragraphs:
//! every row of `sources.tsv` gives all its relations and no other.

mod table;

use mawqif::stance::{Briefing, Statement};
use table::{card, parts, rows};

/// Without the marks at the edges, which are nobody's words.
fn bare(words: &str) -> &str {
    words.trim_matches([' ', '«', '»', '"', '“', '”', '؟', '!', '.', '،'])
}

/// As the table writes it: its beginning and its end around three dots, or whole.
fn is_content(found: &str, wanted: &str) -> bool {
    match wanted.split_once('…') {
        Some((start, end)) => {
            bare(found).starts_with(bare(start)) && bare(found).ends_with(bare(end))
        }
        None => bare(found) == bare(wanted),
    }
}

/// The source as it stands; in brackets whoever is meant where none stands.
fn is_source(card: &Briefing, statement: &Statement, wanted: &str) -> bool {
    let source = &statement.source;
    let meant = wanted
        .strip_prefix('(')
        .and_then(|meant| meant.strip_suffix(')'));
    match (source.span, meant) {
        (None, Some(meant)) => {
            !source.name.is_empty() && (source.name.contains(meant) || meant.contains(&source.name))
        }
        (None, None) => wanted == "-" && source.name.is_empty(),
        (Some(_), Some(_)) => false,
        (Some(span), None) => span.of(&card.document.text) == wanted,
    }
}

#[test]
fn each_row_gives_its_relations() {
    let mut wrong = Vec::new();
    let mut read = 0;
    for (text, wanted) in rows(include_str!("sources.tsv")) {
        let card = card(&text.replace(" ¶ ", "\n"));
        let all = card.document.text.as_str();
        let wanted = parts(wanted);
        read += 1;
        let found = |wanted: &&str| {
            let parts: Vec<&str> = wanted.split(" / ").collect();
            let [source, cue, content] = parts[..] else {
                return false;
            };
            card.statements.iter().any(|statement| {
                let told = statement.cue.span.of(all);
                (told == cue || cue.contains(told) || told.contains(cue))
                    && is_content(statement.content.span.of(all), content)
                    && is_source(&card, statement, source)
            })
        };
        if wanted.len() != card.statements.len() || !wanted.iter().all(found) {
            let told = card.statements.iter().map(|statement| {
                let standing = statement.source.span.map_or("", |span| span.of(all));
                format!(
                    "{standing} ({}) / {} / {}",
                    statement.source.name,
                    statement.cue.span.of(all),
                    statement.content.span.of(all)
                )
            });
            let told: Vec<String> = told.collect();
            wrong.push(format!("{text}\n    {}", told.join("\n    ")));
        }
    }
    assert!(read >= 150);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
