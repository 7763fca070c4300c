//! Words and graphemes round a place in a text (UAX #29).
//!
//! Only the neighbourhood of the place is looked at, so that the length of the
//! text does not matter.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// How far a word or the space beside it may reach, in bytes.
const REACH: usize = 1024;

/// The word at `byte`; where there is space, the word before it; where there
/// is neither, the character there.
pub fn word_at(text: &str, byte: usize) -> Range<usize> {
    let (start, end, near) = neighbourhood(text, byte);
    let byte = byte.clamp(start, end);
    let mut last_word = None;
    for (offset, part) in near.split_word_bound_indices() {
        let range = start + offset..start + offset + part.len();
        let is_space = part.chars().all(char::is_whitespace);
        let here = range.contains(&byte) || (range.end == byte && byte == end);
        match last_word.clone() {
            Some(word) if here && is_space => return word,
            _ if here => return range,
            _ if !is_space => last_word = Some(range),
            _ => last_word = None,
        }
    }
    last_word.unwrap_or(byte..byte)
}

/// Where the next word begins; the end of the text where there is none.
pub fn next_word(text: &str, byte: usize) -> usize {
    let (start, end, near) = neighbourhood(text, byte);
    near.split_word_bound_indices()
        .map(|(offset, part)| (start + offset, part))
        .find(|(place, part)| *place > byte && is_word(part))
        .map_or(end, |(place, _)| place)
}

/// Where the word before `byte` begins; the start of the text where there is
/// none.
pub fn previous_word(text: &str, byte: usize) -> usize {
    let (start, _, near) = neighbourhood(text, byte);
    near.split_word_bound_indices()
        .map(|(offset, part)| (start + offset, part))
        .take_while(|(place, _)| *place < byte)
        .filter(|(_, part)| is_word(part))
        .last()
        .map_or(start, |(place, _)| place)
}

/// The end of the grapheme that begins at or holds `byte`.
pub fn next_grapheme(text: &str, byte: usize) -> usize {
    let (start, end, near) = neighbourhood(text, byte);
    near.grapheme_indices(true)
        .map(|(offset, part)| start + offset + part.len())
        .find(|place| *place > byte)
        .unwrap_or(end)
}

/// The start of the grapheme that ends at or holds `byte`.
pub fn previous_grapheme(text: &str, byte: usize) -> usize {
    let (start, _, near) = neighbourhood(text, byte);
    near.grapheme_indices(true)
        .map(|(offset, _)| start + offset)
        .take_while(|place| *place < byte)
        .last()
        .unwrap_or(start)
}

fn is_word(part: &str) -> bool {
    part.chars().any(char::is_alphanumeric)
}

fn neighbourhood(text: &str, byte: usize) -> (usize, usize, &str) {
    let byte = byte.min(text.len());
    let start = text.floor_char_boundary(byte.saturating_sub(REACH));
    let end = text.ceil_char_boundary(byte.saturating_add(REACH).min(text.len()));
    (start, end, text.get(start..end).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_arabic_and_latin() {
        let text = "قال الرئيس، في AFP";
        let name = text.find("الرئيس").unwrap();
        assert_eq!(&text[word_at(text, name + 4)], "الرئيس");
        assert_eq!(&text[word_at(text, text.len())], "AFP");
        let space = text.find(' ').unwrap();
        assert_eq!(&text[word_at(text, space)], "قال");
        assert_eq!(next_word(text, 0), name);
        assert_eq!(previous_word(text, text.len()), text.find("AFP").unwrap());
        assert_eq!(next_word(text, text.len()), text.len());
        assert_eq!(word_at("", 0), 0..0);
    }

    #[test]
    fn graphemes_keep_their_marks() {
        let text = "مُهِم";
        assert_eq!(next_grapheme(text, 0), "مُ".len());
        assert_eq!(previous_grapheme(text, text.len()), "مُهِ".len());
        assert_eq!(previous_grapheme(text, 0), 0);
    }
}
