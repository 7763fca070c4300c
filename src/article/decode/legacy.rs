//! The single-byte encodings of Arabic from before Unicode.
//!
//! A file does not say which one it is in. Each is tried on the start of the
//! file, and the reading whose letters are as frequent as those of Arabic news
//! wins; where none is Arabic at all, chardetng's guess stands.

use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_6, WINDOWS_1256};
use rustc_hash::FxHashMap;

/// Bytes looked at: enough for any statistics, little enough to be quick.
const SAMPLE: usize = 64 << 10;

/// The mean log frequency below which a reading is not Arabic. Right readings
/// of news lie near -3, readings in the wrong table below -6.
const ARABIC: f64 = -4.6;

/// The log frequency of what is not a letter of Arabic: one in a hundred
/// thousand.
const FOREIGN: f64 = -11.5;

/// How much better than the declared reading another must be to be believed.
const PLAINLY: f64 = 0.5;

/// The Arabic encoding that the bytes read best in, the declared one where it
/// reads about as well; nothing where they are Arabic in none.
pub(super) fn arabic(
    bytes: &[u8],
    declared: Option<&'static Encoding>,
) -> Option<&'static Encoding> {
    // What stands before the first letter, such as the head of a page, says
    // nothing.
    let start = bytes.iter().position(|byte| !byte.is_ascii())?;
    let bytes = bytes.get(start.saturating_sub(1)..)?;
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let read = |encoding| (plausibility(sample, encoding), encoding);
    let bonus = |encoding| {
        if declared == Some(encoding) {
            PLAINLY
        } else {
            0.0
        }
    };
    [WINDOWS_1256, ISO_8859_6]
        .map(read)
        .into_iter()
        .filter(|(mean, _)| *mean >= ARABIC)
        // The first wins where both read alike.
        .reduce(|best, next| {
            if next.0 + bonus(next.1) > best.0 + bonus(best.1) {
                next
            } else {
                best
            }
        })
        .map(|(_, encoding)| encoding)
}

/// As [`arabic`]; failing that the declared encoding, failing that chardetng's
/// guess.
pub(super) fn guess(bytes: &[u8], declared: Option<&'static Encoding>) -> &'static Encoding {
    // The caller knows already that it is neither.
    let declared =
        declared.filter(|encoding| !matches!(encoding.name(), "UTF-8" | "UTF-16LE" | "UTF-16BE"));
    let arabic = arabic(bytes, declared);
    arabic.or(declared).unwrap_or_else(|| {
        let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
        detector.feed(sample, true);
        detector.guess(None, Utf8Detection::Deny)
    })
}

/// The mean log frequency of the letters outside ASCII when the bytes are read
/// in this encoding.
fn plausibility(sample: &[u8], encoding: &'static Encoding) -> f64 {
    let (text, _) = encoding.decode_without_bom_handling(sample);
    let (mut sum, mut count) = (0.0, 0_u32);
    let mut before = ' ';
    for c in text.chars() {
        if !c.is_ascii() && !is_neutral(c) {
            // No Arabic letter is joined to a Latin one: "déclaré".
            let known = FREQUENCIES
                .get(&c)
                .filter(|_| !before.is_ascii_alphabetic());
            sum += known.copied().unwrap_or(FOREIGN);
            count += 1;
        }
        before = c;
    }
    if count == 0 {
        FOREIGN
    } else {
        sum / f64::from(count)
    }
}

/// Marks that stand in any text: Arabic commas and vowel signs, dashes,
/// quotation marks, spaces.
const fn is_neutral(c: char) -> bool {
    matches!(c,
        '\u{A0}' | '\u{AB}' | '\u{BB}' | '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{640}'
        | '\u{64B}'..='\u{652}' | '\u{200C}'..='\u{200F}' | '\u{2013}'..='\u{2026}')
}

/// Natural logarithms of the frequencies in `letters.tsv`.
static FREQUENCIES: LazyLock<FxHashMap<char, f64>> = LazyLock::new(|| {
    include_str!("../letters.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .filter_map(|(count, letter)| {
            let per_mille: f64 = count.parse().ok()?;
            Some((letter.chars().next()?, (per_mille / 1000.0).ln()))
        })
        .collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    /// Encodes by asking the decoder for every byte, since the standard holds
    /// no encoder for all of these.
    fn encode(text: &str, encoding: &'static Encoding) -> Vec<u8> {
        text.chars()
            .map(|c| {
                (0..=255_u8)
                    .find(|byte| {
                        encoding
                            .decode_without_bom_handling_and_without_replacement(&[*byte])
                            .is_some_and(|text| text.chars().eq([c]))
                    })
                    .unwrap_or_else(|| panic!("{c:?} is not in {}", encoding.name()))
            })
            .collect()
    }

    #[test]
    fn the_table_holds_the_alphabet() {
        assert_eq!(FREQUENCIES.len(), 40);
    }

    #[test]
    fn each_arabic_encoding_is_told_from_the_other() {
        let texts = [
            "رفض المجلس المقترح، وقال رئيسه إن القرار يحتاج إلى موافقة الأعضاء",
            "قطر ترحب بالاتفاق",
            "وأضاف الوزير أن بلاده تدعم الحل السياسي ولن تشارك في العملية 2019",
        ];
        for encoding in [WINDOWS_1256, ISO_8859_6] {
            for text in texts {
                assert_eq!(guess(&encode(text, encoding), None), encoding, "{text}");
            }
        }
    }

    #[test]
    fn a_western_text_is_not_read_as_arabic() {
        let text = "Le président a déclaré que la mesure était nécessaire à l'été";
        let bytes = encode(text, encoding_rs::WINDOWS_1252);
        let read = guess(&bytes, None).decode_without_bom_handling(&bytes).0;
        assert_eq!(read, text);
    }
}
