//! What a position is about: where the matter of a predicate begins and ends.
//!
//! The predicate's frames say where to look; the first that is met counts. The
//! matter ends where its clause does, before the words that open a condition,
//! a reason, an attribution or a new verb.

use std::ops::Range;

use super::ground::Ground;
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{Particle, Places};
use crate::stance::clauses::Opening;

/// No argument begins farther from its predicate than this.
const REACH: usize = 14;

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
                Some(
                    TokenKind::Comma
                    | TokenKind::Open
                    | TokenKind::Close
                    | TokenKind::Dash
                    | TokenKind::Colon,
                ) => {
                    at += 1;
                    continue;
                }
                Some(TokenKind::Word | TokenKind::Initials | TokenKind::Number) => {}
                _ => return None,
            }
            if word.is(Particle::COMPLEMENTIZER.or(Particle::COMPLEMENTIZER_NOT)) {
                // "أقر بأن": what is told, and no object.
                let bare = !self.words.reading.form(at).starts_with('ب');
                let clause = Places::CLAUSE.with(if bare { Places::OBJECT } else { Places::BI });
                return if places.has(clause) {
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
}
