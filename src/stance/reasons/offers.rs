//! What may be a reason: the words behind a marker, the pieces of what
//! somebody says, what an accusation or a description puts forward, the clause
//! that qualifies a matter.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::cut::{behind, described, end, pieces};
use crate::arabic::Particle as Prefix;
use crate::lexicon::{CueClass, MarkerKind, MarkerScope, Particle};
use crate::stance::Stance;
use crate::stance::outline::Outline;
use crate::stance::positions::{Ground, Who, content, overlap};
use crate::stance::rank::Ranked;

/// So many readings of a position tell what it is about.
const MATTERS: usize = 8;

/// Where an offer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::stance) enum Origin {
    /// لأن, بسبب.
    Marker,
    /// بهدف, من أجل.
    Aim,
    /// إذ, إثر: often something else.
    Weak,
    /// "لحماية المدنيين".
    Purpose,
    /// What is said first.
    Said,
    /// "وصفه بأنه", "اعتبره خطأ", "اتهمه بالتدخل".
    Described,
    /// "الخطة تعرقل السلام": what is said of the matter itself.
    Predicated,
    /// "الأعمال التي تؤجج الكراهية".
    Relative,
}

#[derive(Clone, Debug)]
pub(in crate::stance) struct Offer {
    pub tokens: Range<usize>,
    pub marker: Range<usize>,
    pub origin: Origin,
    pub said: Option<usize>,
    /// Whose reason it is; none where the position beside it tells.
    pub who: Option<Who>,
    /// Whether the marker opens its sentence, so that the position follows.
    pub opens: bool,
}

/// A position that reasons may be given for.
pub(in crate::stance) struct Target<'g> {
    pub ranked: &'g Ranked,
    pub matter: FxHashSet<&'g str>,
}

/// All offers of a text, and what they are held against.
pub(in crate::stance) struct Offering<'g> {
    pub ground: &'g Ground<'g>,
    pub outline: &'g Outline,
    pub targets: Vec<Target<'g>>,
    pub offers: Vec<Offer>,
    /// The matter of the leading position.
    pub main: FxHashSet<&'g str>,
    /// Where predicates of any position stand, shown or not.
    pub triggers: Vec<usize>,
    /// How much each actor offers.
    pub shares: FxHashMap<Who, usize>,
}

impl<'g> Offering<'g> {
    pub fn of(
        ground: &'g Ground<'g>,
        outline: &'g Outline,
        shown: &'g [Ranked],
        triggers: &[usize],
    ) -> Self {
        let targets: Vec<Target<'_>> = shown
            .iter()
            .map(|ranked| Target {
                matter: ranked
                    .merged
                    .evidence
                    .iter()
                    .filter_map(|one| one.issue.as_ref())
                    .take(MATTERS)
                    .flat_map(|issue| content(ground, issue))
                    .collect(),
                ranked,
            })
            .collect();
        let lead = shown.first().and_then(|one| one.merged.lead.issue.as_ref());
        let mut offering = Self {
            ground,
            outline,
            targets,
            offers: Vec::new(),
            main: lead.map(|issue| content(ground, issue)).unwrap_or_default(),
            triggers: triggers.to_vec(),
            shares: FxHashMap::default(),
        };
        if !shown.is_empty() {
            offering.marked();
            offering.purposes();
            offering.said();
            offering.relatives();
        }
        offering.conditions();
        offering.offers.sort_by_key(|offer| offer.tokens.start);
        for who in offering.offers.iter().filter_map(|offer| offer.who) {
            *offering.shares.entry(who).or_default() += 1;
        }
        offering
    }

    fn push(&mut self, tokens: Range<usize>, marker: Range<usize>, origin: Origin) {
        self.offer(tokens, marker, origin, None, None, false);
    }

    fn offer(
        &mut self,
        tokens: Range<usize>,
        marker: Range<usize>,
        origin: Origin,
        said: Option<usize>,
        who: Option<Who>,
        opens: bool,
    ) {
        let letters = tokens
            .clone()
            .any(|at| self.ground.is_nominal(at) || self.ground.senses.finite(at).is_some());
        if letters {
            self.offers.push(Offer {
                tokens,
                marker,
                origin,
                said,
                who,
                opens,
            });
        }
    }

    /// What stands behind a marker of reason or aim.
    fn marked(&mut self) {
        let ground = self.ground;
        for sentence in &ground.words.reading.sentences {
            for marker in ground.senses.markers(&sentence.tokens) {
                let origin = match (marker.kind, marker.scope) {
                    (MarkerKind::Reason, MarkerScope::Any) => Origin::Marker,
                    (MarkerKind::Aim, _) => Origin::Aim,
                    (MarkerKind::Reason, _) => Origin::Weak,
                    _ => continue,
                };
                let start = behind(ground, marker);
                let end = end(ground, start, sentence.tokens.end);
                let opens = marker.tokens.start <= sentence.tokens.start + 1;
                if start < end {
                    let marker = marker.tokens.start..start;
                    self.offer(start..end, marker, origin, None, None, opens);
                }
            }
        }
    }

    /// "دعا إلى هدنة لحماية المدنيين": behind a position, in its sentence.
    fn purposes(&mut self) {
        let ground = self.ground;
        let mut from = 0;
        let mut triggers: Vec<Range<usize>> = self
            .targets
            .iter()
            .flat_map(|target| target.ranked.merged.evidence.iter())
            .map(|candidate| candidate.trigger.clone())
            .collect();
        triggers.sort_unstable_by_key(|trigger| trigger.start);
        for trigger in triggers {
            let sentence = ground.sentence(trigger.start);
            let limit = sentence.end.min(trigger.end + 30);
            for at in trigger.end.max(from)..limit {
                let led = ground.words.get(at).is_some_and(|word| {
                    word.split.particle == Some(Prefix::Li)
                        && (word.is_masdar() || ground.senses.finite(at).is_some())
                        && !word.is_function()
                });
                if led && at > trigger.end {
                    let end = end(ground, at, sentence.end);
                    // "خطوة لإرسال القوات قد تؤدي": part of a subject.
                    let subject = (at + 1..end).any(|at| {
                        ground.senses.finite(at).is_some() && ground.is(at - 1, Particle::VERBAL)
                    });
                    if !subject {
                        self.push(at..end, at..at + 1, Origin::Purpose);
                    }
                }
                from = at + 1;
            }
        }
    }

    /// The pieces of what is said by anybody whose position is shown.
    fn said(&mut self) {
        let ground = self.ground;
        let actors: FxHashSet<Who> = self
            .targets
            .iter()
            .map(|target| target.ranked.merged.lead.actor)
            .collect();
        for (number, said) in ground.said.iter().enumerate() {
            let own = said.source.is_none_or(|source| actors.contains(&source));
            if !own || said.content.is_empty() || said.class == CueClass::Denial {
                continue;
            }
            let marker = said.cue..said.cue + 1;
            for piece in pieces(ground, &said.content) {
                let origin = Origin::Said;
                let described = described(ground, &piece, said.cue);
                let predicated = self.predicated(&piece, said.source);
                self.offer(
                    piece,
                    marker.clone(),
                    origin,
                    Some(number),
                    said.source,
                    false,
                );
                let parts = [
                    (described, Origin::Described),
                    (predicated, Origin::Predicated),
                ];
                for (part, origin) in parts {
                    if let Some(part) = part {
                        self.offer(
                            part,
                            marker.clone(),
                            origin,
                            Some(number),
                            said.source,
                            false,
                        );
                    }
                }
            }
        }
    }

    /// "الخطة تعرقل السلام", where the plan is what a position is about.
    fn predicated(&self, piece: &Range<usize>, who: Option<Who>) -> Option<Range<usize>> {
        let ground = self.ground;
        let verb = piece
            .clone()
            .skip(1)
            .find(|&at| ground.senses.finite(at).is_some() || ground.is(at, Particle::PRONOUN))?;
        let subject = content(ground, &(piece.start..verb));
        let known = self.targets.iter().any(|target| {
            who.is_none_or(|who| who == target.ranked.merged.lead.actor)
                && overlap(&subject, &target.matter) >= 0.5
        });
        // "قد تؤدي": what may be is not told as what is.
        let modal = verb > piece.start + 1 && ground.is(verb - 1, Particle::VERBAL);
        let start = verb - usize::from(modal);
        (known && verb < piece.end && !subject.is_empty()).then_some(start..piece.end)
    }

    /// What a position depends on is no reason for it.
    fn conditions(&mut self) {
        let mut conditions: Vec<Range<usize>> = self
            .targets
            .iter()
            .flat_map(|target| target.ranked.merged.lead.conditions.iter())
            .map(|part| part.tokens.clone())
            .collect();
        conditions.sort_unstable_by_key(|part| part.start);
        self.offers.retain(|offer| {
            let at = conditions.partition_point(|part| part.end <= offer.tokens.start);
            conditions
                .get(at)
                .is_none_or(|part| offer.tokens.end <= part.start)
        });
    }

    /// "هذه الأعمال التي تؤجج الكراهية": what is said of a matter that is opposed.
    fn relatives(&mut self) {
        let ground = self.ground;
        let issues: Vec<Range<usize>> = self
            .targets
            .iter()
            .filter(|target| target.ranked.merged.lead.stance == Stance::Oppose)
            .flat_map(|target| target.ranked.merged.evidence.iter().take(4))
            .filter_map(|candidate| candidate.issue.clone())
            .collect();
        for issue in issues {
            let sentence = ground.sentence(issue.start);
            let limit = sentence.end.min(issue.end + 3);
            let relative = (issue.start..limit).find(|&at| ground.is(at, Particle::RELATIVE));
            if let Some(at) = relative {
                let end = end(ground, at + 1, sentence.end);
                if at + 1 < end {
                    self.push(at + 1..end, at..at + 1, Origin::Relative);
                }
            }
        }
    }
}
