//! How an article is set: the reader's choices, and what follows for each kind
//! of block.

use eframe::egui::Color32;

use crate::article::BlockKind;
use crate::text::{Direction, Family, Style, fonts};
use crate::ui::theme::Theme;

/// What the reader chooses.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingStyle {
    pub family: Family,
    /// Of running text, in points.
    pub size: f32,
    /// As a multiple of the size; at least [`ReadingStyle::TIGHTEST`].
    pub line_height: f32,
    /// The width of the column in points, if there is room for it.
    pub measure: f32,
}

impl ReadingStyle {
    /// Naskh faces with vowel signs need this much.
    pub const TIGHTEST: f32 = 1.7;
}

impl Default for ReadingStyle {
    fn default() -> Self {
        Self {
            family: Family::named(fonts::READING),
            size: 18.0,
            line_height: 1.9,
            measure: 600.0,
        }
    }
}

impl ReadingStyle {
    pub(super) fn of(&self, kind: BlockKind) -> Style {
        let body = self.line_height.max(Self::TIGHTEST);
        let (size, weight, line_height) = match kind {
            BlockKind::Title => (1.4, 700, body.min(1.7)),
            BlockKind::Deck => (0.95, 400, body.min(1.8)),
            BlockKind::Heading => (1.06, 700, body),
            BlockKind::Paragraph => (1.0, 400, body),
            BlockKind::Aside => (0.88, 400, body),
        };
        Style {
            family: self.family.clone(),
            weight,
            line_height,
            direction: Direction::AutoElseRtl,
            ..Style::reading((self.size * size).clamp(6.0, 200.0))
        }
    }

    /// The gaps above and below a block, in points.
    pub(super) fn gaps(&self, kind: BlockKind) -> (f32, f32) {
        let (above, below) = match kind {
            BlockKind::Title => (0.0, 0.25),
            BlockKind::Deck => (0.0, 0.8),
            BlockKind::Heading => (0.55, 0.15),
            BlockKind::Paragraph => (0.0, 0.75),
            BlockKind::Aside => (0.1, 0.6),
        };
        (above * self.size, below * self.size)
    }
}

pub(super) fn color(kind: BlockKind, theme: &Theme) -> Color32 {
    match kind {
        BlockKind::Title | BlockKind::Heading | BlockKind::Paragraph => theme.ink,
        BlockKind::Deck | BlockKind::Aside => theme.ink_muted,
    }
}
