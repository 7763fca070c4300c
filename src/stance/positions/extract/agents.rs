//! Agents of passives: "رُفض المقترح من قبل الحكومة", "اعتبر غير كاف من جانب النقابات".

use super::*;

/// No agent stands farther behind its verb.
const REACH: usize = 14;
/// Nor does a name farther behind the words that tell of an agent ("من قبل دول
/// كالمجر").
const NAMED: usize = 4;

impl<'a> Reader<'_, 'a> {
    /// Whoever a passive verb is done by, and where the words that tell so
    /// begin.
    pub(super) fn agent(&self, verb: usize) -> Option<(usize, Subject)> {
        let ground = self.ground;
        // "استنكرت الحكومة التعنت من قبل الميليشيات": the verb has its subject.
        let subject = ground
            .actor_starting(verb + 1)
            .is_some_and(|actor| !actor.adjective);
        let source = ground
            .said_by_cue(verb)
            .and_then(|said| ground.said.get(said));
        if subject || source.is_some_and(|said| said.source.is_some()) {
            return None;
        }
        let limit = self.sentence.end.min(verb + REACH);
        let from = ground.places_of(verb + 1..limit, Places::MIN);
        let mut from = from.filter(|&at| ground.is(at + 1, Particle::SIDE_OF));
        let at = from.next()?;
        // Another verb in between has the agent itself.
        if (verb + 1..at).any(|at| ground.senses.finite(at).is_some()) {
            return None;
        }
        let behind = at + 2..self.sentence.end.min(at + 2 + NAMED);
        let named = behind
            .clone()
            .take_while(|&at| ground.is_nominal(at))
            .find_map(|at| ground.actor_starting(at))
            .filter(|actor| !actor.adjective)
            .map(|actor| Subject::at(actor.entity, actor.tokens.clone()));
        let unknown = || {
            let end = ground.unknown_end(behind.start, self.sentence.end)?;
            Some(Subject::at(
                Who::Words(behind.start, end),
                behind.start..end,
            ))
        };
        Some((at, named.or_else(unknown)?))
    }

    /// What somebody behind a passive verb does to its subject.
    pub(super) fn done_by(&mut self, hit: &Hit, agent: usize, subject: &Subject) {
        let ground = self.ground;
        let token = hit.token();
        let stands = hit.predicates.iter().find_map(|&id| {
            let predicate = self.predicate(id)?;
            let stands = predicate.attitude == Attitude::Support || predicate.attitude.opposes();
            let plain = predicate.needs.is_empty() && predicate.places.has(Places::OBJECT);
            (stands && plain).then_some((id, predicate))
        });
        let Some((id, predicate)) = stands else {
            return;
        };
        let behind = ground.argument(hit.tokens.end, Places::OBJECT, false);
        let issue = behind
            .map(|found| found.tokens.start..found.tokens.end.min(agent))
            .filter(|tokens| !tokens.is_empty())
            .or_else(|| ground.antecedent(token))
            .or_else(|| ground.matter_before(ground.clause(token).start, token));
        self.id = Some(id);
        let scope = ground.scope(&hit.tokens, true);
        self.settle(hit, predicate, subject, &scope, issue, rules::VERB);
    }
}
