//! All spelled forms as they are generated, and the index over them.
//!
//! A hundred thousand of them are made at each start, so they lie end to end
//! in one text, and are gathered by spelling without being sorted as a whole.

use rustc_hash::FxHashMap;

use super::Form;

#[derive(Default)]
pub(super) struct Written {
    text: String,
    list: Vec<Entry>,
}

#[derive(Clone, Copy)]
struct Entry {
    start: usize,
    end: usize,
    form: Form,
}

/// The readings of each spelling, one spelling's side by side.
#[derive(Debug, Default)]
pub(super) struct Spellings {
    forms: Vec<Form>,
    /// Where those of a spelling begin and end.
    places: FxHashMap<&'static str, (u32, u32)>,
}

impl Written {
    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn push(&mut self, word: &str, form: Form) {
        let start = self.text.len();
        self.text.push_str(word);
        let end = self.text.len();
        self.list.push(Entry { start, end, form });
    }

    /// Takes away those forms from `plain` on that have a twin, spelled alike,
    /// among the forms of `start..plain`.
    pub fn drop_twins(
        &mut self,
        (start, plain): (usize, usize),
        twins: impl Fn(&Form, &Form) -> bool,
    ) {
        let text = &self.text;
        let word = |entry: &Entry| text.get(entry.start..entry.end).unwrap_or_default();
        let (before, last) = self.list.split_at(plain.min(self.list.len()));
        let known = before.get(start..).unwrap_or_default();
        let alone = |entry: &&Entry| {
            let same = |known: &Entry| word(known) == word(entry);
            !known
                .iter()
                .any(|known| twins(&known.form, &entry.form) && same(known))
        };
        let kept: Vec<Entry> = last.iter().filter(alone).copied().collect();
        self.list.truncate(plain);
        self.list.extend(kept);
    }

    pub fn index(self) -> Spellings {
        // The lexicon is made once and lives as long as the program.
        let text: &'static str = Box::leak(self.text.into_boxed_str());
        let mut places: FxHashMap<&'static str, (u32, u32)> = FxHashMap::default();
        places.reserve(self.list.len() / 2);
        let mut numbered = Vec::with_capacity(self.list.len());
        let mut next = 0;
        for entry in &self.list {
            let word = text.get(entry.start..entry.end).unwrap_or_default();
            let (number, _) = *places.entry(word).or_insert((next, 0));
            next += u32::from(number == next);
            numbered.push((number, entry.form));
        }
        numbered.sort_unstable();
        numbered.dedup();
        let mut ends = vec![0; next as usize + 1];
        for (end, &(number, _)) in (1..).zip(&numbered) {
            if let Some(known) = ends.get_mut(number as usize + 1) {
                *known = end;
            }
        }
        for place in places.values_mut() {
            let number = place.0 as usize;
            if let Some(&[start, end]) = ends.get(number..number + 2) {
                *place = (start, end);
            }
        }
        places.shrink_to_fit();
        let mut forms: Vec<Form> = numbered.into_iter().map(|(_, form)| form).collect();
        forms.shrink_to_fit();
        Spellings { forms, places }
    }
}

impl Spellings {
    /// All readings of a folded word without clitics.
    pub fn forms(&self, folded: &str) -> &[Form] {
        let place = self.places.get(folded);
        place
            .and_then(|&(start, end)| self.forms.get(start as usize..end as usize))
            .unwrap_or_default()
    }
}
