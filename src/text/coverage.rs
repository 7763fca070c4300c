//! Which characters a face has glyphs for.

use swash::FontRef;

/// The characters of one face, as sorted ranges of code points.
#[derive(Clone, Debug, Default)]
pub struct Coverage(Vec<(u32, u32)>);

impl Coverage {
    /// Empty where `data` holds no face that can be read at `index`.
    pub fn of_face(data: &[u8], index: u32) -> Self {
        let Some(font) = FontRef::from_index(data, index as usize) else {
            return Self::default();
        };
        let mut points = Vec::new();
        font.charmap().enumerate(|point, glyph| {
            if glyph != 0 {
                points.push(point);
            }
        });
        points.sort_unstable();
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for point in points {
            match ranges.last_mut() {
                Some((_, end)) if point <= *end => {}
                Some((_, end)) if point == *end + 1 => *end = point,
                _ => ranges.push((point, point)),
            }
        }
        Self(ranges)
    }

    pub fn has(&self, c: char) -> bool {
        let point = c as u32;
        let after = self.0.partition_point(|(start, _)| *start <= point);
        after
            .checked_sub(1)
            .and_then(|index| self.0.get(index))
            .is_some_and(|(_, end)| point <= *end)
    }

    /// Whether every letter of Standard Arabic is there.
    pub fn has_arabic(&self) -> bool {
        ('\u{0621}'..='\u{063a}')
            .chain('\u{0641}'..='\u{064a}')
            .all(|letter| self.has(letter))
    }
}
