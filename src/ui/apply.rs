//! Performs what the views asked for: one exhaustive match.

use eframe::egui::{Context, ViewportCommand};

use super::action::Action;
use super::app::App;
use super::clipboard::Copied;
use super::command::Command;
use super::copying;
use super::jobs::Task;
use super::lines;
use super::notice::Notice;
use super::state::{ArticleId, Origin, Overlay};
use crate::arabic::Folded;
use crate::article::{self, OpenAs};
use crate::desk::{Reading, Settings};

/// One step of the zoom commands.
const ZOOM_STEP: f32 = 0.1;

impl App {
    pub(super) fn apply(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Run(command) => self.run(ctx, command),
            Action::Open(paths) => {
                let readings = &self.state.settings.readings;
                let file = |path: std::path::PathBuf| {
                    // Absolute: one file is one article, however it was named.
                    let path = std::path::absolute(&path).unwrap_or(path);
                    let how = readings.of(&path);
                    Task::File(path, how)
                };
                let files = paths.iter().flat_map(|path| article::files(path));
                let tasks: Vec<Task> = files.map(file).collect();
                self.begin(tasks);
            }
            Action::OpenText(text) => self.open_text(text),
            Action::ReadAs(how) => {
                if let Some(Origin::File(path)) = self.state.entry().map(|entry| &entry.origin) {
                    let path = path.clone();
                    self.state.settings.readings.set(&path, how);
                }
                self.read_again(how);
            }
            Action::CancelOpening => {
                if let Some(jobs) = &mut self.jobs {
                    jobs.cancel();
                }
                self.state.progress = None;
            }
            Action::ClearRecent => self.state.settings.recent.clear(),
            Action::Select(id) => self.select(id),
            Action::Close(id) => self.close(id),
            Action::Hover(line) => self.state.hovered = line,
            Action::Show(line) => {
                if let Some(entry) = self.state.entry_mut() {
                    entry.selected = vec![line];
                    self.memory.scroll_text =
                        entry.opened.proof(line).and_then(lines::Proof::start);
                }
            }
            Action::PickAt(byte) => {
                if let Some(entry) = self.state.entry_mut() {
                    entry.selected = lines::at(&entry.opened.proofs, byte);
                    self.memory.scroll_card = entry.selected.first().copied();
                }
            }
            Action::Explain(line) => {
                if let Some(entry) = self.state.entry_mut() {
                    entry.explained = (entry.explained != Some(line)).then_some(line);
                }
            }
            Action::CopyLines(lines) => self.copy(ctx, "copied-line", |state, _| {
                copying::lines(state.card()?, &lines, state.language())
            }),
            Action::ShowWords(words) => {
                if let Some(entry) = self.state.entry_mut() {
                    entry.words = words;
                }
            }
            Action::Seek(query) => {
                self.state.find.query = query;
                self.seek_again();
                self.memory.scroll_text = self.state.find.hit();
            }
            Action::SetAppearance(appearance) => self.state.settings.appearance = appearance,
            Action::SetFamily(family) => self.state.settings.reading.family = family,
            Action::SetSize(size) => {
                let (least, most) = Reading::SIZES.into_inner();
                self.state.settings.reading.size = size.clamp(least, most);
            }
            Action::SetSpacing(spacing) => {
                let (least, most) = Reading::SPACINGS.into_inner();
                self.state.settings.reading.spacing = spacing.clamp(least, most);
            }
            Action::SetZoom(zoom) => {
                let (least, most) = Settings::ZOOMS.into_inner();
                self.state.settings.zoom = zoom.clamp(least, most);
            }
            Action::ResizeList(width) => self.state.settings.window.list_width = width,
            Action::ShareCard(share) => self.state.settings.window.card_share = share,
            Action::ShareStacked(share) => self.state.settings.window.stacked_share = share,
            Action::DismissNotice(id) => self.state.notices.retain(|(told, _)| *told != id),
        }
    }

    fn run(&mut self, ctx: &Context, command: Command) {
        match command {
            Command::Open => {
                let waker = ctx.clone();
                self.dialog
                    .ask(self.state.language(), move || waker.request_repaint());
            }
            Command::Paste => {
                let text = self.clipboard.text().unwrap_or_default();
                self.open_text(text);
            }
            Command::Reload => self.reload(),
            Command::CloseArticle => {
                if let Some(id) = self.state.current {
                    self.close(id);
                }
            }
            Command::NextArticle => self.step(1),
            Command::PreviousArticle => self.step(-1),
            Command::Find => self.memory.focus_find = true,
            Command::FindNext => self.turn(1),
            Command::FindPrevious => self.turn(-1),
            Command::CopySelection => {
                self.copy(ctx, "copied-selection", |state, memory| {
                    let entry = state.entry()?;
                    let text = &entry.opened.article.text;
                    let selected = memory.readers.get(&entry.id)?.selected_text(text);
                    (!selected.is_empty()).then(|| Copied::Text(selected.to_owned()))
                });
            }
            Command::CopySummary => self.copy(ctx, "copied-summary", |state, _| {
                Some(copying::summary(state.card()?, state.language()))
            }),
            Command::CopyText | Command::CopyMarkdown | Command::CopyHtml | Command::CopyJson => {
                self.copy(ctx, "copied-card", |state, _| {
                    copying::card(command, state.card()?, state.language())
                });
            }
            Command::ToggleList => {
                let open = &mut self.state.settings.window.list_open;
                *open = !*open;
            }
            Command::SwitchLanguage => {
                self.state.settings.language = Some(self.state.language().other());
            }
            Command::ZoomIn => self.zoom(ctx, 1.0),
            Command::ZoomOut => self.zoom(ctx, -1.0),
            Command::ZoomReset => self.apply(ctx, Action::SetZoom(1.0)),
            Command::Keys => self.toggle(Overlay::Keys),
            Command::About => self.toggle(Overlay::About),
            Command::Dismiss => self.dismiss(),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    fn open_text(&mut self, text: String) {
        if text.trim().is_empty() {
            self.state.tell(Notice::ClipboardEmpty);
            return;
        }
        self.pastes += 1;
        let origin = Origin::Clipboard(self.pastes);
        let name = self.state.language().text("origin-clipboard");
        let how = OpenAs::default();
        self.begin([Task::Text {
            origin,
            name,
            text,
            how,
        }]);
    }

    /// Pasted text has nothing new to be read from.
    fn reload(&mut self) {
        let entry = self.state.entry();
        if let Some(entry) = entry.filter(|entry| !matches!(entry.origin, Origin::Clipboard(_))) {
            self.read_again(entry.opened.source.how);
        }
    }

    fn read_again(&mut self, how: OpenAs) {
        let Some(entry) = self.state.entry() else {
            return;
        };
        let task = match (&entry.origin, &entry.opened.source.pasted) {
            (Origin::File(path), _) => Task::File(path.clone(), how),
            (Origin::Seed, _) => Task::Seed,
            (Origin::Clipboard(_), Some(text)) => Task::Text {
                origin: entry.origin.clone(),
                name: entry.opened.article.path.clone(),
                text: text.clone(),
                how,
            },
            (Origin::Clipboard(_), None) => return,
        };
        self.begin([task]);
    }

    fn select(&mut self, id: ArticleId) {
        self.state.current = Some(id);
        self.state.hovered = None;
        self.seek_again();
    }

    fn close(&mut self, id: ArticleId) {
        self.state.remove(id);
        self.memory.readers.remove(&id);
        self.state.hovered = None;
        self.seek_again();
    }

    fn step(&mut self, step: isize) {
        if let Some(id) = self.state.neighbour(step) {
            self.select(id);
        }
    }

    fn zoom(&mut self, ctx: &Context, steps: f32) {
        let tenths = (self.state.settings.zoom / ZOOM_STEP).round() + steps;
        self.apply(ctx, Action::SetZoom(tenths * ZOOM_STEP));
    }

    /// Finds the query again: it, the article or its text has changed.
    pub(super) fn seek_again(&mut self) {
        let hits = match self.state.entry() {
            Some(entry) if !self.state.find.query.trim().is_empty() => {
                Folded::of(&entry.opened.article.text).find_all(self.state.find.query.trim())
            }
            _ => Vec::new(),
        };
        self.state.find.hits = hits;
        self.state.find.current = 0;
    }

    /// Goes to another match, round the end.
    fn turn(&mut self, step: isize) {
        let find = &mut self.state.find;
        if find.hits.is_empty() {
            self.memory.focus_find = true;
            return;
        }
        find.current = find
            .current
            .wrapping_add_signed(step + find.hits.len() as isize)
            % find.hits.len();
        self.memory.scroll_text = find.hit();
    }

    fn toggle(&mut self, overlay: Overlay) {
        let open = self.state.overlay == Some(overlay);
        self.state.overlay = (!open).then_some(overlay);
    }

    /// Closes the topmost thing that stands open.
    fn dismiss(&mut self) {
        if self.state.overlay.take().is_some() {
            return;
        }
        if !self.state.find.query.is_empty() {
            self.state.find = super::state::Find::default();
            return;
        }
        if let Some(entry) = self.state.entry_mut()
            && (entry.explained.take().is_some() || !entry.selected.is_empty())
        {
            entry.selected.clear();
            return;
        }
        self.state.notices.pop();
    }
}
