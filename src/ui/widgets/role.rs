//! What a text is to the reader, and so how it looks.

use eframe::egui::Color32;

use crate::text::Style;
use crate::ui::theme::Theme;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextRole {
    /// The actor on the card.
    Title,
    /// The issue on the card.
    Subtitle,
    #[default]
    Body,
    /// Body in bold.
    Strong,
    /// Said beside the matter.
    Muted,
    /// Details in the smallest size.
    Small,
    /// Over a section.
    Caption,
}

impl TextRole {
    /// No line height under 1.7: Arabic reaches further up and down than Latin.
    pub fn style(self) -> Style {
        let (size, weight, line_height) = match self {
            Self::Title => (25.0, 700, 1.7),
            Self::Subtitle => (15.5, 400, 1.7),
            Self::Body => (14.0, 400, 1.7),
            Self::Strong => (14.0, 700, 1.7),
            Self::Muted => (13.0, 400, 1.75),
            Self::Small => (12.0, 400, 1.7),
            Self::Caption => (12.0, 700, 1.7),
        };
        Style {
            weight,
            line_height,
            ..Style::interface(size)
        }
    }

    pub fn color(self, theme: &Theme) -> Color32 {
        match self {
            Self::Title | Self::Subtitle | Self::Body | Self::Strong => theme.ink,
            Self::Muted | Self::Small | Self::Caption => theme.ink_muted,
        }
    }
}
