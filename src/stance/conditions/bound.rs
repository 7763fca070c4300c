//! Verbs that make one thing depend on another: "ربط الزيارة بوقف القتال",
//! "اشترطت لعودتها رفع الحصار وفتح المعابر".
//!
//! Between the verb and the condition stand the subject, the matter, times and
//! asides; the condition is the first verbal noun, clause or quotation in the
//! verb's place for it, with all that is joined to it.

use std::ops::Range;

use super::span;
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{Attitude, MarkerKind, Particle, Places, Predicate};
use crate::stance::positions::{Candidate, Ground, Part, Who};
use crate::stance::senses::Hit;
use crate::stance::{Stance, rules};

/// The condition does not begin farther from its verb than this.
const REACH: usize = 36;

/// Reads every verb that ties, and cuts the conditions of what is said to
/// depend ("مرهون بـ").
pub(super) fn read(ground: &Ground<'_>, found: &mut Vec<Candidate>) {
    let mut bound: Vec<Candidate> = Vec::new();
    for sentence in &ground.words.reading.sentences {
        for hit in ground.senses.hits(&sentence.tokens) {
            let mut predicates = hit
                .predicates
                .iter()
                .filter_map(|&id| ground.words.lexicon.predicates.get(id));
            let ties = predicates.find(|predicate| predicate.attitude == Attitude::Ties);
            let Some(predicate) = ties else { continue };
            bound.extend(tied(ground, hit, predicate, &sentence.tokens, found));
        }
    }
    if !bound.is_empty() {
        // Both lists are in order of the text; what is read here wins.
        found.retain(|one| {
            let at = bound.partition_point(|new| new.trigger.start < one.trigger.start);
            bound.get(at).is_none_or(|new| new.trigger != one.trigger)
        });
        bound.append(found);
        bound.sort_by_key(|one| one.trigger.start);
        *found = bound;
    }
    for candidate in found.iter_mut().filter(|one| one.rule == rules::BOUND) {
        recut(ground, candidate);
    }
}

/// "مرهون بوقف القصف وبفتح المعابر": what it is bound to may be several things.
fn recut(ground: &Ground<'_>, candidate: &mut Candidate) {
    let [only] = candidate.conditions.as_slice() else {
        return;
    };
    let only = only.clone();
    let start = only.tokens.start;
    let clause =
        ground.is(start, Particle::COMPLEMENTIZER) || ground.senses.finite(start).is_some();
    let marker = only.marker.unwrap_or(start..start);
    let sentence = ground.sentence(start);
    let end = purpose(ground, start + 1, sentence.end, sentence.start == 0);
    let parts = span::split(ground, start, end, &span::Manner::of(clause), &marker);
    if let Some(last) = parts.last() {
        candidate.evidence.end = candidate.evidence.end.max(last.tokens.end);
        candidate.conditions = parts;
    }
}

fn tied(
    ground: &Ground<'_>,
    hit: &Hit,
    predicate: &Predicate,
    sentence: &Range<usize>,
    found: &[Candidate],
) -> Option<Candidate> {
    let token = hit.token();
    let participle = hit.accusative;
    if !(hit.is_finite() || participle) {
        return None;
    }
    let from = found.partition_point(|one| one.trigger.start < token);
    let mut here = found.iter().skip(from);
    let known = here.find(|one| one.trigger == hit.tokens || one.trigger.start > token);
    let known = known.filter(|one| one.trigger == hit.tokens);
    let unknown = || {
        hit.is_finite()
            .then(|| ground.unknown_subject(token, false))
            .flatten()
    };
    let subject = ground.subject(token, false, None).or_else(unknown);
    let said = ground
        .said_by_cue(token)
        .and_then(|at| ground.said.get(at))
        .and_then(|said| said.source);
    let actor: Who = known
        .map(|one| one.actor)
        .or_else(|| {
            subject
                .as_ref()
                .filter(|_| !participle)
                .map(|one| one.entity)
        })
        .or(said)
        .or_else(|| ground.speaker(token))
        // "أبدت انفتاحها، لكنها ربطته بـ": whoever took a position just before.
        .or_else(|| {
            let before = found.get(from.checked_sub(1)?)?;
            let hidden = subject.is_none() && sentence.contains(&before.trigger.start);
            hidden.then_some(before.actor)
        })?;
    let after = subject
        .as_ref()
        .and_then(|subject| subject.tokens.as_ref())
        .map(|tokens| tokens.end)
        .filter(|&end| end > token)
        .unwrap_or(hit.tokens.end);
    let limit = sentence.end.min(after + REACH);
    let object = predicate.places.has(Places::OBJECT);
    let at = (after..limit)
        .take_while(|&at| {
            let other = ground.has_marker(at, MarkerKind::Turn)
                || ground.has_marker(at, MarkerKind::Contrast)
                || ground.said_by_cue(at).is_some_and(|_| at > token);
            ground.kind(at) != Some(TokenKind::Stop) && !other
        })
        .find(|&at| {
            if object {
                demanded(ground, at, after)
            } else {
                behind_bi(ground, at)
            }
        })?;
    let start = opening(ground, at);
    if super::opens::idle(ground, start, sentence.end) {
        return None;
    }
    let clause = start > at && ground.is(start - 1, Particle::COMPLEMENTIZER)
        || ground.is(start, Particle::COMPLEMENTIZER_NOT)
        || ground.senses.finite(start).is_some();
    let manner = span::Manner {
        clause,
        listed: object,
        opens: false,
    };
    let headline = sentence.start == 0;
    let end = purpose(ground, start + 1, sentence.end, headline && object);
    let parts: Vec<Part> = span::split(ground, start, end, &manner, &hit.tokens);
    let last = parts.last()?.tokens.end;
    let issue = matter(ground, after, at, last, sentence.end, object);
    let evidence_end = issue.as_ref().map_or(last, |issue| issue.end.max(last));
    Some(Candidate {
        actor,
        stance: Stance::Conditional,
        act: predicate.act,
        weight: predicate.weight,
        predicate: known.and_then(|one| one.predicate),
        trigger: hit.tokens.clone(),
        evidence: token..evidence_end,
        issue,
        negated: false,
        statement: ground
            .said_by_cue(token)
            .or_else(|| ground.said_around(token)),
        conditions: parts,
        reasons: Vec::new(),
        rule: rules::BOUND,
        named: known.is_some_and(|one| one.named) || subject.is_some(),
    })
}

/// What a verb asks for as its condition: a verbal noun or clause that nothing
/// governs.
fn demanded(ground: &Ground<'_>, at: usize, after: usize) -> bool {
    let Some(word) = ground.words.get(at) else {
        return false;
    };
    if word.is(Particle::COMPLEMENTIZER.or(Particle::COMPLEMENTIZER_NOT)) {
        return true;
    }
    let governed = at > after
        && at.checked_sub(1).is_some_and(|before| {
            let word = ground.words.get(before);
            let open = word.is_some_and(|word| {
                !word.split.article && word.split.pronoun.is_none() && ground.is_nominal(before)
            });
            open || (ground.is(before, Particle::PREPOSITION)
                && word.is_some_and(|word| word.split.pronoun.is_none()))
        });
    // "اشترطت المعارضة تشكيل حكومة": whoever demands it.
    let demands = word.split.article
        && at == after
        && ground.is_nominal(at + 1)
        && span::masdar(ground, at + 1)
        && ground.words.get(at + 1).is_some_and(|next| {
            !next.split.article && next.split.particle.is_none() && next.split.conjunction.is_none()
        });
    ground.is_nominal(at)
        && span::masdar(ground, at)
        && !demands
        && word.split.particle.is_none()
        && word.split.conjunction.is_none()
        && !word.is(Particle::TIME.or(Particle::OCCASION))
        && !governed
        && ground.actor_at(at).is_none()
}

/// What a verb ties something to: behind بـ, of what may come about.
fn behind_bi(ground: &Ground<'_>, at: usize) -> bool {
    let Some(word) = ground.words.get(at) else {
        return false;
    };
    let lone = ground
        .words
        .lexicon
        .prepositions
        .place(ground.words.reading.form(at))
        == Places::BI;
    if lone {
        return ground.kind(at + 1) == Some(TokenKind::Quote);
    }
    word.split.particle == Some(Prefix::Bi)
        && (word.is(Particle::COMPLEMENTIZER.or(Particle::COMPLEMENTIZER_NOT))
            || (ground.is_nominal(at)
                && (span::masdar(ground, at)
                    || word.is(Particle::OCCASION)
                    || indefinite_thing(ground, at))))
}

/// "بفترة انتقالية": a thing with its adjective, not a place or a person.
fn indefinite_thing(ground: &Ground<'_>, at: usize) -> bool {
    ground.actor_at(at).is_none()
        && ground.words.get(at).is_some_and(|word| {
            !word.split.article && word.split.pronoun.is_none() && word.shape.feminine
        })
        && ground
            .words
            .get(at + 1)
            .is_some_and(|next| next.shape.feminine && !next.split.article)
}

/// Where the words of the condition begin.
fn opening(ground: &Ground<'_>, at: usize) -> usize {
    let lone = ground
        .words
        .lexicon
        .prepositions
        .place(ground.words.reading.form(at))
        == Places::BI;
    at + usize::from(lone || ground.is(at, Particle::COMPLEMENTIZER))
}

/// In a headline the matter follows with ل: "يشترطون خفض الرسوم لتمرير القانون".
fn purpose(ground: &Ground<'_>, from: usize, end: usize, headline: bool) -> usize {
    if !headline {
        return end;
    }
    (from..end).find(|&at| led_by_li(ground, at)).unwrap_or(end)
}

fn led_by_li(ground: &Ground<'_>, at: usize) -> bool {
    ground.is_nominal(at)
        && ground
            .words
            .get(at)
            .is_some_and(|word| word.split.particle == Some(Prefix::Li) && word.is_masdar())
}

/// What is made to depend: the object of "tied", what stands with ل for
/// "demanded".
fn matter(
    ground: &Ground<'_>,
    after: usize,
    condition: usize,
    last: usize,
    sentence_end: usize,
    object: bool,
) -> Option<Range<usize>> {
    if object {
        let before = (after..condition).find(|&at| led_by_li(ground, at));
        let behind = (last..sentence_end.min(last + 4)).find(|&at| led_by_li(ground, at));
        let start = before.or(behind)?;
        let limit = if before.is_some() {
            condition
        } else {
            sentence_end
        };
        return Some(start..ground.argument_end(start, limit).max(start + 1));
    }
    let start = (after..condition).find(|&at| {
        ground.is_nominal(at) && !ground.is(at, Particle::TIME) && ground.actor_at(at).is_none()
    })?;
    Some(start..ground.argument_end(start, condition).max(start + 1))
}
