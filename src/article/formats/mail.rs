//! Mail (`.eml`) and pages saved as mail (`.mht`, `.mhtml`), RFC 5322 and MIME.

use std::borrow::Cow;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{Page, web};
use crate::article::blocks::{self, Draft};
use crate::article::error::Fault;
use crate::article::model::BlockKind;

/// # Errors
/// [`Fault::Damaged`] where the bytes are no message, [`Fault::Swollen`] where
/// they hold more messages than anyone forwards.
pub(super) fn read(bytes: &[u8]) -> Result<Page<'static>, Fault> {
    if is_bomb(bytes) {
        return Err(Fault::Swollen);
    }
    let message = MessageParser::default()
        .parse(bytes)
        .ok_or(Fault::Damaged)?;
    if let Some(html) = saved_page(&message) {
        return web::read_text(html);
    }
    let mut drafts = Vec::new();
    if let Some(subject) = message.subject() {
        drafts.push(draft(subject.trim().to_owned(), Some(BlockKind::Title)));
    }
    drafts.extend(body(&message));
    // Last, as a signature: between headline and text it would part the two.
    drafts.extend(sender(&message).map(|sender| draft(sender, Some(BlockKind::Aside))));
    drafts.retain(|draft| !draft.text.is_empty());
    Ok(Page {
        drafts,
        published: message
            .date()
            .map(|date| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)),
        encoding: "utf-8",
        ..Page::default()
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
fn saved_page<'m>(message: &'m Message<'_>) -> Option<&'m str> {
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
    match &html.body {
        PartType::Html(html) => Some(html),
        _ => None,
    }
}

/// The text of a message, failing that its page read whole: what someone
/// wrote is not chosen from.
fn body(message: &Message<'_>) -> Vec<Draft<'static>> {
    let plain = message.text_part(0).and_then(|part| match &part.body {
        PartType::Text(text) if is_flowed(part) => Some(Cow::Owned(unflowed(text))),
        PartType::Text(text) => Some(Cow::Borrowed(&**text)),
        _ => None,
    });
    if let Some(text) = plain {
        let (lines, _) = blocks::lines(&text);
        let owned = lines.into_iter();
        return owned
            .map(|line| draft(line.text.into_owned(), line.kind))
            .collect();
    }
    let html = message.html_part(0).and_then(|part| match &part.body {
        PartType::Html(html) => Some(html),
        _ => None,
    });
    html.map(|html| web::paragraphs(html)).unwrap_or_default()
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
