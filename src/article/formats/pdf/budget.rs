//! What reading a PDF file may cost. A file that asks for more is read no
//! further.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use hayro_syntax::object::Stream;

/// How long a file may be worked on.
pub(super) const TIME: Duration = Duration::from_secs(8);

/// Instructions, and glyphs: a shelf of books has fewer.
const STEPS: usize = 20_000_000;
const GLYPHS: usize = 1_500_000;

/// Streams of instructions: those of pages, and forms each time they are shown.
const STREAMS: usize = 20_000;

/// Bytes of drawing instructions, unpacked.
const BYTES: usize = 192 << 20;

pub(super) struct Budget {
    steps: usize,
    glyphs: usize,
    streams: usize,
    bytes: usize,
    until: Instant,
    spent: bool,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self {
            steps: STEPS,
            glyphs: GLYPHS,
            streams: STREAMS,
            bytes: BYTES,
            until: Instant::now() + TIME,
            spent: false,
        }
    }

    /// Whether there is leave for one more step.
    pub(super) fn step(&mut self) -> bool {
        self.steps = self.steps.saturating_sub(1);
        if self.steps == 0 || (self.steps.is_multiple_of(4096) && Instant::now() > self.until) {
            self.spent = true;
        }
        !self.spent
    }

    /// Whether there is leave for one more glyph.
    pub(super) fn glyph(&mut self) -> bool {
        self.glyphs = self.glyphs.saturating_sub(1);
        self.spent |= self.glyphs == 0;
        self.step()
    }

    /// Whether something was left undone.
    pub(super) fn is_spent(&self) -> bool {
        self.spent
    }

    /// The instructions in a stream; nothing where they cannot be unpacked.
    pub(super) fn unpack<'s>(&mut self, stream: &'s Stream<'_>) -> Option<Cow<'s, [u8]>> {
        self.streams = self.streams.saturating_sub(1);
        self.spent |= self.streams == 0;
        if self.spent {
            return None;
        }
        let bytes = stream.decoded_data().ok()?;
        match self.bytes.checked_sub(bytes.len()) {
            Some(left) => self.bytes = left,
            None => {
                self.spent = true;
                return None;
            }
        }
        Some(bytes)
    }
}
