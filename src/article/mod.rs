//! A file becomes an [`Article`]: sniff, decode, extract, repair.
//!
//! All file input of the program lives here. What was guessed or repaired is
//! told in the article, never done in silence; what cannot be read gives an
//! [`ArticleError`] whose sentence says which file, what is wrong and what to
//! do. Nothing here knows of stances or of the window.

mod blocks;
mod decode;
mod encoding;
mod error;
mod formats;
mod model;
mod preview;
mod read;
mod repair;
mod sniff;

use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

pub use encoding::{Encoding, OpenAs, READINGS};
pub use error::{ArticleError, Fault, Foreign};
pub use model::{Article, Block, BlockKind, Format, Repair, Warning};
pub use preview::previews;
pub use read::{LIMIT, files};

use decode::Decoded;
use formats::Page;

/// The endings of the files that are read, without the full stop: text,
/// documents, web pages and mail.
pub const ENDINGS: [&[&str]; 3] = [
    &["txt", "text", "md", "markdown"],
    &["docx", "odt", "rtf", "pdf"],
    &["html", "htm", "xhtml", "mht", "mhtml", "eml"],
];

/// Reads an article from a file.
///
/// # Errors
/// Where the file cannot be opened, is larger than [`LIMIT`], holds nothing,
/// or holds no plain text.
pub fn open(path: impl AsRef<Path>) -> Result<Article, ArticleError> {
    open_as(path, OpenAs::default())
}

/// Reads an article from a file as the user asks.
///
/// # Errors
/// As [`open`].
pub fn open_as(path: impl AsRef<Path>, how: OpenAs) -> Result<Article, ArticleError> {
    let path = path.as_ref();
    let name = path.display().to_string();
    match read::file(path) {
        Ok(bytes) => from_bytes_as(&name, &bytes, how),
        Err(fault) => Err(ArticleError::new(name, fault)),
    }
}

/// Reads an article from a stream, such as standard input, under a name.
///
/// # Errors
/// As [`open`].
pub fn from_reader(name: &str, source: impl Read) -> Result<Article, ArticleError> {
    from_reader_as(name, source, OpenAs::default())
}

/// Reads an article from a stream as the user asks.
///
/// # Errors
/// As [`open`].
pub fn from_reader_as(name: &str, source: impl Read, how: OpenAs) -> Result<Article, ArticleError> {
    match read::bounded(source) {
        Ok(bytes) => from_bytes_as(name, &bytes, how),
        Err(fault) => Err(ArticleError::new(name, fault)),
    }
}

/// Makes an article of a file's bytes. `name` is the path as the user gave it;
/// its ending tells what the bytes themselves leave open.
///
/// # Errors
/// Where the bytes hold nothing or are no plain text.
pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Article, ArticleError> {
    from_bytes_as(name, bytes, OpenAs::default())
}

/// Makes an article of a file's bytes as the user asks.
///
/// # Errors
/// As [`from_bytes`].
pub fn from_bytes_as(name: &str, bytes: &[u8], how: OpenAs) -> Result<Article, ArticleError> {
    // The readers of formats stand on other people's parsers, and one broken
    // file must not take the others with it.
    let read = std::panic::AssertUnwindSafe(|| read_bytes(name, bytes, how));
    std::panic::catch_unwind(read).unwrap_or_else(|_| Err(ArticleError::new(name, Fault::Stumbled)))
}

fn read_bytes(name: &str, bytes: &[u8], how: OpenAs) -> Result<Article, ArticleError> {
    let fail = |fault| ArticleError::new(name, fault);
    if bytes.is_empty() {
        return Err(fail(Fault::Empty));
    }
    let format = sniff::format(name, bytes).map_err(fail)?;
    let page = match format {
        Format::Text | Format::Markdown => decode::decode(bytes, how, None).map(Some),
        _ => Ok(None),
    };
    match page.map_err(fail)? {
        Some(decoded) => {
            let decoded = mended(decoded, how);
            build(name, bytes, format, lines(format, &decoded, how), how)
        }
        None => {
            let mut page = formats::read(format, bytes, how).map_err(fail)?;
            if how.repair {
                page.repairs.extend(decode::paragraphs(&mut page.drafts));
                page.repairs.extend(repair::paragraphs(&mut page.drafts));
            }
            blocks::shown(&mut page.drafts);
            build(name, bytes, format, page, how)
        }
    }
}

/// Makes an article of text that is not a file's, such as the clipboard's.
///
/// # Errors
/// Where the text holds nothing that can be read.
pub fn from_text(name: &str, text: &str) -> Result<Article, ArticleError> {
    from_text_as(name, text, OpenAs::default())
}

/// As [`from_text`], mended only where that is asked for; text has no encoding.
///
/// # Errors
/// As [`from_text`].
pub fn from_text_as(name: &str, text: &str, how: OpenAs) -> Result<Article, ArticleError> {
    let decoded = Decoded::utf8(Cow::Borrowed(text));
    let decoded = mended(decoded.undoubled(how), how);
    let page = lines(Format::Text, &decoded, how);
    build(name, text.as_bytes(), Format::Text, page, how)
}

/// The article that ships with the program and is open at first start.
pub fn seed() -> Article {
    let text = include_str!("../../seeds/azerbaijan-peacekeepers.txt");
    // The seed is text (`tests` below), so the other branch is never taken.
    from_text("seeds/azerbaijan-peacekeepers.txt", text).unwrap_or_default()
}

/// The text with its lines put right.
fn mended(mut decoded: Decoded<'_>, how: OpenAs) -> Decoded<'_> {
    if how.repair {
        let (text, repairs) = repair::text(&decoded.text);
        if !repairs.is_empty() {
            decoded.text = Cow::Owned(text.into_owned());
            decoded.repairs.extend(repairs);
        }
    }
    decoded
}

/// The lines of a text, with what was noticed in decoding it. As in the file
/// they are its own, and its marks are shown.
fn lines<'t>(format: Format, decoded: &'t Decoded<'_>, how: OpenAs) -> Page<'t> {
    let mut page = match format {
        _ if !how.repair => Page {
            drafts: blocks::own_lines(&decoded.text),
            ..Page::default()
        },
        Format::Markdown => formats::markdown::read(&decoded.text),
        _ => {
            let (drafts, joined) = blocks::lines(&decoded.text);
            Page {
                drafts,
                repairs: Vec::from_iter(joined),
                ..Page::default()
            }
        }
    };
    page.encoding = decoded.encoding;
    page.repairs.splice(..0, decoded.repairs.iter().cloned());
    page.warnings.splice(..0, decoded.warnings.iter().cloned());
    page
}

fn build(
    name: &str,
    bytes: &[u8],
    format: Format,
    page: Page<'_>,
    how: OpenAs,
) -> Result<Article, ArticleError> {
    let Page {
        mut drafts,
        published,
        mut repairs,
        mut warnings,
        encoding,
    } = page;
    if how.repair {
        repairs.extend(blocks::repeated_title(&mut drafts));
    }
    let (text, mut blocks) = blocks::arrange(&drafts);
    if !how.repair {
        for block in &mut blocks {
            if block.kind == BlockKind::Aside {
                block.kind = BlockKind::Paragraph;
            }
        }
    }
    if text.is_empty() {
        return Err(ArticleError::new(name, Fault::Blank));
    }
    if !text.chars().any(sniff::is_arabic_letter) {
        warnings.push(Warning {
            kind: "no-arabic",
            note: "The text holds no Arabic letter".to_owned(),
        });
    }
    Ok(Article {
        path: name.to_owned(),
        sha256: sha256(bytes),
        format,
        encoding: encoding.to_owned(),
        published,
        repairs,
        warnings,
        text,
        blocks,
    })
}

/// Shape: 64 lower-case hexadecimal digits.
fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    use std::fmt::Write;
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_seed_is_its_file_with_its_headings_named() {
        let seed = seed();
        let file = include_str!("../../seeds/azerbaijan-peacekeepers.txt");
        assert_eq!(seed.text, file.trim_end());
        assert_eq!((seed.repairs.len(), seed.warnings.len()), (0, 0));
        let kinds: Vec<_> = seed.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds.first(), Some(&BlockKind::Title));
        assert_eq!(kinds.get(1), Some(&BlockKind::Deck));
        let headings = kinds.iter().filter(|kind| **kind == BlockKind::Heading);
        assert_eq!(headings.count(), 5);
    }

    #[test]
    fn joined_lines_are_told() {
        let full = "وقال المتحدث باسم الوزارة إن بلاده لن تشارك في القوة المقترحة ما";
        let article = from_text(
            "mail",
            &format!("عنوان\n\n{full}\n{full}\n{full}\nلم تتوافر."),
        )
        .unwrap();
        assert_eq!(
            article.text,
            format!("عنوان\n{full} {full} {full} لم تتوافر.")
        );
        assert_eq!(
            article.repairs.first().map(|r| (r.kind, r.count)),
            Some(("joined-lines", 3))
        );
    }

    #[test]
    fn a_hash_is_of_the_bytes() {
        assert_eq!(
            sha256(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }

    #[test]
    fn text_without_arabic_is_read_with_a_warning() {
        let article = from_text("note", "Only Latin here.\n").unwrap();
        assert_eq!(article.text, "Only Latin here.");
        assert_eq!(article.warnings.first().map(|w| w.kind), Some("no-arabic"));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_give_an_article_or_a_fault(
            bytes: Vec<u8>,
            name in "[a-z.]{0,8}",
            reading in 0..=READINGS.len(),
            repair: bool,
        ) {
            let encoding = READINGS.get(reading).copied();
            if let Ok(article) = from_bytes_as(&name, &bytes, OpenAs { encoding, repair }) {
                check(&article);
            }
        }

        #[test]
        fn any_text_keeps_its_letters_in_order(text in "[\\PC\n\r \u{200F}]{0,200}") {
            let as_is = OpenAs { repair: false, ..OpenAs::default() };
            let Ok(article) = from_text_as("note", &text, as_is) else {
                return Ok(());
            };
            check(&article);
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            proptest::prop_assert_eq!(letters(&article.text), letters(&text).replace('\u{FEFF}', ""));
        }
    }

    /// What holds of every article.
    fn check(article: &Article) {
        let lines: Vec<_> = article.text.split('\n').collect();
        let blocks: Vec<_> = article
            .blocks
            .iter()
            .map(|b| b.span.of(&article.text))
            .collect();
        assert_eq!(blocks, lines);
        assert!(
            lines
                .iter()
                .all(|line| !line.is_empty() && line.trim() == *line)
        );
        let titles = article
            .blocks
            .iter()
            .skip(1)
            .filter(|b| b.kind == BlockKind::Title);
        assert_eq!(titles.count(), 0);
    }
}
