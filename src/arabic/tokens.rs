//! Tokens: words, numbers, punctuation, quotation marks.
//!
//! Tokens come in order, never overlap, and with the gaps between them (white
//! space, marks of layout, the low line of hashtags) rebuild the text. A token
//! knows its bytes of the original and its folded form; what it means is
//! decided elsewhere.

use super::{Folded, Span};

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters of any script; Latin words may hold digits and apostrophes.
    Word,
    /// Single letters with full stops between them: a news agency's initials.
    Initials,
    /// Digits, with separators between digits and a per cent sign after.
    Number,
    /// `.`, `…` or a run of full stops, `؟`, `?`, `!`.
    Stop,
    /// `،`, `,` or `؛`, `;`.
    Comma,
    Colon,
    Quote,
    /// `(`, `[`, `{`.
    Open,
    /// `)`, `]`, `}`.
    Close,
    /// A hyphen or dash.
    Dash,
    /// Anything else that is not white space: one character.
    Symbol,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    /// White space stands before it, or it is the first.
    pub spaced: bool,
    /// A line end stands before it, or it is the first.
    pub first_of_line: bool,
    /// Bytes of the original.
    pub span: Span,
    /// Bytes of the folded text.
    pub folded: Span,
}

/// All tokens of a text, with the folded text they were read from.
#[derive(Clone, Debug, Default)]
pub struct Tokens {
    folded: Folded,
    list: Vec<Token>,
}

impl Tokens {
    pub fn of(original: &str) -> Self {
        let folded = Folded::of(original);
        let mut list = Vec::with_capacity(original.len() / 9);
        let mut cursor = Cursor::new(folded.as_str());
        let mut walk = folded.walk();
        while let Some(read) = cursor.next_token() {
            list.push(Token {
                kind: read.kind,
                spaced: read.spaced,
                first_of_line: read.first_of_line,
                span: walk.original(read.folded),
                folded: read.folded,
            });
        }
        Self { folded, list }
    }

    pub fn folded(&self) -> &Folded {
        &self.folded
    }

    /// The folded form of a token of this list.
    pub fn form(&self, token: &Token) -> &str {
        token.folded.of(self.folded.as_str())
    }
}

impl std::ops::Deref for Tokens {
    type Target = [Token];

    fn deref(&self) -> &[Token] {
        &self.list
    }
}

struct Read {
    kind: TokenKind,
    spaced: bool,
    first_of_line: bool,
    folded: Span,
}

/// Reads folded text from left to right, once.
struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn next_token(&mut self) -> Option<Read> {
        let first = self.at == 0;
        let (spaced, broken) = self.skip_gap();
        let rest = self.rest();
        let c = rest.chars().next()?;
        let (kind, len) = read(rest, c);
        let start = self.at;
        self.at += len;
        Some(Read {
            kind,
            spaced: spaced || first,
            first_of_line: broken || first,
            folded: Span::new(start, self.at),
        })
    }

    /// Whether there was white space, and whether a line end.
    fn skip_gap(&mut self) -> (bool, bool) {
        let (mut spaced, mut broken) = (false, false);
        for c in self.rest().chars() {
            match c {
                '\n' | '\r' | '\u{2028}' | '\u{2029}' => broken = true,
                '_' | ' ' => {}
                _ if is_common(c) => break,
                _ if c.is_whitespace() || c.is_control() => {}
                _ => break,
            }
            spaced |= c != '_';
            self.at += c.len_utf8();
        }
        (spaced, broken)
    }
}

/// The kind of the token at the head of `rest` and its length in bytes.
fn read(rest: &str, c: char) -> (TokenKind, usize) {
    let one = c.len_utf8();
    let kind = match c {
        _ if is_common(c) => return word(rest, c),
        '.' | '…' => {
            let run = rest.chars().take_while(|c| matches!(c, '.' | '…'));
            return (TokenKind::Stop, run.map(char::len_utf8).sum());
        }
        '؟' | '?' | '!' | '۔' => TokenKind::Stop,
        '،' | ',' | '؛' | ';' => TokenKind::Comma,
        ':' => TokenKind::Colon,
        '«' | '»' | '“' | '”' | '„' | '‟' | '"' | '‹' | '›' | '‘' | '’' | '‚' | '\'' => {
            TokenKind::Quote
        }
        '(' | '[' | '{' => TokenKind::Open,
        ')' | ']' | '}' => TokenKind::Close,
        '-' | '‐'..='―' | '−' => TokenKind::Dash,
        _ if c.is_ascii_digit() => return (TokenKind::Number, number(rest)),
        _ if is_letter(c) => return word(rest, c),
        _ => TokenKind::Symbol,
    };
    (kind, one)
}

/// Digits, separators that stand between two digits, a per cent sign.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while digit(end) || (matches!(bytes.get(end), Some(b'.' | b',')) && digit(end + 1)) {
        end += 1;
    }
    end + usize::from(bytes.get(end) == Some(&b'%'))
}

fn word(rest: &str, first: char) -> (TokenKind, usize) {
    // Two letters side by side are no initials.
    let plain = common(rest);
    if plain <= first.len_utf8()
        && let Some(len) = initials(rest)
    {
        return (TokenKind::Initials, len);
    }
    // Digits part from Arabic letters but belong to Latin ones: "G20".
    let arabic = is_arabic(first);
    let mut end = plain;
    let mut chars = rest.get(plain..).unwrap_or_default().chars().peekable();
    while let Some(c) = chars.next() {
        let goes_on = match c {
            ' ' => false,
            _ if c.is_ascii_digit() => !arabic,
            '\'' | '’' => !arabic && chars.peek().is_some_and(|c| c.is_ascii_alphabetic()),
            _ => is_letter(c) && is_arabic(c) == arabic || is_combining(c),
        };
        if !goes_on {
            break;
        }
        end += c.len_utf8();
    }
    (TokenKind::Word, end.max(first.len_utf8()))
}

/// The bytes of the common letters of Arabic at the head of `rest`.
fn common(rest: &str) -> usize {
    let letters = rest.as_bytes().chunks_exact(2);
    let known = |pair: &&[u8]| matches!(pair, [0xD8, 0xA1..=0xBA] | [0xD9, 0x81..=0x8A]);
    2 * letters.take_while(known).count()
}

/// "ا.ف.ب" and "U.N.": single letters with a full stop after each but the
/// last, which may have one where a further letter came before.
fn initials(rest: &str) -> Option<usize> {
    let mut chars = rest.char_indices().peekable();
    let mut end = None;
    let mut letters = 0;
    while let Some((at, letter)) = chars.next() {
        if !(is_common(letter) || letter.is_alphabetic()) {
            break;
        }
        let stop = chars.next();
        if stop.is_some_and(|(_, c)| is_letter(c) || is_combining(c)) {
            break;
        }
        letters += 1;
        end = Some(at + letter.len_utf8());
        if stop.is_none_or(|(_, c)| c != '.') {
            break;
        }
    }
    end.filter(|_| letters > 1)
}

pub(super) const fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// Whether all of a word is Arabic; nearly every word is of common letters.
pub(super) fn all_arabic(word: &str) -> bool {
    let rest = word.get(common(word)..).unwrap_or_default();
    rest.chars().all(is_arabic)
}

/// A letter or digit of any script.
fn is_letter(c: char) -> bool {
    is_common(c) || c.is_alphanumeric()
}

/// The letters of Arabic, known without the tables of Unicode: nearly all that
/// is asked about.
const fn is_common(c: char) -> bool {
    matches!(c, 'ء'..='غ' | 'ف'..='ي')
}

fn is_combining(c: char) -> bool {
    !c.is_ascii() && !is_common(c) && unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<&str> {
        Tokens::of(text).iter().map(|t| t.span.of(text)).collect()
    }

    #[test]
    fn numbers_keep_their_separators() {
        assert_eq!(
            words("بلغت 12.5% أو 1,500 أو ١٢٫٥٪، في 2018."),
            [
                "بلغت",
                "12.5%",
                "أو",
                "1,500",
                "أو",
                "١٢٫٥٪",
                "،",
                "في",
                "2018",
                "."
            ]
        );
        assert_eq!(words("لحوالي 1250يمنيا"), ["لحوالي", "1250", "يمنيا"]);
    }

    #[test]
    fn initials_are_one_token_and_a_word_with_a_stop_is_not() {
        assert_eq!(words("(أ.ف.ب) قالت"), ["(", "أ.ف.ب", ")", "قالت"]);
        assert_eq!(words("قال د. سامي."), ["قال", "د", ".", "سامي", "."]);
        assert_eq!(words("عن أ.ف.ب."), ["عن", "أ.ف.ب", "."]);
    }

    #[test]
    fn hashtags_come_apart_into_their_words() {
        assert_eq!(
            words("أعلنت #وزارة_النقل أن"),
            ["أعلنت", "#", "وزارة", "النقل", "أن"]
        );
    }

    #[test]
    fn marks_and_latin_stay_with_their_words() {
        assert_eq!(
            words("قالَ \"نعم\" G20 it's."),
            ["قالَ", "\"", "نعم", "\"", "G20", "it's", "."]
        );
        assert_eq!(words("غزة.. المشاركة…"), ["غزة", "..", "المشاركة", "…"]);
    }

    proptest! {
        #[test]
        fn tokens_and_gaps_rebuild_the_text(text in "(?s).{0,80}|[ا-يً-ٰـ0-9.,:\"«»_# \n]{0,80}") {
            let tokens = Tokens::of(&text);
            let mut at = 0;
            for token in tokens.iter() {
                prop_assert!(token.span.start >= at);
                prop_assert!(!token.span.is_empty());
                prop_assert!(text.is_char_boundary(token.span.start));
                prop_assert!(text.is_char_boundary(token.span.end));
                let gap = &text[at..token.span.start];
                prop_assert!(!gap.chars().any(|c| c.is_ascii_alphanumeric()), "{gap:?}");
                prop_assert!(!tokens.form(token).is_empty());
                at = token.span.end;
            }
            prop_assert!(!text[at..].chars().any(|c| c.is_ascii_alphanumeric()));
        }
    }
}
