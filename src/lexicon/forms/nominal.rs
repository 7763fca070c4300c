//! The nouns of a verb: participles and verbal nouns.

use super::generate::Speller;
use super::stems::attach;
use super::{Form, Gender, Number, Person, Tense, Voice};

/// Ending, gender, number, accusative, bound.
type Case = (&'static str, Gender, Number, bool, bool);

const PARTICIPLE: &[Case] = &[
    ("", Gender::Masculine, Number::Singular, false, false),
    ("X", Gender::Masculine, Number::Singular, true, false),
    ("aT", Gender::Feminine, Number::Singular, false, false),
    ("An", Gender::Masculine, Number::Dual, false, false),
    ("atAn", Gender::Feminine, Number::Dual, false, false),
    ("atayn", Gender::Feminine, Number::Dual, false, false),
    ("Un", Gender::Masculine, Number::Plural, false, false),
    ("In", Gender::Masculine, Number::Plural, false, false),
    ("U", Gender::Masculine, Number::Plural, false, true),
    ("I", Gender::Masculine, Number::Plural, false, true),
    ("At", Gender::Feminine, Number::Plural, false, false),
];

impl Speller<'_> {
    pub(super) fn participle(&mut self, stem: &str, tense: Tense) {
        let stem = self.expand(stem);
        if stem.is_empty() {
            return;
        }
        let form = self.noun(tense, Gender::Masculine, Number::Singular);
        for &(ending, gender, number, accusative, bound) in PARTICIPLE {
            let form = Form {
                gender,
                number,
                bound,
                accusative,
                ..form
            };
            match (stem.split_last(), ending.strip_prefix('a')) {
                // The final long vowel takes in that of the ending: ملقاة.
                (Some(('Y', open)), Some(rest)) => {
                    let long = open.iter().copied().chain(['A']);
                    let word: Vec<char> = long.chain(rest.chars()).collect();
                    self.push(&word, form);
                }
                _ => self.push(&attach(&stem, ending), form),
            }
        }
        if let Some(('I', short)) = stem.split_last() {
            // The indefinite drops its long vowel: داع.
            self.push(short, form);
        }
    }

    pub(super) fn masdar(&mut self, stem: &[char]) {
        let form = self.noun(Tense::Masdar, Gender::Masculine, Number::Singular);
        let plural = self.noun(Tense::Masdar, Gender::Feminine, Number::Plural);
        let accusative = Form {
            accusative: true,
            ..form
        };
        let Some((&last, body)) = stem.split_last() else {
            return;
        };
        if last == 'T' {
            let gender = Gender::Feminine;
            self.push(stem, Form { gender, ..form });
            if let Some(('a', open)) = body.split_last() {
                self.push(&attach(open, "At"), plural);
            }
            return;
        }
        self.push(stem, form);
        if last == 'Y' {
            return;
        }
        if last == 'I' {
            // The indefinite drops its long vowel: تحد.
            self.push(body, form);
        }
        // No alif is written after alif and hamza: ادعاء.
        if !(matches!(last, 'ء' | '\'') && body.last() == Some(&'A')) {
            self.push(&attach(stem, "X"), accusative);
        }
        self.push(&attach(stem, "At"), plural);
    }

    /// A noun of the verb with nothing special to it.
    pub(super) fn noun(&self, tense: Tense, gender: Gender, number: Number) -> Form {
        Form {
            verb: self.id,
            tense,
            voice: Voice::Active,
            person: Person::Third,
            gender,
            number,
            bound: false,
            accusative: false,
        }
    }
}
