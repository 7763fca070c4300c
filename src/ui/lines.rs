//! The lines of the card and the words that prove them.
//!
//! [`proofs`] gives, for every line a briefing can show, what to tint in the
//! text, which words decided, and the rule that made it. A line without a span
//! is not here, and so cannot be shown as proven.

use crate::arabic::Span;
use crate::stance::{Briefing, Position, Statement};

/// One line of the card, by its place in the briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Line {
    /// Position `.0` as a whole: actor, stance and issue.
    Position(usize),
    /// Condition `.1` of position `.0`.
    Condition(usize, usize),
    Reason(usize, usize),
    Statement(usize),
    /// An actor without a position.
    Silent(usize),
    Figure(usize),
    Date(usize),
    Carrier(usize),
}

/// What shows that a line is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub line: Line,
    /// Tinted in the text, in its order; never empty.
    pub tint: Vec<Span>,
    /// The words that decided; underlined in the text.
    pub triggers: Vec<Span>,
    /// The id of the rule that made the line; none where it is a mere mention.
    pub rule: Option<&'static str>,
}

impl Proof {
    fn holds(&self, byte: usize) -> bool {
        self.tint
            .iter()
            .any(|span| span.start <= byte && byte < span.end)
    }

    fn extent(&self) -> usize {
        self.tint.iter().map(|span| span.len()).sum()
    }

    /// Where the text is scrolled to.
    pub fn start(&self) -> Option<Span> {
        self.tint.first().copied()
    }
}

/// The proof of every line, in the order of the card.
pub fn proofs(briefing: &Briefing) -> Vec<Proof> {
    let mut proofs = Vec::new();
    for (at, position) in briefing.positions.iter().enumerate() {
        proofs.push(of_position(Line::Position(at), position));
        for (item, condition) in position.conditions.iter().enumerate() {
            proofs.push(Proof {
                line: Line::Condition(at, item),
                tint: within_evidence(position, condition.span.cover(condition.marker)),
                triggers: vec![condition.marker],
                rule: Some(position.rule),
            });
        }
        for (item, reason) in position.reasons.iter().enumerate() {
            let whole = reason
                .marker
                .map_or(reason.span, |marker| reason.span.cover(marker));
            proofs.push(Proof {
                line: Line::Reason(at, item),
                tint: within_evidence(position, whole),
                triggers: reason.marker.into_iter().collect(),
                rule: Some(position.rule),
            });
        }
    }
    for (at, statement) in briefing.statements.iter().enumerate() {
        proofs.push(Proof {
            line: Line::Statement(at),
            tint: of_statement(statement, &briefing.document.text),
            triggers: vec![statement.cue.span],
            rule: Some(statement.rule),
        });
    }
    for (at, actor) in briefing.actors_without_position.iter().enumerate() {
        proofs.push(mention(Line::Silent(at), actor.mentions.clone()));
    }
    for (at, figure) in briefing.figures.iter().enumerate() {
        proofs.push(mention(Line::Figure(at), vec![figure.span]));
    }
    for (at, date) in briefing.dates.iter().enumerate() {
        proofs.push(mention(Line::Date(at), vec![date.span]));
    }
    for (at, carrier) in briefing.carriers.iter().enumerate() {
        proofs.push(mention(Line::Carrier(at), vec![carrier.span]));
    }
    for proof in &mut proofs {
        proof.tint.retain(|span| !span.is_empty());
        proof.tint.sort_unstable();
        proof.tint.dedup();
        proof.triggers.retain(|span| !span.is_empty());
    }
    proofs.retain(|proof| !proof.tint.is_empty());
    proofs
}

/// The lines proven by the words at `byte`, the tightest first.
pub fn at(proofs: &[Proof], byte: usize) -> Vec<Line> {
    let mut found: Vec<_> = proofs.iter().filter(|proof| proof.holds(byte)).collect();
    found.sort_by_key(|proof| (proof.extent(), proof.line));
    found.iter().map(|proof| proof.line).collect()
}

fn mention(line: Line, tint: Vec<Span>) -> Proof {
    Proof {
        line,
        tint,
        triggers: Vec::new(),
        rule: None,
    }
}

fn of_position(line: Line, position: &Position) -> Proof {
    Proof {
        line,
        tint: position.evidence.iter().map(|proof| proof.span).collect(),
        triggers: position
            .evidence
            .iter()
            .flat_map(|proof| proof.triggers.iter().copied())
            .collect(),
        rule: Some(position.rule),
    }
}

/// The piece of evidence the words stand in: a reader wants the clause, not
/// the bare words. Where none holds them, the words themselves.
fn within_evidence(position: &Position, words: Span) -> Vec<Span> {
    let clause = position
        .evidence
        .iter()
        .map(|proof| proof.span)
        .filter(|span| span.overlaps(words))
        .min_by_key(|span| span.len());
    vec![clause.map_or(words, |clause| clause.cover(words))]
}

/// Source, cue and content: one stretch where they stand in one paragraph.
fn of_statement(statement: &Statement, text: &str) -> Vec<Span> {
    let said = statement.cue.span.cover(statement.content.span);
    let mut parts = if said.of(text).contains('\n') {
        vec![statement.cue.span, statement.content.span]
    } else {
        vec![said]
    };
    if let Some(source) = statement.source.span {
        let whole = said.cover(source);
        match parts.as_mut_slice() {
            [only] if !whole.of(text).contains('\n') => *only = whole,
            _ => parts.push(source),
        }
    }
    parts
}
