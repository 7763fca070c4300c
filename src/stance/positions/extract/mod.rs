//! From predicates to candidates.
//!
//! Each sentence is read once, from its first predicate to its last. A noun
//! that is part of what an earlier predicate is about takes no position of its
//! own ("دعا إلى دعم الحل" is one demand); a verb with its own subject does.

mod agents;
mod attributes;
mod effect;
mod judged;
mod lending;
mod needs;
mod nouns;
mod refusals;
mod said_of;
mod turns;
mod verbs;
mod whose;

use std::ops::Range;

use super::argument::Argument;
use super::ground::{Ground, Who};
use super::polarity::{Scope, turned};
use super::subject::{How, Subject};
use super::{Candidate, Part, Stance};
use crate::arabic::TokenKind;
use crate::lexicon::{
    Act, Attitude, MarkerKind, Particle, Places, Predicate, PredicateId, PredicateKind, Tense,
    Voice,
};
use crate::stance::clauses::Opening;
use crate::stance::rules;
use crate::stance::senses::Hit;
use crate::stance::words::Words;

pub(super) fn candidates(ground: &Ground<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut carried = None;
    for sentence in &ground.words.reading.sentences {
        if is_question(ground, &sentence.tokens) {
            continue;
        }
        let mut reader = Reader {
            ground,
            sentence: sentence.tokens.clone(),
            found: &mut found,
            // What stands in one headline is of one subject.
            carried: if sentence.paragraph == 0 {
                carried
            } else {
                None
            },
            taken: 0..0,
            lender: None,
            id: None,
            clause: ground.clauses.index_of(sentence.tokens.start),
        };
        reader.read();
        carried = reader.carried;
    }
    found
}

fn is_question(ground: &Ground<'_>, tokens: &Range<usize>) -> bool {
    let last = tokens.end.saturating_sub(1);
    ground.kind(last) == Some(TokenKind::Stop)
        && matches!(ground.words.reading.form(last), "؟" | "?")
}

/// A light verb that waits for its noun.
#[derive(Clone, Debug)]
struct Lender {
    subject: Option<Subject>,
    until: usize,
    token: usize,
    /// Where its object begins.
    object: usize,
    scope: Scope,
    denies: bool,
}

/// Where somebody was found to stand.
struct Stand<'s> {
    subject: &'s Subject,
    stance: Stance,
    /// By how much the predicate's weight falls.
    fall: u8,
    issue: Option<Range<usize>>,
    negation: Option<usize>,
    rule: &'static str,
}

struct Reader<'r, 'a> {
    ground: &'r Ground<'a>,
    sentence: Range<usize>,
    found: &'r mut Vec<Candidate>,
    /// Whoever was the subject last in this sentence.
    carried: Option<Who>,
    /// What the last predicate is about.
    taken: Range<usize>,
    lender: Option<Lender>,
    /// The predicate that is being tried.
    id: Option<PredicateId>,
    /// The clause up to which subjects have been noted.
    clause: usize,
}

impl<'a> Reader<'_, 'a> {
    fn read(&mut self) {
        let hits = self.ground.senses.hits(&self.sentence);
        let mut seen = self.sentence.start;
        for hit in hits {
            self.between(seen..hit.token());
            seen = hit.token();
            self.pass_clauses(hit.token());
            if self.is_of_name(hit) {
                continue;
            }
            if hit.is_finite() {
                self.verb(hit);
            } else {
                self.noun(hit);
            }
        }
        self.between(seen..self.sentence.end);
    }

    /// Part of a name: "حزب الدعوة", "قوات التدخل"; "جماعة إرهابية" is none.
    fn is_of_name(&self, hit: &Hit) -> bool {
        let ground = self.ground;
        let actor = ground
            .actor_at(hit.token())
            .filter(|actor| !actor.adjective);
        actor.is_some_and(|actor| {
            let bare = ground
                .words
                .get(actor.tokens.start)
                .is_some_and(|word| !word.shape.definite);
            let said_of = self.says(hit, |p| p.kind == PredicateKind::Adjective);
            let last = actor.tokens.end == hit.tokens.end && actor.tokens.len() == 2;
            !(bare && said_of && last && !hit.split.article)
        })
    }

    /// What takes a position without a predicate.
    fn between(&mut self, tokens: Range<usize>) {
        for at in tokens {
            if self.ground.has_marker(at, MarkerKind::Negation) {
                self.no_noun(at);
                self.refused_act(at);
            } else if self.opens_duty(at) {
                self.duty(at);
            } else if self.is_future(at) {
                self.pledged_act(at);
            }
        }
    }

    /// Notes the subjects of verbs that take no stance ("زار الوزير بغداد،
    /// داعيا"): what follows may be theirs.
    fn pass_clauses(&mut self, token: usize) {
        let ground = self.ground;
        let here = ground.clauses.index_of(token);
        for index in self.clause..here {
            let head = ground.clauses.get(index).and_then(|clause| clause.head);
            let subject = head.and_then(|head| ground.subject(head, false, None));
            let outside = head.is_some_and(|head| ground.said_around(head).is_none());
            if let Some(subject) = subject.filter(|subject| subject.how == How::Named && outside) {
                self.carried = Some(subject.entity);
            }
        }
        self.clause = self.clause.max(here);
    }

    /// A predicate in its scope, of a subject, about a matter. False where it
    /// says nothing there.
    fn settle(
        &mut self,
        hit: &Hit,
        predicate: &Predicate,
        subject: &Subject,
        scope: &Scope,
        issue: Option<Range<usize>>,
        rule: &'static str,
    ) -> bool {
        let request = predicate.act == Some(Act::Request) && hit.is_finite();
        let Some((stance, fall)) = turned(predicate.attitude, scope, request) else {
            return false;
        };
        let (stance, issue) = self.inner(predicate, stance, issue);
        // "لا نساند طرفا ضد آخر".
        let side = issue.as_ref().is_some_and(|issue| {
            let word = self.ground.words.get(issue.start);
            word.is_some_and(|word| word.is(Particle::ONE_SIDE) && !word.split.article)
        });
        let backs = predicate.attitude == Attitude::Support && scope.negation.is_some();
        let stance = if side && backs {
            Stance::Neutral
        } else {
            stance
        };
        self.push(
            hit,
            predicate,
            Stand {
                subject,
                stance,
                fall,
                issue,
                negation: scope.negation,
                rule,
            },
        );
        true
    }

    fn push(&mut self, hit: &Hit, predicate: &Predicate, stand: Stand<'_>) {
        let ground = self.ground;
        let subject = stand.subject;
        let issue = stand.issue.filter(|issue| !issue.is_empty());
        let mut evidence = hit.tokens.clone();
        if let Some(negation) = stand.negation {
            evidence.start = evidence.start.min(negation);
        }
        if let Some(tokens) = subject.tokens.as_ref().filter(|tokens| self.near(tokens)) {
            evidence = evidence.start.min(tokens.start)..evidence.end.max(tokens.end);
        }
        if let Some(issue) = &issue {
            evidence = evidence.start.min(issue.start)..evidence.end.max(issue.end);
            self.taken = issue.clone();
        } else {
            self.taken = hit.tokens.clone();
        }
        let statement = ground
            .said_by_cue(hit.token())
            .or_else(|| ground.said_around(hit.token()));
        // "قالت هولندا وإيطاليا إنهما": what both say is of both.
        let spoken = statement
            .and_then(|at| ground.said.get(at))
            .filter(|said| subject.tokens.is_none() && said.source == Some(subject.entity))
            .and_then(|said| said.subject.as_ref());
        let together = subject
            .tokens
            .as_ref()
            .filter(|tokens| ground.clause(hit.token()).start <= tokens.start)
            .or(spoken)
            .map(|tokens| ground.joined_actors(tokens, subject.entity))
            .unwrap_or_default();
        let first = self.found.len();
        self.found.push(Candidate {
            actor: subject.entity,
            stance: stand.stance,
            act: predicate.act,
            predicate: self.id,
            weight: predicate.weight.saturating_sub(stand.fall),
            trigger: hit.tokens.clone(),
            issue,
            evidence,
            negated: stand.negation.is_some(),
            statement,
            conditions: Vec::new(),
            reasons: Vec::new(),
            rule: stand.rule,
            named: subject.how == How::Named,
        });
        for actor in together {
            if let Some(candidate) = self.found.get(first).cloned() {
                self.found.push(Candidate { actor, ..candidate });
            }
        }
    }

    /// A predicate that makes a matter depend on something.
    fn push_bound(
        &mut self,
        hit: &Hit,
        predicate: &Predicate,
        subject: &Subject,
        issue: Option<Range<usize>>,
        condition: Range<usize>,
    ) {
        self.push(
            hit,
            predicate,
            Stand {
                subject,
                stance: Stance::Conditional,
                fall: 0,
                issue,
                negation: None,
                rule: rules::BOUND,
            },
        );
        if let Some(last) = self.found.last_mut() {
            last.evidence.end = last.evidence.end.max(condition.end);
            last.conditions.push(Part {
                tokens: condition,
                marker: Some(hit.tokens.clone()),
            });
        }
    }

    /// Whether one of the readings of a word says this.
    fn says(&self, hit: &Hit, what: impl Fn(&Predicate) -> bool) -> bool {
        let mut ids = hit.predicates.iter();
        ids.any(|&id| self.predicate(id).is_some_and(&what))
    }

    /// Whether a word that begins in these tokens says this.
    fn says_in(&self, tokens: &Range<usize>, what: impl Fn(&Predicate) -> bool) -> bool {
        let mut hits = self.ground.senses.hits(tokens).iter();
        hits.any(|hit| self.says(hit, &what))
    }

    /// Where the clause of a token begins, within the words it is part of.
    fn clause_start(&self, token: usize) -> usize {
        let ground = self.ground;
        let said = ground.said_around(token).and_then(|at| ground.said.get(at));
        let start = ground.clause(token).start;
        said.map_or(start, |said| said.content.start.max(start))
    }

    fn near(&self, tokens: &Range<usize>) -> bool {
        self.sentence.start <= tokens.start && tokens.end <= self.sentence.end
    }

    fn predicate(&self, id: PredicateId) -> Option<&'a Predicate> {
        let words: &'a Words<'a> = self.ground.words;
        words.lexicon.predicates.get(id)
    }
}

/// Where a noun's matter stands: what is a verb's object comes in the genitive
/// or behind ل.
fn nominal_places(places: Places) -> Places {
    if places.has(Places::OBJECT) {
        places.with(Places::LI).with(Places::GENITIVE)
    } else {
        places
    }
}
