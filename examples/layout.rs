//! Prints how the text engine lays out each line of a file, for holding it
//! against a browser's layout of the same.
//!
//! `cargo run --release --example layout -- --font A.ttf --fallback B.ttf
//! --size 20 --width 480 FILE` prints `{"paragraphs": [{"lines": [{"start",
//! "end", "clusters": [[start, end, x, width], …]}, …]}, …]}`: one paragraph
//! for each line of FILE that is not blank, offsets in Unicode scalar values,
//! x in pixels from the left edge of the paragraph's box.

use std::io::Write;
use std::path::PathBuf;

use clap::Parser;
use mawqif::text::{Catalogue, Paragraph, Style, Typesetter};
use serde_json::{Value, json};

#[derive(Parser)]
struct Options {
    /// The face to set the text in.
    #[arg(long)]
    font: PathBuf,
    /// Faces for what it lacks, in order.
    #[arg(long)]
    fallback: Vec<PathBuf>,
    /// In pixels.
    #[arg(long, default_value_t = 20.0)]
    size: f32,
    /// Of the paragraphs, in pixels.
    #[arg(long, default_value_t = 480.0)]
    width: f32,
    /// Physical pixels for each pixel of size and width.
    #[arg(long, default_value_t = 1.0)]
    scale: f32,
    file: PathBuf,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = Options::parse();
    let mut faces = Vec::new();
    for path in std::iter::once(&options.font).chain(&options.fallback) {
        faces.push(std::fs::read(path).map_err(|fault| format!("{}: {fault}", path.display()))?);
    }
    let text = std::fs::read_to_string(&options.file)
        .map_err(|fault| format!("{}: {fault}", options.file.display()))?;
    let mut typesetter = Typesetter::new(Catalogue::of_faces(faces));
    let style = Style {
        line_height: 1.8,
        ..Style::reading(options.size)
    };
    let paragraphs: Vec<Value> = text
        .split('\n')
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            describe(
                line,
                &typesetter.layout(line, &style, options.width, options.scale),
            )
        })
        .collect();
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &json!({ "paragraphs": paragraphs }))?;
    writeln!(out)?;
    Ok(())
}

fn describe(text: &str, paragraph: &Paragraph) -> Value {
    let scalars = scalar_offsets(text);
    let at = |byte: usize| scalars.get(byte).copied().unwrap_or_default();
    let lines: Vec<Value> = paragraph
        .lines
        .iter()
        .map(|line| {
            let clusters: Vec<Value> = paragraph
                .clusters_of(line)
                .iter()
                .map(|c| json!([at(c.bytes.start), at(c.bytes.end), c.x, c.width]))
                .collect();
            json!({ "start": at(line.bytes.start), "end": at(line.bytes.end), "clusters": clusters })
        })
        .collect();
    json!({ "lines": lines })
}

/// For each byte of `text`, and its end, how many scalar values precede it.
fn scalar_offsets(text: &str) -> Vec<usize> {
    let mut offsets = Vec::with_capacity(text.len() + 1);
    for (count, c) in text.chars().enumerate() {
        offsets.resize(offsets.len() + c.len_utf8(), count);
    }
    offsets.push(text.chars().count());
    offsets
}
