//! Stances told in passing: by an attribute ("الحوثيون المدعومون من إيران",
//! "القوى الرافضة للاتفاق"), or beside the main clause ("أقر القانون رغم معارضة
//! تركيا").

use super::*;

/// No attribute stands farther behind the noun it tells of.
const HEAD: usize = 6;

impl<'a> Reader<'_, 'a> {
    /// "المدعومة من مصر والإمارات": who backs what stands before.
    pub(super) fn backed(&mut self, hit: &Hit, predicate: &Predicate) -> bool {
        let ground = self.ground;
        let token = hit.token();
        let from = hit.tokens.end;
        let backer = if ground.is(from, Particle::FRAME_MIN) {
            ground.actor_starting(from + 1).filter(|a| !a.adjective)
        } else {
            // "المدعومة إماراتيا"
            let manner = ground.words.get(from).is_some_and(|w| w.shape.accusative);
            ground
                .actor_starting(from)
                .filter(|a| a.adjective && manner)
        };
        let Some(backer) = backer.cloned() else {
            return false;
        };
        let Some(backed) = self.noun_before(token) else {
            return false;
        };
        let subject = Subject::at(backer.entity, backer.tokens);
        let scope = Scope::default();
        self.settle(
            hit,
            predicate,
            &subject,
            &scope,
            Some(backed),
            rules::ATTRIBUTE,
        )
    }

    /// "القوى الرافضة للاتفاق": an attribute of the actor right before it.
    pub(super) fn described(&mut self, hit: &Hit, predicate: &Predicate) -> bool {
        let ground = self.ground;
        let token = hit.token();
        let stands = matches!(predicate.attitude, Attitude::Support | Attitude::Oppose);
        let actor = ground
            .actor_before(token)
            .filter(|actor| stands && actor.tokens.end == token && !actor.adjective);
        let holder = actor
            .cloned()
            .map(|actor| Subject::at(actor.entity, actor.tokens))
            .or_else(|| self.holder(token).filter(|_| stands));
        let Some(subject) = holder else {
            return false;
        };
        let places = nominal_places(predicate.places);
        // "الموقف المصري" is no participle: what follows stands behind a preposition.
        let argument = ground
            .argument(hit.tokens.end, places, false)
            .filter(|argument| {
                let beside = argument.tokens.start <= hit.tokens.end + 1;
                beside && argument.place.only(Places::PREPOSITIONS)
            });
        let Some(argument) = argument else {
            return false;
        };
        let scope = ground.scope(&hit.tokens, false);
        let issue = Some(argument.tokens);
        self.settle(hit, predicate, &subject, &scope, issue, rules::ATTRIBUTE)
    }

    /// "موقف بلاده الثابت الداعم لحل الدولتين", "الموقف المصري الرافض": whose stand
    /// the attribute tells of.
    fn holder(&self, attribute: usize) -> Option<Subject> {
        let ground = self.ground;
        let from = self.sentence.start.max(attribute.saturating_sub(HEAD));
        let head = (from..attribute)
            .rev()
            .find(|&at| ground.is(at, Particle::STAND))?;
        let phrase = head..attribute;
        if !phrase.clone().all(|at| ground.is_nominal(at)) {
            return None;
        }
        let owner = phrase.clone().find_map(|at| ground.actor_starting(at));
        if let Some(actor) = owner {
            let owned = !actor.adjective;
            return Some(match owned {
                true => Subject::at(actor.entity, actor.tokens.clone()),
                false => Subject::known(actor.entity, How::Named),
            });
        }
        let own = ground.words.get(head)?.split.pronoun.is_some();
        let entity = self
            .carried
            .or_else(|| ground.speaker(head))
            .filter(|_| own)?;
        Some(Subject::known(entity, How::Carried))
    }

    /// What the main clause is about, where a noun of stance without a matter of
    /// its own stands beside it: "جاء القرار وسط رفض روسي".
    pub(super) fn main_matter(&self, token: usize) -> Option<Range<usize>> {
        let ground = self.ground;
        let near = token.saturating_sub(4)..token;
        let markers = ground.senses.markers(&near).iter();
        let mut conceded =
            markers.filter(|m| m.kind == MarkerKind::Concession && m.tokens.end == token);
        let before = token.checked_sub(1)?;
        let end = match conceded.next() {
            Some(marker) => marker.tokens.start,
            None if !ground.is(before, Particle::AMID) => return None,
            // "في ظل رفض"
            None => before - usize::from(before > 0 && ground.is(before - 1, Particle::FRAME_FI)),
        };
        let mut last = end;
        while last > self.sentence.start && !ground.is_nominal(last - 1) {
            last -= 1;
            if ground.senses.finite(last).is_some() || end - last > 3 {
                return None;
            }
        }
        self.noun_before(last)
    }

    /// The noun phrase that ends before a token: an actor, or a noun with its
    /// genitives or adjectives.
    fn noun_before(&self, end: usize) -> Option<Range<usize>> {
        let ground = self.ground;
        if let Some(actor) = ground.actor_before(end).filter(|a| a.tokens.end == end) {
            return Some(actor.tokens.clone());
        }
        let definite = |at: usize| ground.words.get(at).is_some_and(|w| w.shape.definite);
        let mut start = end;
        while start > self.sentence.start && end - start < 4 && ground.is_nominal(start - 1) {
            let goes_on = start == end || !definite(start - 1) || definite(start);
            let headed = start < end
                && ground
                    .words
                    .get(start)
                    .is_some_and(|word| word.split.particle.is_some() || word.conjoined());
            if !goes_on || headed {
                break;
            }
            start -= 1;
        }
        (start < end).then_some(start..end)
    }
}
