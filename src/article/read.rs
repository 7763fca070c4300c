//! Bytes from a file, never more than [`LIMIT`] of them.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::Fault;

/// The largest file that is read, in bytes. An article has some thousand
/// letters; this holds a shelf of books, and keeps a mistaken click on a disk
/// image from filling the memory.
pub const LIMIT: u64 = 16 << 20;

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
