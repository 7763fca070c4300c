//! Long lists show their first items until all are asked for, so that the card
//! stays short and a frame stays quick however much was found.

use eframe::egui::{Id, Ui};

use super::super::super::icons;
use super::super::super::lines::Line;
use super::super::super::widgets::Button;
use super::Card;

/// A list that may be longer than what is shown of it.
pub struct Many {
    id: Id,
    total: usize,
    few: usize,
    all: bool,
}

impl Many {
    /// `lines` are the list's; one that was selected from the text must be
    /// there to be seen.
    pub fn new(
        ui: &Ui,
        card: &Card<'_>,
        name: &str,
        few: usize,
        lines: impl ExactSizeIterator<Item = Line>,
    ) -> Self {
        let id = ui.scope_id().with((name, card.entry.id));
        let total = lines.len();
        let mut all = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
        if !all && !card.entry.selected.is_empty() {
            let hidden = lines
                .skip(few)
                .any(|line| card.entry.selected.contains(&line));
            if hidden {
                all = true;
                ui.data_mut(|data| data.insert_temp(id, true));
            }
        }
        Self {
            id,
            total,
            few,
            all,
        }
    }

    /// How many to show, from the first.
    pub fn shown(&self) -> usize {
        let most = if self.all { MOST } else { self.few };
        self.total.min(most)
    }

    /// The button under the list; none where nothing is hidden.
    pub fn button(&self, ui: &mut Ui, card: &Card<'_>) {
        if self.total <= self.few {
            return;
        }
        let (text, icon) = if self.all {
            let left = self.total - self.shown();
            let text = match left {
                0 => card.text("card-fewer-lines"),
                left => {
                    let count = ("count", left.into());
                    card.language.text_with("card-unshown-lines", [count])
                }
            };
            (text, icons::chevron_up as super::Icon)
        } else {
            let count = ("count", (self.total - self.few).into());
            let text = card.language.text_with("card-more-lines", [count]);
            (text, icons::chevron_down as super::Icon)
        };
        if ui
            .add(Button::new(&text).icon(icon).quiet().small())
            .clicked()
        {
            ui.data_mut(|data| data.insert_temp(self.id, !self.all));
        }
    }
}

/// More lines than these nobody reads on a card; copies and the document have
/// them all.
const MOST: usize = 300;
