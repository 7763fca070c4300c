//! From what was found, by token, to the lines of a card.
//!
//! Two ends of the position stages: [`cast`] says by token who is named and who
//! speaks, [`fill`] turns merged candidates into the briefing's positions,
//! issue, summary and the actors that took none.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::attribution::Attribution;
use super::mentions::{Entities, MentionKind};
use super::outline::Outline;
use super::positions::{ActorAt, Ground, Part, Said, Who};
use super::rank::{Ranked, Standing, select};
use super::summary::Told;
use super::words::Words;
use super::{
    Actor, ActorKind, Briefing, Condition, Evidence, Position, Reason, Stance, issue, reasons,
    summary, wording,
};
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::article::Warning;
use crate::lexicon::{CueClass, Particle};

/// Actors and statements by token, each with the one spoken for, and the
/// phrases of sources that are nobody's name.
#[derive(Debug, Default)]
pub(super) struct Cast {
    pub actors: Vec<ActorAt>,
    pub said: Vec<Said>,
    pub phrases: Vec<Range<usize>>,
}

pub(super) fn cast(words: &Words<'_>, entities: &Entities, relations: &[Attribution]) -> Cast {
    let mut cast = Cast::default();
    let named = entities.within(0..words.len()).map(|mention| ActorAt {
        tokens: mention.tokens.clone(),
        entity: Who::Entity(entities.actor_of(mention.entity)),
        adjective: mention.kind == MentionKind::Adjective,
    });
    cast.actors.extend(named);
    let mut known: FxHashMap<String, usize> = FxHashMap::default();
    for relation in relations {
        let head = relation.meant.clone().and_then(|meant| {
            let head = entities.head(meant.clone())?;
            // A name inside a longer phrase is not who speaks: "غرفة صناعة الأردن".
            (head.tokens.start <= meant.start + 1).then_some(head)
        });
        let source = match head {
            Some(mention) if mention.kind != MentionKind::Adjective => {
                Some(Who::Entity(entities.actor_of(mention.entity)))
            }
            _ => relation
                .meant
                .clone()
                .map(|meant| unquoted(words, meant))
                .filter(|meant| tells_somebody(words, meant))
                .map(|meant| {
                    let key: Vec<&str> = meant.clone().map(|at| words.stem(at)).collect();
                    let phrase = *known.entry(key.join(" ")).or_insert_with(|| {
                        cast.phrases.push(meant);
                        cast.phrases.len() - 1
                    });
                    Who::Phrase(phrase)
                }),
        };
        cast.said.push(Said {
            cue: relation.cue.start,
            content: relation.content.clone(),
            subject: relation.source.clone(),
            source,
            class: relation.class,
            lemma: relation.lemma,
        });
    }
    cast.said.extend(headline(words, &cast.actors));
    cast
}

/// "الكرملين: لا نقاش قبل السداد": the headline's own statement, which the body's
/// attribution leaves out. It stands behind those of the briefing.
fn headline(words: &Words<'_>, actors: &[ActorAt]) -> Option<Said> {
    let reading = words.reading;
    let title = reading.sentences.iter().take_while(|s| s.paragraph == 0);
    let end = title.map(|sentence| sentence.tokens.end).max()?;
    let colon = (0..end).find(|&at| words.kind(at) == Some(TokenKind::Colon))?;
    let mut before = actors
        .iter()
        .rev()
        .skip_while(|actor| actor.tokens.end > colon)
        .filter(|actor| !actor.adjective);
    let beside = before.next()?;
    // "السيسي لولي العهد: …": who speaks stands first.
    let addressed = words
        .get(beside.tokens.start)
        .is_some_and(|word| word.has(Prefix::Li));
    let speaker = before.next().filter(|_| addressed);
    let speaks = |actor: &&ActorAt| actor.tokens.end == beside.tokens.start;
    let actor = speaker.filter(speaks).unwrap_or(beside);
    (beside.tokens.end + 2 > colon).then(|| Said {
        cue: colon,
        content: colon + 1..end,
        subject: Some(actor.tokens.clone()),
        source: Some(actor.entity),
        class: CueClass::Neutral,
        lemma: "",
    })
}

/// A phrase without the quotation marks round it: «الأطباء».
fn unquoted(words: &Words<'_>, phrase: Range<usize>) -> Range<usize> {
    let mark = |at: usize| words.kind(at) == Some(TokenKind::Quote);
    let inside = phrase.start + 1..phrase.end.saturating_sub(1);
    let around = mark(phrase.start) && phrase.len() > 2 && mark(phrase.end - 1);
    if around { inside } else { phrase }
}

/// Whether a phrase without a name is of people or bodies: not a pronoun, not
/// a document, not a single word of anything.
fn tells_somebody(words: &Words<'_>, phrase: &Range<usize>) -> bool {
    words.get(phrase.start).is_some_and(|word| {
        let noun = word.split.particle.is_none()
            && !word.shape.accusative
            && !word.is_masdar()
            && !word.is(Particle::TIME.or(Particle::ADVERB));
        // "مؤتمر الحرية" may be a body, "المؤتمر" is none.
        let occasion = word.is(Particle::OCCASION) && (phrase.len() == 1 || word.split.article);
        noun && !word.is_function()
            && !word.is(Particle::DOCUMENT)
            && !occasion
            && words.is_word(phrase.start)
            && (phrase.len() > 1
                || word.shape.people
                || word.split.article
                // A name nobody knows.
                || !word.shape.known && words.is_word(phrase.start))
    })
}

/// How much the article makes of an actor.
pub(super) fn standing(
    words: &Words<'_>,
    entities: &Entities,
    cast: &[Range<usize>],
    who: Who,
) -> Standing {
    let stems = |tokens: Range<usize>| {
        let named = tokens.filter(|&at| {
            words.is_word(at) && words.get(at).is_some_and(|word| !word.is_function())
        });
        named
            .map(|at| words.stem(at).to_owned())
            .collect::<Vec<_>>()
    };
    let phrase = |tokens: Range<usize>| Standing {
        mentions: 1,
        words: stems(tokens),
        kind: ActorKind::Unnamed,
    };
    let named = |id| {
        let entity = entities.get(id)?;
        let mut mentions = entity.mentions.iter();
        let first = mentions.find_map(|&at| entities.mentions().get(at));
        Some(Standing {
            mentions: entity.mentions.len(),
            words: first
                .map(|first| stems(first.tokens.clone()))
                .unwrap_or_default(),
            kind: entity.kind,
        })
    };
    match who {
        Who::Entity(id) => named(id),
        Who::Phrase(number) => cast.get(number).cloned().map(phrase),
        Who::Words(start, end) => Some(phrase(start..end)),
    }
    .unwrap_or_else(|| phrase(0..0))
}

/// Writes positions, principal, issue, summary and the actors without a
/// position into a briefing.
pub(super) fn fill(
    briefing: &mut Briefing,
    outline: &Outline,
    ground: &Ground<'_>,
    entities: &Entities,
    found: Vec<Ranked>,
) {
    let triggers = reasons::triggers(&found);
    let mut ranked = select(found);
    let main = issue::main(ground, outline, ranked.first());
    reasons::give(ground, outline, &mut ranked, &triggers);
    briefing.issue = main
        .as_ref()
        .and_then(|tokens| issue::issue(ground, tokens));
    let known = briefing.statements.len();
    briefing.positions = ranked
        .iter()
        .filter_map(|one| position(ground, entities, one, known))
        .collect();
    briefing.principal = (!briefing.positions.is_empty()).then_some(0);
    if let (Some(first), Some(issue)) = (briefing.positions.first_mut(), &briefing.issue) {
        first.issue = Some(issue.clone());
    }
    briefing.summary = told(ground, &briefing.positions, ranked.first(), main.as_ref());
    let placed: Vec<_> = ranked
        .iter()
        .filter_map(|one| match one.merged.lead.actor {
            Who::Entity(id) => Some(id),
            Who::Phrase(_) | Who::Words(..) => None,
        })
        .collect();
    briefing.actors_without_position = entities.unplaced(&placed);
    briefing.warnings.extend(contradiction(&briefing.positions));
}

/// The summary sentence.
fn told(
    ground: &Ground<'_>,
    positions: &[Position],
    ranked: Option<&Ranked>,
    main: Option<&Range<usize>>,
) -> String {
    let said = positions.first().zip(ranked).map(|(position, ranked)| {
        let lead = &ranked.merged.lead;
        let of = |part: &Part| wording::phrase(ground, &part.tokens);
        let conditional = lead.stance == Stance::Conditional;
        let conditions = lead.conditions.iter().filter(|_| conditional);
        Told {
            actor: &position.actor.name,
            stance: lead.stance,
            act: lead.act,
            issue: main.map(|tokens| wording::phrase(ground, &issue::shown(ground, tokens))),
            conditions: conditions.map(of).collect(),
            reason: lead.reasons.first().map(of),
        }
    });
    summary::summary(said.as_ref())
}

/// The one who takes a position, as the card shows him.
pub(super) fn actor(ground: &Ground<'_>, entities: &Entities, who: Who) -> Option<Actor> {
    match who {
        Who::Entity(id) => entities.actor(id),
        Who::Phrase(number) => phrase(ground, ground.phrases.get(number)?),
        Who::Words(start, end) => phrase(ground, &(start..end)),
    }
}

fn position(
    ground: &Ground<'_>,
    entities: &Entities,
    ranked: &Ranked,
    known: usize,
) -> Option<Position> {
    let text = ground.words.reading.text;
    let one = &ranked.merged;
    let lead = &one.lead;
    let actor = actor(ground, entities, lead.actor)?;
    let evidence = one.evidence.iter().take(2).map(|candidate| {
        let span = ground.span(candidate.evidence.clone());
        Evidence {
            text: span.of(text).to_owned(),
            span,
            triggers: vec![ground.span(candidate.trigger.clone())],
            negated: candidate.negated,
        }
    });
    let mut statements: Vec<usize> = one
        .evidence
        .iter()
        .filter_map(|c| c.statement)
        .filter(|&statement| statement < known)
        .collect();
    statements.sort_unstable();
    statements.dedup();
    let conditional = lead.stance == Stance::Conditional;
    let conditions: Vec<Condition> = lead
        .conditions
        .iter()
        .filter(|_| conditional)
        .filter_map(|part| condition(ground, part))
        .collect();
    Some(Position {
        actor,
        stance: lead.stance,
        confidence: ranked.hundredths(),
        issue: lead
            .issue
            .as_ref()
            .and_then(|tokens| issue::issue(ground, tokens)),
        conditions,
        reasons: lead
            .reasons
            .iter()
            .map(|part| reason(ground, part))
            .collect(),
        evidence: evidence.collect(),
        statements,
        act: lead.act,
        rule: lead.rule,
        reviewed: false,
    })
}

/// A source as the card shows it that only its own words tell.
fn phrase(ground: &Ground<'_>, tokens: &Range<usize>) -> Option<Actor> {
    let span = issue::cut(ground, tokens);
    let people = ground.words.get(tokens.start)?.shape.people;
    Some(Actor {
        id: None,
        name: span.of(ground.words.reading.text).to_owned(),
        kind: if people {
            ActorKind::Group
        } else {
            ActorKind::Unnamed
        },
        mentions: vec![span],
    })
}

fn condition(ground: &Ground<'_>, part: &Part) -> Option<Condition> {
    let span = issue::cut(ground, &part.tokens);
    Some(Condition {
        text: span.of(ground.words.reading.text).to_owned(),
        span,
        marker: ground.span(part.marker.clone()?),
    })
}

fn reason(ground: &Ground<'_>, part: &Part) -> Reason {
    let span = issue::cut(ground, &part.tokens);
    Reason {
        text: span.of(ground.words.reading.text).to_owned(),
        span,
        marker: part.marker.clone().map(|marker| ground.span(marker)),
    }
}

/// One actor that both supports and opposes the same words.
fn contradiction(positions: &[Position]) -> Option<Warning> {
    let found = positions.iter().enumerate().find_map(|(at, one)| {
        positions.iter().skip(at + 1).find(|other| {
            one.actor == other.actor
                && matches!(
                    (one.stance, other.stance),
                    (Stance::Support, Stance::Oppose) | (Stance::Oppose, Stance::Support)
                )
                && one.issue.as_ref().map(|issue| &issue.text)
                    == other.issue.as_ref().map(|issue| &issue.text)
                && one.issue.is_some()
        })
    })?;
    Some(Warning {
        kind: "contradiction",
        note: format!(
            "{} stands both for and against the same issue",
            found.actor.name
        ),
    })
}
