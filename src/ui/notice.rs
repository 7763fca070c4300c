//! What went wrong, in the user's words and language.
//!
//! A notice is kept as its cause, so that it follows a change of the
//! interface language while it stands.

use std::path::Path;
use std::sync::Arc;

use super::state::file_name;
use crate::article::ArticleError;
use crate::desk::SettingsFault;
use crate::locale::Language;

#[derive(Clone, Debug)]
pub enum Notice {
    /// A file that could not be opened.
    Article(Arc<ArticleError>),
    Settings(SettingsFault),
    /// Settings could not be written.
    NotKept,
    ClipboardEmpty,
    ClipboardUnavailable,
    /// The desktop offers no file dialog.
    NoDialog,
    /// Reading this one stopped unexpectedly; the rest goes on.
    Stopped {
        name: String,
    },
    /// The worker thread could not be started.
    NoWorker,
}

impl Notice {
    pub fn sentence(&self, language: Language) -> String {
        let path = |path: &Path| path.display().to_string();
        match self {
            Self::Article(error) => error.sentence(language),
            Self::Settings(SettingsFault::Broken { kept: Some(kept) }) => language.text_with(
                "notice-settings-broken",
                [
                    ("file", file_name(kept).into()),
                    ("path", path(kept).into()),
                ],
            ),
            Self::Settings(SettingsFault::Broken { kept: None }) => {
                language.text("notice-settings-broken-unkept")
            }
            Self::Settings(SettingsFault::Unreadable { path: at }) => {
                language.text_with("notice-settings-unreadable", [("path", path(at).into())])
            }
            Self::NotKept => language.text("notice-settings-not-kept"),
            Self::ClipboardEmpty => language.text("notice-clipboard-empty"),
            Self::ClipboardUnavailable => language.text("notice-clipboard-unavailable"),
            Self::NoDialog => language.text("notice-no-dialog"),
            Self::Stopped { name } => {
                language.text_with("notice-stopped", [("name", name.clone().into())])
            }
            Self::NoWorker => language.text("notice-no-worker"),
        }
    }
}

/// Two notices are one where they say the same.
impl PartialEq for Notice {
    fn eq(&self, other: &Self) -> bool {
        self.sentence(Language::English) == other.sentence(Language::English)
    }
}
