//! Whose a stance is where neither a name nor the lexicon tells, and who has
//! none.

use super::*;

/// Phrases of sources that an unknown subject is compared with.
const MOST_PHRASES: usize = 200;

impl<'a> Reader<'_, 'a> {
    /// A subject that only its own words tell, as it was told before.
    pub(super) fn known_before(&self, subject: Subject) -> Subject {
        let ground = self.ground;
        let Who::Words(start, end) = subject.entity else {
            return subject;
        };
        let same = |tokens: &Range<usize>| {
            tokens.len() == end - start
                && tokens
                    .clone()
                    .zip(start..end)
                    .all(|(one, other)| ground.words.stem(one) == ground.words.stem(other))
        };
        // Only so many are looked at: a book must not take its square.
        let mut phrases = ground.phrases.iter().take(MOST_PHRASES);
        let phrase = phrases.position(same).map(Who::Phrase);
        let told = || {
            let mut found = self.found.iter().rev().take(40);
            found.find_map(|candidate| match candidate.actor {
                Who::Words(from, to) if same(&(from..to)) => Some(candidate.actor),
                _ => None,
            })
        };
        let entity = phrase.or_else(told).unwrap_or(subject.entity);
        Subject { entity, ..subject }
    }

    /// "مشروع قرار بريطاني أميركي يدعو إلى": the states whose document it is.
    pub(super) fn authors(&self, cue: usize) -> Vec<Who> {
        let ground = self.ground;
        let said = ground
            .said_by_cue(cue)
            .and_then(|said| ground.said.get(said));
        let Some(tokens) = said.and_then(|said| said.subject.clone()) else {
            return Vec::new();
        };
        if !ground.is(tokens.start, Particle::DOCUMENT.or(Particle::COMMON)) {
            return Vec::new();
        }
        let mut authors: Vec<Who> = Vec::new();
        for at in tokens.start + 1..tokens.end {
            let actor = ground.actor_starting(at).filter(|actor| actor.adjective);
            authors.extend(actor.map(|actor| actor.entity));
        }
        authors
    }

    /// The source of a statement that nothing else names: "جدد الملك دعوته".
    pub(super) fn unnamed_source(&self, cue: usize) -> Option<Subject> {
        let ground = self.ground;
        let said = ground
            .said_by_cue(cue)
            .and_then(|said| ground.said.get(said))?;
        let tokens = said.subject.clone()?;
        let thing = Particle::DOCUMENT
            .or(Particle::OCCASION)
            .or(Particle::ABSTRACT)
            .or(Particle::LAW);
        let word = ground.words.get(tokens.start)?;
        let one = tokens.len() == 1 && word.split.article && !word.is(thing);
        (one && ground.is_nominal(tokens.start))
            .then(|| Subject::at(Who::Words(tokens.start, tokens.end), tokens))
            .map(|subject| self.known_before(subject))
    }

    /// "من دون أن يؤيد أحدا": whoever withholds a stance has none.
    pub(super) fn withheld(&mut self, hit: &Hit) {
        let ground = self.ground;
        let token = hit.token();
        let before = token.checked_sub(2);
        let without = before.is_some_and(|at| {
            let form = ground.words.reading.form(at);
            let mut markers = ground.words.lexicon.markers.starting(form);
            !ground.is(at, Particle::VERBAL) && markers.any(|m| m.kind == MarkerKind::Negation)
        });
        let Some(entity) = self
            .carried
            .or_else(|| ground.speaker(token))
            .filter(|_| without)
        else {
            return;
        };
        let stance = hit.predicates.iter().find_map(|&id| {
            self.predicate(id).filter(|predicate| {
                predicate.weight > 1
                    && (predicate.attitude == Attitude::Support || predicate.attitude.opposes())
            })
        });
        let Some(predicate) = stance else {
            return;
        };
        let Some(argument) = ground.argument(hit.tokens.end, predicate.places, true) else {
            return;
        };
        let subject = Subject::known(entity, How::Carried);
        self.push(
            hit,
            predicate,
            Stand {
                subject: &subject,
                stance: Stance::Neutral,
                fall: 0,
                issue: Some(argument.tokens),
                negation: Some(token - 2),
                rule: rules::VERB,
            },
        );
    }

    /// "أصدرت الجماعة بيانا. ودعا البيان إلى": what a document demands, whoever spoke
    /// last demands.
    pub(super) fn issuer(&self, cue: usize) -> Option<Subject> {
        let ground = self.ground;
        let at = ground.said_by_cue(cue)?;
        let tokens = ground.said.get(at)?.subject.clone()?;
        let word = ground.words.get(tokens.start)?;
        if !word.is(Particle::DOCUMENT) || tokens.len() > 1 || !word.split.article {
            return None;
        }
        let spoken = || {
            let before = ground.said.get(at.saturating_sub(3)..at)?;
            before.iter().rev().find_map(|said| said.source)
        };
        let named = || {
            let before = ground.actor_before(cue)?;
            (cue - before.tokens.end <= 24 && !before.adjective).then_some(before.entity)
        };
        let entity = spoken().or_else(named)?;
        Some(Subject::known(entity, How::Carried))
    }
}
