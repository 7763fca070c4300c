//! Glyphs as pixels in texture pages.
//!
//! swash rasterises each glyph once for its face, size, horizontal quarter of
//! a pixel and kind of ink; what is new since the last frame is handed out as
//! patches for the pages. Nothing is hinted: letters keep their places at
//! every scale factor. Pages are given up only between frames.

use rustc_hash::FxHashMap;
use swash::FontRef;
use swash::scale::image::Content;
use swash::scale::{Render, ScaleContext, Source, StrikeWith};
use swash::zeno::Vector;

use super::paragraph::Run;

/// The width and height of a page in pixels: one holds what a window of one
/// article shows.
pub const PAGE: [usize; 2] = [1024, 512];
/// Above this many pages all are given up at the next frame.
const MAX_PAGES: usize = 12;
/// Between glyphs, so that no filter mixes neighbours.
const GAP: usize = 1;

/// Whether a glyph is lighter than its ground. Light ink on a dark ground
/// looks thinner than it is, so its coverage is raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    Dark,
    Light,
}

/// Where a glyph's pixels are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slot {
    pub page: usize,
    /// In pixels of the page.
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
    /// From the glyph's origin to the left and top edge, y downwards.
    pub left: i32,
    pub top: i32,
    /// Whether the pixels have colours of their own.
    pub coloured: bool,
}

/// Pixels to be put into a page: premultiplied RGBA, row by row.
#[derive(Clone, Debug)]
pub struct Patch {
    pub page: usize,
    pub x: usize,
    pub y: usize,
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<[u8; 4]>,
}

/// What all glyphs of a run have in common, as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Look(u32);

#[derive(Clone, PartialEq, Eq, Hash)]
struct LookKey {
    blob: u64,
    index: u32,
    coords: Box<[i16]>,
    size: u32,
    embolden: bool,
    ink: Ink,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Key {
    look: Look,
    glyph: u32,
    quarter: u8,
}

#[derive(Default)]
pub struct Atlas {
    looks: FxHashMap<LookKey, Look>,
    glyphs: FxHashMap<Key, Option<Slot>>,
    pages: Vec<Page>,
    patches: Vec<Patch>,
    scaler: ScaleContext,
}

/// Filled in rows from the top, each row as high as its highest glyph.
#[derive(Default)]
struct Page {
    x: usize,
    y: usize,
    row: usize,
}

impl Atlas {
    /// How the glyphs of a run look in this ink: asked once for all of them.
    pub fn look(&mut self, run: &Run, ink: Ink) -> Look {
        let key = LookKey {
            blob: run.font.data.id(),
            index: run.font.index,
            coords: run.coords.as_slice().into(),
            size: run.size.to_bits(),
            embolden: run.embolden,
            ink,
        };
        let next = Look(u32::try_from(self.looks.len()).unwrap_or(u32::MAX));
        *self.looks.entry(key).or_insert(next)
    }

    /// The slot of a glyph of `run` whose origin is `quarter` quarters of a
    /// pixel right of a pixel's edge; `None` where there is nothing to see.
    pub fn glyph(
        &mut self,
        run: &Run,
        (look, ink): (Look, Ink),
        glyph: u32,
        quarter: u8,
    ) -> Option<Slot> {
        let key = Key {
            look,
            glyph,
            quarter,
        };
        if let Some(slot) = self.glyphs.get(&key) {
            return *slot;
        }
        let slot = self.rasterise(run, glyph, quarter, ink);
        self.glyphs.insert(key, slot);
        slot
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pages.len()
    }

    /// What changed since the last call.
    pub fn take_patches(&mut self) -> Vec<Patch> {
        std::mem::take(&mut self.patches)
    }

    /// Whether there are too many pages, in which case all are given up: every
    /// slot handed out before is void.
    pub fn give_up_if_full(&mut self) -> bool {
        if self.pages.len() <= MAX_PAGES {
            return false;
        }
        self.pages.clear();
        self.glyphs.clear();
        self.looks.clear();
        self.patches.clear();
        true
    }

    fn rasterise(&mut self, run: &Run, glyph: u32, quarter: u8, ink: Ink) -> Option<Slot> {
        let font = FontRef::from_index(run.font.data.data(), run.font.index as usize)?;
        let id = [run.font.data.id(), u64::from(run.font.index)];
        let mut scaler = self
            .scaler
            .builder_with_id(font, id)
            .size(run.size)
            .normalized_coords(run.coords.iter())
            .build();
        let mut render = Render::new(&[
            Source::ColorOutline(0),
            Source::ColorBitmap(StrikeWith::BestFit),
            Source::Outline,
        ]);
        render.offset(Vector::new(f32::from(quarter) / 4.0, 0.0));
        if run.embolden {
            render.embolden(run.size / 36.0);
        }
        let image = render.render(&mut scaler, u16::try_from(glyph).ok()?)?;
        let width = image.placement.width as usize;
        let height = image.placement.height as usize;
        if width == 0 || height == 0 {
            return None;
        }
        let coloured = image.content == Content::Color;
        let pixels: Vec<[u8; 4]> = if coloured {
            image
                .data
                .as_chunks::<4>()
                .0
                .iter()
                .map(premultiplied)
                .collect()
        } else {
            image.data.iter().map(|&c| [coverage(c, ink); 4]).collect()
        };
        if pixels.len() != width * height {
            return None;
        }
        let (page, x, y) = self.place(width, height)?;
        self.patches.push(Patch {
            page,
            x,
            y,
            width,
            height,
            pixels,
        });
        Some(Slot {
            page,
            x,
            y,
            width,
            height,
            left: image.placement.left,
            top: -image.placement.top,
            coloured,
        })
    }

    /// `None` for what is larger than a page.
    fn place(&mut self, width: usize, height: usize) -> Option<(usize, usize, usize)> {
        if width + GAP > PAGE[0] || height + GAP > PAGE[1] {
            return None;
        }
        let last = self.pages.len().saturating_sub(1);
        if let Some(page) = self.pages.last_mut()
            && let Some((x, y)) = page.place(width, height)
        {
            return Some((last, x, y));
        }
        let mut page = Page::default();
        let (x, y) = page.place(width, height)?;
        self.pages.push(page);
        Some((self.pages.len() - 1, x, y))
    }
}

impl Page {
    fn place(&mut self, width: usize, height: usize) -> Option<(usize, usize)> {
        if self.x + width + GAP > PAGE[0] {
            self.x = 0;
            self.y += self.row;
            self.row = 0;
        }
        if self.y + height + GAP > PAGE[1] {
            return None;
        }
        let place = (self.x, self.y);
        self.x += width + GAP;
        self.row = self.row.max(height + GAP);
        Some(place)
    }
}

fn coverage(coverage: u8, ink: Ink) -> u8 {
    match ink {
        Ink::Dark => coverage,
        Ink::Light => {
            let c = f32::from(coverage) / 255.0;
            ((2.0 * c - c * c) * 255.0).round() as u8
        }
    }
}

fn premultiplied(&[r, g, b, a]: &[u8; 4]) -> [u8; 4] {
    let times = |c: u8| (u16::from(c) * u16::from(a) / 255) as u8;
    [times(r), times(g), times(b), a]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Catalogue, Style, Typesetter};

    fn glyph(atlas: &mut Atlas, run: &Run, glyph: u32, quarter: u8, ink: Ink) -> Option<Slot> {
        let look = atlas.look(run, ink);
        atlas.glyph(run, (look, ink), glyph, quarter)
    }

    fn run(size: f32) -> (Run, Vec<u32>) {
        let mut typesetter = Typesetter::new(Catalogue::bundled_only());
        let style = Style::interface(size);
        let paragraph = typesetter.layout("قوات", &style, f32::INFINITY, 1.0);
        let run = paragraph.runs[0].clone();
        let glyphs = paragraph.glyphs_of(&run);
        (run, glyphs.iter().map(|glyph| glyph.id).collect())
    }

    #[test]
    fn a_glyph_is_rasterised_once_for_each_quarter_and_ink() {
        let (run, glyphs) = run(18.0);
        let mut atlas = Atlas::default();
        let slot = glyph(&mut atlas, &run, glyphs[0], 0, Ink::Dark);
        assert!(slot.is_some());
        assert_eq!(glyph(&mut atlas, &run, glyphs[0], 0, Ink::Dark), slot);
        assert_eq!(atlas.take_patches().len(), 1);
        assert_ne!(glyph(&mut atlas, &run, glyphs[0], 1, Ink::Dark), slot);
        assert_ne!(glyph(&mut atlas, &run, glyphs[0], 0, Ink::Light), slot);
        assert_eq!(atlas.take_patches().len(), 2);
    }

    #[test]
    fn slots_lie_in_their_pages_and_apart() {
        let mut atlas = Atlas::default();
        let mut slots = Vec::new();
        for size in 8..90 {
            let (run, glyphs) = run(size as f32);
            for id in glyphs {
                slots.extend(glyph(&mut atlas, &run, id, 0, Ink::Dark));
            }
        }
        assert!(slots.len() > 200);
        for (index, a) in slots.iter().enumerate() {
            assert!(a.x + a.width <= PAGE[0] && a.y + a.height <= PAGE[1]);
            for b in &slots[..index] {
                let apart = a.page != b.page
                    || a.x + a.width <= b.x
                    || b.x + b.width <= a.x
                    || a.y + a.height <= b.y
                    || b.y + b.height <= a.y;
                assert!(apart, "{a:?} {b:?}");
            }
        }
    }

    #[test]
    fn pages_are_given_up_when_there_are_too_many() {
        let mut atlas = Atlas::default();
        let mut size = 300;
        while atlas.pages() <= MAX_PAGES {
            let (run, glyphs) = run(size as f32);
            for id in glyphs {
                glyph(&mut atlas, &run, id, 0, Ink::Dark);
            }
            size += 1;
        }
        assert!(atlas.give_up_if_full());
        assert_eq!(atlas.pages(), 0);
        let (run, glyphs) = run(18.0);
        assert!(glyph(&mut atlas, &run, glyphs[0], 0, Ink::Dark).is_some());
        assert!(!atlas.give_up_if_full());
    }

    #[test]
    fn a_glyph_larger_than_a_page_is_left_out() {
        let (run, glyphs) = run(4000.0);
        let mut atlas = Atlas::default();
        assert_eq!(glyph(&mut atlas, &run, glyphs[0], 0, Ink::Dark), None);
        assert_eq!(atlas.pages(), 0);
    }
}
