//! The weights of the ranker: two linear models over the same features, one
//! for "a careful reader would show this line", one for "this is what the
//! article is mainly about". They are learnt by `tools/rank/`, never at run
//! time.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::lexicon::{Column, Kind, Table};
use crate::stance::sheet::Feature;

pub(super) const TABLE: Table = Table {
    file: "src/stance/rank.tsv",
    columns: &[
        Column::new("feature", Kind::Key),
        Column::new("show", Kind::Ascii),
        Column::new("lead", Kind::Ascii),
    ],
    text: include_str!("../rank.tsv"),
};

/// The row of the constant term.
const BIAS: &str = "bias";
/// The row of what a line's probability must reach to be shown.
const THRESHOLD: &str = "threshold";

#[derive(Debug, Default)]
pub(super) struct Model {
    weights: FxHashMap<&'static str, (f32, f32)>,
}

impl Model {
    pub fn shipped() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| {
            let number = |text: &str| text.parse::<f32>().unwrap_or_default();
            let rows = TABLE.rows();
            Self {
                weights: rows
                    .map(|row| (row.cell(0), (number(row.cell(1)), number(row.cell(2)))))
                    .collect(),
            }
        })
    }

    fn row(&self, name: &str) -> (f32, f32) {
        self.weights.get(name).copied().unwrap_or_default()
    }

    /// From which probability on a line is shown; the second is how little is
    /// enough for the only line of a card.
    pub fn threshold(&self) -> (f32, f32) {
        self.row(THRESHOLD)
    }

    /// The probability that a line is shown, and its strength as the leading
    /// one, which only compares lines of the same article.
    pub fn weigh(&self, features: &[Feature]) -> (f32, f32) {
        let (mut show, mut lead) = self.row(BIAS);
        for (name, value) in features {
            let (for_show, for_lead) = self.row(name);
            show += for_show * value;
            lead += for_lead * value;
        }
        (1.0 / (1.0 + (-show).exp()), lead)
    }
}
