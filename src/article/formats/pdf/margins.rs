//! What stands round the text of every page: running headers and footers, and
//! page numbers. It is told by its place, which is the same on several pages.

use std::collections::{HashMap, HashSet};

use super::lines::Chunk;

/// How many rows, at the top and at the bottom of a page, may be headers and
/// footers.
const ROWS: usize = 3;

/// How far, in points, the places of a header on two pages differ.
const NEAR: f32 = 4.0;

/// One page: the rows of chunks on it, from top to bottom.
pub(super) struct Sheet {
    pub(super) rows: Vec<Vec<Chunk>>,
}

/// Takes the headers, footers and page numbers off, and tells how many.
pub(super) fn clear(sheets: &mut [Sheet]) -> usize {
    // On how many pages a row stands.
    let mut seen: HashMap<Key, usize> = HashMap::new();
    for sheet in &*sheets {
        let keys: HashSet<Key> = sheet.rims().map(|row| Key::of(row)).collect();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    // Left and right pages may differ, the first may have none.
    let often = (sheets.len() / 3).max(2);
    let is_repeated = |row: &[Chunk]| {
        let key = Key::of(row);
        let times = (-1..=1).filter_map(|step| seen.get(&key.moved(step)));
        times.sum::<usize>() >= often
    };
    let all = |sheet: &Sheet| sheet.rows.iter().all(|row| is_repeated(row));
    if sheets.iter().all(all) {
        // Each page shows the same, and no more.
        return 0;
    }
    let mut cleared = 0;
    for sheet in sheets {
        let gone: HashSet<Key> = sheet
            .rims()
            .filter(|row| is_repeated(row) || sheet.is_number(row))
            .map(|row| Key::of(row))
            .collect();
        let before = sheet.rows.len();
        sheet.rows.retain(|row| !gone.contains(&Key::of(row)));
        cleared += before - sheet.rows.len();
    }
    cleared
}

impl Sheet {
    /// The rows at the top and at the bottom.
    fn rims(&self) -> impl Iterator<Item = &Vec<Chunk>> {
        let bottom = self.rows.len().saturating_sub(ROWS);
        let rows = self.rows.iter().enumerate();
        rows.filter(move |(at, _)| *at < ROWS || *at >= bottom)
            .map(|(_, row)| row)
    }

    /// Whether a row is a number that stands alone, outside all other text.
    fn is_number(&self, row: &[Chunk]) -> bool {
        let text = Key::of(row).text;
        let bare = text.contains('0') && text.chars().all(|c| "0/-–—|()[]. ".contains(c));
        let Some(number) = row.first().filter(|_| bare) else {
            return false;
        };
        let far = number.size * 1.5;
        let first = self
            .rows
            .first()
            .is_some_and(|first| Key::of(first) == Key::of(row));
        let last = self
            .rows
            .last()
            .is_some_and(|last| Key::of(last) == Key::of(row));
        let text = |row: Option<&Vec<Chunk>>| row.and_then(|row| row.first()).cloned();
        match self.rows.len().checked_sub(2) {
            None => false,
            Some(second) if last => text(self.rows.get(second))
                .is_some_and(|other| other.bottom() > number.baseline + far),
            Some(_) if first => {
                text(self.rows.get(1)).is_some_and(|other| other.top() < number.baseline - far)
            }
            Some(_) => false,
        }
    }
}

/// What a row shows, with one zero for every number, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    text: String,
    height: i32,
}

impl Key {
    fn of(row: &[Chunk]) -> Self {
        let mut text = String::new();
        let glyphs = row.iter().flat_map(|chunk| &chunk.glyphs);
        for c in glyphs.flat_map(|glyph| glyph.text.chars()) {
            let c = if c.is_numeric() { '0' } else { c };
            if !(c == '0' && text.ends_with('0')) {
                text.push(c);
            }
        }
        let baseline = row.first().map_or(0.0, |chunk| chunk.baseline);
        #[expect(clippy::cast_possible_truncation, reason = "points on a page")]
        let height = (baseline / NEAR).round() as i32;
        let text = text.trim().to_owned();
        Self { text, height }
    }

    fn moved(&self, step: i32) -> Self {
        let height = self.height + step;
        Self {
            text: self.text.clone(),
            height,
        }
    }
}
