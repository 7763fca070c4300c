//! How a statement came to the reader.

use super::Card;
use crate::export::lines::{Line, Role};
use crate::stance::{ActorKind, Position, Statement};

impl Card<'_> {
    /// Carrier ← speaker ← actor, once each.
    pub(super) fn chains(&self, position: &Position) -> Vec<Line> {
        let mut chains: Vec<Chain<'_>> = Vec::new();
        let statements = position.statements.iter();
        for statement in statements.filter_map(|&at| self.briefing.statements.get(at)) {
            let chain = Chain::of(statement, position);
            if !chain.source.is_empty() && !chains.contains(&chain) {
                chains.push(chain);
            }
        }
        if chains.is_empty() {
            return Vec::new();
        }
        let heading = self.label(Role::Label, "card-chain").mark(":");
        let chains = chains.iter().map(|chain| self.chain(chain));
        [heading].into_iter().chain(chains).collect()
    }

    fn chain(&self, chain: &Chain<'_>) -> Line {
        let mut line = Line::new(Role::Item);
        if let Some(carrier) = chain.carrier {
            line = line.words(carrier).mark(" ← ");
        }
        line = line.words(chain.source);
        if chain.unnamed {
            line = self.in_brackets(line, "card-unnamed");
        }
        match chain.actor {
            Some(actor) => line.mark(" ← ").words(actor),
            None => line,
        }
    }
}

/// One way from the actor to the reader.
#[derive(PartialEq, Eq)]
struct Chain<'b> {
    carrier: Option<&'b str>,
    source: &'b str,
    unnamed: bool,
    /// Whom the source speaks for, where that is not the source.
    actor: Option<&'b str>,
}

impl<'b> Chain<'b> {
    fn of(statement: &'b Statement, position: &'b Position) -> Self {
        let source = statement.source.name.as_str();
        let actor = position.actor.name.as_str();
        let speaks = statement.source.speaks_for.is_some()
            && statement.source.speaks_for == position.actor.id;
        Self {
            carrier: statement
                .carrier
                .as_ref()
                .map(|carrier| carrier.name.as_str()),
            source,
            unnamed: statement.source.kind == ActorKind::Unnamed,
            actor: (speaks && actor != source).then_some(actor),
        }
    }
}
