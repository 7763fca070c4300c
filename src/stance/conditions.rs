//! Conditions: on what somebody makes a position depend.
//!
//! A marker opens a condition; some open one only behind a negation ("لا تفاوض
//! قبل"). The condition hangs on the position before it in the sentence, or on
//! the one behind where it opens the sentence ("إذا … فـ"). Where there is no
//! position, the act itself is what depends on it ("سننسحب إذا"). The span
//! leaves the marker out; joined conditions are separate items.

use std::ops::Range;

use super::positions::{Candidate, Ground, Part};
use super::rules;
use super::senses::MarkerAt;
use crate::arabic::{Conjunction, Particle as Prefix, TokenKind};
use crate::lexicon::{Act, MarkerKind, MarkerScope, Particle, Tense};
use crate::stance::Stance;

/// No condition is longer than this.
const LONGEST: usize = 30;
/// A negation farther back than this does not make a marker a condition.
const NEGATION_REACH: usize = 14;

pub(super) fn attach(ground: &Ground<'_>, found: &mut Vec<Candidate>) {
    let mut new = Vec::new();
    let mut supposed: Vec<Range<usize>> = Vec::new();
    for sentence in &ground.words.reading.sentences {
        for marker in ground.senses.markers(&sentence.tokens) {
            if marker.kind == MarkerKind::Condition && holds(ground, marker, &sentence.tokens) {
                let parts = parts(ground, marker, sentence.tokens.end);
                if marker.clause {
                    supposed.extend(parts.iter().map(|part| part.tokens.clone()));
                }
                one(ground, marker, &sentence.tokens, parts, found, &mut new);
            }
        }
    }
    // What is only supposed ("if they withdraw") is nobody's position.
    found.retain(|candidate| {
        let at = supposed.partition_point(|part| part.end <= candidate.trigger.start);
        supposed
            .get(at)
            .is_none_or(|part| candidate.trigger.start < part.start)
    });
    found.extend(new);
    found.sort_by_key(|candidate| candidate.trigger.start);
}

/// Whether the marker opens a condition here.
fn holds(ground: &Ground<'_>, marker: &MarkerAt, sentence: &Range<usize>) -> bool {
    if marker.scope == MarkerScope::Any {
        // "25 صوتا مقابل 20": counts are compared, nothing is asked for.
        return ground.kind(marker.tokens.end) != Some(TokenKind::Number);
    }
    if marker.scope == MarkerScope::Event {
        return happens(ground, marker);
    }
    let from = sentence
        .start
        .max(marker.tokens.start.saturating_sub(NEGATION_REACH));
    let mut back = (from..marker.tokens.start).rev();
    back.find(|&at| {
        ground.has_marker(at, MarkerKind::Negation)
            || matches!(ground.kind(at), Some(TokenKind::Comma | TokenKind::Stop))
    })
    .and_then(|at| ground.senses.marker_of(at, MarkerKind::Negation))
    .is_some_and(|negation| negation.scope != MarkerScope::Weak)
}

/// "حتى الانسحاب", "حتى ينسحبوا", "إن انسحبوا": something that may come about.
fn happens(ground: &Ground<'_>, marker: &MarkerAt) -> bool {
    let next = marker.tokens.end;
    let tense = ground.senses.finite(next).map(|verbal| verbal.form.tense);
    if marker.clause {
        // إن with its hamza below, and a perfect behind it; أن and إنّ have none.
        let spelled = ground
            .span(marker.tokens.clone())
            .of(ground.words.reading.text);
        let reports = marker
            .tokens
            .start
            .checked_sub(1)
            .is_some_and(|before| ground.said_by_cue(before).is_some());
        return spelled.contains('\u{625}') && tense == Some(Tense::Perfect) && !reports;
    }
    let event = ground.is_nominal(next)
        && ground.words.get(next).is_some_and(|word| {
            word.is_masdar() && !word.is(Particle::TIME.or(Particle::OCCASION))
        });
    event || matches!(tense, Some(Tense::Imperfect | Tense::Jussive))
}

fn one(
    ground: &Ground<'_>,
    marker: &MarkerAt,
    sentence: &Range<usize>,
    parts: Vec<Part>,
    found: &mut [Candidate],
    new: &mut Vec<Candidate>,
) {
    let Some(last) = parts.last().map(|part| part.tokens.end) else {
        return;
    };
    let opens = marker.tokens.start <= sentence.start + 2
        || ground
            .said_around(marker.tokens.start)
            .and_then(|at| ground.said.get(at))
            .is_some_and(|said| marker.tokens.start <= said.content.start + 1);
    let target = near(found, sentence, marker.tokens.start, last, opens);
    match target {
        Some(candidate) if candidate.rule == rules::BOUND => candidate.conditions.extend(parts),
        Some(candidate) => bind(ground, candidate, parts),
        None => new.extend(conditional_act(ground, marker, sentence, parts)),
    }
}

/// The position before a place of a sentence, or the one behind where that
/// place opens the sentence.
pub(super) fn near<'f>(
    found: &'f mut [Candidate],
    sentence: &Range<usize>,
    before: usize,
    behind: usize,
    opens: bool,
) -> Option<&'f mut Candidate> {
    let at = if opens {
        found.partition_point(|candidate| candidate.trigger.start < behind)
    } else {
        found
            .partition_point(|candidate| candidate.trigger.end <= before)
            .checked_sub(1)?
    };
    found
        .get_mut(at)
        .filter(|candidate| sentence.contains(&candidate.trigger.start))
}

/// Makes a position depend on its conditions, or, where consequences are
/// warned of, the condition what the warning is against.
fn bind(ground: &Ground<'_>, candidate: &mut Candidate, parts: Vec<Part>) {
    let consequence = candidate.issue.as_ref().is_some_and(|issue| {
        ground.has_marker(issue.start, MarkerKind::Consequence)
            || ground.has_marker(issue.start + 1, MarkerKind::Consequence)
    });
    if consequence && candidate.stance == Stance::Oppose {
        candidate.issue = parts.into_iter().next().map(|part| part.tokens);
        candidate.rule = rules::CONSEQUENCE;
        return;
    }
    if candidate.stance == Stance::Neutral && !candidate.negated {
        return;
    }
    // "لا مفاوضات قبل رفع العقوبات": the matter ends where the condition begins.
    let marker = parts.first().and_then(|part| part.marker.clone());
    if let (Some(issue), Some(marker)) = (&mut candidate.issue, marker)
        && issue.start < marker.start
    {
        issue.end = issue.end.min(marker.start);
    }
    if let Some(last) = parts.last() {
        candidate.evidence.end = candidate.evidence.end.max(last.tokens.end);
    }
    candidate.stance = Stance::Conditional;
    candidate.conditions.extend(parts);
    candidate.rule = rules::CONDITION;
}

/// "سننسحب إذا لم يرفعوا العقوبات": the clause's own verb depends.
fn conditional_act(
    ground: &Ground<'_>,
    marker: &MarkerAt,
    sentence: &Range<usize>,
    parts: Vec<Part>,
) -> Option<Candidate> {
    let last = parts
        .last()
        .map_or(marker.tokens.end, |part| part.tokens.end);
    let verb = |at: &usize| ground.senses.finite(*at).is_some();
    // "إذا …، فسيكون": the act behind the condition, else the one before it.
    let behind = (last..sentence.end.min(last + 5)).find(|at| {
        let led = at
            .checked_sub(1)
            .is_some_and(|before| ground.has_marker(before, MarkerKind::Negation));
        verb(at) && (future(ground, *at) || led)
    });
    let before = (sentence.start..marker.tokens.start)
        .rev()
        .find(|at| verb(at) && !ground.is(*at, Particle::COPULA));
    let head = behind.or(before)?;
    let negated = head
        .checked_sub(1)
        .is_some_and(|at| ground.has_marker(at, MarkerKind::Negation));
    if !(future(ground, head) || negated) || ground.said_by_cue(head).is_some() {
        return None;
    }
    let copula = ground.is(head, Particle::COPULA);
    let subject = if copula {
        None
    } else {
        ground.subject(head, false, None)
    };
    let actor = subject
        .as_ref()
        .map(|subject| subject.entity)
        .or_else(|| ground.speaker(head))?;
    let limit = if behind.is_some() {
        sentence.end
    } else {
        marker.tokens.start
    };
    let issue = head..ground.argument_end(head, limit);
    let start = head.min(marker.tokens.start);
    let end = last.max(issue.end);

    Some(Candidate {
        actor,
        stance: Stance::Conditional,
        act: Some(Act::Threaten),
        weight: 2,
        predicate: None,
        trigger: head..head + 1,
        evidence: start..end,
        issue: Some(issue),
        negated,
        statement: ground.said_around(head),
        conditions: parts,
        reasons: Vec::new(),
        rule: rules::CONDITIONAL_ACT,
        named: subject.is_some_and(|subject| subject.tokens.is_some()),
    })
}

/// Whether a verb is of what is to come: سيرد, ستتخذ.
fn future(ground: &Ground<'_>, at: usize) -> bool {
    ground
        .senses
        .finite(at)
        .is_some_and(|verbal| verbal.split.particle == Some(Prefix::Sa))
}

/// The conditions behind a marker, joined ones apart.
fn parts(ground: &Ground<'_>, marker: &MarkerAt, sentence_end: usize) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut start = marker.tokens.end;
    // "نظرا لـ", "في حال أن": the complementizer is no part of the condition.
    while ground.is(start, Particle::COMPLEMENTIZER) {
        start += 1;
    }
    let limit = sentence_end.min(start + LONGEST);
    let mut at = start;
    let mut close = |start: usize, end: usize| {
        let end = trimmed(ground, start, end);
        if start < end {
            parts.push(Part {
                tokens: start..end,
                marker: Some(marker.tokens.clone()),
            });
        }
    };
    let mut marks = 0;
    while at < limit {
        let conjunction = ground.words.get(at).and_then(|word| word.split.conjunction);
        match ground.kind(at) {
            Some(TokenKind::Stop | TokenKind::Colon) => break,
            Some(TokenKind::Quote) => {
                marks += 1;
                let closes = marks == 1
                    && !ground
                        .words
                        .reading
                        .tokens
                        .get(at)
                        .is_some_and(|t| t.spaced)
                    && at > start;
                if closes {
                    break;
                }
            }
            Some(TokenKind::Comma) => {
                let next = at + 1;
                let joined = ground
                    .words
                    .get(next)
                    .is_some_and(|word| word.split.conjunction == Some(Conjunction::Wa));
                let clause = ground.is(next, Particle::COMPLEMENTIZER);
                if joined && clause && marker.clause {
                    close(start, at);
                    start = next + 1;
                    at = next;
                } else {
                    break;
                }
            }
            Some(TokenKind::Word) if at > start => {
                let verb = ground.senses.finite(at).is_some();
                if conjunction == Some(Conjunction::Fa) || ground.said_by_cue(at).is_some() {
                    break;
                }
                if ends(ground, at) {
                    break;
                }
                if conjunction == Some(Conjunction::Wa) && ground.is(at, Particle::COMPLEMENTIZER) {
                    close(start, at);
                    start = at + 1;
                } else if conjunction == Some(Conjunction::Wa) && verb && !marker.clause {
                    break;
                }
            }
            _ => {}
        }
        at += 1;
    }
    close(start, at);
    parts
}

/// Another marker, a contrast or an attribution ends a condition.
fn ends(ground: &Ground<'_>, at: usize) -> bool {
    ground.senses.markers(&(at..at + 1)).iter().any(|marker| {
        marker.scope == MarkerScope::Any
            && matches!(
                marker.kind,
                MarkerKind::Condition
                    | MarkerKind::Reason
                    | MarkerKind::Contrast
                    | MarkerKind::Turn
            )
    })
}

fn trimmed(ground: &Ground<'_>, start: usize, mut end: usize) -> usize {
    while end > start
        && matches!(
            ground.kind(end - 1),
            Some(TokenKind::Comma | TokenKind::Quote | TokenKind::Dash | TokenKind::Open)
        )
    {
        let marks = (start..end)
            .filter(|&at| ground.kind(at) == Some(TokenKind::Quote))
            .count();
        if ground.kind(end - 1) == Some(TokenKind::Quote) && marks % 2 == 0 {
            break;
        }
        end -= 1;
    }
    end
}
