//! What between a cue and its content is another's: participles that tell on, how
//! something was said, clauses on the subject.

use super::complement::Walk;
use super::scene::Named;
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{CueClass, Frames, Gender, Particle, Person, Tense, has_article};

impl Walk<'_, '_> {
    /// A participle that continues ("adding that") or "by saying": what follows
    /// is told by it.
    pub(super) fn is_other_cue(&self, at: usize) -> bool {
        let scene = self.scene;
        let lexicon = scene.words.lexicon;
        if self.relative || scene.named(at) != Named::No && self.subject.is_none() {
            return false;
        }
        if scene.word(at).is_function() {
            return false;
        }
        let by_saying = scene.has(at, Prefix::Bi) && scene.is_saying(at)
            || scene.is_by_saying(at)
                && scene.is_telling_noun(at)
                && (!self.frames(Frames::BI)
                    || scene.is(at + 1, Particle::COMPLEMENTIZER)
                    || scene.kind(at + 1) == Some(TokenKind::Colon)
                    || scene.opened(at + 1).is_some());
        by_saying
            || (self.subject.is_some() || self.headed)
                && scene.word(at).verbs.iter().any(|verbal| {
                    let feminine = verbal.form.gender == Gender::Feminine
                        && (self.shut_by_definite(at) || scene.is_comma(at - 1))
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

    /// "زاد المتحدث شارحا أن": how it was said, right before what was said.
    pub(super) fn is_how(&self, at: usize) -> bool {
        let scene = self.scene;
        let lexicon = scene.words.lexicon;
        (self.subject.is_some() || self.headed || self.cue.class == CueClass::Continuing)
            && scene.named(at) == Named::No
            && (scene.is(at + 1, Particle::COMPLEMENTIZER)
                || scene.kind(at + 1) == Some(TokenKind::Colon)
                || scene.opened(at + 1).is_some())
            && scene.word(at).verbs.iter().any(|verbal| {
                let cue = lexicon.cues.verb(lexicon.verbs.lemma(verbal.form.verb));
                verbal.form.tense == Tense::ActiveParticiple
                    && verbal.form.accusative
                    && verbal.split.is_whole()
                    && cue.is_some_and(|cue| {
                        cue.frames.has(Frames::QUOTATION)
                            && matches!(cue.class, CueClass::Neutral | CueClass::Continuing)
                    })
            })
    }

    /// "الكرملين، الذي وصف العقوبات بأنها ظالمة، إنه سيرد": what stands in a relative
    /// clause between commas is the clause's own, and the cue's comes after.
    pub(super) fn is_of_aside(&self, at: usize) -> bool {
        let scene = self.scene;
        self.relative
            && self.commas > 0
            && (at + 1..self.limit.min(at + 30))
                .take_while(|&later| scene.kind(later) != Some(TokenKind::Stop))
                .any(|later| {
                    scene.is_comma(later)
                        && scene.is(later + 1, Particle::COMPLEMENTIZER)
                        && !scene.word(later + 1).conjoined()
                })
    }

    /// The clause does not hang on the subject.
    pub(super) fn occasion_or_thing(&self) -> bool {
        self.occasion || self.shut && !self.indefinite
    }

    pub(super) fn shut_by_definite(&self, at: usize) -> bool {
        at > 0
            && (self.scene.word(at - 1).split.article
                || matches!(self.scene.named(at - 1), Named::Actor | Named::Person))
    }

    /// "And added I know that": the speaker's own words, no mark before them.
    pub(super) fn is_own_words(&self, at: usize) -> bool {
        let scene = self.scene;
        let word = scene.word(at);
        self.commas == 0
            && matches!(self.cue.class, CueClass::Neutral | CueClass::Continuing)
            && self.frames(Frames::QUOTATION)
            && scene.named(at) == Named::No
            && !word.conjoined()
            && !has_article(scene.form(at))
            && !word.is(Particle::TIME.or(Particle::ADVERB))
            && scene.is(at + 1, Particle::COMPLEMENTIZER.or(Particle::FRAMES))
            && word.finite().next().is_some_and(|verbal| {
                verbal.form.person == Person::First && verbal.form.tense != Tense::Perfect
            })
    }
}
