//! Lines that stand in the whole card and alone: a position with all that
//! belongs to it, a statement, a date.

use super::Card;
use crate::export::lines::{Line, Role};
use crate::stance::{CueClass, Position, Stance, Statement, StatementType};

impl Card<'_> {
    pub(super) fn position(&self, position: &Position) -> Vec<Line> {
        let confidence = format!("{:.0}%", position.confidence * 100.0);
        let confidence = [("percent", confidence.into())];
        let mut lines = vec![
            self.stance(Role::Heading, position)
                .mark(" (")
                .label(
                    self.language,
                    self.language.text_with("card-confidence", confidence),
                )
                .mark(")"),
        ];
        if let Some(issue) = &position.issue {
            lines.push(self.labelled(Role::Plain, "copy-issue").words(&issue.text));
        }
        let mut part = |id, texts: Vec<&str>| {
            if !texts.is_empty() {
                lines.push(self.label(Role::Label, id).mark(":"));
                lines.extend(texts.into_iter().map(item));
            }
        };
        let conditions = position.conditions.iter();
        part(
            "card-conditions",
            conditions
                .map(|condition| condition.text.as_str())
                .collect(),
        );
        let reasons = position.reasons.iter();
        part(
            "card-reasons",
            reasons.map(|reason| reason.text.as_str()).collect(),
        );
        let evidence = position.evidence.iter();
        part(
            "copy-evidence",
            evidence.map(|evidence| evidence.text.as_str()).collect(),
        );
        lines
    }

    /// `▲ Supporting position: actor`.
    pub(super) fn stance(&self, role: Role, position: &Position) -> Line {
        let (mark, id) = match position.stance {
            Stance::Support => ("▲ ", "stance-support"),
            Stance::Oppose => ("■ ", "stance-oppose"),
            Stance::Conditional => ("◆ ", "stance-conditional"),
            Stance::Neutral => ("● ", "stance-neutral"),
        };
        Line::new(role)
            .mark(mark)
            .label(self.language, self.language.text(id))
            .mark(": ")
            .strong_words(&position.actor.name)
    }

    pub(super) fn in_brackets(&self, line: Line, id: &str) -> Line {
        line.mark(" (")
            .label(self.language, self.language.text(id))
            .mark(")")
    }

    /// `source — cue (assertion, reported): content`.
    pub(super) fn statement(&self, role: Role, statement: &Statement) -> Line {
        let kind = match statement.kind {
            StatementType::Direct => "type-direct",
            StatementType::Indirect => "type-indirect",
            StatementType::Mixed => "type-mixed",
        };
        let comma = if self.language.is_rtl() { "، " } else { ", " };
        let about = [cue_message(statement.cue.class), kind].map(|id| self.language.text(id));
        let source = match statement.source.name.as_str() {
            "" => self.label(role, "card-source-unstated"),
            name => Line::new(role).strong_words(name),
        };
        let text = &self.briefing.document.text;
        let content = statement.content.span.of(text);
        let (open, close) = match statement.kind {
            StatementType::Direct => ("«", "»"),
            StatementType::Indirect | StatementType::Mixed => ("", ""),
        };
        source
            .mark(" — ")
            .words(statement.cue.span.of(text))
            .mark(" (")
            .label(self.language, about.join(comma))
            .mark("): ")
            .mark(open)
            .words(content)
            .mark(close)
    }

    pub(super) fn date(&self, role: Role, at: usize) -> Option<Line> {
        let date = self.briefing.dates.get(at)?;
        let line = Line::new(role).words(&date.text);
        Some(match &date.iso {
            Some(iso) => line.mark(" (").name(iso).mark(")"),
            None => line,
        })
    }
}

pub(super) fn item(words: &str) -> Line {
    Line::new(Role::Item).words(words)
}

/// The message that names the force of a reporting verb.
pub const fn cue_message(class: CueClass) -> &'static str {
    match class {
        CueClass::Neutral => "cue-neutral",
        CueClass::Assertive => "cue-assertive",
        CueClass::Distancing => "cue-distancing",
        CueClass::Denial => "cue-denial",
        CueClass::Admission => "cue-admission",
        CueClass::Directive => "cue-directive",
        CueClass::Evaluative => "cue-evaluative",
        CueClass::Commissive => "cue-commissive",
        CueClass::Warning => "cue-warning",
        CueClass::Conjecture => "cue-conjecture",
        CueClass::Continuing => "cue-continuing",
    }
}
