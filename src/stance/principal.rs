//! Importance: which positions a card shows, in which order, and which one the
//! article is mainly about.
//!
//! News is written from the top: what headline and lede say, and of whom, is
//! what the article is about; strength and repetition decide the rest.

use std::ops::Range;

use super::Stance;
use super::positions::{Ground, Merged, Who, content, overlap};
use crate::article::{Article, BlockKind};

/// A card shows no more positions than this.
pub(super) const MOST: usize = 8;

/// How much of an actor the article makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Standing {
    pub mentions: usize,
    /// Nobody knows who it is.
    pub unnamed: bool,
}

/// Where the parts of an article lie, in tokens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outline {
    pub title: Range<usize>,
    pub deck: Range<usize>,
    /// The first sentence of the body.
    pub lede: Range<usize>,
    /// The first paragraph of the body, and the second.
    pub first: Range<usize>,
    pub second: Range<usize>,
}

impl Outline {
    pub fn of(article: &Article, ground: &Ground<'_>) -> Self {
        let tokens = &ground.words.reading.tokens;
        let within = |kind: BlockKind, skip: usize| {
            let block = article
                .blocks
                .iter()
                .filter(|block| block.kind == kind && !block.span.is_empty())
                .nth(skip)?;
            let start = tokens.partition_point(|token| token.span.start < block.span.start);
            let end = tokens.partition_point(|token| token.span.start < block.span.end);
            Some(start..end)
        };
        let first = within(BlockKind::Paragraph, 0).unwrap_or_default();
        let sentence = ground.sentence(first.start);
        Self {
            title: within(BlockKind::Title, 0).unwrap_or_default(),
            deck: within(BlockKind::Deck, 0).unwrap_or_default(),
            lede: first.start..sentence.end.min(first.end),
            second: within(BlockKind::Paragraph, 1).unwrap_or_default(),
            first,
        }
    }
}

/// The positions in the order of their importance, the principal one first.
pub(super) fn rank(
    ground: &Ground<'_>,
    outline: &Outline,
    mut positions: Vec<Merged>,
    standing: &dyn Fn(Who) -> Standing,
) -> Vec<Merged> {
    let title = content(ground, &outline.title);
    let mut in_title = outline
        .title
        .clone()
        .filter_map(|at| ground.actor_starting(at).map(|actor| actor.entity));
    let first_in_title = in_title.next();
    let title_actors: Vec<Who> = first_in_title.into_iter().chain(in_title).collect();
    let mut scored: Vec<(i32, Merged)> = positions
        .drain(..)
        .map(|one| {
            let mut score = i32::from(one.lead.weight) * 10;
            score += 3 * i32::try_from(one.count.min(4)).unwrap_or(4);
            score += one
                .evidence
                .iter()
                .map(|candidate| place(outline, candidate.trigger.start))
                .max()
                .unwrap_or(0);
            if title_actors.contains(&one.lead.actor) {
                score += 15;
            }
            if first_in_title == Some(one.lead.actor) {
                score += 10;
            }
            if let Some(issue) = &one.lead.issue
                && overlap(&title, &content(ground, issue)) >= 0.5
            {
                score += 12;
            }
            let standing = standing(one.lead.actor);
            score += i32::try_from(standing.mentions.min(10)).unwrap_or(10);
            score -= if standing.unnamed { 15 } else { 0 };
            if one.lead.stance == Stance::Conditional {
                score += 6;
            }
            score += if one.lead.named { 4 } else { -6 };
            (score, one)
        })
        .collect();
    // Sorting is stable: what is equally important stays in the text's order.
    scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    scored.truncate(MOST);
    scored.into_iter().map(|(_, one)| one).collect()
}

fn place(outline: &Outline, at: usize) -> i32 {
    if outline.title.contains(&at) {
        40
    } else if outline.lede.contains(&at) {
        25
    } else if outline.first.contains(&at) || outline.deck.contains(&at) {
        15
    } else if outline.second.contains(&at) {
        8
    } else {
        0
    }
}
