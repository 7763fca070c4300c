//! A menu that opens below a button, or where a text was pressed with the
//! second button.
//!
//! Up and Down go through the items, Enter or Space choose, Escape closes.

use eframe::egui::{
    Align, Color32, CornerRadius, InnerResponse, Layout, Margin, Painter, Popup, RectAlign,
    Response, Role, Sense, Stroke, Ui, Widget, WidgetInfo, pos2, vec2,
};

use super::tooltip::popup_frame;
use super::{Icon, TextRole, direction, is_rtl, reveal};
use crate::text::{Engine, Style};
use crate::ui::theme::{Theme, measure};

const ROW: f32 = 32.0;
const PADDING: f32 = 10.0;
/// The column of marks and icons at the start.
const MARK: f32 = 24.0;
const SHORTCUT_GAP: f32 = 28.0;

/// Opens and closes with presses of `button`.
pub fn menu<R>(
    button: &Response,
    rtl: bool,
    content: impl FnOnce(&mut Ui) -> R,
) -> Option<InnerResponse<R>> {
    show(Popup::menu(button), button, rtl, content)
}

/// Opens where `response` is pressed with the second button.
pub fn context_menu<R>(
    response: &Response,
    rtl: bool,
    content: impl FnOnce(&mut Ui) -> R,
) -> Option<InnerResponse<R>> {
    show(Popup::context_menu(response), response, rtl, content)
}

fn show<R>(
    popup: Popup<'_>,
    anchor: &Response,
    rtl: bool,
    content: impl FnOnce(&mut Ui) -> R,
) -> Option<InnerResponse<R>> {
    let theme = Theme::of(&anchor.ctx);
    let (align, side) = if rtl {
        (Align::Max, RectAlign::BOTTOM_END)
    } else {
        (Align::Min, RectAlign::BOTTOM_START)
    };
    popup
        .align(side)
        .gap(4.0)
        .layout(Layout::top_down_justified(align))
        .frame(popup_frame(&theme).inner_margin(Margin::same(5)))
        .show(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            content(ui)
        })
}

/// A line between groups of items.
pub fn menu_separator(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_at_least(vec2(0.0, 9.0), Sense::hover());
    let y = rect.center().y;
    ui.painter()
        .hline(rect.x_range().shrink(4.0), y, Stroke::new(1.0, theme.line));
}

#[must_use = "add it with ui.add"]
pub struct MenuItem<'a> {
    text: &'a str,
    shortcut: Option<&'a str>,
    checked: Option<bool>,
    icon: Option<Icon>,
    enabled: bool,
}

impl<'a> MenuItem<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            shortcut: None,
            checked: None,
            icon: None,
            enabled: true,
        }
    }

    /// The keys that do the same, at the far end.
    pub fn shortcut(mut self, keys: &'a str) -> Self {
        self.shortcut = Some(keys);
        self
    }

    /// One of several to choose from, marked if it is chosen.
    pub fn checked(mut self, checked: bool) -> Self {
        self.checked = Some(checked);
        self
    }

    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    pub fn enabled(mut self, enabled: bool) -> Self {
        self.enabled = enabled;
        self
    }
}

impl Widget for MenuItem<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let engine = Engine::of(ui.ctx());
        let style = |role: TextRole| Style {
            direction: direction(ui),
            ..role.style()
        };
        let single = f32::INFINITY;
        let text = engine.layout(ui.ctx(), self.text, &style(TextRole::Body), single);
        let shortcut = self
            .shortcut
            .map(|keys| engine.layout(ui.ctx(), keys, &style(TextRole::Small), single));
        let keys_width = shortcut
            .as_ref()
            .map_or(0.0, |keys| keys.width + SHORTCUT_GAP);
        let width = (2.0 * PADDING + MARK + text.width + keys_width).ceil();
        let enabled = self.enabled && ui.is_enabled();
        let sense = if enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_at_least(vec2(width, ROW), sense);
        reveal(ui, &response);
        if ui.is_rect_visible(rect) {
            let theme = Theme::of(ui.ctx());
            let painter = ui.painter();
            if enabled && (response.hovered() || response.has_focus()) {
                let radius = CornerRadius::from(measure::RADIUS_CONTROL - 2.0);
                painter.rect_filled(rect, radius, theme.accent_soft);
            }
            let fade = |color: Color32| {
                if enabled {
                    color
                } else {
                    color.gamma_multiply(0.45)
                }
            };
            let rtl = is_rtl(ui);
            let inner = rect.shrink2(vec2(PADDING, 0.0));
            // Where something `width` wide begins, `from` the start edge.
            let at = |from: f32, width: f32| {
                if rtl {
                    inner.right() - from - width
                } else {
                    inner.left() + from
                }
            };
            let mark = eframe::egui::Rect::from_center_size(
                pos2(at(0.0, 16.0) + 8.0, inner.center().y),
                vec2(16.0, 16.0),
            );
            match (self.checked, self.icon) {
                (Some(true), _) => check_mark(painter, mark, theme.accent),
                (_, Some(icon)) => icon(painter, mark, fade(theme.ink_muted)),
                _ => {}
            }
            let top = |height: f32| inner.center().y - height / 2.0;
            let place = pos2(at(MARK, text.width), top(text.height));
            engine.paint(painter, &text, place, fade(theme.ink));
            if let Some(keys) = &shortcut {
                let place = pos2(at(inner.width() - keys.width, keys.width), top(keys.height));
                engine.paint(painter, keys, place, fade(theme.ink_muted));
            }
        }
        let (text, checked) = (self.text, self.checked);
        response.widget_info(|| match checked {
            Some(on) => WidgetInfo::selected(Role::MenuItemRadio, enabled, on, text),
            None => WidgetInfo::labeled(Role::MenuItem, enabled, text),
        });
        response
    }
}

fn check_mark(painter: &Painter, rect: eframe::egui::Rect, color: Color32) {
    let at = |x: f32, y: f32| rect.min + vec2(rect.width() * x, rect.height() * y);
    let stroke = Stroke::new(1.8, color);
    painter.line(vec![at(0.18, 0.55), at(0.42, 0.78), at(0.84, 0.26)], stroke);
}
