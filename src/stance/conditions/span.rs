//! What a condition is in the text's own words: from behind its marker to the
//! end of its clause, joined ones apart.

use std::ops::Range;

use crate::arabic::{Conjunction, Particle as Prefix, TokenKind};
use crate::lexicon::{MarkerKind, MarkerScope, Particle, Tense};
use crate::stance::positions::{Ground, Part};
use crate::stance::senses::MarkerAt;

/// No condition is longer than this.
const LONGEST: usize = 30;

/// The conditions that a marker opens, from a token on.
pub(super) fn parts(
    ground: &Ground<'_>,
    marker: &MarkerAt,
    mut start: usize,
    sentence_end: usize,
    opens: bool,
) -> Vec<Part> {
    let mut clause = marker.clause;
    // "في حال أن": the complementizer is no part of the condition.
    while ground.is(start, Particle::COMPLEMENTIZER) {
        start += 1;
        clause = true;
    }
    clause |= ground.is(start, Particle::COMPLEMENTIZER_NOT)
        || ground.has_marker(start, MarkerKind::Negation)
        || ground.senses.finite(start).is_some();
    let manner = Manner {
        clause,
        listed: ground.kind(start.saturating_sub(1)) == Some(TokenKind::Colon)
            || marker.scope == MarkerScope::Listed,
        opens,
    };
    split(ground, start, sentence_end, &manner, &marker.tokens)
}

/// How conditions are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Manner {
    /// They are clauses, not verbal nouns.
    pub clause: bool,
    /// A comma may stand between them: a list of them is told.
    pub listed: bool,
    /// They open the sentence, and what follows from them stands behind.
    pub opens: bool,
}

impl Manner {
    pub fn of(clause: bool) -> Self {
        Self {
            clause,
            ..Self::default()
        }
    }
}

/// The conditions from a token on.
pub(super) fn split(
    ground: &Ground<'_>,
    start: usize,
    sentence_end: usize,
    manner: &Manner,
    marker: &Range<usize>,
) -> Vec<Part> {
    let clause = manner.clause;
    let mut cutter = Cutter {
        ground,
        marker,
        start,
        parts: Vec::new(),
    };
    let limit = sentence_end.min(start + LONGEST);
    let quoted = quotation(ground, start);
    let tense = (start..limit.min(start + 3)).find_map(|at| tense(ground, at));
    let mut at = start;
    while at < limit {
        let goes_on = match ground.kind(at) {
            Some(TokenKind::Stop | TokenKind::Colon) => false,
            Some(TokenKind::Quote) => ends_nothing(ground, at, start, quoted.as_ref()),
            Some(TokenKind::Comma) => {
                let next = at + 1;
                let complement = wa(ground, next) && complementizer(ground, next);
                let item = manner.listed && wa(ground, next) && masdar(ground, next);
                // "إذا رفعوا الحصار، وفتحوا المعابر، عندها نتفاوض".
                let verb = manner.opens
                    && wa(ground, next)
                    && ground.said_by_cue(next).is_none()
                    && self::tense(ground, next).is_some_and(|other| Some(other) == tense);
                if (complement && clause) || item || verb {
                    cutter.next(at, next + usize::from(complement && !not(ground, next)));
                    at = next;
                    true
                } else {
                    false
                }
            }
            Some(TokenKind::Word) if at > start => word(&mut cutter, at, clause, tense),
            _ => true,
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    cutter.close(at);
    cutter.parts
}

struct Cutter<'c, 'g> {
    ground: &'c Ground<'g>,
    marker: &'c Range<usize>,
    start: usize,
    parts: Vec<Part>,
}

impl Cutter<'_, '_> {
    fn close(&mut self, end: usize) {
        let end = trimmed(self.ground, self.start, end);
        let letters = (self.start..end).any(|at| {
            self.ground.words.is_word(at)
                && self.ground.words.reading.form(at).chars().nth(1).is_some()
        });
        if letters {
            self.parts.push(Part {
                tokens: self.start..end,
                marker: Some(self.marker.clone()),
            });
        }
    }

    fn next(&mut self, end: usize, start: usize) {
        self.close(end);
        self.start = start;
    }
}

/// Reads a word inside a condition; false where the condition ends before it.
fn word(cutter: &mut Cutter<'_, '_>, at: usize, clause: bool, first: Option<Tense>) -> bool {
    let ground = cutter.ground;
    let conjunction = ground.words.get(at).and_then(|word| word.split.conjunction);
    let answers = conjunction == Some(Conjunction::Fa) && opens_clause(ground, at);
    if answers || tells(ground, at) || ends(ground, at) {
        return false;
    }
    if conjunction != Some(Conjunction::Wa) {
        return true;
    }
    if complementizer(ground, at) {
        cutter.next(at, at + usize::from(!not(ground, at)));
    } else if !clause && joined_masdar(ground, cutter.start, at) {
        // "بوقف القصف ونقل الإيرادات": spelled like a verb in the perfect.
        cutter.next(at, at);
    } else if let Some(tense) = tense(ground, at) {
        // "إن وقعوا الاتفاق وسحبوا المنشور": a second condition; in another
        // tense it is another matter.
        if !clause || first != Some(tense) {
            return false;
        }
        cutter.next(at, at);
    } else if same_kind(ground, cutter.start, at) {
        cutter.next(at, at);
    }
    true
}

/// Behind ف a clause begins with a verb or a particle; a noun that nobody knows
/// is one whose first letter it is ("فقرة").
fn opens_clause(ground: &Ground<'_>, at: usize) -> bool {
    ground.senses.finite(at).is_some()
        || !ground.is_nominal(at)
        || ground.words.get(at).is_some_and(|word| word.split.article)
}

/// A cue begins another attribution, but not one that is a noun the condition
/// governs: "إذا استمروا في مطالبتهم".
fn tells(ground: &Ground<'_>, at: usize) -> bool {
    let noun = ground.senses.finite(at).is_none()
        && ground
            .words
            .get(at)
            .is_some_and(|word| word.is_masdar() && !word.conjoined() && !word.shape.accusative);
    ground.said_by_cue(at).is_some() && !noun
}

/// A verbal noun that may as well be a verb, joined to a verbal noun, with a
/// noun of its own behind it: not one that refuses. Three bare letters are the
/// verbal noun of many a verb.
fn joined_masdar(ground: &Ground<'_>, first: usize, at: usize) -> bool {
    let hits = ground.senses.hits(&(at..at + 1));
    let refuses = hits
        .iter()
        .flat_map(|hit| &hit.predicates)
        .filter_map(|&id| ground.words.lexicon.predicates.get(id))
        .any(|predicate| predicate.attitude.opposes() && predicate.needs.is_empty());
    let spelled = ground.words.get(at).is_some_and(|word| {
        word.split.particle.is_none()
            && word.split.pronoun.is_none()
            && (word.is_masdar() || ground.words.stem(at).chars().count() == 3)
    });
    let next = ground.words.get(at + 1);
    spelled
        && tense(ground, at).is_some()
        && !refuses
        && masdar(ground, first)
        && ground.kind(at + 1) == Some(TokenKind::Word)
        && ground.senses.finite(at + 1).is_none()
        && next.is_some_and(|next| !next.conjoined() && next.split.particle.is_none())
}

/// "وقف القصف وفتح المعابر": a verbal noun joined to one that leads.
fn same_kind(ground: &Ground<'_>, first: usize, at: usize) -> bool {
    let (Some(one), Some(other)) = (ground.words.get(first), ground.words.get(at)) else {
        return false;
    };
    // A word nobody knows keeps its "وبـ": the letters tell.
    let mut letters = ground.words.reading.form(at).chars();
    let preposition = other.split.particle == Some(Prefix::Bi)
        || (letters.next(), letters.next()) == (Some('\u{648}'), Some('\u{628}'));
    let leads = |token: usize| {
        let word = ground.words.get(token);
        masdar(ground, token)
            && word.is_some_and(|word| word.split.pronoun.is_none() && !word.split.article)
    };
    // A verbal noun with something of its own behind it.
    let governs = ground.is_nominal(at + 1)
        && ground
            .words
            .get(at + 1)
            .is_some_and(|next| !next.conjoined());
    if preposition && one.split.particle == Some(Prefix::Bi) {
        return masdar(ground, at) || !other.shape.known || !other.split.article;
    }
    (leads(first) && leads(at) && governs)
        || (one.split.article && other.split.article && masdar(ground, first) && masdar(ground, at))
}

/// A verbal noun: of a verb the lexicon knows, or built like one (تحديث, إنشاء,
/// استحداث).
pub(super) fn masdar(ground: &Ground<'_>, at: usize) -> bool {
    if !ground.is_nominal(at) {
        return false;
    }
    let Some(word) = ground.words.get(at) else {
        return false;
    };
    word.is_masdar() || (!word.shape.known && built_like_masdar(ground.words.stem(at)))
}

/// The patterns taf'il, if'al, ifti'al, infi'al and istif'al in folded letters.
fn built_like_masdar(stem: &str) -> bool {
    let mut letters = [' '; 7];
    let mut count = 0;
    for letter in stem.chars() {
        if let Some(place) = letters.get_mut(count) {
            *place = letter;
        }
        count += 1;
    }
    matches!(
        (count, letters),
        (5, ['\u{62A}', _, _, '\u{64A}', ..])
            | (5, ['\u{627}', _, _, '\u{627}', ..])
            | (6, ['\u{627}', _, '\u{62A}', _, '\u{627}', ..])
            | (6, ['\u{627}', '\u{646}', _, _, '\u{627}', ..])
            | (7, ['\u{627}', '\u{633}', '\u{62A}', _, _, '\u{627}', _])
    )
}

fn tense(ground: &Ground<'_>, at: usize) -> Option<Tense> {
    ground
        .senses
        .finite(at)
        .map(|verbal| match verbal.form.tense {
            Tense::Jussive => Tense::Imperfect,
            tense => tense,
        })
}

fn wa(ground: &Ground<'_>, at: usize) -> bool {
    ground
        .words
        .get(at)
        .is_some_and(|word| word.split.conjunction == Some(Conjunction::Wa))
}

fn not(ground: &Ground<'_>, at: usize) -> bool {
    ground.is(at, Particle::COMPLEMENTIZER_NOT)
}

fn complementizer(ground: &Ground<'_>, at: usize) -> bool {
    ground.is(
        at,
        Particle::COMPLEMENTIZER.or(Particle::COMPLEMENTIZER_NOT),
    )
}

/// The quotation that begins here.
fn quotation(ground: &Ground<'_>, at: usize) -> Option<Range<usize>> {
    let quotations = &ground.words.reading.quotations;
    let place = quotations.partition_point(|quotation| quotation.open < at);
    quotations
        .get(place)
        .filter(|quotation| quotation.open == at)
        .and_then(|quotation| quotation.close.map(|close| at..close))
}

/// Whether a quotation mark inside a condition leaves it open: the one that
/// closes the quotation around it, or that it began with, ends it.
fn ends_nothing(
    ground: &Ground<'_>,
    at: usize,
    start: usize,
    quoted: Option<&Range<usize>>,
) -> bool {
    if at == start {
        return true;
    }
    if quoted.is_some_and(|quoted| quoted.end == at) {
        return false;
    }
    let marks = (start..at)
        .filter(|&at| ground.kind(at) == Some(TokenKind::Quote))
        .count();
    let spaced = ground
        .words
        .reading
        .tokens
        .get(at)
        .is_some_and(|token| token.spaced);
    marks % 2 == 1 || spaced || quotation(ground, at).is_some()
}

/// Another marker, a contrast or an attribution ends a condition.
fn ends(ground: &Ground<'_>, at: usize) -> bool {
    ground.senses.markers(&(at..at + 1)).iter().any(|marker| {
        marker.scope == MarkerScope::Any
            && matches!(
                marker.kind,
                MarkerKind::Condition
                    | MarkerKind::Reason
                    | MarkerKind::Contrast
                    | MarkerKind::Turn
            )
    })
}

fn trimmed(ground: &Ground<'_>, start: usize, mut end: usize) -> usize {
    while end > start
        && matches!(
            ground.kind(end - 1),
            Some(TokenKind::Comma | TokenKind::Quote | TokenKind::Dash | TokenKind::Open)
        )
    {
        let marks = (start..end)
            .filter(|&at| ground.kind(at) == Some(TokenKind::Quote))
            .count();
        if ground.kind(end - 1) == Some(TokenKind::Quote) && marks % 2 == 0 {
            break;
        }
        end -= 1;
    }
    end
}
