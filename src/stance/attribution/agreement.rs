//! Which noun phrase after a verb may be its subject.
//!
//! Arabic parts the subject from an object or from the one spoken to by nothing
//! but case and agreement, and case shows in few endings. A verb before its
//! subject is in the singular and has its gender; an accusative alif and the
//! oblique plural are never a subject's; where one noun stands between a verb of
//! demand and the thing demanded, and the verb goes on with what somebody said,
//! the noun is the one of whom it is demanded.

use std::ops::Range;

use super::complement::Complement;
use super::scene::{Named, Scene};
use crate::arabic::fold;
use crate::arabic::{Conjunction, NumberWords, Pronoun, TokenKind};
use crate::lexicon::{
    Addressee, Cue, Frames, Gender, How, InstitutionClass, Number, Particle, Sense, Who,
};
use crate::stance::words::{Verbal, is_derived};

impl Scene<'_> {
    /// Whether a phrase after a verb may be its subject, as far as gender and
    /// endings tell.
    pub(super) fn agrees_as_subject(&self, subject: &Range<usize>, verbal: &Verbal) -> bool {
        !self.is_object_by_ending(subject, verbal)
            && self
                .first_word(subject)
                .is_none_or(|head| !self.is_other_gender(&(head..subject.end), verbal.form.gender))
    }

    /// What was taken for the subject is the object of a hidden one.
    pub(super) fn is_spoken_to(
        &self,
        cue: &Cue,
        verbal: &Verbal,
        at: usize,
        found: &Complement,
    ) -> bool {
        let objects =
            cue.addressee != Addressee::None || cue.frames.has(Frames::OBJECT.with(Frames::DOUBLE));
        found.subject.as_ref().is_some_and(|subject| {
            self.is_object_by_ending(subject, verbal)
                || objects && !self.agrees_as_subject(subject, verbal)
                || objects && self.is_possessed_thing(subject.start)
                // "عدت «الزج» باسمها «دليل عجز»".
                || cue.frames.has(Frames::DOUBLE)
                    && self.kind(subject.start) == Some(TokenKind::Quote)
                || self.is_addressed(cue, verbal, at, subject, found.content)
        })
    }

    /// After a verb in the plural, or with the ending of an object.
    pub(super) fn is_object_by_ending(&self, subject: &Range<usize>, verbal: &Verbal) -> bool {
        // "قال 3 مسؤولين": what is counted is oblique.
        let counted = self.kind(subject.start) == Some(TokenKind::Number);
        let oblique = |head: usize| {
            verbal.form.number != Number::Singular || !counted && self.is_oblique(head)
        };
        self.first_word(subject).is_some_and(oblique)
    }

    fn first_word(&self, phrase: &Range<usize>) -> Option<usize> {
        phrase.clone().find(|&at| self.is_word(at))
    }

    /// "his relation": what is somebody's and nobody by itself is told of, and
    /// tells nothing.
    pub(super) fn is_possessed_thing(&self, at: usize) -> bool {
        let word = self.word(at);
        // "his adviser so-and-so" is somebody.
        // "نظيرها الروسي" too.
        let called = matches!(self.named(at + 1), Named::Person | Named::Adjective)
            || self.words.given(at + 1).is_some();
        word.split.pronoun.is_some_and(Pronoun::is_third)
            && !called
            && self.named(at) == Named::No
            && !word.shape.people
            && !word.is(Particle::DOCUMENT)
    }

    /// The ending of an object: the alif of the accusative, the ya of the sound
    /// plural.
    pub(super) fn is_oblique(&self, at: usize) -> bool {
        let word = self.word(at);
        let form = self.form(at);
        let named = self.named(at);
        let plural = form.ends_with("ين")
            && (self.is_many(at) && matches!(named, Named::Role | Named::Press | Named::Person)
                || named == Named::No && (word.shape.people || form.ends_with("يين")));
        let accusative = named == Named::No
            && !word.split.article
            && word.split.pronoun.is_none()
            && (word.shape.accusative && (word.shape.known || is_derived(self.stem(at)))
                || self.is_vocalised_accusative(at));
        // "الطرفين", which no known noun is: a dual or a sound plural.
        let stem = self.stem(at);
        let dual = named == Named::No
            && word.split.article
            && stem.ends_with("ين")
            && stem.chars().count() >= 5
            && !stem.starts_with('ت')
            && stem.chars().nth(2) != Some('ا')
            && !word.is_masdar()
            && self.words.lexicon.given.of(stem).is_none();
        plural || accusative || dual
    }

    /// Written with the two fathas of the accusative.
    fn is_vocalised_accusative(&self, at: usize) -> bool {
        let token = self.words.reading.tokens.get(at);
        token.is_some_and(|token| token.span.of(self.words.reading.text).contains('\u{64B}'))
    }

    /// The noun is of the other gender, and nothing lets the verb disregard it.
    fn is_other_gender(&self, subject: &Range<usize>, gender: Gender) -> bool {
        let at = subject.start;
        let word = self.word(at);
        let named = self.named(at);
        let lexicon = self.words.lexicon;
        if gender == Gender::Masculine && self.is_feminine_state(at) {
            return true;
        }
        if self.is_many(at)
            || word.shape.people
            || word.is(Particle::QUANTIFIER)
            || !self.is_word(at)
            || lexicon.number(self.stem(at)).is_some()
            || matches!(named, Named::Actor | Named::Person | Named::Outlet)
            || named == Named::No && !word.shape.known
        {
            return false;
        }
        match gender {
            Gender::Masculine => word.shape.feminine && !self.form(at).ends_with("ات"),
            Gender::Feminine => {
                // "عضو" and its like are said of women too, by name.
                let comma = subject.end + usize::from(self.is_comma(subject.end));
                let named_woman = subject
                    .clone()
                    .chain([comma])
                    .any(|token| self.is_unknown(token) || self.words.given(token).is_some());
                named == Named::Role && !word.shape.feminine && !named_woman
            }
        }
    }

    /// "يدين إيران": a state or its capital by name, alone; hardly any is masculine.
    fn is_feminine_state(&self, at: usize) -> bool {
        let countries = &self.words.lexicon.countries;
        let state = |sense: &Sense| match sense.who {
            Who::State(index) if matches!(sense.how, How::Name | How::Capital) => countries
                .get(index)
                .is_some_and(|state| !state.is_masculine()),
            _ => false,
        };
        let found = self.words.name_at(at);
        let found = found.filter(|found| found.start == at && found.end == at + 1);
        found.is_some_and(|found| found.senses().all(|sense| state(&sense)))
    }

    /// The only noun between a verb of demand and what is demanded, where the
    /// verb goes on with what was said before.
    pub(super) fn is_addressed(
        &self,
        cue: &Cue,
        verbal: &Verbal,
        at: usize,
        subject: &Range<usize>,
        content: usize,
    ) -> bool {
        if cue.addressee != Addressee::Out && cue.addressee != Addressee::In {
            return false;
        }
        let called_on = self.is(subject.start, Particle::ADDRESSED);
        let alone = !(subject.end..content).any(|token| {
            let light = Particle::TIME.or(Particle::ADVERB).or(Particle::QUANTIFIER);
            self.is_nominal(token) && !self.is(token, light)
        });
        let goes_on = verbal.split.conjunction == Some(Conjunction::Wa)
            && (called_on || !self.starts_sentence(at))
            || at > 0 && self.is(at - 1, Particle::TURN) && self.form(at - 1).ends_with("كما");
        (called_on || alone) && goes_on && !self.has_name(subject) && !self.is_civil(subject.start)
    }

    /// A party, a union, an association: sooner demands than is asked.
    fn is_civil(&self, at: usize) -> bool {
        let mut known = self.words.lexicon.institutions.list.iter();
        let stem = self.stem(at);
        !self.word(at).split.article
            && known
                .any(|body| body.class == InstitutionClass::Civil && fold(body.singular) == stem)
    }

    fn starts_sentence(&self, at: usize) -> bool {
        let tokens = &self.words.reading.tokens;
        let line = tokens.get(at).is_none_or(|token| token.first_of_line);
        line || at > 0 && self.kind(at - 1) == Some(TokenKind::Stop)
    }

    /// Somebody by name, who is sooner the one who speaks.
    fn has_name(&self, phrase: &Range<usize>) -> bool {
        phrase.clone().any(|at| {
            matches!(self.named(at), Named::Person)
                || self.words.given(at).is_some() && at > phrase.start
                || self.is_unknown(at) && !self.word(at).split.article
        })
    }
}
