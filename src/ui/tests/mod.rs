//! The window without a display: its views are drawn, found by their names in
//! the accessibility tree, and clicked.

mod acting;
mod card;
mod fixture;
mod list;
mod reading_as;
mod whole;

use std::sync::Arc;

use eframe::egui::{Context, vec2};
use egui_kittest::Harness;

use super::action::Actions;
use super::app::App;
use super::clipboard::Clipboard;
use super::lines::proofs;
use super::memory::Memory;
use super::state::{Opened, Origin, Source, State};
use super::{dress, views};
use crate::article::{self, Article};
use crate::desk::Settings;
use crate::locale::Language;
use crate::stance::Briefing;
use crate::text::{Catalogue, Engine};

/// The views of one state, and what they asked for.
struct Stage {
    state: State,
    memory: Memory,
    actions: Actions,
}

fn opened(article: Article, briefing: Briefing) -> Arc<Opened> {
    let proofs = proofs(&briefing);
    Arc::new(Opened {
        article,
        briefing,
        proofs,
        analysed: true,
        source: Source::default(),
    })
}

fn seed() -> Arc<Opened> {
    let (article, briefing) = fixture::seed();
    opened(article, briefing)
}

/// An article in which nothing was found.
fn bare(text: &str) -> Arc<Opened> {
    let article = article::from_text("bare", text).unwrap();
    let briefing = Briefing::empty(&article);
    opened(article, briefing)
}

fn settings(language: Language) -> Settings {
    Settings {
        language: Some(language),
        ..Settings::default()
    }
}

fn state(language: Language, article: Arc<Opened>) -> State {
    let mut state = State::new(settings(language));
    state.current = Some(state.put(Origin::Seed, article));
    state
}

/// The same typefaces on every machine.
fn engine(ctx: &Context) {
    if ctx.data(|data| data.get_temp::<Engine>(eframe::egui::Id::NULL).is_none()) {
        Engine::install_with(ctx, Catalogue::bundled_only());
    }
}

fn stage(state: State, width: f32) -> Harness<'static, Stage> {
    let stage = Stage {
        state,
        memory: Memory::default(),
        actions: Actions::default(),
    };
    let mut harness = Harness::builder()
        // The worker asks for frames of its own while a view comes to rest.
        .with_max_steps(64)
        .with_size(vec2(width, 820.0))
        .build_ui_state(
            |ui, stage: &mut Stage| {
                engine(ui.ctx());
                dress::follow(ui.ctx(), &stage.state.settings, || false);
                views::window(ui, &stage.state, &mut stage.memory, &mut stage.actions);
            },
            stage,
        );
    harness.run();
    harness.state_mut().actions.take();
    harness
}

/// The whole application with one article, no files and its own clipboard.
fn app(language: Language) -> Harness<'static, Option<App>> {
    let mut harness = Harness::builder()
        // The worker asks for frames of its own while a view comes to rest.
        .with_max_steps(64)
        .with_size(vec2(1280.0, 820.0))
        .build_ui_state(
            move |ui, app: &mut Option<App>| {
                engine(ui.ctx());
                app.get_or_insert_with(|| {
                    let settings = settings(language);
                    let mut app = App::with(ui.ctx(), None, settings, Clipboard::default());
                    app.state.current = Some(app.state.put(Origin::Seed, seed()));
                    app
                })
                .frame(ui);
            },
            None,
        );
    harness.run();
    harness
}
