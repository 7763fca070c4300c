//! Where the parts of an article lie, and whom its top is about.
//!
//! News is written from the top: what headline and lede say, and of whom, is
//! what the article is about. The headline's subject is the source before its
//! colon, else the subject of its verb, else the first it names, else the state
//! whose adjective its noun bears ("رفض روسي").

use std::ops::Range;

use super::positions::{Ground, Who};
use crate::arabic::TokenKind;
use crate::article::{Article, BlockKind};

/// The first part of a headline is no longer than this.
const OPENING: usize = 6;

/// Where the parts of an article lie, in tokens, and who stands in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    pub title: Range<usize>,
    /// The headline's first words: up to its verb or colon.
    pub opening: Range<usize>,
    pub deck: Range<usize>,
    /// The first sentence of the body.
    pub lede: Range<usize>,
    /// The first paragraph of the body, and the second.
    pub first: Range<usize>,
    pub second: Range<usize>,
    /// Where each paragraph of the body starts.
    pub paragraphs: Vec<usize>,
    /// Whom the headline is about.
    pub subject: Option<Who>,
    /// Everybody the headline names, in its order.
    pub title_actors: Vec<Who>,
    /// Whom the lede is about, and everybody it names.
    pub lede_subject: Option<Who>,
    /// The first verb of the lede.
    pub lede_verb: Option<usize>,
    pub lede_actors: Vec<Who>,
    /// Who is the source of the body's first statement.
    pub first_speaker: Option<Who>,
}

impl Outline {
    pub fn of(article: &Article, ground: &Ground<'_>) -> Self {
        let tokens = &ground.words.reading.tokens;
        let place = |byte: usize| tokens.partition_point(|token| token.span.start < byte);
        let all = |kind: BlockKind| {
            let blocks = article.blocks.iter();
            blocks
                .filter(move |block| block.kind == kind && !block.span.is_empty())
                .map(|block| place(block.span.start)..place(block.span.end))
        };
        let title = all(BlockKind::Title).next().unwrap_or_default();
        let deck = all(BlockKind::Deck).next().unwrap_or_default();
        let mut body = all(BlockKind::Paragraph);
        let first = body.next().unwrap_or_default();
        let second = body.next().unwrap_or_default();
        let sentence = ground.sentence(first.start);
        let lede = first.start..sentence.end.min(first.end).max(first.start);
        let colon = ground
            .said
            .iter()
            .find(|said| title.contains(&said.cue))
            .and_then(|said| said.source);
        let speakers = ground.said.iter().filter(|said| said.cue >= first.start);
        Self {
            subject: colon.or_else(|| subject(ground, &title)),
            opening: title.start..opening(ground, &title),
            lede_verb: verb(ground, &lede),
            title_actors: named(ground, &title),
            lede_subject: subject(ground, &lede),
            lede_actors: named(ground, &lede),
            first_speaker: speakers
                .min_by_key(|said| said.cue)
                .and_then(|said| said.source),
            paragraphs: all(BlockKind::Paragraph)
                .map(|tokens| tokens.start)
                .collect(),
            title,
            deck,
            lede,
            first,
            second,
        }
    }

    /// How far down the body a token stands: 0 at the top, 1 in the last
    /// paragraph.
    pub fn depth(&self, token: usize) -> f32 {
        let before = self.paragraphs.partition_point(|&start| start <= token);
        let steps = self.paragraphs.len().saturating_sub(1).max(1);
        #[expect(clippy::cast_precision_loss, reason = "paragraphs of an article")]
        {
            before.saturating_sub(1) as f32 / steps as f32
        }
    }
}

/// Everybody named in a stretch, each once.
fn named(ground: &Ground<'_>, tokens: &Range<usize>) -> Vec<Who> {
    let mut found = Vec::new();
    for at in tokens.clone() {
        if let Some(actor) = ground.actor_starting(at)
            && !found.contains(&actor.entity)
        {
            found.push(actor.entity);
        }
    }
    found
}

fn verb(ground: &Ground<'_>, tokens: &Range<usize>) -> Option<usize> {
    let mut tokens = tokens.clone();
    tokens.find(|&at| ground.senses.finite(at).is_some())
}

/// Where the first part of a headline ends.
fn opening(ground: &Ground<'_>, title: &Range<usize>) -> usize {
    let first = verb(ground, title).filter(|&verb| verb > title.start);
    let mut marks = title.clone();
    let colon = marks.find(|&at| ground.kind(at) == Some(TokenKind::Colon));
    let end = first.into_iter().chain(colon).min().unwrap_or(title.end);
    end.min(title.start + OPENING).min(title.end)
}

/// Whom a headline or lede is about.
fn subject(ground: &Ground<'_>, tokens: &Range<usize>) -> Option<Who> {
    let of_verb = verb(ground, tokens).and_then(|verb| ground.subject(verb, false, None));
    let of_verb = of_verb.map(|subject| subject.entity);
    let mut first = tokens.clone().filter_map(|at| ground.actor_starting(at));
    of_verb.or_else(|| first.next().map(|actor| actor.entity))
}
