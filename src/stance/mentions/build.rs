//! Hits and phrases become entities.
//!
//! Twice over the text: first everything that names somebody in full, so that
//! a headline's "لافروف" is known from the lede's "وزير الخارجية الروسي سيرغي
//! لافروف"; then, in order of the text, what refers back.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::hits::{Hit, Hits, bare_span};
use super::phrase::{Phrase, Reader};
use super::{Entities, Entity, EntityId, Mention, MentionKind, media};
use crate::arabic::{Span, fold};
use crate::lexicon::{Grammar, GroupClass, How, Number, Who};
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

/// How often an armed group is named before it is a side of the article.
const RIVAL_MENTIONS: usize = 3;

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
        .filter(|phrase| !builder.place(phrase))
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
            let mut phrase = reader.read(hit);
            phrase.tokens.start = phrase.tokens.start.max(free);
            free = phrase.tokens.end;
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

    /// Somebody whose name alone names an actor. Inside a phrase of office the
    /// phrase makes the mention.
    pub(super) fn leader(&mut self, hit: &Hit, leader: u16, inside: bool) {
        let Some(leader) = self.words.lexicon.people.get(leader) else {
            return;
        };
        let actor = self.by_id(leader.actor);
        let entity = self.person(hit.tokens());
        if let (Some(entity), Some(actor)) = (self.out.entities.get_mut(entity.0 as usize), actor) {
            entity.speaks_for.get_or_insert(actor);
        }
        if !inside {
            self.mention(entity, MentionKind::Person, hit.tokens(), hit.sense.grammar);
        }
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

    /// The person with this name: the same where one name holds the other.
    pub(super) fn person(&mut self, tokens: Range<usize>) -> EntityId {
        let parts: Vec<String> = tokens
            .clone()
            .filter(|token| self.words.is_word(*token))
            .map(|token| self.bare(token).to_owned())
            .collect();
        let candidates = parts
            .iter()
            .filter_map(|part| self.parts.get(part))
            .flatten();
        let same = candidates.copied().find(|place| {
            let known = self.people.get(*place).map_or(&[][..], |(known, _)| known);
            let (short, long) = if known.len() < parts.len() {
                (known, &parts[..])
            } else {
                (&parts[..], known)
            };
            !short.is_empty() && short.iter().all(|part| long.contains(part))
        });
        if let Some(place) = same {
            return self.known_person(place, parts, tokens);
        }
        let id = self.push(Entity {
            id: None,
            name: self.shown(tokens),
            kind: ActorKind::Person,
            speaks_for: None,
            part_of: None,
            medium: false,
            role: None,
            mentions: Vec::new(),
        });
        self.remember(&parts, self.people.len());
        self.people.push((parts, id));
        id
    }

    /// The same person again, whose name may stand here in full for the first
    /// time.
    fn known_person(&mut self, place: usize, parts: Vec<String>, tokens: Range<usize>) -> EntityId {
        let Some((known, id)) = self.people.get_mut(place) else {
            return EntityId(u32::MAX);
        };
        let id = *id;
        if parts.len() > known.len() {
            known.clone_from(&parts);
            self.remember(&parts, place);
            let name = self.shown(tokens);
            if let Some(entity) = self.out.entities.get_mut(id.0 as usize) {
                entity.name = name;
            }
        }
        id
    }

    fn remember(&mut self, parts: &[String], place: usize) {
        for part in parts {
            let places = self.parts.entry(part.clone()).or_default();
            // A given name that half the article bears tells nothing.
            if !places.contains(&place) && places.len() < 16 {
                places.push(place);
            }
        }
    }

    /// A name as the card shows it, without a hashtag's low lines.
    fn shown(&self, tokens: Range<usize>) -> String {
        self.span(tokens)
            .of(self.words.reading.text)
            .replace('_', " ")
            .replace('#', "")
    }

    /// A name's folded word without conjunction and preposition.
    pub(super) fn bare(&self, token: usize) -> &str {
        let form = self.words.reading.form(token);
        match self.hits.starting(token) {
            Some(hit) if hit.conjoined() || hit.prefix().is_some() => hit.split.stem(form),
            _ => form,
        }
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

    /// A government that the article sets against an armed group of its own
    /// country: there the state's name would name both sides.
    fn embattled_government(&self, state: EntityId) -> Option<String> {
        let country = self
            .out
            .get(state)
            .filter(|state| state.kind == ActorKind::State)?
            .id?;
        let lexicon = self.words.lexicon;
        let against = |group: &Entity| {
            let known = group
                .id
                .and_then(|id| lexicon.groups.find(id))
                .and_then(|place| lexicon.groups.get(place));
            group.kind == ActorKind::Group
                && group.mentions.len() >= RIVAL_MENTIONS
                && known.is_some_and(|group| {
                    group.class == GroupClass::Armed && group.country == Some(country)
                })
        };
        let government = lexicon.institutions.find("government")?;
        let body = self.keys.get(&Key::Body(government, Some(state)))?;
        self.out
            .iter()
            .any(|(_, group)| against(group))
            .then_some(())?;
        self.out.get(*body).map(|body| body.name.clone())
    }

    /// What the card calls each known actor: its own name where the text has
    /// it, else the shortest phrase that stands for it.
    pub(super) fn names(&mut self) {
        let text = self.words.reading.text;
        let mut speakers: FxHashMap<EntityId, Vec<EntityId>> = FxHashMap::default();
        for (id, _) in self.out.iter() {
            speakers.entry(self.out.actor_of(id)).or_default().push(id);
        }
        let mut names: Vec<(EntityId, String)> = Vec::new();
        for (id, entity) in self.out.iter().filter(|(_, entity)| entity.id.is_some()) {
            let mentions = speakers
                .get(&id)
                .into_iter()
                .flatten()
                .filter_map(|id| self.out.get(*id));
            let mentions: Vec<&Mention> = mentions
                .flat_map(|entity| &entity.mentions)
                .filter_map(|place| self.out.mentions.get(*place))
                .collect();
            let itself: Vec<&Mention> = entity
                .mentions
                .iter()
                .filter_map(|place| self.out.mentions.get(*place))
                .collect();
            // A phrase stands for the actor where the actor's adjective or name
            // is in it: "وزيرها" does not.
            let stands = |phrase: &Mention| {
                let after = itself.partition_point(|one| one.tokens.start < phrase.tokens.start);
                itself
                    .get(after)
                    .is_some_and(|one| one.tokens.end <= phrase.tokens.end)
            };
            let shortest = |kinds: &[MentionKind]| {
                let phrases = mentions
                    .iter()
                    .filter(|mention| kinds.contains(&mention.kind) && stands(mention))
                    .filter(|mention| bare_span(self.words, &self.hits, mention.tokens.clone()).1);
                let phrases = phrases.map(|mention| mention.role.unwrap_or(mention.span).of(text));
                phrases.min_by_key(|words| words.chars().count())
            };
            use MentionKind::{Capital, Institution, Name, Office, Seat};
            let named = mentions.iter().any(|mention| mention.kind == Name);
            let own = mentions
                .iter()
                .any(|mention| mention.span.of(text) == entity.name);
            let name = match self.embattled_government(id) {
                Some(government) => Some(government),
                None if own => None,
                None if named => shortest(&[Name]).map(str::to_owned),
                None => shortest(&[Capital, Seat, Office, Institution]).map(str::to_owned),
            };
            names.extend(name.map(|name| (id, name)));
        }
        for (id, name) in names {
            if let Some(entity) = self.out.entities.get_mut(id.0 as usize) {
                entity.name = name;
            }
        }
    }
}
