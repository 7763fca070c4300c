//! What a content leaves out at its edges, and whether its words are the
//! speaker's own.

use std::ops::Range;

use super::scene::Scene;
use crate::arabic::TokenKind;
use crate::lexicon::{MarkerKind, MarkerScope, Particle, Person, Tense};
use crate::stance::StatementType;

/// The content without the teller's own comment after it and without marks at
/// its edges.
pub(super) fn trimmed(scene: &Scene<'_>, content: Range<usize>, phrase: bool) -> Range<usize> {
    let content = if phrase {
        content.start..clause_after(scene, &content)
    } else {
        content
    };
    let end = comment(scene, &content).unwrap_or(content.end);
    edges(scene, content.start..end)
}

/// Where the teller's next clause follows a content that is a noun phrase:
/// after a pause a turn, or a verb with a conjunction.
fn clause_after(scene: &Scene<'_>, content: &Range<usize>) -> usize {
    let turns = Particle::TURN;
    let inside = |at: usize| {
        scene
            .quoted(at)
            .is_some_and(|quoted| quoted.start >= content.start)
    };
    (content.start + 1..content.end)
        .find(|&at| {
            let next = at + 1;
            let verb = scene.word(next).conjoined() && scene.is_verb(next);
            let but = scene.is(next, turns)
                && (scene.word(next).split.pronoun.is_some()
                    || scene.word(next + 1).split.pronoun.is_some()
                        && scene.is(next + 1, Particle::COMPLEMENTIZER));
            // "وبينما رحبت الحكومة بالقرار، انتقدته النقابة".
            let anew = scene.is_verb(next)
                && scene.word(next).finite().any(|verbal| {
                    verbal.form.tense == Tense::Perfect && verbal.form.person == Person::Third
                })
                && scene.is_someone(next + 1);
            scene.is_comma(at) && !inside(at) && (verb || but || anew || is_when(scene, next))
        })
        .unwrap_or(content.end)
}

/// "الطوارئ، بعد أن امتلأت الخزانات", "التصعيد، الجمعة، والذي": when it was told, and
/// no part of it; "يصوت المجلس، مساء الثلاثاء، على القرار" goes on.
fn is_when(scene: &Scene<'_>, at: usize) -> bool {
    let after = Particle::AFTERWARDS;
    // "، خصوصا بعدما".
    let at = at + usize::from(scene.is(at, Particle::ADVERB) && scene.is(at + 1, after));
    if scene.word(at).conjoined() {
        return false;
    }
    let closed = (at + 1..at + 6).find(|&at| scene.is_comma(at));
    scene.is(at, after)
        || scene.is(at, Particle::TIME) && closed.is_none_or(|at| scene.word(at + 1).conjoined())
}

/// The content without marks at its edges.
pub(super) fn edges(scene: &Scene<'_>, content: Range<usize>) -> Range<usize> {
    let (mut start, mut end) = (content.start, content.end);
    while start < end && scene.is_break(start) {
        start += 1;
    }
    while end > start && (is_edge(scene, end - 1) || closes_outer(scene, start, end - 1)) {
        end -= 1;
    }
    start..end
}

/// Stops and commas, but not those that the speaker is quoted with.
fn is_edge(scene: &Scene<'_>, at: usize) -> bool {
    match scene.kind(at) {
        Some(TokenKind::Comma | TokenKind::Colon | TokenKind::Dash) => true,
        Some(TokenKind::Stop) => matches!(scene.form(at), "." | ".."),
        _ => false,
    }
}

/// A closing mark at the very end, whether its opening mark is inside or not:
/// the content ends with the last word.
fn closes_outer(scene: &Scene<'_>, start: usize, at: usize) -> bool {
    scene.kind(at) == Some(TokenKind::Quote) && at > start && scene.opened(at).is_none()
}

/// Where the teller turns from the words told to a comment of their own.
fn comment(scene: &Scene<'_>, content: &Range<usize>) -> Option<usize> {
    let inside = |at: usize| {
        scene
            .quoted(at)
            .is_some_and(|quoted| quoted.start >= content.start && quoted.end <= content.end)
    };
    let quoted_whole = scene
        .quoted(content.start)
        .is_some_and(|quoted| quoted.end >= content.end);
    if quoted_whole {
        return None;
    }
    (content.start + 2..content.end).find(|&at| {
        let comma = scene.is_comma(at) && !inside(at);
        let after_quotation = scene.kind(at - 1) == Some(TokenKind::Quote);
        comma
            && (scene.is(at + 1, Particle::COMMENT)
                || after_quotation && is_when(scene, at + 1)
                || scene.is_verb(at + 1)
                    && scene.is(at + 2, Particle::DEMONSTRATIVE)
                    && scene.word(at + 1).conjoined()
                || scene.is(at + 1, Particle::PRONOUN)
                    && (after_quotation
                        || scene.is(at + 2, Particle::COMMENT)
                        || scene.is(at + 2, Particle::RELATIVE_BARE))
                || is_occasion_of_it(scene, at + 1)
                || scene.is(at + 1, Particle::FRAME_FI)
                    && scene.is(at + 2, Particle::MEANWHILE.or(Particle::SIDE))
                || scene.is(at + 1, Particle::FRAME_MIN) && scene.is(at + 2, Particle::SIDE)
                || scene.is(at + 1, Particle::RELATIVE_BARE) && scene.is_verb(at + 2)
                || scene.is(at + 1, Particle::PREPOSITION) && scene.is(at + 2, Particle::COMMENT))
    })
}

/// "وذلك بعد ساعات من القصف": the teller's word on when, not the speaker's on why.
fn is_occasion_of_it(scene: &Scene<'_>, at: usize) -> bool {
    let next = at + 1;
    let why = || {
        let mut known = scene.words.lexicon.markers.starting(scene.form(next));
        known.any(|marker| {
            matches!(marker.kind, MarkerKind::Reason | MarkerKind::Aim)
                && marker.scope != MarkerScope::Weak
        })
    };
    let particles = &scene.words.lexicon.particles;
    let and_that = scene.form(at).strip_prefix('و');
    and_that.is_some_and(|that| particles.of(that).is(Particle::DEMONSTRATIVE))
        && scene.is(next, Particle::PREPOSITION_ADVERBIAL)
        && !why()
}

/// Direct where all of it stands between marks, mixed where some of it does.
pub(super) fn kind(scene: &Scene<'_>, content: &Range<usize>) -> StatementType {
    let quoted = |at: usize| scene.is_quoted(at);
    let whole = scene
        .quoted(content.start)
        .is_some_and(|inside| inside.end >= content.end);
    if whole
        || content
            .clone()
            .all(|at| quoted(at) || scene.kind(at) == Some(TokenKind::Quote))
    {
        return StatementType::Direct;
    }
    let words = content
        .clone()
        .filter(|&at| scene.is_word(at) && quoted(at));
    if words.count() > 2 {
        StatementType::Mixed
    } else {
        StatementType::Indirect
    }
}
