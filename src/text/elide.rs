//! Texts that may take only so many lines end with an ellipsis.
//!
//! The ellipsis is laid out with what is left of the text, so that it stands
//! where reading ends: at the left of an Arabic line. It stands for all bytes
//! that are left out.

use super::layout::{Job, Typesetter};
use super::paragraph::{Cluster, Paragraph};
use super::pieces::LIMIT;

const ELLIPSIS: &str = "…";
/// Of the size; narrower ones are marks.
const NARROWEST_LETTER: f32 = 0.15;

impl Typesetter {
    /// At most `limit` lines. What cannot be reached by `limit` lines of the
    /// narrowest letters is cut off before shaping; so is what makes an
    /// unbounded line longer than any screen.
    pub(super) fn layout_limited(&mut self, text: &str, job: &Job<'_>, limit: usize) -> Paragraph {
        let reach = if job.width.is_finite() {
            let letters = job.width / (job.style.size.max(1.0) * NARROWEST_LETTER);
            (letters as usize + 8)
                .saturating_mul(limit)
                .saturating_mul(4)
        } else {
            limit.saturating_mul(LIMIT)
        };
        let shown = text
            .get(..text.floor_char_boundary(reach))
            .unwrap_or_default();
        let whole = self.layout_all(shown, job);
        if whole.lines.len() <= limit && shown.len() == text.len() {
            return whole;
        }
        self.elide(text, &whole, job, limit)
    }

    /// Leaves out the end of `text` so that what is left and an ellipsis fill
    /// `limit` lines.
    fn elide(&mut self, text: &str, whole: &Paragraph, job: &Job<'_>, limit: usize) -> Paragraph {
        let ellipsis = self.layout_all(ELLIPSIS, job).width;
        let last = limit.min(whole.lines.len()).saturating_sub(1);
        let Some(line) = whole.lines.get(last) else {
            return whole.clone();
        };
        // The clusters of the last line and, if it ended early for a long
        // word, of the next one, in the order of the text.
        let mut clusters: Vec<&Cluster> = whole
            .lines
            .iter()
            .skip(last)
            .take(if line.hard_break { 1 } else { 2 })
            .flat_map(|line| whole.clusters_of(line))
            .collect();
        clusters.sort_by_key(|cluster| cluster.bytes.start);
        let mut room = job.width - ellipsis;
        let mut ends: Vec<usize> = vec![line.bytes.start];
        for cluster in clusters {
            room -= cluster.width;
            if room < 0.0 || (line.hard_break && cluster.bytes.end >= line.bytes.end) {
                break;
            }
            ends.push(cluster.bytes.end);
        }
        // Shaping joins letters anew at the cut, so the guess is tried.
        let mut shown = Paragraph::default();
        for end in cuts(text, &ends) {
            let kept = text.get(..end).unwrap_or_default().trim_end();
            shown = self.layout_all(&format!("{kept}{ELLIPSIS}"), job);
            shown.elided = true;
            cover_to(&mut shown, kept.len(), text.len());
            if shown.lines.len() <= limit && last_line_width(&shown) <= job.width + 0.01 {
                break;
            }
        }
        keep_lines(&mut shown, limit);
        shown
    }
}

/// The last line alone: one before it may hold what cannot be broken.
fn last_line_width(paragraph: &Paragraph) -> f32 {
    let clusters = paragraph
        .lines
        .last()
        .map_or(&[][..], |line| paragraph.clusters_of(line));
    clusters.iter().map(|cluster| cluster.width).sum()
}

/// Where to try to cut a text that fits up to one of `ends`, the best first:
/// after a whole word if not much room is lost by it, else as late as can be.
fn cuts(text: &str, ends: &[usize]) -> Vec<usize> {
    const TRIES: usize = 24;
    let after_word = |end: &usize| {
        let rest = text.get(*end..).unwrap_or_default();
        rest.starts_with(char::is_whitespace)
    };
    let late = || ends.iter().rev().copied();
    late()
        .take(TRIES / 2)
        .find(after_word)
        .into_iter()
        .chain(late().take(TRIES))
        .chain(ends.first().copied())
        .collect()
}

/// Where the width is too small for anything, more lines than allowed may be
/// left; they are not shown.
fn keep_lines(paragraph: &mut Paragraph, limit: usize) {
    paragraph.lines.truncate(limit);
    if let Some(line) = paragraph.lines.last() {
        paragraph.height = line.bottom;
        paragraph.clusters.truncate(line.clusters.end);
        paragraph.runs.truncate(line.runs.end);
    }
}

/// Lets the ellipsis at `from` stand for the text up to `to`.
fn cover_to(paragraph: &mut Paragraph, from: usize, to: usize) {
    for cluster in &mut paragraph.clusters {
        if cluster.bytes.end > from {
            cluster.bytes = cluster.bytes.start.min(from)..to;
        }
    }
    if let Some(line) = paragraph.lines.last_mut() {
        line.bytes.end = to;
    }
}
