//! How much running text stands in each part of a page, and how much of it is
//! links.

use dom_query::{NodeId, NodeRef};
use rustc_hash::FxHashMap;

use super::walk::{is_block, is_unseen, visit};

/// The least characters of a line that is running text.
const RUNNING: usize = 60;

/// What stands in an element and all within it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mass {
    /// Place in the order of the page.
    pub(super) order: usize,
    /// In characters, spaces apart.
    pub(super) text: usize,
    pub(super) linked: usize,
    /// Characters of lines of running text that are no links.
    pub(super) running: usize,
    /// How many such lines there are.
    pub(super) lines: usize,
    /// How many pictures, paragraphs and tables by their marks.
    pub(super) pictures: usize,
    pub(super) paragraphs: usize,
    pub(super) tables: usize,
}

#[derive(Default)]
pub(super) struct Masses(FxHashMap<NodeId, Mass>);

/// A line that has begun: its own characters, and those of them in links.
#[derive(Clone, Copy, Default)]
struct Line {
    text: usize,
    linked: usize,
}

struct Open {
    id: NodeId,
    mass: Mass,
}

struct Scale {
    found: FxHashMap<NodeId, Mass>,
    open: Vec<Open>,
    /// The blocks among them, each with the line that has begun in it.
    blocks: Vec<(usize, Line)>,
    links: usize,
}

impl Masses {
    pub(super) fn of(root: &NodeRef<'_>) -> Self {
        let scale = std::cell::RefCell::new(Scale {
            found: FxHashMap::default(),
            open: Vec::new(),
            blocks: Vec::new(),
            links: 0,
        });
        visit(
            root,
            |node| scale.borrow_mut().enter(node),
            |node| scale.borrow_mut().leave(node),
        );
        Self(scale.into_inner().found)
    }

    pub(super) fn get(&self, node: &NodeRef<'_>) -> Mass {
        self.0.get(&node.id).copied().unwrap_or_default()
    }
}

impl Scale {
    fn enter(&mut self, node: &NodeRef<'_>) -> bool {
        if node.is_text() {
            let length = node.text().chars().filter(|c| !c.is_whitespace()).count();
            let linked = if self.links > 0 { length } else { 0 };
            if let Some((_, line)) = self.blocks.last_mut() {
                line.text += length;
                line.linked += linked;
            }
            if let Some(open) = self.open.last_mut() {
                open.mass.text += length;
                open.mass.linked += linked;
            }
            return false;
        }
        let name = node.node_name().unwrap_or_default();
        if is_unseen(&name) {
            return false;
        }
        if &*name == "br" || is_block(&name) || is_cell(&name) {
            self.end_line();
        }
        let order = self.found.len() + self.open.len();
        self.open.push(Open {
            id: node.id,
            mass: Mass {
                order,
                ..Mass::default()
            },
        });
        if self.open.len() == 1 || is_block(&name) || is_cell(&name) {
            self.blocks.push((self.open.len(), Line::default()));
        }
        self.links += usize::from(&*name == "a");
        if let Some(Open { mass, .. }) = self.open.last_mut() {
            mass.pictures += usize::from(&*name == "img");
            mass.paragraphs += usize::from(&*name == "p");
            mass.tables += usize::from(&*name == "table");
        }
        true
    }

    fn leave(&mut self, node: &NodeRef<'_>) {
        if self.open.last().is_none_or(|open| open.id != node.id) {
            return;
        }
        if self
            .blocks
            .last()
            .is_some_and(|(depth, _)| *depth == self.open.len())
        {
            self.end_line();
            self.blocks.pop();
        }
        if node.has_name("a") {
            self.links = self.links.saturating_sub(1);
        }
        if let Some(Open { id, mass }) = self.open.pop() {
            self.found.insert(id, mass);
            if let Some(outer) = self.open.last_mut() {
                outer.mass.text += mass.text;
                outer.mass.linked += mass.linked;
                outer.mass.running += mass.running;
                outer.mass.lines += mass.lines;
                outer.mass.pictures += mass.pictures;
                outer.mass.paragraphs += mass.paragraphs;
                outer.mass.tables += mass.tables;
            }
        }
    }

    /// Adds what is running text to the block it stands in.
    fn end_line(&mut self) {
        let Some((depth, line)) = self.blocks.last_mut() else {
            return;
        };
        let ended = std::mem::take(line);
        if ended.text >= RUNNING
            && ended.linked * 2 < ended.text
            && let Some(open) = self.open.get_mut(*depth - 1)
        {
            open.mass.running += ended.text - ended.linked;
            open.mass.lines += 1;
        }
    }
}

fn is_cell(name: &str) -> bool {
    matches!(name, "td" | "th" | "tr" | "tbody" | "caption")
}
