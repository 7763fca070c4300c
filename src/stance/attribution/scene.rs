//! A text as the attribution rules see it: for each token its word, the name
//! it belongs to, and the quotation it stands in.
//!
//! Questions about single tokens are answered here; what they add up to is for
//! the phrase, complement and clause readers.

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::arabic::{Particle as Prefix, Pronoun, Quotation, TokenKind};
use crate::lexicon::{How, NamePart, Number, OutletClass, Particle, RoleClass, Tense, Who};
use crate::stance::mentions::{Entities, MentionKind};
use crate::stance::words::{Word, Words, is_derived};

/// What the lexicon's names say of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Named {
    #[default]
    No,
    /// A state, organisation or group by name.
    Actor,
    /// A person by name.
    Person,
    Outlet,
    Role,
    /// Those who write down what others say, and platforms on which people
    /// write themselves: words go there, but nobody relays them.
    Press,
    Institution,
    Medium,
    /// An adjective of a state or body.
    Adjective,
}

pub(super) struct Scene<'a> {
    pub words: &'a Words<'a>,
    named: Vec<Named>,
    /// The preposition written on a name's first word.
    name_prefix: FxHashMap<usize, Option<Prefix>>,
    /// The end of the name that starts or goes on at a token.
    name_end: Vec<usize>,
    /// The name is a role in the plural.
    many: Vec<bool>,
    opens: FxHashMap<usize, usize>,
    /// One more than the innermost closed quotation a token stands in.
    inside: Vec<u32>,
    /// The token stands in a quotation that nothing closes.
    unclosed: Vec<bool>,
}

/// "بتعميم", "بموافاة": a verbal noun that nobody knows, after بـ.
fn is_derived_after_bi(form: &str) -> bool {
    form.strip_prefix('ب').is_some_and(|stem| {
        stem.chars().count() >= 5
            && (is_derived(stem) || stem.starts_with('م') && stem.ends_with('ه'))
    })
}

impl<'a> Scene<'a> {
    pub fn of(words: &'a Words<'a>, entities: &Entities) -> Self {
        let reading = words.reading;
        let mut scene = Self {
            words,
            named: vec![Named::No; words.len()],
            name_prefix: FxHashMap::default(),
            many: vec![false; words.len()],
            name_end: (1..=words.len()).collect(),
            opens: FxHashMap::default(),
            inside: vec![0; words.len()],
            unclosed: vec![false; words.len()],
        };
        for (index, quotation) in reading.quotations.iter().enumerate() {
            scene.opens.insert(quotation.open, index);
            if quotation.close.is_none()
                && let Some(unclosed) = scene.unclosed.get_mut(quotation.inside.clone())
            {
                unclosed.fill(true);
            }
            if quotation.close.is_some()
                && let Ok(mark) = u32::try_from(index + 1)
                && let Some(inside) = scene.inside.get_mut(quotation.inside.clone())
            {
                inside.fill(mark);
            }
        }
        scene.find_names();
        scene.take_mentions(entities);
        scene
    }

    /// An office with its body, country and holder is one name, as far as the
    /// mentions found it to reach.
    fn take_mentions(&mut self, entities: &Entities) {
        for mention in entities.within(0..self.words.len()) {
            let person = matches!(mention.kind, MentionKind::Office | MentionKind::Person);
            if !person {
                continue;
            }
            let person = mention.person.map_or(usize::MAX, |person| person.start);
            let end = mention
                .tokens
                .clone()
                .skip(1)
                .find(|&at| self.is_foreign_to_name(at, person));
            let tokens = mention.tokens.start..end.unwrap_or(mention.tokens.end);
            for at in tokens.clone() {
                if let Some(end) = self.name_end.get_mut(at) {
                    *end = (*end).max(tokens.end);
                }
                if let Some(named) = self.named.get_mut(at)
                    && *named == Named::No
                {
                    *named = Named::Person;
                }
            }
        }
    }

    /// A role in the plural.
    pub fn is_many(&self, at: usize) -> bool {
        self.many.get(at).copied().unwrap_or_default()
    }

    fn find_names(&mut self) {
        let words = self.words;
        let mut at = 0;
        while at < self.words.len() {
            let found = words.name_at(at).filter(|_| words.is_word(at));
            let Some(found) = found else {
                at += 1;
                continue;
            };
            // An agency is a body too, but where words are told a medium.
            let kinds = || {
                found
                    .senses()
                    .map(|sense| self.kind_of(sense.who, sense.how))
            };
            let medium = kinds().find(|kind| *kind == Named::Medium);
            let kind = medium.or_else(|| kinds().find(|kind| *kind != Named::No));
            // "وزارة الخارجية السعودية": the state's name is its adjective too.
            let told_of =
                at > 0 && !self.word(at).conjoined() && found.split.particle.is_none() && {
                    let before = self.word(at - 1);
                    words.is_word(at - 1) && before.split.article && before.shape.feminine
                };
            let adjective = told_of && kinds().any(|kind| kind == Named::Adjective);
            let kind = if adjective {
                Some(Named::Adjective)
            } else {
                kind
            };
            if let Some(kind) = kind
                && !(found.end == at + 1 && kind != Named::Actor && self.word(at).is_function())
            {
                if let Some(named) = self.named.get_mut(at..found.end) {
                    named.fill(kind);
                }
                self.name_prefix.insert(at, found.split.particle);
                if matches!(kind, Named::Role | Named::Press)
                    && found
                        .senses()
                        .all(|sense| sense.grammar.number != Number::Singular)
                    && let Some(many) = self.many.get_mut(at..found.end)
                {
                    many.fill(true);
                }
                if let Some(ends) = self.name_end.get_mut(at..found.end) {
                    ends.fill(found.end);
                }
            }
            at = found.end.max(at + 1);
        }
    }

    fn kind_of(&self, who: Who, how: How) -> Named {
        match (who, how) {
            (Who::Nothing, _) | (_, How::Weak) => Named::No,
            (_, How::Adjective | How::People) => Named::Adjective,
            (Who::Role(index), _) => {
                let roles = &self.words.lexicon.roles.list;
                match roles.get(usize::from(index)).map(|role| role.class) {
                    Some(RoleClass::Media) => Named::Press,
                    _ => Named::Role,
                }
            }
            (Who::Institution(_), _) => Named::Institution,
            (Who::Medium(_), _) => Named::Medium,
            (Who::Outlet(index), _) => {
                match self.words.lexicon.outlets.list.get(usize::from(index)) {
                    Some(outlet) if outlet.class == OutletClass::Social => Named::Press,
                    _ => Named::Outlet,
                }
            }
            (Who::Person(_), _) => Named::Person,
            _ => Named::Actor,
        }
    }

    pub fn word(&self, at: usize) -> &Word {
        static NONE: std::sync::LazyLock<Word> = std::sync::LazyLock::new(Word::default);
        self.words.get(at).unwrap_or(&NONE)
    }

    pub fn is(&self, at: usize, uses: Particle) -> bool {
        self.word(at).is(uses)
    }

    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.words.kind(at)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.words.is_word(at)
    }

    pub fn named(&self, at: usize) -> Named {
        self.named.get(at).copied().unwrap_or_default()
    }

    pub fn name_end(&self, at: usize) -> usize {
        self.name_end.get(at).copied().unwrap_or(at + 1)
    }

    /// One who can speak, by name or by office.
    pub fn is_someone(&self, at: usize) -> bool {
        matches!(
            self.named(at),
            Named::Actor | Named::Person | Named::Role | Named::Institution
        )
    }

    /// The token before belongs to the same name.
    pub fn goes_on_name(&self, at: usize) -> bool {
        at > 0 && self.name_end(at - 1) > at
    }

    /// The quotation that opens at a token.
    pub fn opened(&self, at: usize) -> Option<&'a Quotation> {
        let index = *self.opens.get(&at)?;
        self.words.reading.quotations.get(index)
    }

    /// The tokens of the innermost closed quotation around a token.
    pub fn quoted(&self, at: usize) -> Option<Range<usize>> {
        let mark = *self.inside.get(at)? as usize;
        let quotation = self.words.reading.quotations.get(mark.checked_sub(1)?)?;
        Some(quotation.inside.clone())
    }

    /// The token stands between marks, or after one that nothing closes.
    pub fn is_quoted(&self, at: usize) -> bool {
        self.inside.get(at).is_some_and(|mark| *mark > 0)
            || self.unclosed.get(at).copied().unwrap_or_default()
    }

    /// A comma, stop or colon.
    pub fn is_break(&self, at: usize) -> bool {
        matches!(
            self.kind(at),
            None | Some(TokenKind::Comma | TokenKind::Stop | TokenKind::Colon)
        )
    }

    pub fn is_comma(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Comma)
    }

    /// A verb that heads a clause, by its spelling.
    pub fn is_verb(&self, at: usize) -> bool {
        self.named(at) == Named::No
            && self.word(at).is_surely_verb()
            && !at
                .checked_sub(1)
                .is_some_and(|before| self.governs_noun(before))
    }

    /// A preposition: what follows is a noun, however it is spelled.
    fn governs_noun(&self, at: usize) -> bool {
        let word = self.word(at);
        self.named(at) == Named::No
            && word.is(Particle::PREPOSITION)
            && !word.is(Particle::RELATIVE_BARE)
            && word.split.pronoun.is_none()
    }

    /// A noun, adjective, name or number.
    pub fn is_nominal(&self, at: usize) -> bool {
        match self.kind(at) {
            Some(TokenKind::Word | TokenKind::Initials) => {
                self.named(at) != Named::No || self.word(at).may_be_nominal()
            }
            Some(TokenKind::Number | TokenKind::Symbol) => true,
            _ => false,
        }
    }

    /// A word nobody knows: in the news, mostly part of a person's name.
    pub fn is_unknown(&self, at: usize) -> bool {
        let word = self.word(at);
        self.is_word(at)
            && self.named(at) == Named::No
            && !word.shape.known
            && word.split.pronoun.is_none()
    }

    /// "إلهام مانع، أستاذة العلوم": two bare words and an office behind a pause.
    fn is_called(&self, at: usize) -> bool {
        let word = self.word(at + 1);
        self.is_nominal(at + 1)
            && !word.split.article
            && word.split.is_whole()
            && self.is_comma(at + 2)
            && self.named(at + 3) == Named::Role
    }

    /// A noun that is said or done, not one who says: a verbal noun, a noun
    /// with a pronoun, a demonstrative.
    pub fn is_abstract(&self, at: usize) -> bool {
        if self.named(at) != Named::No || !self.is_word(at) {
            return false;
        }
        // "A number of deputies".
        if self.is(at, Particle::AMOUNT)
            && (self.is_many(at + 1)
                || self.is(at + 1, Particle::FRAME_MIN)
                || self.is_someone(at + 1))
        {
            return false;
        }
        // "Nasr" is victory, and "Nasr Allah" a man.
        if self.words.given(at + 1) == Some(NamePart::Last)
            || self.words.given(at) == Some(NamePart::Given)
                && (self.is_unknown(at + 1) || self.is_called(at))
        {
            return false;
        }
        let word = self.word(at);
        word.is(Particle::ABSTRACT.or(Particle::DEMONSTRATIVE))
            || !word.is_function()
                && word
                    .verbs
                    .iter()
                    .any(|verbal| verbal.form.tense == Tense::Masdar && verbal.split == word.split)
                && word.split.pronoun.is_none_or(Pronoun::is_third)
    }

    /// The preposition written on the word.
    pub fn prefix(&self, at: usize) -> Option<Prefix> {
        let of_word = || {
            let word = self.word(at);
            let guessed = || self.is_unknown(at) && is_derived_after_bi(self.form(at));
            word.split
                .particle
                .or_else(|| guessed().then_some(Prefix::Bi))
        };
        self.name_prefix.get(&at).copied().unwrap_or_else(of_word)
    }

    pub fn has(&self, at: usize, prefix: Prefix) -> bool {
        self.prefix(at) == Some(prefix)
    }

    pub fn stem(&self, at: usize) -> &str {
        self.words.stem(at)
    }

    pub fn form(&self, at: usize) -> &str {
        self.words.reading.form(at)
    }

    /// See [`Words::after_prefix`].
    pub fn after_prefix(&self, at: usize) -> usize {
        self.words.after_prefix(at)
    }
}
