//! Conditions: on what somebody makes a position depend.
//!
//! A marker opens a condition ([`opens`]), the condition reaches to the end of
//! its clause ([`span`]), and it hangs on the position it stands behind, or on
//! the one behind it where it opens the sentence ("إذا … فـ"). Where no position
//! was read off the words it stands with, what is said there itself depends on
//! it ([`act`]: "سننسحب إذا"). The span leaves the marker out; joined conditions
//! are separate items.

mod act;
mod bound;
mod opens;
mod span;

use std::ops::Range;

use super::positions::{Candidate, Ground, HEADLINE, LEDE, Part, same_conditions};
use super::rules;
use super::senses::MarkerAt;
use crate::arabic::TokenKind;
use crate::lexicon::{MarkerKind, MarkerScope};
use crate::stance::Stance;

pub(super) fn attach(ground: &Ground<'_>, found: &mut Vec<Candidate>) {
    bound::read(ground, found);
    let mut new = Vec::new();
    let mut supposed: Vec<Range<usize>> = Vec::new();
    for sentence in &ground.words.reading.sentences {
        let mut done = sentence.tokens.start;
        let mut until = sentence.tokens.start;
        for marker in ground.senses.markers(&sentence.tokens) {
            if marker.tokens.start < done {
                continue;
            }
            let Some(start) = opens::condition(ground, marker, &sentence.tokens) else {
                continue;
            };
            let leads = act::leads(ground, marker, &sentence.tokens);
            let parts = span::parts(ground, marker, start, sentence.tokens.end, leads);
            let Some(last) = parts.last() else { continue };
            if opens::idle(ground, start, last.tokens.end) {
                continue;
            }
            let before = until;
            done = last.tokens.start;
            until = last.tokens.end;
            supposed.extend(parts.iter().map(|part| part.tokens.clone()));
            if let Some(one) = joined(ground, marker, before, found, &mut new) {
                one.conditions.extend(parts);
                continue;
            }
            hang(ground, marker, &sentence.tokens, parts, found, &mut new);
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
    named_below(ground, found);
}

/// The lede names whoever the headline calls by a shorter or another name
/// ("نواب يشترطون"): one condition for one matter is one actor's.
fn named_below(ground: &Ground<'_>, found: &mut [Candidate]) {
    let top = found.partition_point(|one| one.trigger.start < LEDE);
    let (top, _) = found.split_at_mut(top);
    for at in 0..top.len() {
        let (above, below) = top.split_at_mut(at + 1);
        let Some(headline) = above.last_mut().filter(|one| conditioned_headline(one)) else {
            continue;
        };
        let sentence = ground.sentence(headline.trigger.start);
        let again = below.iter().find(|one| {
            one.stance == Stance::Conditional
                && !sentence.contains(&one.trigger.start)
                && same_conditions(ground, &headline.conditions, &one.conditions)
        });
        if let Some(again) = again {
            headline.actor = again.actor;
        }
    }
}

fn conditioned_headline(one: &Candidate) -> bool {
    one.stance == Stance::Conditional && one.trigger.start < HEADLINE
}

/// "إذا تأمن المال، وإذا حضر المعلمون": a second condition right behind the first
/// is for the same position.
fn joined<'f>(
    ground: &Ground<'_>,
    marker: &MarkerAt,
    before: usize,
    found: &'f mut [Candidate],
    new: &'f mut [Candidate],
) -> Option<&'f mut Candidate> {
    let first = marker.tokens.start;
    let comma = ground.kind(before) == Some(TokenKind::Comma);
    let again = ground.words.get(first).is_some_and(|word| word.conjoined());
    if !again || first != before + usize::from(comma) {
        return None;
    }
    let all = found.iter_mut().chain(new.iter_mut());
    all.into_iter().find(|one| {
        let last = one.conditions.last();
        last.is_some_and(|part| part.tokens.end == before)
    })
}

/// Hangs a condition on the position it belongs to, or makes one of what is
/// said there.
fn hang(
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
    let stretch = act::stretch(ground, marker, sentence, last);
    let target = governing(found, &stretch, marker);
    match target {
        Some(candidate) if candidate.rule == rules::BOUND => candidate.conditions.extend(parts),
        Some(candidate) => bind(ground, candidate, parts),
        None if marker.scope == MarkerScope::Weak => {}
        None => {
            let said_already = new
                .iter_mut()
                .find(|one: &&mut Candidate| stretch.tokens.contains(&one.trigger.start));
            match said_already {
                Some(candidate) => candidate.conditions.extend(parts),
                None => new.extend(act::conditional(ground, marker, &stretch, parts)),
            }
        }
    }
}

/// The position that the words a condition stands with take: the one whose
/// matter ends nearest to it.
fn governing<'f>(
    found: &'f mut [Candidate],
    stretch: &act::Stretch,
    marker: &MarkerAt,
) -> Option<&'f mut Candidate> {
    let from = found.partition_point(|candidate| candidate.trigger.end <= stretch.from);
    let to = found.partition_point(|candidate| candidate.trigger.start < stretch.tokens.end);
    found
        .get_mut(from..to.max(from))?
        .iter_mut()
        .filter(|candidate| {
            candidate.weight > 0
                && (stretch.tokens.contains(&candidate.trigger.start)
                    || (candidate.trigger.start < stretch.tokens.start
                        && candidate
                            .issue
                            .as_ref()
                            .is_some_and(|issue| issue.end > stretch.tokens.start)))
        })
        .min_by_key(|candidate| {
            let end = candidate
                .issue
                .as_ref()
                .map_or(candidate.trigger.end, |issue| issue.end)
                .max(candidate.trigger.end);
            if stretch.behind {
                candidate.trigger.start
            } else {
                marker.tokens.start.abs_diff(end)
            }
        })
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
