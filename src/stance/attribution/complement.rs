//! What follows a cue: its subject, and how its content joins on.
//!
//! One walk from the cue to the right. Adverbials, appositions and relative
//! clauses are stepped over; the walk ends at the first thing that opens a
//! content in one of the cue's frames, or fails at a verb or a break that
//! cannot stand between a cue and its content.

use std::ops::Range;

use super::phrase::End;
use super::scene::{Named, Scene};
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{Addressee, Cue, CueClass, Frames, Gender, Particle, Person, Tense};

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
const MOST_COMMAS: usize = 6;

pub(super) struct Walk<'s, 'a> {
    pub scene: &'s Scene<'a>,
    pub cue: &'s Cue,
    /// The cue is written with its object.
    pub pronoun: bool,
    /// The subject is known to stand elsewhere: the first noun is an object.
    pub headed: bool,
    pub limit: usize,
    subject: Option<Range<usize>>,
    /// The subject can grow no more.
    shut: bool,
    relative: bool,
    commas: usize,
    medium: Option<Range<usize>>,
    /// The last phrase was an adverbial, which a clause may follow.
    occasion: bool,
    /// The subject is indefinite: a clause may follow it.
    indefinite: bool,
    /// A "saying" that goes with the cue.
    saying: Option<usize>,
    /// Where an addressee that belongs to the content starts.
    addressee: Option<usize>,
}

enum Next {
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
            indefinite: false,
            saying: None,
            addressee: None,
        }
    }

    /// Walks from the token after the cue.
    pub fn run(mut self, start: usize) -> Option<Complement> {
        let end = self.limit.min(start + REACH);
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

    fn frames(&self, frames: Frames) -> bool {
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
            _ => Next::Fail,
        }
    }

    fn bracket(&self, at: usize) -> Next {
        let close = (at + 1..self.limit.min(at + 12))
            .find(|&close| self.scene.kind(close) == Some(TokenKind::Close));
        close.map_or(Next::Fail, |close| Next::At(close + 1))
    }

    fn quotation(&mut self, at: usize) -> Next {
        let Some(quotation) = self.scene.opened(at) else {
            return Next::At(at + 1);
        };
        let after = quotation.close.map(|close| close + 1);
        // The preposition may stand inside the marks: accused him "of lying".
        if !self.frames(Frames::QUOTATION)
            && let Some(content) = self.preposition(quotation.inside.start)
        {
            return Next::Found(Opening::Preposition, content);
        }
        // A name in quotation marks inside the subject or after a medium.
        if let Some(after) = after
            && self.scene.is_name_quotation(at)
            && (self.subject.is_some() || self.medium.is_some())
            && self.opens_later(after)
        {
            if !self.shut
                && let Some(subject) = &mut self.subject
            {
                subject.end = after;
            }
            return Next::At(after);
        }
        // "«The observatory» reported that": the name is the subject.
        if let Some(after) = after
            && self.subject.is_none()
            && !self.shut
            && self.scene.is_name_quotation(at)
            && self.opens_later(after)
        {
            return self.first_phrase(at);
        }
        if self.frames(Frames::QUOTATION.with(Frames::CLAUSE)) {
            return Next::Found(Opening::Quotation, quotation.inside.start);
        }
        if self.frames(Frames::OBJECT.with(Frames::DOUBLE))
            && (self.subject.is_some() || self.headed)
        {
            return Next::Found(Opening::Object, at);
        }
        after.map_or(Next::Fail, Next::At)
    }

    /// Whether something that opens a content comes soon and plainly.
    fn opens_later(&self, from: usize) -> bool {
        let relative = self.scene.is(from, Particle::RELATIVE);
        (from..self.limit.min(from + 30))
            .take_while(|&at| {
                self.scene.kind(at) != Some(TokenKind::Stop)
                    && (relative || !self.scene.is_verb(at))
            })
            .any(|at| {
                self.scene.is(at, Particle::COMPLEMENTIZER)
                    || self.scene.kind(at) == Some(TokenKind::Colon)
                    || self.preposition(at).is_some()
                    || self.scene.opened(at).is_some()
                    || self.frames(Frames::OBJECT) && self.scene.is_abstract(at)
            })
    }

    fn colon(&self, at: usize) -> Next {
        if !self.frames(Frames::CLAUSE.with(Frames::QUOTATION).with(Frames::OBJECT)) {
            return Next::Fail;
        }
        match self.scene.opened(at + 1) {
            Some(quotation) => Next::Found(Opening::Quotation, quotation.inside.start),
            None => Next::Found(Opening::Colon, at + 1),
        }
    }

    fn comma(&mut self, at: usize) -> Next {
        self.commas += 1;
        self.relative = false;
        self.occasion = false;
        let next = at + 1;
        if self.commas > MOST_COMMAS || self.starts_clause(next) {
            return Next::Fail;
        }
        // An apposition ends at a comma of its own or where the content opens.
        if !self.shut
            && self.subject.is_some()
            && !self.scene.is_adverbial(next)
            && let Some(phrase) = self.scene.phrase(next, self.limit, self.strict())
        {
            let end = phrase.tokens.end;
            let closes = self.scene.is_comma(end)
                || self.opens(end)
                || self.takes_object() && phrase.end == End::Noun;
            if closes && !self.scene.is_abstract(next) {
                if let Some(subject) = &mut self.subject {
                    subject.end = end;
                }
                return Next::At(end);
            }
        }
        self.shut |= self.subject.is_some();
        Next::At(next)
    }

    /// Whether a content opens right here.
    fn opens(&self, at: usize) -> bool {
        self.scene.is(at, Particle::COMPLEMENTIZER)
            || matches!(
                self.scene.kind(at),
                Some(TokenKind::Colon | TokenKind::Quote)
            )
            || self.preposition(at).is_some()
    }

    /// Words that open a new clause after a comma.
    fn starts_clause(&self, at: usize) -> bool {
        let word = self.scene.word(at);
        let participle = word
            .verbs
            .iter()
            .any(|v| v.form.tense == Tense::ActiveParticiple && v.form.accusative);
        word.is(Particle::CONNECTIVE) && !word.is(Particle::TIME)
            || self.scene.named(at) == Named::No && participle
            || word.conjoined() && self.scene.is_verb(at)
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
        if word.is(Particle::SAYING)
            && self.commas == 0
            && self.frames(Frames::QUOTATION)
            && matches!(self.cue.class, CueClass::Neutral | CueClass::Continuing)
        {
            self.saying = Some(at);
            self.shut |= self.subject.is_some();
            return Next::At(at + 1);
        }
        if self.is_other_cue(at) {
            return Next::Fail;
        }
        if let Some(content) = self.preposition(at) {
            return self.through_preposition(at, content);
        }
        if word.is(Particle::RELATIVE) {
            self.relative = true;
            self.shut |= self.subject.is_some();
            return Next::At(at + 1);
        }
        if self.relative {
            // A clause on the noun of an adverbial ends with its time.
            self.relative = !(self.occasion && word.is(Particle::TIME));
            return Next::At(at + 1);
        }
        self.noun(at)
    }

    /// A participle that continues ("adding that") or "by saying": what follows
    /// is told by it.
    fn is_other_cue(&self, at: usize) -> bool {
        let scene = self.scene;
        let lexicon = scene.words.lexicon;
        if self.relative || scene.named(at) != Named::No && self.subject.is_none() {
            return false;
        }
        if scene.word(at).is_function() {
            return false;
        }
        let by_saying = scene.has(at, Prefix::Bi) && scene.is_saying(at);
        by_saying
            || (self.subject.is_some() || self.headed)
                && scene.word(at).verbs.iter().any(|verbal| {
                    let feminine = verbal.form.gender == Gender::Feminine
                        && self.shut_by_definite(at)
                        && scene.named(at) == Named::No;
                    verbal.form.tense == Tense::ActiveParticiple
                        && verbal.split.is_whole()
                        && (verbal.form.accusative || feminine)
                        && lexicon
                            .cues
                            .verb(lexicon.verbs.lemma(verbal.form.verb))
                            .is_some()
                })
    }

    fn shut_by_definite(&self, at: usize) -> bool {
        at > 0
            && (self.scene.word(at - 1).split.article
                || matches!(self.scene.named(at - 1), Named::Actor | Named::Person))
    }

    fn complementizer(&mut self, at: usize) -> Next {
        if !self.frames(Frames::CLAUSE) {
            return Next::Fail;
        }
        // In a relative clause an أن belongs to its verb; the cue's own comes
        // after the clause.
        if self.relative
            && (at + 1..self.limit.min(at + 25))
                .take_while(|&later| self.scene.kind(later) != Some(TokenKind::Stop))
                .any(|later| self.scene.is(later, Particle::COMPLEMENTIZER))
            && self.scene.is_verb(at - 1)
        {
            return Next::At(at + 1);
        }
        let content = at + 1;
        match self.scene.opened(content) {
            Some(quotation) => Next::Found(Opening::Clause, quotation.inside.start),
            None => Next::Found(Opening::Clause, content),
        }
    }

    /// The content after a preposition of the cue's frames that stands at a
    /// token, if one does.
    fn preposition(&self, at: usize) -> Option<usize> {
        let word = self.scene.word(at);
        let alone = [
            (Frames::ILA, Particle::FRAME_ILA),
            (Frames::ALA, Particle::FRAME_ALA),
            (Frames::ABOUT, Particle::FRAME_ABOUT),
            (Frames::MIN, Particle::FRAME_MIN),
            (Frames::FI, Particle::FRAME_FI),
            (Frames::BI, Particle::FRAME_BI),
            (Frames::LI, Particle::FRAME_LI),
        ];
        let stands = alone.iter().any(|(frame, particle)| {
            self.frames(*frame) && word.is(*particle) && word.split.pronoun.is_none()
        });
        if stands {
            return Some(at + 1);
        }
        let written = self.frames(Frames::BI) && self.scene.has(at, Prefix::Bi)
            || self.frames(Frames::LI)
                && word.has(Prefix::Li)
                && (word.split.article || word.is_masdar());
        let noun = !word.is_function() && !word.split.stem(self.scene.form(at)).is_empty();
        (written && noun && !matches!(self.scene.named(at), Named::Press)).then_some(at)
    }

    fn through_preposition(&mut self, at: usize, content: usize) -> Next {
        let scene = self.scene;
        let separate = content > at;
        if separate && scene.is(content, Particle::COMPLEMENTIZER) {
            return self.complementizer(content);
        }
        if separate && scene.is(content, Particle::COMPLEMENTIZER_NOT) {
            return Next::Found(Opening::Clause, content);
        }
        if self.cue.addressee == Addressee::Min && scene.is(at, Particle::FRAME_MIN) {
            // "asked of somebody": the addressee follows, then the content.
            self.shut = true;
            let end = scene
                .phrase(content, self.limit, true)
                .map_or(content + 1, |p| p.tokens.end);
            return Next::At(end);
        }
        Next::Found(Opening::Preposition, content)
    }

    fn noun(&mut self, at: usize) -> Next {
        let scene = self.scene;
        let word = scene.word(at);
        if scene.is_adverbial(at) || word.is(Particle::PREPOSITION) {
            return self.adverbial(at);
        }
        if word.is(Particle::DEMONSTRATIVE) && self.takes_object() {
            return Next::Found(Opening::Object, at);
        }
        if word.is(Particle::NEGATION.or(Particle::COPULA).or(Particle::VERBAL)) {
            // "sources it did not name said": a clause on the subject.
            self.relative = true;
            self.shut = true;
            return Next::At(at + 1);
        }
        if word.is_function() && scene.named(at) == Named::No {
            return Next::At(at + 1);
        }
        let clause = self.occasion
            && scene.named(at) == Named::No
            && !word.split.article
            && word
                .finite()
                .any(|verbal| verbal.form.person == Person::Third);
        // "A source who preferred …", "officials, who spoke on condition …".
        let attributive = self.indefinite
            && self.subject.as_ref().is_some_and(|subject| {
                subject.end == at || subject.end + 1 == at && scene.is_comma(subject.end)
            });
        if scene.is_verb(at) || clause {
            // "a statement it published", "a conference held in": a clause on
            // the noun of the adverbial.
            if (self.occasion || attributive) && scene.prefix(at).is_none() {
                self.relative = true;
                return Next::At(at + 1);
            }
            return Next::Fail;
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

    /// The noun cannot be the subject: it is said, not one who says.
    fn is_object_at_once(&self, at: usize) -> bool {
        self.takes_object() && self.scene.is_abstract(at) && self.scene.named(at) == Named::No
    }

    fn takes_object(&self) -> bool {
        !self.pronoun && self.frames(Frames::OBJECT.with(Frames::DOUBLE))
            || self.pronoun && self.frames(Frames::DOUBLE)
    }

    fn strict(&self) -> bool {
        self.takes_object() || self.cue.addressee != Addressee::None
    }

    fn first_phrase(&mut self, at: usize) -> Next {
        let stops = |token: usize| self.ends_subject(token);
        let phrase = self
            .scene
            .phrase_until(at, self.limit, self.strict(), stops);
        let Some(phrase) = phrase else {
            return Next::At(at + 1);
        };
        let end = phrase.tokens.end;
        self.indefinite = !phrase.definite;
        self.subject = Some(phrase.tokens);
        Next::At(end)
    }

    /// A preposition of the cue's frames ends the subject, unless it leads to a
    /// place and comes again: "the envoy to Syria called for".
    fn ends_subject(&self, at: usize) -> bool {
        self.preposition(at)
            .is_some_and(|content| !self.leads_to_place(at, content))
    }

    fn leads_to_place(&self, at: usize, content: usize) -> bool {
        let scene = self.scene;
        let again = (content + 1..self.limit.min(content + 25))
            .take_while(|&later| {
                !scene.is_verb(later) && scene.kind(later) != Some(TokenKind::Stop)
            })
            .any(|later| self.preposition(later).is_some());
        again
            && matches!(scene.named(content), Named::Actor | Named::Institution)
            && (content > at || !scene.is_abstract(content))
    }

    fn object(&mut self, at: usize) -> Next {
        let noun = self.scene.is_abstract(at) || self.scene.word(at).shape.definite;
        // A verb that also takes a clause takes as object only what is said.
        let predicate = self.pronoun && self.scene.word(at).shape.accusative;
        let clear = !self.frames(Frames::CLAUSE) || noun || self.headed || predicate;
        if !clear {
            return self.skip_phrase(at);
        }
        if !self.cue.needs.is_empty() && !self.needed(at) {
            return Next::Fail;
        }
        Next::Found(Opening::Object, at)
    }

    /// Whether one of the nouns the cue needs stands near the head of the
    /// object.
    fn needed(&self, at: usize) -> bool {
        (at..self.limit.min(at + 6)).any(|token| {
            let (form, stem) = (self.scene.form(token), self.scene.stem(token));
            self.cue
                .needs
                .iter()
                .any(|need| need == form || need == stem)
        })
    }

    /// A noun that is neither subject nor content: an addressee, or part of an
    /// adverbial.
    fn skip_phrase(&mut self, at: usize) -> Next {
        self.shut |= self.subject.is_some();
        if self.cue.addressee == Addressee::In && self.addressee.is_none() && self.subject.is_some()
        {
            self.addressee = Some(at);
        }
        let end = self
            .scene
            .phrase_until(at, self.limit, self.strict(), |token| {
                self.ends_subject(token)
            })
            .map_or(at + 1, |p| p.tokens.end);
        Next::At(end)
    }

    /// An adverbial ends the subject; a medium in it is kept as the carrier.
    fn adverbial(&mut self, at: usize) -> Next {
        let scene = self.scene;
        let word = scene.word(at);
        self.shut |= self.subject.is_some();
        if word.is(Particle::TIME.or(Particle::ADVERB)) && !word.is(Particle::PREPOSITION_ADVERBIAL)
        {
            return Next::At(at + 1);
        }
        let noun = if word.is_function() { at + 1 } else { at };
        if noun == at && scene.has(at, Prefix::Li)
            || matches!(scene.named(noun), Named::Medium | Named::Outlet)
        {
            let medium = self.medium_phrase(noun);
            let close = scene.opened(noun).and_then(|quotation| quotation.close);
            let end = medium.as_ref().map_or(noun, |medium| medium.end);
            let end = close.map_or(end, |close| end.max(close)).max(noun)
                + usize::from(close.is_some() || medium.is_none());
            self.medium = self.medium.take().or(medium);
            return Next::At(end);
        }
        let place = Particle::FRAME_FI
            .or(Particle::FRAME_LI)
            .or(Particle::PREPOSITION_ADVERBIAL);
        if let Some(close) = scene.opened(noun).and_then(|quotation| quotation.close)
            && (word.is(place) || scene.has(at, Prefix::Li) || self.occasion)
            && scene.is_name_quotation(noun)
        {
            self.medium = self.medium.take().or_else(|| self.medium_phrase(noun));
            return Next::At(close + 1);
        }
        if word.split.pronoun.is_some() || !scene.is_nominal(noun) {
            return Next::At(at + 1);
        }
        self.occasion = scene.is(noun, Particle::OCCASION.or(Particle::DOCUMENT))
            || matches!(scene.named(noun), Named::Medium | Named::Outlet);
        let stops = |token: usize| self.ends_subject(token);
        let end = scene.phrase_until(noun, self.limit, true, stops);
        Next::At(end.map_or(noun + 1, |phrase| phrase.tokens.end))
    }

    fn medium_phrase(&self, noun: usize) -> Option<Range<usize>> {
        let scene = self.scene;
        let marked = scene.opened(noun).map(|quotation| quotation.inside.clone());
        if scene.named(marked.as_ref().map_or(noun, |inside| inside.start)) == Named::Press {
            return None;
        }
        if marked.is_some() && scene.is_name_quotation(noun) {
            return marked;
        }
        let is_medium = matches!(scene.named(noun), Named::Medium | Named::Outlet)
            || scene.opened(noun).is_some()
            || scene.opened(noun + 1).is_some();
        if !is_medium {
            return None;
        }
        let mut end = scene.name_end(noun);
        if let Some(quotation) = scene.opened(noun).or_else(|| scene.opened(end))
            && let Some(close) = quotation.close
            && scene.is_name_quotation(quotation.open)
        {
            end = close + 1;
        } else {
            while end < self.limit
                && (scene.is_unknown(end)
                    || scene.goes_on_name(end)
                    || matches!(
                        scene.named(end),
                        Named::Outlet | Named::Adjective | Named::Actor
                    ))
                && !scene.word(end).conjoined()
            {
                end += 1;
            }
        }
        Some(noun..end)
    }
}
