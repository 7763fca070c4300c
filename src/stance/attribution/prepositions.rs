//! Cues that are prepositions: according to, in the words of, quoting, as …
//! said.
//!
//! They stand before, after or inside what they attribute. Where they come
//! after words that are attributed already, an outlet relays those words and
//! anybody else is one more source of them. Laws and plans attribute nothing.

use std::ops::Range;

use super::relations::Relation;
use super::rules;
use super::scene::{Named, Scene};
use super::speakers::{Memory, Speaker};
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{Cue, CueClass, Frames, Particle, Tense};

/// One prepositional cue and whom it names.
struct Found {
    /// From the preposition to the verb after "what", if there is one.
    cue: Range<usize>,
    lemma: &'static str,
    class: CueClass,
    source: Option<Range<usize>>,
    /// It is an outlet, or an outlet relayed it.
    outlet: Option<Range<usize>>,
    /// An outlet that relays for the source.
    carrier: Option<Range<usize>>,
    /// First token after all of it.
    end: usize,
    /// "As … said", which must stand after what was said.
    spoken: bool,
}

/// Adds the prepositional relations of a sentence.
pub(super) fn add<'a>(
    scene: &Scene<'a>,
    sentence: Range<usize>,
    memory: &Memory,
    relations: &mut Vec<Relation>,
) {
    let mut at = sentence.start;
    while at < sentence.end {
        let taken = relations.iter().any(|relation| relation.cue.contains(&at));
        let found = if taken {
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
        // What was read as a cue of its own is part of this one.
        relations.retain(|relation| !(found.cue.contains(&relation.cue.start)));
        place(scene, &sentence, memory, relations, &found);
    }
    relations.sort_by_key(|relation| relation.cue.start);
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

impl<'a> Scene<'a> {
    fn prepositional(&self, at: usize, limit: usize) -> Option<Found> {
        if self.named(at) != Named::No || !self.is_word(at) {
            return None;
        }
        let cues = &self.words.lexicon.cues;
        let stem = self.stem(at);
        let phrase = cues.preposition_of_two(stem, self.form(at + 1));
        let (cue, next) = match phrase {
            Some(cue) => (cue, at + 2),
            None => (cues.preposition(stem)?, at + 1),
        };
        self.after_preposition(at, cue, next, limit)
    }

    fn after_preposition(
        &self,
        at: usize,
        cue: &'a Cue,
        next: usize,
        limit: usize,
    ) -> Option<Found> {
        let frames = cue.frames;
        let found = |cue_end: usize,
                     source: Option<Range<usize>>,
                     outlet: Option<Range<usize>>,
                     end: usize| Found {
            cue: at..cue_end,
            lemma: cue.lemma,
            class: cue.class,
            source,
            outlet,
            carrier: None,
            end,
            spoken: frames.has(Frames::VERB),
        };
        // "according to what the agency reported"
        let what = self.is(next, Particle::RELATIVE_BARE)
            || self.is(next + 1, Particle::RELATIVE_BARE) && frames.has(Frames::LI);
        let verb = if frames.has(Frames::VERB) {
            next
        } else {
            next + 1
        };
        if what || frames.has(Frames::VERB) {
            return self.said(verb, limit).map(|said| Found {
                carrier: said.carrier,
                ..found(verb + 1, said.source, said.outlet, said.end)
            });
        }
        if frames.has(Frames::SAYING) {
            let pronoun = self.word(next).split.pronoun.is_some();
            let source = if pronoun {
                None
            } else {
                Some(self.phrase(next + 1, limit, false)?.tokens)
            };
            let end = source.as_ref().map_or(next + 1, |source| source.end);
            return Some(found(next + 1, source, None, end));
        }
        let noun = if frames.has(Frames::ABOUT) && self.is(next, Particle::FRAME_ABOUT)
            || frames.has(Frames::ILA) && self.is(next, Particle::FRAME_ILA)
        {
            next + 1
        } else if frames.has(Frames::LI) && self.has(next, Prefix::Li) || frames.has(Frames::NOUN) {
            next
        } else {
            return None;
        };
        if !self.can_attribute(noun) {
            return None;
        }
        let source = self.source_phrase(noun, limit)?;
        let end = source.end;
        let outlet =
            matches!(self.named(noun), Named::Outlet | Named::Medium).then(|| source.clone());
        Some(found(at + 1, Some(source), outlet, end))
    }

    /// The noun phrase of a source, whose first word may bear a preposition.
    fn source_phrase(&self, noun: usize, limit: usize) -> Option<Range<usize>> {
        if self.starts_phrase(noun) {
            return self.phrase(noun, limit, false).map(|phrase| phrase.tokens);
        }
        let name = self.name_end(noun).min(limit);
        let rest = self.phrase(name, limit, false).filter(|_| {
            !self.is_break(name)
                && (self.word(name).split.article
                    || self.is_unknown(name)
                    || self.named(name) != Named::No)
                && !self.word(name).conjoined()
        });
        Some(noun..rest.map_or(name, |rest| rest.tokens.end))
    }

    /// Who speaks, and what is not a law or a plan.
    fn can_attribute(&self, noun: usize) -> bool {
        if self.is(noun, Particle::SAME) {
            return self.can_attribute(noun + 1);
        }
        self.is_word(noun)
            && (!self.is(noun, Particle::OCCASION) || self.is(noun, Particle::DOCUMENT))
            && (self.named(noun) != Named::No && self.named(noun) != Named::Adjective
                || self.is(noun, Particle::DOCUMENT)
                || self.is_unknown(noun) && self.word(noun).split.article
                || self.word(noun).shape.people)
    }

    /// "what the agency reported": the subject of a cue that says no more.
    fn said(&self, verb: usize, limit: usize) -> Option<Said> {
        let lexicon = self.words.lexicon;
        let cue = self.word(verb).finite().find_map(|verbal| {
            let telling = matches!(verbal.form.tense, Tense::Perfect | Tense::Imperfect);
            let cue = lexicon.cues.verb(lexicon.verbs.lemma(verbal.form.verb));
            cue.filter(|_| telling)
        })?;
        let mut noun = verb + 1;
        // "relayed from him by the agency", "published today".
        while noun < limit
            && (self.is(noun, Particle::PREPOSITION.or(Particle::FRAMES))
                && self.word(noun).split.pronoun.is_some()
                || self.is(noun, Particle::TIME))
        {
            noun += 1;
        }
        // "as stands in the text", "as came by the tongue of the minister".
        if self.is(noun, Particle::FRAME_FI.or(Particle::FRAME_ALA))
            && self.word(noun).split.pronoun.is_none()
            && cue.frames.has(Frames::WITHIN)
        {
            noun += 1;
            noun += usize::from(self.is(noun, Particle::MOUTH));
        }
        let source = self.phrase(noun, limit, false).map(|phrase| phrase.tokens);
        let end = source.as_ref().map_or(noun, |tokens| tokens.end);
        // "relayed by the paper from the sources"
        let relays = cue.frames.has(Frames::RELAY);
        if relays
            && self.is(end, Particle::FRAME_ABOUT)
            && let Some(people) = self.phrase(end + 1, limit, false)
        {
            return Some(Said {
                end: people.tokens.end,
                source: Some(people.tokens),
                outlet: None,
                carrier: source,
            });
        }
        // With a content of its own it is another construction.
        if self.is(end, Particle::COMPLEMENTIZER) || self.kind(end) == Some(TokenKind::Colon) {
            return None;
        }
        let outlet = source.clone().filter(|tokens| {
            relays || matches!(self.named(tokens.start), Named::Outlet | Named::Medium)
        });
        Some(Said {
            source,
            outlet,
            carrier: None,
            end,
        })
    }
}

/// Who told, as far as "what … told" says.
struct Said {
    source: Option<Range<usize>>,
    outlet: Option<Range<usize>>,
    carrier: Option<Range<usize>>,
    end: usize,
}
