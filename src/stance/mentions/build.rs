//! Hits and phrases become entities.
//!
//! Twice over the text: first everything that names somebody in full, so that
//! a headline's "لافروف" is known from the lede's "وزير الخارجية الروسي سيرغي
//! لافروف"; then, in order of the text, what refers back.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::around::bare_span;
use super::hits::{Hit, Hits};
use super::office::Phrase;
use super::phrase::Reader;
use super::{Entities, Entity, EntityId, Mention, MentionKind, media};
use crate::arabic::{Particle as Prefix, Span, fold};
use crate::lexicon::{Grammar, How, Institution, Number, Particle, Who};
use crate::stance::ActorKind;
use crate::stance::words::Words;

/// By what two mentions are known to be of one entity.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    State(u16),
    Organisation(u16),
    Group(u16),
    Office(Vec<u16>, Option<u16>, Option<EntityId>),
    Body(u16, Option<EntityId>),
    /// Unnamed sources and bodies: by their words.
    Words(String),
}

pub(super) struct Builder<'w, 'a> {
    pub(super) words: &'w Words<'a>,
    pub(super) hits: Hits,
    pub(super) out: Entities,
    pub(super) keys: FxHashMap<Key, EntityId>,
    /// Folded parts of each person's name.
    pub(super) people: Vec<(Vec<String>, EntityId)>,
    /// Part of a name → places in `people`.
    pub(super) parts: FxHashMap<String, Vec<usize>>,
    /// A person by the office held.
    pub(super) holders: FxHashMap<Key, EntityId>,
}

pub(super) fn build(words: &Words<'_>) -> Entities {
    let hits = Hits::of(words);
    let media = media::media(words, &hits);
    let mut builder = Builder {
        words,
        hits,
        out: Entities {
            cover: vec![0; words.len()],
            media,
            ..Entities::default()
        },
        keys: FxHashMap::default(),
        people: Vec::new(),
        parts: FxHashMap::default(),
        holders: FxHashMap::default(),
    };
    let phrases = builder.phrases();
    builder.actors(&phrases);
    let later: Vec<Phrase> = phrases
        .into_iter()
        .filter(|phrase| !builder.place(phrase) || phrase.holds_unowned_body())
        .collect();
    builder.media();
    builder.lone_names();
    builder.partial_names();
    builder.order();
    builder.back(&later);
    builder.order();
    builder.names();
    builder.out
}

impl Builder<'_, '_> {
    /// Phrases of office and institution, none overlapping.
    pub(super) fn phrases(&self) -> Vec<Phrase> {
        let reader = Reader {
            words: self.words,
            hits: &self.hits,
        };
        let mut phrases: Vec<Phrase> = Vec::new();
        let mut free = 0;
        for hit in self.hits.iter() {
            if hit.start < free || hit.role().is_none() && hit.institution().is_none() {
                continue;
            }
            let led = hit.prefix() == Some(Prefix::Bi)
                && hit
                    .institution()
                    .and_then(|body| self.words.lexicon.institutions.get(body))
                    .is_some_and(Institution::is_lead);
            // "معارضتها", "مقاطعة الانتخابات": what they do, and nobody's name.
            let acted_on = self.words.get(hit.end).is_some_and(|next| {
                let bare = next.split.article && next.split.particle.is_none();
                bare && !next.shape.relation && !next.conjoined() && !next.is(Particle::FORMER)
            });
            let acted_on = acted_on && !hit.split.article && self.hits.starting(hit.end).is_none();
            let deed = (hit.split.pronoun.is_some() || acted_on)
                && hit.role().is_none()
                && hit
                    .institution()
                    .and_then(|body| self.words.lexicon.institutions.get(body))
                    .is_some_and(Institution::is_deed);
            if deed {
                continue;
            }
            if led && !hit.split.article {
                // "برئاسة فلان": in what capacity, and no body.
                continue;
            }
            let mut phrase = reader.read(hit);
            phrase.tokens.start = phrase.tokens.start.max(free);
            free = phrase.tokens.end;
            phrase.former = self.is_former(&phrase);
            phrases.push(phrase);
        }
        phrases
    }

    /// Every name and adjective of a state, organisation or group.
    pub(super) fn actors(&mut self, phrases: &[Phrase]) {
        let hits: Vec<Hit> = self.hits.iter().copied().collect();
        let named: FxHashSet<usize> = phrases
            .iter()
            .flat_map(|phrase| phrase.person.iter().chain(&phrase.represented))
            .flat_map(Clone::clone)
            .collect();
        for hit in hits {
            let Some(who) = hit.actor() else {
                if let Who::Person(leader) = hit.sense.who {
                    self.leader(&hit, leader, named.contains(&hit.start));
                }
                continue;
            };
            let entity = self.known(who);
            let kind = match hit.sense.how {
                How::Capital => MentionKind::Capital,
                How::Seat => MentionKind::Seat,
                How::Adjective if hit.sense.grammar.number == Number::Singular => {
                    MentionKind::Adjective
                }
                How::Adjective if self.modifies(&hit) => MentionKind::Adjective,
                How::Adjective | How::People => MentionKind::People,
                How::Name | How::Weak | How::Noun => MentionKind::Name,
            };
            self.mention(entity, kind, hit.tokens(), hit.sense.grammar);
        }
    }

    /// A plural adjective after a plural noun: "مسؤولون أميركيون".
    pub(super) fn modifies(&self, hit: &Hit) -> bool {
        let Some(before) = hit.start.checked_sub(1) else {
            return false;
        };
        let role = self
            .hits
            .over(before)
            .is_some_and(|hit| hit.role().is_some());
        let word = self
            .words
            .get(before)
            .filter(|_| self.words.is_word(before));
        !hit.conjoined()
            && (role || word.is_some_and(|word| word.shape.people && !word.is_function()))
    }

    /// Media are actors too when they speak for themselves.
    fn media(&mut self) {
        for medium in self.out.media.clone() {
            if medium.unnamed || self.out.mention_at(medium.tokens.start).is_some() {
                continue;
            }
            let key = Key::Words(fold(&medium.name));
            let (id, name) = (medium.id, medium.name);
            let entity = self.entity(key, || Entity {
                id,
                name,
                kind: ActorKind::Organisation,
                speaks_for: None,
                part_of: None,
                medium: true,
                role: None,
                mentions: Vec::new(),
            });
            self.mention(entity, MentionKind::Name, medium.tokens, Grammar::NAME);
        }
    }

    /// The entity of a lexicon id, where the article names it or not.
    pub(super) fn by_id(&mut self, id: &str) -> Option<EntityId> {
        let lexicon = self.words.lexicon;
        let state = lexicon.countries.find(id).map(Who::State);
        let body = state.or_else(|| lexicon.organisations.find(id).map(Who::Organisation));
        let who = body.or_else(|| lexicon.groups.find(id).map(Who::Group))?;
        Some(self.known(who))
    }

    pub(super) fn known(&mut self, who: Who) -> EntityId {
        let lexicon = self.words.lexicon;
        let (key, id, name, kind) = match who {
            Who::State(index) => {
                let state = lexicon
                    .countries
                    .get(index)
                    .map(|state| (state.id, state.name));
                (Key::State(index), state, "", ActorKind::State)
            }
            Who::Organisation(index) => {
                let body = lexicon
                    .organisations
                    .get(index)
                    .map(|body| (body.id, body.name));
                (Key::Organisation(index), body, "", ActorKind::Organisation)
            }
            Who::Group(index) => {
                let group = lexicon
                    .groups
                    .get(index)
                    .map(|group| (group.id, group.name));
                (Key::Group(index), group, "", ActorKind::Group)
            }
            _ => (Key::Words(String::new()), None, "", ActorKind::Unnamed),
        };
        let name = id.map_or(name, |(_, name)| name);
        self.entity(key, || Entity {
            id: id.map(|(id, _)| id),
            name: name.to_owned(),
            kind,
            speaks_for: None,
            part_of: None,
            medium: false,
            role: None,
            mentions: Vec::new(),
        })
    }

    pub(super) fn entity(&mut self, key: Key, make: impl FnOnce() -> Entity) -> EntityId {
        if let Some(&known) = self.keys.get(&key) {
            return known;
        }
        let id = self.push(make());
        self.keys.insert(key, id);
        id
    }

    pub(super) fn push(&mut self, entity: Entity) -> EntityId {
        let id = EntityId(u32::try_from(self.out.entities.len()).unwrap_or(u32::MAX));
        self.out.entities.push(entity);
        id
    }

    pub(super) fn phrase_mention(&mut self, entity: EntityId, kind: MentionKind, phrase: &Phrase) {
        let at = self.out.mentions.len();
        self.mention(entity, kind, phrase.tokens.clone(), phrase.grammar);
        let role = (!phrase.roles.is_empty()).then(|| self.span(phrase.office.clone()));
        let person = phrase
            .person
            .clone()
            .map(|name| self.words.reading.span(name));
        if let Some(mention) = self.out.mentions.get_mut(at) {
            mention.role = role;
            mention.person = person;
        }
    }

    pub(super) fn mention(
        &mut self,
        entity: EntityId,
        kind: MentionKind,
        tokens: Range<usize>,
        grammar: Grammar,
    ) {
        let span = self.span(tokens.clone());
        self.out.mentions.push(Mention {
            tokens: tokens.clone(),
            span,
            entity,
            kind,
            role: None,
            person: None,
            gender: grammar.gender,
            number: grammar.number,
        });
        let place = self.out.mentions.len();
        if let Some(entity) = self.out.entities.get_mut(entity.0 as usize) {
            entity.mentions.push(place - 1);
        }
        let wider = |out: &Entities, token: usize| {
            out.mention_at(token)
                .is_none_or(|known| known.tokens.len() <= tokens.len())
        };
        for token in tokens.clone() {
            if wider(&self.out, token)
                && let Some(cover) = self.out.cover.get_mut(token)
            {
                *cover = u32::try_from(place).unwrap_or_default();
            }
        }
    }

    /// The words of a phrase as a card shows them: ل and the article are one
    /// letter, and come apart.
    pub(super) fn called(&self, tokens: Range<usize>) -> String {
        let (span, whole) = bare_span(self.words, &self.hits, tokens);
        let text = span.of(self.words.reading.text);
        match text.strip_prefix("لل").filter(|_| !whole) {
            Some(rest) => format!("ال{rest}"),
            None => text.to_owned(),
        }
    }

    pub(super) fn span(&self, tokens: Range<usize>) -> Span {
        bare_span(self.words, &self.hits, tokens).0
    }

    /// Puts mentions in order of their first token and makes places agree.
    pub(super) fn order(&mut self) {
        let mut order: Vec<usize> = (0..self.out.mentions.len()).collect();
        order.sort_by_key(|place| {
            self.out
                .mentions
                .get(*place)
                .map(|mention| (mention.tokens.start, std::cmp::Reverse(mention.tokens.end)))
        });
        let mut place_of = vec![0; order.len()];
        for (new, old) in order.iter().enumerate() {
            if let Some(place) = place_of.get_mut(*old) {
                *place = new;
            }
        }
        let mentions: Vec<Mention> = order
            .iter()
            .filter_map(|old| self.out.mentions.get(*old))
            .cloned()
            .collect();
        self.out.mentions = mentions;
        for entity in &mut self.out.entities {
            for place in &mut entity.mentions {
                *place = place_of.get(*place).copied().unwrap_or_default();
            }
            entity.mentions.sort_unstable();
        }
        for cover in &mut self.out.cover {
            if let Some(old) = (*cover as usize).checked_sub(1) {
                let new = place_of.get(old).copied().unwrap_or_default();
                *cover = u32::try_from(new + 1).unwrap_or_default();
            }
        }
    }
}
