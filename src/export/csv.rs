//! A table with one row a position (RFC 4180, UTF-8).

use crate::stance::Briefing;

const HEADER: [&str; 12] = [
    "file",
    "actor",
    "id",
    "kind",
    "stance",
    "confidence",
    "issue",
    "conditions",
    "reasons",
    "evidence",
    "act",
    "rule",
];

/// Between the values of one cell.
const JOIN: &str = " | ";

/// The positions of these briefings, under a header if one is wanted.
pub fn csv(briefings: &[&Briefing], header: bool) -> String {
    let mut table = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let mut done = if header {
        table.write_record(HEADER)
    } else {
        Ok(())
    };
    for row in briefings.iter().flat_map(|briefing| rows(briefing)) {
        done = done.and_then(|()| table.write_record(row.map(|cell| guarded(&cell))));
    }
    // Writing to memory cannot fail, and every row has as many cells.
    let bytes = done.ok().and_then(|()| table.into_inner().ok());
    String::from_utf8(bytes.unwrap_or_default()).unwrap_or_default()
}

fn rows(briefing: &Briefing) -> impl Iterator<Item = [String; 12]> {
    briefing.positions.iter().map(|position| {
        let join = |texts: Vec<&str>| texts.join(JOIN);
        [
            briefing.document.path.clone(),
            position.actor.name.clone(),
            position.actor.id.clone().unwrap_or_default(),
            word(&position.actor.kind),
            word(&position.stance),
            format!("{:.2}", position.confidence),
            position
                .issue
                .as_ref()
                .map(|issue| issue.text.clone())
                .unwrap_or_default(),
            join(
                position
                    .conditions
                    .iter()
                    .map(|c| c.text.as_str())
                    .collect(),
            ),
            join(position.reasons.iter().map(|r| r.text.as_str()).collect()),
            join(position.evidence.iter().map(|e| e.text.as_str()).collect()),
            position.act.as_ref().map(word).unwrap_or_default(),
            position.rule.to_owned(),
        ]
    })
}

/// The word that stands for a value in the document.
fn word(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// A spreadsheet runs a cell that begins like a formula, and the words of an
/// article are anybody's; an apostrophe makes it text.
fn guarded(cell: &str) -> String {
    let first = cell.trim_start_matches([' ', '\u{A0}']).chars().next();
    if matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    ) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_that_begin_like_a_formula_are_text() {
        for cell in ["=1+1", "@sum", " +2", "-cmd", "\tx", "＝1"] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        for cell in ["قطر", "20 ألف", "", "a=b"] {
            assert_eq!(guarded(cell), cell);
        }
    }
}
