//! Who says so: carrier ← speaker with role ← the state or body spoken for.

use eframe::egui::{Sense, Ui, vec2};

use super::super::super::action::Actions;
use super::super::super::icons;
use super::super::super::lines::Line;
use super::super::super::widgets::{Chip, Label, TextRole};
use super::super::{flow, isolate};
use super::{Card, caption};
use crate::stance::{Actor, ActorKind, Position, Source};
use crate::text::Engine;

const ARROW: f32 = 14.0;
/// What a chip takes beside its text.
const CHIP_SIDES: f32 = 22.0;
/// More chains than these say the same again.
const MOST: usize = 3;

/// One link: what it is called, whether it is dashed, what it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Link {
    name: String,
    unnamed: bool,
    line: Option<Line>,
}

pub fn show(ui: &mut Ui, card: &Card<'_>, position: &Position, actions: &mut Actions) {
    caption(ui, card, "card-chain", Vec::new(), actions);
    for chain in chains(card, position) {
        flow(ui, card.rtl, |ui| {
            for (at, link) in chain.iter().enumerate() {
                let text = text_of(card, link);
                if at > 0 {
                    keep_together(ui, &text);
                    arrow(ui, card);
                }
                chip(ui, card, link, &text, actions);
            }
        });
    }
}

fn arrow(ui: &mut Ui, card: &Card<'_>) {
    let (rect, _) = ui.allocate_exact_size(vec2(ARROW, 24.0), Sense::hover());
    let icon = if card.rtl {
        icons::arrow_left
    } else {
        icons::arrow_right
    };
    let place = eframe::egui::Rect::from_center_size(rect.center(), vec2(13.0, 13.0));
    icon(ui.painter(), place, card.theme.ink_muted);
}

/// An arrow and what it points to stand in one line.
fn keep_together(ui: &mut Ui, text: &str) {
    let style = TextRole::Small.style();
    let engine = Engine::of(ui.ctx());
    let chip = engine.layout(ui.ctx(), text, &style, f32::INFINITY).width;
    let needed = chip + CHIP_SIDES + ARROW + ui.spacing().item_spacing.x;
    if needed > ui.available_size_before_wrap().x {
        ui.end_row();
    }
}

fn text_of(card: &Card<'_>, link: &Link) -> String {
    if link.unnamed {
        format!("{} · {}", isolate(&link.name), card.text("card-unnamed"))
    } else {
        link.name.clone()
    }
}

fn chip(ui: &mut Ui, card: &Card<'_>, link: &Link, text: &str, actions: &mut Actions) {
    let Some(line) = link.line else {
        ui.add(Label::new(text).role(TextRole::Small));
        return;
    };
    let mut chip = Chip::new(text).toggled(card.is_lit(line));
    if link.unnamed {
        chip = chip.dashed();
    }
    let response = ui.add(chip);
    card.follow(&response, line, actions);
}

/// The chains of a position's statements, each once. Where it rests on no
/// statement it is the article that says so.
fn chains(card: &Card<'_>, position: &Position) -> Vec<Vec<Link>> {
    let briefing = &card.opened.briefing;
    let mut chains: Vec<Vec<Link>> = Vec::new();
    for &at in &position.statements {
        let Some(statement) = briefing.statements.get(at) else {
            continue;
        };
        let mut chain = Vec::new();
        if let Some(carrier) = &statement.carrier {
            let line = briefing
                .carriers
                .iter()
                .position(|known| known.name == carrier.name)
                .map(Line::Carrier);
            chain.push(Link {
                name: carrier.name.clone(),
                unnamed: false,
                line: line.or(Some(Line::Statement(at))),
            });
        }
        chain.push(speaker(&statement.source, at));
        chain.extend(spoken_for(card, &statement.source, &position.actor));
        let same = |known: &Vec<Link>| names(known).eq(names(&chain));
        if !chains.iter().any(same) {
            chains.push(chain);
        }
    }
    // The fullest say most; what is the tail of a fuller one says nothing new.
    chains.sort_by_key(|chain| std::cmp::Reverse(chain.len()));
    let all = chains.clone();
    chains.retain(|chain| {
        let fuller = all.iter().filter(|other| other.len() > chain.len());
        !fuller
            .map(|other| other.get(other.len() - chain.len()..).unwrap_or_default())
            .any(|tail| names(tail).eq(names(chain)))
    });
    chains.truncate(MOST);
    if chains.is_empty() {
        let article = Link {
            name: card.text("card-article-itself"),
            unnamed: false,
            line: None,
        };
        let actor = card.opened.principal().map(|(at, position)| Link {
            name: position.actor.name.clone(),
            unnamed: false,
            line: Some(Line::Position(at)),
        });
        chains.push([Some(article), actor].into_iter().flatten().collect());
    }
    chains
}

fn names(chain: &[Link]) -> impl Iterator<Item = &str> {
    chain.iter().map(|link| link.name.as_str())
}

fn speaker(source: &Source, at: usize) -> Link {
    let name = match &source.role {
        Some(role) if !source.name.contains(role.as_str()) => {
            format!("{} · {role}", source.name)
        }
        _ => source.name.clone(),
    };
    Link {
        name,
        unnamed: source.kind == ActorKind::Unnamed,
        line: Some(Line::Statement(at)),
    }
}

/// The actor spoken for, where that is not the speaker.
fn spoken_for(card: &Card<'_>, source: &Source, actor: &Actor) -> Option<Link> {
    if source.name == actor.name {
        return None;
    }
    let id = source.speaks_for.as_ref()?;
    if actor.id.as_ref() != Some(id) {
        return None;
    }
    let at = card.opened.principal().map(|(at, _)| at)?;
    Some(Link {
        name: actor.name.clone(),
        unnamed: false,
        line: Some(Line::Position(at)),
    })
}
