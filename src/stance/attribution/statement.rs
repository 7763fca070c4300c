//! A relation as the briefing states it: spans of the text, names, and for whom
//! a source speaks.

use std::ops::Range;

use super::Attribution;
use crate::stance::mentions::{Entities, MentionKind, Resolved};
use crate::stance::words::Words;
use crate::stance::{ActorKind, Carrier, Content, Cue, Source, Statement};

/// The statement of a relation.
pub(super) fn statement(
    words: &Words<'_>,
    entities: &Entities,
    relation: &Attribution,
) -> Statement {
    let reading = words.reading;
    let text = reading.text;
    Statement {
        source: source(words, entities, relation),
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
            let span = words.bare_span(carrier);
            Carrier {
                id: None,
                name: span.of(text).to_owned(),
                span,
            }
        }),
        rule: relation.rule,
    }
}

/// The source as it stands, and what the mentions know of the one meant.
fn source(words: &Words<'_>, entities: &Entities, relation: &Attribution) -> Source {
    let text = words.reading.text;
    let phrase = |tokens: Range<usize>| words.bare_span(tokens);
    let meant = relation.meant.clone();
    let resolved: Option<Resolved> = meant.clone().and_then(|meant| entities.resolve(meant));
    // "His country", "the source" tell the reader nothing away from their
    // sentence: the one meant is called by its own name.
    let refers = meant.as_ref().is_some_and(|meant| {
        let possessed = relation.source.is_none()
            && words
                .get(meant.start)
                .is_some_and(|word| word.split.pronoun.is_some());
        let back = entities
            .head(meant.clone())
            .is_some_and(|head| head.kind == MentionKind::Back && head.tokens.end >= meant.end);
        possessed || back
    });
    let known = resolved
        .as_ref()
        .filter(|resolved| refers && !resolved.name.is_empty())
        .map(|resolved| resolved.name.clone());
    let name = known.or_else(|| meant.map(|meant| phrase(meant).of(text).to_owned()));
    Source {
        span: relation.source.clone().map(phrase),
        name: name.unwrap_or_default(),
        role: resolved
            .as_ref()
            .and_then(|resolved| resolved.role)
            .map(|role| role.of(text).to_owned()),
        kind: resolved
            .as_ref()
            .map_or(ActorKind::Unnamed, |resolved| resolved.kind),
        speaks_for: resolved
            .and_then(|resolved| resolved.speaks_for)
            .map(str::to_owned),
    }
}
