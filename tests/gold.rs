//! Holds the analysis against cards made by hand of invented articles
//! (`tests/gold/`). The floors stand a little under what was measured last;
//! raise them with the figures, never lower them.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::fs;
use std::path::Path;

use mawqif::arabic::{Span, fold};
use mawqif::article;
use mawqif::lexicon::Lexicon;
use mawqif::stance::{self, Briefing};
use serde_json::Value;

/// How many were right, found, and wanted.
#[derive(Default)]
struct Count {
    right: usize,
    found: usize,
    wanted: usize,
}

impl Count {
    /// F1 in per cent.
    fn f1(&self) -> usize {
        200 * self.right / (self.found + self.wanted).max(1)
    }
}

/// Calls `check` with each gold card, its article's text and our briefing.
fn each(mut check: impl FnMut(&Value, &Briefing)) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold");
    let mut names: Vec<_> = fs::read_dir(folder.join("cards"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    assert!(names.len() >= 40, "cards are missing");
    for name in names {
        let gold: Value = serde_json::from_str(&fs::read_to_string(&name).unwrap()).unwrap();
        let text = folder.join("articles").join(name.file_name().unwrap());
        let article = article::open(text.with_extension("txt")).unwrap();
        check(&gold, &stance::analyze(&article, Lexicon::shipped()));
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

fn string<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// One name is another where it holds it: "the union" and "the union of
/// transport".
fn same(left: &str, right: &str) -> bool {
    left.contains(right) || right.contains(left)
}

/// Where a cue stands: of its places the one nearest before its content.
fn cue_place(text: &str, cue: &str, content: &str) -> Option<Span> {
    let content = text.find(content)?;
    let places = text.match_indices(cue).map(|(at, _)| at);
    let nearest =
        places.min_by_key(|at| at.abs_diff(content) + usize::from(*at > content) * 400)?;
    Some(Span::new(nearest, nearest + cue.len()))
}

#[test]
fn reporting_words_are_found() {
    let mut count = Count::default();
    each(|gold, briefing| {
        let text = briefing.document.text.as_str();
        let mut free: Vec<Span> = briefing.statements.iter().map(|s| s.cue.span).collect();
        count.found += free.len();
        for statement in list(gold, "statements") {
            count.wanted += 1;
            let (cue, content) = (string(statement, "cue"), string(statement, "content"));
            let place = cue_place(text, cue, content);
            let hit = place.and_then(|place| free.iter().position(|cue| cue.overlaps(place)));
            if let Some(hit) = hit {
                free.swap_remove(hit);
                count.right += 1;
            }
        }
    });
    assert!(count.f1() >= 93, "cue F1 is {}", count.f1());
}

#[test]
fn actors_and_their_stances_are_found() {
    let mut count = Count::default();
    each(|gold, briefing| {
        let name = |stance| serde_json::to_value(stance).unwrap();
        let mut free: Vec<(String, Value)> = briefing
            .positions
            .iter()
            .map(|position| (fold(&position.actor.name), name(position.stance)))
            .collect();
        count.found += free.len();
        for position in list(gold, "positions") {
            count.wanted += 1;
            let mut names = vec![fold(string(position, "actor"))];
            let others = list(position, "actor_names").iter();
            names.extend(others.filter_map(Value::as_str).map(fold));
            let hit = free.iter().position(|(actor, stance)| {
                *stance == position["stance"] && names.iter().any(|name| same(name, actor))
            });
            if let Some(hit) = hit {
                free.swap_remove(hit);
                count.right += 1;
            }
        }
    });
    assert!(count.f1() >= 58, "position F1 is {}", count.f1());
}

#[test]
fn surer_lines_are_right_more_often() {
    let mut shares = [(0, 0); 3];
    each(|gold, briefing| {
        for position in &briefing.positions {
            let class = match position.confidence {
                sure if sure >= 0.6 => 2,
                fair if fair >= 0.45 => 1,
                _ => 0,
            };
            let actor = fold(&position.actor.name);
            let stance = serde_json::to_value(position.stance).unwrap();
            let right = list(gold, "positions").iter().any(|wanted| {
                let others = list(wanted, "actor_names").iter();
                let mut names = others.filter_map(Value::as_str).map(fold);
                let named = same(&fold(string(wanted, "actor")), &actor)
                    || names.any(|name| same(&name, &actor));
                named && wanted["stance"] == stance
            });
            shares[class].0 += usize::from(right);
            shares[class].1 += 1;
        }
    });
    let percent = shares.map(|(right, all)| 100 * right / all.max(1));
    assert!(
        percent[0] < percent[1] && percent[1] < percent[2],
        "{percent:?} of {shares:?}"
    );
}
