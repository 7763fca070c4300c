//! A file becomes an [`Article`]: sniff, decode, extract, repair.
//!
//! All file input of the program lives here. What was guessed or repaired is
//! told in the article, never done in silence; what cannot be read gives an
//! [`ArticleError`] whose sentence says which file, what is wrong and what to
//! do. Nothing here knows of stances or of the window.

mod blocks;
mod decode;
mod error;
mod formats;
mod model;
mod read;
mod sniff;

use std::borrow::Cow;
use std::io::Read;
use std::path::Path;

pub use error::{ArticleError, Fault, Foreign};
pub use model::{Article, Block, BlockKind, Format, Repair, Warning};
pub use read::LIMIT;

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
    let path = path.as_ref();
    let name = path.display().to_string();
    match read::file(path) {
        Ok(bytes) => from_bytes(&name, &bytes),
        Err(fault) => Err(ArticleError::new(name, fault)),
    }
}

/// Reads an article from a stream, such as standard input, under a name.
///
/// # Errors
/// As [`open`].
pub fn from_reader(name: &str, source: impl Read) -> Result<Article, ArticleError> {
    match read::bounded(source) {
        Ok(bytes) => from_bytes(name, &bytes),
        Err(fault) => Err(ArticleError::new(name, fault)),
    }
}

/// Makes an article of a file's bytes. `name` is the path as the user gave it;
/// its ending tells what the bytes themselves leave open.
///
/// # Errors
/// Where the bytes hold nothing or are no plain text.
pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Article, ArticleError> {
    let fail = |fault| ArticleError::new(name, fault);
    if bytes.is_empty() {
        return Err(fail(Fault::Empty));
    }
    let format = sniff::format(name, bytes).map_err(fail)?;
    let page = match format {
        Format::Text | Format::Markdown => decode::decode(bytes).map(Some),
        _ => Ok(None),
    };
    match page.map_err(fail)? {
        Some(decoded) => {
            let page = lines(format, &decoded);
            build(name, bytes, format, page)
        }
        None => build(
            name,
            bytes,
            format,
            formats::read(format, bytes).map_err(fail)?,
        ),
    }
}

/// Makes an article of text that is not a file's, such as the clipboard's.
///
/// # Errors
/// Where the text holds nothing that can be read.
pub fn from_text(name: &str, text: &str) -> Result<Article, ArticleError> {
    let decoded = Decoded::utf8(Cow::Borrowed(text));
    build(
        name,
        text.as_bytes(),
        Format::Text,
        lines(Format::Text, &decoded),
    )
}

/// The article that ships with the program and is open at first start.
pub fn seed() -> Article {
    let text = include_str!("../../seeds/azerbaijan-peacekeepers.txt");
    // The seed is text (`tests` below), so the other branch is never taken.
    from_text("seeds/azerbaijan-peacekeepers.txt", text).unwrap_or_default()
}

/// The lines of a text, with what was noticed in decoding it.
fn lines<'t>(format: Format, decoded: &'t Decoded<'_>) -> Page<'t> {
    let mut page = if format == Format::Markdown {
        formats::markdown::read(&decoded.text)
    } else {
        let (drafts, joined) = blocks::lines(&decoded.text);
        let joined = (joined > 0).then(|| Repair {
            kind: "joined-lines",
            count: joined,
            note: "Lines wrapped at a fixed width were joined to paragraphs".to_owned(),
        });
        Page {
            drafts,
            repairs: Vec::from_iter(joined),
            ..Page::default()
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
) -> Result<Article, ArticleError> {
    let Page {
        drafts,
        published,
        repairs,
        mut warnings,
        encoding,
    } = page;
    let (text, blocks) = blocks::arrange(&drafts);
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
        fn any_bytes_give_an_article_or_a_fault(bytes: Vec<u8>, name in "[a-z.]{0,8}") {
            if let Ok(article) = from_bytes(&name, &bytes) {
                check(&article);
            }
        }

        #[test]
        fn any_text_keeps_its_letters_in_order(text in "[\\PC\n\r \u{200F}]{0,200}") {
            let Ok(article) = from_text("note", &text) else {
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
