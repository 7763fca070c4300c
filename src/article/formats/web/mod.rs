//! Web pages: the article without the menus, links and boxes round it.
//!
//! Measured by `tests/formats/web.py` on pages in the shape of fourteen kinds
//! of sites against a reader mode made for English ones, which loses or adds a
//! tenth of the words on half of them.
//!
//! First what the page says of its article in marks for machines is taken in
//! ([`about`]); then what stands round the article is taken out by its names
//! ([`strip`]); then the part that holds the text is chosen ([`body`]) and read
//! to its paragraphs ([`walk`]). Scripts, pictures and links are never
//! followed.

mod about;
mod body;
mod bounds;
mod dates;
mod head;
mod mass;
mod names;
mod strip;
mod walk;

use std::borrow::Cow;

use dom_query::Document;

use super::Page;
use crate::article::blocks::Draft;
use crate::article::decode;
use crate::article::encoding::OpenAs;
use crate::article::error::Fault;
use crate::article::model::BlockKind;
use about::About;
use bounds::is_bomb;
use mass::Masses;
pub(super) use walk::all as paragraphs;

/// The longest label that stands above a headline, in characters.
const LABEL: usize = 100;

/// # Errors
/// Where the bytes are no text, or more marks than text.
pub(super) fn read(bytes: &[u8], how: OpenAs) -> Result<Page<'static>, Fault> {
    read_as(bytes, how, None)
}

/// Reads a page of which what brought it named the encoding.
///
/// # Errors
/// As [`read`].
pub(super) fn read_as(
    bytes: &[u8],
    how: OpenAs,
    named: Option<&'static encoding_rs::Encoding>,
) -> Result<Page<'static>, Fault> {
    // What is said of the page confirms a guess; it is not believed over the
    // bytes, since saved pages are often saved in another encoding.
    let decoded = decode::decode(bytes, how, named.or_else(|| declared(bytes)))?;
    let mut page = read_text(&decoded.text)?;
    page.encoding = decoded.encoding;
    page.repairs.extend(decoded.repairs);
    page.warnings.extend(decoded.warnings);
    Ok(page)
}

/// Reads a page that is text already.
///
/// # Errors
/// [`Fault::Swollen`] where it is made of marks without end.
pub(super) fn read_text(html: &str) -> Result<Page<'static>, Fault> {
    if is_bomb(html) {
        return Err(Fault::Swollen);
    }
    let document = Document::from(html);
    let about = About::of(&document);
    let mut page = article(&document, about);
    if page.drafts.len() < 2 {
        // Nothing in it looks like an article: it is read whole.
        page.drafts = walk::all(html);
    }
    Ok(page)
}

fn article(document: &Document, mut about: About) -> Page<'static> {
    let Some(root) = document.body() else {
        return Page::default();
    };
    let title = head::title(document, &about);
    let shown = title.as_ref().and_then(|title| title.node);
    strip::boxes(document, shown.as_slice());
    let masses = Masses::of(&root);
    if masses.get(&root).running == 0 && about.body.is_empty() {
        return Page::default();
    }
    let byline = about.byline.take().or_else(|| head::writer(&root, &masses));
    let published = about
        .published
        .take()
        .or_else(|| head::published(&root, &masses));
    let deck = title
        .as_ref()
        .and_then(|title| head::deck(&root, &masses, &about, title));
    strip::told(&root, shown.as_slice());
    strip::links_and_pictures(&root, shown.as_slice());
    let masses = Masses::of(&root);
    let parts = body::parts(&root, &masses, shown.as_ref());
    let mut lines = walk::paragraphs(&parts);
    let mut title = title.map(|title| title.text);
    let deck = deck.map(|(text, _)| text);
    tidy(&mut lines, &mut title, deck.as_deref(), byline.as_deref());
    if length(&about.body) * 10 > lines.iter().map(|line| line.text.len()).sum::<usize>() * 13 {
        lines = about
            .body
            .into_iter()
            .map(|line| draft(line, None))
            .collect();
    }
    let heads = [
        (title, BlockKind::Title),
        (deck, BlockKind::Deck),
        (byline, BlockKind::Aside),
    ];
    let heads = heads
        .into_iter()
        .filter_map(|(text, kind)| Some(draft(text?, Some(kind))));
    let mut drafts: Vec<Draft<'static>> = heads.collect();
    if lines.is_empty() {
        drafts.clear();
    }
    drafts.append(&mut lines);
    Page {
        drafts,
        published,
        encoding: "utf-8",
        ..Page::default()
    }
}

fn length(lines: &[String]) -> usize {
    lines.iter().map(String::len).sum()
}

fn draft(text: String, kind: Option<BlockKind>) -> Draft<'static> {
    Draft {
        text: Cow::Owned(text),
        kind,
    }
}

/// Leaves out what stands in the head of the article already, and what little
/// stands before its headline. A headline under running text is none: it is
/// taken away.
fn tidy(
    lines: &mut Vec<Draft<'static>>,
    title: &mut Option<String>,
    deck: Option<&str>,
    byline: Option<&str>,
) {
    let told =
        |line: &Draft<'_>, told: Option<&str>| told.is_some_and(|told| same(&line.text, told));
    if let Some(at) = lines.iter().position(|line| told(line, title.as_deref())) {
        let runs = |line: &Draft<'_>| line.text.chars().count() > LABEL;
        if lines.iter().take(at).any(runs) {
            *title = None;
        } else {
            lines.drain(..at);
        }
    }
    let heads = [title.as_deref(), deck, byline];
    lines.retain(|line| !heads.iter().any(|head| told(line, *head)));
    // A title amid the text is a heading.
    let titles = lines
        .iter_mut()
        .filter(|line| line.kind == Some(BlockKind::Title));
    titles.for_each(|line| line.kind = Some(BlockKind::Heading));
}

/// The same words, whatever the space between them.
fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

/// Words with one space between them.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// The encoding a page's head names.
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..bytes.len().min(4096))?;
    let head = String::from_utf8_lossy(head).to_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':'))
        .collect();
    encoding_rs::Encoding::for_label(label.as_bytes())
}
