//! What is said of something without a verb of stance: judgements, adjectives,
//! phrases, dependence on a condition, and what a speaker will not have.

use super::*;

impl<'a> Reader<'_, 'a> {
    /// "مرفوض": what it is said of is opposed by whoever says it.
    pub(super) fn passive_participle(
        &mut self,
        hit: &Hit,
        predicate: &Predicate,
        inside: bool,
    ) -> bool {
        if hit.split.article || hit.split.pronoun.is_some() || predicate.weight < 3 {
            return false;
        }
        self.judged(hit, predicate, inside)
    }

    /// Something is called good or bad, needed or criminal, by a speaker.
    pub(super) fn judged(&mut self, hit: &Hit, predicate: &Predicate, inside: bool) -> bool {
        let ground = self.ground;
        let token = hit.token();
        if inside && ground.said_around(token).is_none() {
            return false;
        }
        let Some(entity) = ground.speaker(token) else {
            return false;
        };
        let scope = ground.scope(&hit.tokens, false);
        let Some((stance, fall)) = turned(predicate.attitude, &scope, false) else {
            return false;
        };
        let clause = ground.clause(token);
        let start = ground
            .said_around(token)
            .and_then(|at| ground.said.get(at))
            .map_or(clause.start, |said| said.content.start.max(clause.start));
        let issue = ground.matter_before(start, token);
        let subject = Subject::known(entity, How::Speaker);
        // "التصعيد" names something; "نشاطاتها الخبيثة" still judges it.
        let names = predicate.kind != PredicateKind::Adjective || stance != Stance::Oppose;
        if hit.split.article && names {
            return false;
        }
        let fall = fall + u8::from(hit.split.article);
        self.push(
            hit,
            predicate,
            Stand {
                subject: &subject,
                stance,
                fall,
                issue,
                negation: scope.negation,
                rule: rules::JUDGED,
            },
        );
        true
    }

    pub(super) fn adjective(&mut self, hit: &Hit, predicate: &Predicate, inside: bool) -> bool {
        let ground = self.ground;
        let token = hit.token();
        if predicate.places.has(Places::SUBJECT) {
            return self.judged(hit, predicate, inside);
        }
        if hit.split.article {
            return false;
        }
        if predicate.attitude == Attitude::Binds {
            return self.binds(hit, predicate, hit.tokens.end);
        }
        let Some(argument) = ground.argument(hit.tokens.end, predicate.places, false) else {
            return false;
        };
        let Some(subject) = self.beside(token) else {
            return false;
        };
        let scope = ground.scope(&hit.tokens, false);

        self.carried = Some(subject.entity);
        let issue = Some(argument.tokens);
        self.settle(hit, predicate, &subject, &scope, issue, rules::ADJECTIVE);
        true
    }

    /// Of whom something is said without a verb: the actor before it in its
    /// clause, else the speaker, else whoever went before.
    pub(super) fn beside(&self, token: usize) -> Option<Subject> {
        let ground = self.ground;
        let clause = ground.clause(token);
        let beside = ground
            .actor_before(token)
            .filter(|actor| !actor.adjective && actor.tokens.start >= clause.start)
            .map(|actor| Subject::at(actor.entity, actor.tokens.clone()));
        beside.or_else(|| {
            ground
                .speaker(token)
                .or(self.carried)
                .map(|entity| Subject::known(entity, How::Speaker))
        })
    }

    pub(super) fn phrase(&mut self, hit: &Hit, predicate: &Predicate, inside: bool) -> bool {
        let ground = self.ground;
        if inside || predicate.attitude == Attitude::Binds {
            return false;
        }
        if predicate.places.has(Places::SUBJECT) {
            return self.judged(hit, predicate, inside);
        }
        let token = hit.token();
        let Some(argument) =
            ground.argument(hit.tokens.end, nominal_places(predicate.places), false)
        else {
            return false;
        };
        if predicate.kind == PredicateKind::Preposition {
            // "ضد" says nothing by itself.
            return false;
        }
        let Some(subject) = self.beside(token) else {
            return false;
        };
        let scope = ground.scope(&hit.tokens, false);

        let issue = Some(argument.tokens);
        self.settle(hit, predicate, &subject, &scope, issue, rules::PHRASE);
        true
    }

    /// Something is made to depend on something: the speaker's condition.
    pub(super) fn binds(&mut self, hit: &Hit, predicate: &Predicate, after: usize) -> bool {
        let ground = self.ground;
        let token = hit.token();
        let Some(argument) = ground.argument(after, predicate.places, false) else {
            return false;
        };
        let clause = ground.clause(token);
        let named = ground.actor_before(token).filter(|actor| {
            !actor.adjective && actor.tokens.start == clause.start && hit.is_finite()
        });
        let entity = ground
            .speaker(token)
            .or_else(|| named.map(|actor| actor.entity))
            .or(self.carried);
        let Some(entity) = entity else {
            return false;
        };
        let start = ground
            .said_around(token)
            .and_then(|at| ground.said.get(at))
            .map_or(clause.start, |said| said.content.start.max(clause.start));
        let issue = ground.matter_before(start, token);
        let subject = Subject::known(entity, How::Speaker);
        self.push_bound(hit, predicate, &subject, issue, argument.tokens);
        true
    }

    /// "لا نقاش حول الغاز", "لا إعارة": what a speaker will not have, or not
    /// before a condition is met.
    pub(super) fn no_noun(&mut self, at: usize) {
        let ground = self.ground;
        let noun = at + 1;
        let Some(word) = ground.words.get(noun) else {
            return;
        };
        let plain = word.split.is_whole() && word.is_masdar() && ground.is_nominal(noun);
        let said = self.taken.contains(&at)
            || ground
                .senses
                .hits(&(at..at + 2))
                .iter()
                .any(|hit| hit.tokens.start == at);
        if !plain || said {
            return;
        }
        let Some(entity) = ground.speaker(at).or(self.carried) else {
            return;
        };
        let issue = noun..ground.argument_end(noun, self.sentence.end);
        if issue.is_empty() {
            return;
        }
        self.taken = issue.clone();
        self.found.push(Candidate {
            actor: entity,
            stance: Stance::Oppose,
            act: Some(Act::Reject),
            weight: 2,
            predicate: None,
            trigger: at..noun + 1,
            evidence: at..issue.end,
            issue: Some(issue),
            negated: true,
            statement: ground.said_around(at),
            conditions: Vec::new(),
            reasons: Vec::new(),
            rule: rules::NO_NOUN,
            named: ground.speaker(at).is_some(),
        });
    }
}
