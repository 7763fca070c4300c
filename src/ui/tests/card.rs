//! The card: every part in both languages, and what its lines ask for.

use egui_kittest::kittest::{NodeT, Queryable};

use super::super::action::Action;
use super::super::lines::{self, Line};
use super::super::state::Words;
use super::*;
use crate::stance::StatementType;

fn has(harness: &Harness<'_, Stage>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

#[test]
fn the_card_shows_every_part_in_both_languages() {
    for language in Language::ALL {
        let harness = stage(state(language, seed()), 1280.0);
        let briefing = &seed().briefing;
        let main = &briefing.positions[0];
        let mut parts = vec![
            language.text("stance-conditional"),
            main.actor.name.clone(),
            main.issue.as_ref().unwrap().text.clone(),
            briefing.summary.clone(),
            language.text("card-unnamed"),
            "رويترز".to_owned(),
            language.text("cue-assertive"),
            language.text("type-direct"),
            language.text("type-mixed"),
            language.text("stance-support-short"),
            language.text("stance-oppose-short"),
            "UTF-8".to_owned(),
        ];
        parts.extend(main.conditions.iter().map(|c| c.text.clone()));
        parts.extend(main.reasons.iter().map(|r| r.text.clone()));
        parts.extend(
            briefing
                .actors_without_position
                .iter()
                .map(|a| a.name.clone()),
        );
        parts.extend(briefing.figures.iter().map(|f| f.text.clone()));
        parts.extend(briefing.dates.iter().map(|d| d.text.clone()));
        for caption in [
            "card-conditions",
            "card-reasons",
            "card-chain",
            "card-statements",
            "card-others",
            "card-silent",
            "card-figures",
        ] {
            parts.push(language.text(caption));
        }
        for part in parts {
            assert!(has(&harness, &part), "{language:?}: no {part}");
        }
        let confidence = harness.query_all_by_label_contains("92%").count();
        assert_eq!(confidence, 1, "{language:?}");
    }
}

#[test]
fn a_click_on_a_condition_asks_to_show_its_evidence() {
    for language in Language::ALL {
        let mut harness = stage(state(language, seed()), 1280.0);
        let condition = seed().briefing.positions[0].conditions[1].text.clone();
        harness.get_by_label(&condition).click();
        harness.run();
        let asked = harness.state().actions.asked();
        assert!(
            asked.contains(&Action::Show(Line::Condition(0, 1))),
            "{asked:?}"
        );
        assert!(asked.contains(&Action::Hover(Some(Line::Condition(0, 1)))));
    }
}

#[test]
fn every_line_can_be_copied_and_explained_from_the_keyboard_too() {
    let language = Language::English;
    let mut harness = stage(state(language, seed()), 1280.0);
    let copy = language.text("card-copy-line");
    let why = language.text("card-why");
    let (first, explain) = (
        harness.query_all_by_label(&copy).next().unwrap(),
        // The first is the stance's own.
        harness.query_all_by_label(&why).nth(1).unwrap(),
    );
    first.click_accesskit();
    explain.click_accesskit();
    harness.run();
    let asked = harness.state().actions.asked();
    assert!(asked.contains(&Action::CopyLines(vec![Line::Condition(0, 0)])));
    assert!(asked.contains(&Action::Explain(Line::Condition(0, 0))));
}

#[test]
fn an_explained_line_names_its_trigger_words_and_its_rules_reason() {
    for language in Language::ALL {
        let mut state = state(language, seed());
        state.entry_mut().unwrap().explained = Some(Line::Condition(0, 0));
        let harness = stage(state, 1280.0);
        let rule = crate::stance::rule(seed().briefing.positions[0].rule).unwrap();
        let why = match language {
            Language::Arabic => rule.why_ar,
            Language::English => rule.why_en,
        };
        assert!(has(&harness, why), "{why}");
        assert!(has(&harness, "مرهونة"));
    }
}

#[test]
fn whose_words_filters_the_statements() {
    for (words, kind) in [
        (Words::Verbatim, StatementType::Indirect),
        (Words::Reported, StatementType::Direct),
    ] {
        let mut state = state(Language::Arabic, seed());
        state.entry_mut().unwrap().words = words;
        let harness = stage(state, 1280.0);
        let briefing = &seed().briefing;
        for statement in &briefing.statements {
            let content = statement.content.span.of(&briefing.document.text);
            // The text beside the card holds the words too, as a paragraph.
            let lines = harness
                .query_all_by_label_contains(content)
                .filter(|node| node.accesskit_node().role() == eframe::egui::Role::ListItem)
                .count();
            assert_eq!(lines > 0, statement.kind != kind, "{words:?} {content}");
        }
    }
}

#[test]
fn no_position_is_said_and_not_filled_in() {
    for language in Language::ALL {
        let harness = stage(state(language, bare("فاز الفريق بالمباراة أمس.")), 1280.0);
        assert!(has(&harness, &language.text("card-no-position")));
        assert!(!has(&harness, &language.text("stance-neutral")));
        assert!(!has(&harness, &language.text("card-conditions")));
    }
}

#[test]
fn a_text_not_yet_looked_through_is_not_called_empty_and_not_copied() {
    for language in Language::ALL {
        for (opening, title) in [(true, "card-reading"), (false, "card-stopped")] {
            let article = article::from_text("long", "رفضت الحكومة الاقتراح.").unwrap();
            let early = Opened {
                briefing: Briefing::empty(&article),
                article,
                proofs: Vec::new(),
                analysed: false,
                source: Source::default(),
            };
            let mut state = state(language, Arc::new(early));
            state.opening = opening;
            assert!(state.card().is_none());
            let harness = stage(state, 1280.0);
            assert!(has(&harness, &language.text(title)), "{title}");
            assert!(has(&harness, "رفضت الحكومة"));
            assert!(!has(&harness, &language.text("card-no-position")));
        }
    }
}

#[test]
fn a_text_without_arabic_says_so_and_still_reads() {
    for language in Language::ALL {
        let harness = stage(state(language, bare("Nothing Arabic here.")), 1280.0);
        assert!(has(&harness, &language.text("card-no-arabic")));
        assert!(has(&harness, "Nothing Arabic here."));
    }
}

#[test]
fn every_line_has_a_proof_and_every_proof_lies_in_the_text() {
    let opened = seed();
    let text = &opened.article.text;
    assert!(opened.proofs.len() > 15);
    for proof in &opened.proofs {
        assert!(!proof.tint.is_empty(), "{proof:?}");
        for span in proof.tint.iter().chain(&proof.triggers) {
            assert!(!span.of(text).is_empty(), "{proof:?}");
        }
    }
}

#[test]
fn the_words_of_a_condition_lead_back_to_its_line() {
    let opened = seed();
    let condition = &opened.briefing.positions[0].conditions[0];
    let found = lines::at(&opened.proofs, condition.span.start);
    assert!(found.contains(&Line::Condition(0, 0)), "{found:?}");
    assert!(lines::at(&opened.proofs, opened.article.text.len()).is_empty());
}
