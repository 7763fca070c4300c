//! The agencies and media that an article credits.
//!
//! Each once, in order of the text. A medium known only by its kind ("a
//! Lebanese paper") counts where nothing else names it and something is said by
//! or through it; what "state television" reported counts as well.

use super::mentions::{Entities, MediumMention};
use super::words::Words;
use super::{Carrier, Statement};
use crate::article::{Article, BlockKind};

/// The credited media of an article.
pub fn carriers(
    article: &Article,
    words: &Words<'_>,
    entities: &Entities,
    statements: &[Statement],
) -> Vec<Carrier> {
    let mut found: Vec<Carrier> = Vec::new();
    for medium in entities.media() {
        let known = found.iter_mut().find(|carrier| {
            carrier.name == medium.name
                || carrier.id.is_some() && carrier.id.as_deref() == medium.id
        });
        if let Some(carrier) = known {
            // The name in full says more than initials in a dateline.
            if medium.name.chars().count() > carrier.name.chars().count() {
                carrier.name.clone_from(&medium.name);
                carrier.span = medium.span;
            }
            continue;
        }
        if !in_running_text(article, medium) || medium.unnamed && !speaks(words, medium, statements)
        {
            continue;
        }
        found.push(Carrier {
            id: medium.id.map(str::to_owned),
            name: medium.name.clone(),
            span: medium.span,
        });
    }
    found
}

/// Headlines name papers without crediting them.
fn in_running_text(article: &Article, medium: &MediumMention) -> bool {
    let title = article
        .blocks
        .iter()
        .find(|block| block.kind == BlockKind::Title);
    title.is_none_or(|title| !title.span.overlaps(medium.span))
}

/// Whether a statement has it as its source or carrier.
fn speaks(words: &Words<'_>, medium: &MediumMention, statements: &[Statement]) -> bool {
    let near = words.reading.span(medium.tokens.clone());
    statements.iter().any(|statement| {
        let source = statement
            .source
            .span
            .is_some_and(|span| span.overlaps(near));
        source
            || statement
                .carrier
                .as_ref()
                .is_some_and(|carrier| carrier.span.overlaps(near))
    })
}
