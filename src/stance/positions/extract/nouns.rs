//! Verbal nouns and participles: whose they are, and what they are about.

use super::verbs::asserts;
use super::*;

impl<'a> Reader<'_, 'a> {
    /// A verbal noun, participle, adjective or phrase.
    pub(super) fn noun(&mut self, hit: &Hit) {
        let token = hit.token();
        let inside = self.taken.contains(&token);
        let lender = self
            .lender
            .clone()
            .filter(|lender| (lender.token + 1..lender.until).contains(&token));
        for &id in &hit.predicates {
            let Some(predicate) = self.predicate(id) else {
                continue;
            };
            if !predicate.needs.is_empty() {
                continue;
            }
            self.id = Some(id);
            match predicate.kind {
                PredicateKind::Phrase | PredicateKind::Preposition => {
                    if self.phrase(hit, predicate, inside) {
                        return;
                    }
                }
                PredicateKind::Adjective => {
                    if self.adjective(hit, predicate, inside) {
                        return;
                    }
                }
                PredicateKind::Noun | PredicateKind::Verb => {
                    if self.verbal_noun(hit, predicate, inside, lender.as_ref()) {
                        return;
                    }
                }
            }
        }
    }

    pub(super) fn verbal_noun(
        &mut self,
        hit: &Hit,
        predicate: &Predicate,
        inside: bool,
        lender: Option<&Lender>,
    ) -> bool {
        let ground = self.ground;
        let token = hit.token();
        if predicate.attitude == Attitude::Lends && predicate.kind == PredicateKind::Noun {
            return self.lending_noun(hit, predicate);
        }
        if predicate.attitude == Attitude::Lends
            && hit.tense == Some(Tense::ActiveParticiple)
            && self.carries_on(hit)
        {
            // "، مجددا رفض بلاده": like the verb.
            let subject = self.participle_subject(hit);
            let scope = ground.scope(&hit.tokens, false);
            return subject.is_some() && self.lend(hit, predicate, subject, hit.tokens.end, scope);
        }
        if matches!(
            predicate.attitude,
            Attitude::Lends
                | Attitude::Denies
                | Attitude::Judges
                | Attitude::Obliges
                | Attitude::Ties
                | Attitude::Links
                | Attitude::Blames
                | Attitude::Absent
                | Attitude::Settles
                | Attitude::Serves
                | Attitude::Meets
        ) {
            return false;
        }
        if self.is_absent(hit, hit.tokens.end) {
            return true;
        }
        let participle = matches!(hit.tense, Some(Tense::ActiveParticiple));
        if matches!(hit.tense, Some(Tense::PassiveParticiple)) {
            return self.passive_participle(hit, predicate, inside);
        }
        if participle && hit.split.article {
            return self.described(hit, predicate);
        }
        if participle && hit.split.pronoun.is_some() {
            return false;
        }
        // "استعداده لتعليق الإضراب": what is lent already has its matter.
        let lent = |lender: &Lender| {
            self.found.last().is_some_and(|last| {
                let matter = last.issue.as_ref();
                last.rule == rules::LENT
                    && last.trigger.start > lender.token
                    && matter.is_some_and(|issue| issue.contains(&token))
            })
        };
        if lender.is_some_and(lent) {
            return false;
        }
        // To deny what one is accused of is no position.
        let accused = predicate.act == Some(Act::Accuse);
        if accused && lender.is_some_and(|lender| lender.denies) {
            return true;
        }
        // "أعلنت …، مؤكدة": a participle that carries on is lent nothing.
        let lender = lender.filter(|_| !(participle && self.carries_on(hit)));
        let apart = lender.is_some_and(|lender| lender.object != token);
        if hit.split.article && apart && ground.said_by_cue(token).is_none() {
            return false;
        }
        if predicate.places.has(Places::SUBJECT) {
            return self.judged(hit, predicate, inside);
        }
        if predicate.attitude == Attitude::Binds {
            return participle && !inside && self.binds(hit, predicate, hit.tokens.end);
        }
        // Who: a pronoun or an actor in the genitive, else whoever lends the
        // noun its verb, else the clause's subject for a participle.
        let genitive = self
            .genitive(hit)
            .filter(|subject| !addresses(predicate, subject, ground));
        let said = ground.said_by_cue(token).and_then(|at| ground.said.get(at));
        let (subject, rule, after) = if let Some(lender) = lender
            && let Some(subject) = (hit.split.pronoun.is_some())
                .then(|| lender.subject.clone())
                .flatten()
                .or_else(|| genitive.clone())
                .or_else(|| lender.subject.clone())
        {
            let after = genitive
                .as_ref()
                .and_then(|subject| subject.tokens.as_ref())
                .map_or(hit.tokens.end, |tokens| tokens.end);
            (subject, rules::LENT, after)
        } else if participle {
            let by_cue = said
                .and_then(|said| said.source)
                .map(|entity| Subject::known(entity, How::Named));
            let found = self.participle_subject(hit);
            let Some(subject) = by_cue.filter(|_| self.carries_on(hit)).or(found) else {
                return false;
            };
            (subject, rules::PARTICIPLE, hit.tokens.end)
        } else if let Some(said) = said
            && let Some(entity) = said.source
        {
            let subject = Subject::known(entity, How::Named);
            (subject, rules::REPORTED_VERB, hit.tokens.end)
        } else if hit.tense == Some(Tense::Masdar)
            && hit.split.particle == Some(crate::arabic::Particle::Li)
            && hit.split.pronoun.is_none()
            && predicate.weight == 3
            && let Some(entity) = self.carried
        {
            // "اجتمعوا لرفض القرار": what they do it for.
            let subject = Subject::known(entity, How::Carried);
            (subject, rules::PURPOSE, hit.tokens.end)
        } else if let Some(subject) = genitive {
            // "انتقدت النقابة قبول الوزارة بالعرض": somebody else's position.
            let nested = subject.tokens.is_some()
                && self
                    .found
                    .last()
                    .is_some_and(|last| last.actor != subject.entity);
            if inside && lender.is_none() && !nested {
                return false;
            }
            let after = subject
                .tokens
                .as_ref()
                .map_or(hit.tokens.end, |tokens| tokens.end);
            (subject, rules::NOUN_OF_ACTOR, after)
        } else if hit.accusative
            && hit.tense == Some(Tense::Masdar)
            && let Some(entity) = self.carried
        {
            // "احتجاجا على": why the subject does what the clause says.
            let subject = Subject::known(entity, How::Carried);
            (subject, rules::PURPOSE, hit.tokens.end)
        } else if self.is_need(predicate) && !inside {
            let speaker = ground.speaker(token).or(self.carried);
            let Some(entity) = speaker else {
                return false;
            };
            let subject = Subject::known(entity, How::Speaker);
            (subject, rules::NEED, hit.tokens.end)
        } else if let Some(entity) = self.nisba_actor(hit) {
            let subject = Subject::known(entity, How::Named);
            (subject, rules::NISBA_NOUN, hit.tokens.end + 1)
        } else {
            return false;
        };
        let mut scope = ground.scope(&hit.tokens, false);
        if let Some(lender) = lender {
            scope.past |= lender.scope.past;
            // "لم ينف نيته": denied twice is affirmed.
            if lender.scope.negation.is_some() != lender.denies {
                if scope.negation.is_some() {
                    scope.negation = None;
                } else {
                    scope.negation = lender.scope.negation.or(Some(lender.token));
                    scope.past_negation = lender.scope.past_negation;
                }
            }
        }
        let wanted = nominal_places(predicate.places);
        let argument = ground.argument(after, wanted, true);
        // "قرار الوزير إغلاق المصنع": what is decided, not "قرار الوزير الأخير".
        let act = |argument: &Argument| {
            ground
                .words
                .get(argument.tokens.start)
                .is_some_and(|word| word.is_masdar())
        };
        if predicate.kind == PredicateKind::Noun
            && predicate.places.has(Places::OBJECT)
            && !argument.as_ref().is_some_and(act)
        {
            return false;
        }
        let told = argument
            .as_ref()
            .is_some_and(|found| asserts(predicate, found));
        let owned = matches!(rule, rules::NOUN_OF_ACTOR | rules::NISBA_NOUN);
        let beside = (owned && argument.is_none())
            .then(|| self.main_matter(token))
            .flatten();
        if told || argument.is_none() && lender.is_none() && beside.is_none() {
            return false;
        }
        let Some((mut stance, fall)) = turned(predicate.attitude, &scope, false) else {
            return true;
        };
        if lender.is_some_and(|lender| lender.denies) && predicate.act == Some(Act::Agree) {
            // Failing to agree, or denying that one agreed, is no opposition.
            stance = Stance::Neutral;
        }
        let fall = fall + u8::from(rule == rules::NOUN_OF_ACTOR);
        let outer = inside.then(|| self.taken.clone());
        if outer.is_none() {
            self.carried = Some(subject.entity);
        }
        let issue = argument.map(|argument| argument.tokens).or(beside);
        let (stance, issue) = self.inner(predicate, stance, issue);
        self.push(
            hit,
            predicate,
            Stand {
                subject: &subject,
                stance,
                fall,
                issue,
                negation: scope.negation,
                rule,
            },
        );
        if let Some(outer) = outer {
            self.taken = outer;
        }
        true
    }

    pub(super) fn is_need(&self, predicate: &Predicate) -> bool {
        predicate.kind == PredicateKind::Noun && predicate.act == Some(Act::Request)
    }

    /// The actor in the genitive or pronoun of a verbal noun: "رفض موسكو",
    /// "رفضها".
    pub(super) fn genitive(&self, hit: &Hit) -> Option<Subject> {
        let ground = self.ground;
        if hit.split.pronoun.is_some() {
            return self
                .told_of(hit.token())
                .or(self.carried)
                .or_else(|| ground.speaker(hit.token()))
                .map(|entity| Subject::known(entity, How::Carried));
        }
        if hit.split.article {
            return None;
        }
        let actor = ground
            .actor_starting(hit.tokens.end)
            .filter(|actor| !actor.adjective)?;
        let governed = ground
            .words
            .get(hit.tokens.end)
            .is_some_and(|word| word.split.particle.is_some());
        (!governed).then(|| Subject::at(actor.entity, actor.tokens.clone()))
    }

    /// Who a pronoun means in words that somebody tells of another: the subject
    /// that a verb before it names ("بأن الحركة أبلغت الوسطاء موافقتها، ورفضها").
    fn told_of(&self, token: usize) -> Option<Who> {
        let ground = self.ground;
        let said = ground
            .said_around(token)
            .and_then(|at| ground.said.get(at))?;
        let here = ground.clauses.index_of(token);
        let clauses = (here.saturating_sub(2)..=here).rev();
        let mut heads = clauses
            .filter_map(|index| ground.clauses.get(index)?.head)
            .filter(|&head| head < token && head >= said.content.start);
        heads.find_map(|head| {
            let subject = ground.subject(head, false, None)?;
            (subject.how == How::Named && Some(subject.entity) != said.source)
                .then_some(subject.entity)
        })
    }

    /// The state whose adjective follows a noun: "تنديد روسي بـ".
    pub(super) fn nisba_actor(&self, hit: &Hit) -> Option<Who> {
        let actor = self.ground.actor_starting(hit.tokens.end)?;
        actor.adjective.then_some(actor.entity)
    }

    /// Whose participle it is: the subject of what it carries on.
    pub(super) fn participle_subject(&self, hit: &Hit) -> Option<Subject> {
        let ground = self.ground;
        let clause = ground.clauses.at(hit.token())?;
        if self.carries_on(hit) {
            let entity = self.carried.or_else(|| ground.speaker(hit.token()))?;
            return Some(Subject::known(entity, How::Carried));
        }
        // Said of an actor that stands right before: "بلاده رافضة".
        let actor = ground
            .actor_before(hit.token())
            .filter(|actor| !actor.adjective)?;
        (actor.tokens.end == hit.token() && actor.tokens.start >= clause.tokens.start)
            .then(|| Subject::at(actor.entity, actor.tokens.clone()))
    }

    /// "، داعيا" carries on what was before; "لقاء مقررا" is an attribute.
    pub(super) fn carries_on(&self, hit: &Hit) -> bool {
        let ground = self.ground;
        let opens = ground.clauses.at(hit.token()).is_some_and(|clause| {
            clause.opening == Opening::Participle && clause.tokens.start == hit.token()
        });
        let attribute = hit
            .token()
            .checked_sub(1)
            .and_then(|before| ground.words.get(before))
            .is_some_and(|word| word.shape.accusative);
        let strong = self.says(hit, |p| p.weight == 3);
        (hit.accusative && !attribute && strong) || opens
    }
}

/// "حث المزارعين على البيع": the genitive of a verb that takes an addressee is
/// who is asked, unless another noun or a preposition ل tells that one apart.
fn addresses(predicate: &Predicate, subject: &Subject, ground: &Ground<'_>) -> bool {
    let asks = predicate.act == Some(Act::Request)
        && predicate.kind == PredicateKind::Verb
        && !predicate.places.has(Places::ILA.with(Places::OBJECT));
    let Some(tokens) = subject.tokens.as_ref().filter(|_| asks) else {
        return false;
    };
    let apart = ground.words.get(tokens.end).is_some_and(|word| {
        word.has(crate::arabic::Particle::Li)
            || (ground.is_nominal(tokens.end) && word.split.particle.is_none())
    });
    !apart
}
