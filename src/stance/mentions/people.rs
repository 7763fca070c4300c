//! People named without an office, and by part of their names.

use rustc_hash::FxHashMap;

use super::build::Builder;
use super::{EntityId, MentionKind, names};
use crate::arabic::{Particle as Prefix, Splits};
use crate::lexicon::{Grammar, NamePart, with_article};

impl Builder<'_, '_> {
    /// Names of people outside any phrase: a given name and what goes with it.
    pub(super) fn lone_names(&mut self) {
        let mut token = 0;
        while token < self.words.len() {
            let given = self.words.lexicon.given.of(self.words.reading.form(token));
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
    pub(super) fn part(
        &self,
        parts: &FxHashMap<String, EntityId>,
        token: usize,
    ) -> Option<EntityId> {
        let form = self.words.reading.form(token);
        if names::is_function(self.words, token) {
            return None;
        }
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
}
