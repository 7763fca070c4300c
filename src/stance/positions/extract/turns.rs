//! What the first words of a matter make of a stance: "دعا إلى عدم التصعيد" is
//! against it, "تمسك برفض الخطة" too.

use super::*;

impl<'a> Reader<'_, 'a> {
    /// The stance towards what is left of the matter once a negation or a noun
    /// of refusal at its head is taken off.
    pub(super) fn inner(
        &self,
        predicate: &Predicate,
        stance: Stance,
        issue: Option<Range<usize>>,
    ) -> (Stance, Option<Range<usize>>) {
        let Some(issue) = issue else {
            return (stance, None);
        };
        if stance == Stance::Support && self.restrains(predicate, &issue) {
            return (Stance::Neutral, Some(issue));
        }
        let refuses = predicate.act == Some(Act::Reject) && predicate.weight == 3;
        let turned = match stance {
            Stance::Support => Stance::Oppose,
            // "رفض عدم إشراكهم"; to blame a failure is to blame.
            Stance::Oppose if refuses && predicate.places.has(Places::OBJECT) => Stance::Support,
            _ => return (stance, Some(issue)),
        };
        let rest = self.negated_rest(&issue);
        let rest = rest.or_else(|| {
            self.ceased_rest(&issue)
                .filter(|_| stance == Stance::Support)
        });
        if let Some(rest) = rest {
            return (turned, Some(rest));
        }
        // To ask others to refuse is to ask, to insist on refusing to refuse.
        let demands = predicate.act == Some(Act::Request)
            && (predicate.weight == 3 || !predicate.places.has(Places::ALA));
        if stance == Stance::Support
            && !demands
            && let Some(rest) = self.refused_rest(&issue)
        {
            return (turned, Some(rest));
        }
        (stance, Some(issue))
    }

    /// "حث الطرفين على ضبط النفس", "دعا إلى ضبط النفس": whoever calls for restraint
    /// takes no side.
    fn restrains(&self, predicate: &Predicate, issue: &Range<usize>) -> bool {
        let ground = self.ground;
        let sides = issue.start.saturating_sub(6)..issue.start;
        let all = sides.into_iter().any(|at| ground.is(at, Particle::BOTH));
        let reach = if all { 5 } else { 1 };
        predicate.act == Some(Act::Request)
            && ground
                .senses
                .hits(&(issue.start..issue.end.min(issue.start + reach)))
                .iter()
                .flat_map(|hit| &hit.predicates)
                .filter_map(|&id| self.predicate(id))
                .any(|word| {
                    word.kind == PredicateKind::Phrase && word.attitude == Attitude::Neutral
                })
    }

    /// "عدم التصعيد", "ألا يشاركوا", "أن لا يشاركوا".
    pub(super) fn negated_rest(&self, issue: &Range<usize>) -> Option<Range<usize>> {
        let ground = self.ground;
        let start = issue.start;
        let before = start.checked_sub(1)?;
        if ground.is(before, Particle::COMPLEMENTIZER_NOT) {
            return Some(issue.clone());
        }
        let verb =
            ground.is(start, Particle::NEGATION) && ground.senses.finite(start + 1).is_some();
        let markers = &ground.words.lexicon.markers;
        let noun = !ground.is(start, Particle::FUNCTION)
            && markers
                .starting(ground.words.stem(start))
                .any(|marker| marker.kind == MarkerKind::Negation && marker.words.len() == 1);
        ((verb || noun) && start + 1 < issue.end).then(|| start + 1..issue.end)
    }

    /// "أن تتوقف عن القصف", "الكف عن التدخل": whoever wants it ended is against it.
    pub(super) fn ceased_rest(&self, issue: &Range<usize>) -> Option<Range<usize>> {
        let ground = self.ground;
        let start = issue.start;
        let hit = ground.senses.hits(&(start..start + 1)).first()?;
        let ends = self.says(hit, |p| {
            p.attitude == Attitude::Oppose
                && p.kind == PredicateKind::Verb
                && p.needs.is_empty()
                && p.places == Places::ABOUT
        });
        let named = ground
            .actor_starting(start + 1)
            .map(|actor| actor.tokens.end);
        let from = named.unwrap_or(start + 1);
        let rest = ground
            .argument(from, Places::ABOUT, false)
            .filter(|_| ends)?;
        Some(rest.tokens)
    }

    /// "رفض الخطة" as a matter: the plan.
    fn refused_rest(&self, issue: &Range<usize>) -> Option<Range<usize>> {
        let ground = self.ground;
        let start = issue.start;
        let hit = ground.senses.hits(&(start..start + 1)).first()?;
        if hit.tense != Some(Tense::Masdar) || hit.tokens.start != start {
            return None;
        }
        let predicate = hit.predicates.iter().find_map(|&id| {
            self.predicate(id).filter(|p| {
                // "قرر الانسحاب من", "يعتزم الطعن في".
                let leaves = p.places.only(
                    Places::MIN
                        .with(Places::ABOUT)
                        .with(Places::FI)
                        .with(Places::ALA),
                );
                p.attitude.opposes()
                    && p.needs.is_empty()
                    && matches!(p.act, Some(Act::Reject | Act::Accuse))
                    && p.kind == PredicateKind::Verb
                    && (p.weight == 3 || leaves)
            })
        })?;
        let places = nominal_places(predicate.places);
        let rest = ground.argument(start + 1, places, false)?;
        Some(rest.tokens)
    }
}
