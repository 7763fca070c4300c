//! Who and what an article names.
//!
//! Names, capitals, seats of power, adjectives of nationality, offices,
//! institutions, people, unnamed sources and words that refer back are found in
//! one pass over the tokens and grouped: one [`Entity`] for all the names by
//! which an article calls one actor. An official in office speaks for a state
//! or body; [`Entities::actor_of`] says for whom.
//!
//! What is always so: mentions come in order of their first token, and none
//! overlaps another but by lying wholly inside it. Nothing is promoted to a
//! state that the text does not tie to it.

mod around;
mod back;
mod before;
mod build;
mod called;
mod hits;
mod joints;
mod media;
mod names;
mod office;
mod people;
mod phrase;
mod place;
mod pronoun;

use std::ops::Range;

pub use media::MediumMention;

use super::words::Words;
use super::{Actor, ActorKind};
use crate::arabic::Span;
use crate::lexicon::{Gender, Number, RoleClass};

/// The place of an entity in [`Entities`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(u32);

/// In which way a mention names its entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentionKind {
    Name,
    /// The capital, for its state.
    Capital,
    /// A seat of power, for its state.
    Seat,
    /// "الروسي", "الأممية".
    Adjective,
    /// "الأميركيون".
    People,
    /// Role or office, with or without its holder's name.
    Office,
    Institution,
    Person,
    /// "الوزير", "الحركة", "بلاده": refers to an entity named before.
    Back,
}

/// One place where an entity is named.
#[derive(Clone, Debug)]
pub struct Mention {
    pub tokens: Range<usize>,
    /// Without a conjunction or preposition written on the first word.
    pub span: Span,
    pub entity: EntityId,
    pub kind: MentionKind,
    /// The words of the office, without the person's name.
    pub role: Option<Span>,
    /// The person's name.
    pub person: Option<Span>,
    pub gender: Gender,
    pub number: Number,
}

/// One actor under all its names.
#[derive(Clone, Debug)]
pub struct Entity {
    /// ISO code or the lexicon's id.
    pub id: Option<&'static str>,
    /// What the card shows.
    pub name: String,
    pub kind: ActorKind,
    /// Whom it speaks for, or stands for, where that is another.
    pub speaks_for: Option<EntityId>,
    /// The state or body it belongs to without speaking for it.
    pub part_of: Option<EntityId>,
    /// An agency, paper, channel.
    pub medium: bool,
    /// Of an office or a source: for whom its holder speaks.
    pub role: Option<RoleClass>,
    /// Places in [`Entities::mentions`], in order.
    pub mentions: Vec<usize>,
}

/// All entities and mentions of an article.
#[derive(Clone, Debug, Default)]
pub struct Entities {
    entities: Vec<Entity>,
    mentions: Vec<Mention>,
    /// Token → one more than the outermost mention over it.
    cover: Vec<u32>,
    media: Vec<MediumMention>,
}

/// What a source phrase says of who is speaking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resolved {
    pub entity: Option<EntityId>,
    /// The entity's name on the card; empty where nothing is known.
    pub name: String,
    pub role: Option<Span>,
    pub kind: ActorKind,
    /// The id of the actor spoken for.
    pub speaks_for: Option<&'static str>,
}

impl Entities {
    pub fn of(words: &Words<'_>) -> Self {
        build::build(words)
    }

    /// All mentions by their first token, those inside others included.
    pub fn mentions(&self) -> &[Mention] {
        &self.mentions
    }

    /// Every place that names a medium, in order.
    pub fn media(&self) -> &[MediumMention] {
        &self.media
    }

    /// The first medium named among these tokens.
    pub fn medium_within(&self, tokens: Range<usize>) -> Option<&MediumMention> {
        let first = self
            .media
            .partition_point(|medium| medium.tokens.end <= tokens.start);
        self.media
            .get(first)
            .filter(|medium| medium.tokens.start < tokens.end)
    }

    pub fn iter(&self) -> impl Iterator<Item = (EntityId, &Entity)> {
        (0..).map(EntityId).zip(&self.entities)
    }

    pub fn get(&self, id: EntityId) -> Option<&Entity> {
        self.entities.get(id.0 as usize)
    }

    /// The outermost mention over a token.
    pub fn mention_at(&self, token: usize) -> Option<&Mention> {
        let place = *self.cover.get(token)?;
        self.mentions.get((place as usize).checked_sub(1)?)
    }

    /// The entity named at a token.
    pub fn entity_at(&self, token: usize) -> Option<EntityId> {
        self.mention_at(token).map(|mention| mention.entity)
    }

    /// Outermost mentions that start among these tokens.
    pub fn within(&self, tokens: Range<usize>) -> impl Iterator<Item = &Mention> {
        let mut at = tokens.start;
        std::iter::from_fn(move || {
            while at < tokens.end {
                let mention = self.mention_at(at);
                at = mention.map_or(at + 1, |mention| mention.tokens.end.max(at + 1));
                if mention.is_some() {
                    return mention;
                }
            }
            None
        })
    }

    /// The one an entity speaks for in the end; itself where it speaks for
    /// nobody else.
    pub fn actor_of(&self, id: EntityId) -> EntityId {
        let mut actor = id;
        // A chain is short; the bound keeps a circle from being walked for ever.
        for _ in 0..4 {
            match self.get(actor).and_then(|entity| entity.speaks_for) {
                Some(next) if next != actor => actor = next,
                _ => break,
            }
        }
        actor
    }

    /// Who is meant by the phrase of a source: by its first mention, where the
    /// phrase begins with one or with a noun that belongs to it.
    pub fn resolve(&self, tokens: Range<usize>) -> Option<Resolved> {
        let mention = self.head(tokens)?;
        let entity = self.get(mention.entity)?;
        let actor = self.get(self.actor_of(mention.entity))?;
        let adjective = mention.kind == MentionKind::Adjective;
        // What refers back has the role of the one it refers to.
        let role = if mention.kind == MentionKind::Back {
            let all = entity
                .mentions
                .iter()
                .filter_map(|at| self.mentions.get(*at));
            all.filter(|other| other.kind != MentionKind::Back)
                .find_map(|other| other.role)
        } else {
            mention.role
        };
        Some(Resolved {
            entity: (!adjective).then_some(mention.entity),
            name: if adjective {
                String::new()
            } else {
                entity.name.clone()
            },
            role,
            kind: if adjective {
                ActorKind::Unnamed
            } else {
                entity.kind
            },
            speaks_for: actor.id.filter(|_| !adjective),
        })
    }

    /// The mention that a phrase of these tokens is about.
    pub fn head(&self, tokens: Range<usize>) -> Option<&Mention> {
        let mut among = self.within(tokens.clone());
        let first = among.next()?;
        if first.kind == MentionKind::Adjective && first.tokens.start > tokens.start {
            let role = among.find(|mention| mention.kind != MentionKind::Adjective);
            return role
                .filter(|role| role.kind == MentionKind::Person)
                .or(Some(first));
        }
        Some(first)
    }

    /// An entity as the card shows it, with every place that names it or one
    /// who speaks for it.
    pub fn actor(&self, id: EntityId) -> Option<Actor> {
        let entity = self.get(id)?;
        let speakers = self
            .iter()
            .filter(|(other, _)| *other == id || self.actor_of(*other) == id);
        let mut mentions: Vec<Span> = speakers
            .flat_map(|(_, entity)| &entity.mentions)
            .filter_map(|place| self.mentions.get(*place))
            .map(|mention| mention.span)
            .collect();
        mentions.sort_unstable();
        mentions.dedup();
        Some(Actor {
            id: entity.id.map(str::to_owned),
            name: entity.name.clone(),
            kind: entity.kind,
            mentions,
        })
    }

    /// States, organisations and groups of the article that are not among
    /// `placed`, the most mentioned first.
    pub fn unplaced(&self, placed: &[EntityId]) -> Vec<Actor> {
        let known = self.iter().filter(|(id, entity)| {
            let named = entity
                .mentions
                .iter()
                .filter_map(|place| self.mentions.get(*place))
                .any(|mention| !matches!(mention.kind, MentionKind::Adjective | MentionKind::Back));
            let actor = entity.id.is_some() && !entity.medium && entity.speaks_for.is_none();
            actor && named && !placed.contains(id)
        });
        let mut actors: Vec<Actor> = known.filter_map(|(id, _)| self.actor(id)).collect();
        actors.sort_by_key(|actor| std::cmp::Reverse(actor.mentions.len()));
        actors
    }
}

#[cfg(test)]
mod tests;
