//! What is said of somebody or something without a verb of stance: adjectives,
//! phrases, dependence on a condition, and what a speaker will not have.

use super::*;

impl<'a> Reader<'_, 'a> {
    pub(super) fn adjective(&mut self, hit: &Hit, predicate: &Predicate, inside: bool) -> bool {
        let ground = self.ground;
        let token = hit.token();
        if predicate.places.has(Places::SUBJECT) {
            return self.judged(hit, predicate, inside);
        }
        if hit.split.article {
            return self.described(hit, predicate);
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

    /// Who is for or against: "نحن مع", "إنه ضد", "النقابة ليست ضد"; elsewhere a
    /// preposition is no predicate.
    fn stands_by(&self, token: usize) -> Option<Subject> {
        let ground = self.ground;
        let before = token.checked_sub(1)?;
        let word = ground.words.get(before)?;
        let clitic = word.is(Particle::COMPLEMENTIZER) && word.split.pronoun.is_some();
        let denied = ground.has_marker(before, MarkerKind::Negation);
        if clitic || word.is(Particle::PRONOUN) {
            let entity = ground.speaker(token).or(self.carried)?;
            return Some(Subject::known(entity, How::Speaker));
        }
        denied.then(|| self.beside(token)).flatten()
    }

    pub(super) fn phrase(&mut self, hit: &Hit, predicate: &Predicate, inside: bool) -> bool {
        let ground = self.ground;
        if inside || predicate.attitude == Attitude::Binds {
            return false;
        }
        let neutral = predicate.attitude == Attitude::Neutral;
        if predicate.places.has(Places::SUBJECT) && !neutral {
            return self.judged(hit, predicate, inside);
        }
        let token = hit.token();
        // "لم تحسم لجنة كذا موقفها", "تقف على مسافة واحدة": the clause's own subject.
        let verb = hit
            .tokens
            .clone()
            .find(|&at| ground.senses.finite(at).is_some());
        let head = || ground.clauses.at(token).and_then(|clause| clause.head);
        let stands = verb
            .or_else(|| head().filter(|_| neutral))
            .and_then(|verb| {
                ground
                    .subject(verb, false, self.carried)
                    .or_else(|| ground.unknown_subject(verb, false))
            });
        let after = stands
            .as_ref()
            .and_then(|subject| subject.tokens.as_ref())
            .map_or(hit.tokens.end, |tokens| tokens.end.max(hit.tokens.end));
        let argument = ground.argument(after, nominal_places(predicate.places), false);
        if argument.is_none() && !neutral {
            return false;
        }
        let subject = if let Some(stands) = stands {
            Some(stands)
        } else if predicate.kind == PredicateKind::Preposition {
            self.stands_by(token)
        } else {
            self.beside(token)
        };
        let Some(subject) = subject else {
            return false;
        };
        let scope = ground.scope(&hit.tokens, false);

        // The negation of "لم تحسم" is the phrase's own.
        let scope = if neutral {
            Scope {
                negation: None,
                ..scope
            }
        } else {
            scope
        };
        let issue = argument.map(|argument| argument.tokens);
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
        let start = self.clause_start(token);
        let issue = ground.matter_before(start, token);
        let subject = Subject::known(entity, How::Speaker);
        let needed = argument.tokens.clone();
        self.push_bound(hit, predicate, &subject, issue, argument.tokens);
        // "الوضع يتطلب ردا": a need sooner than a condition; the ranking decides.
        if predicate.places.has(Places::OBJECT) {
            self.push(
                hit,
                predicate,
                Stand {
                    subject: &subject,
                    stance: Stance::Support,
                    fall: 1,
                    issue: Some(needed),
                    negation: None,
                    rule: rules::NEED,
                },
            );
        }
        true
    }
}
