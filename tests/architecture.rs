//! Keeps the map in `src/lib.rs` true: who may name whom, who may name egui,
//! and that a file stays a room and does not grow into a hall.

#![expect(clippy::unwrap_used, reason = "a check that cannot be made has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};

use mawqif::locale::Language;

/// One file of the library, without comments and without its tests.
struct Source {
    /// Below `src/`, with forward slashes.
    path: String,
    code: String,
}

impl Source {
    /// `src/stance/mod.rs` and `src/stance/issue.rs` are in `stance`.
    fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// How many modules lie above this file's own: none above `stance`.
    fn depth(&self) -> usize {
        let steps = self.path.matches('/').count();
        if self.path.ends_with("/mod.rs") {
            steps - 1
        } else {
            steps
        }
    }

    /// Every module of the crate that a path in this file begins with.
    fn named(&self) -> BTreeSet<String> {
        // `super` once for each module above, and once more, is the crate.
        let climb = "super::".repeat(self.depth() + 1);
        let mut named = BTreeSet::new();
        for (root, is_climb) in [("crate::", false), (climb.as_str(), true)] {
            for (at, _) in self.code.match_indices(root) {
                let before = self.code[..at].chars().next_back();
                if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                    continue;
                }
                let after = &self.code[at + root.len()..];
                if is_climb && after.starts_with("super::") {
                    continue;
                }
                named.extend(heads(after));
            }
        }
        named
    }
}

/// `a::b` begins with `a`; `{a::b, c}` with `a` and `c`.
fn heads(path: &str) -> Vec<String> {
    let Some(group) = path.strip_prefix('{') else {
        return vec![identifier(path)];
    };
    let mut depth = 0;
    let mut heads = vec![identifier(group.trim_start())];
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.push(identifier(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    heads.retain(|head| !head.is_empty() && head != "self");
    heads
}

fn identifier(text: &str) -> String {
    text.chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect()
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![src()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && path.file_name().is_some_and(|name| name != "tests.rs")
            {
                let below = path.strip_prefix(src()).unwrap();
                found.push(Source {
                    path: below.to_str().unwrap().replace('\\', "/"),
                    code: code(&std::fs::read_to_string(&path).unwrap()),
                });
            }
        }
    }
    assert!(found.len() > 20, "the library was not found");
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The lines before the tests, without comments.
fn code(file: &str) -> String {
    let mut code = String::new();
    let mut lines = file.lines().peekable();
    while let Some(line) = lines.next() {
        let tests = lines
            .peek()
            .is_some_and(|next| next.starts_with("mod tests {"));
        if line == "#[cfg(test)]" && tests {
            break;
        }
        let end = line.find("//").unwrap_or(line.len());
        code += &line[..end];
        code.push('\n');
    }
    code
}

/// The arrows of `src/lib.rs`; none for a module that may name everything.
fn arrows() -> BTreeMap<String, Option<BTreeSet<String>>> {
    let map = std::fs::read_to_string(src().join("lib.rs")).unwrap();
    let mut arrows = BTreeMap::new();
    for line in map.lines().filter_map(|line| line.strip_prefix("//! * ")) {
        let Some((from, to)) = line.split_once('→') else {
            continue;
        };
        let to = (to.trim() != "everything").then(|| quoted(to).into_iter().collect());
        for module in quoted(from) {
            let twice = arrows.insert(module.clone(), to.clone());
            assert!(twice.is_none(), "{module} stands twice in src/lib.rs");
        }
    }
    arrows
}

/// The words between back quotes.
fn quoted(text: &str) -> Vec<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_module_has_its_arrow() {
    let arrows: BTreeSet<String> = arrows().into_keys().collect();
    let map = std::fs::read_to_string(src().join("lib.rs")).unwrap();
    let modules: BTreeSet<String> = map
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
        .map(|line| line.trim_end_matches(';').to_owned())
        .collect();
    assert_eq!(arrows, modules);
}

#[test]
fn modules_name_only_what_their_arrows_allow() {
    let arrows = arrows();
    let mut faults = String::new();
    for source in sources() {
        let module = source.module();
        // The crate's own two files: the map and the process entry.
        let Some(Some(allowed)) = arrows.get(module) else {
            continue;
        };
        for named in source.named() {
            if named != module && arrows.contains_key(&named) && !allowed.contains(&named) {
                writeln!(faults, "src/{} names {named}", source.path).unwrap();
            }
        }
    }
    assert!(
        faults.is_empty(),
        "arrows that src/lib.rs does not list:\n{faults}"
    );
}

#[test]
fn only_the_window_and_the_painting_of_text_name_egui() {
    let mut faults = String::new();
    for source in sources() {
        let may = source.path.starts_with("ui/") || source.path.starts_with("text/paint");
        let names = ["egui", "eframe"]
            .iter()
            .any(|name| source.code.contains(name));
        if names && !may {
            writeln!(faults, "src/{}", source.path).unwrap();
        }
    }
    assert!(faults.is_empty(), "these name egui:\n{faults}");
}

#[test]
fn nothing_in_the_analysis_reads_files_clocks_or_chance() {
    let mut faults = String::new();
    for source in sources() {
        if !["stance", "arabic"].contains(&source.module()) {
            continue;
        }
        for banned in [
            "std::fs",
            "std::io",
            "std::env",
            "std::time",
            "rand::",
            "std::net",
        ] {
            if source.code.contains(banned) {
                writeln!(faults, "src/{} names {banned}", source.path).unwrap();
            }
        }
    }
    assert!(
        faults.is_empty(),
        "the analysis is a pure function:\n{faults}"
    );
}

#[test]
fn every_repair_and_warning_has_its_message() {
    let mut seen = 0;
    for source in sources() {
        for (made, message) in [("Repair {", "repair"), ("Warning {", "warning")] {
            for after in source.code.split(made).skip(1) {
                let Some(kind) = after.trim_start().strip_prefix("kind: \"") else {
                    continue;
                };
                let id = format!("{message}-{}", kind.split('"').next().unwrap());
                for language in Language::ALL {
                    assert_ne!(language.text(&id), id, "src/{}", source.path);
                }
                seen += 1;
            }
        }
    }
    assert!(seen > 5, "only {seen} were found");
}

/// Lines a file may have before its tests.
const ROOM: usize = 400;

#[test]
fn no_file_is_a_hall() {
    let mut faults = String::new();
    for source in sources() {
        let lines = source.code.lines().count();
        if lines > ROOM {
            writeln!(faults, "src/{} has {lines} lines", source.path).unwrap();
        }
    }
    assert!(
        faults.is_empty(),
        "more than {ROOM} lines; do two subjects live there?\n{faults}"
    );
}

#[test]
fn paths_are_understood() {
    let source = |path: &str, code: &str| Source {
        path: path.to_owned(),
        code: code.to_owned(),
    };
    let named = |path, code| Vec::from_iter(source(path, code).named());
    assert_eq!(
        named("a/mod.rs", "use crate::{b::c, d::{e, f}, g};"),
        ["b", "d", "g"]
    );
    assert_eq!(
        named("a/x.rs", "use super::super::b::C; use super::d;"),
        ["b"]
    );
    assert_eq!(named("a/mod.rs", "super::b::c()"), ["b"]);
    assert_eq!(named("a/x/mod.rs", "use super::super::b;"), ["b"]);
    assert_eq!(named("a.rs", "use mycrate::b; crate::c::d()"), ["c"]);
    assert_eq!(
        code("use a; // crate::b\n#[cfg(test)]\nmod tests {\nuse c;"),
        "use a; \n"
    );
}
