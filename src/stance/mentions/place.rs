//! A phrase that says by itself whose office or body it is becomes an entity.

use super::build::{Builder, Key};
use super::office::Phrase;
use super::phrase::Reader;
use super::{Entity, EntityId, MentionKind};
use crate::arabic::fold;
use crate::lexicon::{InstitutionClass, Number, Particle, Role, RoleClass, Who};
use crate::stance::ActorKind;

impl Builder<'_, '_> {
    /// Makes the entity and mention of a phrase; false where it can only be
    /// told from what stands before it.
    pub(super) fn place(&mut self, phrase: &Phrase) -> bool {
        let reader = Reader {
            words: self.words,
            hits: &self.hits,
        };
        let class = reader.class(phrase);
        let owner = phrase.owner.map(|who| self.known(who));
        let official = class == Some(RoleClass::Official);
        let owner = owner.or_else(|| self.state_in_front(phrase).filter(|_| official));
        if phrase.roles.is_empty() {
            return self.place_body(phrase, owner);
        }
        let speaks_for = self.spoken_for(phrase, class, owner);
        if let Some(name) = phrase.person.clone() {
            let person = self.person(name);
            if let Some(entity) = self.out.entities.get_mut(person.0 as usize) {
                let part_of = owner.filter(|_| !phrase.former);
                // What the phrase itself tells goes before what was told, and that
                // before what its place lets guess.
                let told = phrase.owner.is_some();
                let known = |new: Option<EntityId>, old: Option<EntityId>| {
                    if told { new.or(old) } else { old.or(new) }
                };
                entity.speaks_for = known(speaks_for, entity.speaks_for);
                entity.part_of = known(part_of, entity.part_of);
                entity.role = class.or(entity.role);
            }
            self.holders.insert(
                Key::Office(phrase.held(), phrase.institution, owner),
                person,
            );
            self.holders
                .entry(Key::Office(phrase.held(), phrase.institution, None))
                .or_insert(person);
            self.phrase_mention(person, MentionKind::Office, phrase);
            return true;
        }
        let rank = phrase
            .roles
            .first()
            .and_then(|role| self.words.lexicon.roles.get(*role))
            .is_some_and(Role::is_rank);
        let last = phrase.tokens.end - 1;
        let predicate = !phrase.grammar.definite
            && self
                .words
                .get(last)
                .is_some_and(|word| word.shape.accusative);
        if !phrase.grammar.definite
            && owner.is_none()
            && (rank || predicate && phrase.grammar.number == Number::Singular)
        {
            // "فريق" is a team, "نائبا" a predicate.
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
        let entity = self.unnamed(phrase, class, speaks_for, owner);
        self.phrase_mention(entity, MentionKind::Office, phrase);
        true
    }

    /// A source without a name, or an office without a known holder.
    pub(super) fn unnamed(
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
        let name = self.called(phrase.tokens.clone());
        let key = if office {
            Key::Office(phrase.held(), phrase.institution, owner)
        } else {
            Key::Words(fold(&name))
        };
        self.entity(key, || Entity {
            id: None,
            name,
            kind: if office {
                ActorKind::Person
            } else {
                ActorKind::Unnamed
            },
            speaks_for,
            part_of: owner.filter(|_| !phrase.former),
            medium: false,
            role: class,
            mentions: Vec::new(),
        })
    }

    pub(super) fn place_body(&mut self, phrase: &Phrase, owner: Option<EntityId>) -> bool {
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
        if let Some(name) = phrase.person.clone() {
            // "إدارة ترامب", "حكومة السراج": whoever leads it.
            let person = self.person(name);
            self.phrase_mention(person, MentionKind::Institution, phrase);
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
                let name = self.called(phrase.tokens.clone());
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
    pub(super) fn owned_body(&mut self, phrase: &Phrase, owner: EntityId) -> EntityId {
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
        let name = self.called(phrase.tokens.clone());
        let key = if body.is_body() && phrase.modified {
            Key::Words(fold(&name))
        } else {
            Key::Body(index, Some(owner))
        };
        self.body(key, name, speaks, Some(owner))
    }

    /// "المحكمة الأوروبية": the court that belongs to the union.
    pub(super) fn known_part(&mut self, phrase: &Phrase, owner: EntityId) -> Option<EntityId> {
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
                body.owner == Some(whole) && body.name.split(' ').next() == Some(head)
            })
        });
        part.map(|(id, _)| id)
    }

    pub(super) fn body(
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
            medium: false,
            role: None,
            mentions: Vec::new(),
        })
    }

    /// "رئيس الوزراء السابق", "وزير بريطاني مستقيل": speaks for nobody else.
    pub(super) fn is_former(&self, phrase: &Phrase) -> bool {
        !phrase.roles.is_empty()
            && (phrase.office.start..phrase.tokens.end + 1).any(|at| {
                let word = self.words.get(at);
                self.words.is_word(at) && word.is_some_and(|word| word.is(Particle::FORMER))
            })
    }

    /// "وفي الأردن، دان وزير الإعلام فلان": the state that its sentence opens with, or
    /// the subject of the headline.
    fn state_in_front(&self, phrase: &Phrase) -> Option<EntityId> {
        let sentences = &self.words.reading.sentences;
        let place =
            sentences.partition_point(|sentence| sentence.tokens.end <= phrase.tokens.start);
        let start = sentences.get(place)?.tokens.start;
        let leads = self.words.get(start)?.is(Particle::FRAME_FI);
        // "الجزائر تستبعد مراجعة الأسعار": the headline tells for whom its officials speak.
        let title = self.hits.starting(0).filter(|hit| {
            let next = self.words.get(hit.end);
            next.is_some_and(|word| word.is_surely_verb() && word.split.is_whole())
        });
        let hit = self.hits.starting(start + 1).filter(|_| leads).or(title)?;
        match hit.actor()? {
            Who::State(state) => self.keys.get(&Key::State(state)).copied(),
            _ => None,
        }
    }

    /// For whom the holder of an office speaks.
    pub(super) fn spoken_for(
        &mut self,
        phrase: &Phrase,
        class: Option<RoleClass>,
        owner: Option<EntityId>,
    ) -> Option<EntityId> {
        if let Some(name) = phrase.represented.clone() {
            return Some(self.person(name));
        }
        let owner = owner.filter(|_| !phrase.former)?;
        let kind = self.out.get(owner)?.kind;
        let institution = phrase
            .institution
            .and_then(|body| self.words.lexicon.institutions.get(body));
        // "القائد العسكري الليبي" commands no army that the text names.
        // The head of a union or a party speaks for it, and for no state.
        if let Some(inner) = phrase.inner_body()
            && institution.is_some_and(|body| body.class == InstitutionClass::Civil)
            && kind == ActorKind::State
            && class.is_some_and(speaks_for_body)
        {
            return Some(self.owned_body(&inner, owner));
        }
        let force = institution.is_some() || phrase.owner_named || kind != ActorKind::State;
        match class? {
            RoleClass::Military if !force => None,
            RoleClass::Head
            | RoleClass::Official
            | RoleClass::Military
            | RoleClass::Unnamed
            | RoleClass::Link => {
                let power = phrase.power.or(institution
                    .filter(|body| body.class == InstitutionClass::Power)
                    .and(phrase.institution));
                let power = power.filter(|_| kind == ActorKind::State);
                // Whoever presides over a parliament or a court by name is a
                // politician of his own; the spokesman speaks for it.
                if power.is_some() && class == Some(RoleClass::Head) && phrase.person.is_some() {
                    return None;
                }
                match power {
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
}

/// Those in office at a body who speak for it.
pub(super) fn speaks_for_body(class: RoleClass) -> bool {
    matches!(
        class,
        RoleClass::Head
            | RoleClass::Official
            | RoleClass::Military
            | RoleClass::Party
            | RoleClass::Unnamed
    )
}
