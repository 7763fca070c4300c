//! Names of people: how far one goes.
//!
//! Arabic has no capitals. A name is a run of words that are no function
//! words, no verbs and no nouns the lexicon knows, helped by a list of given
//! names, which often look like verbs or adjectives.

use std::ops::Range;

use super::around::adjoins;
use super::hits::Hits;
use crate::arabic::{NumberWords, Particle as Prefix, Pronoun, Splits, TokenKind};
use crate::lexicon::{How, NamePart, Particle, Who};
use crate::stance::words::{Word, Words};

/// How much the place says that a name must come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// Right after an office with its owner: what comes is a name or a verb.
    AfterRole,
    /// Nothing before it: the first word must be a known given name or unknown
    /// to the lexicon.
    Alone,
}

/// The most words a name has, "ibn" and the like aside.
const LONGEST: usize = 5;

/// The token after the name that starts here; none where none does.
pub(super) fn run(words: &Words<'_>, hits: &Hits, start: usize, trust: Trust) -> Option<usize> {
    if !words.is_word(start) {
        return None;
    }
    let mut at = first(words, hits, start, trust)?;
    if hits
        .starting(start)
        .is_some_and(|hit| matches!(hit.sense.who, Who::Person(_)))
    {
        return Some(at);
    }
    let mut count = 1;
    let mut solid = at;
    while count < LONGEST {
        let joint = skip_joint(words, at);
        if words.kind(at) == Some(TokenKind::Dash) && joint > at && words.is_word(joint) {
            // What a hyphen joins is one name.
            at = joint + 1;
            solid = at;
            continue;
        }
        at = joint;
        let Some(next) = further(words, hits, at, count) else {
            break;
        };
        if next.inner {
            at += 1;
            continue;
        }
        // "عبد المنعم" is one given name, and a family name may follow.
        let opened = at == start + 1 && is_inner(words, start);
        at += 1;
        solid = at;
        count += usize::from(!opened);
    }
    // "عبد الله", "أبو زيد": an opening part needs what it opens.
    (!is_inner(words, start) || solid > start + 1).then_some(solid)
}

/// The name right after an office. Of a run that holds a given name the words
/// before it are no part ("مدير صحة المدينة فلان"); one or two words of which
/// none is a given name are believed only after an office whose owner is named,
/// and after a nameless source or a plain citizen a given name must come.
pub(super) fn after_role(
    words: &Words<'_>,
    hits: &Hits,
    start: usize,
    owned: bool,
    nameless: bool,
) -> Option<Range<usize>> {
    let end = run(words, hits, start, Trust::AfterRole)?;
    let given = |token: usize| words.given(token) == Some(NamePart::Given);
    if end > start + 2
        && !given(start)
        && let Some(first) = (start + 1..end - 1).find(|token| given(*token))
    {
        return Some(first..end);
    }
    let leader = hits
        .starting(start)
        .is_some_and(|hit| matches!(hit.sense.who, Who::Person(_)));
    let form = words.reading.form(start);
    let prefixed = words.lexicon.particles.of(form) == Particle::default()
        && Splits::of(form).iter().any(|split| {
            matches!(split.particle, Some(Prefix::Bi | Prefix::Li))
                && split.pronoun.is_none()
                && split.stem(form).chars().nth(3).is_some()
        });
    if nameless && !given(start) && !leader {
        return None;
    }
    let word = words.get(start)?;
    let single = end == start + 1 && !given(start) && !leader;
    if single
        && (word.shape.feminine
            || word.shape.accusative
            || hits.count(start) < 2 && !ends_name(words, end))
    {
        return None;
    }
    let doubtful = !given(start) && !leader && !owned;
    if doubtful
        && (prefixed
            || words
                .get(start)
                .is_some_and(|word| word.shape.feminine || word.shape.accusative))
    {
        return None;
    }
    // A second word that ends like a common noun is one, unless a given name
    // comes first.
    let second = words
        .get(start + 1)
        .filter(|_| end == start + 2 && !given(start));
    let common = second.is_some_and(|word| word.shape.feminine || word.shape.accusative);
    Some(start..if common { start + 1 } else { end })
}

/// Whether what follows lets a single word before it be a name in apposition.
pub(super) fn ends_name(words: &Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        None
        | Some(
            TokenKind::Comma
            | TokenKind::Stop
            | TokenKind::Colon
            | TokenKind::Close
            | TokenKind::Quote,
        ) => true,
        _ => words
            .get(at)
            .is_some_and(|word| word.is_function() || surely_verb(word)),
    }
}

fn first(words: &Words<'_>, hits: &Hits, at: usize, trust: Trust) -> Option<usize> {
    let form = words.reading.form(at);
    let given = words.given(at);
    let word = words.get(at)?;
    if let Some(hit) = hits.starting(at) {
        let person = matches!(hit.sense.who, Who::Person(_));
        let common = hit.sense.how == How::Noun && given.is_some() && trust == Trust::AfterRole;
        if person {
            return Some(hit.end);
        }
        if !common {
            return None;
        }
    }
    if given.is_some() {
        // Many given names are also adjectives or verbs; alone they need a
        // second part to be believed.
        let sure =
            trust == Trust::AfterRole || word.verbs.is_empty() || second(words, hits, at + 1);
        return (!is_function(words, at) && sure).then_some(at + 1);
    }
    let letters = form.chars().count();
    if letters < 3
        || looks_joined(form)
        || words.lexicon.number(form).is_some()
        || word.is_function()
        || word.is(Particle::PERIOD)
        || word.conjoined()
        || surely_verb(word)
    {
        return None;
    }
    let clitic = word.split.particle.is_some() || word.split.pronoun.is_some();
    match trust {
        Trust::AfterRole if word.split.article && word.shape.feminine => None,
        Trust::AfterRole => {
            let verb = may_be_verb(word);
            let noun = word.shape.known && (word.is_masdar() || hits.over(at).is_some());
            let known = word.shape.known && (word.shape.accusative || clitic);
            (!verb && !noun && !known).then_some(at + 1)
        }
        Trust::Alone => {
            let unknown = !word.shape.known
                && !word.split.article
                && !clitic
                && !word.shape.accusative
                && !word.shape.relation;
            (unknown && letters > 2).then_some(at + 1)
        }
    }
}

/// Whether a second part of a name stands here.
fn second(words: &Words<'_>, hits: &Hits, at: usize) -> bool {
    let verb = at
        .checked_sub(1)
        .and_then(|first| words.get(first))
        .is_some_and(may_be_verb);
    let given = words.given(at).is_some();
    let doubted = |word: &Word| word.shape.known || verb && word.split.article;
    let unknown = words.get(at).is_some_and(|word| !doubted(word));
    (given || unknown) && further(words, hits, at, 1).is_some()
}

struct Part {
    inner: bool,
}

fn further(words: &Words<'_>, hits: &Hits, at: usize, count: usize) -> Option<Part> {
    if !words.is_word(at) || !adjoins(words, at) {
        return None;
    }
    let form = words.reading.form(at);
    let word = words.get(at)?;
    if form.chars().nth(1).is_none() || words.lexicon.number(form).is_some() {
        return None;
    }
    match words
        .lexicon
        .given
        .of(form)
        .filter(|_| !is_function(words, at))
    {
        Some(NamePart::Inner) => return Some(Part { inner: true }),
        Some(NamePart::Last) => return Some(Part { inner: false }),
        Some(NamePart::Given) => {
            let verb = may_be_verb(word);
            return (!verb || count == 1).then_some(Part { inner: false });
        }
        _ => {}
    }
    let person = hits
        .starting(at)
        .is_some_and(|hit| matches!(hit.sense.who, Who::Person(_)));
    if person {
        // "أبلغ ستيف ويتكوف نتنياهو": a name that is whole is followed by another.
        return (count == 1).then_some(Part { inner: false });
    }
    let day = word.is(Particle::PERIOD);
    if day || word.is_function() || word.conjoined() && word.shape.known || surely_verb(word) {
        return None;
    }
    if let Some(hit) = hits.over(at) {
        // "عبد المنعم إمام،": what an office is called may be a family's name.
        let family = count == 1
            && matches!(hit.sense.who, Who::Role(_))
            && !hit.split.article
            && hit.prefix().is_none()
            && at
                .checked_sub(2)
                .is_some_and(|first| is_inner(words, first))
            && ends_name(words, at + 1);
        if family {
            return Some(Part { inner: false });
        }
        // A nisba after a bare name is a family name; anything else ends it.
        if !hit.is_adjective() || count > 1 || !hit.split.article {
            return None;
        }
    }
    if word.conjoined() {
        // "دانا وايت": no name begins with a conjunction but before a word.
        let stem = word.split.stem(form);
        let foreign = count == 1
            && !words.lexicon.knows_noun(stem)
            && words.lexicon.verbs.forms(stem).is_empty()
            && !word.split.article;
        return foreign.then_some(Part { inner: false });
    }
    if possessed(form) {
        return None;
    }
    let article = word.split.article && word.split.particle.is_none();
    let verb = may_be_verb(word);
    let fits = if article {
        // "الجبير", "الصدر"; not "الثلاثاء".
        let surname = words.lexicon.given.of(word.split.stem(form)).is_some();
        !word.is(Particle::TIME)
            && !word.is_masdar()
            && (count == 1 || !word.shape.known || surname)
    } else if count == 1 {
        let prefixed = word.split.particle.is_some() && word.shape.known;
        !verb && !prefixed
    } else {
        !verb && !word.shape.known && word.split.particle.is_none() && !word.shape.accusative
    };
    fits.then_some(Part { inner: false })
}

/// Opens a part of a name that needs a word after it: "عبد".
fn is_inner(words: &Words<'_>, at: usize) -> bool {
    words.given(at) == Some(NamePart::Inner)
}

/// A hyphen between two parts of one name; the hash before one.
fn skip_joint(words: &Words<'_>, at: usize) -> usize {
    let tokens = &words.reading.tokens;
    if tokens
        .get(at)
        .is_some_and(|token| token.span.of(words.reading.text) == "#")
    {
        return at + 1;
    }
    let tight = tokens.get(at + 1).is_some_and(|next| !next.spaced);
    match tokens.get(at) {
        Some(token) if token.kind == TokenKind::Dash && (!token.spaced || tight) => at + 1,
        _ => at,
    }
}

/// Whether a word stands as a verb by itself: a reading that needs a particle
/// ("ل" and "يبرمان") is no reason to doubt a name.
fn may_be_verb(word: &Word) -> bool {
    word.finite()
        .any(|verbal| verbal.split.particle.is_none() && verbal.split.pronoun.is_none())
}

/// "وأحفادهم": begins like a conjunction, ends like a pronoun.
fn looks_joined(form: &str) -> bool {
    let splits = Splits::of(form);
    let mut joined = splits
        .iter()
        .filter(|split| split.conjunction.is_some() && split.pronoun.is_some());
    joined.any(|split| split.stem(form).chars().nth(2).is_some())
}

/// A function word as written: "علي" folds to what "على" does.
pub(super) fn is_function(words: &Words<'_>, at: usize) -> bool {
    let folded_apart = words
        .reading
        .tokens
        .get(at)
        .is_some_and(|token| token.span.of(words.reading.text).ends_with('\u{64A}'));
    words.get(at).is_some_and(|word| word.is_function())
        && !(folded_apart && words.given(at).is_some())
}

fn surely_verb(word: &Word) -> bool {
    word.is_surely_verb() && may_be_verb(word)
}

/// "تعليماته": a noun with its pronoun, so no name.
fn possessed(form: &str) -> bool {
    let splits = Splits::of(form);
    let mut nouns = splits.iter().filter(|split| {
        matches!(
            split.pronoun,
            Some(Pronoun::He | Pronoun::She | Pronoun::They)
        ) && split.conjunction.is_none()
            && split.particle.is_none()
    });
    nouns.any(|split| split.stem(form).ends_with('ت') && split.stem(form).chars().count() > 3)
}
