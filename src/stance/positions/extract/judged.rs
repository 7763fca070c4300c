//! Judgements: something is called good or bad, needed or criminal, by whoever
//! speaks.
//!
//! Only a predicate judges ("العقوبات مرفوضة", "هذا قرار خاطئ", "وصفه بأنه خطأ"); an
//! attribute only describes ("اتخذ قرارات مهمة").

use super::*;
use crate::stance::positions::ActorAt;

/// No noun phrase is walked back farther than this to what it is said of.
const BACK: usize = 4;

impl<'a> Reader<'_, 'a> {
    /// "مرفوض": what it is said of is opposed by whoever says it.
    pub(super) fn passive_participle(
        &mut self,
        hit: &Hit,
        predicate: &Predicate,
        inside: bool,
    ) -> bool {
        if self.backed(hit, predicate) {
            return true;
        }
        if hit.split.article || hit.split.pronoun.is_some() || predicate.weight < 3 {
            return false;
        }
        self.judged(hit, predicate, inside)
    }

    /// Something is called good or bad, needed or criminal, by a speaker.
    pub(super) fn judged(&mut self, hit: &Hit, predicate: &Predicate, inside: bool) -> bool {
        let ground = self.ground;
        let token = hit.token();
        if inside && ground.said_around(token).is_none() {
            return false;
        }
        if self.impersonal(hit, predicate) {
            return true;
        }
        if !self.is_predicate(hit) {
            return false;
        }
        // "الكرملين يعتبر العقوبات مرفوضة": in a headline nobody is quoted.
        let judge = ground
            .speaker(token)
            .is_none()
            .then(|| self.judge(token))
            .flatten();
        let said = ground.speaker(token).map(|entity| (entity, None));
        let Some((entity, verdict)) = said.or(judge.map(|(who, from)| (who, Some(from)))) else {
            return false;
        };
        let scope = ground.scope(&hit.tokens, false);
        let Some((stance, fall)) = turned(predicate.attitude, &scope, false) else {
            return false;
        };
        let told = self.judged_from(token);
        let start = verdict.or(told).unwrap_or_else(|| self.clause_start(token));
        // Only the verdict stands between marks.
        let mark = (start..token).find(|&at| ground.kind(at) == Some(TokenKind::Quote));
        let end = mark.filter(|_| told.is_some()).unwrap_or(token);
        let issue = ground.matter_before(start, end);
        let subject = Subject::known(entity, How::Speaker);
        // "التصعيد" names something; "نشاطاتها الخبيثة" still judges it.
        let phrase = predicate.kind == PredicateKind::Phrase;
        let names = !phrase
            && (predicate.kind != PredicateKind::Adjective || !predicate.attitude.opposes());
        if hit.split.article && names {
            return false;
        }
        let fall = fall + u8::from(hit.split.article);
        self.push(
            hit,
            predicate,
            Stand {
                subject: &subject,
                stance,
                fall,
                issue,
                negation: scope.negation,
                rule: rules::JUDGED,
            },
        );
        true
    }

    /// "تعتبر أنقرة الوحدات «جماعة إرهابية»": where what is judged begins, if only the
    /// verdict is what is told.
    fn judged_from(&self, token: usize) -> Option<usize> {
        let ground = self.ground;
        let said = ground.said.get(ground.said_around(token)?)?;
        let judges = self.says_in(&(said.cue..said.cue + 1), |p| {
            p.attitude == Attitude::Judges
        });
        let after = said.subject.as_ref().map_or(0, |subject| subject.end);
        let from = after.max(said.cue + 1);
        (judges && from < said.content.start).then_some(from)
    }

    /// Who judges in the clause of a token, and where what is judged begins.
    fn judge(&self, token: usize) -> Option<(Who, usize)> {
        let ground = self.ground;
        let start = ground.clause(token).start;
        let verb = (start..token).rev().find(|&at| {
            ground.senses.finite(at).is_some()
                && self.says_in(&(at..at + 1), |p| p.attitude == Attitude::Judges)
        })?;
        // "اعتبر غير كاف من قبل الدول المعنية".
        if let Some((_, subject)) = self.agent(verb) {
            return Some((subject.entity, start));
        }
        let subject = ground.subject(verb, true, self.carried)?;
        let end = subject.tokens.map_or(0, |tokens| tokens.end);
        Some((subject.entity, end.max(verb + 1)))
    }

    /// "إسرائيل تنتهك الاتفاق": told by another, it is held against her.
    pub(super) fn blamed(
        &mut self,
        hit: &Hit,
        predicate: &Predicate,
        subject: Option<&Subject>,
    ) -> bool {
        let ground = self.ground;
        let token = hit.token();
        let (Some(entity), Some(guilty)) = (ground.speaker(token), subject) else {
            return false;
        };
        let Some(tokens) = guilty.tokens.clone().filter(|_| guilty.entity != entity) else {
            return false;
        };
        let scope = ground.scope(&hit.tokens, true);
        if scope.negation.is_some() || scope.modal {
            return false;
        }
        let issue = tokens.start.min(token)..ground.argument_end(token, self.sentence.end);
        let subject = Subject::known(entity, How::Speaker);
        self.push(
            hit,
            predicate,
            Stand {
                subject: &subject,
                stance: Stance::Oppose,
                fall: 0,
                issue: Some(issue),
                negation: None,
                rule: rules::BLAMED,
            },
        );
        true
    }

    /// Whether a word is said of what goes before it, and is no attribute of a
    /// noun that a verb governs.
    fn is_predicate(&self, hit: &Hit) -> bool {
        let ground = self.ground;
        let token = hit.token();
        let alone = hit.tokens.len() == 1;
        if hit.split.article && alone {
            return false;
        }
        let start = self
            .judged_from(token)
            .unwrap_or_else(|| self.clause_start(token));
        let bare = |at: usize| {
            let of_phrase = |actor: &ActorAt| actor.tokens.end == token + 1;
            ground.is_nominal(at)
                && ground.actor_at(at).is_none_or(of_phrase)
                && ground.words.get(at).is_some_and(|word| {
                    !word.shape.definite && !word.conjoined() && word.split.particle.is_none()
                })
        };
        let mut head = token;
        while head > start && token - head < BACK && bare(head - 1) {
            head -= 1;
        }
        let governed = (start..head).any(|at| {
            ground.senses.finite(at).is_some()
                && !ground.is(at, Particle::COPULA)
                && !self.judges_or_links(at)
        });
        // "أي تعديل مرفوض": a noun phrase of its own.
        if head == start && head < token && ground.is(head, Particle::ANY) {
            return !governed;
        }
        let Some(mut before) = head.checked_sub(1).filter(|&at| at >= start) else {
            return false;
        };
        if ground.kind(before) == Some(TokenKind::Quote) && before > start {
            before -= 1;
        }
        let function = Particle::PRONOUN
            .or(Particle::DEMONSTRATIVE)
            .or(Particle::COPULA);
        let said_of = ground.words.get(before).is_some_and(|word| {
            word.is(function)
                || word.shape.definite && !word.is(Particle::PREPOSITION)
                || word.is(Particle::COMPLEMENTIZER) && word.split.pronoun.is_some()
        });
        !governed
            && (said_of
                || ground
                    .actor_at(before)
                    .is_some_and(|actor| !actor.adjective)
                || ground.has_marker(before, MarkerKind::Negation)
                || self.judges_or_links(before))
    }

    /// "يعد", "اعتبر", "يبقى": the word behind is said of something.
    fn judges_or_links(&self, at: usize) -> bool {
        self.says_in(&(at..at + 1), |p| {
            matches!(p.attitude, Attitude::Judges | Attitude::Links)
        })
    }
}
