//! Where a reason begins and ends: behind its marker, with its clause, without
//! the marks and joints at its ends.

use std::ops::Range;

use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{Act, Attitude, MarkerKind, MarkerScope, Particle};
use crate::stance::positions::Ground;
use crate::stance::senses::MarkerAt;

/// No reason is longer than this.
const LONGEST: usize = 26;
/// A piece of what is said ends at a comma once it is this long.
const ENOUGH: usize = 5;
/// No more pieces of one statement are offered than this: who gives a reason
/// gives it first.
const PIECES: usize = 2;

/// Where the words behind a marker begin.
pub(super) fn behind(ground: &Ground<'_>, marker: &MarkerAt) -> usize {
    let mut start = marker.tokens.end;
    // "احتجاجا على", "خوفا من", "انطلاقا من أن": the joints are the marker's.
    if !marker.clause && ground.is(start, Particle::PREPOSITION) {
        start += 1;
    }
    while ground.is(start, Particle::COMPLEMENTIZER)
        && ground
            .words
            .get(start)
            .is_some_and(|word| word.split.pronoun.is_none())
    {
        start += 1;
    }
    start
}

/// The clauses of what is said, each to its end.
pub(super) fn pieces(ground: &Ground<'_>, content: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = content.start;
    let mut at = start;
    let limit = content.end.min(content.start + 4 * LONGEST);
    let mut close = |start: usize, end: usize| {
        let end = end.min(start + LONGEST);
        let (start, end) = trimmed(ground, start, end);
        if start < end && found.len() < PIECES {
            found.push(start..end);
        }
    };
    while at < limit {
        let cut = match ground.kind(at) {
            Some(TokenKind::Stop) => Some(at + 1),
            Some(TokenKind::Comma) => {
                (at >= start + ENOUGH || joined(ground, at + 1)).then_some(at + 1)
            }
            Some(TokenKind::Word) if at > start && joined(ground, at) => Some(at),
            Some(TokenKind::Word)
                if at > start
                    && (ground.has_marker(at, MarkerKind::Contrast)
                        || ground.said_by_cue(at).is_some()) =>
            {
                Some(at)
            }
            _ => None,
        };
        if let Some(next) = cut {
            close(start, at);
            start = next;
        }
        at += 1;
    }
    close(start, limit);
    found
}

/// "وأن …", "وإنه …": the next thing that is said.
fn joined(ground: &Ground<'_>, at: usize) -> bool {
    ground
        .words
        .get(at)
        .is_some_and(|word| word.conjoined() && word.is(Particle::COMPLEMENTIZER))
}

/// "وصف الخطة بأنها ظالمة", "اعتبره خطأ", "اتهم الحكومة بالتقصير": what the
/// description or the charge says.
pub(super) fn described(
    ground: &Ground<'_>,
    piece: &Range<usize>,
    cue: usize,
) -> Option<Range<usize>> {
    let predicates = || {
        let hits = ground.senses.hits(&(cue..cue + 1)).iter();
        hits.flat_map(|hit| &hit.predicates)
            .filter_map(|&id| ground.words.lexicon.predicates.get(id))
    };
    let judges = predicates().any(|predicate| predicate.attitude == Attitude::Judges);
    let charges = predicates().any(|predicate| predicate.act == Some(Act::Accuse));
    let at = piece.clone().skip(1).find(|&at| {
        let Some(word) = ground.words.get(at) else {
            return false;
        };
        let bi = word.split.particle == Some(Prefix::Bi);
        (bi && word.is(Particle::COMPLEMENTIZER))
            || (charges && bi && word.is_masdar())
            || (judges && word.shape.accusative && !word.conjoined() && !word.split.article)
    })?;
    let word = ground.words.get(at);
    let joint = word.is_some_and(|word| word.is(Particle::COMPLEMENTIZER));
    let (start, end) = trimmed(ground, at + usize::from(joint), piece.end);
    (start < end).then_some(start..end)
}

/// Takes joints and marks off both ends.
fn trimmed(ground: &Ground<'_>, mut start: usize, mut end: usize) -> (usize, usize) {
    let loose = |at: usize| {
        matches!(
            ground.kind(at),
            Some(
                TokenKind::Comma
                    | TokenKind::Quote
                    | TokenKind::Dash
                    | TokenKind::Open
                    | TokenKind::Colon
                    | TokenKind::Stop
            )
        )
    };
    while start < end
        && (loose(start)
            || (ground.is(start, Particle::COMPLEMENTIZER)
                && ground
                    .words
                    .get(start)
                    .is_some_and(|word| word.split.pronoun.is_none())))
    {
        start += 1;
    }
    while start < end && loose(end - 1) {
        end -= 1;
    }
    (start, end)
}

/// Where a reason behind a marker ends: with its clause.
pub(super) fn end(ground: &Ground<'_>, start: usize, sentence_end: usize) -> usize {
    let limit = sentence_end.min(start + LONGEST);
    let mut at = start;
    while at < limit {
        match ground.kind(at) {
            Some(TokenKind::Stop | TokenKind::Colon | TokenKind::Comma) => break,
            Some(TokenKind::Word) if at > start => {
                let verb = ground.words.get(at).is_some_and(|word| word.conjoined())
                    && ground.said_by_cue(at).is_some();
                let marker = ground.senses.markers(&(at..at + 1)).iter().any(|marker| {
                    marker.scope == MarkerScope::Any
                        && matches!(
                            marker.kind,
                            MarkerKind::Condition
                                | MarkerKind::Contrast
                                | MarkerKind::Turn
                                | MarkerKind::Reason
                        )
                });
                if verb || marker {
                    break;
                }
            }
            _ => {}
        }
        at += 1;
    }
    trimmed(ground, start, at).1
}
