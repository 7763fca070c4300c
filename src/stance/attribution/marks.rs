//! Marks between a cue and its content: quotations, colons, commas, brackets.

use super::complement::{MOST_COMMAS, Next, Opening, Walk};
use super::phrase::End;
use super::scene::Named;
use crate::arabic::TokenKind;
use crate::lexicon::{Addressee, Frames, Particle, Tense};

impl Walk<'_, '_> {
    pub(super) fn bracket(&self, at: usize) -> Next {
        let close = (at + 1..self.limit.min(at + 12))
            .find(|&close| self.scene.kind(close) == Some(TokenKind::Close));
        close.map_or(Next::Fail, |close| Next::At(close + 1))
    }

    pub(super) fn quotation(&mut self, at: usize) -> Next {
        let Some(quotation) = self.scene.opened(at) else {
            return Next::At(at + 1);
        };
        let after = quotation.close.map(|close| close + 1);
        if self.is_of_aside(at) {
            return after.map_or(Next::At(at + 1), Next::At);
        }
        // "بيان نشره على «تلغرام»", "نشرت «القسام» مقطعا": names that tell nothing.
        if let Some(after) = after
            && self.scene.is_name_quotation(at)
        {
            let before = at - 1;
            let known = matches!(
                self.scene.named(quotation.inside.start),
                Named::Actor | Named::Outlet | Named::Medium | Named::Press
            );
            if known && self.scene.is(before, Particle::PREPOSITION) {
                return Next::At(after);
            }
            if known && self.subject.is_none() && !self.shut {
                return self.first_phrase(at);
            }
        }
        // The preposition may stand inside the marks: accused him "of lying".
        if !self.frames(Frames::QUOTATION)
            && let Some(content) = self.preposition(quotation.inside.start)
        {
            return Next::Found(Opening::Preposition, content);
        }
        // A name in quotation marks inside the subject or after a medium.
        if let Some(after) = after
            && self.scene.is_name_quotation(at)
            && (self.subject.is_some()
                || self.medium.is_some()
                || self.headed && matches!(self.cue.addressee, Addressee::Out | Addressee::Min))
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
            && self.cue.needs.is_empty()
            && (self.subject.is_some() || self.headed)
        {
            return Next::Found(Opening::Object, at);
        }
        after.map_or(Next::Fail, Next::At)
    }

    /// Whether something that opens a content comes soon and plainly.
    pub(super) fn opens_later(&self, from: usize) -> bool {
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

    pub(super) fn colon(&self, at: usize) -> Next {
        if !self.frames(Frames::CLAUSE.with(Frames::QUOTATION).with(Frames::OBJECT)) {
            return Next::Fail;
        }
        match self.scene.opened(at + 1) {
            Some(quotation) => Next::Found(Opening::Quotation, quotation.inside.start),
            None => Next::Found(Opening::Colon, at + 1),
        }
    }

    pub(super) fn comma(&mut self, at: usize) -> Next {
        self.commas += 1;
        self.relative = false;
        self.occasion = false;
        let next = at + 1;
        // "المصدر، مفضلا عدم ذكر اسمه، بأن".
        let hides = || {
            (next..self.limit.min(next + 6))
                .take_while(|&at| !self.scene.is_break(at))
                .any(|at| self.scene.is(at, Particle::IDENTITY))
        };
        if self.commas <= MOST_COMMAS && self.starts_clause(next) && hides() {
            self.shut |= self.subject.is_some();
            self.relative = true;
            return Next::At(next + 1);
        }
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
            if closes && !self.scene.is_abstract(next) && !self.is_asked(next) {
                if let Some(subject) = &mut self.subject {
                    subject.end = end;
                }
                return Next::At(end);
            }
        }
        self.shut |= self.subject.is_some();
        Next::At(next)
    }

    /// "حث نائب المنسق، بيتر فلان، الحكومة على": behind an office and its holder a
    /// body is the one asked.
    fn is_asked(&self, at: usize) -> bool {
        let scene = self.scene;
        let named = |subject: &std::ops::Range<usize>| {
            let person =
                |at: usize| scene.named(at) == Named::Person || scene.words.given(at).is_some();
            let parted = self.commas > 1 || subject.clone().any(|at| scene.is_comma(at));
            parted && subject.clone().any(person)
        };
        self.cue.addressee != Addressee::None
            && matches!(scene.named(at), Named::Institution | Named::Actor)
            && self.subject.as_ref().is_some_and(named)
    }

    /// Whether a content opens right here.
    pub(super) fn opens(&self, at: usize) -> bool {
        self.scene.is(at, Particle::COMPLEMENTIZER)
            || matches!(
                self.scene.kind(at),
                Some(TokenKind::Colon | TokenKind::Quote)
            )
            || self.preposition(at).is_some()
    }

    /// Words that open a new clause after a comma.
    pub(super) fn starts_clause(&self, at: usize) -> bool {
        let word = self.scene.word(at);
        let participle = word
            .verbs
            .iter()
            .any(|v| v.form.tense == Tense::ActiveParticiple && v.form.accusative);
        word.is(Particle::CONNECTIVE) && !word.is(Particle::TIME)
            || self.scene.named(at) == Named::No && participle
            || word.conjoined() && self.scene.is_verb(at)
    }
}
