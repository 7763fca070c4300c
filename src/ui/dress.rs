//! Puts the settings on the window: theme, zoom, and egui's own bars.

use eframe::egui::{self, Color32, Context, Stroke, Theme as Mode, Visuals};

use super::theme::Theme;
use crate::desk::{Appearance, Settings};

/// What holds from the first frame to the last.
pub fn once(ctx: &Context) {
    ctx.options_mut(|options| {
        // Our own commands zoom, so that the size is kept.
        options.zoom_with_keyboard = false;
    });
    ctx.all_styles_mut(|style| {
        style.animation_time = 0.0;
        style.spacing.item_spacing = egui::vec2(8.0, 4.0);
        style.spacing.scroll = egui::style::ScrollStyle::thin();
        style.scroll_animation = egui::style::ScrollAnimation::none();
        style.interaction.tooltip_delay = 0.45;
        style.interaction.selectable_labels = false;
    });
}

/// What follows the settings, each frame; does nothing where nothing changed.
/// `system_dark` is asked only where the window system does not tell.
pub fn follow(ctx: &Context, settings: &Settings, system_dark: impl FnOnce() -> bool) {
    let dark = match settings.appearance {
        Appearance::Light => false,
        Appearance::Dark => true,
        Appearance::System => ctx
            .system_theme()
            .map_or_else(system_dark, |mode| mode == Mode::Dark),
    };
    let theme = if dark { Theme::DARK } else { Theme::LIGHT };
    if !theme.is_installed(ctx) {
        theme.install(ctx);
        ctx.set_theme(if dark { Mode::Dark } else { Mode::Light });
        ctx.set_visuals(visuals(theme));
    }
    if (ctx.zoom_factor() - settings.zoom).abs() > 0.001 {
        ctx.set_zoom_factor(settings.zoom);
    }
}

/// egui draws no text here; its scroll bars and menus' frames take our colours.
fn visuals(theme: Theme) -> Visuals {
    let mut visuals = if theme.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    visuals.panel_fill = theme.background;
    visuals.window_fill = theme.surface_card;
    visuals.window_stroke = Stroke::new(1.0, theme.line);
    // Of scroll bars, track and handle.
    visuals.extreme_bg_color = Color32::TRANSPARENT;
    visuals.widgets.inactive.bg_fill = theme.scroll_bar;
    visuals.widgets.hovered.bg_fill = theme.ink_muted;
    visuals.widgets.active.bg_fill = theme.accent;
    visuals.override_text_color = Some(theme.ink);
    visuals.selection.bg_fill = theme.selection;
    visuals.selection.stroke = Stroke::new(1.5, theme.accent);
    visuals
}
