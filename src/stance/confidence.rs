//! Confidence: how often a line like this one is right.
//!
//! A table of measured shares by rule and weight, raised where several
//! sentences agree and lowered where the actor was carried over. Nothing here
//! is learnt at run time.

use super::positions::Merged;
use crate::lexicon::{Column, Kind, Table};

pub(super) const TABLE: Table = Table {
    file: "src/stance/confidence.tsv",
    columns: &[
        Column::new("rule", Kind::Key),
        Column::new("one", Kind::Ascii),
        Column::new("two", Kind::Ascii),
        Column::new("three", Kind::Ascii),
    ],
    text: include_str!("confidence.tsv"),
};

/// 0..1, in hundredths.
pub(super) fn confidence(one: &Merged) -> f32 {
    let column = usize::from(one.lead.weight.clamp(1, 3));
    let base = TABLE
        .rows()
        .find(|row| row.cell(0) == one.lead.rule)
        .and_then(|row| row.cell(column).parse::<u8>().ok())
        .unwrap_or(40);
    let agreement = match one.count {
        0 | 1 => 0,
        2 => 6,
        _ => 10,
    };
    let carried = if one.lead.named { 0 } else { 8 };
    let hundredths = (base + agreement).saturating_sub(carried).min(97);
    f32::from(hundredths) / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::rules::rules;

    #[test]
    fn every_rule_has_its_shares() {
        assert_eq!(TABLE.faults(), []);
        for rule in rules() {
            assert!(
                TABLE.rows().any(|row| row.cell(0) == rule.id),
                "{}",
                rule.id
            );
        }
    }
}
