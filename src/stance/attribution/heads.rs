//! Cues in a sentence: which words report, and with what complement.
//!
//! A spelling that is a cue's in some reading is a candidate; it becomes a head
//! only where what follows fits one of the cue's frames, and what precedes does
//! not make it a noun.

use std::ops::Range;

use super::complement::{Complement, Opening, Walk};
use super::scene::{Named, Scene};
use super::special::Relay;
use super::subject::Left;
use crate::arabic::{Conjunction, Particle as Prefix, Pronoun, Split, TokenKind};
use crate::lexicon::{Addressee, Cue, CueClass, Frames, Gender, Number, Particle, Tense};
use crate::stance::words::Verbal;

/// In which form a cue stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Finite,
    /// An active participle that continues a clause.
    Participle,
    /// A verbal noun with its agent.
    Masdar,
    /// "By saying": a verbal noun that tells for the subject of the verb.
    Saying,
    /// A noun of speech with who speaks: "the ministry's warning of".
    Noun,
}

/// A word that reports.
#[derive(Clone, Debug)]
pub(super) struct Head<'a> {
    pub token: usize,
    /// The first token of its verb group.
    pub group: usize,
    pub verbal: Verbal,
    pub cue: &'a Cue,
    pub form: Form,
    pub negated: bool,
    pub left: Left,
    pub complement: Complement,
    pub relay: Option<Relay>,
}

impl Head<'_> {
    pub fn is_perfect(&self) -> bool {
        // "He did not rule out" tells of the past too.
        self.verbal.form.tense == Tense::Perfect || self.negated
    }

    /// Somebody speaks in the imperfect, the masculine and the singular: what is
    /// spelled like an impersonal verb after it need not be one.
    fn is_present(&self) -> bool {
        let form = self.verbal.form;
        self.form == Form::Finite
            && !self.is_perfect()
            && form.gender == Gender::Masculine
            && form.number == Number::Singular
    }

    /// The token is the noun that the cue tells of: "voiced her hope that".
    fn tells(&self, at: usize) -> bool {
        let content = self.complement.content;
        let opening = self.complement.opening;
        content == at && matches!(opening, Opening::Object | Opening::Preposition)
    }

    /// The token stands between the cue and a clause or quotation it opens.
    fn is_before_content(&self, at: usize) -> bool {
        let opening = self.complement.opening;
        matches!(
            opening,
            Opening::Clause | Opening::Quotation | Opening::Colon | Opening::Object
        ) && self.token < at
            && at < self.complement.content
    }

    /// The verb or participle is joined to what precedes.
    pub fn conjoined(&self) -> bool {
        self.verbal.split.conjunction.is_some()
    }
}

impl<'a> Scene<'a> {
    /// All cues of a sentence, in order.
    pub fn heads(&self, sentence: Range<usize>) -> Vec<Head<'a>> {
        let mut heads = Vec::new();
        for at in sentence.clone() {
            if self.is_word(at) && self.may_report(at) {
                let said: Option<usize> = heads
                    .last()
                    .and_then(|last: &Head<'_>| last.relay.as_ref())
                    .and_then(|relay| relay.cue)
                    .or_else(|| heads.last().and_then(|last| last.complement.saying));
                // A verb between a cue and its content belongs to the subject.
                let between = heads.last().is_some_and(|last| last.is_before_content(at))
                    && !self.is(at - 1, Particle::RELATIVE);
                if said != Some(at) && !between {
                    let speaks = heads.iter().any(Head::is_present);
                    let head = self.head(at, &sentence, speaks);
                    let told = |head: &Head<'_>| {
                        let owner = heads.last();
                        // "Called the minister's words that": what is judged.
                        let judged = |last: &Head<'_>| last.cue.frames.has(Frames::DOUBLE);
                        matches!(head.form, Form::Masdar | Form::Noun)
                            && owner.is_some_and(|last| {
                                last.tells(head.token)
                                    && (head.complement.subject.is_none() || judged(last))
                            })
                    };
                    let head = head.or_else(|| self.speech_noun(at, &sentence));
                    heads.extend(head.filter(|head| !told(head)));
                }
            } else if self.is_word(at) {
                let between = heads.last().is_some_and(|last| last.is_before_content(at));
                heads.extend(self.speech_noun(at, &sentence).filter(|_| !between));
            }
        }
        heads
    }

    fn may_report(&self, at: usize) -> bool {
        let word = self.word(at);
        !word.verbs.is_empty()
            && !matches!(
                self.named(at),
                Named::Actor | Named::Person | Named::Outlet | Named::Adjective
            )
            && (!word.is_function()
                || self.is_marked_verb(at)
                || word.is(Particle::ADVERB)
                    && word.shape.accusative
                    && at > 0
                    && self.is_comma(at - 1)
                || word.is(Particle::PREPOSITION.or(Particle::PREPOSITION_ADVERBIAL))
                    && word.split.pronoun.is_none()
                    && (word.conjoined() && self.opens_clause(at)
                        || at > 0 && self.is(at - 1, Particle::TURN))
                    && self.starts_phrase(at + 1))
    }

    /// A spelling shared with a function word is the verb's: a shadda is written
    /// on it, "has" stands before, or the preposition the verb governs right
    /// after.
    fn is_marked_verb(&self, at: usize) -> bool {
        let shadda = self
            .words
            .reading
            .tokens
            .get(at)
            .is_some_and(|token| token.span.of(self.words.reading.text).contains('\u{651}'));
        let word = self.word(at);
        word.is(Particle::PREPOSITION.or(Particle::PREPOSITION_ADVERBIAL))
            && word.split.pronoun.is_none()
            && (shadda
                || at > 0 && self.is(at - 1, Particle::VERBAL)
                || self.is(at + 1, Particle::FRAME_ABOUT))
    }

    fn head(&self, at: usize, sentence: &Range<usize>, speaks: bool) -> Option<Head<'a>> {
        if !self.word(at).reports {
            return None;
        }
        let lexicon = self.words.lexicon;
        let mut tried: Option<(&str, Form)> = None;
        for verbal in &self.word(at).verbs {
            let Some(cue) = lexicon.cues.verb(lexicon.verbs.lemma(verbal.form.verb)) else {
                continue;
            };
            let form = match verbal.form.tense {
                Tense::Perfect | Tense::Imperfect => Form::Finite,
                Tense::ActiveParticiple => Form::Participle,
                Tense::Masdar => Form::Masdar,
                // Shortened forms stand after negations, mostly of what is not said.
                Tense::Jussive if at > 0 && cue.class == CueClass::Denial => Form::Finite,
                Tense::Jussive | Tense::PassiveParticiple => continue,
            };
            if self.is_judged_instead(at, verbal, cue)
                || cue.carries_on && form != Form::Participle
                || tried == Some((cue.lemma, form))
                || !self.reads(at, verbal, form, sentence.start)
            {
                continue;
            }
            tried = Some((cue.lemma, form));
            let limit = self.limit(at, sentence);
            let head = match form {
                Form::Finite => self.finite(at, verbal, cue, sentence.start..limit, speaks),
                Form::Participle => self.participle(at, verbal, cue, sentence.start, limit),
                Form::Masdar => self.masdar(at, verbal, cue, limit),
                Form::Saying | Form::Noun => None,
            };
            let told = head.as_ref().is_some_and(|head| {
                let told = matches!(
                    head.complement.opening,
                    Opening::Clause | Opening::Quotation | Opening::Colon | Opening::Before(_)
                );
                let clause = head.complement.opening == Opening::Clause;
                // A preposition of its own tells a cue from its homograph.
                let apart = head.complement.opening == Opening::Preposition
                    && !self.has(head.complement.content, Prefix::Bi);
                // "تعده الحكومة خطوة": the pronoun and what it is called.
                let double = cue.frames.has(Frames::DOUBLE)
                    && verbal.split.pronoun.is_some()
                    && head.complement.subject.is_some();
                let sure = told || apart || double || !cue.needs.is_empty();
                let subject = head.complement.subject.as_ref();
                (sure || !self.is_foremost_other(at, verbal, subject))
                    && (clause
                        && at == sentence.start
                        && (self.is_someone(at + 1) || self.is_unknown(at + 1))
                        || apart && self.is_someone(at + 1)
                        || !self.word(at).is_function()
                        || self.is_marked_verb(at)
                        || self.is(at, Particle::ADVERB))
            });
            if told {
                return head;
            }
        }
        None
    }

    /// Inside a quotation nothing reaches beyond its end.
    pub(super) fn limit(&self, at: usize, sentence: &Range<usize>) -> usize {
        let Some(inside) = self.quoted(at) else {
            return sentence.end;
        };
        let end = inside.end.min(sentence.end);
        (at..end)
            .find(|&stop| self.kind(stop) == Some(TokenKind::Stop) && self.form(stop) == ".")
            .unwrap_or(end)
    }

    fn finite(
        &self,
        at: usize,
        verbal: &Verbal,
        cue: &'a Cue,
        within: Range<usize>,
        speaks: bool,
    ) -> Option<Head<'a>> {
        let limit = within.end;
        let start = within.start;
        let start = self
            .quoted(at)
            .map_or(start, |inside| inside.start.max(start));
        let (group, negated) = self.verb_group(at, start);
        if negated && !keeps_negated(cue) {
            return None;
        }
        // A verb with a conjunction starts anew; only the answer to أما keeps
        // its topic.
        let anew = |split: &Split| split.conjunction == Some(Conjunction::Wa);
        let joined = anew(&verbal.split) || group < at && anew(&self.word(group).split);
        let left = if joined || self.answers_apart(at, verbal, limit) {
            Left::Nothing
        } else {
            self.left_of(group, start)
        };
        if cue.frames.has(Frames::RELAY) {
            let relayed = self.relayed(at, verbal, cue, left.clone(), limit);
            if relayed.is_some() || !cue.frames.has(Frames::MIN) {
                return relayed;
            }
        }
        if cue.frames.has(Frames::WITHIN) {
            return self.within(at, verbal, cue, limit);
        }
        // "The deal which Trump sees": the pronoun is the noun before, and the
        // subject stands elsewhere.
        let before = self
            .content_first(at, verbal, cue, start, limit)
            .or_else(|| self.echoed(at, verbal, cue, start, limit));
        if before.is_some() {
            return before;
        }
        let pronoun = verbal.split.pronoun.is_some();
        // "The player filed a suit in which he demands": a verb spelled like a
        // verbal noun opens the sentence, and no topic.
        let left = match left {
            Left::Topic(topic) if self.opens_as_verb(topic.start, start) => Left::Nothing,
            left => left,
        };
        let left = match left {
            Left::Antecedent(_) if pronoun => Left::Bare,
            left => left,
        };
        // "A statement in which it condemned …": the subject is not there, but
        // for "in which the movement condemned …".
        let within =
            self.is(at + 1, Particle::FRAME_FI) && self.word(at + 1).split.pronoun.is_some();
        let owner = self.owner_of_document(group, start).filter(|_| within);
        let inside = within && self.subject_inside(at + 2, limit, cue, verbal, owner.is_some());
        let within = within && !inside;
        let left = match owner {
            _ if inside => Left::Nothing,
            Some(owner) => Left::Antecedent(owner),
            None => left,
        };
        // "غير أنها حثت أنقرة على": the pronoun is the subject.
        let that = group.checked_sub(1).filter(|&that| that >= start);
        let told_of = that.is_some_and(|that| {
            self.is(that, Particle::COMPLEMENTIZER)
                && self.word(that).split.pronoun.is_some_and(Pronoun::is_third)
        });
        // "بينما أكدت الحكومة أن الاحتياطي كاف، شكك نواب": the main clause begins.
        let answers = group > start && self.is_comma(group - 1) && self.is_while(start) && !joined;
        let left = if answers { Left::Nothing } else { left };
        let left = match self.teller_before(verbal, group, start) {
            Some(noun) if left == Left::Nothing && !joined => Left::Antecedent(noun),
            _ => left,
        };
        let headed = matches!(left, Left::Topic(_) | Left::Antecedent(_))
            || told_of
            || pronoun
                && left == Left::Bare
                && cue.frames.has(Frames::DOUBLE)
                && !self.is_someone(at + 1)
            || within && cue.addressee != Addressee::None
            || within && cue.frames.has(Frames::OBJECT);
        let first = Walk::new(self, cue, pronoun, headed, limit).run(at + 1);
        // "«أبلغت نظيري بأننا»": one's own report of oneself.
        let own = first.as_ref().and_then(|found| found.subject.as_ref());
        if verbal.form.tense == Tense::Perfect
            && self.form(at).ends_with('ت')
            && own.is_some_and(|own| {
                let pronoun = self.word(own.start).split.pronoun;
                matches!(pronoun, Some(Pronoun::My | Pronoun::We))
            })
        {
            return None;
        }
        let hidden = || Walk::new(self, cue, pronoun, true, limit).run(at + 1);
        // Nobody denies or announces a person.
        let person = |found: &Complement| {
            found.opening == Opening::Object
                && cue.needs.is_empty()
                && !cue.frames.has(Frames::DOUBLE)
                && matches!(
                    cue.class,
                    CueClass::Denial
                        | CueClass::Neutral
                        | CueClass::Assertive
                        | CueClass::Conjecture
                        | CueClass::Continuing
                )
                && (self.is_someone(found.content) || self.word(found.content).shape.people)
        };
        let complement = match (first, headed) {
            // The first noun was no subject but the object of a hidden one.
            (Some(complement), false) if self.is_spoken_to(cue, verbal, at, &complement) => {
                hidden().unwrap_or(Complement {
                    subject: None,
                    ..complement
                })
            }
            (Some(complement), _) => complement,
            (None, false) => hidden().filter(|found| !person(found))?,
            // The noun before was no topic.
            (None, true) => return None,
        };
        let head = Head {
            token: at,
            group,
            verbal: *verbal,
            cue,
            form: Form::Finite,
            negated,
            left,
            complement,
            relay: None,
        };
        let pronoun_only = self.is_pronoun_with_object(&head);
        (!self.is_impersonal(&head, start, speaks)
            && !self.is_mute(&head)
            && !self.is_anonymity(&head)
            && !self.is_elative(&head, start)
            && !self.is_idiom(&head, start)
            && !pronoun_only)
            .then_some(head)
    }
}

/// Cues that still tell what somebody thinks when they are negated.
fn keeps_negated(cue: &Cue) -> bool {
    matches!(cue.class, CueClass::Conjecture | CueClass::Evaluative)
        || cue.class == CueClass::Denial
            && cue.frames.has(Frames::OBJECT)
            && cue.frames.has(Frames::CLAUSE)
}
