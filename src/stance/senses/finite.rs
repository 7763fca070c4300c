//! How a spelling that may be a verb or a noun is read in its place.

use super::bare;
use crate::arabic::{Particle as Prefix, Pronoun, TokenKind};
use crate::lexicon::{Gender, MarkerKind, Particle, Person, Tense};
use crate::stance::words::{Verbal, Word, Words};

/// The readings of all tokens as finite verbs, one after the other: a verb
/// that its clause has already tells against another.
pub(super) fn finite(words: &Words<'_>) -> Vec<Option<Verbal>> {
    let mut before = Before::default();
    let title = words.reading.sentences.iter();
    let title = title.take_while(|sentence| sentence.paragraph == 0).last();
    let title = title.map_or(0, |sentence| sentence.tokens.end);
    (0..words.len())
        .map(|at| {
            if opens_clause(words, at) {
                before.headed = false;
            }
            if words.kind(at) == Some(TokenKind::Stop) {
                before.tense = None;
            }
            before.headline = at < title;
            let found = finite_at(words, at, before);
            if let Some(verbal) = &found {
                before.headed |= !words.get(at).is_some_and(|w| w.is(Particle::COPULA));
                before.tense = Some(verbal.form.tense);
            }
            found
        })
        .collect()
}

/// What stands before a token.
#[derive(Clone, Copy, Default)]
struct Before {
    /// Its clause has a verb.
    headed: bool,
    /// The tense of the last verb of the sentence.
    tense: Option<Tense>,
    /// It stands in the headline, which tells in the present.
    headline: bool,
}

/// Whether a clause may begin at a token or right behind it.
fn opens_clause(words: &Words<'_>, at: usize) -> bool {
    let opening = Particle::COMPLEMENTIZER
        .or(Particle::COMPLEMENTIZER_NOT)
        .or(Particle::RELATIVE)
        .or(Particle::RELATIVE_BARE)
        .or(Particle::CONNECTIVE)
        .or(Particle::VERBAL);
    let first = |at: usize| {
        let token = words.reading.tokens.get(at);
        token.is_some_and(|token| token.first_of_line)
    };
    first(at)
        || match words.kind(at) {
            Some(TokenKind::Word | TokenKind::Initials | TokenKind::Number) => {
                words.get(at).is_some_and(|word| word.is(opening))
            }
            _ => true,
        }
}

/// The reading of a token as a finite verb, where the words around allow it.
fn finite_at(words: &Words<'_>, at: usize, before: Before) -> Option<Verbal> {
    let word = words.get(at)?;
    if word.is_function() && !word.is(Particle::COPULA) {
        return None;
    }
    // No perfect stands behind لا, لم or لن: "لن توقع" is the imperfect.
    let negated = at
        .checked_sub(1)
        .and_then(|before| words.get(before))
        .is_some_and(|word| word.is(Particle::NEGATION));
    let readings = word.finite().filter(|verbal| {
        // The believed clitics, or those of a verb that believes otherwise.
        verbal.split == word.split || (word.uses == Particle::default() && !word.split.article)
    });
    let unlikely = |verbal: &&Verbal| match verbal.form.tense {
        Tense::Perfect => negated,
        // Nor does a jussive stand alone: "يحتج" is no "يحتاج".
        Tense::Jussive => !negated && verbal.split.particle != Some(Prefix::Li),
        _ => false,
    };
    // "احتجت النقابة" is in the third person; in the first it were another verb.
    let third = |verbal: &&Verbal| verbal.form.person == Person::Third;
    let likely = readings.clone();
    let present = likely.clone().find(|verbal| {
        let imperfect = verbal.form.tense == Tense::Imperfect;
        before.headline && imperfect && third(verbal)
    });
    // "ودعت مصر إلى حوار" called and did not bid farewell, "باريس تعارض الصفقة" is
    // against it and does not contradict.
    let stands = |verbal: &&Verbal| {
        let lemma = words.lexicon.verbs.lemma(verbal.form.verb);
        !words.lexicon.predicates.of_lemma(lemma).is_empty() && agrees(words, at, verbal)
    };
    let mut plain = likely.filter(|verbal| !unlikely(verbal) && third(verbal));
    // Only where there is a choice are the words of stance asked.
    let choice = plain.clone().nth(1).is_some();
    let finite = *present
        .or_else(|| plain.clone().find(|verbal| choice && stands(verbal)))
        .or_else(|| plain.next())
        .or_else(|| readings.min_by_key(|verbal| (unlikely(verbal), !third(verbal))))?;
    // Nouns that are written like a verb nobody means: أمن, أجل.
    let form = words.reading.form(at);
    let noun = words.lexicon.markers.starting(form);
    if noun
        .into_iter()
        .any(|one| one.kind == MarkerKind::Other && one.words.len() == 1)
    {
        return None;
    }
    let nominal = word.verbs.iter().any(|v| !v.form.tense.is_finite());
    let unknown = !word.is_surely_verb() && !nominal && word.split != finite.split;
    if word.split.article || unknown {
        return None;
    }
    // "ليعلن" carries something on; at the head of a text it is a name.
    if finite.split.particle == Some(Prefix::Li)
        && words
            .reading
            .tokens
            .get(at)
            .is_some_and(|token| token.first_of_line)
    {
        return None;
    }
    let marked = finite.split.particle == Some(Prefix::Sa)
        || (finite.form.tense != Tense::Perfect && !nominal);
    if marked {
        return Some(finite);
    }
    let allowed = surroundings_allow(words, at, word, nominal, before)
        || !before.headed && behind_its_subject(words, at, &finite);
    allowed.then_some(finite)
}

/// Whether no feminine noun beside it tells against a masculine reading: "الحكومة
/// قد تراجع قرارها".
fn agrees(words: &Words<'_>, at: usize, verbal: &Verbal) -> bool {
    let particle = |at: usize| words.get(at).is_some_and(|word| word.is(Particle::VERBAL));
    let before = at
        .checked_sub(1)
        .map(|at| at.saturating_sub(usize::from(particle(at))));
    let feminine = |at: usize| {
        words.get(at).is_some_and(|word| {
            let free = word.split.particle.is_none() && !word.conjoined();
            words.is_word(at) && free && word.split.article && word.shape.feminine
        })
    };
    let masculine = verbal.form.gender == Gender::Masculine && verbal.split.is_whole();
    !(masculine && before.is_some_and(feminine))
}

/// "باريس تعارض الصفقة": behind what is definite, in a clause without a verb, the
/// imperfect is one; no verbal noun stands there.
fn behind_its_subject(words: &Words<'_>, at: usize, verbal: &Verbal) -> bool {
    let imperfect = verbal.form.tense == Tense::Imperfect && verbal.split.is_whole();
    let Some(before) = at.checked_sub(1).filter(|_| imperfect) else {
        return false;
    };
    let subject = words.get(before).is_some_and(|word| {
        let name = word.verbs.is_empty() && !word.shape.relation && word.split.is_whole();
        !word.is_function() && (word.split.article || name) && word.split.particle.is_none()
    });
    let object = words
        .get(at + 1)
        .is_some_and(|word| !word.is(Particle::PREPOSITION) && word.split.particle.is_none());
    words.is_word(before) && subject && object && words.is_word(at + 1)
}

/// Whether a perfect, or a spelling that may be a noun, stands where a verb
/// stands: at the head of its clause, behind a verbal particle or negation, or
/// behind its subject.
fn surroundings_allow(
    words: &Words<'_>,
    at: usize,
    word: &Word,
    nominal: bool,
    context: Before,
) -> bool {
    let next_article = words
        .get(at + 1)
        .is_some_and(|next| next.split.article || next.is(Particle::COMPLEMENTIZER));
    let Some(before) = at.checked_sub(1) else {
        return !nominal || next_article;
    };
    let first = words
        .reading
        .tokens
        .get(at)
        .is_some_and(|t| t.first_of_line);
    let (Some(kind), Some(previous)) = (words.kind(before), words.get(before)) else {
        return false;
    };
    let conjoined = word.conjoined();
    if first {
        return !nominal || conjoined || heads_a_sentence(words, at);
    }
    match kind {
        TokenKind::Stop | TokenKind::Colon | TokenKind::Open | TokenKind::Close => {
            // "ثمن باهظ" behind a colon is a price, "ثمن الوزير" a verb.
            let short = words.reading.form(at).chars().count() <= 3;
            (!nominal && (!short || next_article))
                || conjoined
                || (nominal && heads_a_sentence(words, at))
        }
        TokenKind::Comma | TokenKind::Dash => !nominal || conjoined || next_article,
        TokenKind::Quote if opens_quotation(words, before) => !nominal || next_article || conjoined,
        TokenKind::Quote => !nominal || conjoined,
        _ => {
            if previous.is(Particle::NEGATION) && nominal {
                return negates_a_verb(words, before);
            }
            let verbal = previous.is(Particle::VERBAL
                .or(Particle::COPULA)
                .or(Particle::RELATIVE)
                .or(Particle::CONNECTIVE))
                || (previous.is(Particle::NEGATION.or(Particle::PRONOUN)) && !nominal);
            let bare = previous.is(Particle::RELATIVE_BARE) && !previous.is(Particle::PREPOSITION);
            // "تواصل فيه": no noun takes such a pronoun.
            let resumed = words
                .get(at + 1)
                .is_some_and(|next| next.is_function() && next.split.pronoun.is_some());
            if verbal || bare || (resumed && nominal) {
                return true;
            }
            // No perfect stands right behind another verb.
            if !conjoined && previous.is_surely_verb() {
                return false;
            }
            // "إنها تقبل": the pronoun is the subject.
            if previous.is(Particle::COMPLEMENTIZER) && previous.split.pronoun.is_some() {
                return true;
            }
            if previous.is(Particle::PREPOSITION.or(Particle::COMPLEMENTIZER)) && nominal {
                return false;
            }
            if previous.is(Particle::PREPOSITION) {
                return false;
            }
            // "قبل توقف القتال": what comes before or after is a noun.
            if previous.is(Particle::BEFORE_EVENT) && nominal {
                return false;
            }
            if conjoined {
                // "إدانته ورفضه" joins nouns, "وأكد ورفض" verbs; a perfect goes with
                // a perfect.
                let noun = previous.is_masdar() && !previous.is_surely_verb()
                    || context.tense != Some(Tense::Perfect);
                return !(nominal && noun);
            }
            // "الهدف هو دعم الحل", "أكدت الوزارة رفض المملكة": a noun.
            let named = previous.is(Particle::PRONOUN) || context.headed;
            !nominal || !named && next_article && heads_a_sentence(words, at)
        }
    }
}

/// Whether a verb must follow a negation (لن, لم), or follows it because the
/// subject went before ("باريس لا تعارض"); "لا تعاون" alone may be a noun.
fn negates_a_verb(words: &Words<'_>, at: usize) -> bool {
    let markers = &words.lexicon.markers;
    let mut forms = [words.reading.form(at), bare(words, at)].into_iter();
    let always = forms.any(|form| {
        let mut found = markers.starting(form);
        found.any(|one| one.kind == MarkerKind::Negation && one.clause)
    });
    let feminine = words.get(at + 1).is_some_and(|word| {
        let mut imperfect = word
            .finite()
            .filter(|verbal| verbal.form.tense != Tense::Perfect)
            .filter(|verbal| verbal.form.person == Person::Third);
        imperfect.all(|verbal| verbal.form.gender == Gender::Feminine)
    });
    let subject = at.checked_sub(1).is_some_and(|before| {
        words.get(before).is_some_and(|word| {
            // "إنه لا تفاوض" is no verb: it would not agree.
            let agrees = word.split.pronoun == Some(Pronoun::She) || !feminine;
            let pronoun = word.is(Particle::COMPLEMENTIZER) && word.split.pronoun.is_some();
            (pronoun && agrees) || (words.is_word(before) && !word.is_function())
        })
    });
    // "لا تعارض بغداد التمديد": behind the noun of لا stands a preposition or an
    // adjective ("لا تعاون بين", "لا تعاون أمنيا").
    let agent = words.is_word(at + 2)
        && words.get(at + 2).is_some_and(|word| {
            let attribute = word.shape.accusative || word.shape.relation && !word.shape.definite;
            word.split.is_whole() && !word.is_function() && !attribute && word.verbs.is_empty()
                || word.split.article && word.split.particle.is_none() && !word.conjoined()
        });
    always
        || agent
        || (subject
            && !words
                .reading
                .tokens
                .get(at)
                .is_some_and(|t| t.first_of_line))
}

fn opens_quotation(words: &Words<'_>, mark: usize) -> bool {
    let tokens = &words.reading.tokens;
    let opens = |at: usize| tokens.get(at).is_some_and(|token| token.spaced);
    opens(mark) && !opens(mark + 1)
}

/// A noun-or-verb at the head of a sentence is the verb where a definite
/// subject follows, the noun where an adjective does (رفض فلسطيني).
fn heads_a_sentence(words: &Words<'_>, at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| {
        next.shape.definite
            || next.is(Particle::COMPLEMENTIZER)
            || !(next.shape.relation || next.is_function())
    })
}
