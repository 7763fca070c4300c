//! What follows a cue: its subject, and how its content joins on.
//!
//! One walk from the cue to the right. Adverbials, appositions and relative
//! clauses are stepped over; the walk ends at the first thing that opens a
//! content in one of the cue's frames, or fails at a verb or a break that
//! cannot stand between a cue and its content.

use std::ops::Range;

use super::scene::{Named, Scene};
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{Addressee, Cue, CueClass, Frames, Particle, Person, Tense};

/// How a content was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    /// أن, إن and their kin.
    Clause,
    Quotation,
    /// A colon without a quotation.
    Colon,
    Object,
    Preposition,
    /// The content stands before the cue and ends before this token.
    Before(usize),
}

/// What was found right of a cue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Complement {
    pub subject: Option<Range<usize>>,
    pub opening: Opening,
    /// First token of the content.
    pub content: usize,
    /// Where it begins in it, in bytes of the original, where a preposition
    /// written on the token is no part of it.
    pub begins: usize,
    /// A medium named on the way: "to the agency", "in the paper".
    pub medium: Option<Range<usize>>,
    /// A participle on the way that goes with the cue: "saying".
    pub saying: Option<usize>,
}

/// Nobody parts a cue from its content by more tokens than this.
const REACH: usize = 70;
/// "Went on" is a cue only near its content.
const NEAR: usize = 20;
pub(super) const MOST_COMMAS: usize = 6;

pub(super) struct Walk<'s, 'a> {
    pub scene: &'s Scene<'a>,
    pub cue: &'s Cue,
    /// The cue is written with its object.
    pub pronoun: bool,
    /// The subject is known to stand elsewhere: the first noun is an object.
    pub headed: bool,
    pub limit: usize,
    pub(super) subject: Option<Range<usize>>,
    /// The subject can grow no more.
    pub(super) shut: bool,
    pub(super) relative: bool,
    pub(super) commas: usize,
    pub(super) medium: Option<Range<usize>>,
    /// The last phrase was an adverbial, which a clause may follow.
    pub(super) occasion: bool,
    /// The last adverbial ended with an indefinite noun, which a clause may
    /// follow even after a pause.
    pub(super) hangs: bool,
    /// The subject is indefinite: a clause may follow it.
    pub(super) indefinite: bool,
    /// A "saying" that goes with the cue.
    saying: Option<usize>,
    /// Where an addressee that belongs to the content starts.
    pub(super) addressee: Option<usize>,
}

pub(super) enum Next {
    At(usize),
    Found(Opening, usize),
    Fail,
}

impl<'s, 'a> Walk<'s, 'a> {
    pub fn new(
        scene: &'s Scene<'a>,
        cue: &'s Cue,
        pronoun: bool,
        headed: bool,
        limit: usize,
    ) -> Self {
        Self {
            scene,
            cue,
            pronoun,
            headed,
            limit,
            subject: None,
            shut: headed,
            relative: false,
            commas: 0,
            medium: None,
            occasion: false,
            hangs: false,
            indefinite: false,
            saying: None,
            addressee: None,
        }
    }

    /// Walks from the token after the cue.
    pub fn run(mut self, start: usize) -> Option<Complement> {
        let reach = match self.cue.class {
            CueClass::Continuing => NEAR,
            _ => REACH,
        };
        let end = self.limit.min(start + reach);
        let mut at = start;
        while at < end {
            match self.step(at) {
                Next::At(next) => at = next.max(at + 1),
                Next::Fail => return None,
                Next::Found(opening, content) => return self.found(opening, content),
            }
        }
        None
    }

    pub(super) fn frames(&self, frames: Frames) -> bool {
        self.cue.frames.has(frames)
    }

    fn found(self, opening: Opening, content: usize) -> Option<Complement> {
        let content = match opening {
            Opening::Preposition | Opening::Object => self.addressee.unwrap_or(content),
            _ => content,
        };
        if content >= self.limit || self.scene.kind(content) == Some(TokenKind::Stop) {
            return None;
        }
        let token = self.scene.words.reading.tokens.get(content)?;
        let bare = opening == Opening::Preposition && self.scene.has(content, Prefix::Bi);
        let begins = if bare {
            self.scene.after_prefix(content)
        } else if opening == Opening::Preposition && self.is_unknown_with_bi(content) {
            token.span.start + 'ب'.len_utf8()
        } else {
            token.span.start
        };
        Some(Complement {
            subject: self.subject,
            opening,
            content,
            begins,
            medium: self.medium,
            saying: self.saying,
        })
    }

    fn step(&mut self, at: usize) -> Next {
        match self.scene.kind(at) {
            Some(TokenKind::Quote) => self.quotation(at),
            Some(TokenKind::Colon) => self.colon(at),
            Some(TokenKind::Comma) => self.comma(at),
            Some(TokenKind::Word | TokenKind::Initials) => self.word(at),
            Some(TokenKind::Number | TokenKind::Symbol) => self.noun(at),
            Some(TokenKind::Open) => self.bracket(at),
            Some(TokenKind::Dash) => Next::At(at + 1),
            Some(TokenKind::Stop) if self.scene.is_title_stop(at) => Next::At(at + 1),
            _ => Next::Fail,
        }
    }

    fn word(&mut self, at: usize) -> Next {
        let scene = self.scene;
        let word = scene.word(at);
        if scene.named(at) == Named::No {
            if word.is(Particle::COMPLEMENTIZER) {
                return self.complementizer(at);
            }
            if word.is(Particle::COMPLEMENTIZER_NOT) && self.frames(Frames::CLAUSE) {
                return Next::Found(Opening::Clause, at);
            }
        }
        if self.is_own_words(at) {
            return Next::Found(Opening::Clause, at);
        }
        if self.commas == 0
            && self.frames(Frames::QUOTATION)
            && matches!(self.cue.class, CueClass::Neutral | CueClass::Continuing)
            && (word.is(Particle::SAYING) || self.is_how(at))
        {
            self.saying = Some(at);
            self.shut |= self.subject.is_some();
            return Next::At(at + 1);
        }
        // "قال ما نصه:".
        if self.commas == 0
            && word.is(Particle::RELATIVE_BARE)
            && scene.word(at + 1).split.pronoun.is_some()
            && (scene.kind(at + 2) == Some(TokenKind::Colon) || scene.opened(at + 2).is_some())
            && self.frames(Frames::QUOTATION)
        {
            self.shut = true;
            return Next::At(at + 2);
        }
        if self.subject.is_some() && scene.hides_identity(at) {
            self.relative = true;
            self.shut = true;
            return Next::At(scene.past_identity(at, self.limit).max(at + 1));
        }
        if self.is_other_cue(at) {
            return Next::Fail;
        }
        if self.points_back(at) {
            return Next::Found(Opening::Preposition, at);
        }
        if let Some(content) = self.preposition(at)
            && !self.is_of_clause(at)
            && !self.is_of_aside(at)
        {
            return self.through_preposition(at, content);
        }
        // "according to what it published": a clause that belongs to no content.
        let clause = word.is(Particle::RELATIVE_BARE)
            && scene.is_verb(at + 1)
            && word.split.pronoun.is_none()
            && (!self.takes_object() || word.is(Particle::PREPOSITION));
        if word.is(Particle::RELATIVE) || clause {
            self.relative = true;
            self.shut |= self.subject.is_some();
            return Next::At(at + 1);
        }
        // "in a speech the television carried, his refusal of": the cue's object.
        let object = self.relative
            && self.occasion
            && self.is_own_object(at)
            && word.split.particle.is_none()
            && scene.is_abstract(at);
        if object {
            self.relative = false;
            return self.object(at);
        }
        if self.relative {
            // A clause on the noun of an adverbial ends with its time.
            self.relative = !(self.occasion && word.is(Particle::TIME));
            return Next::At(at + 1);
        }
        self.noun(at)
    }

    pub(super) fn complementizer(&mut self, at: usize) -> Next {
        if !self.frames(Frames::CLAUSE) {
            return Next::Fail;
        }
        if self.is_of_aside(at) {
            return Next::At(at + 1);
        }
        // In a relative clause an أن belongs to its verb; the cue's comes later.
        if self.relative
            && (at + 1..self.limit.min(at + 25))
                .take_while(|&later| self.scene.kind(later) != Some(TokenKind::Stop))
                .any(|later| self.scene.is(later, Particle::COMPLEMENTIZER))
            && self.scene.is_verb(at - 1)
        {
            return Next::At(at + 1);
        }
        // "نشر مقطعا قال إنه": what that clause tells.
        if self.relative && self.commas == 0 && self.scene.is_verb(at - 1) {
            let told = self.scene.word(at - 1).reports;
            if told && self.occasion_or_thing() {
                return Next::Fail;
            }
        }
        let content = at + 1;
        match self.scene.opened(content) {
            Some(quotation) => Next::Found(Opening::Clause, quotation.inside.start),
            None => Next::Found(Opening::Clause, content),
        }
    }

    fn noun(&mut self, at: usize) -> Next {
        let scene = self.scene;
        let word = scene.word(at);
        if let Some(end) = scene.words.manner_end(at) {
            return self.past(end);
        }
        if scene.is_adverbial(at) || word.is(Particle::PREPOSITION) {
            return self.adverbial(at);
        }
        if word.is(Particle::DEMONSTRATIVE) && self.takes_object() {
            // "Asks for that" tells nothing; "denied that" does.
            let alone = scene.is_break(at + 1) || scene.kind(at + 1) == Some(TokenKind::Quote);
            let denied = self.cue.class == CueClass::Denial && self.subject.is_some();
            return if alone && !denied || !self.cue.needs.is_empty() {
                Next::Fail
            } else {
                Next::Found(Opening::Object, at)
            };
        }
        // "values what the teams reached": the clause is the object.
        if word.is(Particle::RELATIVE_BARE)
            && scene.is_verb(at + 1)
            && self.takes_object()
            && (self.headed || self.subject.is_some())
        {
            return Next::Found(Opening::Object, at);
        }
        if word.is(Particle::NEGATION.or(Particle::COPULA).or(Particle::VERBAL)) {
            // "sources it did not name said": a clause on the subject.
            self.relative = true;
            self.shut = true;
            return Next::At(at + 1);
        }
        // "نفت أي علاقة لها بالهجوم".
        if self.is_any(at) {
            return Next::Found(Opening::Object, at);
        }
        if word.is_function() && scene.named(at) == Named::No {
            return Next::At(at + 1);
        }
        // "in a joint statement, their support": the cue's object, and no clause.
        let clause = self.occasion
            && (self.hangs && !self.is_own_object(at)
                || !(self.takes_object() && scene.is_abstract(at)))
            && scene.named(at) == Named::No
            && !word.split.article
            && word
                .finite()
                .any(|verbal| verbal.form.person == Person::Third);
        let attributive = self.is_told_more(at);
        // "استغرب حزب الكتائب صمت الحكومة": behind a verb and its subject no verb stands.
        let noun = self.subject.is_some()
            && self.commas == 0
            && !self.shut
            && !attributive
            && self.takes_object()
            && self.cue.needs.is_empty()
            && word.split.is_whole()
            && scene.form(at).chars().count() == 3
            && word
                .finite()
                .all(|verbal| verbal.form.tense == Tense::Perfect)
            && scene.word(at + 1).split.article
            && scene.prefix(at + 1).is_none();
        if noun && scene.is_verb(at) {
            return Next::Found(Opening::Object, at);
        }
        if scene.is_verb(at) || clause {
            // "a statement it published", "a conference held in": a clause on
            // the noun of the adverbial, also after a pause.
            let hangs = self.hangs && scene.is_comma(at - 1) && !word.conjoined();
            if (self.occasion || attributive || hangs) && scene.prefix(at).is_none() {
                self.relative = true;
                return Next::At(at + 1);
            }
            return Next::Fail;
        }
        if let Some(end) = self.genitive_end(at) {
            return Next::At(end);
        }
        let addressed = self.cue.addressee != Addressee::None && word.is(Particle::QUANTIFIER);
        if self.subject.is_none() && !self.shut && !addressed && !self.is_object_at_once(at) {
            return self.first_phrase(at);
        }
        if self.takes_object()
            && scene.prefix(at).is_none()
            && (self.headed || self.subject.is_some() || self.is_object_at_once(at))
        {
            return self.object(at);
        }
        self.skip_phrase(at)
    }

    pub(super) fn strict(&self) -> bool {
        self.takes_object() || self.cue.addressee != Addressee::None
    }

    pub(super) fn first_phrase(&mut self, at: usize) -> Next {
        let stops = |token: usize| self.ends_subject(token);
        let phrase = self
            .scene
            .phrase_until(at, self.limit, self.strict(), stops);
        let Some(phrase) = phrase else {
            return Next::At(at + 1);
        };
        let end = phrase.tokens.end;
        self.indefinite = !phrase.definite || self.scene.is_some_official(&phrase.tokens);
        self.subject = Some(phrase.tokens);
        Next::At(end)
    }
}
