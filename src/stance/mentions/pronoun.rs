//! To whom "his", "her", "their" on a noun lead: "حكومته", "حزبه".

use super::before::Before;
use super::build::Builder;
use super::office::Phrase;
use super::{EntityId, Mention, MentionKind};
use crate::lexicon::Particle;
use crate::stance::ActorKind;

/// How many mentions a pronoun reaches back over.
const PRONOUN_REACH: usize = 14;

impl Builder<'_, '_> {
    /// The state to which "his", "her", "their" leads: that of the last one
    /// who speaks, else the last state named.
    pub(super) fn possessor(&self, before: &Before<'_>) -> Option<EntityId> {
        let near = || before.iter(&self.out.mentions).take(PRONOUN_REACH);
        let speaks = |mention: &&Mention| {
            matches!(
                mention.kind,
                MentionKind::Office | MentionKind::Person | MentionKind::Back
            )
        };
        // "تأكيده أمام عباس أن بلاده": not the one spoken to.
        let spoken_to = |mention: &&Mention| {
            let at = mention.tokens.start;
            let before = at.checked_sub(1).and_then(|before| self.words.get(before));
            before.is_some_and(|word| {
                word.is(Particle::PREPOSITION.or(Particle::PREPOSITION_ADVERBIAL))
            }) || self
                .hits
                .starting(at)
                .is_some_and(|hit| hit.prefix().is_some())
        };
        let free = near().filter(speaks).filter(|mention| !spoken_to(mention));
        let speaker = free
            .chain(near().filter(speaks))
            .find_map(|mention| self.state_of(mention));
        speaker.or_else(|| {
            let named = near().filter(|mention| mention.kind != MentionKind::Adjective);
            named.into_iter().find_map(|mention| self.state_of(mention))
        })
    }

    /// "حزبه", "جماعته", "نقابتها": the body for which the last one speaks who speaks
    /// for any.
    pub(super) fn own_side(&self, phrase: &Phrase, before: &Before<'_>) -> Option<EntityId> {
        let body = phrase
            .institution
            .and_then(|body| self.words.lexicon.institutions.get(body))?;
        let alone = phrase.possessed && phrase.roles.is_empty() && phrase.tokens.len() == 1;
        if !alone || !body.is_body() {
            return None;
        }
        let mut near = before.iter(&self.out.mentions).take(PRONOUN_REACH);
        near.find_map(|mention| {
            let person = matches!(mention.kind, MentionKind::Office | MentionKind::Person);
            let side = self.out.actor_of(mention.entity);
            let kind = self.out.get(side).map(|entity| entity.kind);
            (person && matches!(kind, Some(ActorKind::Organisation | ActorKind::Group)))
                .then_some(side)
        })
    }
}
