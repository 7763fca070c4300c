//! Looks at the packed parts of a PDF file before any is unpacked.
//!
//! A part says how it is packed, and a few bytes may unpack to gigabytes. Each
//! is unpacked here first without being kept, and no further than to its limit.

use std::io::{self, Read};

use flate2::read::{DeflateDecoder, ZlibDecoder};
use memchr::memmem;

use crate::article::error::Fault;

/// The largest part, and all parts together, in bytes unpacked. Pictures,
/// which are never unpacked, are counted too: a page that is scanned in grey
/// at 600 dots an inch fits, one in colour at 400.
const PART: u64 = 64 << 20;
const ALL: u64 = 384 << 20;

/// The most that a byte unpacks to: deflate, and the others.
const DEFLATE: u64 = 1032;
const LZW: u64 = 2560;
const RUNS: u64 = 64;

/// How far before its data a part's dictionary may begin.
const DICTIONARY: usize = 16 << 10;

/// # Errors
/// [`Fault::Swollen`] where a part unpacks to more than any document has.
pub(super) fn check(bytes: &[u8]) -> Result<(), Fault> {
    let mut left = ALL;
    for at in memmem::find_iter(bytes, b"stream") {
        let (before, after) = bytes.split_at(at);
        if before.ends_with(b"end") {
            continue;
        }
        let data = after.get(b"stream".len()..).unwrap_or_default();
        let data = data
            .strip_prefix(b"\r\n")
            .or_else(|| data.strip_prefix(b"\n"))
            .or_else(|| data.strip_prefix(b"\r"))
            .unwrap_or(data);
        let size = Packing::of(before).unpacked(data);
        left = match size {
            Some(size) => left.checked_sub(size).ok_or(Fault::Swollen)?,
            None => return Err(Fault::Swollen),
        };
    }
    Ok(())
}

/// How a part is packed, as far as its dictionary tells.
#[derive(Default)]
struct Packing {
    deflate: usize,
    lzw: usize,
    runs: usize,
    /// Bytes written as letters: unpacked first, and smaller then.
    letters: bool,
}

impl Packing {
    /// From what stands before the part.
    fn of(before: &[u8]) -> Self {
        let start = before.len().saturating_sub(DICTIONARY);
        let near = before.get(start..).unwrap_or_default();
        let begin = memmem::rfind(near, b"obj").unwrap_or(0);
        let mut packing = Self::default();
        for name in names(near.get(begin..).unwrap_or_default()) {
            match name.as_slice() {
                b"FlateDecode" | b"Fl" => packing.deflate += 1,
                b"LZWDecode" | b"LZW" => packing.lzw += 1,
                b"RunLengthDecode" | b"RL" => packing.runs += 1,
                b"ASCII85Decode" | b"A85" | b"ASCIIHexDecode" | b"AHx" => packing.letters = true,
                _ => {}
            }
        }
        packing
    }

    /// The size of the part, unpacked; nothing where it is too large.
    fn unpacked(&self, data: &[u8]) -> Option<u64> {
        let end = memmem::find(data, b"endstream").unwrap_or(data.len());
        let length = end as u64;
        let size = match (self.deflate, self.lzw, self.runs) {
            // Packed bytes may hold the word that ends a part.
            (1, 0, 0) if !self.letters => return inflated(data),
            // The parts of a chain would multiply.
            (deflate, lzw, runs) if deflate + lzw + runs > 1 => return None,
            (1, ..) => length * DEFLATE,
            (_, 1, _) => length * LZW,
            (.., 1) => length * RUNS,
            _ => length,
        };
        (size <= PART).then_some(size)
    }
}

fn inflated(data: &[u8]) -> Option<u64> {
    let count = |source: &mut dyn Read| {
        let mut sink = io::sink();
        // What cannot be unpacked to its end has been counted up to there.
        let mut counted = Counted { source, count: 0 };
        let _ = io::copy(&mut (&mut counted).take(PART + 1), &mut sink);
        counted.count
    };
    let zlib = count(&mut ZlibDecoder::new(data));
    let size = if zlib == 0 {
        count(&mut DeflateDecoder::new(data))
    } else {
        zlib
    };
    (size <= PART).then_some(size)
}

struct Counted<'r> {
    source: &'r mut dyn Read,
    count: u64,
}

impl Read for Counted<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(into)?;
        self.count += read as u64;
        Ok(read)
    }
}

/// The names in a dictionary, with what is written as `#xx` in them.
fn names(dictionary: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let parts = dictionary.split(|byte| *byte == b'/').skip(1);
    parts.map(|part| {
        let length = part
            .iter()
            .position(|byte| byte.is_ascii_whitespace() || b"[]<>()/%".contains(byte));
        let mut name = Vec::new();
        let mut rest = part.get(..length.unwrap_or(part.len())).unwrap_or_default();
        while let Some((first, tail)) = rest.split_first() {
            let code = tail.get(..2).filter(|_| *first == b'#').and_then(|hex| {
                let hex = std::str::from_utf8(hex).ok()?;
                u8::from_str_radix(hex, 16).ok()
            });
            name.push(code.unwrap_or(*first));
            rest = if code.is_some() {
                tail.get(2..).unwrap_or_default()
            } else {
                tail
            };
        }
        name
    })
}
