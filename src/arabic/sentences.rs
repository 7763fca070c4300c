//! Sentences: where one ends.
//!
//! A full stop, question mark, exclamation mark or ellipsis ends a sentence,
//! and so does the end of a paragraph; commas of either kind never do. Stops
//! inside numbers and initials are not tokens of their own; stops after
//! one-letter titles ("د."), before a bracket closes, and inside a quotation
//! that a mark closes later end nothing.

use std::ops::Range;

use super::quotes::Quotation;
use super::tokens::is_arabic;
use super::{Span, Token, TokenKind, Tokens};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub tokens: Range<usize>,
    /// From the first token to the last.
    pub span: Span,
    /// Counted from 0 in the whole text: lines that hold a token.
    pub paragraph: usize,
}

/// The sentences of a text. They tile its tokens.
pub fn sentences(tokens: &Tokens, quotations: &[Quotation]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut outer = quotations
        .iter()
        .filter(|q| q.depth == 0)
        .filter_map(|q| q.close.map(|close| q.open..close))
        .peekable();
    let mut start = 0;
    let mut paragraph = 0;
    for at in 0..tokens.len() {
        while outer.next_if(|quotation| quotation.end < at).is_some() {}
        let next = tokens.get(at + 1);
        let line_ends = next.is_none_or(|next| next.first_of_line);
        let ends = line_ends
            || match outer.peek() {
                Some(quotation) if at == quotation.end => ends_with_quotation(tokens, at),
                Some(quotation) if quotation.contains(&at) => false,
                _ => ends_at_stop(tokens, at),
            };
        if ends {
            if let (Some(first), Some(last)) = (tokens.get(start), tokens.get(at)) {
                found.push(Sentence {
                    tokens: start..at + 1,
                    span: first.span.cover(last.span),
                    paragraph,
                });
            }
            start = at + 1;
        }
        paragraph += usize::from(line_ends);
    }
    found
}

fn ends_at_stop(tokens: &Tokens, at: usize) -> bool {
    let Some(stop) = tokens.get(at).filter(|t| t.kind == TokenKind::Stop) else {
        return false;
    };
    let Some(next) = tokens.get(at + 1) else {
        return true;
    };
    match next.kind {
        // "…؟!" ends once; "(!)" and a stop before the closing mark not here.
        TokenKind::Stop | TokenKind::Close | TokenKind::Comma => return false,
        // A web address or a Latin abbreviation.
        TokenKind::Word if !next.spaced && !begins_arabic(tokens, next) => return false,
        TokenKind::Number if !next.spaced => return false,
        _ => {}
    }
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let is_dot = tokens.form(stop) == ".";
    !(is_dot && !stop.spaced && before.is_some_and(|before| is_title(tokens, at, before)))
}

/// "د.", "م.", "ص." and the number of a list at the start of a line, but not
/// the "م" of a year.
fn is_title(tokens: &Tokens, at: usize, before: &Token) -> bool {
    match before.kind {
        TokenKind::Number => before.first_of_line,
        TokenKind::Word => {
            let one_letter = tokens.form(before).chars().nth(1).is_none();
            let after_number = at
                .checked_sub(2)
                .and_then(|at| tokens.get(at))
                .is_some_and(|t| t.kind == TokenKind::Number);
            one_letter && (before.first_of_line || !after_number)
        }
        _ => false,
    }
}

/// Whether the sentence ends with the closing mark at `at`: the words inside
/// ended with a stop, and what follows does not lean back on them.
fn ends_with_quotation(tokens: &Tokens, at: usize) -> bool {
    let stop = at.checked_sub(1).and_then(|at| tokens.get(at));
    let Some(stop) = stop.filter(|t| t.kind == TokenKind::Stop) else {
        return false;
    };
    let Some(next) = tokens.get(at + 1) else {
        return true;
    };
    match next.kind {
        TokenKind::Comma | TokenKind::Stop | TokenKind::Dash | TokenKind::Close => false,
        // After a question the teller may follow ("…؟» سأل الوزير"), unless a
        // conjunction starts anew.
        _ if tokens.form(stop) == "." => true,
        _ => tokens.form(next).starts_with(['و', 'ف']),
    }
}

fn begins_arabic(tokens: &Tokens, token: &Token) -> bool {
    tokens.form(token).chars().next().is_some_and(is_arabic)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::arabic::quotations;

    fn split(text: &str) -> Vec<&str> {
        let tokens = Tokens::of(text);
        let quotations = quotations(text, &tokens);
        sentences(&tokens, &quotations)
            .into_iter()
            .map(|s| s.span.of(text))
            .collect()
    }

    #[test]
    fn stops_end_and_commas_do_not() {
        assert_eq!(
            split("وصل الوفد، ثم غادر؛ ولم يصرح. هل يعود؟ ربما! لا أحد يعلم… انتهى"),
            [
                "وصل الوفد، ثم غادر؛ ولم يصرح.",
                "هل يعود؟",
                "ربما!",
                "لا أحد يعلم…",
                "انتهى"
            ]
        );
    }

    #[test]
    fn numbers_titles_and_initials_end_nothing() {
        for text in [
            "ارتفع بنسبة 2.5 بالمئة.",
            "قال د. سامي العلي إنه سيحضر.",
            "نقلت (أ.ف.ب) عن م. خالد قوله.",
            "زار موقع example.com أمس.",
            "1. البند الأول",
        ] {
            assert_eq!(split(text), [text]);
        }
        assert_eq!(split("عام 2018 م. وبعده").len(), 2);
    }

    #[test]
    fn a_quotation_that_goes_on_holds_its_sentences() {
        let text = "وقال: «لن ننسحب. سنبقى هنا». وغادر.";
        assert_eq!(split(text), ["وقال: «لن ننسحب. سنبقى هنا».", "وغادر."]);
        let text = "وقال \"لن ننسحب. سنبقى.\" وغادر.";
        assert_eq!(split(text), ["وقال \"لن ننسحب. سنبقى.\"", "وغادر."]);
        assert_eq!(
            split("\"هل ننسحب؟\" سأل الوزير."),
            ["\"هل ننسحب؟\" سأل الوزير."]
        );
    }

    #[test]
    fn an_unclosed_quotation_does_not_swallow_the_paragraph() {
        assert_eq!(
            split("قال: «نعم. ثم غادر.\nوعاد."),
            ["قال: «نعم.", "ثم غادر.", "وعاد."]
        );
    }

    #[test]
    fn paragraphs_are_counted_and_end_sentences() {
        let text = "عنوان بلا نقطة\n\nفقرة أولى. تتمة\nفقرة ثانية";
        let tokens = Tokens::of(text);
        let found: Vec<usize> = sentences(&tokens, &[])
            .iter()
            .map(|s| s.paragraph)
            .collect();
        assert_eq!(found, [0, 1, 1, 2]);
    }

    proptest! {
        #[test]
        fn sentences_tile_the_tokens(text in "(?s)[ا-ي .؟!…«»\"()0-9\n]{0,80}") {
            let tokens = Tokens::of(&text);
            let quotations = quotations(&text, &tokens);
            let mut at = 0;
            for sentence in sentences(&tokens, &quotations) {
                prop_assert_eq!(sentence.tokens.start, at);
                prop_assert!(sentence.tokens.end > at);
                prop_assert!(text.get(sentence.span.range()).is_some());
                at = sentence.tokens.end;
            }
            prop_assert_eq!(at, tokens.len());
        }
    }
}
