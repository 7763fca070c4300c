//! What is called a need, a duty or a must is asked for by whoever says it:
//! "يجب أن", "على الحكومة أن", "من الضروري أن", "الأولوية هي".

use super::*;

impl<'a> Reader<'_, 'a> {
    /// "يجب أن": asked for by whoever says it.
    pub(super) fn obliges(&mut self, hit: &Hit, predicate: &Predicate, scope: &Scope) {
        let ground = self.ground;
        // "لا يمكن قبول ذلك"; what can be is nobody's wish.
        if predicate.weight == 1 && scope.negation.is_none() {
            return;
        }
        let Some(entity) = ground.speaker(hit.token()).or(self.carried) else {
            return;
        };
        let Some(argument) = ground.argument(hit.tokens.end, predicate.places, true) else {
            return;
        };
        let subject = Subject::known(entity, How::Speaker);
        self.needed(hit, predicate, &subject, argument.tokens, scope.negation);
    }

    fn needed(
        &mut self,
        hit: &Hit,
        predicate: &Predicate,
        subject: &Subject,
        issue: Range<usize>,
        negation: Option<usize>,
    ) {
        let stance = if negation.is_some() {
            Stance::Oppose
        } else {
            Stance::Support
        };
        let (stance, issue) = self.inner(predicate, stance, Some(issue));
        self.push(
            hit,
            predicate,
            Stand {
                subject,
                stance,
                fall: 0,
                issue,
                negation,
                rule: rules::NEED,
            },
        );
    }

    /// "من الضروري أن تُنشر النتائج", "من غير المعقول أن": the adjective with its
    /// article, behind من.
    pub(super) fn impersonal(&mut self, hit: &Hit, predicate: &Predicate) -> bool {
        let ground = self.ground;
        let token = hit.token();
        let from = |at: usize| {
            ground
                .words
                .lexicon
                .prepositions
                .place(ground.words.stem(at))
                == Places::MIN
        };
        let denied = token
            .checked_sub(1)
            // "من غير" is a marker of its own.
            .filter(|&at| {
                let form = ground.words.reading.form(at);
                let mut markers = ground.words.lexicon.markers.starting(form);
                markers.any(|m| m.kind == MarkerKind::Negation && m.words.len() == 1)
            });
        let led = token
            .checked_sub(1 + usize::from(denied.is_some()))
            .filter(|&at| from(at) && hit.split.article);
        let Some(led) = led else {
            return false;
        };
        let Some(entity) = ground.speaker(token).or(self.carried) else {
            return false;
        };
        let need = predicate.act == Some(Act::Request);
        // "من غير المقبول استهداف المدنيين": an act, where it is no need.
        let act = |argument: &Argument| {
            let first = ground.words.get(argument.tokens.start);
            need || argument.clause || first.is_some_and(|word| word.is_masdar())
        };
        let places = Places::OBJECT.with(Places::CLAUSE);
        let argument = ground.argument(hit.tokens.end, places, false).filter(act);
        let Some(argument) = argument else {
            return false;
        };
        let scope = ground.scope(&(led..hit.tokens.end), false);
        let negation = match (denied, scope.negation) {
            (Some(_), Some(_)) => None,
            (one, other) => one.or(other),
        };
        let subject = Subject::known(entity, How::Speaker);
        let scope = Scope { negation, ..scope };
        self.settle(
            hit,
            predicate,
            &subject,
            &scope,
            Some(argument.tokens),
            rules::NEED,
        )
    }

    /// Whether a clause begins with على: "على البلدية فتح السوق", "وعليهم أن".
    pub(super) fn opens_duty(&self, at: usize) -> bool {
        let ground = self.ground;
        if !ground.is(at, Particle::FRAME_ALA) {
            return false;
        }
        let opened = at.checked_sub(1).filter(|_| at > self.sentence.start);
        opened.is_none_or(|before| {
            !ground.words.is_word(before)
                || ground.is(before, Particle::COMPLEMENTIZER.or(Particle::CONNECTIVE))
        }) || ground.words.get(at).is_some_and(|word| word.conjoined())
    }

    /// A duty laid on somebody by whoever speaks.
    pub(super) fn duty(&mut self, at: usize) {
        let ground = self.ground;
        let Some(entity) = ground.speaker(at) else {
            return;
        };
        let pronoun = ground
            .words
            .get(at)
            .is_some_and(|word| word.split.pronoun.is_some());
        let whom = ground.actor_starting(at + 1).map(|actor| actor.tokens.end);
        let Some(mut end) = (if pronoun {
            Some(at + 1)
        } else {
            whom.or_else(|| ground.aside_end(at, self.sentence.end))
        }) else {
            return;
        };
        while ground.is(end, Particle::ADVERB.or(Particle::TIME))
            && !ground.has_marker(end, MarkerKind::Negation)
        {
            end += 1;
        }
        let verb_follows = |at: usize| {
            ground
                .senses
                .finite(at)
                .is_some_and(|verbal| verbal.form.tense != Tense::Perfect)
        };
        let clause = ground.is(end, Particle::COMPLEMENTIZER)
            && (verb_follows(end + 1)
                || verb_follows(end + 2) && ground.is(end + 1, Particle::NEGATION))
            || ground.is(end, Particle::COMPLEMENTIZER_NOT);
        // "فتح المعبر" behind a duty is a noun, whatever it looks like.
        let masdar = ground.words.is_word(end)
            && ground.words.get(end).is_some_and(|word| {
                word.is_masdar()
                    && word.split.particle.is_none()
                    && !word.conjoined()
                    && !word.split.article
                    && !word.shape.accusative
            });
        let start = end + usize::from(clause);
        if !(clause || masdar) {
            return;
        }
        let issue = start..ground.argument_end(start, self.sentence.end);
        let whole = Range {
            start,
            end: issue.end,
        };
        if whole.is_empty() {
            return;
        }
        let rest = self.negated_rest(&whole);
        let (stance, rest) = match rest.or_else(|| self.ceased_rest(&whole)) {
            Some(rest) => (Stance::Oppose, rest),
            None => (Stance::Support, whole),
        };
        self.taken = issue.clone();
        self.found.push(Candidate {
            actor: entity,
            stance,
            act: Some(Act::Request),
            weight: 2,
            predicate: None,
            trigger: at..at + 1,
            evidence: at..rest.end,
            issue: Some(rest),
            negated: stance == Stance::Oppose,
            statement: ground.said_around(at),
            conditions: Vec::new(),
            reasons: Vec::new(),
            rule: rules::NEED,
            named: true,
        });
    }
}
