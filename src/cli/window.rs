//! `mawqif [FILE…]`: the window, and without a display the card as text.

use std::path::PathBuf;

use super::{Outcome, brief, console};
use crate::locale::Language;

pub(super) fn run(files: Vec<PathBuf>) -> Outcome {
    let fallback = files.clone();
    match crate::ui::run(files) {
        Ok(()) => Outcome::Done,
        Err(error) => {
            let reason = error.to_string();
            let reason = reason.trim_end_matches('.').replace('\n', " ");
            let language = Language::of_system();
            let sentence = language.text_with("cli-no-window", [("reason", reason.into())]);
            console::say(&console::plain(&sentence, language));
            brief::run(&brief::Options::as_text(fallback, language))
        }
    }
}
