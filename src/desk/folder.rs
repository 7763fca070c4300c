//! Where settings live, and writing there whole or not at all.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Names another settings folder; for tests and for trying the program
/// without touching one's own settings.
const OVERRIDE: &str = "MAWQIF_CONFIG_DIR";

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
            .prefix(".mawqif-")
            .tempfile_in(&self.0)?;
        file.write_all(bytes)?;
        file.as_file().sync_data()?;
        file.persist(self.file(name)).map_err(|fault| fault.error)?;
        Ok(())
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
