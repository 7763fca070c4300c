//! Fixed phrases that carry a stance, where their words stand.

use super::{Hit, bare, goes_on, spelled_inside};
use crate::arabic::Particle as Prefix;
use crate::lexicon::Places;
use crate::stance::words::Words;

/// The phrase that begins at a token; `second` tells whether the word after may
/// be the second of any.
pub(super) fn phrase_at(words: &Words<'_>, at: usize, second: bool) -> Option<Hit> {
    if !words.is_word(at) {
        return None;
    }
    let first = bare(words, at);
    let phrases = words.lexicon.predicates.phrases(first).iter();
    let phrases = phrases.chain(match words.reading.form(at) {
        whole if whole != first => words.lexicon.predicates.phrases(whole).iter(),
        _ => [].iter(),
    });
    let after = spelled_inside(words, at + 1);
    // "لا جدوى منها" is a phrase of its own beside "لا جدوى من".
    let spelled_out = |phrase: &[String]| {
        let forms = phrase.iter().zip(at..);
        forms
            .skip(1)
            .all(|(word, at)| word == words.reading.form(at))
    };
    let mut loose = None;
    for (phrase, id) in phrases {
        let rest = phrase.get(1..).unwrap_or_default();
        if !(rest.is_empty() || second && goes_on(words, at + 1, after, rest)) {
            continue;
        }
        let end = at + phrase.len();
        let places = words.lexicon.predicates.get(*id).map(|p| p.places);
        let next = words.get(end).and_then(|word| word.split.particle);
        // A phrase that asks for an attached ل must be followed by it.
        if phrase.len() == 1 && places == Some(Places::LI) && next != Some(Prefix::Li) {
            continue;
        }
        let hit = Hit {
            tokens: at..end,
            predicates: vec![*id],
            split: words.get(at).map(|word| word.split).unwrap_or_default(),
            tense: None,
            accusative: false,
        };
        if spelled_out(phrase) {
            return Some(hit);
        }
        loose = loose.or(Some(hit));
    }
    loose
}
