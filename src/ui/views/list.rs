//! The open articles, each with its stance.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Color32, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::action::{Action, Actions};
use super::super::icons;
use super::super::state::{ArticleId, Entry, Opened, Origin, State};
use super::super::theme::{Theme, measure};
use super::super::widgets::{Label, TextRole, Tooltip, reveal};
use super::{gap, inset, isolate};
use crate::locale::Language;
use crate::stance::Stance;
use crate::text::{Direction, Engine};

const SIDE: f32 = 10.0;
const MARK: f32 = 12.0;
const CLOSE: f32 = 22.0;
/// Characters of a headline that two lines can hold at most.
const TITLE: usize = 240;
/// In a longer list only what is in sight, and a window's height above and
/// below, is set anew in each frame.
const MANY: usize = 60;

/// How high the rows of a long list are, so that those out of sight need not
/// be set to be passed over.
#[derive(Default)]
pub struct Rows {
    heights: HashMap<ArticleId, (Set, f32)>,
}

/// What a row's height hangs on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Set {
    width: u32,
    scale: u32,
    language: Language,
    /// The article as it was read last.
    opened: usize,
}

impl Rows {
    /// Takes the room of a row out of sight; false where it must be set.
    fn pass(&self, ui: &mut Ui, entry: &Entry, set: Set) -> bool {
        let Some((known, height)) = self.heights.get(&entry.id) else {
            return false;
        };
        let sight = ui.clip_rect();
        let sight = sight.expand2(vec2(0.0, sight.height()));
        let top = ui.cursor().top();
        let unseen = top > sight.bottom() || top + height < sight.top();
        let pass = unseen && *known == set;
        if pass {
            ui.allocate_space(vec2(ui.available_width(), *height));
        }
        pass
    }

    /// Forgets articles that are no longer open.
    fn tidy(&mut self, state: &State) {
        if self.heights.len() > 2 * state.articles.len().max(MANY) {
            self.heights.clear();
        }
    }
}

pub fn show(ui: &mut Ui, state: &State, rows: &mut Rows, actions: &mut Actions) {
    let theme = Theme::of(ui.ctx());
    let rtl = state.language().is_rtl();
    ui.painter()
        .rect_filled(ui.max_rect(), 0.0, theme.surface_bar);
    inset(ui, vec2(SIDE, 12.0), rtl, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let title = state.language().text("list-title");
        inset(ui, vec2(8.0, 0.0), rtl, |ui| {
            ui.add(Label::new(&title).role(TextRole::Caption).heading());
        });
        gap(ui, 2.0);
        ScrollArea::vertical()
            .auto_shrink([false, false])
            .show(ui, |ui| {
                rows.tidy(state);
                for entry in &state.articles {
                    let set = Set {
                        width: ui.available_width().to_bits(),
                        scale: ui.ctx().pixels_per_point().to_bits(),
                        language: state.language(),
                        opened: Arc::as_ptr(&entry.opened).addr(),
                    };
                    if state.articles.len() > MANY && rows.pass(ui, entry, set) {
                        continue;
                    }
                    let height = article(ui, state, entry, actions);
                    rows.heights.insert(entry.id, (set, height));
                }
            });
    });
}

/// Actor and stance in a few words.
pub fn line_of(opened: &Opened, language: Language) -> String {
    if !opened.analysed {
        return language.text("card-reading");
    }
    match opened.principal() {
        Some((_, position)) => format!(
            "{} · {}",
            isolate(&position.actor.name),
            language.text(stance_id(Some(position.stance)))
        ),
        None => language.text("stance-none-short"),
    }
}

pub fn stance_id(stance: Option<Stance>) -> &'static str {
    match stance {
        Some(Stance::Support) => "stance-support-short",
        Some(Stance::Oppose) => "stance-oppose-short",
        Some(Stance::Conditional) => "stance-conditional-short",
        Some(Stance::Neutral) => "stance-neutral-short",
        None => "stance-none-short",
    }
}

pub fn stance_colour(theme: &Theme, stance: Option<Stance>) -> Color32 {
    match stance {
        Some(Stance::Support) => theme.stance_support,
        Some(Stance::Oppose) => theme.stance_oppose,
        Some(Stance::Conditional) => theme.stance_conditional,
        Some(Stance::Neutral) => theme.stance_neutral,
        None => theme.ink_muted,
    }
}

/// Gives the row's height.
fn article(ui: &mut Ui, state: &State, entry: &Entry, actions: &mut Actions) -> f32 {
    let theme = Theme::of(ui.ctx());
    let language = state.language();
    let rtl = language.is_rtl();
    let engine = Engine::of(ui.ctx());
    let opened = &entry.opened;
    let start = if rtl { Direction::Rtl } else { Direction::Ltr };
    let mut strong = TextRole::Strong.style();
    strong.size = 13.0;
    strong.max_lines = Some(2);
    let title = match opened.article.title() {
        "" => {
            // A file's name is no line of the article.
            strong.direction = start;
            entry.name(language)
        }
        title => title.chars().take(TITLE).collect(),
    };
    let below = line_of(opened, language);
    let width = ui.available_width();
    let inner = width - 2.0 * 10.0 - MARK - 8.0;

    let headline = engine.layout(ui.ctx(), &title, &strong, inner);
    let mut small = TextRole::Small.style();
    small.max_lines = Some(1);
    small.direction = start;
    let detail = engine.layout(ui.ctx(), &below, &small, inner - CLOSE);

    let height = headline.height + detail.height + 18.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    reveal(ui, &response);
    let chosen = state.current == Some(entry.id);
    let close_at = {
        let y = rect.bottom() - 8.0 - CLOSE / 2.0;
        let x = if rtl {
            rect.left() + 6.0 + CLOSE / 2.0
        } else {
            rect.right() - 6.0 - CLOSE / 2.0
        };
        Rect::from_center_size(pos2(x, y), vec2(CLOSE, CLOSE))
    };
    let close = ui.interact(close_at, response.id.with("close"), Sense::click());
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let fill = if chosen {
            theme.accent_soft
        } else if response.contains_pointer() {
            theme.surface_hover
        } else {
            Color32::TRANSPARENT
        };
        painter.rect_filled(rect, measure::RADIUS_CONTROL + 2.0, fill);
        if response.has_focus() {
            let stroke = (2.0, theme.accent);
            let inside = eframe::egui::StrokeKind::Inside;
            painter.rect_stroke(rect, measure::RADIUS_CONTROL + 2.0, stroke, inside);
        }
        let stance = opened.stance();
        let (mark_x, text_left) = if rtl {
            (rect.right() - 10.0 - MARK / 2.0, rect.left() + 10.0)
        } else {
            (
                rect.left() + 10.0 + MARK / 2.0,
                rect.left() + 10.0 + MARK + 8.0,
            )
        };
        let mark_y = rect.top() + 8.0 + strong.size * strong.line_height / 2.0;
        let mark = Rect::from_center_size(pos2(mark_x, mark_y), vec2(MARK, MARK));
        icons::of_stance(stance)(painter, mark, stance_colour(&theme, stance));
        let top = rect.top() + 8.0;
        engine.paint(painter, &headline, pos2(text_left, top), theme.ink);
        let detail_left = if rtl { text_left + CLOSE } else { text_left };
        let below_top = top + headline.height + 2.0;
        engine.paint(
            painter,
            &detail,
            pos2(detail_left, below_top),
            theme.ink_muted,
        );
        if response.contains_pointer() || close.contains_pointer() || close.has_focus() {
            if close.hovered() || close.has_focus() {
                painter.rect_filled(close_at, 6.0, theme.line);
            }
            icons::close(painter, close_at.shrink(4.5), theme.ink_muted);
        }
    }
    let name = format!("{title}. {below}");
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, chosen, &name));
    let close_name = format!("{}: {title}", language.text("list-close"));
    close.widget_info(|| WidgetInfo::labeled(Role::Button, true, &close_name));
    if let Origin::File(path) = &entry.origin {
        // Left to right, whatever the names in it.
        let place = format!("\u{2066}{}\u{2069}", path.display());
        response.clone().tooltip(&place);
    }
    if close.clicked() || response.middle_clicked() {
        actions.push(Action::Close(entry.id));
    } else if response.clicked() {
        actions.push(Action::Select(entry.id));
    }
    height
}
