//! The whole analysis on one core: megabytes a second on a corpus of the test
//! articles, beside charabia, which merely tokenises the same text; how the
//! cost grows from one megabyte to ten; and the memory ten megabytes take.

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};
use std::{fs, io};

use charabia::Tokenize;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use mawqif::article::{self, Article};
use mawqif::lexicon::Lexicon;
use mawqif::stance;

const MEGABYTE: usize = 1 << 20;

/// The test articles, one after the other, again and again up to a size.
fn corpus(size: usize) -> io::Result<String> {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut paths = Vec::new();
    for folder in ["gold/articles", "articles", "articles/silent"] {
        for entry in fs::read_dir(tests.join(folder))? {
            paths.push(entry?.path());
        }
    }
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    let mut text = String::with_capacity(size);
    for path in paths.iter().cycle() {
        let article = fs::read_to_string(path)?;
        if text.len() + article.len() > size {
            break;
        }
        text.push_str(article.trim_end());
        text.push_str("\n\n");
    }
    Ok(text)
}

fn read(text: &str) -> Option<Article> {
    article::from_text("corpus.txt", text).ok()
}

fn speed(criterion: &mut Criterion) {
    let Some(text) = corpus(MEGABYTE).ok() else {
        return;
    };
    let Some(article) = read(&text) else {
        return;
    };
    // Loaded once, outside of what is measured.
    let lexicon = Lexicon::shipped();
    let mut group = criterion.benchmark_group("megabyte");
    group.sample_size(20);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("analyze", |bencher| {
        bencher.iter(|| stance::analyze(black_box(&article), lexicon));
    });
    group.bench_function("charabia tokens", |bencher| {
        bencher.iter(|| black_box(text.as_str()).tokenize().count());
    });
    group.finish();
}

/// The fastest of some runs: what the work costs when nothing else runs.
fn fastest(runs: usize, mut work: impl FnMut()) -> Duration {
    let timed = (0..runs).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    timed.min().unwrap_or_default()
}

#[expect(clippy::print_stdout, reason = "a bench prints what it measured")]
fn growth(_: &mut Criterion) {
    let (Ok(small), Ok(large)) = (corpus(MEGABYTE), corpus(10 * MEGABYTE)) else {
        return;
    };
    let (Some(one), Some(ten)) = (read(&small), read(&large)) else {
        return;
    };
    let lexicon = Lexicon::shipped();
    let resting = memory("VmRSS");
    black_box(stance::analyze(&ten, lexicon));
    let peak = memory("VmHWM");
    let one_time = fastest(5, || drop(black_box(stance::analyze(&one, lexicon))));
    let ten_time = fastest(3, || drop(black_box(stance::analyze(&ten, lexicon))));
    let parts = one_time.as_secs_f64() * large.len() as f64 / small.len() as f64;
    println!(
        "growth: ten megabytes in {:.2} s, {:.2} times as much as in parts of one",
        ten_time.as_secs_f64(),
        ten_time.as_secs_f64() / parts
    );
    if let (Some(resting), Some(peak)) = (resting, peak) {
        let times = peak.saturating_sub(resting) as f64 / large.len() as f64;
        println!("memory: {times:.1} times the text at its peak");
    }
}

/// A figure of this process in bytes, where the system tells it.
fn memory(field: &str) -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with(field))?;
    let kilobytes: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes * 1024)
}

criterion_group!(benches, growth, speed);
criterion_main!(benches);
