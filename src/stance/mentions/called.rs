//! What the card calls each actor of the lexicon.

use rustc_hash::FxHashMap;

use super::around::{bare_span, in_dateline};
use super::build::{Builder, Key};
use super::{Entity, EntityId, Mention, MentionKind};
use crate::lexicon::{Gender, GroupClass, Particle};
use crate::stance::ActorKind;
use crate::stance::words::Verbal;

/// How often an armed group is named before it is a side of the article.
const RIVAL_MENTIONS: usize = 3;

impl Builder<'_, '_> {
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
                    group.class == GroupClass::Armed && group.owner == Some(country)
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

    /// "Ramallah refused": a power, and no place where something happens.
    fn is_acting(&self, mention: &Mention) -> bool {
        // Capitals are feminine: "يزور رام الله" tells of somebody else.
        let verb = |at: usize| {
            self.words.get(at).is_some_and(|word| {
                let mut finite = word.finite();
                let agrees = |verbal: &Verbal| verbal.form.gender == Gender::Feminine;
                let noun = word.finite().next().is_none() && !word.verbs.is_empty();
                !word.is_function() && (noun || finite.any(agrees))
            })
        };
        let at = mention.tokens.start;
        let line = self.words.reading.tokens.get(at);
        let before = at.checked_sub(1).is_some_and(|before| {
            let that = self.words.get(before);
            verb(before) || that.is_some_and(|word| word.is(Particle::COMPLEMENTIZER))
        });
        let named = self.hits.starting(at);
        // "في رام الله": a place.
        let placed = at.checked_sub(1).and_then(|before| self.words.get(before));
        if placed.is_some_and(|word| word.is(Particle::FRAME_FI)) {
            return false;
        }
        named.is_none_or(|hit| hit.prefix().is_none() && !in_dateline(self.words, hit))
            && (before || verb(mention.tokens.end) || line.is_some_and(|line| line.first_of_line))
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
            use MentionKind::{Capital, Institution, Name, Office, Seat};
            let shortest = |kinds: &[MentionKind], acting: bool| {
                let phrases = mentions
                    .iter()
                    .filter(|mention| kinds.contains(&mention.kind) && stands(mention))
                    .filter(|mention| mention.kind != Capital || !acting || self.is_acting(mention))
                    .filter(|mention| bare_span(self.words, &self.hits, mention.tokens.clone()).1);
                let phrases = phrases.map(|mention| mention.role.unwrap_or(mention.span).of(text));
                phrases.min_by_key(|words| words.chars().count())
            };
            let named = mentions.iter().any(|mention| mention.kind == Name);
            let own = mentions
                .iter()
                .any(|mention| mention.span.of(text) == entity.name);
            let name = match self.embattled_government(id) {
                Some(government) => Some(government),
                None if own => None,
                None if named => shortest(&[Name], false).map(str::to_owned),
                None => shortest(&[Capital, Seat, Office, Institution], true)
                    .or_else(|| shortest(&[Capital], false))
                    .map(str::to_owned),
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
