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
    let tokens = tokens.start..tokens.end.min(tokens.start + LONGEST);
    let tokens = closed(ground, tokens);
    let span = cut(ground, &tokens);
    let text = span.of(ground.words.reading.text);
    (!text.is_empty()).then(|| Issue {
        text: text.to_owned(),
        span,
    })
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

/// What the article is mainly about: the principal position's matter, or the
/// headline's where that only points at it ("المشاركة").
pub(super) fn main(
    ground: &Ground<'_>,
    outline: &Outline,
    principal: Option<&Ranked>,
) -> Option<Range<usize>> {
    let own = principal.and_then(|one| one.merged.lead.issue.clone());
    if let Some(own) = &own
        && (content(ground, own).len() >= 2 || ground.actor_at(own.start).is_some())
        && !ground.has_marker(own.start, MarkerKind::Pointer)
    {
        return Some(own.clone());
    }
    headline_matter(ground, outline).or(own)
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
