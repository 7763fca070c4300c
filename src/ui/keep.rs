//! Keeps the settings on disk: a moment after the last change, and at the end.
//!
//! Dragging a splitter changes them sixty times a second; the file is written
//! once.

use crate::desk::{Folder, Settings};

/// Seconds without a change before the file is written.
const CALM: f64 = 0.8;

#[derive(Default)]
pub struct Keep {
    folder: Option<Folder>,
    saved: Settings,
    seen: Settings,
    changed_at: Option<f64>,
}

/// What there is to do about it now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Due {
    Nothing,
    /// Ask again after so many seconds.
    Later(f64),
    Failed,
}

impl Keep {
    pub fn new(folder: Option<Folder>, settings: &Settings) -> Self {
        Self {
            folder,
            saved: settings.clone(),
            seen: settings.clone(),
            changed_at: None,
        }
    }

    /// `now` in seconds on any clock that does not go back.
    pub fn watch(&mut self, settings: &Settings, now: f64) -> Due {
        if self.seen != *settings {
            self.seen = settings.clone();
            self.changed_at = Some(now);
        }
        let Some(changed_at) = self.changed_at else {
            return Due::Nothing;
        };
        let left = CALM - (now - changed_at);
        if left > 0.0 {
            return Due::Later(left);
        }
        self.changed_at = None;
        if self.write(settings) {
            Due::Nothing
        } else {
            Due::Failed
        }
    }

    /// Writes what is not yet written; gives whether it is now safe.
    pub fn write(&mut self, settings: &Settings) -> bool {
        let Some(folder) = &self.folder else {
            return true;
        };
        if self.saved == *settings {
            return true;
        }
        let done = settings.save(folder).is_ok();
        if done {
            self.saved = settings.clone();
        }
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_changes_are_one_file_and_it_is_written_when_calm() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::at(dir.path());
        let mut settings = Settings::default();
        let mut keep = Keep::new(Some(folder.clone()), &settings);
        assert_eq!(keep.watch(&settings, 0.0), Due::Nothing);
        for step in 1..10u8 {
            settings.window.list_width = 200.0 + f32::from(step);
            let due = keep.watch(&settings, f64::from(step) * 0.1);
            assert!(matches!(due, Due::Later(_)));
        }
        assert!(!Settings::file(&folder).exists());
        assert_eq!(keep.watch(&settings, 2.0), Due::Nothing);
        assert_eq!(Settings::load(&folder).settings, settings);
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_told() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let mut settings = Settings::default();
        let mut keep = Keep::new(Some(Folder::at(file.path().join("under"))), &settings);
        settings.zoom = 1.5;
        keep.watch(&settings, 0.0);
        assert_eq!(keep.watch(&settings, 2.0), Due::Failed);
    }
}
