//! The encodings that a user can ask for, and how a file is to be opened.

use encoding_rs::{ISO_8859_6, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, WINDOWS_1256};
use serde::{Deserialize, Serialize};

/// How to open a file. By default its bytes say the encoding, and what is
/// broken in its text is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct OpenAs {
    /// None: as the bytes say. Formats that name the encoding of their own
    /// text (Word, OpenDocument, RTF) are read as they say.
    pub encoding: Option<Encoding>,
    /// Whether the text is mended. Without it every letter stands as in the
    /// file.
    pub repair: bool,
}

impl Default for OpenAs {
    fn default() -> Self {
        Self {
            encoding: None,
            repair: true,
        }
    }
}

/// An encoding that a file can be read in on the user's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Encoding {
    #[serde(rename = "utf-8")]
    Utf8,
    #[serde(rename = "windows-1256")]
    Windows1256,
    #[serde(rename = "iso-8859-6")]
    Iso8859Part6,
    #[serde(rename = "utf-16le")]
    Utf16Le,
    #[serde(rename = "utf-16be")]
    Utf16Be,
    #[serde(rename = "windows-1252")]
    Windows1252,
}

/// The encodings to offer, the likeliest first.
pub const READINGS: [Encoding; 6] = [
    Encoding::Utf8,
    Encoding::Windows1256,
    Encoding::Iso8859Part6,
    Encoding::Utf16Le,
    Encoding::Utf16Be,
    Encoding::Windows1252,
];

impl Encoding {
    /// As `Article::encoding` names it: "windows-1256".
    pub fn name(self) -> &'static str {
        name(self.of())
    }

    pub(super) const fn of(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Windows1256 => WINDOWS_1256,
            Self::Iso8859Part6 => ISO_8859_6,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1252 => WINDOWS_1252,
        }
    }
}

/// The name of an encoding as documents tell it.
pub(super) fn name(encoding: &'static encoding_rs::Encoding) -> &'static str {
    match encoding.name() {
        "UTF-8" => "utf-8",
        "UTF-16LE" => "utf-16le",
        "UTF-16BE" => "utf-16be",
        "ISO-8859-6" => "iso-8859-6",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_encoding_is_remembered_under_the_name_it_is_shown_by() {
        for encoding in READINGS {
            let written = serde_json::to_string(&encoding).unwrap();
            assert_eq!(written, format!("\"{}\"", encoding.name()));
            assert_eq!(
                serde_json::from_str::<Encoding>(&written).unwrap(),
                encoding
            );
        }
        assert_eq!(
            serde_json::from_str::<OpenAs>("{}").unwrap(),
            OpenAs::default()
        );
    }
}
