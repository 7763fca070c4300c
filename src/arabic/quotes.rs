//! Quotations: what stands between which marks.
//!
//! Marks pair within a paragraph. Paired marks (« », “ ”) nest; straight ones
//! open and close by turns, helped by where the white space is. A quotation
//! that no mark closes ends with its paragraph; where the next paragraph opens
//! with a mark again, it is the same quotation going on (the printers' custom
//! for long speeches), and [`Quotation::goes_on`] says so. An apostrophe inside
//! a word is no mark: the tokens have seen to that.

use std::ops::Range;

use super::{Span, Token, TokenKind, Tokens};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Index of the opening mark.
    pub open: usize,
    /// Index of the closing mark; none where it is left out.
    pub close: Option<usize>,
    /// The tokens between the marks.
    pub inside: Range<usize>,
    /// Marks open around it, 0 for an outermost quotation.
    pub depth: usize,
    /// Unclosed, and taken up again by the next paragraph.
    pub goes_on: bool,
}

impl Quotation {
    /// Bytes of the words between the marks.
    pub fn span(&self, tokens: &Tokens) -> Span {
        match (
            tokens.get(self.inside.start),
            tokens.get(self.inside.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if !self.inside.is_empty() => first.span.cover(last.span),
            _ => tokens
                .get(self.open)
                .map_or(Span::default(), |t| Span::new(t.span.end, t.span.end)),
        }
    }

    pub fn holds(&self, token: usize) -> bool {
        self.inside.contains(&token)
    }
}

/// All quotations of a text, by their opening marks.
pub fn quotations(text: &str, tokens: &Tokens) -> Vec<Quotation> {
    let mut found: Vec<Quotation> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut straight_left = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.first_of_line {
            end_paragraph(&mut found, &mut open, tokens, at);
            straight_left = straight_marks(text, tokens, at);
        }
        if token.kind != TokenKind::Quote {
            continue;
        }
        let mark = Mark::of(text, token);
        let partner = open.iter().rposition(|&quotation| {
            found
                .get(quotation)
                .is_some_and(|q| mark.closes(text, tokens, q))
        });
        // A straight mark that stands like an opening one, with just one more
        // to come, opens anew: the quotation before it was never closed.
        straight_left -= usize::from(token.span.of(text) == "\"" && straight_left > 0);
        let leans_forward = token.spaced && tokens.get(at + 1).is_some_and(|next| !next.spaced);
        let opens = mark.side == Side::Either && leans_forward && straight_left % 2 == 1;
        match (mark.side, partner) {
            (Side::Close | Side::Either, Some(partner)) if !opens => {
                close(&mut found, &mut open, partner, at);
            }
            (Side::Open | Side::Either, _) => {
                open.push(found.len());
                found.push(Quotation {
                    open: at,
                    close: None,
                    inside: at + 1..at + 1,
                    depth: open.len() - 1,
                    goes_on: false,
                });
            }
            (Side::Close, _) => {}
        }
    }
    end_paragraph(&mut found, &mut open, tokens, tokens.len());
    found
}

fn close(found: &mut [Quotation], open: &mut Vec<usize>, partner: usize, at: usize) {
    // Quotations opened inside and never closed end here too.
    for quotation in open.drain(partner..).rev() {
        if let Some(quotation) = found.get_mut(quotation) {
            quotation.inside.end = at;
            quotation.close = Some(at);
        }
    }
}

fn end_paragraph(found: &mut [Quotation], open: &mut Vec<usize>, tokens: &Tokens, at: usize) {
    let taken_up = tokens
        .get(at)
        .is_some_and(|next| next.kind == TokenKind::Quote);
    for quotation in open.drain(..) {
        if let Some(quotation) = found.get_mut(quotation) {
            quotation.inside.end = at;
            quotation.goes_on = taken_up;
        }
    }
}

/// How many straight double marks the paragraph that starts at `at` has.
fn straight_marks(text: &str, tokens: &Tokens, at: usize) -> usize {
    let line = tokens.iter().skip(at + 1).take_while(|t| !t.first_of_line);
    tokens
        .get(at)
        .into_iter()
        .chain(line)
        .filter(|token| token.kind == TokenKind::Quote && token.span.of(text) == "\"")
        .count()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Open,
    Close,
    Either,
}

struct Mark {
    family: u8,
    side: Side,
}

impl Mark {
    fn of(text: &str, token: &Token) -> Self {
        let (family, side) = match token.span.of(text).chars().next() {
            Some('«') => (0, Side::Open),
            Some('»') => (0, Side::Close),
            Some('“' | '„' | '‟') => (1, Side::Open),
            Some('”') => (1, Side::Close),
            Some('‹') => (2, Side::Open),
            Some('›') => (2, Side::Close),
            Some('‘' | '‚') => (3, Side::Open),
            Some('’') => (3, Side::Close),
            Some('\'') => (3, Side::Either),
            _ => (1, Side::Either),
        };
        Self { family, side }
    }

    /// Straight and curly double marks are mixed in one quotation by careless
    /// typing, so they are one family.
    fn closes(&self, text: &str, tokens: &Tokens, quotation: &Quotation) -> bool {
        self.side != Side::Open
            && tokens
                .get(quotation.open)
                .is_some_and(|open| Self::of(text, open).family == self.family)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn inside(text: &str) -> Vec<&str> {
        let tokens = Tokens::of(text);
        quotations(text, &tokens)
            .iter()
            .map(|q| q.span(&tokens).of(text))
            .collect()
    }

    #[test]
    fn every_kind_of_mark_pairs() {
        assert_eq!(
            inside("قال «لن ننسحب» ثم “نعم” و\"كلا\" و'ربما'."),
            ["لن ننسحب", "نعم", "كلا", "ربما"]
        );
    }

    #[test]
    fn marks_nest() {
        assert_eq!(
            inside("قال: «سمعت الوزير يقول \"لا تراجع\" مرتين»."),
            ["سمعت الوزير يقول \"لا تراجع\" مرتين", "لا تراجع"]
        );
    }

    #[test]
    fn an_unclosed_quotation_ends_with_its_paragraph() {
        let text = "وقال: \"لن نوقع.\nوغادر القاعة.";
        let tokens = Tokens::of(text);
        let found = quotations(text, &tokens);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].span(&tokens).of(text), found[0].close),
            ("لن نوقع.", None)
        );
        assert!(!found[0].goes_on);
    }

    #[test]
    fn a_speech_over_two_paragraphs_is_seen_to_go_on() {
        let text = "وقال: «هذا أول الكلام.\n«وهذا آخره».";
        let tokens = Tokens::of(text);
        let found = quotations(text, &tokens);
        assert_eq!(
            found.iter().map(|q| q.goes_on).collect::<Vec<_>>(),
            [true, false]
        );
    }

    #[test]
    fn straight_marks_close_even_with_stray_spaces() {
        assert_eq!(
            inside("إن \" الضغط القصوى \" نجح و\"هذا\" كثير"),
            ["الضغط القصوى", "هذا"]
        );
    }

    #[test]
    fn an_apostrophe_in_a_latin_word_is_no_mark() {
        assert!(inside("صحيفة People's Daily").is_empty());
    }

    proptest! {
        #[test]
        fn quotations_lie_inside_the_text(text in "(?s)[ا-ي «»“”\"'‘’.،\n]{0,80}") {
            let tokens = Tokens::of(&text);
            for quotation in quotations(&text, &tokens) {
                prop_assert!(quotation.open < quotation.inside.start);
                prop_assert!(quotation.inside.start <= quotation.inside.end);
                prop_assert!(quotation.inside.end <= tokens.len());
                let span = quotation.span(&tokens);
                prop_assert!(text.get(span.range()).is_some());
            }
        }
    }
}
