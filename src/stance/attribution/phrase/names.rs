//! Names inside a noun phrase: of people behind their title, and what a body is for.

use super::{Named, Particle, Prefix, Reader};
use crate::lexicon::NamePart;

impl Reader<'_, '_> {
    /// A name follows a title, or another title.
    pub(super) fn is_called(&self, at: usize) -> bool {
        let scene = self.scene;
        scene.is_unknown(at)
            || scene.words.given(at).is_some()
            || matches!(scene.named(at), Named::Person | Named::Role)
            || !scene.is_word(at)
    }

    /// "دول كالمجر", "أحزاب مثل الوفد": where the first one named of a kind begins.
    pub(super) fn example_end(&self, at: usize) -> Option<usize> {
        let scene = self.scene;
        let apart = scene.is(at, Particle::EXAMPLE) && scene.is(at, Particle::PREPOSITION);
        let name = at + usize::from(apart);
        let named = matches!(scene.named(name), Named::Actor | Named::Person);
        ((apart || scene.has(at, Prefix::Ka)) && named).then_some(name)
    }

    /// "مركز البحوث للدراسات الاستراتيجية": what a body is for belongs to its name.
    pub(super) fn is_purpose(&self, at: usize) -> bool {
        let scene = self.scene;
        let word = scene.word(at);
        let body = (self.start..at).any(|token| {
            matches!(
                scene.named(token),
                Named::Institution | Named::Actor | Named::Outlet
            )
        });
        let plural = scene.form(at).ends_with("ات");
        self.closed
            && body
            && word.has(Prefix::Li)
            && word.split.article
            && !word.shape.people
            && !word.is(Particle::TIME.or(Particle::PERIOD))
            && scene.named(at) == Named::No
            && (word.is_masdar() || plural || scene.is_unknown(at))
            && scene.word(at + 1).split.article
    }

    /// "وكيل الوزارة نبيل عبد الحفيظ": a first name after an office, though it is an
    /// adjective too, and what "عبد" opens.
    pub(super) fn goes_with_given_name(&self, at: usize) -> bool {
        let scene = self.scene;
        let part = |at: usize| scene.words.given(at);
        let role = || (self.start..at).any(|at| scene.named(at) == Named::Role);
        let word = scene.word(at);
        let first = self.closed
            && word.split.is_whole()
            && part(at) == Some(NamePart::Given)
            && (part(at + 1).is_some() || scene.is_unknown(at + 1))
            && role();
        let opened = part(at) == Some(NamePart::Inner) && part(self.last).is_some();
        let closes = part(self.last) == Some(NamePart::Inner);
        first || opened || closes
    }

    /// After a definite role a person's known name may follow.
    pub(super) fn is_person_title(&self) -> bool {
        // "أبلغ المبعوث ستيف ويتكوف نتنياهو": a whole name stands there already.
        let whole = self.scene.is_unknown(self.last)
            && self.last > self.start
            && self.scene.words.given(self.last - 1).is_some();
        !whole
            && (self.start..self.last + 1).any(|at| self.scene.named(at) == Named::Role)
            && !matches!(self.scene.named(self.last), Named::Actor if self.closed)
    }
}
