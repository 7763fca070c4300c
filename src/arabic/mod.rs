//! The language: folding with an offset map, tokens, clitics, sentences,
//! quotation marks, numerals, dates.
//!
//! Nothing here knows of files, lexicon entries or stances. Every function is
//! total: any string whatever is tokenised, split and folded.

mod clitics;
mod dates;
mod fold;
mod numerals;
mod quotes;
mod sentences;
mod span;
mod tokens;

pub use clitics::{Conjunction, Particle, Pronoun, Spelling, Split, Splits};
pub use dates::{CalendarDate, dates};
pub use fold::{Folded, fold};
pub use numerals::{Lead, Month, NumberWord, NumberWords, Numeral, numeral};
pub use quotes::{Quotation, quotations};
pub use sentences::{Sentence, sentences};
pub use span::Span;
pub use tokens::{Token, TokenKind, Tokens};

/// A text as the language sees it: tokens, quotations, sentences.
#[derive(Clone, Debug, Default)]
pub struct Reading<'t> {
    pub text: &'t str,
    pub tokens: Tokens,
    pub quotations: Vec<Quotation>,
    pub sentences: Vec<Sentence>,
}

impl<'t> Reading<'t> {
    pub fn of(text: &'t str) -> Self {
        let tokens = Tokens::of(text);
        let quotations = quotations(text, &tokens);
        let sentences = sentences(&tokens, &quotations);
        Self {
            text,
            tokens,
            quotations,
            sentences,
        }
    }

    /// The folded form of a token; empty where there is none.
    pub fn form(&self, token: usize) -> &str {
        self.tokens
            .get(token)
            .map_or("", |token| self.tokens.form(token))
    }

    /// Bytes of the text from the first of these tokens to the last.
    pub fn span(&self, tokens: std::ops::Range<usize>) -> Span {
        match (
            self.tokens.get(tokens.start),
            self.tokens.get(tokens.end.wrapping_sub(1)),
        ) {
            (Some(first), Some(last)) if !tokens.is_empty() => first.span.cover(last.span),
            _ => Span::default(),
        }
    }
}
