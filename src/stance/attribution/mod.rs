//! Attribution: who said what, relayed by whom.
//!
//! Each relation has a source, a cue and a content (the scheme of PARC and
//! PolNeAR, for Arabic that of AttImam), and where the text names one a carrier
//! apart from the source. Stages, each a function of the one before: tokens as
//! the rules see them (`scene`), noun phrases (`phrase`, `edges`), what stands left and
//! right of a verb (`subject`, `agreement`, `complement`, `governed`,
//! `marks`), the words that report
//! (`heads`, `readings`, `special`), sources and content ends (`relations`,
//! `speakers`), cues that are prepositions (`prepositions`), what content leaves
//! out (`trim`).
//!
//! Nothing is guessed: where no subject can be found the relation stays
//! without a source, and a cue without content is none.

mod according;
mod adverbials;
mod agreement;
mod asides;
mod complement;
mod dialogue;
mod edges;
mod governed;
mod heads;
mod joints;
mod marks;
mod nouns;
mod own;
mod participles;
mod phrase;
mod prepositions;
mod readings;
mod relations;
pub mod rules;
mod scene;
mod speakers;
mod special;
mod statement;
mod subject;
mod trim;
mod unsaid;

#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::arabic::Span;
use crate::article::{Article, BlockKind};
use crate::lexicon::CueClass;
use crate::stance::dateline;
use crate::stance::mentions::Entities;
use crate::stance::words::Words;
use crate::stance::{Statement, StatementType};

use relations::{Reader, Relation};
use scene::Scene;
use speakers::{Memory, Speaker};

/// One attribution relation, in tokens of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    pub cue: Range<usize>,
    /// The dictionary form of the cue.
    pub lemma: &'static str,
    pub class: CueClass,
    /// The cue is denied: "does not believe".
    pub negated: bool,
    /// The source as it stands; none where it is hidden.
    pub source: Option<Range<usize>>,
    /// The phrase that says who is meant; the source itself where it stands.
    pub meant: Option<Range<usize>>,
    pub content: Range<usize>,
    /// Bytes of the content: its first token may give up a preposition.
    pub content_span: Span,
    pub kind: StatementType,
    pub carrier: Option<Range<usize>>,
    /// It stands inside another relation's content.
    pub nested: bool,
    pub rule: &'static str,
}

/// The relations as the briefing states them.
pub fn statements(
    words: &Words<'_>,
    entities: &Entities,
    relations: &[Attribution],
) -> Vec<Statement> {
    relations
        .iter()
        .map(|relation| statement::statement(words, entities, relation))
        .collect()
}

/// Every attribution of an article's body, in the order of the cues.
pub fn attributions(article: &Article, words: &Words<'_>, entities: &Entities) -> Vec<Attribution> {
    let scene = Scene::of(words, entities);
    let reading = words.reading;
    let mut memory = Memory::default();
    let mut found = Vec::new();
    let turns = dialogue::turns(&scene);
    let mut turns = turns.iter().peekable();
    let mut guest: Option<Speaker> = None;
    let mut blocks = article.blocks.iter().peekable();
    for sentence in &reading.sentences {
        while blocks
            .next_if(|block| block.span.end <= sentence.span.start)
            .is_some()
        {}
        let told = blocks
            .peek()
            .is_none_or(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Deck));
        if !told {
            continue;
        }
        let start = dateline::end(words, sentence.tokens.start)
            .max(dialogue::past_bullet(&scene, &sentence.tokens))
            .min(sentence.tokens.end);
        while turns
            .next_if(|turn| turn.line.end <= sentence.tokens.start)
            .is_some()
        {}
        let turn = turns
            .peek()
            .copied()
            .filter(|turn| turn.line.start <= sentence.tokens.start);
        if let Some(turn) = turn
            && turn.line.start == sentence.tokens.start
            && !turn.asks
        {
            let relation = spoken(turn, &memory, &mut guest);
            found.extend(finish(&scene, &relation));
            if let Some(speaker) = &turn.speaker {
                memory.speakers.push(Speaker::unmarked(speaker.clone()));
            }
        }
        for tokens in pieces(&scene, start..sentence.tokens.end) {
            let heads = scene.heads(tokens.clone());
            let mut relations = Reader::new(&scene, tokens.clone(), &mut memory).run(&heads);
            if let Some(turn) = turn {
                relations.retain(|relation| relation.source.is_some());
                for relation in &mut relations {
                    relation.nested = !turn.asks;
                }
            }
            own::leave_out(&scene, entities, &mut relations);
            prepositions::add(&scene, tokens.clone(), &memory, &mut relations);
            prepositions::speak_on(&scene, &tokens, &mut memory, &mut relations);
            let told = relations.iter();
            found.extend(told.filter_map(|relation| finish(&scene, relation)));
        }
    }
    found
}

/// A turn of talk: all of the line is what its speaker says. The guest of an
/// interview is who spoke last before it began.
fn spoken(turn: &dialogue::Turn, memory: &Memory, guest: &mut Option<Speaker>) -> Relation {
    if turn.speaker.is_none() && guest.is_none() {
        *guest = memory.last().cloned();
    }
    let meant = || guest.as_ref().map(|guest| guest.tokens.clone());
    Relation {
        cue: turn.cue..turn.cue + 1,
        lemma: ":",
        class: CueClass::Neutral,
        negated: false,
        source: turn.speaker.clone(),
        meant: turn.speaker.clone().or_else(meant),
        content: turn.content.clone(),
        begins: 0,
        carrier: None,
        rule: rules::TURN_OF_TALK,
        nested: false,
        phrase: false,
        past: false,
    }
}

/// A sentence in pieces that keep the reading linear: nobody writes longer ones,
/// but a file without full stops is one sentence.
fn pieces(scene: &Scene<'_>, sentence: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    const LONGEST: usize = 800;
    let mut start = sentence.start;
    std::iter::from_fn(move || {
        if start >= sentence.end {
            return None;
        }
        let far = start + LONGEST;
        let end = if far >= sentence.end {
            sentence.end
        } else {
            (start + LONGEST / 2..far)
                .rev()
                .find(|&at| scene.is_comma(at))
                .map_or(far, |comma| comma + 1)
        };
        let piece = start..end;
        start = end;
        Some(piece)
    })
}

fn finish(scene: &Scene<'_>, relation: &Relation) -> Option<Attribution> {
    let content = if relation.rule == rules::TURN_OF_TALK {
        trim::edges(scene, relation.content.clone())
    } else {
        trim::trimmed(scene, relation.content.clone(), relation.phrase)
    };
    let first = scene.words.reading.tokens.get(content.start)?;
    let last = scene
        .words
        .reading
        .tokens
        .get(content.end.checked_sub(1)?)?;
    if content.is_empty() {
        return None;
    }
    let begins = if content.start == relation.content.start && relation.begins > 0 {
        relation.begins
    } else {
        first.span.start
    };
    Some(Attribution {
        cue: relation.cue.clone(),
        lemma: relation.lemma,
        class: relation.class,
        negated: relation.negated,
        source: relation.source.clone(),
        meant: relation.meant.clone(),
        content_span: Span::new(begins, last.span.end),
        kind: trim::kind(scene, &content),
        content,
        carrier: relation.carrier.clone(),
        nested: relation.nested,
        rule: relation.rule,
    })
}
