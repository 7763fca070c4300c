//! How the words of a position are built: how near its parts stand to each
//! other, how doubtful the reading of its words is, in what kind of clause it
//! stands. What is far apart and doubtful is less often read rightly.

use crate::arabic::TokenKind;
use crate::lexicon::{Particle, Person, PredicateKind};
use crate::stance::clauses::Opening;
use crate::stance::positions::{Candidate, Ground, Merged, Who};
use crate::stance::sheet::Sheet;

/// Notes the build of a position's best telling.
pub(super) fn note(ground: &Ground<'_>, one: &Merged, sheet: &mut Sheet) {
    let Some(told) = one.evidence.first() else {
        return;
    };
    trigger(ground, told, sheet);
    clause(ground, told, sheet);
    matter(told, sheet);
    actor(ground, told, sheet);
    let length = told.evidence.len();
    sheet.mark("build.short", length <= 4);
    sheet.mark("build.long", length > 24);
}

fn trigger(ground: &Ground<'_>, told: &Candidate, sheet: &mut Sheet) {
    let at = told.trigger.start;
    if let Some(predicate) = told
        .predicate
        .and_then(|id| ground.words.lexicon.predicates.get(id))
    {
        sheet.say(match predicate.kind {
            PredicateKind::Verb => "predicate.verb",
            PredicateKind::Adjective => "predicate.adjective",
            PredicateKind::Noun => "predicate.noun",
            PredicateKind::Phrase | PredicateKind::Preposition => "predicate.phrase",
        });
    }
    let finite = ground.senses.finite(at);
    sheet.mark("predicate.finite", finite.is_some());
    sheet.mark(
        "predicate.first-person",
        finite.is_some_and(|verbal| verbal.form.person == Person::First),
    );
    let doubtful = ground.words.get(at).is_some_and(|word| {
        let finite = word.finite().count();
        finite > 0 && finite < word.verbs.len()
    });
    sheet.mark("predicate.doubtful", doubtful);
}

fn clause(ground: &Ground<'_>, told: &Candidate, sheet: &mut Sheet) {
    let at = told.trigger.start;
    let Some(clause) = ground.clauses.at(at) else {
        return;
    };
    sheet.say(match clause.opening {
        Opening::Sentence => "clause.sentence",
        Opening::Conjunction => "clause.conjunction",
        Opening::Comma => "clause.comma",
        Opening::Complementizer => "clause.complementizer",
        Opening::Relative => "clause.relative",
        Opening::Contrast => "clause.contrast",
        Opening::Participle => "clause.participle",
        _ => "clause.other",
    });
    let before = clause.tokens.start..at;
    sheet.mark("clause.heads", before.len() <= 2);
    let mut words = before.clone();
    sheet.mark(
        "clause.was",
        words.any(|at| ground.is(at, Particle::COPULA)),
    );
    let quotations = &ground.words.reading.quotations;
    let within = quotations.iter().take(MOST_QUOTATIONS);
    sheet.mark(
        "clause.quoted",
        { within }.any(|quotation| quotation.holds(at)),
    );
    let sentence = ground.sentence(at);
    sheet.mark("clause.late", at > sentence.start + 40);
}

fn matter(told: &Candidate, sheet: &mut Sheet) {
    let Some(issue) = &told.issue else {
        return;
    };
    sheet.say(match issue.start.checked_sub(told.trigger.end) {
        None => "matter.before",
        Some(0 | 1) => "matter.beside",
        Some(2..=5) => "matter.near",
        Some(_) => "matter.far",
    });
}

fn actor(ground: &Ground<'_>, told: &Candidate, sheet: &mut Sheet) {
    let mut inside = told
        .evidence
        .clone()
        .filter_map(|at| ground.actor_starting(at));
    let own = inside.find(|actor| actor.entity == told.actor);
    match own {
        None => sheet.say("subject.apart"),
        Some(own) if own.tokens.end <= told.trigger.start => {
            let gap = told.trigger.start - own.tokens.end;
            sheet.say(if gap <= 2 {
                "subject.before"
            } else {
                "subject.far-before"
            });
        }
        Some(_) => sheet.say("subject.behind"),
    }
    let words = match told.actor {
        Who::Entity(_) => return,
        Who::Phrase(number) => ground.phrases.get(number).cloned().unwrap_or_default(),
        Who::Words(start, end) => start..end,
    };
    let first = ground.words.get(words.start);
    sheet.mark(
        "subject.definite",
        first.is_some_and(|word| word.shape.definite),
    );
    sheet.mark(
        "subject.people",
        first.is_some_and(|word| word.shape.people),
    );
    sheet.mark(
        "subject.governed",
        first.is_some_and(|word| word.split.particle.is_some() || word.shape.accusative),
    );
    sheet.mark(
        "subject.doubtful",
        { words.clone() }.any(|at| {
            ground.senses.finite(at).is_some() || ground.kind(at) != Some(TokenKind::Word)
        }),
    );
    sheet.mark("subject.one-word", words.len() == 1);
    sheet.mark("subject.long", words.len() > 4);
}

/// Quotations beyond these are not looked through: positions of a card stand
/// near the top.
const MOST_QUOTATIONS: usize = 200;
