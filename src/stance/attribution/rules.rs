//! The rules of attribution: what each says of itself, and sentences that prove
//! it. What a rule does is where its id is given.

use std::sync::OnceLock;

use crate::lexicon::Table;
use crate::stance::rules::{self, Rule};

pub(super) const CONTENT_FIRST: &str = "attribution.content-first";
pub(super) const DOCUMENT: &str = "attribution.document";
pub(super) const HIDDEN_SUBJECT: &str = "attribution.hidden-subject";
pub(super) const PARTICIPLE: &str = "attribution.participle";
pub(super) const PREPOSITION: &str = "attribution.preposition";
pub(super) const RELATIVE: &str = "attribution.relative";
pub(super) const RELAYED: &str = "attribution.relayed";
pub(super) const SUBJECT_FIRST: &str = "attribution.subject-first";
pub(super) const TURN_OF_TALK: &str = "attribution.turn-of-talk";
pub(super) const VERB_SUBJECT_CLAUSE: &str = "attribution.verb-subject-clause";
pub(super) const VERB_SUBJECT_OBJECT: &str = "attribution.verb-subject-object";
pub(super) const VERB_SUBJECT_QUOTATION: &str = "attribution.verb-subject-quotation";
pub(super) const VERBAL_NOUN: &str = "attribution.verbal-noun";

pub(super) const TABLE: Table = rules::table(
    "src/stance/attribution/rules.tsv",
    include_str!("rules.tsv"),
);

/// All rules of attribution, by id.
pub fn rules() -> &'static [Rule] {
    static RULES: OnceLock<Vec<Rule>> = OnceLock::new();
    RULES.get_or_init(|| rules::read(&TABLE))
}
