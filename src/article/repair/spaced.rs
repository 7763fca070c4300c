//! Letters spaced apart, as headlines were once set: "ا ل ق ا ه ر ة".
//!
//! Initials of agencies ("أ ف ب") and enumerations ("أ ب ج د") are spaced too
//! and stay. Where two spaces part the words these are kept; where one space
//! stands everywhere, only a letter that ends words tells where one ends, and
//! a run too long for a word is left as it is.

use crate::article::sniff::is_arabic_letter;

/// The least letters of a spaced word in a line of other words.
const LEAST: usize = 5;
/// The same where nothing else stands on the line.
const LEAST_ALONE: usize = 4;
/// The most letters of one word, with its prefixes and suffixes.
const LONGEST: usize = 13;

const ORDERS: [&str; 2] = [
    "ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
];

pub(super) fn mend(text: &str) -> Option<(String, usize)> {
    let mut words = text.split_whitespace();
    let single = |word: &str| word.len() <= 2 && word.chars().all(is_arabic_letter);
    // Hardly a text has two single letters.
    if !words.any(single) || !words.any(single) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut count = 0;
    for line in text.split_inclusive('\n') {
        let letters = line.split_whitespace().filter(|word| is_letter(word));
        if letters.take(LEAST_ALONE).count() < LEAST_ALONE {
            out.push_str(line);
        } else {
            count += mend_line(line, &mut out);
        }
    }
    (count > 0).then_some((out, count))
}

/// A word or letter, and the white space before it.
struct Cell<'t> {
    space: &'t str,
    word: &'t str,
}

impl Cell<'_> {
    fn is_letter(&self) -> bool {
        is_letter(self.word)
    }

    /// Whether no letter of the same word can follow.
    fn ends_word(&self) -> bool {
        self.word.starts_with(['ة', 'ى']) || self.word.ends_with(is_stop)
    }

    fn is_apart(&self) -> bool {
        self.space.chars().count() > 1
    }
}

/// A letter alone, with its marks and a stop.
fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(is_arabic_letter) && chars.all(|c| super::is_mark(c) || is_stop(c))
}

const fn is_stop(c: char) -> bool {
    matches!(c, '،' | '؛' | '؟' | '.' | ':' | '!')
}

/// How many words of the line were put together.
fn mend_line(line: &str, out: &mut String) -> usize {
    let words_end = line.trim_end().len();
    let (line, end) = line.split_at(words_end);
    let cells = cells(line);
    let mut count = 0;
    let mut at = 0;
    while let Some(rest) = cells.get(at..).filter(|rest| !rest.is_empty()) {
        let length = rest.iter().take_while(|cell| cell.is_letter()).count();
        let run = rest.get(..length).unwrap_or_default();
        let least = if length == cells.len() {
            LEAST_ALONE
        } else {
            LEAST
        };
        match words(run, least).filter(|words| !words.is_empty()) {
            Some(words) => {
                for word in words {
                    let space = word.first().map_or("", |cell| cell.space);
                    // Two spaces parted words where one parted letters.
                    out.push_str(if space.is_empty() { "" } else { " " });
                    out.extend(word.iter().map(|cell| cell.word));
                    count += 1;
                }
                at += length;
            }
            None => {
                for cell in rest.get(..length.max(1)).unwrap_or_default() {
                    out.push_str(cell.space);
                    out.push_str(cell.word);
                }
                at += length.max(1);
            }
        }
    }
    out.push_str(end);
    count
}

/// The words of a run of letters; nothing where they may be something else.
fn words<'c, 't>(run: &'c [Cell<'t>], least: usize) -> Option<Vec<&'c [Cell<'t>]>> {
    if run.len() < least || is_enumeration(run) {
        return None;
    }
    let mut words = Vec::new();
    let mut start = 0;
    for at in 1..=run.len() {
        let ended = run.get(at - 1).is_some_and(Cell::ends_word);
        let apart = run.get(at).is_none_or(Cell::is_apart);
        if ended || apart {
            words.push(run.get(start..at)?);
            start = at;
        }
    }
    let sure = words.iter().all(|word| word.len() <= LONGEST)
        && words.iter().any(|word| word.len() >= least);
    sure.then_some(words)
}

fn is_enumeration(run: &[Cell<'_>]) -> bool {
    let letters: String = run.iter().map(|cell| cell.word).collect();
    let letters = crate::arabic::fold(&letters);
    ORDERS.iter().any(|order| order.contains(&letters))
}

fn cells(line: &str) -> Vec<Cell<'_>> {
    let mut cells = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let word = rest
            .find(|c: char| !c.is_whitespace())
            .unwrap_or(rest.len());
        let (space, after) = rest.split_at(word);
        let end = after.find(char::is_whitespace).unwrap_or(after.len());
        let (word, after) = after.split_at(end);
        cells.push(Cell { space, word });
        rest = after;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaced_words_are_put_together() {
        for (spaced, joined, count) in [
            ("ا ل ق ا ه ر ة", "القاهرة", 1),
            ("ب ي ا ن\nنص", "بيان\nنص", 1),
            (
                "ا ل ح ك و م ة  ت ر ف ض  ا ل م ق ت ر ح",
                "الحكومة ترفض المقترح",
                3,
            ),
            ("صدر في ا ل ق ا ه ر ة اليوم", "صدر في القاهرة اليوم", 1),
            ("ا ل ح ك و م ة ت ر ف ض", "الحكومة ترفض", 2),
        ] {
            assert_eq!(mend(spaced), Some((joined.to_owned(), count)), "{spaced}");
        }
    }

    #[test]
    fn initials_lists_and_words_are_left_alone() {
        for text in [
            "القاهرة (أ ف ب)",
            "أ ف ب",
            "أ ب ج د ه و",
            "و لا يجوز أن",
            "ا ل ح ك و م ي ت ر ف ض ا ل م ق ت ر ح",
            "  نص  عادي  ",
            "",
        ] {
            assert_eq!(mend(text), None, "{text}");
        }
    }
}
