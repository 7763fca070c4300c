//! Everything a view can ask for. Views push actions; `apply` performs them.

use std::path::PathBuf;

use super::command::Command;
use super::lines::Line;
use super::state::{ArticleId, NoticeId, Words};
use crate::article::OpenAs;
use crate::desk::Appearance;

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    Run(Command),
    Open(Vec<PathBuf>),
    /// An article from text that has no file.
    OpenText(String),
    /// The current article again, as asked.
    ReadAs(OpenAs),
    CancelOpening,
    ClearRecent,
    Select(ArticleId),
    Close(ArticleId),
    /// The pointer is over a line of the card, or has left it.
    Hover(Option<Line>),
    /// A line of the card was clicked: show its evidence in the text.
    Show(Line),
    /// The text was clicked at this byte: select the lines it proves.
    PickAt(usize),
    /// Open or close the "why" of a line.
    Explain(Line),
    /// These lines of the card, one under the other.
    CopyLines(Vec<Line>),
    ShowWords(Words),
    Seek(String),
    SetAppearance(Appearance),
    SetFamily(String),
    SetSize(f32),
    SetSpacing(f32),
    SetZoom(f32),
    ResizeList(f32),
    ShareCard(f32),
    ShareStacked(f32),
    DismissNotice(NoticeId),
}

/// What the views of one frame asked for, in order.
#[derive(Debug, Default)]
pub struct Actions(Vec<Action>);

impl Actions {
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    pub fn run(&mut self, command: Command) {
        self.push(Action::Run(command));
    }

    pub fn take(&mut self) -> Vec<Action> {
        std::mem::take(&mut self.0)
    }

    #[cfg(test)]
    pub fn asked(&self) -> &[Action] {
        &self.0
    }
}
