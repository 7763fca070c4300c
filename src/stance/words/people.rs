//! Names of people that are spelled like a verb or a function word: حسن, أشرف,
//! علي, باسم.
//!
//! Behind a verb no other verb stands, and behind an office with a family name
//! to follow none does either: there the word is a name and nothing else.

use super::{Word, Words};
use crate::arabic::{Pronoun, Split, TokenKind};
use crate::lexicon::{NamePart, Particle, Person, Who, has_article};

impl Words<'_> {
    pub(super) fn tell_names(&mut self) {
        let names: Vec<usize> = (1..self.len())
            .filter(|&at| self.is_name_here(at))
            .collect();
        for at in names {
            let Some(word) = self.get(at).cloned() else {
                continue;
            };
            self.table.push(Word {
                split: Split::default(),
                uses: Particle::default(),
                verbs: Vec::new(),
                surely_verb: false,
                reports: false,
                attributes: false,
                speech: false,
                ..word
            });
            if let Some(id) = self.ids.get_mut(at) {
                *id = u32::try_from(self.table.len() - 1).unwrap_or_default();
            }
        }
    }

    fn is_name_here(&self, at: usize) -> bool {
        let Some(word) = self.get(at) else {
            return false;
        };
        // "أم محمد": what opens a name is one before a given name.
        let opens = word.given == Some(NamePart::Inner)
            && word.is_function()
            && self.given(at + 1) == Some(NamePart::Given);
        if word.given != Some(NamePart::Given) && !opens
            || word.verbs.is_empty() && !word.is_function() && word.split.is_whole()
        {
            return false;
        }
        // "على" folds to what "علي" does.
        let ends_otherwise = || {
            let token = self.reading.tokens.get(at);
            token.is_some_and(|token| token.span.of(self.reading.text).ends_with('\u{649}'))
        };
        if word.is_function() && ends_otherwise() {
            return false;
        }
        let before = at - 1;
        let verb = self.get(before).is_some_and(|word| {
            word.reports
                && word.is_surely_verb()
                && word
                    .finite()
                    .any(|verbal| verbal.form.person == Person::Third)
        });
        let aside = || {
            self.kind(before) == Some(TokenKind::Comma)
                && (at + 2..at + 4).any(|end| self.kind(end) == Some(TokenKind::Comma))
        };
        // "فيصل" is no "and so arrives" before a family's name.
        let joined = word
            .verbs
            .iter()
            .all(|verbal| verbal.split.conjunction.is_some());
        let joined = joined && !word.verbs.is_empty() && word.given.is_some();
        (verb || self.is_office(before) || aside() || joined)
            && self.goes_on(at + 1, verb || joined)
    }

    /// An office, or the body it is of.
    fn is_office(&self, at: usize) -> bool {
        self.name_at(at).is_some_and(|found| {
            let office = |who| matches!(who, Who::Role(_) | Who::Institution(_));
            found.end == at + 1 && found.senses().any(|sense| office(sense.who))
        })
    }

    /// A further name, or a word nobody knows; with the article it must look like a
    /// family's name.
    fn goes_on(&self, at: usize, verb: bool) -> bool {
        let Some(word) = self.get(at).filter(|_| self.is_word(at)) else {
            return false;
        };
        if word.given.is_some() {
            return !word.is_function() || word.given != Some(NamePart::Given);
        }
        let form = self.reading.form(at);
        // "المنصوري" is no "my victor".
        if has_article(form) && form.ends_with('ي') && !word.is_function() {
            return form.chars().count() >= 5;
        }
        let article = word.split.article;
        let mine = matches!(word.split.pronoun, None | Some(Pronoun::My | Pronoun::Me));
        !word.shape.known
            && !word.is_function()
            && !word.conjoined()
            && mine
            && !word.is_surely_verb()
            && (!article && !word.shape.accusative || article && verb && !word.shape.feminine)
    }
}
