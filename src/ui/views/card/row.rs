//! One line of the card with its evidence.
//!
//! It stands on the side where its own text begins. The pointer over it tints
//! its evidence in the text; a click goes there. At its far end stand copying
//! and the "why", seen while pointer or keyboard are on the line.

use std::sync::Arc;

use eframe::egui::{
    Align, Color32, Pos2, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::super::super::action::{Action, Actions};
use super::super::super::icons;
use super::super::super::lines::Line;
use super::super::super::memory::Memory;
use super::super::super::widgets::{Button, Icon, TextRole, Tooltip, reveal};
use super::super::row;
use super::{Card, explain};
use crate::text::{Direction, Engine, Paragraph};

const BAR: f32 = 3.0;
const PAD: f32 = 10.0;
const AIR: f32 = 4.0;
const TOOL: f32 = 26.0;
/// Copying and the why, side by side.
const TOOLS: f32 = 2.0 * TOOL + 2.0;
const LEAD: f32 = 24.0;

/// What stands over the text of a line: a chip and a word beside it.
pub struct Lead<'a> {
    pub icon: Option<Icon>,
    pub chip: &'a str,
    pub ink: Color32,
    pub fill: Color32,
    pub note: &'a str,
    /// The note is what the line is about, and not said beside it.
    pub strong: bool,
}

pub struct Row<'a> {
    line: Line,
    text: &'a str,
    lead: Option<Lead<'a>>,
    indent: f32,
    lines: Option<usize>,
}

impl<'a> Row<'a> {
    pub fn new(line: Line, text: &'a str) -> Self {
        Self {
            line,
            text,
            lead: None,
            indent: 0.0,
            lines: None,
        }
    }

    pub fn lead(mut self, lead: Lead<'a>) -> Self {
        self.lead = Some(lead);
        self
    }

    /// Belongs to the line above.
    pub fn indent(mut self) -> Self {
        self.indent = 14.0;
        self
    }

    /// At most so many lines until it is clicked.
    pub fn max_lines(mut self, lines: usize) -> Self {
        self.lines = Some(lines);
        self
    }

    pub fn show(self, ui: &mut Ui, card: &Card<'_>, memory: &mut Memory, actions: &mut Actions) {
        let lit = card.is_lit(self.line);
        let paragraph = self.lay(ui, card);
        let lead = if self.lead.is_some() { LEAD } else { 0.0 };
        let height = paragraph.height + lead + 2.0 * AIR;
        let size = vec2(ui.available_width(), height);
        let (whole, response) = ui.allocate_exact_size(size, Sense::click());
        reveal(ui, &response);
        // The line stands on the side of its own text.
        let on_right = paragraph.rtl;
        let rect = if on_right {
            whole.with_max_x(whole.right() - self.indent)
        } else {
            whole.with_min_x(whole.left() + self.indent)
        };
        self.tell(&response, lit);
        card.follow(&response, self.line, actions);
        if memory.scroll_card == Some(self.line) {
            memory.scroll_card = None;
            ui.scroll_to_rect(whole, Some(Align::Center));
        }
        if ui.is_rect_visible(whole) {
            self.paint(ui, card, rect, &paragraph, lit, response.has_focus());
        }
        self.tools(ui, card, rect, on_right, &response, actions);
        if card.entry.explained == Some(self.line) {
            explain::show(ui, card, self.line);
        }
    }

    fn lay(&self, ui: &Ui, card: &Card<'_>) -> Arc<Paragraph> {
        let mut style = TextRole::Body.style();
        // Figures alone run as the article they stand in.
        style.direction = Direction::AutoElseRtl;
        style.size = 13.5;
        style.line_height = 1.7;
        style.max_lines = self
            .lines
            .filter(|_| !card.entry.selected.contains(&self.line));
        // Over a lead there is room for the tools; beside a plain text there
        // must be.
        let tools = if self.lead.is_some() { 0.0 } else { TOOLS };
        let width = ui.available_width() - self.indent - BAR - PAD - tools - 6.0;
        Engine::of(ui.ctx()).layout(ui.ctx(), self.text, &style, width)
    }

    fn tell(&self, response: &Response, lit: bool) {
        let name = match &self.lead {
            Some(lead) => format!("{}. {}. {}", lead.chip, lead.note, self.text),
            None => self.text.to_owned(),
        };
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, lit, &name));
    }

    fn paint(
        &self,
        ui: &Ui,
        card: &Card<'_>,
        rect: Rect,
        paragraph: &Paragraph,
        lit: bool,
        focus: bool,
    ) {
        let theme = &card.theme;
        let painter = ui.painter();
        if lit {
            painter.rect_filled(rect, 0.0, theme.evidence_tint);
        }
        if focus {
            let stroke = (2.0, theme.accent);
            painter.rect_stroke(rect, 4.0, stroke, eframe::egui::StrokeKind::Inside);
        }
        let bar_left = if paragraph.rtl {
            rect.right() - BAR
        } else {
            rect.left()
        };
        let bar = Rect::from_min_size(pos2(bar_left, rect.top()), vec2(BAR, rect.height()));
        let colour = if lit { theme.evidence_line } else { theme.line };
        painter.rect_filled(bar, 0.0, colour);
        let (text_left, lead_x) = if paragraph.rtl {
            let right = rect.right() - BAR - PAD;
            (right - paragraph.box_width, right)
        } else {
            let left = rect.left() + BAR + PAD;
            (left, left)
        };
        let mut top = rect.top() + AIR;
        if let Some(lead) = &self.lead {
            self.paint_lead(ui, card, lead, pos2(lead_x, top), paragraph.rtl);
            top += LEAD;
        }
        let engine = Engine::of(ui.ctx());
        engine.paint(painter, paragraph, pos2(text_left, top), theme.ink);
    }

    /// The chip, and beside it the note, from `corner` on.
    fn paint_lead(&self, ui: &Ui, card: &Card<'_>, lead: &Lead<'_>, corner: Pos2, rtl: bool) {
        let engine = Engine::of(ui.ctx());
        let painter = ui.painter();
        let mut style = TextRole::Small.style();
        style.size = 11.5;
        let word = engine.layout(ui.ctx(), lead.chip, &style, f32::INFINITY);
        let ink = if lead.strong {
            style.size = 13.0;
            style.weight = 700;
            card.theme.ink
        } else {
            card.theme.ink_muted
        };
        let note = engine.layout(ui.ctx(), lead.note, &style, f32::INFINITY);
        let mark = if lead.icon.is_some() { 15.0 } else { 0.0 };
        let width = word.width.ceil() + 16.0 + mark;
        // Where something `width` wide begins, `from` the corner.
        let at = |from: f32, width: f32| {
            if rtl {
                corner.x - from - width
            } else {
                corner.x + from
            }
        };
        let pill = Rect::from_min_size(pos2(at(0.0, width), corner.y), vec2(width, 20.0));
        painter.rect_filled(pill, 10.0, lead.fill);
        let middle = pill.center().y;
        if let Some(icon) = lead.icon {
            let place = pos2(at(8.0, 10.0) + 5.0, middle);
            icon(
                painter,
                Rect::from_center_size(place, vec2(10.0, 10.0)),
                lead.ink,
            );
        }
        let word_at = pos2(at(8.0 + mark, word.width), middle - word.height / 2.0);
        engine.paint(painter, &word, word_at, lead.ink);
        let note_at = pos2(at(width + 8.0, note.width), middle - note.height / 2.0);
        engine.paint(painter, &note, note_at, ink);
    }

    /// Always there for the keyboard and for screen readers; seen while
    /// pointer or focus are on the line.
    fn tools(
        &self,
        ui: &mut Ui,
        card: &Card<'_>,
        rect: Rect,
        on_right: bool,
        response: &Response,
        actions: &mut Actions,
    ) {
        let left = if on_right {
            rect.left()
        } else {
            rect.right() - TOOLS
        };
        let place = Rect::from_min_size(pos2(left, rect.top() + 1.0), vec2(TOOLS, TOOL));
        let shown = ui.scope_id().with(("tools", self.line));
        let focused = ui
            .data(|data| data.get_temp::<bool>(shown))
            .unwrap_or(false);
        let seen = response.contains_pointer() || response.has_focus() || focused;
        let builder = UiBuilder::new()
            .id_salt(("tools", self.line))
            .max_rect(place)
            .layout(row(on_right));
        // A child that takes no room: the line has taken it.
        let mut ui = ui.new_child(builder);
        ui.spacing_mut().item_spacing.x = 2.0;
        if !seen {
            ui.multiply_opacity(0.0);
        }
        let why = card.text("card-why");
        let copy = card.text("card-copy-line");
        let explain = ui.add(Button::icon_only(icons::why, &why).quiet().small());
        let copied = ui.add(Button::icon_only(icons::copy, &copy).quiet().small());
        if explain.contains_pointer() || copied.contains_pointer() {
            card.hovered.set(Some(self.line));
        }
        let has_focus = explain.has_focus() || copied.has_focus();
        if explain.tooltip(&why).clicked() {
            actions.push(Action::Explain(self.line));
        }
        if copied.tooltip(&copy).clicked() {
            actions.push(Action::CopyLines(vec![self.line]));
        }
        if has_focus != focused {
            ui.data_mut(|data| data.insert_temp(shown, has_focus));
            ui.ctx().request_repaint();
        }
    }
}
