//! Who takes a position: the subject of a predicate.
//!
//! In this order: the source of the statement whose cue the predicate is; the
//! speaker, where the verb is in the first person; the actor left of the verb
//! in its clause (headlines, "أن بلاده تدعم"); the antecedent of its relative
//! clause; the actor right of it; the subject that goes on; the speaker.

use std::ops::Range;

use super::ground::{Ground, Who};
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{MarkerKind, Particle, Person};
use crate::stance::clauses::Opening;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::stance) struct Subject {
    pub entity: Who,
    /// The phrase, where one stands in the clause.
    pub tokens: Option<Range<usize>>,
    pub how: How,
}

impl Subject {
    /// Somebody who stands at these tokens.
    pub(super) fn at(entity: Who, tokens: Range<usize>) -> Self {
        Self {
            entity,
            tokens: Some(tokens),
            how: How::Named,
        }
    }

    /// Somebody who is known without standing there.
    pub(super) fn known(entity: Who, how: How) -> Self {
        Self {
            entity,
            tokens: None,
            how,
        }
    }
}

/// How sure the subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::stance) enum How {
    /// Stands beside the verb, or is the source of the statement.
    Named,
    /// The speaker, of whose words this is part.
    Speaker,
    /// Carried on from before.
    Carried,
}

/// No subject is looked for farther from its verb than this.
const REACH: usize = 9;

impl Ground<'_> {
    /// The subject of a finite verb. `carried` is whoever went before;
    /// `object` tells that the verb takes an object directly, so that one lone
    /// actor behind it may be that.
    pub(in crate::stance) fn subject(
        &self,
        verb: usize,
        object: bool,
        carried: Option<Who>,
    ) -> Option<Subject> {
        let said = self.said_by_cue(verb).and_then(|at| self.said.get(at));
        // A hidden subject is that of the sentence before it is a speaker of
        // another sentence.
        let hidden = said.is_some_and(|said| said.subject.is_none());
        if hidden
            && self.said_around(verb).is_none()
            && let Some(entity) = carried
        {
            return Some(Subject::known(entity, How::Named));
        }
        if let Some(said) = said
            && let Some(entity) = said.source
        {
            return Some(Subject {
                entity,
                tokens: said.subject.clone(),
                how: How::Named,
            });
        }
        let speaker = self.speaker(verb);
        let first_person = self.senses.finite(verb).is_some_and(|verbal| {
            verbal.form.person == Person::First && verbal.form.tense.is_finite()
        });
        if first_person && self.only_first_person(verb) {
            return speaker
                .or(carried)
                .map(|entity| Subject::known(entity, How::Speaker));
        }
        // "التي وقعتها الولايات المتحدة", "ما تطالب به بيروت": a relative clause
        // that points back at its antecedent has its subject behind the verb.
        if self.points_back(verb) {
            return self.right_subject(verb, object);
        }
        if let Some(subject) = self.left_subject(verb).or_else(|| self.topic(verb)) {
            return Some(subject);
        }
        // "الدول التي ترفض": nobody the article names.
        let relative = self.clauses.at(verb).is_some_and(|clause| {
            clause.opening == Opening::Relative && self.is(clause.tokens.start, Particle::RELATIVE)
        });
        if relative {
            return self.right_subject(verb, object);
        }
        // "الخطة تدعم": something stands there that is no actor.
        if self.has_other_subject(verb) {
            return None;
        }
        let spoken = speaker.filter(|_| self.may_be_speaker(verb));
        self.right_subject(verb, object)
            .or_else(|| carried.map(|entity| Subject::known(entity, How::Carried)))
            .or_else(|| spoken.map(|entity| Subject::known(entity, How::Speaker)))
    }

    /// Whether the clause of a verb begins with a noun that stands free and is
    /// nobody's name.
    pub(super) fn has_other_subject(&self, verb: usize) -> bool {
        let clause = self.clause(verb);
        let mut at = clause.start;
        while at < verb
            && (self.is(
                at,
                Particle::COMPLEMENTIZER
                    .or(Particle::VERBAL)
                    .or(Particle::COPULA),
            ) || !self.words.is_word(at)
                || self.has_marker(at, MarkerKind::Contrast))
        {
            at += 1;
        }
        // "إن ذلك يعزز": a pronoun that points is no speaker either.
        let noun = self.is_nominal(at) || self.is(at, Particle::DEMONSTRATIVE);
        at < verb
            && noun
            && !self.is_governed(at)
            && self.actor_at(at).is_none()
            && !self.is(at, Particle::TIME.or(Particle::ADVERB))
    }

    /// Whether a third person may mean the speaker: "أنه يرفض", "ويرفض".
    fn may_be_speaker(&self, verb: usize) -> bool {
        let clause = self.clause(verb);
        let pronoun = self
            .words
            .get(clause.start)
            .is_some_and(|word| word.is(Particle::COMPLEMENTIZER) && word.split.pronoun.is_some());
        pronoun || clause.start == verb || self.is(clause.start, Particle::CONNECTIVE)
    }

    /// The source of the words a token belongs to.
    pub(in crate::stance) fn speaker(&self, token: usize) -> Option<Who> {
        self.said_around(token)
            .and_then(|at| self.said.get(at))
            .and_then(|said| said.source)
    }

    /// Whether every reading of a verb is in the first person (نرفض), which
    /// the ambiguous perfect (رفضت) is not.
    pub(super) fn only_first_person(&self, verb: usize) -> bool {
        self.words.get(verb).is_some_and(|word| {
            word.finite().count() > 0
                && word
                    .finite()
                    .all(|verbal| verbal.form.person == Person::First)
        })
    }

    fn points_back(&self, verb: usize) -> bool {
        let relative = self
            .clauses
            .at(verb)
            .is_some_and(|clause| clause.opening == Opening::Relative);
        let pronoun = |at: usize| {
            self.words
                .get(at)
                .is_some_and(|word| word.split.pronoun.is_some())
        };
        relative
            && (self
                .senses
                .finite(verb)
                .is_some_and(|verbal| verbal.split.pronoun.is_some())
                || (pronoun(verb + 1) && !self.is_nominal(verb + 1)))
    }

    /// An actor before the verb in its clause: "واشنطن ترفض", "أن بلاده تدعم",
    /// "الحركة التي ترفض".
    fn left_subject(&self, verb: usize) -> Option<Subject> {
        let index = self.clauses.index_of(verb);
        let clause = self.clauses.get(index)?;
        let named = |entity: Who, tokens: Range<usize>| Some(Subject::at(entity, tokens));
        if clause.opening == Opening::Relative {
            let before = self.actor_before(clause.tokens.start)?;
            let gap = before.tokens.end..clause.tokens.start;
            let plain = gap.len() <= 2 && gap.clone().all(|at| self.may_part(at));
            return (plain && !before.adjective)
                .then(|| named(before.entity, before.tokens.clone()))
                .flatten();
        }
        let actor = self.actor_before(verb)?;
        if actor.adjective || actor.tokens.start < clause.tokens.start {
            return None;
        }
        // A family name the lexicon does not know goes with its office.
        let mut end = actor.tokens.end;
        while end < (actor.tokens.end + 3).min(verb) && self.may_be_name(end) {
            end += 1;
        }
        // "الأكراد في عفرين يدعون": where they are.
        if let Some(past) = self.aside_end(end, verb).filter(|&past| past <= verb) {
            end = past;
        }
        let between = end..verb;
        let plain = between.clone().all(|at| self.may_part(at));
        let free = !self.is_governed(actor.tokens.start);
        (plain && free && between.len() <= REACH)
            .then(|| named(actor.entity, actor.tokens.clone()))
            .flatten()
    }

    /// An actor behind the verb: "رفضت، أمس، وزارة الخارجية".
    fn right_subject(&self, verb: usize, object: bool) -> Option<Subject> {
        let limit = self.clause_reach(verb);
        let pronoun_object = self
            .senses
            .finite(verb)
            .is_some_and(|verbal| verbal.split.pronoun.is_some());
        let mut nouns = 0;
        let mut partitive = false;
        let mut at = verb + 1;
        while at < limit {
            if let Some(actor) = self.actor_starting(at).filter(|actor| !actor.adjective) {
                // "دول كالمجر", "أحزاب مثل الوفد": those named of a kind.
                let like = self.is(at - 1, Particle::EXAMPLE)
                    || self.words.get(at).is_some_and(|word| word.has(Prefix::Ka));
                partitive |= like && nouns < 3;
                let governed = self.has_preposition(at) && !like;
                // "غرفة صناعة الأردن" is not Jordan; "عدد من الدول" is they.
                if governed && nouns == 0 || (nouns > 0 && !partitive) {
                    return None;
                }
                let more = self.something_follows(actor.tokens.end, limit);
                if object && !pronoun_object && !more {
                    return None;
                }
                return Some(Subject::at(actor.entity, verb + 1..actor.tokens.end));
            }
            let pronoun = self
                .words
                .get(at)
                .is_some_and(|word| word.split.pronoun.is_some());
            let bare = pronoun && !self.is_nominal(at);
            if bare && at == verb + 1 {
                at += 1;
                continue;
            }
            if self.has_preposition(at) {
                return None;
            }
            if self.is(at, Particle::EXAMPLE) && nouns > 0 {
                at += 1;
                continue;
            }
            if self.is(at, Particle::PREPOSITION) {
                // "عدد من قادة الاتحاد"
                if nouns == 0
                    || self.words.lexicon.prepositions.place(self.words.stem(at))
                        != crate::lexicon::Places::MIN
                {
                    return None;
                }
                partitive = true;
            } else if self.is_nominal(at) {
                nouns += 1;
                if nouns > 3 {
                    return None;
                }
            } else if !self.may_part(at) {
                return None;
            }
            at += 1;
        }
        None
    }

    /// Whether a noun phrase or clause follows that can be the object.
    pub(super) fn something_follows(&self, from: usize, limit: usize) -> bool {
        (from..limit.min(from + REACH)).any(|at| {
            (self.is_nominal(at) && self.actor_at(at).is_none_or(|actor| !actor.adjective))
                || self.is(at, Particle::COMPLEMENTIZER)
                || self.kind(at) == Some(TokenKind::Quote)
        })
    }

    /// The end of what may belong to a verb: its clause, and on through
    /// appositions in commas.
    pub(super) fn clause_reach(&self, verb: usize) -> usize {
        self.clause(verb).end
    }

    /// Words that may stand between a verb and its subject.
    fn may_part(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(TokenKind::Comma | TokenKind::Dash | TokenKind::Open | TokenKind::Close) => true,
            Some(TokenKind::Word) => {
                let light = Particle::ADVERB
                    .or(Particle::TIME)
                    .or(Particle::VERBAL)
                    .or(Particle::NEGATION)
                    .or(Particle::COPULA);
                self.is(at, light) || self.has_marker(at, MarkerKind::Modality)
            }
            _ => false,
        }
    }

    /// Whether a preposition, written apart or on the word, stands before.
    fn is_governed(&self, start: usize) -> bool {
        self.has_preposition(start)
            || start
                .checked_sub(1)
                .is_some_and(|before| self.is(before, Particle::PREPOSITION))
    }

    fn has_preposition(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| {
            matches!(
                word.split.particle,
                Some(Prefix::Bi | Prefix::Li | Prefix::Ka)
            )
        })
    }
}
