//! Words that carry a noun of stance: light verbs lend it their subject ("أعرب عن
//! رفضه"), and what meets with it tells whose it is ("لقي ترحيبا من").

use super::*;

/// No actor stands farther behind the noun that is met with.
const MEETING: usize = 7;

impl<'a> Reader<'_, 'a> {
    /// A verb or participle that waits for its noun.
    pub(super) fn lend(
        &mut self,
        hit: &Hit,
        predicate: &Predicate,
        subject: Option<Subject>,
        after: usize,
        scope: Scope,
    ) -> bool {
        let ground = self.ground;
        let lent = self.stances(after..after + 3);
        let object = ground.argument(after, predicate.places, false);
        // "كشف عن أن": what is told, and no noun.
        let told = |object: &Argument| object.clause && object.place.has(Places::ABOUT);
        if object.as_ref().is_some_and(told) {
            return false;
        }
        let near = object.as_ref().map_or(after..after + 3, |object| {
            object.tokens.start..object.tokens.start + 2
        });
        // "أبدى في يوليو الماضي تحفظه": a noun of its own farther on.
        let own = ground
            .senses
            .hits(&(after..self.sentence.end.min(after + 9)))
            .iter()
            .find(|hit| hit.split.pronoun.is_some() && !hit.is_finite());
        let close = self.stances(near);
        if !lent && !close && own.is_none() {
            return false;
        }
        let start = object.as_ref().map_or(after, |object| object.tokens.start);
        let start = match own {
            Some(own) if !close => own.token(),
            _ => start,
        };
        self.lender = Some(Lender {
            subject,
            until: self.sentence.end.min(start + 3),
            token: hit.token(),
            object: start,
            scope,
            denies: predicate.attitude == Attitude::Denies,
        });
        true
    }

    /// Whether a noun of stance begins in these tokens.
    fn stances(&self, tokens: Range<usize>) -> bool {
        self.says_in(&tokens, |predicate| {
            let stands = matches!(
                predicate.attitude,
                Attitude::Support
                    | Attitude::Neutral
                    | Attitude::Gives
                    | Attitude::Lends
                    | Attitude::Binds
            );
            predicate.needs.is_empty() && (stands || predicate.attitude.opposes())
        })
    }

    /// "لقي المقترح ترحيبا من النقابة", "قوبل برفض روسي": the stance is of whoever
    /// stands behind the noun, on what met with it.
    pub(super) fn meets(&mut self, hit: &Hit, matter: Option<&Subject>, after: usize) {
        let ground = self.ground;
        let clause = ground.clause(hit.token());
        let reach = self.sentence.end.min(hit.tokens.end + 9);
        let hits = ground.senses.hits(&(hit.tokens.end..reach));
        let noun = hits
            .iter()
            .find(|hit| !hit.is_finite() && !hit.split.article);
        let Some(noun) = noun else {
            return;
        };
        let stance = noun.predicates.iter().find_map(|&id| {
            let predicate = self.predicate(id)?;
            let stands = predicate.attitude == Attitude::Support || predicate.attitude.opposes();
            stands.then_some((id, predicate))
        });
        let Some((id, predicate)) = stance else {
            return;
        };
        let from = noun.tokens.end;
        let actor = (from..self.sentence.end.min(from + MEETING))
            .take_while(|&at| ground.words.is_word(at) && ground.senses.finite(at).is_none())
            .find_map(|at| ground.actor_starting(at));
        let known = actor.map(|actor| Subject::at(actor.entity, actor.tokens.clone()));
        let Some(subject) = known.or_else(|| self.met_by(from)) else {
            return;
        };
        let met = subject.tokens.as_ref().map_or(from, |tokens| tokens.end);
        let topic = matter
            .and_then(|subject| subject.tokens.clone())
            .or_else(|| {
                (hit.tokens.end < noun.tokens.start).then_some(hit.tokens.end..noun.tokens.start)
            })
            .or_else(|| ground.matter_before(clause.start, hit.token()));
        self.id = Some(id);
        let scope = ground.scope(&hit.tokens, true);
        self.settle(noun, predicate, &subject, &scope, topic, rules::LENT);
        self.taken = hit.tokens.start..met.max(after);
    }

    /// Who is behind the noun that is met with, where only their words tell:
    /// "برفض من جانب النقابات", "غضب السكان".
    fn met_by(&self, from: usize) -> Option<Subject> {
        let ground = self.ground;
        let leads = Particle::PREPOSITION.or(Particle::SIDE_OF);
        let limit = self.sentence.end.min(from + MEETING);
        // "انتقادات حادة من قبل": how it was met with names nobody.
        let how = (from..limit).take_while(|&at| {
            ground.is_nominal(at) && ground.words.get(at).is_some_and(|w| !w.shape.definite)
        });
        let led = from + how.count();
        let from = if ground.is(led, leads) { led } else { from };
        let start = (from..limit).find(|&at| !ground.is(at, leads))?;
        let end = ground.unknown_end(start, limit)?;
        Some(Subject::at(Who::Words(start, end), start..end))
    }

    /// "استمرارها في دعم": a noun that lends like a verb.
    pub(super) fn lending_noun(&mut self, hit: &Hit, predicate: &Predicate) -> bool {
        let ground = self.ground;
        let Some(subject) = self.genitive(hit) else {
            return false;
        };
        let after = subject
            .tokens
            .as_ref()
            .map_or(hit.tokens.end, |tokens| tokens.end);
        let Some(object) = ground.argument(after, predicate.places, false) else {
            return false;
        };
        self.lender = Some(Lender {
            subject: Some(subject),
            until: object.tokens.start + 2,
            token: hit.token(),
            object: object.tokens.start,
            scope: Scope::default(),
            denies: false,
        });
        true
    }
}
