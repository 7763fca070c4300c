//! Colours and measures, by meaning.
//!
//! Palette → semantic tokens. Views name tokens; raw colours stand only here.

use eframe::egui::{Color32, Context, Id};

/// The colours of one appearance, named for what they mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme {
    pub dark: bool,
    /// Behind everything, and behind the article's text.
    pub background: Color32,
    /// Tool bar, article list, status bar.
    pub surface_bar: Color32,
    /// The card, buttons, fields, menus.
    pub surface_card: Color32,
    /// A button or row under the pointer.
    pub surface_hover: Color32,
    pub ink: Color32,
    /// Labels, dates, footers: at least 4.5:1 on every surface.
    pub ink_muted: Color32,
    pub line: Color32,
    /// The handle of a scroll bar; its track is what it lies on.
    pub scroll_bar: Color32,
    pub accent: Color32,
    pub accent_hover: Color32,
    pub on_accent: Color32,
    /// The chosen article, a chosen menu entry.
    pub accent_soft: Color32,
    pub selection: Color32,
    pub stance_support: Color32,
    pub stance_support_soft: Color32,
    pub stance_oppose: Color32,
    pub stance_oppose_soft: Color32,
    pub stance_conditional: Color32,
    pub stance_conditional_soft: Color32,
    pub stance_neutral: Color32,
    pub stance_neutral_soft: Color32,
    /// Evidence of the line under the pointer, painted under the text.
    pub evidence_tint: Color32,
    pub evidence_line: Color32,
    /// Words that made the rule fire.
    pub trigger_line: Color32,
    pub search_hit: Color32,
    /// Also underlined in the accent.
    pub search_hit_current: Color32,
    pub notice: Color32,
    pub notice_soft: Color32,
    pub shadow: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

impl Theme {
    pub const LIGHT: Self = Self {
        dark: false,
        background: rgb(0x00f5_f3ee),
        surface_bar: rgb(0x00fb_faf7),
        surface_card: rgb(0x00ff_ffff),
        surface_hover: rgb(0x00f2_f0ea),
        ink: rgb(0x0022_252a),
        ink_muted: rgb(0x005a_5f67),
        line: rgb(0x00e4_e0d7),
        scroll_bar: rgb(0x00bd_b8ab),
        accent: rgb(0x001f_6f78),
        accent_hover: rgb(0x0019_5e66),
        on_accent: rgb(0x00ff_ffff),
        accent_soft: rgb(0x00e3_f0f1),
        selection: rgb(0x00bf_dfe3),
        stance_support: rgb(0x0026_7246),
        stance_support_soft: rgb(0x00e4_f2e9),
        stance_oppose: rgb(0x00b0_382f),
        stance_oppose_soft: rgb(0x00fb_e7e4),
        stance_conditional: rgb(0x008f_5a07),
        stance_conditional_soft: rgb(0x00fb_f0d9),
        stance_neutral: rgb(0x0055_6170),
        stance_neutral_soft: rgb(0x00ec_eef1),
        evidence_tint: rgb(0x00fd_eebf),
        evidence_line: rgb(0x00b0_801f),
        trigger_line: rgb(0x00a8_6a0b),
        search_hit: rgb(0x00d9_e9fb),
        search_hit_current: rgb(0x00c1_dcf8),
        notice: rgb(0x00a0_3a22),
        notice_soft: rgb(0x00fc_ece6),
        shadow: Color32::from_black_alpha(18),
    };

    pub const DARK: Self = Self {
        dark: true,
        background: rgb(0x0017_191c),
        surface_bar: rgb(0x001c_1f23),
        surface_card: rgb(0x0022_262b),
        surface_hover: rgb(0x002b_3036),
        ink: rgb(0x00e8_e6e1),
        ink_muted: rgb(0x00a9_b0b9),
        line: rgb(0x0032_373d),
        scroll_bar: rgb(0x004d_545c),
        accent: rgb(0x005f_b8c1),
        accent_hover: rgb(0x0074_c6ce),
        on_accent: rgb(0x0010_201f),
        accent_soft: rgb(0x0020_383b),
        selection: rgb(0x0024_454d),
        stance_support: rgb(0x006c_c08e),
        stance_support_soft: rgb(0x001f_3529),
        stance_oppose: rgb(0x00e9_887e),
        stance_oppose_soft: rgb(0x0040_2624),
        stance_conditional: rgb(0x00e5_ac4d),
        stance_conditional_soft: rgb(0x003a_3020),
        stance_neutral: rgb(0x00a8_b2bd),
        stance_neutral_soft: rgb(0x002d_3239),
        evidence_tint: rgb(0x0046_3c1c),
        evidence_line: rgb(0x00b8_943a),
        trigger_line: rgb(0x00e5_ac4d),
        search_hit: rgb(0x0022_3850),
        search_hit_current: rgb(0x0028_4468),
        notice: rgb(0x00f0_9a82),
        notice_soft: rgb(0x003b_2721),
        shadow: Color32::from_black_alpha(70),
    };

    /// The theme in force, as [`Theme::install`] left it.
    pub fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(Id::NULL))
            .unwrap_or(Self::LIGHT)
    }

    pub fn is_installed(&self, ctx: &Context) -> bool {
        ctx.data(|data| data.get_temp::<Self>(Id::NULL)).as_ref() == Some(self)
    }

    pub fn install(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(Id::NULL, self));
    }
}

/// Measures in points.
pub mod measure {
    /// Corner radii.
    pub const RADIUS_CARD: f32 = 14.0;
    pub const RADIUS_CONTROL: f32 = 8.0;
    pub const RADIUS_CHIP: f32 = 12.0;
    /// The step all gaps are multiples of.
    pub const STEP: f32 = 4.0;
    pub const TOOLBAR: f32 = 48.0;
    pub const STATUS: f32 = 30.0;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By the Web Content Accessibility Guidelines 2.2, 1 to 21.
    fn contrast(one: Color32, other: Color32) -> f32 {
        let luminance = |colour: Color32| {
            let linear = |part: u8| {
                let part = f32::from(part) / 255.0;
                if part <= 0.04045 {
                    part / 12.92
                } else {
                    ((part + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_text_is_read_on_every_ground_it_stands_on() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            let bars = [
                theme.background,
                theme.surface_bar,
                theme.surface_card,
                theme.surface_hover,
            ];
            let marks = [
                theme.accent_soft,
                theme.selection,
                theme.evidence_tint,
                theme.search_hit,
                theme.search_hit_current,
            ];
            let both = || bars.into_iter().chain(marks);
            let stances = [
                (theme.stance_support, theme.stance_support_soft),
                (theme.stance_oppose, theme.stance_oppose_soft),
                (theme.stance_conditional, theme.stance_conditional_soft),
                (theme.stance_neutral, theme.stance_neutral_soft),
            ];
            let mut pairs = vec![
                (theme.on_accent, theme.accent),
                (theme.on_accent, theme.accent_hover),
                (theme.accent, theme.accent_soft),
                (theme.ink, theme.notice_soft),
                (theme.notice, theme.notice_soft),
            ];
            pairs
                .extend(both().flat_map(|ground| [(theme.ink, ground), (theme.ink_muted, ground)]));
            pairs.extend(bars.map(|ground| (theme.accent, ground)));
            pairs.extend(stances);
            for (text, ground) in pairs {
                let found = contrast(text, ground);
                assert!(
                    found >= 4.5,
                    "{text:?} on {ground:?}: {found:.2} ({theme:?})"
                );
            }
        }
    }

    #[test]
    fn what_the_keyboard_has_and_what_proves_is_seen() {
        for theme in [Theme::LIGHT, Theme::DARK] {
            let signs = [theme.accent, theme.evidence_line, theme.trigger_line];
            for (sign, ground) in signs.into_iter().flat_map(|sign| {
                [
                    (sign, theme.background),
                    (sign, theme.surface_card),
                    (sign, theme.evidence_tint),
                ]
            }) {
                let found = contrast(sign, ground);
                assert!(found >= 3.0, "{sign:?} on {ground:?}: {found:.2}");
            }
        }
    }
}
