//! Cues that are prepositions: according to, in the words of, quoting, as …
//! said.
//!
//! They stand before, after or inside what they attribute. Where they come
//! after words that are attributed already, an outlet relays those words and
//! anybody else is one more source of them.

use std::ops::Range;

use super::according::Found;
use super::relations::Relation;
use super::rules;
use super::scene::Scene;
use super::speakers::{Memory, Speaker};
use crate::arabic::TokenKind;
use crate::lexicon::Particle;

/// Adds the prepositional relations of a sentence.
pub(super) fn add<'a>(
    scene: &Scene<'a>,
    sentence: Range<usize>,
    memory: &Memory,
    relations: &mut Vec<Relation>,
) {
    let mut at = sentence.start;
    while at < sentence.end {
        let taken = || relations.iter().any(|relation| relation.cue.contains(&at));
        let found = if !scene.word(at).attributes || taken() {
            None
        } else {
            scene.prepositional(at, sentence.end)
        };
        let Some(found) = found else {
            at += 1;
            continue;
        };
        at = found.end.max(at + 1);
        let post = here_or_break(scene, &sentence, found.cue.start, found.end);
        if found.spoken
            && (!post
                || relations
                    .iter()
                    .any(|relation| found.cue.contains(&relation.cue.start)))
        {
            continue;
        }
        if found.voice && scene.lends_mouth(found.cue.start, sentence.start) {
            continue;
        }
        // What was read as a cue of its own is part of this one.
        relations.retain(|relation| !(found.cue.contains(&relation.cue.start)));
        place(scene, &sentence, memory, relations, &found);
    }
    relations.sort_by_key(|relation| relation.cue.start);
}

/// "According to the analyst, …, ruling out …. He added": whom a preposition
/// names at the head of a sentence goes on speaking, as a subject would.
pub(super) fn speak_on(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    memory: &mut Memory,
    relations: &mut [Relation],
) {
    let first = relations.first();
    let leads = first.filter(|first| {
        first.rule == rules::PREPOSITION
            && (sentence.start..first.cue.start).all(|at| scene.is_break(at))
            && first
                .source
                .as_ref()
                .is_some_and(|source| scene.is_someone(source.start))
    });
    let Some(source) = leads.and_then(|first| first.source.clone()) else {
        return;
    };
    for relation in relations.iter_mut().skip(1) {
        let from_before = relation
            .meant
            .as_ref()
            .is_none_or(|meant| meant.end <= sentence.start);
        if relation.source.is_none() && from_before {
            relation.meant = Some(source.clone());
        }
    }
    let others = relations.iter().skip(1).any(|one| one.source.is_some());
    if !others {
        memory.speakers.push(Speaker::unmarked(source));
    }
}

fn place(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    memory: &Memory,
    relations: &mut Vec<Relation>,
    found: &Found,
) {
    let here = found.cue.start;
    let opens = (sentence.start..here)
        .all(|at| scene.is_break(at) || scene.kind(at) == Some(TokenKind::Quote));
    let inside = relations.iter().rposition(|relation| {
        relation.content.start < here
            && relation.content.end + 2 >= here
            && relation.cue.start < here
    });
    let content = if let Some(index) = inside {
        // After words told already: they end here.
        let Some(relation) = relations.get_mut(index) else {
            return;
        };
        let words = (relation.content.start..here).filter(|&at| scene.is_word(at));
        if words.count() == 0 {
            // At the head of the words told: "that, according to …, it will".
            let begin = skip(scene, found.end, relation.content.end);
            let end = relation.content.end.max(begin);
            add_relation(scene, memory, relations, found, begin..end, true);
            return;
        }
        let told = relation.content.start..here;
        let last = followed_by_break(scene, sentence, found.end);
        if last {
            relation.content.end = here;
        }
        if found.outlet.is_some() {
            relation.carrier = relation.carrier.take().or_else(|| found.outlet.clone());
            return;
        }
        if last { told } else { relation.content.clone() }
    } else if let Some(around) = relations
        .iter()
        .find(|relation| relation.cue.start < here && relation.content.start >= found.end)
    {
        // Between a cue and its content.
        around.content.clone()
    } else if opens {
        // "According to the agency, the president stressed …".
        let begin = skip(scene, found.end, sentence.end);
        let next = relations
            .iter_mut()
            .find(|relation| relation.cue.start >= found.end);
        if let (Some(outlet), Some(next)) = (&found.outlet, next)
            && next.cue.start <= begin + 12
        {
            next.carrier = next.carrier.take().or_else(|| Some(outlet.clone()));
            return;
        }
        begin..sentence.end
    } else if followed_by_break(scene, sentence, found.end) || here > sentence.start + 4 {
        sentence.start..here
    } else {
        sentence.clone()
    };
    add_relation(scene, memory, relations, found, content, inside.is_some());
}

fn add_relation(
    scene: &Scene<'_>,
    memory: &Memory,
    relations: &mut Vec<Relation>,
    found: &Found,
    content: Range<usize>,
    nested: bool,
) {
    let Some(token) = scene.words.reading.tokens.get(content.start) else {
        return;
    };
    let meant = found.source.clone().or_else(|| {
        let last: Option<&Speaker> = memory.last();
        last.map(|speaker| speaker.tokens.clone())
    });
    relations.push(Relation {
        cue: found.cue.clone(),
        lemma: found.lemma,
        class: found.class,
        negated: false,
        source: found.source.clone(),
        meant,
        begins: token.span.start,
        content,
        carrier: found.carrier.clone(),
        rule: rules::PREPOSITION,
        nested,
        phrase: false,
        past: false,
    });
}

/// Something stands before, and nothing after.
fn here_or_break(scene: &Scene<'_>, sentence: &Range<usize>, start: usize, end: usize) -> bool {
    start > sentence.start && followed_by_break(scene, sentence, end)
}

/// Past a comma and a conjunction that take up the sentence again.
fn skip(scene: &Scene<'_>, mut at: usize, end: usize) -> usize {
    while at < end
        && (scene.is_break(at)
            || scene.is(at, Particle::COMPLEMENTIZER) && scene.word(at).conjoined())
    {
        at += 1;
    }
    at
}

/// Nothing of the sentence's own follows.
fn followed_by_break(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> bool {
    (at..sentence.end.min(at + 3)).all(|at| scene.is_break(at))
        || scene.is_comma(at) && scene.word(at + 1).conjoined()
}
