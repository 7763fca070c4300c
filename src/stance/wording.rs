//! How words of the article go into a sentence of ours.
//!
//! A quoted stretch keeps the case, the preposition and the person it had. In
//! the summary it stands behind a noun, so a noun phrase gives up what binds it
//! to its old place ("للمشاركة" becomes "المشاركة", "عرضا جديدا" becomes "عرض
//! جديد"), and what cannot be bent (a clause, the speaker's "we") is quoted.

use std::ops::Range;

use super::issue;
use super::positions::Ground;
use super::summary::words;
use super::words::Word;
use crate::arabic::{Particle as Prefix, Pronoun, Span, fold};
use crate::lexicon::{MarkerKind, MarkerScope, Particle, Person, Tense};

/// How a stretch can stand behind a noun of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Build {
    Noun,
    /// A verb that can stand behind أن.
    Imperfect,
    /// A verb of what has come about, or not.
    Perfect,
    /// Only within quotation marks.
    Quoted,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub text: String,
    pub build: Build,
}

/// A stretch of the article for use in a sentence.
pub(super) fn phrase(ground: &Ground<'_>, tokens: &Range<usize>) -> Phrase {
    let build = build(ground, tokens);
    let text = if build == Build::Noun {
        freed(ground, tokens)
    } else {
        let span = issue::cut(ground, tokens);
        span.of(ground.words.reading.text).to_owned()
    };
    Phrase { text, build }
}

fn build(ground: &Ground<'_>, tokens: &Range<usize>) -> Build {
    if tokens.clone().any(|at| is_speaker(ground, at)) {
        return Build::Quoted;
    }
    let first = tokens.start;
    let negated = ground.has_marker(first, MarkerKind::Negation);
    let verb = if negated { first + 1 } else { first };
    let masdar = ground.words.get(verb).is_some_and(Word::is_masdar);
    if masdar && !negated && !leads_clause(ground, first) {
        return Build::Noun;
    }
    match ground.senses.finite(verb).map(|verbal| verbal.form.tense) {
        Some(Tense::Imperfect) if !negated => Build::Imperfect,
        Some(Tense::Perfect) if !negated => Build::Perfect,
        // "لم يرفعوا" may stand behind إذا, "لن يرفعوا" behind nothing.
        Some(_) if negated && weak(ground, first) => Build::Perfect,
        Some(_) => Build::Quoted,
        None if negated && !noun_of_absence(ground, first) => Build::Quoted,
        None => Build::Noun,
    }
}

/// Whether what stands before a token wants a verb: "إذا رفع", and not "بشرط رفع".
fn leads_clause(ground: &Ground<'_>, at: usize) -> bool {
    let before = ground.senses.markers(&(at.saturating_sub(4)..at));
    before
        .iter()
        .any(|marker| marker.tokens.end == at && marker.clause)
}

fn weak(ground: &Ground<'_>, at: usize) -> bool {
    let marker = ground.senses.marker_of(at, MarkerKind::Negation);
    marker.is_some_and(|marker| marker.scope == MarkerScope::Weak)
}

/// "عدم المشاركة", "غياب": a negation that is a noun itself.
fn noun_of_absence(ground: &Ground<'_>, at: usize) -> bool {
    !ground.is(at, Particle::NEGATION)
}

/// Whether a word is of the one who speaks: "سلاحنا", "نريد".
fn is_speaker(ground: &Ground<'_>, at: usize) -> bool {
    let pronoun = ground.words.get(at).and_then(|word| word.split.pronoun);
    let own = matches!(pronoun, Some(Pronoun::We | Pronoun::Me));
    let known = ground.words.get(at).is_some_and(|word| word.shape.known);
    let verb = ground.senses.finite(at).is_some_and(|verbal| {
        verbal.form.person == Person::First && verbal.form.tense != Tense::Perfect
    });
    ground.words.is_word(at) && ((own && known) || verb)
}

/// The words of a noun phrase as they stand in the nominative.
fn freed(ground: &Ground<'_>, tokens: &Range<usize>) -> String {
    let text = ground.words.reading.text;
    let span = issue::cut(ground, tokens);
    let mut out = String::with_capacity(span.len());
    let mut done = span.start;
    let mut bound = true;
    for at in tokens.clone() {
        let own = ground.span(at..at + 1);
        let own = Span::new(own.start.max(span.start), own.end);
        let word = own.of(text);
        let new = if at == tokens.start && melted(ground, at) {
            without_li(word)
        } else if bound && is_accusative(ground, at, word, at == tokens.start) {
            without_tanwin(word)
        } else {
            bound = false;
            continue;
        };
        out.push_str(Span::new(done, own.start).of(text));
        out.push_str(&new);
        done = own.end;
    }
    out.push_str(Span::new(done, span.end.max(done)).of(text));
    out
}

/// ل that has melted into the article: "للمشاركة".
fn melted(ground: &Ground<'_>, at: usize) -> bool {
    ground.words.get(at).is_some_and(|word| {
        word.split.particle == Some(Prefix::Li)
            && word.split.article
            && word.split.conjunction.is_none()
    })
}

/// "للمشاركة" → "المشاركة", "للجنة" → "اللجنة": before a ل of the noun's own
/// the article leaves only one of three.
fn without_li(word: &str) -> String {
    let rest: String = word.chars().skip(1).collect();
    let folded = fold(&rest);
    let mut own = words("own-lam").split_whitespace();
    if own.any(|stem| folded.starts_with(&fold(stem))) {
        format!("ال{rest}")
    } else {
        format!("ا{rest}")
    }
}

fn is_accusative(ground: &Ground<'_>, at: usize, word: &str, first: bool) -> bool {
    let Some(known) = ground.words.get(at) else {
        return false;
    };
    let marked = word.ends_with("\u{64B}ا") || word.ends_with("ا\u{64B}");
    let masdar = known.verbs.iter().any(|verbal| verbal.form.accusative);
    let adverb = known.is(Particle::ADVERB.or(Particle::TIME));
    let name = ground.actor_at(at).is_some();
    !adverb && !name && known.shape.accusative && (marked || masdar || !first)
}

fn without_tanwin(word: &str) -> String {
    let bare = word.trim_end_matches('\u{64B}');
    let bare = bare.strip_suffix('ا').unwrap_or(bare);
    bare.trim_end_matches('\u{64B}').to_owned()
}
