//! What stands left of a verb: its topic, or the noun a relative clause hangs
//! on; and the clause the verb stands in.

use std::ops::Range;

use super::scene::{Named, Scene};
use crate::arabic::{Conjunction, Particle as Prefix, TokenKind};
use crate::lexicon::{Addressee, Cue, Particle, Person, Tense};
use crate::stance::words::Verbal;

/// What was found left of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// The verb opens its clause, or nothing before it can be its subject.
    Nothing,
    /// The subject stands first.
    Topic(Range<usize>),
    /// The verb is in a relative clause on this noun phrase.
    Antecedent(Range<usize>),
    /// The verb follows a bare relative ("what he called").
    Bare,
}

/// Nobody's topic stands farther from its verb.
const REACH: usize = 45;

impl Scene<'_> {
    /// The auxiliaries before a verb belong to it: the first token of the verb
    /// group, and whether it is negated.
    pub fn verb_group(&self, verb: usize, start: usize) -> (usize, bool) {
        let auxiliary = Particle::VERBAL.or(Particle::NEGATION).or(Particle::COPULA);
        let mut at = verb;
        let mut negated = false;
        while at > start && self.named(at - 1) == Named::No && self.is(at - 1, auxiliary) {
            at -= 1;
            negated |= self.is(at, Particle::NEGATION);
        }
        (at, negated)
    }

    /// What stands left of a verb group.
    pub fn left_of(&self, group: usize, start: usize) -> Left {
        if group == start {
            return Left::Nothing;
        }
        let before = group - 1;
        if self.is(before, Particle::RELATIVE) {
            // "في نفس الوقت الذي تهدد فيه": a time threatens nobody.
            let time = before > start
                && self.is(before - 1, Particle::MEANWHILE.or(Particle::TIME))
                && self.is(group + 1, Particle::FRAME_FI)
                && self.word(group + 1).split.pronoun.is_some();
            if time {
                return Left::Nothing;
            }
            return self
                .antecedent(before, start)
                .map_or(Left::Bare, Left::Antecedent);
        }
        if self.is(before, Particle::RELATIVE_BARE) && self.named(before) == Named::No {
            return Left::Bare;
        }
        let Some(clause) = self.clause_start(group, start) else {
            return Left::Nothing;
        };
        self.topic(clause, group).map_or(Left::Nothing, Left::Topic)
    }

    /// The noun phrase that ends before a relative pronoun.
    fn antecedent(&self, relative: usize, start: usize) -> Option<Range<usize>> {
        let mut end = relative;
        while end > start && self.is_comma(end - 1) {
            end -= 1;
        }
        let mut first = end;
        let mut commas = 0;
        while first > start && end - first < 14 {
            let at = first - 1;
            if self.is_comma(at) && commas == 0 && first < end && self.is_unknown(first) {
                // "the minister, Jean Dupont, who said": one apposition.
                commas += 1;
                first = at;
                continue;
            }
            if let Some(inside) = at.checked_sub(1).and_then(|last| self.quoted(last))
                && inside.end == at
                && inside.start > start
                && self.is_name_quotation(inside.start - 1)
            {
                first = inside.start - 1;
                continue;
            }
            let joins = self.is(at, Particle::PREPOSITION_INSIDE) && self.is_nominal(first);
            if !(self.is_nominal(at) || joins) || self.is_verb(at) {
                break;
            }
            first = at;
            if self.prefix(at).is_some() || self.word(at).conjoined() {
                break;
            }
        }
        while first < end && (self.is_comma(first) || self.is(first, Particle::PREPOSITION)) {
            first += 1;
        }
        (first < end).then_some(first..end)
    }

    /// Where the clause of a verb begins, unless another verb stands between.
    fn clause_start(&self, group: usize, start: usize) -> Option<usize> {
        let mut first = group;
        while first > start && group - first < REACH {
            let at = first - 1;
            let word = self.word(at);
            let plain = self.named(at) == Named::No;
            match self.kind(at) {
                Some(TokenKind::Stop | TokenKind::Colon) => break,
                Some(TokenKind::Quote) => {
                    if let Some(inside) = at.checked_sub(1).and_then(|last| self.quoted(last))
                        && inside.end == at
                        && inside.start > start
                    {
                        // A quotation before the verb is stepped over whole.
                        first = inside.start - 1;
                        continue;
                    }
                    break;
                }
                _ => {}
            }
            let opens = Particle::COMPLEMENTIZER
                .or(Particle::COMPLEMENTIZER_NOT)
                .or(Particle::CONNECTIVE);
            if plain && word.is(opens) {
                break;
            }
            if self.is_verb(at) {
                // Its own relative clause may part a topic from its verb.
                let floor = at.saturating_sub(10).max(start);
                let relative = (floor..at)
                    .rev()
                    .find(|&at| self.is(at, Particle::RELATIVE.or(Particle::NEGATION)));
                match relative {
                    Some(relative) => {
                        first = relative;
                        continue;
                    }
                    None => return None,
                }
            }
            first = at;
        }
        Some(first)
    }

    /// The noun phrase that heads a clause and reaches its verb.
    fn topic(&self, clause: usize, group: usize) -> Option<Range<usize>> {
        let first = self.skip_opening(clause, group)?;
        // "أنها «وزارة للجميع»، عدت الزج بها": what is quoted is said of somebody.
        if self.kind(first) == Some(TokenKind::Quote)
            && first > 0
            && self.is(first - 1, Particle::COMPLEMENTIZER)
        {
            return None;
        }
        // "Went on to say": a verb opens the clause, not a topic.
        let word = self.word(first);
        let verb = self.named(first) == Named::No
            && word.conjoined()
            && !word.split.article
            && word
                .finite()
                .any(|verbal| verbal.form.person == Person::Third);
        if verb {
            return None;
        }
        let phrase = self.phrase(first, group, false)?;
        // "شفق نيوز/ أعلنت": a dateline.
        let slash = |at: usize| {
            self.kind(at) == Some(TokenKind::Symbol)
                && self
                    .words
                    .reading
                    .tokens
                    .get(at)
                    .is_some_and(|token| token.span.of(self.words.reading.text) == "/")
        };
        if group > first && slash(group - 1) {
            return None;
        }
        // "Then came back and asked": a verb by itself is no topic.
        let lone = phrase.tokens.len() == 1
            && self.named(first) == Named::No
            && !word.split.article
            && word
                .finite()
                .next()
                .is_some_and(|verbal| verbal.split.is_whole())
            && self.words.given(first).is_none();
        if lone {
            return None;
        }
        let mut end = phrase.tokens.end;
        // One apposition between commas.
        if end < group
            && self.is_comma(end)
            && let Some(apposition) = self.phrase(end + 1, group, false)
            && !self.is_abstract(end + 1)
            && (apposition.tokens.end == group || self.is_comma(apposition.tokens.end))
        {
            end = apposition.tokens.end;
        }
        // Only an aside may stand between: a pause, an adverbial, a relative.
        let aside = Particle::RELATIVE
            .or(Particle::PREPOSITION)
            .or(Particle::NEGATION);
        let parted = self.is_comma(end) || self.is_adverbial(end) || self.is(end, aside);
        if end < group && !parted {
            return None;
        }
        Some(first..end)
    }

    /// Past what may open a clause before its topic.
    fn skip_opening(&self, clause: usize, group: usize) -> Option<usize> {
        let mut at = clause;
        while at < group {
            let word = self.word(at);
            let plain = self.named(at) == Named::No;
            let light = Particle::CONNECTIVE
                .or(Particle::TURN)
                .or(Particle::ADVERB)
                .or(Particle::TIME)
                .or(Particle::COPULA)
                .or(Particle::VERBAL)
                .or(Particle::PRONOUN);
            // "ميدانيا، أعلن الجيش", "نيابيا أيضا، رأى النائب".
            let manner = plain
                && word.shape.accusative
                && self.form(at).ends_with("يا")
                && (at + 1..group).all(|at| self.is_comma(at) || self.is(at, light));
            if self.is_comma(at)
                || self.kind(at) == Some(TokenKind::Dash)
                || manner
                || plain && word.is(light)
            {
                at += 1;
            } else if !self.starts_phrase(at) {
                // An adverbial opens the clause: on after its comma.
                at = (at..group).find(|&at| self.is_comma(at))? + 1;
            } else {
                return Some(at);
            }
        }
        None
    }

    /// "كتيبة محلية تقول إنها": a clause on an indefinite noun tells of it.
    pub(super) fn teller_before(
        &self,
        verbal: &Verbal,
        group: usize,
        start: usize,
    ) -> Option<Range<usize>> {
        let before = group.checked_sub(1).filter(|&before| before >= start)?;
        let plain = |at: usize| {
            self.kind(at) == Some(TokenKind::Word)
                && self.is_nominal(at)
                && !self.word(at).shape.definite
                && self.word(at).split.pronoun.is_none()
                && !matches!(self.named(at), Named::Actor | Named::Person | Named::Outlet)
                && !self.is(at, Particle::TIME.or(Particle::ADVERB))
        };
        if verbal.form.tense != Tense::Imperfect || group + 1 < start || !plain(before) {
            return None;
        }
        let first = (start.max(before.saturating_sub(4))..before)
            .rev()
            .take_while(|&at| {
                let thing = self.is_abstract(at) && !self.is(at, Particle::DOCUMENT);
                plain(at) && self.word(at).split.particle.is_none() && !thing
            })
            .last()
            .unwrap_or(before);
        let noun = first..before + 1;
        let named = first
            .checked_sub(1)
            .is_some_and(|before| self.is(before, Particle::PRONOUN));
        let speaks = self.is_someone(first)
            || self.word(first).shape.people
            || self.is(first, Particle::DOCUMENT)
            || self.word(first).shape.feminine && !self.is_abstract(first);
        (speaks && !named && !self.is_verb(first) && self.agrees_as_subject(&noun, verbal))
            .then_some(noun)
    }

    /// "A statement by the minister, in which he said": the minister.
    pub(super) fn owner_of_document(&self, group: usize, start: usize) -> Option<Range<usize>> {
        let mut end = group;
        while end > start && self.is_comma(end - 1) {
            end -= 1;
        }
        let nouns = start.max(end.saturating_sub(8))..end;
        let document = nouns
            .rev()
            .find(|&at| self.is(at, Particle::DOCUMENT.or(Particle::OCCASION)))?;
        let owner = document + 1;
        (owner < end && self.has(owner, Prefix::Li)).then_some(owner..end)
    }

    /// "أما المعارضة فقال مسؤول الإغاثة لديها إن": the answer has a subject of its own.
    pub(super) fn answers_apart(&self, at: usize, verbal: &Verbal, limit: usize) -> bool {
        let answers = verbal.split.conjunction == Some(Conjunction::Fa);
        let office = self.named(at + 1) == Named::Role && self.prefix(at + 1).is_none();
        answers
            && office
            && self
                .phrase(at + 1, limit, true)
                .is_some_and(|phrase| self.agrees_as_subject(&phrase.tokens, verbal))
    }

    /// "بيان أكدت فيه الحركة أن": somebody who stands inside a clause on a document
    /// and is its subject. Where the verb has somebody spoken to, that one comes
    /// after, unless the document has no other owner.
    pub(super) fn subject_inside(
        &self,
        at: usize,
        limit: usize,
        cue: &Cue,
        verbal: &Verbal,
        owned: bool,
    ) -> bool {
        let known = self.is_someone(at) && self.prefix(at).is_none();
        let Some(phrase) = self.phrase(at, limit, true).filter(|_| known) else {
            return false;
        };
        let end = phrase.tokens.end;
        let another = self.is_nominal(end)
            && self.prefix(end).is_none()
            && !self.is(end, Particle::TIME.or(Particle::ADVERB));
        self.agrees_as_subject(&phrase.tokens, verbal)
            && (cue.addressee == Addressee::None || another || !owned)
    }
}
