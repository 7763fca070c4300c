//! The ground on which positions are found: words, senses, clauses, the actors
//! named and the statements made, all by token.
//!
//! It answers questions about places of the text; it decides nothing about
//! stances.

use std::ops::Range;

use crate::arabic::{Span, TokenKind};
use crate::lexicon::{CueClass, MarkerKind, Particle, Places};
use crate::stance::card::Cast;
use crate::stance::clauses::Clauses;
use crate::stance::mentions::EntityId;
use crate::stance::passed::Passed;
use crate::stance::senses::Senses;
use crate::stance::words::Words;

/// Who may take a position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::stance) enum Who {
    /// Somebody the lexicon or the article names.
    Entity(EntityId),
    /// A source that only its own words tell ("بعض المحافظين"): the place of
    /// its phrase among [`Ground::phrases`].
    Phrase(usize),
    /// A subject that only its own words tell: its tokens.
    Words(usize, usize),
}

/// An actor where the text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::stance) struct ActorAt {
    /// The whole phrase, role and name included.
    pub tokens: Range<usize>,
    pub entity: Who,
    /// Stands as an adjective of a state, not as a name.
    pub adjective: bool,
}

/// A statement by token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::stance) struct Said {
    pub cue: usize,
    pub content: Range<usize>,
    /// The phrase of the source; none where it is hidden.
    pub subject: Option<Range<usize>>,
    pub source: Option<Who>,
    pub class: CueClass,
    /// The verb that reports, as a dictionary writes it; empty for a mark.
    pub lemma: &'static str,
}

pub(in crate::stance) struct Ground<'a> {
    pub words: &'a Words<'a>,
    pub senses: &'a Senses,
    pub clauses: &'a Clauses,
    /// In token order, not overlapping.
    pub actors: Vec<ActorAt>,
    /// In the order of the briefing's statements.
    pub said: Vec<Said>,
    /// The first place of each source that is nobody's name.
    pub phrases: Vec<Range<usize>>,
    /// The statements by cue, in token order.
    cues: Vec<(usize, usize)>,
    /// The statements by where their content begins, in token order.
    contents: Vec<(usize, usize)>,
    /// The sentences and the actors by token.
    sentences: Passed,
    passed: Passed,
    /// By token: the innermost statement whose content holds it.
    inside: Vec<Option<u32>>,
}

impl<'a> Ground<'a> {
    pub fn new(words: &'a Words<'a>, senses: &'a Senses, clauses: &'a Clauses, cast: Cast) -> Self {
        let Cast {
            actors,
            said,
            phrases,
        } = cast;
        let mut cues: Vec<(usize, usize)> = (0..said.len())
            .filter_map(|number| said.get(number).map(|s| (s.cue, number)))
            .collect();
        cues.sort_unstable();
        let mut contents: Vec<(usize, usize)> =
            said.iter().map(|one| one.content.start).zip(0..).collect();
        contents.sort_unstable();
        let mut inside = vec![None; words.len()];
        let mut by_length: Vec<usize> = (0..said.len()).collect();
        by_length.sort_by_key(|&number| {
            std::cmp::Reverse(said.get(number).map_or(0, |s| s.content.len()))
        });
        // Longest first, so that the innermost is written last; the lengths are
        // capped so that nesting cannot make this quadratic.
        for number in by_length {
            let Some(one) = said.get(number) else {
                continue;
            };
            let end = one.content.end.min(one.content.start + LONGEST_CONTENT);
            for place in inside.get_mut(one.content.start..end).unwrap_or_default() {
                *place = u32::try_from(number).ok();
            }
        }
        let sentences = words.reading.sentences.iter();
        Self {
            words,
            senses,
            clauses,
            sentences: Passed::of(words.len(), sentences.map(|one| one.tokens.end)),
            passed: Passed::of(words.len(), actors.iter().map(|actor| actor.tokens.end)),
            actors,
            said,
            phrases,
            cues,
            contents,
            inside,
        }
    }

    /// The statements whose content begins in these tokens.
    pub fn said_from(&self, tokens: Range<usize>) -> impl Iterator<Item = &Said> {
        let at = self
            .contents
            .partition_point(|&(start, _)| start < tokens.start);
        let contents = self.contents.iter().skip(at);
        let begun = contents.take_while(move |&&(start, _)| start < tokens.end);
        begun.filter_map(|&(_, number)| self.said.get(number))
    }

    /// The statement whose cue is this token.
    pub fn said_by_cue(&self, token: usize) -> Option<usize> {
        let at = self.cues.partition_point(|&(cue, _)| cue < token);
        self.cues
            .get(at)
            .filter(|&&(cue, _)| cue == token)
            .map(|&(_, number)| number)
    }

    /// The innermost statement whose content holds this token.
    pub fn said_around(&self, token: usize) -> Option<usize> {
        self.inside
            .get(token)
            .copied()
            .flatten()
            .map(|number| number as usize)
    }

    /// The actor whose phrase holds this token.
    pub fn actor_at(&self, token: usize) -> Option<&ActorAt> {
        self.actors
            .get(self.passed.before(token))
            .filter(|actor| actor.tokens.start <= token)
    }

    /// The actor phrase that starts at this token.
    pub fn actor_starting(&self, token: usize) -> Option<&ActorAt> {
        self.actor_at(token)
            .filter(|actor| actor.tokens.start == token)
    }

    /// The last actor phrase that ends at or before this token.
    pub fn actor_before(&self, token: usize) -> Option<&ActorAt> {
        let at = self.passed.before(token);
        at.checked_sub(1).and_then(|at| self.actors.get(at))
    }

    pub fn kind(&self, token: usize) -> Option<TokenKind> {
        self.words.kind(token)
    }

    pub fn is(&self, token: usize, uses: Particle) -> bool {
        self.words.get(token).is_some_and(|word| word.is(uses))
    }

    pub fn is_nominal(&self, token: usize) -> bool {
        self.words.is_word(token)
            && self.senses.finite(token).is_none()
            && self
                .words
                .get(token)
                .is_some_and(|word| !word.is_function())
    }

    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.words.reading.span(tokens)
    }

    /// The tokens of the sentence that holds a token.
    pub fn sentence(&self, token: usize) -> Range<usize> {
        let sentences = &self.words.reading.sentences;
        sentences
            .get(self.sentences.before(token))
            .map_or(token..token, |sentence| sentence.tokens.clone())
    }

    pub fn clause(&self, token: usize) -> Range<usize> {
        self.clauses
            .at(token)
            .map_or(token..token + 1, |clause| clause.tokens.clone())
    }

    /// The tokens of these that are a preposition of these frames, without a
    /// pronoun.
    pub fn places_of(&self, tokens: Range<usize>, places: Places) -> impl Iterator<Item = usize> {
        tokens.filter(move |&at| {
            let plain = self
                .words
                .get(at)
                .is_some_and(|w| w.split.pronoun.is_none());
            let place = self.words.lexicon.prepositions.place(self.words.stem(at));
            plain && place != Places::default() && places.has(place)
        })
    }

    pub fn has_marker(&self, token: usize, kind: MarkerKind) -> bool {
        self.senses.marker_of(token, kind).is_some()
    }

    /// Whether one of these folded words stands, clitics aside, in the tokens.
    pub fn has_word(&self, tokens: Range<usize>, folded: &[String]) -> bool {
        tokens.into_iter().any(|at| {
            let stem = self.words.stem(at);
            let form = self.words.reading.form(at);
            folded.iter().any(|word| {
                word == stem
                    || word == form
                    || stem.strip_suffix('ا') == Some(word)
                    || (stem.strip_suffix('ت').is_some()
                        && stem.strip_suffix('ت') == word.strip_suffix('ه'))
            })
        })
    }
}

/// A content goes on no longer than this for the look-up of its insides.
const LONGEST_CONTENT: usize = 2_000;
