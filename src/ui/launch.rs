//! Opens the window, or says why there is none.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use eframe::egui::{IconData, ViewportBuilder, vec2};
use eframe::{NativeOptions, Renderer};
use thiserror::Error;

use super::app::App;
use super::door::{Found, Place};
use crate::desk::{Folder, Loaded, Settings};
use crate::lexicon::Lexicon;

/// Why no window could be shown. The details are the system's own words.
#[derive(Debug, Error)]
pub enum WindowError {
    /// No display, or one that does not answer.
    #[error("no display can be opened: {0}")]
    NoDisplay(String),
    /// A display that gives nothing to paint with.
    #[error("the display gives no graphics: {0}")]
    NoGraphics(String),
    /// The window stopped by a fault of the program.
    #[error("the window stopped unexpectedly")]
    Stopped,
}

/// Which window files are shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one that is open, if there is one.
    Open,
    New,
}

/// Shows the window with these files, or with the seed article where there are
/// none, until the user closes it; or hands the files to the window that is
/// open already.
///
/// # Errors
/// Where no display can be opened or painted on. Nothing has been shown then,
/// and the command line can print instead.
pub fn run(files: Vec<PathBuf>, which: Which) -> Result<(), WindowError> {
    let folder = Folder::of_system();
    let door = match Place::of_system(folder.as_ref()) {
        Some(place) => match place.claim() {
            Found::Nobody(door) => Some(door),
            Found::Window if which == Which::Open && place.hand_over(&files) => return Ok(()),
            Found::Window | Found::Nothing => None,
        },
        None => None,
    };
    // The words are read while the display is opened; where no thread is to
    // be had, with the first article.
    let words = thread::Builder::new().name("mawqif-words".to_owned());
    drop(words.spawn(Lexicon::shipped));
    let loaded = folder.as_ref().map(Settings::load).unwrap_or_default();
    let options = options(&loaded);
    let shown = Arc::new(AtomicBool::new(false));
    let start = {
        let shown = Arc::clone(&shown);
        move || {
            eframe::run_native(
                "mawqif",
                options,
                Box::new(move |creation| {
                    shown.store(true, Ordering::Relaxed);
                    Ok(Box::new(App::new(
                        &creation.egui_ctx,
                        folder,
                        loaded,
                        files,
                        door,
                    )))
                }),
            )
        }
    };
    // Window systems without drivers or libraries are reported by panics deep
    // in the windowing crates; the user gets the sentence, not the trace.
    let hook = take_hook();
    let quiet = Arc::clone(&shown);
    set_hook(Box::new(move |panic| {
        if quiet.load(Ordering::Relaxed) {
            hook(panic);
        }
    }));
    let outcome = catch_unwind(AssertUnwindSafe(start));
    drop(take_hook());
    match outcome {
        Ok(Ok(())) => Ok(()),
        Ok(Err(fault)) => Err(of_eframe(&fault)),
        Err(_) if shown.load(Ordering::Relaxed) => Err(WindowError::Stopped),
        Err(panic) => Err(WindowError::NoGraphics(last_words(&words_of(&*panic)))),
    }
}

fn of_eframe(fault: &eframe::Error) -> WindowError {
    match fault {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
            WindowError::NoDisplay(last_words(&fault.to_string()))
        }
        other => WindowError::NoGraphics(last_words(&other.to_string())),
    }
}

/// What the system itself said, without the places in the windowing crates
/// that it came through.
fn last_words(fault: &str) -> String {
    fault.rsplit(": ").next().unwrap_or(fault).to_owned()
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let words = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    words.unwrap_or_default().to_owned()
}

fn options(loaded: &Loaded) -> NativeOptions {
    let window = &loaded.settings.window;
    NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Mawqif")
            .with_app_id("mawqif")
            .with_icon(icon())
            .with_inner_size(vec2(window.width, window.height))
            .with_min_inner_size(vec2(480.0, 360.0))
            .with_maximized(window.maximized)
            .with_drag_and_drop(true),
        renderer: Renderer::Glow,
        // Nothing here is shaded, and it costs as much as all other painting.
        dithering: false,
        // Their keys come to `keys::translate`.
        clipboard_shortcuts: false,
        ..NativeOptions::default()
    }
}

/// As it stands in menus and task bars.
fn icon() -> IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../packaging/icons/128.png"))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_window_has_its_icon() {
        let icon = super::icon();
        assert_eq!((icon.width, icon.height), (128, 128));
        let middle = &icon.rgba[(64 * 128 + 64) * 4..][..4];
        assert_eq!(middle[3], 255, "the middle of the icon is painted");
    }
}
