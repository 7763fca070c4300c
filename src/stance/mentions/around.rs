//! What stands around a name: line ends, marks, the dateline, clitics written on
//! its first word.

use std::ops::Range;

use super::hits::{Hit, Hits};
use crate::arabic::{Particle as Prefix, Quotation, Span, TokenKind};
use crate::stance::dateline;
use crate::stance::words::Words;

/// Whether a token stands right after the one before: same line, no mark.
pub(super) fn adjoins(words: &Words<'_>, token: usize) -> bool {
    token > 0
        && words
            .reading
            .tokens
            .get(token)
            .is_some_and(|token| !token.first_of_line)
}

/// The bytes of tokens without a conjunction or preposition written on the
/// first, and whether that leaves the words whole: ل and the article are one
/// letter and stay together.
pub(super) fn bare_span(words: &Words<'_>, hits: &Hits, tokens: Range<usize>) -> (Span, bool) {
    let whole = words.reading.span(tokens.clone());
    let Some(token) = words.reading.tokens.get(tokens.start) else {
        return (whole, true);
    };
    let split = hits.starting(tokens.start).map(|hit| hit.split);
    let Some(split) = split.or_else(|| words.get(tokens.start).map(|word| word.split)) else {
        return (whole, true);
    };
    let merged = split.article && split.particle == Some(Prefix::Li);
    let letters =
        usize::from(split.conjunction.is_some()) + usize::from(split.particle.is_some() && !merged);
    let folded = words.reading.tokens.folded();
    let form = token.folded.of(folded.as_str());
    let Some((at, _)) = form.char_indices().nth(letters).filter(|_| letters > 0) else {
        return (whole, !merged);
    };
    let rest = folded.original(Span::new(token.folded.start + at, token.folded.end));
    (Span::new(rest.start, whole.end), !merged)
}

/// The quotation that a mark opens.
pub(super) fn quotation_at<'w>(words: &'w Words<'_>, mark: usize) -> Option<&'w Quotation> {
    let quotations = &words.reading.quotations;
    let place = quotations
        .binary_search_by_key(&mark, |quotation| quotation.open)
        .ok()?;
    quotations.get(place)
}

/// Between marks that set off a name: quotation marks, brackets, a hash.
pub(super) fn marked(words: &Words<'_>, hit: &Hit) -> bool {
    let before = hit.start.checked_sub(1).and_then(|token| words.kind(token));
    let after = words.kind(hit.end);
    matches!(before, Some(TokenKind::Quote | TokenKind::Open))
        && matches!(after, Some(TokenKind::Quote | TokenKind::Close))
}

/// "الرياض – واس": in the dateline of its line.
pub(super) fn in_dateline(words: &Words<'_>, hit: &Hit) -> bool {
    let first = |token: &usize| {
        words
            .reading
            .tokens
            .get(*token)
            .is_some_and(|token| token.first_of_line)
    };
    let line = (hit.start.saturating_sub(dateline::LONGEST)..=hit.start)
        .rev()
        .find(first);
    line.is_some_and(|line| dateline::end(words, line) >= hit.end)
}
