//! Why a file could not become an article, told so that a reader knows what to
//! do next.

use std::io;

use thiserror::Error;

use crate::locale::Language;

/// A file that could not be read, and what is wrong with it.
#[derive(Debug, Error)]
#[error("{}", self.sentence(Language::English))]
pub struct ArticleError {
    /// The file as the user named it.
    pub path: String,
    pub fault: Fault,
}

/// What is wrong with a file.
#[derive(Debug)]
pub enum Fault {
    Missing,
    Folder,
    Forbidden,
    /// Larger than [`super::LIMIT`].
    TooLarge,
    /// No byte at all.
    Empty,
    /// Only spaces and line ends.
    Blank,
    /// Bytes that are no text in any encoding.
    Binary,
    /// A document whose marks make no sense: cut off, or not what it says.
    Damaged,
    /// A document that asks for a password.
    Locked,
    /// Unpacks to far more than any article is.
    Swollen,
    /// The program itself stumbled over it.
    Stumbled,
    /// Pictures of pages, without text.
    Scanned,
    /// Text whose letters the file does not tell.
    Untold,
    /// A format that this release does not read.
    Foreign(Foreign),
    /// Anything else the system reports.
    Unreadable(io::Error),
}

/// Formats that are known by their first bytes and not read yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// Anything packed as ZIP that is no document of text.
    Packed,
    /// Word before 2007.
    OldWord,
}

impl Foreign {
    /// The name as messages know it.
    const fn name(self) -> &'static str {
        match self {
            Self::Packed => "packed",
            Self::OldWord => "doc",
        }
    }
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        use io::ErrorKind;
        match error.kind() {
            // A path that the system cannot even hold names no file.
            ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidInput => {
                Self::Missing
            }
            ErrorKind::IsADirectory => Self::Folder,
            ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::Unreadable(error),
        }
    }
}

impl ArticleError {
    pub(super) fn new(path: impl Into<String>, fault: Fault) -> Self {
        Self {
            path: path.into(),
            fault,
        }
    }

    /// Which file, what is wrong with it, what to do; in the language of the
    /// interface, with isolates round the file's name.
    pub fn sentence(&self, language: Language) -> String {
        let file = ("file", self.path.as_str().into());
        match &self.fault {
            Fault::Missing => language.text_with("error-missing", [file]),
            Fault::Folder => language.text_with("error-folder", [file]),
            Fault::Forbidden => language.text_with("error-forbidden", [file]),
            Fault::TooLarge => {
                let limit = ("limit", (super::LIMIT >> 20).into());
                language.text_with("error-too-large", [file, limit])
            }
            Fault::Empty => language.text_with("error-empty", [file]),
            Fault::Blank => language.text_with("error-blank", [file]),
            Fault::Binary => language.text_with("error-binary", [file]),
            Fault::Damaged => language.text_with("error-damaged", [file]),
            Fault::Locked => language.text_with("error-locked", [file]),
            Fault::Swollen => language.text_with("error-swollen", [file]),
            Fault::Stumbled => language.text_with("error-stumbled", [file]),
            Fault::Scanned => language.text_with("error-scanned", [file]),
            Fault::Untold => language.text_with("error-untold", [file]),
            Fault::Foreign(kind) => {
                let kind = ("kind", kind.name().into());
                language.text_with("error-foreign", [file, kind])
            }
            Fault::Unreadable(error) => {
                let reason = ("reason", error.to_string().into());
                language.text_with("error-unreadable", [file, reason])
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_a_sentence_that_names_the_file() {
        let faults = || {
            [
                Fault::Missing,
                Fault::Folder,
                Fault::Forbidden,
                Fault::TooLarge,
                Fault::Empty,
                Fault::Blank,
                Fault::Binary,
                Fault::Foreign(Foreign::Packed),
                Fault::Foreign(Foreign::OldWord),
                Fault::Damaged,
                Fault::Locked,
                Fault::Swollen,
                Fault::Stumbled,
                Fault::Scanned,
                Fault::Untold,
                Fault::Unreadable(io::Error::other("broken disk")),
            ]
        };
        for language in Language::ALL {
            let mut seen = std::collections::BTreeSet::new();
            for fault in faults() {
                let sentence = ArticleError::new("news/one.txt", fault).sentence(language);
                assert!(sentence.contains("news/one.txt"), "{sentence}");
                assert!(
                    sentence.contains(' '),
                    "a message id stands bare: {sentence}"
                );
                assert!(!sentence.contains(['{', '$']), "{sentence}");
                assert!(seen.insert(sentence.clone()), "said twice: {sentence}");
            }
        }
    }

    #[test]
    fn an_error_reads_as_its_english_sentence() {
        let error = ArticleError::new("a.txt", Fault::Missing);
        assert_eq!(error.to_string(), error.sentence(Language::English));
    }
}
