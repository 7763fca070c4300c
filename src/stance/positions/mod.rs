//! Positions: who stands where, on what.
//!
//! Candidates are read off predicates one by one ([`extract`]), conditions and
//! reasons are hung on them, and what is the same actor, stance and matter
//! becomes one position. A candidate always has an actor and the words that
//! prove it; where either is missing there is no candidate.

mod argument;
mod company;
mod extent;
mod extract;
mod ground;
mod merge;
mod polarity;
mod subject;

use std::ops::Range;

use rustc_hash::FxHashSet;

pub(super) use ground::{ActorAt, Ground, Said, Who};
pub(super) use merge::{HEADLINE, LEDE, Merged, content, merge, overlap, same_conditions};

use super::briefing::{Act, Stance};
use crate::lexicon::PredicateId;

/// A stretch that somebody takes for a condition or a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub tokens: Range<usize>,
    pub marker: Option<Range<usize>>,
}

/// One position read off one predicate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    pub actor: Who,
    pub stance: Stance,
    pub act: Option<Act>,
    /// 1 a hint … 3 a stance whoever says it; 0 is dropped.
    pub weight: u8,
    /// None where the clause's own verb is it.
    pub predicate: Option<PredicateId>,
    /// The words of the predicate.
    pub trigger: Range<usize>,
    pub issue: Option<Range<usize>>,
    pub evidence: Range<usize>,
    pub negated: bool,
    pub statement: Option<usize>,
    pub conditions: Vec<Part>,
    pub reasons: Vec<Part>,
    pub rule: &'static str,
    /// The subject stands beside the predicate or is the statement's source.
    pub named: bool,
}

/// All candidates of a text, in its order.
pub(super) fn candidates(ground: &Ground<'_>) -> Vec<Candidate> {
    let mut found = extract::candidates(ground);
    named_in_full(ground, &mut found);
    let plain = found.clone();
    super::conditions::attach(ground, &mut found);
    named_in_full(ground, &mut found);
    super::reasons::attach(ground, &mut found);
    super::reasons::unwanted(&mut found);
    unconditional(&mut found, plain);
    found.retain(|candidate| candidate.weight > 0);
    found
}

/// "شيوخ الواحات" in the headline is "مجلس شيوخ قبائل الواحات" in the lede: whoever
/// has all words of a name that nothing else tells.
fn named_in_full(ground: &Ground<'_>, found: &mut [Candidate]) {
    let headline = ground.sentence(0).end;
    let stems = |tokens: Range<usize>| -> FxHashSet<&str> {
        let nouns = tokens.filter(|&at| ground.is_nominal(at));
        nouns.map(|at| ground.words.stem(at)).collect()
    };
    let short: Vec<(usize, FxHashSet<&str>)> = found
        .iter()
        .enumerate()
        .take_while(|(_, one)| one.trigger.start < headline)
        .filter_map(|(at, one)| match one.actor {
            Who::Words(start, end) => Some((at, stems(start..end))),
            _ => None,
        })
        .filter(|(_, words)| words.len() > 1)
        .collect();
    if short.is_empty() {
        return;
    }
    let below = found
        .iter()
        .skip_while(|one| one.trigger.start < headline)
        .take_while(|one| one.trigger.start < LEDE);
    let full: Vec<(Who, FxHashSet<&str>)> = below
        .map(|one| one.actor)
        .flat_map(|who| {
            let own = match who {
                Who::Words(start, end) => Some(start..end),
                _ => None,
            };
            let named = ground
                .actors
                .iter()
                .filter(move |actor| actor.entity == who);
            let named = named.map(|actor| actor.tokens.clone()).take(8);
            own.into_iter()
                .chain(named)
                .map(move |tokens| (who, tokens))
        })
        .map(|(who, tokens)| (who, stems(tokens)))
        .collect();
    for (at, words) in short {
        let same = full.iter().find(|(_, full)| words.is_subset(full));
        if let (Some((who, _)), Some(one)) = (same, found.get_mut(at)) {
            one.actor = *who;
        }
    }
}

/// A condition that hangs on a position may belong to something else in its
/// sentence: the position is kept as it was beside what the condition made of
/// it, and the ranking decides between the two.
fn unconditional(found: &mut Vec<Candidate>, plain: Vec<Candidate>) {
    let mut plain = plain.into_iter().peekable();
    let mut twins = Vec::new();
    for candidate in found.iter() {
        let mut own = None;
        while let Some(one) = plain.next_if(|one| one.trigger.start <= candidate.trigger.start) {
            if one.trigger == candidate.trigger && one.actor == candidate.actor {
                own = Some(one);
                break;
            }
        }
        twins.extend(own.filter(|own| {
            candidate.stance == Stance::Conditional && own.stance != Stance::Conditional
        }));
    }
    found.extend(twins);
    // Sorting is stable: the conditional one goes before.
    found.sort_by_key(|candidate| candidate.trigger.start);
}
