//! Reasons: what is given for a position, in the text's own words.
//!
//! What may be a reason is offered first ([`offers`]): what a marker opens, and
//! what the one who takes the position says beside it. Most reasons in news
//! have no marker: they are the assertion next to the refusal. So every offer
//! is weighed against every position it may be given for by a linear model
//! ([`features`], `reasons.tsv`, made by `tools/reasons/`) that tells no name
//! and no topic; the best that weigh enough are the reasons. A reason is
//! always its actor's own, or stands in one sentence with the position.

mod cut;
mod features;
mod marked;
mod model;
mod offers;
mod wording;

use std::ops::Range;

pub(super) use marked::{attach, unwanted};
use model::Model;
use offers::Offering;

use super::outline::Outline;
use super::positions::{Ground, Part};
use super::rank::Ranked;
use super::sheet::Feature;

/// A card gives no more reasons for one position than this.
const MOST: usize = 2;

/// By so much more a second one must weigh: most positions have one reason.
const SECOND: f32 = 0.8;

/// An offer for one of the positions shown, with its weight.
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    pub part: Part,
    /// Which of the positions shown.
    pub position: usize,
    pub weight: f32,
    pub features: Vec<Feature>,
}

/// Gives the positions of a card their reasons.
pub(super) fn give(
    ground: &Ground<'_>,
    outline: &Outline,
    shown: &mut [Ranked],
    triggers: &[usize],
) {
    let enough = Model::shipped().threshold();
    let mut all = weigh(ground, outline, shown, triggers);
    all.retain(|one| one.weight >= enough);
    // Sorting is stable: what weighs the same stays in the text's order.
    all.sort_by(|left, right| right.weight.total_cmp(&left.weight));
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut given: Vec<Vec<Part>> = vec![Vec::new(); shown.len()];
    for one in all {
        let Some(parts) = given.get_mut(one.position) else {
            continue;
        };
        let again = taken.iter().any(|other| meet(other, &one.part.tokens));
        let firm = parts.is_empty() || one.weight >= enough + SECOND;
        if !again && firm && parts.len() < MOST {
            taken.push(one.part.tokens.clone());
            parts.push(one.part);
        }
    }
    for (ranked, mut parts) in shown.iter_mut().zip(given) {
        parts.sort_by_key(|part| part.tokens.start);
        let reasons = &mut ranked.merged.lead.reasons;
        // What was read together with the position itself has no marker.
        reasons.retain(|part| part.marker.is_none());
        for part in parts {
            if !reasons.iter().any(|one| meet(&one.tokens, &part.tokens)) {
                reasons.push(part);
            }
        }
    }
}

/// Where the predicates of all positions stand, in order: what is itself a
/// position is seldom a reason.
pub(super) fn triggers(found: &[Ranked]) -> Vec<usize> {
    let mut triggers: Vec<usize> = found
        .iter()
        .flat_map(|one| one.merged.evidence.iter())
        .map(|candidate| candidate.trigger.start)
        .collect();
    triggers.sort_unstable();
    triggers
}

/// Every offer with the position it is for.
pub(super) fn weigh(
    ground: &Ground<'_>,
    outline: &Outline,
    shown: &[Ranked],
    triggers: &[usize],
) -> Vec<Weighed> {
    let offering = Offering::of(ground, outline, shown, triggers);
    let offers = offering.offers.iter().enumerate();
    let weighed = offers.filter_map(|(number, offer)| {
        let (position, features) = offering.features(number)?;
        Some(Weighed {
            part: Part {
                tokens: offer.tokens.clone(),
                marker: Some(offer.marker.clone()),
            },
            position,
            weight: Model::shipped().weigh(&features),
            features,
        })
    });
    weighed.collect()
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_no_fault() {
        assert_eq!(model::TABLE.faults(), []);
    }
}
