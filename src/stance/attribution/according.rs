//! Whom a cue that is a preposition names: according to somebody, in somebody's
//! words, as somebody said.
//!
//! The one named may be an outlet, which relays, or a document; laws and plans
//! attribute nothing.

use std::ops::Range;

use super::scene::{Named, Scene};
use crate::arabic::{Particle as Prefix, Pronoun, TokenKind};
use crate::lexicon::{Cue, CueClass, Frames, Particle, Tense};

/// One prepositional cue and whom it names.
pub(super) struct Found {
    /// From the preposition to the verb after "what", if there is one.
    pub cue: Range<usize>,
    pub lemma: &'static str,
    pub class: CueClass,
    pub source: Option<Range<usize>>,
    /// It is an outlet, or an outlet relayed it.
    pub outlet: Option<Range<usize>>,
    /// An outlet that relays for the source.
    pub carrier: Option<Range<usize>>,
    /// First token after all of it.
    pub end: usize,
    /// It is another's mouth.
    pub voice: bool,
    /// "As … said", which must stand after what was said.
    pub spoken: bool,
}

impl<'a> Scene<'a> {
    pub(super) fn prepositional(&self, at: usize, limit: usize) -> Option<Found> {
        if self.named(at) != Named::No || !self.is_word(at) {
            return None;
        }
        let cues = &self.words.lexicon.cues;
        let stem = self.stem(at);
        // "in the view of", "in his view".
        let second = if self.word(at + 1).split.pronoun.is_some() {
            self.stem(at + 1)
        } else {
            self.form(at + 1)
        };
        let phrase = cues.preposition_of_two(stem, second);
        // "وبرأي": only the conjunction is no part of it.
        let joined = self.form(at).strip_prefix('و');
        let (cue, next) = match phrase {
            Some(cue) => (cue, at + 2),
            None => {
                let plain = cues.preposition(stem);
                let joined = || joined.and_then(|form| cues.preposition(form));
                (plain.or_else(joined)?, at + 1)
            }
        };
        self.after_preposition(at, cue, next, limit)
    }

    fn after_preposition(
        &self,
        at: usize,
        cue: &'a Cue,
        next: usize,
        limit: usize,
    ) -> Option<Found> {
        let frames = cue.frames;
        let found = |cue_end: usize,
                     source: Option<Range<usize>>,
                     outlet: Option<Range<usize>>,
                     end: usize| Found {
            cue: at..cue_end,
            lemma: cue.lemma,
            class: cue.class,
            source,
            outlet,
            carrier: None,
            end,
            spoken: frames.has(Frames::VERB),
            voice: frames.has(Frames::VOICE),
        };
        // "according to him", "in his view"
        let owned = |token: usize| {
            self.word(token)
                .split
                .pronoun
                .is_some_and(Pronoun::is_third)
        };
        if frames.has(Frames::NOUN) && owned(next - 1) {
            return Some(found(next, None, None, next));
        }
        // "in the minister's words", "as he put it"
        if frames.has(Frames::NOUN.with(Frames::LI)) && self.is_wording(next) {
            if owned(next) {
                return Some(found(next + 1, None, None, next + 1));
            }
            if self.is_someone(next + 1) {
                let source = self.source_phrase(next + 1, limit)?;
                let end = source.end;
                return Some(found(next + 1, Some(source), None, end));
            }
        }
        // "according to what the agency reported"
        let what = self.is(next, Particle::RELATIVE_BARE)
            || self.is(next + 1, Particle::RELATIVE_BARE) && frames.has(Frames::LI);
        let verb = if frames.has(Frames::VERB) {
            next
        } else {
            next + 1
        };
        if what || frames.has(Frames::VERB) {
            return self.said(verb, limit).map(|said| Found {
                carrier: said.carrier,
                ..found(verb + 1, said.source, said.outlet, said.end)
            });
        }
        if frames.has(Frames::SAYING) {
            let pronoun = self.word(next).split.pronoun.is_some();
            let source = if pronoun {
                None
            } else {
                Some(self.phrase(next + 1, limit, false)?.tokens)
            };
            let end = source.as_ref().map_or(next + 1, |source| source.end);
            return Some(found(next + 1, source, None, end));
        }
        let noun = if frames.has(Frames::ABOUT) && self.is(next, Particle::FRAME_ABOUT)
            || frames.has(Frames::ILA) && self.is(next, Particle::FRAME_ILA)
        {
            next + 1
        } else if frames.has(Frames::LI) && self.has(next, Prefix::Li) || frames.has(Frames::NOUN) {
            next
        } else {
            return None;
        };
        // "وبحسب «هيومن رايتس ووتش»، فإن".
        if let Some(close) = self.opened(noun).and_then(|quotation| quotation.close)
            && self.is_name_quotation(noun)
        {
            let outlet = matches!(self.named(noun + 1), Named::Outlet | Named::Medium)
                .then(|| noun + 1..close);
            return Some(found(noun, Some(noun + 1..close), outlet, close + 1));
        }
        if !self.can_attribute(noun) {
            return None;
        }
        let source = self.source_phrase(noun, limit)?;
        let end = self.past_identity(source.end, limit);
        let outlet =
            matches!(self.named(noun), Named::Outlet | Named::Medium).then(|| source.clone());
        Some(found(next.min(noun), Some(source), outlet, end))
    }

    /// "The ministry replied through its spokesman": the clause has a verb whose
    /// subject speaks; the mouthpiece is none of its own.
    pub(super) fn lends_mouth(&self, at: usize, start: usize) -> bool {
        let floor = at.saturating_sub(8).max(start);
        let clause = (floor..at).rev().take_while(|&before| {
            !matches!(
                self.kind(before),
                Some(TokenKind::Stop | TokenKind::Quote | TokenKind::Colon)
            )
        });
        let mut verbs = clause.filter(|&before| {
            self.named(before) == Named::No
                && self.word(before).verbs.iter().any(|verbal| {
                    verbal.form.tense.is_finite() || verbal.form.tense == Tense::ActiveParticiple
                })
        });
        verbs.next().is_some()
    }

    /// The noun phrase of a source, whose first word may bear a preposition.
    fn source_phrase(&self, noun: usize, limit: usize) -> Option<Range<usize>> {
        if self.starts_phrase(noun) {
            return self.phrase(noun, limit, false).map(|phrase| phrase.tokens);
        }
        let name = self.name_end(noun).min(limit);
        let rest = self.phrase(name, limit, false).filter(|_| {
            !self.is_break(name)
                && (self.word(name).split.article
                    || self.is(name, Particle::ISSUED)
                    || self.is_unknown(name)
                    || self.named(name) != Named::No)
                && !self.word(name).conjoined()
        });
        Some(noun..rest.map_or(name, |rest| rest.tokens.end))
    }

    /// The verbal noun of a verb that reports: expression, saying, description.
    fn is_wording(&self, at: usize) -> bool {
        let lexicon = self.words.lexicon;
        self.named(at) == Named::No
            && self.word(at).verbs.iter().any(|verbal| {
                verbal.form.tense == Tense::Masdar
                    && lexicon
                        .cues
                        .verb(lexicon.verbs.lemma(verbal.form.verb))
                        .is_some()
            })
    }

    /// Who speaks, and what is not a law or a plan.
    fn can_attribute(&self, noun: usize) -> bool {
        // "نفس المصدر", "آخر تحديث".
        let last = self.is(noun, Particle::PERIOD_ADJECTIVE) && !self.word(noun).split.article;
        if self.is(noun, Particle::SAME) || last {
            return self.can_attribute(noun + 1);
        }
        self.is_word(noun)
            && !self.is(noun, Particle::LAW)
            && (!self.is(noun, Particle::OCCASION) || self.is(noun, Particle::DOCUMENT))
            && (self.named(noun) != Named::No && self.named(noun) != Named::Adjective
                || self.is(noun, Particle::DOCUMENT)
                || self.is_unknown(noun)
                    && self.word(noun).split.article
                    && !self.word(noun + 1).split.article
                || self.word(noun).shape.people)
    }

    /// "what the agency reported": the subject of a cue that says no more.
    fn said(&self, verb: usize, limit: usize) -> Option<Said> {
        let lexicon = self.words.lexicon;
        let cue = self.word(verb).finite().find_map(|verbal| {
            let telling = matches!(verbal.form.tense, Tense::Perfect | Tense::Imperfect);
            let cue = lexicon.cues.verb(lexicon.verbs.lemma(verbal.form.verb));
            cue.filter(|_| telling)
        })?;
        let mut noun = verb + 1;
        // "relayed from him by the agency", "published today".
        let of_it = |at: usize| {
            let split = &self.word(at).split;
            split.pronoun.is_some() && split.stem(self.form(at)).is_empty()
        };
        while noun < limit
            && (of_it(noun)
                || self.is(noun, Particle::PREPOSITION.or(Particle::FRAMES))
                    && self.word(noun).split.pronoun.is_some()
                || self.is(noun, Particle::TIME))
        {
            noun += 1;
        }
        // "as stands in the text", "as came by the tongue of the minister".
        if self.is(noun, Particle::FRAME_FI.or(Particle::FRAME_ALA))
            && self.word(noun).split.pronoun.is_none()
            && cue.frames.has(Frames::WITHIN)
        {
            noun += 1;
            noun += usize::from(self.is(noun, Particle::MOUTH));
        }
        let source = self.phrase(noun, limit, false).map(|phrase| phrase.tokens);
        let end = source.as_ref().map_or(noun, |tokens| tokens.end);
        // "relayed by the paper from the sources"
        let relays = cue.frames.has(Frames::RELAY);
        if relays
            && self.is(end, Particle::FRAME_ABOUT)
            && let Some(people) = self.phrase(end + 1, limit, false)
        {
            return Some(Said {
                end: people.tokens.end,
                source: Some(people.tokens),
                outlet: None,
                carrier: source,
            });
        }
        // With a content of its own it is another construction.
        if self.is(end, Particle::COMPLEMENTIZER) || self.kind(end) == Some(TokenKind::Colon) {
            return None;
        }
        let outlet = source.clone().filter(|tokens| {
            relays || matches!(self.named(tokens.start), Named::Outlet | Named::Medium)
        });
        Some(Said {
            source,
            outlet,
            carrier: None,
            end,
        })
    }
}

/// Who told, as far as "what … told" says.
struct Said {
    source: Option<Range<usize>>,
    outlet: Option<Range<usize>>,
    carrier: Option<Range<usize>>,
    end: usize,
}
