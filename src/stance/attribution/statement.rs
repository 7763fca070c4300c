//! A relation as the briefing states it: spans of the text and names.

use super::Attribution;
use crate::stance::words::Words;
use crate::stance::{ActorKind, Carrier, Content, Cue, Source, Statement};

/// The statement of a relation.
pub(super) fn statement(words: &Words<'_>, relation: &Attribution) -> Statement {
    let reading = words.reading;
    let text = reading.text;
    let name = relation
        .meant
        .clone()
        .map(|meant| reading.span(meant).of(text).to_owned());
    Statement {
        source: Source {
            span: relation.source.clone().map(|source| reading.span(source)),
            name: name.unwrap_or_default(),
            role: None,
            kind: ActorKind::Person,
            speaks_for: None,
        },
        cue: Cue {
            span: reading.span(relation.cue.clone()),
            lemma: relation.lemma.to_owned(),
            class: relation.class,
        },
        content: Content {
            span: relation.content_span,
        },
        kind: relation.kind,
        carrier: relation.carrier.clone().map(|carrier| {
            let span = reading.span(carrier);
            Carrier {
                id: None,
                name: span.of(text).to_owned(),
                span,
            }
        }),
        rule: relation.rule,
    }
}
