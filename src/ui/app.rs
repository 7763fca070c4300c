//! The window's application: one frame after the other.
//!
//! A frame reads what has arrived, lets the views draw the state and push
//! actions, then applies the actions. Nothing asks for another frame unless
//! something has changed or will change at a known time.

use std::path::PathBuf;
use std::time::Duration;

use eframe::egui::{Context, Event, OutputCommand, RawInput, Ui, ViewportCommand};

use super::action::{Action, Actions};
use super::clipboard::{Clipboard, Copied};
use super::dialog::Dialog;
use super::door::{Door, Visits};
use super::jobs::{AT_ONCE, Jobs, Task};
use super::keep::{Due, Keep};
use super::memory::Memory;
use super::notice::Notice;
use super::state::State;
use super::system_theme::SystemTheme;
use super::trace::{Shown, Trace};
use super::widgets::is_typing;
use super::{dress, keys, views};
use crate::desk::{Folder, Loaded, Settings};

/// How long the window may wait with its first frame for something to show in
/// it: painting an empty one first takes as long.
const FIRST_LOOK: Duration = Duration::from_millis(100);
/// Pixels across the page of egui's own letters.
const OWN_PAGE: usize = 1024;
/// How long the word "copied" stands.
const COPIED_SECONDS: f64 = 1.6;

pub struct App {
    pub(super) state: State,
    pub(super) memory: Memory,
    pub(super) jobs: Option<Jobs>,
    pub(super) dialog: Dialog,
    pub(super) clipboard: Clipboard,
    pub(super) keep: Keep,
    /// Where this is the window that other starts find.
    pub(super) visits: Option<Visits>,
    system_theme: SystemTheme,
    trace: Option<Trace>,
    /// Of the window.
    title: String,
    /// The next article to arrive is shown.
    pub(super) show_next: bool,
    pub(super) pastes: u32,
    /// When what is being opened now was begun.
    pub(super) opening_since: Option<f64>,
    /// When the word "copied" goes away, in seconds of the window's clock.
    pub(super) copied_until: f64,
}

impl App {
    /// The window's state at its start: `files` open, or the seed article.
    pub fn new(
        ctx: &Context,
        folder: Option<Folder>,
        loaded: Loaded,
        files: Vec<PathBuf>,
        door: Option<Door>,
    ) -> Self {
        let Loaded { settings, fault } = loaded;
        let mut app = Self::with(ctx, folder, settings, Clipboard::of_system());
        app.trace = Trace::of_environment();
        if let Some(fault) = fault {
            app.state.tell(Notice::Settings(fault));
        }
        let waker = ctx.clone();
        app.visits = door.and_then(|door| door.open(move || waker.request_repaint()));
        if files.is_empty() {
            app.begin([Task::Seed]);
        } else {
            app.apply(ctx, Action::Open(files));
        }
        if let Some(jobs) = &mut app.jobs {
            jobs.wait(FIRST_LOOK);
        }
        app
    }

    /// Without articles; for tests too.
    pub(super) fn with(
        ctx: &Context,
        folder: Option<Folder>,
        settings: Settings,
        clipboard: Clipboard,
    ) -> Self {
        dress::once(ctx);
        let mut state = State::new(settings);
        let waker = ctx.clone();
        let jobs = Jobs::start(move |after| waker.request_repaint_after(after)).ok();
        if jobs.is_none() {
            state.tell(Notice::NoWorker);
        }
        Self {
            keep: Keep::new(folder, &state.settings),
            state,
            memory: Memory::default(),
            jobs,
            dialog: Dialog::default(),
            clipboard,
            visits: None,
            system_theme: SystemTheme::default(),
            trace: None,
            title: String::new(),
            show_next: true,
            pastes: 0,
            opening_since: None,
            copied_until: 0.0,
        }
    }

    /// Hands tasks to the workers; the first to arrive is shown.
    pub(super) fn begin(&mut self, tasks: impl IntoIterator<Item = Task>) {
        let Some(jobs) = &mut self.jobs else {
            return;
        };
        let mut files = 0;
        for task in tasks {
            self.show_next = true;
            files += 1;
            jobs.add(task);
        }
        if let Some(trace) = &self.trace {
            trace.opening(files);
        }
    }

    /// Puts something on the clipboard and says so for a moment.
    pub(super) fn copy(
        &mut self,
        ctx: &Context,
        message: &'static str,
        what: impl FnOnce(&State, &Memory) -> Option<Copied>,
    ) {
        let Some(copied) = what(&self.state, &self.memory) else {
            return;
        };
        if self.clipboard.put(copied) {
            self.state.copied = Some(message);
            self.copied_until = ctx.input(|input| input.time) + COPIED_SECONDS;
        } else {
            self.state.tell(Notice::ClipboardUnavailable);
        }
    }

    /// What the system has changed: its theme, the window's place.
    fn look_around(&mut self, ctx: &Context) {
        let front = ctx.input(|input| input.events.contains(&Event::WindowFocused(true)));
        if front && ctx.system_theme().is_none() {
            let waker = ctx.clone();
            self.system_theme.ask(move || waker.request_repaint());
        }
        let (inner, maximized) = ctx.input(|input| {
            let viewport = input.viewport();
            (viewport.inner_rect, viewport.maximized)
        });
        let place = &mut self.state.settings.window;
        place.maximized = maximized.unwrap_or(place.maximized);
        if let Some(inner) = inner.filter(|_| !place.maximized) {
            // In points of the system, whatever the zoom.
            let size = inner.size() * ctx.zoom_factor();
            if (place.width, place.height) != (size.x.round(), size.y.round()) {
                place.width = size.x.round();
                place.height = size.y.round();
            }
        }
        let title = match self.state.entry() {
            Some(entry) => {
                let name = entry.name(self.state.language());
                format!("{name} – {}", self.state.language().text("app-name"))
            }
            None => self.state.language().text("app-name"),
        };
        if title != self.title {
            self.title.clone_from(&title);
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
    }

    /// What a text field copied: eframe's own clipboard is this window's only.
    fn take_copies(&mut self, ctx: &Context) {
        let copied = ctx.output_mut(|output| {
            let (copied, rest) = std::mem::take(&mut output.commands)
                .into_iter()
                .partition::<Vec<_>, _>(|command| matches!(command, OutputCommand::CopyText(_)));
            output.commands = rest;
            copied
        });
        for command in copied {
            if let OutputCommand::CopyText(text) = command {
                self.clipboard.put(Copied::Text(text));
            }
        }
    }

    /// One frame.
    pub(super) fn frame(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.receive(&ctx);
        self.look_around(&ctx);
        let mut actions = Actions::default();
        keys::read(&ctx, is_typing(&ctx), &mut actions);
        views::dropped(&ctx, &mut actions);
        dress::follow(&ctx, &self.state.settings, || self.system_theme.is_dark());
        views::window(ui, &self.state, &mut self.memory, &mut actions);
        self.take_copies(&ctx);
        keys::read_dismiss(&ctx, &mut actions);
        let asked = actions.take();
        if !asked.is_empty() {
            // What was asked is seen in the next frame, and one is enough.
            ctx.request_repaint_after(AT_ONCE);
        }
        for action in asked {
            self.apply(&ctx, action);
        }
        self.after(&ctx);
    }

    /// What is due at a later time, and asking for the frame that does it.
    fn after(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        if self.state.copied.is_some() {
            let left = self.copied_until - now;
            if left <= 0.0 {
                self.state.copied = None;
                ctx.request_repaint();
            } else {
                ctx.request_repaint_after(Duration::from_secs_f64(left));
            }
        }
        match self.keep.watch(&self.state.settings, now) {
            Due::Nothing => {}
            Due::Later(left) => ctx.request_repaint_after(Duration::from_secs_f64(left)),
            Due::Failed => {
                self.state.tell(Notice::NotKept);
                ctx.request_repaint();
            }
        }
    }
}

impl eframe::App for App {
    /// Also while the window is hidden.
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.admit(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        if let Some(trace) = &self.trace {
            trace.paint(ui);
        }
        self.frame(ui);
        if let Some(trace) = &self.trace {
            let shown = Shown {
                articles: self.state.articles.len(),
                bytes: self.state.card().map_or(0, |card| card.article.text.len()),
                progress: self.state.progress.is_some(),
            };
            trace.end(ui, shown);
        }
    }

    fn raw_input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        if let Some(trace) = &self.trace {
            trace.begin();
        }
        // egui makes the page of its own letters, of which none is shown here, as
        // wide as the graphics allow: megabytes, and twice over.
        input.max_texture_side = input.max_texture_side.map(|side| side.min(OWN_PAGE));
        keys::translate(input, &mut self.clipboard);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.keep.write(&self.state.settings);
    }
}
