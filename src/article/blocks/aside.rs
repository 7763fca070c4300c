//! Lines that belong to the page and not to the article: "read also", the
//! agency's sign-off. The words are in `asides.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

struct Words {
    starts: Vec<&'static str>,
    whole: FxHashSet<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let rows = || {
        include_str!("../asides.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
    };
    let of = |kind| rows().filter_map(move |(place, words)| (place == kind).then_some(words));
    Words {
        starts: of("start").collect(),
        whole: of("whole").collect(),
    }
});

pub(in crate::article) fn is_aside(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '/' | '.' | '-' | '–' | '—' | '*')
    });
    WORDS.whole.contains(bare) || WORDS.starts.iter().any(|start| bare.starts_with(start))
}
