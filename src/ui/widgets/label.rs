//! Text that is shown.

use eframe::egui::{Color32, Response, Role, Sense, Ui, Widget, WidgetInfo, pos2, vec2};

use super::{TextRole, direction};
use crate::text::{Align, Direction, Engine, Family, Paragraph, Style};
use crate::ui::theme::Theme;

/// A text in its own direction, wrapping at the available width.
///
/// It takes the width of its widest line. With [`Label::fill`] it takes the
/// whole width and stands on the side where its own direction begins, so that
/// Arabic stands on the right in an English interface too.
#[must_use = "add it with ui.add"]
pub struct Label<'a> {
    text: &'a str,
    style: Style,
    role: TextRole,
    color: Option<Color32>,
    fill: bool,
    sense: Sense,
    access: Role,
}

impl<'a> Label<'a> {
    pub fn new(text: &'a str) -> Self {
        let role = TextRole::default();
        Self {
            text,
            style: role.style(),
            role,
            color: None,
            fill: false,
            sense: Sense::hover(),
            access: Role::Label,
        }
    }

    /// Sets size, weight, line height and colour; call it before those that
    /// change one of them.
    pub fn role(mut self, role: TextRole) -> Self {
        let style = role.style();
        self.style.size = style.size;
        self.style.weight = style.weight;
        self.style.line_height = style.line_height;
        self.role = role;
        self
    }

    /// In points.
    pub fn size(mut self, size: f32) -> Self {
        self.style.size = size;
        self
    }

    /// 400 regular, 700 bold.
    pub fn weight(mut self, weight: u16) -> Self {
        self.style.weight = weight;
        self
    }

    /// As a multiple of the size.
    pub fn line_height(mut self, line_height: f32) -> Self {
        self.style.line_height = line_height;
        self
    }

    pub fn family(mut self, family: Family) -> Self {
        self.style.family = family;
        self
    }

    pub fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }

    /// Lines beyond are left out, with an ellipsis.
    pub fn max_lines(mut self, lines: usize) -> Self {
        self.style.max_lines = Some(lines);
        self
    }

    /// Takes the whole available width.
    pub fn fill(mut self) -> Self {
        self.fill = true;
        self
    }

    /// Stands on this side of the available width, all of which it takes.
    pub fn align(mut self, align: Align) -> Self {
        self.style.align = align;
        self.fill()
    }

    /// The direction of the text where its first letters do not tell it.
    pub fn direction(mut self, direction: Direction) -> Self {
        self.style.direction = direction;
        self
    }

    pub fn sense(mut self, sense: Sense) -> Self {
        self.sense = sense;
        self
    }

    /// Tells AccessKit that this is a heading.
    pub fn heading(mut self) -> Self {
        self.access = Role::Heading;
        self
    }
}

impl Widget for Label<'_> {
    fn ui(mut self, ui: &mut Ui) -> Response {
        if self.style.direction == Direction::Auto {
            self.style.direction = direction(ui);
        }
        let engine = Engine::of(ui.ctx());
        let available = ui.available_width();
        let paragraph = engine.layout(ui.ctx(), self.text, &self.style, available);
        let width = if self.fill && available.is_finite() {
            available
        } else {
            paragraph.width.ceil().min(available.max(0.0))
        };
        let (rect, response) = ui.allocate_exact_size(vec2(width, paragraph.height), self.sense);
        if ui.is_rect_visible(rect) {
            let theme = Theme::of(ui.ctx());
            let color = self.color.unwrap_or_else(|| self.role.color(&theme));
            let left = rect.left() - left_gap(&paragraph, &self.style, width);
            engine.paint(ui.painter(), &paragraph, pos2(left, rect.top()), color);
        }
        let (text, access) = (self.text, self.access);
        response.widget_info(|| WidgetInfo::labeled(access, ui.is_enabled(), text));
        response
    }
}

/// How far the lines stand from the left of the box they were laid out in,
/// where the widget is narrower than that box.
fn left_gap(paragraph: &Paragraph, style: &Style, width: f32) -> f32 {
    let spare = (paragraph.box_width - width).max(0.0);
    match (style.align, paragraph.rtl) {
        (Align::Start, true) | (Align::End, false) | (Align::Right, _) => spare,
        (Align::Center, _) => spare / 2.0,
        _ => 0.0,
    }
}
