//! Dialogue: interviews and transcripts, where a line belongs to who speaks it.
//!
//! A line is a turn of talk where it begins with a name or office and a colon
//! ("the minister: …"), or with a dash after a line that asks. Its words are
//! that speaker's, to the end of the line; the mark before them is the cue.
//! Who asks is no source. A place before a colon is a dateline, and no turn.

use std::ops::Range;

use super::scene::{Named, Scene};
use crate::arabic::TokenKind;
use crate::lexicon::Particle;

/// A line spoken by somebody.
#[derive(Clone, Debug)]
pub(super) struct Turn {
    pub line: Range<usize>,
    pub cue: usize,
    /// Who speaks, where the line says so.
    pub speaker: Option<Range<usize>>,
    pub content: Range<usize>,
    /// It asks: its words are nobody's statement.
    pub asks: bool,
}

/// Nobody is introduced by more words before a colon.
const LONGEST: usize = 14;

/// The turns of a text, in order.
pub(super) fn turns(scene: &Scene<'_>) -> Vec<Turn> {
    let mut found: Vec<Turn> = Vec::new();
    let mut start = 0;
    let mut asked = false;
    while start < scene.words.len() {
        let end = line_end(scene, start);
        let turn = turn(scene, start..end, asked);
        asked = match &turn {
            Some(turn) => turn.asks,
            None => false,
        };
        found.extend(turn);
        start = end;
    }
    found
}

fn line_end(scene: &Scene<'_>, start: usize) -> usize {
    let tokens = &scene.words.reading.tokens;
    let mut end = start + 1;
    while tokens.get(end).is_some_and(|token| !token.first_of_line) {
        end += 1;
    }
    end
}

fn turn(scene: &Scene<'_>, line: Range<usize>, asked: bool) -> Option<Turn> {
    let first = past_bullet(scene, &line);
    let bullet = first > line.start;
    let end =
        (first..line.end.min(first + LONGEST)).find(|&at| scene.kind(at) == Some(TokenKind::Colon));
    if let Some(colon) = end
        && colon > first
    {
        let label = first..colon;
        let content = colon + 1..line.end;
        let asks = scene.is(first, Particle::ASKER);
        let answers = label.len() == 1 && scene.is(first, Particle::ANSWERER);
        let named = names_speaker(scene, &label);
        if asks || answers || named {
            return (content.len() > 3).then_some(Turn {
                line,
                cue: colon,
                speaker: (named && !answers).then_some(label),
                content,
                asks,
            });
        }
    }
    let asks = bullet && ends_with_question(scene, &line);
    let dash = scene.kind(line.start) == Some(TokenKind::Dash);
    (asks || asked && dash && bullet).then_some(Turn {
        cue: line.start,
        speaker: None,
        content: first..line.end,
        line,
        asks,
    })
}

/// Past a dash, star or bullet at the head of a line.
pub(super) fn past_bullet(scene: &Scene<'_>, line: &Range<usize>) -> usize {
    let bullet = matches!(
        scene.kind(line.start),
        Some(TokenKind::Dash | TokenKind::Symbol)
    ) && scene
        .words
        .reading
        .tokens
        .get(line.start)
        .is_some_and(|token| token.first_of_line);
    line.start + usize::from(bullet && line.len() > 1)
}

/// All of the label is one who speaks: an office or a person.
fn names_speaker(scene: &Scene<'_>, label: &Range<usize>) -> bool {
    let Some(phrase) = scene.phrase(label.start, label.end, false) else {
        return false;
    };
    let office = matches!(
        scene.named(label.start),
        Named::Role | Named::Person | Named::Institution
    );
    let clause = label.clone().any(|at| {
        scene.is_verb(at) || scene.is_comma(at) || scene.is(at, Particle::COMPLEMENTIZER)
    });
    phrase.tokens.end == label.end && office && !clause
}

/// The last words of the line are a question, or trail off.
fn ends_with_question(scene: &Scene<'_>, line: &Range<usize>) -> bool {
    (line.end.saturating_sub(3).max(line.start)..line.end)
        .any(|at| scene.kind(at) == Some(TokenKind::Stop) && !matches!(scene.form(at), "." | "!"))
        || line.clone().any(|at| {
            scene.kind(at) == Some(TokenKind::Stop) && matches!(scene.form(at), "؟" | "?")
        })
}
