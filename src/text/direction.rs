//! The base direction of a paragraph.

/// Which way a paragraph runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Direction {
    /// By the first strong character; left to right where there is none.
    #[default]
    Auto,
    /// By the first strong character; right to left where there is none, as
    /// figures and punctuation stand in a right-to-left interface.
    AutoElseRtl,
    Ltr,
    Rtl,
}

impl Direction {
    /// Whether `text` runs from right to left.
    pub fn is_rtl(self, text: &str) -> bool {
        match self {
            Self::Ltr => false,
            Self::Rtl => true,
            Self::Auto => first_strong(text).unwrap_or(false),
            Self::AutoElseRtl => first_strong(text).unwrap_or(true),
        }
    }
}

/// Whether the first strong character of `text` is right-to-left; `None`
/// where there is none.
///
/// Rules P2 and P3 of the Unicode Bidirectional Algorithm (UAX #9): what
/// stands between an isolate's start and its end is passed over. A character
/// counts as strong where it is alphabetic or a direction mark.
pub fn first_strong(text: &str) -> Option<bool> {
    let mut isolates = 0_usize;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => isolates += 1,
            '\u{2069}' => isolates = isolates.saturating_sub(1),
            _ if isolates > 0 => {}
            '\u{200e}' => return Some(false),
            '\u{200f}' | '\u{061c}' => return Some(true),
            _ if is_rtl_letter(c) => return Some(true),
            _ if c.is_alphabetic() && !is_rtl_block(c) => return Some(false),
            _ => {}
        }
    }
    None
}

fn is_rtl_letter(c: char) -> bool {
    is_rtl_block(c) && c.is_alphabetic() && !is_arabic_mark(c)
}

/// Vowel signs count as alphabetic but take the direction of what they sit on.
fn is_arabic_mark(c: char) -> bool {
    matches!(c, '\u{0591}'..='\u{05c7}' | '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06dc}' | '\u{06e1}'..='\u{06e4}' | '\u{06e7}' | '\u{06e8}' | '\u{06ed}' | '\u{08d4}'..='\u{08ff}')
}

fn is_rtl_block(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_strong_character_decides() {
        assert_eq!(first_strong("2026: أكد"), Some(true));
        assert_eq!(first_strong("12.5% (x)"), Some(false));
        assert_eq!(first_strong("12.5% … ؟"), None);
        assert_eq!(first_strong("\u{2068}AFP\u{2069}: قال"), Some(true));
        assert_eq!(first_strong("שלום"), Some(true));
        assert!(Direction::AutoElseRtl.is_rtl("0.92"));
        assert!(!Direction::Auto.is_rtl("0.92"));
        assert!(Direction::Rtl.is_rtl("AFP"));
    }
}
