//! People: one entity for all the names of one, in full, without an office, and
//! by part of the name.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::build::Builder;
use super::hits::Hit;
use super::{Entity, EntityId, MentionKind, names};
use crate::arabic::{Particle as Prefix, Splits};
use crate::lexicon::{Grammar, NamePart, with_article};
use crate::stance::ActorKind;

impl Builder<'_, '_> {
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
    pub(super) fn known_person(
        &mut self,
        place: usize,
        parts: Vec<String>,
        tokens: Range<usize>,
    ) -> EntityId {
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

    pub(super) fn remember(&mut self, parts: &[String], place: usize) {
        for part in parts {
            let places = self.parts.entry(part.clone()).or_default();
            // A given name that half the article bears tells nothing.
            if !places.contains(&place) && places.len() < 16 {
                places.push(place);
            }
        }
    }

    /// A name as the card shows it, without a hashtag's low lines.
    pub(super) fn shown(&self, tokens: Range<usize>) -> String {
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

    /// Names of people outside any phrase: a given name and what goes with it.
    pub(super) fn lone_names(&mut self) {
        let mut token = 0;
        while token < self.words.len() {
            let given = self.words.given(token);
            let free = self.out.mention_at(token).is_none() && given == Some(NamePart::Given);
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
    pub(super) fn partial_names(&mut self) {
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
        // What a spelling is part of is the same wherever it stands.
        let mut known = vec![None; self.words.spellings()];
        let mut token = 0;
        while token < self.words.len() {
            let taken = || {
                let mention = self.out.mention_at(token);
                mention.is_some_and(|mention| mention.kind != MentionKind::Adjective)
            };
            let found = known
                .get_mut(self.words.spelling(token))
                .filter(|_| self.words.is_word(token))
                .and_then(|known: &mut Option<_>| {
                    let form = self.words.reading.form(token);
                    *known.get_or_insert_with(|| part(&parts, form))
                })
                .filter(|_| !taken() && !names::is_function(self.words, token));
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
}

/// The person one of whose names a folded word is, clitics aside.
fn part(parts: &FxHashMap<String, EntityId>, form: &str) -> Option<EntityId> {
    if let Some(id) = parts.get(form) {
        return Some(*id);
    }
    for split in Splits::without_pronouns(form).iter() {
        let clitics =
            split.conjunction.is_some() || matches!(split.particle, Some(Prefix::Li | Prefix::Bi));
        if !clitics || split.particle == Some(Prefix::Sa) {
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
