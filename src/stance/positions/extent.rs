//! Where the matter of a predicate ends: where its clause does, before the
//! words that open a condition, a reason, an attribution or a new verb.

use std::ops::Range;

use super::ground::Ground;
use crate::arabic::TokenKind;
use crate::lexicon::{MarkerKind, Particle};

/// No issue is longer than this.
const LONGEST: usize = 22;

impl Ground<'_> {
    /// Where the matter that starts at a token ends.
    pub(in crate::stance) fn argument_end(&self, start: usize, sentence_end: usize) -> usize {
        let limit = sentence_end.min(start + LONGEST);
        let quoted = start
            .checked_sub(1)
            .is_some_and(|before| self.kind(before) == Some(TokenKind::Quote));
        let mut at = start;
        let mut marks = 0;
        while at < limit {
            match self.kind(at) {
                Some(TokenKind::Stop | TokenKind::Comma | TokenKind::Colon) => break,
                Some(TokenKind::Dash) if at > start => break,
                Some(TokenKind::Quote) => {
                    if quoted && marks == 0 {
                        break;
                    }
                    marks += 1;
                }
                _ if at > start && self.ends_argument(at) => break,
                _ => {}
            }
            at += 1;
        }
        self.trim_end(start, at)
    }

    /// What stands from a token up to a predicate said of it, without a verb
    /// that only links the two ("المشاركة ستبقى مرهونة").
    pub(super) fn matter_before(&self, start: usize, predicate: usize) -> Option<Range<usize>> {
        let mut end = self.argument_end(start, predicate);
        while end > start && self.senses.finite(end - 1).is_some() {
            end -= 1;
        }
        (start < end).then_some(start..end)
    }

    /// Takes trailing function words and lone marks off.
    fn trim_end(&self, start: usize, mut end: usize) -> usize {
        while end > start {
            let last = end - 1;
            let loose = match self.kind(last) {
                Some(TokenKind::Word) => {
                    self.is(last, Particle::FUNCTION)
                        && !self.is(last, Particle::TIME)
                        && self
                            .words
                            .get(last)
                            .is_some_and(|w| w.split.pronoun.is_none())
                }
                Some(TokenKind::Quote) => {
                    // An opening mark at the end, or a closing one alone.
                    let marks = (start..end)
                        .filter(|&at| self.kind(at) == Some(TokenKind::Quote))
                        .count();
                    marks % 2 == 1
                }
                Some(TokenKind::Open | TokenKind::Dash) => true,
                _ => false,
            };
            if !loose {
                break;
            }
            end = last;
        }
        end
    }

    fn ends_argument(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return true;
        };
        if self.said_by_cue(at).is_some() {
            return true;
        }
        let marker = self.senses.markers(&(at..at + 1)).iter().any(|marker| {
            matches!(
                marker.kind,
                MarkerKind::Condition
                    | MarkerKind::Reason
                    | MarkerKind::Contrast
                    | MarkerKind::Turn
                    | MarkerKind::Concession
                    | MarkerKind::Aim
            ) && marker.scope == crate::lexicon::MarkerScope::Any
        });
        marker
            || (word.conjoined() && self.senses.finite(at).is_some())
            || word.is(Particle::CONNECTIVE)
            || self.is_attribution(at)
    }

    /// "العام الماضي": a noun of time with what tells which.
    pub(super) fn is_date(&self, at: usize) -> bool {
        (at.saturating_sub(1)..at + 2).any(|at| self.has_marker(at, MarkerKind::Past))
    }

    /// "وفق", "بحسب" and their kin.
    fn is_attribution(&self, at: usize) -> bool {
        let stem = self.words.stem(at);
        let form = self.words.reading.form(at);
        let cues = &self.words.lexicon.cues;
        cues.preposition(stem).is_some() || cues.preposition(form).is_some()
    }
}
