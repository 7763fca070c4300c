//! How a phrase of office goes on past its nouns: prepositions, brackets,
//! quotation marks, apposition, a name that stands before.

use super::around::{adjoins, quotation_at};
use super::hits::Hit;
use super::names;
use super::office::Phrase;
use super::phrase::{Joint, Reader};
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{Institution, InstitutionClass, Link, Particle, RoleClass, Who};

impl Reader<'_, '_> {
    /// Whether "in" a state or place says whose it is: of a ministry, a
    /// government, an official, and of whatever speaks "in the name of"; a
    /// soldier or an embassy there is somebody else's.
    pub(super) fn stands_in(&self, phrase: &Phrase) -> bool {
        let body = phrase
            .institution
            .and_then(|body| self.words.lexicon.institutions.get(body));
        match body {
            Some(body) => body.class == InstitutionClass::State && !body.is_mission(),
            None => phrase.spoken_for || self.class(phrase) == Some(RoleClass::Unnamed),
        }
    }

    /// A preposition goes on with the phrase where a body, an actor or a place
    /// follows, and not an occasion.
    pub(super) fn preposition(
        &self,
        phrase: &mut Phrase,
        at: usize,
        joint: &mut Joint,
    ) -> Option<usize> {
        let word = self.words.get(at)?;
        if word.split.pronoun.is_some() || !adjoins(self.words, at + 1) {
            return None;
        }
        let next = self.words.get(at + 1)?;
        let hit = self.hits.starting(at + 1).or_else(|| {
            let hash = self.words.kind(at + 1) == Some(TokenKind::Symbol);
            self.hits.starting(at + 2).filter(|_| hash)
        });
        let body = hit.is_some_and(|hit| {
            hit.actor().is_some() && !hit.is_adjective()
                || hit.institution().is_some()
                || matches!(hit.sense.who, Who::Place(_))
        });
        let kind = self.words.lexicon.links.of(self.words.stem(at))?;
        let fits = match kind {
            Link::For => {
                self.words.is_word(at + 1) || self.words.kind(at + 1) == Some(TokenKind::Quote)
            }
            Link::At => body && !next.is(Particle::OCCASION),
            Link::To => self.envoy(phrase) && (body || next.may_be_nominal()),
            Link::Of => body && !phrase.grammar.definite && self.may_come_from(phrase),
        };
        if !fits {
            return None;
        }
        phrase.spoken_for |= kind == Link::For;
        *joint = if kind == Link::To {
            Joint::To
        } else {
            Joint::At
        };
        // A place that the lexicon does not know.
        Some(if kind == Link::To && hit.is_none() {
            at + 2
        } else {
            at + 1
        })
    }

    /// "خبير من …", "مسؤول من …".
    pub(super) fn may_come_from(&self, phrase: &Phrase) -> bool {
        use RoleClass::{Deputy, Expert, Link, Media, Party, Unnamed};
        matches!(
            self.class(phrase),
            Some(Deputy | Expert | Link | Media | Party | Unnamed)
        )
    }

    /// "اتهم الوزير الحكومة", "دعا الناطق العسكري إسرائيل": what is definite behind an
    /// office that is so by its article is not whose office it is, but another.
    pub(super) fn is_object(&self, phrase: &Phrase, hit: &Hit) -> bool {
        let word = |at: usize| self.words.get(at);
        let before = hit.start.checked_sub(1).and_then(word);
        let own = word(hit.start).is_some_and(|word| word.shape.relation && word.split.article);
        !phrase.roles.is_empty()
            && phrase.institution.is_none()
            && before.is_some_and(|before| before.split.article)
            && !own
            && !hit.is_adjective()
    }

    /// "(ناتو)", "(رئيس الأركان)": a few words.
    pub(super) fn bracket(&self, at: usize) -> Option<usize> {
        let close =
            (at + 2..at + 6).find(|token| self.words.kind(*token) == Some(TokenKind::Close))?;
        (at + 1..close)
            .all(|token| self.words.is_word(token))
            .then_some(close + 1)
    }

    /// "منظمة «أطباء»": a name in marks.
    pub(super) fn quoted(&self, phrase: &mut Phrase, at: usize) -> Option<usize> {
        let quotation = quotation_at(self.words, at)?;
        let close = quotation.close?;
        // 'وزير الخارجية "فلان"': the holder's name in marks.
        let holder = !phrase.roles.is_empty()
            && phrase.person.is_none()
            && (phrase.owner.is_some() || self.ends_definite(phrase));
        let inside = quotation.inside.clone();
        if holder
            && names::run(self.words, self.hits, inside.start, names::Trust::Alone)
                == Some(inside.end)
            && inside.len() > 1
        {
            phrase.person = Some(inside);
            return Some(close + 1);
        }
        let body = phrase.roles.is_empty() && phrase.institution.is_some() || phrase.spoken_for;
        let first = self.words.get(at + 1)?;
        if !body
            || phrase.possessed
            || first.conjoined()
            || first.split.particle.is_some()
            || first.is_function()
            || phrase.person.is_some()
            || phrase.quoted.is_some()
            || quotation.inside.len() > 6
        {
            return None;
        }
        if let Some(who) = self.hits.starting(at + 1).and_then(Hit::actor) {
            self.own(phrase, who, true);
        }
        phrase.quoted = Some(quotation.inside.clone());
        phrase.modified = true;
        Some(close + 1)
    }

    /// ", the general so-and-so", ", so-and-so,": who holds the office.
    pub(super) fn apposition(&self, phrase: &mut Phrase) {
        let comma = phrase.tokens.end;
        if phrase.person.is_some()
            || phrase.roles.is_empty()
            || self.words.kind(comma) != Some(TokenKind::Comma)
        {
            return;
        }
        let mut at = comma + 1;
        if self.words.kind(at) == Some(TokenKind::Symbol) {
            at += 1;
        }
        if !adjoins(self.words, at) || self.words.get(at).is_none_or(|word| word.conjoined()) {
            return;
        }
        // A rank or title before the name.
        let title = self
            .hits
            .starting(at)
            .filter(|hit| hit.role().is_some() && hit.prefix().is_none());
        let mut name = title.map_or(at, |hit| hit.end);
        if let Some(hit) = self
            .hits
            .starting(name)
            .filter(|hit| title.is_some() && hit.is_adjective())
        {
            name = hit.end;
        }
        let rank = title
            .and_then(Hit::role)
            .and_then(|role| self.words.lexicon.roles.get(role));
        let trust = if rank.is_some_and(|role| role.is_rank() || role.class == RoleClass::Head) {
            names::Trust::AfterRole
        } else {
            names::Trust::Alone
        };
        let Some(end) = names::run(self.words, self.hits, name, trust) else {
            return;
        };
        if title.is_some() || end > name + 1 || names::ends_name(self.words, end) {
            phrase.person = Some(name..end);
            phrase.tokens.end = end;
        }
    }

    /// "So-and-so, the spokesman of …": the name stands before.
    pub(super) fn name_before(&self, phrase: &mut Phrase) {
        let definite = phrase.grammar.definite || phrase.owner.is_some();
        if phrase.person.is_some()
            || phrase.roles.is_empty()
            || !definite
            || self
                .words
                .get(phrase.tokens.start)
                .is_some_and(|word| word.conjoined())
        {
            return;
        }
        let Some(before) = phrase
            .tokens
            .start
            .checked_sub(1)
            .filter(|_| adjoins(self.words, phrase.tokens.start))
        else {
            return;
        };
        let comma = self.words.kind(before) == Some(TokenKind::Comma);
        let end = if comma { before } else { before + 1 };
        for start in end.saturating_sub(5)..end {
            if names::run(self.words, self.hits, start, names::Trust::Alone) == Some(end)
                && (end > start + 1 || !comma && self.is_known_by_one_name(phrase, start))
                && (comma
                    || end == start + 1
                    || self
                        .words
                        .lexicon
                        .given
                        .of(self.words.stem(start))
                        .is_some())
            {
                phrase.person = Some(start..end);
                phrase.tokens.start = start;
                return;
            }
        }
    }

    /// "زيزو لاعب …": players and artists go by one name.
    fn is_known_by_one_name(&self, phrase: &Phrase, name: usize) -> bool {
        self.class(phrase) == Some(RoleClass::Citizen)
            && self.hits.over(name).is_none()
            && self.hits.count(name) > 1
    }

    /// A union, an association, a council: what follows its noun is what it is
    /// of, and nobody's name.
    pub(super) fn of_body(&self, phrase: &Phrase) -> bool {
        let body = phrase
            .institution
            .and_then(|body| self.words.lexicon.institutions.get(body));
        phrase.person.is_none() && body.is_some_and(Institution::is_body)
    }

    /// "رئيس الوزراء السابق", "وزير بريطاني مستقيل".
    pub(super) fn former(&self, phrase: &Phrase, at: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        let held = !phrase.roles.is_empty() && phrase.person.is_none();
        let plain = word.split.particle.is_none() && !word.conjoined();
        (held && plain && word.is(Particle::FORMER)).then_some(at + 1)
    }

    /// "الهيئة العامة للاستعلامات", "الاتحاد الآسيوي لكرة القدم": the words after
    /// ل tell what the body is for.
    pub(super) fn purpose(&self, phrase: &Phrase, at: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        let named = phrase.modified || phrase.owner.is_some();
        let whole = self.of_body(phrase)
            && named
            && self.ends_definite(phrase)
            && word.has(Prefix::Li)
            && word.split.pronoun.is_none()
            && !word.conjoined();
        if !whole {
            return None;
        }
        if word.split.article {
            return Some(at + 1);
        }
        let next = self.words.get(at + 1)?;
        let genitive = next.split.article && !next.conjoined() && next.split.particle.is_none();
        (genitive && adjoins(self.words, at + 1)).then_some(at + 2)
    }

    /// "غرفة تجارة وصناعة …": a second trade before the owner.
    pub(super) fn second_trade(&self, phrase: &Phrase, at: usize) -> bool {
        let Some(word) = self.words.get(at) else {
            return false;
        };
        let owner = self.hits.starting(at + 1).is_some_and(|hit| {
            (hit.actor().is_some() || matches!(hit.sense.who, Who::Place(_)))
                && hit.prefix().is_none()
                && !hit.conjoined()
        });
        self.of_body(phrase)
            && phrase.modified
            && !word.split.article
            && word.split.particle.is_none()
            && word.split.pronoun.is_none()
            && owner
    }

    pub(super) fn envoy(&self, phrase: &Phrase) -> bool {
        phrase.roles.iter().any(|role| {
            self.words
                .lexicon
                .roles
                .get(*role)
                .is_some_and(|role| role.is_envoy())
        })
    }

    pub(super) fn of_ministry(&self, phrase: &Phrase) -> bool {
        let minister = phrase.roles.iter().any(|role| {
            self.words
                .lexicon
                .roles
                .get(*role)
                .is_some_and(|role| role.id == "minister")
        });
        let body = phrase
            .institution
            .and_then(|body| self.words.lexicon.institutions.get(body));
        minister
            || body.is_some_and(|body| {
                (body.class == InstitutionClass::State || body.is_body())
                    && phrase.modified_or_ministry(body.id)
            })
    }

    pub(super) fn state_of_land(&self, land: u16) -> Option<Who> {
        let land = self.words.lexicon.lands.list.get(usize::from(land))?;
        self.words
            .lexicon
            .countries
            .find(land.country)
            .map(Who::State)
    }

    /// For whom the holder of an office speaks.
    pub fn class(&self, phrase: &Phrase) -> Option<RoleClass> {
        let mut classes = phrase
            .roles
            .iter()
            .filter_map(|role| self.words.lexicon.roles.get(*role))
            .map(|role| role.class);
        let first = classes.next()?;
        let head = self.words.get(phrase.tokens.start)?;
        match (first, classes.next()) {
            (RoleClass::Link, next) => next.or(Some(first)),
            // "نائب وزير الخارجية", and not "النائب رئيس اللجنة".
            (RoleClass::Deputy, Some(RoleClass::Official)) if !head.split.article => {
                Some(RoleClass::Official)
            }
            _ => Some(first),
        }
    }
}

impl Phrase {
    fn modified_or_ministry(&self, id: &str) -> bool {
        self.modified || id == "ministry"
    }
}
