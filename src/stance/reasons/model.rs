//! The weights of reasons: a linear model over features and over pairs of
//! them that only tell together (a warning is another reason beside a refusal
//! than two paragraphs on). They are learnt by `tools/reasons/`, never at run
//! time.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lexicon::{Column, Kind, Table};
use crate::stance::sheet::Feature;

pub(super) const TABLE: Table = Table {
    file: "src/stance/reasons.tsv",
    columns: &[
        Column::new("feature", Kind::Key),
        Column::new("weight", Kind::Ascii),
    ],
    text: include_str!("../reasons.tsv"),
};

/// Which features are also taken in pairs, by what stands before their point.
const PAIRS: [(&str, &str); 4] = [
    ("for.", "tone."),
    ("from.", "gap."),
    ("from.", "order."),
    ("from.", "cue."),
];
/// The row of the constant term, and that of what a reason must weigh.
const BIAS: &str = "bias";
const THRESHOLD: &str = "threshold";

#[derive(Debug, Default)]
pub(super) struct Model {
    single: FxHashMap<&'static str, f32>,
    pairs: FxHashMap<(&'static str, &'static str), f32>,
}

impl Model {
    pub fn shipped() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| {
            let mut model = Self::default();
            for row in TABLE.rows() {
                let weight = row.cell(1).parse().unwrap_or_default();
                match row.cell(0).split_once('&') {
                    Some(pair) => model.pairs.insert(pair, weight),
                    None => model.single.insert(row.cell(0), weight),
                };
            }
            model
        })
    }

    fn row(&self, name: &str) -> f32 {
        self.single.get(name).copied().unwrap_or_default()
    }

    /// What a reason must weigh.
    pub fn threshold(&self) -> f32 {
        self.row(THRESHOLD)
    }

    pub fn weigh(&self, features: &[Feature]) -> f32 {
        let single = features.iter().map(|(name, value)| self.row(name) * value);
        let mut sum = self.row(BIAS) + single.sum::<f32>();
        for (left, right) in PAIRS {
            let of = |kind: &'static str| {
                let named = features.iter().map(|(name, _)| *name);
                named.filter(move |name| name.starts_with(kind))
            };
            for one in of(left) {
                for other in of(right) {
                    sum += self.pairs.get(&(one, other)).copied().unwrap_or_default();
                }
            }
        }
        sum
    }
}
