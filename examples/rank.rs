//! Prints every position found in articles with what the ranker sees of it:
//! one JSON object a line. `tools/rank/learn.py` learns the weights from it.
//!
//! `cargo run --example rank -- FILE…`

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use clap::Parser;
use mawqif::article;
use mawqif::lexicon::Lexicon;
use mawqif::stance::survey;
use serde_json::json;

#[derive(Parser)]
struct Options {
    files: Vec<PathBuf>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = Options::parse();
    let mut out = BufWriter::new(std::io::stdout().lock());
    for file in options.files {
        let article = article::open(&file)?;
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        for line in survey(&article, Lexicon::shipped()) {
            let features: serde_json::Map<_, _> = line
                .features
                .iter()
                .map(|(name, value)| ((*name).to_owned(), json!(value)))
                .collect();
            let line = json!({
                "article": name, "actor": line.actor, "stance": line.stance, "issue": line.issue,
                "evidence": line.evidence, "triggers": line.triggers, "rule": line.rule, "confidence": line.confidence,
                "features": features,
            });
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
