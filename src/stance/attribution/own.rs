//! Words about oneself are no second relation: where a minister says that his
//! country welcomes the plan, the country is the minister's own side, and who
//! says that he had told his peer tells it himself.
//!
//! Names for what is told ("what he called") stay: the teller marks them as the
//! speaker's.

use super::relations::Relation;
use super::rules;
use super::scene::Scene;
use crate::stance::ActorKind;
use crate::stance::mentions::{Entities, EntityId};

/// Leaves out the relations inside another's content that have the same side
/// as source.
pub(super) fn leave_out(scene: &Scene<'_>, entities: &Entities, relations: &mut Vec<Relation>) {
    let own: Vec<bool> = relations
        .iter()
        .map(|inner| {
            inner.nested
                && !matches!(inner.rule, rules::RELATIVE | rules::PARTICIPLE)
                && inner.rule != rules::PREPOSITION
                && around(relations, inner)
                    .is_some_and(|outer| is_own(scene, entities, outer, inner))
        })
        .collect();
    let mut own = own.into_iter();
    relations.retain(|_| !own.next().unwrap_or_default());
}

/// The innermost relation in whose content another stands.
fn around<'r>(relations: &'r [Relation], inner: &Relation) -> Option<&'r Relation> {
    let holds = |outer: &&Relation| {
        outer.cue.start < inner.cue.start && outer.content.contains(&inner.cue.start)
    };
    relations.iter().rev().find(holds)
}

fn is_own(scene: &Scene<'_>, entities: &Entities, outer: &Relation, inner: &Relation) -> bool {
    let Some(source) = &inner.source else {
        let named = scene.is_named_for(inner.cue.start);
        let same = inner.meant.is_none() || inner.meant == outer.meant;
        return !named && (same || scene.opens_with_pronoun(inner.cue.start, outer.content.start));
    };
    if inner.past || source.len() > 2 {
        return false;
    }
    // "بلاده ترحب": whoever speaks.
    if source.len() == 1 && scene.word(source.start).split.pronoun.is_some() {
        return true;
    }
    let entity = |relation: &Relation| -> Option<EntityId> {
        entities.resolve(relation.meant.clone()?)?.entity
    };
    let (Some(own), Some(speaker)) = (entity(inner), entity(outer)) else {
        return false;
    };
    let person = entities
        .get(own)
        .is_some_and(|entity| entity.kind == ActorKind::Person);
    !person && entities.actor_of(own) == entities.actor_of(speaker)
}
