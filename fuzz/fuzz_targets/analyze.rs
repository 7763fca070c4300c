#![no_main]

// Any text becomes an article, and any article a briefing whose spans lie on
// characters and hold the words beside them.

use mawqif_fuzz::arabic::Span;
use mawqif_fuzz::lexicon::Lexicon;
use mawqif_fuzz::{article, stance};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok(article) = article::from_text("a", text) else {
        return;
    };
    let briefing = stance::analyze(&article, Lexicon::shipped());
    let text = &briefing.document.text;
    let holds = |span: Span| {
        let part = text.get(span.start..span.end);
        assert!(part.is_some(), "{span:?} of {}", text.len());
        part.unwrap_or_default()
    };
    for position in &briefing.positions {
        position.actor.mentions.iter().for_each(|&span| { holds(span); });
        position.conditions.iter().for_each(|one| assert_eq!(holds(one.span), one.text));
        position.reasons.iter().for_each(|one| assert_eq!(holds(one.span), one.text));
        for evidence in &position.evidence {
            assert_eq!(holds(evidence.span), evidence.text);
            evidence.triggers.iter().for_each(|&span| { holds(span); });
        }
    }
    for statement in &briefing.statements {
        statement.source.span.into_iter().for_each(|span| { holds(span); });
        holds(statement.cue.span);
        holds(statement.content.span);
    }
    briefing.figures.iter().for_each(|one| assert_eq!(holds(one.span), one.text));
    briefing.dates.iter().for_each(|one| assert_eq!(holds(one.span), one.text));
    assert!(briefing.principal.is_none_or(|at| at < briefing.positions.len()));
    // The spans in characters are those of the document that is written out.
    assert!(!serde_json::to_string(&briefing.in_scalars()).unwrap_or_default().is_empty());
});
