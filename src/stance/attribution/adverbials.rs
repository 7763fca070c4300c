//! The adverbials between a cue and its content: where, when, to whom, and the
//! medium among them.

use std::ops::Range;

use super::complement::{Next, Walk};
use super::scene::Named;
use crate::arabic::{Particle as Prefix, Pronoun};
use crate::lexicon::Particle;

impl Walk<'_, '_> {
    /// An adverbial ends the subject; a medium in it is kept as the carrier.
    pub(super) fn adverbial(&mut self, at: usize) -> Next {
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
            // "on the site Twitter": no one's medium, and no one who speaks.
            if scene.named(noun) == Named::Medium && scene.named(noun + 1) == Named::Press {
                return Next::At(scene.name_end(noun + 1));
            }
            let medium = self.medium_phrase(noun);
            let close = scene.opened(noun).and_then(|quotation| quotation.close);
            let end = medium.as_ref().map_or(noun, |medium| medium.end);
            let end = close.map_or(end, |close| end.max(close)).max(noun)
                + usize::from(close.is_some() || medium.is_none());
            self.medium = self.medium.take().or(medium);
            self.hangs = true;
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
        // "أبدت زغرب، مع ذلك، مرونة".
        if scene.is(noun, Particle::DEMONSTRATIVE) && scene.is_comma(noun + 1) {
            return Next::At(noun + 1);
        }
        // "In this context": what is pointed at goes with the pointing.
        if scene.is(noun, Particle::DEMONSTRATIVE) && scene.word(noun + 1).split.article {
            return Next::At(noun + 2);
        }
        if word.split.pronoun.is_some() || !scene.is_nominal(noun) {
            return Next::At(at + 1);
        }
        let met = self.past_met(noun, noun + 1);
        if met > noun + 1 {
            return Next::At(met);
        }
        self.occasion = scene.is(noun, Particle::OCCASION.or(Particle::DOCUMENT))
            || matches!(scene.named(noun), Named::Medium | Named::Outlet);
        let stops = |token: usize| self.ends_subject(token);
        let phrase = scene.phrase_until(noun, self.limit, true, stops);
        self.hangs = phrase.as_ref().is_some_and(|phrase| !phrase.definite);
        self.occasion |= self.hangs;
        let end = phrase.map_or(noun + 1, |phrase| phrase.tokens.end);
        Next::At(self.past_met(noun, end))
    }

    /// "لدى استقباله وزير الخارجية": whom one met belongs to the meeting.
    pub(super) fn past_met(&self, noun: usize, end: usize) -> usize {
        let scene = self.scene;
        let word = scene.word(noun);
        let meeting = word.is_masdar() && word.split.pronoun.is_some_and(Pronoun::is_third);
        if !meeting || end != noun + 1 || !scene.is_someone(end) || scene.prefix(end).is_some() {
            return end;
        }
        let stops = |token: usize| self.ends_subject(token);
        let met = scene.phrase_until(end, self.limit, true, stops);
        met.map_or(end, |met| met.tokens.end)
    }

    /// The end of "to the News of …": a noun with its preposition and without
    /// the article has the next noun for its owner, who is nobody's subject.
    pub(super) fn genitive_end(&self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let word = scene.word(at);
        let owned = scene.prefix(at).is_some()
            && !word.split.article
            && word.split.pronoun.is_none()
            && !scene.goes_on_name(at + 1)
            && scene.is_nominal(at + 1)
            && scene.prefix(at + 1).is_none()
            && !scene.word(at + 1).conjoined()
            && (scene.word(at + 1).split.article || scene.named(at + 1) != Named::No);
        let stops = |token: usize| self.ends_subject(token);
        owned.then(|| {
            let owner = scene.phrase_until(at + 1, self.limit, true, stops);
            owner.map_or(at + 2, |owner| owner.tokens.end)
        })
    }

    pub(super) fn medium_phrase(&self, noun: usize) -> Option<Range<usize>> {
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
                    )
                    || scene.word(end).split.article && scene.word(end).shape.feminine)
                && !scene.word(end).conjoined()
            {
                end += 1;
            }
        }
        Some(noun..end)
    }
}
