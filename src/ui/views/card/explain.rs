//! Why a line says what it says: the rule's reason and the words that decided.

use eframe::egui::{Shape, Ui, vec2};

use super::super::super::lines::{Line, Proof};
use super::super::super::widgets::{Label, TextRole};
use super::super::{inset, isolate};
use super::Card;
use crate::arabic::Span;
use crate::stance;
use crate::text::Align;

/// Why the line says what it says: the rule's reason and the words.
pub fn show(ui: &mut Ui, card: &Card<'_>, line: Line) {
    let Some(proof) = card.opened.proof(line) else {
        return;
    };
    let align = if card.rtl { Align::Right } else { Align::Left };
    let behind = ui.painter().add(Shape::Noop);
    let rect = inset(ui, vec2(12.0, 6.0), card.rtl, |ui| {
        for part in reason(card, proof) {
            ui.add(Label::new(&part).role(TextRole::Small).align(align));
        }
    });
    let ground = Shape::rect_filled(rect, 6.0, card.theme.surface_hover);
    ui.painter().set(behind, ground);
    ui.add_space(4.0);
}

/// One sentence a line.
fn reason(card: &Card<'_>, proof: &Proof) -> Vec<String> {
    let language = card.language;
    let text = &card.opened.article.text;
    let mut parts = Vec::new();
    if let Some(rule) = proof.rule {
        parts.push(match stance::rule(rule) {
            Some(rule) if language.is_rtl() => rule.why_ar.to_owned(),
            Some(rule) => rule.why_en.to_owned(),
            None => language.text_with("card-why-rule", [("rule", rule.into())]),
        });
    }
    let words = |span: &Span| format!("«{}»", isolate(span.of(text)));
    let triggers: Vec<_> = proof.triggers.iter().map(words).collect();
    if !triggers.is_empty() {
        let joiner = if language.is_rtl() { "، " } else { ", " };
        let words = triggers.join(joiner);
        parts.push(language.text_with("card-why-triggers", [("words", words.into())]));
    }
    parts
}
