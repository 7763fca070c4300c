//! The analysis: mentions, attribution, positions, conditions, reasons, issue
//! and figures of an article become its [`Briefing`].
//!
//! It does no input or output, cannot fail, holds no clock and no randomness:
//! the same article gives the same briefing on every machine.

pub mod attribution;
mod briefing;
mod card;
mod carriers;
mod clauses;
mod conditions;
mod confidence;
mod dateline;
mod figures;
mod issue;
pub mod mentions;
mod positions;
mod principal;
mod reasons;
pub mod rules;
mod senses;
mod summary;
mod words;

pub use briefing::{
    Act, Actor, ActorKind, Briefing, Carrier, Condition, Content, Cue, CueClass, Date, Document,
    Evidence, Figure, Issue, Position, Reason, Source, Stance, Statement, StatementType,
};
pub use rules::{Rule, rule};
pub use words::{Shape, Verbal, Word, Words};

use crate::arabic::Reading;
use crate::article::Article;
use crate::lexicon::Lexicon;

/// Reads one article and says who takes which position in it.
pub fn analyze(article: &Article, lexicon: &Lexicon) -> Briefing {
    let reading = Reading::of(&article.text);
    let words = Words::of(&reading, lexicon);
    let entities = mentions::Entities::of(&words);
    let relations = attribution::attributions(article, &words, &entities);
    let senses = senses::Senses::of(&words);
    let clauses = clauses::Clauses::of(&words, &senses);
    let cast = card::cast(&words, &entities, &relations);
    let ground = positions::Ground::new(&words, &senses, &clauses, cast);
    let found = positions::merge(&ground, positions::candidates(&ground));
    let mut briefing = Briefing::empty(article);
    briefing.statements = attribution::statements(&words, &entities, &relations);
    let dates = figures::calendar_dates(&words);
    briefing.figures = figures::figures(&words, &dates);
    briefing.dates = figures::dates_of(&words, &dates);
    briefing.carriers = carriers::carriers(article, &words, &entities, &briefing.statements);
    card::fill(&mut briefing, article, &ground, &entities, found);
    briefing
}
