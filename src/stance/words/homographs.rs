//! Verbs that are spelled like a preposition: عبّر and عبر, بيّن and بين.
//!
//! The one place where a word is told by what stands around it, since every
//! stage after asks first whether it is a preposition.

use super::{Word, Words};
use crate::arabic::{Conjunction, TokenKind};
use crate::lexicon::Particle;

/// What a verb of telling leads to stands no farther behind it.
const REACH: usize = 12;

impl Words<'_> {
    pub(super) fn tell_verbs(&mut self) {
        let spelled = |at: &usize| {
            self.get(*at).is_some_and(|word| {
                word.reports
                    && word.is(Particle::PREPOSITION.or(Particle::PREPOSITION_ADVERBIAL))
                    && !word.is(Particle::BEFORE_EVENT)
                    && word.split.particle.is_none()
                    && word.split.pronoun.is_none()
            })
        };
        let verbs: Vec<usize> = (0..self.len())
            .filter(spelled)
            .filter(|&at| self.leads_to_about(at) || self.leads_to_clause(at))
            .collect();
        for at in verbs {
            let Some(word) = self.get(at).cloned() else {
                continue;
            };
            self.table.push(Word {
                uses: Particle::default(),
                surely_verb: true,
                ..word
            });
            if let Some(id) = self.ids.get_mut(at) {
                *id = u32::try_from(self.table.len() - 1).unwrap_or_default();
            }
        }
    }

    /// "عبر السكان عن غضبهم", "فعبر عن رفضه": at the head of a clause, with عن behind.
    fn leads_to_about(&self, at: usize) -> bool {
        let word = self.get(at);
        let joined = word.is_some_and(|w| w.split.conjunction == Some(Conjunction::Fa));
        let from = at + 2 - usize::from(joined);
        (joined || self.heads(at)) && self.behind(from, |w| w.is(Particle::FRAME_ABOUT))
    }

    /// "بين أن الأعمال تقدمت", "وبين، وفق البيان، أن": what is told, and not the two
    /// ends of a choice ("بين أن يقبل وأن يرفض").
    fn leads_to_clause(&self, at: usize) -> bool {
        let opens = |w: &Word| w.is(Particle::COMPLEMENTIZER) && w.split.pronoun.is_none();
        let chosen = self.get(at + 2).is_some_and(Word::is_surely_verb);
        let aside = self.kind(at + 1) == Some(TokenKind::Comma);
        self.get(at + 1).is_some_and(opens) && !chosen
            || aside && self.heads(at) && self.behind(at + 2, opens)
    }

    /// Whether a token stands where a sentence begins, or turns to another.
    fn heads(&self, at: usize) -> bool {
        let token = self.reading.tokens.get(at);
        token.is_some_and(|token| token.first_of_line)
            || at.checked_sub(1).is_some_and(|before| {
                self.kind(before) == Some(TokenKind::Stop)
                    || self.get(before).is_some_and(|word| word.is(Particle::TURN))
            })
    }

    fn behind(&self, from: usize, is: impl Fn(&Word) -> bool) -> bool {
        (from..self.len().min(from + REACH))
            .take_while(|&at| self.kind(at) != Some(TokenKind::Stop))
            .any(|at| self.get(at).is_some_and(&is))
    }
}
