//! From what was found, by token, to the lines of a card.
//!
//! Two ends of the position stages: [`cast`] says by token who is named and who
//! speaks, [`fill`] turns merged candidates into the briefing's positions,
//! issue, summary and the actors that took none.

use super::attribution::Attribution;
use super::mentions::{Entities, MentionKind};
use super::positions::{ActorAt, EntityId, Ground, Merged, Part, Said};
use super::principal::{Outline, rank};
use super::words::Words;
use super::{Briefing, Condition, Evidence, Position, Reason, Stance, confidence, issue, summary};
use crate::article::{Article, Warning};

/// Actors and statements by token, each with the one spoken for.
pub(super) fn cast(
    words: &Words<'_>,
    entities: &Entities,
    relations: &[Attribution],
) -> (Vec<ActorAt>, Vec<Said>) {
    let actors = entities.within(0..words.len()).map(|mention| ActorAt {
        tokens: mention.tokens.clone(),
        entity: entities.actor_of(mention.entity),
        adjective: mention.kind == MentionKind::Adjective,
    });
    let said = relations.iter().map(|relation| Said {
        cue: relation.cue.start,
        content: relation.content.clone(),
        subject: relation.source.clone(),
        source: relation
            .meant
            .clone()
            .and_then(|meant| entities.head(meant))
            .filter(|mention| mention.kind != MentionKind::Adjective)
            .map(|mention| entities.actor_of(mention.entity)),
    });
    (actors.collect(), said.collect())
}

/// Writes positions, principal, issue, summary and the actors without a
/// position into a briefing.
pub(super) fn fill(
    briefing: &mut Briefing,
    article: &Article,
    ground: &Ground<'_>,
    entities: &Entities,
    found: Vec<Merged>,
) {
    let outline = Outline::of(article, ground);
    let mentions = |id: EntityId| entities.get(id).map_or(0, |entity| entity.mentions.len());
    let ranked = rank(ground, &outline, found, &mentions);
    let main = issue::main(ground, &outline, &ranked);
    briefing.issue = main
        .as_ref()
        .and_then(|tokens| issue::issue(ground, tokens));
    briefing.positions = ranked
        .iter()
        .filter_map(|one| position(ground, entities, one))
        .collect();
    briefing.principal = (!briefing.positions.is_empty()).then_some(0);
    if let (Some(first), Some(issue)) = (briefing.positions.first_mut(), &briefing.issue) {
        first.issue = Some(issue.clone());
    }
    let clause = main
        .as_ref()
        .is_some_and(|tokens| ground.senses.finite(tokens.start).is_some());
    briefing.summary = summary::summary(
        briefing.positions.first(),
        briefing.issue.as_ref().map(|issue| issue.text.as_str()),
        clause,
    );
    let placed: Vec<EntityId> = ranked.iter().map(|one| one.lead.actor).collect();
    briefing.actors_without_position = entities.unplaced(&placed);
    briefing.warnings.extend(contradiction(&briefing.positions));
}

fn position(ground: &Ground<'_>, entities: &Entities, one: &Merged) -> Option<Position> {
    let text = ground.words.reading.text;
    let lead = &one.lead;
    let actor = entities.actor(lead.actor)?;
    let evidence = one.evidence.iter().take(2).map(|candidate| {
        let span = ground.span(candidate.evidence.clone());
        Evidence {
            text: span.of(text).to_owned(),
            span,
            triggers: vec![ground.span(candidate.trigger.clone())],
            negated: candidate.negated,
        }
    });
    let mut statements: Vec<usize> = one.evidence.iter().filter_map(|c| c.statement).collect();
    statements.sort_unstable();
    statements.dedup();
    let conditional = lead.stance == Stance::Conditional;
    let conditions: Vec<Condition> = lead
        .conditions
        .iter()
        .filter(|_| conditional)
        .filter_map(|part| condition(ground, part))
        .collect();
    if conditional && conditions.is_empty() {
        return None;
    }
    Some(Position {
        actor,
        stance: lead.stance,
        confidence: confidence::confidence(one),
        issue: lead
            .issue
            .as_ref()
            .and_then(|tokens| issue::issue(ground, tokens)),
        conditions,
        reasons: lead
            .reasons
            .iter()
            .map(|part| reason(ground, part))
            .collect(),
        evidence: evidence.collect(),
        statements,
        act: lead.act,
        rule: lead.rule,
        reviewed: false,
    })
}

fn condition(ground: &Ground<'_>, part: &Part) -> Option<Condition> {
    let span = issue::cut(ground, &part.tokens);
    Some(Condition {
        text: span.of(ground.words.reading.text).to_owned(),
        span,
        marker: ground.span(part.marker.clone()?),
    })
}

fn reason(ground: &Ground<'_>, part: &Part) -> Reason {
    let span = issue::cut(ground, &part.tokens);
    Reason {
        text: span.of(ground.words.reading.text).to_owned(),
        span,
        marker: part.marker.clone().map(|marker| ground.span(marker)),
    }
}

/// One actor that both supports and opposes the same words.
fn contradiction(positions: &[Position]) -> Option<Warning> {
    let found = positions.iter().enumerate().find_map(|(at, one)| {
        positions.iter().skip(at + 1).find(|other| {
            one.actor == other.actor
                && matches!(
                    (one.stance, other.stance),
                    (Stance::Support, Stance::Oppose) | (Stance::Oppose, Stance::Support)
                )
                && one.issue.as_ref().map(|issue| &issue.text)
                    == other.issue.as_ref().map(|issue| &issue.text)
                && one.issue.is_some()
        })
    })?;
    Some(Warning {
        kind: "contradiction",
        note: format!(
            "{} stands both for and against the same issue",
            found.actor.name
        ),
    })
}
