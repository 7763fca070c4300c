//! What the ranker is taught with: every position that was found, shown on the
//! card or not, with its features. Only `examples/rank.rs` reads it.

use super::rank::Ranked;
use super::{Stage, Stance, card, issue, read};
use crate::article::Article;
use crate::lexicon::Lexicon;

/// One position that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub actor: String,
    pub stance: Stance,
    pub issue: String,
    /// The sentences it was found in, one after another.
    pub evidence: Vec<String>,
    /// Where the words that decided begin, in tokens; lines of one actor that
    /// share one are readings of the same words.
    pub triggers: Vec<usize>,
    pub rule: &'static str,
    pub confidence: f32,
    pub features: Vec<(&'static str, f32)>,
}

/// Every position of an article, in the order of the text.
pub fn survey(article: &Article, lexicon: &Lexicon) -> Vec<Line> {
    read(article, lexicon, |stage, found| {
        let lines = found.iter();
        lines.filter_map(|ranked| line(stage, ranked)).collect()
    })
}

fn line(stage: &Stage<'_>, ranked: &Ranked) -> Option<Line> {
    let ground = &stage.ground;
    let lead = &ranked.merged.lead;
    let matter = lead.issue.as_ref();
    let text = ground.words.reading.text;
    Some(Line {
        actor: card::actor(ground, stage.entities, lead.actor)?.name,
        stance: lead.stance,
        issue: matter
            .and_then(|tokens| issue::issue(ground, tokens))
            .map(|issue| issue.text)
            .unwrap_or_default(),
        evidence: ranked
            .merged
            .evidence
            .iter()
            .map(|one| ground.span(one.evidence.clone()).of(text).to_owned())
            .collect(),
        triggers: ranked
            .merged
            .evidence
            .iter()
            .map(|one| one.trigger.start)
            .collect(),
        rule: lead.rule,
        confidence: ranked.confidence,
        features: ranked.features.clone(),
    })
}
