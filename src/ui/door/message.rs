//! What a second start says to the window that is open: the files to show.
//!
//! A line that names the program and the version of this form, then the
//! absolute paths, each closed by a zero byte, then one zero byte more. What is
//! read is judged as it comes in: another beginning, or more than [`LIMIT`]
//! bytes, is not waited out.

use std::path::{Path, PathBuf};

const OPENING: &[u8] = b"mawqif 1\n";

/// Bytes of the longest message; some thousand paths.
pub const LIMIT: usize = 1 << 20;

/// What the window answers once it has the files.
pub const TAKEN: &[u8; 6] = b"taken\n";

/// What the bytes so far are.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// The beginning of a message.
    Part,
    Whole(Vec<PathBuf>),
    Garbage,
}

/// The message; none where it would be too long, or where the system has a
/// path that it cannot hold.
pub fn write(files: &[PathBuf]) -> Option<Vec<u8>> {
    let mut message = OPENING.to_vec();
    for file in files {
        let bytes = bytes_of(file).filter(|bytes| !bytes.is_empty() && !bytes.contains(&0))?;
        message.extend(bytes);
        message.push(0);
    }
    message.push(0);
    (message.len() <= LIMIT).then_some(message)
}

pub fn read(bytes: &[u8]) -> Heard {
    let Some(files) = bytes.strip_prefix(OPENING) else {
        return if OPENING.starts_with(bytes) {
            Heard::Part
        } else {
            Heard::Garbage
        };
    };
    if bytes.len() > LIMIT {
        return Heard::Garbage;
    }
    let whole = match files {
        [0, rest @ ..] => return whole_if(rest.is_empty(), Vec::new()),
        _ => memchr::memmem::find(files, &[0, 0]),
    };
    let Some(end) = whole else {
        return Heard::Part;
    };
    let paths = files.get(..end).unwrap_or_default();
    let paths: Option<Vec<_>> = paths.split(|&byte| byte == 0).map(path_of).collect();
    match paths {
        Some(paths) if paths.iter().all(|path| path.is_absolute()) => {
            whole_if(end + 2 == files.len(), paths)
        }
        _ => Heard::Garbage,
    }
}

fn whole_if(nothing_follows: bool, paths: Vec<PathBuf>) -> Heard {
    if nothing_follows {
        Heard::Whole(paths)
    } else {
        Heard::Garbage
    }
}

#[cfg(unix)]
fn bytes_of(path: &Path) -> Option<&[u8]> {
    use std::os::unix::ffi::OsStrExt;
    Some(path.as_os_str().as_bytes())
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    Some(std::ffi::OsStr::from_bytes(bytes).into())
}

#[cfg(not(unix))]
fn bytes_of(path: &Path) -> Option<&[u8]> {
    path.to_str().map(str::as_bytes)
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> Option<PathBuf> {
    std::str::from_utf8(bytes).ok().map(PathBuf::from)
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::ffi::OsStrExt;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_start_without_files_says_just_that() {
        let message = write(&[]).unwrap();
        assert_eq!(read(&message), Heard::Whole(Vec::new()));
    }

    #[test]
    fn what_is_no_message_is_known_at_once() {
        for garbage in [
            &b"GET / HTTP/1.1\r\n\r\n"[..],
            b"mawqif 2\n\0",
            b"\0",
            b"mawqif 1\nrelative/path\0\0",
            b"mawqif 1\n/a\0\0more",
            b"mawqif 1\n\0more",
        ] {
            assert_eq!(read(garbage), Heard::Garbage, "{garbage:?}");
        }
        let mut endless = OPENING.to_vec();
        endless.resize(LIMIT + 1, b'/');
        assert_eq!(read(&endless), Heard::Garbage);
    }

    #[test]
    fn too_many_files_for_a_message_are_not_sent() {
        let long = PathBuf::from(format!("/{}", "a".repeat(4000)));
        assert_eq!(write(&vec![long; 300]), None);
    }

    proptest! {
        /// Names of files are any bytes but zero, and come in pieces.
        #[test]
        fn paths_arrive_as_they_were_sent(
            names in prop::collection::vec(prop::collection::vec(1u8.., 1..40), 0..6),
            cut in any::<prop::sample::Index>(),
        ) {
            let files: Vec<PathBuf> = names
                .iter()
                .map(|name| Path::new("/").join(std::ffi::OsStr::from_bytes(name)))
                .collect();
            let message = write(&files).unwrap();
            prop_assert_eq!(read(&message[..cut.index(message.len())]), Heard::Part);
            prop_assert_eq!(read(&message), Heard::Whole(files));
        }

        #[test]
        fn any_bytes_are_judged(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let mut after = OPENING.to_vec();
            after.extend(&bytes);
            for bytes in [bytes, after] {
                if let Heard::Whole(files) = read(&bytes) {
                    prop_assert_eq!(write(&files), Some(bytes));
                }
            }
        }
    }
}
