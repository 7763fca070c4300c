//! Brackets, dashes and quotation marks inside a noun phrase.

use super::{Named, Reader, Step, TokenKind};

impl Reader<'_, '_> {
    /// A name in quotation marks.
    pub(super) fn quotation(&self, at: usize) -> Step {
        let scene = self.scene;
        // "استغرب النائب فلان «الضجة»": no person is called so.
        let person = self.closed
            && (scene.is_unknown(self.last)
                || scene.words.given(self.last).is_some()
                || scene.named(self.last) == Named::Person);
        let close = scene.opened(at).and_then(|quotation| quotation.close);
        match close.filter(|_| !person && scene.is_name_quotation(at)) {
            Some(close) => Step::Take(close + 1),
            None => Step::Stop,
        }
    }

    pub(super) fn bracket(&self, at: usize) -> Step {
        let close = (at + 1..self.limit.min(at + 10))
            .find(|&close| self.scene.kind(close) == Some(TokenKind::Close));
        close.map_or(Step::Stop, |close| Step::Take(close + 1))
    }

    /// A hyphen inside a name, or a pair of dashes round an aside.
    pub(super) fn dash(&self, at: usize) -> Step {
        let scene = self.scene;
        let spaced = |at: usize| scene.words.reading.tokens.get(at).is_some_and(|t| t.spaced);
        if !(spaced(at) && spaced(at + 1)) && scene.is_nominal(at + 1) {
            return Step::Take(at + 1);
        }
        let close = (at + 1..self.limit.min(at + 12))
            .find(|&close| scene.kind(close) == Some(TokenKind::Dash) || scene.is_break(close));
        match close {
            Some(close) if scene.kind(close) == Some(TokenKind::Dash) => Step::Take(close + 1),
            _ => Step::Stop,
        }
    }
}
