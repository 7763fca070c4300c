//! The heads of a sentence become relations: each gets its source and the end
//! of its content.
//!
//! Read from left to right with a stack of open contents. A participle, a verb
//! joined by و that agrees with the speaker, or a new clause with its own
//! speaker closes what is open; anything else inside a content is nested in it.
//! A hidden source is the speaker of the open relation, else the last subject
//! of the sentence, else the last speaker of the article, always one that
//! agrees in gender and number.

use std::ops::Range;

use super::complement::Opening;
use super::heads::{Form, Head};
use super::rules;
use super::scene::{Named, Scene};
use super::speakers::{Memory, Speaker};
use super::subject::Left;
use crate::arabic::TokenKind;
use crate::lexicon::{Frames, Particle};

/// One attribution, in tokens.
#[derive(Clone, Debug)]
pub(super) struct Relation {
    pub cue: Range<usize>,
    pub lemma: &'static str,
    pub class: crate::lexicon::CueClass,
    pub negated: bool,
    /// The phrase in the text; none where the source is hidden.
    pub source: Option<Range<usize>>,
    /// The phrase that says who is meant.
    pub meant: Option<Range<usize>>,
    pub content: Range<usize>,
    /// First byte of the content.
    pub begins: usize,
    pub carrier: Option<Range<usize>>,
    pub rule: &'static str,
    /// It stands inside another's content.
    pub nested: bool,
}

/// A relation whose content is still open.
pub(super) struct Open {
    pub(super) form: Form,
    pub(super) relation: usize,
    /// The quotation that is the content.
    quoted: Option<Range<usize>>,
    perfect: bool,
    speaker: Option<Speaker>,
}

pub(super) struct Reader<'s, 'a> {
    pub(super) scene: &'s Scene<'a>,
    pub(super) sentence: Range<usize>,
    pub(super) memory: &'s mut Memory,
    pub(super) open: Vec<Open>,
    /// Subjects of the sentence's verbs with the verb's token and depth.
    pub(super) subjects: Vec<(usize, usize, Speaker)>,
    /// The nouns of its relative clauses, with the verb's token.
    pub(super) asides: Vec<(usize, Speaker)>,
    pub(super) relations: Vec<Relation>,
}

impl<'s, 'a> Reader<'s, 'a> {
    pub fn new(scene: &'s Scene<'a>, sentence: Range<usize>, memory: &'s mut Memory) -> Self {
        Self {
            scene,
            sentence,
            memory,
            open: Vec::new(),
            subjects: Vec::new(),
            asides: Vec::new(),
            relations: Vec::new(),
        }
    }

    pub fn run(mut self, heads: &[Head<'a>]) -> Vec<Relation> {
        let mut verb = self.sentence.start;
        for head in heads {
            self.plain_verbs(verb..head.token);
            verb = head.token + 1;
            self.head(head);
        }
        self.plain_verbs(verb..self.sentence.end);
        if let Some((_, _, subject)) = self.subjects.iter().find(|(_, depth, _)| *depth == 0) {
            self.memory.subject = Some(subject.clone());
        }
        self.relations
    }

    fn head(&mut self, head: &Head<'a>) {
        let sibling = self.close_for(head);
        let nested = !self.open.is_empty() && !sibling;
        let explicit = match (&head.complement.subject, &head.left) {
            (Some(subject), _) => Some(subject.clone()),
            (None, Left::Topic(topic)) => Some(topic.clone()),
            (None, Left::Antecedent(noun)) => Some(noun.clone()),
            _ => None,
        };
        let meant = match &explicit {
            Some(tokens) => {
                let form = head.verbal.form;
                Some(self.speaker(tokens.clone(), form.gender, form.person))
            }
            None => self.resolve(head, nested),
        };
        let rule = rule_of(head);
        let limit = self.scene.limit(head.token, &self.sentence);
        let (content, quoted) = self.content(head, limit);
        let index = self.relations.len();
        self.relations.push(Relation {
            cue: cue_tokens(head),
            lemma: head.cue.lemma,
            class: head.cue.class,
            negated: head.negated,
            source: explicit,
            meant: meant.as_ref().map(|speaker| speaker.tokens.clone()),
            content,
            begins: head.complement.begins,
            carrier: match &head.relay {
                Some(relay) => relay.carrier.clone(),
                None => head.complement.medium.clone(),
            },
            rule,
            nested,
        });
        if let Some(speaker) = &meant {
            // Who speaks in a relative clause is not the sentence's subject.
            let aside = matches!(head.left, Left::Antecedent(_) | Left::Bare);
            let depth = self.open.len() + usize::from(aside);
            if matches!(head.left, Left::Antecedent(_)) {
                self.asides.push((head.token, speaker.clone()));
            }
            self.subjects.push((head.token, depth, speaker.clone()));
            if !nested && !aside && head.form != Form::Masdar {
                self.memory.speakers.push(speaker.clone());
            }
        }
        self.open.push(Open {
            relation: index,
            quoted,
            form: head.form,
            perfect: head.is_perfect(),
            speaker: meant,
        });
    }

    /// Where the content reaches when nothing cuts it short.
    fn content(&self, head: &Head<'a>, limit: usize) -> (Range<usize>, Option<Range<usize>>) {
        let start = head.complement.content;
        if let Opening::Before(end) = head.complement.opening {
            return (start..end, Some(start..end));
        }
        let before = start.checked_sub(1);
        let quotation = self
            .scene
            .opened(start)
            .or_else(|| before.and_then(|mark| self.scene.opened(mark)));
        let Some(quotation) = quotation else {
            return (start..limit.max(start), None);
        };
        let inside = quotation.inside.start..quotation.inside.end.min(self.paragraph_end());
        let Some(close) = quotation.close else {
            return (inside.clone(), Some(inside));
        };
        // The speaker's words and more of them outside the marks.
        let after = close + 1;
        let goes_on = match head.complement.opening {
            Opening::Colon => false,
            Opening::Quotation
                if self.scene.kind(quotation.open.wrapping_sub(1)) == Some(TokenKind::Colon) =>
            {
                false
            }
            _ if self.scene.is_comma(after) => {
                self.scene.word(after + 1).conjoined()
                    && self.scene.is(after + 1, Particle::COMPLEMENTIZER)
            }
            _ => after < limit && !self.scene.is_break(after),
        };
        if goes_on {
            (start..limit.max(start), None)
        } else {
            (inside.clone(), Some(inside))
        }
    }

    fn paragraph_end(&self) -> usize {
        let tokens = &self.scene.words.reading.tokens;
        let mut end = self.sentence.end;
        while tokens.get(end).is_some_and(|token| !token.first_of_line) {
            end += 1;
        }
        end
    }

    /// Closes the contents that end before a head. True where the head
    /// continues the outermost speaker or stands beside the outermost
    /// relation.
    fn close_for(&mut self, head: &Head<'a>) -> bool {
        let boundary = self.boundary(head);
        while let Some(open) = self.open.last() {
            let over = open
                .quoted
                .as_ref()
                .is_some_and(|quoted| head.token >= quoted.end);
            if !over && !self.is_beside(head, open) {
                return false;
            }
            if let Some(relation) = self.relations.get_mut(open.relation)
                && relation.content.end > boundary
            {
                relation.content.end = boundary.max(relation.content.start + 1);
            }
            self.open.pop();
        }
        true
    }

    /// Whether a head stands beside an open relation rather than inside its
    /// content.
    fn is_beside(&self, head: &Head<'a>, open: &Open) -> bool {
        let scene = self.scene;
        let Some(relation) = self.relations.get(open.relation) else {
            return true;
        };
        if head.token < relation.content.start {
            return false;
        }
        if matches!(head.complement.opening, Opening::Before(_)) {
            return true;
        }
        // Inside the marks nobody outside speaks.
        let around = scene.quoted(relation.cue.start);
        if let Some(inside) = scene.quoted(head.token)
            && around.as_ref() != Some(&inside)
        {
            return false;
        }
        let agrees = open
            .speaker
            .as_ref()
            .is_none_or(|speaker| speaker.agrees(head.verbal.form.gender, head.verbal.form.number));
        match (head.form, &head.left, &head.complement.subject) {
            (Form::Participle, ..) => agrees,
            (Form::Masdar, ..) | (_, Left::Antecedent(_) | Left::Bare, _) => false,
            (_, Left::Topic(topic), _) => self.turns(topic.start),
            (_, Left::Nothing, None) => {
                let anew = head.conjoined()
                    || scene.word(head.group).conjoined()
                    || scene.is_comma(head.group.wrapping_sub(1))
                    || self.turns(head.group);
                let after_noun = open.form == Form::Masdar && head.is_perfect();
                anew && (after_noun || agrees && head.is_perfect() == open.perfect)
            }
            (_, Left::Nothing, Some(_)) => {
                let anew = head.conjoined() && scene.is_comma(head.group.wrapping_sub(1));
                self.turns(head.group) || anew && (head.is_perfect() || !open.perfect)
            }
        }
    }

    /// Whether a clause that begins at a token is led by a word that turns to
    /// something new: but, while, as. "Was" and "that" may stand between.
    pub(super) fn turns(&self, at: usize) -> bool {
        let scene = self.scene;
        let between = Particle::COPULA.or(Particle::COMPLEMENTIZER);
        let mut first = at;
        while first > self.sentence.start && scene.is(first - 1, between) {
            first -= 1;
        }
        first > self.sentence.start
            && (scene.is(first - 1, Particle::TURN) || scene.is(at, Particle::TURN))
    }

    /// The token at which the clause of a head begins, with what leads it.
    fn boundary(&self, head: &Head<'a>) -> usize {
        let mut first = head.group;
        if let Left::Topic(topic) = &head.left {
            first = first.min(topic.start);
        }
        let scene = self.scene;
        while first > self.sentence.start {
            let before = first - 1;
            let leads = scene.named(before) == Named::No
                && scene.is(
                    before,
                    Particle::CONNECTIVE.or(Particle::TURN).or(Particle::COPULA),
                );
            let leads = leads
                || scene.is(before, Particle::COMPLEMENTIZER)
                    && before > self.sentence.start
                    && scene.is(before - 1, Particle::TURN);
            if !leads && !scene.is_comma(before) && scene.kind(before) != Some(TokenKind::Dash) {
                break;
            }
            first = before;
        }
        first
    }
}

fn rule_of(head: &Head<'_>) -> &'static str {
    if matches!(head.complement.opening, Opening::Before(_)) {
        return rules::CONTENT_FIRST;
    }
    if head.relay.is_some() {
        return rules::RELAYED;
    }
    if head.cue.frames.has(Frames::WITHIN) {
        return rules::DOCUMENT;
    }
    let clause = matches!(head.complement.opening, Opening::Clause);
    let quotation = matches!(head.complement.opening, Opening::Quotation | Opening::Colon);
    match (head.form, &head.left, &head.complement.subject) {
        (Form::Participle, ..) => rules::PARTICIPLE,
        (Form::Masdar, ..) => rules::VERBAL_NOUN,
        (_, Left::Antecedent(_), None) => rules::RELATIVE,
        (_, Left::Topic(_), None) => rules::SUBJECT_FIRST,
        (_, _, Some(_)) if clause => rules::VERB_SUBJECT_CLAUSE,
        (_, _, Some(_)) if quotation => rules::VERB_SUBJECT_QUOTATION,
        (_, _, Some(_)) => rules::VERB_SUBJECT_OBJECT,
        _ => rules::HIDDEN_SUBJECT,
    }
}

/// The words of a cue: "as saying" where an agency relays, "went on saying"
/// where the two stand together.
fn cue_tokens(head: &Head<'_>) -> Range<usize> {
    if let Some(said) = head.relay.as_ref().and_then(|relay| relay.cue) {
        return said..said + 1;
    }
    let next = head.token + 1;
    match head.complement.saying {
        Some(saying) if saying == next => head.token..next + 1,
        _ => head.token..next,
    }
}
