//! Where the parts of the window stand: arithmetic only, mirrored for Arabic.

use eframe::egui::{Pos2, Rangef, Rect, pos2};

use super::theme::measure;
use crate::desk::WindowPlace;

/// Under this width the card stands over the text.
pub const NARROW: f32 = 980.0;
/// Under this width the list gives its place to card and text.
const CRAMPED: f32 = 640.0;
/// The least a part keeps when a splitter is dragged.
const LEAST: f32 = 300.0;
const LEAST_TEXT: f32 = 340.0;
const LEAST_HEIGHT: f32 = 140.0;
pub const LIST: Rangef = Rangef {
    min: 170.0,
    max: 380.0,
};

/// The window in parts; each rectangle in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    pub toolbar: Rect,
    /// Between tool bar and status bar.
    pub body: Rect,
    pub status: Rect,
    pub list: Option<Rect>,
    pub card: Rect,
    pub text: Rect,
    pub stacked: bool,
}

/// The card with its text where the list leaves it.
struct Shares {
    card: Rect,
    text: Rect,
    stacked: bool,
}

/// `notices` is the height of what stands under the tool bar.
pub fn parts(window: Rect, rtl: bool, place: &WindowPlace, notices: f32) -> Parts {
    let (toolbar, rest) = window.split_top_bottom_at_y(window.top() + measure::TOOLBAR);
    let (body, status) = rest.split_top_bottom_at_y(rest.bottom() - measure::STATUS);
    let body = Rect::from_min_max(
        pos2(body.left(), (body.top() + notices).min(body.bottom())),
        body.max,
    );
    let list_width = if place.list_open && window.width() >= CRAMPED {
        LIST.clamp(place.list_width)
    } else {
        0.0
    };
    let (list, rest) = from_start(body, rtl, list_width);
    let Shares {
        card,
        text,
        stacked,
    } = share(rest, rtl, window.width() < NARROW, place);
    Parts {
        toolbar,
        body,
        status,
        list: (list_width > 0.0).then_some(list),
        card,
        text,
        stacked,
    }
}

fn share(rest: Rect, rtl: bool, stacked: bool, place: &WindowPlace) -> Shares {
    let (card, text) = if stacked {
        let height = clamp(
            rest.height() * place.stacked_share,
            LEAST_HEIGHT,
            rest.height() - LEAST_HEIGHT,
        );
        rest.split_top_bottom_at_y(rest.top() + height)
    } else {
        let width = clamp(
            rest.width() * place.card_share,
            LEAST,
            rest.width() - LEAST_TEXT,
        );
        from_start(rest, rtl, width)
    };
    Shares {
        card,
        text,
        stacked,
    }
}

impl Parts {
    /// Over what stands for a moment: the middle of the text's foot, or of the
    /// window's where no article is open.
    pub fn foot(&self, open: bool) -> Pos2 {
        let part = if open { self.text } else { self.body };
        part.center_bottom()
    }

    /// The list's width when its splitter is at `x`.
    pub fn list_width_at(&self, x: f32, rtl: bool) -> f32 {
        LIST.clamp(start_distance(self.body, rtl, x))
    }

    /// The card's share when its splitter is at `x`.
    pub fn card_share_at(&self, x: f32, rtl: bool) -> f32 {
        let rest = self.card.union(self.text);
        let most = (rest.width() - LEAST_TEXT).max(LEAST);
        start_distance(rest, rtl, x).clamp(LEAST, most) / rest.width().max(1.0)
    }

    pub fn stacked_share_at(&self, y: f32) -> f32 {
        let rest = self.card.union(self.text);
        let most = (rest.height() - LEAST_HEIGHT).max(LEAST_HEIGHT);
        (y - rest.top()).clamp(LEAST_HEIGHT, most) / rest.height().max(1.0)
    }
}

/// Splits at `width` from the edge where reading starts.
fn from_start(rect: Rect, rtl: bool, width: f32) -> (Rect, Rect) {
    if rtl {
        let (rest, start) = rect.split_left_right_at_x(rect.right() - width);
        (start, rest)
    } else {
        rect.split_left_right_at_x(rect.left() + width)
    }
}

fn start_distance(rect: Rect, rtl: bool, x: f32) -> f32 {
    if rtl {
        rect.right() - x
    } else {
        x - rect.left()
    }
}

/// As `clamp`, where there is no room the least wins.
fn clamp(value: f32, least: f32, most: f32) -> f32 {
    value.clamp(least, most.max(least))
}

#[cfg(test)]
mod tests {
    use eframe::egui::vec2;

    use super::*;

    fn window(width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(0.0, 0.0), vec2(width, height))
    }

    fn place() -> WindowPlace {
        WindowPlace::default()
    }

    #[test]
    fn arabic_is_the_mirror_of_english() {
        let all = window(1280.0, 820.0);
        let english = parts(all, false, &place(), 0.0);
        let arabic = parts(all, true, &place(), 0.0);
        let mirrored = |rect: Rect| {
            Rect::from_min_max(
                pos2(1280.0 - rect.right(), rect.top()),
                pos2(1280.0 - rect.left(), rect.bottom()),
            )
        };
        assert_eq!(arabic.card, mirrored(english.card));
        assert_eq!(arabic.text, mirrored(english.text));
        assert_eq!(arabic.list, english.list.map(mirrored));
        assert!(arabic.card.center().x > arabic.text.center().x);
    }

    #[test]
    fn a_narrow_window_stacks_the_card_over_the_text() {
        let narrow = parts(window(900.0, 800.0), true, &place(), 0.0);
        assert!(narrow.stacked);
        assert!(narrow.card.bottom() <= narrow.text.top());
        assert_eq!(narrow.card.width(), narrow.text.width());
    }

    #[test]
    fn the_parts_fill_the_window_and_never_turn_inside_out() {
        for width in [200.0, 480.0, 979.0, 981.0, 1280.0, 3000.0] {
            for height in [100.0, 360.0, 820.0] {
                let parts = parts(window(width, height), true, &place(), 0.0);
                assert!(parts.card.width() >= 0.0 && parts.text.width() >= -300.0);
                assert!(parts.card.height() >= 0.0);
                let list = parts.list.map_or(0.0, |list| list.width());
                if !parts.stacked {
                    let sum = list + parts.card.width() + parts.text.width();
                    assert!((sum - width).abs() < 0.01, "{width}: {sum}");
                }
            }
        }
    }

    #[test]
    fn a_dragged_splitter_comes_back_as_its_share() {
        let all = window(1280.0, 820.0);
        for rtl in [false, true] {
            let before = parts(all, rtl, &place(), 0.0);
            let x = if rtl {
                before.card.left()
            } else {
                before.card.right()
            };
            let share = before.card_share_at(x, rtl);
            assert!((share - place().card_share).abs() < 0.001);
        }
    }
}
