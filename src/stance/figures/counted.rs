//! What a number counts: how far its noun goes.

use std::ops::Range;

use super::Scan;
use crate::arabic::{Numeral, TokenKind};
use crate::lexicon::{Link, Particle, Person, Tense, UnitClass};
use crate::stance::words::Word;

/// What a number counts: the tokens after it that belong to the figure.
pub(super) struct Counted {
    pub(super) end: usize,
    /// The noun and its adjective.
    pub(super) unit: Range<usize>,
}

impl Scan<'_, '_> {
    /// The counted noun after a number with its adjective, or "من" and a
    /// definite noun.
    pub(super) fn counted(&self, number: &Numeral) -> Option<Counted> {
        let at = number.tokens.end;
        let token = self
            .words
            .reading
            .tokens
            .get(at)
            .filter(|token| !token.first_of_line)?;
        if token.kind != TokenKind::Word {
            return None;
        }
        let word = self.words.get(at)?;
        if self.is_of(at) {
            return self.of_them(at + 1);
        }
        // A share is of something, or stands by itself; "11, obscure", "three
        // times" count nothing.
        if number.percent || word.is(Particle::RELATIVE_BARE) || self.is_times(at) {
            return None;
        }
        if self
            .words
            .lexicon
            .units
            .of(self.words.reading.form(at))
            .is_some()
        {
            let end = if self.goes_on(at, at + 1) {
                at + 2
            } else {
                at + 1
            };
            return Some(Counted { end, unit: at..end });
        }
        if word.is_function() && !word.split.is_whole()
            || word.conjoined()
            || word.split.particle.is_some()
            || self.is_function(at)
        {
            return None;
        }
        if word.split.article {
            // "مئات الفلسطينيين", "نصف السكان"; after digits it is something else.
            let takes = number.value.is_none() || number.fraction || number.scaled;
            return (takes && !number.definite).then_some(Counted {
                end: at + 1,
                unit: at..at + 1,
            });
        }
        if word.is_surely_verb() && !word.shape.accusative && !self.is_counted_noun(at, number) {
            return None;
        }
        // "In 1956, pointing to …": a year, and a word that counts nothing.
        let year = number.digits
            && !number.scaled
            && number
                .value
                .is_some_and(|value| (1900.0..2100.0).contains(&value));
        let participle = word
            .verbs
            .iter()
            .any(|verbal| verbal.form.tense == Tense::ActiveParticiple && verbal.form.accusative);
        if year && participle {
            return None;
        }
        let mut end = at + 1;
        if self.goes_on(at, end) {
            end += 1;
        }
        Some(Counted { end, unit: at..end })
    }

    /// Many broken plurals are spelled like a verb in the perfect ("دول",
    /// "أشهر"); right after a number they are nouns, and so is what a fraction
    /// is of.
    fn is_counted_noun(&self, at: usize, number: &Numeral) -> bool {
        let perfect = |word: &Word| {
            let mut third = word
                .finite()
                .filter(|verbal| verbal.form.person == Person::Third);
            third.all(|verbal| verbal.split.is_whole() && verbal.form.tense == Tense::Perfect)
        };
        let few = number
            .value
            .is_some_and(|value| (3.0..=10.0).contains(&value));
        number.fraction
            || few
                && self.words.get(at).is_some_and(perfect)
                && !self.words.reading.form(at).ends_with(['ت', 'ا'])
    }

    /// "Times" counts what was done, and no thing.
    fn is_times(&self, at: usize) -> bool {
        let class = self.words.lexicon.units.of(self.words.reading.form(at));
        matches!(class, Some((UnitClass::Times, _)))
    }

    pub(super) fn is_function(&self, at: usize) -> bool {
        let uses = Particle::PREPOSITION
            .or(Particle::PREPOSITION_ADVERBIAL)
            .or(Particle::COMPLEMENTIZER)
            .or(Particle::CONNECTIVE)
            .or(Particle::RELATIVE)
            .or(Particle::DEMONSTRATIVE)
            .or(Particle::NEGATION)
            .or(Particle::ADVERB)
            .or(Particle::TIME)
            .or(Particle::VERBAL)
            .or(Particle::COPULA);
        self.words.get(at).is_some_and(|word| word.is(uses))
            && self.words.lexicon.units.of(self.words.stem(at)).is_none()
    }

    pub(super) fn is_of(&self, at: usize) -> bool {
        let plain = self.words.get(at).is_some_and(|word| word.split.is_whole());
        plain && self.words.lexicon.links.of(self.words.reading.form(at)) == Some(Link::Of)
    }

    /// "من السوريين", "من عائدات الدولة".
    pub(super) fn of_them(&self, at: usize) -> Option<Counted> {
        let word = self.words.get(at).filter(|_| self.words.is_word(at))?;
        if word.is_function()
            || word.conjoined()
            || word.split.particle.is_some()
            || word.split.pronoun.is_some()
        {
            return None;
        }
        let mut end = at + 1;
        if !word.split.article {
            let next = self.words.get(end)?;
            if !next.split.article || next.split.particle.is_some() || next.conjoined() {
                return None;
            }
            end += 1;
        }
        Some(Counted { end, unit: at..end })
    }

    /// Whether the word after a counted noun is its adjective or second part:
    /// it agrees with it in its ending.
    pub(super) fn goes_on(&self, noun: usize, at: usize) -> bool {
        let (Some(noun), Some(next)) = (self.words.get(noun), self.words.get(at)) else {
            return false;
        };
        let tight = self.words.is_word(at)
            && self
                .words
                .reading
                .tokens
                .get(at)
                .is_some_and(|token| !token.first_of_line);
        if !tight
            || next.is_function()
            || next.conjoined()
            || next.split.particle.is_some()
            || next.split.article
            || next.split.pronoun.is_some()
        {
            return false;
        }
        if next.is_surely_verb()
            || next.finite().next().is_some() && !next.shape.accusative && !next.shape.relation
        {
            return false;
        }
        let feminine_accusative = noun.shape.feminine && !noun.shape.accusative;
        noun.shape.accusative == next.shape.accusative || feminine_accusative && next.shape.feminine
    }
}
