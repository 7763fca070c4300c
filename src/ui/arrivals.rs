//! What arrives between frames: articles from the worker, files from the
//! dialog and from other starts of the program. What failed becomes a notice
//! and leaves everything else as it was.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{Context, ViewportCommand};

use super::action::Action;
use super::app::App;
use super::dialog::Picked;
use super::door::Visits;
use super::jobs::{Fault, Jobs, Report};
use super::notice::Notice;
use super::state::{Origin, file_name};

/// Seconds before opening is worth a word.
const PATIENCE: f64 = 0.35;

impl App {
    /// Takes in what worker and dialog have sent since the last frame.
    pub(super) fn receive(&mut self, ctx: &Context) {
        let reports = self.jobs.as_mut().map(Jobs::arrived).unwrap_or_default();
        for report in reports {
            self.take_in(report);
        }
        self.follow_progress(ctx);
        match self.dialog.answer() {
            Some(Picked::Files(files)) => self.apply(ctx, Action::Open(files)),
            Some(Picked::Unavailable) => self.state.tell(Notice::NoDialog),
            Some(Picked::Nothing) | None => {}
        }
    }

    /// Files that other starts of the program hand in. The window comes to
    /// front for them, as far as the system lets it.
    pub(super) fn admit(&mut self, ctx: &Context) {
        while let Some(files) = self.visits.as_ref().and_then(Visits::take) {
            ctx.send_viewport_cmd(ViewportCommand::Minimized(false));
            ctx.send_viewport_cmd(ViewportCommand::Focus);
            if !files.is_empty() {
                self.apply(ctx, Action::Open(files));
            }
        }
    }

    /// Progress is shown where there is time to read it.
    fn follow_progress(&mut self, ctx: &Context) {
        let now = ctx.input(|input| input.time);
        let Some(progress) = self.jobs.as_ref().and_then(Jobs::progress) else {
            self.opening_since = None;
            self.state.opening = false;
            self.state.progress = None;
            return;
        };
        let since = *self.opening_since.get_or_insert(now);
        self.state.opening = true;
        let left = PATIENCE - (now - since);
        self.state.progress = (left <= 0.0).then_some(progress);
        if left > 0.0 {
            ctx.request_repaint_after(Duration::from_secs_f64(left));
        }
    }

    /// Whether anything is still being read.
    #[cfg(test)]
    pub(super) fn is_opening(&self) -> bool {
        self.jobs
            .as_ref()
            .is_some_and(|jobs| jobs.progress().is_some())
    }

    fn take_in(&mut self, report: Report) {
        let Report {
            origin, outcome, ..
        } = report;
        match outcome {
            Ok(opened) => {
                if let Origin::File(path) = &origin {
                    self.state.settings.recent.add(path);
                }
                let before = self.state.articles.iter();
                let same = before
                    .filter(|entry| entry.origin == origin)
                    .any(|entry| entry.opened.article.text == opened.article.text);
                let id = self.state.put(origin, opened);
                if !same {
                    // Another text: its place and selection mean nothing now.
                    self.memory.readers.remove(&id);
                }
                if std::mem::take(&mut self.show_next) || self.state.current.is_none() {
                    self.state.current = Some(id);
                    self.memory.scroll_card = None;
                }
                if self.state.current == Some(id) {
                    self.seek_again();
                }
            }
            Err(Fault::Article(fault)) => self.state.tell(Notice::Article(Arc::new(fault))),
            Err(Fault::Stopped) => {
                let name = match &origin {
                    Origin::File(path) => file_name(path),
                    Origin::Seed => self.state.language().text("origin-seed"),
                    Origin::Clipboard(_) => self.state.language().text("origin-clipboard"),
                };
                self.state.tell(Notice::Stopped { name });
            }
        }
    }
}
