//! The issue: what a position, and the whole article, is about, as a short
//! phrase of the text.

use std::ops::Range;

use super::Issue;
use super::outline::Outline;
use super::positions::{Ground, content};
use super::rank::Ranked;
use crate::arabic::{Particle as Prefix, Span, TokenKind};
use crate::lexicon::{MarkerKind, Particle, Places};

/// No issue on a card is longer than this, in words.
const LONGEST: usize = 16;

/// A stretch of tokens as the issue of a card line.
pub(super) fn issue(ground: &Ground<'_>, tokens: &Range<usize>) -> Option<Issue> {
    let tokens = shown(ground, tokens);
    let span = cut(ground, &tokens);
    let text = span.of(ground.words.reading.text);
    (!text.is_empty()).then(|| Issue {
        text: text.to_owned(),
        span,
    })
}

/// As much of a stretch as a card shows: a phrase without the clause that
/// trails behind it ("مقترحا قدمته فرنسا").
pub(super) fn shown(ground: &Ground<'_>, tokens: &Range<usize>) -> Range<usize> {
    let end = tokens.end.min(tokens.start + LONGEST);
    let clause = ground.senses.finite(tokens.start).is_some();
    let mut behind = tokens.start + 1..end;
    let trails = behind.find(|&at| {
        let mark = matches!(
            ground.kind(at),
            Some(TokenKind::Comma | TokenKind::Dash | TokenKind::Open | TokenKind::Colon)
        );
        let led = ground.is(
            at - 1,
            Particle::COMPLEMENTIZER.or(Particle::COMPLEMENTIZER_NOT),
        ) || ground.has_marker(at - 1, MarkerKind::Negation);
        let own = ground.is(at, Particle::RELATIVE) || (ground.senses.finite(at).is_some() && !led);
        let enough = content(ground, &(tokens.start..at)).len() >= 2;
        (mark || (own && !clause)) && enough
    });
    closed(ground, tokens.start..trails.unwrap_or(end))
}

/// The bytes of a stretch without a preposition written on its first word.
pub(super) fn cut(ground: &Ground<'_>, tokens: &Range<usize>) -> Span {
    let mut span = ground.span(tokens.clone());
    let text = ground.words.reading.text;
    let split = ground.words.get(tokens.start).map(|word| word.split);
    if let Some(split) = split
        && (split.particle == Some(Prefix::Bi)
            || (split.particle == Some(Prefix::Li) && !split.article))
        && split.conjunction.is_none()
        && !split
            .stem(ground.words.reading.form(tokens.start))
            .is_empty()
    {
        let first = span.of(text).chars().next().map_or(0, char::len_utf8);
        let next = span.start + first;
        // A vowel mark belongs to the letter before it.
        let mark = Span::new(next, span.end)
            .of(text)
            .chars()
            .next()
            .is_some_and(|c| matches!(c, '\u{64B}'..='\u{65F}' | '\u{640}'));
        if !mark {
            span.start = next;
        }
    }
    span
}

/// A stretch that was cut short ends before an open quotation or function word.
fn closed(ground: &Ground<'_>, tokens: Range<usize>) -> Range<usize> {
    let mut end = tokens.end;
    while end > tokens.start + 1 {
        let last = end - 1;
        let loose = match ground.kind(last) {
            Some(TokenKind::Word) => {
                ground.is(last, Particle::FUNCTION)
                    && ground
                        .words
                        .get(last)
                        .is_some_and(|word| word.split.pronoun.is_none())
            }
            Some(TokenKind::Quote) => {
                let marks = (tokens.start..end)
                    .filter(|&at| ground.kind(at) == Some(TokenKind::Quote))
                    .count();
                marks % 2 == 1
            }
            Some(TokenKind::Number) => false,
            _ => true,
        };
        if !loose {
            break;
        }
        end = last;
    }
    tokens.start..end
}

/// What the article is mainly about: the principal position's matter in its
/// best wording, or the headline's where that only points at it ("المشاركة").
pub(super) fn main(
    ground: &Ground<'_>,
    outline: &Outline,
    principal: Option<&Ranked>,
) -> Option<Range<usize>> {
    let told = principal.map(|one| &one.merged.evidence);
    let own = told
        .into_iter()
        .flatten()
        .filter_map(|candidate| candidate.issue.clone())
        .filter(|issue| !issue.is_empty())
        .rev()
        .max_by_key(|issue| readable(ground, outline, issue));
    if let Some(own) = &own
        && (content(ground, own).len() >= 2 || ground.actor_at(own.start).is_some())
        && !ground.has_marker(own.start, MarkerKind::Pointer)
    {
        return Some(own.clone());
    }
    headline_matter(ground, outline).or(own)
}

/// How well a stretch reads as the heading of a card: a short noun phrase that
/// stands by itself, from the article's top.
fn readable(ground: &Ground<'_>, outline: &Outline, issue: &Range<usize>) -> i32 {
    let shown = shown(ground, issue);
    let words = content(ground, &shown).len();
    let noun =
        ground.senses.finite(shown.start).is_none() && !ground.is(shown.start, Particle::NEGATION);
    let masdar = ground
        .words
        .get(shown.start)
        .is_some_and(super::words::Word::is_masdar);
    let pronoun = shown.clone().any(|at| {
        let word = ground.words.get(at);
        word.is_some_and(|word| word.split.pronoun.is_some())
    });
    let points = ground.has_marker(shown.start, MarkerKind::Pointer);
    4 * i32::from(words >= 2)
        + 3 * i32::from(noun)
        + 2 * i32::from(!points)
        + 2 * i32::from(outline.title.contains(&shown.start))
        + i32::from(outline.lede.contains(&shown.start))
        + i32::from(masdar)
        + i32::from(!pronoun)
        + i32::from(shown.len() <= 9)
}

/// "… موقفها من إرسال قوات إلى غزة": behind a preposition in the headline, from
/// a verbal noun on.
fn headline_matter(ground: &Ground<'_>, outline: &Outline) -> Option<Range<usize>> {
    let places = Places::MIN.with(Places::ABOUT).with(Places::ALA);
    let found = outline.title.clone().find(|&at| {
        let place = ground
            .words
            .lexicon
            .prepositions
            .place(ground.words.stem(at));
        place != Places::default()
            && places.has(place)
            && ground
                .words
                .get(at + 1)
                .is_some_and(super::words::Word::is_masdar)
    })?;
    let start = found + 1;
    let end = ground.argument_end(start, outline.title.end);
    (end > start + 1).then_some(start..end)
}
