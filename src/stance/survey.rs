//! What the models are taught with: every position that was found, shown on the
//! card or not, and everything offered as a reason, each with its features.
//! Only `examples/rank.rs` and `examples/reasons.rs` read it.

use super::rank::{self, Ranked};
use super::{Pace, Stage, Stance, card, issue, read, reasons};
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
    read(Pace::Alone, article, lexicon, |stage, found| {
        let lines = found.iter();
        lines.filter_map(|ranked| line(stage, ranked)).collect()
    })
}

/// What may be a reason of one of the positions shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub text: String,
    /// Its tokens.
    pub tokens: std::ops::Range<usize>,
    /// Which of the positions shown it is for, and whose that is.
    pub position: usize,
    pub actor: String,
    pub stance: Stance,
    pub features: Vec<(&'static str, f32)>,
}

/// Everything an article offers as a reason of the positions of its card.
pub fn survey_reasons(article: &Article, lexicon: &Lexicon) -> Vec<Given> {
    read(Pace::Alone, article, lexicon, |stage, found| {
        let triggers = reasons::triggers(&found);
        let shown = rank::select(found);
        let ground = &stage.ground;
        let text = ground.words.reading.text;
        let weighed = reasons::weigh(ground, &stage.outline, &shown, &triggers);
        let given = weighed.into_iter().filter_map(|one| {
            let lead = &shown.get(one.position)?.merged.lead;
            Some(Given {
                text: issue::cut(ground, &one.part.tokens).of(text).to_owned(),
                tokens: one.part.tokens,
                position: one.position,
                actor: card::actor(ground, stage.entities, lead.actor)?.name,
                stance: lead.stance,
                features: one.features,
            })
        });
        given.collect()
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
