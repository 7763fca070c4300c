//! What the model sees of an offer for a position: where it comes from, whose
//! it is, how near it stands, how it is worded. No feature tells a name or a
//! topic.

use std::cmp::Reverse;
use std::ops::Range;

use super::offers::{Offer, Offering, Origin, Target};
use crate::arabic::TokenKind;
use crate::lexicon::{CueClass, Particle};
use crate::stance::positions::{Candidate, content, overlap};
use crate::stance::sheet::{Feature, Sheet};
use crate::stance::{Stance, rules};

/// A position farther off than this many tokens is none the marker is for.
const FAR: usize = 60;
/// So many words in common make an offer and a position speak of one matter.
const SAME_MATTER: usize = 3;

impl Offering<'_> {
    /// The position an offer is for and its features; none where it can be
    /// nobody's reason: the words of one without a position, or a marker with
    /// none beside it.
    pub fn features(&self, number: usize) -> Option<(usize, Vec<Feature>)> {
        let offer = self.offers.get(number)?;
        let position = self.home(offer)?;
        let target = self.targets.get(position)?;
        let lead = &target.ranked.merged.lead;
        let evidence = &target.ranked.merged.evidence;
        let own = offer.who == Some(lead.actor);
        if restates(offer, evidence) {
            return None;
        }
        let sentence = self.ground.sentence(offer.marker.start);
        let beside = nearest(evidence, &offer.tokens);
        let with = evidence
            .iter()
            .any(|one| sentence.contains(&one.trigger.start));
        let mut sheet = Sheet::with_room(32);
        self.origin(offer, &mut sheet);
        sheet.mark("own", own);
        self.place(offer, beside, with, evidence, &mut sheet);
        self.order(number, offer, beside, &mut sheet);
        self.wording(offer, &mut sheet);
        self.matter(offer, target, &mut sheet);
        self.position(position, target, offer, &mut sheet);
        self.together(offer, with, beside, lead.stance, &mut sheet);
        Some((position, sheet.into_features()))
    }

    /// Which position an offer is for: of its actor's, the one on the matter it
    /// speaks of, else the one in its sentence, else the nearest.
    fn home(&self, offer: &Offer) -> Option<usize> {
        // A predicate's matter stands before it in what is said.
        let said = offer.said.and_then(|at| self.ground.said.get(at));
        let start = said.map_or(offer.tokens.start, |said| {
            said.content.start.min(offer.tokens.start)
        });
        let words = content(self.ground, &(start..offer.tokens.end));
        let sentence = self.ground.sentence(offer.marker.start);
        let speaker = self.ground.speaker(offer.marker.start);
        let fits = |target: &Target<'_>| {
            let lead = &target.ranked.merged.lead;
            let far = nearest(&target.ranked.merged.evidence, &offer.tokens)
                .map_or(usize::MAX, |one| gap(one, &offer.tokens));
            let with = target
                .ranked
                .merged
                .evidence
                .iter()
                .any(|one| sentence.contains(&one.trigger.start));
            let may = match offer.who {
                Some(who) => who == lead.actor,
                None => with || (speaker == Some(lead.actor) && far < FAR),
            };
            if !may {
                return None;
            }
            let common = || {
                let both = words.iter().filter(|word| target.matter.contains(*word));
                both.count()
            };
            let matter = offer.who.map_or(0, |_| common());
            let matter = if matter >= SAME_MATTER { matter } else { 0 };
            Some((Reverse(matter), !with, far))
        };
        let targets = self.targets.iter().enumerate();
        targets
            .filter_map(|(at, target)| Some((fits(target)?, at)))
            .min()
            .map(|(_, at)| at)
    }

    fn origin(&self, offer: &Offer, sheet: &mut Sheet) {
        sheet.say(match offer.origin {
            Origin::Marker => "from.marker",
            Origin::Aim => "from.aim",
            Origin::Weak => "from.weak",
            Origin::Purpose => "from.purpose",
            Origin::Said => "from.said",
            Origin::Described => "from.described",
            Origin::Predicated => "from.predicated",
            Origin::Relative => "from.relative",
        });
        let Some(said) = offer.said.and_then(|at| self.ground.said.get(at)) else {
            return;
        };
        sheet.say(match said.class {
            CueClass::Neutral => "cue.neutral",
            CueClass::Assertive => "cue.assertive",
            CueClass::Distancing => "cue.distancing",
            CueClass::Denial => "cue.denial",
            CueClass::Admission => "cue.admission",
            CueClass::Directive => "cue.directive",
            CueClass::Evaluative => "cue.evaluative",
            CueClass::Commissive => "cue.commissive",
            CueClass::Warning => "cue.warning",
            CueClass::Conjecture => "cue.conjecture",
            CueClass::Continuing => "cue.continuing",
        });
        sheet.mark("cue.hidden-source", said.subject.is_none());
        let word = self.ground.words.get(said.cue);
        let carries_on = word.is_some_and(|word| {
            word.shape.accusative && self.ground.senses.finite(said.cue).is_none()
        });
        sheet.mark("cue.carries-on", carries_on);
        let clause = said.content.start.checked_sub(1).is_some_and(|before| {
            self.ground.is(before, Particle::COMPLEMENTIZER)
                || self.ground.is(said.content.start, Particle::COMPLEMENTIZER)
        });
        sheet.mark("cue.clause", clause);
        let quoted = |at: usize| self.ground.kind(at) == Some(TokenKind::Quote);
        sheet.mark(
            "quoted",
            quoted(offer.tokens.start) || offer.tokens.start.checked_sub(1).is_some_and(quoted),
        );
        sheet.mark("in-title", self.outline.title.contains(&said.cue));
        let length = said.content.len();
        sheet.mark("speech.short", length < 10);
        sheet.mark("speech.long", length > 30);
    }

    fn place(
        &self,
        offer: &Offer,
        beside: Option<&Candidate>,
        with: bool,
        evidence: &[Candidate],
        sheet: &mut Sheet,
    ) {
        sheet.mark("place.sentence", with);
        let Some(one) = beside else { return };
        let far = gap(one, &offer.tokens);
        sheet.say(match far {
            0..=3 => "gap.0",
            4..=10 => "gap.4",
            11..=25 => "gap.11",
            26..=60 => "gap.26",
            61..=150 => "gap.61",
            _ => "gap.151",
        });
        let before = one.trigger.start < offer.tokens.start;
        sheet.mark("place.behind", before);
        sheet.mark("place.behind-in-sentence", before && with);
        // "سنرد لأن": the words of the position itself are no reason for it.
        let inside = evidence
            .iter()
            .any(|one| offer.tokens.contains(&one.trigger.start));
        sheet.mark("holds.own-position", inside);
        let others = self.triggered(&offer.tokens);
        sheet.mark("holds.position", others);
        let matter = evidence.iter().filter_map(|one| one.issue.as_ref());
        let covered = matter
            .clone()
            .any(|issue| issue.start <= offer.tokens.start && offer.tokens.end <= issue.end);
        sheet.mark("place.inside-matter", covered);
        let shared = matter
            .clone()
            .any(|issue| issue.start < offer.tokens.end && offer.tokens.start < issue.end);
        sheet.mark("place.meets-matter", shared && !covered);
        let statement = offer
            .said
            .is_some_and(|said| evidence.iter().any(|one| one.statement == Some(said)));
        sheet.mark("place.same-statement", statement);
        sheet.mark("place.later-in-statement", statement && before && !inside);
        let between = one.trigger.end..offer.tokens.start.max(one.trigger.end);
        sheet.mark("place.other-between", before && self.triggered(&between));
        let paragraphs = &self.outline.paragraphs;
        let paragraph = |at: usize| paragraphs.partition_point(|&start| start <= at);
        let same = paragraph(one.trigger.start) == paragraph(offer.tokens.start);
        sheet.mark("place.paragraph", same);
        sheet.mark("place.top", paragraph(offer.tokens.start) <= 2);
        sheet.mark("place.opens", offer.opens);
    }

    fn matter(&self, offer: &Offer, target: &Target<'_>, sheet: &mut Sheet) {
        let words = content(self.ground, &offer.tokens);
        sheet.mark("matter.own", overlap(&words, &target.matter) >= 0.5);
        let some = words.iter().any(|word| target.matter.contains(word));
        sheet.mark("matter.some", some);
        sheet.mark("matter.main", overlap(&words, &self.main) >= 0.5);
    }

    fn position(&self, position: usize, target: &Target<'_>, offer: &Offer, sheet: &mut Sheet) {
        let lead = &target.ranked.merged.lead;
        sheet.say(match lead.stance {
            Stance::Support => "for.support",
            Stance::Oppose => "for.oppose",
            Stance::Conditional => "for.conditional",
            Stance::Neutral => "for.neutral",
        });
        sheet.mark("for.principal", position == 0);
        sheet.mark("for.later", position >= 4);
        sheet.put("for.confidence", target.ranked.confidence);
        let earlier = self.targets.iter().take(position);
        let again = earlier
            .filter(|other| other.ranked.merged.lead.actor == lead.actor)
            .count();
        sheet.mark("for.second-of-actor", again > 0);
        let offers = offer.who.and_then(|who| self.shares.get(&who)).copied();
        sheet.mark("actor.says-little", offers.is_some_and(|count| count <= 3));
        sheet.mark("actor.says-much", offers.is_some_and(|count| count > 10));
        sheet.mark("article.long", self.offers.len() > 40);
        sheet.mark("article.very-long", self.offers.len() > 80);
    }

    /// What only tells together: the same cue is another thing beside the
    /// position than elsewhere.
    fn together(
        &self,
        offer: &Offer,
        with: bool,
        beside: Option<&Candidate>,
        stance: Stance,
        sheet: &mut Sheet,
    ) {
        let behind = beside.is_some_and(|one| one.trigger.start < offer.tokens.start);
        let said = offer.said.and_then(|at| self.ground.said.get(at));
        let carries_on = said.is_some_and(|said| {
            self.ground.senses.finite(said.cue).is_none()
                && self
                    .ground
                    .words
                    .get(said.cue)
                    .is_some_and(|word| word.shape.accusative)
        });
        match offer.origin {
            Origin::Marker => {
                sheet.mark("marker.behind", with && behind);
                sheet.mark(
                    "marker.clause",
                    with && beside.is_some_and(|one| gap(one, &offer.tokens) <= 6),
                );
            }
            Origin::Described => {
                sheet.mark("described.opposed", stance == Stance::Oppose);
                sheet.mark("described.beside", with);
            }
            Origin::Said | Origin::Predicated => {
                sheet.mark("said.carries-on-behind", carries_on && with && behind);
                sheet.mark("said.carries-on-before", carries_on && !(with && behind));
                let tells = said.is_some_and(|said| {
                    matches!(
                        said.class,
                        CueClass::Assertive | CueClass::Evaluative | CueClass::Warning
                    )
                });
                sheet.mark("said.tells-behind", tells && with && behind);
                sheet.mark(
                    "said.next",
                    behind && !with && beside.is_some_and(|one| gap(one, &offer.tokens) <= 25),
                );
                let plain = !self.triggered(&offer.tokens);
                sheet.mark("said.plain-behind", plain && behind && with);
                sheet.mark("said.plain-next", plain && behind && !with);
                sheet.mark("said.plain-before", plain && !behind);
            }
            _ => {}
        }
    }

    /// How many other offers of the same actor stand between the position and
    /// this one.
    fn order(&self, number: usize, offer: &Offer, beside: Option<&Candidate>, sheet: &mut Sheet) {
        let Some(one) = beside.filter(|one| one.evidence.end <= offer.tokens.start) else {
            return;
        };
        let earlier = self.offers.get(..number).unwrap_or_default().iter().rev();
        let between = earlier
            .take(24)
            .take_while(|other| other.tokens.start >= one.evidence.end)
            .filter(|other| other.who == offer.who && other.tokens.end <= offer.tokens.start)
            .count();
        sheet.say(match between {
            0 => "order.0",
            1 => "order.1",
            2..=3 => "order.2",
            _ => "order.4",
        });
    }

    /// Whether a position is taken in these tokens.
    fn triggered(&self, tokens: &Range<usize>) -> bool {
        let at = self
            .triggers
            .partition_point(|&trigger| trigger < tokens.start);
        self.triggers
            .get(at)
            .is_some_and(|&trigger| trigger < tokens.end)
    }
}

/// Whether an offer is only the position itself; a judgement is its own reason.
fn restates(offer: &Offer, evidence: &[Candidate]) -> bool {
    offer.origin == Origin::Said
        && evidence.iter().any(|one| {
            one.rule != rules::JUDGED
                && one.issue.as_ref().is_some_and(|issue| {
                    offer.tokens.contains(&one.trigger.start)
                        && offer.tokens.start <= issue.start
                        && issue.end <= offer.tokens.end
                })
        })
}

/// The reading of a position that stands nearest to an offer.
fn nearest<'c>(evidence: &'c [Candidate], tokens: &Range<usize>) -> Option<&'c Candidate> {
    evidence.iter().min_by_key(|one| gap(one, tokens))
}

/// How many tokens lie between a position's words and an offer.
fn gap(one: &Candidate, tokens: &Range<usize>) -> usize {
    if one.evidence.end <= tokens.start {
        tokens.start - one.evidence.end
    } else {
        one.evidence.start.saturating_sub(tokens.end)
    }
}
