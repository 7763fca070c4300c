//! Participles that go on with what was told: "adding that", "calling for".

use super::complement::Walk;
use super::heads::{Form, Head};
use super::scene::Scene;
use super::subject::Left;
use crate::lexicon::{Cue, Gender, Number, Particle};
use crate::stance::words::Verbal;

impl<'a> Scene<'a> {
    pub(super) fn participle(
        &self,
        at: usize,
        verbal: &Verbal,
        cue: &'a Cue,
        start: usize,
        limit: usize,
    ) -> Option<Head<'a>> {
        // "مقترحات عملية" are proposals, not women who propose.
        if verbal.form.gender == Gender::Feminine && verbal.form.number == Number::Plural {
            return None;
        }
        let complement = Walk::new(self, cue, false, true, limit).run(at + 1)?;
        let before = at.checked_sub(1);
        let apart = self.opens_clause(at) || before.is_some_and(|before| self.is_definite(before));
        // Without the alif of the accusative a participle may be a plain
        // adjective: only a pause before it makes it a continuation.
        let plain =
            verbal.form.gender == Gender::Masculine && verbal.form.number == Number::Singular;
        let stands = verbal.form.accusative || apart && !plain;
        let predicate = before
            .is_some_and(|before| self.is(before, Particle::COPULA.or(Particle::PREPOSITION)))
            || before.is_some_and(|before| self.is_verb(before))
            || !verbal.form.accusative
                && before.is_some_and(|before| !self.is_break(before))
                && matches!(self.left_of(at, start), Left::Topic(topic) if topic.end == at);
        let head = Head {
            token: at,
            group: at,
            verbal: *verbal,
            cue,
            form: Form::Participle,
            negated: false,
            left: Left::Nothing,
            complement,
            relay: None,
        };
        (stands && !predicate && !self.is_anonymity(&head)).then_some(head)
    }
}
