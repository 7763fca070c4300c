//! Quantities in one word: "شهرين", and "عام ونصف".

use super::{Candidate, Scan};
use crate::arabic::{NumberWord, NumberWords, Particle as Prefix, Splits};
use crate::lexicon::{Number, UnitClass};

impl Scan<'_, '_> {
    /// "عام ونصف": a unit and a part of it.
    fn and_a_half(&self, at: usize) -> Option<Candidate> {
        let form = self.words.reading.form(at);
        let (class, number) = self.words.lexicon.units.of(form)?;
        let next = self.words.reading.form(at + 1);
        let splits = Splits::without_pronouns(next);
        let mut parts = splits.iter().filter(|split| {
            split.conjunction.is_some() && !split.article && split.particle.is_none()
        });
        let part = parts.find_map(|split| match self.words.lexicon.number(split.stem(next)) {
            Some(NumberWord::Fraction(part)) => Some(part),
            _ => None,
        })?;
        let tokens = at..at + 2;
        let time = class == UnitClass::Time;
        (number == Number::Singular && time).then(|| Candidate {
            unit: Some(
                self.words
                    .reading
                    .span(at..at + 1)
                    .of(self.words.reading.text)
                    .to_owned(),
            ),
            tokens,
            value: Some(1.0 + part),
            least: 1.0 + part,
            noun: form.to_owned(),
            weight: self.place(at) - 2,
        })
    }

    /// "شهرين", "صاروخين": two of a unit.
    pub(super) fn dual(&self, at: usize) -> Option<Candidate> {
        if !self.words.is_word(at) {
            return None;
        }
        let form = self.words.reading.form(at);
        let splits = Splits::without_pronouns(form);
        if let Some(half) = self.and_a_half(at) {
            return Some(half);
        }
        let two = splits
            .iter()
            .filter(|split| !split.article && split.particle != Some(Prefix::Sa))
            .find_map(|split| {
                self.words
                    .lexicon
                    .units
                    .of(split.stem(form))
                    .filter(|(_, number)| *number == Number::Dual)
                    .map(|(class, _)| (class, split))
            })?;
        // Two months are news where the article opens with them.
        let name = self.words.given(at).is_some();
        if name || two.0 == UnitClass::Times || two.0 == UnitClass::Time && self.place(at) < 2 {
            return None;
        }
        let stem = two.1.stem(form);
        // The construct state ("طفلي") is more often a pronoun, but before a
        // bare noun: "ناقلتي نفط".
        let genitive = self.words.get(at + 1).is_some_and(|next| {
            stem.ends_with("تي")
                && next.split.is_whole()
                && !next.is_function()
                && next.finite().next().is_none()
                && self.words.is_word(at + 1)
        });
        if !stem.ends_with('ن') && !genitive {
            return None;
        }
        let mut end = at + 1 + usize::from(genitive);
        if self
            .words
            .get(end)
            .is_some_and(|next| next.shape.relation && next.shape.people && !next.is_function())
        {
            end += 1;
        }
        let weight = self.place(at) - if two.0 == UnitClass::Time { 4 } else { 1 };
        Some(Candidate {
            tokens: at..end,
            value: Some(2.0),
            least: 2.0,
            unit: Some(
                self.words
                    .reading
                    .span(at..end)
                    .of(self.words.reading.text)
                    .to_owned(),
            ),
            noun: stem.to_owned(),
            weight,
        })
    }
}
