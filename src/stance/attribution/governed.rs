//! What a cue governs: prepositions of its frames, objects, addressees; and the
//! adverbials that stand between.

use super::complement::{Next, Opening, Walk};
use super::scene::Named;
use crate::arabic::{Particle as Prefix, Pronoun, TokenKind};
use crate::lexicon::{Addressee, CueClass, Frames, Particle};

impl Walk<'_, '_> {
    pub(super) fn through_preposition(&mut self, at: usize, content: usize) -> Next {
        let scene = self.scene;
        let separate = content > at;
        // "مسؤول ببلدية طرابلس بأن", "مصدر بمطار بغداد أن": where the source is.
        let place = !separate
            && self.frames(Frames::CLAUSE)
            && self.subject.is_some()
            && self.commas == 0
            && (at + 1..self.limit.min(at + 6))
                .take_while(|&later| {
                    scene.kind(later) == Some(TokenKind::Word) && !scene.is_verb(later)
                })
                .any(|later| scene.is(later, Particle::COMPLEMENTIZER));
        if place && !scene.is_abstract(at) && !scene.word(at).is_masdar() {
            return self.skip_phrase(at);
        }
        if separate && scene.is(content, Particle::COMPLEMENTIZER) {
            return self.complementizer(content);
        }
        if separate && scene.is(content, Particle::COMPLEMENTIZER_NOT) {
            return Next::Found(Opening::Clause, content);
        }
        if self.cue.addressee == Addressee::Min && scene.is(at, Particle::FRAME_MIN) {
            // "asked of somebody": the addressee follows, then the content.
            self.shut = true;
            let end = scene
                .phrase(content, self.limit, true)
                .map_or(content + 1, |p| p.tokens.end);
            return Next::At(end);
        }
        Next::Found(Opening::Preposition, content)
    }

    /// Whether a clause on the subject may begin: "a source who preferred …",
    /// "officials, who spoke on condition …"; of a document, "a copy of which …".
    pub(super) fn is_told_more(&self, at: usize) -> bool {
        let scene = self.scene;
        self.subject.as_ref().is_some_and(|subject| {
            let first = scene.word(subject.start);
            let document = first.is(Particle::DOCUMENT) && !first.split.article;
            let near = subject.end == at || subject.end + 1 == at && scene.is_comma(subject.end);
            near && (self.indefinite || document)
        })
    }

    /// "Objected to it": a preposition of the cue's frames with a pronoun, and
    /// nothing after.
    pub(super) fn points_back(&self, at: usize) -> bool {
        let word = self.scene.word(at);
        let frames = [
            (Frames::ALA, Particle::FRAME_ALA),
            (Frames::FI, Particle::FRAME_FI),
            (Frames::MIN, Particle::FRAME_MIN),
        ];
        (self.subject.is_some() || self.headed)
            && self.cue.addressee == Addressee::None
            && word.split.pronoun.is_some()
            && self.scene.is_break(at + 1)
            && frames
                .iter()
                .any(|(frame, particle)| self.frames(*frame) && word.is(*particle))
    }

    /// The content after a preposition of the cue's frames that stands at a
    /// token, if one does.
    pub(super) fn preposition(&self, at: usize) -> Option<usize> {
        let word = self.scene.word(at);
        // "كشفت الصحيفة، نقلا عن مصدر، أن": another's preposition.
        let cues = &self.scene.words.lexicon.cues;
        if at > 0 && cues.preposition(self.scene.stem(at - 1)).is_some() {
            return None;
        }
        let alone = [
            (Frames::ILA, Particle::FRAME_ILA),
            (Frames::ALA, Particle::FRAME_ALA),
            (Frames::ABOUT, Particle::FRAME_ABOUT),
            (Frames::MIN, Particle::FRAME_MIN),
            (Frames::FI, Particle::FRAME_FI),
            (Frames::BI, Particle::FRAME_BI),
            (Frames::LI, Particle::FRAME_LI),
        ];
        let stands = alone.iter().any(|(frame, particle)| {
            self.frames(*frame) && word.is(*particle) && word.split.pronoun.is_none()
        });
        if stands {
            return Some(at + 1);
        }
        let written = self.frames(Frames::BI)
            && (self.scene.has(at, Prefix::Bi) || self.is_unknown_with_bi(at))
            || (self.frames(Frames::LI) || self.blames())
                && word.has(Prefix::Li)
                && (word.split.article
                    || word.is_masdar()
                    || word.is(Particle::COMMON.or(Particle::ABSTRACT)));
        let noun = !word.is_function() && !word.split.stem(self.scene.form(at)).is_empty();
        (written && noun && !matches!(self.scene.named(at), Named::Press)).then_some(at)
    }

    /// "انتقده لتحالفه معهم": whom, and for what.
    fn blames(&self) -> bool {
        self.pronoun && self.cue.class == CueClass::Evaluative && self.frames(Frames::OBJECT)
    }

    /// A word nobody knows with a ب that is most likely no letter of its own:
    /// no name stands before it that it could go on with.
    pub(super) fn is_unknown_with_bi(&self, at: usize) -> bool {
        let scene = self.scene;
        let name_before = at > 0
            && (scene.is_unknown(at - 1) || scene.named(at - 1) == Named::Person)
            && !scene.word(at - 1).split.article;
        scene.is_unknown(at)
            && !name_before
            && !scene.goes_on_name(at)
            && scene.form(at).starts_with('ب')
            && scene.form(at).chars().count() >= 4
    }

    /// A preposition of the cue's frames ends the subject, unless it leads to a
    /// place and comes again: "the envoy to Syria called for".
    /// It may stand inside quotation marks, and what a report is issued by
    /// belongs to the report.
    pub(super) fn ends_subject(&self, at: usize) -> bool {
        let scene = self.scene;
        if let Some(quotation) = scene.opened(at)
            && scene.kind(at) == Some(TokenKind::Quote)
        {
            return !self.frames(Frames::QUOTATION)
                && self.preposition(quotation.inside.start).is_some();
        }
        let issued =
            at > 0 && scene.is(at, Particle::FRAME_ABOUT) && scene.is(at - 1, Particle::ISSUED);
        !issued
            && self
                .preposition(at)
                .is_some_and(|content| !self.leads_to_place(at, content))
    }

    pub(super) fn leads_to_place(&self, at: usize, content: usize) -> bool {
        let scene = self.scene;
        let again = (content + 1..self.limit.min(content + 25))
            .take_while(|&later| {
                !scene.is_verb(later) && scene.kind(later) != Some(TokenKind::Stop)
            })
            .any(|later| self.preposition(later).is_some());
        again
            && matches!(scene.named(content), Named::Actor | Named::Institution)
            && (content > at || !scene.is_abstract(content))
    }

    /// A noun that is neither subject nor content: an addressee, or part of an
    /// adverbial.
    pub(super) fn skip_phrase(&mut self, at: usize) -> Next {
        // "Suspended its approval": the object of another sense of the verb.
        let object = self.commas == 0
            && self.subject.is_some()
            && !self.takes_object()
            && self.cue.addressee == Addressee::None
            && self.scene.is_abstract(at)
            && self.scene.word(at).is_masdar()
            && self.scene.prefix(at).is_none()
            && !self.scene.word(at).shape.accusative;
        if object {
            return Next::Fail;
        }
        self.shut |= self.subject.is_some();
        if self.cue.addressee == Addressee::In
            && self.addressee.is_none()
            && (self.subject.is_some() || self.headed)
        {
            self.addressee = Some(at);
        }
        let end = self
            .scene
            .phrase_until(at, self.limit, self.strict(), |token| {
                self.ends_subject(token)
            })
            .map_or(at + 1, |p| p.tokens.end);
        Next::At(end)
    }

    pub(super) fn object(&mut self, at: usize) -> Next {
        // "ناشدت العائلات المجتمع الدولي التدخل": whom, then what.
        if self.cue.class == CueClass::Directive
            && self.cue.needs.is_empty()
            && self.subject.is_some()
            && self.addressee.is_none()
            && (self.scene.is_someone(at) || self.scene.is(at, Particle::ADDRESSED))
        {
            let whom = self.scene.phrase(at, self.limit, true);
            let end = whom.map_or(at + 1, |whom| whom.tokens.end);
            if self.scene.is_abstract(end) && self.scene.prefix(end).is_none() {
                return Next::At(end);
            }
        }
        let noun = self.scene.is_abstract(at) || self.scene.word(at).shape.definite;
        // A verb that also takes a clause takes as object only what is said.
        let predicate = self.pronoun && self.scene.word(at).shape.accusative;
        // "قدرت المنظمة عدد النازحين بنحو".
        let next = self.scene.word(at + 1);
        let construct = self.subject.is_some()
            && (next.split.article && self.scene.prefix(at + 1).is_none()
                || next.split.pronoun.is_some_and(Pronoun::is_third)
                    && !next.is_function()
                    && self.scene.prefix(at + 1).is_none()
                // "أعلنت السلطات حدادا".
                || self.commas == 0 && self.scene.is_oblique(at));
        let clear = !self.frames(Frames::CLAUSE) || noun || self.headed || predicate || construct;
        if !clear || self.scene.is(at, Particle::FRAMES) {
            return self.skip_phrase(at);
        }
        if !self.cue.needs.is_empty() && !self.needed(at) {
            return Next::Fail;
        }
        Next::Found(Opening::Object, at)
    }

    /// Whether one of the nouns the cue needs stands near the head of the
    /// object.
    pub(super) fn needed(&self, at: usize) -> bool {
        (at..self.limit.min(at + 10)).any(|token| {
            let (form, stem) = (self.scene.form(token), self.scene.stem(token));
            self.cue
                .needs
                .iter()
                .any(|need| need == form || need == stem)
        })
    }

    /// "in a statement of which it received a copy, that": the preposition is the
    /// relative clause's, and the content is still to come.
    pub(super) fn is_of_clause(&self, at: usize) -> bool {
        let scene = self.scene;
        self.relative
            && scene.form(at).starts_with('ب')
            && !scene.is(at, Particle::COMPLEMENTIZER)
            && (at + 1..self.limit.min(at + 12))
                .take_while(|&later| scene.kind(later) != Some(TokenKind::Stop))
                .any(|later| {
                    scene.is(later, Particle::COMPLEMENTIZER) && scene.form(later).starts_with('ب')
                })
    }

    /// The noun cannot be the subject: it is said, not one who says.
    pub(super) fn is_object_at_once(&self, at: usize) -> bool {
        self.takes_object()
            && self.scene.is_abstract(at)
            && self.scene.named(at) == Named::No
            && !self.is_body(at)
            && !self.is_telling_document(at)
    }

    /// "أوضحت الدراسة، التي نشرت أمس، أن": a document that a clause follows tells it.
    fn is_telling_document(&self, at: usize) -> bool {
        let scene = self.scene;
        scene.is(at, Particle::DOCUMENT)
            && scene.word(at).split.article
            && self.frames(Frames::CLAUSE)
            && (at + 1..self.limit.min(at + 14))
                .take_while(|&later| scene.kind(later) != Some(TokenKind::Stop))
                .any(|later| {
                    scene.is(later, Particle::COMPLEMENTIZER)
                        && (later == at + 1 || scene.is_comma(later - 1))
                })
    }

    /// "أعلن التنسيق الوطني أن", "أعلن التجمع رفضه": a verbal noun with the
    /// article that a clause or what is its own follows is the name of a body.
    fn is_body(&self, at: usize) -> bool {
        let scene = self.scene;
        if !scene.word(at).split.article || scene.prefix(at).is_some() {
            return false;
        }
        let mut end = at + 1;
        let pause = |at: usize| scene.is_comma(at) || scene.is(at, Particle::TIME);
        let part = |at: usize| {
            let word = scene.word(at);
            let owner = scene.has(at, Prefix::Li) || at > 0 && scene.has(at - 1, Prefix::Li);
            scene.is_nominal(at) && word.split.pronoun.is_none() && (word.split.article || owner)
        };
        while end < self.limit.min(at + 7) && part(end) {
            end += 1;
        }
        // "أعلن التنسيق الوطني، اليوم الأحد، رفضه".
        if scene.is_comma(end) {
            while end < self.limit.min(at + 12) && pause(end) {
                end += 1;
            }
        }
        let told = scene.is(end, Particle::COMPLEMENTIZER) && self.frames(Frames::CLAUSE);
        let word = scene.word(end);
        told || word.split.pronoun.is_some()
            && word.is_masdar()
            && !word.is_function()
            && scene.named(end) == Named::No
    }

    /// Goes past what is neither subject nor content.
    pub(super) fn past(&mut self, end: usize) -> Next {
        self.shut |= self.subject.is_some();
        Next::At(end)
    }

    /// "نفت أي علاقة": whatever is denied or refused.
    pub(super) fn is_any(&self, at: usize) -> bool {
        self.scene.is(at, Particle::ANY)
            && self.scene.is_nominal(at + 1)
            && self.takes_object()
            && self.cue.needs.is_empty()
            && (self.headed || self.subject.is_some())
    }

    /// "their support": a verbal noun with its agent, which the cue may tell of.
    pub(super) fn is_own_object(&self, at: usize) -> bool {
        let word = self.scene.word(at);
        self.takes_object() && word.is_masdar() && word.split.pronoun.is_some_and(Pronoun::is_third)
    }

    pub(super) fn takes_object(&self) -> bool {
        !self.pronoun && self.frames(Frames::OBJECT.with(Frames::DOUBLE))
            || self.pronoun && self.frames(Frames::DOUBLE)
    }
}
