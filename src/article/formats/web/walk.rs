//! The paragraphs of a part of a page, in the order of its marks.

use dom_query::{Document, NodeRef};

use crate::article::blocks::Draft;
use crate::article::formats::flow::Flow;
use crate::article::model::BlockKind;

/// All paragraphs of a page, nothing chosen.
pub(in crate::article::formats) fn all(html: &str) -> Vec<Draft<'static>> {
    let document = Document::from(html);
    let root = document.body().unwrap_or_else(|| document.root());
    paragraphs(&[root])
}

/// The paragraphs of some parts of a page.
pub(super) fn paragraphs(parts: &[NodeRef<'_>]) -> Vec<Draft<'static>> {
    let mut flow = Flow::default();
    for part in parts {
        flow.paragraph(None);
        let held = std::cell::RefCell::new(&mut flow);
        visit(
            part,
            |node| begin(node, &mut held.borrow_mut()),
            |node| end(node, &mut held.borrow_mut()),
        );
        flow.end_paragraph();
    }
    flow.finish()
}

/// Takes every element where it begins, with what it holds where that is asked
/// for, and where it ends. By hand and not by recursion: pages nest as deep as
/// they like.
pub(super) fn visit<'a>(
    root: &NodeRef<'a>,
    mut begin: impl FnMut(&NodeRef<'a>) -> bool,
    mut end: impl FnMut(&NodeRef<'a>),
) {
    let mut next = Some(*root);
    while let Some(node) = next {
        let inside = begin(&node);
        if inside && let Some(child) = node.first_child() {
            next = Some(child);
            continue;
        }
        let mut at = node;
        next = loop {
            end(&at);
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
        name if is_unseen(name) => return false,
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

/// Elements whose text is no text of the page.
pub(super) fn is_unseen(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "head"
            | "button"
            | "select"
            | "svg"
            | "iframe"
            | "figcaption"
            | "nav"
            | "textarea"
            | "object"
            | "dialog"
    )
}

fn kind(name: &str) -> Option<BlockKind> {
    match name {
        "h1" => Some(BlockKind::Title),
        "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
        "li" | "blockquote" => Some(BlockKind::Paragraph),
        _ => None,
    }
}

/// Elements that stand on lines of their own.
pub(super) fn is_block(name: &str) -> bool {
    kind(name).is_some()
        || matches!(
            name,
            "p" | "address"
                | "article"
                | "aside"
                | "body"
                | "center"
                | "dd"
                | "div"
                | "dl"
                | "dt"
                | "fieldset"
                | "figure"
                | "footer"
                | "form"
                | "header"
                | "hr"
                | "html"
                | "main"
                | "ol"
                | "pre"
                | "section"
                | "table"
                | "ul"
        )
}
