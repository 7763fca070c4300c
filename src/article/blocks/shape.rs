//! What a line looks like: how long it is, how it begins and ends.

use super::aside;
use crate::article::model::BlockKind;

/// The longest question, in characters, that can be a heading.
const QUESTION: usize = 60;

/// What the words of one line look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// In characters, as far as the longest headline and one more.
    pub(super) length: usize,
    pub(super) end: End,
    /// Begins with a quotation mark, a bullet or a number: quoted or listed.
    listed: bool,
    pub(super) aside: bool,
    /// What its file tells that it is.
    pub(super) told: Option<BlockKind>,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    Open,
    Stop,
    Question,
    Colon,
    Quote,
}

impl Shape {
    pub(super) fn of(line: &str, told: Option<BlockKind>) -> Self {
        Self {
            length: line.chars().take(super::TITLE + 1).count(),
            end: End::of(line),
            listed: line.starts_with(|c: char| {
                is_quotation_mark(c) || matches!(c, '-' | '–' | '—' | '•' | '*' | '·' | '▪')
            }) || line.starts_with(char::is_numeric),
            aside: match told {
                Some(kind) => kind == BlockKind::Aside,
                None => aside::is_aside(line),
            },
            told,
        }
    }

    /// Could stand over paragraphs: short, without a stop, neither quoted nor
    /// announcing what follows.
    pub(super) fn heads(self, longest: usize) -> bool {
        let fits = match self.end {
            End::Open => self.length <= longest,
            End::Question => self.length <= longest.min(QUESTION),
            End::Stop | End::Colon | End::Quote => false,
        };
        fits && !self.listed && !self.aside && self.told.is_none()
    }

    /// Reads as running text.
    pub(super) fn runs(self, longest: usize) -> bool {
        match self.told {
            Some(kind) => kind == BlockKind::Paragraph,
            None => !self.heads(longest) && !self.aside,
        }
    }
}

impl End {
    fn of(line: &str) -> Self {
        // Stops often stand inside a closing quotation mark or bracket.
        let bare = line.trim_end_matches(|c: char| is_quotation_mark(c) || c == ')');
        match bare.chars().next_back() {
            Some('.' | '!' | '…' | '۔') => Self::Stop,
            Some('؟' | '?') => Self::Question,
            Some(':') => Self::Colon,
            _ if line.ends_with(is_quotation_mark) => Self::Quote,
            _ => Self::Open,
        }
    }
}

const fn is_quotation_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '\'' | '‘' | '’'
    )
}
