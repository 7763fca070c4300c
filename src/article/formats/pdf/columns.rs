//! Which chunks stand in one column, and in what order columns are read.

use super::lines::Chunk;

/// Chunks that are read together, and the column that they stand in.
pub(super) struct Column {
    pub(super) chunks: Vec<Chunk>,
    /// Into how many columns the page is cut there, and which of them this is.
    pub(super) of: usize,
    pub(super) index: usize,
}

/// The narrowest gutter, in sizes of type.
const GUTTER: f32 = 0.8;

/// The narrowest column, in sizes of type, and the least lines in it.
const WIDTH: f32 = 6.0;
const LINES: usize = 3;

/// A gutter shows within so many chunks, or there is none.
const FIRST: usize = 64;

/// Columns are not looked for among more chunks than a newspaper's page has.
const MOST: usize = 4000;

/// Cuts a page into columns, in reading order. `leftward`: the text runs from
/// right to left, so that the right column is read first.
pub(super) fn columns(mut chunks: Vec<Chunk>, leftward: bool) -> Vec<Column> {
    chunks.sort_by(|a, b| b.top().total_cmp(&a.top()));
    let mut columns: Vec<Column> = Vec::new();
    let mut rest = chunks.as_slice();
    while let Some((first, tail)) = rest.split_first() {
        let found = (chunks.len() <= MOST).then(|| side_by_side(rest)).flatten();
        if let Some((length, gutters)) = found {
            let (these, after) = rest.split_at(length);
            columns.extend(cut(these, &gutters, leftward));
            rest = after;
            continue;
        }
        match columns.last_mut() {
            Some(column) if column.of == 1 => column.chunks.push(first.clone()),
            _ => columns.push(Column {
                chunks: vec![first.clone()],
                of: 1,
                index: 0,
            }),
        }
        rest = tail;
    }
    columns
}

fn cut(chunks: &[Chunk], gutters: &[f32], leftward: bool) -> Vec<Column> {
    let of = gutters.len() + 1;
    let mut parts: Vec<Vec<Chunk>> = vec![Vec::new(); of];
    for chunk in chunks {
        let middle = f32::midpoint(chunk.left, chunk.right);
        let which = gutters.iter().filter(|gutter| **gutter < middle).count();
        if let Some(part) = parts.get_mut(which) {
            part.push(chunk.clone());
        }
    }
    if leftward {
        parts.reverse();
    }
    let parts = parts.into_iter().enumerate();
    parts
        .map(|(index, chunks)| Column { chunks, of, index })
        .collect()
}

/// How many chunks from the first on stand in columns, and the middles of the
/// gutters between these; nothing where the first is in none.
fn side_by_side(chunks: &[Chunk]) -> Option<(usize, Vec<f32>)> {
    let mut best = None;
    let mut covered: Vec<(f32, f32)> = Vec::new();
    for (at, chunk) in chunks.iter().enumerate() {
        cover(&mut covered, chunk.left, chunk.right);
        let gaps = gaps(&covered, chunk.size);
        if gaps.is_empty() {
            if best.is_some() || at >= FIRST {
                break;
            }
        } else if are_columns(chunks.get(..=at).unwrap_or_default(), &gaps) {
            best = Some((at + 1, gaps));
        }
    }
    best
}

/// Adds a stretch to stretches that are sorted and apart.
fn cover(covered: &mut Vec<(f32, f32)>, left: f32, right: f32) {
    let (mut left, mut right) = (left, right);
    covered.retain(|&(a, b)| {
        let apart = b < left || a > right;
        if !apart {
            left = left.min(a);
            right = right.max(b);
        }
        apart
    });
    let at = covered.partition_point(|&(a, _)| a < left);
    covered.insert(at, (left, right));
}

/// The middles of gaps that are wide enough, where the columns are too.
fn gaps(covered: &[(f32, f32)], size: f32) -> Vec<f32> {
    let narrow = |&(a, b): &(f32, f32)| b - a < size * WIDTH;
    if covered.iter().any(narrow) {
        return Vec::new();
    }
    let pairs = covered.iter().zip(covered.iter().skip(1));
    pairs
        .filter(|((_, end), (start, _))| start - end >= size * GUTTER)
        .map(|((_, end), (start, _))| f32::midpoint(*end, *start))
        .collect()
}

/// Whether each part has lines enough, and they stand beside each other.
fn are_columns(chunks: &[Chunk], gutters: &[f32]) -> bool {
    let mut parts = vec![Part::default(); gutters.len() + 1];
    for chunk in chunks {
        let middle = f32::midpoint(chunk.left, chunk.right);
        let which = gutters.iter().filter(|gutter| **gutter < middle).count();
        if let Some(part) = parts.get_mut(which) {
            part.add(chunk);
        }
    }
    let top = parts.iter().map(|part| part.top).fold(f32::MAX, f32::min);
    let bottom = parts
        .iter()
        .map(|part| part.bottom)
        .fold(f32::MIN, f32::max);
    parts.iter().all(|part| part.lines >= LINES) && top > bottom
}

#[derive(Clone)]
struct Part {
    lines: usize,
    top: f32,
    bottom: f32,
    last: f32,
}

impl Default for Part {
    fn default() -> Self {
        Self {
            lines: 0,
            top: f32::MIN,
            bottom: f32::MAX,
            last: f32::MAX,
        }
    }
}

impl Part {
    fn add(&mut self, chunk: &Chunk) {
        if (self.last - chunk.baseline).abs() > chunk.size * 0.5 {
            self.lines += 1;
        }
        self.last = chunk.baseline;
        self.top = self.top.max(chunk.top());
        self.bottom = self.bottom.min(chunk.bottom());
    }
}
