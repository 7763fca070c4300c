//! The window.

pub mod theme;
pub mod widgets;

use std::path::PathBuf;

/// Opens the window with these files.
///
/// # Errors
/// Where no display can be opened.
pub fn run(_files: Vec<PathBuf>) -> Result<(), eframe::Error> {
    Err(eframe::Error::AppCreation(
        "the window is not built in".into(),
    ))
}
