//! `mawqif [FILE…]`: the window, and without a display the card as text.

use std::path::PathBuf;

use super::{Outcome, brief, console};
use crate::locale::Language;
use crate::ui::{self, Which, WindowError};

pub(super) fn run(files: Vec<PathBuf>, which: Which) -> Outcome {
    let error = match ui::run(files.clone(), which) {
        Ok(()) => return Outcome::Done,
        Err(error) => error,
    };
    let language = Language::of_system();
    let reason = error.to_string().replace('\n', " ");
    let reason = ("reason", reason.trim_end_matches('.').to_owned().into());
    if matches!(error, WindowError::Stopped) {
        // It was open: its user has seen the articles, and loses a window.
        console::say(&console::plain(
            &language.text_with("cli-window-stopped", [reason]),
            language,
        ));
        return Outcome::Failed;
    }
    console::say(&console::plain(
        &language.text_with("cli-no-window", [reason]),
        language,
    ));
    brief::run(&brief::Options::as_text(files, language))
}
