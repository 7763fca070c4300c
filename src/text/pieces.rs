//! Very long paragraphs are laid out in pieces.
//!
//! Line breaking and shaping take time that grows with the paragraph, and one
//! of 5 MB would stop the window. A paragraph longer than [`LIMIT`] is cut at
//! the last sentence end in reach, else at the last space, else at a character;
//! each piece begins on a line of its own and has the base direction of the
//! whole. What a reader sees is a line ending early every few pages.

use std::ops::Range;

/// In bytes: about three screens of text.
pub const LIMIT: usize = 8192;

/// The pieces of `text`, in order and without gaps; one, perhaps empty, for
/// all but very long paragraphs.
pub fn pieces(text: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while text.len() - start > LIMIT {
        let end = cut(text, start);
        pieces.push(start..end);
        start = end;
    }
    pieces.push(start..text.len());
    pieces
}

fn cut(text: &str, start: usize) -> usize {
    let hard = text.floor_char_boundary(start + LIMIT);
    let half = text.ceil_char_boundary(start + LIMIT / 2);
    let window = text.get(half..hard).unwrap_or_default();
    let mut space = None;
    let mut sentence = None;
    let mut before = ' ';
    for (index, c) in window.char_indices() {
        if c.is_whitespace() {
            let after = half + index + c.len_utf8();
            space = Some(after);
            if matches!(before, '.' | '!' | '?' | '\u{61f}' | '\u{6d4}') {
                sentence = Some(after);
            }
        }
        before = c;
    }
    sentence.or(space).unwrap_or(hard)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_tile_the_text_and_end_with_sentences() {
        let text = "قال المتحدث إن الاجتماع انتهى دون اتفاق. ".repeat(1000);
        let pieces = pieces(&text);
        assert!(pieces.len() > 5);
        let joined: String = pieces.iter().map(|piece| &text[piece.clone()]).collect();
        assert_eq!(joined, text);
        for piece in &pieces {
            assert!(piece.len() <= LIMIT);
            assert!(text[piece.clone()].ends_with(". "));
        }
    }

    #[test]
    fn a_text_without_spaces_is_cut_between_characters() {
        let text = "م".repeat(20_000);
        let joined: usize = pieces(&text)
            .iter()
            .map(|p| text[p.clone()].chars().count())
            .sum();
        assert_eq!(joined, 20_000);
        assert_eq!(pieces(""), vec![0..0]);
    }
}
