//! Scope: what negation, restriction and time make of a predicate.
//!
//! The flips are those of scope in the literature on negation in sentiment
//! (Morante and Blanco, 2012) cut down to what news does: negated support is
//! opposition, negated opposition at most tolerance, a negated past (لم) says
//! less than a negated future (لن), and a restriction (لا … إلا) takes the
//! negation back for what follows it.

use std::ops::Range;

use super::ground::Ground;
use crate::arabic::TokenKind;
use crate::lexicon::{Attitude, MarkerKind, MarkerScope, Particle};
use crate::stance::Stance;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Scope {
    pub negation: Option<usize>,
    /// The negation is of what was: لم.
    pub past_negation: bool,
    /// The first word of what a restriction leaves over: لا … إلا.
    pub restriction: Option<usize>,
    /// قد, ربما, يمكن.
    pub modal: bool,
    /// كان قد, سابقا.
    pub past: bool,
}

impl Ground<'_> {
    /// What stands round a predicate.
    pub(super) fn scope(&self, predicate: &Range<usize>, finite: bool) -> Scope {
        let clause = self.clause(predicate.start);
        let mut scope = Scope::default();
        let mut at = predicate.start;
        let mut steps = 0;
        while at > clause.start && steps < if finite { 3 } else { 5 } {
            at -= 1;
            steps += 1;
            if let Some(negation) = self.senses.marker_of(at, MarkerKind::Negation) {
                let adjacent = negation.tokens.end == predicate.start;
                // "غير مسؤولة وخطيرة": only the first of the two is denied.
                let joined = self
                    .words
                    .get(predicate.start)
                    .is_some_and(|w| w.conjoined());
                if !finite && !negation.clause && !adjacent && joined {
                    break;
                }
                if adjacent || !finite || self.only_particles(negation.tokens.end..predicate.start)
                {
                    scope.negation = Some(at);
                    scope.past_negation = negation.scope == MarkerScope::Weak;
                    break;
                }
            }
            let other_verb = self.senses.finite(at).is_some() && !self.is(at, Particle::COPULA);
            if other_verb || matches!(self.kind(at), Some(TokenKind::Comma | TokenKind::Stop)) {
                break;
            }
            if self.has_marker(at, MarkerKind::Modality) {
                scope.modal = true;
            }
            if self.is(at, Particle::COPULA) {
                scope.past = true;
            }
        }
        if scope.negation.is_some() {
            scope.restriction = self.restriction(predicate.end, clause.end);
        }
        scope.past |= self
            .senses
            .markers(&clause)
            .iter()
            .any(|marker| marker.kind == MarkerKind::Past);
        scope
    }

    fn only_particles(&self, mut between: Range<usize>) -> bool {
        between.all(|at| {
            self.is(
                at,
                Particle::VERBAL.or(Particle::ADVERB).or(Particle::COPULA),
            )
        })
    }

    /// Where a restriction leaves something over in the clause, unless it
    /// opens a condition or a contrast.
    fn restriction(&self, from: usize, end: usize) -> Option<usize> {
        let tokens = from..end.min(from + 12);
        let marker = self
            .senses
            .markers(&tokens)
            .iter()
            .find(|marker| marker.kind == MarkerKind::Restriction)?;
        Some(marker.tokens.end)
    }
}

/// What a predicate comes to in its scope: the stance, and by how much its
/// weight falls. None where it says nothing any more.
pub(super) fn turned(attitude: Attitude, scope: &Scope, request: bool) -> Option<(Stance, u8)> {
    let negated = scope.negation.is_some() && scope.restriction.is_none();
    let fall = u8::from(scope.modal) + u8::from(scope.past);
    Some(match (attitude, negated) {
        (Attitude::Support | Attitude::Gives, false) => (Stance::Support, fall),
        (Attitude::Excludes, true) => (Stance::Neutral, fall),
        (Attitude::Minds | Attitude::Wavers, true) => (Stance::Support, fall),
        (Attitude::Tolerates, true) => (Stance::Oppose, fall + u8::from(scope.past_negation)),
        (Attitude::Settles, true) => (Stance::Neutral, fall),
        (attitude, false) if attitude.opposes() => (Stance::Oppose, fall),
        (Attitude::Neutral | Attitude::Wavers, false) => (Stance::Neutral, fall),
        (Attitude::Neutral, true) if scope.past_negation => return None,
        (Attitude::Neutral, true) => (Stance::Oppose, fall + 1),
        (Attitude::Support, true) if scope.past_negation && request => return None,
        (Attitude::Support | Attitude::Gives, true) => {
            (Stance::Oppose, fall + u8::from(scope.past_negation))
        }
        // "لم يرفض": left open.
        (Attitude::Oppose, true) if scope.past_negation => (Stance::Neutral, fall + 1),
        (Attitude::Oppose, true) => (Stance::Support, fall + 1),
        _ => return None,
    })
}
