//! Whether a word reports where it stands: which of its readings fits the words
//! around, and what is no report though it looks like one (the impersonal, the
//! passive, what is only expected to be said, subjects that cannot speak).

use super::complement::Opening;
use super::heads::{Form, Head};
use super::scene::{Named, Scene};
use super::subject::Left;
use crate::arabic::TokenKind;
use crate::lexicon::{Addressee, CueClass, Frames, Gender, Number, Particle, Person, Tense, Voice};
use crate::stance::words::Verbal;

impl Scene<'_> {
    /// The spelling is first of all that of a verb which reports nothing.
    pub(super) fn is_foremost_other(&self, at: usize, verbal: &Verbal) -> bool {
        let lexicon = self.words.lexicon;
        verbal.form.tense.is_finite()
            && self.word(at).finite().any(|other| {
                other.form.verb != verbal.form.verb
                    && other.split == verbal.split
                    && other.form.voice == Voice::Active
                    && other.form.tense != Tense::Jussive
                    && other.form.person == Person::Third
                    && lexicon
                        .cues
                        .verb(lexicon.verbs.lemma(other.form.verb))
                        .is_none()
            })
    }

    /// Whether the word can have this reading where it stands.
    pub(super) fn reads(&self, at: usize, verbal: &Verbal, form: Form, start: usize) -> bool {
        let word = self.word(at);
        let before = at.checked_sub(1).filter(|&before| before >= start);
        let after_preposition = before.is_some_and(|before| {
            self.named(before) == Named::No
                && self.is(before, Particle::PREPOSITION)
                && self.word(before).split.pronoun.is_none()
        });
        match form {
            Form::Finite => {
                let noun_too = word.verbs.iter().any(|other| {
                    !other.form.tense.is_finite()
                        && (other.split == verbal.split || other.split.pronoun.is_none())
                        && other.split.conjunction == verbal.split.conjunction
                        && other.split.particle.is_none()
                        && !other.form.bound
                });
                let noun_with_owner = word.is(Particle::ABSTRACT) && verbal.split.pronoun.is_some();
                verbal.form.voice == Voice::Active
                    && !noun_with_owner
                    && verbal.form.person == Person::Third
                    && !self.is_own_letter(at, verbal)
                    && !self.is_subjunctive(at, verbal, start)
                    && !after_preposition
                    && !self.is_vocalised_passive(at, verbal)
                    && !matches!(self.named(at), Named::Role | Named::Press)
                    && (!noun_too || self.verb_position(at, start))
            }
            Form::Participle => {
                // "Spokesman" is a role; a participle in the accusative, or a
                // feminine one after a pause, is none.
                let role = !(verbal.form.accusative || self.opens_clause(at))
                    && matches!(
                        self.named(at),
                        Named::Role | Named::Press | Named::Institution
                    );
                verbal.split.particle.is_none()
                    && !verbal.split.article
                    && !role
                    && !self.is_own_letter(at, verbal)
                    && verbal.split.pronoun.is_none()
                    && !after_preposition
            }
            Form::Masdar => !verbal.split.article || after_preposition,
        }
    }

    /// The reading takes off a letter that the lexicon knows to be the word's.
    pub(super) fn is_own_letter(&self, at: usize, verbal: &Verbal) -> bool {
        let word = self.word(at);
        word.is(Particle::OWN_LETTER) && word.split.is_whole() && !verbal.split.is_whole()
    }

    /// "expected to call for": what may be said is not said.
    pub(super) fn is_subjunctive(&self, at: usize, verbal: &Verbal, start: usize) -> bool {
        at > start
            && verbal.form.tense == Tense::Imperfect
            && self.is(
                at - 1,
                Particle::COMPLEMENTIZER.or(Particle::COMPLEMENTIZER_NOT),
            )
            && self.word(at - 1).split.pronoun.is_none()
    }

    /// A word that may be verb or noun is a verb at the head of a clause, after
    /// an auxiliary or a relative pronoun.
    pub(super) fn verb_position(&self, at: usize, start: usize) -> bool {
        if at == start || self.opens_clause(at) {
            return true;
        }
        let before = Particle::VERBAL
            .or(Particle::COPULA)
            .or(Particle::RELATIVE)
            .or(Particle::RELATIVE_BARE)
            .or(Particle::CONNECTIVE)
            .or(Particle::TIME)
            .or(Particle::ADVERB);
        self.is(at - 1, before)
            || !matches!(self.left_of(at, start), Left::Nothing)
            || self.starts_with_adverbial(at, start)
    }

    /// The clause opens with an adverbial, after which its verb comes.
    pub(super) fn starts_with_adverbial(&self, at: usize, start: usize) -> bool {
        let start = start.max(at.saturating_sub(40));
        let pause = (start..at).rev().find(|&pause| self.is_break(pause));
        let first = pause.map_or(start, |pause| pause + 1);
        let leads = Particle::PREPOSITION
            .or(Particle::PREPOSITION_ADVERBIAL)
            .or(Particle::TIME);
        first < at && self.is(first, leads) && (self.is_someone(at + 1) || self.is_unknown(at + 1))
    }

    /// A damma on the first letter of an imperfect: "it is said".
    pub(super) fn is_vocalised_passive(&self, at: usize, verbal: &Verbal) -> bool {
        let Some(token) = self.words.reading.tokens.get(at) else {
            return false;
        };
        let mut letters = token.span.of(self.words.reading.text).chars();
        if verbal.split.conjunction.is_some() {
            letters.next();
            let mark = letters.clone().next();
            if mark.is_some_and(|mark| ('\u{64B}'..='\u{652}').contains(&mark)) {
                letters.next();
            }
        }
        letters.next();
        // Damma after the first letter, and no measure whose active has it too.
        letters.next() == Some('\u{64F}')
            && verbal.form.tense != Tense::Masdar
            && !self
                .words
                .lexicon
                .verbs
                .verb(verbal.form.verb)
                .is_some_and(|verb| {
                    verbal.form.tense != Tense::Perfect
                        && matches!(verb.form, "II" | "III" | "IV" | "Q")
                        && !matches!(self.left_of(at, 0), Left::Nothing)
                })
    }

    /// "It is believed that": an imperfect in the third person without anyone
    /// who believes.
    pub(super) fn is_impersonal(&self, head: &Head<'_>, start: usize) -> bool {
        let form = head.verbal.form;
        let nobody = head.complement.subject.is_none() && head.verbal.split.pronoun.is_none();
        let silent = form.tense != Tense::Perfect
            && form.person == Person::Third
            && form.gender == Gender::Masculine
            && form.number == Number::Singular
            && head.cue.class != CueClass::Continuing;
        let opens =
            head.left == Left::Nothing && (head.group == start || self.is_break(head.group - 1));
        let told = head.complement.opening == Opening::Clause
            || head.cue.frames.has(Frames::DOUBLE) && head.complement.opening == Opening::Object;
        let disagrees = match &head.left {
            Left::Topic(noun) => {
                let shape = self.word(noun.start).shape;
                shape.feminine && !shape.people && self.named(noun.start) == Named::No
            }
            _ => head.group > start && self.is(head.group - 1, Particle::RELATIVE_FEMININE),
        };
        // Spelled like the accusative of a noun.
        let dual = nobody && form.number == Number::Dual && head.left == Left::Nothing;
        dual || nobody && silent && (opens && told || disagrees)
    }

    /// The subject cannot speak: "this shows that", "the offer is seen as".
    pub(super) fn is_mute(&self, head: &Head<'_>) -> bool {
        let subject = match (&head.complement.subject, &head.left) {
            (Some(subject), _) | (None, Left::Topic(subject)) => subject,
            _ => return false,
        };
        let first = subject.start;
        let pointing = self.is(first, Particle::DEMONSTRATIVE) && subject.len() == 1;
        let silent = self.is_abstract(first) && !self.is(first, Particle::DOCUMENT);
        let opening = head.complement.opening;
        let weak = matches!(opening, Opening::Object | Opening::Preposition);
        let double =
            head.cue.frames.has(Frames::DOUBLE) && head.verbal.form.tense == Tense::Imperfect;
        pointing || silent && (weak || double)
    }

    /// A cue that takes no object but is written with one: the words told are
    /// elsewhere.
    pub(super) fn is_pronoun_with_object(&self, head: &Head<'_>) -> bool {
        let takes = Frames::DOUBLE
            .with(Frames::BI)
            .with(Frames::ALA)
            .with(Frames::ILA);
        head.verbal.split.pronoun.is_some()
            && head.cue.addressee == Addressee::None
            && !head.cue.frames.has(takes)
    }

    /// After a definite noun an indefinite participle tells of the subject.
    pub(super) fn is_definite(&self, at: usize) -> bool {
        let word = self.word(at);
        word.split.article
            || matches!(self.named(at), Named::Actor | Named::Person)
            || word.is(Particle::ADVERB.or(Particle::TIME))
    }

    /// Nothing binds the word to the one before it.
    pub(super) fn opens_clause(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        let first = self
            .words
            .reading
            .tokens
            .get(at)
            .is_none_or(|token| token.first_of_line);
        first
            || self.is_break(before)
            || self.kind(before) == Some(TokenKind::Quote)
            || self.kind(before) == Some(TokenKind::Close)
            || self
                .word(at)
                .verbs
                .iter()
                .all(|verbal| verbal.split.conjunction.is_some())
    }
}
