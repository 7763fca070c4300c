//! Joints: where one teller's clause ends and the next begins.
//!
//! News chains whole paragraphs with و and commas. What stands before a verb of
//! telling says whether it belongs to the words told so far or begins a clause
//! of the teller's own: a word that turns (but, while, at a time when), an
//! order of events (before he added), an adverbial that names the next side (for
//! his part).

use std::ops::Range;

use super::heads::Head;
use super::scene::{Named, Scene};
use super::subject::Left;
use crate::arabic::TokenKind;
use crate::lexicon::Particle;

impl Scene<'_> {
    /// "Before he added that", "after the ministry said that": the teller's own
    /// order of what was said.
    pub(super) fn follows_event(&self, group: usize, start: usize) -> bool {
        group > start + 1
            && self.is(group - 1, Particle::COMPLEMENTIZER)
            && self.is(group - 2, Particle::BEFORE_EVENT)
    }

    /// Whether a clause that begins at a token is led by a word that turns to
    /// something new: but, while, as. "Was" and "that" may stand between.
    pub(super) fn turns(&self, at: usize, start: usize) -> bool {
        let between = Particle::COPULA.or(Particle::COMPLEMENTIZER);
        let mut first = at;
        while first > start && self.is(first - 1, between) {
            first -= 1;
        }
        first > start
            && (self.is(first - 1, Particle::TURN)
                || self.is(at, Particle::TURN)
                || self.at_a_time(first, start).is_some()
                || self.next_side(first, start).is_some())
    }

    /// "While the government confirmed": a verb right behind what turns, and the main
    /// clause to come.
    pub(super) fn is_while(&self, start: usize) -> bool {
        let time = self.is(start, Particle::FRAME_FI) && self.is(start + 1, Particle::MEANWHILE);
        let relative = time && self.is(start + 2, Particle::RELATIVE);
        let verb = start + 1 + usize::from(time) + usize::from(relative);
        (time || self.is(start, Particle::TURN)) && self.is_verb(verb)
    }

    /// "At a time when", "while": its first token.
    fn at_a_time(&self, at: usize, start: usize) -> Option<usize> {
        let mut noun = at.checked_sub(1)?;
        if self.is(noun, Particle::RELATIVE) {
            noun = noun.checked_sub(1)?;
        }
        let lead = noun.checked_sub(1).filter(|&lead| lead >= start)?;
        (self.is(noun, Particle::MEANWHILE) && self.is(lead, Particle::FRAME_FI)).then_some(lead)
    }

    /// "For his part", "on the other side": its first token.
    fn next_side(&self, at: usize, start: usize) -> Option<usize> {
        let noun = at.checked_sub(1)?;
        let lead = noun.checked_sub(1).filter(|&lead| lead >= start)?;
        let leads = Particle::FRAME_MIN.or(Particle::FRAME_FI);
        (self.is(noun, Particle::SIDE) && self.is(lead, leads)).then_some(lead)
    }

    /// "… where he said": tells of what was told.
    pub(super) fn tells_of(&self, group: usize, start: usize) -> bool {
        group > start && self.is(group - 1, Particle::WHEREBY)
    }

    /// The token at which the clause of a head begins, with what leads it.
    pub(super) fn boundary(&self, head: &Head<'_>, sentence: &Range<usize>) -> usize {
        let start = sentence.start;
        let mut first = head.group;
        if let Left::Topic(topic) = &head.left {
            first = first.min(topic.start);
        }
        if self.follows_event(first, start) {
            first -= 2;
        }
        while first > start {
            let before = first - 1;
            if let Some(lead) = self
                .at_a_time(first, start)
                .or_else(|| self.next_side(first, start))
            {
                first = lead;
                continue;
            }
            let leads = self.named(before) == Named::No
                && self.is(
                    before,
                    Particle::CONNECTIVE.or(Particle::TURN).or(Particle::COPULA),
                );
            let leads = leads
                || self.is(before, Particle::COMPLEMENTIZER)
                    && before > start
                    && self.is(before - 1, Particle::TURN);
            if !leads && !self.is_comma(before) && self.kind(before) != Some(TokenKind::Dash) {
                break;
            }
            first = before;
        }
        first
    }
}
