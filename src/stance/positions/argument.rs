//! What a position is about: where the matter of a predicate begins and ends.
//!
//! The predicate's frames say where to look; the first that is met counts. The
//! matter ends where its clause does, before the words that open a condition,
//! a reason, an attribution or a new verb.

use std::ops::Range;

use super::ground::Ground;
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{MarkerKind, Particle, Places};
use crate::stance::clauses::Opening;

/// No argument begins farther from its predicate than this.
const REACH: usize = 14;
/// No issue is longer than this.
const LONGEST: usize = 22;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Argument {
    pub tokens: Range<usize>,
    pub place: Places,
    /// أن opens it.
    pub clause: bool,
}

impl Ground<'_> {
    /// The matter of a predicate with these frames, looked for from a token on.
    /// `addressee` tells that nouns may stand in between (دعا فلانا إلى).
    pub(super) fn argument(
        &self,
        from: usize,
        places: Places,
        addressee: bool,
    ) -> Option<Argument> {
        let sentence = self.sentence(from.saturating_sub(1));
        let reach = if addressee { 2 * REACH } else { REACH };
        let limit = sentence.end.min(from + reach);
        let found = |start: usize, place: Places| {
            let tokens = start..self.argument_end(start, sentence.end);
            let opens = Particle::COMPLEMENTIZER.or(Particle::COMPLEMENTIZER_NOT);
            let clause = start.checked_sub(1).is_some_and(|at| self.is(at, opens));
            (!tokens.is_empty()).then_some(Argument {
                tokens,
                place,
                clause,
            })
        };
        let plain = places.only(Places::OBJECT.with(Places::CLAUSE).with(Places::GENITIVE));
        let mut at = from;
        while at < limit {
            let word = self.words.get(at)?;
            // "رفض أمس في بيان مقتضب المقترح", "طلب من البرلمان تأجيل": what stands
            // between a verb and its object.
            if plain
                && let Some(end) = self.aside_end(at, sentence.end)
                && self.resumes(end, sentence.end)
            {
                at = end;
                continue;
            }
            match self.kind(at) {
                // "معارضته «بشكل قاطع» أي تدخل": only the manner is quoted.
                Some(TokenKind::Quote) if self.quoted_manner(at).is_some() => {
                    at = self.quoted_manner(at).unwrap_or(at) + 1;
                    continue;
                }
                Some(TokenKind::Quote) => {
                    if places.has(Places::OBJECT.with(Places::CLAUSE)) {
                        return found(at + 1, Places::OBJECT);
                    }
                    at += 1;
                    continue;
                }
                Some(TokenKind::Comma | TokenKind::Open | TokenKind::Close | TokenKind::Dash) => {
                    at += 1;
                    continue;
                }
                Some(TokenKind::Word | TokenKind::Initials | TokenKind::Number) => {}
                Some(TokenKind::Colon) => {
                    at += 1;
                    continue;
                }
                _ => return None,
            }
            if word.is(Particle::COMPLEMENTIZER.or(Particle::COMPLEMENTIZER_NOT)) {
                return if places.has(Places::CLAUSE.with(Places::OBJECT)) {
                    found(at + 1, Places::CLAUSE)
                } else {
                    None
                };
            }
            // "بـ" before a quotation mark stands alone.
            let alone = self
                .words
                .lexicon
                .prepositions
                .place(self.words.reading.form(at));
            if alone.only(Places::BI.with(Places::LI)) && alone != Places::default() {
                if places.has(alone) {
                    let quote = self.kind(at + 1) == Some(TokenKind::Quote);
                    return found(at + 1 + usize::from(quote), alone);
                }
                return None;
            }
            let attached = match word.split.particle {
                Some(Prefix::Bi) => Places::BI,
                Some(Prefix::Li) => Places::LI,
                // "لن نسمح بممر": a noun nobody knows.
                None if places.has(Places::BI) && self.hides_bi(at) => Places::BI,
                _ => Places::default(),
            };
            let stem = self.words.stem(at);
            let apart = self.words.lexicon.prepositions.place(stem);
            if attached != Places::default() && plain && word.split.pronoun.is_none() {
                return None;
            }
            if places.has(attached) && attached != Places::default() {
                // "بأن", "به": what follows the clitic is a clause or nothing.
                if word.is(Particle::COMPLEMENTIZER) {
                    return found(at + 1, Places::CLAUSE);
                }
                return found(at, attached);
            }
            if apart != Places::default() {
                if places.has(apart) && word.split.pronoun.is_none() {
                    let next = at + 1;
                    let clause = self.is(
                        next,
                        Particle::COMPLEMENTIZER.or(Particle::COMPLEMENTIZER_NOT),
                    );
                    return found(next + usize::from(clause), apart);
                }
                if plain {
                    return None;
                }
                at += 1;
                continue;
            }
            // "ندد بما سماه «مقايضة»": a preposition and ما in one word.
            let fused = [
                (Particle::FRAME_BI, Places::BI),
                (Particle::FRAME_MIN, Places::MIN),
                (Particle::FRAME_ABOUT, Places::ABOUT),
            ];
            let fused = fused
                .into_iter()
                .find(|&(frame, place)| word.is(frame) && places.has(place))
                .filter(|_| self.senses.finite(at + 1).is_some());
            if let Some((_, place)) = fused {
                return found(at, place);
            }
            // "انتقد ما وصفه بالتسرع": what somebody calls something.
            let called = word.is(Particle::RELATIVE_BARE) && self.senses.finite(at + 1).is_some();
            if called && attached == Places::default() && places.has(Places::OBJECT) {
                return found(at, Places::OBJECT);
            }
            let free = attached == Places::default() && word.split.particle != Some(Prefix::Ka);
            if self.is_nominal(at) && free {
                let skip = self.is(at, Particle::TIME.or(Particle::ADVERB)) || self.is_date(at);
                if places.has(Places::OBJECT.with(Places::GENITIVE)) && !skip {
                    return found(at, Places::OBJECT);
                }
                if !addressee && !places.has(Places::PREPOSITIONS) {
                    return None;
                }
            } else if self.senses.finite(at).is_some() && at > from {
                // Another clause's verb; a content without أن is none of ours.
                return None;
            }
            at += 1;
        }
        None
    }

    /// Whether an unknown word may begin with the preposition ب.
    fn hides_bi(&self, at: usize) -> bool {
        let form = self.words.reading.form(at);
        form.starts_with('ب')
            && form.chars().count() > 3
            && self.is_nominal(at)
            && self.words.get(at).is_some_and(|word| {
                word.split.is_whole() && !word.shape.known && word.verbs.is_empty()
            })
    }

    /// The closing mark of a short quotation that only tells how.
    fn quoted_manner(&self, mark: usize) -> Option<usize> {
        let close = (mark + 2..mark + 5).find(|&at| self.kind(at) == Some(TokenKind::Quote))?;
        let first = self.words.get(mark + 1)?;
        let manner = first.split.particle == Some(Prefix::Bi) && !first.split.article
            || first.is(Particle::ADVERB);
        (manner && self.is_nominal(close + 1)).then_some(close)
    }

    /// Where a prepositional phrase that stands at a token ends: its noun, the
    /// adjectives and the names that go with it.
    pub(super) fn aside_end(&self, start: usize, limit: usize) -> Option<usize> {
        let word = self.words.get(start)?;
        if let Some(end) = self.words.manner_end(start) {
            return Some(end);
        }
        let attached = matches!(word.split.particle, Some(Prefix::Bi | Prefix::Li));
        let apart = self.is(
            start,
            Particle::PREPOSITION.or(Particle::PREPOSITION_ADVERBIAL),
        );
        if !self.words.is_word(start) || !(attached || apart) {
            return None;
        }
        let bound = word.split.pronoun.is_some();
        if bound && apart {
            return Some(start + 1);
        }
        let mut at = if apart { start + 1 } else { start };
        // The noun, and on through the genitive to what is definite.
        loop {
            let noun = self.words.get(at).filter(|_| at < limit)?;
            if !self.is_nominal(at) || (at > start && noun.split.particle.is_some()) {
                return None;
            }
            let named = self.actor_starting(at).map(|actor| actor.tokens.end);
            at = named.unwrap_or(at + 1);
            if named.is_some() || noun.shape.definite || self.is_definite_enough(at) {
                break;
            }
        }
        while at < limit {
            let goes_on = self.words.get(at).is_some_and(|word| {
                let adjective = word.shape.relation || word.is(Particle::PERIOD_ADJECTIVE);
                word.split.particle.is_none()
                    && !word.conjoined()
                    && self.is_nominal(at)
                    && (adjective || self.actor_at(at).is_some())
            });
            if !goes_on {
                break;
            }
            at += 1;
        }
        Some(at)
    }

    /// Whether a phrase may end before a token: what follows is no genitive.
    fn is_definite_enough(&self, at: usize) -> bool {
        !self.is_nominal(at)
            || self.words.get(at).is_some_and(|word| {
                word.shape.accusative
                    || word.shape.relation && !word.shape.definite
                    || word.split.particle.is_some()
                    || word.conjoined()
            })
    }

    /// Whether an object or a clause follows at once.
    fn resumes(&self, at: usize, limit: usize) -> bool {
        let at = at + usize::from(self.kind(at) == Some(TokenKind::Comma));
        let free = |at: usize| {
            self.words
                .get(at)
                .is_some_and(|word| word.split.particle.is_none() && !word.conjoined())
        };
        at < limit
            && (self.kind(at) == Some(TokenKind::Quote)
                || self.is(
                    at,
                    Particle::COMPLEMENTIZER
                        .or(Particle::COMPLEMENTIZER_NOT)
                        .or(Particle::RELATIVE_BARE),
                )
                || (self.is_nominal(at) && free(at))
                || (self.aside_end(at, limit).is_some_and(|end| end > at)))
    }

    /// What a verb's object pronoun points back at: the noun phrase before its
    /// relative clause ("خطة سلام جديدة طرحتها واشنطن").
    pub(super) fn antecedent(&self, verb: usize) -> Option<Range<usize>> {
        let clause = self.clauses.at(verb)?;
        if clause.opening != Opening::Relative {
            return None;
        }
        let end = clause.tokens.start;
        let mut start = end;
        while start > 0 && end - start < 8 && self.is_nominal(start - 1) {
            start -= 1;
            let attached = self
                .words
                .get(start)
                .is_some_and(|word| word.split.particle.is_some() || word.conjoined());
            if attached {
                break;
            }
        }
        (start < end).then_some(start..end)
    }

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
    fn is_date(&self, at: usize) -> bool {
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
