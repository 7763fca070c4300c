//! What a file is, from its first bytes and its name.

use super::error::Foreign;
use super::model::Format;

/// The format of bytes that are known not to be plain text.
pub(super) fn foreign(bytes: &[u8]) -> Option<Foreign> {
    const MAGIC: [(&[u8], Foreign); 5] = [
        (b"%PDF-", Foreign::Pdf),
        (b"PK\x03\x04", Foreign::Packed),
        (b"PK\x05\x06", Foreign::Packed),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Foreign::OldWord),
        (b"{\\rtf", Foreign::Rtf),
    ];
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    match known {
        Some((_, kind)) => Some(*kind),
        None if is_html(bytes) => Some(Foreign::Html),
        None => None,
    }
}

fn is_html(bytes: &[u8]) -> bool {
    const OPENINGS: [&[u8]; 6] = [
        b"<!doctype html",
        b"<html",
        b"<head",
        b"<body",
        b"<meta",
        b"<?xml",
    ];
    let bytes = bytes.trim_ascii_start();
    OPENINGS.iter().any(|opening| {
        bytes
            .get(..opening.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(opening))
    })
}

/// Markdown by its ending, else plain text.
pub(super) fn format(name: &str) -> Format {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if ["md", "markdown"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
    {
        Format::Markdown
    } else {
        Format::Text
    }
}

/// Whether a character is a letter of the Arabic script, in any of its blocks.
pub(super) fn is_arabic_letter(c: char) -> bool {
    matches!(c,
        '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D3}' | '\u{06D5}' | '\u{06EE}'..='\u{06EF}'
        | '\u{06FA}'..='\u{06FC}' | '\u{0750}'..='\u{077F}' | '\u{08A0}'..='\u{08C9}'
        | '\u{FB50}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_known_by_their_first_bytes() {
        let cases: [(&[u8], Option<Foreign>); 8] = [
            (b"%PDF-1.7\n", Some(Foreign::Pdf)),
            (b"PK\x03\x04\x14\0", Some(Foreign::Packed)),
            (
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0",
                Some(Foreign::OldWord),
            ),
            (b"{\\rtf1\\ansi", Some(Foreign::Rtf)),
            (b"\xEF\xBB\xBF\n <!DOCTYPE HTML>", Some(Foreign::Html)),
            (b"<html dir=rtl>", Some(Foreign::Html)),
            (b"PK is a name", None),
            (b"<html", Some(Foreign::Html)),
        ];
        for (bytes, kind) in cases {
            assert_eq!(foreign(bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn markdown_is_known_by_its_ending() {
        assert_eq!(format("a/b.MD"), Format::Markdown);
        assert_eq!(format("a.markdown"), Format::Markdown);
        assert_eq!(format("a.md/b"), Format::Text);
        assert_eq!(format("stdin"), Format::Text);
    }
}
