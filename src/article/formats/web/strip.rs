//! Takes out of a page what stands round its article or in its way: menus,
//! related links, buttons, comments, captions, advertisements, notices.

use dom_query::{Document, NodeId, NodeRef};
use rustc_hash::FxHashSet;

use super::mass::{Mass, Masses};
use super::names::{self, Name};
use super::walk::{is_block, is_unseen};
use crate::article::blocks::is_aside;

/// The longest caption of a picture, in characters.
const CAPTION: usize = 250;

/// Takes out the boxes that say what they are. What holds the headline or the
/// text of the article stays, whatever it says.
pub(super) fn boxes(document: &Document, keep: &[NodeRef<'_>]) {
    let kept = with_all_above(keep);
    let Some(body) = document.body() else {
        return;
    };
    take_out(&body, |node| !kept.contains(&node.id) && is_round(node));
}

/// Takes out what tells date, place and writer, once it has been read.
pub(super) fn told(root: &NodeRef<'_>, keep: &[NodeRef<'_>]) {
    let kept = with_all_above(keep);
    let masses = Masses::of(root);
    take_out(root, |node| {
        !kept.contains(&node.id)
            && (node.has_name("time")
                || names::is(node, Name::Meta)
                || names::is(node, Name::Byline))
            && masses.get(node).lines == 0
    });
}

/// Takes out lines that are a link to something else, with the words that
/// announce them, and pictures with their captions.
pub(super) fn links_and_pictures(root: &NodeRef<'_>, keep: &[NodeRef<'_>]) {
    let kept = with_all_above(keep);
    let masses = Masses::of(root);
    let mut gone = Vec::new();
    take_out(root, |node| {
        if kept.contains(&node.id) {
            return false;
        }
        let mass = masses.get(node);
        let name = node.node_name().unwrap_or_default();
        let block = is_block(&name);
        let link = block && mass.text >= 10 && mass.linked * 10 >= mass.text * 8 && mass.lines == 0;
        let short = mass.text < CAPTION && mass.lines < 2;
        let also = block && mass.linked > 0 && short && is_aside(node.text().trim());
        if (link || also)
            && let Some(before) = node.prev_element_sibling()
            && masses.get(&before).text < 40
            && is_aside(before.text().trim())
        {
            gone.push(before);
        }
        link || also || is_picture(&name, mass)
    });
    for node in gone {
        node.remove_from_parent();
    }
}

fn with_all_above(nodes: &[NodeRef<'_>]) -> FxHashSet<NodeId> {
    let all = nodes
        .iter()
        .flat_map(|node| std::iter::once(*node).chain(node.ancestors_it(None)));
    all.map(|node| node.id).collect()
}

/// Removes every element that is to go; what it holds is not looked at.
fn take_out<'a>(root: &NodeRef<'a>, mut goes: impl FnMut(&NodeRef<'a>) -> bool) {
    let mut gone = Vec::new();
    let mut next = root.first_child();
    while let Some(node) = next {
        let out = node.is_element() && goes(&node);
        if out {
            gone.push(node);
        } else if let Some(child) = node.first_child() {
            next = Some(child);
            continue;
        }
        let mut at = node;
        next = loop {
            if let Some(sibling) = at.next_sibling() {
                break Some(sibling);
            }
            match at.parent() {
                Some(parent) if parent.id != root.id => at = parent,
                _ => break None,
            }
        };
    }
    for node in gone {
        node.remove_from_parent();
    }
}

fn is_round(node: &NodeRef<'_>) -> bool {
    let name = node.node_name().unwrap_or_default();
    if is_unseen(&name)
        || matches!(&*name, "aside" | "footer" | "form" | "header")
        || is_of_amp(&name)
    {
        return true;
    }
    if names::is_bare(node) {
        return false;
    }
    let says = |attribute, value: &str| node.attr(attribute).is_some_and(|found| &*found == value);
    let role = node.attr("role").unwrap_or_default();
    matches!(
        &*role,
        "navigation"
            | "complementary"
            | "banner"
            | "contentinfo"
            | "dialog"
            | "alertdialog"
            | "search"
            | "menu"
            | "menubar"
    ) || node.has_attr("hidden")
        || says("aria-hidden", "true")
        || says("itemprop", "articleSection")
        || node.attr("style").is_some_and(|style| {
            let style: String = style.split_whitespace().collect();
            style.contains("display:none")
        })
        || node.has_class("hidden")
        || (names::is(node, Name::Round) && !names::is(node, Name::Body))
        || labelled_region(node)
}

/// A part of the page that has a heading of its own and is no part of the
/// article: "most read", "related topics".
fn labelled_region(node: &NodeRef<'_>) -> bool {
    let labelled = node.has_attr("aria-labelledby") || node.has_attr("aria-label");
    node.has_name("section") && labelled && !names::is(node, Name::Byline)
}

/// Elements of accelerated pages that hold no text of the article.
fn is_of_amp(name: &str) -> bool {
    name.starts_with("amp-")
}

/// A box that holds a picture and a few words, and nothing else.
fn is_picture(name: &str, mass: Mass) -> bool {
    if name == "figure" {
        return mass.tables == 0;
    }
    let few = mass.text <= CAPTION && (mass.lines == 0 || mass.paragraphs == 0);
    matches!(name, "div" | "table" | "dl" | "center") && mass.pictures > 0 && few
}
