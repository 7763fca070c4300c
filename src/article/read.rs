//! Bytes from a file, never more than [`LIMIT`] of them.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::Fault;

/// The largest file that is read, in bytes. An article has some thousand
/// letters; this holds a shelf of books, and keeps a mistaken click on a disk
/// image from filling the memory.
pub const LIMIT: u64 = 16 << 20;

/// More files than these in one folder are no pile of articles, and deeper
/// ones nobody meant.
const MOST_FILES: usize = 5_000;
const DEEPEST: usize = 8;

/// The files in a folder and in the folders in it, by name; the path itself
/// where it is no folder, or one without a file. Hidden files are left out and
/// links to folders not followed.
pub fn files(path: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    if path.is_dir() {
        gather(path, 0, &mut found);
    }
    if found.is_empty() {
        found.push(path.to_owned());
    }
    found
}

fn gather(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    // What cannot be listed holds nothing that can be read.
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if hidden || found.len() >= MOST_FILES {
            continue;
        }
        if kind.is_dir() {
            if depth < DEEPEST {
                gather(&entry.path(), depth + 1, found);
            }
        } else {
            found.push(entry.path());
        }
    }
}

/// All bytes of a file. Its size is looked at before anything is read.
pub(super) fn file(path: &Path) -> Result<Vec<u8>, Fault> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(Fault::Folder);
    }
    if about.len() > LIMIT {
        return Err(Fault::TooLarge);
    }
    bounded(file)
}

/// The first bytes of a file.
pub(super) fn head(path: &Path, length: u64) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    File::open(path)?.take(length).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// All bytes of a stream, which may have no size to look at.
pub(super) fn bounded(source: impl Read) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    source.take(LIMIT + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LIMIT {
        return Err(Fault::TooLarge);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_the_files_in_it_by_name() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("2024");
        std::fs::create_dir(&inner).unwrap();
        assert_eq!(files(folder.path()), [folder.path()]);
        for name in ["b.txt", "a.jpg", ".hidden"] {
            std::fs::write(folder.path().join(name), "x").unwrap();
        }
        std::fs::write(inner.join("c.txt"), "x").unwrap();
        let names = files(folder.path());
        let names: Vec<_> = names
            .iter()
            .map(|file| file.strip_prefix(folder.path()).unwrap().to_str().unwrap())
            .collect();
        assert_eq!(names, ["2024/c.txt", "a.jpg", "b.txt"]);
        assert_eq!(files(&inner.join("c.txt")), [inner.join("c.txt")]);
    }

    #[test]
    fn a_stream_without_end_is_cut_off() {
        assert!(matches!(
            bounded(std::io::repeat(b'a')),
            Err(Fault::TooLarge)
        ));
    }

    #[test]
    fn a_stream_of_the_limit_is_read_whole() {
        let bytes = bounded(std::io::repeat(b'a').take(LIMIT)).unwrap();
        assert_eq!(bytes.len() as u64, LIMIT);
    }
}
