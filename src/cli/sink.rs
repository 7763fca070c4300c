//! Where documents go: standard output, or one file each in a folder.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

use super::format::Format;
use crate::locale::Language;

pub(super) enum Sink {
    Stream(Stream),
    Folder(Folder),
}

pub(super) struct Stream {
    format: Format,
    language: Language,
    begun: bool,
}

/// A folder, and the names already given in it.
pub(super) struct Folder {
    path: PathBuf,
    extension: &'static str,
    given: FxHashSet<String>,
    /// Articles that are being read, which no card may overwrite.
    articles: FxHashSet<PathBuf>,
}

impl Sink {
    /// # Errors
    /// Where the folder cannot be made.
    pub(super) fn new<'a>(
        format: Format,
        language: Language,
        out: Option<&Path>,
        articles: impl Iterator<Item = &'a Path>,
    ) -> io::Result<Self> {
        let Some(path) = out else {
            return Ok(Self::Stream(Stream {
                format,
                language,
                begun: false,
            }));
        };
        std::fs::create_dir_all(path)?;
        let real = articles.filter_map(|path| path.canonicalize().ok());
        Ok(Self::Folder(Folder {
            path: path.to_owned(),
            extension: format.extension(),
            given: FxHashSet::default(),
            articles: real.collect(),
        }))
    }

    /// Writes one document whole. `stem` names its file.
    pub(super) fn write(&mut self, stem: &str, document: &str) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.write(document),
            Self::Folder(folder) => folder.write(stem, document),
        }
    }

    /// Writes what stands after the last document.
    pub(super) fn finish(self) -> io::Result<()> {
        match self {
            Self::Stream(stream) => stream.finish(),
            Self::Folder(_) => Ok(()),
        }
    }
}

impl Stream {
    fn write(&mut self, document: &str) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        let before = self.format.before(!self.begun, self.language);
        self.begun = true;
        stdout.write_all(before.as_bytes())?;
        stdout.write_all(document.as_bytes())
    }

    fn finish(self) -> io::Result<()> {
        let mut stdout = io::stdout().lock();
        if self.begun {
            stdout.write_all(self.format.after().as_bytes())?;
        }
        stdout.flush()
    }
}

impl Folder {
    fn write(&mut self, stem: &str, document: &str) -> io::Result<()> {
        let name = self.name(stem);
        let path = self.path.join(name);
        let real = path.canonicalize();
        if real.is_ok_and(|real| self.articles.contains(&real)) {
            return Err(io::Error::new(
                io::ErrorKind::AlreadyExists,
                format!(
                    "{} is an article itself; choose another folder",
                    path.display()
                ),
            ));
        }
        std::fs::write(path, document)
    }

    /// `STEM.EXT`, and for further articles of the same stem `STEM-2.EXT`,
    /// `STEM-3.EXT` in the order of the arguments. Names that differ only in
    /// case are the same file on some systems.
    fn name(&mut self, stem: &str) -> String {
        let mut number = 1;
        loop {
            let name = match number {
                1 => format!("{stem}.{}", self.extension),
                _ => format!("{stem}-{number}.{}", self.extension),
            };
            if self.given.insert(name.to_lowercase()) {
                return name;
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_articles_share_a_name() {
        let mut folder = Folder {
            path: PathBuf::new(),
            extension: "json",
            given: FxHashSet::default(),
            articles: FxHashSet::default(),
        };
        let names = ["a", "a-2", "a", "A"].map(|stem| folder.name(stem));
        assert_eq!(names, ["a.json", "a-2.json", "a-3.json", "A-4.json"]);
    }
}
