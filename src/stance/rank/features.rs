//! What the ranker sees of a position: where it stands, of whom it is, how it
//! is worded and what else the article says of the same actor. No feature
//! tells a name or a topic.

use rustc_hash::{FxHashMap, FxHashSet};

use super::build;
use crate::lexicon::{MarkerKind, MarkerScope};
use crate::stance::outline::Outline;
use crate::stance::positions::{Ground, Merged, Who, content, overlap};
use crate::stance::sheet::{Feature, Sheet};
use crate::stance::{Act, ActorKind, Stance, rules};

/// How much of an actor the article makes.
#[derive(Clone, Debug)]
pub(in crate::stance) struct Standing {
    pub mentions: usize,
    /// The stems of its names.
    pub words: Vec<String>,
    pub kind: ActorKind,
}

/// What all positions of an article are held against.
pub(super) struct Scene<'s, 'g> {
    pub ground: &'s Ground<'g>,
    pub outline: &'s Outline,
    pub found: &'s [Merged],
    standings: FxHashMap<Who, Standing>,
    /// The most mentions any of them has.
    most: usize,
    /// How many statements each actor makes.
    speeches: FxHashMap<Who, usize>,
    most_speeches: usize,
    /// The content words of the headline, of its first part and of the lede.
    title: FxHashSet<&'s str>,
    opening: FxHashSet<&'s str>,
    lede: FxHashSet<&'s str>,
}

impl<'s, 'g> Scene<'s, 'g> {
    pub fn new(
        ground: &'s Ground<'g>,
        outline: &'s Outline,
        found: &'s [Merged],
        standing: &dyn Fn(Who) -> Standing,
    ) -> Self {
        let mut standings = FxHashMap::default();
        let mut most = 1;
        for one in found {
            let actor = one.lead.actor;
            let known = standings.entry(actor).or_insert_with(|| standing(actor));
            most = most.max(known.mentions);
        }
        let mut speeches: FxHashMap<Who, usize> = FxHashMap::default();
        for source in ground.said.iter().filter_map(|said| said.source) {
            *speeches.entry(source).or_default() += 1;
        }
        let most_speeches = speeches.values().copied().max().unwrap_or(1);
        Self {
            ground,
            outline,
            found,
            standings,
            most,
            speeches,
            most_speeches,
            title: content(ground, &outline.title),
            opening: content(ground, &outline.opening),
            lede: content(ground, &outline.lede),
        }
    }

    pub fn features(&self, at: usize) -> Vec<Feature> {
        let mut sheet = Sheet::with_room(48);
        if let Some(one) = self.found.get(at) {
            self.wording(one, &mut sheet);
            self.place(one, &mut sheet);
            self.actor(one, &mut sheet);
            self.matter(one, &mut sheet);
            self.speech(one, &mut sheet);
            self.conditions(one, &mut sheet);
            build::note(self.ground, one, &mut sheet);
            self.company(at, one, &mut sheet);
        }
        sheet.into_features()
    }

    fn wording(&self, one: &Merged, sheet: &mut Sheet) {
        let lead = &one.lead;
        sheet.say(match lead.stance {
            Stance::Support => "stance.support",
            Stance::Oppose => "stance.oppose",
            Stance::Conditional => "stance.conditional",
            Stance::Neutral => "stance.neutral",
        });
        sheet.say(match lead.weight {
            0 | 1 => "weight.1",
            2 => "weight.2",
            _ => "weight.3",
        });
        sheet.say(rule_class(lead.rule));
        if let Some(act) = lead.act {
            sheet.say(match act {
                Act::Request => "act.request",
                Act::Accuse => "act.accuse",
                Act::Reject => "act.reject",
                Act::Threaten => "act.threaten",
                Act::Support | Act::Agree | Act::Yield => "act.support",
                Act::Protest => "act.protest",
                _ => "act.deed",
            });
        }
        sheet.mark("negated", lead.negated);
        sheet.mark("named", lead.named);
        sheet.mark("reasons", !lead.reasons.is_empty());
        sheet.mark("conditions.two", lead.conditions.len() > 1);
        let full = lead
            .predicate
            .and_then(|id| self.ground.words.lexicon.predicates.get(id))
            .is_some_and(|predicate| predicate.weight > lead.weight);
        sheet.mark("hedged", full);
        sheet.mark("repeated.two", one.count >= 2);
        sheet.mark("repeated.three", one.count >= 3);
    }

    fn place(&self, one: &Merged, sheet: &mut Sheet) {
        let outline = self.outline;
        let places = || one.evidence.iter().map(|c| c.trigger.start);
        let in_title = places().any(|at| outline.title.contains(&at));
        let in_lede = places().any(|at| outline.lede.contains(&at));
        sheet.mark("place.title", in_title);
        sheet.mark("place.deck", places().any(|at| outline.deck.contains(&at)));
        sheet.mark("place.lede", in_lede);
        sheet.mark("place.title-and-lede", in_title && in_lede);
        sheet.mark(
            "place.lede-verb",
            places().any(|at| outline.lede_verb == Some(at)),
        );
        let at = one.lead.trigger.start;
        let near = content(self.ground, &self.ground.clause(at));
        sheet.put("place.clause-like-title", among(&near, &self.title));
        let all = content(self.ground, &self.ground.sentence(at));
        sheet.put("place.sentence-like-title", among(&all, &self.title));
        sheet.mark(
            "place.first",
            !in_lede && places().any(|at| outline.first.contains(&at)),
        );
        sheet.mark(
            "place.second",
            places().any(|at| outline.second.contains(&at)),
        );
        let depth = outline.depth(places().next().unwrap_or_default());
        sheet.put("place.depth", depth);
        sheet.mark("place.last", depth >= 1.0);
    }

    fn actor(&self, one: &Merged, sheet: &mut Sheet) {
        let actor = one.lead.actor;
        let outline = self.outline;
        let standing = self.standings.get(&actor);
        match actor {
            Who::Phrase(_) => sheet.say("actor.phrase"),
            Who::Words(..) => sheet.say("actor.words"),
            Who::Entity(_) => sheet.say(match standing.map(|s| s.kind) {
                Some(ActorKind::State) => "actor.state",
                Some(ActorKind::Organisation) => "actor.organisation",
                Some(ActorKind::Group) => "actor.group",
                Some(ActorKind::Person) => "actor.person",
                _ => "actor.unnamed",
            }),
        }
        sheet.mark("actor.headline-subject", outline.subject == Some(actor));
        sheet.mark(
            "actor.title-first",
            outline.title_actors.first() == Some(&actor),
        );
        sheet.mark("actor.title", outline.title_actors.contains(&actor));
        sheet.mark("actor.lede-subject", outline.lede_subject == Some(actor));
        sheet.mark("actor.lede", outline.lede_actors.contains(&actor));
        sheet.mark("actor.first-speaker", outline.first_speaker == Some(actor));
        if let Some(name) = standing.map(|s| &s.words).filter(|words| !words.is_empty()) {
            let called = name
                .iter()
                .filter(|word| self.title.contains(word.as_str()));
            sheet.put("actor.title-words", share(called.count(), name.len()));
            let called = name.iter().any(|word| self.opening.contains(word.as_str()));
            sheet.mark("actor.title-opening", called);
        }
        let mentions = standing.map_or(0, |s| s.mentions);
        sheet.put("actor.mentions", share(mentions, self.most));
        sheet.mark("actor.most-mentioned", mentions == self.most);
        let speeches = self.speeches.get(&actor).copied().unwrap_or_default();
        sheet.put("actor.speeches", share(speeches, self.most_speeches));
        sheet.mark("actor.main-speaker", speeches == self.most_speeches);
        sheet.mark("actor.silent", speeches == 0);
    }

    fn matter(&self, one: &Merged, sheet: &mut Sheet) {
        let ground = self.ground;
        let Some(issue) = &one.lead.issue else {
            sheet.say("issue.none");
            return;
        };
        let words = content(ground, issue);
        let title = &self.title;
        sheet.mark("issue.short", words.len() <= 1);
        sheet.mark("issue.long", issue.len() > 12);
        sheet.put("issue.title", overlap(title, &words));
        sheet.put("issue.lede", overlap(&self.lede, &words));
        sheet.mark(
            "issue.pointer",
            ground.has_marker(issue.start, MarkerKind::Pointer),
        );
        sheet.mark("issue.clause", ground.senses.finite(issue.start).is_some());
        sheet.mark("issue.actor", ground.actor_starting(issue.start).is_some());
    }

    fn speech(&self, one: &Merged, sheet: &mut Sheet) {
        let ground = self.ground;
        let at = one.lead.trigger.start;
        let cue = ground.said_by_cue(at).is_some();
        let around = ground
            .said_around(at)
            .and_then(|said| ground.said.get(said));
        sheet.mark("speech.cue", cue);
        match around {
            None => sheet.say("speech.outside"),
            Some(said) if said.source == Some(one.lead.actor) => sheet.say("speech.own"),
            Some(said) if said.source.is_none() => sheet.say("speech.unstated"),
            Some(_) => sheet.say("speech.of-another"),
        }
        sheet.mark("speech.nested-cue", cue && around.is_some());
    }

    /// How firmly its condition hangs on it.
    fn conditions(&self, one: &Merged, sheet: &mut Sheet) {
        let ground = self.ground;
        let conditional = one.lead.stance == Stance::Conditional;
        let own = one
            .evidence
            .iter()
            .filter(|_| conditional)
            .find_map(|candidate| {
                let marker = candidate.conditions.iter().find_map(|c| c.marker.clone())?;
                Some((candidate.trigger.clone(), marker))
            });
        let Some((trigger, marker)) = own else {
            return;
        };
        let scope = ground
            .senses
            .marker_of(marker.start, MarkerKind::Condition)
            .map(|marker| marker.scope);
        sheet.say(match scope {
            Some(MarkerScope::Any) => "condition.marker",
            Some(_) => "condition.doubtful",
            None => "condition.of-predicate",
        });
        sheet.mark("condition.opens", marker.start < trigger.start);
        let between = trigger.end.min(marker.start)..marker.start;
        sheet.mark("condition.near", between.len() <= 6);
        sheet.mark("condition.far", between.len() > 12);
        let clause = ground.clause(trigger.start);
        sheet.mark("condition.same-clause", clause.contains(&marker.start));
        let mut words = between.clone();
        sheet.mark(
            "condition.other-speech",
            words.any(|at| ground.said_by_cue(at).is_some()),
        );
        let mut words = between;
        sheet.mark(
            "condition.other-verb",
            words.any(|at| ground.senses.finite(at).is_some()),
        );
    }

    /// What else was found: of this actor, and in the headline.
    fn company(&self, at: usize, one: &Merged, sheet: &mut Sheet) {
        let actor = one.lead.actor;
        let start = |one: &Merged| one.lead.trigger.start;
        let twin = self.found.iter().any(|other| one.contradicts(other));
        sheet.mark(
            match one.lead.stance {
                Stance::Conditional => "twin.conditional",
                _ => "twin.plain",
            },
            twin,
        );
        let all = || {
            let all = self.found.iter().enumerate();
            all.filter(move |(other, _)| *other != at)
                .map(|(_, other)| other)
        };
        let mut others = all().filter(|other| !one.contradicts(other));
        let own: Vec<&Merged> = all()
            .filter(|other| other.lead.actor == actor && !one.contradicts(other))
            .collect();
        let own = || own.iter().copied();
        let before = |other: &&Merged| start(other) < start(one);
        let in_title = |other: &&Merged| self.outline.title.contains(&start(other));
        let same = |other: &&Merged| other.lead.stance == one.lead.stance;
        sheet.mark("company.first", !others.any(|other| before(&other)));
        sheet.mark("company.first-of-actor", !own().any(|other| before(&other)));
        let mut earlier = own().filter(same).filter(before);
        sheet.mark("company.again", earlier.next().is_some());
        sheet.mark("company.third", earlier.next().is_some());
        let mut titled = own().filter(in_title);
        sheet.mark("company.title-agrees", titled.any(|other| same(&other)));
        let mut titled = own().filter(in_title);
        sheet.mark("company.title-differs", titled.any(|other| !same(&other)));
        sheet.mark(
            "company.no-title",
            !self.found.iter().any(|one| in_title(&one)),
        );
        let many = own().count();
        sheet.put("company.of-actor", share(many.min(6), 6));
        sheet.put("company.all", share(self.found.len().min(20), 20));
        if let Some(issue) = &one.lead.issue {
            let words = content(self.ground, issue);
            let rival = own().filter(|other| !same(other)).find(|other| {
                let theirs = other.lead.issue.as_ref();
                theirs.is_some_and(|theirs| overlap(&words, &content(self.ground, theirs)) >= 0.5)
            });
            if let Some(rival) = rival {
                sheet.say(if rival.lead.weight > one.lead.weight {
                    "company.stronger-rival"
                } else {
                    "company.rival"
                });
                sheet.mark(
                    "company.conditional-rival",
                    rival.lead.stance == Stance::Conditional,
                );
            }
        }
    }
}

/// Rules of few lines share a feature.
fn rule_class(rule: &'static str) -> &'static str {
    match rule {
        rules::CONSEQUENCE | rules::PURPOSE | rules::PHRASE | rules::NO_NOUN => "rule.rare",
        rule => rule,
    }
}

/// How much of the second the first holds.
fn among(left: &FxHashSet<&str>, right: &FxHashSet<&str>) -> f32 {
    share(
        right.iter().filter(|word| left.contains(*word)).count(),
        right.len(),
    )
}

fn share(part: usize, whole: usize) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "counts of an article")]
    {
        part as f32 / whole.max(1) as f32
    }
}
