//! The inflected forms of nouns and adjectives: gender, number, article, the
//! alef of the indefinite accusative.
//!
//! Forms are written as news writes them, without vowels. Too many are given
//! rather than too few: a form that nobody writes is never looked up. Broken
//! plurals are data; sound plurals and duals are made here.

use super::forms::{Gender, Number};

/// What the form of a noun tells of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grammar {
    pub gender: Gender,
    pub number: Number,
    /// Has the article, or is a name.
    pub definite: bool,
}

impl Grammar {
    pub const NAME: Self = Self {
        gender: Gender::Masculine,
        number: Number::Singular,
        definite: true,
    };
}

const ARTICLE: &str = "ال";

/// Whether a folded word is written with the article, or looks it.
pub fn has_article(folded: &str) -> bool {
    folded.starts_with(ARTICLE)
}

/// One form and what it tells.
pub type Inflected = (String, Grammar);

/// All forms of an adjective or noun given in the masculine singular, with a
/// feminine in ta marbuta and sound plurals: nisba adjectives (أذربيجاني) and
/// most nouns of office. A phrase of several words inflects in each of them
/// (كوري شمالي, الكورية الشمالية).
pub fn sound(masculine: &str) -> Vec<Inflected> {
    use Gender::{Feminine as F, Masculine as M};
    use Number::{Dual, Plural, Singular};
    const ENDINGS: [(&str, Gender, Number); 11] = [
        ("", M, Singular),
        ("ا", M, Singular),
        ("ان", M, Dual),
        ("ون", M, Plural),
        ("ين", M, Plural),
        ("و", M, Plural),
        ("ة", F, Singular),
        ("ت", F, Singular),
        ("تان", F, Dual),
        ("تين", F, Dual),
        ("ات", F, Plural),
    ];
    let mut forms = Vec::new();
    for (ending, gender, number) in ENDINGS {
        // A broken plural of people takes a feminine adjective as well, and an
        // adjective in the construct state is no adjective.
        if matches!(ending, "و" | "ت") {
            continue;
        }
        let bare: Vec<String> = masculine
            .split(' ')
            .map(|word| format!("{word}{ending}"))
            .collect();
        let grammar = Grammar {
            gender,
            number,
            definite: false,
        };
        forms.push((bare.join(" "), grammar));
        if ending != "ا" {
            let definite: Vec<String> = bare.iter().map(|word| with_article(word)).collect();
            forms.push((
                definite.join(" "),
                Grammar {
                    definite: true,
                    ..grammar
                },
            ));
        }
    }
    forms
}

/// All forms of a noun with what the table tells of it: masculine, feminine
/// and plurals, any of which may be missing. A second word with the article
/// (رئيس الوزراء) is a genitive and stays; one without inflects along.
pub fn noun(
    masculine: &str,
    feminine: &str,
    plurals: impl Iterator<Item = &'static str>,
) -> Vec<Inflected> {
    use Gender::{Feminine, Masculine};
    use Number::{Dual, Plural, Singular};
    let mut forms = Vec::new();
    let mut add = |phrase: &str, ending: &str, gender, number| {
        phrase_forms(&mut forms, phrase, ending, gender, number)
    };
    if !masculine.is_empty() {
        add(masculine, "", Masculine, Singular);
        add(masculine, "ا", Masculine, Singular);
        add(masculine, "ان", Masculine, Dual);
        add(masculine, "ين", Masculine, Dual);
    }
    if !feminine.is_empty() {
        add(feminine, "", Feminine, Singular);
        if feminine
            .split(' ')
            .next()
            .is_some_and(|word| word.ends_with('ة'))
        {
            add(feminine, "تان", Feminine, Dual);
            add(feminine, "تين", Feminine, Dual);
            add(feminine, "تا", Feminine, Dual);
            add(feminine, "تي", Feminine, Dual);
            add(feminine, "ات", Feminine, Plural);
        }
    }
    // The dual's construct state has no article: "الرئيسي" is another word.
    if !masculine.is_empty() && !masculine.contains(' ') {
        let grammar = Grammar {
            gender: Masculine,
            number: Dual,
            definite: false,
        };
        forms.push((format!("{masculine}ي"), grammar));
    }
    for plural in plurals {
        phrase_forms(&mut forms, plural, "", Masculine, Plural);
        // مسؤولون, مسؤولو: the construct state drops the nun.
        if let Some(bound) = plural
            .strip_suffix('ن')
            .filter(|rest| rest.ends_with(['و', 'ي']))
        {
            forms.push((
                bound.to_owned(),
                Grammar {
                    gender: Masculine,
                    number: Plural,
                    definite: false,
                },
            ));
        }
    }
    forms
}

fn phrase_forms(
    forms: &mut Vec<Inflected>,
    phrase: &str,
    ending: &str,
    gender: Gender,
    number: Number,
) {
    let (head, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
    let inflect = |word: &str| match (word.strip_suffix('ة'), ending) {
        (_, "") => word.to_owned(),
        (Some(stem), _) => format!("{stem}{ending}"),
        (None, _) => format!("{word}{ending}"),
    };
    let grammar = |definite| Grammar {
        gender,
        number,
        definite,
    };
    let head = inflect(head);
    if rest.is_empty() {
        forms.push((with_article(&head), grammar(true)));
        forms.push((head, grammar(false)));
    } else if rest.starts_with(ARTICLE) {
        forms.push((format!("{head} {rest}"), grammar(true)));
    } else {
        forms.push((format!("{head} {}", with_article(rest)), grammar(true)));
        forms.push((
            format!("{} {}", with_article(&head), with_article(&inflect(rest))),
            grammar(true),
        ));
        forms.push((format!("{head} {rest}"), grammar(false)));
        forms.push((format!("{head} {}", inflect(rest)), grammar(false)));
    }
}

/// A word that has the article already keeps it.
pub fn with_article(word: &str) -> String {
    if word.starts_with(ARTICLE) {
        word.to_owned()
    } else {
        format!("{ARTICLE}{word}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(forms: &[Inflected], form: &str) -> Option<Grammar> {
        forms
            .iter()
            .find(|(known, _)| known == form)
            .map(|(_, grammar)| *grammar)
    }

    #[test]
    fn a_nisba_has_both_genders_all_numbers_and_the_article() {
        let forms = sound("أذربيجاني");
        for form in [
            "أذربيجاني",
            "الأذربيجانية",
            "أذربيجانيون",
            "الأذربيجانيين",
            "أذربيجانيات",
            "أذربيجانيا",
        ] {
            assert!(has(&forms, form).is_some(), "{form}");
        }
        let two = sound("كوري شمالي");
        assert!(
            has(&two, "الكورية الشمالية")
                .is_some_and(|g| g.definite && g.gender == Gender::Feminine)
        );
        assert!(
            has(&two, "كوريون شماليون").is_some_and(|g| !g.definite && g.number == Number::Plural)
        );
    }

    #[test]
    fn nouns_of_office_inflect() {
        let forms = noun("مسؤول", "مسؤولة", ["مسؤولون", "مسؤولين"].into_iter());
        for form in [
            "المسؤولان",
            "مسؤولتين",
            "مسؤولو",
            "مسؤولا",
            "المسؤولات",
            "مسؤولة",
        ] {
            assert!(has(&forms, form).is_some(), "{form}");
        }
        let forms = noun("أمين عام", "أمينة عامة", std::iter::empty());
        for form in ["الأمين العام", "أمين عام", "الأمينة العامة", "أمينا عاما"]
        {
            assert!(has(&forms, form).is_some(), "{form}");
        }
        assert!(
            has(
                &noun("رئيس الوزراء", "رئيسة الوزراء", std::iter::empty()),
                "رئيسة الوزراء"
            )
            .is_some_and(|g| g.definite)
        );
    }
}
