//! The bytes behind characters: what windows-1252 and ISO-8859-1, or
//! windows-1256, would have to have read to give them.

use std::sync::LazyLock;

use encoding_rs::{Encoding, WINDOWS_1252, WINDOWS_1256};
use rustc_hash::FxHashMap;

/// A table that text may have been misread by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Table {
    Arabic,
    /// windows-1252, and ISO-8859-1 where the two differ: the characters of
    /// each are told from those of the other.
    Western,
}

impl Table {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Arabic => "windows-1256",
            Self::Western => "windows-1252",
        }
    }

    /// The byte that was read as this character; nothing where none was.
    pub(super) fn byte(self, c: char) -> Option<u8> {
        match (self, u32::from(c)) {
            (_, ascii @ 0..=0x7F) => u8::try_from(ascii).ok(),
            (Self::Western, same @ 0x80..=0xFF) => u8::try_from(same).ok(),
            // Told without a search: most characters of most texts.
            (Self::Western, 0x600..=0x6FF) => None,
            (Self::Western, _) => WESTERN.get(&c).copied(),
            (Self::Arabic, _) => ARABIC.get(&c).copied(),
        }
    }
}

static WESTERN: LazyLock<FxHashMap<char, u8>> = LazyLock::new(|| high_half(WINDOWS_1252));
static ARABIC: LazyLock<FxHashMap<char, u8>> = LazyLock::new(|| high_half(WINDOWS_1256));

fn high_half(encoding: &'static Encoding) -> FxHashMap<char, u8> {
    (0x80..=0xFF)
        .filter_map(|byte: u8| {
            let read = [byte];
            let (text, _) = encoding.decode_without_bom_handling(&read);
            Some((text.chars().next()?, byte))
        })
        .collect()
}
