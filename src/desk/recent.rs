//! The files opened last, the newest first.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// At most [`Recent::MOST`] paths, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Recent(Vec<PathBuf>);

impl Recent {
    pub const MOST: usize = 12;

    pub fn add(&mut self, path: &Path) {
        self.forget(path);
        self.0.insert(0, path.to_owned());
        self.0.truncate(Self::MOST);
    }

    pub fn forget(&mut self, path: &Path) {
        self.0.retain(|kept| kept != path);
    }

    pub fn clear(&mut self) {
        self.0.clear();
    }

    pub fn paths(&self) -> &[PathBuf] {
        &self.0
    }

    /// What a hand-edited file may have made too long.
    pub(super) fn bounded(mut self) -> Self {
        self.0.truncate(Self::MOST);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_stands_first_and_each_path_once() {
        let mut recent = Recent::default();
        for name in ["a", "b", "a"] {
            recent.add(Path::new(name));
        }
        assert_eq!(recent.paths(), [PathBuf::from("a"), PathBuf::from("b")]);
    }

    #[test]
    fn the_oldest_leaves_when_the_list_is_full() {
        let mut recent = Recent::default();
        for number in 0..20 {
            recent.add(Path::new(&number.to_string()));
        }
        assert_eq!(recent.paths().len(), Recent::MOST);
        assert_eq!(recent.paths().first(), Some(&PathBuf::from("19")));
    }
}
