//! Where settings live, and writing there whole or not at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Names another settings folder; for tests and for trying the program
/// without touching one's own settings.
const OVERRIDE: &str = "MAWQIF_CONFIG_DIR";

/// How the name of a file begins that is not yet written whole.
const BEGUN: &str = ".mawqif-";
/// Nothing takes so long to write.
const STALE: Duration = Duration::from_secs(60);

/// The program's own folder for settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder(PathBuf);

impl Folder {
    /// The system's place for settings; none where the user has no home.
    pub fn of_system() -> Option<Self> {
        if let Some(path) = std::env::var_os(OVERRIDE).filter(|path| !path.is_empty()) {
            return Some(Self(path.into()));
        }
        let folders = directories::ProjectDirs::from("", "", "mawqif")?;
        Some(Self(folders.config_dir().to_owned()))
    }

    pub fn at(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Writes the file beside the old one and moves it into place, so that a
    /// crash or a full disk leaves the old one as it was.
    ///
    /// # Errors
    /// Where the folder cannot be made or written.
    pub fn write(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        std::fs::create_dir_all(&self.0)?;
        let mut file = tempfile::Builder::new()
            .prefix(BEGUN)
            .tempfile_in(&self.0)?;
        file.write_all(bytes)?;
        file.as_file().sync_data()?;
        file.persist(self.file(name)).map_err(|fault| fault.error)?;
        self.sweep();
        Ok(())
    }

    /// Removes what a start that was killed in the middle of writing left
    /// behind. What is new may be another window's, which is still writing.
    fn sweep(&self) {
        let old = |path: &Path| {
            let changed = path.metadata().and_then(|about| about.modified());
            changed.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > STALE))
        };
        for entry in std::fs::read_dir(&self.0).into_iter().flatten().flatten() {
            let ours = entry.file_name().to_string_lossy().starts_with(BEGUN);
            if ours && old(&entry.path()) {
                // A leftover that stays harms nobody.
                std::fs::remove_file(entry.path()).ok();
            }
        }
    }

    /// Moves a file nobody can read out of the way, and gives its new place.
    pub fn set_aside(&self, name: &str) -> Option<PathBuf> {
        let from = self.file(name);
        let to = with_suffix(&from, ".unreadable");
        std::fs::rename(&from, &to).ok().map(|()| to)
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

#[cfg(test)]
mod tests {
    use std::time::SystemTime;

    use super::*;

    #[test]
    fn what_a_killed_start_left_behind_goes_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::at(dir.path());
        let put = |name: &str, age: u64| {
            let file = std::fs::File::create(folder.file(name)).unwrap();
            let then = SystemTime::now() - Duration::from_secs(age);
            file.set_modified(then).unwrap();
        };
        put(".mawqif-old", 3600);
        put(".mawqif-new", 1);
        put("notes.txt", 3600);
        folder.write("settings.json", b"{}").unwrap();
        let mut left: Vec<_> = std::fs::read_dir(dir.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        left.sort();
        assert_eq!(left, [".mawqif-new", "notes.txt", "settings.json"]);
    }
}
