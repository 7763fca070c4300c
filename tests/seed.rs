//! The seed article's card: what it must say at least.
//!
//! Nothing in the analysis knows of this article; every line comes from rules
//! of the language.

use mawqif::article;
use mawqif::lexicon::Lexicon;
use mawqif::stance::{ActorKind, Briefing, Position, Stance, StatementType, analyze};

fn card() -> Briefing {
    analyze(&article::seed(), Lexicon::shipped())
}

fn says(texts: impl IntoIterator<Item = impl AsRef<str>>, words: &[&str]) -> bool {
    texts
        .into_iter()
        .any(|text| words.iter().all(|word| text.as_ref().contains(word)))
}

fn conditions(position: &Position) -> Vec<&str> {
    position
        .conditions
        .iter()
        .map(|c| c.text.as_str())
        .collect()
}

fn issues<'c>(card: &'c Briefing, actor: &str, stance: Stance) -> Vec<&'c str> {
    let of = |position: &&Position| {
        position.actor.id.as_deref() == Some(actor) && position.stance == stance
    };
    let positions = card.positions.iter().filter(of);
    positions
        .filter_map(|position| position.issue.as_ref())
        .map(|issue| issue.text.as_str())
        .collect()
}

#[test]
fn azerbaijan_makes_sending_peacekeepers_conditional() {
    let card = card();
    let principal = &card.positions[card.principal.expect("a principal position")];
    assert_eq!(principal.actor.id.as_deref(), Some("AZ"));
    assert_eq!(principal.actor.name, "أذربيجان");
    assert_eq!(principal.actor.kind, ActorKind::State);
    assert_eq!(principal.stance, Stance::Conditional);
    let issue = &card.issue.as_ref().expect("an issue").text;
    assert!(says([issue], &["إرسال قوات", "غزة"]), "{issue}");
    assert!(
        card.summary
            .starts_with("أذربيجان: موقف مشروط من إرسال قوات")
    );
    assert!(card.summary.split_whitespace().count() <= 30);
}

#[test]
fn its_conditions_are_told_apart() {
    let card = card();
    let found = conditions(&card.positions[card.principal.unwrap()]);
    assert!(
        says(&found, &["وقف شامل ودائم للقتال", "إسرائيل", "حماس"]),
        "{found:?}"
    );
    assert!(
        says(&found, &["ضمانات حقيقية لوقف إطلاق النار بشكل كامل"]),
        "{found:?}"
    );
    assert!(says(&found, &["موافقة البرلمان الأذربيجاني"]), "{found:?}");
}

#[test]
fn its_reasons_are_its_own_words() {
    let card = card();
    let principal = &card.positions[card.principal.unwrap()];
    let found: Vec<&str> = principal.reasons.iter().map(|r| r.text.as_str()).collect();
    assert!(says(&found, &["تعريض قواتها للخطر"]), "{found:?}");
    assert!(says(&found, &["تعقيد الموقف الميداني"]), "{found:?}");
}

#[test]
fn it_supports_stability_and_political_solutions_besides() {
    let card = card();
    let found = issues(&card, "AZ", Stance::Support);
    assert!(says(&found, &["الجهود الدولية", "الاستقرار"]), "{found:?}");
    let all: Vec<&str> = card
        .positions
        .iter()
        .filter(|position| position.stance == Stance::Support)
        .filter_map(|position| position.issue.as_ref())
        .map(|issue| issue.text.as_str())
        .collect();
    assert!(says(&all, &["الحلول السياسية"]), "{all:?}");
}

#[test]
fn the_parliament_puts_political_solutions_first() {
    let card = card();
    let of = |position: &&Position| position.actor.name.contains("البرلمان");
    let found: Vec<&Position> = card.positions.iter().filter(of).collect();
    let texts = found.iter().filter_map(|position| {
        let issue = position.issue.as_ref()?;
        (position.stance == Stance::Support).then_some(issue.text.as_str())
    });
    assert!(says(texts, &["الحلول السياسية والإنسانية"]));
    // That a step will be discussed is told, not asked for.
    let told = |position: &&Position| {
        let issue = position.issue.as_ref();
        issue.is_some_and(|issue| issue.text.contains("أي خطوة من هذا النوع"))
    };
    assert!(!card.positions.iter().any(|position| told(&position)));
}

#[test]
fn a_refusal_meanwhile_is_no_line_of_its_own() {
    let card = card();
    let refused = issues(&card, "AZ", Stance::Oppose);
    assert!(!says(&refused, &["إرسال قوات"]), "{refused:?}");
}

#[test]
fn the_united_states_stand_behind_an_international_force() {
    let card = card();
    let found = issues(&card, "US", Stance::Support);
    assert!(says(&found, &["تشكيل قوة", "دولية"]), "{found:?}");
}

#[test]
fn those_who_are_only_named_take_no_position() {
    let card = card();
    for id in ["ID", "AE", "EG", "QA", "TR"] {
        let of = |actor: &mawqif::stance::Actor| actor.id.as_deref() == Some(id);
        assert!(card.actors_without_position.iter().any(of), "{id}");
        assert!(!card.positions.iter().any(|p| of(&p.actor)), "{id}");
    }
}

#[test]
fn the_source_is_unnamed_and_speaks_for_the_state() {
    let card = card();
    let source = &card.statements[0].source;
    assert_eq!(source.name, "مصدر رسمي في وزارة الخارجية الأذربيجانية");
    assert_eq!(source.kind, ActorKind::Unnamed);
    assert_eq!(source.speaks_for.as_deref(), Some("AZ"));
    let relayed = card.statements.iter().find(|s| s.carrier.is_some());
    let carrier = relayed.and_then(|s| s.carrier.as_ref()).expect("a carrier");
    assert!(carrier.name.contains("رويترز"));
    assert!(relayed.is_some_and(|s| s.kind == StatementType::Direct));
    let committee = |s: &&mawqif::stance::Statement| s.source.name.contains("رئيس لجنة الأمن");
    assert!(card.statements.iter().any(|s| committee(&s)));
}

#[test]
fn every_line_quotes_the_text() {
    let card = card();
    let text = &card.document.text;
    for position in &card.positions {
        assert!(!position.evidence.is_empty());
        for evidence in &position.evidence {
            assert_eq!(evidence.span.of(text), evidence.text);
            for trigger in &evidence.triggers {
                assert!(evidence.span.contains(*trigger));
            }
        }
        for condition in &position.conditions {
            assert_eq!(condition.span.of(text), condition.text);
        }
        for reason in &position.reasons {
            assert_eq!(reason.span.of(text), reason.text);
        }
    }
    for statement in &card.statements {
        assert!(!statement.content.span.of(text).is_empty());
    }
}
