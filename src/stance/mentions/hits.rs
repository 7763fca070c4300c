//! Where the lexicon's names and nouns of office stand in a text, each with
//! one sense.
//!
//! A spelling with several senses gets the one that the article supports:
//! strong names first, a weak name only where its owner is named elsewhere or
//! the words around ask for it, an adjective only where it agrees with the
//! noun before (السوداني after a given name is a family name).

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::around::{adjoins, in_dateline, marked};

use crate::arabic::{Particle as Prefix, Split, TokenKind};
use crate::lexicon::{How, Number, Particle, Sense, Who, has_article};

use crate::stance::words::Words;

/// A lexicon phrase in the text, with the sense chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub start: usize,
    pub end: usize,
    pub split: Split,
    pub sense: Sense,
}

impl Hit {
    pub fn tokens(&self) -> Range<usize> {
        self.start..self.end
    }

    pub fn conjoined(&self) -> bool {
        self.split.conjunction.is_some()
    }

    pub fn prefix(&self) -> Option<Prefix> {
        self.split.particle
    }

    /// A state, organisation or group, by name or by adjective.
    pub fn actor(&self) -> Option<Who> {
        match self.sense.who {
            who @ (Who::State(_) | Who::Organisation(_) | Who::Group(_)) => Some(who),
            _ => None,
        }
    }

    pub fn is_adjective(&self) -> bool {
        self.sense.how == How::Adjective
    }

    pub fn role(&self) -> Option<u16> {
        match self.sense.who {
            Who::Role(role) => Some(role),
            _ => None,
        }
    }

    pub fn institution(&self) -> Option<u16> {
        match self.sense.who {
            Who::Institution(body) => Some(body),
            _ => None,
        }
    }
}

/// All hits of a text, in order, none overlapping.
#[derive(Debug)]
pub(super) struct Hits {
    list: Vec<Hit>,
    /// Token → one more than the place of the hit that covers it.
    cover: Vec<u32>,
    /// Token → how often its folded form stands in the text.
    counts: Vec<u32>,
}

impl Hits {
    pub fn of(words: &Words<'_>) -> Self {
        let found = find(words);
        let counts = counts(&found);
        let mut hits = Self {
            list: Vec::new(),
            cover: vec![0; words.len()],
            counts: frequencies(words),
        };
        for candidates in of_phrases(&found) {
            if let Some(hit) = hits.choose(words, candidates, &counts) {
                hits.push(hit);
            }
        }
        hits
    }

    pub fn iter(&self) -> impl Iterator<Item = &Hit> {
        self.list.iter()
    }

    /// How often a token's folded form stands in the text.
    pub fn count(&self, token: usize) -> u32 {
        self.counts.get(token).copied().unwrap_or_default()
    }

    /// The hit that covers a token.
    pub fn over(&self, token: usize) -> Option<&Hit> {
        let place = *self.cover.get(token)?;
        self.list.get((place as usize).checked_sub(1)?)
    }

    /// The hit that starts at a token.
    pub fn starting(&self, token: usize) -> Option<&Hit> {
        self.over(token).filter(|hit| hit.start == token)
    }

    fn push(&mut self, hit: Hit) {
        self.list.push(hit);
        let place = u32::try_from(self.list.len()).unwrap_or_default();
        if let Some(cover) = self.cover.get_mut(hit.tokens()) {
            cover.fill(place);
        }
    }

    fn choose(&self, words: &Words<'_>, candidates: &[Hit], counts: &Counts) -> Option<Hit> {
        let strength = |hit: &Hit| {
            hit.actor()
                .and_then(|who| counts.get(&key(who)).copied())
                .unwrap_or(0)
        };
        let mut best: Option<(u32, Hit)> = None;
        for hit in candidates {
            let holds = match hit.sense.how {
                How::Weak => self.weak(words, hit, strength(hit)),
                How::Adjective => self.agrees(words, hit),
                How::Noun => self.noun(words, hit),
                How::Name | How::Capital | How::Seat | How::People => true,
            };
            // "«الشرق الأوسط»" between marks is the paper, not the region.
            let paper = matches!(hit.sense.who, Who::Outlet(_))
                && (marked(words, hit) || in_dateline(words, hit));
            let rank =
                2 * strength(hit) + u32::from(hit.sense.how != How::Weak) + 2 * u32::from(paper);
            if holds && best.is_none_or(|(known, _)| rank > known) {
                best = Some((rank, *hit));
            }
        }
        best.map(|(_, hit)| hit)
    }

    /// A common word that may be a name: the article names its owner
    /// elsewhere, or its neighbours are of the same kind.
    fn weak(&self, words: &Words<'_>, hit: &Hit, strength: u32) -> bool {
        let before = hit.start.checked_sub(1);
        let neighbour = before.and_then(|token| self.over(token));
        let article =
            has_article(hit.split.stem(words.reading.form(hit.start))) || hit.split.article;
        match hit.sense.who {
            Who::Outlet(_) => {
                let medium = neighbour
                    .is_some_and(|hit| matches!(hit.sense.who, Who::Medium(_) | Who::Outlet(_)));
                medium || marked(words, hit) || in_dateline(words, hit)
            }
            Who::Group(_) if article => strength > 0,
            Who::Group(_) => neighbour.is_some_and(|hit| matches!(hit.sense.who, Who::Group(_))),
            _ if article => strength > 0,
            _ => before
                .and_then(|token| words.get(token))
                .is_some_and(|word| word.is(Particle::PREPOSITION)),
        }
    }

    /// Whether an adjective agrees with the noun before it, so that it is no
    /// family name and no common noun.
    fn agrees(&self, words: &Words<'_>, hit: &Hit) -> bool {
        let definite = hit.sense.grammar.definite;
        let human = hit.sense.grammar.number != Number::Singular;
        let Some(before) = hit
            .start
            .checked_sub(1)
            .filter(|_| adjoins(words, hit.start))
        else {
            return human || definite;
        };
        let word = words.get(before);
        let nominal = words.is_word(before) && word.is_some_and(|word| !word.is_function());
        if hit.conjoined() {
            // "الأميركي فلان والفرنسي فلان": an adjective came not long before.
            let near = before.saturating_sub(8)..before + 1;
            return human
                || near
                    .into_iter()
                    .any(|token| self.over(token).is_some_and(Hit::is_adjective));
        }
        if human || hit.prefix().is_some() {
            return true;
        }
        if !nominal {
            return definite || words.kind(before) == Some(TokenKind::Number);
        }
        let noun_definite = word
            .is_some_and(|word| word.split.article || word.split.pronoun.is_some())
            || self
                .over(before)
                .is_some_and(|hit| hit.sense.grammar.definite)
            || has_article(words.reading.form(before));
        definite == noun_definite && (definite || !word.is_some_and(|word| word.is_surely_verb()))
    }

    /// Whether a noun of office is one here: some are adjectives after a noun,
    /// ranks stand before a name only.
    fn noun(&self, words: &Words<'_>, hit: &Hit) -> bool {
        let Who::Role(role) = hit.sense.who else {
            return true;
        };
        let Some(role) = words.lexicon.roles.get(role) else {
            return false;
        };
        if role.is_rank() {
            let next = words.get(hit.end);
            return adjoins(words, hit.end)
                && words.is_word(hit.end)
                && next.is_some_and(|word| {
                    !word.is_function() && !word.conjoined() && !word.is_surely_verb()
                });
        }
        if !role.is_adjective()
            || hit.conjoined()
            || hit.prefix().is_some()
            || !adjoins(words, hit.start)
        {
            return true;
        }
        let Some(before) = hit.start.checked_sub(1) else {
            return true;
        };
        let Some(word) = words.get(before).filter(|_| words.is_word(before)) else {
            return true;
        };
        let noun = !word.is_function() && !word.is_surely_verb();
        let office = self.over(before).is_some_and(|hit| hit.role().is_some());
        let definite = word.split.article || word.split.pronoun.is_some();
        !noun || office || definite != hit.sense.grammar.definite
    }
}

type Counts = FxHashMap<(u8, u16), u32>;

fn key(who: Who) -> (u8, u16) {
    match who {
        Who::State(index) => (0, index),
        Who::Organisation(index) => (1, index),
        Who::Group(index) => (2, index),
        Who::Person(index) => (3, index),
        Who::Outlet(index) => (4, index),
        Who::Role(index) => (5, index),
        Who::Institution(index) => (6, index),
        Who::Medium(index) => (7, index),
        Who::Place(index) => (8, index),
        Who::Nothing => (9, 0),
    }
}

fn frequencies(words: &Words<'_>) -> Vec<u32> {
    let mut counts = vec![0; words.spellings()];
    for token in 0..words.len() {
        if let Some(count) = counts.get_mut(words.spelling(token)) {
            *count += 1;
        }
    }
    let count = |token| counts.get(words.spelling(token)).copied();
    (0..words.len())
        .map(|token| count(token).unwrap_or_default())
        .collect()
}

/// How often each actor is named by a name that can mean nothing else.
fn counts(found: &[Hit]) -> Counts {
    let mut counts = Counts::default();
    for candidates in of_phrases(found) {
        let mut strong = candidates.iter().filter(|hit| hit.sense.how != How::Weak);
        if let Some(hit) = strong.next()
            && strong.all(|other| other.sense.who == hit.sense.who)
            && let Some(who) = hit.actor()
        {
            *counts.entry(key(who)).or_insert(0) += 1;
        }
    }
    counts
}

/// The senses of each phrase.
fn of_phrases(found: &[Hit]) -> impl Iterator<Item = &[Hit]> {
    found.chunk_by(|one, next| one.start == next.start)
}

/// The longest phrases from left to right, each once for each of its senses.
fn find(words: &Words<'_>) -> Vec<Hit> {
    let mut found = Vec::new();
    let mut token = 0;
    while token < words.len() {
        if !words.is_word(token) {
            token += 1;
            continue;
        }
        let Some(phrase) = words.name_at(token) else {
            token += 1;
            continue;
        };
        let (start, end, split) = (phrase.start, phrase.end, phrase.split);
        let senses = phrase.senses().filter(|sense| sense.who != Who::Nothing);
        found.extend(senses.map(|sense| Hit {
            start,
            end,
            split,
            sense,
        }));
        token = end;
    }
    found
}
