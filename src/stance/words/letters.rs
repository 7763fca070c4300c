//! What the first and the last letter of a token tell that folding hides.

use super::{Verbal, Word};
use crate::lexicon::{Gender, Number, Particle, Tense};

/// What the last letter of a token tells that folding hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Ending {
    /// No pronoun: "a tweet", and not "his".
    TaMarbuta,
    /// A ha in a text that tells it from ta marbuta: "his stand".
    Ha,
    /// A dotted ya in a text that tells it from alef maqsura.
    Ya,
    Other,
}

impl Ending {
    /// `maqsura` and `marbuta`: whether the text has those letters at all.
    pub(super) fn of(word: &str, maqsura: bool, marbuta: bool) -> Self {
        match word.chars().next_back() {
            Some('ة') => Self::TaMarbuta,
            Some('ه') if marbuta => Self::Ha,
            Some('ي') if maqsura => Self::Ya,
            _ => Self::Other,
        }
    }

    /// Whether a reading takes a ha for ta marbuta: "موقفه" is no woman.
    pub(super) fn denies(self, verbal: &Verbal) -> bool {
        let participle = matches!(
            verbal.form.tense,
            Tense::ActiveParticiple | Tense::PassiveParticiple
        );
        self == Self::Ha
            && participle
            && verbal.split.pronoun.is_none()
            && verbal.form.gender == Gender::Feminine
            && verbal.form.number == Number::Singular
    }
}

/// What the alif a token begins with tells that folding hides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Alif {
    /// آ: "Anne", and not "that".
    Madda,
    /// أ: "Alina", and neither "to us" nor a word with an article.
    HamzaAbove,
    /// إ: "imam", and not "in front of".
    HamzaBelow,
    Other,
}

impl Alif {
    pub(super) fn of(word: &str) -> Self {
        match word.chars().next() {
            Some('آ') => Self::Madda,
            Some('أ') => Self::HamzaAbove,
            Some('إ') => Self::HamzaBelow,
            _ => Self::Other,
        }
    }

    /// Whether a word that begins with it is none of those that the folded
    /// spelling was read as.
    pub(super) fn denies(self, form: &str, word: &Word) -> bool {
        let split = &word.split;
        match self {
            Self::Madda => word.uses.is(Particle::COMPLEMENTIZER),
            Self::HamzaAbove => {
                form.starts_with("ال")
                    && (split.article || word.uses.is(Particle::PREPOSITION.or(Particle::FRAMES)))
            }
            Self::HamzaBelow => word.uses.is(Particle::HAMZA_ABOVE),
            Self::Other => false,
        }
    }
}
