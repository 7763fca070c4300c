//! The head of an article as the page shows it: headline, the line under it,
//! who wrote it, when.

use dom_query::{Document, NodeRef};

use rustc_hash::FxHashSet;

use super::about::{About, byline};
use super::mass::Masses;
use super::names::{self, Name};
use super::walk::{self, is_block, is_unseen, visit};
use super::{dates, one_line};

/// The longest headline, and the longest line under it, in characters.
const TITLE: usize = 300;
const DECK: usize = 400;

/// No page has more headlines than these that matter.
const MOST: usize = 50;

/// Marks that stand between a headline and the name of a site.
const SEPARATORS: [&str; 8] = [" | ", " - ", " – ", " — ", " :: ", " » ", " : ", " / "];

pub(super) struct Title<'a> {
    pub(super) text: String,
    /// Where the page shows it.
    pub(super) node: Option<NodeRef<'a>>,
}

/// The headline: what the page shows as a heading, or anywhere, and its marks
/// call the headline too; failing that the one heading or what the marks say.
pub(super) fn title<'a>(document: &'a Document, about: &About) -> Option<Title<'a>> {
    let shown = |node: &NodeRef<'a>| {
        let text = one_line(&node.text());
        let fits = !text.is_empty() && text.chars().count() <= TITLE;
        fits.then_some((text, *node))
    };
    let headings: Vec<_> = document
        .select("h1")
        .nodes()
        .iter()
        .filter_map(shown)
        .collect();
    let told = |text: &str| about.titles.iter().any(|title| title == text);
    let within = |text: &str| {
        let length = text.chars().count();
        let mut titles = about.titles.iter();
        length >= 12
            && titles.any(|title| title.contains(text) && length * 5 >= title.chars().count() * 2)
    };
    let found = |(text, node): &(String, NodeRef<'a>)| Title {
        text: text.clone(),
        node: Some(*node),
    };
    if let Some(heading) = headings.iter().find(|(text, _)| told(text)) {
        return Some(found(heading));
    }
    if let Some(heading) = headings.iter().find(|(text, _)| within(text)) {
        return Some(found(heading));
    }
    let parts: FxHashSet<&str> = about
        .titles
        .iter()
        .take(MOST)
        .flat_map(|title| parts(title))
        .collect();
    if let Some(line) = longest_line(document, &parts) {
        return Some(line);
    }
    if let Some(text) = about.headline.clone() {
        return Some(Title { text, node: None });
    }
    match (headings.as_slice(), about.titles.first()) {
        ([only], _) if only.0.split(' ').count() > 2 => Some(found(only)),
        (_, Some(title)) => Some(Title {
            text: without_site(title).to_owned(),
            node: None,
        }),
        ([first, ..], None) => Some(found(first)),
        ([], None) => None,
    }
}

/// The longest line of the page that is one of these, and no link.
fn longest_line<'a>(document: &'a Document, parts: &FxHashSet<&str>) -> Option<Title<'a>> {
    let mut best: Option<Title<'a>> = None;
    visit(
        &document.body()?,
        |node| {
            let name = node.node_name().unwrap_or_default();
            if node.is_text() {
                let text = one_line(&node.text());
                let longer = best
                    .as_ref()
                    .is_none_or(|best| text.len() > best.text.len());
                if longer && text.split(' ').count() > 2 && parts.contains(text.as_str()) {
                    best = Some(Title {
                        text,
                        node: Some(block_of(node)),
                    });
                }
                return false;
            }
            !is_unseen(&name) && &*name != "a"
        },
        |_| {},
    );
    best
}

/// The block a text stands in.
fn block_of<'a>(node: &NodeRef<'a>) -> NodeRef<'a> {
    let mut above = node.ancestors_it(Some(12));
    above
        .find(|one| {
            one.node_name()
                .is_some_and(|name| is_block(&name) || &*name == "td")
        })
        .unwrap_or(*node)
}

/// A headline without the name of the site before or behind it: each beginning
/// and each end that a separator cuts off, the whole first.
fn parts(title: &str) -> Vec<&str> {
    let mut parts = vec![title];
    for separator in SEPARATORS {
        for (at, _) in title.match_indices(separator).take(8) {
            parts.extend(title.get(..at).map(str::trim));
            parts.extend(title.get(at + separator.len()..).map(str::trim));
        }
    }
    parts
}

/// The name of a site is short and stands at the end.
fn without_site(title: &str) -> &str {
    let cut = SEPARATORS.iter().filter_map(|separator| {
        let (head, site) = title.rsplit_once(separator)?;
        let short = site.split(' ').count() <= 5 && head.split(' ').count() > 3;
        short.then_some(head)
    });
    cut.min_by_key(|head| head.len()).unwrap_or(title)
}

/// What an element says once its boxes are gone: its first line.
fn first_line(node: &NodeRef<'_>) -> Option<String> {
    let lines = walk::paragraphs(&[*node]);
    lines.first().map(|line| one_line(&line.text))
}

/// Who wrote it: of the elements that say so, the first that holds a name.
pub(super) fn writer(root: &NodeRef<'_>, masses: &Masses) -> Option<String> {
    let named = named(root, masses, Name::Byline, super::about::BYLINE);
    named.iter().find_map(|node| {
        let line = first_line(node)?;
        let mut name = line.as_str();
        for before in ["بقلم", "كتبت", "كتب", "By "] {
            name = name.strip_prefix(before).unwrap_or(name);
        }
        byline(name.trim_start_matches([':', ' ']))
    })
}

/// When: of a time element, else of what says that it is a date.
pub(super) fn published(root: &NodeRef<'_>, masses: &Masses) -> Option<String> {
    let mut times = root.descendants_it().filter(|node| node.has_name("time"));
    let told = times.find_map(|time| dates::machine(&time.attr("datetime")?));
    told.or_else(|| {
        let named = named(root, masses, Name::Meta, DECK);
        named
            .iter()
            .find_map(|node| dates::words(&one_line(&node.text())))
    })
}

/// The line under the headline: what a mark calls so, or a line outside the
/// text that the marks for machines repeat.
pub(super) fn deck<'a>(
    root: &NodeRef<'a>,
    masses: &Masses,
    about: &About,
    title: &Title<'_>,
) -> Option<(String, NodeRef<'a>)> {
    let after = title.node.map_or(0, |node| masses.get(&node).order);
    let called = named(root, masses, Name::Deck, DECK);
    let repeated = || {
        let blocks = root.descendants_it().filter(|node| {
            let mass = masses.get(node);
            mass.text > 0
                && mass.text <= DECK
                && node.node_name().is_some_and(|name| is_block(&name))
        });
        blocks.filter(|node| about.descriptions.contains(&one_line(&node.text())))
    };
    let mut all = called.into_iter().chain(repeated());
    all.find_map(|node| {
        let text = one_line(&node.text());
        let words = text.split(' ').count() > 2;
        let near = masses.get(&node).order > after;
        (words && near && text != title.text).then_some((text, node))
    })
}

/// Elements with such a name and no more than so many characters.
fn named<'a>(root: &NodeRef<'a>, masses: &Masses, name: Name, most: usize) -> Vec<NodeRef<'a>> {
    let all = root.descendants_it().filter(|node| {
        let text = masses.get(node).text;
        text > 0 && text <= most && names::is(node, name)
    });
    all.collect()
}
