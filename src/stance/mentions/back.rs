//! What refers to something named elsewhere: "الوزير", "المحكمة", "بلاده".
//!
//! One walk in order of the text with the mentions so far in hand. The look
//! back is bounded: nobody refers over hundreds of names.

use std::ops::Range;

use super::before::Before;
use super::build::{Builder, Key};
use super::office::Phrase;
use super::phrase::Reader;
use super::place::speaks_for_body;
use super::{EntityId, Mention, MentionKind};
use crate::arabic::fold;
use crate::lexicon::{Institution, InstitutionClass, Number, RoleClass};
use crate::stance::ActorKind;

impl<'w> Builder<'w, '_> {
    /// Finds what each of these phrases refers to; they come in order.
    pub(super) fn back(&mut self, phrases: &[Phrase]) {
        let named = self.out.mentions.len();
        let mut before = Before::default();
        let home = self.home();
        for phrase in phrases {
            before.reach(self.words, &self.out.mentions, named, phrase.tokens.start);
            let office = self.body_of_office(phrase, &before, home);
            if let Some(name) = phrase
                .person
                .clone()
                .filter(|_| phrase.holds_unowned_body())
            {
                self.speaks_for_office(name, office);
                continue;
            }
            let owner = match phrase.owner {
                Some(who) => Some(self.known(who)),
                None if phrase.possessed => self.possessor(&before),
                None => office,
            };
            let homeland = phrase.roles.is_empty()
                && phrase
                    .institution
                    .is_some_and(|body| self.is_homeland(body));
            let found = match owner {
                _ if let Some(side) = self.own_side(phrase, &before) => Some(side),
                owner if homeland => owner,
                owner if phrase.roles.is_empty() => self.body_before(phrase, owner, &before, home),
                owner => self.office_before(phrase, owner, &before),
            };
            let Some(entity) = found else { continue };
            let told = owner.is_some() || phrase.modified;
            let kind = match (homeland || !told, phrase.roles.is_empty()) {
                (true, _) => MentionKind::Back,
                (false, true) => MentionKind::Institution,
                (false, false) => MentionKind::Office,
            };
            before.push(self.words, self.out.mentions.len(), &phrase.tokens);
            self.phrase_mention(entity, kind, phrase);
        }
    }

    /// The body at which an office is held, where no known owner is told:
    /// "رئيس الجمعية" is of the association named before.
    fn body_of_office(
        &mut self,
        phrase: &Phrase,
        before: &Before<'_>,
        home: Option<EntityId>,
    ) -> Option<EntityId> {
        let inner = phrase.inner_body().filter(|_| phrase.owner.is_none())?;
        let reader = Reader {
            words: self.words,
            hits: &self.hits,
        };
        let speaks = reader.class(phrase).is_some_and(speaks_for_body);
        let place = inner
            .institution
            .and_then(|body| self.words.lexicon.institutions.get(body))
            .is_none_or(|body| body.class == InstitutionClass::Place);
        if !speaks || place {
            return None;
        }
        self.body_before(&inner, None, before, home)
    }

    /// A holder known by name speaks for the body of the office.
    fn speaks_for_office(&mut self, name: Range<usize>, body: Option<EntityId>) {
        let person = self.person(name);
        if let (Some(entity), Some(body)) = (self.out.entities.get_mut(person.0 as usize), body)
            && person != body
        {
            entity.speaks_for.get_or_insert(body);
            entity.part_of.get_or_insert(body);
        }
    }

    fn is_homeland(&self, body: u16) -> bool {
        self.words
            .lexicon
            .institutions
            .get(body)
            .is_some_and(Institution::is_homeland)
    }

    pub(super) fn is_state(&self, id: EntityId) -> bool {
        self.out
            .get(id)
            .is_some_and(|entity| entity.kind == ActorKind::State)
    }

    /// The state that a mention is of, or that its entity belongs to.
    pub(super) fn state_of(&self, mention: &Mention) -> Option<EntityId> {
        let actor = self.out.actor_of(mention.entity);
        let part = self
            .out
            .get(mention.entity)
            .and_then(|entity| entity.part_of);
        Some(actor)
            .filter(|actor| self.is_state(*actor))
            .or(part.filter(|part| self.is_state(*part)))
    }

    /// The body that a definite noun means: one named before with the same
    /// noun, else that of the state the sentence is about, else that of the
    /// article's home state.
    fn body_before(
        &mut self,
        phrase: &Phrase,
        owner: Option<EntityId>,
        before: &Before<'_>,
        home: Option<EntityId>,
    ) -> Option<EntityId> {
        let index = phrase.institution?;
        let body = self.words.lexicon.institutions.get(index)?;
        if let Some(owner) = owner {
            return Some(self.owned_body(phrase, owner));
        }
        let key = fold(body.singular);
        let number = phrase.grammar.number;
        // By the name it has here sooner than by another it may have.
        let same = [false, true]
            .into_iter()
            .find_map(|others| {
                let mut earlier = before
                    .with_heads(&self.out.mentions)
                    .filter(|(mention, _)| mention.role.is_none() && mention.number == number);
                earlier.find(|(mention, head)| {
                    self.is_same_body(mention, head, (&key, others), phrase, before)
                })
            })
            .map(|(mention, _)| mention.entity)
            .or_else(|| self.spoken_for_before(&key, phrase, before));
        if same.is_some() {
            return same;
        }
        let speaks = matches!(
            body.class,
            InstitutionClass::State | InstitutionClass::Force | InstitutionClass::Power
        );
        let common = body.is_common() && phrase.modified;
        if speaks
            && !common
            && let Some(state) = self.state_of_sentence(phrase, before).or(home)
        {
            return Some(self.owned_body(phrase, state));
        }
        phrase.modified.then(|| {
            let name = self.called(phrase.tokens.clone());
            self.body(Key::Words(fold(&name)), name, None, None)
        })
    }

    /// The body of a spokesman: "المتحدث باسم حماس إن الحركة".
    fn spoken_for_before(
        &self,
        noun: &str,
        phrase: &Phrase,
        before: &Before<'_>,
    ) -> Option<EntityId> {
        let alone = !phrase.modified && phrase.grammar.number == Number::Singular;
        let mut offices = before
            .iter(&self.out.mentions)
            .filter(|mention| alone && mention.role.is_some());
        offices.find_map(|mention| {
            let holder = self.out.get(mention.entity)?;
            let id = holder.speaks_for.or(holder.part_of)?;
            let body = self.out.get(id)?;
            let group = matches!(body.kind, ActorKind::Organisation | ActorKind::Group);
            (group && before.is_named(self.words.lexicon, id, body, noun, true)).then_some(id)
        })
    }

    /// Whether a mention without an office is of a body that the folded noun names, and has
    /// every further word of the phrase: "القوة الدولية" may mean "قوة دولية",
    /// not "قوة عسكرية".
    fn is_same_body(
        &self,
        mention: &Mention,
        head: &str,
        (noun, others): (&str, bool),
        phrase: &Phrase,
        before: &Before<'_>,
    ) -> bool {
        let Some(entity) = self.out.get(mention.entity) else {
            return false;
        };
        let body = matches!(entity.kind, ActorKind::Organisation | ActorKind::Group)
            || entity.speaks_for.is_some();
        if !body {
            return false;
        }
        let lexicon = self.words.lexicon;
        let named = || before.is_named(lexicon, mention.entity, entity, noun, others);
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
        (head == noun || named()) && (!phrase.modified || rest.all(said))
    }

    /// The state of the nearest name or office before in the same sentence.
    fn state_of_sentence(&self, phrase: &Phrase, before: &Before<'_>) -> Option<EntityId> {
        let sentences = &self.words.reading.sentences;
        let place =
            sentences.partition_point(|sentence| sentence.tokens.end <= phrase.tokens.start);
        let start = sentences.get(place)?.tokens.start;
        let near = before
            .iter(&self.out.mentions)
            .take_while(|mention| mention.tokens.start >= start);
        let named = near.filter(|mention| {
            !matches!(mention.kind, MentionKind::Adjective | MentionKind::People)
        });
        named.into_iter().find_map(|mention| self.state_of(mention))
    }

    /// The state that the article names most.
    fn home(&self) -> Option<EntityId> {
        let mut counts: Vec<usize> = vec![0; self.out.entities.len()];
        for mention in &self.out.mentions {
            let named = !matches!(mention.kind, MentionKind::Adjective | MentionKind::People);
            if let Some(state) = self.state_of(mention).filter(|_| named)
                && let Some(count) = counts.get_mut(state.0 as usize)
            {
                *count += 1;
            }
        }
        let most = self
            .out
            .iter()
            .map(|(id, _)| id)
            .zip(counts)
            .filter(|(_, count)| *count > 0);
        most.max_by_key(|(id, count)| (*count, std::cmp::Reverse(*id)))
            .map(|(id, _)| id)
    }

    /// The holder of an office named before or, in a headline, later.
    fn office_before(
        &mut self,
        phrase: &Phrase,
        owner: Option<EntityId>,
        before: &Before<'_>,
    ) -> Option<EntityId> {
        let class = Reader {
            words: self.words,
            hits: &self.hits,
        }
        .class(phrase);
        // "المسؤول الكبير" is the official of before.
        let nameless = class == Some(RoleClass::Unnamed)
            && phrase.grammar.definite
            && phrase.institution.is_none();
        if owner.is_none() && (!phrase.modified || nameless) {
            let head = phrase.roles.first().copied();
            let number = phrase.grammar.number;
            let mut earlier = before.iter(&self.out.mentions);
            let same = earlier.find(|mention| {
                mention.role.is_some() && mention.number == number && self.opens_with(mention, head)
            });
            if let Some(same) = same {
                return Some(same.entity);
            }
        }
        // "المتحدث" alone is the one who spoke last.
        let speaker = phrase
            .roles
            .first()
            .and_then(|role| self.words.lexicon.roles.get(*role))
            .is_some_and(|role| role.id == "speaker");
        if speaker
            && owner.is_none()
            && phrase.grammar.definite
            && !phrase.modified
            && phrase.grammar.number == Number::Singular
        {
            let gender = phrase.grammar.gender;
            let person = |mention: &&Mention| {
                matches!(mention.kind, MentionKind::Office | MentionKind::Person)
                    && mention.number == Number::Singular
                    && (mention.gender == gender || mention.role.is_none())
                    && self
                        .out
                        .get(mention.entity)
                        .is_some_and(|entity| entity.kind == ActorKind::Person)
            };
            return before
                .iter(&self.out.mentions)
                .find(person)
                .map(|mention| mention.entity);
        }
        let key = Key::Office(phrase.held(), phrase.institution, owner);
        let told = (phrase.grammar.definite || phrase.possessed || owner.is_some())
            && phrase.grammar.number == Number::Singular;
        if let Some(&holder) = self.holders.get(&key).filter(|_| told) {
            return Some(holder);
        }
        if phrase.possessed && class == Some(RoleClass::Unnamed) && !phrase.modified {
            return None;
        }
        let speaks_for = self.spoken_for(phrase, class, owner);
        (owner.is_some() || phrase.modified).then(|| self.unnamed(phrase, class, speaks_for, owner))
    }

    /// Whether a mention has this noun of office.
    fn opens_with(&self, mention: &Mention, role: Option<u16>) -> bool {
        mention.tokens.clone().any(|token| {
            self.hits
                .starting(token)
                .is_some_and(|hit| hit.role().is_some() && hit.role() == role)
        })
    }
}
