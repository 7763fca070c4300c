//! One window for one user and display: a second start hands its files to the
//! window that is open, and ends.
//!
//! The first start holds a lock on a file and listens on a local socket beside
//! it (a named pipe on Windows), in the folder that the system keeps private to
//! the user. The lock ends with the process, however it ends, so that whoever
//! has it may remove the socket of one that was killed. Never a network socket.
//!
//! Nobody waits long: a window that does not answer in time is left alone, the
//! second start opens its own, and files it was not quick enough for are not
//! shown twice.

mod message;
#[cfg(test)]
mod tests;
mod wire;

use std::fs::{File, TryLockError};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, TryRecvError, channel, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use message::{Heard, TAKEN};
#[cfg(windows)]
use wire::ListenerExt;
use wire::{Listener, Stream};

use crate::desk::Folder;

/// How long each waits for the other.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// A second start, before it opens a window of its own.
    patience: Duration,
    /// For the window's painting thread to take what was handed in.
    answer: Duration,
    /// For a message to come in.
    hearing: Duration,
}

const LIMITS: Limits = Limits {
    patience: Duration::from_millis(2500),
    answer: Duration::from_millis(1500),
    hearing: Duration::from_millis(800),
};

/// More at once are turned away.
const VISITORS: usize = 8;

/// Where the window of this user, display and settings folder listens.
#[derive(Clone, Debug)]
pub struct Place {
    lock: PathBuf,
    socket: PathBuf,
    limits: Limits,
}

/// What a start finds there.
#[derive(Debug)]
pub enum Found {
    /// No window: this one is the first.
    Nobody(Door),
    /// Another one has the lock.
    Window,
    /// The system lets nobody listen.
    Nothing,
}

impl Place {
    /// None where the user has no folder for it.
    pub fn of_system(settings: Option<&Folder>) -> Option<Self> {
        let settings = settings?;
        let run =
            directories::BaseDirs::new().and_then(|dirs| dirs.runtime_dir().map(PathBuf::from));
        let folder = run.unwrap_or_else(|| settings.file(""));
        Some(Self::in_folder(&folder, &display(), settings))
    }

    fn in_folder(folder: &Path, display: &str, settings: &Folder) -> Self {
        let settings = std::path::absolute(settings.file("")).unwrap_or_default();
        let whose = format!("{display}\n{}", settings.display());
        let whose = Sha256::digest(whose)
            .iter()
            .take(8)
            .fold(String::from("mawqif-"), |name, byte| {
                name + &format!("{byte:02x}")
            });
        Self {
            lock: folder.join(format!("{whose}.lock")),
            socket: folder.join(format!("{whose}.sock")),
            limits: LIMITS,
        }
    }

    /// Takes the place where it is free.
    pub fn claim(&self) -> Found {
        let Some(lock) = self.lock_file() else {
            return Found::Nothing;
        };
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Found::Window,
            Err(TryLockError::Error(_)) => return Found::Nothing,
        }
        // Of a window that was killed: the lock is ours.
        let _ = std::fs::remove_file(&self.socket);
        match wire::listen(&self.socket) {
            Ok(listener) => Found::Nobody(Door {
                listener,
                limits: self.limits,
                keep: Keep {
                    socket: self.socket.clone(),
                    _lock: lock,
                },
            }),
            Err(_) => Found::Nothing,
        }
    }

    fn lock_file(&self) -> Option<File> {
        std::fs::create_dir_all(self.lock.parent()?).ok()?;
        let mut options = File::options();
        options.create(true).truncate(false).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&self.lock).ok()
    }

    /// Hands files to the window that has this place, or asks it to come to
    /// front where there are none. False where it does not take them in time.
    pub fn hand_over(&self, files: &[PathBuf]) -> bool {
        let patience = self.limits.patience;
        // Absolute here: the window may have another working directory.
        let files: Option<Vec<_>> = files.iter().map(|f| std::path::absolute(f).ok()).collect();
        let Some(message) = files.and_then(|files| message::write(&files)) else {
            return false;
        };
        let (place, end) = (self.clone(), Instant::now() + patience);
        let (send, outcome) = sync_channel(1);
        // On a thread, because to connect to a process that hangs may hang.
        let visit = move || {
            let _ = send.send(place.visit(&message, end));
        };
        let started = thread::Builder::new()
            .name("mawqif-visit".to_owned())
            .spawn(visit);
        started.is_ok() && outcome.recv_timeout(patience).is_ok_and(|taken| taken)
    }

    fn visit(&self, message: &[u8], end: Instant) -> bool {
        let Some(mut window) = self.connect(end) else {
            return false;
        };
        let mut answer = [0; TAKEN.len()];
        window.write_all(message).is_ok()
            && window.read_exact(&mut answer).is_ok()
            && answer == *TAKEN
    }

    /// Tries again until the end: the first window may be about to listen.
    fn connect(&self, end: Instant) -> Option<Stream> {
        loop {
            match wire::connect(&self.socket) {
                Ok(window) => return Some(window),
                Err(_) if Instant::now() < end => thread::sleep(Duration::from_millis(20)),
                Err(_) => return None,
            }
        }
    }
}

/// What tells one screen from another.
fn display() -> String {
    let names = ["WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME"];
    let names = names.map(|name| std::env::var_os(name).unwrap_or_default());
    names
        .map(|name| name.to_string_lossy().into_owned())
        .join("\n")
}

/// The place is taken, and those who come wait until the window is there.
#[derive(Debug)]
pub struct Door {
    listener: Listener,
    limits: Limits,
    keep: Keep,
}

/// The socket goes with the window; the lock goes with it in any case.
#[derive(Debug)]
struct Keep {
    socket: PathBuf,
    _lock: File,
}

impl Drop for Keep {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.socket);
    }
}

/// Files that were handed in, and who waits to hear that they are taken.
struct Visit {
    files: Vec<PathBuf>,
    taken: SyncSender<()>,
}

/// What is handed in while the window is open.
#[derive(Debug)]
pub struct Visits {
    visits: Receiver<Visit>,
    _keep: Keep,
}

impl Door {
    /// Begins to listen; `wake` is called when there is something to take.
    pub fn open(self, wake: impl Fn() + Send + Sync + 'static) -> Option<Visits> {
        let Self {
            listener,
            limits,
            keep,
        } = self;
        let (send, visits) = channel();
        let started = thread::Builder::new()
            .name("mawqif-door".to_owned())
            .spawn(move || serve(&listener, limits, &send, &Arc::new(wake)));
        started.ok().map(|_| Visits {
            visits,
            _keep: keep,
        })
    }
}

impl Visits {
    /// The files of the next visit, none to raise the window only. Never waits
    /// for a visit.
    pub fn take(&self) -> Option<Vec<PathBuf>> {
        loop {
            match self.visits.try_recv() {
                // Unless whoever brought them has given up.
                Ok(visit) if visit.taken.send(()).is_ok() => return Some(visit.files),
                Ok(_) => {}
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => return None,
            }
        }
    }
}

/// Each visitor has a thread, so that one who says nothing holds up nobody.
fn serve<W: Fn() + Send + Sync + 'static>(
    listener: &Listener,
    limits: Limits,
    visits: &Sender<Visit>,
    wake: &Arc<W>,
) {
    let inside = Arc::new(());
    for visitor in listener.incoming() {
        let Ok(visitor) = visitor else {
            // Out of handles, say; it is not worth a busy loop.
            thread::sleep(Duration::from_millis(50));
            continue;
        };
        if Arc::strong_count(&inside) > VISITORS {
            continue;
        }
        let (visits, wake, place) = (visits.clone(), Arc::clone(wake), Arc::clone(&inside));
        let receive = move || {
            receive(visitor, limits, &visits, &*wake);
            drop(place);
        };
        let thread = thread::Builder::new().name("mawqif-visitor".to_owned());
        let _ = thread.spawn(receive);
    }
}

fn receive(mut visitor: Stream, limits: Limits, visits: &Sender<Visit>, wake: &dyn Fn()) {
    let Some(files) = hear(&mut visitor, limits.hearing) else {
        return;
    };
    // No room between them: it is taken only while someone waits here.
    let (taken, answer) = sync_channel(0);
    if visits.send(Visit { files, taken }).is_ok() {
        wake();
        if answer.recv_timeout(limits.answer).is_ok() {
            let _ = visitor.write_all(TAKEN);
        }
    }
}

fn hear(visitor: &mut Stream, within: Duration) -> Option<Vec<PathBuf>> {
    let end = Instant::now() + within;
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    while let Heard::Part = message::read(&bytes) {
        let left = end
            .checked_duration_since(Instant::now())
            .filter(|left| !left.is_zero())?;
        let _ = wire::wait_for(visitor, left);
        let count = visitor.read(&mut piece).ok().filter(|&count| count > 0)?;
        bytes.extend(piece.get(..count)?);
    }
    match message::read(&bytes) {
        Heard::Whole(files) => Some(files),
        Heard::Part | Heard::Garbage => None,
    }
}
