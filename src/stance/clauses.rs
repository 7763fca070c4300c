//! Clauses: the pieces of a sentence that have one head each.
//!
//! News paragraphs are long chains joined by و and commas; what a negation, a
//! condition or a reason works on is the clause it stands in, not the
//! sentence. A clause begins where a new verb, a complementizer, a relative
//! pronoun, a contrast or a marker begins one. Clauses tile the sentences in
//! order; found in one pass, in time linear in the tokens.

use std::ops::Range;

use super::passed::Passed;
use super::senses::Senses;
use super::words::Words;
use crate::arabic::TokenKind;
use crate::lexicon::{MarkerKind, Particle, Tense};

/// What begins a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// The sentence.
    Sentence,
    /// و or ف with a verb.
    Conjunction,
    /// A comma or dash with a verb, a participle or an adverbial.
    Comma,
    /// أن, إن.
    Complementizer,
    Relative,
    /// لكن, غير أن.
    Contrast,
    /// A participle that carries on: مشيرا, رافضا.
    Participle,
    /// A condition, reason, aim or concession.
    Marker(MarkerKind),
    /// Words in quotation marks behind a colon.
    Quotation,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    pub tokens: Range<usize>,
    pub opening: Opening,
    /// Index into the reading's sentences.
    pub sentence: usize,
    /// The verb, where it has one.
    pub head: Option<usize>,
}

#[derive(Debug, Default)]
pub struct Clauses {
    list: Vec<Clause>,
    passed: Passed,
}

impl Clauses {
    pub fn of(words: &Words<'_>, senses: &Senses) -> Self {
        let mut list = Vec::with_capacity(words.len() / 6);
        for (number, sentence) in words.reading.sentences.iter().enumerate() {
            let mut start = sentence.tokens.start;
            let mut opening = Opening::Sentence;
            let mut head = None;
            for at in sentence.tokens.clone() {
                let finite = senses.finite(at).is_some();
                let next = (at > start).then(|| opening_at(words, senses, at, head.is_some()));
                if let Some(Some(next)) = next {
                    list.push(Clause {
                        tokens: start..at,
                        opening,
                        sentence: number,
                        head,
                    });
                    (start, opening, head) = (at, next, None);
                }
                // A copula is the head only until a verb comes: كان قد أعلن.
                let copula = head.is_some_and(|head| is_copula(words, head));
                if finite && (head.is_none() || copula) {
                    head = Some(at);
                }
            }
            if start < sentence.tokens.end {
                list.push(Clause {
                    tokens: start..sentence.tokens.end,
                    opening,
                    sentence: number,
                    head,
                });
            }
        }
        let ends = list.iter().map(|clause: &Clause| clause.tokens.end);
        let passed = Passed::of(words.len(), ends);
        Self { list, passed }
    }

    /// The clause that holds a token.
    pub fn at(&self, token: usize) -> Option<&Clause> {
        self.list.get(self.index_of(token))
    }

    /// Its place in the list.
    pub fn index_of(&self, token: usize) -> usize {
        self.passed.before(token)
    }

    pub fn get(&self, index: usize) -> Option<&Clause> {
        self.list.get(index)
    }
}

pub fn is_copula(words: &Words<'_>, token: usize) -> bool {
    words
        .get(token)
        .is_some_and(|word| word.is(Particle::COPULA))
}

/// What begins at a token that is not the first of its clause.
fn opening_at(words: &Words<'_>, senses: &Senses, at: usize, headed: bool) -> Option<Opening> {
    let word = words.get(at)?;
    let before = at.checked_sub(1)?;
    let behind_comma = matches!(words.kind(before), Some(TokenKind::Comma | TokenKind::Dash));
    if words.kind(at) == Some(TokenKind::Quote) {
        return (words.kind(before) == Some(TokenKind::Colon)).then_some(Opening::Quotation);
    }
    if !words.is_word(at) {
        return None;
    }
    if let Some(marker) = senses.markers(&(at..at + 1)).first() {
        match marker.kind {
            MarkerKind::Contrast | MarkerKind::Turn => return Some(Opening::Contrast),
            MarkerKind::Condition
            | MarkerKind::Reason
            | MarkerKind::Aim
            | MarkerKind::Concession => return Some(Opening::Marker(marker.kind)),
            _ => {}
        }
    }
    if word.is(Particle::COMPLEMENTIZER.or(Particle::COMPLEMENTIZER_NOT)) {
        return Some(Opening::Complementizer);
    }
    if word.is(Particle::RELATIVE) {
        return Some(Opening::Relative);
    }
    // "ولن تنظر", "وقد أعلن": the clause begins with the particle.
    let particle = Particle::NEGATION.or(Particle::VERBAL);
    let verb_next = senses.finite(at + 1).is_some();
    if word.is(particle) && verb_next {
        return if word.conjoined() {
            Some(Opening::Conjunction)
        } else {
            behind_comma.then_some(Opening::Comma)
        };
    }
    if senses.finite(at).is_some() {
        let led = words
            .get(before)
            .is_some_and(|w| w.is(particle.or(Particle::COPULA)));
        return if word.conjoined() {
            Some(Opening::Conjunction)
        } else if behind_comma {
            Some(Opening::Comma)
        } else if headed && !led {
            // A second verb without any joint: a relative clause of an
            // indefinite noun (قانون يحظر), or "continues to say".
            Some(Opening::Relative)
        } else {
            None
        };
    }
    let carries_on = word.shape.accusative || (word.shape.feminine && !word.shape.definite);
    let participle = carries_on
        && word
            .verbs
            .iter()
            .any(|verbal| verbal.form.tense == Tense::ActiveParticiple);
    if participle && (behind_comma || word.conjoined()) {
        return Some(Opening::Participle);
    }
    (behind_comma && word.conjoined() && word.is(Particle::PREPOSITION_ADVERBIAL))
        .then_some(Opening::Comma)
}
