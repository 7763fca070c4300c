//! Where a noun phrase can start, and the words before which none goes on: of
//! time, manner, occasion, and where the words went.

use std::ops::Range;

use super::scene::{Named, Scene};
use crate::arabic::{Particle as Prefix, Pronoun, TokenKind};
use crate::lexicon::{Particle, RoleClass, Who, has_article};

impl Scene<'_> {
    /// Whether a noun phrase can start here.
    pub fn starts_phrase(&self, at: usize) -> bool {
        if self.opened(at).is_some() {
            return self.is_name_quotation(at);
        }
        match self.kind(at) {
            Some(TokenKind::Symbol) => self.is_nominal(at + 1),
            Some(TokenKind::Number) => true,
            Some(TokenKind::Word | TokenKind::Initials) => {
                let word = self.word(at);
                (self.is_nominal(at) || word.is(Particle::DEMONSTRATIVE))
                    && self.prefix(at).is_none()
            }
            _ => false,
        }
    }

    /// A short quotation that is a name: nothing in it is a clause.
    pub fn is_name_quotation(&self, at: usize) -> bool {
        let clause = Particle::COMPLEMENTIZER
            .or(Particle::NEGATION)
            .or(Particle::PRONOUN)
            .or(Particle::COPULA)
            .or(Particle::RELATIVE)
            .or(Particle::DEMONSTRATIVE);
        let closed = self
            .opened(at)
            .filter(|quotation| quotation.close.is_some());
        closed.is_some_and(|quotation| {
            let inside = quotation.inside.clone();
            let known = matches!(
                self.named(inside.start),
                Named::Actor | Named::Outlet | Named::Person
            ) && self.name_end(inside.start) >= inside.end;
            // "اعتبره الحزب «استهدافا للمعارضة»".
            let said = self.word(inside.start).shape.accusative;
            let short = inside.len() <= 5 && !inside.is_empty() && !said;
            known || short && { inside }.all(|at| !self.is_verb(at) && !self.is(at, clause))
        })
    }

    /// "ناشطون لوكالة الأنباء": the medium they spoke to, and not theirs.
    pub(super) fn is_told(&self, at: usize) -> bool {
        let medium = |who: Who| matches!(who, Who::Medium(_));
        let found = || self.words.name_at(at);
        self.has(at, Prefix::Li)
            && found().is_some_and(|found| found.senses().any(|sense| medium(sense.who)))
    }

    /// The stop behind a one-letter title, before the name.
    pub fn is_title_stop(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|&before| self.is_word(before));
        self.form(at) == "."
            && before.is_some_and(|before| self.form(before).chars().nth(1).is_none())
            && self.is_word(at + 1)
    }

    /// "A security official", "a leader in the party": an office without the
    /// article and nobody's name, of whom a clause may tell.
    pub(super) fn is_some_official(&self, phrase: &Range<usize>) -> bool {
        let second = phrase.start + 1;
        let (office, next) = (self.word(phrase.start), self.word(second));
        let relation = self.form(second).ends_with('ي') || self.form(second).ends_with("يه");
        let described = next.is(Particle::PREPOSITION)
            || !next.split.article
                && self.words.given(second).is_none()
                && (relation || next.shape.relation || next.shape.known)
                && !matches!(self.named(second), Named::Actor | Named::Institution);
        self.named(phrase.start) == Named::Role
            && !office.split.article
            && office.split.pronoun.is_none()
            && phrase.len() > 1
            && described
    }

    /// Words after which no noun phrase goes on: of time, manner, occasion.
    pub fn is_adverbial(&self, at: usize) -> bool {
        let word = self.word(at);
        let ending = Particle::PREPOSITION_ADVERBIAL
            .or(Particle::TIME)
            .or(Particle::ADVERB)
            .or(Particle::CONNECTIVE);
        if self.named(at) != Named::No && !word.is_function() {
            // "to the agency", "to journalists": where the words went.
            return self.has(at, Prefix::Li)
                && matches!(self.named(at), Named::Medium | Named::Outlet | Named::Press);
        }
        if word.is(ending) || self.is_period(at) || self.is_manner(at) {
            return true;
        }
        if !word.is(Particle::PREPOSITION) {
            let to = word.has(Prefix::Li) || word.is(Particle::FRAME_LI);
            let marked = matches!(self.kind(at + 1), Some(TokenKind::Quote | TokenKind::Open));
            return to && marked;
        }
        // "في نفس الوقت".
        let same = self.is(at + 1, Particle::SAME) && self.is_occasion(at + 2);
        same || self.is_occasion(at + 1) && !self.is_field(at) || !self.may_join(at)
    }

    /// "الباحث في الشأن السياسي": what somebody knows of belongs to them.
    fn is_field(&self, at: usize) -> bool {
        let lexicon = self.words.lexicon;
        let expert = |who: Who| match who {
            Who::Role(role) => lexicon
                .roles
                .list
                .get(usize::from(role))
                .is_some_and(|role| role.class == RoleClass::Expert),
            _ => false,
        };
        let of_expert = |at: usize| {
            let found = self.words.name_at(at);
            found.is_some_and(|found| found.senses().any(|sense| expert(sense.who)))
        };
        at.checked_sub(1).is_some_and(of_expert)
            && self.is(at, Particle::FRAME_FI)
            && has_article(self.form(at + 1))
            && has_article(self.form(at + 2))
    }

    /// An adjective of relation in the accusative: "officially".
    fn is_manner(&self, at: usize) -> bool {
        let form = self.form(at);
        // "ماريا", "أليغريا": names of women end so too.
        let name = has_article(form) || self.words.given(at).is_some();
        self.named(at) == Named::No && form.chars().count() >= 5 && form.ends_with("يا") && !name
    }

    /// "last year", "2018": a stretch of time, not "general" or "year" alone.
    fn is_period(&self, at: usize) -> bool {
        self.is(at, Particle::PERIOD)
            && (self.is(at + 1, Particle::PERIOD_ADJECTIVE.or(Particle::TIME))
                || self.is(at + 2, Particle::PERIOD_ADJECTIVE)
                    && (self.is_unknown(at + 1) || self.named(at + 1) == Named::Person)
                || self.kind(at + 1) == Some(TokenKind::Number))
    }

    /// A noun of occasion or medium, also with a pronoun: "in his speech".
    fn is_occasion(&self, at: usize) -> bool {
        self.is(at, Particle::OCCASION)
            || matches!(self.named(at), Named::Medium | Named::Outlet | Named::Press)
    }

    /// A preposition that may stand inside a source phrase.
    fn may_join(&self, at: usize) -> bool {
        self.word(at).split.pronoun.is_none() && self.is(at, Particle::PREPOSITION_INSIDE)
    }

    /// What no office and no name goes on with: a function word, a quotation,
    /// a noun of what is said, a common noun with its article where the
    /// holder's name should be.
    pub(super) fn is_foreign_to_name(&self, at: usize, person: usize) -> bool {
        let word = self.word(at);
        let function = word.is_function()
            && !word.is(Particle::PREPOSITION_INSIDE.or(Particle::FRAME_ABOUT))
            && self.named(at) == Named::No;
        let starts_person = self
            .words
            .reading
            .tokens
            .get(at)
            .is_some_and(|token| token.span.start == person);
        let after_definite = word.split.article && self.word(at - 1).split.article;
        // "السفير الصحافيين", "المبعوث أعضاء المجلس", "الرئيس التونسي الرئيس الفرنسي":
        // those spoken to.
        let addressed = after_definite
            && self.is_oblique(at)
            && self.named(at) != Named::Adjective
            && !self.is_oblique(at - 1)
            || self.word(at - 1).split.article
                && self.is_many(at)
                && !word.split.article
                && !word.conjoined()
            || after_definite
                && self.named(at) == Named::Role
                && self.named(at + 1) == Named::Adjective
            || self.has(at, Prefix::Li) && word.split.pronoun.is_some_and(Pronoun::is_third);
        let common = addressed
            || after_definite && (starts_person || self.is_abstract(at) || self.is_many(at));
        // "The envoy to Syria", and not "to naming": what one is called on to do.
        let done = word.is(Particle::PREPOSITION_INSIDE) && self.is_abstract(at + 1);
        let tied = word.has(Prefix::Bi)
            && !word.is_function()
            && !matches!(self.named(at), Named::Institution | Named::Actor);
        function
            || done
            || tied
            || common
            || word.is(Particle::FRAME_LI)
            || word.is(Particle::ABSTRACT) && !word.split.article
            || word.is(Particle::OCCASION) && !word.is(Particle::PERIOD)
            || self.is_saying(at)
            || self.opened(at).is_some() && !self.is_name_quotation(at)
    }
}
