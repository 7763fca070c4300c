//! Which marker opens a condition in its place, and where the condition begins.
//!
//! Spelling alone does not tell: "قبل" is a condition behind a negation only,
//! "إن" before a verb in the perfect only, "مقابل" not between counts, "على أن"
//! not where a verb of saying or agreeing governs it.

use std::ops::Range;

use crate::arabic::{Conjunction, NumberWords, Particle as Prefix, TokenKind, fold};
use crate::lexicon::{Act, Attitude, CueClass, MarkerKind, MarkerScope, Particle, Places, Tense};
use crate::stance::positions::Ground;
use crate::stance::senses::MarkerAt;
use crate::stance::words::Word;

/// A negation farther back than this does not make a marker a condition.
const NEGATION_REACH: usize = 18;
/// What goes on is told no farther before the word for its end.
const STAY_REACH: usize = 14;
/// The list of conditions begins no farther behind the word for them.
const LIST_REACH: usize = 6;

/// Where the condition begins that the marker opens; none where it opens none.
pub(super) fn condition(
    ground: &Ground<'_>,
    marker: &MarkerAt,
    sentence: &Range<usize>,
) -> Option<usize> {
    let next = marker.tokens.end;
    if marker.kind == MarkerKind::Restriction {
        return restricted(ground, marker, sentence);
    }
    if marker.kind != MarkerKind::Condition || next >= sentence.end {
        return None;
    }
    // "شرطها القاضي بفتح المطار": one's own condition is told behind the word.
    let own = ground
        .words
        .get(marker.tokens.start)
        .is_some_and(|word| !marker.clause && word.split.pronoun.is_some());
    if own || marker.scope == MarkerScope::Listed {
        return listed(ground, marker, sentence);
    }
    if matches!(
        ground.kind(next),
        Some(TokenKind::Comma | TokenKind::Stop | TokenKind::Close)
    ) {
        return None;
    }
    if meeting(ground, marker) {
        return None;
    }
    let holds = match marker.scope {
        MarkerScope::Any => {
            // "25 صوتا مقابل 20": counts are compared, nothing is asked for.
            marker.clause || exchange(ground, marker, sentence)
        }
        MarkerScope::Event => happens(ground, marker, sentence),
        MarkerScope::Negated => negated(ground, marker, sentence) && !dated(ground, next),
        MarkerScope::Weak => {
            // "على ألا يعمل": the negation is the condition's.
            let not = ground.is(next - 1, Particle::COMPLEMENTIZER_NOT);
            return proviso(ground, marker).then_some(next - usize::from(not));
        }
        MarkerScope::Listed => false,
    };
    holds.then_some(next)
}

/// "عقد لقاء قريب" is a meeting, "تعديل القانون لقاء دعمه" an exchange.
fn meeting(ground: &Ground<'_>, marker: &MarkerAt) -> bool {
    let before = marker.tokens.start.checked_sub(1);
    let bare = |word: &Word| !word.shape.definite && !word.is_function();
    marker.tokens.len() == 1
        && ground.is(marker.tokens.start, Particle::OCCASION)
        && before
            .and_then(|before| ground.words.get(before))
            .is_some_and(bare)
}

/// Whether what would be the condition is none: one's own name kept back, a
/// formula ("إن صح"), a question.
pub(super) fn idle(ground: &Ground<'_>, start: usize, end: usize) -> bool {
    let formula = |at: usize| ground.has_marker(at, MarkerKind::Other);
    let asked = ground.kind(end) == Some(TokenKind::Stop)
        && matches!(ground.words.reading.form(end), "؟" | "?");
    formula(start) || asked
}

/// "إلا بموافقة البرلمان": a restriction with a preposition behind a negation.
fn restricted(ground: &Ground<'_>, marker: &MarkerAt, sentence: &Range<usize>) -> Option<usize> {
    let next = marker.tokens.end;
    let word = ground.words.get(next)?;
    let prepositions = &ground.words.lexicon.prepositions;
    let behind =
        (word.split.particle == Some(Prefix::Bi) && !word.is_function() && ground.is_nominal(next))
            || prepositions.place(ground.words.reading.form(next)) == Places::BI;
    (behind && negated(ground, marker, sentence)).then_some(next)
}

/// Something is given for something: not counts, prices, rates or a saw
/// ("الأجر مقابل العمل").
fn exchange(ground: &Ground<'_>, marker: &MarkerAt, sentence: &Range<usize>) -> bool {
    let next = marker.tokens.end;
    if dated(ground, next) || ground.kind(next) == Some(TokenKind::Number) {
        return false;
    }
    let Some(before) = marker.tokens.start.checked_sub(1) else {
        return true;
    };
    // "لن نعود عنه مقابل وعود": what would not be taken is no condition.
    let price = ground.is(marker.tokens.end - 1, Particle::PRICE)
        && (marker.tokens.len() == 1 || ground.is(marker.tokens.start, Particle::PREPOSITION));
    let refused = price && negated(ground, marker, sentence);
    if refused || saw(ground, marker, before) {
        return false;
    }
    let stem = ground.words.stem(before);
    ground.kind(before) != Some(TokenKind::Number)
        && (stem.is_empty() || stem != ground.words.stem(next))
}

/// "«الأجر مقابل العمل»": two definite nouns and nothing else.
fn saw(ground: &Ground<'_>, marker: &MarkerAt, before: usize) -> bool {
    let definite = |at: usize| ground.words.get(at).is_some_and(|word| word.split.article);
    let ends = |at: usize| ground.kind(at) != Some(TokenKind::Word);
    definite(before)
        && definite(marker.tokens.end)
        && ends(marker.tokens.end + 1)
        && before.checked_sub(1).is_none_or(ends)
}

/// A date, a time or a number stands here: "قبل يوم السبت".
fn dated(ground: &Ground<'_>, at: usize) -> bool {
    matches!(ground.kind(at), Some(TokenKind::Number))
        || ground.is(at, Particle::TIME.or(Particle::PERIOD))
        || ground.is(at, Particle::DEMONSTRATIVE)
        || ground.has_marker(at, MarkerKind::Pointer)
        || ground
            .words
            .lexicon
            .month(ground.words.reading.form(at))
            .is_some()
}

fn negated(ground: &Ground<'_>, marker: &MarkerAt, sentence: &Range<usize>) -> bool {
    let from = sentence
        .start
        .max(marker.tokens.start.saturating_sub(NEGATION_REACH));
    let mut back = (from..marker.tokens.start).rev();
    back.find(|&at| {
        ground.has_marker(at, MarkerKind::Negation)
            || refuses(ground, at)
            || matches!(ground.kind(at), Some(TokenKind::Comma | TokenKind::Stop))
    })
    .is_some_and(
        |at| match ground.senses.marker_of(at, MarkerKind::Negation) {
            Some(negation) => negation.scope != MarkerScope::Weak,
            None => refuses(ground, at),
        },
    )
}

/// "ترفض العودة قبل رفع العقوبات": a verb of refusal in what is and will be. In the
/// perfect, what comes before something is a time.
fn refuses(ground: &Ground<'_>, at: usize) -> bool {
    let open = ground
        .senses
        .finite(at)
        .is_some_and(|verbal| verbal.form.tense == Tense::Imperfect);
    open && ground
        .senses
        .hits(&(at..at + 1))
        .iter()
        .flat_map(|hit| &hit.predicates)
        .filter_map(|&id| ground.words.lexicon.predicates.get(id))
        .any(|predicate| {
            predicate.attitude == Attitude::Oppose
                && predicate.act == Some(Act::Reject)
                && predicate.weight == 3
                && predicate.places.has(Places::OBJECT)
        })
}

/// "سيبقى حتى الانسحاب", "لن يعود حتى ينسحبوا", "إن انسحبوا": something that may
/// come about.
fn happens(ground: &Ground<'_>, marker: &MarkerAt, sentence: &Range<usize>) -> bool {
    let next = marker.tokens.end;
    let tense = ground.senses.finite(next).map(|verbal| verbal.form.tense);
    if marker.clause {
        return supposes(ground, marker);
    }
    let event = ground.is_nominal(next)
        && ground.words.get(next).is_some_and(|word| {
            // "حتى زوال التهديد": a noun nobody knows with a definite one behind it.
            let of = ground
                .words
                .get(next + 1)
                .is_some_and(|word| word.split.article);
            let unknown = !word.shape.known && !word.split.article && of;
            (super::span::masdar(ground, next) || unknown)
                && !word.split.article
                && !word.is(Particle::TIME.or(Particle::OCCASION).or(Particle::PERIOD))
        });
    // "لن يعودوا حتى تصرف رواتبهم": spelled like a verbal noun too.
    let spelled = || reads_as(ground, next, Tense::Imperfect) && negated(ground, marker, sentence);
    let comes = event || matches!(tense, Some(Tense::Imperfect | Tense::Jussive)) || spelled();
    comes && (negated(ground, marker, sentence) || lasts(ground, marker, sentence))
}

/// Whether something goes on or is put off before the marker.
fn lasts(ground: &Ground<'_>, marker: &MarkerAt, sentence: &Range<usize>) -> bool {
    let from = sentence
        .start
        .max(marker.tokens.start.saturating_sub(STAY_REACH));
    let lexicon = ground.words.lexicon;
    (from..marker.tokens.start).any(|at| {
        let forms = ground.words.get(at).map_or(&[][..], |word| &word.verbs);
        forms.iter().any(|verbal| {
            let lemma = fold(lexicon.verbs.lemma(verbal.form.verb));
            let mut known = lexicon.markers.starting(&lemma);
            known.any(|marker| marker.kind == MarkerKind::Stay)
        })
    })
}

/// "إن" and "متى" before a perfect: neither that-clause, question nor "even if".
fn supposes(ground: &Ground<'_>, marker: &MarkerAt) -> bool {
    let first = marker.tokens.start;
    let plain = ground.words.get(first).is_some_and(|word| {
        word.split.pronoun.is_none() && word.split.conjunction != Some(Conjunction::Wa)
    });
    let before = first.checked_sub(1);
    // A cue that governs بـ has its content there: "لوح بالإضراب إن رفضوا".
    let far = |cue: usize| cue + 3 < first;
    let reports = before.is_some_and(|before| {
        ground.said_by_cue(before).is_some()
            || ground.is(before, Particle::PREPOSITION_ADVERBIAL)
            || ground.has_marker(before, MarkerKind::Past)
            || ground.senses.finite(before).is_some()
    }) || ground
        .said_from(marker.tokens.end..marker.tokens.end + 1)
        .any(|said| {
            said.cue < first
                && said.content.start >= first
                && !(far(said.cue)
                    && matches!(
                        said.class,
                        CueClass::Warning | CueClass::Commissive | CueClass::Directive
                    ))
        });
    // "سيتوقف الدعم إن لم تنفذ": no clause that is told begins so.
    let denied = ground
        .senses
        .marker_of(marker.tokens.end, MarkerKind::Negation)
        .is_some_and(|negation| negation.scope == MarkerScope::Weak);
    if !plain || reports && !denied {
        return false;
    }
    // "إن هو أحال": a pronoun before the verb.
    let mut verb = marker.tokens.end;
    let pronoun = ground.is(verb, Particle::PRONOUN);
    verb += usize::from(pronoun);
    let perfect = reads_as(ground, verb, Tense::Perfect);
    let never = denied;
    let spelled = ground.span(first..first + 1);
    let alef = spelled.of(ground.words.reading.text).chars().next();
    let spelled = match alef {
        Some('\u{623}') => false,
        // Without its hamza it is أن more often; a pronoun tells.
        Some('\u{627}') => pronoun,
        _ => true,
    };
    spelled && (perfect || never)
}

/// Whether a word may be a verb of this tense: behind إن and أن one spelled like
/// a noun is a verb.
fn reads_as(ground: &Ground<'_>, at: usize, tense: Tense) -> bool {
    ground
        .words
        .get(at)
        .is_some_and(|word| !word.split.article && word.finite().any(|v| v.form.tense == tense))
}

/// "على أن تقدم خطة": behind the matter of what was granted, not behind a verb
/// that governs it (شدد على أن); "لقاء ضمانات": not a meeting.
fn proviso(ground: &Ground<'_>, marker: &MarkerAt) -> bool {
    let (first, next) = (marker.tokens.start, marker.tokens.end);
    if !marker.clause {
        let given = ground.words.get(next).is_some_and(|word| {
            !word.split.article && word.split.particle.is_none() && !word.shape.definite
        });
        let free = first.checked_sub(1).is_some_and(|before| {
            ground.is_nominal(before) && !ground.is(before, Particle::OCCASION)
        });
        return given && free && ground.is_nominal(next) && ground.actor_at(next).is_none();
    }
    let to_come =
        reads_as(ground, next, Tense::Imperfect) || reads_as(ground, next, Tense::Jussive);
    let not = first + 1 < next && ground.is(next - 1, Particle::COMPLEMENTIZER_NOT);
    let mut contents = ground.said_from(next.saturating_sub(1)..next + 1);
    let content = contents.any(|said| said.cue < first);
    let comma = first
        .checked_sub(1)
        .is_some_and(|before| ground.kind(before) == Some(TokenKind::Comma));
    // Another على before it has taken the verb's object.
    let from = ground.sentence(first).start.max(first.saturating_sub(10));
    let prepositions = &ground.words.lexicon.prepositions;
    let taken = (from..first).any(|at| {
        prepositions.place(ground.words.stem(at)) == Places::ALA
            || ground
                .words
                .get(at)
                .is_some_and(|w| w.split.particle == Some(Prefix::Bi))
    });
    (to_come || not) && !content && (comma || taken)
}

/// "بشروط، أبرزها …", "على شرطين: …": the conditions that a list tells.
fn listed(ground: &Ground<'_>, marker: &MarkerAt, sentence: &Range<usize>) -> Option<usize> {
    let from = marker.tokens.end;
    let limit = sentence.end.min(from + LIST_REACH);
    let at = (from..limit).find(|&at| {
        ground.kind(at) == Some(TokenKind::Colon) || ground.has_marker(at, MarkerKind::List)
    })?;
    let start = ground
        .senses
        .marker_of(at, MarkerKind::List)
        .map_or(at + 1, |list| list.tokens.end);
    let start = start + usize::from(ground.kind(start) == Some(TokenKind::Colon));
    (start < sentence.end).then_some(start)
}
