//! Verbs of telling that tell nothing where they stand: turns of phrase, clauses
//! on an unnamed source, nouns spelled like them, what may yet happen.

use super::complement::Opening;
use super::heads::Head;
use super::scene::Scene;
use super::subject::Left;
use crate::arabic::TokenKind;
use crate::lexicon::{Cue, CueClass, Frames, Particle, Tense};
use crate::stance::words::Verbal;

impl Scene<'_> {
    /// Turns of phrase in which a verb of telling tells nothing: "what is
    /// called", "what exceeds", "worth 60 million", a byline.
    pub(super) fn is_idiom(&self, head: &Head<'_>, start: usize) -> bool {
        let (at, next) = (head.token, head.token + 1);
        let pronoun = head.verbal.split.pronoun.is_some();
        let worth = pronoun && self.kind(next) == Some(TokenKind::Number);
        let exceeds = head.cue.class == CueClass::Continuing
            && self.is(next, Particle::FRAME_ALA.or(Particle::FRAME_ABOUT));
        let bare = head.left == Left::Bare && head.complement.subject.is_none() && !pronoun;
        let called = bare
            && head.cue.frames.has(Frames::DOUBLE)
            && head.verbal.form.tense == Tense::Imperfect
            && head.complement.opening != Opening::Clause;
        // "A committee called", "as it sees fit": a clause on a noun.
        let clings = head.complement.subject.is_none()
            && head.cue.frames.has(Frames::DOUBLE)
            && head.verbal.form.tense == Tense::Imperfect
            && head.complement.opening == Opening::Object
            && self.opened(head.complement.content).is_none();
        let attributive = clings
            && !pronoun
            && head.left == Left::Nothing
            && head.group > start
            && self.is_nominal(head.group - 1);
        let sees_fit = clings && pronoun && matches!(head.left, Left::Bare | Left::Antecedent(_));
        // "The relations are considered": what stands first is judged, and
        // judges nothing.
        let judged = clings
            && !pronoun
            && matches!(&head.left, Left::Topic(topic) if !self.is_someone(topic.start)
                && !self.is_unknown(topic.start)
                && !self.word(topic.start).shape.people
                && !self.is(topic.start, Particle::PRONOUN.or(Particle::DOCUMENT)));
        let called = called || attributive || sees_fit || judged;
        let reached = head.left == Left::Bare
            && head.complement.opening == Opening::Clause
            && (self.is(next, Particle::FRAMES) && self.word(next).split.pronoun.is_some()
                // "ما تردد عن أن": nobody is named.
                || bare && self.is(next, Particle::FRAME_ABOUT));
        let byline = at == start
            && head.complement.opening == Opening::Colon
            && head.complement.content == at + 2
            && head.verbal.split.conjunction.is_none();
        // "ذكر أحدهم، ويدعى فلان، أن": how somebody is called.
        let token = self.words.reading.tokens.get(at);
        let maqsura = token.is_some_and(|token| {
            let text = token.span.of(self.words.reading.text);
            text.ends_with('ى') && head.verbal.form.tense == Tense::Imperfect
        });
        let called_so = maqsura
            && at > start
            && self.is_comma(at - 1)
            && head.verbal.split.conjunction.is_some()
            && head
                .complement
                .subject
                .as_ref()
                .is_some_and(|name| name.start == next && self.is_comma(name.end));
        // "Of which the paper saw a copy."
        let copy = self.is(head.complement.content, Particle::COPY);
        worth || exceeds || called || reached || byline || called_so || copy
    }

    /// "وتعده «غير كاف»": with a pronoun a verb of judging is meant sooner than its
    /// homograph.
    pub(super) fn is_judged_instead(&self, at: usize, verbal: &Verbal, cue: &Cue) -> bool {
        let lexicon = self.words.lexicon;
        verbal.split.pronoun.is_some()
            && !cue.frames.has(Frames::DOUBLE)
            && self.word(at).verbs.iter().any(|other| {
                // "وعده «محاولة»": and held it to be, sooner than promised him.
                let held = other.split.pronoun.is_some()
                    && other.split.conjunction.is_some()
                    && self.kind(at + 1) == Some(TokenKind::Quote);
                (other.split == verbal.split || held)
                    && other.form.tense == verbal.form.tense
                    && other.form.voice == verbal.form.voice
                    && lexicon
                        .cues
                        .verb(lexicon.verbs.lemma(other.form.verb))
                        .is_some_and(|other| other.frames.has(Frames::DOUBLE))
            })
    }

    /// "The most prominent …": the perfect of the fourth measure is spelled like
    /// an elative; before a bare noun it is one.
    pub(super) fn is_elative(&self, head: &Head<'_>, start: usize) -> bool {
        let form = head.verbal.form;
        head.complement.opening == Opening::Object
            && head.complement.subject.is_none()
            && form.tense == Tense::Perfect
            && head.verbal.split.is_whole()
            && self.stem(head.token).starts_with('ا')
            && self.stem(head.token).chars().count() == 4
            && !self.verb_position(head.token, start)
    }

    /// "a source who refused to have his identity told": the clause begins here.
    pub(super) fn hides_identity(&self, at: usize) -> bool {
        let word = self.word(at);
        let perfect = word.split.is_whole()
            && word
                .finite()
                .any(|verbal| verbal.form.tense == Tense::Perfect);
        perfect && (at + 1..at + 5).any(|later| self.is(later, Particle::IDENTITY))
    }

    /// Past the clause that hides who a source is, and its pause.
    pub(super) fn past_identity(&self, at: usize, limit: usize) -> usize {
        if !self.hides_identity(at) {
            return at;
        }
        (at..limit.min(at + 12))
            .find(|&end| self.is_comma(end) || self.is(end, Particle::COMPLEMENTIZER))
            .unwrap_or(at)
    }

    /// "Who asked that his name be withheld": a clause on the source.
    pub(super) fn is_anonymity(&self, head: &Head<'_>) -> bool {
        let content = head.complement.content;
        matches!(
            head.complement.opening,
            Opening::Object | Opening::Preposition
        ) && (head.token + 1..content + 6)
            .take_while(|&at| !self.is_break(at))
            .any(|at| self.is(at, Particle::IDENTITY))
    }

    /// The word before makes it a noun: a verb whose object it is ("pay the
    /// price"), a verbal noun in the construct state ("resuming the transfer").
    pub(super) fn is_noun_here(
        &self,
        at: usize,
        verbal: &Verbal,
        before: Option<usize>,
        noun_too: bool,
    ) -> bool {
        let perfect = verbal.form.tense == Tense::Perfect && verbal.split.is_whole();
        let auxiliary = Particle::COPULA.or(Particle::VERBAL).or(Particle::NEGATION);
        before.is_some_and(|before| {
            let word = self.word(before);
            let object = self.is_verb(before)
                && !word.is(auxiliary)
                && word.finite().next().is_some_and(|other| {
                    // "دفع ثمن حمولة".
                    let noun = noun_too && other.form.tense == Tense::Perfect;
                    (noun || other.form.tense != Tense::Perfect)
                        && other.form.verb != verbal.form.verb
                });
            let construct = noun_too
                && self.is_abstract(before)
                && word.is_masdar()
                && !word.split.article
                && word.split.pronoun.is_none()
                && !self.opens_clause(at);
            perfect && (object || construct)
        })
    }

    /// "If they ask": nobody asked yet.
    pub(super) fn may_happen(&self, at: usize, start: usize) -> bool {
        let before = at.checked_sub(1).filter(|&before| before >= start);
        before.is_some_and(|before| {
            self.is(before, Particle::IF)
                || self.is(before, Particle::RELATIVE_BARE)
                    && before > start
                    && self.is(before - 1, Particle::IF)
        })
    }
}
