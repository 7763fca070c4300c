//! What an opened file is to the rest of the program.

use serde::Serialize;

use crate::arabic::Span;

/// One article, ready to read and to analyse.
///
/// `text` is what the reader shows: the title on the first line, then one
/// block a line, parted by `\n`. `blocks` tile it in order and never overlap;
/// the line ends between them belong to none. Spans are bytes of `text`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Where it came from, as the user named it; a plain name for the
    /// clipboard or the seed.
    pub path: String,
    /// Of the bytes read, in lower-case hexadecimal.
    pub sha256: String,
    pub format: Format,
    /// The name of the encoding the bytes were read in, in lower case
    /// ("utf-8", "windows-1256").
    pub encoding: String,
    /// Date of publication (ISO 8601) where the file itself tells it.
    pub published: Option<String>,
    pub repairs: Vec<Repair>,
    pub warnings: Vec<Warning>,
    pub text: String,
    pub blocks: Vec<Block>,
}

impl Article {
    /// The headline; empty where the file has none.
    pub fn title(&self) -> &str {
        self.blocks
            .iter()
            .find(|block| block.kind == BlockKind::Title)
            .map_or("", |block| block.span.of(&self.text))
    }
}

/// One paragraph-like part of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub span: Span,
}

/// What a block is to the reader and to the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The headline: at most one, the first block.
    Title,
    /// The line under the headline.
    Deck,
    /// A heading inside the body.
    Heading,
    /// Running text.
    Paragraph,
    /// Shown but not analysed: "read also", agency sign-off.
    Aside,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    #[default]
    Text,
    Markdown,
    /// Saved web pages.
    Html,
    /// `.docx`.
    Word,
    /// `.odt`.
    OpenDocument,
    Rtf,
    Pdf,
    /// A message, or a page saved as one.
    Mail,
}

/// Something the reader of the file mended: what kind, how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Repair {
    /// The name of the repair, in kebab case; its message is `repair-KIND`.
    pub kind: &'static str,
    pub count: usize,
    /// In English, for the document.
    pub note: String,
}

/// Something the user should know of how the text was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Warning {
    /// In kebab case; its message is `warning-KIND`.
    pub kind: &'static str,
    /// In English, for the document.
    pub note: String,
}
