//! Nouns that report: verbal nouns with their agent ("his saying that"), after
//! a verb that says how ("he was content with saying that"), and nouns of
//! speech with the one who speaks ("the ministry's warning of").
//!
//! A noun reports only where what was said stands with it; speeches and
//! statements that are merely mentioned are none.

use std::ops::Range;

use super::complement::{Complement, Opening, Walk};
use super::heads::{Form, Head};
use super::scene::{Named, Scene};
use super::subject::Left;
use crate::arabic::{Particle as Prefix, Pronoun};
use crate::lexicon::{self, Cue, CueClass, Frames, Gender, Number, Person, Tense, Voice};
use crate::stance::words::Verbal;

/// Nobody's noun of speech stands farther from what was said.
const REACH: usize = 24;

impl<'a> Scene<'a> {
    /// "his saying that", "her threat to": a verbal noun counts with its agent
    /// written on it, and with what was said.
    pub(super) fn masdar(
        &self,
        at: usize,
        verbal: &Verbal,
        cue: &'a Cue,
        limit: usize,
    ) -> Option<Head<'a>> {
        let agent = verbal.split.pronoun.is_some_and(Pronoun::is_third);
        if !agent && self.is_by_saying(at) {
            return self.by_saying(at, verbal, cue, limit);
        }
        if !agent || verbal.form.accusative {
            return None;
        }
        let complement = Walk::new(self, cue, false, true, limit).run(at + 1)?;
        // "وجودها «يستند …»": to exist tells nothing.
        let quotes = cue.frames.has(Frames::QUOTATION);
        let said = match complement.opening {
            Opening::Clause => true,
            Opening::Quotation | Opening::Colon => quotes,
            // "بإعلانه وقف المناورات".
            Opening::Object => {
                quotes && complement.content == at + 1 && self.word(at + 1).is_masdar()
            }
            _ => false,
        };
        let demanded = complement.opening == Opening::Preposition
            && complement.content <= at + 2
            && (cue.frames.has(Frames::BI) || self.word(complement.content).is_masdar())
            && matches!(
                cue.class,
                CueClass::Directive | CueClass::Warning | CueClass::Commissive
            );
        let prefixed = verbal
            .split
            .particle
            .is_none_or(|prefix| prefix == Prefix::Bi || prefix == Prefix::Li);
        ((said || demanded) && prefixed).then_some(Head {
            token: at,
            group: at,
            verbal: *verbal,
            cue,
            form: Form::Masdar,
            negated: false,
            left: Left::Nothing,
            complement,
            relay: None,
        })
    }

    /// "By saying", "with the assertion": the verbal noun of a cue with ب, an
    /// article or a clause right behind it, and no agent.
    pub(super) fn is_by_saying(&self, at: usize) -> bool {
        let word = self.word(at);
        word.has(Prefix::Bi)
            && word.split.pronoun.is_none()
            && (word.split.article || self.is(at + 1, lexicon::Particle::COMPLEMENTIZER))
            && word.is_masdar()
    }

    fn by_saying(
        &self,
        at: usize,
        verbal: &Verbal,
        cue: &'a Cue,
        limit: usize,
    ) -> Option<Head<'a>> {
        let complement = Walk::new(self, cue, false, true, limit).run(at + 1)?;
        let said = matches!(
            complement.opening,
            Opening::Clause | Opening::Quotation | Opening::Colon
        );
        let near = complement.content <= at + 4 || self.is_break(at + 1);
        // "اكتفت بالدعوة إلى الحوار".
        let asked = complement.opening == Opening::Preposition
            && complement.content == at + 2
            && cue.class == CueClass::Directive;
        (asked || said && near && cue.frames.has(Frames::QUOTATION))
            .then(|| noun(at, *verbal, cue, Form::Saying, complement))
    }

    /// A noun of speech with the one who speaks and what was said: "the claims
    /// of the president that".
    pub(super) fn speech_noun(&self, at: usize, sentence: &Range<usize>) -> Option<Head<'a>> {
        let word = self.word(at);
        if !word.speech || word.split.article || self.named(at) == Named::Actor {
            return None;
        }
        let lexicon = self.words.lexicon;
        let cue = lexicon.cues.noun(self.stem(at))?;
        let owned = word.split.pronoun.is_some_and(Pronoun::is_third);
        if word.split.pronoun.is_some() && !owned {
            return None;
        }
        let limit = self.limit(at, sentence).min(at + REACH);
        let mut complement = Walk::new(self, cue, false, owned, limit).run(at + 1)?;
        if !owned {
            complement.subject = complement.subject.take().or(complement.medium.take());
            let who = complement.subject.clone()?;
            // "A statement to the channel" is somebody else's.
            let medium = matches!(self.named(who.start), Named::Outlet | Named::Medium)
                && !self.has(who.start, Prefix::Li);
            let speaks = self.is_someone(who.start) || medium || self.word(who.start).shape.people;
            if !speaks || who.start > at + 1 {
                return None;
            }
        }
        let said = match complement.opening {
            Opening::Clause | Opening::Quotation => true,
            // What is asked for is done, not held.
            Opening::Preposition => {
                self.is_abstract(complement.content)
                    && matches!(cue.class, CueClass::Directive | CueClass::Warning)
            }
            _ => false,
        };
        let verbal = Verbal {
            split: word.split,
            form: lexicon::Form {
                verb: lexicon.verbs.by_lemma(cue.lemma)?,
                tense: Tense::Masdar,
                voice: Voice::Active,
                person: Person::Third,
                gender: Gender::Masculine,
                number: Number::Singular,
                bound: false,
                accusative: false,
            },
        };
        said.then(|| noun(at, verbal, cue, Form::Noun, complement))
    }

    /// What a noun of speech tells ends where the teller goes on.
    pub(super) fn noun_end(&self, content: Range<usize>) -> usize {
        content
            .clone()
            .find(|&at| self.is_comma(at))
            .unwrap_or(content.end)
    }
}

fn noun<'a>(
    at: usize,
    verbal: Verbal,
    cue: &'a Cue,
    form: Form,
    complement: Complement,
) -> Head<'a> {
    Head {
        token: at,
        group: at,
        verbal,
        cue,
        form,
        negated: false,
        left: Left::Nothing,
        complement,
        relay: None,
    }
}
