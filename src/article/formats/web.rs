//! Web pages: the article without the menus, links and boxes round it.
//!
//! Which part of a page is the article is decided as reader modes of browsers
//! do it (Mozilla's Readability, by `dom_smoothie`); a page in which nothing
//! looks like one is read whole. Scripts, pictures and links are never
//! followed.

use std::borrow::Cow;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Article, Config, Readability};

use super::Page;
use super::flow::Flow;
use crate::article::blocks::Draft;
use crate::article::decode;
use crate::article::encoding::OpenAs;
use crate::article::error::Fault;
use crate::article::model::BlockKind;

/// More marks than any article's page has, and deeper nesting: such a file is
/// made to choke what reads it.
const MOST_MARKS: usize = 400_000;
const DEEPEST: usize = 4_000;

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
    let article = article_of(html);
    let published = article.as_ref().and_then(|found| {
        let date = found.published_time.as_deref()?.trim().get(..10)?;
        is_date(date).then(|| date.to_owned())
    });
    let title = article.as_ref().map(|found| found.title.trim().to_owned());
    let mut drafts = match &article {
        Some(found) => paragraphs(&found.content),
        None => Vec::new(),
    };
    if drafts.is_empty() {
        drafts = paragraphs(html);
    }
    if let Some(title) = title.filter(|title| !title.is_empty()) {
        drafts.retain(|draft| !same(&draft.text, &title));
        for draft in &mut drafts {
            if draft.kind == Some(BlockKind::Title) {
                draft.kind = Some(BlockKind::Heading);
            }
        }
        drafts.insert(
            0,
            Draft {
                text: Cow::Owned(title),
                kind: Some(BlockKind::Title),
            },
        );
    }
    Ok(Page {
        drafts,
        published,
        encoding: "utf-8",
        ..Page::default()
    })
}

/// All paragraphs of a page, nothing chosen.
pub(super) fn paragraphs(html: &str) -> Vec<Draft<'static>> {
    let document = Document::from(html);
    let mut flow = Flow::default();
    flow.paragraph(None);
    let root = document.body().unwrap_or_else(|| document.root());
    let mut next = Some(root);
    // By hand and not by recursion: pages nest as deep as they like.
    while let Some(node) = next {
        let inside = begin(&node, &mut flow);
        if inside && let Some(child) = node.first_child() {
            next = Some(child);
            continue;
        }
        let mut at = node;
        next = loop {
            end(&at, &mut flow);
            if at.id == root.id {
                break None;
            }
            if let Some(sibling) = at.next_sibling() {
                break Some(sibling);
            }
            match at.parent() {
                Some(parent) => at = parent,
                None => break None,
            }
        };
    }
    flow.finish()
}

fn article_of(html: &str) -> Option<Article> {
    let config = Config {
        // A short piece of news is one too.
        char_threshold: 200,
        ..Config::default()
    };
    let mut readability = Readability::new(html, None, Some(config)).ok()?;
    readability.parse().ok()
}

/// Takes in where an element begins; whether what it holds is to be read.
fn begin(node: &NodeRef<'_>, flow: &mut Flow) -> bool {
    if node.is_text() {
        flow.text(&node.text());
        return false;
    }
    let Some(name) = node.node_name() else {
        return true;
    };
    match &*name {
        "script" | "style" | "noscript" | "template" | "head" | "button" | "select" | "svg"
        | "iframe" | "figcaption" | "nav" | "form" => return false,
        "br" => flow.line_end(),
        "tr" => {
            flow.end_paragraph();
            flow.row();
        }
        "td" | "th" => {
            flow.cell();
            flow.paragraph(None);
        }
        _ if is_block(&name) => {
            flow.line_end();
            if let Some(kind) = kind(&name) {
                flow.is(kind);
            }
        }
        _ => {}
    }
    true
}

fn end(node: &NodeRef<'_>, flow: &mut Flow) {
    let Some(name) = node.node_name() else {
        return;
    };
    match &*name {
        "tr" => {
            flow.end_row();
            flow.paragraph(None);
        }
        "td" | "th" => {
            flow.end_paragraph();
            flow.end_cell();
        }
        _ if is_block(&name) => {
            flow.end_paragraph();
            flow.paragraph(None);
        }
        _ => {}
    }
}

fn kind(name: &str) -> Option<BlockKind> {
    match name {
        "h1" => Some(BlockKind::Title),
        "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "p" | "li" | "blockquote" => Some(BlockKind::Paragraph),
        _ => None,
    }
}

fn is_block(name: &str) -> bool {
    kind(name).is_some()
        || matches!(
            name,
            "address"
                | "article"
                | "aside"
                | "body"
                | "dd"
                | "div"
                | "dl"
                | "dt"
                | "fieldset"
                | "figure"
                | "footer"
                | "header"
                | "hr"
                | "main"
                | "ol"
                | "pre"
                | "section"
                | "table"
                | "ul"
                | "html"
        )
}

fn is_date(text: &str) -> bool {
    text.char_indices().all(|(at, c)| match at {
        4 | 7 => c == '-',
        _ => c.is_ascii_digit(),
    })
}

/// The same words, whatever the space between them.
fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
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

fn is_bomb(html: &str) -> bool {
    const VOID: [&str; 8] = ["br", "img", "hr", "input", "link", "meta", "source", "wbr"];
    let (mut marks, mut depth) = (0, 0_usize);
    for (at, _) in html.match_indices('<') {
        let rest = html.get(at + 1..).unwrap_or_default();
        marks += 1;
        if rest.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic())
            && !VOID.iter().any(|void| rest.starts_with(void))
        {
            depth += 1;
        }
        if marks > MOST_MARKS || depth > DEEPEST {
            return true;
        }
    }
    false
}
