//! Which stretches of a line run against it.
//!
//! A copy is pasted where nobody knows the base direction: Word, Outlook, a
//! messenger. So every stretch that runs against its line is set apart by an
//! isolate, and a mixed line as a whole is too; what is inside then reads the
//! same everywhere (Unicode Standard Annex #9, sections 2.4 and 6.2).

use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Ltr,
    Rtl,
}

impl Direction {
    /// Of a name: that of its first letter; left to right where it has none.
    pub(super) fn of_name(name: &str) -> Self {
        match name
            .chars()
            .map(class)
            .find(|class| matches!(class, Class::Left | Class::Right))
        {
            Some(Class::Right) => Self::Rtl,
            _ => Self::Ltr,
        }
    }

    /// Of the article's words: right to left as soon as a letter is, since an
    /// Arabic sentence may begin with a foreign name, and where there is no
    /// letter at all ("12.5%"), since the article is Arabic.
    pub(super) fn of_words(words: &str) -> Self {
        let has = |wanted| words.chars().any(|c| class(c) == wanted);
        if has(Class::Right) || !has(Class::Left) {
            Self::Rtl
        } else {
            Self::Ltr
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// A letter that runs left to right.
    Left,
    /// A European digit.
    Digit,
    /// A letter, mark or digit of a right-to-left script.
    Right,
    Space,
    /// Brackets and quotation marks, which never join two parts of one run.
    Fence,
    Other,
}

fn class(c: char) -> Class {
    match c {
        '0'..='9' => Class::Digit,
        '\u{0590}'..='\u{08FF}'
        | '\u{FB1D}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}'
        | '\u{1E800}'..='\u{1EFFF}'
            if !matches!(c, '،' | '؛' | '؟' | '٪' | '۔') =>
        {
            Class::Right
        }
        _ if c.is_alphabetic() => Class::Left,
        _ if c.is_whitespace() => Class::Space,
        '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '"' | '“' | '”' | '„' | '«' | '»' | '‘'
        | '’' | '‹' | '›' | '،' | '؛' | '؟' => Class::Fence,
        _ => Class::Other,
    }
}

/// Whether a line reads the same in either base direction without any help:
/// letters of its own direction and the spaces between them.
pub(super) fn is_plain(text: &str, direction: Direction) -> bool {
    let letter = match direction {
        Direction::Ltr => Class::Left,
        Direction::Rtl => Class::Right,
    };
    text.chars()
        .map(class)
        .all(|class| class == letter || class == Class::Space)
}

/// The stretches of a right-to-left text that are set apart: foreign words,
/// with the numbers that belong to them, and numbers with a sign ("12.5%",
/// "-3", "$20", "2025-11-20"). A bare number needs no help inside a line that
/// runs right to left, and a range (2014-2018) is read from the right.
pub(super) fn against_rtl(text: &str) -> Vec<Range<usize>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let offset = |index: usize| chars.get(index).map_or(text.len(), |(at, _)| *at);
    let class_at = |index: usize| chars.get(index).map(|(_, c)| class(*c));
    let mut runs = Vec::new();
    let mut index = 0;
    while let Some(first) = class_at(index) {
        if !matches!(first, Class::Left | Class::Digit) {
            index += 1;
            continue;
        }
        let run = Run::from(index, &class_at);
        let (start, end) = if run.has_letter {
            (index, run.end)
        } else {
            with_signs(&chars, index, run.end)
        };
        let range = offset(start)..offset(end);
        let words = text.get(range.clone()).unwrap_or_default();
        if run.has_letter || end - start > run.end - index || is_iso_date(words) {
            runs.push(range);
        }
        index = end;
    }
    runs
}

struct Run {
    /// Index of the character after it.
    end: usize,
    has_letter: bool,
}

impl Run {
    /// As far as letters and digits go on: through what stands inside a word
    /// ("F-16", "a/b.txt"), and over one space where a letter stands on either
    /// side of it or before it ("Donald Trump", "20 km", "Boeing 737").
    fn from(start: usize, class_at: &impl Fn(usize) -> Option<Class>) -> Self {
        let mut run = Self {
            end: start,
            has_letter: false,
        };
        let mut index = start;
        let mut spaces = 0;
        while let Some(class) = class_at(index) {
            match class {
                Class::Left => {
                    run.has_letter = true;
                    run.end = index + 1;
                    spaces = 0;
                }
                Class::Digit if spaces == 0 || run.has_letter => {
                    run.end = index + 1;
                    spaces = 0;
                }
                Class::Space if spaces == 0 && run.end == index => spaces = 1,
                Class::Other if spaces == 0 => {}
                _ => break,
            }
            index += 1;
        }
        run
    }
}

/// A number with the signs that touch it.
fn with_signs(chars: &[(usize, char)], start: usize, end: usize) -> (usize, usize) {
    let at = |index: usize| chars.get(index).map(|(_, c)| *c);
    let free = |index: usize| {
        index
            .checked_sub(1)
            .and_then(at)
            .is_none_or(|c| matches!(class(c), Class::Space | Class::Fence))
    };
    let mut first = start;
    if let Some(before) = start.checked_sub(1)
        && at(before).is_some_and(|c| matches!(c, '-' | '+' | '−' | '±' | '$' | '€' | '£' | '¥'))
        && free(before)
    {
        first = before;
    }
    let mut last = end;
    while at(last).is_some_and(|c| matches!(c, '%' | '‰' | '°' | '$' | '€' | '£' | '¥' | '+'))
    {
        last += 1;
    }
    (first, last)
}

fn is_iso_date(text: &str) -> bool {
    text.len() == 10
        && text.char_indices().all(|(at, c)| match at {
            4 | 7 => c == '-',
            _ => c.is_ascii_digit(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(text: &str) -> Vec<&str> {
        against_rtl(text)
            .into_iter()
            .map(|range| &text[range])
            .collect()
    }

    #[test]
    fn foreign_words_and_signed_numbers_are_set_apart() {
        let cases: [(&str, &[&str]); 14] = [
            ("قوامها نحو 20 ألف جندي", &[]),
            ("أذربيجان (AZ) ترفض", &["AZ"]),
            ("بنسبة 12.5% هذا العام", &["12.5%"]),
            ("قال Donald Trump: لا", &["Donald Trump"]),
            (
                "طائرات F-16 وBoeing 737 MAX وغيرها",
                &["F-16", "Boeing 737 MAX"],
            ),
            ("على بعد 20 km من", &["20 km"]),
            ("في 2025-11-20 وفي 20/11/2025", &["2025-11-20"]),
            ("بين 2014-2018 وبلغت -3 درجات", &["-3"]),
            ("نحو $20 أو 30€", &["$20", "30€"]),
            ("(Al Jazeera)، و\"BBC\"", &["Al Jazeera", "BBC"]),
            ("من seeds/a.txt، ثم", &["seeds/a.txt"]),
            ("20 30 ألف", &[]),
            ("٪٢٠ من", &[]),
            ("2 (AZ) 30", &["AZ"]),
        ];
        for (text, expected) in cases {
            assert_eq!(runs(text), expected, "{text}");
        }
    }

    #[test]
    fn runs_are_in_order_and_on_character_boundaries() {
        proptest::proptest!(|(text in ".{0,80}")| {
            let mut end = 0;
            for run in against_rtl(&text) {
                assert!(end <= run.start && run.start < run.end);
                assert!(text.get(run.clone()).is_some());
                end = run.end;
            }
        });
    }
}
