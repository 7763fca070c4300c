//! Finite verbs: with their subject and their matter, or lending their strength to
//! a noun.

use super::*;

impl<'a> Reader<'_, 'a> {
    /// A finite verb.
    pub(super) fn verb(&mut self, hit: &Hit) {
        let ground = self.ground;
        let token = hit.token();
        // "أبدى" may be either voice: news tells who.
        let passive = ground.senses.finite(token).is_some_and(|finite| {
            let readings = ground.words.get(token).into_iter().flat_map(|w| w.finite());
            let mut same = readings.filter(|verbal| verbal.form.verb == finite.form.verb);
            same.all(|verbal| verbal.form.voice == Voice::Passive)
        });
        // "قوبل برفض": only what it met with counts.
        let meets = self.says(hit, |p| p.attitude == Attitude::Meets);
        // "رفض المقترح من قبل الحكومة": an agent tells a passive from an active.
        let agent = self.agent(token).filter(|_| !meets);
        if let Some((at, subject)) = agent {
            self.done_by(hit, at, &subject);
            return;
        }
        if passive && !meets {
            return;
        }
        let natural = self.by_nature(token).is_some();
        if !natural && self.is_wished(token) {
            self.withheld(hit);
            return;
        }
        let any_object = self.says(hit, |p| p.places.only(Places::OBJECT.with(Places::CLAUSE)));
        let strong = self.says(hit, |p| {
            p.weight > 1
                && (p.act.is_some() || matches!(p.attitude, Attitude::Lends | Attitude::Denies))
        });
        // "وقع" may be another verb: its unknown subject tells nothing.
        let lemma = |at: usize| {
            let word = ground.words.get(at);
            let jussive = ground
                .senses
                .finite(at)
                .is_some_and(|verbal| verbal.form.tense == Tense::Jussive);
            let mut verbs = word
                .into_iter()
                .flat_map(|word| word.finite())
                .filter(|verbal| jussive || verbal.form.tense != Tense::Jussive);
            let first = verbs.next().map(|verbal| verbal.form.verb);
            verbs.all(|verbal| Some(verbal.form.verb) == first)
        };
        // "المصنع يهدد صحة السكان": what stands before the verb does it.
        let strong = strong
            && lemma(token)
            && !ground.only_first_person(token)
            && !ground.has_other_subject(token);
        // A plan may support, but only somebody rejects or demands.
        let wills = self.says(hit, |p| {
            let act = matches!(p.act, Some(Act::Reject | Act::Accuse | Act::Request));
            p.weight == 3 && act && p.needs.is_empty()
        });
        let heads = || {
            ground
                .unknown_before(token)
                .filter(|_| wills && lemma(token))
        };
        let unknown = || {
            let beside = ground.subject(token, any_object, None);
            let named = beside.is_some_and(|subject| subject.how == How::Named);
            (strong && !named)
                .then(|| {
                    ground
                        .people_before(token)
                        .or_else(|| ground.unknown_subject(token, any_object))
                })
                .flatten()
        };
        let authors = self.authors(token);
        let author = authors.first().map(|&who| Subject::known(who, How::Named));
        let subject = author
            .or_else(unknown)
            .or_else(heads)
            .map(|subject| self.known_before(subject))
            .or_else(|| ground.subject(token, any_object, self.carried))
            .or_else(|| self.unnamed_source(token))
            .or_else(|| self.issuer(token))
            .filter(|_| !natural);
        let scope = ground.scope(&hit.tokens, true);
        // "قانون يحظر": part of what the verb before is about.
        let own = subject
            .as_ref()
            .and_then(|subject| subject.tokens.as_ref())
            .is_some_and(|tokens| tokens.start > self.taken.start);
        if self.taken.contains(&token) && !own {
            return;
        }
        if let Some(subject) = &subject {
            self.carried = Some(subject.entity);
        }
        let after = subject
            .as_ref()
            .and_then(|subject| subject.tokens.as_ref())
            .map(|tokens| tokens.end)
            .filter(|&end| end > token)
            .map_or(hit.tokens.end, |end| ground.joined_end(end));
        if self.is_absent(hit, after) {
            return;
        }
        for &id in &hit.predicates {
            let Some(predicate) = self.predicate(id) else {
                continue;
            };
            // "وعده «محاولة للالتفاف»" judges, and promises nothing.
            let other = ground
                .said_by_cue(token)
                .and_then(|said| ground.said.get(said))
                .is_some_and(|said| {
                    predicate.kind == PredicateKind::Verb && predicate.word != said.lemma
                });
            if other {
                continue;
            }
            self.id = Some(id);
            // "تضغط من أجل": two words behind the verb may open a clause.
            let reach = ground
                .clause(token)
                .end
                .max(after + 2)
                .min(self.sentence.end);
            if !predicate.needs.is_empty()
                && !ground.has_word(token + 1..reach.min(token + 16), &predicate.needs)
                && !ground
                    .antecedent(token)
                    .is_some_and(|before| ground.has_word(before, &predicate.needs))
            {
                continue;
            }
            // "المذكرة تفتح الباب أمام": what is opened opens nothing.
            let needed = subject
                .as_ref()
                .and_then(|subject| subject.tokens.clone())
                .is_some_and(|tokens| ground.has_word(tokens, &predicate.needs));
            if needed {
                continue;
            }
            match predicate.attitude {
                Attitude::Lends | Attitude::Denies => {
                    if self.lend(hit, predicate, subject.clone(), after, scope) {
                        return;
                    }
                    continue;
                }
                Attitude::Meets => {
                    self.meets(hit, subject.as_ref(), after);
                    return;
                }
                Attitude::Obliges => {
                    self.obliges(hit, predicate, &scope);
                    return;
                }
                Attitude::Ties => {
                    if let Some(subject) = &subject
                        && self.ties(hit, predicate, subject, after)
                    {
                        return;
                    }
                    continue;
                }
                Attitude::Judges | Attitude::Links | Attitude::Absent => continue,
                Attitude::Blames => {
                    if self.blamed(hit, predicate, subject.as_ref())
                        || subject.is_none() && self.effect(hit, predicate)
                    {
                        return;
                    }
                    continue;
                }
                Attitude::Serves => {
                    if subject.is_none() && self.effect(hit, predicate) {
                        return;
                    }
                    continue;
                }
                Attitude::Binds => {
                    if self.binds(hit, predicate, after) {
                        return;
                    }
                    continue;
                }
                _ => {}
            }
            let Some(subject) = &subject else {
                continue;
            };
            let addressee = matches!(
                predicate.act,
                Some(Act::Request | Act::Reject | Act::Accuse)
            );
            let argument = if predicate.needs.is_empty() {
                ground.argument(after, predicate.places, addressee)
            } else {
                ground.argument(after, predicate.places, true)
            };
            if argument
                .as_ref()
                .is_some_and(|found| asserts(predicate, found))
            {
                continue;
            }
            let pronoun = ground
                .senses
                .finite(token)
                .is_some_and(|verbal| verbal.split.pronoun.is_some());
            let object = predicate.places.has(Places::OBJECT) && pronoun;
            // "اعترضت عليه الجمعية": the matter is a pronoun.
            let object = object
                || self.points(token + 1, predicate.places)
                || self.points(after, predicate.places);
            let open = predicate.attitude == Attitude::Settles;
            if argument.is_none() && !object && !open && !self.stands_alone(hit, predicate) {
                continue;
            }
            let issue = match scope.restriction {
                Some(start) => Some(start..ground.argument_end(start, self.sentence.end)),
                None => argument
                    .map(|argument| argument.tokens)
                    .or_else(|| ground.antecedent(token)),
            };
            let rule = if predicate.attitude == Attitude::Settles {
                rules::PHRASE
            } else if ground.said_by_cue(token).is_some() {
                rules::REPORTED_VERB
            } else {
                rules::VERB
            };
            let first = self.found.len();
            if self.settle(hit, predicate, subject, &scope, issue, rule) {
                for &actor in authors.iter().skip(1) {
                    let same = self.found.get(first).cloned();
                    self.found
                        .extend(same.map(|same| Candidate { actor, ..same }));
                }
                return;
            }
        }
    }

    /// Whether a preposition of these frames stands at a token with a pronoun.
    fn points(&self, at: usize, places: Places) -> bool {
        let ground = self.ground;
        let bound = ground
            .words
            .get(at)
            .is_some_and(|word| word.split.pronoun.is_some());
        let place = ground
            .words
            .lexicon
            .prepositions
            .place(ground.words.stem(at));
        bound && place != Places::default() && places.has(place)
    }

    /// "رفض التعليق", "طلب عدم نشر اسمه": nobody's position.
    pub(super) fn is_absent(&self, hit: &Hit, after: usize) -> bool {
        self.says(hit, |predicate| {
            predicate.attitude == Attitude::Absent
                && self
                    .ground
                    .argument(after, nominal_places(predicate.places), true)
                    .is_some_and(|argument| {
                        let start = argument.tokens.start;
                        // "نوه إلى" tells, "نوه بـ" praises.
                        predicate.needs.is_empty() && start <= after + 2
                            || self.ground.has_word(start..start + 4, &predicate.needs)
                    })
        })
    }

    /// "أن تسحب قواتها وتوقف القصف": wished, asked for or feared, and not what
    /// the verb's subject does.
    fn is_wished(&self, verb: usize) -> bool {
        let ground = self.ground;
        let mut at = verb;
        for _ in 0..4 {
            let Some(finite) = ground.senses.finite(at) else {
                return false;
            };
            let open = matches!(finite.form.tense, Tense::Imperfect | Tense::Jussive)
                && finite.split.particle.is_none();
            let Some(before) = at.checked_sub(1).filter(|_| open) else {
                return false;
            };
            let opens = |at: usize| {
                let word = ground.words.get(at);
                ground.is(at, Particle::COMPLEMENTIZER_NOT)
                    || ground.is(at, Particle::COMPLEMENTIZER)
                        && word.is_some_and(|word| word.split.pronoun.is_none())
            };
            if opens(before)
                || ground.is(before, Particle::NEGATION) && before > 0 && opens(before - 1)
            {
                return true;
            }
            // Joined to a verb that is.
            let joined = finite.split.conjunction.is_some() && ground.words.is_word(before);
            let index = ground.clauses.index_of(at);
            let head = index
                .checked_sub(1)
                .and_then(|index| ground.clauses.get(index))
                .and_then(|clause| clause.head);
            match head.filter(|_| joined) {
                Some(head) => at = head,
                None => return false,
            }
        }
        false
    }

    /// "تربط الزيارة بوقف القتال": the object depends, the rest is the condition.
    pub(super) fn ties(
        &mut self,
        hit: &Hit,
        predicate: &Predicate,
        subject: &Subject,
        after: usize,
    ) -> bool {
        let ground = self.ground;
        let Some(condition) = ground.argument(after, predicate.places, true) else {
            return false;
        };
        let near = after..condition.tokens.start + 2;
        if !predicate.needs.is_empty() && !ground.has_word(near, &predicate.needs) {
            return false;
        }
        // Only what may come about is a condition: "تربط المدينتين بسكة".
        let event = ground
            .words
            .get(condition.tokens.start)
            .is_some_and(|word| word.is_masdar() || word.is(Particle::OCCASION));
        if !event && condition.place != Places::CLAUSE && predicate.places.has(Places::BI) {
            return false;
        }
        let issue = if predicate.places.has(Places::OBJECT) {
            let rest = ground.argument(condition.tokens.end, Places::LI, false);
            rest.map(|rest| rest.tokens)
        } else {
            let object = ground.argument(after, Places::OBJECT, false);
            object.map(|object| object.tokens.start..object.tokens.end.min(condition.tokens.start))
        };
        self.push_bound(hit, predicate, subject, issue, condition.tokens);
        true
    }

    /// A verb that is a stance even without its matter: in a headline
    /// ("واشنطن تندد وتتوعد").
    pub(super) fn stands_alone(&self, hit: &Hit, predicate: &Predicate) -> bool {
        predicate.weight == 3 && self.sentence.start == 0 && hit.is_finite()
    }
}

/// "شدد على أن …" tells; "شدد على ضرورة …" asks.
pub(super) fn asserts(predicate: &Predicate, argument: &Argument) -> bool {
    predicate.act == Some(Act::Request)
        && predicate.weight < 3
        && argument.clause
        && !predicate.places.has(Places::CLAUSE)
}
