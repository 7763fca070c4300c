//! The card as lines, in the order of the window: stance, actor and issue,
//! conditions, reasons, evidence; who says so; the other positions; statements;
//! actors without a position; figures and dates; what was done to the file.

mod chains;
mod parts;

pub use parts::cue_message;
use parts::item;

use super::direction::Direction;
use super::lines::{Line, Role};
use super::markup::Markup;
use crate::locale::Language;
use crate::stance::{Briefing, Position};

/// One line of the card, by its place in the briefing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CardLine {
    /// Position `.0` as a whole: actor, stance and issue.
    Position(usize),
    /// Condition `.1` of position `.0`.
    Condition(usize, usize),
    /// Reason `.1` of position `.0`.
    Reason(usize, usize),
    /// Piece of evidence `.1` of position `.0`.
    Evidence(usize, usize),
    Statement(usize),
    /// An actor without a position.
    Silent(usize),
    Figure(usize),
    Date(usize),
    Carrier(usize),
}

/// The headline and the summary sentence.
pub fn summary(briefing: &Briefing, markup: Markup, language: Language) -> String {
    let card = Card { briefing, language };
    let mut lines = card.head();
    lines.push(card.provenance());
    card.set(markup, &lines)
}

/// The whole card.
pub fn whole(briefing: &Briefing, markup: Markup, language: Language) -> String {
    let card = Card { briefing, language };
    card.set(markup, &card.lines())
}

/// Some lines of the card, each able to stand alone, with one provenance under
/// them. A line that the briefing does not have is left out.
pub fn lines(
    briefing: &Briefing,
    lines: &[CardLine],
    markup: Markup,
    language: Language,
) -> String {
    let card = Card { briefing, language };
    let lines = lines.iter().filter_map(|line| card.one(*line));
    let lines: Vec<Line> = lines.chain([card.provenance()]).collect();
    card.set(markup, &lines)
}

struct Card<'b> {
    briefing: &'b Briefing,
    language: Language,
}

impl Card<'_> {
    fn set(&self, markup: Markup, lines: &[Line]) -> String {
        let base = if self.language.is_rtl() {
            Direction::Rtl
        } else {
            Direction::Ltr
        };
        markup.set(lines, base)
    }

    fn label(&self, role: Role, id: &str) -> Line {
        Line::new(role).label(self.language, self.language.text(id))
    }

    /// `label: …`, to be gone on with.
    fn labelled(&self, role: Role, id: &str) -> Line {
        self.label(role, id).mark(": ")
    }

    fn head(&self) -> Vec<Line> {
        let document = &self.briefing.document;
        let mut lines = Vec::new();
        if !document.title.is_empty() {
            lines.push(Line::new(Role::Title).strong_words(&document.title));
        }
        let arabic = !self
            .briefing
            .warnings
            .iter()
            .any(|warning| warning.kind == "no-arabic");
        if !arabic {
            lines.push(self.label(Role::Plain, "card-no-arabic"));
        } else if self.briefing.positions.is_empty() {
            lines.push(self.label(Role::Plain, "card-no-position"));
        } else if !self.briefing.summary.is_empty() {
            lines.push(Line::new(Role::Plain).words(&self.briefing.summary));
        }
        lines
    }

    fn lines(&self) -> Vec<Line> {
        let mut lines = self.head();
        let positions = &self.briefing.positions;
        let principal = self
            .briefing
            .principal
            .and_then(|index| positions.get(index));
        if let Some(principal) = principal {
            lines.extend(self.position(principal));
            lines.extend(self.chains(principal));
        }
        for (index, position) in positions.iter().enumerate() {
            if self.briefing.principal != Some(index) {
                lines.extend(self.position(position));
            }
        }
        let heading = |id| self.label(Role::Heading, id);
        let briefing = self.briefing;
        if !briefing.statements.is_empty() {
            lines.push(heading("card-statements"));
            let statements = briefing.statements.iter();
            lines.extend(statements.map(|statement| self.statement(Role::Item, statement)));
        }
        if !briefing.actors_without_position.is_empty() {
            lines.push(heading("card-silent"));
            let actors = briefing.actors_without_position.iter();
            lines.extend(actors.map(|actor| item(&actor.name)));
        }
        if !briefing.figures.is_empty() || !briefing.dates.is_empty() {
            lines.push(heading("card-figures"));
            lines.extend(briefing.figures.iter().map(|figure| item(&figure.text)));
            lines.extend((0..briefing.dates.len()).filter_map(|at| self.date(Role::Item, at)));
        }
        lines.extend(self.remarks());
        lines.push(self.provenance());
        lines
    }

    /// What was guessed or mended in the file.
    fn remarks(&self) -> Vec<Line> {
        let document = &self.briefing.document;
        let repairs = document.repairs.iter().map(|repair| {
            let count = [("count", repair.count.into())];
            self.language
                .text_with(&format!("repair-{}", repair.kind), count)
        });
        let warnings = self.briefing.warnings.iter();
        let warnings =
            warnings.map(|warning| self.language.text(&format!("warning-{}", warning.kind)));
        let remarks: Vec<String> = warnings.chain(repairs).collect();
        if remarks.is_empty() {
            return Vec::new();
        }
        let line = self.labelled(Role::Note, "copy-remarks");
        vec![line.label(self.language, remarks.join(" · "))]
    }

    /// File · agencies · date · program.
    fn provenance(&self) -> Line {
        let document = &self.briefing.document;
        // Folders are the user's own; the file's name is enough to find it.
        let file = document.path.rsplit(['/', '\\']).next().unwrap_or_default();
        let mut line = self.labelled(Role::Note, "copy-source").name(file);
        let mut agencies: Vec<&str> = Vec::new();
        for carrier in &self.briefing.carriers {
            if !agencies.contains(&carrier.name.as_str()) {
                agencies.push(&carrier.name);
            }
        }
        for agency in agencies {
            line = line.mark(" · ").words(agency);
        }
        if let Some(date) = &document.published {
            line = line.mark(" · ").name(date);
        }
        line.mark(" · ").name(self.briefing.generator)
    }

    fn one(&self, line: CardLine) -> Option<Line> {
        let briefing = self.briefing;
        let role = Role::Plain;
        match line {
            CardLine::Position(at) => {
                let position = briefing.positions.get(at)?;
                let line = self.stance(role, position);
                Some(match &position.issue {
                    Some(issue) => line.mark(" — ").words(&issue.text),
                    None => line,
                })
            }
            CardLine::Condition(at, item) => {
                let position = briefing.positions.get(at)?;
                let text = &position.conditions.get(item)?.text;
                Some(self.of_actor(position, "copy-condition", text))
            }
            CardLine::Reason(at, item) => {
                let position = briefing.positions.get(at)?;
                let text = &position.reasons.get(item)?.text;
                Some(self.of_actor(position, "copy-reason", text))
            }
            CardLine::Evidence(at, item) => {
                let position = briefing.positions.get(at)?;
                let text = &position.evidence.get(item)?.text;
                Some(self.of_actor(position, "copy-evidence", text))
            }
            CardLine::Statement(at) => Some(self.statement(role, briefing.statements.get(at)?)),
            CardLine::Silent(at) => {
                let actor = briefing.actors_without_position.get(at)?;
                let line = Line::new(role).strong_words(&actor.name).mark(": ");
                Some(line.label(self.language, self.language.text("stance-none")))
            }
            CardLine::Figure(at) => Some(Line::new(role).words(&briefing.figures.get(at)?.text)),
            CardLine::Date(at) => self.date(role, at),
            CardLine::Carrier(at) => Some(Line::new(role).words(&briefing.carriers.get(at)?.name)),
        }
    }

    /// `actor (condition): words`.
    fn of_actor(&self, position: &Position, id: &str, words: &str) -> Line {
        let line = Line::new(Role::Plain).strong_words(&position.actor.name);
        self.in_brackets(line, id).mark(": ").words(words)
    }
}
