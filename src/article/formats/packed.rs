//! Files packed as ZIP, of which Word and OpenDocument documents are made.
//!
//! What a part says of its size is not believed: no more than [`MOST`] bytes
//! of it are ever unpacked.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::article::error::Fault;

/// The largest part that is unpacked, in bytes: a document of the largest file
/// that is read, with all its marks.
const MOST: u64 = 64 << 20;

pub(super) struct Packed<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
}

impl<'b> Packed<'b> {
    /// # Errors
    /// [`Fault::Damaged`] where the list of parts cannot be read.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Damaged)?;
        Ok(Self { archive })
    }

    pub(super) fn holds(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    pub(super) fn holds_under(&self, folder: &str) -> bool {
        let mut names = self.archive.file_names().filter_map(Result::ok);
        names.any(|name| name.starts_with(folder))
    }

    /// A part, unpacked; none where there is no such part.
    ///
    /// # Errors
    /// Where it cannot be unpacked, is locked, or is larger than any document.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(index) = self.archive.index_for_name(name) else {
            return Ok(None);
        };
        let part = self.archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(why)
                if why == zip::result::ZipError::PASSWORD_REQUIRED =>
            {
                Fault::Locked
            }
            _ => Fault::Damaged,
        })?;
        let mut bytes = Vec::new();
        let read = part.take(MOST + 1).read_to_end(&mut bytes);
        read.map_err(|_| Fault::Damaged)?;
        if bytes.len() as u64 > MOST {
            return Err(Fault::Swollen);
        }
        Ok(Some(bytes))
    }
}
