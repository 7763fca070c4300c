//! The desktop's own file dialog, on a thread of its own: the window goes on
//! painting while it stands open.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::article;
use crate::locale::Language;

/// What came of asking.
#[derive(Debug, PartialEq, Eq)]
pub enum Picked {
    Files(Vec<PathBuf>),
    Nothing,
    /// No dialog could be shown.
    Unavailable,
}

/// No person closes a dialog faster; an answer sooner than this with no file
/// in it means that there was no dialog.
const TOO_SOON: Duration = Duration::from_millis(350);

#[derive(Default)]
pub struct Dialog {
    answer: Option<Receiver<Picked>>,
}

impl Dialog {
    /// Asks for files; a second request while one stands open does nothing.
    pub fn ask(&mut self, language: Language, wake: impl Fn() + Send + 'static) {
        if self.answer.is_some() {
            return;
        }
        let (send, answer) = channel();
        let dialog = rfd::FileDialog::new()
            .set_title(language.text("dialog-open"))
            .add_filter(language.text("dialog-articles"), &article::ENDINGS.concat())
            .add_filter(language.text("dialog-text"), article::ENDINGS[0])
            .add_filter(language.text("dialog-documents"), article::ENDINGS[1])
            .add_filter(language.text("dialog-pages"), article::ENDINGS[2])
            .add_filter(language.text("dialog-all"), &["*"]);
        let started = thread::Builder::new()
            .name("mawqif-dialog".to_owned())
            .spawn(move || {
                let asked = Instant::now();
                let picked = match dialog.pick_files() {
                    Some(files) if !files.is_empty() => Picked::Files(files),
                    _ if asked.elapsed() < TOO_SOON => Picked::Unavailable,
                    _ => Picked::Nothing,
                };
                if send.send(picked).is_ok() {
                    wake();
                }
            });
        if started.is_ok() {
            self.answer = Some(answer);
        }
    }

    /// The answer, once; never waits.
    pub fn answer(&mut self) -> Option<Picked> {
        match self.answer.as_ref()?.try_recv() {
            Ok(picked) => {
                self.answer = None;
                Some(picked)
            }
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => {
                self.answer = None;
                Some(Picked::Unavailable)
            }
        }
    }
}
