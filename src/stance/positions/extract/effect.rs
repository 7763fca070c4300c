//! Judging a thing by what it does: "القرار يقوض السلام", "هذه الخطوة من شأنها أن
//! تعزز الثقة". Whoever says so is against it or for it.

use super::*;

impl<'a> Reader<'_, 'a> {
    /// A verb of harm or of good, said of something that is nobody.
    pub(super) fn effect(&mut self, hit: &Hit, predicate: &Predicate) -> bool {
        let ground = self.ground;
        let token = hit.token();
        let Some(entity) = ground.speaker(token) else {
            return false;
        };
        let Some(thing) = self.thing(token) else {
            return false;
        };
        // "الصفقة لن تمر" needs nothing behind the verb.
        let alone = predicate.places.has(Places::SUBJECT);
        let argument = ground.argument(hit.tokens.end, predicate.places, true);
        if argument.is_none() && !alone {
            return false;
        }
        let object = argument.map_or(hit.tokens.end..hit.tokens.end, |found| found.tokens);
        let scope = ground.scope(&hit.tokens, true);
        let good = predicate.attitude == Attitude::Serves;
        let negated = scope.negation.is_some() && scope.restriction.is_none();
        let stance = match (good != self.is_ill(&object), negated) {
            (true, false) => Stance::Support,
            (true, true) | (false, false) => Stance::Oppose,
            // What does no harm is not yet good.
            (false, true) => return false,
        };
        let subject = Subject::known(entity, How::Speaker);
        let first = self.found.len();
        self.push(
            hit,
            predicate,
            Stand {
                subject: &subject,
                stance,
                fall: u8::from(scope.past),
                issue: Some(thing),
                negation: scope.negation,
                rule: rules::EFFECT,
            },
        );
        if let Some(own) = self.found.get_mut(first) {
            own.evidence.end = own.evidence.end.max(object.end);
        }
        self.taken.end = self.taken.end.max(object.end);
        true
    }

    /// What is said to have an effect: it stands free at the head of the clause,
    /// or before "من شأنه أن".
    fn thing(&self, verb: usize) -> Option<Range<usize>> {
        let ground = self.ground;
        let end = self.by_nature(verb).unwrap_or(verb);
        let clause = ground.clauses.at(end.checked_sub(1)?)?;
        let said = ground.said.get(ground.said_around(verb)?)?;
        if matches!(clause.opening, Opening::Relative | Opening::Participle) {
            return None;
        }
        let opens = Particle::COMPLEMENTIZER
            .or(Particle::VERBAL)
            .or(Particle::CONNECTIVE)
            .or(Particle::COPULA);
        let mut start = clause.tokens.start.max(said.content.start);
        while start < end && (!ground.words.is_word(start) || ground.is(start, opens)) {
            let bound = ground.words.get(start)?.split.pronoun.is_some();
            if bound && ground.is(start, opens) {
                return None;
            }
            start += 1;
        }
        let word = ground.words.get(start).filter(|_| start < end)?;
        let free = word.split.particle.is_none()
            && ground.actor_at(start).is_none_or(|actor| actor.adjective)
            && !ground.is(start, Particle::TIME.or(Particle::ADVERB))
            && (ground.is_nominal(start) || ground.is(start, Particle::DEMONSTRATIVE));
        free.then(|| ground.matter_before(start, end)).flatten()
    }

    /// Where "من شأنه" begins before "أن" and its verb.
    pub(super) fn by_nature(&self, verb: usize) -> Option<usize> {
        let ground = self.ground;
        let at = verb.checked_sub(3)?;
        let nature = ground.is(verb - 1, Particle::COMPLEMENTIZER)
            && ground.is(verb - 2, Particle::NATURE)
            && ground.is(at, Particle::FRAME_MIN);
        nature.then_some(at)
    }

    /// Whether what is done good to is an ill: "يعزز الفوضى".
    fn is_ill(&self, argument: &Range<usize>) -> bool {
        let first = argument.start..argument.end.min(argument.start + 2);
        self.says_in(&first, |predicate| {
            predicate.kind == PredicateKind::Noun && predicate.attitude.opposes()
        })
    }
}
