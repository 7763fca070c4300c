//! Where a caret goes: in the order the eye sees, and to the ends of lines.

use super::paragraph::{Cluster, Cursor, Line, Paragraph};

/// Narrower than this, in points, is nothing to step over.
const NOTHING: f32 = 0.01;

impl Paragraph {
    /// One step to the right or left as seen; past the end of a line to the
    /// next one in reading order. `None` where the paragraph ends.
    pub fn step(&self, cursor: Cursor, right: bool) -> Option<Cursor> {
        let index = self.line_of(cursor);
        let line = self.lines.get(index)?;
        let clusters = self.clusters_of(line);
        let mut slot = slot(clusters, cursor).unwrap_or(if self.rtl { clusters.len() } else { 0 });
        loop {
            let crossed = if right {
                clusters.get(slot)
            } else {
                slot.checked_sub(1).and_then(|before| clusters.get(before))
            };
            let Some(cluster) = crossed else {
                return self.leave(index, right != self.rtl);
            };
            slot = if right { slot + 1 } else { slot - 1 };
            if cluster.width < NOTHING && !self.ends_line(line, cluster) {
                continue;
            }
            return Some(self.crossed(index, line, cluster, right));
        }
    }

    /// The place behind `cluster`, which was crossed to the right or left.
    fn crossed(&self, index: usize, line: &Line, cluster: &Cluster, right: bool) -> Cursor {
        if right == cluster.rtl {
            return Cursor::before(cluster.bytes.start);
        }
        let at_end = cluster.bytes.end == line.bytes.end && index + 1 < self.lines.len();
        if at_end {
            Cursor::before(cluster.bytes.end)
        } else {
            Cursor::after(cluster.bytes.end)
        }
    }

    /// Out of a line at its end or start: onto the next or previous one.
    fn leave(&self, index: usize, forward: bool) -> Option<Cursor> {
        if forward {
            let next = self.lines.get(index + 1)?;
            return Some(Cursor::before(next.bytes.start));
        }
        let previous = self.lines.get(index.checked_sub(1)?)?;
        let last = self
            .clusters_of(previous)
            .iter()
            .max_by_key(|cluster| cluster.bytes.start);
        Some(Cursor::before(
            last.map_or(previous.bytes.start, |cluster| cluster.bytes.start),
        ))
    }

    /// The start of the line that shows `cursor`.
    pub fn line_start(&self, cursor: Cursor) -> Cursor {
        self.lines
            .get(self.line_of(cursor))
            .map_or(cursor, |line| Cursor::before(line.bytes.start))
    }

    /// The end of the line that shows `cursor`, before its line end.
    pub fn line_end(&self, cursor: Cursor) -> Cursor {
        let Some(line) = self.lines.get(self.line_of(cursor)) else {
            return cursor;
        };
        let newline = self
            .clusters_of(line)
            .iter()
            .find(|cluster| self.ends_line(line, cluster));
        match newline {
            Some(newline) => Cursor::before(newline.bytes.start),
            None => Cursor::after(line.bytes.end),
        }
    }
}

/// Between which clusters a caret at `cursor` stands: before that index.
fn slot(clusters: &[Cluster], cursor: Cursor) -> Option<usize> {
    let following = || {
        clusters
            .iter()
            .position(|cluster| cluster.bytes.contains(&cursor.byte))
            .map(|index| index + usize::from(clusters[index].rtl))
    };
    let preceding = || {
        clusters
            .iter()
            .position(|cluster| {
                cursor.byte > cluster.bytes.start && cursor.byte <= cluster.bytes.end
            })
            .map(|index| index + usize::from(!clusters[index].rtl))
    };
    if cursor.upstream {
        preceding().or_else(following)
    } else {
        following().or_else(preceding)
    }
}
