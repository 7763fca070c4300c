//! Candidates of the same actor, stance and matter become one position.
//!
//! Two matters are the same where the shorter shares half its content words
//! with the longer, or where one of them is only pointed at ("ذلك", "هذه
//! الخطوة") or left out.

use std::ops::Range;

use rustc_hash::FxHashSet;

use super::ground::Ground;
use super::{Candidate, Part, Stance};
use crate::lexicon::MarkerKind;

/// A headline and a lede are no longer than this, in tokens.
pub(in crate::stance) const HEADLINE: usize = 20;
pub(in crate::stance) const LEDE: usize = 60;

/// No more candidates than this are compared with each other: the comparison
/// is quadratic, and nobody reads a card of a book.
const MOST: usize = 400;

/// What became one, the first and weightiest leading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::stance) struct Merged {
    pub lead: Candidate,
    pub evidence: Vec<Candidate>,
    /// How many candidates it was made of.
    pub count: usize,
}

pub(in crate::stance) fn merge(ground: &Ground<'_>, candidates: Vec<Candidate>) -> Vec<Merged> {
    let mut merged: Vec<Merged> = Vec::new();
    for candidate in candidates.into_iter().take(MOST) {
        let same = merged.iter_mut().find(|one| {
            one.lead.actor == candidate.actor
                && !(one.lead.stance != candidate.stance && one.tells(&candidate))
                && (one.lead.stance == candidate.stance && same_matter(ground, one, &candidate)
                    || refused_meanwhile(ground, one, &candidate))
        });
        if let Some(one) = same {
            one.take(ground, candidate);
            continue;
        }
        let refined = merged
            .iter()
            .filter(|one| one.lead.actor == candidate.actor)
            .filter(|one| refines(ground, &one.lead, &candidate))
            .flat_map(|one| one.evidence.iter().cloned())
            .collect();
        merged.push(Merged::of(candidate, refined));
    }
    suspend(ground, &mut merged);
    // A stance that depends on something without saying on what is no line.
    merged.retain(|one| one.lead.stance != Stance::Conditional || one.has_condition());
    merged
}

/// A plain refusal beside the condition on which the same actor would do the
/// same thing is told by the condition too: two readings of the same words.
fn suspend(ground: &Ground<'_>, merged: &mut [Merged]) {
    let mut told = Vec::new();
    for refusal in merged.iter() {
        if refusal.lead.stance != Stance::Oppose {
            continue;
        }
        let hosts = merged.iter().enumerate().filter(|(_, other)| {
            other.lead.actor == refusal.lead.actor
                && other.lead.stance == Stance::Conditional
                && !other.contradicts(refusal)
                && suspends(ground, other, refusal)
        });
        told.extend(hosts.map(|(host, _)| (host, refusal.clone())));
    }
    for (host, refusal) in told {
        let Some(host) = merged.get_mut(host) else {
            continue;
        };
        let own = host.lead.issue.as_ref();
        if own.is_none_or(|issue| points_back(ground, issue)) && refusal.lead.issue.is_some() {
            host.lead.issue.clone_from(&refusal.lead.issue);
        }
        for candidate in refusal.evidence {
            host.take(ground, candidate);
        }
    }
}

/// Whether a condition is on what a refusal refuses: the same matter, or one
/// that only points at the other in the same sentence ("لا تعتزم إرسال قوات،
/// مشيرا إلى أن أي مشاركة مرهونة").
fn suspends(ground: &Ground<'_>, conditional: &Merged, refusal: &Merged) -> bool {
    let matters = |one: &'_ Merged| -> Vec<(usize, Range<usize>)> {
        let found = one.evidence.iter();
        found
            .filter_map(|c| Some((c.trigger.start, c.issue.clone()?)))
            .collect()
    };
    let refused = matters(refusal);
    matters(conditional).iter().any(|(at, issue)| {
        let words = content(ground, issue);
        refused.iter().any(|(other, matter)| {
            let others = content(ground, matter);
            let same = words.len() > 1 && others.len() > 1 && overlap(&words, &others) >= 0.6;
            let pointed = refusal.lead.negated
                && ground.has_marker(issue.start, MarkerKind::Pointer)
                && ground.sentence(*at) == ground.sentence(*other);
            same || pointed
        })
    })
}

impl Merged {
    /// A position of its own, with what was said of it before in fewer words.
    fn of(candidate: Candidate, before: Vec<Candidate>) -> Self {
        let mut lead = candidate.clone();
        if let Some(first) = before.first() {
            lead.issue.clone_from(&first.issue);
            lead.trigger.clone_from(&first.trigger);
            lead.weight = lead.weight.max(first.weight);
            lead.named |= first.named;
        }
        let mut evidence = before;
        evidence.push(candidate);
        Self {
            lead,
            count: evidence.len(),
            evidence,
        }
    }

    /// Whether both are readings of the same words, of which one is wrong.
    pub fn contradicts(&self, other: &Self) -> bool {
        self.lead.actor == other.lead.actor
            && self.lead.stance != other.lead.stance
            && other.evidence.iter().any(|one| self.tells(one))
    }

    /// Whether it was made of the same words as a candidate.
    fn tells(&self, candidate: &Candidate) -> bool {
        let mut own = self.evidence.iter();
        own.any(|one| one.trigger == candidate.trigger)
    }

    fn has_condition(&self) -> bool {
        let mut conditions = self.lead.conditions.iter();
        conditions.any(|condition| condition.marker.is_some())
    }

    fn take(&mut self, ground: &Ground<'_>, candidate: Candidate) {
        self.count += 1;
        for part in &candidate.conditions {
            add(ground, &mut self.lead.conditions, part);
        }
        for part in &candidate.reasons {
            add(ground, &mut self.lead.reasons, part);
        }
        if self.lead.issue.is_none() {
            self.lead.issue.clone_from(&candidate.issue);
        }
        if candidate.weight > self.lead.weight {
            self.lead.weight = candidate.weight;
            self.lead.act = candidate.act;
            self.lead.rule = candidate.rule;
        }
        self.lead.named |= candidate.named;
        self.evidence.push(candidate);
    }
}

fn add(ground: &Ground<'_>, parts: &mut Vec<Part>, part: &Part) {
    let words = content(ground, &part.tokens);
    let headline = |part: &Part| part.tokens.start < HEADLINE;
    let known = parts.iter_mut().find(|one| {
        // A headline shortens; elsewhere half may be another matter's.
        let same = if headline(one) || headline(part) {
            0.5
        } else {
            0.6
        };
        overlap(&content(ground, &one.tokens), &words) >= same
    });
    match known {
        // The fuller wording is the better evidence.
        Some(one) if one.tokens.len() < part.tokens.len() => *one = part.clone(),
        Some(_) => {}
        None => parts.push(part.clone()),
    }
}

fn same_matter(ground: &Ground<'_>, one: &Merged, candidate: &Candidate) -> bool {
    let Some(issue) = &candidate.issue else {
        return true;
    };
    let words = content(ground, issue);
    if words.is_empty() {
        return true;
    }
    // The lede says again what the headline said.
    let headline = one.lead.trigger.start < HEADLINE && candidate.trigger.start < LEDE;
    if headline && one.lead.predicate == candidate.predicate && candidate.predicate.is_some() {
        return true;
    }
    let known = one.evidence.iter().filter_map(|c| c.issue.as_ref());
    let mut none = true;
    for other in known {
        none = false;
        let others = content(ground, other);
        if overlap(&words, &others) >= 0.5 {
            return true;
        }
    }
    none || (candidate.stance == Stance::Conditional
        && (points_back(ground, issue)
            || one
                .evidence
                .iter()
                .filter_map(|c| c.issue.as_ref())
                .any(|other| points_back(ground, other))
            || same_conditions(ground, &one.lead.conditions, &candidate.conditions)))
}

/// "يهدد بالمقاطعة" above, "هدد بالمقاطعة ما لم" below: the fuller telling of one
/// position has the condition.
fn refines(ground: &Ground<'_>, lead: &Candidate, candidate: &Candidate) -> bool {
    let fuller = candidate.stance == Stance::Conditional
        && matches!(lead.stance, Stance::Support | Stance::Oppose);
    let (Some(one), Some(other)) = (&lead.issue, &candidate.issue) else {
        return false;
    };
    let headline = lead.trigger.start < HEADLINE && candidate.trigger.start < LEDE;
    let verb = headline && lead.predicate.is_some() && lead.predicate == candidate.predicate;
    let (one, other) = (content(ground, one), content(ground, other));
    fuller && (verb || (one.len() > 1 && other.len() > 1 && overlap(&one, &other) >= 0.6))
}

/// "لن تكون جزءا من أي تحرك" beside a condition for taking part: the refusal
/// is what the condition suspends.
fn refused_meanwhile(ground: &Ground<'_>, one: &Merged, candidate: &Candidate) -> bool {
    one.lead.stance == Stance::Conditional
        && candidate.stance == Stance::Oppose
        && candidate.negated
        && candidate
            .issue
            .as_ref()
            .is_some_and(|issue| ground.has_marker(issue.start, MarkerKind::Pointer))
}

/// "أي مشاركة", "هذا القرار", "المشاركة": names nothing by itself.
fn points_back(ground: &Ground<'_>, issue: &Range<usize>) -> bool {
    let first = ground.has_marker(issue.start, MarkerKind::Pointer);
    first || content(ground, issue).len() <= 1
}

pub(in crate::stance) fn same_conditions(
    ground: &Ground<'_>,
    left: &[Part],
    right: &[Part],
) -> bool {
    left.iter().any(|one| {
        right.iter().any(|other| {
            overlap(
                &content(ground, &one.tokens),
                &content(ground, &other.tokens),
            ) >= 0.5
        })
    })
}

/// The stems of the content words of a stretch.
pub(in crate::stance) fn content<'g>(
    ground: &'g Ground<'_>,
    tokens: &Range<usize>,
) -> FxHashSet<&'g str> {
    tokens
        .clone()
        .filter(|&at| ground.words.is_word(at))
        .filter(|&at| ground.words.get(at).is_some_and(|word| !word.is_function()))
        .map(|at| ground.words.stem(at))
        .map(|stem| stem.strip_suffix('ا').unwrap_or(stem))
        .filter(|stem| !stem.is_empty())
        .collect()
}

/// The share of the smaller set that both have.
pub(in crate::stance) fn overlap(left: &FxHashSet<&str>, right: &FxHashSet<&str>) -> f32 {
    let smaller = left.len().min(right.len());
    if smaller == 0 {
        return 0.0;
    }
    let both = left.iter().filter(|word| right.contains(*word)).count();
    #[expect(clippy::cast_precision_loss, reason = "sets of a few words")]
    {
        both as f32 / smaller as f32
    }
}
