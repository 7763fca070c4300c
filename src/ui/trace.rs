//! A log of the window's frames, for `benches/run`: kept only where
//! `MAWQIF_TRACE` names a file to write it to.
//!
//! A line a frame, tabs between: `frame`, when it began (seconds since 1970),
//! the CPU time of the window's thread from there to the first command to the
//! graphics in microseconds, how many articles are open, the bytes of the one
//! shown once its card is made (0 before), and 1 where progress is shown. Where
//! something arrived, one more frame follows at once, so that its line tells
//! when the one before was on screen. And when files are asked for: `open`,
//! when, how many.

use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use eframe::egui::{PaintCallback, Ui};
use eframe::egui_glow::CallbackFn;

use super::jobs::AT_ONCE;

const FILE: &str = "MAWQIF_TRACE";

/// What a frame's line says of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    pub articles: usize,
    pub bytes: usize,
    pub progress: bool,
}

pub struct Trace(Arc<Mutex<Log>>);

struct Log {
    file: File,
    began: SystemTime,
    worked: Duration,
    shown: Shown,
}

impl Trace {
    /// None where no log is asked for, or none can be written.
    pub fn of_environment() -> Option<Self> {
        let path = std::env::var_os(FILE).filter(|path| !path.is_empty())?;
        let log = Log {
            file: File::create(Path::new(&path)).ok()?,
            began: SystemTime::now(),
            worked: Duration::ZERO,
            shown: Shown::default(),
        };
        Some(Self(Arc::new(Mutex::new(log))))
    }

    pub fn opening(&self, files: usize) {
        lock(&self.0).line(format_args!(
            "open\t{:.6}\t{files}",
            since(SystemTime::now())
        ));
    }

    /// Before the frame does anything.
    pub fn begin(&self) {
        let mut log = lock(&self.0);
        log.began = SystemTime::now();
        log.worked = thread_time();
    }

    /// Before the frame paints anything: its line is written when the graphics
    /// come to this first shape.
    pub fn paint(&self, ui: &Ui) {
        let log = Arc::clone(&self.0);
        ui.painter().add(PaintCallback {
            rect: ui.max_rect(),
            callback: Arc::new(CallbackFn::new(move |_, _| lock(&log).frame())),
        });
    }

    /// After the frame.
    pub fn end(&self, ui: &Ui, shown: Shown) {
        let mut log = lock(&self.0);
        if log.shown != shown {
            log.shown = shown;
            ui.ctx().request_repaint_after(AT_ONCE);
        }
    }
}

impl Log {
    fn frame(&mut self) {
        let worked = thread_time().saturating_sub(self.worked).as_micros();
        let began = since(self.began);
        let Shown {
            articles,
            bytes,
            progress,
        } = self.shown;
        let progress = u8::from(progress);
        self.line(format_args!(
            "frame\t{began:.6}\t{worked}\t{articles}\t{bytes}\t{progress}"
        ));
    }

    /// A log that cannot be written on is cut short.
    fn line(&mut self, line: std::fmt::Arguments<'_>) {
        let _ = self.file.write_all(format!("{line}\n").as_bytes());
    }
}

fn lock(log: &Mutex<Log>) -> MutexGuard<'_, Log> {
    log.lock().unwrap_or_else(PoisonError::into_inner)
}

fn since(time: SystemTime) -> f64 {
    let since = time.duration_since(SystemTime::UNIX_EPOCH);
    since.unwrap_or_default().as_secs_f64()
}

/// The CPU time this thread has used.
#[cfg(unix)]
fn thread_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

/// Elsewhere the time that passed stands for it.
#[cfg(not(unix))]
fn thread_time() -> Duration {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.unwrap_or_default()
}
