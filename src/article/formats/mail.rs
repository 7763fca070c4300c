//! Mail (`.eml`) and pages saved as mail (`.mht`, `.mhtml`), RFC 5322 and MIME.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{Page, web};
use crate::article::blocks::{self, Draft};
use crate::article::decode;
use crate::article::encoding::OpenAs;
use crate::article::error::Fault;
use crate::article::model::BlockKind;

/// # Errors
/// [`Fault::Damaged`] where the bytes are no message, [`Fault::Swollen`] where
/// they hold more messages than anyone forwards.
pub(super) fn read(bytes: &[u8], how: OpenAs) -> Result<Page<'static>, Fault> {
    if is_bomb(bytes) {
        return Err(Fault::Swollen);
    }
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or(Fault::Damaged)?;
    if let Some(part) = saved_page(&message) {
        let bytes = content(&message, part);
        return web::read_as(&bytes, how, charset(part));
    }
    let mut drafts = Vec::new();
    if let Some(subject) = message.subject() {
        drafts.push(draft(subject.trim().to_owned(), Some(BlockKind::Title)));
    }
    let body = body(&message, how)?;
    drafts.extend(body.drafts);
    // Last, as a signature: between headline and text it would part the two.
    drafts.extend(sender(&message).map(|sender| draft(sender, Some(BlockKind::Aside))));
    drafts.retain(|draft| !draft.text.is_empty());
    Ok(Page {
        drafts,
        published: message
            .date()
            .map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)),
        ..body
    })
}

/// Whether messages stand in messages without end: the parser goes down into
/// each.
fn is_bomb(bytes: &[u8]) -> bool {
    const MOST: usize = 200;
    let lower = bytes.to_ascii_lowercase();
    let named = |kind: &str| memchr::memmem::find_iter(&lower, kind).count();
    named("message/") + named("multipart/digest") > MOST
}

/// The page in a message that was made by saving one.
fn saved_page<'m>(message: &'m Message<'_>) -> Option<&'m MessagePart<'m>> {
    let saved = message.header_raw("Snapshot-Content-Location").is_some()
        || message
            .header_raw("From")
            .is_some_and(|from| from.contains("Saved by"))
        || message.header_raw("X-MimeOLE").is_some() && message.header_raw("To").is_none()
        || message
            .content_type()
            .is_some_and(|kind| kind.subtype() == Some("related"))
            && message.header_raw("To").is_none();
    let html = message.html_part(0).filter(|_| saved)?;
    html.is_text_html().then_some(html)
}

/// The text of a message, failing that its page read whole: what someone
/// wrote is not chosen from.
fn body(message: &Message<'_>, how: OpenAs) -> Result<Page<'static>, Fault> {
    let plain = message
        .text_part(0)
        .filter(|part| matches!(part.body, PartType::Text(_)));
    let html = || message.html_part(0).filter(|part| part.is_text_html());
    let Some(part) = plain.or_else(html) else {
        return Ok(Page {
            encoding: "utf-8",
            ..Page::default()
        });
    };
    let bytes = content(message, part);
    // What the header says of the text is as often wrong as what pages say of
    // themselves: see `decode`.
    let decoded = decode::decode(&bytes, how, charset(part))?;
    let mut repairs = decoded.repairs;
    let drafts = if part.is_text_html() {
        web::paragraphs(&decoded.text)
    } else {
        let text = if is_flowed(part) {
            Cow::Owned(unflowed(&decoded.text))
        } else {
            decoded.text
        };
        let lines = if how.repair {
            let (lines, joined) = blocks::lines(&text);
            repairs.extend(joined);
            lines
        } else {
            blocks::own_lines(&text)
        };
        let owned = lines.into_iter();
        owned
            .map(|line| draft(line.text.into_owned(), line.kind))
            .collect()
    };
    Ok(Page {
        drafts,
        repairs,
        warnings: decoded.warnings,
        encoding: decoded.encoding,
        published: None,
    })
}

/// The bytes of a part as they were before they were packed for sending.
fn content<'m>(message: &'m Message<'_>, part: &MessagePart<'_>) -> Cow<'m, [u8]> {
    let range = part.offset_body as usize..part.offset_end as usize;
    let raw = message.raw_message().get(range).unwrap_or_default();
    let unpacked = match part.encoding {
        Encoding::None => None,
        Encoding::Base64 => base64_decode(raw),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
    };
    unpacked.map_or(Cow::Borrowed(raw), Cow::Owned)
}

/// The encoding that the head of a part names.
fn charset(part: &MessagePart<'_>) -> Option<&'static encoding_rs::Encoding> {
    let label = part.content_type()?.attribute("charset")?;
    encoding_rs::Encoding::for_label(label.as_bytes())
}

/// Whether line ends behind a space are no ends of paragraphs (RFC 3676).
fn is_flowed(part: &MessagePart<'_>) -> bool {
    let kind = part.content_type();
    kind.and_then(|kind| kind.attribute("format"))
        .is_some_and(|format| format.eq_ignore_ascii_case("flowed"))
}

/// Such a text with the lines of each paragraph joined. The mark of a
/// signature ends in a space and is a line of its own.
fn unflowed(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.split('\n') {
        let line = line.strip_suffix('\r').unwrap_or(line);
        joined.push_str(line);
        if !line.ends_with(' ') || line == "-- " {
            joined.push('\n');
        }
    }
    joined
}

fn sender(message: &Message<'_>) -> Option<String> {
    let from = message.from()?.first()?;
    match (&from.name, &from.address) {
        (Some(name), Some(address)) => Some(format!("{name} <{address}>")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_string()),
        (None, None) => None,
    }
}

fn draft(text: String, kind: Option<BlockKind>) -> Draft<'static> {
    Draft {
        text: Cow::Owned(text),
        kind,
    }
}
