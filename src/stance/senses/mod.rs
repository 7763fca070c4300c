//! Which words of a text may carry a stance, open a condition or a reason, or
//! turn something round, and how an ambiguous spelling is read in its place.
//!
//! A sense is a possibility: what it comes to is for clauses and positions to
//! say. Unvocalised words are often a finite verb and a verbal noun at once
//! (رفض); the words around decide, and this module alone decides it.

mod finite;
mod phrases;

use std::ops::Range;

use phrases::phrase_at;

use super::words::{Verbal, Words};
use crate::arabic::{Split, TokenKind};
use crate::lexicon::{
    Attitude, Gender, MarkerKind, MarkerScope, Number, Particle, Person, PredicateId,
    PredicateKind, Tense, seat,
};

/// A word or phrase that may carry a stance.
#[derive(Clone, Debug)]
pub struct Hit {
    pub tokens: Range<usize>,
    /// What it may say; the frame decides among several.
    pub predicates: Vec<PredicateId>,
    pub split: Split,
    /// The form where it is one of a verb.
    pub tense: Option<Tense>,
    pub accusative: bool,
}

impl Hit {
    pub fn token(&self) -> usize {
        self.tokens.start
    }

    pub fn is_finite(&self) -> bool {
        self.tense.is_some_and(Tense::is_finite)
    }
}

/// A marker where it stands.
#[derive(Clone, Debug)]
pub struct MarkerAt {
    pub tokens: Range<usize>,
    pub kind: MarkerKind,
    pub scope: MarkerScope,
    pub clause: bool,
}

#[derive(Debug, Default)]
pub struct Senses {
    hits: Vec<Hit>,
    /// Token → how many hits begin before it; as many and one more.
    hits_before: Vec<u32>,
    markers: Vec<MarkerAt>,
    markers_before: Vec<u32>,
    /// By token: the reading as a finite verb, if it is taken as one.
    finite: Vec<Option<Verbal>>,
}

/// What a spelling may begin, whatever stands around it: most words nothing.
#[derive(Clone, Copy, Default)]
struct Opens {
    marker: bool,
    phrase: bool,
    /// Something that may carry a stance by itself.
    word: bool,
    /// It may go on with a phrase or marker as its second word.
    second: bool,
}

impl Opens {
    fn of(words: &Words<'_>, at: usize) -> Self {
        let (predicates, verbs) = (&words.lexicon.predicates, &words.lexicon.verbs);
        let (whole, stem) = spelled_inside(words, at);
        let is_second = |word| predicates.is_second(word) || words.lexicon.markers.is_second(word);
        let second = is_second(whole) || stem.is_some_and(is_second);
        let Some(word) = words.get(at).filter(|_| words.is_word(at)) else {
            return Self {
                second,
                ..Self::default()
            };
        };
        let (form, bare) = (words.reading.form(at), bare(words, at));
        let starts = |first| words.lexicon.markers.starting(first).next().is_some();
        let mut buffer = String::new();
        let mut spelled = word.split.spellings(form);
        Self {
            marker: starts(form) || starts(bare) || starts(words.stem(at)),
            phrase: [form, bare]
                .iter()
                .any(|first| !predicates.phrases(first).is_empty()),
            word: spelled.any(|one| !predicates.of_word(one.join(&mut buffer)).is_empty())
                || word.verbs.iter().any(|verbal| {
                    let lemma = verbs.lemma(verbal.form.verb);
                    !predicates.of_lemma(lemma).is_empty()
                }),
            second,
        }
    }
}

impl Senses {
    pub fn of(words: &Words<'_>) -> Self {
        let mut senses = Self {
            finite: finite::finite(words),
            ..Self::default()
        };
        let mut known = vec![None; words.spellings()];
        let mut opens = |at| {
            known
                .get_mut(words.spelling(at))
                .map_or_else(Opens::default, |known: &mut Option<Opens>| {
                    *known.get_or_insert_with(|| Opens::of(words, at))
                })
        };
        let mut at = 0;
        let mut marked = 0;
        while at < words.len() {
            let here = opens(at);
            let second = (here.marker || here.phrase) && opens(at + 1).second;
            // No marker begins inside another: "حتى لو" is no condition.
            if here.marker
                && at >= marked
                && let Some(marker) = marker_at(words, at, second)
            {
                marked = marker.tokens.end;
                senses.markers.push(marker);
            }
            let phrase = here.phrase.then(|| phrase_at(words, at, second)).flatten();
            let word = || here.word.then(|| senses.word_at(words, at)).flatten();
            if let Some(hit) = phrase.or_else(word) {
                at = at.max(hit.tokens.end - 1);
                senses.hits.push(hit);
            }
            at += 1;
        }
        let starts = senses.hits.iter().map(|hit| hit.tokens.start);
        senses.hits_before = counts_before(words.len(), starts);
        let starts = senses.markers.iter().map(|marker| marker.tokens.start);
        senses.markers_before = counts_before(words.len(), starts);
        senses
    }

    /// The reading of a token as the verb that heads a clause.
    pub fn finite(&self, token: usize) -> Option<&Verbal> {
        self.finite.get(token).and_then(Option::as_ref)
    }

    /// The hits that begin in these tokens.
    pub fn hits(&self, tokens: &Range<usize>) -> &[Hit] {
        within(&self.hits, &self.hits_before, tokens)
    }

    /// The markers that begin in these tokens.
    pub fn markers(&self, tokens: &Range<usize>) -> &[MarkerAt] {
        within(&self.markers, &self.markers_before, tokens)
    }

    pub fn marker_of(&self, token: usize, kind: MarkerKind) -> Option<&MarkerAt> {
        self.markers(&(token..token + 1))
            .iter()
            .find(|marker| marker.kind == kind)
    }

    fn word_at(&self, words: &Words<'_>, at: usize) -> Option<Hit> {
        let word = words.get(at)?;
        if !words.is_word(at) {
            return None;
        }
        let predicates = &words.lexicon.predicates;
        let verbs = &words.lexicon.verbs;
        if let Some(verbal) = self.finite(at) {
            let tense = verbal.form.tense;
            let readings = word
                .finite()
                .filter(|other| other.split == verbal.split && other.form.tense == tense);
            // One that only links ("يصر" of صار) tells least.
            let links = |found: &[PredicateId]| {
                let one = found.first().and_then(|&id| predicates.get(id));
                one.is_some_and(|predicate| predicate.attitude == Attitude::Links)
            };
            let found = readings
                .map(|verbal| (verbal, predicates.of_lemma(verbs.lemma(verbal.form.verb))))
                .filter(|(_, found)| !found.is_empty())
                // "احتجت النقابة" is "احتج" in the third person sooner than "احتاج"
                // in the first.
                .min_by_key(|(other, found)| (links(found), other.form.person != Person::Third));
            return found.map(|(verbal, found)| Hit {
                tokens: at..at + 1,
                predicates: found.to_vec(),
                split: verbal.split,
                tense: Some(verbal.form.tense),
                accusative: false,
            });
        }
        let mut buffer = String::new();
        let form = words.reading.form(at);
        let spelled = word.split.spellings(form);
        // "مساندته", "بمعارضة", "معارضة القانون": a verbal noun that is spelled like the participle.
        let owned = words.is_word(at + 1)
            && !word.split.article
            && words.get(at + 1).is_some_and(|next| {
                next.split.article && next.split.particle.is_none() && !next.conjoined()
            });
        let bound = word.split.pronoun.is_some() || word.split.particle.is_some() || owned;
        let described = |found: &[PredicateId]| {
            let first = found.first().and_then(|&id| predicates.get(id));
            first.is_some_and(|first| first.kind == PredicateKind::Adjective)
        };
        for spelling in spelled {
            let found = predicates.of_word(spelling.join(&mut buffer));
            if bound && word.is_masdar() && described(found) {
                continue;
            }
            if !found.is_empty() {
                return Some(Hit {
                    tokens: at..at + 1,
                    predicates: found.to_vec(),
                    split: word.split,
                    tense: None,
                    accusative: word.shape.accusative,
                });
            }
        }
        // A verbal noun in the plural is a thing: requests, agreements.
        // "بموافقة" is a verbal noun, "، مطالبة بـ" a participle that carries on.
        let carries_on = word.conjoined()
            || at.checked_sub(1).is_some_and(|before| {
                matches!(words.kind(before), Some(TokenKind::Comma | TokenKind::Dash))
            });
        let masdar = word.is_masdar() && (!carries_on || word.split.particle.is_some());
        let nominal = word.verbs.iter().filter(|v| {
            let tense = v.form.tense;
            // A verbal noun that names a document too: "تقرير".
            let thing = tense == Tense::Masdar
                && (v.form.number == Number::Plural || word.is(Particle::DOCUMENT));
            let attribute = tense != Tense::Masdar && v.form.gender == Gender::Feminine;
            // "أمله": the pronoun goes with the verbal noun.
            let owned = tense != Tense::Masdar && word.split.pronoun.is_some();
            // "موقفه من الاتفاق" is a stand, and nothing that was stopped.
            let participle = matches!(tense, Tense::PassiveParticiple | Tense::ActiveParticiple);
            let named = participle && word.is(Particle::ABSTRACT);
            !(tense.is_finite() || thing || named || masdar && (attribute || owned))
        });
        let mut best: Option<Hit> = None;
        for verbal in nominal {
            let found = predicates.of_lemma(verbs.lemma(verbal.form.verb));
            let believed = verbal.split == word.split;
            if found.is_empty() || (best.is_some() && !believed) {
                continue;
            }
            let hit = Hit {
                tokens: at..at + 1,
                predicates: found.to_vec(),
                split: verbal.split,
                tense: Some(verbal.form.tense),
                accusative: verbal.form.accusative,
            };
            if believed {
                return Some(hit);
            }
            best = Some(hit);
        }
        best
    }
}

/// For each token how many entries begin before it, given where each begins,
/// in order.
fn counts_before(tokens: usize, starts: impl Iterator<Item = usize>) -> Vec<u32> {
    let mut counts = Vec::with_capacity(tokens + 1);
    let mut before = 0;
    for start in starts {
        // The count holds up to the token where the entry begins.
        counts.resize(start + 1, before);
        before += 1;
    }
    counts.resize(tokens.max(counts.len()) + 1, before);
    counts
}

/// The entries of a list in token order that start within some tokens.
fn within<'l, T>(list: &'l [T], before: &[u32], tokens: &Range<usize>) -> &'l [T] {
    let count = |at: usize| {
        let all = list.len();
        before.get(at).map_or(all, |count| *count as usize)
    };
    list.get(count(tokens.start)..count(tokens.end))
        .unwrap_or_default()
}

/// The word as it stands in a fixed phrase: whole, or without its conjunction.
fn bare<'w>(words: &'w Words<'_>, at: usize) -> &'w str {
    let form = words.reading.form(at);
    match words.get(at) {
        Some(word) if word.split.conjunction.is_some() => {
            let conjunction = form.chars().next().map_or(0, char::len_utf8);
            form.get(conjunction..).unwrap_or(form)
        }
        _ => form,
    }
}

/// How the word at a token may be spelled inside a phrase: as it stands, and
/// without its pronoun.
fn spelled_inside<'w>(words: &'w Words<'_>, at: usize) -> (&'w str, Option<&'w str>) {
    let pronoun = words.get(at).filter(|word| word.split.pronoun.is_some());
    (words.reading.form(at), pronoun.map(|_| words.stem(at)))
}

/// Whether the words of a phrase after its first stand from a token on, of
/// which `next` is the first: it is read once for all phrases.
fn goes_on<'w>(
    words: &'w Words<'_>,
    from: usize,
    next: (&'w str, Option<&'w str>),
    rest: &[String],
) -> bool {
    let is = |(form, stem): (&str, Option<&str>), expected: &str| {
        form == expected || stem == Some(expected)
    };
    rest.iter()
        .enumerate()
        .all(|(count, expected)| match count {
            0 => is(next, expected),
            _ => is(spelled_inside(words, from + count), expected),
        })
}

/// The marker that begins at a token; see [`phrases::phrase_at`].
fn marker_at(words: &Words<'_>, at: usize, second: bool) -> Option<MarkerAt> {
    if !words.is_word(at) {
        return None;
    }
    let markers = &words.lexicon.markers;
    let stem = words.stem(at);
    let word = words.get(at)?;
    // "لأنه" and "لكنها" carry a pronoun, "وإذا" a conjunction.
    let tries = [words.reading.form(at), bare(words, at), stem];
    let spelled = words.reading.span(at..at + 1).of(words.reading.text);
    let joined = usize::from(word.split.conjunction.is_some());
    let hamza = spelled.char_indices().nth(joined);
    let hamza = hamza.and_then(|(start, _)| seat(spelled.get(start..).unwrap_or_default()));
    let next = spelled_inside(words, at + 1);
    for (number, first) in tries.into_iter().enumerate() {
        if number > 0 && tries.get(number - 1) == Some(&first) {
            continue;
        }
        if number == 2 && (word.split.pronoun.is_none() || word.split.particle.is_some()) {
            continue;
        }
        let found = markers.starting(first).find(|marker| {
            let rest = marker.words.get(1..).unwrap_or_default();
            let other = hamza.is_some() && marker.hamza.is_some() && hamza != marker.hamza;
            // "إنه قرر" tells; "إن قرر" supposes.
            let other = other || number == 2 && marker.kind == MarkerKind::Condition;
            // A lemma stands for its verb, not for a word of the text.
            marker.kind != MarkerKind::Stay
                && !other
                && (rest.is_empty() || second && goes_on(words, at + 1, next, rest))
        });
        if let Some(marker) = found {
            return Some(MarkerAt {
                tokens: at..at + marker.words.len(),
                kind: marker.kind,
                scope: marker.scope,
                clause: marker.clause,
            });
        }
    }
    None
}
