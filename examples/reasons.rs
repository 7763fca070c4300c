//! Prints everything that articles offer as a reason of the positions on their
//! cards with what the model sees of it: one JSON object a line.
//! `tools/reasons/learn.py` learns the weights from it.
//!
//! `cargo run --example reasons -- FILE…`

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use clap::Parser;
use mawqif::article;
use mawqif::lexicon::Lexicon;
use mawqif::stance::survey_reasons;
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
        for given in survey_reasons(&article, Lexicon::shipped()) {
            let features: serde_json::Map<_, _> = given
                .features
                .iter()
                .map(|(name, value)| ((*name).to_owned(), json!(value)))
                .collect();
            let line = json!({
                "article": name, "text": given.text, "tokens": [given.tokens.start, given.tokens.end],
                "position": given.position, "actor": given.actor, "stance": given.stance, "features": features,
            });
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
