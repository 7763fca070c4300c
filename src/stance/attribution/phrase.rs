//! Noun phrases: how far one reaches.
//!
//! Arabic parts a subject from its object by nothing but grammar. The reader
//! takes the longest phrase (role, institution, adjectives, name, apposition)
//! and stops where the next noun can no longer belong to it: a verbal noun
//! after a closed phrase, a new actor, a noun with a pronoun. A phrase is
//! closed once something in it is definite.

mod marks;
mod names;

use std::ops::Range;

use super::scene::{Named, Scene};
use crate::arabic::{Particle as Prefix, Pronoun, TokenKind};
use crate::lexicon::{Link, NamePart, Particle, Tense};

/// Why a phrase ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A noun that cannot belong to it.
    Noun,
    /// A word or mark that is no part of any noun phrase.
    Other,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub tokens: Range<usize>,
    /// Something in it is definite.
    pub definite: bool,
    pub end: End,
}

impl Scene<'_> {
    /// The noun phrase that starts at a token, where one does. A strict phrase
    /// ends at a noun that may be the object; a lenient one takes it in.
    pub fn phrase(&self, start: usize, limit: usize, strict: bool) -> Option<Phrase> {
        self.phrase_until(start, limit, strict, |_| false)
    }

    /// As [`Scene::phrase`], ending before a token that `stops` says is another
    /// part of the clause.
    pub fn phrase_until(
        &self,
        start: usize,
        limit: usize,
        strict: bool,
        stops: impl Fn(usize) -> bool,
    ) -> Option<Phrase> {
        if start >= limit || !self.starts_phrase(start) {
            return None;
        }
        let mut reader = Reader {
            scene: self,
            start,
            limit,
            strict,
            closed: false,
            last: start,
            purpose: false,
        };
        Some(reader.run(stops))
    }
}

struct Reader<'s, 'a> {
    scene: &'s Scene<'a>,
    start: usize,
    limit: usize,
    strict: bool,
    /// Something in it is definite.
    closed: bool,
    /// The last noun taken in.
    last: usize,
    /// What a body is for was taken in.
    purpose: bool,
}

impl Reader<'_, '_> {
    fn run(&mut self, stops: impl Fn(usize) -> bool) -> Phrase {
        let mut at = self.start;
        let mut end = End::Other;
        while at < self.limit && (at == self.start || !stops(at)) {
            match self.step(at) {
                Step::Take(next) => {
                    self.closed |= self.scene.kind(at) == Some(TokenKind::Quote);
                    // "أشاد الوزير بالمملكة": what the verb is about ends an office.
                    let object = (at + 1..next).find(|&token| {
                        self.scene.has(token, Prefix::Bi) && stops(token)
                            || self.scene.is_told(token)
                    });
                    at = object.unwrap_or(next);
                    if object.is_some() {
                        break;
                    }
                }
                Step::Noun => {
                    end = End::Noun;
                    break;
                }
                Step::Stop => break,
            }
        }
        Phrase {
            tokens: self.start..at,
            definite: self.closed,
            end,
        }
    }

    fn step(&mut self, at: usize) -> Step {
        let scene = self.scene;
        match scene.kind(at) {
            Some(TokenKind::Open) => return self.bracket(at),
            Some(TokenKind::Dash) => return self.dash(at),
            Some(TokenKind::Quote) => return self.quotation(at),
            Some(TokenKind::Symbol | TokenKind::Number) => return Step::Take(at + 1),
            // "النائب د. سامي": the stop of a title.
            Some(TokenKind::Stop) if scene.is_title_stop(at) => return Step::Take(at + 1),
            Some(TokenKind::Word | TokenKind::Initials) => {}
            _ => return Step::Stop,
        }
        let word = scene.word(at);
        if at == self.start {
            return self.take(at);
        }
        // "The deputy tweeted, saying".
        if (word.is(Particle::SAYING) || scene.is_by_saying(at)) && scene.named(at) == Named::No {
            return Step::Stop;
        }
        if scene.goes_on_name(at) || scene.is_title_stop(at - 1) {
            return self.take(at);
        }
        if let Some(end) = self.example_end(at) {
            return self.take(end);
        }
        if word.is(Particle::DEMONSTRATIVE) && scene.named(at) == Named::No {
            return if self.strict { Step::Noun } else { Step::Stop };
        }
        // "The spokesman for it, so-and-so".
        let for_whom = word.split.pronoun.is_some()
            && word.is(Particle::PREPOSITION_INSIDE)
            && self.words_for(at)
            && scene.named(self.last) == Named::Role;
        if for_whom {
            self.closed = true;
            return Step::Take(at + 1);
        }
        let issued = scene.is(self.last, Particle::ISSUED) && word.is(Particle::FRAME_ABOUT);
        // "The deputy for the party".
        let constituency = word.is(Particle::FRAME_ABOUT)
            && (self.start..at).any(|token| scene.named(token) == Named::Role)
            && (matches!(scene.named(at + 1), Named::Institution | Named::Actor)
                || scene.named(self.last) == Named::Role && scene.is_nominal(at + 1));
        if scene.is_adverbial(at) && !issued && !constituency {
            return Step::Stop;
        }
        if word.is(Particle::PREPOSITION) && scene.named(at) == Named::No {
            // The preposition and its noun belong to the phrase.
            let noun = at + 1;
            if noun < self.limit && scene.is_nominal(noun) && self.leads_on(at) {
                self.closed = true;
                self.last = noun;
                return Step::Take(self.with_name(noun));
            }
            return Step::Stop;
        }
        // "الجناح العسكري لحركة الجهاد": whose it is, said of a body.
        let wing = word.has(Prefix::Li)
            && self.closed
            && matches!(scene.named(at), Named::Actor | Named::Institution)
            && scene.word(self.last).split.article
            && !(self.start..at).any(|token| {
                matches!(
                    scene.named(token),
                    Named::Role | Named::Person | Named::Press
                )
            });
        if wing {
            return self.take(at);
        }
        if self.is_purpose(at) {
            self.purpose = true;
            self.last = at;
            return Step::Take(at + 1);
        }
        if word.is_function() && scene.named(at) == Named::No {
            return Step::Stop;
        }
        // "زاد المتحدث شارحا أن": how it was said.
        if self.closed
            && word.shape.accusative
            && !word.is(Particle::PERIOD_ADJECTIVE)
            && scene.is_oblique(at)
        {
            return if self.strict { Step::Noun } else { Step::Stop };
        }
        let same = word.is(Particle::PERIOD_ADJECTIVE);
        if scene.is_verb(at) && !same && !self.is_name_like_verb(at) || scene.hides_identity(at) {
            return Step::Stop;
        }
        if word.conjoined() {
            return self.coordinated(at);
        }
        if !self.strict || self.belongs(at) {
            self.take(at)
        } else {
            Step::Noun
        }
    }

    /// "in the name of", with or without a pronoun.
    fn words_for(&self, at: usize) -> bool {
        self.scene.words.lexicon.links.of(self.scene.stem(at)) == Some(Link::For)
    }

    /// Whether a preposition goes on with the phrase: "of" after a whole of which
    /// a part is told, or to the body one comes from; a closed phrase that may be
    /// a subject has its verb's preposition after it.
    fn leads_on(&self, at: usize) -> bool {
        let scene = self.scene;
        let body = matches!(
            scene.named(at + 1),
            Named::Actor | Named::Institution | Named::Outlet | Named::Medium | Named::Role
        );
        let role = (self.start..at).any(|token| scene.named(token) == Named::Role);
        !self.strict || !self.closed || !scene.is(at, Particle::FRAME_MIN) || role || body
    }

    /// Many first names are spelled like a verb in the perfect; after a closed
    /// phrase with a name to follow it is the name.
    fn is_name_like_verb(&self, at: usize) -> bool {
        let scene = self.scene;
        let plain = scene.word(at).split.is_whole()
            && scene
                .word(at)
                .finite()
                .all(|verbal| verbal.form.tense == Tense::Perfect);
        plain
            && self.closed
            && (self.start..at).any(|token| scene.named(token) == Named::Role)
            && (scene.is_unknown(at + 1)
                || scene.named(at + 1) == Named::Person
                || self.follows_given_name())
    }

    /// The last word taken in is a first name: a family name comes.
    fn follows_given_name(&self) -> bool {
        let scene = self.scene;
        scene.words.given(self.last) == Some(NamePart::Given)
    }

    /// Takes in a noun, with all of the name it begins.
    fn take(&mut self, at: usize) -> Step {
        let end = self.with_name(at);
        for token in at..end {
            let scene = self.scene;
            let name = matches!(
                scene.named(token),
                Named::Actor | Named::Person | Named::Outlet
            );
            let surname = scene.is_unknown(token) && token > self.start && self.closed;
            self.closed |= scene.word(token).shape.definite || name || surname;
        }
        self.last = end - 1;
        Step::Take(end)
    }

    fn with_name(&self, at: usize) -> usize {
        let end = self.scene.name_end(at);
        if end <= self.limit { end } else { at + 1 }
    }

    /// "and Britain", "and Libyan officials": more of those who speak.
    fn coordinated(&mut self, at: usize) -> Step {
        let scene = self.scene;
        let word = scene.word(at);
        let of_kind = match scene.named(at) {
            Named::No => scene.is_unknown(at) && !scene.is_abstract(at) && !self.strict,
            Named::Adjective => true,
            _ => true,
        };
        // "the minister of culture and information".
        let both = scene.word(at).split.article
            && scene.word(self.last).split.article
            && matches!(
                scene.named(self.last.saturating_sub(1)),
                Named::Role | Named::Institution
            );
        let purposes = self.purpose && word.split.article && scene.word(self.last).split.article;
        if both || purposes {
            return self.take(at);
        }
        let finite = scene.word(at).finite().next().is_some() && scene.named(at) == Named::No;
        if finite || !of_kind && (self.strict || scene.is_abstract(at)) {
            return if self.strict { Step::Noun } else { Step::Stop };
        }
        self.take(at)
    }

    /// Whether a noun can belong to a strict phrase.
    fn belongs(&self, at: usize) -> bool {
        let scene = self.scene;
        let word = scene.word(at);
        // "ناشدت 41 منظمة البرلمان": those counted, then those called on.
        let counted = scene.kind(self.start) == Some(TokenKind::Number)
            && self.last == self.start + 1
            && !scene.word(self.last).shape.definite
            && (word.split.article || scene.named(at) == Named::Actor)
            && scene.prefix(at).is_none();
        if counted {
            return false;
        }
        let last = scene.word(self.last);
        let named = scene.named(at);
        let participle =
            |tense: Tense| matches!(tense, Tense::ActiveParticiple | Tense::PassiveParticiple);
        let adjective = named == Named::Adjective
            || named == Named::No
                && !scene.is_abstract(at)
                && (word.shape.relation
                    || word
                        .verbs
                        .iter()
                        .any(|verbal| participle(verbal.form.tense) && verbal.split == word.split));
        // "The Qatari interior ministry the citizens": those spoken to.
        let spoken_to = self.closed
            && scene.is_oblique(at)
            && word.split.article
            && !scene.is_oblique(self.start)
            && !scene.is_oblique(self.last);
        let body = (self.start..at).any(|token| scene.named(token) != Named::No);
        if spoken_to && body && named != Named::Adjective {
            return false;
        }
        // "عائلات المخطوفين المجتمع الدولي".
        if self.closed && word.split.article && scene.is(at, Particle::ADDRESSED) {
            return false;
        }
        if word.is(Particle::PERIOD_ADJECTIVE) && !word.split.article {
            return true;
        }
        if self.closed && word.shape.accusative && word.shape.known && named == Named::No {
            return false;
        }
        if self.goes_with_given_name(at) {
            return true;
        }
        let last_bare =
            !last.shape.definite && !matches!(scene.named(self.last), Named::Actor | Named::Person);
        let last_adjective = scene.named(self.last) == Named::Adjective || last.shape.relation;
        if word.split.article {
            let construct =
                last_bare && !last.shape.people && !last_adjective && !scene.is_unknown(self.last);
            let family = scene.is_unknown(self.last) && !scene.is_abstract(at);
            // "وزير الداخلية اللواء محمود", and not "الرئيس التونسي الرئيس الفرنسي".
            let called = self.last == self.start || self.is_called(at + 1);
            let title = named == Named::Role
                && called
                && word.shape.people == scene.word(self.start).shape.people;
            // "وزارة الشؤون الخارجية": spelled like the ministry's short name.
            let of_affairs = named == Named::Institution
                && word.shape.relation
                && last.split.article
                && scene.named(self.last) == Named::Institution
                && !word.conjoined();
            return construct || adjective || family || title || of_affairs;
        }
        // "بنك استثماري" is no "my investment".
        if word.split.pronoun == Some(Pronoun::My) && last_bare && !self.closed {
            return true;
        }
        if word.split.pronoun.is_some() {
            return last_bare && !self.closed && named != Named::No;
        }
        if adjective && last_bare {
            return true;
        }
        if scene.is_abstract(at) {
            return last_bare
                && !self.closed
                && !last_adjective
                && !last.shape.people
                && matches!(scene.named(self.last), Named::Role | Named::Institution);
        }
        match named {
            Named::No => scene.is_unknown(at) || last_bare && !self.closed,
            Named::Actor => last_bare && !scene.is_unknown(self.last),
            Named::Person => last_bare && !scene.is_unknown(self.last) || self.is_person_title(),
            _ => !self.closed && last_bare,
        }
    }
}

enum Step {
    Take(usize),
    Noun,
    Stop,
}
