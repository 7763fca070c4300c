//! Hits and phrases become entities.
//!
//! Twice over the text: first everything that names somebody in full, so that
//! a headline's "لافروف" is known from the lede's "وزير الخارجية الروسي سيرغي
//! لافروف"; then, in order of the text, what refers back.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::hits::{Hit, Hits, bare_span};
use super::phrase::{Phrase, Reader};
use super::{Entities, Entity, EntityId, Mention, MentionKind, media, names};
use crate::arabic::{Particle as Prefix, Span, Splits, fold};
use crate::lexicon::{
    Grammar, How, Institution, InstitutionClass, Number, RoleClass, Who, with_article,
};
use crate::stance::ActorKind;
use crate::stance::words::Words;

/// By what two mentions are known to be of one entity.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Key {
    State(u16),
    Organisation(u16),
    Group(u16),
    Office(Vec<u16>, Option<u16>, Option<EntityId>),
    Body(u16, Option<EntityId>),
    /// Unnamed sources and bodies: by their words.
    Words(String),
}

struct Builder<'w, 'a> {
    words: &'w Words<'a>,
    hits: Hits,
    out: Entities,
    keys: FxHashMap<Key, EntityId>,
    /// Folded parts of each person's name.
    people: Vec<(Vec<String>, EntityId)>,
    /// A person by the office held.
    holders: FxHashMap<Key, EntityId>,
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
        holders: FxHashMap::default(),
    };
    let phrases = builder.phrases();
    builder.actors(&phrases);
    let later: Vec<Phrase> = phrases
        .into_iter()
        .filter(|phrase| !builder.place(phrase))
        .collect();
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
    fn phrases(&self) -> Vec<Phrase> {
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
    fn actors(&mut self, phrases: &[Phrase]) {
        let hits: Vec<Hit> = self.hits.iter().copied().collect();
        for hit in hits {
            let Some(who) = hit.actor() else {
                if let Who::Person(leader) = hit.sense.who {
                    self.leader(&hit, leader, phrases);
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
    fn modifies(&self, hit: &Hit) -> bool {
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
    fn leader(&mut self, hit: &Hit, leader: u16, phrases: &[Phrase]) {
        let Some(leader) = self.words.lexicon.people.get(leader) else {
            return;
        };
        let actor = self.by_id(leader.actor);
        let entity = self.person(hit.tokens());
        if let (Some(entity), Some(actor)) = (self.out.entities.get_mut(entity.0 as usize), actor) {
            entity.speaks_for.get_or_insert(actor);
        }
        let inside = phrases.iter().any(|phrase| {
            phrase
                .person
                .as_ref()
                .is_some_and(|name| name.contains(&hit.start))
        });
        if !inside {
            self.mention(entity, MentionKind::Person, hit.tokens(), hit.sense.grammar);
        }
    }

    /// The entity of a lexicon id, where the article names it or not.
    fn by_id(&mut self, id: &str) -> Option<EntityId> {
        let lexicon = self.words.lexicon;
        let state = lexicon.countries.find(id).map(Who::State);
        let body = state.or_else(|| lexicon.organisations.find(id).map(Who::Organisation));
        let who = body.or_else(|| lexicon.groups.find(id).map(Who::Group))?;
        Some(self.known(who))
    }

    fn known(&mut self, who: Who) -> EntityId {
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
            role: None,
            mentions: Vec::new(),
        })
    }

    fn entity(&mut self, key: Key, make: impl FnOnce() -> Entity) -> EntityId {
        if let Some(&known) = self.keys.get(&key) {
            return known;
        }
        let id = self.push(make());
        self.keys.insert(key, id);
        id
    }

    fn push(&mut self, entity: Entity) -> EntityId {
        let id = EntityId(u32::try_from(self.out.entities.len()).unwrap_or(u32::MAX));
        self.out.entities.push(entity);
        id
    }

    /// The person with this name: the same where one name holds the other.
    fn person(&mut self, tokens: Range<usize>) -> EntityId {
        let parts: Vec<String> = tokens
            .clone()
            .filter(|token| self.words.is_word(*token))
            .map(|token| self.bare(token).to_owned())
            .collect();
        let same = self.people.iter().position(|(known, _)| {
            let short = if known.len() < parts.len() {
                known
            } else {
                &parts
            };
            let long = if known.len() < parts.len() {
                &parts
            } else {
                known
            };
            short.iter().all(|part| long.contains(part))
        });
        if let Some(place) = same
            && let Some((known, id)) = self.people.get_mut(place)
        {
            if parts.len() > known.len() {
                *known = parts;
                let name = self
                    .words
                    .reading
                    .span(tokens)
                    .of(self.words.reading.text)
                    .to_owned();
                if let Some(entity) = self.out.entities.get_mut(id.0 as usize) {
                    entity.name = name;
                }
            }
            return *id;
        }
        let id = self.push(Entity {
            id: None,
            name: self.span(tokens).of(self.words.reading.text).to_owned(),
            kind: ActorKind::Person,
            speaks_for: None,
            part_of: None,
            role: None,
            mentions: Vec::new(),
        });
        self.people.push((parts, id));
        id
    }

    /// A name's folded word without conjunction and preposition.
    fn bare(&self, token: usize) -> &str {
        let form = self.words.reading.form(token);
        match self.hits.starting(token) {
            Some(hit) if hit.conjoined() || hit.prefix().is_some() => hit.split.stem(form),
            _ => form,
        }
    }

    /// Makes the entity and mention of a phrase; false where it can only be
    /// told from what stands before it.
    fn place(&mut self, phrase: &Phrase) -> bool {
        let reader = Reader {
            words: self.words,
            hits: &self.hits,
        };
        let class = reader.class(phrase);
        let owner = phrase.owner.map(|who| self.known(who));
        if phrase.roles.is_empty() {
            return self.place_body(phrase, owner);
        }
        let speaks_for = self.spoken_for(phrase, class, owner);
        if let Some(name) = phrase.person.clone() {
            let person = self.person(name);
            if let Some(entity) = self.out.entities.get_mut(person.0 as usize) {
                entity.speaks_for = speaks_for.or(entity.speaks_for);
                entity.part_of = owner.or(entity.part_of);
                entity.role = class.or(entity.role);
            }
            self.holders.insert(
                Key::Office(phrase.roles.clone(), phrase.institution, owner),
                person,
            );
            self.holders
                .entry(Key::Office(phrase.roles.clone(), phrase.institution, None))
                .or_insert(person);
            self.phrase_mention(person, MentionKind::Office, phrase);
            return true;
        }
        let bare = !phrase.modified && owner.is_none() && phrase.quoted.is_none();
        if phrase.grammar.definite && owner.is_none() || bare && phrase.possessed {
            return false;
        }
        if owner.is_some()
            && class != Some(RoleClass::Unnamed)
            && phrase.grammar.number == Number::Singular
        {
            return false;
        }
        self.unnamed(phrase, class, speaks_for, owner);
        true
    }

    /// A source without a name, or an office without a known holder.
    fn unnamed(
        &mut self,
        phrase: &Phrase,
        class: Option<RoleClass>,
        speaks_for: Option<EntityId>,
        owner: Option<EntityId>,
    ) -> EntityId {
        let office = phrase.grammar.number == Number::Singular
            && matches!(
                class,
                Some(
                    RoleClass::Head
                        | RoleClass::Official
                        | RoleClass::Military
                        | RoleClass::Party
                        | RoleClass::Deputy
                        | RoleClass::Link
                )
            );
        let name = self
            .span(phrase.tokens.clone())
            .of(self.words.reading.text)
            .to_owned();
        let key = if office {
            Key::Office(phrase.roles.clone(), phrase.institution, owner)
        } else {
            Key::Words(fold(&name))
        };
        let entity = self.entity(key, || Entity {
            id: None,
            name,
            kind: if office {
                ActorKind::Person
            } else {
                ActorKind::Unnamed
            },
            speaks_for,
            part_of: owner,
            role: class,
            mentions: Vec::new(),
        });
        self.phrase_mention(entity, MentionKind::Office, phrase);
        entity
    }

    fn place_body(&mut self, phrase: &Phrase, owner: Option<EntityId>) -> bool {
        let Some(body) = phrase
            .institution
            .and_then(|body| self.words.lexicon.institutions.get(body))
        else {
            return true;
        };
        if body.class == InstitutionClass::Place {
            return !body.is_homeland() || !phrase.possessed;
        }
        if body.is_side() && owner.is_none() {
            return true;
        }
        let owner = owner.or_else(|| body.country.and_then(|id| self.by_id(id)));
        if let Some(quoted) = phrase.quoted.clone().filter(|_| phrase.owner.is_none()) {
            let name = self
                .words
                .reading
                .span(quoted)
                .of(self.words.reading.text)
                .to_owned();
            let entity = self.body(Key::Words(fold(&name)), name, None, None);
            self.phrase_mention(entity, MentionKind::Institution, phrase);
            return true;
        }
        let Some(owner) = owner else {
            if phrase.grammar.definite || phrase.possessed {
                return false;
            }
            if phrase.modified {
                let name = self
                    .span(phrase.tokens.clone())
                    .of(self.words.reading.text)
                    .to_owned();
                let entity = self.body(Key::Words(fold(&name)), name, None, None);
                self.phrase_mention(entity, MentionKind::Institution, phrase);
            }
            return true;
        };
        let entity = self.owned_body(phrase, owner);
        self.phrase_mention(entity, MentionKind::Institution, phrase);
        true
    }

    /// A body of a state (its government, its parliament) or of an
    /// organisation (which is the organisation itself).
    fn owned_body(&mut self, phrase: &Phrase, owner: EntityId) -> EntityId {
        let kind = self.out.get(owner).map(|owner| owner.kind);
        let body = phrase
            .institution
            .and_then(|body| self.words.lexicon.institutions.get(body));
        let (Some(index), Some(body)) = (phrase.institution, body) else {
            return owner;
        };
        if kind != Some(ActorKind::State) {
            return self.known_part(phrase, owner).unwrap_or(owner);
        }
        let speaks = matches!(
            body.class,
            InstitutionClass::State | InstitutionClass::Force
        )
        .then_some(owner);
        let name = self
            .span(phrase.tokens.clone())
            .of(self.words.reading.text)
            .to_owned();
        let key = if body.class == InstitutionClass::Body && phrase.modified {
            Key::Words(fold(&name))
        } else {
            Key::Body(index, Some(owner))
        };
        self.body(key, name, speaks, Some(owner))
    }

    /// "المحكمة الأوروبية": the court that belongs to the union.
    fn known_part(&mut self, phrase: &Phrase, owner: EntityId) -> Option<EntityId> {
        let whole = self.out.get(owner)?.id?;
        let head = phrase
            .institution
            .and_then(|body| self.words.lexicon.institutions.get(body))?
            .singular;
        let part = self.out.iter().find(|(_, entity)| {
            let belongs = entity
                .id
                .and_then(|id| self.words.lexicon.organisations.find(id));
            let belongs = belongs.and_then(|index| self.words.lexicon.organisations.get(index));
            belongs.is_some_and(|body| {
                body.part_of == Some(whole) && body.name.split(' ').next() == Some(head)
            })
        });
        part.map(|(id, _)| id)
    }

    fn body(
        &mut self,
        key: Key,
        name: String,
        speaks_for: Option<EntityId>,
        part_of: Option<EntityId>,
    ) -> EntityId {
        self.entity(key, || Entity {
            id: None,
            name,
            kind: ActorKind::Organisation,
            speaks_for,
            part_of,
            role: None,
            mentions: Vec::new(),
        })
    }

    /// For whom the holder of an office speaks.
    fn spoken_for(
        &mut self,
        phrase: &Phrase,
        class: Option<RoleClass>,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        let owner = owner?;
        let kind = self.out.get(owner)?.kind;
        let institution = phrase
            .institution
            .and_then(|body| self.words.lexicon.institutions.get(body));
        match class? {
            RoleClass::Head
            | RoleClass::Official
            | RoleClass::Military
            | RoleClass::Unnamed
            | RoleClass::Link => {
                let power = phrase.power.or(institution
                    .filter(|body| body.class == InstitutionClass::Power)
                    .and(phrase.institution));
                match power.filter(|_| kind == ActorKind::State) {
                    Some(body) => {
                        let name = self
                            .words
                            .lexicon
                            .institutions
                            .get(body)
                            .map_or("", |body| body.singular);
                        Some(self.body(
                            Key::Body(body, Some(owner)),
                            name.to_owned(),
                            None,
                            Some(owner),
                        ))
                    }
                    None => Some(owner),
                }
            }
            RoleClass::Party => (kind != ActorKind::State).then_some(owner),
            RoleClass::Deputy | RoleClass::Expert | RoleClass::Media | RoleClass::Citizen => None,
        }
    }

    /// Names of people outside any phrase: a given name and what goes with it.
    fn lone_names(&mut self) {
        let mut token = 0;
        while token < self.words.len() {
            let given = self.words.lexicon.given.of(self.words.reading.form(token));
            let free = self.out.mention_at(token).is_none() && given.is_some();
            let end = free
                .then(|| names::run(self.words, &self.hits, token, names::Trust::Alone))
                .flatten();
            match end.filter(|end| *end > token + 1) {
                Some(end) => {
                    let person = self.person(token..end);
                    self.mention(person, MentionKind::Person, token..end, Grammar::NAME);
                    token = end;
                }
                None => token += 1,
            }
        }
    }

    /// Parts of names known from elsewhere in the article.
    fn partial_names(&mut self) {
        let mut parts: FxHashMap<String, EntityId> = FxHashMap::default();
        for (name, id) in &self.people {
            let telling = name.iter().enumerate().filter(|(place, part)| {
                let last = *place + 1 == name.len();
                let given = self.words.lexicon.given.of(part).is_some();
                (last || !given) && part.chars().nth(2).is_some()
            });
            for (_, part) in telling {
                parts.entry(part.clone()).or_insert(*id);
            }
        }
        if parts.is_empty() {
            return;
        }
        let mut token = 0;
        while token < self.words.len() {
            let taken = self
                .out
                .mention_at(token)
                .is_some_and(|mention| mention.kind != MentionKind::Adjective);
            let found = if taken || !self.words.is_word(token) {
                None
            } else {
                self.part(&parts, token)
            };
            let Some(id) = found else {
                token += 1;
                continue;
            };
            let mut end = token + 1;
            while self.words.is_word(end) && parts.get(self.words.reading.form(end)) == Some(&id) {
                end += 1;
            }
            self.mention(id, MentionKind::Person, token..end, Grammar::NAME);
            token = end;
        }
    }

    /// The person one of whose names stands at a token.
    fn part(&self, parts: &FxHashMap<String, EntityId>, token: usize) -> Option<EntityId> {
        let form = self.words.reading.form(token);
        if let Some(id) = parts.get(form) {
            return Some(*id);
        }
        for split in Splits::of(form).iter() {
            let clitics = split.conjunction.is_some()
                || matches!(split.particle, Some(Prefix::Li | Prefix::Bi));
            if !clitics || split.pronoun.is_some() || split.particle == Some(Prefix::Sa) {
                continue;
            }
            let stem = split.stem(form);
            let found = if split.article {
                parts.get(&with_article(stem))
            } else {
                parts.get(stem)
            };
            if found.is_some() {
                return found.copied();
            }
        }
        None
    }

    /// What refers to something named before, in order of the text.
    fn back(&mut self, phrases: &[Phrase]) {
        for phrase in phrases {
            let before = phrase.tokens.start;
            let owner = match phrase.owner {
                Some(who) => Some(self.known(who)),
                None if phrase.possessed => self.possessor(before),
                None => None,
            };
            let homeland = phrase.roles.is_empty()
                && phrase
                    .institution
                    .is_some_and(|body| self.is_homeland(body));
            if homeland {
                if let Some(state) = owner {
                    self.phrase_mention(state, MentionKind::Back, phrase);
                }
                continue;
            }
            let found = if phrase.roles.is_empty() {
                self.body_before(phrase, owner)
            } else {
                self.office_before(phrase, owner)
            };
            if let Some(entity) = found {
                let kind = if owner.is_some() || phrase.modified {
                    MentionKind::Office
                } else {
                    MentionKind::Back
                };
                self.phrase_mention(entity, kind, phrase);
                self.order();
            }
        }
    }

    fn is_homeland(&self, body: u16) -> bool {
        self.words
            .lexicon
            .institutions
            .get(body)
            .is_some_and(Institution::is_homeland)
    }

    /// The state to which "his", "her", "their" leads: that of the last one
    /// who speaks for a state.
    fn possessor(&self, before: usize) -> Option<EntityId> {
        let mut near = self
            .out
            .mentions
            .iter()
            .rev()
            .filter(|mention| mention.tokens.end <= before);
        let speaker = near.by_ref().take(12).find_map(|mention| {
            let actor = self.out.actor_of(mention.entity);
            let part = self
                .out
                .get(mention.entity)
                .and_then(|entity| entity.part_of);
            let actor = if self.is_state(actor) {
                Some(actor)
            } else {
                part.filter(|part| self.is_state(*part))
            };
            actor.filter(|_| mention.kind != MentionKind::Adjective)
        });
        speaker
    }

    fn is_state(&self, id: EntityId) -> bool {
        self.out
            .get(id)
            .is_some_and(|entity| entity.kind == ActorKind::State)
    }

    /// The body that a definite noun means: one named before with the same
    /// noun, else that of the article's home state.
    fn body_before(&mut self, phrase: &Phrase, owner: Option<EntityId>) -> Option<EntityId> {
        let index = phrase.institution?;
        let body = self.words.lexicon.institutions.get(index)?;
        if let Some(owner) = owner {
            return Some(self.owned_body(phrase, owner));
        }
        let key = fold(body.singular);
        let same = self
            .out
            .mentions
            .iter()
            .rev()
            .filter(|mention| mention.tokens.end <= phrase.tokens.start)
            .find(|mention| {
                let head = mention
                    .tokens
                    .clone()
                    .find(|token| self.words.is_word(*token));
                let head = head.map_or("", |token| self.words.stem(token));
                let entity = self.out.get(mention.entity);
                let name = entity.map_or("", |entity| {
                    entity.name.split(' ').next().unwrap_or_default()
                });
                let body = entity.is_some_and(|entity| {
                    matches!(entity.kind, ActorKind::Organisation | ActorKind::Group)
                        || entity.speaks_for.is_some()
                });
                body && mention.role.is_none()
                    && (head == key || fold(name) == key)
                    && self.says_again(phrase, mention)
            });
        if let Some(same) = same {
            return Some(same.entity);
        }
        let speaks = matches!(
            body.class,
            InstitutionClass::State | InstitutionClass::Force | InstitutionClass::Power
        );
        let home = if speaks { self.home() } else { None };
        if phrase.modified || home.is_some() {
            return match home {
                Some(home) => Some(self.owned_body(phrase, home)),
                None => {
                    let name = self
                        .span(phrase.tokens.clone())
                        .of(self.words.reading.text)
                        .to_owned();
                    Some(self.body(Key::Words(fold(&name)), name, None, None))
                }
            };
        }
        None
    }

    /// Whether an earlier mention has every word of a phrase after its first:
    /// "القوة الدولية" may mean "قوة دولية", not "قوة عسكرية".
    fn says_again(&self, phrase: &Phrase, mention: &Mention) -> bool {
        let said = |token: usize| {
            mention
                .tokens
                .clone()
                .any(|known| self.words.stem(known) == self.words.stem(token))
        };
        let mut rest = phrase
            .tokens
            .clone()
            .skip(1)
            .filter(|token| self.words.is_word(*token));
        !phrase.modified || rest.all(said)
    }

    /// The state that the article names most.
    fn home(&self) -> Option<EntityId> {
        let states = self
            .out
            .iter()
            .filter(|(id, entity)| self.is_state(*id) && !entity.mentions.is_empty());
        states
            .max_by_key(|(id, entity)| (entity.mentions.len(), std::cmp::Reverse(*id)))
            .map(|(id, _)| id)
    }

    /// The holder of an office named before (or, in a headline, later).
    fn office_before(&mut self, phrase: &Phrase, owner: Option<EntityId>) -> Option<EntityId> {
        let reader = Reader {
            words: self.words,
            hits: &self.hits,
        };
        let class = reader.class(phrase);
        let key = Key::Office(phrase.roles.clone(), phrase.institution, owner);
        if let Some(&holder) = self.holders.get(&key) {
            return Some(holder);
        }
        if owner.is_none() && !phrase.modified {
            let head = phrase.roles.first().copied();
            let number = phrase.grammar.number;
            let same = self
                .out
                .mentions
                .iter()
                .rev()
                .filter(|mention| mention.tokens.end <= phrase.tokens.start)
                .find(|mention| {
                    mention.role.is_some()
                        && mention.number == number
                        && self.opens_with(mention, head)
                });
            if let Some(same) = same {
                return Some(same.entity);
            }
        }
        let speaks_for = self.spoken_for(phrase, class, owner);
        if owner.is_some() || phrase.modified {
            let entity = self.unnamed(phrase, class, speaks_for, owner);
            // The mention is made already.
            self.out.mentions.pop();
            if let Some(entity) = self.out.entities.get_mut(entity.0 as usize) {
                entity.mentions.pop();
            }
            return Some(entity);
        }
        None
    }

    /// Whether a mention begins with this noun of office, after links.
    fn opens_with(&self, mention: &Mention, role: Option<u16>) -> bool {
        mention.tokens.clone().any(|token| {
            self.hits
                .starting(token)
                .is_some_and(|hit| hit.role().is_some() && hit.role() == role)
        })
    }

    fn phrase_mention(&mut self, entity: EntityId, kind: MentionKind, phrase: &Phrase) {
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

    fn mention(
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

    fn span(&self, tokens: Range<usize>) -> Span {
        bare_span(self.words, &self.hits, tokens).0
    }

    /// Puts mentions in order of their first token and makes places agree.
    fn order(&mut self) {
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

    /// What the card calls each state: its own name where the text has it,
    /// else the shortest phrase that stands for it.
    fn names(&mut self) {
        let text = self.words.reading.text;
        let mut names: Vec<(EntityId, String)> = Vec::new();
        for (id, entity) in self.out.iter() {
            if entity.id.is_none() || text.contains(entity.name.as_str()) {
                continue;
            }
            let own = self.spoken(
                id,
                |mention| matches!(mention.kind, MentionKind::Name),
                text,
            );
            let other = || {
                self.spoken(
                    id,
                    |mention| {
                        matches!(
                            mention.kind,
                            MentionKind::Capital
                                | MentionKind::Seat
                                | MentionKind::Office
                                | MentionKind::Institution
                        )
                    },
                    text,
                )
            };
            if let Some(name) = own.or_else(other) {
                names.push((id, name.to_owned()));
            }
        }
        for (id, name) in names {
            if let Some(entity) = self.out.entities.get_mut(id.0 as usize) {
                entity.name = name;
            }
        }
    }

    /// The shortest mention of those who speak for an entity that passes.
    fn spoken<'t>(
        &self,
        id: EntityId,
        passes: impl Fn(&Mention) -> bool,
        text: &'t str,
    ) -> Option<&'t str> {
        let speakers = self
            .out
            .iter()
            .filter(|(other, _)| self.out.actor_of(*other) == id);
        let mentions = speakers
            .flat_map(|(_, entity)| &entity.mentions)
            .filter_map(|place| self.out.mentions.get(*place));
        let spans = mentions
            .filter(|mention| passes(mention))
            .map(|mention| mention.role.unwrap_or(mention.span).of(text));
        spans.min_by_key(|words| words.chars().count())
    }
}
