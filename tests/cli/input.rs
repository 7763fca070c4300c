//! Bad input: every kind gives its sentence or a sensible card, and leaves the
//! rest of the work as it was.

use std::path::Path;

use mawqif::article::{self, Fault, LIMIT};
use mawqif::locale::Language;
use serde_json::Value;

use super::program::{ARTICLE, Folder, Run, mawqif};

/// Briefs a file together with a good one, which must come out whole.
fn brief(file: &Path) -> (Run, Option<Value>) {
    let folder = Folder::new();
    let good = folder.file("good.txt", ARTICLE);
    let run = Run::of(
        mawqif()
            .args(["brief", "--format", "json"])
            .arg(file)
            .arg(good),
    );
    let mut documents: Vec<Value> = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let last = documents.pop().unwrap();
    assert_eq!(
        last["document"]["text"],
        ARTICLE.trim_end(),
        "the good file is gone"
    );
    assert_eq!(run.code, i32::from(documents.is_empty()));
    (run, documents.pop())
}

/// Asserts that a file is refused everywhere with one sentence that names it.
fn refused(file: &Path, fault: fn(&Fault) -> bool, words: &str) {
    let error = article::open(file).unwrap_err();
    assert!(fault(&error.fault), "{:?}", error.fault);
    let name = file.to_str().unwrap();
    for language in Language::ALL {
        assert!(error.sentence(language).contains(name));
    }
    let (run, document) = brief(file);
    assert!(document.is_none(), "{document:?}");
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
    assert!(
        run.err.contains(name) && run.err.contains(words),
        "{}",
        run.err
    );
}

/// Asserts that a file is read, and gives its document.
fn read(file: &Path) -> Value {
    let article = article::open(file).unwrap();
    let (run, document) = brief(file);
    assert_eq!(run.err, "");
    let document = document.unwrap();
    assert_eq!(document["document"]["text"], article.text);
    document
}

fn kinds(list: &Value) -> Vec<&str> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|item| item["kind"].as_str().unwrap())
        .collect()
}

#[test]
fn a_missing_file() {
    let folder = Folder::new();
    refused(
        &folder.path("gone.txt"),
        |f| matches!(f, Fault::Missing),
        "was not found",
    );
    let file = folder.file("a.txt", ARTICLE);
    refused(
        &file.join("b.txt"),
        |f| matches!(f, Fault::Missing),
        "was not found",
    );
}

#[test]
fn a_folder() {
    let folder = Folder::new();
    refused(
        folder.root(),
        |f| matches!(f, Fault::Folder),
        "No article was found",
    );
    folder.file("2024/a.txt", ARTICLE);
    folder.file("b.txt", ARTICLE);
    let run = Run::of(
        mawqif()
            .args(["brief", "--format", "json"])
            .arg(folder.root()),
    );
    assert_eq!((run.code, run.out.lines().count()), (0, 2), "{}", run.err);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    let folder = Folder::new();
    let file = folder.file("secret.txt", ARTICLE);
    let may = |path: &Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    may(&file, 0o000);
    if std::fs::File::open(&file).is_err() {
        refused(&file, |f| matches!(f, Fault::Forbidden), "may not be read");
        return;
    }
    // The superuser may read everything, so the program runs as nobody.
    may(folder.root(), 0o755);
    let mut command = mawqif();
    command
        .args(["brief"])
        .arg(&file)
        .uid(65534)
        .current_dir("/");
    match command.output() {
        Ok(output) => {
            let run = Run::from(output);
            assert_eq!((run.code, run.out.as_str()), (1, ""));
            assert!(
                run.err.contains("secret.txt may not be read"),
                "{}",
                run.err
            );
        }
        Err(error) => println!("skipped: nobody may not run the program ({error})"),
    }
}

#[test]
fn an_empty_file_and_one_of_spaces() {
    let folder = Folder::new();
    refused(
        &folder.file("0.txt", ""),
        |f| matches!(f, Fault::Empty),
        "is empty",
    );
    for blank in [
        "\n\n",
        " \t\r\n \u{A0}\u{3000}\n",
        "\u{FEFF}",
        "\u{FEFF} \n",
    ] {
        refused(
            &folder.file("1.txt", blank),
            |f| matches!(f, Fault::Blank),
            "only spaces",
        );
    }
}

#[test]
fn binary_data() {
    let folder = Folder::new();
    let noise: Vec<u8> = (0..5000_u32)
        .map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    let png = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01".to_vec();
    let half = [ARTICLE.as_bytes(), b"\0\0\0\0"].concat();
    for bytes in [noise, png, half, vec![0; 100]] {
        refused(
            &folder.file("b.txt", bytes),
            |f| matches!(f, Fault::Binary),
            "no readable text",
        );
    }
}

#[test]
fn formats_that_are_not_read_yet() {
    let folder = Folder::new();
    refused(
        &folder.file("f.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0"),
        |f| matches!(f, Fault::Foreign(_)),
        "an old Word file",
    );
}

#[test]
fn documents_that_are_cut_off_or_hold_nothing() {
    let folder = Folder::new();
    for (name, bytes) in [
        ("f.docx", &b"PK\x03\x04\x14\0\x06\0"[..]),
        ("f.txt", b"%PDF-1.4\n%\xE2\xE3"),
    ] {
        refused(
            &folder.file(name, bytes),
            |f| matches!(f, Fault::Damaged),
            "damaged",
        );
    }
    for bytes in [
        &b"{\\rtf1\\ansi\\ansicpg1256"[..],
        b"<!DOCTYPE html><html></html>",
    ] {
        refused(
            &folder.file("f.txt", bytes),
            |f| matches!(f, Fault::Blank),
            "only spaces",
        );
    }
}

#[test]
fn a_file_of_100_megabytes() {
    let folder = Folder::new();
    let file = folder.path("huge.txt");
    std::fs::File::create(&file)
        .unwrap()
        .set_len(100 << 20)
        .unwrap();
    refused(
        &file,
        |f| matches!(f, Fault::TooLarge),
        "is larger than 16 MB",
    );
    let stream = std::io::Read::take(std::io::repeat(b'a'), LIMIT + 1);
    let error = article::from_reader("stream", stream).unwrap_err();
    assert!(matches!(error.fault, Fault::TooLarge));
}

#[test]
fn a_paragraph_of_5_megabytes() {
    let folder = Folder::new();
    let sentence =
        "وقالت الوزارة إنها ترفض المقترح ما لم تتوافر ضمانات، وأضافت أن بلادها تدعم الحل. ";
    let text = sentence.repeat((5 << 20) / sentence.len() + 1);
    let document = read(&folder.file("long.txt", &text));
    assert_eq!(document["document"]["text"], text.trim_end());
}

#[test]
fn invalid_utf8() {
    let folder = Folder::new();
    let mut bytes = ARTICLE.as_bytes().to_vec();
    bytes.splice(15..15, [0xC0, 0x80, 0xFF]);
    let document = read(&folder.file("broken.txt", bytes));
    assert_eq!(document["document"]["encoding"], "utf-8");
    assert_eq!(kinds(&document["document"]["repairs"]), ["undecodable"]);
    assert_eq!(document["document"]["repairs"][0]["count"], 3);
}

#[test]
fn an_old_encoding_is_read_and_told() {
    let folder = Folder::new();
    // "قطر ترحب بالاتفاق" in windows-1256.
    let bytes = b"\xDE\xD8\xD1 \xCA\xD1\xCD\xC8 \xC8\xC7\xE1\xC7\xCA\xDD\xC7\xDE";
    let document = read(&folder.file("old.txt", bytes));
    assert_eq!(document["document"]["text"], "قطر ترحب بالاتفاق");
    assert_eq!(document["document"]["encoding"], "windows-1256");
    assert_eq!(kinds(&document["warnings"]), ["encoding-guessed"]);
}

#[test]
fn the_encoding_can_be_named_and_repairs_left_out() {
    let folder = Folder::new();
    let file = folder.file("old.txt", "قطر تــرحب بالاتفاق");
    let brief = |options: &[&str]| {
        let run = Run::of(
            mawqif()
                .args(["brief", "--format", "json"])
                .args(options)
                .arg(&file),
        );
        serde_json::from_str::<Value>(&run.out).map_err(|_| run)
    };
    let text = |options| brief(options).unwrap()["document"]["text"].clone();
    assert_eq!(text(&[]), "قطر ترحب بالاتفاق");
    assert_eq!(text(&["--as-in-file"]), "قطر تــرحب بالاتفاق");
    let wrong = brief(&["--encoding", "Windows-1256", "--as-in-file"]).unwrap();
    assert_eq!(wrong["document"]["encoding"], "windows-1256");
    assert_ne!(wrong["document"]["text"], "قطر تــرحب بالاتفاق");
    let refused = brief(&["--encoding", "ebcdic"]).unwrap_err();
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("iso-8859-6"), "{}", refused.err);
}

#[test]
fn lone_bidi_controls() {
    let folder = Folder::new();
    let text = "\u{202E}عنوان\u{2069} الخبر\n\u{2067}\u{202B}ترفض قطر المقترح\u{202C}\u{202C}\u{2068}.\n\u{202D}\n";
    let file = folder.file("bidi.txt", text);
    let document = read(&file);
    assert!(
        document["document"]["text"]
            .as_str()
            .unwrap()
            .contains("ترفض قطر المقترح")
    );
    let copy = Run::of(mawqif().arg("brief").arg(file)).out;
    assert!(
        !copy.contains(|c| matches!(c, '\u{202A}'..='\u{202E}')),
        "{copy:?}"
    );
}

#[test]
fn ten_thousand_marks_on_one_letter() {
    let folder = Folder::new();
    let text = format!(
        "عنوان\nترفض قطر{} المقترح الجديد.",
        "\u{64E}".repeat(10_000)
    );
    let document = read(&folder.file("marks.txt", &text));
    assert_eq!(document["document"]["text"], text);
}

#[test]
fn no_arabic_at_all() {
    let folder = Folder::new();
    let file = folder.file(
        "latin.txt",
        "A headline\nThe ministry said it would not send 20 soldiers.\n",
    );
    let document = read(&file);
    assert!(kinds(&document["warnings"]).contains(&"no-arabic"));
    assert_eq!(document["positions"], Value::Array(vec![]));
    let copy = Run::of(mawqif().arg("brief").arg(file)).out;
    assert!(copy.contains("No Arabic in this text"), "{copy}");
}
