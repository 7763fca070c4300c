//! Number words, months, words before numbers, nouns that count in the dual.

use rustc_hash::{FxHashMap, FxHashSet};

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
    /// First words of names of two words.
    openers: FxHashSet<String>,
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
        let openers = names.keys().filter_map(|name| name.split_once(' '));
        let openers = openers.map(|(first, _)| first.to_owned()).collect();
        Self { names, openers }
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
    /// How often something is done: no figure.
    Times,
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
                Kind::OneOf(&["arms", "measure", "money", "people", "time", "times"]),
            ),
            Column::new("nouns", Kind::OwnForms),
            Column::new("plurals", Kind::OwnForms),
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
                "times" => UnitClass::Times,
                _ => UnitClass::Time,
            };
            for plural in row.list(2) {
                classes.insert(fold(plural), (class, Number::Plural));
            }
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

    fn opens_month(&self, folded: &str) -> bool {
        self.months.openers.contains(folded)
    }

    fn lead(&self, folded: &str) -> Option<Lead> {
        self.leads.words.get(folded).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arabic::{Reading, dates, numeral};

    /// The words and value of the number at the start of a text.
    fn number(text: &str) -> Option<(String, Option<f64>, bool)> {
        let reading = Reading::of(text);
        let found = numeral(&reading, 0, Lexicon::shipped())?;
        let words = reading.span(found.tokens.clone()).of(text).to_owned();
        Some((words, found.value, found.percent))
    }

    #[test]
    fn numbers_in_digits_and_words_have_their_value() {
        for (text, words, value) in [
            ("20 ألف جندي", "20 ألف", 20_000.0),
            ("1.5 مليون دولار", "1.5 مليون", 1_500_000.0),
            ("1,500 شخص", "1,500", 1500.0),
            ("٢٣ قتيلا", "٢٣", 23.0),
            ("ثلاثة وعشرين ألفا من السكان", "ثلاثة وعشرين ألفا", 23_000.0),
            ("خمسة عشر عاما", "خمسة عشر", 15.0),
            ("ثلاثمئة وخمسين طنا", "ثلاثمئة وخمسين", 350.0),
            ("ثلاث مئة جندي", "ثلاث مئة", 300.0),
            ("مليون ونصف لاجئ", "مليون ونصف", 1_500_000.0),
            ("مليون و200 ألف لاجئ", "مليون و200 ألف", 1_200_000.0),
            ("ألفي جندي", "ألفي", 2000.0),
            ("نصف مليون نازح", "نصف مليون", 500_000.0),
            ("بعشرين مليار دولار", "بعشرين مليار", 20_000_000_000.0),
        ] {
            assert_eq!(
                number(text),
                Some((words.to_owned(), Some(value), false)),
                "{text}"
            );
        }
    }

    #[test]
    fn parts_of_a_hundred_are_seen() {
        for (text, words) in [
            ("12.5% من", "12.5%"),
            ("١٢٫٥٪ من", "١٢٫٥٪"),
            ("70 في المئة من", "70 في المئة"),
            ("70 بالمائة", "70 بالمائة"),
        ] {
            let found = number(text).unwrap();
            assert_eq!((found.0.as_str(), found.2), (words, true), "{text}");
        }
    }

    #[test]
    fn an_order_of_size_has_no_value() {
        assert_eq!(
            number("عشرات الآلاف من السكان"),
            Some(("عشرات الآلاف".to_owned(), None, false))
        );
        assert_eq!(
            number("مئات المدنيين"),
            Some(("مئات".to_owned(), None, false))
        );
        assert_eq!(number("كتب الوزير"), None);
    }

    /// Words and ISO form of every date of a text.
    fn found(text: &str) -> Vec<(String, Option<String>)> {
        let reading = Reading::of(text);
        let apart: Vec<u32> = (0..).take(reading.tokens.len()).collect();
        let all = dates(&reading, &apart, Lexicon::shipped());
        all.iter()
            .map(|date| {
                (
                    reading.span(date.tokens.clone()).of(text).to_owned(),
                    date.iso(),
                )
            })
            .collect()
    }

    #[test]
    fn dates_of_all_series_of_months() {
        for (text, words, iso) in [
            (
                "وقع في 21 كانون الأول/ديسمبر 2016 أمس",
                "21 كانون الأول/ديسمبر 2016",
                Some("2016-12-21"),
            ),
            ("يوم 4 مارس 2018.", "4 مارس 2018", Some("2018-03-04")),
            ("في يوليو (تموز) من العام الماضي", "يوليو (تموز)", None),
            ("يوم 23 مارس/آذار المقبل", "23 مارس/آذار", None),
            ("في مارس/آذار 2015، وقال", "مارس/آذار 2015", Some("2015-03")),
            ("منذ عام 2011 وحتى", "عام 2011", Some("2011")),
            ("بتاريخ 12/5/2018 قال", "12/5/2018", Some("2018-05-12")),
            ("في 10 رمضان 1445", "10 رمضان 1445", None),
            ("في الخامس من جانفي 2020", "جانفي 2020", Some("2020-01")),
        ] {
            assert_eq!(
                found(text),
                [(words.to_owned(), iso.map(str::to_owned))],
                "{text}"
            );
        }
    }

    #[test]
    fn a_word_that_looks_like_a_month_is_none() {
        assert_eq!(found("الذي مارس الضغط على آب العائلة"), []);
        assert_eq!(found("شارك 2000 شخص"), []);
    }
}
