//! How an offer is worded: its length, its verb, its tone.

use super::offers::{Offer, Offering};
use crate::arabic::{Particle as Prefix, TokenKind};
use crate::lexicon::{Attitude, MarkerKind, Particle, Person, Tense};
use crate::stance::sheet::Sheet;

impl Offering<'_> {
    pub(super) fn wording(&self, offer: &Offer, sheet: &mut Sheet) {
        let ground = self.ground;
        let tokens = offer.tokens.clone();
        let words = tokens
            .clone()
            .filter(|&at| ground.words.is_word(at))
            .count();
        sheet.say(match words {
            0..=2 => "words.2",
            3..=4 => "words.4",
            5..=8 => "words.8",
            9..=14 => "words.14",
            15..=20 => "words.20",
            _ => "words.more",
        });
        let any = |test: &dyn Fn(usize) -> bool| tokens.clone().any(test);
        sheet.mark(
            "negated",
            any(&|at| ground.has_marker(at, MarkerKind::Negation)),
        );
        sheet.mark(
            "modal",
            any(&|at| ground.has_marker(at, MarkerKind::Modality)),
        );
        sheet.mark(
            "number",
            any(&|at| ground.kind(at) == Some(TokenKind::Number)),
        );
        sheet.mark(
            "future",
            any(&|at| {
                ground
                    .senses
                    .finite(at)
                    .is_some_and(|verbal| verbal.split.particle == Some(Prefix::Sa))
            }),
        );
        sheet.mark(
            "first-person",
            any(&|at| {
                ground.words.get(at).is_some_and(|word| {
                    let mut finite = word.finite();
                    finite
                        .next()
                        .is_some_and(|v| v.form.person == Person::First)
                        && finite.all(|v| v.form.person == Person::First)
                })
            }),
        );
        let verb = tokens
            .clone()
            .find(|&at| ground.senses.finite(at).is_some());
        let tense = verb.and_then(|at| ground.senses.finite(at).map(|v| v.form.tense));
        sheet.say(match (verb, tense) {
            (Some(at), Some(Tense::Perfect)) if at == tokens.start => "verb.perfect-first",
            (Some(at), Some(_)) if at == tokens.start => "verb.first",
            (_, Some(Tense::Perfect)) => "verb.perfect",
            (_, Some(_)) => "verb.imperfect",
            _ => "verb.none",
        });
        sheet.mark(
            "points-back",
            ground.has_marker(tokens.start, MarkerKind::Pointer)
                || ground.words.get(tokens.start).is_some_and(|word| {
                    word.split.pronoun.is_some() && word.is(Particle::COMPLEMENTIZER)
                }),
        );
        let (mut good, mut bad, mut asks) = (false, false, false);
        for hit in ground.senses.hits(&tokens) {
            for &id in &hit.predicates {
                match ground.words.lexicon.predicates.get(id).map(|p| p.attitude) {
                    Some(Attitude::Support | Attitude::Gives) => good = true,
                    Some(Attitude::Oppose) => bad = true,
                    Some(Attitude::Obliges | Attitude::Ties | Attitude::Binds) => asks = true,
                    _ => {}
                }
            }
        }
        sheet.mark("tone.good", good);
        sheet.mark("tone.bad", bad);
        sheet.mark("tone.asks", asks);
        sheet.mark("tone.none", !good && !bad && !asks);
        sheet.mark(
            "names-actor",
            any(&|at| ground.actor_starting(at).is_some()),
        );
        // "الماء حق": told of a thing; "لا يعارض", "ليس من صلاحياتهم": denied of it.
        let start = tokens.start;
        sheet.mark(
            "starts.negated",
            (start..tokens.end.min(start + 2))
                .any(|at| ground.has_marker(at, MarkerKind::Negation)),
        );
        let definite = ground
            .words
            .get(start)
            .is_some_and(|word| word.split.article && ground.is_nominal(start));
        sheet.mark("starts.definite", definite);
        sheet.mark("verbless", definite && verb.is_none());
        let said = offer.said.and_then(|at| ground.said.get(at));
        sheet.mark(
            "piece.later",
            said.is_some_and(|said| start > said.content.start + 2),
        );
        let time = ground.is(tokens.start, Particle::TIME.or(Particle::PERIOD));
        sheet.mark("starts.time", time);
        sheet.mark(
            "starts.masdar",
            ground
                .words
                .get(tokens.start)
                .is_some_and(|w| w.is_masdar()),
        );
    }
}
