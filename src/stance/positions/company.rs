//! Who stands beside a subject, or stands there unknown: names the lexicon does
//! not have, actors joined by و, subjects that only their own words tell.

use std::ops::Range;

use super::ground::{ActorAt, Ground, Who};
use super::subject::Subject;
use crate::arabic::{Conjunction, TokenKind};
use crate::lexicon::{MarkerKind, Number, Particle};
use crate::stance::words::Word;

/// No topic stands farther before its verb.
const TOPIC_REACH: usize = 24;

/// Nouns of what nobody is.
const THING: Particle = Particle::ABSTRACT
    .or(Particle::DOCUMENT)
    .or(Particle::OCCASION)
    .or(Particle::PERIOD);

impl Ground<'_> {
    /// Somebody behind a verb whom the article does not name otherwise: "رهنت
    /// التنسيقية الجهوية", "قرر عمال الميناء", a name nobody knows. Where the verb
    /// takes an object, a second noun phrase must follow.
    pub(in crate::stance) fn unknown_subject(&self, verb: usize, object: bool) -> Option<Subject> {
        let limit = self.clause_reach(verb).min(verb + 9);
        // "طعنت فيه الجمعية": the pronoun goes with the verb.
        let resumed = self
            .words
            .get(verb + 1)
            .is_some_and(|word| word.is_function() && word.split.pronoun.is_some());
        let start = verb + 1 + usize::from(resumed);
        let bound = self.words.get(verb)?.split.pronoun.is_some();
        let people = self.words.get(start).is_some_and(|word| word.shape.people);
        if bound && !people {
            return None;
        }
        if let Some(close) = self.quoted_name(start, limit) {
            return Some(Subject::at(Who::Words(start + 1, close), start..close + 1));
        }
        let end = self.unknown_end(start, limit)?;
        // "عارضه منتجون": the pronoun is the object.
        if object && !bound && !self.something_follows(end, self.clause_reach(verb)) {
            return None;
        }
        Some(Subject::at(Who::Words(start, end), start..end))
    }

    /// "النقابة ترفض القرار": a definite noun of a body or of people that heads the
    /// clause of its verb. What rejects or demands is no thing; a document may.
    pub(super) fn unknown_before(&self, verb: usize) -> Option<Subject> {
        let clause = self.clause(verb);
        let opens = Particle::COMPLEMENTIZER.or(Particle::VERBAL);
        let start =
            (clause.start..verb).find(|&at| !self.is(at, opens) && self.words.is_word(at))?;
        let thing = THING.or(Particle::LAW);
        let headed = self
            .words
            .get(start)
            .is_some_and(|word| !word.is(thing) && !word.is_masdar() && !word.shape.accusative);
        let phrase = (start..verb).all(|at| {
            self.is_nominal(at)
                && self.actor_at(at).is_none_or(|actor| actor.adjective)
                && !self.is(at, Particle::TIME.or(Particle::ADVERB))
                && self
                    .words
                    .get(at)
                    .is_some_and(|word| word.split.article && word.split.particle.is_none())
        });
        (headed && phrase && verb - start <= 3)
            .then(|| Subject::at(Who::Words(start, verb), start..verb))
    }

    /// "أما روسيا فرفضت العرض": whom the text turns to, before a verb with ف.
    pub(super) fn topic(&self, verb: usize) -> Option<Subject> {
        let fa = self.senses.finite(verb)?.split.conjunction == Some(Conjunction::Fa);
        let from = self
            .sentence(verb)
            .start
            .max(verb.saturating_sub(TOPIC_REACH));
        let turn = (from..verb)
            .rev()
            .filter(|_| fa)
            .find(|&at| self.has_marker(at, MarkerKind::Turn))?;
        let start = turn + 1;
        if let Some(actor) = self.actor_starting(start) {
            return Some(Subject::at(actor.entity, actor.tokens.clone()));
        }
        let end = self.unknown_end(start, verb)?;
        Some(Subject::at(Who::Words(start, end), start..end))
    }

    /// The closing mark of a short name in quotation marks, with more behind it:
    /// "رفض «تيار الغد» الاقتراح".
    fn quoted_name(&self, open: usize, limit: usize) -> Option<usize> {
        let mark = |at: usize| self.kind(at) == Some(TokenKind::Quote);
        if !mark(open) {
            return None;
        }
        let close = (open + 2..limit.min(open + 6)).find(|&at| mark(at))?;
        let named = (open + 1..close).all(|at| {
            self.is_nominal(at)
                && self
                    .words
                    .get(at)
                    .is_some_and(|word| word.split.particle.is_none() && !word.shape.accusative)
        });
        (named && self.something_follows(close + 1, limit)).then_some(close)
    }

    /// Where a noun phrase of people or a body ends that begins at a token.
    pub(super) fn unknown_end(&self, start: usize, limit: usize) -> Option<usize> {
        let plain = |at: usize| {
            at < limit
                && self.is_nominal(at)
                && self.actor_at(at).is_none_or(|actor| actor.adjective)
                && !self.is(at, Particle::TIME.or(Particle::ADVERB))
                && self.words.get(at).is_some_and(|word| {
                    word.split.particle.is_none()
                        && !word.conjoined()
                        && word.split.pronoun.is_none()
                        && !word.shape.accusative
                })
        };
        let definite = |at: usize| self.words.get(at).is_some_and(|word| word.split.article);
        let word = self.words.get(start)?;
        let thing = THING.or(Particle::ANY);
        if !plain(start) || word.is_masdar() || word.is(thing) {
            return None;
        }
        let mut end = start + 1;
        if !definite(start) {
            // "عمال الميناء", or a name: "تورميني المالطي".
            // An unknown word with ب in front is no name but "بشكل", "بأقل".
            let name = |at: usize| {
                plain(at)
                    && self.words.get(at).is_some_and(|word| !word.shape.known)
                    && !self.words.reading.form(at).starts_with('ب')
            };
            let called = name(start);
            // "انتقد حقوقيون القرار": people need no more.
            if word.shape.people && word.split.is_whole() {
                let more = |at: usize| {
                    let goes_on = |word: &Word| word.shape.people && !word.split.article;
                    plain(at) && self.words.get(at).is_some_and(goes_on)
                };
                return (end..limit).find(|&at| !more(at)).or(Some(end));
            }
            while end < start + 3 && (plain(end) && !definite(end)) && (!called || name(end)) {
                end += 1;
            }
            if !(called || plain(end) && definite(end)) {
                return None;
            }
        }
        // "النادي المحلي الاعتراض", "الحكومة القرار": a verbal noun or a thing behind what
        // is definite is the object.
        let thing = thing.or(Particle::LAW);
        let object = |at: usize| {
            let noun = |word: &Word| word.is_masdar() || word.is(thing) && !word.shape.relation;
            self.words.get(at).is_some_and(noun)
        };
        let first = end;
        while plain(end) && definite(end) && (!object(end) || end == first && !definite(start)) {
            end += 1;
        }
        Some(end)
    }

    /// People without an article right before a verb that agrees with them:
    /// "محتجون يطالبون".
    pub(super) fn people_before(&self, verb: usize) -> Option<Subject> {
        let at = verb.checked_sub(1)?;
        let word = self.words.get(at)?;
        let plural = self
            .senses
            .finite(verb)
            .is_some_and(|verbal| verbal.form.number == Number::Plural);
        (plural
            && word.shape.people
            && self.is_nominal(at)
            && self.actor_at(at).is_none()
            && word.split.pronoun.is_none())
        .then(|| Subject::at(Who::Words(at, verb), at..verb))
    }

    /// Where the actors end that are joined by و to what ends at a token.
    pub(super) fn joined_end(&self, end: usize) -> usize {
        let last = self.joined_behind(end).last();
        last.map_or(end, |actor| actor.tokens.end)
    }

    /// The actors that follow at a token, one behind the other, each with و.
    fn joined_behind(&self, end: usize) -> impl Iterator<Item = &ActorAt> {
        let joined = |at: usize| {
            let conjoined = self.words.get(at).is_some_and(|word| word.conjoined());
            self.actor_starting(at).filter(|_| conjoined)
        };
        std::iter::successors(joined(end), move |actor| joined(actor.tokens.end))
    }

    /// The actors joined by و to the one at these tokens: "موسكو وطهران".
    pub(super) fn joined_actors(&self, tokens: &Range<usize>, own: Who) -> Vec<Who> {
        let conjoined = |at: usize| self.words.get(at).is_some_and(|word| word.conjoined());
        // Those within the phrase, then those behind it, then those before.
        let mut joined: Vec<Who> = (tokens.start + 1..tokens.end)
            .filter(|&at| conjoined(at))
            .filter_map(|at| self.actor_starting(at))
            .map(|actor| actor.entity)
            .collect();
        joined.extend(self.joined_behind(tokens.end).map(|actor| actor.entity));
        let mut start = self
            .actor_before(tokens.end)
            .map_or(tokens.start, |actor| actor.tokens.start);
        while conjoined(start)
            && let Some(actor) = self
                .actor_before(start)
                .filter(|actor| actor.tokens.end == start)
        {
            start = actor.tokens.start;
            joined.push(actor.entity);
        }
        joined.retain(|&entity| entity != own);
        joined.truncate(4);
        joined
    }

    pub(super) fn may_be_name(&self, at: usize) -> bool {
        self.is_nominal(at)
            && self.words.get(at).is_some_and(|word| {
                word.verbs.is_empty() && word.split.is_whole() && !word.shape.accusative
            })
    }
}
