//! Cues whose parts stand in an order of their own: agencies that relay
//! ("the agency quoted a source as saying") and documents in which something
//! stands ("the statement says").

use std::ops::Range;

use super::complement::{Complement, Opening};
use super::heads::{Form, Head};
use super::scene::Scene;
use super::subject::Left;
use crate::arabic::Pronoun;
use crate::lexicon::{Cue, Frames, Particle, Tense};
use crate::stance::words::Verbal;

/// What relays stand apart from the rest of a head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Relay {
    /// The agency or paper.
    pub carrier: Option<Range<usize>>,
    /// "as saying", where it is written: the cue proper.
    pub cue: Option<usize>,
}

const REACH: usize = 40;

impl<'a> Scene<'a> {
    /// "relayed … عن SOURCE قوله إن CONTENT".
    pub(super) fn relayed(
        &self,
        at: usize,
        verbal: &Verbal,
        cue: &'a Cue,
        left: Left,
        limit: usize,
    ) -> Option<Head<'a>> {
        let limit = limit.min(at + REACH);
        let about = (at + 1..limit)
            .take_while(|&about| !self.is(about, Particle::COMPLEMENTIZER))
            .find(|&about| {
                self.is(about, Particle::FRAME_ABOUT)
                    || cue.frames.has(Frames::MIN) && self.is(about, Particle::FRAME_MIN)
            })?;
        // "عنه" relays for somebody named before.
        let hidden = self.word(about).split.pronoun.is_some();
        let right = if hidden { about + 1 } else { at + 1 };
        let end = if hidden { limit } else { about };
        let carrier = self.phrase(right, end, false).map(|phrase| phrase.tokens);
        let carrier = carrier.or(match &left {
            Left::Topic(topic) => Some(topic.clone()),
            _ => None,
        });
        let subject = if hidden {
            None
        } else {
            let stops = |token: usize| self.is_saying(token);
            Some(self.phrase_until(about + 1, limit, false, stops)?.tokens)
        };
        let after = subject
            .as_ref()
            .or(carrier.as_ref())
            .map_or(about + 1, |tokens| tokens.end.max(about + 1));
        let saying = (after..limit.min(after + 12)).find(|&token| self.is_saying(token));
        let from = saying.map_or(after, |saying| saying + 1);
        let opens = (from..limit.min(after + 25)).find(|&token| self.opens_content(token))?;
        let (opening, content, begins) = self.content_from(opens)?;
        Some(Head {
            token: at,
            group: at,
            verbal: *verbal,
            cue,
            form: Form::Finite,
            negated: false,
            left: Left::Nothing,
            complement: Complement {
                subject,
                opening,
                content,
                begins,
                medium: None,
                saying: None,
            },
            relay: Some(Relay {
                carrier,
                cue: saying,
            }),
        })
    }

    /// A "that", a quotation or a colon.
    fn opens_content(&self, at: usize) -> bool {
        self.is(at, Particle::COMPLEMENTIZER) || self.opened(at).is_some() || self.is_colon(at)
    }

    /// How the content behind such an opening joins on, its first token, and
    /// where that begins in the text.
    fn content_from(&self, opens: usize) -> Option<(Opening, usize, usize)> {
        let quoted = self.opened(opens).is_none() && self.opened(opens + 1).is_some();
        let content = opens + 1 + usize::from(quoted);
        let begins = self.words.reading.tokens.get(content)?.span.start;
        let opening = if self.is(opens, Particle::COMPLEMENTIZER) {
            Opening::Clause
        } else {
            Opening::Quotation
        };
        Some((opening, content, begins))
    }

    fn is_colon(&self, at: usize) -> bool {
        self.kind(at) == Some(crate::arabic::TokenKind::Colon)
    }

    /// The verbal noun of a cue with its agent: "as saying".
    pub(super) fn is_saying(&self, at: usize) -> bool {
        let lexicon = self.words.lexicon;
        self.word(at).verbs.iter().any(|verbal| {
            verbal.form.tense == Tense::Masdar
                && verbal.split.pronoun.is_some_and(Pronoun::is_third)
                && lexicon
                    .cues
                    .verb(lexicon.verbs.lemma(verbal.form.verb))
                    .is_some_and(|cue| cue.frames.has(Frames::CLAUSE))
        })
    }

    /// The verbal noun of a cue that takes a clause, whoever its agent.
    pub(super) fn is_telling_noun(&self, at: usize) -> bool {
        let lexicon = self.words.lexicon;
        self.word(at).verbs.iter().any(|verbal| {
            let cue = lexicon.cues.verb(lexicon.verbs.lemma(verbal.form.verb));
            verbal.form.tense == Tense::Masdar
                && cue.is_some_and(|cue| cue.frames.has(Frames::CLAUSE))
        })
    }

    /// "It says in the statement that": the document is the source.
    pub(super) fn within(
        &self,
        at: usize,
        verbal: &Verbal,
        cue: &'a Cue,
        limit: usize,
    ) -> Option<Head<'a>> {
        let limit = limit.min(at + REACH);
        // "That came in a statement": what came was told before.
        if self.is(at + 1, Particle::DEMONSTRATIVE) {
            return None;
        }
        let noun =
            (at + 1..limit.min(at + 3)).find(|&token| self.is(token, Particle::FRAME_FI))? + 1;
        // "A statement in which stands: …": the noun before.
        let before = self.word(noun - 1).split.pronoun.is_some();
        let subject = if before {
            self.document_before(at)?
        } else if self.is(noun, Particle::DOCUMENT.or(Particle::OCCASION)) {
            self.phrase(noun, limit, false)?.tokens
        } else {
            return None;
        };
        let opens_from = subject.end.max(noun);
        let far = if self.is(opens_from, Particle::RELATIVE) {
            14
        } else {
            10
        };
        let mut near = opens_from..limit.min(opens_from + far);
        // "in the statement of which «the paper» received a copy, that".
        let paper = |token: usize| {
            self.opened(token).is_some_and(|quotation| {
                quotation.close.is_some_and(|close| {
                    self.is_name_quotation(token)
                        && (close..limit.min(close + 6))
                            .any(|later| self.is(later, Particle::COMPLEMENTIZER))
                })
            })
        };
        let opens = near.find(|&token| self.opens_content(token) && !paper(token))?;
        let (opening, content, begins) = self.content_from(opens)?;
        Some(Head {
            token: at,
            group: at,
            verbal: *verbal,
            cue,
            form: Form::Finite,
            negated: false,
            left: Left::Nothing,
            complement: Complement {
                subject: Some(subject),
                opening,
                content,
                begins,
                medium: None,
                saying: None,
            },
            relay: None,
        })
    }

    /// The noun of a document right before a clause on it.
    fn document_before(&self, at: usize) -> Option<Range<usize>> {
        let noun = (at.saturating_sub(8)..at)
            .rev()
            .take_while(|&noun| !self.is_break(noun))
            .find(|&noun| self.is(noun, Particle::DOCUMENT.or(Particle::OCCASION)))?;
        Some(noun..at)
    }

    /// "«We stay», said the leader": the quotation before a pause, or right
    /// before the verb.
    pub(super) fn content_first(
        &self,
        at: usize,
        verbal: &Verbal,
        cue: &'a Cue,
        start: usize,
        limit: usize,
    ) -> Option<Head<'a>> {
        if !cue.frames.has(Frames::QUOTATION) || verbal.split.conjunction.is_some() {
            return None;
        }
        let mut mark = at.checked_sub(1)?;
        // "«…», so said the minister".
        if self.is(mark, Particle::ADVERB) {
            mark = mark.checked_sub(1)?;
        }
        if self.is_comma(mark) {
            mark = mark.checked_sub(1)?;
        }
        let inside = self.quoted(mark.checked_sub(1)?)?;
        if inside.end != mark || inside.start <= start || inside.len() < 2 {
            return None;
        }
        // "In a talk to «the paper», the minister says": a name, no words told.
        let open = inside.start - 1;
        if open > start && self.is_word(open - 1) && self.is_name_quotation(open) {
            return None;
        }
        // "أكدت أنها «بيت للجميع»، عدت …": those words are told already.
        if open > start && self.is(open - 1, Particle::COMPLEMENTIZER) {
            return None;
        }
        let subject = self.phrase(at + 1, limit, false);
        // Without a subject the verb says no more.
        let hidden = self.is_break(at + 1) || self.is_adverbial(at + 1);
        if subject.is_none() && !hidden {
            return None;
        }
        let subject = subject.map(|phrase| phrase.tokens);
        let begins = self.words.reading.tokens.get(inside.start)?.span.start;
        Some(self.told_before(at, verbal, cue, subject, inside, begins))
    }

    /// "…, which the ministry denied": the clause before is what is told.
    pub(super) fn echoed(
        &self,
        at: usize,
        verbal: &Verbal,
        cue: &'a Cue,
        start: usize,
        limit: usize,
    ) -> Option<Head<'a>> {
        let what = at.checked_sub(1)?;
        if verbal.split.pronoun.is_none()
            || !cue.frames.has(Frames::CLAUSE)
            || cue.frames.has(Frames::DOUBLE)
            || !self.is(what, Particle::RELATIVE_BARE.or(Particle::RELATIVE))
        {
            return None;
        }
        // "وهو ما نفته", "الأمر الذي تنفيه".
        let pointing = if self.is(what, Particle::RELATIVE) {
            Particle::COMMENT
        } else {
            Particle::PRONOUN.or(Particle::DEMONSTRATIVE)
        };
        let lead = what
            .checked_sub(1)
            .filter(|&lead| lead > start && self.is(lead, pointing))?;
        let end = lead.checked_sub(1).filter(|&comma| self.is_comma(comma))?;
        let subject = self.phrase(at + 1, limit, false)?.tokens;
        let begins = self.words.reading.tokens.get(start)?.span.start;
        Some(self.told_before(at, verbal, cue, Some(subject), start..end, begins))
    }

    fn told_before(
        &self,
        at: usize,
        verbal: &Verbal,
        cue: &'a Cue,
        subject: Option<Range<usize>>,
        content: Range<usize>,
        begins: usize,
    ) -> Head<'a> {
        Head {
            token: at,
            group: at,
            verbal: *verbal,
            cue,
            form: Form::Finite,
            negated: false,
            left: Left::Nothing,
            complement: Complement {
                subject,
                opening: Opening::Before(content.end),
                content: content.start,
                begins,
                medium: None,
                saying: None,
            },
            relay: None,
        }
    }
}
