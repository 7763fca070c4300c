//! Layouts kept from frame to frame.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

use super::layout::Style;
use super::paragraph::Paragraph;

/// Above this many layouts the ones no longer on screen are dropped.
const KEEP: usize = 512;
/// Frames a layout may go unused before it can be dropped.
const PATIENCE: u64 = 20;

#[derive(Default)]
pub struct LayoutCache {
    entries: FxHashMap<u64, Entry>,
}

struct Entry {
    text: Box<str>,
    style: Style,
    width: f32,
    scale: f32,
    paragraph: Arc<Paragraph>,
    used: u64,
}

impl LayoutCache {
    /// The kept layout, or what `make` gives.
    pub fn get(
        &mut self,
        (text, style, width, scale): (&str, &Style, f32, f32),
        frame: u64,
        make: impl FnOnce() -> Arc<Paragraph>,
    ) -> Arc<Paragraph> {
        let key = key(text, style, width, scale);
        if let Some(entry) = self.entries.get_mut(&key)
            && *entry.text == *text
            && entry.style == *style
            && entry.width == width
            && entry.scale == scale
        {
            entry.used = frame;
            return Arc::clone(&entry.paragraph);
        }
        let paragraph = make();
        let entry = Entry {
            text: text.into(),
            style: style.clone(),
            width,
            scale,
            paragraph: Arc::clone(&paragraph),
            used: frame,
        };
        self.entries.insert(key, entry);
        paragraph
    }

    pub fn sweep(&mut self, frame: u64) {
        if self.entries.len() > KEEP {
            self.entries
                .retain(|_, entry| entry.used + PATIENCE >= frame);
        }
    }

    pub fn clear(&mut self) {
        self.entries.clear();
    }
}

fn key(text: &str, style: &Style, width: f32, scale: f32) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    style.family.hash(&mut hasher);
    style.weight.hash(&mut hasher);
    style.direction.hash(&mut hasher);
    style.align.hash(&mut hasher);
    style.max_lines.hash(&mut hasher);
    for number in [style.size, style.line_height, width, scale] {
        number.to_bits().hash(&mut hasher);
    }
    hasher.finish()
}
