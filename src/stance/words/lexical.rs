//! One spelling as the lexicon knows it: its readings, its clitics, its uses.

use super::letters::{Alif, Ending};
use super::{Shape, Verbal, Word};
use crate::arabic::{Conjunction, Particle as Prefix, Pronoun, Split, Splits, TokenKind, fold};
use crate::lexicon::{Form, Gender, Lexicon, Number, Particle, Person, Tense, Verbs, Voice};

/// Nobody's word has more readings than this; junk is not read to its end.
const MOST_READINGS: usize = 24;

pub(super) fn analyse(
    form: &str,
    (alif, ending): (Alif, Ending),
    kind: TokenKind,
    lexicon: &Lexicon,
    buffer: &mut String,
) -> Word {
    if kind != TokenKind::Word {
        return Word::default();
    }
    let splits = Splits::of(form);
    let readings = || {
        splits
            .iter()
            .filter(|split| !(ending == Ending::TaMarbuta && split.pronoun.is_some()))
    };
    let mut word = Word::default();
    for split in readings() {
        verbal_readings(form, split, &lexicon.verbs, buffer, &mut word.verbs);
    }
    word.verbs
        .retain(|verbal| !is_far_fetched(verbal) && !ending.denies(verbal));
    if alif == Alif::Madda {
        // "آمر" is one who commands, and not "commanded".
        word.verbs.retain(|verbal| {
            verbal.form.tense != Tense::Perfect
                || lexicon.verbs.lemma(verbal.form.verb).starts_with('آ')
        });
    }
    word.verbs.truncate(MOST_READINGS);
    let dotted = ending == Ending::Ya;
    let other = |stem: &str| dotted && lexicon.particles.ends_in_maqsura(stem);
    word.split = believed(form, readings, &word, lexicon, buffer);
    word.uses = uses(form, &word.split, lexicon, buffer);
    if other(word.split.stem(form)) {
        word.uses = Particle::default();
    }
    if word.split.pronoun.is_some() || word.split.article {
        // "منها" is a preposition still, "الان" with an article nothing.
        word.uses = uses_with_clitics(word.uses, &word.split);
    }
    // Nouns take the alif of the indefinite accusative.
    if word.uses == Particle::default()
        && let Some(plain) = word.split.stem(form).strip_suffix('ا')
    {
        word.uses = lexicon.particles.of(plain).among(NOUNS);
    }
    if alif.denies(form, &word) {
        word.uses = Particle::default();
        word.split = *splits
            .iter()
            .find(|split| split.is_whole())
            .unwrap_or(&word.split);
    }
    word.shape = shape(form, &word, lexicon);
    let stem = word.split.stem(form);
    let joined = form.strip_prefix('و');
    word.attributes =
        lexicon.cues.opens(stem) || joined.is_some_and(|form| lexicon.cues.opens(form));
    word.speech = lexicon.cues.noun(stem).is_some();
    word.reports = word.verbs.iter().any(|verbal| {
        let lemma = lexicon.verbs.lemma(verbal.form.verb);
        lexicon.cues.verb(lemma).is_some()
    });
    word.heads = lexicon.names.heads(form, readings());
    word
}

/// "فيدان", "كرماني": of what is spelled like "and is …ed" or "the two …ed me", a
/// name is likelier.
fn is_far_fetched(verbal: &Verbal) -> bool {
    let form = &verbal.form;
    let passed_on = verbal.split.conjunction == Some(Conjunction::Fa)
        && form.tense == Tense::Imperfect
        && form.voice == Voice::Passive;
    let by_two = verbal.split.pronoun == Some(Pronoun::Me)
        && form.tense.is_finite()
        && form.number == Number::Dual;
    passed_on || by_two
}

/// The uses of a stem; before a pronoun also of its other spellings.
fn uses(form: &str, split: &Split, lexicon: &Lexicon, buffer: &mut String) -> Particle {
    let mut spellings = split.spellings(form);
    let known = spellings.find_map(|spelling| {
        let uses = lexicon.particles.of(spelling.join(buffer));
        (uses != Particle::default()).then_some(uses)
    });
    known.unwrap_or_default()
}

fn uses_with_clitics(uses: Particle, split: &Split) -> Particle {
    let kept = Particle::PREPOSITION
        .or(Particle::PREPOSITION_INSIDE)
        .or(Particle::FRAMES)
        .or(Particle::PREPOSITION_ADVERBIAL)
        .or(Particle::COMPLEMENTIZER)
        .or(Particle::CONNECTIVE)
        .or(Particle::TURN)
        .or(Particle::OCCASION)
        .or(NOUNS);
    uses.among(if split.article { NOUNS } else { kept })
}

/// Uses of nouns, which take what nouns take.
const NOUNS: Particle = Particle::OCCASION
    .or(Particle::ADDRESSED)
    .or(Particle::BOTH)
    .or(Particle::ANY)
    .or(Particle::LAW)
    .or(Particle::COMMON)
    .or(Particle::COPY)
    .or(Particle::DOCUMENT)
    .or(Particle::OWN_LETTER)
    .or(Particle::ABSTRACT)
    .or(Particle::PERIOD.or(Particle::PERIOD_ADJECTIVE))
    .or(Particle::MANNER)
    .or(Particle::FORMER)
    .or(Particle::STAND);

fn verbal_readings(
    form: &str,
    split: &Split,
    verbs: &Verbs,
    buffer: &mut String,
    out: &mut Vec<Verbal>,
) {
    for spelling in split.spellings(form) {
        for reading in verbs.forms(spelling.join(buffer)) {
            if fits(split, reading) {
                out.push(Verbal {
                    split: *split,
                    form: *reading,
                });
            }
        }
    }
}

/// Whether a form can stand with these clitics.
fn fits(split: &Split, form: &Form) -> bool {
    let imperfect = matches!(form.tense, Tense::Imperfect | Tense::Jussive);
    if form.tense.is_finite() {
        let prefix = match split.particle {
            None => true,
            Some(Prefix::Sa) => form.tense == Tense::Imperfect,
            Some(Prefix::Li) => imperfect,
            Some(Prefix::Bi | Prefix::Ka) => false,
        };
        // Nobody is told "you" in the news, so a final ك or ي is the word's own.
        let pronoun = !matches!(
            split.pronoun,
            Some(Pronoun::You | Pronoun::YouAll | Pronoun::My)
        );
        let object = split.pronoun.is_none() || form.voice == Voice::Active;
        prefix
            && !split.article
            && pronoun
            && object
            && (!form.bound || split.pronoun.is_some())
            && form.person != Person::Second
    } else {
        let pronoun = split.pronoun != Some(Pronoun::Me);
        split.particle != Some(Prefix::Sa)
            && pronoun
            && !(split.article && (split.pronoun.is_some() || form.accusative))
            && !(split.pronoun.is_some() && form.accusative)
    }
}

/// The clitics most likely there: the whole word where the lexicon knows it,
/// else the first reading whose rest it knows, else what spelling makes likely.
fn believed<'s, I: Iterator<Item = &'s Split>>(
    form: &str,
    splits: impl Fn() -> I,
    word: &Word,
    lexicon: &Lexicon,
    buffer: &mut String,
) -> Split {
    let function = splits().find(|split| {
        let uses = lexicon.particles.of(split.stem(form));
        let known = if split.is_whole() {
            uses != Particle::default()
        } else {
            uses.is(Particle::FUNCTION)
        };
        known && uses_fit(split, uses)
    });
    if let Some(function) = function {
        return *function;
    }
    // ل and the article begin no word that is not those two.
    if form.starts_with("لل")
        && let Some(split) =
            splits().find(|split| split.article && split.pronoun.is_none() && split.letters() >= 3)
    {
        return *split;
    }
    let mut fallback = None;
    for split in splits() {
        let stem = split.stem(form);
        if stem.is_empty() {
            // "به", "لها": a preposition that is all clitic.
            if split.conjunction.is_none() && form.chars().count() <= 4 {
                return *split;
            }
            continue;
        }
        let verbal = word.verbs.iter().any(|verbal| verbal.split == *split);
        if verbal || lexicon.knows_noun(noun_key(split, form, buffer)) {
            return *split;
        }
        if fallback.is_none() && likely(split, stem, form) {
            fallback = Some(*split);
        }
    }
    fallback
        .or_else(|| splits().next().copied())
        .unwrap_or_default()
}

/// The spelling under which a noun is known, its feminine ending closed.
fn noun_key<'b>(split: &Split, form: &str, buffer: &'b mut String) -> &'b str {
    let stem = split.stem(form);
    buffer.clear();
    match stem.strip_suffix('ت') {
        Some(head) if split.pronoun.is_some() => {
            buffer.push_str(head);
            buffer.push('ه');
        }
        _ => buffer.push_str(stem),
    }
    buffer
}

/// Whether a function word takes these clitics.
fn uses_fit(split: &Split, uses: Particle) -> bool {
    if split.is_whole() {
        return true;
    }
    let taken = Particle::OCCASION
        .or(Particle::DOCUMENT)
        .or(Particle::OWN_LETTER);
    if split.article {
        return uses.is(taken);
    }
    let prepositions = Particle::PREPOSITION.or(Particle::PREPOSITION_ADVERBIAL);
    let complementizers = Particle::COMPLEMENTIZER.or(Particle::CONNECTIVE);
    match (split.particle, split.pronoun) {
        (None, None) => true,
        // "But he", and not "a mother" or "of security".
        (None, Some(pronoun)) if !uses.is(Particle::PREPOSITION.or(Particle::COMPLEMENTIZER)) => {
            pronoun.is_third()
                && split.letters() >= 3
                && uses.is(prepositions.or(complementizers).or(taken))
        }
        (None, Some(_)) => uses.is(prepositions.or(complementizers).or(taken)),
        (Some(Prefix::Sa), _) => false,
        (Some(_), None) => !uses.is(prepositions) || uses.is(taken),
        (Some(_), Some(_)) => uses.is(complementizers.or(taken)),
    }
}

/// Whether spelling alone makes a reading likely for a stem nobody knows.
fn likely(split: &Split, stem: &str, form: &str) -> bool {
    let letters = stem.chars().count();
    let tail = match split.pronoun {
        None => true,
        Some(Pronoun::She | Pronoun::They | Pronoun::Both | Pronoun::TheyFeminine) => letters >= 3,
        Some(Pronoun::He) => letters >= 4 && stem.ends_with('ت'),
        Some(_) => false,
    };
    let head = match (split.conjunction, split.particle) {
        // A word of its own may begin with و; the listed ones are known.
        (Some(Conjunction::Wa), None) => letters >= 3,
        (_, None) if split.conjunction.is_none() => true,
        (_, Some(Prefix::Bi | Prefix::Li)) => split.article || is_derived(stem),
        _ => split.article,
    };
    let changed = !split.is_whole() && form.chars().count() > letters;
    let article = !split.article || letters >= 2;
    changed && head && tail && article
}

/// Whether a stem is built like a verbal noun of a derived form (إضراب, تمديد,
/// مشاركة, انتخاب, استخدام), or is أي: no word begins so by chance.
fn is_derived(stem: &str) -> bool {
    const PATTERNS: [&str; 9] = [
        "اي",
        "ا..ا.",
        "ا.ت.ا.",
        "ان..ا.",
        "است..ا.",
        "ت..ي.",
        "ت.ا..",
        "م.ا..ه",
        "م.ا..ات",
    ];
    // "بايدن": foreign names have the long vowel, verbal nouns with it are known.
    let vowel = stem.starts_with("اي") && stem != "اي";
    !vowel
        && PATTERNS.iter().any(|pattern| {
            let mut letters = stem.chars();
            pattern.chars().all(|wanted| {
                let letter = letters.next();
                letter.is_some_and(|letter| wanted == '.' || letter == wanted)
            }) && letters.next().is_none()
        })
}

fn shape(form: &str, word: &Word, lexicon: &Lexicon) -> Shape {
    let split = &word.split;
    let stem = split.stem(form);
    let ends = |ending: &str| stem.len() > ending.len() + 2 && stem.ends_with(ending);
    let masculine = |gender: Gender| gender == Gender::Masculine;
    let noun = word
        .verbs
        .iter()
        .find(|verbal| verbal.split == *split && !verbal.form.tense.is_finite());
    Shape {
        definite: split.article || split.pronoun.is_some(),
        feminine: ends("ه") && split.pronoun.is_none()
            || ends("ات")
            || ends("ت") && split.pronoun.is_some(),
        people: noun.map_or(ends("ون") || ends("يين"), |noun| {
            noun.form.number == Number::Plural && masculine(noun.form.gender)
        }),
        relation: ends("ي") || ends("يه") || ends("يون") || ends("يين") || ends("يات"),
        accusative: ends("ا") && !split.article && split.pronoun.is_none(),
        known: !word.verbs.is_empty()
            || word.uses != Particle::default()
            || lexicon.knows_noun(&fold(stem)),
    }
}
