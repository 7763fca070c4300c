//! What was named before a place of the text, and under which nouns.

use std::cell::RefCell;
use std::ops::Range;

use super::{Entity, EntityId, Mention};
use crate::arabic::fold;
use crate::lexicon::Lexicon;
use crate::stance::ActorKind;
use crate::stance::words::Words;

/// How many mentions a definite noun reaches back over.
const REACH: usize = 240;

/// Mentions before the place that is being read, in order of the text.
#[derive(Default)]
pub(super) struct Before<'w> {
    /// Each with the first word of the mention, clitics aside.
    places: Vec<(usize, &'w str)>,
    next: usize,
    /// By entity: the folded first words of its names, where asked for so far.
    heads: RefCell<Vec<Option<Vec<String>>>>,
}

impl<'w> Before<'w> {
    /// Takes in what ends before a token.
    pub(super) fn reach(
        &mut self,
        words: &'w Words<'_>,
        mentions: &[Mention],
        named: usize,
        token: usize,
    ) {
        while self.next < named
            && let Some(mention) = mentions.get(self.next)
            && mention.tokens.end <= token
        {
            self.push(words, self.next, &mention.tokens);
            self.next += 1;
        }
    }

    pub(super) fn push(&mut self, words: &'w Words<'_>, place: usize, tokens: &Range<usize>) {
        let head = tokens.clone().find(|token| words.is_word(*token));
        self.places
            .push((place, head.map_or("", |token| words.stem(token))));
    }

    /// Whether an entity's name begins with a folded noun, or one of its other
    /// names does: "حماس" is "حركة حماس" too.
    pub(super) fn is_named(
        &self,
        lexicon: &Lexicon,
        id: EntityId,
        entity: &Entity,
        noun: &str,
        others: bool,
    ) -> bool {
        let mut heads = self.heads.borrow_mut();
        let at = id.0 as usize;
        if heads.len() <= at {
            heads.resize(at + 1, None);
        }
        heads.get_mut(at).is_some_and(|heads| {
            let known = heads.get_or_insert_with(|| first_words(lexicon, entity));
            let few = if others { known.len() } else { 1 };
            known.iter().take(few).any(|head| head == noun)
        })
    }

    /// The mentions, the nearest first.
    pub(super) fn iter<'m>(&self, mentions: &'m [Mention]) -> impl Iterator<Item = &'m Mention> {
        self.with_heads(mentions).map(|(mention, _)| mention)
    }

    /// The mentions with their first words, the nearest first.
    pub(super) fn with_heads<'m>(
        &self,
        mentions: &'m [Mention],
    ) -> impl Iterator<Item = (&'m Mention, &'w str)> {
        let near = self.places.iter().rev().take(REACH);
        near.filter_map(|&(place, head)| Some((mentions.get(place)?, head)))
    }
}

/// The folded first words of all names of an entity, without the article.
fn first_words(lexicon: &Lexicon, entity: &Entity) -> Vec<String> {
    let id = entity.id.unwrap_or_default();
    let organisation = || lexicon.organisations.find(id);
    let group = || lexicon.groups.find(id);
    let others: Vec<&str> = match entity.kind {
        ActorKind::Organisation => organisation()
            .and_then(|index| lexicon.organisations.get(index))
            .map(|body| body.names().collect()),
        ActorKind::Group => group()
            .and_then(|index| lexicon.groups.get(index))
            .map(|body| body.names().collect()),
        _ => None,
    }
    .unwrap_or_default();
    let names = std::iter::once(entity.name.as_str()).chain(others);
    names
        .filter_map(|name| name.split(' ').next().map(fold))
        .map(|first| first.strip_prefix("ال").map(str::to_owned).unwrap_or(first))
        .collect()
}
