//! What a file is, from its first bytes and its name.

use super::error::{Fault, Foreign};
use super::formats;
use super::model::Format;

/// What a file is: by its first bytes, failing that by its ending.
///
/// # Errors
/// [`Fault::Foreign`] for what is known and not read, and what
/// [`formats::packed_format`] says of archives.
pub(super) fn format(name: &str, bytes: &[u8]) -> Result<Format, Fault> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ends = |endings: &[&str]| endings.iter().any(|one| ending.eq_ignore_ascii_case(one));
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let starts = |magic: &[u8]| bytes.starts_with(magic);
    if starts(b"%PDF-") {
        return Ok(Format::Pdf);
    }
    if starts(b"PK\x03\x04") || starts(b"PK\x05\x06") {
        return formats::packed_format(bytes);
    }
    if starts(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(if holds(bytes, "EncryptedPackage") {
            Fault::Locked
        } else if holds(bytes, "WordDocument") || ends(&["doc", "dot"]) {
            Fault::Foreign(Foreign::OldWord)
        } else {
            Fault::Binary
        });
    }
    Ok(if starts(b"{\\rtf") {
        Format::Rtf
    } else if ends(&["eml", "mht", "mhtml"]) || is_mail(bytes) {
        Format::Mail
    } else if is_html(bytes) || ends(&["html", "htm", "xhtml"]) {
        Format::Html
    } else if ends(&["md", "markdown"]) {
        Format::Markdown
    } else {
        Format::Text
    })
}

/// Whether a container of old Office programs holds a part of this name: a
/// document of old Word, or of a newer one with a password round it.
fn holds(bytes: &[u8], part: &str) -> bool {
    let name: Vec<u8> = part.encode_utf16().flat_map(u16::to_le_bytes).collect();
    memchr::memmem::find(bytes, &name).is_some()
}

/// Whether the file begins with the lines that head a message.
fn is_mail(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or_default();
    let head = String::from_utf8_lossy(head);
    let fields = head.lines().take_while(|line| !line.is_empty());
    let mut known = 0;
    for line in fields {
        let folded = line.starts_with([' ', '\t']);
        let Some((field, _)) = line.split_once(':').filter(|_| !folded) else {
            if folded {
                continue;
            }
            return false;
        };
        if !field
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        {
            return false;
        }
        known += usize::from(FIELDS.iter().any(|one| field.eq_ignore_ascii_case(one)));
    }
    known >= 2
}

const FIELDS: [&str; 8] = [
    "from",
    "to",
    "subject",
    "date",
    "received",
    "mime-version",
    "message-id",
    "content-type",
];

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

    fn of(name: &str, bytes: &[u8]) -> String {
        match format(name, bytes) {
            Ok(format) => format!("{format:?}"),
            Err(fault) => format!("{fault:?}"),
        }
    }

    #[test]
    fn formats_are_known_by_their_first_bytes() {
        let old: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0";
        let word = [old, b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"].concat();
        let locked = [old, b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"].concat();
        let cases: [(&[u8], &str); 11] = [
            (b"%PDF-1.7\n", "Pdf"),
            (b"PK\x03\x04\x14\0", "Damaged"),
            (old, "Binary"),
            (&word, "Foreign(OldWord)"),
            (&locked, "Locked"),
            (b"{\\rtf1\\ansi", "Rtf"),
            (b"\xEF\xBB\xBF\n <!DOCTYPE HTML>", "Html"),
            (b"<html dir=rtl>", "Html"),
            (b"PK is a name", "Text"),
            (b"From: a@b.c\r\nSubject: x\r\n\r\nbody", "Mail"),
            (b"Date: today\nWe met.\n", "Text"),
        ];
        for (bytes, kind) in cases {
            assert_eq!(of("a", bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn endings_tell_what_bytes_leave_open() {
        assert_eq!(of("a/b.MD", b"text"), "Markdown");
        assert_eq!(of("a.markdown", b"text"), "Markdown");
        assert_eq!(of("a.md/b", b"text"), "Text");
        assert_eq!(of("saved.htm", b"text"), "Html");
        assert_eq!(of("stdin", b"text"), "Text");
        let old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
        assert_eq!(of("cut-off.doc", old), "Foreign(OldWord)");
        assert_eq!(of("table.xls", old), "Binary");
    }
}
