//! Where a caret goes: in the order the eye sees, and to the ends of lines.

use super::paragraph::{Cluster, Cursor, Paragraph};

/// Narrower than this, in points, is nothing to step over.
const NOTHING: f32 = 0.01;

impl Paragraph {
    /// One step to the right or left as seen; past the end of a line to the
    /// next one in reading order. `None` where the paragraph ends.
    pub fn step(&self, cursor: Cursor, right: bool) -> Option<Cursor> {
        let index = self.line_of(cursor);
        let clusters = self.clusters_of(self.lines.get(index)?);
        let start = if self.rtl { clusters.len() } else { 0 };
        self.walk(index, slot(clusters, cursor).unwrap_or(start), right)
    }

    /// From before the cluster `slot` of the line `index`.
    fn walk(&self, index: usize, mut slot: usize, right: bool) -> Option<Cursor> {
        let line = self.lines.get(index)?;
        let clusters = self.clusters_of(line);
        loop {
            let crossed = if right {
                clusters.get(slot)
            } else {
                slot.checked_sub(1).and_then(|before| clusters.get(before))
            };
            let Some(cluster) = crossed else {
                return self.leave(index, right);
            };
            slot = if right { slot + 1 } else { slot - 1 };
            let at_end = cluster.bytes.end == line.bytes.end;
            if cluster.width < NOTHING && !at_end {
                continue;
            }
            // The end of a line is the start of the next.
            let at_edge = slot == if right { clusters.len() } else { 0 };
            if at_end && at_edge && self.onward(right) && index + 1 < self.lines.len() {
                return self.leave(index, right);
            }
            return Some(if right == cluster.rtl {
                Cursor::before(cluster.bytes.start)
            } else {
                Cursor::after(cluster.bytes.end)
            });
        }
    }

    /// Off the edge of the line `index`: onto the start of the next one, or
    /// back over the last cluster of the one before.
    fn leave(&self, index: usize, right: bool) -> Option<Cursor> {
        if !self.onward(right) {
            let previous = index.checked_sub(1)?;
            let clusters = self.clusters_of(self.lines.get(previous)?);
            return self.walk(previous, if right { 0 } else { clusters.len() }, right);
        }
        let line = self.lines.get(index + 1)?;
        let clusters = self.clusters_of(line);
        let edge = if right {
            clusters.first()
        } else {
            clusters.last()
        };
        Some(match edge {
            Some(cluster) if cluster.rtl == right => Cursor::after(cluster.bytes.end),
            Some(cluster) => Cursor::before(cluster.bytes.start),
            None => Cursor::before(line.bytes.start),
        })
    }

    /// Whether the right (or left) is where reading goes.
    pub const fn onward(&self, right: bool) -> bool {
        right != self.rtl
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
