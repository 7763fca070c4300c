//! What depends on a condition: the words it stands with, and the position
//! they are where nothing else was read off them.
//!
//! "سننسحب إذا لم يرفعوا العقوبات", "الإضراب سيبدأ ما لم تدفع الرواتب": whoever
//! says it, or does it, makes it depend on the condition. A teller's account
//! of what happened is nobody's condition.

use std::ops::Range;

use crate::arabic::{Conjunction, Particle as Prefix, TokenKind};
use crate::lexicon::{Act, CueClass, MarkerKind, MarkerScope, Particle, Tense, Voice};
use crate::stance::Stance;
use crate::stance::positions::{Candidate, Ground, Part, Who};
use crate::stance::rules;
use crate::stance::senses::MarkerAt;

/// The main clause of a condition is not looked for farther back than this.
const REACH: usize = 40;

/// The words a condition stands with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub tokens: Range<usize>,
    /// Where a predicate that governs them may begin.
    pub from: usize,
    /// They stand behind the condition: "إذا …، فـ".
    pub behind: bool,
}

/// The main clause of the condition that a marker opens and that ends at
/// `last`.
pub(super) fn stretch(
    ground: &Ground<'_>,
    marker: &MarkerAt,
    sentence: &Range<usize>,
    last: usize,
) -> Stretch {
    let first = marker.tokens.start;
    let said = ground.said_around(first).and_then(|at| ground.said.get(at));
    let content = said
        .map(|said| said.content.start)
        .filter(|&start| start <= first);
    let start = begin(ground, first, sentence, content);
    if leads(ground, marker, sentence)
        && let Some(answer) = answer(ground, last, sentence.end)
    {
        let end = ground.argument_end(answer, sentence.end).max(answer + 1);
        return Stretch {
            tokens: answer..end,
            from: last,
            behind: true,
        };
    }
    // A cue whose content this is may itself be the position: "هدد بـ".
    let from = match said {
        Some(said) if Some(start) == content => said.cue.min(start),
        _ => start,
    };
    Stretch {
        tokens: start..first,
        from: from.max(sentence.start),
        behind: false,
    }
}

/// Whether nothing said stands before the marker, so that what depends on the
/// condition must stand behind it.
pub(super) fn leads(ground: &Ground<'_>, marker: &MarkerAt, sentence: &Range<usize>) -> bool {
    let first = marker.tokens.start;
    let content = ground
        .said_around(first)
        .and_then(|at| ground.said.get(at))
        .map(|said| said.content.start)
        .filter(|&start| start <= first);
    (begin(ground, first, sentence, content)..first)
        .all(|at| !ground.is_nominal(at) && ground.senses.finite(at).is_none())
}

/// Where the clause before a marker begins.
fn begin(
    ground: &Ground<'_>,
    first: usize,
    sentence: &Range<usize>,
    content: Option<usize>,
) -> usize {
    let floor = sentence
        .start
        .max(content.unwrap_or(0))
        .max(first.saturating_sub(REACH));
    let mut at = first;
    while at > floor {
        let before = at - 1;
        match ground.kind(before) {
            Some(TokenKind::Stop | TokenKind::Colon) => return at,
            // "نقبل، لكن بشروط": the contrast sets the condition against the act.
            _ if at + 1 < first && turns(ground, at) => return at,
            Some(TokenKind::Word) if at < first && new_clause(ground, before, at) => return at,
            _ => at = before,
        }
    }
    floor
}

fn turns(ground: &Ground<'_>, at: usize) -> bool {
    ground.has_marker(at, MarkerKind::Contrast)
        || ground.has_marker(at, MarkerKind::Turn)
        || (ground.words.get(at).is_some_and(|word| word.conjoined())
            && (ground.senses.finite(at).is_some()
                || ground.has_marker(at, MarkerKind::Negation)
                || ground.is(at, Particle::COMPLEMENTIZER)))
}

/// Behind أن a clause begins; behind a comma one does with a participle that
/// carries on.
fn new_clause(ground: &Ground<'_>, before: usize, _at: usize) -> bool {
    ground.is(before, Particle::COMPLEMENTIZER)
        && ground
            .words
            .get(before)
            .is_some_and(|word| word.split.pronoun.is_none())
}

/// What follows from the condition: behind ف, or a verb behind a comma or in
/// the future.
fn answer(ground: &Ground<'_>, last: usize, end: usize) -> Option<usize> {
    let limit = end.min(last + 8);
    let at = (last..limit).find(|&at| {
        let fa = ground
            .words
            .get(at)
            .is_some_and(|word| word.split.conjunction == Some(Conjunction::Fa));
        let led = at
            .checked_sub(1)
            .is_some_and(|before| ground.has_marker(before, MarkerKind::Negation));
        // "عندها يبدأ الحوار": not a perfect, which may go on with the condition.
        let open = ground
            .senses
            .finite(at)
            .is_some_and(|verbal| verbal.form.tense != Tense::Perfect);
        fa || (open && (at > last || led || future(ground, at)))
    })?;
    // "فإن الشركة": the clause begins behind the particle.
    Some(at + usize::from(ground.is(at, Particle::COMPLEMENTIZER)))
}

/// The position that the words a condition stands with are themselves.
pub(super) fn conditional(
    ground: &Ground<'_>,
    marker: &MarkerAt,
    stretch: &Stretch,
    parts: Vec<Part>,
) -> Option<Candidate> {
    let tokens = &stretch.tokens;
    let last = parts
        .last()
        .map_or(marker.tokens.end, |part| part.tokens.end);
    let verb = tokens
        .clone()
        .find(|&at| ground.senses.finite(at).is_some() && !ground.is(at, Particle::COPULA));
    let said = ground.said_around(marker.tokens.start);
    let head = verb.or_else(|| tokens.clone().find(|&at| ground.is_nominal(at)))?;
    let spoken = ground.speaker(marker.tokens.start);
    let negated = head
        .checked_sub(1)
        .is_some_and(|at| ground.has_marker(at, MarkerKind::Negation));
    let open = verb.is_none_or(|verb| {
        negated
            || ground
                .senses
                .finite(verb)
                .is_some_and(|verbal| verbal.form.tense != Tense::Perfect)
    });
    let told = spoken.is_none();
    let exchange = !marker.clause && marker.scope == MarkerScope::Any;
    let listed = marker.scope == MarkerScope::Listed;
    // What a teller says of the past, or of nobody, is no position.
    if !listed && !(open && (!told || verb.is_some_and(|verb| future(ground, verb) || negated))) {
        return None;
    }
    if exchange && told && !verb.is_some_and(|verb| future(ground, verb) || negated) {
        return None;
    }
    if verb.is_some_and(|verb| ground.said_by_cue(verb).is_some()) && !listed {
        return None;
    }
    // A thing that is done, and words that are nobody's name, act for no one.
    let guessed = said
        .and_then(|at| ground.said.get(at))
        .is_some_and(|said| said.class == CueClass::Conjecture);
    if guessed && !verb.is_some_and(|verb| future(ground, verb)) {
        return None;
    }
    let subject = verb
        .filter(|&verb| !ground.is(verb, Particle::COPULA) && !passive(ground, verb))
        .and_then(|verb| {
            // "لن يعود الموظفون حتى تصرف رواتبهم": nobody by name.
            let unknown = || ground.unknown_subject(verb, false).filter(|_| told);
            ground.subject(verb, false, None).or_else(unknown)
        })
        .filter(|subject| spoken.is_none() || matches!(subject.entity, Who::Entity(_)));
    // "إن المملكة على استعداد للانضمام متى ما": no verb tells who.
    let placed = || {
        let from = tokens.start..tokens.end.min(tokens.start + 3);
        let first = verb
            .is_none()
            .then(|| from.into_iter().find_map(|at| ground.actor_starting(at)));
        first.flatten().map(|actor| actor.entity)
    };
    let actor = actor(
        subject.as_ref().map(|subject| subject.entity),
        spoken,
        stretch,
    )
    .or_else(placed)?;
    let end = ground.argument_end(head, tokens.end).max(head + 1);
    // "حدد شروطا للعودة: …": the return.
    let at = marker.tokens.end;
    let aimed = ground
        .words
        .get(at)
        .filter(|word| listed && word.has(Prefix::Li));
    let first = parts.first().map_or(at, |part| part.tokens.start);
    let list = |&at: &usize| {
        ground.kind(at) == Some(TokenKind::Colon) || ground.has_marker(at, MarkerKind::List)
    };
    let limit = (at..first).find(list).unwrap_or(first);
    let aimed = aimed.map(|_| at..ground.argument_end(at, limit).max(at + 1));
    let issue = aimed.unwrap_or(head..end.min(tokens.end.max(head + 1)));
    // "عواقب وخيمة بانتظارهم إذا استهدفوا": the condition is what is opposed.
    if tokens
        .clone()
        .any(|at| ground.has_marker(at, MarkerKind::Consequence))
    {
        let matter = parts.first().map(|part| part.tokens.clone())?;
        return Some(Candidate {
            actor,
            stance: Stance::Oppose,
            act: Some(Act::Threaten),
            weight: 2,
            predicate: None,
            trigger: head..head + 1,
            evidence: head.min(marker.tokens.start)..last.max(issue.end),
            issue: Some(matter),
            negated: false,
            statement: said,
            conditions: Vec::new(),
            reasons: Vec::new(),
            rule: rules::CONSEQUENCE,
            named: subject.is_some_and(|subject| subject.tokens.is_some()),
        });
    }
    Some(Candidate {
        actor,
        stance: Stance::Conditional,
        act: Some(Act::Threaten),
        weight: 2,
        predicate: None,
        trigger: head..head + 1,
        evidence: head.min(marker.tokens.start)..last.max(issue.end),
        issue: Some(issue),
        negated,
        statement: said,
        conditions: parts,
        reasons: Vec::new(),
        rule: rules::CONDITIONAL_ACT,
        named: subject.is_some_and(|subject| subject.tokens.is_some()),
    })
}

/// Whoever acts; in "إذا …، فإن الشركة ستنسحب" whoever says so.
fn actor(subject: Option<Who>, spoken: Option<Who>, stretch: &Stretch) -> Option<Who> {
    if stretch.behind {
        spoken.or(subject)
    } else {
        subject.or(spoken)
    }
}

fn passive(ground: &Ground<'_>, verb: usize) -> bool {
    ground
        .senses
        .finite(verb)
        .is_some_and(|verbal| verbal.form.voice == Voice::Passive)
}

/// Whether a verb is of what is to come: سيرد, ستتخذ.
fn future(ground: &Ground<'_>, at: usize) -> bool {
    ground
        .senses
        .finite(at)
        .is_some_and(|verbal| verbal.split.particle == Some(Prefix::Sa))
}
