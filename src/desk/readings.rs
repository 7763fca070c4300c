//! How files are to be opened, where the user has said so.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::article::OpenAs;

/// At most [`Readings::MOST`] files, each once, the newest last; files that
/// are opened as every other are not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Readings(Vec<(PathBuf, OpenAs)>);

impl Readings {
    pub const MOST: usize = 500;

    pub fn of(&self, path: &Path) -> OpenAs {
        let known = self.0.iter().find(|(kept, _)| kept == path);
        known.map_or_else(OpenAs::default, |(_, how)| *how)
    }

    pub fn set(&mut self, path: &Path, how: OpenAs) {
        self.0.retain(|(kept, _)| kept != path);
        if how != OpenAs::default() {
            self.0.push((path.to_owned(), how));
        }
        *self = std::mem::take(self).bounded();
    }

    /// What a hand-edited file may have made too long.
    pub(super) fn bounded(mut self) -> Self {
        let over = self.0.len().saturating_sub(Self::MOST);
        self.0.drain(..over);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Encoding;

    const OTHER: OpenAs = OpenAs {
        encoding: Some(Encoding::Windows1256),
        repair: false,
    };

    #[test]
    fn a_file_is_remembered_until_it_is_as_every_other() {
        let mut readings = Readings::default();
        readings.set(Path::new("a"), OTHER);
        assert_eq!(readings.of(Path::new("a")), OTHER);
        assert_eq!(readings.of(Path::new("b")), OpenAs::default());
        readings.set(Path::new("a"), OpenAs::default());
        assert_eq!(readings, Readings::default());
    }

    #[test]
    fn the_oldest_leaves_when_there_are_too_many() {
        let mut readings = Readings::default();
        for number in 0..=Readings::MOST {
            readings.set(Path::new(&number.to_string()), OTHER);
        }
        assert_eq!(readings.0.len(), Readings::MOST);
        assert_eq!(readings.of(Path::new("0")), OpenAs::default());
    }
}
