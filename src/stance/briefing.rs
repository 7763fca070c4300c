//! What one analysed article is to the card, the clipboard and the document
//! `mawqif.briefing/1`.
//!
//! Inside the program spans are bytes of `document.text`.
//! [`Briefing::in_scalars`] gives the same briefing with spans in Unicode
//! scalar values, which is what is serialised.

use serde::Serialize;

use crate::arabic::Span;
use crate::article::{Article, Format, Repair, Warning};
pub use crate::lexicon::{Act, CueClass};

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Briefing {
    pub schema: &'static str,
    pub generator: &'static str,
    pub document: Document,
    /// One sentence in Arabic, at most 30 words.
    pub summary: String,
    pub issue: Option<Issue>,
    /// Index into `positions` of what the article is mainly about.
    pub principal: Option<usize>,
    pub positions: Vec<Position>,
    pub statements: Vec<Statement>,
    pub actors_without_position: Vec<Actor>,
    pub figures: Vec<Figure>,
    pub dates: Vec<Date>,
    pub carriers: Vec<Carrier>,
    pub warnings: Vec<Warning>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Document {
    pub path: String,
    pub sha256: String,
    pub format: Format,
    pub encoding: String,
    pub title: String,
    pub published: Option<String>,
    pub repairs: Vec<Repair>,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Issue {
    pub text: String,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Position {
    pub actor: Actor,
    pub stance: Stance,
    /// 0..1, calibrated: of the lines marked 0.8 about 80 % are right.
    pub confidence: f32,
    pub issue: Option<Issue>,
    /// Only where the stance is conditional, and never empty there.
    pub conditions: Vec<Condition>,
    pub reasons: Vec<Reason>,
    pub evidence: Vec<Evidence>,
    /// Indices into [`Briefing::statements`].
    pub statements: Vec<usize>,
    pub act: Option<Act>,
    /// The id of the rule that made the line.
    pub rule: &'static str,
    /// Whether a person has confirmed it.
    pub reviewed: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Actor {
    /// ISO 3166-1 alpha-2 for a state, the lexicon's id for a known
    /// organisation, else none.
    pub id: Option<String>,
    pub name: String,
    pub kind: ActorKind,
    pub mentions: Vec<Span>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActorKind {
    State,
    Organisation,
    Group,
    Person,
    Unnamed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stance {
    Support,
    Oppose,
    Conditional,
    Neutral,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Condition {
    /// Without its marker.
    pub text: String,
    pub span: Span,
    pub marker: Span,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reason {
    pub text: String,
    pub span: Span,
    /// None where the reason follows without a marker.
    pub marker: Option<Span>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    pub text: String,
    pub span: Span,
    /// The words that decided, inside `span`.
    pub triggers: Vec<Span>,
    pub negated: bool,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Statement {
    pub source: Source,
    pub cue: Cue,
    pub content: Content,
    #[serde(rename = "type")]
    pub kind: StatementType,
    /// The medium that relays it, where the text names one.
    pub carrier: Option<Carrier>,
    pub rule: &'static str,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Source {
    /// None where the subject is hidden ("وأضاف أن"); `name` then says who is
    /// meant.
    pub span: Option<Span>,
    pub name: String,
    pub role: Option<String>,
    pub kind: ActorKind,
    /// The id of the actor spoken for.
    #[serde(rename = "for")]
    pub speaks_for: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cue {
    pub span: Span,
    pub lemma: String,
    pub class: CueClass,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Content {
    pub span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StatementType {
    Direct,
    Indirect,
    Mixed,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    pub text: String,
    pub span: Span,
    pub value: Option<f64>,
    pub unit: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Date {
    pub text: String,
    pub span: Span,
    /// ISO 8601 where the text alone decides it.
    pub iso: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Carrier {
    pub id: Option<String>,
    pub name: String,
    pub span: Span,
}

impl Briefing {
    /// The briefing of an article in which nothing was found.
    pub fn empty(article: &Article) -> Self {
        Self {
            schema: "mawqif.briefing/1",
            generator: concat!("mawqif ", env!("CARGO_PKG_VERSION")),
            document: Document {
                path: article.path.clone(),
                sha256: article.sha256.clone(),
                format: article.format,
                encoding: article.encoding.clone(),
                title: article.title().to_owned(),
                published: article.published.clone(),
                repairs: article.repairs.clone(),
                text: article.text.clone(),
            },
            summary: String::new(),
            issue: None,
            principal: None,
            positions: Vec::new(),
            statements: Vec::new(),
            actors_without_position: Vec::new(),
            figures: Vec::new(),
            dates: Vec::new(),
            carriers: Vec::new(),
            warnings: article.warnings.clone(),
        }
    }

    /// The same briefing with every span in Unicode scalar values.
    #[must_use]
    pub fn in_scalars(&self) -> Self {
        let scalars = ScalarOffsets::of(&self.document.text);
        let mut copy = self.clone();
        copy.each_span(&mut |span| {
            *span = Span::new(scalars.at(span.start), scalars.at(span.end));
        });
        copy
    }

    /// Every span of the briefing, to read or to change.
    fn each_span(&mut self, visit: &mut impl FnMut(&mut Span)) {
        if let Some(issue) = &mut self.issue {
            visit(&mut issue.span);
        }
        for position in &mut self.positions {
            position.actor.mentions.iter_mut().for_each(&mut *visit);
            if let Some(issue) = &mut position.issue {
                visit(&mut issue.span);
            }
            for condition in &mut position.conditions {
                visit(&mut condition.span);
                visit(&mut condition.marker);
            }
            for reason in &mut position.reasons {
                visit(&mut reason.span);
                reason.marker.iter_mut().for_each(&mut *visit);
            }
            for evidence in &mut position.evidence {
                visit(&mut evidence.span);
                evidence.triggers.iter_mut().for_each(&mut *visit);
            }
        }
        for statement in &mut self.statements {
            statement.source.span.iter_mut().for_each(&mut *visit);
            visit(&mut statement.cue.span);
            visit(&mut statement.content.span);
            if let Some(carrier) = &mut statement.carrier {
                visit(&mut carrier.span);
            }
        }
        for actor in &mut self.actors_without_position {
            actor.mentions.iter_mut().for_each(&mut *visit);
        }
        self.figures.iter_mut().for_each(|f| visit(&mut f.span));
        self.dates.iter_mut().for_each(|d| visit(&mut d.span));
        self.carriers.iter_mut().for_each(|c| visit(&mut c.span));
    }
}

/// Byte offsets of a text in Unicode scalar values: a count at every
/// [`ScalarOffsets::STEP`] bytes, and a short walk from there.
struct ScalarOffsets<'t> {
    text: &'t str,
    counts: Vec<usize>,
}

impl<'t> ScalarOffsets<'t> {
    const STEP: usize = 256;

    fn of(text: &'t str) -> Self {
        let mut counts = Vec::with_capacity(text.len() / Self::STEP + 1);
        let mut total = 0;
        for chunk in text.as_bytes().chunks(Self::STEP) {
            counts.push(total);
            total += starts(chunk);
        }
        counts.push(total);
        Self { text, counts }
    }

    /// Shape: a byte offset on a character boundary in, a scalar offset out.
    fn at(&self, byte: usize) -> usize {
        let bytes = self.text.as_bytes();
        let byte = byte.min(bytes.len());
        let chunk = byte / Self::STEP;
        let base = self.counts.get(chunk).copied().unwrap_or_default();
        base + starts(bytes.get(chunk * Self::STEP..byte).unwrap_or_default())
    }
}

/// How many characters start in these bytes of UTF-8.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalar_offsets_count_characters_at_every_boundary() {
        let text = "سلام 20% — \u{1F54A} ".repeat(60);
        let scalars = ScalarOffsets::of(&text);
        for (count, (byte, _)) in text.char_indices().enumerate() {
            assert_eq!(scalars.at(byte), count);
        }
        assert_eq!(scalars.at(text.len()), text.chars().count());
    }
}
