//! How long a reader waits for a card: reading, analysis and document of one
//! article, and of a file of a megabyte.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use mawqif::lexicon::Lexicon;
use mawqif::{article, export, stance};

fn card(criterion: &mut Criterion) {
    let seed = article::seed();
    // Loaded once, outside of what is measured.
    let lexicon = Lexicon::shipped();
    let briefing = stance::analyze(&seed, lexicon);
    let megabyte = seed.text.clone() + "\n";
    let megabyte = megabyte.repeat((1 << 20) / megabyte.len());
    for (name, text) in [("seed", &seed.text), ("megabyte", &megabyte)] {
        let Ok(article) = article::from_text(name, text) else {
            continue;
        };
        let mut group = criterion.benchmark_group(name);
        group.sample_size(20);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function("read", |bencher| {
            bencher.iter(|| article::from_bytes(name, text.as_bytes()));
        });
        group.bench_function("analyze", |bencher| {
            bencher.iter(|| stance::analyze(&article, lexicon));
        });
        group.finish();
    }
    criterion.bench_function("json", |bencher| bencher.iter(|| export::json(&briefing)));
}

criterion_group!(benches, card);
criterion_main!(benches);
