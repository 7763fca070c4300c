//! The analysis: mentions, attribution, positions, conditions, reasons, issue
//! and figures of an article become its [`Briefing`].
//!
//! It does no input or output, cannot fail, holds no clock and no randomness:
//! the same article gives the same briefing on every machine.
//!
//! Its steps, in the order in which they are taken:
//!
//! * `words`: each token as the lexicon knows it.
//! * [`mentions`]: who and what is named.
//! * [`attribution`]: who says what; `dateline` and `carriers`: who relays it.
//! * `senses`, `clauses`: which words may carry a stance, and in which piece of
//!   a sentence.
//! * `positions`: who stands where on what, with their `conditions`.
//! * `outline`, `rank`: which positions are shown, and which leads.
//! * `reasons`: what is given for those.
//! * `figures`: numbers and dates.
//! * `card`, with `issue`, `summary` and `wording`: the lines of the briefing.
//!
//! [`rules`] lists what every line names as its rule; [`survey()`] shows all that
//! was found, for learning the weights of `rank` and `reasons`.

pub mod attribution;
mod briefing;
mod card;
mod carriers;
mod clauses;
mod conditions;
mod dateline;
mod figures;
mod issue;
pub mod mentions;
mod outline;
mod pace;
mod passed;
mod positions;
mod rank;
mod reasons;
pub mod rules;
mod senses;
mod sheet;
mod summary;
mod survey;
mod wording;
mod words;

pub use briefing::{
    Act, Actor, ActorKind, Briefing, Carrier, Condition, Content, Cue, CueClass, Date, Document,
    Evidence, Figure, Issue, Position, Reason, Source, Stance, Statement, StatementType,
};
pub use pace::Pace;
pub use rules::{Rule, rule};
pub use survey::{Given, Line, survey, survey_reasons};
pub use words::{Shape, Verbal, Word, Words};

use crate::arabic::Reading;
use crate::article::Article;
use crate::lexicon::Lexicon;

/// Reads one article and says who takes which position in it.
pub fn analyze(article: &Article, lexicon: &Lexicon) -> Briefing {
    analyze_at(Pace::Alone, article, lexicon)
}

/// As [`analyze`], with the same result, on as many threads as `pace` says.
pub fn analyze_at(pace: Pace, article: &Article, lexicon: &Lexicon) -> Briefing {
    read(pace, article, lexicon, |stage, found| {
        let Stage {
            ground, entities, ..
        } = stage;
        let words = ground.words;
        let mut briefing = Briefing::empty(article);
        briefing.statements = attribution::statements(words, entities, &stage.relations);
        briefing.figures = stage.figures.clone();
        briefing.dates = stage.dates.clone();
        briefing.carriers = carriers::carriers(article, words, entities, &briefing.statements);
        card::fill(&mut briefing, &stage.outline, ground, entities, found);
        briefing
    })
}

/// All that is known of an article when its positions have been weighed.
struct Stage<'a> {
    ground: positions::Ground<'a>,
    entities: &'a mentions::Entities,
    relations: Vec<attribution::Attribution>,
    outline: outline::Outline,
    figures: Vec<Figure>,
    dates: Vec<Date>,
}

fn read<T>(
    pace: Pace,
    article: &Article,
    lexicon: &Lexicon,
    then: impl FnOnce(&Stage<'_>, Vec<rank::Ranked>) -> T,
) -> T {
    let reading = Reading::of(&article.text);
    let words = Words::of(&reading, lexicon);
    let ((entities, relations), (senses, clauses, (figures, dates))) = pace.both(
        || {
            let entities = mentions::Entities::of(&words);
            let relations = attribution::attributions(article, &words, &entities);
            (entities, relations)
        },
        || {
            let senses = senses::Senses::of(&words);
            let clauses = clauses::Clauses::of(&words, &senses);
            (senses, clauses, figures::of(&words))
        },
    );
    let cast = card::cast(&words, &entities, &relations);
    let ground = positions::Ground::new(&words, &senses, &clauses, cast);
    let found = positions::merge(&ground, positions::candidates(&ground));
    let outline = outline::Outline::of(article, &ground);
    let standing = |who| card::standing(&words, &entities, &ground.phrases, who);
    let found = rank::weigh(&ground, &outline, found, &standing);
    let stage = Stage {
        ground,
        entities: &entities,
        relations,
        outline,
        figures,
        dates,
    };
    then(&stage, found)
}
