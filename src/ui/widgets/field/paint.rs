//! A field on screen.

use eframe::egui::{CornerRadius, Pos2, Rect, Response, Stroke, StrokeKind, Ui, pos2, vec2};

use super::super::is_rtl;
use super::{CARET, Field, ICON, PADDING};
use crate::text::edit::Editor;
use crate::text::{Engine, Paragraph, Style};
use crate::ui::theme::{Theme, measure};

impl Field<'_> {
    pub(super) fn paint(
        &self,
        ui: &Ui,
        response: &Response,
        editor: &Editor,
        paragraph: &Paragraph,
        (rect, text_rect, origin): (Rect, Rect, Pos2),
    ) {
        let theme = Theme::of(ui.ctx());
        let focused = response.has_focus();
        let radius = CornerRadius::from(measure::RADIUS_CONTROL);
        let stroke = if focused {
            Stroke::new(2.0, theme.accent)
        } else if response.hovered() {
            Stroke::new(1.0, theme.ink_muted.gamma_multiply(0.6))
        } else {
            Stroke::new(1.0, theme.line)
        };
        ui.painter()
            .rect(rect, radius, theme.surface_card, stroke, StrokeKind::Inside);
        if let Some(icon) = self.icon {
            let x = if is_rtl(ui) {
                rect.right() - PADDING - ICON / 2.0
            } else {
                rect.left() + PADDING + ICON / 2.0
            };
            let place = Rect::from_center_size(pos2(x, rect.center().y), vec2(ICON, ICON));
            icon(ui.painter(), place, theme.ink_muted);
        }
        let engine = Engine::of(ui.ctx());
        let painter = ui
            .painter()
            .with_clip_rect(text_rect.intersect(ui.clip_rect()));
        if editor.text().is_empty() {
            let style = Style {
                max_lines: Some(1),
                ..self.style.clone()
            };
            let hint = engine.layout(ui.ctx(), self.placeholder, &style, text_rect.width());
            let top = text_rect.center().y - hint.height / 2.0;
            engine.paint(
                &painter,
                &hint,
                pos2(text_rect.left(), top),
                theme.ink_muted,
            );
        }
        if focused {
            for rect in place_all(paragraph, editor.selection(), origin) {
                painter.rect_filled(rect, 0.0, theme.selection);
            }
        }
        engine.paint(&painter, paragraph, origin, theme.ink);
        if let Some(composing) = editor.composing() {
            for rect in place_all(paragraph, composing, origin) {
                let y = rect.bottom() - 4.0;
                painter.hline(rect.x_range(), y, Stroke::new(1.0, theme.accent));
            }
        }
        if focused && ui.input(|input| input.focused) {
            let caret = caret_rect(editor, paragraph, origin);
            painter.rect_filled(caret, 0.0, theme.accent);
        }
    }
}

fn place_all(paragraph: &Paragraph, bytes: std::ops::Range<usize>, origin: Pos2) -> Vec<Rect> {
    paragraph
        .rects(bytes)
        .iter()
        .map(|rect| {
            Rect::from_min_max(
                pos2(origin.x + rect.left, origin.y + rect.top),
                pos2(origin.x + rect.right, origin.y + rect.bottom),
            )
        })
        .collect()
}

pub(super) fn caret_rect(editor: &Editor, paragraph: &Paragraph, origin: Pos2) -> Rect {
    let caret = paragraph.caret(editor.cursor());
    let inset = caret.height() * 0.12;
    Rect::from_min_max(
        pos2(origin.x + caret.left, origin.y + caret.top + inset),
        pos2(
            origin.x + caret.left + CARET,
            origin.y + caret.bottom - inset,
        ),
    )
}
