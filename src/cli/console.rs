//! Standard error: sentences for people, and a progress bar where it is a
//! terminal.

use std::io::{IsTerminal, Write};

use crate::locale::Language;
use indicatif::{ProgressBar, ProgressStyle};

/// Says one sentence on standard error. Where nobody listens there it is lost,
/// and the exit status still tells.
pub(super) fn say(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "mawqif: {sentence}");
}

/// A bar for several files; invisible for one file, and where standard error
/// is no terminal.
pub(super) fn progress(files: usize) -> ProgressBar {
    if files < 2 || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(files as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:32} {pos}/{len}  {eta}") {
        bar.set_style(style);
    }
    bar
}

/// A message as a terminal shows it best: in English, without the isolates
/// that would be copied along with a file's name.
pub(super) fn plain(sentence: &str, language: Language) -> String {
    match language {
        Language::Arabic => sentence.to_owned(),
        Language::English => sentence.replace(['\u{2068}', '\u{2069}'], ""),
    }
}
