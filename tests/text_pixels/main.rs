//! What comes on screen: ink where the layout says, marks under it, both
//! themes, every scale.

mod raster;

use eframe::egui::{Color32, Context, Id, Pos2, Rect, pos2, vec2};
use mawqif::arabic::Span;
use mawqif::article::{Block, BlockKind};
use mawqif::text::{Catalogue, Engine, Style};
use mawqif::ui::theme::Theme;
use mawqif::ui::widgets::{ArticleView, ArticleViewState, Button, Mark, MarkKind, ReadingStyle};
use raster::{Picture, Screen};

fn context() -> Context {
    let ctx = Context::default();
    Engine::install_with(&ctx, Catalogue::bundled_only());
    ctx
}

/// `text` in black at (20, 20) on white.
fn set(text: &str, style: &Style, scale: f32) -> Picture {
    let mut screen = Screen::new(context(), vec2(300.0, 100.0), scale);
    screen.show(Color32::WHITE, |ui| {
        let engine = Engine::of(ui.ctx());
        let paragraph = engine.layout(ui.ctx(), text, style, 260.0);
        engine.paint(ui.painter(), &paragraph, pos2(20.0, 20.0), Color32::BLACK);
    })
}

const EVERYWHERE: Rect = Rect {
    min: Pos2::ZERO,
    max: Pos2::new(10_000.0, 10_000.0),
};

fn is_ink(color: Color32) -> bool {
    color.r() < 100
}

#[test]
fn ink_stands_where_the_layout_says_at_every_scale() {
    for scale in [1.0, 1.25, 1.5, 2.0] {
        let picture = set("سلام", &Style::interface(24.0), scale);
        // The box is 260 wide and Arabic stands at its right end.
        let right = Rect::from_min_max(pos2(200.0, 20.0) * scale, pos2(281.0, 64.0) * scale);
        let all = picture.count(EVERYWHERE, is_ink);
        assert!(all > 60, "{all} dark pixels at {scale}");
        assert_eq!(picture.count(right, is_ink), all, "at {scale}");
    }
}

#[test]
fn latin_stems_are_crisp_at_every_scale() {
    // A stem on whole rows begins and ends sharply: the row above the letter
    // is clean and the first row of the letter is not.
    for scale in [1.0, 1.25, 1.5, 2.0] {
        let picture = set("IIII", &Style::interface(20.0), scale);
        let rows: Vec<usize> = (0..picture.height)
            .map(|y| {
                (0..picture.width)
                    .filter(|x| picture.at(*x, y).r() < 250)
                    .count()
            })
            .collect();
        let first = rows.iter().position(|count| *count > 0).unwrap();
        let last = rows.iter().rposition(|count| *count > 0).unwrap();
        let height = (last - first + 1) as f32 / scale;
        assert!((13.0..16.5).contains(&height), "{height} points at {scale}");
    }
}

#[test]
fn what_no_face_has_is_a_visible_box() {
    let style = Style::interface(24.0);
    let nothing = set("", &style, 1.0).count(EVERYWHERE, is_ink);
    assert_eq!(nothing, 0);
    let picture = set("\u{10fffd}", &style, 1.0);
    let visible = picture.count(EVERYWHERE, |color| color.r() < 200);
    assert!(visible > 30, "{visible} pixels of the box");
}

#[test]
fn light_ink_on_a_dark_ground_is_raised() {
    let ink = |ground: Color32, color: Color32| -> f32 {
        let mut screen = Screen::new(context(), vec2(300.0, 100.0), 1.0);
        let picture = screen.show(ground, |ui| {
            let engine = Engine::of(ui.ctx());
            let style = Style::interface(13.0);
            let paragraph = engine.layout(ui.ctx(), "قوات حفظ السلام", &style, 260.0);
            engine.paint(ui.painter(), &paragraph, pos2(20.0, 20.0), color);
        });
        let away = |c: Color32| f32::from(c.r()) - f32::from(ground.r());
        picture.pixels.iter().map(|c| away(*c).abs()).sum::<f32>() / 255.0
    };
    let dark = ink(Color32::WHITE, Color32::BLACK);
    let light = ink(Color32::BLACK, Color32::WHITE);
    assert!(light > dark * 1.05, "{light} against {dark}");
}

#[test]
fn marks_and_selection_lie_under_the_letters() {
    let text = "قال المتحدث إن ذلك مشروط بوقف القتال أولا";
    let blocks = [Block {
        kind: BlockKind::Paragraph,
        span: Span::new(0, text.len()),
    }];
    let span = |word: &str| {
        let start = text.find(word).unwrap_or_default();
        Span::new(start, start + word.len())
    };
    let marks = [
        Mark {
            span: span("مشروط بوقف القتال"),
            kind: MarkKind::Evidence,
        },
        Mark {
            span: span("مشروط"),
            kind: MarkKind::Trigger,
        },
        Mark {
            span: span("أولا"),
            kind: MarkKind::CurrentHit,
        },
    ];
    for theme in [Theme::LIGHT, Theme::DARK] {
        let ctx = context();
        theme.install(&ctx);
        let mut screen = Screen::new(ctx, vec2(500.0, 200.0), 1.0);
        let mut state = ArticleViewState::default();
        let mut picture = None;
        for frame in 0..3 {
            if frame == 1 {
                state.select(span("قال"));
            }
            picture = Some(screen.show(theme.background, |ui| {
                ArticleView::new(Id::unique("a"), text, &blocks)
                    .style(&ReadingStyle::default())
                    .marks(&marks)
                    .show(ui, &mut state);
            }));
        }
        let picture = picture.unwrap();
        let count = |color| picture.count(EVERYWHERE, |pixel| pixel == color);
        assert!(count(theme.evidence_tint) > 500);
        assert!(count(theme.evidence_line) > 50);
        assert!(count(theme.trigger_line) > 20);
        assert!(count(theme.search_hit_current) > 200);
        assert!(count(theme.selection) > 200);
        let ink = picture.count(EVERYWHERE, |pixel| pixel == theme.ink);
        assert!(ink > 20, "{ink} pixels of full ink");
    }
}

#[test]
fn a_button_is_painted_in_its_theme() {
    for theme in [Theme::LIGHT, Theme::DARK] {
        let ctx = context();
        theme.install(&ctx);
        let mut screen = Screen::new(ctx, vec2(200.0, 60.0), 1.5);
        let picture = screen.show(theme.background, |ui| {
            ui.add(Button::new("فتح…").primary());
        });
        assert!(picture.count(EVERYWHERE, |pixel| pixel == theme.accent) > 500);
        let label = picture.count(EVERYWHERE, |pixel| pixel == theme.on_accent);
        assert!(label > 5, "{label} pixels of the label");
    }
}
