//! Number words, months, words before numbers, nouns that count in the dual.

use rustc_hash::FxHashMap;

use super::Lexicon;
use super::forms::Number;
use super::inflect;
use super::table::{Column, Kind, Table};
use crate::arabic::{Lead, Month, NumberWord, NumberWords, fold};

/// Number words by folded form.
#[derive(Debug)]
pub struct Numbers {
    words: FxHashMap<String, NumberWord>,
}

impl Numbers {
    pub const TABLE: Table = Table {
        file: "src/lexicon/numbers.tsv",
        columns: &[
            Column::new(
                "class",
                Kind::OneOf(&[
                    "unit", "tens", "hundred", "hundreds", "scale", "pair", "many", "fraction",
                ]),
            ),
            Column::new("value", Kind::Ascii),
            Column::new("forms", Kind::OwnForms),
        ],
        text: include_str!("numbers.tsv"),
    };

    pub(super) fn load() -> Self {
        let mut words = FxHashMap::default();
        for row in Self::TABLE.rows() {
            let Ok(value) = row.cell(1).parse() else {
                continue;
            };
            let word = match row.cell(0) {
                "tens" => NumberWord::Tens(value),
                "hundred" => NumberWord::Hundred,
                "hundreds" => NumberWord::Hundreds(value),
                "scale" => NumberWord::Scale(value),
                "pair" => NumberWord::Pair(value),
                "many" => NumberWord::Many(value),
                "fraction" => NumberWord::Fraction(value),
                _ => NumberWord::Unit(value),
            };
            words.extend(row.list(2).map(|form| (fold(form), word)));
        }
        Self { words }
    }
}

/// Months by folded name.
#[derive(Debug)]
pub struct Months {
    names: FxHashMap<String, Month>,
}

impl Months {
    pub const TABLE: Table = Table {
        file: "src/lexicon/months.tsv",
        columns: &[
            Column::new("calendar", Kind::OneOf(&["gregorian", "hijri"])),
            Column::new("month", Kind::Ascii),
            Column::new("names", Kind::OwnForms),
        ],
        text: include_str!("months.tsv"),
    };

    pub(super) fn load() -> Self {
        let mut names = FxHashMap::default();
        for row in Self::TABLE.rows() {
            let Ok(number) = row.cell(1).parse() else {
                continue;
            };
            let month = Month {
                number,
                gregorian: row.cell(0) == "gregorian",
            };
            names.extend(row.list(2).map(|name| (fold(name), month)));
        }
        Self { names }
    }
}

/// Words before numbers.
#[derive(Debug)]
pub struct Leads {
    words: FxHashMap<String, Lead>,
}

impl Leads {
    pub const TABLE: Table = Table {
        file: "src/lexicon/leads.tsv",
        columns: &[
            Column::new(
                "class",
                Kind::OneOf(&["about", "label", "year", "time", "hour"]),
            ),
            Column::new("words", Kind::OwnForms),
        ],
        text: include_str!("leads.tsv"),
    };

    pub(super) fn load() -> Self {
        let mut words = FxHashMap::default();
        for row in Self::TABLE.rows() {
            let lead = match row.cell(0) {
                "about" => Lead::About,
                "label" => Lead::Label,
                "year" => Lead::Year,
                "hour" => Lead::Hour,
                _ => Lead::Time,
            };
            words.extend(row.list(1).map(|word| (fold(word), lead)));
        }
        Self { words }
    }
}

/// What a unit counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitClass {
    Arms,
    Measure,
    Money,
    People,
    Time,
}

/// Nouns that are counted, by their folded forms in every number.
#[derive(Debug)]
pub struct Units {
    classes: FxHashMap<String, (UnitClass, Number)>,
}

impl Units {
    pub const TABLE: Table = Table {
        file: "src/lexicon/units.tsv",
        columns: &[
            Column::new(
                "class",
                Kind::OneOf(&["arms", "measure", "money", "people", "time"]),
            ),
            Column::new("nouns", Kind::OwnForms),
        ],
        text: include_str!("units.tsv"),
    };

    pub(super) fn load() -> Self {
        let mut classes = FxHashMap::default();
        for row in Self::TABLE.rows() {
            let class = match row.cell(0) {
                "arms" => UnitClass::Arms,
                "measure" => UnitClass::Measure,
                "money" => UnitClass::Money,
                "people" => UnitClass::People,
                _ => UnitClass::Time,
            };
            for noun in row.list(1) {
                let feminine = noun.ends_with('ة');
                let forms = if feminine {
                    inflect::noun("", noun, std::iter::empty())
                } else {
                    inflect::noun(noun, "", std::iter::empty())
                };
                let forms = forms.into_iter().filter(|(_, grammar)| !grammar.definite);
                for (form, grammar) in forms {
                    classes
                        .entry(fold(&form))
                        .or_insert((class, grammar.number));
                }
            }
        }
        Self { classes }
    }

    /// What a folded indefinite noun counts, and in which number it stands.
    pub fn of(&self, folded: &str) -> Option<(UnitClass, Number)> {
        self.classes.get(folded).copied()
    }
}

impl NumberWords for Lexicon {
    fn number(&self, folded: &str) -> Option<NumberWord> {
        self.numbers.words.get(folded).copied()
    }

    fn month(&self, folded: &str) -> Option<Month> {
        self.months.names.get(folded).copied()
    }

    fn lead(&self, folded: &str) -> Option<Lead> {
        self.leads.words.get(folded).copied()
    }
}
