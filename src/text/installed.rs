//! The faces installed on the system, read on a thread of their own.
//!
//! Nothing is read before the first need, so that a start that finds all it
//! shows in the bundled faces touches no font folder. What is read once is
//! kept for the life of the process: every catalogue shares it.

use std::sync::{Mutex, OnceLock, PoisonError};

use fontdb::{Database, FaceInfo, Stretch};

use super::coverage::Coverage;

/// Called from the reading thread when it is done.
pub type Wake = Box<dyn Fn() + Send + Sync>;

static FACES: OnceLock<Vec<Face>> = OnceLock::new();
static WAITING: Mutex<Option<Vec<Wake>>> = Mutex::new(None);

/// One upright face of normal width.
#[derive(Debug)]
pub struct Face {
    pub info: FaceInfo,
    pub family: String,
    pub coverage: Coverage,
}

impl Face {
    fn weight_distance(&self) -> u16 {
        self.info.weight.0.abs_diff(400)
    }
}

/// The installed faces, if they have been read; otherwise begins to read them
/// and calls `wake` when they are there.
pub fn faces_or_start(wake: impl FnOnce() -> Wake) -> Option<&'static [Face]> {
    if let Some(faces) = FACES.get() {
        return Some(faces);
    }
    let mut waiting = WAITING.lock().unwrap_or_else(PoisonError::into_inner);
    if FACES.get().is_some() {
        return FACES.get().map(Vec::as_slice);
    }
    match waiting.as_mut() {
        Some(queue) => queue.push(wake()),
        None => {
            *waiting = Some(vec![wake()]);
            let started = std::thread::Builder::new()
                .name("installed-faces".to_owned())
                .spawn(|| {
                    FACES.get_or_init(read);
                    let queue = WAITING
                        .lock()
                        .unwrap_or_else(PoisonError::into_inner)
                        .take();
                    for wake in queue.into_iter().flatten() {
                        wake();
                    }
                });
            if started.is_err() {
                // No thread can be had: do without installed faces.
                FACES.get_or_init(Vec::new);
            }
        }
    }
    None
}

/// The installed faces if they have been read.
pub fn faces() -> Option<&'static [Face]> {
    FACES.get().map(Vec::as_slice)
}

/// The installed faces, read on this thread if need be.
pub fn faces_now() -> &'static [Face] {
    FACES.get_or_init(read)
}

fn read() -> Vec<Face> {
    let mut database = Database::new();
    database.load_system_fonts();
    let mut faces: Vec<Face> = database
        .faces()
        .filter(|info| info.style == fontdb::Style::Normal && info.stretch == Stretch::Normal)
        .filter_map(|info| {
            let family = info.families.first()?.0.clone();
            let coverage = database.with_face_data(info.id, Coverage::of_face)?;
            Some(Face {
                info: info.clone(),
                family,
                coverage,
            })
        })
        .collect();
    faces.sort_by(|a, b| {
        (rank(&a.family), &a.family, a.weight_distance()).cmp(&(
            rank(&b.family),
            &b.family,
            b.weight_distance(),
        ))
    });
    faces
}

/// Faces that sit well beside the bundled ones come first.
fn rank(family: &str) -> u8 {
    match family {
        _ if family.starts_with("Noto Sans") || family.starts_with("Noto Color") => 0,
        _ if family.starts_with("Noto") || family.starts_with("DejaVu Sans") => 1,
        _ => 2,
    }
}
