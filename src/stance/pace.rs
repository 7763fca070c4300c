//! Two steps of the analysis that do not hang on each other, at the same time.

use std::panic::resume_unwind;
use std::thread::{Builder, scope};

/// On how many threads an article is analysed. What comes out is the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// On the caller's own: where many articles share the cores.
    #[default]
    Alone,
    /// With a second one beside it: where somebody waits for this one article.
    Together,
}

impl Pace {
    /// The results of both.
    pub(super) fn both<A, B: Send>(
        self,
        first: impl FnOnce() -> A,
        second: impl Fn() -> B + Sync,
    ) -> (A, B) {
        if self == Self::Alone {
            return (first(), second());
        }
        scope(|scope| {
            let name = "mawqif-beside".to_owned();
            let beside = Builder::new().name(name).spawn_scoped(scope, &second);
            let first = first();
            let second = match beside {
                Ok(beside) => beside.join().unwrap_or_else(|panic| resume_unwind(panic)),
                // The system gives no thread.
                Err(_) => second(),
            };
            (first, second)
        })
    }
}
