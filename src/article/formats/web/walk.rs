//! The paragraphs of a part of a page, in the order of its marks.

use std::cell::RefCell;

use dom_query::{Document, NodeId, NodeRef};
use rustc_hash::FxHashSet;

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
    let walker = RefCell::new(Walker::default());
    for part in parts {
        walker.borrow_mut().flow.paragraph(None);
        visit(
            part,
            |node| walker.borrow_mut().begin(node),
            |node| walker.borrow_mut().end(node),
        );
        walker.borrow_mut().flow.end_paragraph();
    }
    // A page cannot hold more than its file.
    walker.into_inner().flow.finish().unwrap_or_default()
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

/// Puts the marks of a page into the flow of its text.
#[derive(Default)]
struct Walker {
    flow: Flow,
    /// Tables of figures and names; others only lay out the page.
    tables: FxHashSet<NodeId>,
}

impl Walker {
    /// Takes in where an element begins; whether what it holds is to be read.
    fn begin(&mut self, node: &NodeRef<'_>) -> bool {
        if node.is_text() {
            self.flow.text(&node.text());
            return false;
        }
        let Some(name) = node.node_name() else {
            return true;
        };
        match &*name {
            name if is_unseen(name) => return false,
            "br" => self.flow.line_end(),
            "tr" if self.is_in_table(node) => {
                self.flow.end_paragraph();
                self.flow.row();
            }
            "td" | "th" if self.is_in_table(node) => {
                self.flow.cell();
                self.flow.paragraph(None);
            }
            _ if is_block(&name) || is_cell(&name) => {
                if &*name == "table" && is_table_of_facts(node) {
                    self.tables.insert(node.id);
                }
                self.flow.line_end();
                if let Some(kind) = kind(&name) {
                    self.flow.is(kind);
                }
            }
            _ => {}
        }
        true
    }

    fn end(&mut self, node: &NodeRef<'_>) {
        let Some(name) = node.node_name() else {
            return;
        };
        match &*name {
            "tr" if self.is_in_table(node) => {
                self.flow.end_row();
                self.flow.paragraph(None);
            }
            "td" | "th" if self.is_in_table(node) => {
                self.flow.end_paragraph();
                self.flow.end_cell();
            }
            _ if is_block(&name) || is_cell(&name) => {
                self.flow.end_paragraph();
                self.flow.paragraph(None);
            }
            _ => {}
        }
    }

    fn is_in_table(&self, node: &NodeRef<'_>) -> bool {
        let mut above = node.ancestors_it(Some(3));
        above.any(|one| self.tables.contains(&one.id))
    }
}

/// Whether a table holds short cells side by side and no table.
fn is_table_of_facts(table: &NodeRef<'_>) -> bool {
    let mut beside = false;
    for node in table.descendants_it() {
        if node.has_name("table") {
            return false;
        }
        if node.has_name("td") || node.has_name("th") {
            let blocks = node.children_it(false).filter(|one| {
                one.node_name()
                    .is_some_and(|name| is_block(&name) || &*name == "br")
            });
            if blocks.count() > 3 {
                return false;
            }
            beside |= node.next_element_sibling().is_some();
        }
    }
    beside
}

fn is_cell(name: &str) -> bool {
    matches!(name, "td" | "th" | "tr" | "caption")
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
