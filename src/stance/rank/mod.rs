//! Importance: which positions a card shows, in which order, which one the
//! article is mainly about, and how sure each line is.
//!
//! Every position that was found is weighed by a linear model over features
//! that tell no name and no topic; the weights are data (`rank.tsv`, made by
//! `tools/rank/`). The probability of the model is the line's confidence.

mod build;
mod features;
mod model;

use features::Scene;
pub(super) use features::Standing;
use model::Model;

use rustc_hash::FxHashMap;

use super::outline::Outline;
use super::positions::{Ground, Merged, Who};
use super::sheet::Feature;

/// A card shows no more positions than this.
const MOST: usize = 8;

/// A position with what the model makes of it.
#[derive(Clone, Debug)]
pub(super) struct Ranked {
    pub merged: Merged,
    /// The probability that it is right and worth its line.
    pub confidence: f32,
    /// Its strength as the leading one.
    pub lead: f32,
    pub features: Vec<Feature>,
}

impl Ranked {
    /// The confidence as the document states it, in hundredths.
    pub fn hundredths(&self) -> f32 {
        (self.confidence * 100.0).round() / 100.0
    }
}

/// Every position with its weight, in the order of the text.
pub(super) fn weigh(
    ground: &Ground<'_>,
    outline: &Outline,
    found: Vec<Merged>,
    standing: &dyn Fn(Who) -> Standing,
) -> Vec<Ranked> {
    let model = Model::shipped();
    let scene = Scene::new(ground, outline, &found, standing);
    let features: Vec<Vec<Feature>> = (0..found.len()).map(|at| scene.features(at)).collect();
    drop(scene);
    let weighed = found.into_iter().zip(features).map(|(merged, features)| {
        let (confidence, lead) = model.weigh(&features);
        Ranked {
            merged,
            confidence,
            lead,
            features,
        }
    });
    weighed.collect()
}

/// The positions of a card, the principal one first, the others by confidence.
pub(super) fn select(mut ranked: Vec<Ranked>) -> Vec<Ranked> {
    let (enough, alone) = Model::shipped().threshold();
    // Sorting is stable: what is equally sure stays in the text's order.
    ranked.sort_by(|left, right| right.confidence.total_cmp(&left.confidence));
    if let Some(at) = principal(&ranked) {
        let first = ranked.remove(at);
        ranked.insert(0, first);
    }
    let mut shown: Vec<Ranked> = Vec::with_capacity(MOST);
    for one in ranked {
        let needed = if shown.is_empty() { alone } else { enough };
        let mut others = shown.iter();
        let other_reading = others.any(|other| one.merged.contradicts(&other.merged));
        if one.confidence >= needed && !other_reading && shown.len() < MOST {
            shown.push(one);
        }
    }
    shown
}

/// The strongest position of the actor whose positions together are strongest.
fn principal(ranked: &[Ranked]) -> Option<usize> {
    let leads = ranked.iter().map(|one| one.lead);
    let top = leads.fold(f32::NEG_INFINITY, f32::max);
    let mut actors: FxHashMap<Who, f32> = FxHashMap::default();
    for one in ranked {
        *actors.entry(one.merged.lead.actor).or_default() += (one.lead - top).exp();
    }
    let strength = |one: &Ranked| {
        let actor = actors.get(&one.merged.lead.actor);
        (actor.copied().unwrap_or_default(), one.lead)
    };
    let mut best: Option<(usize, (f32, f32))> = None;
    for (at, one) in ranked.iter().enumerate() {
        let own = strength(one);
        if best.is_none_or(|(_, other)| own > other) {
            best = Some((at, own));
        }
    }
    best.map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_no_fault() {
        assert_eq!(model::TABLE.faults(), []);
    }
}
