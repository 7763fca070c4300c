//! What stands round the program: its entry on the desktop, its manual page,
//! the table of licences, and that nothing in it speaks to a network.

#![expect(clippy::unwrap_used, reason = "a check that cannot be made has failed")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn file(path: &str) -> String {
    std::fs::read_to_string(project().join(path)).unwrap()
}

fn mawqif() -> Command {
    Command::new(env!("CARGO_BIN_EXE_mawqif"))
}

fn says(command: &mut Command) -> String {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The stretches between two marks.
fn between<'t>(text: &'t str, open: &'t str, close: &str) -> Vec<&'t str> {
    let after = text.split(open).skip(1);
    after
        .filter_map(|rest| rest.split_once(close))
        .map(|(inside, _)| inside)
        .collect()
}

#[test]
fn entry_and_metainfo_tell_the_same() {
    let (entry, metainfo) = (
        file("packaging/mawqif.desktop"),
        file("packaging/mawqif.metainfo.xml"),
    );
    let value = |key: &str| {
        let line = entry
            .lines()
            .find_map(|line| line.strip_prefix(key)?.strip_prefix('='));
        line.unwrap_or_else(|| panic!("no {key}")).to_owned()
    };
    let kinds: Vec<_> = value("MimeType")
        .split_terminator(';')
        .map(str::to_owned)
        .collect();
    assert_eq!(between(&metainfo, "<mediatype>", "<"), kinds);
    assert_eq!(between(&metainfo, "<name>", "<"), [value("Name")]);
    assert_eq!(
        between(&metainfo, "<name xml:lang=\"ar\">", "<"),
        [value("Name[ar]")]
    );
    let latest = between(&metainfo, "<release version=\"", "\"");
    assert_eq!(latest.first(), Some(&env!("CARGO_PKG_VERSION")));
}

#[test]
fn the_manual_page_names_every_option() {
    let page = file("packaging/mawqif.1");
    for help in [vec!["--help"], vec!["brief", "--help"]] {
        let help = says(mawqif().args(help));
        for option in between(&help, "--", " ") {
            let option: String = option
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '-')
                .collect();
            assert!(page.contains(&format!(".It Fl Fl {option}")), "--{option}");
        }
    }
}

#[test]
fn each_icon_has_the_size_of_its_name() {
    for size in [16_u32, 22, 24, 32, 48, 64, 128, 256, 512] {
        let png = std::fs::read(project().join(format!("packaging/icons/{size}.png"))).unwrap();
        assert_eq!(
            png[16..24],
            [size.to_be_bytes(), size.to_be_bytes()].concat()
        );
    }
}

/// "name version" of each crate that is compiled into the program here.
fn shipped() -> BTreeSet<String> {
    let cargo = std::env::var_os("CARGO").map_or_else(|| "cargo".into(), PathBuf::from);
    let tree = says(
        Command::new(cargo)
            .current_dir(project())
            .args(["tree", "--locked", "--offline", "--prefix", "none"])
            .args(["-e", "normal,no-proc-macro"]),
    );
    let crates = tree.lines().filter_map(|line| {
        let mut words = line.split(' ');
        let (name, version) = (words.next()?, words.next()?);
        (name != "mawqif").then(|| format!("{name} {}", version.trim_start_matches('v')))
    });
    crates.collect()
}

#[test]
fn the_about_window_lists_what_is_built() {
    let table = file("src/ui/licences/components.tsv");
    let listed: BTreeSet<String> = table
        .lines()
        .skip(1)
        .map(|row| row.splitn(3, '\t').take(2).collect::<Vec<_>>().join(" "))
        .collect();
    let lock = file("Cargo.lock");
    let locked: BTreeSet<String> = between(&lock, "name = \"", "\"\nsource")
        .into_iter()
        .map(|entry| entry.replace("\"\nversion = \"", " "))
        .collect();
    let missing: Vec<_> = shipped().difference(&listed).cloned().collect();
    let gone: Vec<_> = listed.difference(&locked).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "run tools/licences/collect.py: not listed {missing:?}, not built {gone:?}"
    );
}

/// Crates that speak HTTP, TLS or DNS, or open network sockets.
const NETWORK: [&str; 24] = [
    "attohttpc",
    "aws-lc-rs",
    "curl",
    "curl-sys",
    "h2",
    "h3",
    "hickory-resolver",
    "hyper",
    "isahc",
    "minreq",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "reqwest",
    "ring",
    "rustls",
    "socket2",
    "surf",
    "tiny_http",
    "tokio",
    "tungstenite",
    "ureq",
    "warp",
];

#[test]
fn no_crate_in_the_program_speaks_to_a_network() {
    for shipped in shipped() {
        let name = shipped.split(' ').next().unwrap();
        assert!(
            !NETWORK.contains(&name),
            "{shipped} is compiled into the program"
        );
    }
}

#[test]
fn no_source_of_the_program_names_a_network() {
    let mut folders = vec![project().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                for name in ["std::net", "TcpStream", "TcpListener", "UdpSocket"] {
                    assert!(!source.contains(name), "{} names {name}", path.display());
                }
            }
        }
    }
}

/// In a namespace of its own the program has no network at all, not even the
/// machine itself, and works as before.
#[test]
fn without_any_network_the_cards_are_the_same() {
    let program = env!("CARGO_BIN_EXE_mawqif");
    let may = Command::new("unshare").args(["-rn", "true"]).output();
    if !may.is_ok_and(|output| output.status.success()) {
        println!("skipped: a run without a network (unshare -rn is not allowed here)");
        return;
    }
    let brief = ["brief", "--format", "json"];
    let alone = says(Command::new("unshare").args(["-rn", program]).args(brief));
    assert_eq!(alone, says(mawqif().args(brief)));
    assert!(!alone.is_empty());
}
