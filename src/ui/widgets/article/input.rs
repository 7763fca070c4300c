//! Pointer and keyboard in an article: selecting, scrolling, copying.

use eframe::egui::{
    Context, Event, EventFilter, Key, Modifiers, OutputCommand, PointerButton, Pos2, Rect,
    Response, Ui,
};

use super::super::keep_keys;
use super::{ArticleViewState, Page, Place, Window, state::Presses};
use crate::text::edit::Motion;
use crate::text::select::{Selection, Unit};
use crate::text::{Cursor, Point, words};

/// Presses this near in seconds and points count together.
const AGAIN: (f64, f32) = (0.4, 6.0);
/// Of the distance past the edge, in points a second.
const AUTOSCROLL: f32 = 12.0;

const FILTER: EventFilter = EventFilter {
    tab: false,
    horizontal_arrows: true,
    vertical_arrows: true,
    escape: false,
};

impl Page<'_> {
    /// What was clicked, and whether the selection was copied.
    pub(super) fn handle(
        &self,
        ui: &Ui,
        response: &Response,
        state: &mut ArticleViewState,
        window: &Window,
    ) -> (Option<usize>, bool) {
        let clicked = self.point(ui, response, state, window);
        let mut copied = false;
        if response.gained_focus() {
            state.by_keyboard = ui.input(|input| !input.pointer.any_pressed());
        }
        if response.has_focus() {
            keep_keys(ui, response, FILTER);
        }
        let free = ui.memory(|memory| memory.focused().is_none());
        if response.has_focus() || free {
            for event in ui.input(|input| input.events.clone()) {
                copied |= self.key(ui.ctx(), state, &event);
            }
        }
        (clicked, copied)
    }

    fn point(
        &self,
        ui: &Ui,
        response: &Response,
        state: &mut ArticleViewState,
        window: &Window,
    ) -> Option<usize> {
        if response.contains_pointer() {
            for event in ui.input(|input| input.events.clone()) {
                if let Event::PointerButton {
                    pos,
                    button: PointerButton::Primary,
                    pressed: true,
                    modifiers,
                } = event
                {
                    response.request_focus();
                    state.by_keyboard = false;
                    self.press(ui, state, pos, window.place(pos), modifiers.shift);
                }
            }
        }
        if response.dragged_by(PointerButton::Primary) {
            let pos = response.interact_pointer_pos()?;
            autoscroll(ui, state, pos, window.screen);
            let inside = pos.clamp(window.screen.min, window.screen.max);
            let cursor = self.hit(ui.ctx(), state, window.place(inside));
            let there = self.unit(state, state.selected.unit(), cursor);
            state.selected.drag(cursor, there);
        } else if response.drag_stopped() && !state.selected.is_empty() {
            let text = state.selected_text(self.view.text).to_owned();
            ui.ctx().send_cmd(OutputCommand::TextSelectionSettled(text));
        }
        if response.clicked() && state.selected.is_empty() {
            let pos = response.interact_pointer_pos()?;
            return self.byte_under(ui.ctx(), state, window.place(pos));
        }
        None
    }

    /// A press begins a selection: of letters, then a word, then a paragraph.
    fn press(&self, ui: &Ui, state: &mut ArticleViewState, pos: Pos2, place: Place, shift: bool) {
        let count = count_press(ui, &mut state.presses, pos);
        let cursor = self.hit(ui.ctx(), state, place);
        state.column = None;
        if shift {
            state.selected.extend(cursor);
            return;
        }
        state.selected = match count {
            1 => Selection::at(cursor),
            2 => Selection::of(self.unit(state, Unit::Word, cursor), Unit::Word),
            _ => Selection::of(self.unit(state, Unit::Paragraph, cursor), Unit::Paragraph),
        };
    }

    /// The cursor nearest to a place in the column.
    fn hit(&self, ctx: &Context, state: &ArticleViewState, (x, y): Place) -> Cursor {
        let Some(index) = state.flow.at(y) else {
            return Cursor::default();
        };
        let Some(part) = state.flow.parts.get(index) else {
            return Cursor::default();
        };
        let point = Point::new(x, (y - state.flow.top(index)) as f32);
        let hit = self.layout(ctx, part).hit(point);
        Cursor {
            byte: part.bytes.start + hit.byte,
            ..hit
        }
    }

    /// The word or paragraph at `cursor`.
    fn unit(&self, state: &ArticleViewState, unit: Unit, cursor: Cursor) -> std::ops::Range<usize> {
        let block = state.flow.block_at(cursor.byte);
        match unit {
            Unit::Character => cursor.byte..cursor.byte,
            Unit::Paragraph => block.range(),
            Unit::Word => {
                let text = block.of(self.view.text);
                let byte = cursor.byte.saturating_sub(block.start);
                let byte = if cursor.upstream {
                    words::previous_grapheme(text, byte)
                } else {
                    byte
                };
                let word = words::word_at(text, byte);
                block.start + word.start..block.start + word.end
            }
        }
    }

    /// Whether the selection was copied.
    fn key(&self, ctx: &Context, state: &mut ArticleViewState, event: &Event) -> bool {
        let page = (state.view_height * 0.9).max(40.0);
        match event {
            Event::Copy if !state.selected.is_empty() => {
                ctx.copy_text(state.selected_text(self.view.text).to_owned());
                return true;
            }
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => self.pressed(ctx, state, *key, *modifiers, page),
            _ => {}
        }
        false
    }

    fn pressed(
        &self,
        ctx: &Context,
        state: &mut ArticleViewState,
        key: Key,
        modifiers: Modifiers,
        page: f32,
    ) {
        let Modifiers { shift, command, .. } = modifiers;
        let line = self.view.style.size * self.view.style.line_height;
        match key {
            Key::A if command => {
                state.selected = Selection::of(0..self.view.text.len(), Unit::Character)
            }
            Key::ArrowUp if shift => self.vertical(ctx, state, -line),
            Key::ArrowDown if shift => self.vertical(ctx, state, line),
            Key::PageUp if shift => self.vertical(ctx, state, -page),
            Key::PageDown if shift => self.vertical(ctx, state, page),
            Key::ArrowLeft if shift => {
                self.extend(ctx, state, step(command, Motion::WordLeft, Motion::Left))
            }
            Key::ArrowRight if shift => {
                self.extend(ctx, state, step(command, Motion::WordRight, Motion::Right))
            }
            Key::Home if shift => self.extend(
                ctx,
                state,
                step(command, Motion::TextStart, Motion::LineStart),
            ),
            Key::End if shift => {
                self.extend(ctx, state, step(command, Motion::TextEnd, Motion::LineEnd))
            }
            Key::ArrowUp => state.scroll_by -= 1.5 * line,
            Key::ArrowDown => state.scroll_by += 1.5 * line,
            Key::PageUp => state.scroll_by -= page,
            Key::PageDown => state.scroll_by += page,
            Key::Space if shift => state.scroll_by -= page,
            Key::Space => state.scroll_by += page,
            Key::Home => state.scroll_by = f32::NEG_INFINITY,
            Key::End => state.scroll_by = f32::INFINITY,
            _ => {}
        }
        if state.scroll_by != 0.0 {
            ctx.request_repaint();
        }
    }

    /// Moves the moving end of the selection.
    fn extend(&self, ctx: &Context, state: &mut ArticleViewState, motion: Motion) {
        state.column = None;
        let focus = state.selected.focus();
        let Some(index) = state.flow.holding(focus.byte) else {
            return;
        };
        let Some(part) = state.flow.parts.get(index) else {
            return;
        };
        let paragraph = self.layout(ctx, part);
        let text = self.view.text;
        let start = part.bytes.start;
        let here = Cursor {
            byte: focus.byte.saturating_sub(start),
            ..focus
        };
        let beyond = |forward: bool| match forward {
            true => state
                .flow
                .parts
                .get(index + 1)
                .map(|part| Cursor::before(part.bytes.start)),
            false => index
                .checked_sub(1)
                .and_then(|before| state.flow.parts.get(before))
                .map(|part| Cursor::after(part.bytes.end)),
        };
        let absolute = |cursor: Cursor| Cursor {
            byte: start + cursor.byte,
            ..cursor
        };
        let cursor = match motion {
            Motion::Left | Motion::Right => {
                let right = motion == Motion::Right;
                paragraph
                    .step(here, right)
                    .map(absolute)
                    .or_else(|| beyond(paragraph.onward(right)))
            }
            Motion::WordLeft | Motion::WordRight => {
                let byte = if paragraph.onward(motion == Motion::WordRight) {
                    words::next_word(text, focus.byte)
                } else {
                    words::previous_word(text, focus.byte)
                };
                Some(Cursor::before(byte))
            }
            Motion::LineStart => Some(absolute(paragraph.line_start(here))),
            Motion::LineEnd => Some(absolute(paragraph.line_end(here))),
            Motion::TextStart => Some(Cursor::before(0)),
            Motion::TextEnd => Some(Cursor::after(text.len())),
        };
        if let Some(cursor) = cursor {
            state.selected.extend(cursor);
            self.follow(ctx, state);
        }
    }

    /// Moves the moving end of the selection `by` points up or down.
    fn vertical(&self, ctx: &Context, state: &mut ArticleViewState, by: f32) {
        let focus = state.selected.focus();
        let Some(index) = state.flow.holding(focus.byte) else {
            return;
        };
        let Some(part) = state.flow.parts.get(index) else {
            return;
        };
        let here = Cursor {
            byte: focus.byte.saturating_sub(part.bytes.start),
            ..focus
        };
        let caret = self.layout(ctx, part).caret(here);
        let x = *state.column.get_or_insert(caret.left);
        let y = state.flow.top(index) + f64::from((caret.top + caret.bottom) / 2.0 + by);
        let cursor = self.hit(ctx, state, (x, y));
        // Between two paragraphs the place may not have moved.
        let cursor = if cursor == focus && by.abs() < 200.0 {
            self.hit(ctx, state, (x, y + f64::from(by)))
        } else {
            cursor
        };
        state.selected.extend(cursor);
        self.follow(ctx, state);
    }

    /// Keeps the moving end of the selection on screen.
    fn follow(&self, ctx: &Context, state: &mut ArticleViewState) {
        let byte = state.selected.focus().byte;
        ctx.request_repaint();
        state.scroll_to(crate::arabic::Span::new(
            byte,
            words::next_grapheme(self.view.text, byte),
        ));
    }
}

const fn step(word: bool, by_word: Motion, by_one: Motion) -> Motion {
    if word { by_word } else { by_one }
}

/// How many presses have followed each other here, this one included.
fn count_press(ui: &Ui, presses: &mut Presses, at: Pos2) -> u32 {
    let time = ui.input(|input| input.time);
    let again = time - presses.time < AGAIN.0 && at.distance(presses.at) < AGAIN.1;
    let count = if again { presses.count + 1 } else { 1 };
    *presses = Presses { count, time, at };
    count
}

/// Scrolls while a drag is held past the upper or lower edge.
fn autoscroll(ui: &Ui, state: &mut ArticleViewState, pos: Pos2, screen: Rect) {
    let past = if pos.y < screen.top() {
        pos.y - screen.top()
    } else if pos.y > screen.bottom() {
        pos.y - screen.bottom()
    } else {
        return;
    };
    let seconds = ui.input(|input| input.stable_dt).min(0.1);
    state.scroll_by += past * AUTOSCROLL * seconds;
    ui.ctx().request_repaint();
}
