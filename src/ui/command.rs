//! Everything the user can ask for by key or menu.
//!
//! A command owns its message, its explanation and its keys. The menus, the
//! list of keys, the key handling and the tests all read them here.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::locale::Language;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    Open,
    Paste,
    Reload,
    CloseArticle,
    NextArticle,
    PreviousArticle,
    Find,
    FindNext,
    FindPrevious,
    CopySelection,
    CopySummary,
    CopyText,
    CopyMarkdown,
    CopyHtml,
    CopyJson,
    ToggleList,
    SwitchLanguage,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Keys,
    About,
    Dismiss,
    Quit,
}

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const COMMAND: Modifiers = Modifiers::COMMAND;
const COMMAND_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

const fn key(modifiers: Modifiers, logical_key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, logical_key)
}

impl Command {
    /// In the order of the list of keys.
    pub const ALL: [Self; 24] = [
        Self::Open,
        Self::Paste,
        Self::Reload,
        Self::CloseArticle,
        Self::NextArticle,
        Self::PreviousArticle,
        Self::Find,
        Self::FindNext,
        Self::FindPrevious,
        Self::CopySelection,
        Self::CopySummary,
        Self::CopyText,
        Self::CopyMarkdown,
        Self::CopyHtml,
        Self::CopyJson,
        Self::ToggleList,
        Self::SwitchLanguage,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Keys,
        Self::About,
        Self::Dismiss,
        Self::Quit,
    ];

    /// Its message; `ID-tip` is its explanation.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Open => "command-open",
            Self::Paste => "command-paste",
            Self::Reload => "command-reload",
            Self::CloseArticle => "command-close",
            Self::NextArticle => "command-next-article",
            Self::PreviousArticle => "command-previous-article",
            Self::Find => "command-find",
            Self::FindNext => "command-find-next",
            Self::FindPrevious => "command-find-previous",
            Self::CopySelection => "command-copy-selection",
            Self::CopySummary => "command-copy-summary",
            Self::CopyText => "command-copy-text",
            Self::CopyMarkdown => "command-copy-markdown",
            Self::CopyHtml => "command-copy-html",
            Self::CopyJson => "command-copy-json",
            Self::ToggleList => "command-toggle-list",
            Self::SwitchLanguage => "command-switch-language",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomReset => "command-zoom-reset",
            Self::Keys => "command-keys",
            Self::About => "command-about",
            Self::Dismiss => "command-dismiss",
            Self::Quit => "command-quit",
        }
    }

    /// The first is the one shown; the others are the same wish on other
    /// keyboards.
    pub const fn shortcuts(self) -> &'static [KeyboardShortcut] {
        match self {
            Self::Open => const { &[key(COMMAND, Key::O)] },
            Self::Paste => const { &[key(COMMAND, Key::V), key(SHIFT, Key::Insert)] },
            Self::Reload => const { &[key(COMMAND, Key::R), key(NONE, Key::F5)] },
            Self::CloseArticle => const { &[key(COMMAND, Key::W)] },
            Self::NextArticle => const { &[key(COMMAND, Key::PageDown)] },
            Self::PreviousArticle => const { &[key(COMMAND, Key::PageUp)] },
            Self::Find => const { &[key(COMMAND, Key::F)] },
            Self::FindNext => const { &[key(NONE, Key::F3), key(COMMAND, Key::G)] },
            Self::FindPrevious => const { &[key(SHIFT, Key::F3), key(COMMAND_SHIFT, Key::G)] },
            Self::CopySelection => const { &[key(COMMAND, Key::C), key(COMMAND, Key::Insert)] },
            Self::CopySummary => const { &[key(COMMAND_SHIFT, Key::C)] },
            Self::CopyText => const { &[key(COMMAND_SHIFT, Key::T)] },
            Self::CopyMarkdown => const { &[key(COMMAND_SHIFT, Key::M)] },
            Self::CopyHtml => const { &[key(COMMAND_SHIFT, Key::H)] },
            Self::CopyJson => const { &[key(COMMAND_SHIFT, Key::J)] },
            Self::ToggleList => const { &[key(COMMAND, Key::L)] },
            Self::SwitchLanguage => const { &[key(COMMAND_SHIFT, Key::L)] },
            Self::ZoomIn => {
                const {
                    &[
                        key(COMMAND, Key::Plus),
                        key(COMMAND, Key::Equals),
                        key(COMMAND_SHIFT, Key::Plus),
                        key(COMMAND_SHIFT, Key::Equals),
                    ]
                }
            }
            Self::ZoomOut => const { &[key(COMMAND, Key::Minus)] },
            Self::ZoomReset => const { &[key(COMMAND, Key::Num0)] },
            Self::Keys => const { &[key(NONE, Key::F1)] },
            Self::About => const { &[key(SHIFT, Key::F1)] },
            Self::Dismiss => const { &[key(NONE, Key::Escape)] },
            Self::Quit => const { &[key(COMMAND, Key::Q)] },
        }
    }

    pub fn name(self, language: Language) -> String {
        language.text(self.id())
    }

    pub fn tip(self, language: Language) -> String {
        language.text(&format!("{}-tip", self.id()))
    }

    /// Its first key as the user's keyboard names it; empty where it has none.
    pub fn keys(self) -> String {
        self.shortcuts().first().map_or_else(String::new, name_of)
    }

    /// Name and keys in one line, for tooltips.
    pub fn hint(self, language: Language) -> String {
        let tip = self.tip(language);
        match self.keys() {
            keys if keys.is_empty() => tip,
            // Isolates: the keys keep their order inside an Arabic sentence.
            keys => format!("{tip} (\u{2066}{keys}\u{2069})"),
        }
    }
}

fn name_of(shortcut: &KeyboardShortcut) -> String {
    let mut name = String::new();
    if shortcut.modifiers.command {
        name.push_str(if cfg!(target_os = "macos") {
            "⌘+"
        } else {
            "Ctrl+"
        });
    }
    if shortcut.modifiers.shift {
        name.push_str("Shift+");
    }
    name.push_str(match shortcut.logical_key {
        Key::Plus => "+",
        Key::Minus => "-",
        Key::Escape => "Esc",
        Key::PageDown => "PgDn",
        Key::PageUp => "PgUp",
        other => other.name(),
    });
    name
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_command_stands_once_in_the_list() {
        let ids: HashSet<_> = Command::ALL.iter().map(|command| command.id()).collect();
        assert_eq!(ids.len(), Command::ALL.len());
    }

    #[test]
    fn no_two_commands_share_a_key() {
        let mut seen = HashSet::new();
        for command in Command::ALL {
            for shortcut in command.shortcuts() {
                assert!(
                    seen.insert(*shortcut),
                    "{command:?} shares {}",
                    name_of(shortcut)
                );
            }
        }
    }

    #[test]
    fn every_command_has_its_name_and_explanation_in_both_languages() {
        for language in Language::ALL {
            for command in Command::ALL {
                assert_ne!(command.name(language), command.id());
                assert!(
                    !command.tip(language).starts_with("command-"),
                    "{command:?}"
                );
            }
        }
    }

    #[test]
    fn keys_are_named_as_on_the_keyboard() {
        assert_eq!(Command::CopySummary.keys(), "Ctrl+Shift+C");
        assert_eq!(Command::FindPrevious.keys(), "Shift+F3");
        assert_eq!(Command::About.keys(), "Shift+F1");
    }
}
