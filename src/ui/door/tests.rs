//! Two starts of the program, in one process.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

/// Long enough for a loaded machine; no test waits it out.
const LONG: Duration = Duration::from_secs(60);
const SHORT: Duration = Duration::from_millis(50);

fn place(folder: &tempfile::TempDir) -> Place {
    let mut place = Place::in_folder(folder.path(), ":0", &Folder::at("/settings"));
    place.limits = Limits {
        patience: LONG,
        answer: LONG,
        hearing: LONG,
    };
    place
}

/// A window that takes what is handed in, until it is dropped.
struct Window {
    stop: Arc<AtomicUsize>,
    taken: Receiver<Vec<PathBuf>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Window {
    fn open(place: &Place) -> Self {
        let Found::Nobody(door) = place.claim() else {
            panic!("there is a window already");
        };
        let (send, taken) = channel();
        let stop = Arc::new(AtomicUsize::new(0));
        let stopped = Arc::clone(&stop);
        let thread = thread::spawn(move || {
            let this = thread::current();
            let visits = door.open(move || this.unpark()).unwrap();
            while stopped.load(Ordering::Relaxed) == 0 {
                while let Some(files) = visits.take() {
                    send.send(files).unwrap();
                }
                thread::park_timeout(Duration::from_millis(20));
            }
        });
        Self {
            stop,
            taken,
            thread: Some(thread),
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        self.stop.store(1, Ordering::Relaxed);
        self.thread.take().unwrap().join().unwrap();
    }
}

#[test]
fn a_second_start_hands_its_files_to_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let place = place(&folder);
    let window = Window::open(&place);
    assert!(matches!(place.claim(), Found::Window));

    let files = [PathBuf::from("/news/خبر.txt"), PathBuf::from("here.txt")];
    assert!(place.hand_over(&files));
    let here = std::env::current_dir().unwrap().join("here.txt");
    assert_eq!(window.taken.recv().unwrap(), [files[0].clone(), here]);

    assert!(place.hand_over(&[]));
    assert!(window.taken.recv().unwrap().is_empty());
}

#[test]
fn the_place_is_free_when_the_window_has_closed() {
    let folder = tempfile::tempdir().unwrap();
    let place = place(&folder);
    drop(Window::open(&place));
    assert!(!place.socket.exists());
    drop(Window::open(&place));
}

#[test]
fn what_a_killed_window_left_is_in_nobodys_way() {
    let folder = tempfile::tempdir().unwrap();
    let place = place(&folder);
    std::fs::write(&place.lock, "").unwrap();
    std::fs::write(&place.socket, "").unwrap();
    let window = Window::open(&place);
    assert!(place.hand_over(&[]));
    drop(window);
}

#[test]
fn a_window_that_hangs_is_given_up_and_gets_nothing_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let mut place = place(&folder);
    place.limits.answer = SHORT;
    let Found::Nobody(door) = place.claim() else {
        panic!("there is a window already");
    };
    let visits = door.open(|| {}).unwrap();
    assert!(!place.hand_over(&["/a.txt".into()]));
    assert_eq!(visits.take(), None, "its files open in the second window");
}

#[test]
fn a_window_that_never_listens_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let mut place = place(&folder);
    place.limits.patience = SHORT;
    let Found::Nobody(_door) = place.claim() else {
        panic!("there is a window already");
    };
    assert!(!place.hand_over(&[]));
}

#[test]
fn garbage_and_silence_hold_up_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let place = place(&folder);
    let window = Window::open(&place);
    let knock = || wire::connect(&place.socket).unwrap();
    let silent = knock();
    for garbage in [
        &b"GET / HTTP/1.1\r\n"[..],
        &[0; 64],
        b"mawqif 1\nrelative\0\0",
    ] {
        let mut visitor = knock();
        let _ = visitor.write_all(garbage);
        let mut answer = Vec::new();
        let _ = visitor.read_to_end(&mut answer);
        assert!(answer.is_empty(), "turned away without an answer");
    }
    let mut endless = knock();
    let mut sent = 0;
    let _ = endless.write_all(b"mawqif 1\n/");
    while endless.write_all(&[b'a'; 4096]).is_ok() {
        sent += 4096;
        assert!(sent < 8 * message::LIMIT, "it is read without end");
    }
    assert!(place.hand_over(&["/b.txt".into()]));
    assert_eq!(window.taken.recv().unwrap(), [PathBuf::from("/b.txt")]);
    drop(silent);
}

#[test]
fn each_display_and_settings_folder_has_its_own_window() {
    let folder = Path::new("/run");
    let of = |display, settings| Place::in_folder(folder, display, &Folder::at(settings)).socket;
    assert_eq!(of(":0", "/a"), of(":0", "/a"));
    assert_ne!(of(":0", "/a"), of(":1", "/a"));
    assert_ne!(of(":0", "/a"), of(":0", "/b"));
}

#[cfg(unix)]
#[test]
fn only_the_user_can_reach_it() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let place = place(&folder);
    let _window = Window::open(&place);
    for file in [&place.lock, &place.socket] {
        let mode = std::fs::metadata(file).unwrap().permissions().mode();
        assert_eq!(mode & 0o177, 0, "{}", file.display());
    }
}
