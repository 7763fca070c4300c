//! From predicates to candidates.
//!
//! Each sentence is read once, from its first predicate to its last. A noun
//! that is part of what an earlier predicate is about takes no position of its
//! own ("دعا إلى دعم الحل" is one demand); a verb with its own subject does.

use std::ops::Range;

use super::ground::{Ground, Who};
use super::polarity::{Scope, turned};
use super::subject::{How, Subject};
use super::{Candidate, Stance};
use crate::arabic::TokenKind;
use crate::lexicon::{
    Act, Attitude, MarkerKind, Particle, Places, Predicate, PredicateId, PredicateKind, Tense,
    Voice,
};
use crate::stance::clauses::Opening;
use crate::stance::rules;
use crate::stance::senses::Hit;
use crate::stance::words::Words;

pub(super) fn candidates(ground: &Ground<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut carried = None;
    for sentence in &ground.words.reading.sentences {
        if is_question(ground, &sentence.tokens) {
            continue;
        }
        let mut reader = Reader {
            ground,
            sentence: sentence.tokens.clone(),
            found: &mut found,
            // What stands in one headline is of one subject.
            carried: if sentence.paragraph == 0 {
                carried
            } else {
                None
            },
            taken: 0..0,
            lender: None,
            id: None,
            clause: ground.clauses.index_of(sentence.tokens.start),
        };
        reader.read();
        carried = reader.carried;
    }
    found
}

fn is_question(ground: &Ground<'_>, tokens: &Range<usize>) -> bool {
    let last = tokens.end.saturating_sub(1);
    ground.kind(last) == Some(TokenKind::Stop)
        && matches!(ground.words.reading.form(last), "؟" | "?")
}

/// A light verb that waits for its noun.
#[derive(Clone, Debug)]
struct Lender {
    subject: Option<Subject>,
    until: usize,
    token: usize,
    /// Where its object begins.
    object: usize,
    scope: Scope,
    denies: bool,
}

struct Reader<'r, 'a> {
    ground: &'r Ground<'a>,
    sentence: Range<usize>,
    found: &'r mut Vec<Candidate>,
    /// Whoever was the subject last in this sentence.
    carried: Option<Who>,
    /// What the last predicate is about.
    taken: Range<usize>,
    lender: Option<Lender>,
    /// The predicate that is being tried.
    id: Option<PredicateId>,
    /// The clause up to which subjects have been noted.
    clause: usize,
}

impl<'a> Reader<'_, 'a> {
    fn read(&mut self) {
        let hits = self.ground.senses.hits(&self.sentence);
        let negations = self.ground.senses.markers(&self.sentence);
        let mut negations = negations
            .iter()
            .filter(|marker| marker.kind == MarkerKind::Negation)
            .peekable();
        for hit in hits {
            while let Some(marker) = negations.next_if(|m| m.tokens.start < hit.token()) {
                self.no_noun(marker.tokens.start);
            }
            self.pass_clauses(hit.token());
            if self
                .ground
                .actor_at(hit.token())
                .is_some_and(|actor| !actor.adjective)
            {
                // Part of a name: "حزب الدعوة", "قوات التدخل".
                continue;
            }
            if hit.is_finite() {
                self.verb(hit);
            } else {
                self.noun(hit);
            }
        }
        for marker in negations {
            self.no_noun(marker.tokens.start);
        }
    }

    /// Notes the subjects of verbs that take no stance ("زار الوزير بغداد،
    /// داعيا"): what follows may be theirs.
    fn pass_clauses(&mut self, token: usize) {
        let ground = self.ground;
        let here = ground.clauses.index_of(token);
        for index in self.clause..here {
            let head = ground.clauses.get(index).and_then(|clause| clause.head);
            let subject = head.and_then(|head| ground.subject(head, false, None));
            let outside = head.is_some_and(|head| ground.said_around(head).is_none());
            if let Some(subject) = subject.filter(|subject| subject.how == How::Named && outside) {
                self.carried = Some(subject.entity);
            }
        }
        self.clause = self.clause.max(here);
    }

    /// A finite verb.
    fn verb(&mut self, hit: &Hit) {
        let ground = self.ground;
        let token = hit.token();
        let passive = ground
            .senses
            .finite(token)
            .is_some_and(|v| v.form.voice == Voice::Passive);
        if passive {
            return;
        }
        let any_object = hit.predicates.iter().any(|&id| {
            self.predicate(id)
                .is_some_and(|p| p.places.only(Places::OBJECT.with(Places::CLAUSE)))
        });
        let strong = hit.predicates.iter().any(|&id| {
            self.predicate(id)
                .is_some_and(|p| p.weight == 3 && p.act.is_some())
        });
        let unknown = || {
            let beside = ground.subject(token, any_object, None);
            let named = beside.is_some_and(|subject| subject.how == How::Named);
            (strong && !named)
                .then(|| ground.unknown_subject(token, any_object))
                .flatten()
        };
        let subject = unknown().or_else(|| ground.subject(token, any_object, self.carried));
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
            .unwrap_or(hit.tokens.end);
        for &id in &hit.predicates {
            let Some(predicate) = self.predicate(id) else {
                continue;
            };
            self.id = Some(id);
            let reach = ground.clause(token).end.max(after).min(self.sentence.end);
            if !predicate.needs.is_empty()
                && !ground.has_word(token + 1..reach.min(token + 16), &predicate.needs)
                && !ground
                    .antecedent(token)
                    .is_some_and(|before| ground.has_word(before, &predicate.needs))
            {
                continue;
            }
            match predicate.attitude {
                Attitude::Lends | Attitude::Denies => {
                    let lent = ground.senses.hits(&(after..after + 3));
                    let object = ground.argument(after, predicate.places, false);
                    let near = object.as_ref().map_or(after..after + 3, |object| {
                        object.tokens.start..object.tokens.start + 2
                    });
                    // "أبدى في يوليو الماضي تحفظه": a noun of its own farther on.
                    let own = ground
                        .senses
                        .hits(&(after..self.sentence.end.min(after + 9)))
                        .iter()
                        .find(|hit| hit.split.pronoun.is_some() && !hit.is_finite());
                    if lent.is_empty() && ground.senses.hits(&near).is_empty() && own.is_none() {
                        continue;
                    }
                    let start = object.as_ref().map_or(after, |object| object.tokens.start);
                    let start = match own {
                        Some(own) if ground.senses.hits(&near).is_empty() => own.token(),
                        _ => start,
                    };
                    self.lender = Some(Lender {
                        subject: subject.clone(),
                        until: self.sentence.end.min(start + 3),
                        token,
                        object: start,
                        scope,
                        denies: predicate.attitude == Attitude::Denies,
                    });
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
                Attitude::Judges => continue,
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
            let pronoun = ground
                .senses
                .finite(token)
                .is_some_and(|verbal| verbal.split.pronoun.is_some());
            let object = predicate.places.has(Places::OBJECT) && pronoun;
            if argument.is_none() && !object && !self.stands_alone(hit, predicate) {
                continue;
            }
            let request = predicate.act == Some(Act::Request);
            let Some((stance, fall)) = turned(predicate.attitude, &scope, request) else {
                return;
            };
            let issue = match scope.restriction {
                Some(start) => Some(start..ground.argument_end(start, self.sentence.end)),
                None => argument
                    .map(|argument| argument.tokens)
                    .or_else(|| ground.antecedent(token)),
            };
            let rule = if ground.said_by_cue(token).is_some() {
                rules::REPORTED_VERB
            } else {
                rules::VERB
            };
            self.push(
                hit,
                predicate,
                stance,
                fall,
                subject,
                issue,
                scope.negation,
                rule,
            );
            return;
        }
    }

    /// "تربط الزيارة بوقف القتال": the object depends, the rest is the condition.
    fn ties(&mut self, hit: &Hit, predicate: &Predicate, subject: &Subject, after: usize) -> bool {
        let ground = self.ground;
        let Some(condition) = ground.argument(after, predicate.places, true) else {
            return false;
        };
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
        self.push(
            hit,
            predicate,
            Stance::Conditional,
            0,
            subject,
            issue,
            None,
            rules::BOUND,
        );
        if let Some(last) = self.found.last_mut() {
            last.evidence.end = last.evidence.end.max(condition.tokens.end);
            last.conditions.push(super::Part {
                tokens: condition.tokens,
                marker: Some(hit.tokens.clone()),
            });
        }
        true
    }

    /// "لا نقاش حول الغاز", "لا إعارة": what a speaker will not have, or not
    /// before a condition is met.
    fn no_noun(&mut self, at: usize) {
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

    /// "يجب أن": asked for by whoever says it.
    fn obliges(&mut self, hit: &Hit, predicate: &Predicate, scope: &Scope) {
        let ground = self.ground;
        let token = hit.token();
        let Some(entity) = ground.speaker(token).or(self.carried) else {
            return;
        };
        let Some(argument) = ground.argument(hit.tokens.end, predicate.places, true) else {
            return;
        };
        let stance = if scope.negation.is_some() || negates(ground, argument.tokens.start - 1) {
            Stance::Oppose
        } else {
            Stance::Support
        };
        let subject = Subject {
            entity,
            tokens: None,
            how: How::Speaker,
        };
        let issue = Some(argument.tokens);
        self.push(
            hit,
            predicate,
            stance,
            0,
            &subject,
            issue,
            scope.negation,
            rules::NEED,
        );
    }

    /// A verb that is a stance even without its matter: in a headline
    /// ("واشنطن تندد وتتوعد").
    fn stands_alone(&self, hit: &Hit, predicate: &Predicate) -> bool {
        predicate.weight == 3 && self.sentence.start == 0 && hit.is_finite()
    }

    /// A verbal noun, participle, adjective or phrase.
    fn noun(&mut self, hit: &Hit) {
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

    fn verbal_noun(
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
        if matches!(
            predicate.attitude,
            Attitude::Lends
                | Attitude::Denies
                | Attitude::Judges
                | Attitude::Obliges
                | Attitude::Ties
        ) {
            return false;
        }
        let participle = matches!(hit.tense, Some(Tense::ActiveParticiple));
        if matches!(hit.tense, Some(Tense::PassiveParticiple)) {
            return self.passive_participle(hit, predicate, inside);
        }
        if participle && (hit.split.article || hit.split.pronoun.is_some()) {
            return false;
        }
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
        let genitive = self.genitive(hit);
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
            let by_cue = said.and_then(|said| said.source).map(|entity| Subject {
                entity,
                tokens: None,
                how: How::Named,
            });
            let found = self.participle_subject(hit);
            let Some(subject) = by_cue.filter(|_| self.carries_on(hit)).or(found) else {
                return false;
            };
            (subject, rules::PARTICIPLE, hit.tokens.end)
        } else if let Some(said) = said
            && let Some(entity) = said.source
        {
            let subject = Subject {
                entity,
                tokens: None,
                how: How::Named,
            };
            (subject, rules::REPORTED_VERB, hit.tokens.end)
        } else if let Some(subject) = genitive {
            if inside && lender.is_none() {
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
            let subject = Subject {
                entity,
                tokens: None,
                how: How::Carried,
            };
            (subject, rules::PURPOSE, hit.tokens.end)
        } else if self.is_need(predicate) && !inside {
            let speaker = ground.speaker(token).or(self.carried);
            let Some(entity) = speaker else {
                return false;
            };
            let subject = Subject {
                entity,
                tokens: None,
                how: How::Speaker,
            };
            (subject, rules::NEED, hit.tokens.end)
        } else if let Some(entity) = self.nisba_actor(hit) {
            let subject = Subject {
                entity,
                tokens: None,
                how: How::Named,
            };
            (subject, rules::NISBA_NOUN, hit.tokens.end + 1)
        } else {
            return false;
        };
        let mut scope = ground.scope(&hit.tokens, false);
        if let Some(lender) = lender {
            scope.past |= lender.scope.past;
            if lender.scope.negation.is_some() || lender.denies {
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
        if argument.is_none() && lender.is_none() {
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
        self.carried = Some(subject.entity);
        let issue = argument.map(|argument| argument.tokens);
        self.push(
            hit,
            predicate,
            stance,
            fall,
            &subject,
            issue,
            scope.negation,
            rule,
        );
        true
    }

    /// "استمرارها في دعم": a noun that lends like a verb.
    fn lending_noun(&mut self, hit: &Hit, predicate: &Predicate) -> bool {
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

    fn is_need(&self, predicate: &Predicate) -> bool {
        predicate.kind == PredicateKind::Noun && predicate.act == Some(Act::Request)
    }

    /// The actor in the genitive or pronoun of a verbal noun: "رفض موسكو",
    /// "رفضها".
    fn genitive(&self, hit: &Hit) -> Option<Subject> {
        let ground = self.ground;
        if hit.split.pronoun.is_some() {
            return self
                .carried
                .or_else(|| ground.speaker(hit.token()))
                .map(|entity| Subject {
                    entity,
                    tokens: None,
                    how: How::Carried,
                });
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
        (!governed).then(|| Subject {
            entity: actor.entity,
            tokens: Some(actor.tokens.clone()),
            how: How::Named,
        })
    }

    /// The state whose adjective follows a noun: "تنديد روسي بـ".
    fn nisba_actor(&self, hit: &Hit) -> Option<Who> {
        let actor = self.ground.actor_starting(hit.tokens.end)?;
        actor.adjective.then_some(actor.entity)
    }

    /// Whose participle it is: the subject of what it carries on.
    fn participle_subject(&self, hit: &Hit) -> Option<Subject> {
        let ground = self.ground;
        let clause = ground.clauses.at(hit.token())?;
        if self.carries_on(hit) {
            let entity = self.carried.or_else(|| ground.speaker(hit.token()))?;
            return Some(Subject {
                entity,
                tokens: None,
                how: How::Carried,
            });
        }
        // Said of an actor that stands right before: "بلاده رافضة".
        let actor = ground
            .actor_before(hit.token())
            .filter(|actor| !actor.adjective)?;
        (actor.tokens.end == hit.token() && actor.tokens.start >= clause.tokens.start).then(|| {
            Subject {
                entity: actor.entity,
                tokens: Some(actor.tokens.clone()),
                how: How::Named,
            }
        })
    }

    /// "، داعيا" carries on what was before; "لقاء مقررا" is an attribute.
    fn carries_on(&self, hit: &Hit) -> bool {
        let ground = self.ground;
        let opens = ground.clauses.at(hit.token()).is_some_and(|clause| {
            clause.opening == Opening::Participle && clause.tokens.start == hit.token()
        });
        let attribute = hit
            .token()
            .checked_sub(1)
            .and_then(|before| ground.words.get(before))
            .is_some_and(|word| word.shape.accusative);
        let strong = hit
            .predicates
            .iter()
            .any(|&id| self.predicate(id).is_some_and(|p| p.weight == 3));
        (hit.accusative && !attribute && strong) || opens
    }

    /// "مرفوض": what it is said of is opposed by whoever says it.
    fn passive_participle(&mut self, hit: &Hit, predicate: &Predicate, inside: bool) -> bool {
        if hit.split.article || hit.split.pronoun.is_some() || predicate.weight < 3 {
            return false;
        }
        self.judged(hit, predicate, inside)
    }

    /// Something is called good or bad, needed or criminal, by a speaker.
    fn judged(&mut self, hit: &Hit, predicate: &Predicate, inside: bool) -> bool {
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
        let subject = Subject {
            entity,
            tokens: None,
            how: How::Speaker,
        };
        // "التصعيد" names something; "نشاطاتها الخبيثة" still judges it.
        if hit.split.article && predicate.kind != PredicateKind::Adjective {
            return false;
        }
        let fall = fall + u8::from(hit.split.article);
        self.push(
            hit,
            predicate,
            stance,
            fall,
            &subject,
            issue,
            scope.negation,
            rules::JUDGED,
        );
        true
    }

    fn adjective(&mut self, hit: &Hit, predicate: &Predicate, inside: bool) -> bool {
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
        let Some((stance, fall)) = turned(predicate.attitude, &scope, false) else {
            return true;
        };
        self.carried = Some(subject.entity);
        let issue = Some(argument.tokens);
        self.push(
            hit,
            predicate,
            stance,
            fall,
            &subject,
            issue,
            scope.negation,
            rules::ADJECTIVE,
        );
        true
    }

    /// Of whom something is said without a verb: the actor before it in its
    /// clause, else the speaker, else whoever went before.
    fn beside(&self, token: usize) -> Option<Subject> {
        let ground = self.ground;
        let clause = ground.clause(token);
        let beside = ground
            .actor_before(token)
            .filter(|actor| !actor.adjective && actor.tokens.start >= clause.start)
            .map(|actor| Subject {
                entity: actor.entity,
                tokens: Some(actor.tokens.clone()),
                how: How::Named,
            });
        beside.or_else(|| {
            ground
                .speaker(token)
                .or(self.carried)
                .map(|entity| Subject {
                    entity,
                    tokens: None,
                    how: How::Speaker,
                })
        })
    }

    fn phrase(&mut self, hit: &Hit, predicate: &Predicate, inside: bool) -> bool {
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
        let Some((stance, fall)) = turned(predicate.attitude, &scope, false) else {
            return true;
        };
        let issue = Some(argument.tokens);
        self.push(
            hit,
            predicate,
            stance,
            fall,
            &subject,
            issue,
            scope.negation,
            rules::PHRASE,
        );
        true
    }

    /// Something is made to depend on something: the speaker's condition.
    fn binds(&mut self, hit: &Hit, predicate: &Predicate, after: usize) -> bool {
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
        let subject = Subject {
            entity,
            tokens: None,
            how: How::Speaker,
        };
        self.push(
            hit,
            predicate,
            Stance::Conditional,
            0,
            &subject,
            issue,
            None,
            rules::BOUND,
        );
        if let Some(last) = self.found.last_mut() {
            last.conditions.push(super::Part {
                tokens: argument.tokens,
                marker: Some(hit.tokens.clone()),
            });
        }
        true
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one place where a candidate is made"
    )]
    fn push(
        &mut self,
        hit: &Hit,
        predicate: &Predicate,
        stance: Stance,
        fall: u8,
        subject: &Subject,
        issue: Option<Range<usize>>,
        negation: Option<usize>,
        rule: &'static str,
    ) {
        let ground = self.ground;
        let issue = issue.filter(|issue| !issue.is_empty());
        let mut evidence = hit.tokens.clone();
        if let Some(negation) = negation {
            evidence.start = evidence.start.min(negation);
        }
        if let Some(tokens) = subject.tokens.as_ref().filter(|tokens| self.near(tokens)) {
            evidence = evidence.start.min(tokens.start)..evidence.end.max(tokens.end);
        }
        if let Some(issue) = &issue {
            evidence = evidence.start.min(issue.start)..evidence.end.max(issue.end);
            self.taken = issue.clone();
        } else {
            self.taken = hit.tokens.clone();
        }
        let statement = ground
            .said_by_cue(hit.token())
            .or_else(|| ground.said_around(hit.token()));
        let together = subject
            .tokens
            .as_ref()
            .filter(|tokens| ground.clause(hit.token()).start <= tokens.start)
            .map(|tokens| ground.joined_actors(tokens, subject.entity))
            .unwrap_or_default();
        let first = self.found.len();
        self.found.push(Candidate {
            actor: subject.entity,
            stance,
            act: predicate.act,
            predicate: self.id,
            weight: predicate.weight.saturating_sub(fall),
            trigger: hit.tokens.clone(),
            issue,
            evidence,
            negated: negation.is_some(),
            statement,
            conditions: Vec::new(),
            reasons: Vec::new(),
            rule,
            named: subject.how == How::Named,
        });
        for actor in together {
            if let Some(candidate) = self.found.get(first).cloned() {
                self.found.push(Candidate { actor, ..candidate });
            }
        }
    }

    fn near(&self, tokens: &Range<usize>) -> bool {
        self.sentence.start <= tokens.start && tokens.end <= self.sentence.end
    }

    fn predicate(&self, id: PredicateId) -> Option<&'a Predicate> {
        let words: &'a Words<'a> = self.ground.words;
        words.lexicon.predicates.get(id)
    }
}

/// Where a noun's matter stands: what is a verb's object comes in the genitive
/// or behind ل.
fn nominal_places(places: Places) -> Places {
    if places.has(Places::OBJECT) {
        places.with(Places::LI).with(Places::GENITIVE)
    } else {
        places
    }
}

/// Whether a negation stands at a token: "يجب ألا".
fn negates(ground: &Ground<'_>, at: usize) -> bool {
    ground.has_marker(at, MarkerKind::Negation) || ground.is(at, Particle::COMPLEMENTIZER_NOT)
}
