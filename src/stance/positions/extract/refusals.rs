//! What somebody will not have, will not do, or will do: "لا نقاش حول الغاز",
//! "لن نفتح الأجواء", "سنبني المدينة".

use super::*;
use crate::arabic::Particle as Prefix;
use crate::lexicon::MarkerScope;

impl<'a> Reader<'_, 'a> {
    /// "لا نقاش حول الغاز", "لا إعارة": what a speaker will not have, or not
    /// before a condition is met.
    pub(super) fn no_noun(&mut self, at: usize) {
        let ground = self.ground;
        let noun = at + 1;
        let Some(word) = ground.words.get(noun) else {
            return;
        };
        // "عدم" is no such negation: "رفض عدم إشراكهم".
        let plain = word.split.is_whole()
            && word.is_masdar()
            && ground.is_nominal(noun)
            && ground.is(at, Particle::NEGATION);
        let said = self.taken.contains(&at)
            || ground
                .senses
                .hits(&(at..at + 2))
                .iter()
                .any(|hit| hit.tokens.start == at);
        if !plain || said {
            return;
        }
        let Some(entity) = ground.speaker(at).or(self.carried) else {
            return;
        };
        // "لا تراجع عن الإصلاحات": what nobody will go back on is stood by.
        let kept = self.kept(noun);
        let stance = if kept.is_some() {
            Stance::Support
        } else {
            Stance::Oppose
        };
        let start = kept.unwrap_or(noun);
        let issue = start..ground.argument_end(start, self.sentence.end);
        if issue.is_empty() {
            return;
        }
        self.taken = issue.clone();
        self.found.push(Candidate {
            actor: entity,
            stance,
            act: Some(Act::Reject),
            weight: 2,
            predicate: None,
            trigger: at..noun + 1,
            evidence: at..issue.end,
            issue: Some(issue),
            negated: true,
            statement: ground.said_around(at),
            conditions: Vec::new(),
            reasons: Vec::new(),
            rule: rules::NO_NOUN,
            named: ground.speaker(at).is_some(),
        });
    }

    /// Where the matter begins of a verbal noun that takes a stance back.
    fn kept(&self, noun: usize) -> Option<usize> {
        let ground = self.ground;
        let hits = ground.senses.hits(&(noun..noun + 1));
        let denied = hits
            .iter()
            .flat_map(|hit| &hit.predicates)
            .find_map(|&id| {
                self.predicate(id)
                    .filter(|predicate| predicate.attitude == Attitude::Denies)
            })?;
        let argument = ground.argument(noun + 1, denied.places, false)?;
        Some(argument.tokens.start)
    }

    /// Whether a verb may be of stance where it stands.
    fn tells(&self, verb: usize) -> bool {
        let ground = self.ground;
        let reach = ground.clause(verb).end.min(verb + 16);
        self.says_in(&(verb..verb + 1), |predicate| {
            predicate.needs.is_empty() || ground.has_word(verb + 1..reach, &predicate.needs)
        })
    }

    /// "أن بلاده لن تشارك في التحالف", "لن نفتح الأجواء": what somebody will not do.
    pub(super) fn refused_act(&mut self, at: usize) {
        let ground = self.ground;
        let verb = at + 1;
        let firm = ground
            .senses
            .marker_of(at, MarkerKind::Negation)
            .is_some_and(|marker| marker.clause && marker.scope != MarkerScope::Weak);
        let acts = ground.senses.finite(verb).is_some_and(|verbal| {
            verbal.form.tense != Tense::Perfect && verbal.form.voice == Voice::Active
        });
        let taken = self.taken.contains(&at) || ground.is(verb, Particle::COPULA);
        if !firm || !acts || taken || self.tells(verb) {
            return;
        }
        let Some(subject) = ground
            .subject(verb, false, self.carried)
            .filter(|subject| matches!(subject.entity, Who::Entity(_)))
        else {
            return;
        };
        let after = subject
            .tokens
            .as_ref()
            .map_or(verb + 1, |tokens| tokens.end.max(verb + 1));
        let issue = verb..ground.argument_end(after, self.sentence.end);
        if issue.len() < 2 {
            return;
        }
        self.carried = Some(subject.entity);
        let evidence = subject.tokens.as_ref().filter(|tokens| self.near(tokens));
        let evidence = evidence.map_or(at, |tokens| tokens.start.min(at))..issue.end;
        self.taken = issue.clone();
        self.found.push(Candidate {
            actor: subject.entity,
            stance: Stance::Oppose,
            act: Some(Act::Reject),
            weight: 1,
            predicate: None,
            trigger: at..verb + 1,
            evidence,
            issue: Some(issue),
            negated: true,
            statement: ground.said_around(at),
            conditions: Vec::new(),
            reasons: Vec::new(),
            rule: rules::REFUSED_ACT,
            named: subject.how == How::Named,
        });
    }

    /// "ستسحب", "سنبني".
    pub(super) fn is_future(&self, at: usize) -> bool {
        self.ground.senses.finite(at).is_some_and(|verbal| {
            verbal.split.particle == Some(Prefix::Sa) && verbal.form.voice == Voice::Active
        })
    }

    /// "إن بلاده ستسحب قواتها": what a speaker says of oneself that one will do.
    pub(super) fn pledged_act(&mut self, verb: usize) {
        let ground = self.ground;
        let Some(speaker) = ground.speaker(verb) else {
            return;
        };
        if self.taken.contains(&verb) || ground.is(verb, Particle::COPULA) || self.tells(verb) {
            return;
        }
        // "سيعود إلى بلاده" is of somebody else as often as not.
        let plain = ground.only_first_person(verb);
        let own = ground
            .subject(verb, true, None)
            .filter(|subject| subject.entity == speaker && (plain || subject.tokens.is_some()));
        let Some(subject) = own else {
            return;
        };
        let issue = verb..ground.argument_end(verb + 1, self.sentence.end);
        if issue.len() < 2 {
            return;
        }
        let near = subject.tokens.as_ref().filter(|tokens| self.near(tokens));
        let evidence = near.map_or(verb, |tokens| tokens.start.min(verb))..issue.end;
        self.carried = Some(speaker);
        self.taken = issue.clone();
        self.found.push(Candidate {
            actor: speaker,
            stance: Stance::Support,
            act: Some(Act::Cooperate),
            weight: 1,
            predicate: None,
            trigger: verb..verb + 1,
            evidence,
            issue: Some(issue),
            negated: false,
            statement: ground.said_around(verb),
            conditions: Vec::new(),
            reasons: Vec::new(),
            rule: rules::PLEDGED_ACT,
            named: subject.how == How::Named,
        });
    }
}
