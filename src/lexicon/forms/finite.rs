//! The forms of a verb that head a clause: perfect, imperfect, jussive.

use super::generate::Speller;
use super::stems::attach;
use super::{Form, Gender, Number, Person, Tense, Voice};

/// Endings of the perfect: ending, person, gender, number, before a consonant.
type Ending = (&'static str, Person, Gender, Number, bool);

const PERFECT: &[Ending] = &[
    (
        "",
        Person::Third,
        Gender::Masculine,
        Number::Singular,
        false,
    ),
    (
        "at",
        Person::Third,
        Gender::Feminine,
        Number::Singular,
        false,
    ),
    ("A", Person::Third, Gender::Masculine, Number::Dual, false),
    ("atA", Person::Third, Gender::Feminine, Number::Dual, false),
    (
        "UX",
        Person::Third,
        Gender::Masculine,
        Number::Plural,
        false,
    ),
    ("na", Person::Third, Gender::Feminine, Number::Plural, true),
    (
        "tu",
        Person::First,
        Gender::Masculine,
        Number::Singular,
        true,
    ),
    (
        "tum",
        Person::Second,
        Gender::Masculine,
        Number::Plural,
        true,
    ),
    ("nA", Person::First, Gender::Masculine, Number::Plural, true),
];

/// Prefix, ending, person, gender, number of the imperfect.
pub(super) type Affixes = (char, &'static str, Person, Gender, Number);

pub(super) const IMPERFECT: &[Affixes] = &[
    ('y', "", Person::Third, Gender::Masculine, Number::Singular),
    ('t', "", Person::Third, Gender::Feminine, Number::Singular),
    ('ء', "", Person::First, Gender::Masculine, Number::Singular),
    ('n', "", Person::First, Gender::Masculine, Number::Plural),
    ('y', "An", Person::Third, Gender::Masculine, Number::Dual),
    ('t', "An", Person::Third, Gender::Feminine, Number::Dual),
    ('y', "Un", Person::Third, Gender::Masculine, Number::Plural),
    ('t', "Un", Person::Second, Gender::Masculine, Number::Plural),
];

/// The short persons of the jussive, from its own stem.
pub(super) const SHORT: &[Affixes] = &[
    ('y', "", Person::Third, Gender::Masculine, Number::Singular),
    ('t', "", Person::Third, Gender::Feminine, Number::Singular),
    ('ء', "", Person::First, Gender::Masculine, Number::Singular),
    ('n', "", Person::First, Gender::Masculine, Number::Plural),
];

/// The long persons of subjunctive and jussive, from the imperfect's stem.
pub(super) const LONG: &[Affixes] = &[
    ('y', "A", Person::Third, Gender::Masculine, Number::Dual),
    ('t', "A", Person::Third, Gender::Feminine, Number::Dual),
    ('y', "UX", Person::Third, Gender::Masculine, Number::Plural),
    ('t', "UX", Person::Second, Gender::Masculine, Number::Plural),
];

impl Speller<'_> {
    pub(super) fn perfect(&mut self, open: &str, closed: &str, voice: Voice) {
        let (open, closed) = (self.expand(open), self.expand(closed));
        for &(ending, person, gender, number, consonant) in PERFECT {
            let stem = if consonant { &closed } else { &open };
            if stem.is_empty() {
                continue;
            }
            let form = Form {
                verb: self.id,
                tense: Tense::Perfect,
                voice,
                person,
                gender,
                number,
                bound: false,
                accusative: false,
            };
            self.push(&attach(stem, ending), form);
        }
    }

    pub(super) fn imperfect(
        &mut self,
        stem: &str,
        affixes: &[Affixes],
        tense: Tense,
        voice: Voice,
    ) {
        let stem = self.expand(stem);
        if stem.is_empty() {
            return;
        }
        for &(prefix, ending, person, gender, number) in affixes {
            let mut word = vec![prefix];
            word.extend(&stem);
            if tense == Tense::Jussive && ending.is_empty() {
                // A final long vowel is cut short.
                if matches!(word.last(), Some('U' | 'I' | 'Y')) {
                    word.pop();
                }
            }
            let form = Form {
                verb: self.id,
                tense,
                voice,
                person,
                gender,
                number,
                bound: false,
                accusative: false,
            };
            self.push(&attach(&word, ending), form);
        }
    }
}
