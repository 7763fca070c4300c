//! A short word in a rounded frame: a cue, a source, a stance.

use eframe::egui::{
    Color32, CornerRadius, Painter, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    Widget, WidgetInfo, pos2, vec2,
};

use super::{Icon, TextRole, button::focus_ring, direction, is_rtl, reveal};
use crate::text::{Engine, Style};
use crate::ui::theme::Theme;

const PADDING: f32 = 10.0;
const HEIGHT: f32 = 24.0;
const ICON: f32 = 11.0;
const GAP: f32 = 6.0;

#[must_use = "add it with ui.add"]
pub struct Chip<'a> {
    text: &'a str,
    style: Style,
    icon: Option<Icon>,
    ink: Option<Color32>,
    fill: Option<Color32>,
    dashed: bool,
    clickable: bool,
    selected: Option<bool>,
}

impl<'a> Chip<'a> {
    /// Framed, with muted text.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            style: TextRole::Small.style(),
            icon: None,
            ink: None,
            fill: None,
            dashed: false,
            clickable: false,
            selected: None,
        }
    }

    /// Filled instead of framed.
    pub fn filled(mut self, ink: Color32, fill: Color32) -> Self {
        self.ink = Some(ink);
        self.fill = Some(fill);
        self
    }

    /// With a dashed frame, as for a source without a name.
    pub fn dashed(mut self) -> Self {
        self.dashed = true;
        self
    }

    /// Before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    pub fn strong(mut self) -> Self {
        self.style.weight = 700;
        self
    }

    /// In points.
    pub fn size(mut self, size: f32) -> Self {
        self.style.size = size;
        self
    }

    /// Can be pressed, by pointer or keyboard.
    pub fn clickable(mut self) -> Self {
        self.clickable = true;
        self
    }

    /// Can be pressed and stays so or not.
    pub fn toggled(mut self, on: bool) -> Self {
        self.selected = Some(on);
        self.clickable()
    }
}

impl Widget for Chip<'_> {
    fn ui(mut self, ui: &mut Ui) -> Response {
        self.style.direction = direction(ui);
        self.style.max_lines = Some(1);
        let engine = Engine::of(ui.ctx());
        let icon_room = if self.icon.is_some() { ICON + GAP } else { 0.0 };
        let room = 2.0 * PADDING + icon_room;
        let width = (ui.available_width() - room).max(HEIGHT);
        let paragraph = engine.layout(ui.ctx(), self.text, &self.style, width);
        let height = HEIGHT.max((self.style.size * 1.9).round());
        let size = vec2(paragraph.width.ceil() + room, height);
        let sense = if self.clickable {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        reveal(ui, &response);
        if ui.is_rect_visible(rect) {
            let theme = Theme::of(ui.ctx());
            let painter = ui.painter();
            let ink = self.paint_frame(painter, rect, &response, &theme);
            let mut inner = rect.shrink2(vec2(PADDING, 0.0));
            if let Some(icon) = self.icon {
                let x = if is_rtl(ui) {
                    inner.max.x -= icon_room;
                    inner.right() + GAP + ICON / 2.0
                } else {
                    inner.min.x += icon_room;
                    inner.left() - GAP - ICON / 2.0
                };
                let place = Rect::from_center_size(pos2(x, rect.center().y), vec2(ICON, ICON));
                icon(painter, place, ink);
            }
            let hang = if paragraph.rtl {
                paragraph.box_width - paragraph.width
            } else {
                0.0
            };
            let left = inner.center().x - paragraph.width / 2.0 - hang;
            let top = rect.center().y - paragraph.height / 2.0;
            engine.paint(painter, &paragraph, pos2(left, top), ink);
        }
        let (text, clickable, selected) = (self.text, self.clickable, self.selected);
        response.widget_info(|| match selected {
            Some(on) => WidgetInfo::selected(Role::Button, ui.is_enabled(), on, text),
            None if clickable => WidgetInfo::labeled(Role::Button, ui.is_enabled(), text),
            None => WidgetInfo::labeled(Role::Label, ui.is_enabled(), text),
        });
        response
    }
}

impl Chip<'_> {
    /// Gives the colour of the text.
    fn paint_frame(
        &self,
        painter: &Painter,
        rect: Rect,
        response: &Response,
        theme: &Theme,
    ) -> Color32 {
        let radius = rect.height() / 2.0;
        let over = self.clickable && response.hovered();
        let on = self.selected == Some(true);
        let ink = self
            .ink
            .unwrap_or(if on { theme.accent } else { theme.ink_muted });
        let fill = match self.fill {
            Some(fill) => fill,
            None if on => theme.accent_soft,
            None if over => theme.surface_hover,
            None => Color32::TRANSPARENT,
        };
        let stroke = match self.fill {
            Some(_) if over => Stroke::new(1.0, ink),
            Some(_) => Stroke::NONE,
            None if on => Stroke::new(1.0, theme.accent),
            None => Stroke::new(1.0, theme.line),
        };
        if self.dashed && self.fill.is_none() {
            painter.rect_filled(rect, CornerRadius::from(radius), fill);
            let stroke = Stroke::new(1.0, theme.ink_muted.gamma_multiply(0.7));
            painter.extend(Shape::dashed_line(
                &outline(rect.shrink(0.5)),
                stroke,
                3.0,
                3.0,
            ));
        } else {
            painter.rect(
                rect,
                CornerRadius::from(radius),
                fill,
                stroke,
                StrokeKind::Inside,
            );
        }
        if response.has_focus() {
            focus_ring(painter, rect, radius, theme);
        }
        ink
    }
}

/// The outline of a pill, closed.
fn outline(rect: Rect) -> Vec<eframe::egui::Pos2> {
    const STEPS: usize = 12;
    let radius = rect.height() / 2.0;
    let half_turn = |center_x: f32, from: f32| {
        (0..=STEPS).map(move |step| {
            let angle = from + std::f32::consts::PI * step as f32 / STEPS as f32;
            pos2(
                center_x + radius * angle.cos(),
                rect.center().y + radius * angle.sin(),
            )
        })
    };
    let mut points: Vec<_> = half_turn(rect.right() - radius, -std::f32::consts::FRAC_PI_2)
        .chain(half_turn(rect.left() + radius, std::f32::consts::FRAC_PI_2))
        .collect();
    points.extend(points.first().copied());
    points
}
