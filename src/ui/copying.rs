//! What copying puts on the clipboard.

use super::clipboard::Copied;
use super::command::Command;
use super::lines::Line;
use super::state::Opened;
use crate::export::{self, CardLine, Markup};
use crate::locale::Language;

/// The summary with its source, for mail and documents.
pub fn summary(opened: &Opened, language: Language) -> Copied {
    let set = |markup| export::summary(&opened.briefing, markup, language);
    Copied::Html {
        html: set(Markup::Html),
        text: set(Markup::Text),
    }
}

/// The whole card in the command's format; nothing for other commands.
pub fn card(command: Command, opened: &Opened, language: Language) -> Option<Copied> {
    let set = |markup| export::whole(&opened.briefing, markup, language);
    match command {
        Command::CopyText => Some(Copied::Text(set(Markup::Text))),
        Command::CopyMarkdown => Some(Copied::Text(set(Markup::Markdown))),
        Command::CopyHtml => Some(Copied::Html {
            html: set(Markup::Html),
            text: set(Markup::Text),
        }),
        Command::CopyJson => Some(Copied::Text(export::json(&opened.briefing))),
        _ => None,
    }
}

/// Some lines of the card with their source.
pub fn lines(opened: &Opened, lines: &[Line], language: Language) -> Option<Copied> {
    let lines: Vec<_> = lines.iter().map(|line| of_card(*line)).collect();
    let set = |markup| export::lines(&opened.briefing, &lines, markup, language);
    Some(Copied::Html {
        html: set(Markup::Html),
        text: set(Markup::Text),
    })
}

const fn of_card(line: Line) -> CardLine {
    match line {
        Line::Position(at) => CardLine::Position(at),
        Line::Condition(at, item) => CardLine::Condition(at, item),
        Line::Reason(at, item) => CardLine::Reason(at, item),
        Line::Statement(at) => CardLine::Statement(at),
        Line::Silent(at) => CardLine::Silent(at),
        Line::Figure(at) => CardLine::Figure(at),
        Line::Date(at) => CardLine::Date(at),
        Line::Carrier(at) => CardLine::Carrier(at),
    }
}
