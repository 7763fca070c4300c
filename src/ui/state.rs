//! What the window shows, as plain data. Nothing here draws or reads files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::lines::{Line, Proof};
use super::notice::Notice;
use crate::arabic::Span;
use crate::article::{Article, Encoding, OpenAs};
use crate::desk::Settings;
use crate::locale::Language;
use crate::stance::{Briefing, Stance, Statement, StatementType};

/// Names an open article for as long as the window lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(pub u64);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct NoticeId(pub u64);

/// Where an article came from; two of the same origin are one article.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Origin {
    Seed,
    File(PathBuf),
    /// Pasted text; the number tells pastes apart.
    Clipboard(u32),
}

/// An article with all that was found in it, ready to show.
#[derive(Debug)]
pub struct Opened {
    pub article: Article,
    pub briefing: Briefing,
    pub proofs: Vec<Proof>,
    /// Not yet for a long text that can be read already.
    pub analysed: bool,
    pub source: Source,
}

/// What an article was made from, as far as it can be made from it again.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// How it was opened.
    pub how: OpenAs,
    /// Its first line in each encoding to choose from; none where its format
    /// leaves no choice.
    pub previews: Vec<(Encoding, String)>,
    /// Of pasted text, all of it.
    pub pasted: Option<String>,
}

impl Opened {
    pub fn proof(&self, line: Line) -> Option<&Proof> {
        self.proofs.iter().find(|proof| proof.line == line)
    }

    pub fn principal(&self) -> Option<(usize, &crate::stance::Position)> {
        let at = self.briefing.principal?;
        self.briefing.positions.get(at).map(|found| (at, found))
    }

    pub fn stance(&self) -> Option<Stance> {
        self.principal().map(|(_, position)| position.stance)
    }

    /// Whether there is any Arabic to read a position from.
    pub fn has_arabic(&self) -> bool {
        let warnings = &self.article.warnings;
        !warnings.iter().any(|warning| warning.kind == "no-arabic")
    }
}

/// Whose words the card's statements are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Words {
    #[default]
    All,
    Verbatim,
    Reported,
}

impl Words {
    pub const ALL: [Self; 3] = [Self::All, Self::Verbatim, Self::Reported];

    pub const fn id(self) -> &'static str {
        match self {
            Self::All => "words-all",
            Self::Verbatim => "words-verbatim",
            Self::Reported => "words-reported",
        }
    }

    /// A mixed statement holds both kinds of words, so both show it.
    pub fn shows(self, statement: &Statement) -> bool {
        match self {
            Self::All => true,
            Self::Verbatim => statement.kind != StatementType::Indirect,
            Self::Reported => statement.kind != StatementType::Direct,
        }
    }
}

/// One open article.
#[derive(Debug)]
pub struct Entry {
    pub id: ArticleId,
    pub origin: Origin,
    pub opened: Arc<Opened>,
    /// Lines whose evidence is marked in the text.
    pub selected: Vec<Line>,
    /// The line whose "why" stands open.
    pub explained: Option<Line>,
    pub words: Words,
}

impl Entry {
    pub fn new(id: ArticleId, origin: Origin, opened: Arc<Opened>) -> Self {
        Self {
            id,
            origin,
            opened,
            selected: Vec::new(),
            explained: None,
            words: Words::default(),
        }
    }

    /// The file's name, or what the article is called that has none.
    pub fn name(&self, language: Language) -> String {
        match &self.origin {
            Origin::Seed => language.text("origin-seed"),
            Origin::Clipboard(_) => language.text("origin-clipboard"),
            Origin::File(path) => file_name(path),
        }
    }
}

pub fn file_name(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// What is looked for in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Find {
    pub query: String,
    pub hits: Vec<Span>,
    /// Index into `hits`.
    pub current: usize,
}

impl Find {
    pub fn hit(&self) -> Option<Span> {
        self.hits.get(self.current).copied()
    }
}

/// A sheet over the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Overlay {
    Keys,
    About,
}

/// How far opening several files has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub done: usize,
    pub total: usize,
}

#[derive(Debug, Default)]
pub struct State {
    pub settings: Settings,
    pub articles: Vec<Entry>,
    pub current: Option<ArticleId>,
    pub find: Find,
    pub hovered: Option<Line>,
    pub notices: Vec<(NoticeId, Notice)>,
    pub overlay: Option<Overlay>,
    pub progress: Option<Progress>,
    /// Whether the worker has anything to do.
    pub opening: bool,
    /// The message of what was just copied, while it is shown.
    pub copied: Option<&'static str>,
    /// Asked of the system once: it does not change while the window lives.
    system_language: Language,
    next: u64,
}

impl State {
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            system_language: Language::of_system(),
            ..Self::default()
        }
    }

    pub fn language(&self) -> Language {
        self.settings.language.unwrap_or(self.system_language)
    }

    pub fn entry(&self) -> Option<&Entry> {
        let id = self.current?;
        self.articles.iter().find(|entry| entry.id == id)
    }

    /// The current article, once its card is made.
    pub fn card(&self) -> Option<&Opened> {
        let opened = &*self.entry()?.opened;
        opened.analysed.then_some(opened)
    }

    pub fn entry_mut(&mut self) -> Option<&mut Entry> {
        let id = self.current?;
        self.articles.iter_mut().find(|entry| entry.id == id)
    }

    /// Notices say the same thing once.
    pub fn tell(&mut self, notice: Notice) {
        if self.notices.iter().any(|(_, told)| *told == notice) {
            return;
        }
        let id = NoticeId(self.fresh());
        self.notices.push((id, notice));
    }

    /// Adds an article, or refreshes the one of the same origin in its place.
    pub fn put(&mut self, origin: Origin, opened: Arc<Opened>) -> ArticleId {
        if let Some(entry) = self
            .articles
            .iter_mut()
            .find(|entry| entry.origin == origin)
        {
            *entry = Entry::new(entry.id, origin, opened);
            return entry.id;
        }
        let id = ArticleId(self.fresh());
        self.articles.push(Entry::new(id, origin, opened));
        id
    }

    /// Removes an article; the one after it, else before it, is shown next.
    pub fn remove(&mut self, id: ArticleId) {
        let Some(at) = self.articles.iter().position(|entry| entry.id == id) else {
            return;
        };
        self.articles.remove(at);
        if self.current == Some(id) {
            let next = self.articles.get(at).or(self.articles.last());
            self.current = next.map(|entry| entry.id);
        }
    }

    /// The article `step` places after the current one, round the list.
    pub fn neighbour(&self, step: isize) -> Option<ArticleId> {
        let count = isize::try_from(self.articles.len()).ok()?;
        let at = self
            .articles
            .iter()
            .position(|entry| Some(entry.id) == self.current)?;
        let next = (isize::try_from(at).ok()? + step).checked_rem_euclid(count)?;
        let next = usize::try_from(next).ok()?;
        self.articles.get(next).map(|entry| entry.id)
    }

    fn fresh(&mut self) -> u64 {
        self.next += 1;
        self.next
    }
}
