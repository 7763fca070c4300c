//! Bytes become text.
//!
//! The order of the tests matters: a byte order mark decides; UTF-16 without
//! one is told by its high bytes; then UTF-8, mended where a few bytes are
//! broken; only then the old single-byte encodings, by how well their reading
//! fits the letters of Arabic. Whatever was guessed or replaced is told.

mod doubled;
mod legacy;
mod table;

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::encoding::OpenAs;
pub(super) use super::encoding::name;
use super::error::Fault;
use super::model::{Repair, Warning};

/// Text, and how it was won from the bytes.
pub(super) struct Decoded<'b> {
    pub(super) text: Cow<'b, str>,
    /// In lower case: "utf-8", "windows-1256".
    pub(super) encoding: &'static str,
    pub(super) repairs: Vec<Repair>,
    pub(super) warnings: Vec<Warning>,
}

/// Decodes a whole file, as the user asks or as its bytes say. `declared` is
/// what the file says of itself: it decides only where the bytes leave it open.
///
/// # Errors
/// [`Fault::Binary`] where the bytes are no text.
pub(super) fn decode<'b>(
    bytes: &'b [u8],
    how: OpenAs,
    declared: Option<&'static Encoding>,
) -> Result<Decoded<'b>, Fault> {
    let decoded = if let Some(asked) = how.encoding.map(super::Encoding::of) {
        let mark = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding == asked);
        let text = mark.and_then(|(_, mark)| bytes.get(mark..));
        Decoded::of(text.unwrap_or(bytes), asked)
    } else if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        Decoded::of(bytes.get(mark..).unwrap_or_default(), encoding)
    } else if let Some(encoding) = utf16_without_mark(bytes) {
        Decoded::of(bytes, encoding).guessed()
    } else if memchr::memchr(0, bytes).is_some() {
        return Err(Fault::Binary);
    } else {
        undeclared(bytes, declared)
    };
    decoded.undoubled(how).without_controls()
}

impl<'b> Decoded<'b> {
    pub(super) fn utf8(text: Cow<'b, str>) -> Self {
        Self {
            text,
            encoding: "utf-8",
            repairs: Vec::new(),
            warnings: Vec::new(),
        }
    }

    fn of(bytes: &'b [u8], encoding: &'static Encoding) -> Self {
        let (text, broken) = encoding.decode_without_bom_handling(bytes);
        let mut decoded = Self {
            encoding: name(encoding),
            ..Self::utf8(text)
        };
        if broken {
            let count = decoded.text.matches(char::REPLACEMENT_CHARACTER).count();
            decoded.repairs.push(Repair {
                kind: "undecodable",
                count,
                note: format!(
                    "Bytes that are not {} were replaced by U+FFFD",
                    encoding.name()
                ),
            });
        }
        decoded
    }

    fn guessed(mut self) -> Self {
        self.warnings.push(Warning {
            kind: "encoding-guessed",
            note: format!(
                "The file does not say its encoding; it was read as {}",
                self.encoding
            ),
        });
        self
    }

    /// Puts right what was read in a wrong encoding before it was saved.
    pub(super) fn undoubled(mut self, how: OpenAs) -> Self {
        if how.repair
            && let Some((text, repairs)) = doubled::mend(&self.text)
        {
            self.text = Cow::Owned(text);
            self.repairs.extend(repairs);
        }
        self
    }

    /// Drops control characters, which no reader sees.
    ///
    /// # Errors
    /// [`Fault::Binary`] where there are so many that this was no text.
    fn without_controls(mut self) -> Result<Self, Fault> {
        // Nearly every text is told to have none by its bytes.
        if !self.text.bytes().any(may_be_stray) {
            return Ok(self);
        }
        let count = self.text.chars().filter(|&c| is_stray(c)).count();
        // Those above ASCII are what text read in a wrong encoding is full of.
        let low = self.text.chars().filter(|&c| c.is_ascii() && is_stray(c));
        let low = low.count();
        if self.text.contains('\0') || (low > 3 && low * 50 > self.text.len()) {
            return Err(Fault::Binary);
        }
        if count > 0 {
            let kept: String = self.text.chars().filter(|&c| !is_stray(c)).collect();
            self.text = Cow::Owned(kept);
            self.repairs.push(Repair {
                kind: "control-characters",
                count,
                note: "Control characters were left out".to_owned(),
            });
        }
        Ok(self)
    }
}

/// Control characters that neither end a line nor part words, and byte order
/// marks that stand inside the text.
fn is_stray(c: char) -> bool {
    c == '\u{FEFF}' || (c.is_control() && !matches!(c, '\t'..='\r' | '\u{85}'))
}

/// Whether a byte may be of such a character: controls below ASCII's letters,
/// DEL, and the first bytes of those above ASCII and of byte order marks.
const fn may_be_stray(byte: u8) -> bool {
    matches!(byte, 0..=0x08 | 0x0E..=0x1F | 0x7F | 0xC2 | 0xEF)
}

/// Arabic and Latin letters have 06 and 00 as their high byte, and no text in
/// a byte encoding holds either; shapes of letters have FB to FE.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    const SAMPLE: usize = 4096;
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let (pairs, _) = sample.as_chunks::<2>();
    let share = |unit: fn([u8; 2]) -> u16| {
        let likely = pairs.iter().filter(|&&pair| is_likely_unit(unit(pair)));
        likely.count() * 100 / pairs.len().max(1)
    };
    let (little, big) = (share(u16::from_le_bytes), share(u16::from_be_bytes));
    match (little >= 80, big >= 80) {
        (true, _) if little >= big => Some(UTF_16LE),
        (_, true) => Some(UTF_16BE),
        _ => None,
    }
}

const fn is_likely_unit(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0x0600..=0x06FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFC)
}

/// Bytes without a mark and without NUL.
fn undeclared<'b>(bytes: &'b [u8], declared: Option<&'static Encoding>) -> Decoded<'b> {
    let mut broken = 0;
    let mut sound = 0;
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    // In another encoding two bytes rarely happen to be one letter of UTF-8,
    // so a text that is mostly UTF-8 is UTF-8 with damage.
    if broken == 0 || sound >= broken * 4 {
        return Decoded::of(bytes, UTF_8);
    }
    let encoding = legacy::guess(bytes, declared);
    let decoded = Decoded::of(bytes, encoding);
    if declared == Some(encoding) {
        decoded
    } else {
        decoded.guessed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "أعلنت وزارة الخارجية، الأربعاء، رفضها المقترح.\nوقالت إن 20 ألف جندي لن يكفوا.";

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn read(bytes: &[u8]) -> (String, &'static str, Vec<&'static str>) {
        let decoded = decode(bytes, OpenAs::default(), None).ok().unwrap();
        let kinds = decoded.repairs.iter().map(|repair| repair.kind);
        let told = decoded.warnings.iter().map(|warning| warning.kind);
        let all = kinds.chain(told).collect();
        (decoded.text.into_owned(), decoded.encoding, all)
    }

    #[test]
    fn a_byte_order_mark_decides_and_is_not_text() {
        let with = |mark: &[u8], rest: Vec<u8>| [mark, &rest].concat();
        let cases = [
            (with(b"\xEF\xBB\xBF", TEXT.into()), "utf-8"),
            (with(b"\xFF\xFE", utf16(TEXT, u16::to_le_bytes)), "utf-16le"),
            (with(b"\xFE\xFF", utf16(TEXT, u16::to_be_bytes)), "utf-16be"),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(read(&bytes), (TEXT.to_owned(), encoding, vec![]));
        }
    }

    #[test]
    fn utf16_without_a_mark_is_told_from_its_high_bytes() {
        for text in [TEXT, "Plain Latin words.", "سلام", "ﺍﻟﺴﻼﻡ ﻟﻜﻢ"] {
            let little = read(&utf16(text, u16::to_le_bytes));
            let big = read(&utf16(text, u16::to_be_bytes));
            assert_eq!((little.0.as_str(), little.1), (text, "utf-16le"));
            assert_eq!((big.0.as_str(), big.1), (text, "utf-16be"));
            assert_eq!(little.2, ["encoding-guessed"]);
        }
    }

    #[test]
    fn broken_utf8_keeps_its_letters_and_tells_the_damage() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.insert(40, 0xFF);
        bytes.pop();
        bytes.extend_from_slice(&[0xD9]);
        let (text, encoding, told) = read(&bytes);
        assert_eq!(encoding, "utf-8");
        assert_eq!(told, ["undecodable"]);
        assert_eq!(text.matches('\u{FFFD}').count(), 2);
        assert!(text.contains("وقالت إن 20 ألف جندي"));
    }

    #[test]
    fn control_characters_are_left_out_and_counted() {
        let text = TEXT.replace("وقالت", "\u{1}وقالت\u{FEFF}");
        let (read, _, told) = read(text.as_bytes());
        assert_eq!(read, TEXT);
        assert_eq!(told, ["control-characters"]);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let mut noise = Vec::new();
        let mut state = 7_u32;
        for _ in 0..4000 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            noise.push((state >> 24) as u8 | 1);
        }
        for bytes in [&b"\x7FELF\x02\x01\0\0\0"[..], &[0; 400], &noise] {
            assert!(matches!(
                decode(bytes, OpenAs::default(), None),
                Err(Fault::Binary)
            ));
        }
    }
}
