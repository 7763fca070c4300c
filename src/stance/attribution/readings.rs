//! Whether a word reports where it stands: which of its readings fits the words
//! around, and what is no report though it looks like one (the impersonal, the
//! passive, what is only expected to be said, subjects that cannot speak).

use std::ops::Range;

use super::complement::Opening;
use super::heads::{Form, Head};
use super::scene::{Named, Scene};
use super::subject::Left;
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{
    Addressee, CueClass, Frames, Gender, Number, Particle, Person, Tense, Verb, Voice,
};
use crate::stance::words::Verbal;

impl Scene<'_> {
    /// The spelling is first of all that of a verb which reports nothing.
    pub(super) fn is_foremost_other(
        &self,
        at: usize,
        verbal: &Verbal,
        subject: Option<&Range<usize>>,
    ) -> bool {
        let lexicon = self.words.lexicon;
        // "توقع الصندوق نمو" is no "she signs".
        let man = subject.is_some_and(|subject| {
            let head = self.word(subject.start);
            let office = matches!(self.named(subject.start), Named::Role | Named::Institution);
            let body = self.named(subject.start) == Named::Actor
                && self.name_end(subject.start) > subject.start + 1;
            !head.shape.feminine && (office || body || head.shape.people)
        });
        verbal.form.tense.is_finite()
            && self.word(at).finite().any(|other| {
                other.form.verb != verbal.form.verb
                    && !(man && other.form.gender == Gender::Feminine)
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
    /// "we pay the price of": what follows a verb in the imperfect is its object,
    /// and no verb in the perfect.
    fn is_object_place(&self, before: usize) -> bool {
        let word = self.word(before);
        let mut readings = word.verbs.iter();
        self.named(before) == Named::No
            && !word.is_function()
            && !word.verbs.is_empty()
            && readings.all(|verbal| verbal.form.tense == Tense::Imperfect)
    }

    pub(super) fn reads(&self, at: usize, verbal: &Verbal, form: Form, start: usize) -> bool {
        let word = self.word(at);
        let before = at.checked_sub(1).filter(|&before| before >= start);
        let after_preposition = before.is_some_and(|before| {
            self.named(before) == Named::No
                && self.is(before, Particle::PREPOSITION)
                && self.word(before).split.pronoun.is_none()
        });
        let whoever = before.is_some_and(|before| self.is(before, Particle::RELATIVE_BARE))
            && self.is_verb_alone(at);
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
                    && verbal.split.particle != Some(Prefix::Sa)
                    && !self.may_happen(at, start)
                    && !self.is_own_letter(at, verbal)
                    && !self.is_subjunctive(at, verbal, start)
                    && (!after_preposition || whoever)
                    && (!self.is_vocalised_passive(at, verbal)
                        || self.is(at + 1, Particle::FRAME_ABOUT))
                    && !matches!(self.named(at), Named::Role | Named::Press)
                    && !self.is_noun_here(at, verbal, before, noun_too)
                    && !(noun_too
                        && verbal.form.number == Number::Dual
                        && verbal.split.conjunction.is_none())
                    && !(verbal.form.tense == Tense::Perfect
                        && verbal.split.conjunction.is_none()
                        && before.is_some_and(|before| self.is_object_place(before)))
                    && !(verbal.form.tense == Tense::Perfect
                        && before.is_some_and(|before| self.is(before, Particle::NEGATION)))
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
            Form::Masdar => !verbal.split.article || after_preposition || self.is_by_saying(at),
            Form::Saying | Form::Noun => true,
        }
    }

    /// A word that may be verb or verbal noun, at the head of the sentence before
    /// somebody who acts.
    pub(super) fn opens_as_verb(&self, at: usize, start: usize) -> bool {
        let acts = at + 1;
        at == start
            && self.is_abstract(at)
            && !self.word(at).split.article
            && self
                .word(at)
                .finite()
                .any(|verbal| verbal.form.person == Person::Third)
            && (self.is_someone(acts)
                || self.is_unknown(acts)
                || self.word(acts).verbs.iter().any(|verbal| {
                    verbal.form.tense == Tense::ActiveParticiple && verbal.split.article
                }))
    }

    /// No noun is spelled like it.
    fn is_verb_alone(&self, at: usize) -> bool {
        self.named(at) == Named::No && self.word(at).is_surely_verb()
    }

    /// The reading takes off a letter that the lexicon knows to be the word's.
    pub(super) fn is_own_letter(&self, at: usize, verbal: &Verbal) -> bool {
        let word = self.word(at);
        word.is(Particle::OWN_LETTER) && word.split.is_whole() && !verbal.split.is_whole()
    }

    /// "expected to call for": what may be said is not said.
    pub(super) fn is_subjunctive(&self, at: usize, verbal: &Verbal, start: usize) -> bool {
        let told = Particle::BEFORE_EVENT;
        at > start
            && verbal.form.tense == Tense::Imperfect
            && !(at > start + 1 && self.is(at - 2, told))
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
        let told_of =
            self.is(at - 1, Particle::COMPLEMENTIZER) && self.word(at - 1).split.pronoun.is_some();
        // "عندما زعم أن", "بعدما أكد أن".
        let when =
            self.is(at - 1, Particle::PREPOSITION_ADVERBIAL) && self.form(at - 1).ends_with("ما");
        told_of
            || when
            || self.is(at - 1, before)
            || !self.is_short(at) && !matches!(self.left_of(at, start), Left::Nothing)
            || self.starts_with_adverbial(at, start)
    }

    /// "دفع فريقه ثمن الخطأ": a short word is a noun sooner, unless somebody by name
    /// stands right before.
    fn is_short(&self, at: usize) -> bool {
        let short = self.form(at).chars().count() == 3 && self.word(at).split.is_whole();
        let noun = self.is(at, Particle::ABSTRACT.or(Particle::COMMON));
        short && noun && at > 0 && !self.is_someone(at - 1) && !self.goes_on_name(at - 1)
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
                        && (self.is_someone(at + 1)
                            || self.is_unknown(at + 1)
                            || self.word(at + 1).shape.people
                            || !matches!(self.left_of(at, 0), Left::Nothing))
                })
    }

    /// "It is believed that": an imperfect in the third person without anyone
    /// who believes.
    pub(super) fn is_impersonal(&self, head: &Head<'_>, start: usize, speaks: bool) -> bool {
        let form = head.verbal.form;
        let nobody = head.complement.subject.is_none() && head.verbal.split.pronoun.is_none();
        let active = self
            .words
            .lexicon
            .verbs
            .verb(form.verb)
            .is_some_and(Verb::tells_voice);
        let silent = form.tense != Tense::Perfect
            && !active
            && !head.negated
            && form.person == Person::Third
            && form.gender == Gender::Masculine
            && form.number == Number::Singular
            && head.cue.class != CueClass::Continuing;
        let opens =
            head.left == Left::Nothing && (head.group == start || self.is_break(head.group - 1));
        // "The researcher sees …, and expects …": whoever spoke goes on.
        let goes_on = speaks && head.group > start && self.word(head.group).conjoined();
        let told = !goes_on && head.complement.opening == Opening::Clause
            || head.cue.frames.has(Frames::DOUBLE) && head.complement.opening == Opening::Object;
        let disagrees = match &head.left {
            Left::Topic(noun) => {
                let shape = self.word(noun.start).shape;
                shape.feminine && !shape.people && self.named(noun.start) == Named::No
            }
            _ => head.group > start && self.is(head.group - 1, Particle::RELATIVE_FEMININE),
        };
        // Spelled like the accusative of a noun.
        let dual = form.number == Number::Dual
            && head.left == Left::Nothing
            && !self.is_pair_telling(head);
        dual || nobody && silent && (opens && told || disagrees)
    }

    /// "وأوضحا أن", "وأكدا أهمية": two who spoke before go on.
    fn is_pair_telling(&self, head: &Head<'_>) -> bool {
        let told = match head.complement.opening {
            Opening::Clause | Opening::Quotation | Opening::Colon => true,
            Opening::Object => self.is_abstract(head.complement.content),
            _ => false,
        };
        told && head.conjoined()
            && head.verbal.form.tense == Tense::Perfect
            && head.complement.content <= head.token + 2
    }

    /// The subject cannot speak: "this shows that", "the offer is seen as".
    pub(super) fn is_mute(&self, head: &Head<'_>) -> bool {
        let subject = match (&head.complement.subject, &head.left) {
            (Some(subject), _) | (None, Left::Topic(subject)) => Some(subject),
            _ => None,
        };
        let lays_down = head.cue.class == CueClass::Neutral
            && !head.cue.frames.has(Frames::QUOTATION)
            && head.verbal.form.tense == Tense::Imperfect
            && head.complement.opening == Opening::Preposition;
        // What a law or task lays down, nobody says.
        if lays_down && !subject.is_some_and(|subject| self.is_someone(subject.start)) {
            return true;
        }
        // "Which was seen as": nobody is named who sees.
        if let Left::Antecedent(noun) = &head.left
            && subject.is_none()
            && head.cue.frames.has(Frames::DOUBLE)
            && head.complement.opening == Opening::Object
            && head.verbal.split.pronoun.is_none()
            && !self.is_someone(noun.start)
        {
            return true;
        }
        let Some(subject) = subject else {
            return false;
        };
        let first = subject.start;
        let pointing = self.is(first, Particle::DEMONSTRATIVE) && subject.len() == 1;
        let silent =
            self.is_abstract(first) && !self.is(first, Particle::DOCUMENT.or(Particle::OCCASION));
        let opening = head.complement.opening;
        let weak = matches!(opening, Opening::Object | Opening::Preposition);
        let double =
            head.cue.frames.has(Frames::DOUBLE) && head.verbal.form.tense == Tense::Imperfect;
        // What shows or proves something is seldom said by an event.
        let shows = head.cue.class == CueClass::Neutral
            && !head.cue.frames.has(Frames::QUOTATION)
            && !head.cue.frames.has(Frames::WITHIN.with(Frames::RELAY));
        pointing || silent && (weak || double || shows)
    }

    /// A cue that takes no object but is written with one: the words told are
    /// elsewhere.
    pub(super) fn is_pronoun_with_object(&self, head: &Head<'_>) -> bool {
        let takes = Frames::DOUBLE.with(Frames::BI).with(Frames::ILA);
        // "انتقده لتحالفه": whom, and for what.
        let blames = head.cue.class == CueClass::Evaluative
            && head.complement.opening == Opening::Preposition;
        head.verbal.split.pronoun.is_some()
            && head.cue.addressee == Addressee::None
            && !blames
            && !head.cue.frames.has(takes)
    }

    /// The verb follows "what": it names a thing as its subject would.
    pub(super) fn is_named_for(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        self.is(before, Particle::RELATIVE_BARE.or(Particle::FRAME_ABOUT))
            || self.word(at).split.pronoun.is_some()
    }

    /// "That he": the content opens with the verb, whose subject is a pronoun on
    /// the complementizer.
    pub(super) fn opens_with_pronoun(&self, at: usize, content: usize) -> bool {
        let (group, _) = self.verb_group(at, at.saturating_sub(4));
        group <= content
            && group.checked_sub(1).is_some_and(|that| {
                self.is(that, Particle::COMPLEMENTIZER) && self.word(that).split.pronoun.is_some()
            })
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
