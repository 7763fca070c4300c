//! What a file's first line would be in each encoding, to choose by.

use std::path::Path;

use super::encoding::{Encoding, READINGS};
use super::model::Format;
use super::{read, sniff};

/// Bytes looked at: the head of a page is long and holds no words.
const HEAD: u64 = 64 << 10;
/// The longest preview, in characters.
const LONGEST: usize = 48;

/// The first line of a file that holds more than ASCII, in each of
/// [`READINGS`]; nothing where the file cannot be read, or says the encoding
/// of its text itself as documents do.
pub fn previews(path: impl AsRef<Path>) -> Vec<(Encoding, String)> {
    let path = path.as_ref();
    let Ok(bytes) = read::head(path, HEAD) else {
        return Vec::new();
    };
    match sniff::format(&path.to_string_lossy(), &bytes) {
        Ok(Format::Text | Format::Markdown | Format::Html | Format::Mail) => READINGS
            .into_iter()
            .map(|encoding| (encoding, line(&bytes, encoding)))
            .collect(),
        _ => Vec::new(),
    }
}

fn line(bytes: &[u8], encoding: Encoding) -> String {
    let (text, _) = encoding.of().decode_with_bom_removal(bytes);
    let telling = text.lines().map(words).find(|line| !line.is_ascii());
    telling.unwrap_or_else(|| {
        let mut lines = text.lines().map(words);
        lines.find(|line| !line.is_empty()).unwrap_or_default()
    })
}

/// A line without marks of pages and what cannot be shown.
fn words(line: &str) -> String {
    let mut inside = false;
    let shown = line.chars().filter(|&c| match c {
        '<' => {
            inside = true;
            false
        }
        '>' => {
            inside = false;
            false
        }
        c => !inside && !c.is_control(),
    });
    let shown: String = shown.take(LONGEST).collect();
    shown.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, bytes: &[u8]) -> Vec<(Encoding, String)> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        previews(path)
    }

    #[test]
    fn the_right_encoding_can_be_told_by_its_line() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1256.encode("News\nالحكومة ترفض\n");
        let previews = of("a.txt", &bytes);
        assert_eq!(previews.len(), READINGS.len());
        let right = |(encoding, line): &&(Encoding, String)| {
            *encoding == Encoding::Windows1256 && line == "الحكومة ترفض"
        };
        assert_eq!(previews.iter().filter(right).count(), 1);
    }

    #[test]
    fn pages_show_their_words_and_documents_nothing() {
        let page = "<html><head><title>خبر</title></head>";
        let previews = of("a.html", page.as_bytes());
        assert_eq!(previews.first().map(|(_, line)| line.as_str()), Some("خبر"));
        assert!(of("a.rtf", b"{\\rtf1 x}").is_empty());
        assert!(super::previews("/no/such/file").is_empty());
    }
}
