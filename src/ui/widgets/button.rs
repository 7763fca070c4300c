//! Something to press.

use eframe::egui::{
    Color32, CornerRadius, Painter, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Widget,
    WidgetInfo, pos2, vec2,
};

use super::{TextRole, direction, is_rtl, reveal};
use crate::text::{Engine, Style};
use crate::ui::theme::{Theme, measure};

/// Paints a sign inside a square in one colour.
pub type Icon = fn(&Painter, Rect, Color32);

const PADDING: f32 = 12.0;
const GAP: f32 = 7.0;
const ICON: f32 = 16.0;
const HEIGHT: f32 = 32.0;
const SMALL_HEIGHT: f32 = 26.0;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Plain,
    Primary,
    Quiet,
}

/// A button with a text, an icon, or both.
///
/// It is pressed by the pointer, or by Enter and Space while it has the
/// keyboard's focus, which a ring shows.
#[must_use = "add it with ui.add"]
pub struct Button<'a> {
    name: &'a str,
    show_name: bool,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    kind: Kind,
    toggled: Option<bool>,
    enabled: bool,
    small: bool,
    min_width: f32,
    style: Style,
    color: Option<Color32>,
}

impl<'a> Button<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            name: text,
            show_name: true,
            icon: None,
            trailing: None,
            kind: Kind::Plain,
            toggled: None,
            enabled: true,
            small: false,
            min_width: 0.0,
            style: TextRole::Body.style(),
            color: None,
        }
    }

    /// A button that shows only an icon; `name` is what it is called in a
    /// tooltip and by screen readers.
    pub fn icon_only(icon: Icon, name: &'a str) -> Self {
        Self {
            show_name: false,
            ..Self::new(name).icon(icon)
        }
    }

    /// Before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// After the text, as the sign of a menu.
    pub fn trailing_icon(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// The one thing to do here.
    pub fn primary(mut self) -> Self {
        self.kind = Kind::Primary;
        self
    }

    /// Without a frame until the pointer comes.
    pub fn quiet(mut self) -> Self {
        self.kind = Kind::Quiet;
        self
    }

    /// A button that stays pressed or not.
    pub fn toggled(mut self, on: bool) -> Self {
        self.toggled = Some(on);
        self
    }

    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }

    /// Lower, with smaller text.
    pub fn small(mut self) -> Self {
        self.small = true;
        self.style = TextRole::Small.style();
        self
    }

    pub fn min_width(mut self, width: f32) -> Self {
        self.min_width = width;
        self
    }

    /// Of text and icon, where the kind's own will not do.
    pub fn color(mut self, color: Color32) -> Self {
        self.color = Some(color);
        self
    }
}

impl Widget for Button<'_> {
    fn ui(mut self, ui: &mut Ui) -> Response {
        self.style.direction = direction(ui);
        self.style.max_lines = Some(1);
        let engine = Engine::of(ui.ctx());
        let icons = [self.icon, self.trailing].iter().flatten().count() as f32;
        let padding = if self.small { PADDING - 3.0 } else { PADDING };
        let height = if self.small { SMALL_HEIGHT } else { HEIGHT };
        let (room, paragraph) = if self.show_name {
            let room = icons * (ICON + GAP) + 2.0 * padding;
            let width = (ui.available_width() - room).max(HEIGHT);
            let paragraph = engine.layout(ui.ctx(), self.name, &self.style, width);
            (room + paragraph.width.ceil(), Some(paragraph))
        } else {
            (height, None)
        };
        let enabled = self.enabled && ui.is_enabled();
        let sense = if enabled {
            Sense::click()
        } else {
            Sense::focusable_noninteractive()
        };
        let size = vec2(room.max(self.min_width), height);
        let (rect, response) = ui.allocate_exact_size(size, sense);
        reveal(ui, &response);
        if ui.is_rect_visible(rect) {
            let theme = Theme::of(ui.ctx());
            let (fill, stroke, ink) = self.colors(&theme, &response, enabled);
            let radius = CornerRadius::from(measure::RADIUS_CONTROL);
            let painter = ui.painter();
            painter.rect(rect, radius, fill, stroke, StrokeKind::Inside);
            if response.has_focus() {
                focus_ring(painter, rect, measure::RADIUS_CONTROL, &theme);
            }
            let rtl = is_rtl(ui);
            let mut inner = rect.shrink2(vec2(padding, 0.0));
            if let (Some(icon), None) = (self.icon, &paragraph) {
                icon(painter, icon_rect(rect.center().x, rect), ink);
            } else {
                if let Some(icon) = self.icon {
                    icon(painter, take_icon(&mut inner, rtl), ink);
                }
                if let Some(icon) = self.trailing {
                    icon(painter, take_icon(&mut inner, !rtl), ink);
                }
            }
            if let Some(paragraph) = paragraph {
                let spare = paragraph.box_width - paragraph.width;
                let hang = if paragraph.rtl { spare } else { 0.0 };
                let left = inner.center().x - paragraph.width / 2.0 - hang;
                let top = inner.center().y - paragraph.height / 2.0;
                engine.paint(painter, &paragraph, pos2(left, top), ink);
            }
        }
        let (name, toggled) = (self.name, self.toggled);
        response.widget_info(|| match toggled {
            Some(on) => WidgetInfo::selected(Role::Button, enabled, on, name),
            None => WidgetInfo::labeled(Role::Button, enabled, name),
        });
        response
    }
}

impl Button<'_> {
    /// Fill, frame and ink.
    fn colors(
        &self,
        theme: &Theme,
        response: &Response,
        enabled: bool,
    ) -> (Color32, Stroke, Color32) {
        let over = enabled && (response.hovered() || response.is_pointer_button_down_on());
        let on = self.toggled == Some(true);
        let framed = Stroke::new(1.0, theme.line);
        let (fill, stroke, ink) = match self.kind {
            _ if on => (
                theme.accent_soft,
                Stroke::new(1.0, theme.accent),
                theme.accent,
            ),
            Kind::Primary if over => (theme.accent_hover, Stroke::NONE, theme.on_accent),
            Kind::Primary => (theme.accent, Stroke::NONE, theme.on_accent),
            Kind::Plain if over => (theme.surface_hover, framed, theme.ink),
            Kind::Plain => (theme.surface_card, framed, theme.ink),
            Kind::Quiet if over => (theme.surface_hover, Stroke::NONE, theme.ink),
            Kind::Quiet => (Color32::TRANSPARENT, Stroke::NONE, theme.ink_muted),
        };
        let ink = self.color.unwrap_or(ink);
        if enabled {
            (fill, stroke, ink)
        } else {
            (fill.gamma_multiply(0.5), stroke, ink.gamma_multiply(0.45))
        }
    }
}

/// Shows which control the keyboard speaks to.
pub(super) fn focus_ring(painter: &Painter, rect: Rect, radius: f32, theme: &Theme) {
    painter.rect_stroke(
        rect.expand(2.0),
        CornerRadius::from(radius + 2.0),
        Stroke::new(2.0, theme.accent),
        StrokeKind::Inside,
    );
}

fn icon_rect(center_x: f32, within: Rect) -> Rect {
    Rect::from_center_size(pos2(center_x, within.center().y), vec2(ICON, ICON))
}

/// Cuts the place of an icon off the right or left end of `inner`.
fn take_icon(inner: &mut Rect, at_right: bool) -> Rect {
    if at_right {
        let rect = icon_rect(inner.right() - ICON / 2.0, *inner);
        inner.max.x -= ICON + GAP;
        rect
    } else {
        let rect = icon_rect(inner.left() + ICON / 2.0, *inner);
        inner.min.x += ICON + GAP;
        rect
    }
}
