//! Text that was read in a wrong encoding once and saved so: "ط§ظ„ظ‚", "Ø§Ù„Ù‚"
//! and "ÇáÞ" for the beginning of one word.
//!
//! Each line is turned back into the bytes it was misread from. It is believed
//! where these are UTF-8 throughout, which no text is by chance; or, for the
//! old encodings, where their letters are as frequent as those of Arabic.
//! Other lines stay as they are.

use super::legacy;
use super::table::Table;
use crate::article::model::Repair;
use crate::article::sniff::is_arabic_letter;

/// The least letters that must come out before a text is touched.
const LEAST: usize = 4;

/// A text may have been misread and saved more than once.
const ROUNDS: usize = 3;

/// The text as it was before it was misread, and what was done; nothing where
/// it was not.
pub(super) fn mend(text: &str) -> Option<(String, Vec<Repair>)> {
    if text.is_ascii() {
        return None;
    }
    // Text that was misread twice is no Arabic yet after the first round: what
    // the rounds did counts from the one that gave Arabic.
    let mut last: Option<String> = None;
    let mut found = None;
    let mut repairs = Vec::new();
    for _ in 0..ROUNDS {
        let before = last.as_deref().unwrap_or(text);
        let turned = [Table::Arabic, Table::Western]
            .into_iter()
            .find_map(|table| doubled(before, table));
        let Some((after, count, table)) = turned else {
            break;
        };
        repairs.extend(count.told(table));
        if count.is_arabic() {
            found = Some((after.clone(), repairs.clone()));
        }
        last = Some(after);
    }
    found.or_else(|| misread(text))
}

/// UTF-8 that was read by this table.
fn doubled(text: &str, table: Table) -> Option<(String, Count, Table)> {
    // What begins a character of several bytes was read as one of U+00C2 to
    // U+00F4, all of which begin with this byte: hardly a sound text has one.
    if table == Table::Western && memchr::memchr(0xC3, text.as_bytes()).is_none() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut all = Count::default();
    for line in text.split_inclusive(['\n', '\r']) {
        let start = out.len();
        let count = back(line, table, &mut out);
        if count.is_sound() {
            all.sound += count.sound;
            all.arabic += count.arabic;
            all.lost += count.lost;
        } else {
            out.truncate(start);
            out.push_str(line);
        }
    }
    (all.sound >= LEAST).then_some((out, all, table))
}

/// What turning a line back came to.
#[derive(Default)]
struct Count {
    /// Characters of more than one byte that came out whole.
    sound: usize,
    /// The Arabic letters among them.
    arabic: usize,
    /// Those of which a byte was missing.
    lost: usize,
    /// Characters that are part of none.
    broken: usize,
}

impl Count {
    const fn is_sound(&self) -> bool {
        self.sound > 0 && (self.lost + self.broken) * 4 <= self.sound
    }

    const fn is_arabic(&self) -> bool {
        self.arabic >= LEAST && self.arabic * 2 >= self.sound
    }

    fn told(&self, table: Table) -> impl Iterator<Item = Repair> {
        let doubled = Repair {
            kind: "double-encoding",
            count: self.sound,
            note: format!(
                "UTF-8 that had been read as {} and saved again was put right",
                table.name()
            ),
        };
        let lost = (self.lost > 0).then(|| Repair {
            kind: "lost-letters",
            count: self.lost,
            note: "Letters that the wrong encoding had lost were put in by their remains"
                .to_owned(),
        });
        std::iter::once(doubled).chain(lost)
    }
}

fn back(line: &str, table: Table, out: &mut String) -> Count {
    let mut count = Count::default();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let lead = table.byte(c).unwrap_or_default();
        if let Some((whole, after)) = character(rest, table) {
            count.sound += 1;
            count.arabic += usize::from(is_arabic_letter(whole));
            out.push(whole);
            rest = after;
        } else if let Some((letter, after)) = remains(lead, after, table) {
            count.lost += 1;
            out.push(letter);
            rest = after;
        } else {
            // A character that the table does not hold was put in later and
            // is what it seems.
            count.broken += usize::from(lead >= 0x80);
            out.push(c);
            rest = after;
            // No line that begins so is misread: the rest need not be looked at.
            if count.broken > LEAST + count.sound {
                break;
            }
        }
    }
    count
}

/// The character of two to four bytes that stands misread at the head of
/// `rest`, and what follows it.
fn character(rest: &str, table: Table) -> Option<(char, &str)> {
    let mut bytes = [0; 4];
    let mut length = 0;
    let mut chars = rest.chars();
    loop {
        let byte = table.byte(chars.next()?)?;
        *bytes.get_mut(length)? = byte;
        length += 1;
        let needed = match bytes[0] {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => return None,
        };
        if length == needed {
            let read = std::str::from_utf8(bytes.get(..needed)?).ok()?;
            return Some((read.chars().next()?, chars.as_str()));
        }
    }
}

/// windows-1252 does not define five bytes, and programs drop them or put a
/// question mark for them; soft hyphens go the same way. What is left of a
/// character tells which letter of news it was: feh, hah, a closing quotation
/// mark.
fn remains(lead: u8, after: &str, table: Table) -> Option<(char, &str)> {
    if table != Table::Western {
        return None;
    }
    match lead {
        0xD9 => Some(('ف', strip_mark(after))),
        0xD8 => Some(('ح', strip_mark(after))),
        0xE2 => {
            let rest = after.strip_prefix('\u{20AC}')?;
            Some(('”', strip_mark(rest)))
        }
        _ => None,
    }
}

/// Without the one mark that stands for a byte.
fn strip_mark(rest: &str) -> &str {
    rest.strip_prefix(['?', '\u{FFFD}']).unwrap_or(rest)
}

/// An old Arabic encoding that was read as a western one.
fn misread(text: &str) -> Option<(String, Vec<Repair>)> {
    if text.chars().any(is_arabic_letter) {
        return None;
    }
    let bytes: Option<Vec<u8>> = text.chars().map(|c| Table::Western.byte(c)).collect();
    let bytes = bytes?;
    let encoding = legacy::arabic(&bytes, None)?;
    let (read, broken) = encoding.decode_without_bom_handling(&bytes);
    let count = read.chars().filter(|&c| is_arabic_letter(c)).count();
    (!broken && count >= LEAST).then(|| {
        let repair = Repair {
            kind: "misread-encoding",
            count,
            note: format!(
                "{} that had been read as windows-1252 and saved again was put right",
                super::name(encoding)
            ),
        };
        (read.into_owned(), vec![repair])
    })
}

#[cfg(test)]
mod tests {
    use encoding_rs::{WINDOWS_1252, WINDOWS_1256};

    use super::*;

    /// Invented.
    const TEXT: &str = "الحكومة ترفض «مقترح» الوساطة\r\nوقالت في بيان، الأربعاء، إن 20 ألف جندي لن يكفوا… فكيف تضمن “الأمن”؟\nAgence Presse, 12.5%.";

    fn through(text: &str, encoding: &'static encoding_rs::Encoding) -> String {
        let (read, _) = encoding.decode_without_bom_handling(text.as_bytes());
        read.into_owned()
    }

    fn latin1(text: &str) -> String {
        text.bytes().map(char::from).collect()
    }

    fn told(text: &str) -> (String, Vec<&'static str>) {
        mend(text).map_or((text.to_owned(), Vec::new()), |(text, repairs)| {
            (text, repairs.iter().map(|repair| repair.kind).collect())
        })
    }

    #[test]
    fn doubled_text_is_put_right() {
        for misread in [
            through(TEXT, WINDOWS_1256),
            through(TEXT, WINDOWS_1252),
            latin1(TEXT),
        ] {
            assert_eq!(told(&misread), (TEXT.to_owned(), vec!["double-encoding"]));
        }
    }

    #[test]
    fn twice_doubled_text_is_put_right() {
        let twice = through(&through(TEXT, WINDOWS_1252), WINDOWS_1252);
        assert_eq!(told(&twice).0, TEXT);
        let mixed = latin1(&through(TEXT, WINDOWS_1256));
        assert_eq!(told(&mixed).0, TEXT);
    }

    #[test]
    fn lost_bytes_are_told() {
        let misread = through(TEXT, WINDOWS_1252);
        for mark in ["", "?", "\u{FFFD}"] {
            let lossy: String = misread
                .chars()
                .map(|c| match c {
                    '\u{81}' | '\u{8D}' | '\u{8F}' | '\u{90}' | '\u{9D}' => mark.to_owned(),
                    c => c.to_string(),
                })
                .collect();
            let expected = vec!["double-encoding", "lost-letters"];
            assert_eq!(told(&lossy), (TEXT.to_owned(), expected), "{mark}");
        }
    }

    #[test]
    fn old_encodings_read_as_western_are_put_right() {
        let misread = "ÇáÞÇåÑÉ ÊÑÝÖ ãÞÊÑÍ ÇáæÓÇØÉ";
        let right = "القاهرة ترفض مقترح الوساطة";
        assert_eq!(told(misread), (right.to_owned(), vec!["misread-encoding"]));
    }

    #[test]
    fn only_the_lines_that_were_misread_are_touched() {
        let text = format!(
            "عنوان سليم\n{}\nÉté à Tanger",
            latin1("ورفضت الحكومة المقترح")
        );
        assert_eq!(
            told(&text).0,
            "عنوان سليم\nورفضت الحكومة المقترح\nÉté à Tanger"
        );
    }

    #[test]
    fn other_texts_are_left_alone() {
        for text in [
            TEXT,
            "",
            "طط، ظ» ط: ظ‘",
            "Le président a déclaré à l'été que c'était nécessaire",
            "Ørsted Ù Ø",
            "Â£20 â€“ in English",
            "Größe, Äpfel, Öl über Straßen",
        ] {
            assert_eq!(told(text), (text.to_owned(), vec![]));
        }
    }
}
