//! Glyphs become lines, each in the order the eye sees: from left to right.

use super::glyph::{Glyph, Ink, is_mark};
use crate::article::sniff::is_arabic_letter;

/// Glyphs that were shown one after the other on one baseline, without a wide
/// gap between them.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    pub(super) glyphs: Vec<Glyph>,
    /// Marks that wait for their letters: each with the number of glyphs that
    /// were shown before it.
    marks: Vec<(usize, Glyph)>,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    pub(super) size: f32,
}

/// The parts of a text line above and below the baseline, in sizes of type.
const ASCENT: f32 = 0.7;
const DESCENT: f32 = 0.2;

/// A gap that parts two chunks on one baseline, in sizes of type.
const FAR: f32 = 1.0;

/// White space that stands alone is looked for beside so many chunks.
const MOST: usize = 2000;

/// How much nearer a mark is to the letter before it that it stands on, in
/// sizes of type.
const MARK: f32 = 0.15;

impl Chunk {
    fn new(glyph: Glyph) -> Self {
        Self {
            left: glyph.left,
            right: glyph.right,
            baseline: glyph.baseline,
            size: glyph.size,
            glyphs: vec![glyph],
            marks: Vec::new(),
        }
    }

    pub(super) fn top(&self) -> f32 {
        self.baseline + self.size * ASCENT
    }

    pub(super) fn bottom(&self) -> f32 {
        self.baseline - self.size * DESCENT
    }

    /// Whether a glyph that is shown next goes on with this chunk.
    fn takes(&self, glyph: &Glyph) -> bool {
        let Some(last) = self.glyphs.last() else {
            return false;
        };
        let size = self.size.max(glyph.size);
        let apart = (glyph.left - last.right).max(last.left - glyph.right);
        let drop = (glyph.baseline - self.baseline).abs();
        apart < size * FAR && drop < size * if glyph.is_mark() { 1.0 } else { 0.08 }
    }

    fn push(&mut self, glyph: Glyph) {
        if glyph.is_mark() {
            self.marks.push((self.glyphs.len(), glyph));
            return;
        }
        if !glyph.is_space() {
            self.left = self.left.min(glyph.left);
            self.right = self.right.max(glyph.right);
            self.size = self.size.max(glyph.size);
        }
        self.glyphs.push(glyph);
    }

    /// Puts the marks on their letters. White space at its ends is not part of
    /// what it covers.
    fn finish(&mut self) {
        // Shaped text is shown from left to right, so that of two marks on a
        // letter the one that is written last comes first.
        for (at, mark) in std::mem::take(&mut self.marks).into_iter().rev() {
            self.attach(at, &mark);
        }
        let dark = self.glyphs.iter().filter(|glyph| !glyph.is_space());
        let (mut left, mut right) = (f32::MAX, f32::MIN);
        for glyph in dark {
            left = left.min(glyph.left);
            right = right.max(glyph.right);
        }
        (self.left, self.right) = (left, right);
    }
}

impl Chunk {
    /// Puts a mark, before which `at` glyphs are shown, on its letter: that
    /// shown after it, where its ink is not nearer to the one before.
    fn attach(&mut self, at: usize, mark: &Glyph) {
        let middle = match mark.ink {
            Ink::Mark(middle) => middle,
            _ => f32::midpoint(mark.left, mark.right),
        };
        let apart = |glyph: &Glyph| (glyph.left - middle).max(middle - glyph.right).max(0.0);
        let letter = |at: usize| self.glyphs.get(at).filter(|glyph| !glyph.is_space());
        let before = at.checked_sub(1).and_then(letter).map(apart);
        let after = letter(at).map(apart);
        let at = match (before, after) {
            (Some(before), Some(after)) if before + mark.size * MARK < after => at - 1,
            (Some(_), None) => at - 1,
            _ => at,
        };
        let Some(letter) = self.glyphs.get_mut(at) else {
            return;
        };
        // In a ligature the first letter is on the right.
        let bases = letter.text.chars().filter(|c| !is_mark(*c)).count().max(1);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a small number of letters; what is out of range saturates"
        )]
        let which =
            ((letter.right - middle) / letter.width().max(0.01) * bases as f32).max(0.0) as usize;
        let at = place_of_mark(&letter.text, which.min(bases - 1));
        letter.text.insert_str(at, &mark.text);
    }
}

/// The chunks of a page, in the order they are shown. White space
/// that stands alone goes with what is beside it.
pub(super) fn chunks(glyphs: Vec<Glyph>) -> Vec<Chunk> {
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut early: Vec<(usize, Glyph)> = Vec::new();
    for glyph in glyphs.into_iter().filter(|glyph| !glyph.text.is_empty()) {
        match chunks.last_mut() {
            Some(chunk) if chunk.takes(&glyph) => chunk.push(glyph),
            _ if glyph.is_mark() => early.push((0, glyph)),
            _ => {
                let mut chunk = Chunk::new(glyph);
                chunk.marks.append(&mut early);
                chunks.push(chunk);
            }
        }
    }
    if let Some(chunk) = chunks.last_mut() {
        chunk.marks.append(&mut early);
    }
    chunks.iter_mut().for_each(Chunk::finish);
    let (mut dark, blank): (Vec<Chunk>, Vec<Chunk>) = chunks
        .into_iter()
        .partition(|chunk| chunk.left <= chunk.right);
    for space in blank.into_iter().flat_map(|chunk| chunk.glyphs) {
        let near = dark.iter_mut().take(MOST).find(|chunk| {
            let level = (chunk.baseline - space.baseline).abs() < space.size * 0.1;
            let far = space.size * FAR;
            level && space.left > chunk.left - far && space.right < chunk.right + far
        });
        if let Some(chunk) = near {
            chunk.glyphs.push(space);
        }
    }
    dark
}

/// One line of text, its glyphs from left to right.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) glyphs: Vec<Glyph>,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    /// Of most of its type.
    pub(super) size: f32,
}

/// The lines of a column, from top to bottom.
pub(super) fn lines(chunks: Vec<Chunk>) -> Vec<Line> {
    rows(chunks).into_iter().map(Line::new).collect()
}

/// Chunks that stand at one height, from top to bottom.
pub(super) fn rows(mut chunks: Vec<Chunk>) -> Vec<Vec<Chunk>> {
    chunks.sort_by(|a, b| b.baseline.total_cmp(&a.baseline));
    let mut rows: Vec<Vec<Chunk>> = Vec::new();
    for chunk in chunks {
        match rows.last_mut() {
            Some(row) if row.iter().any(|other| same_row(other, &chunk)) => row.push(chunk),
            _ => rows.push(vec![chunk]),
        }
    }
    rows
}

/// Whether the smaller of two stands at the height of the larger: a raised
/// number does, the next line does not.
fn same_row(a: &Chunk, b: &Chunk) -> bool {
    let common = a.top().min(b.top()) - a.bottom().max(b.bottom());
    let least = (a.top() - a.bottom()).min(b.top() - b.bottom());
    common > least * 0.5
}

impl Line {
    fn new(row: Vec<Chunk>) -> Self {
        let left = row.iter().map(|chunk| chunk.left).fold(f32::MAX, f32::min);
        let right = row.iter().map(|chunk| chunk.right).fold(f32::MIN, f32::max);
        let main = row
            .iter()
            .max_by(|a, b| (a.right - a.left).total_cmp(&(b.right - b.left)));
        let (baseline, size) = main.map_or((0.0, 1.0), |chunk| (chunk.baseline, chunk.size));
        let mut glyphs: Vec<Glyph> = row.into_iter().flat_map(|chunk| chunk.glyphs).collect();
        glyphs.sort_by(|a, b| (a.left + a.right).total_cmp(&(b.left + b.right)));
        // Type that is shown twice a hair apart, to look bold, is there once.
        glyphs.dedup_by(|next, one| {
            let hair = next.width() * 0.2;
            next.text == one.text
                && (next.left - one.left).abs() < hair
                && (next.right - one.right).abs() < hair
        });
        unstretch(&mut glyphs);
        settle(&mut glyphs);
        Self {
            glyphs,
            left,
            right,
            baseline,
            size,
        }
    }
}

/// Takes out the bars that stretch a word, which are drawn between two letters
/// of it. What a file says that they say is often wrong.
fn unstretch(glyphs: &mut Vec<Glyph>) {
    if glyphs.iter().all(|glyph| glyph.ink != Ink::Bar) {
        return;
    }
    let is_letter = |glyph: &Glyph| glyph.text.chars().any(is_arabic_letter);
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut bars: Vec<Glyph> = Vec::new();
    for glyph in glyphs.drain(..) {
        if glyph.ink == Ink::Bar {
            bars.push(glyph);
            continue;
        }
        let before = kept.last_mut().filter(|before| is_letter(before));
        match before {
            Some(before) if is_letter(&glyph) => {
                // The letter reaches as far as what joins it.
                before.right = bars
                    .iter()
                    .map(|bar| bar.right)
                    .fold(before.right, f32::max);
                bars.clear();
            }
            _ => kept.append(&mut bars),
        }
        kept.push(glyph);
    }
    kept.append(&mut bars);
    *glyphs = kept;
}

/// Where spaces are drawn apart from the words, one of two beside a short word
/// is at times drawn upon the word: it belongs in the gap on the other side.
fn settle(glyphs: &mut [Glyph]) {
    for at in 2..glyphs.len().saturating_sub(1) {
        let Some([twin, space, word, next]) = glyphs.get_mut(at - 2..at + 2) else {
            continue;
        };
        let upon = space.right - word.left > space.width() / 2.0;
        let gap = next.left - word.right;
        if twin.is_space() && space.is_space() && upon && !word.is_space() && !next.is_space() {
            let width = space.width();
            if gap > width / 2.0 {
                (space.left, space.right) = (word.right, word.right + width.min(gap));
                std::mem::swap(space, word);
            }
        }
    }
}

/// Where a mark on the letter of this number goes: after the marks it has.
fn place_of_mark(text: &str, which: usize) -> usize {
    let mut bases = text
        .char_indices()
        .filter(|(_, c)| !is_mark(*c))
        .skip(which + 1);
    bases.next().map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, left: f32, right: f32) -> Glyph {
        Glyph {
            text: text.to_owned(),
            left,
            right,
            baseline: 0.0,
            size: 12.0,
            run: 0,
            face: 0,
            ink: Ink::Plain,
            artifact: false,
        }
    }

    #[test]
    fn a_space_drawn_upon_a_word_stands_in_the_gap_beside_it() {
        let mut glyphs = [
            shown("ي", 0.0, 4.0),
            shown(" ", 4.0, 7.0),
            shown(" ", 7.0, 10.0),
            shown("لا", 7.0, 14.0),
            shown("م", 17.0, 22.0),
        ];
        settle(&mut glyphs);
        let seen: String = glyphs.iter().map(|glyph| glyph.text.as_str()).collect();
        assert_eq!(seen, "ي لا م");
        // Two spaces in a row that lie on nothing are left as they are.
        let mut apart = glyphs.clone();
        apart.swap(2, 3);
        (apart[2].left, apart[2].right) = (4.5, 7.0);
        settle(&mut apart);
        assert_eq!(apart[2].text, " ");
    }
}
