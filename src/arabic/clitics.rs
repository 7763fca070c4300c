//! Clitics: what is written together with a word and is not part of it.
//!
//! Before a word stand, in this order, a conjunction (و ف), then a preposition
//! (ب ل ك) or the future mark (س), then the article (ال); after it a pronoun.
//! Spelling alone does not decide (وفد is a delegation, not "and" + a word),
//! so every reading is given, in the order in which they should be believed:
//! the whole word first, then ever more taken off. The order follows Buckwalter's
//! tables; which reading is right is for the lexicon to say.

/// A conjunction written on the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Conjunction {
    /// و
    Wa,
    /// ف
    Fa,
}

/// A preposition or particle written on the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Particle {
    /// ب
    Bi,
    /// ل
    Li,
    /// ك
    Ka,
    /// س before an imperfect verb.
    Sa,
}

/// A pronoun written on the end of the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pronoun {
    /// ه
    He,
    /// ها
    She,
    /// هما
    Both,
    /// هم
    They,
    /// هن
    TheyFeminine,
    /// ك
    You,
    /// كم
    YouAll,
    /// ي
    My,
    /// ني
    Me,
    /// نا
    We,
}

impl Pronoun {
    /// He, she, they: not the speaker, nor the one spoken to.
    pub const fn is_third(self) -> bool {
        matches!(
            self,
            Self::He | Self::She | Self::Both | Self::They | Self::TheyFeminine
        )
    }
}

/// One way to read a folded word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Split {
    pub conjunction: Option<Conjunction>,
    pub particle: Option<Particle>,
    pub article: bool,
    pub pronoun: Option<Pronoun>,
    /// Bytes of the folded word.
    start: u16,
    end: u16,
}

impl Split {
    /// What is left of `word` in this reading.
    pub fn stem<'w>(&self, word: &'w str) -> &'w str {
        word.get(usize::from(self.start)..usize::from(self.end))
            .unwrap_or_default()
    }

    /// How many letters of the Arabic block are left.
    pub const fn letters(&self) -> usize {
        (self.end - self.start) as usize / 2
    }

    /// Whether nothing at all was taken off.
    pub const fn is_whole(&self) -> bool {
        self.conjunction.is_none()
            && self.particle.is_none()
            && !self.article
            && self.pronoun.is_none()
    }

    /// The spellings the stem has when no pronoun follows: ta marbuta opens
    /// (حكومت+ه is حكومه), the alef of the plural returns (اكدو+ه is اكدوا),
    /// final alef may be written ya (يرا+ه is يري), hamza takes its seat off
    /// (وزراي+ه is وزراء). The stem itself comes first.
    pub fn spellings<'w>(&self, word: &'w str) -> impl Iterator<Item = Spelling<'w>> + use<'w> {
        let stem = self.stem(word);
        let last = stem.chars().next_back().filter(|_| self.pronoun.is_some());
        let kept = last.map_or(stem, |last| {
            stem.get(..stem.len() - last.len_utf8()).unwrap_or_default()
        });
        let other = match last {
            Some('ت') => Some((kept, "ه")),
            Some('و') => Some((stem, "ا")),
            Some('ا') => Some((kept, "ي")),
            _ => None,
        };
        let hamza = match last {
            Some('و' | 'ي') if kept.ends_with('ا') => Some((kept, "ء")),
            _ => None,
        };
        [Some((stem, "")), other, hamza]
            .into_iter()
            .flatten()
            .map(|(head, tail)| Spelling { head, tail })
    }
}

/// A spelling in two parts, so that no string need be built to compare it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spelling<'w> {
    pub head: &'w str,
    pub tail: &'static str,
}

impl Spelling<'_> {
    /// Writes the spelling into `buffer` and gives it back.
    pub fn join<'b>(&self, buffer: &'b mut String) -> &'b str {
        buffer.clear();
        buffer.push_str(self.head);
        buffer.push_str(self.tail);
        buffer
    }
}

/// The readings of one word.
#[derive(Clone, Copy, Debug)]
pub struct Splits {
    list: [Split; Splits::MOST],
    len: usize,
    /// Whether readings with a pronoun are wanted.
    pronouns: bool,
}

impl Splits {
    /// Two heads with or without conjunction, times particle, times article,
    /// times pronoun: the most any word can have, with room.
    const MOST: usize = 40;

    /// All readings of a folded word, the most believable first.
    pub fn of(word: &str) -> Self {
        Self::read(word, true)
    }

    /// Those without a pronoun, in the same order.
    pub fn without_pronouns(word: &str) -> Self {
        Self::read(word, false)
    }

    fn read(word: &str, pronouns: bool) -> Self {
        let mut splits = Self {
            list: [Split::default(); Self::MOST],
            len: 0,
            pronouns,
        };
        let Ok(end) = u16::try_from(word.len()) else {
            return splits;
        };
        // Nobody writes a word of more than 60 letters; junk gets one reading.
        let whole = Split {
            end,
            ..Split::default()
        };
        splits.push(whole);
        if word.len() > 120 || !super::tokens::all_arabic(word) {
            return splits;
        }
        splits.with_pronouns(word, whole);
        splits.heads(word, whole);
        if let Some((conjunction, rest)) = conjunction(word) {
            let bare = Split {
                conjunction: Some(conjunction),
                start: end - len(rest),
                ..whole
            };
            splits.push(bare);
            splits.with_pronouns(word, bare);
            splits.heads(word, bare);
        }
        splits
    }

    pub fn iter(&self) -> impl Iterator<Item = &Split> {
        self.list.iter().take(self.len)
    }

    /// The article, then a particle with and without it.
    fn heads(&mut self, word: &str, bare: Split) {
        let rest = bare.stem(word);
        if let Some(noun) = rest.strip_prefix("ال") {
            self.head(
                word,
                Split {
                    article: true,
                    start: bare.end - len(noun),
                    ..bare
                },
            );
            return;
        }
        let mut letters = rest.chars();
        let particle = match letters.next() {
            Some('ب') => Particle::Bi,
            Some('ل') => Particle::Li,
            Some('ك') => Particle::Ka,
            Some('س') => Particle::Sa,
            _ => return,
        };
        let after = letters.as_str();
        let split = Split {
            particle: Some(particle),
            start: bare.end - len(after),
            ..bare
        };
        let noun = match particle {
            Particle::Sa => None,
            // ل and the article are written لل.
            Particle::Li => after.strip_prefix('ل'),
            Particle::Bi | Particle::Ka => after.strip_prefix("ال"),
        };
        if let Some(noun) = noun {
            self.head(
                word,
                Split {
                    article: true,
                    start: bare.end - len(noun),
                    ..split
                },
            );
        }
        self.head(word, split);
        self.with_pronouns(word, split);
    }

    /// A reading whose stem still has two letters.
    fn head(&mut self, word: &str, split: Split) {
        if split.stem(word).chars().nth(1).is_some() {
            self.push(split);
        }
    }

    fn with_pronouns(&mut self, word: &str, split: Split) {
        let whole = split.stem(word);
        let Some(last) = whole.chars().next_back().filter(|_| self.pronouns) else {
            return;
        };
        // The last letter rules out most words, and of the others most endings.
        if !matches!(last, 'ا' | 'م' | 'ن' | 'ي' | 'ه' | 'ك') {
            return;
        }
        for (letter, ending, pronoun) in PRONOUNS {
            if last != letter {
                continue;
            }
            let Some(stem) = whole.strip_suffix(ending) else {
                continue;
            };
            // Nothing at all is left of "به" and "لها"; else two letters must.
            let least = if split.particle.is_some() { 0 } else { 2 };
            if least == 0 || stem.chars().nth(least - 1).is_some() {
                self.push(Split {
                    pronoun: Some(pronoun),
                    end: split.end - len(ending),
                    ..split
                });
            }
        }
    }

    fn push(&mut self, split: Split) {
        if let Some(free) = self.list.get_mut(self.len) {
            *free = split;
            self.len += 1;
        }
    }
}

/// Their last letters and they; longer endings first: "هما" before "ها" before "ا".
const PRONOUNS: [(char, &str, Pronoun); 10] = [
    ('ا', "هما", Pronoun::Both),
    ('ا', "ها", Pronoun::She),
    ('م', "هم", Pronoun::They),
    ('ن', "هن", Pronoun::TheyFeminine),
    ('م', "كم", Pronoun::YouAll),
    ('ي', "ني", Pronoun::Me),
    ('ا', "نا", Pronoun::We),
    ('ه', "ه", Pronoun::He),
    ('ك', "ك", Pronoun::You),
    ('ي', "ي", Pronoun::My),
];

fn conjunction(word: &str) -> Option<(Conjunction, &str)> {
    let wa = word.strip_prefix('و').map(|rest| (Conjunction::Wa, rest));
    wa.or_else(|| word.strip_prefix('ف').map(|rest| (Conjunction::Fa, rest)))
        .filter(|(_, rest)| rest.chars().nth(1).is_some())
}

/// The words given are at most 120 bytes long.
#[expect(
    clippy::cast_possible_truncation,
    reason = "longer words are not split"
)]
const fn len(part: &str) -> u16 {
    part.len() as u16
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::arabic::fold;

    fn stems(word: &str) -> Vec<String> {
        let word = fold(word);
        Splits::of(&word)
            .iter()
            .map(|s| s.stem(&word).to_owned())
            .collect()
    }

    #[test]
    fn the_whole_word_comes_first() {
        for word in ["وفد", "بلد", "كان", "سلام", "فرنسا", "والد", "بالون", "لندن"]
        {
            assert_eq!(stems(word)[0], fold(word));
        }
    }

    #[test]
    fn clitics_come_off_in_their_order() {
        for (word, stem, conjunction, particle, article) in [
            (
                "وبالحكومة",
                "حكومه",
                Some(Conjunction::Wa),
                Some(Particle::Bi),
                true,
            ),
            (
                "وللحكومة",
                "حكومه",
                Some(Conjunction::Wa),
                Some(Particle::Li),
                true,
            ),
            ("والوزير", "وزير", Some(Conjunction::Wa), None, true),
            (
                "فسيعلن",
                "يعلن",
                Some(Conjunction::Fa),
                Some(Particle::Sa),
                false,
            ),
            ("كالوزير", "وزير", None, Some(Particle::Ka), true),
        ] {
            let word = fold(word);
            let wanted = Splits::of(&word).iter().any(|s| {
                s.stem(&word) == stem
                    && s.conjunction == conjunction
                    && s.particle == particle
                    && s.article == article
                    && s.pronoun.is_none()
            });
            assert!(wanted, "{word}");
        }
    }

    #[test]
    fn pronouns_come_off_and_the_spelling_returns() {
        for (word, pronoun, spelling) in [
            ("حكومته", Pronoun::He, "حكومه"),
            ("اتهموها", Pronoun::She, "اتهموا"),
            ("يراه", Pronoun::He, "يري"),
            ("وزراؤها", Pronoun::She, "وزراء"),
            ("بلادهما", Pronoun::Both, "بلاد"),
            ("وأنهم", Pronoun::They, "ان"),
            ("به", Pronoun::He, ""),
        ] {
            let word = fold(word);
            let mut buffer = String::new();
            let found = Splits::of(&word).iter().any(|s| {
                s.pronoun == Some(pronoun)
                    && s.spellings(&word)
                        .any(|way| way.join(&mut buffer) == spelling)
            });
            assert!(found, "{word}");
        }
    }

    proptest! {
        #[test]
        fn every_reading_lies_in_the_word(word in "[وفبلكسنهاتمي]{0,12}|.{0,20}") {
            let word = fold(&word);
            let splits = Splits::of(&word);
            prop_assert!(splits.len < Splits::MOST, "{}", splits.len);
            for split in splits.iter() {
                prop_assert!(word.contains(split.stem(&word)));
            }
        }
    }
}
