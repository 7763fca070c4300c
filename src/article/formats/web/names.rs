//! What the class and id of an element say of it. The words are in
//! `boxes.tsv`.

use std::sync::LazyLock;

use dom_query::NodeRef;
use rustc_hash::FxHashMap;

/// What a name can say; an element may be several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Name {
    Body,
    Byline,
    Deck,
    Meta,
    Round,
}

/// Names by their first word: the words that must follow it, and what they say.
type Table = FxHashMap<&'static str, Vec<(Vec<&'static str>, Name)>>;

static NAMES: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    let lines = include_str!("boxes.tsv").lines();
    for (kind, words) in lines.filter_map(|line| line.split_once('\t')) {
        let name = match kind {
            "body" => Name::Body,
            "byline" => Name::Byline,
            "deck" => Name::Deck,
            "meta" => Name::Meta,
            "round" => Name::Round,
            _ => continue,
        };
        let mut words = words.split(' ');
        if let Some(first) = words.next() {
            table
                .entry(first)
                .or_default()
                .push((words.collect(), name));
        }
    }
    table
});

/// The attributes that name an element.
const NAMING: [&str; 5] = ["class", "id", "itemprop", "data-testid", "aria-labelledby"];

/// Whether the class or the id of an element says this of it.
pub(super) fn is(node: &NodeRef<'_>, name: Name) -> bool {
    if is_bare(node) {
        return false;
    }
    NAMING.iter().any(|attribute| {
        node.attr(attribute)
            .is_some_and(|value| value.split_whitespace().any(|one| says(one, name)))
    })
}

/// Whether an element has no attribute at all.
pub(super) fn is_bare(node: &NodeRef<'_>) -> bool {
    node.element_ref()
        .is_none_or(|element| element.attrs.is_empty())
}

/// Whether one class says this.
fn says(class: &str, name: Name) -> bool {
    let parts = parts(class);
    (0..parts.len()).any(|at| {
        let rest = parts.get(at + 1..).unwrap_or_default();
        parts
            .get(at)
            .and_then(|first| NAMES.get(first.as_str()))
            .is_some_and(|known| {
                let mut known = known.iter();
                known.any(|(words, says)| {
                    *says == name
                        && rest.iter().zip(words).filter(|(a, b)| a == b).count() == words.len()
                })
            })
    })
}

/// The longest class that is looked at, in bytes: names have no more.
const LONGEST: usize = 120;

/// The words of a name: `socialIcons`, `social-icons`.
fn parts(class: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut before = ' ';
    for c in class.chars().take(LONGEST) {
        let turns = before.is_ascii_lowercase() && c.is_ascii_uppercase();
        if turns || !c.is_alphanumeric() {
            parts.push(String::new());
        }
        if c.is_alphanumeric()
            && let Some(last) = parts.last_mut()
        {
            last.extend(c.to_lowercase());
        }
        before = c;
    }
    parts.retain(|part| !part.is_empty());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_all_their_spellings() {
        for class in [
            "article-body",
            "articleBody",
            "l-article__body--wide",
            "article_body",
        ] {
            assert!(says(class, Name::Body), "{class}");
        }
        for class in ["share", "socialIcons", "jp-relatedposts", "post-tags"] {
            assert!(says(class, Name::Round), "{class}");
        }
        for class in ["shared", "body", "article", "contagious"] {
            assert!(!says(class, Name::Round), "{class}");
            assert!(!says(class, Name::Body), "{class}");
        }
    }
}
