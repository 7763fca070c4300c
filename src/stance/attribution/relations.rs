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
use super::scene::Scene;
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
    /// The content is a noun phrase, not a clause.
    pub phrase: bool,
    /// The cue is a verb in the perfect.
    pub past: bool,
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
            // What stands between a cue and its content tells where and when.
            verb = match head.complement.opening {
                Opening::Before(_) => head.token + 1,
                _ => head.complement.content.max(head.token + 1),
            };
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
            // The verb's gender is the agency's.
            Some(tokens) if head.relay.is_some() => Some(Speaker::unmarked(tokens.clone())),
            Some(tokens) => {
                let form = head.verbal.form;
                Some(self.speaker(tokens.clone(), form.gender, form.person))
            }
            None => self.resolve(head, nested),
        };
        let rule = rule_of(head);
        // In a clause between another cue and its content nothing goes past it.
        let around = self.relations.iter().map(|outer| {
            let between =
                outer.cue.start < head.token && head.complement.content < outer.content.start;
            if between {
                outer.content.start - 1
            } else {
                usize::MAX
            }
        });
        let limit = self.scene.limit(head.token, &self.sentence);
        let limit = around.fold(limit, usize::min).max(head.token + 1);
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
            phrase: matches!(
                head.complement.opening,
                Opening::Object | Opening::Preposition
            ),
            past: head.is_perfect(),
        });
        if let Some(speaker) = &meant {
            // Who speaks in a relative clause is not the sentence's subject.
            let aside = matches!(head.left, Left::Antecedent(_) | Left::Bare);
            let depth = self.open.len() + usize::from(aside);
            if matches!(head.left, Left::Antecedent(_)) {
                self.asides.push((head.token, speaker.clone()));
            }
            self.subjects.push((head.token, depth, speaker.clone()));
            if !nested && !aside && !matches!(head.form, Form::Masdar | Form::Noun) {
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
        let limit = if head.form == Form::Noun {
            self.scene.noun_end(start..limit.max(start))
        } else {
            limit
        };
        if let Opening::Before(end) = head.complement.opening {
            // What is denied is what was told last.
            let told = self.relations.last().map(|last| &last.content);
            let start = told
                .filter(|told| told.start > start && (told.start + 1..=end + 1).contains(&end))
                .filter(|told| told.end + 2 >= end || told.contains(&head.token))
                .map_or(start, |told| told.start);
            return (start..end, Some(start..end));
        }
        if self.scene.is(start, Particle::FRAMES)
            && self.scene.word(start).split.pronoun.is_some()
            && head.complement.opening == Opening::Preposition
        {
            return (start..start + 1, None);
        }
        let before = start.checked_sub(1);
        let quotation = self
            .scene
            .opened(start)
            .or_else(|| before.and_then(|mark| self.scene.opened(mark)));
        let Some(quotation) = quotation else {
            return (start..limit.max(start), None);
        };
        let inside = quotation.inside.start..self.paragraph_end(quotation.inside.end);
        let Some(close) = quotation.close else {
            return (inside.clone(), Some(inside));
        };
        // The speaker's words and more of them outside the marks.
        let after = close + 1;
        let goes_on = match head.complement.opening {
            Opening::Colon => false,
            // "What he called «…»": the name and no more.
            _ if head.left == Left::Bare && head.cue.frames.has(Frames::DOUBLE) => false,
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

    /// Where the paragraph of the sentence ends, or what does not go beyond.
    fn paragraph_end(&self, limit: usize) -> usize {
        let tokens = &self.scene.words.reading.tokens;
        let first = |at: &usize| tokens.get(*at).is_some_and(|token| token.first_of_line);
        (self.sentence.end..limit).find(first).unwrap_or(limit)
    }

    /// Closes the contents that end before a head. True where the head
    /// continues the outermost speaker or stands beside the outermost
    /// relation.
    fn close_for(&mut self, head: &Head<'a>) -> bool {
        let boundary = self.scene.boundary(head, &self.sentence);
        // The innermost it stands beside; what is open inside that closes too.
        let beside = self
            .open
            .iter()
            .rposition(|open| self.is_beside(head, open) && self.goes_back(head, open));
        while let Some(open) = self.open.last() {
            let over = open
                .quoted
                .as_ref()
                .is_some_and(|quoted| head.token >= quoted.end);
            let inner = beside.is_some_and(|beside| self.open.len() > beside + 1);
            if !over && !inner && !self.is_beside(head, open) {
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

    /// Whether a head that tells no subject takes up this speaker again, over
    /// what others say inside.
    fn goes_back(&self, head: &Head<'a>, open: &Open) -> bool {
        let turns = self.scene.turns(head.group, self.sentence.start);
        let hidden = head.left == Left::Nothing && head.complement.subject.is_none();
        let takes_up = head.form == Form::Finite && hidden && turns;
        takes_up && open.speaker.is_some() && agrees_with(open, head)
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
        if scene.follows_event(head.group, self.sentence.start) {
            return agrees_with(open, head) || head.complement.subject.is_some();
        }
        // Inside the marks nobody outside speaks.
        let around = scene.quoted(relation.cue.start);
        if let Some(inside) = scene.quoted(head.token)
            && around.as_ref() != Some(&inside)
        {
            return false;
        }
        let agrees = agrees_with(open, head);
        let turns = |at: usize| scene.turns(at, self.sentence.start);
        match (head.form, &head.left, &head.complement.subject) {
            (Form::Participle, ..) => agrees,
            (Form::Saying, ..) => true,
            (Form::Masdar | Form::Noun, ..) | (_, Left::Antecedent(_) | Left::Bare, _) => false,
            (_, Left::Topic(topic), _) => turns(topic.start),
            (_, Left::Nothing, None) => {
                let anew = head.conjoined()
                    || scene.word(head.group).conjoined()
                    || scene.is_comma(head.group.wrapping_sub(1))
                    || scene.tells_of(head.group, self.sentence.start)
                    || turns(head.group);
                let after_noun =
                    matches!(open.form, Form::Masdar | Form::Noun) && head.is_perfect();
                // "said that …, and sees that": another thing told.
                let told = scene.is_comma(scene.boundary(head, &self.sentence))
                    && matches!(
                        head.complement.opening,
                        Opening::Clause | Opening::Quotation | Opening::Colon
                    );
                let goes_on = head.is_perfect() == open.perfect
                    || told
                    || open.form == Form::Participle
                    || scene.tells_of(head.group, self.sentence.start)
                    || turns(head.group);
                anew && (after_noun || agrees && goes_on)
            }
            (_, Left::Nothing, Some(_)) => {
                let comma = scene.is_comma(head.group.wrapping_sub(1));
                let anew = head.conjoined() && comma;
                // The sentence opened with "while": here is its main clause.
                let start = self.sentence.start;
                if comma && !head.conjoined() && scene.is_while(start) {
                    return true;
                }
                turns(head.group) || anew && (head.is_perfect() || !open.perfect)
            }
        }
    }
}

fn agrees_with(open: &Open, head: &Head<'_>) -> bool {
    let form = head.verbal.form;
    let agrees = |speaker: &Speaker| speaker.agrees(form.gender, form.number);
    open.speaker.as_ref().is_none_or(agrees)
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
        (Form::Masdar | Form::Saying | Form::Noun, ..) => rules::VERBAL_NOUN,
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
