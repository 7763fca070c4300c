//! How long text takes to come on screen: a paragraph, a window of labels, an
//! article of 1 MB and one paragraph of 5 MB, at the first frame, while
//! scrolling, and when nothing has changed.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use eframe::egui::{Context, Id, Pos2, RawInput, Rect, Ui, vec2};
use mawqif::arabic::Span;
use mawqif::article::{Block, BlockKind};
use mawqif::text::{Catalogue, Engine, Style, Typesetter};
use mawqif::ui::widgets::{ArticleView, ArticleViewState, ReadingStyle, label};

/// Invented, in the style of an agency's report.
const PARAGRAPH: &str = "قال المتحدث باسم الوزارة (AFP) إن بلاده لن ترسل 20 ألف جندي قبل وقف كامل للقتال، مضيفا أن أي مشاركة محتملة تتطلب موافقة البرلمان وفقا للدستور، وأن المحادثات مستمرة منذ 12 يوما دون اتفاق. ";

fn context() -> Context {
    let ctx = Context::default();
    Engine::install_with(&ctx, Catalogue::bundled_only());
    ctx
}

fn frame(ctx: &Context, ui: impl FnMut(&mut Ui)) {
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(700.0, 820.0))),
        ..RawInput::default()
    };
    let output = ctx.run_ui(input, ui);
    black_box(&output.shapes);
    output.drop_without_applying_deltas();
}

/// `count` paragraphs of `repeats` sentences each, no two alike, so that no
/// layout serves twice.
fn article(count: usize, repeats: usize) -> (String, Vec<Block>) {
    let mut text = String::new();
    let mut blocks = Vec::new();
    for paragraph in 0..count {
        let start = text.len();
        for sentence in 0..repeats {
            text.push_str(&format!("{paragraph}.{sentence} {PARAGRAPH}"));
        }
        let span = Span::new(start, text.len());
        let kind = BlockKind::Paragraph;
        blocks.push(Block { kind, span });
        text.push('\n');
    }
    (text, blocks)
}

fn read(ctx: &Context, text: &str, blocks: &[Block], state: &mut ArticleViewState) {
    frame(ctx, |ui| {
        ArticleView::new(Id::unique("article"), text, blocks)
            .style(&ReadingStyle::default())
            .show(ui, state);
    });
}

fn layout(criterion: &mut Criterion) {
    let mut typesetter = Typesetter::new(Catalogue::bundled_only());
    let style = Style::reading(18.0);
    criterion.bench_function("lay out a paragraph of 350 bytes", |bencher| {
        bencher.iter(|| typesetter.layout(black_box(PARAGRAPH), &style, 600.0, 1.0));
    });
    criterion.bench_function("find the bundled faces", |bencher| {
        bencher.iter(Catalogue::bundled_only);
    });
}

fn labels(criterion: &mut Criterion) {
    let ctx = context();
    criterion.bench_function("a frame of 100 unchanged labels", |bencher| {
        bencher.iter(|| {
            frame(&ctx, |ui| {
                for _ in 0..100 {
                    label(ui, "قوات حفظ السلام في قطاع غزة");
                }
            });
        });
    });
}

fn articles(criterion: &mut Criterion) {
    for (name, (text, blocks)) in [
        ("1 MB in 1400 paragraphs", article(1400, 2)),
        ("5 MB in one paragraph", article(1, 15_000)),
    ] {
        let ctx = context();
        criterion.bench_function(&format!("first frame of {name}"), |bencher| {
            bencher.iter(|| {
                // Another engine keeps no layouts.
                Engine::install_with(&ctx, Catalogue::bundled_only());
                read(&ctx, &text, &blocks, &mut ArticleViewState::default());
            });
        });
        let mut state = ArticleViewState::default();
        read(&ctx, &text, &blocks, &mut state);
        criterion.bench_function(&format!("unchanged frame of {name}"), |bencher| {
            bencher.iter(|| read(&ctx, &text, &blocks, &mut state));
        });
        let mut place = 0;
        criterion.bench_function(&format!("jump within {name}"), |bencher| {
            bencher.iter(|| {
                place = (place + 370_003) % text.len();
                let start = text.floor_char_boundary(place);
                state.scroll_to(Span::new(start, start));
                read(&ctx, &text, &blocks, &mut state);
            });
        });
    }
}

criterion_group!(benches, layout, labels, articles);
criterion_main!(benches);
