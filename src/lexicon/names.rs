//! Every name, adjective and noun of office of the lexicon as a tree of folded
//! words, for look-up of the longest phrase that starts at a token.
//!
//! The tree knows spellings and nothing of context: whether "the Egyptian" is
//! a state's adjective or a family name is for the analysis to say. Proclitics
//! are taken off the first word only; the whole word goes first.

use rustc_hash::{FxHashMap, FxHashSet};

use super::inflect::{self, Grammar, Inflected};
use super::{Lexicon, Number};
use crate::arabic::{Particle, Reading, Split, TokenKind, Tokens};

/// What a phrase may stand for. The number is the place in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    State(u16),
    Organisation(u16),
    Group(u16),
    Person(u16),
    Outlet(u16),
    Role(u16),
    Institution(u16),
    /// A noun for a medium: agency, paper.
    Medium(u16),
    /// A city or region, by the row of its state.
    Place(u16),
    /// A phrase that looks like a name and is none.
    Nothing,
}

/// In which way a phrase stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    Name,
    /// The capital, for the state.
    Capital,
    /// A seat of power, for the state.
    Seat,
    Adjective,
    /// A broken plural for the people.
    People,
    /// A common word that names it only in context.
    Weak,
    /// A common noun: role, institution, medium.
    Noun,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sense {
    pub who: Who,
    pub how: How,
    pub grammar: Grammar,
}

/// A phrase found at a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'l> {
    /// Tokens of the phrase.
    pub start: usize,
    pub end: usize,
    /// How the first word was read.
    pub split: Split,
    pub senses: &'l [Sense],
}

/// The tree.
#[derive(Debug, Default)]
pub struct Names {
    words: FxHashMap<String, u32>,
    /// Folded words of all phrases without their article.
    nouns: FxHashSet<String>,
    /// From a node by a word to a node; the root is zero.
    edges: FxHashMap<(u32, u32), u32>,
    senses: Vec<Vec<Sense>>,
}

impl Names {
    pub(super) fn of(lexicon: &Lexicon) -> Self {
        let mut names = Self {
            senses: vec![Vec::new()],
            ..Self::default()
        };
        names.states(lexicon);
        names.places(lexicon);
        names.bodies(lexicon);
        names.nouns(lexicon);
        names
    }

    fn states(&mut self, lexicon: &Lexicon) {
        for (index, state) in (0..).zip(&lexicon.countries.list) {
            let who = Who::State(index);
            self.name(state.name, who, How::Name);
            state
                .names()
                .for_each(|name| self.name(name, who, How::Name));
            state
                .capitals()
                .for_each(|name| self.name(name, who, How::Capital));
            state
                .seats()
                .for_each(|name| self.name(name, who, How::Seat));
            state
                .weak()
                .for_each(|name| self.name(name, who, How::Weak));
            state
                .traps()
                .for_each(|name| self.name(name, Who::Nothing, How::Name));
            state
                .nisba()
                .for_each(|nisba| self.forms(inflect::sound(nisba), who, How::Adjective));
            let people = state
                .people()
                .flat_map(|people| inflect::noun("", "", std::iter::once(people)));
            self.forms(people, who, How::People);
        }
        for (index, person) in (0..).zip(&lexicon.people.list) {
            self.name(person.name, Who::Person(index), How::Name);
            person
                .names()
                .for_each(|name| self.name(name, Who::Person(index), How::Name));
        }
    }

    fn places(&mut self, lexicon: &Lexicon) {
        for (index, land) in (0..).zip(&lexicon.lands.list) {
            land.names()
                .for_each(|name| self.name(name, Who::Place(index), How::Name));
        }
    }

    fn bodies(&mut self, lexicon: &Lexicon) {
        for (index, body) in (0..).zip(&lexicon.organisations.list) {
            let who = Who::Organisation(index);
            self.name(body.name, who, How::Name);
            body.names()
                .for_each(|name| self.name(name, who, How::Name));
            body.traps()
                .for_each(|name| self.name(name, Who::Nothing, How::Name));
            body.adjectives()
                .for_each(|nisba| self.forms(inflect::sound(nisba), who, How::Adjective));
        }
        for (index, group) in (0..).zip(&lexicon.groups.list) {
            let who = Who::Group(index);
            self.name(group.name, who, How::Name);
            group
                .names()
                .for_each(|name| self.name(name, who, How::Name));
            group
                .weak()
                .for_each(|name| self.name(name, who, How::Weak));
            group
                .adjectives()
                .for_each(|nisba| self.forms(inflect::sound(nisba), who, How::Adjective));
        }
        for (index, outlet) in (0..).zip(&lexicon.outlets.list) {
            let who = Who::Outlet(index);
            self.name(outlet.name, who, How::Name);
            outlet
                .names()
                .for_each(|name| self.name(name, who, How::Name));
            outlet
                .latin()
                .for_each(|name| self.name(name, who, How::Name));
            outlet
                .weak()
                .for_each(|name| self.name(name, who, How::Weak));
        }
    }

    fn nouns(&mut self, lexicon: &Lexicon) {
        for (index, role) in (0..).zip(&lexicon.roles.list) {
            self.forms(
                inflect::noun(role.masculine, role.feminine, role.plurals()),
                Who::Role(index),
                How::Noun,
            );
        }
        for (index, body) in (0..).zip(&lexicon.institutions.list) {
            let singular = if body.singular.ends_with('ة') {
                ("", body.singular)
            } else {
                (body.singular, "")
            };
            self.forms(
                inflect::noun(singular.0, singular.1, body.plurals()),
                Who::Institution(index),
                How::Noun,
            );
        }
        for (index, medium) in (0..).zip(&lexicon.media.list) {
            let singular = if medium.noun.ends_with('ة') {
                ("", medium.noun)
            } else {
                (medium.noun, "")
            };
            self.forms(
                inflect::noun(singular.0, singular.1, medium.plurals()),
                Who::Medium(index),
                How::Noun,
            );
        }
    }

    fn forms(&mut self, forms: impl IntoIterator<Item = Inflected>, who: Who, how: How) {
        for (form, grammar) in forms {
            self.add(&form, Sense { who, how, grammar });
        }
    }

    fn name(&mut self, phrase: &str, who: Who, how: How) {
        if !phrase.is_empty() {
            self.add(
                phrase,
                Sense {
                    who,
                    how,
                    grammar: Grammar::NAME,
                },
            );
        }
    }

    fn add(&mut self, phrase: &str, sense: Sense) {
        let tokens = Tokens::of(phrase);
        let mut node = 0;
        for token in tokens.iter() {
            self.noun(token.span.of(phrase), tokens.form(token));
            let next_word = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            let word = *self
                .words
                .entry(tokens.form(token).to_owned())
                .or_insert(next_word);
            let next_node = u32::try_from(self.senses.len()).unwrap_or(u32::MAX);
            node = *self.edges.entry((node, word)).or_insert(next_node);
            if node == next_node {
                self.senses.push(Vec::new());
            }
        }
        if let Some(senses) = self.senses.get_mut(node as usize)
            && !senses
                .iter()
                .any(|known| known.who == sense.who && known.how == sense.how)
        {
            senses.push(sense);
        }
    }

    /// Whether a folded word stands in some phrase; the article is no part of
    /// it.
    pub fn has_word(&self, folded: &str) -> bool {
        self.nouns.contains(folded)
    }

    fn noun(&mut self, written: &str, folded: &str) {
        let bare = if written.starts_with("ال") {
            folded.strip_prefix("ال")
        } else {
            Some(folded)
        };
        if let Some(bare) =
            bare.filter(|bare| bare.chars().nth(2).is_some() && !self.nouns.contains(*bare))
        {
            self.nouns.insert(bare.to_owned());
        }
    }

    /// The number of a folded word that stands in some phrase.
    pub fn word(&self, folded: &str) -> Option<u32> {
        self.words.get(folded).copied()
    }

    /// Those readings of a word with which some phrase begins.
    pub fn heads<'s>(
        &self,
        form: &str,
        readings: impl Iterator<Item = &'s Split>,
    ) -> Vec<(Split, u32)> {
        let mut heads = Vec::new();
        let mut buffer = String::new();
        for split in readings {
            if split.particle == Some(Particle::Sa) {
                continue;
            }
            for spelling in split.spellings(form) {
                let stem = spelling.join(&mut buffer);
                let word = if split.article {
                    self.words.get(&format!("ال{stem}"))
                } else {
                    self.words.get(stem)
                };
                if let Some(&node) = word.and_then(|&word| self.edges.get(&(0, word))) {
                    heads.push((*split, node));
                }
            }
        }
        heads
    }

    /// The longest phrase that starts at a token, over these readings of its
    /// first word; of two equally long ones that which takes less off. `word`
    /// gives the number of a token's word.
    pub fn best(
        &self,
        reading: &Reading<'_>,
        token: usize,
        heads: &[(Split, u32)],
        word: impl Fn(usize) -> Option<u32>,
    ) -> Option<Found<'_>> {
        let mut best: Option<Found<'_>> = None;
        for &(split, head) in heads {
            let mut node = head;
            let mut end = token + 1;
            loop {
                let senses = self
                    .senses
                    .get(node as usize)
                    .map_or(&[][..], Vec::as_slice);
                if senses.iter().any(|sense| fits(*sense, split))
                    && best.is_none_or(|best| end > best.end)
                {
                    best = Some(Found {
                        start: token,
                        end,
                        split,
                        senses,
                    });
                }
                let Some(next) = reading.tokens.get(end) else {
                    break;
                };
                if next.first_of_line || !matches!(next.kind, TokenKind::Word | TokenKind::Number) {
                    break;
                }
                let Some(&after) = word(end).and_then(|word| self.edges.get(&(node, word))) else {
                    break;
                };
                node = after;
                end += 1;
            }
        }
        best
    }
}

/// Whether a sense can have these clitics: a pronoun stands on common nouns
/// alone, and the bare plural of a people takes no preposition (بروس is Bruce).
fn fits(sense: Sense, split: Split) -> bool {
    let common = sense.how == How::Noun;
    let people = sense.how == How::People
        || (sense.how == How::Adjective && sense.grammar.number != Number::Singular);
    (split.pronoun.is_none() || common && !split.article)
        && !(people
            && split.particle.is_some()
            && !sense.grammar.definite
            && sense.how == How::People)
}

impl Found<'_> {
    /// The senses that can have the clitics of this place.
    pub fn senses(&self) -> impl Iterator<Item = Sense> + '_ {
        self.senses
            .iter()
            .copied()
            .filter(|sense| fits(*sense, self.split))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::Splits;

    /// The words found at the start of a text and what they may stand for.
    fn first(text: &str) -> Option<(&str, Vec<Sense>)> {
        let reading = Reading::of(text);
        let names = &Lexicon::shipped().names;
        let form = reading.form(0);
        let heads = names.heads(form, Splits::of(form).iter());
        let word = |at| names.word(reading.form(at));
        let found = names.best(&reading, 0, &heads, word)?;
        let span = reading.span(found.start..found.end);
        Some((span.of(text), found.senses().collect()))
    }

    fn state(text: &str) -> Option<&'static str> {
        let (_, senses) = first(text)?;
        senses.iter().find_map(|sense| match sense.who {
            Who::State(index) => Lexicon::shipped()
                .countries
                .get(index)
                .map(|state| state.id),
            _ => None,
        })
    }

    #[test]
    fn a_state_is_found_under_its_many_names() {
        for (text, id) in [
            ("أذربيجان", "AZ"),
            ("والولايات المتحدة الأمريكية", "US"),
            ("للولايات المتحدة", "US"),
            ("أميركا", "US"),
            ("الأذربيجانية", "AZ"),
            ("لأذربيجانيين", "AZ"),
            ("وبيونغ يانغ", "KP"),
            ("الكورية الجنوبية", "KR"),
            ("الكرملين", "RU"),
            ("والبيت الأبيض", "US"),
            ("الروس", "RU"),
        ] {
            assert_eq!(state(text), Some(id), "{text}");
        }
        assert_eq!(state("بروس ويليس"), None);
    }

    #[test]
    fn the_longest_name_wins() {
        assert_eq!(
            first("واشنطن بوست نشرت").map(|(words, _)| words),
            Some("واشنطن بوست")
        );
        assert_eq!(
            first("مجلس الأمن الدولي عقد").map(|(words, _)| words),
            Some("مجلس الأمن الدولي")
        );
        let (words, senses) = first("المغرب العربي").unwrap();
        assert_eq!((words, senses[0].who), ("المغرب العربي", Who::Nothing));
    }

    #[test]
    fn a_pronoun_stands_on_nouns_only() {
        assert!(
            first("وزيرها")
                .is_some_and(|(_, senses)| senses.iter().all(|sense| sense.how == How::Noun))
        );
        assert!(first("ورؤساؤهم").is_some());
    }

    #[test]
    fn every_name_of_every_table_is_found_by_itself() {
        let lexicon = Lexicon::shipped();
        let names = lexicon.countries.list.iter().map(|row| row.name);
        let names = names.chain(lexicon.organisations.list.iter().map(|row| row.name));
        let names = names.chain(lexicon.groups.list.iter().map(|row| row.name));
        for name in names.chain(lexicon.outlets.list.iter().map(|row| row.name)) {
            assert_eq!(first(name).map(|(words, _)| words), Some(name));
        }
    }
}
