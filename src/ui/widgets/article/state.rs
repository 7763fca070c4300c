//! What an article view keeps between frames.

use eframe::egui::{Context, Id};

use super::flow::{Flow, Part};
use super::style::ReadingStyle;
use super::{ArticleView, Page};
use crate::arabic::Span;
use crate::text::select::{Selection, Unit};

/// Keep one for each article that is open: it holds the place in the text and
/// the selection.
#[derive(Default)]
pub struct ArticleViewState {
    pub(super) flow: Flow,
    key: Option<Key>,
    pub(super) selected: Selection,
    /// Of the top of the view in the column, in points.
    pub(super) offset: f64,
    pub(super) view_height: f32,
    /// The text at the top of the view and how far above the top it begins.
    anchor: Option<(usize, f64)>,
    wanted: Option<Span>,
    /// Whether the offset was set for a new flow.
    replaced: bool,
    /// How far the keyboard or a drag past the edge wants to scroll.
    pub(super) scroll_by: f32,
    pub(super) presses: Presses,
    /// The keyboard came here by itself, so it is to be seen.
    pub(super) by_keyboard: bool,
    /// Where the caret would go on the next line up or down.
    pub(super) column: Option<f32>,
}

#[derive(Clone, PartialEq)]
struct Key {
    id: Id,
    length: usize,
    blocks: usize,
    style: ReadingStyle,
    width: f32,
    scale: f32,
}

/// Presses of the pointer that follow each other at one place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Presses {
    pub count: u32,
    pub time: f64,
    pub at: eframe::egui::Pos2,
}

impl ArticleViewState {
    /// Brings `span` on screen, unless it is there.
    pub fn scroll_to(&mut self, span: Span) {
        self.wanted = Some(span);
    }

    /// To the first line.
    pub fn scroll_to_top(&mut self) {
        self.scroll_by = f32::NEG_INFINITY;
    }

    pub fn select(&mut self, span: Span) {
        self.selected = Selection::of(span.range(), Unit::Character);
    }

    pub fn clear_selection(&mut self) {
        self.selected = Selection::at(self.selected.focus());
    }

    pub fn selection(&self) -> Span {
        let range = self.selected.range();
        Span::new(range.start, range.end)
    }

    /// Exactly the bytes of `text` between the ends of the selection.
    pub fn selected_text<'a>(&self, text: &'a str) -> &'a str {
        self.selection().of(text)
    }

    /// Makes the flow anew where the text or how it is set has changed. The
    /// place in the text is kept while the text is the same.
    pub(super) fn prepare(&mut self, view: &ArticleView<'_>, width: f32, scale: f32) {
        let key = Key {
            id: view.id,
            length: view.text.len(),
            blocks: view.blocks.len(),
            style: view.style.clone(),
            width,
            scale,
        };
        if self.key.as_ref() == Some(&key) {
            return;
        }
        let same_text = self
            .key
            .as_ref()
            .is_some_and(|old| old.id == key.id && old.length == key.length);
        self.flow = Flow::new(view.text, view.blocks, &view.style, width, scale);
        if !same_text {
            self.selected = Selection::default();
            self.anchor = None;
            self.offset = 0.0;
        }
        self.key = Some(key);
        self.column = None;
        self.replaced = true;
        if let Some((byte, above)) = self.anchor
            && let Some(part) = self.flow.holding(byte)
        {
            self.offset = (self.flow.top(part) - above).max(0.0);
        }
    }

    /// Lays out what will be seen and brings the offset to where it is wanted.
    /// Whether it differs from where the view was left.
    pub(super) fn settle(&mut self, ctx: &Context, page: &Page<'_>, height: f32) -> bool {
        let height = f64::from(height);
        let before = self.offset;
        let forced = std::mem::take(&mut self.replaced) || self.scroll_by != 0.0;
        let mut measure = |part: &Part| page.layout(ctx, part).height;
        // Half a window over and under what is seen.
        let reach = (0.5 * height, 1.5 * height);
        self.offset = (self.offset + f64::from(std::mem::take(&mut self.scroll_by))).max(0.0);
        let end = (self.flow.height() - height).max(0.0);
        self.offset = self.offset.min(end);
        self.offset += self.flow.measure(self.offset, reach, &mut measure);
        if let Some(wanted) = self.wanted.take()
            && let Some(index) = self.flow.holding(wanted.start)
        {
            self.flow.measure(self.flow.top(index), reach, &mut measure);
            let (top, bottom) = page.heights_of(ctx, self, index, wanted);
            let seen = top >= self.offset && bottom <= self.offset + height;
            if !seen {
                self.offset = top - height * 0.3;
                // What is measured above the target moves it.
                self.offset += self.flow.measure(self.offset, reach, &mut measure);
            }
        }
        let end = (self.flow.height() - height).max(0.0);
        self.offset = self.offset.clamp(0.0, end);
        forced || (self.offset - before).abs() > 0.01
    }

    /// Notes what text is at height `y`, the top of the view.
    pub(super) fn anchor(&mut self, y: f64) {
        self.anchor = self.flow.at(y).and_then(|index| {
            let part = self.flow.parts.get(index)?;
            Some((part.bytes.start, self.flow.top(index) - y))
        });
    }
}
