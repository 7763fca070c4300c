//! The registry of rules: every line of a card names one.
//!
//! What a rule says of itself (id, why, examples) is data in `rules.tsv`; what
//! it does is where its constant is used. The examples are tests: each hit
//! makes a line by this rule, each near miss makes none.

use std::sync::OnceLock;

use crate::lexicon::{Column, Kind, Table};

pub(super) const ADJECTIVE: &str = "position.adjective";
pub(super) const ATTRIBUTE: &str = "position.attribute";
pub(super) const BLAMED: &str = "position.blamed";
pub(super) const BOUND: &str = "position.bound-by-condition";
pub(super) const CONDITION: &str = "position.condition";
pub(super) const CONDITIONAL_ACT: &str = "position.conditional-act";
pub(super) const CONSEQUENCE: &str = "position.consequence";
pub(super) const EFFECT: &str = "position.effect";
pub(super) const JUDGED: &str = "position.judged";
pub(super) const LENT: &str = "position.lent";
pub(super) const NEED: &str = "position.need";
pub(super) const NISBA_NOUN: &str = "position.nisba-noun";
pub(super) const NO_NOUN: &str = "position.no-noun";
pub(super) const NOUN_OF_ACTOR: &str = "position.noun-of-actor";
pub(super) const PARTICIPLE: &str = "position.participle";
pub(super) const PHRASE: &str = "position.phrase";
pub(super) const PLEDGED_ACT: &str = "position.pledged-act";
pub(super) const PURPOSE: &str = "position.purpose";
pub(super) const REFUSED_ACT: &str = "position.refused-act";
pub(super) const REPORTED_VERB: &str = "position.reported-verb";
pub(super) const VERB: &str = "position.verb";

/// What a rule says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub id: &'static str,
    /// One line for the card.
    pub why_en: &'static str,
    pub why_ar: &'static str,
    /// Sentences in which the rule makes a line.
    pub hits: Vec<&'static str>,
    /// Sentences in which it makes none.
    pub misses: Vec<&'static str>,
}

const TABLE: Table = table("src/stance/rules.tsv", include_str!("rules.tsv"));

const COLUMNS: &[Column] = &[
    Column::new("id", Kind::Key),
    Column::new("en", Kind::Free),
    Column::new("ar", Kind::Free),
    Column::new("hits", Kind::Free),
    Column::new("misses", Kind::Free),
];

/// A table of rules.
pub(super) const fn table(file: &'static str, text: &'static str) -> Table {
    Table {
        file,
        columns: COLUMNS,
        text,
    }
}

/// All rules of a table, by id.
pub(super) fn read(table: &Table) -> Vec<Rule> {
    let rows = table.rows().map(|row| Rule {
        id: row.cell(0),
        why_en: row.cell(1),
        why_ar: row.cell(2),
        hits: row.list(3).collect(),
        misses: row.list(4).collect(),
    });
    rows.collect()
}

/// All rules of positions, by id.
pub fn rules() -> &'static [Rule] {
    static RULES: OnceLock<Vec<Rule>> = OnceLock::new();
    RULES.get_or_init(|| read(&TABLE))
}

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    let mut all = rules().iter().chain(super::attribution::rules::rules());
    all.find(|rule| rule.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article;
    use crate::lexicon::Lexicon;
    use crate::stance::survey;

    /// The rules that make a line of an article with this one sentence.
    fn found(sentence: &str) -> Vec<&'static str> {
        let article = article::from_text("example", &format!("خبر\n{sentence}")).unwrap();
        let lines = survey(&article, Lexicon::shipped());
        lines.iter().map(|line| line.rule).collect()
    }

    #[test]
    fn the_registry_has_no_fault() {
        assert_eq!(TABLE.faults(), []);
        for rule in rules() {
            assert!(
                !rule.why_en.is_empty() && !rule.why_ar.is_empty(),
                "{}",
                rule.id
            );
            assert!(
                !rule.hits.is_empty() && !rule.misses.is_empty(),
                "{}",
                rule.id
            );
        }
    }

    #[test]
    fn every_example_is_hit_and_every_near_miss_missed() {
        let mut wrong = Vec::new();
        for rule in rules() {
            for hit in &rule.hits {
                let rules = found(hit);
                if !rules.contains(&rule.id) {
                    wrong.push(format!("{} does not see: {hit} ({rules:?})", rule.id));
                }
            }
            for miss in &rule.misses {
                if found(miss).contains(&rule.id) {
                    wrong.push(format!("{} sees: {miss}", rule.id));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
