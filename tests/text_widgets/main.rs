//! The widgets as assistive technologies, the keyboard and the pointer meet
//! them: no display, no graphics driver.

mod article;
mod controls;
mod field;

use eframe::egui::Ui;
use egui_kittest::Harness;
use mawqif::text::{Catalogue, Engine};

fn harness<'a, State: 'a>(
    state: State,
    mut app: impl FnMut(&mut Ui, &mut State) + 'a,
) -> Harness<'a, State> {
    Harness::builder()
        .with_size([800.0, 600.0])
        .with_step_dt(0.02)
        .with_context_setup(|ctx| {
            Engine::install_with(ctx, Catalogue::bundled_only());
        })
        .build_ui_state(move |ui, state| app(ui, state), state)
}
