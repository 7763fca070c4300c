//! Invented articles and the cards they get.
//!
//! `tests/articles/*.txt` hold one article each, in the manner of one kind of
//! outlet or one construction. The snapshot renders the card under the
//! sentences it comes from, each line with its rule, so that a change reads
//! like a review. Articles in `silent/` take no position at all.

#![expect(clippy::expect_used, reason = "helpers of tests")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use mawqif::arabic::Span;
use mawqif::article;
use mawqif::lexicon::Lexicon;
use mawqif::stance::{Briefing, analyze};

fn texts(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = std::fs::read_dir(&folder).expect("the folder of articles");
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|kind| kind == "txt"))
        .collect();
    paths.sort();
    paths
}

fn card(path: &Path) -> Briefing {
    let article = article::open(path).expect("an article");
    analyze(&article, Lexicon::shipped())
}

/// The lines of a card that come from a stretch of the text.
fn lines(card: &Briefing, paragraph: Span) -> String {
    let text = &card.document.text;
    let mut out = String::new();
    let inside = |span: Span| paragraph.contains(span);
    for statement in card.statements.iter().filter(|s| inside(s.cue.span)) {
        let carrier = statement.carrier.as_ref().map_or("", |c| c.name.as_str());
        let _ = writeln!(
            out,
            "    said      {} [{}{}] {} ({}) | {}{}",
            statement.source.name,
            statement.source.speaks_for.as_deref().unwrap_or("-"),
            if statement.source.span.is_none() {
                ", hidden"
            } else {
                ""
            },
            statement.cue.span.of(text),
            statement.rule,
            statement.content.span.of(text),
            if carrier.is_empty() {
                String::new()
            } else {
                format!(" | by {carrier}")
            },
        );
    }
    for (number, position) in card.positions.iter().enumerate() {
        let Some(evidence) = position.evidence.iter().find(|e| inside(e.span)) else {
            continue;
        };
        let triggers: Vec<&str> = evidence.triggers.iter().map(|t| t.of(text)).collect();
        let first = position.evidence.first() == Some(evidence);
        let _ = writeln!(
            out,
            "    {} {} {:?}{} | {} | {} ({}{})",
            if card.principal == Some(number) {
                "PRINCIPAL"
            } else {
                "position "
            },
            position.actor.name,
            position.stance,
            if first { "" } else { " (again)" },
            position
                .issue
                .as_ref()
                .map_or("-", |issue| issue.text.as_str()),
            triggers.join(" … "),
            position.rule,
            if evidence.negated { ", negated" } else { "" },
        );
        for condition in position.conditions.iter().filter(|c| inside(c.span)) {
            let _ = writeln!(
                out,
                "      if      {} | {}",
                condition.marker.of(text),
                condition.text
            );
        }
        for reason in position.reasons.iter().filter(|r| inside(r.span)) {
            let marker = reason.marker.map_or("-", |marker| marker.of(text));
            let _ = writeln!(out, "      because {marker} | {}", reason.text);
        }
    }
    out
}

fn review(card: &Briefing) -> String {
    let mut out = format!("SUMMARY {}\n", card.summary);
    let issue = card.issue.as_ref().map_or("-", |issue| issue.text.as_str());
    let silent: Vec<&str> = card
        .actors_without_position
        .iter()
        .map(|a| a.name.as_str())
        .collect();
    let _ = writeln!(out, "ISSUE   {issue}\nSILENT  {}\n", silent.join("، "));
    let mut start = 0;
    for paragraph in card.document.text.split('\n') {
        let span = Span::new(start, start + paragraph.len());
        start = span.end + 1;
        let _ = writeln!(out, "{paragraph}\n{}", lines(card, span));
    }
    out
}

#[test]
fn cards_of_invented_articles() {
    for path in texts("tests/articles") {
        let name = path
            .file_stem()
            .and_then(|stem| stem.to_str())
            .unwrap_or_default();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("articles/cards");
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name, review(&card(&path))));
    }
}

#[test]
fn nobody_takes_a_position_in_silent_articles() {
    let mut wrong = String::new();
    for path in texts("tests/articles/silent") {
        let card = card(&path);
        for position in &card.positions {
            let _ = writeln!(
                wrong,
                "{}: {} {:?} by {} in {:?}",
                path.file_name()
                    .and_then(|name| name.to_str())
                    .unwrap_or_default(),
                position.actor.name,
                position.stance,
                position.rule,
                position.evidence.first().map_or("", |e| e.text.as_str()),
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
