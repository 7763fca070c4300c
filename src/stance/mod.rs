//! The analysis: mentions, attribution, positions, conditions, reasons, issue
//! and figures of an article become its [`Briefing`].
//!
//! It does no input or output, cannot fail, holds no clock and no randomness:
//! the same article gives the same briefing on every machine.

pub mod attribution;
mod briefing;
pub mod mentions;
mod words;

pub use briefing::{
    Act, Actor, ActorKind, Briefing, Carrier, Condition, Content, Cue, CueClass, Date, Document,
    Evidence, Figure, Issue, Position, Reason, Source, Stance, Statement, StatementType,
};

pub use words::{Shape, Verbal, Word, Words};

use crate::arabic::Reading;
use crate::article::Article;
use crate::lexicon::Lexicon;

/// Reads one article and says who takes which position in it.
pub fn analyze(article: &Article, lexicon: &Lexicon) -> Briefing {
    let reading = Reading::of(&article.text);
    let words = Words::of(&reading, lexicon);
    let relations = attribution::attributions(article, &words);
    let mut briefing = Briefing::empty(article);
    briefing.statements = attribution::statements(&words, &relations);
    briefing
}
