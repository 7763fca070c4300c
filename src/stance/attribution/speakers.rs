//! Who speaks: the subjects of a sentence's verbs, the speakers of the article so
//! far, and which of them is meant where nobody is named.

use std::ops::Range;

use super::heads::{Form, Head};
use super::relations::{Open, Reader};
use super::scene::Named;
use super::subject::Left;
use crate::arabic::Pronoun;
use crate::lexicon::{Gender, Number, Particle, Person};
use crate::stance::words::Verbal;

/// Who did or said something.
#[derive(Clone, Debug)]
pub(super) struct Speaker {
    pub tokens: Range<usize>,
    pub gender: Option<Gender>,
    pub number: Option<Number>,
    /// A plural of people by its ending: no verb in the singular goes with it.
    pub many: bool,
}

impl Speaker {
    /// Whose gender and number nothing tells.
    pub(super) fn unmarked(tokens: Range<usize>) -> Self {
        Self {
            tokens,
            gender: None,
            number: None,
            many: false,
        }
    }

    pub(super) fn agrees(&self, gender: Gender, number: Number) -> bool {
        if self.many && number == Number::Singular {
            return false;
        }
        let number = match (self.number, number) {
            (Some(Number::Singular), Number::Dual | Number::Plural) => false,
            (Some(Number::Dual | Number::Plural), Number::Singular) => gender == Gender::Feminine,
            _ => true,
        };
        number
            && self
                .gender
                .is_none_or(|own| own == gender || number_hides(self.number))
    }
}

/// Plurals of things agree as feminine singulars.
fn number_hides(number: Option<Number>) -> bool {
    number == Some(Number::Plural)
}

/// Speakers of the article so far, the last one last.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub(super) speakers: Vec<Speaker>,
    /// The main subject of each sentence, speaker or not.
    pub(super) subject: Option<Speaker>,
}

impl Memory {
    /// Who spoke last.
    pub fn last(&self) -> Option<&Speaker> {
        self.speakers.last()
    }
}

impl<'a> Reader<'_, 'a> {
    /// Who is meant where nobody is named.
    pub(super) fn resolve(&self, head: &Head<'a>, nested: bool) -> Option<Speaker> {
        let form = head.verbal.form;
        match head.form {
            Form::Masdar | Form::Noun => return self.owner(head),
            Form::Saying => {
                let here = self.subjects.last().map(|(_, _, speaker)| speaker);
                return here.or_else(|| self.memory.last()).cloned();
            }
            _ => {}
        }
        let (gender, number) = (form.gender, form.number);
        let depth = if nested { self.open.len() } else { 0 };
        let first_person = form.person == Person::First;
        let agrees = |speaker: &&Speaker| first_person || speaker.agrees(gender, number);
        // The subject of the clause at hand, then of those around it.
        let here = self
            .subjects
            .iter()
            .rev()
            .filter(|(_, level, _)| *level == depth);
        let found = here.map(|(_, _, speaker)| speaker).find(agrees);
        let around = || {
            let outer = self
                .subjects
                .iter()
                .rev()
                .filter(|(_, level, _)| *level < depth.max(1));
            outer.map(|(_, _, speaker)| speaker).find(agrees)
        };
        // "who voiced … and hoped": a verb joined to a relative clause without a
        // pause goes on with it.
        let joined = head.conjoined()
            && head.group > self.sentence.start
            && !self.scene.is_comma(head.group - 1);
        let last = || self.subjects.iter().map(|(at, ..)| *at).max();
        let aside = self.asides.last().filter(|(at, speaker)| {
            joined && agrees(&speaker) && last().is_none_or(|last| last <= *at)
        });
        if let Some((_, speaker)) = aside {
            return Some(speaker.clone());
        }
        let asides = || {
            self.asides
                .iter()
                .rev()
                .map(|(_, speaker)| speaker)
                .find(agrees)
        };
        let before = || self.memory.speakers.iter().rev().take(12).find(agrees);
        let main = || self.memory.subject.as_ref().filter(agrees);
        found
            .or_else(around)
            .or_else(asides)
            .or_else(before)
            .or_else(main)
            .cloned()
    }

    /// The one a pronoun on a verbal noun refers to: the nearest actor that
    /// agrees.
    pub(super) fn owner(&self, head: &Head<'a>) -> Option<Speaker> {
        let feminine = matches!(head.verbal.split.pronoun, Some(Pronoun::She));
        let gender = if feminine {
            Gender::Feminine
        } else {
            Gender::Masculine
        };
        if feminine {
            let mut at = head.token;
            while at > self.sentence.start {
                at -= 1;
                if self.scene.named(at) == Named::Actor {
                    let mut first = at;
                    while self.scene.goes_on_name(first) {
                        first -= 1;
                    }
                    return Some(Speaker {
                        tokens: first..self.scene.name_end(at),
                        gender: Some(gender),
                        number: None,
                        many: false,
                    });
                }
            }
        }
        let agrees = |speaker: &&Speaker| speaker.agrees(gender, Number::Singular);
        let here = self
            .subjects
            .iter()
            .rev()
            .map(|(_, _, speaker)| speaker)
            .find(agrees);
        here.or_else(|| self.memory.speakers.iter().rev().find(agrees))
            .cloned()
    }

    /// Verbs that report nothing still have subjects to refer back to.
    pub(super) fn plain_verbs(&mut self, tokens: Range<usize>) {
        let scene = self.scene;
        for at in tokens {
            if scene.is(at, Particle::ABSTRACT) || !scene.is_verb(at) && !self.is_likely_verb(at) {
                continue;
            }
            let mut readings = scene.word(at).finite();
            let third = |verbal: &&Verbal| verbal.form.person == Person::Third;
            let verbal = readings.clone().find(third).or_else(|| readings.next());
            let form = scene.form(at);
            let (gender, person) = match verbal {
                Some(verbal) => (verbal.form.gender, verbal.form.person),
                None if form.starts_with('ت') || form.ends_with('ت') => {
                    (Gender::Feminine, Person::Third)
                }
                None => (Gender::Masculine, Person::Third),
            };
            let (group, _) = scene.verb_group(at, self.sentence.start);
            let next = (at + 1..self.sentence.end.min(at + 4)).find(|&next| {
                !scene.is(next, Particle::TIME.or(Particle::ADVERB)) && !scene.is_comma(next)
            });
            let next = next.filter(|&next| !scene.is_adverbial(next));
            let right = next.and_then(|next| scene.phrase(next, self.sentence.end, true));
            let subject = match scene.left_of(group, self.sentence.start) {
                Left::Topic(topic)
                    if scene.is_abstract(topic.start)
                        || scene.word(topic.start).shape.accusative
                            && scene.is_oblique(topic.start) =>
                {
                    continue;
                }
                Left::Topic(topic) => Some(topic),
                // "الأمر الذي رفضته المنظمات": the noun is what was refused.
                Left::Antecedent(_) if verbal.is_some_and(|v| v.split.pronoun.is_some()) => {
                    if let Some(phrase) = right {
                        let speaker = self.speaker(phrase.tokens, gender, person);
                        self.asides.push((at, speaker));
                    }
                    continue;
                }
                Left::Antecedent(noun) => {
                    let speaker = self.speaker(noun, gender, person);
                    self.asides.push((at, speaker));
                    continue;
                }
                Left::Bare => continue,
                Left::Nothing => right.map(|phrase| phrase.tokens).filter(|tokens| {
                    !scene.is_abstract(tokens.start)
                        && verbal.is_none_or(|verbal| scene.agrees_as_subject(tokens, verbal))
                }),
            };
            if let Some(tokens) = subject {
                let speaker = self.speaker(tokens, gender, person);
                // A clause led by "while" stands beside what is told; words
                // between marks are somebody's.
                let depth = match self.depth(at) {
                    _ if self.scene.turns(group, self.sentence.start) => 0,
                    0 if scene.quoted(at).is_some() => 1,
                    depth => depth,
                };
                self.subjects.push((at, depth, speaker));
            }
        }
    }

    /// A word that may be verb or noun, at the head of the sentence before one
    /// who acts, or right after its topic.
    pub(super) fn is_likely_verb(&self, at: usize) -> bool {
        let scene = self.scene;
        // "قابل شبان معتصمون العرض بالرفض": people act without an article too.
        let acts = |at: usize| {
            let word = scene.word(at);
            scene.is_someone(at) || word.shape.people && !word.is_function()
        };
        // "Refused the farmer": at the head of a sentence a definite noun acts.
        let definite = |at: usize| {
            scene.word(at).split.article && scene.is_nominal(at) && !scene.is_abstract(at)
        };
        let word = scene.word(at);
        if scene.named(at) != Named::No || word.split.article {
            return false;
        }
        let finite = word
            .finite()
            .any(|verbal| verbal.form.person == Person::Third);
        // At the head of a clause, before one who acts, even an unknown word is
        // a verb, and what looks like a preposition after و too.
        let unknown = scene.is_unknown(at) && word.split.is_whole();
        if !finite && !unknown {
            return false;
        }
        let opens = at == self.sentence.start
            || scene.is_break(at - 1)
            || scene.is(
                at - 1,
                Particle::TURN.or(Particle::COPULA).or(Particle::CONNECTIVE),
            )
            || scene.is(at - 1, Particle::PREPOSITION_ADVERBIAL)
                && scene.form(at - 1).ends_with("ما");
        let first = at == self.sentence.start && finite && !word.is_function();
        first && definite(at + 1)
            || opens && acts(at + 1) && (finite || unknown)
            || finite
                && !word.is_function()
                && at > self.sentence.start
                && acts(at - 1)
                && matches!(scene.left_of(at, self.sentence.start), Left::Topic(topic) if topic.end == at)
    }

    /// How many open contents a token stands in.
    pub(super) fn depth(&self, at: usize) -> usize {
        let inside = |open: &&Open| {
            self.relations
                .get(open.relation)
                .is_some_and(|relation| relation.content.contains(&at))
        };
        self.open.iter().filter(inside).count()
    }

    pub(super) fn speaker(&self, tokens: Range<usize>, gender: Gender, person: Person) -> Speaker {
        let number = self.number(&tokens);
        let scene = self.scene;
        let many = tokens
            .clone()
            .find(|&at| scene.is_word(at))
            .is_some_and(|at| {
                let ends = scene.form(at).ends_with("ون") || scene.form(at).ends_with("ين");
                ends && scene.word(at).shape.people && scene.named(at) != Named::Person
            });
        Speaker {
            gender: (person == Person::Third).then_some(gender),
            number,
            many,
            tokens,
        }
    }

    /// Plural or singular as far as the spelling of the head tells.
    pub(super) fn number(&self, tokens: &Range<usize>) -> Option<Number> {
        let head = tokens.clone().find(|&at| self.scene.is_word(at))?;
        let word = self.scene.word(head);
        let name = self.scene.name_end(head);
        let joined = tokens.clone().skip(1).any(|at| {
            // "وزارة الصحة والحماية الاجتماعية" is one.
            let affairs = self.scene.word(at).split.article
                && at > head + 1
                && matches!(
                    self.scene.named(at),
                    Named::No | Named::Institution | Named::Person
                );
            at >= name
                && self.scene.word(at).conjoined()
                && self.scene.named(at) != Named::Adjective
                && !affairs
        });
        if word.shape.people || joined {
            return Some(Number::Plural);
        }
        None
    }
}
