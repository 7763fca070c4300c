//! The command line, through the built program.

#![expect(clippy::unwrap_used, reason = "a check that cannot be made has failed")]

mod input;
mod program;

use std::io::Read;
use std::path::Path;

use program::{ARTICLE, Folder, Run, mawqif, spawn};
use serde_json::Value;

fn documents(lines: &str) -> Vec<Value> {
    lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn without_a_file_the_seed_is_briefed() {
    let run = Run::of(mawqif().args(["brief", "--format", "json"]));
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let documents = documents(&run.out);
    assert_eq!(documents.len(), 1);
    assert_eq!(documents[0]["schema"], "mawqif.briefing/1");
    let seed = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/azerbaijan-peacekeepers.txt");
    let seed = std::fs::read_to_string(seed).unwrap();
    assert_eq!(documents[0]["document"]["text"], seed.trim_end());
}

#[test]
fn the_default_is_text_in_the_language_of_the_system() {
    let english = Run::of(mawqif().arg("brief"));
    assert!(english.out.contains("Source: "), "{}", english.out);
    let arabic = Run::of(mawqif().arg("brief").env("LC_ALL", "ar_EG.UTF-8"));
    assert!(arabic.out.contains("المصدر: "), "{}", arabic.out);
    let asked = Run::of(mawqif().args(["brief", "--lang", "ar"]));
    assert_eq!(asked.out, arabic.out);
}

#[test]
fn several_documents_keep_the_order_of_the_arguments_whatever_the_jobs() {
    let folder = Folder::new();
    let files: Vec<_> = (0..40)
        .map(|n| {
            folder.file(
                &format!("{n}.txt"),
                ARTICLE.repeat(1 + n % 7) + &n.to_string(),
            )
        })
        .collect();
    let run = |jobs: &str| {
        Run::of(
            mawqif()
                .args(["brief", "--format", "json", "--jobs", jobs])
                .args(&files),
        )
    };
    let one = run("1");
    assert_eq!(one.code, 0);
    let paths: Vec<Value> = documents(&one.out)
        .iter()
        .map(|d| d["document"]["path"].clone())
        .collect();
    let given: Vec<&str> = files.iter().map(|file| file.to_str().unwrap()).collect();
    assert_eq!(paths, given);
    for jobs in ["2", "7"] {
        assert!(run(jobs).out == one.out, "{jobs} jobs give other bytes");
    }
}

#[test]
fn a_dash_is_standard_input() {
    let run = Run::fed(
        mawqif().args(["brief", "--format", "json", "-"]),
        ARTICLE.as_bytes(),
    );
    assert_eq!(run.code, 0);
    let document = &documents(&run.out)[0]["document"];
    assert_eq!(document["path"], "stdin");
    assert_eq!(document["text"], ARTICLE.trim_end());
}

#[test]
fn out_writes_a_file_each_and_nothing_twice() {
    let folder = Folder::new();
    let files = [
        folder.file("a.txt", ARTICLE),
        folder.file("b/a.txt", ARTICLE.to_owned() + "ثان."),
        folder.file("c.md", ARTICLE),
    ];
    let out = folder.path("cards/new");
    for (format, ending) in [
        ("json", "json"),
        ("text", "txt"),
        ("markdown", "md"),
        ("html", "html"),
        ("csv", "csv"),
    ] {
        let run = Run::of(
            mawqif()
                .args(["brief", "--format", format, "--out"])
                .arg(&out)
                .args(&files),
        );
        assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "", ""));
        for stem in ["a", "a-2", "c"] {
            let file = out.join(format!("{stem}.{ending}"));
            assert!(file.is_file(), "{} is missing", file.display());
        }
    }
    let path = |stem: &str| {
        let document = std::fs::read_to_string(out.join(stem)).unwrap();
        documents(&document)[0]["document"]["path"].clone()
    };
    assert_eq!(path("a.json"), files[0].to_str().unwrap());
    assert_eq!(path("a-2.json"), files[1].to_str().unwrap());
}

#[test]
fn a_card_never_overwrites_an_article() {
    let folder = Folder::new();
    let file = folder.file("a.txt", ARTICLE);
    let run = Run::of(
        mawqif()
            .args(["brief", "--format", "text", "--out"])
            .arg(folder.root())
            .arg(&file),
    );
    assert_eq!(run.code, 1);
    assert!(run.err.contains("a.txt"), "{}", run.err);
    assert_eq!(std::fs::read_to_string(file).unwrap(), ARTICLE);
}

#[test]
fn a_stream_is_one_document_in_every_format() {
    let folder = Folder::new();
    let files = [folder.file("a.txt", ARTICLE), folder.file("b.txt", ARTICLE)];
    let run = |format: &str| Run::of(mawqif().args(["brief", "--format", format]).args(&files)).out;
    let html = run("html");
    assert!(
        html.starts_with("<!DOCTYPE html>") && html.ends_with("</html>\n"),
        "{html}"
    );
    assert_eq!(html.matches("<html").count(), 1);
    assert_eq!(
        html.matches("<h").count(),
        html.matches("</h").count() + 1,
        "one rule: {html}"
    );
    let csv = run("csv");
    assert_eq!(csv.matches("file,actor,id").count(), 1);
    assert!(csv.ends_with("\r\n"));
    assert_eq!(
        run("markdown")
            .lines()
            .filter(|line| *line == "---")
            .count(),
        1
    );
    for text in [run("text"), run("markdown")] {
        assert_eq!(
            (text.matches("a.txt").count(), text.matches("b.txt").count()),
            (1, 1),
            "{text}"
        );
    }
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    for format in ["text", "markdown", "html", "json", "csv"] {
        let run = || Run::of(mawqif().args(["brief", "--format", format])).out;
        assert!(run() == run(), "{format} differs between two runs");
    }
}

#[test]
fn wrong_usage_is_status_2() {
    for args in [
        &["brief", "--format", "pdf"][..],
        &["brief", "--lang", "fr"],
        &["brief", "--jobs", "0"],
        &["brief", "--nonsense"],
        &["--nonsense"],
    ] {
        let run = Run::of(mawqif().args(args));
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}");
        assert!(run.err.contains("--help"), "{}", run.err);
    }
}

#[test]
fn help_and_version_are_answers() {
    let version = Run::of(mawqif().arg("--version"));
    assert_eq!(
        version.out,
        concat!("mawqif ", env!("CARGO_PKG_VERSION"), "\n")
    );
    for args in [&["--help"][..], &["brief", "--help"]] {
        let help = Run::of(mawqif().args(args));
        assert_eq!((help.code, help.err.as_str()), (0, ""));
        assert!(help.out.contains("Usage: mawqif"), "{}", help.out);
    }
}

#[test]
fn a_reader_that_has_had_enough_is_no_error() {
    let folder = Folder::new();
    let file = folder.file("long.txt", ARTICLE.repeat(200));
    let mut command = mawqif();
    command.args(["brief", "--format", "json", "--jobs", "2"]);
    command.args(std::iter::repeat_n(&file, 8));
    let mut child = spawn(&mut command);
    let mut start = [0; 16];
    child.stdout.take().unwrap().read_exact(&mut start).unwrap();
    // The pipe is closed here, long before the last document.
    let run = Run::from(child.wait_with_output().unwrap());
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let run = Run::of(mawqif().arg("brief").stdout(full));
    assert_eq!(run.code, 1);
    assert!(run.err.contains("could not be written"), "{}", run.err);
}

#[test]
fn an_out_that_is_a_file_is_told() {
    let folder = Folder::new();
    let file = folder.file("a.txt", ARTICLE);
    let run = Run::of(mawqif().args(["brief", "--out"]).arg(&file));
    assert_eq!(run.code, 1);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
}

#[test]
fn where_no_window_can_be_opened_the_card_is_printed() {
    let run = Run::of(&mut mawqif());
    assert_eq!(run.code, 0);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    assert!(run.err.contains("No window could be opened"), "{}", run.err);
    assert_eq!(run.out, Run::of(mawqif().arg("brief")).out);
    // A display that is named and not there is no display.
    let unreachable = Run::of(mawqif().env("DISPLAY", ":4711"));
    assert_eq!((unreachable.code, unreachable.out), (0, run.out));

    let folder = Folder::new();
    let file = folder.file("a.txt", ARTICLE);
    let run = Run::of(mawqif().arg(&file));
    assert_eq!(run.code, 0);
    assert_eq!(run.out, Run::of(mawqif().arg("brief").arg(&file)).out);
    let run = Run::of(mawqif().arg(&file).arg(folder.path("gone.txt")));
    assert_eq!(run.code, 1);
    assert!(
        run.out.contains("a.txt") && run.err.contains("gone.txt was not found"),
        "{}",
        run.err
    );
}
