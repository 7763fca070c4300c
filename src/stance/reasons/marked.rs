//! Reasons: what is given for a position, in the text's own words.
//!
//! A reason hangs on the position before it in its sentence (or behind it,
//! where it opens the sentence), whoever's it is; a participle that carries on
//! ("مبررا", "معتبرا أن …") gives the reason of its own subject only. Nothing
//! is a reason because it stands near.

use std::ops::Range;

use crate::arabic::TokenKind;
use crate::lexicon::{CueClass, MarkerKind, MarkerScope, Particle};
use crate::stance::conditions::near;
use crate::stance::positions::{Candidate, Ground, Part};
use crate::stance::senses::MarkerAt;
use crate::stance::{Act, Stance};

/// No reason is longer than this.
const LONGEST: usize = 30;

pub(in crate::stance) fn attach(ground: &Ground<'_>, found: &mut [Candidate]) {
    for sentence in &ground.words.reading.sentences {
        for marker in ground.senses.markers(&sentence.tokens) {
            let reason = matches!(marker.kind, MarkerKind::Reason | MarkerKind::Aim)
                && marker.scope == MarkerScope::Any;
            if reason {
                by_marker(ground, marker, &sentence.tokens, found);
            }
        }
    }
    by_participle(ground, found);
}

/// What one does not want, said in one breath with a refusal, is its reason:
/// "لا تريد تعريض قواتها للخطر، ولن تشارك".
pub(in crate::stance) fn unwanted(found: &mut Vec<Candidate>) {
    let mut place = 0;
    while place + 1 < found.len() {
        let (Some(one), Some(next)) = (found.get(place), found.get(place + 1)) else {
            break;
        };
        let reason = one.negated
            && one.stance == Stance::Oppose
            && one.act == Some(Act::Cooperate)
            && one.statement.is_some()
            && one.statement == next.statement
            && one.actor == next.actor
            && next.negated
            && next.trigger.start < one.evidence.end + 4;
        if reason {
            let part = Part {
                tokens: one.evidence.clone(),
                marker: None,
            };
            found.remove(place);
            if let Some(next) = found.get_mut(place) {
                next.reasons.push(part);
            }
        } else {
            place += 1;
        }
    }
}

fn by_marker(
    ground: &Ground<'_>,
    marker: &MarkerAt,
    sentence: &Range<usize>,
    found: &mut [Candidate],
) {
    let mut start = marker.tokens.end;
    while ground.is(start, Particle::COMPLEMENTIZER) {
        start += 1;
    }
    // "احتجاجا على", "خوفا من": the preposition is the marker's.
    if !marker.clause && ground.is(start, Particle::PREPOSITION) {
        start += 1;
    }
    let end = end(ground, start, sentence.end);
    if start >= end {
        return;
    }
    let part = Part {
        tokens: start..end,
        marker: Some(marker.tokens.start..start),
    };
    let opens = marker.tokens.start <= sentence.start + 1;
    let target = near(found, sentence, marker.tokens.start, end, opens);
    if let Some(candidate) = target {
        candidate.reasons.push(part);
    }
}

/// "رفض الوزير المقترح، معتبرا أن …": the statement made by a participle right
/// behind a position of the same source, where it takes no position itself.
fn by_participle(ground: &Ground<'_>, found: &mut [Candidate]) {
    for said in &ground.said {
        let Some(word) = ground.words.get(said.cue) else {
            continue;
        };
        let participle = word.shape.accusative;
        let tells = matches!(
            said.class,
            CueClass::Neutral | CueClass::Assertive | CueClass::Evaluative | CueClass::Continuing
        );
        if !(participle || tells) || said.content.is_empty() {
            continue;
        }
        let sentence = ground.sentence(said.cue);
        let from = found.partition_point(|c| c.trigger.start < said.cue);
        let takes_position = found
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|c| c.trigger.start < said.content.end)
            .any(|c| c.weight > 1);
        if takes_position {
            continue;
        }
        let before = found.get_mut(..from).unwrap_or_default();
        let target = before.iter_mut().rev().take(4).find(|c| {
            sentence.start <= c.trigger.start
                && c.trigger.end <= said.cue
                && c.weight > 1
                && c.stance != Stance::Neutral
                && said.source.is_none_or(|source| source == c.actor)
        });
        if let Some(candidate) = target {
            let end = said.content.end.min(said.content.start + LONGEST);
            candidate.reasons.push(Part {
                tokens: said.content.start..end,
                marker: Some(said.cue..said.cue + 1),
            });
        }
    }
}

/// Where a reason ends: with its clause.
fn end(ground: &Ground<'_>, start: usize, sentence_end: usize) -> usize {
    let limit = sentence_end.min(start + LONGEST);
    let mut at = start;
    while at < limit {
        match ground.kind(at) {
            Some(TokenKind::Stop | TokenKind::Colon) => break,
            Some(TokenKind::Comma) => break,
            Some(TokenKind::Word) if at > start => {
                let verb = ground.words.get(at).is_some_and(|word| word.conjoined())
                    && ground.senses.finite(at).is_some();
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
                if verb && ground.said_by_cue(at).is_some() || marker {
                    break;
                }
            }
            _ => {}
        }
        at += 1;
    }
    while at > start && ground.kind(at - 1) == Some(TokenKind::Quote) {
        let marks = (start..at)
            .filter(|&at| ground.kind(at) == Some(TokenKind::Quote))
            .count();
        if marks % 2 == 0 {
            break;
        }
        at -= 1;
    }
    at
}
