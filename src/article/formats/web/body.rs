//! Which part of a page is the text of its article.
//!
//! A part that is called so by its marks, where there is one; else the one
//! whose paragraphs weigh most, counted for the elements above them as reader
//! modes of browsers do it (Arc90's and Mozilla's Readability): whole for the
//! nearest, half for the next, less above.

use dom_query::{NodeId, NodeRef};
use rustc_hash::FxHashMap;

use super::mass::{Mass, Masses};
use super::names::{self, Name};
use super::walk::is_block;

/// What a paragraph counts at most, in characters: length is no merit.
const MOST: usize = 500;

/// More parts than these are not called the text of one article.
const MOST_CALLED: usize = 50;

/// How far above a paragraph it still counts.
const LEVELS: usize = 5;

/// The elements that together hold the text; none where nothing runs.
pub(super) fn parts<'a>(
    root: &NodeRef<'a>,
    masses: &Masses,
    title: Option<&NodeRef<'a>>,
) -> Vec<NodeRef<'a>> {
    let heaviest = heaviest(root, masses);
    let called = called(root, masses, title).filter(|part| {
        let (called, found) = (masses.get(part), heaviest.map(|one| masses.get(&one)));
        // A copy for machines stands on one line; the page's own on several.
        found.is_none_or(|found| called.lines >= found.lines.min(2))
    });
    match called.or(heaviest) {
        Some(part) => like(&part, masses, title),
        None => Vec::new(),
    }
}

/// The first part after the headline that is called the text of an article and
/// holds a fair share of what runs there.
fn called<'a>(
    root: &NodeRef<'a>,
    masses: &Masses,
    title: Option<&NodeRef<'a>>,
) -> Option<NodeRef<'a>> {
    let after = title.map_or(0, |node| masses.get(node).order);
    let all: Vec<(NodeRef<'a>, Mass)> = root
        .descendants_it()
        .filter(|node| node.is_element())
        .map(|node| (node, masses.get(&node)))
        .filter(|(node, mass)| {
            mass.running > 0
                && mass.order >= after
                && names::is(node, Name::Body)
                && node
                    .node_name()
                    .is_some_and(|name| is_block(&name) || &*name == "td")
        })
        .collect();
    let most = all.iter().map(|(_, mass)| mass.running).max()?;
    let mut fair = all.into_iter().filter(|(_, mass)| mass.running * 4 >= most);
    let (mut part, mut mass) = fair.next()?;
    // The innermost that still holds nearly all of it.
    for (inner, held) in fair.take(MOST_CALLED) {
        let inside = inner.ancestors_it(None).any(|one| one.id == part.id);
        if inside && held.running * 10 >= mass.running * 9 {
            (part, mass) = (inner, held);
        }
    }
    Some(part)
}

/// The element whose paragraphs weigh most.
fn heaviest<'a>(root: &NodeRef<'a>, masses: &Masses) -> Option<NodeRef<'a>> {
    let mut weights: FxHashMap<NodeId, (usize, NodeRef<'a>)> = FxHashMap::default();
    for node in root.descendants_it().filter(NodeRef::is_element) {
        let mass = masses.get(&node);
        let own = own_running(&node, mass, masses);
        if own == 0 {
            continue;
        }
        let whole = own.min(MOST * mass.lines.max(1));
        let above = std::iter::once(node).filter(|_| mass.lines > 1);
        let above = above.chain(node.ancestors_it(Some(LEVELS)));
        for (level, one) in above.filter(|one| one.is_element()).enumerate() {
            let share = whole * 6
                / if level == 0 {
                    1
                } else if level == 1 {
                    2
                } else {
                    level * 3
                };
            weights.entry(one.id).or_insert((0, one)).0 += share;
            if one.id == root.id {
                break;
            }
        }
    }
    let score = |node: &NodeRef<'_>, weight: usize| {
        let mass = masses.get(node);
        let bare = mass.text.saturating_sub(mass.linked);
        weight * bare / mass.text.max(1)
    };
    let scored = weights
        .into_values()
        .map(|(weight, node)| (score(&node, weight), node));
    // The first in the page where two weigh the same.
    scored
        .max_by_key(|(weight, node)| (*weight, std::cmp::Reverse(masses.get(node).order)))
        .map(|(_, node)| node)
}

/// The running text of an element that stands in no element inside it.
fn own_running(node: &NodeRef<'_>, mass: Mass, masses: &Masses) -> usize {
    if mass.running == 0 {
        return 0;
    }
    let inner: usize = node
        .children_it(false)
        .map(|child| masses.get(&child).running)
        .sum();
    mass.running.saturating_sub(inner)
}

/// The part with its sisters: entries of a live page, blocks of one paragraph
/// each. An element with a headline of its own is another article.
fn like<'a>(part: &NodeRef<'a>, masses: &Masses, title: Option<&NodeRef<'a>>) -> Vec<NodeRef<'a>> {
    let mut at = *part;
    for _ in 0..LEVELS {
        let Some(parent) = at.parent().filter(|parent| parent.is_element()) else {
            break;
        };
        if at.has_name("body")
            || title.is_some_and(|title| masses.get(&at).order <= masses.get(title).order)
        {
            break;
        }
        let same = |node: &NodeRef<'a>| {
            let mass = masses.get(node);
            let text = mass.text > 0 && mass.linked * 2 < mass.text;
            node.node_name() == at.node_name() && node.class() == at.class() && text
        };
        let sisters: Vec<NodeRef<'a>> = parent.children_it(false).filter(same).collect();
        let running = sisters.iter().filter(|one| masses.get(one).running > 0);
        if running.count() > 1 && at.class().is_some() {
            let other = sisters
                .iter()
                .any(|one| one.descendants_it().any(|inner| inner.has_name("h1")));
            return if other { vec![*part] } else { sisters };
        }
        at = parent;
    }
    vec![*part]
}
