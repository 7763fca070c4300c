//! What a copy is made of, before it is text, Markdown or HTML: lines of
//! pieces, each piece with its voice.

use std::ops::Range;

use super::direction::{self, Direction};
use crate::locale::Language;

/// What a line is in the copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The article's headline.
    Title,
    /// Opens a part.
    Heading,
    /// Says what the items after it are.
    Label,
    Plain,
    Item,
    /// The provenance line and what is said of the file.
    Note,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Voice {
    /// Words of the interface language.
    Interface(Language),
    /// Words of the article or of the analysis, which is in Arabic.
    Article,
    /// A file, a program.
    Name,
    /// Punctuation between them: runs with the line.
    Mark,
}

#[derive(Clone, Debug)]
struct Piece {
    text: String,
    voice: Voice,
    strong: bool,
}

#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) role: Role,
    pieces: Vec<Piece>,
}

/// One step of setting a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node<'l> {
    Text(&'l str),
    /// A stretch that runs in its own direction begins.
    Open(Direction),
    /// It ends.
    Close,
    Strong(bool),
}

impl Line {
    pub(super) const fn new(role: Role) -> Self {
        Self {
            role,
            pieces: Vec::new(),
        }
    }

    pub(super) fn label(self, language: Language, text: impl Into<String>) -> Self {
        self.with(text.into(), Voice::Interface(language), false)
    }

    pub(super) fn words(self, text: &str) -> Self {
        self.with(text.to_owned(), Voice::Article, false)
    }

    pub(super) fn strong_words(self, text: &str) -> Self {
        self.with(text.to_owned(), Voice::Article, true)
    }

    pub(super) fn name(self, text: &str) -> Self {
        self.with(text.to_owned(), Voice::Name, false)
    }

    pub(super) fn mark(self, text: &str) -> Self {
        self.with(text.to_owned(), Voice::Mark, false)
    }

    fn with(mut self, text: String, voice: Voice, strong: bool) -> Self {
        let text = clean(&text);
        self.pieces.push(Piece {
            text,
            voice,
            strong,
        });
        self
    }

    /// That of its first piece that has one.
    pub(super) fn direction(&self) -> Direction {
        let mut directions = self.pieces.iter().filter_map(Piece::direction);
        directions.next().unwrap_or(Direction::Rtl)
    }

    /// Whether all of it reads alike in either base direction.
    pub(super) fn is_plain(&self) -> bool {
        let base = self.direction();
        let mut pieces = self.pieces.iter();
        pieces.all(|piece| direction::is_plain(&piece.text, base))
    }

    /// The line set in its own direction.
    pub(super) fn nodes(&self) -> Vec<Node<'_>> {
        let base = self.direction();
        let mut nodes = Vec::new();
        for piece in &self.pieces {
            if piece.strong {
                nodes.push(Node::Strong(true));
            }
            let direction = piece.direction().unwrap_or(base);
            if direction != base {
                nodes.push(Node::Open(direction));
            }
            match direction {
                Direction::Ltr => nodes.push(Node::Text(&piece.text)),
                Direction::Rtl => piece.rtl_nodes(&mut nodes),
            }
            if direction != base {
                nodes.push(Node::Close);
            }
            if piece.strong {
                nodes.push(Node::Strong(false));
            }
        }
        nodes
    }
}

impl Piece {
    fn direction(&self) -> Option<Direction> {
        match self.voice {
            Voice::Interface(language) if language.is_rtl() => Some(Direction::Rtl),
            Voice::Interface(_) => Some(Direction::Ltr),
            Voice::Article => Some(Direction::of_words(&self.text)),
            Voice::Name => Some(Direction::of_name(&self.text)),
            Voice::Mark => None,
        }
    }

    fn rtl_nodes<'l>(&'l self, nodes: &mut Vec<Node<'l>>) {
        let text = |range: Range<usize>| {
            let part = self.text.get(range).filter(|part| !part.is_empty());
            part.map(Node::Text)
        };
        let mut done = 0;
        for run in direction::against_rtl(&self.text) {
            nodes.extend(text(done..run.start));
            done = run.end;
            nodes.push(Node::Open(Direction::Ltr));
            nodes.extend(text(run));
            nodes.push(Node::Close);
        }
        nodes.extend(text(done..self.text.len()));
    }
}

/// One line, without the bidi controls of the article: an unclosed one would
/// reorder what stands after it, and the copy sets its own.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        .map(|c| {
            if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
                ' '
            } else {
                c
            }
        })
        .collect()
}
