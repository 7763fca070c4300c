//! Noun phrases of office and institution: how far they go, who holds the
//! office, whose office it is.
//!
//! "وزير الخارجية الروسي سيرغي لافروف", "الناطق باسم بعثة المراقبة، العميد
//! سامي الحداد", "مصدر رسمي في وزارة الخارجية الأذربيجانية": role, institution,
//! owner, person, joined by genitive, adjectives, a preposition that leads to
//! another body, or a comma of apposition. None crosses a line end, a verb or a
//! conjunction (but within a ministry's name).

use super::hits::{Hit, Hits};
use super::names;
use super::office::Phrase;
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{
    Gender, How, Institution, InstitutionClass, Number, Particle, Person, RoleClass, Who,
    has_article,
};
use crate::stance::words::{Words, is_derived};

/// What stands before the next part of a phrase.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    Direct,
    /// A preposition to the body one belongs to or speaks for.
    At,
    /// A preposition to where one is sent.
    To,
}

pub(super) struct Reader<'w, 'a> {
    pub words: &'w Words<'a>,
    pub hits: &'w Hits,
}

/// More words than this no phrase of office has.
const LONGEST: usize = 24;

impl Reader<'_, '_> {
    /// The phrase that a noun of office or institution opens.
    pub fn read(&self, head: &Hit) -> Phrase {
        let mut phrase = Phrase {
            tokens: head.tokens(),
            office: head.tokens(),
            roles: head.role().into_iter().collect(),
            institution: head.institution(),
            body: None,
            power: None,
            owner: None,
            owner_named: false,
            person: None,
            represented: None,
            quoted: None,
            grammar: head.sense.grammar,
            possessed: head.split.pronoun.is_some(),
            spoken_for: false,
            former: false,
            modified: false,
        };
        if phrase
            .institution
            .and_then(|body| self.words.lexicon.institutions.get(body))
            .is_some_and(Institution::is_homeland)
        {
            return phrase;
        }
        if head.split.article {
            phrase.grammar.definite = true;
        }
        let mut joint = Joint::Direct;
        while phrase.tokens.len() < LONGEST {
            let at = phrase.tokens.end;
            let Some(next) = self.step(&mut phrase, at, &mut joint) else {
                break;
            };
            phrase.tokens.end = next;
            if phrase.person.is_none() {
                phrase.office.end = next;
            }
        }
        phrase.grammar.definite |= self.ends_definite(&phrase);
        self.apposition(&mut phrase);
        // "المتحدث باسم الوزارة فلان" is so-and-so himself, "باسم القائد فلان"
        // the commander.
        let for_somebody =
            phrase.roles.len() > 1 || phrase.owner.is_none() && phrase.institution.is_none();
        if phrase.spoken_for && for_somebody && phrase.person.is_some() {
            phrase.represented = phrase.person.take();
            phrase.office = phrase.tokens.clone();
        }
        self.name_before(&mut phrase);
        phrase
    }

    /// Takes one part in and gives the token after it.
    fn step(&self, phrase: &mut Phrase, at: usize, joint: &mut Joint) -> Option<usize> {
        let token = self
            .words
            .reading
            .tokens
            .get(at)
            .filter(|token| !token.first_of_line)?;
        match token.kind {
            TokenKind::Word | TokenKind::Initials => self.word(phrase, at, joint),
            // The hash of a hashtag.
            TokenKind::Symbol
                if token.span.of(self.words.reading.text) == "#" && self.words.is_word(at + 1) =>
            {
                self.word(phrase, at + 1, joint)
            }
            TokenKind::Open => self.bracket(at),
            TokenKind::Quote => self.quoted(phrase, at),
            _ => None,
        }
    }

    fn word(&self, phrase: &mut Phrase, at: usize, joint: &mut Joint) -> Option<usize> {
        let word = self.words.get(at)?;
        let direct = *joint == Joint::Direct;
        if let Some(hit) = self.hits.starting(at) {
            return self.hit(phrase, hit, joint);
        }
        if word.conjoined() && self.second_trade(phrase, at) {
            return Some(at + 1);
        }
        if let Some(end) = self.purpose(phrase, at).or_else(|| self.former(phrase, at)) {
            phrase.modified = true;
            return Some(end);
        }
        if word.conjoined() {
            // "وزير الثقافة والإعلام": a ministry of two things.
            let two = self.of_ministry(phrase) && phrase.person.is_none() && phrase.owner.is_none();
            return (two && word.split.article && word.split.particle.is_none()).then_some(at + 1);
        }
        if word.is(Particle::PREPOSITION) && phrase.person.is_none() {
            return self.preposition(phrase, at, joint);
        }
        if phrase.person.is_some() || word.is_function() {
            return None;
        }
        if word.split.article {
            if word.split.particle.is_some() || !direct && phrase.owner.is_some() {
                return None;
            }
            // "المتحدث الصفعة": an adjective has the gender of its noun.
            let head = self.words.get(phrase.tokens.start);
            let apart = phrase.tokens.len() == 1
                && head.is_some_and(|head| head.split.article)
                && !phrase.roles.is_empty()
                && phrase.grammar.number == Number::Singular
                && phrase.grammar.gender == Gender::Masculine
                && word.shape.feminine
                && !word.shape.known;
            // "النقابة المقترح": nor has a noun in the feminine one in the masculine.
            let form = self.words.reading.form(at);
            let object = phrase.tokens.len() == 1
                && head.is_some_and(|head| head.split.article && head.shape.feminine)
                && phrase.grammar.number == Number::Singular
                && !(word.shape.feminine || form.ends_with(['ي', 'ا']));
            if apart || object {
                return None;
            }
            if phrase.possessed && phrase.office.len() == 1 && !word.shape.relation {
                return None;
            }
            let thing = Particle::ABSTRACT.or(Particle::COMMON);
            let thing = thing.or(Particle::LAW).or(Particle::DOCUMENT);
            let noun = (word.is_masdar() || word.is(thing)) && !word.shape.relation
                || form.ends_with("ات");
            let before = self.words.get(at - 1);
            let after = before.is_some_and(|before| before.split.article);
            if noun && after && phrase.grammar.number == Number::Singular {
                return None;
            }
            phrase.modified = true;
            return Some(at + 1);
        }
        let holder = !phrase.roles.is_empty()
            || !phrase.grammar.definite
                && phrase.owner.is_none()
                && !phrase.modified
                && !phrase.possessed;
        let definite = phrase.grammar.definite
            || phrase.owner.is_some()
            || phrase.possessed
            || self.ends_definite(phrase);
        // Several people have no one name.
        let several = phrase.grammar.number == Number::Plural && !phrase.spoken_for;
        if definite && (!holder || several) {
            return None;
        }
        if definite && *joint == Joint::Direct {
            let nameless = matches!(
                self.class(phrase),
                Some(RoleClass::Unnamed | RoleClass::Citizen)
            );
            let name =
                names::after_role(self.words, self.hits, at, phrase.owner.is_some(), nameless)?;
            let end = name.end;
            phrase.person = Some(name);
            return Some(end);
        }
        self.indefinite(phrase, at)
    }

    /// A word without article after a head without one: an adjective, a
    /// genitive, or a name.
    fn indefinite(&self, phrase: &mut Phrase, at: usize) -> Option<usize> {
        let word = self.words.get(at)?;
        if word.split.particle.is_some() || word.is_surely_verb() {
            return None;
        }
        let several = phrase.grammar.number == Number::Plural && !phrase.spoken_for;
        // "حكومة تصريف الأعمال": a verbal noun with its genitive is no name.
        let genitive = self
            .words
            .get(at + 1)
            .is_some_and(|next| next.split.article && !next.conjoined());
        let derived = genitive && is_derived(self.words.reading.form(at));
        let body = derived || phrase.roles.is_empty() && self.of_body(phrase);
        if let Some(end) =
            names::run(self.words, self.hits, at, names::Trust::Alone).filter(|_| !several && !body)
        {
            phrase.person = Some(at..end);
            return Some(end);
        }
        let taken = phrase.tokens.len() < 4 && !word.shape.accusative;
        // "أمني" might be a verb in the first person, which sources are not in.
        let verb = word
            .finite()
            .any(|verbal| verbal.form.person == Person::Third);
        let fits = (word.shape.relation || word.shape.known || body) && !verb;
        if taken && fits {
            phrase.modified = true;
            return Some(at + 1);
        }
        None
    }

    fn hit(&self, phrase: &mut Phrase, hit: &Hit, joint: &mut Joint) -> Option<usize> {
        if hit.conjoined() {
            return None;
        }
        // "المجموعة مقاطعتها": behind what is definite no genitive stands.
        let owned = hit.split.pronoun.is_some() && hit.prefix().is_none();
        if owned && *joint == Joint::Direct && self.ends_definite(phrase) {
            return None;
        }
        let prefixed = matches!(hit.prefix(), Some(Prefix::Bi | Prefix::Li));
        let at = prefixed || *joint == Joint::At;
        let done = phrase.person.is_some();
        match hit.sense.who {
            who @ (Who::State(_) | Who::Organisation(_) | Who::Group(_)) => {
                if hit.is_adjective() && !prefixed {
                    if done || phrase.owner.is_some() && *joint != Joint::Direct {
                        return None;
                    }
                    self.own(phrase, who, false);
                    return Some(hit.end);
                }
                if done || hit.prefix().is_some() && !prefixed {
                    return None;
                }
                match *joint {
                    Joint::Direct if !prefixed && self.is_object(phrase, hit) => return None,
                    Joint::To => *joint = Joint::Direct,
                    Joint::Direct if !prefixed && phrase.owner.is_some() => return None,
                    Joint::Direct
                        if !prefixed
                            && phrase.grammar.definite
                            && !phrase.modified
                            && !phrase.roles.is_empty()
                            && phrase.roles.len() == 1
                            && phrase.institution.is_none() =>
                    {
                        return None;
                    }
                    Joint::At if !self.stands_in(phrase) && !prefixed => *joint = Joint::Direct,
                    _ => {
                        self.own(phrase, who, true);
                        *joint = Joint::Direct;
                    }
                }
                Some(hit.end)
            }
            Who::Role(role) => {
                if done || hit.prefix().is_some() && !at {
                    return None;
                }
                // "الصحة التونسية السكان": those spoken to.
                let several = hit.sense.grammar.number == Number::Plural;
                if several && phrase.roles.is_empty() && phrase.owner.is_some() && !at {
                    return None;
                }
                let adjective = self
                    .words
                    .lexicon
                    .roles
                    .get(role)
                    .is_some_and(|role| role.is_adjective());
                // "نقابة المعلمين": those a body is of hold no office of it.
                let members = phrase.roles.is_empty() && self.of_body(phrase);
                if (!adjective || !phrase.roles.is_empty() || at) && !members {
                    phrase.roles.push(role);
                }
                phrase.modified = true;
                *joint = Joint::Direct;
                Some(hit.end)
            }
            Who::Institution(body) => {
                let loose = prefixed && phrase.roles.is_empty() && !phrase.modified;
                let other = *joint == Joint::Direct && !prefixed && self.is_object(phrase, hit);
                if done || loose || other || hit.prefix().is_some() && !prefixed {
                    return None;
                }
                if phrase.institution.is_none() {
                    phrase.body = Some(hit.start);
                }
                phrase.institution.get_or_insert(body);
                phrase.possessed |= hit.split.pronoun.is_some();
                if self
                    .words
                    .lexicon
                    .institutions
                    .get(body)
                    .is_some_and(|body| body.class == InstitutionClass::Power)
                {
                    phrase.power = Some(body);
                }
                phrase.modified = true;
                *joint = Joint::Direct;
                Some(hit.end)
            }
            Who::Person(_) => {
                if done || hit.prefix().is_some() {
                    return None;
                }
                phrase.person = Some(hit.tokens());
                Some(hit.end)
            }
            Who::Medium(_) | Who::Outlet(_) => {
                let media = self.class(phrase) == Some(RoleClass::Media)
                    || phrase.institution.is_none() && phrase.modified;
                (!done && media && hit.prefix().is_none()).then_some(hit.end)
            }
            // "مدير صحة إدلب", "في غزة": where, not whose.
            Who::Place(_) => {
                let led = at
                    || *joint == Joint::To
                    || !phrase.grammar.definite && !hit.sense.grammar.definite;
                if done || hit.prefix().is_some() && !prefixed || !led && phrase.owner.is_some() {
                    return None;
                }
                if self.stands_in(phrase)
                    && let Who::Place(land) = hit.sense.who
                    && let Some(state) = self.state_of_land(land)
                {
                    self.own(phrase, state, true);
                }
                phrase.modified = true;
                *joint = Joint::Direct;
                Some(hit.end)
            }
            Who::Nothing => None,
        }
    }

    pub(super) fn own(&self, phrase: &mut Phrase, who: Who, named: bool) {
        if phrase.owner.is_none() {
            phrase.owner = Some(who);
            phrase.owner_named = named;
        }
    }

    /// Whether the last word taken in has the article.
    pub(super) fn ends_definite(&self, phrase: &Phrase) -> bool {
        let last = phrase.tokens.end - 1;
        let hit = self
            .hits
            .over(last)
            .is_some_and(|hit| hit.sense.grammar.definite && hit.sense.how != How::Noun);
        hit || self
            .words
            .get(last)
            .is_some_and(|word| word.split.article || word.split.pronoun.is_some())
            || has_article(self.words.reading.form(last))
    }
}
