//! The text engine of a window: lays out, keeps layouts, and paints them as
//! meshes over the atlas's pages.
//!
//! One [`Engine`] lives in the data of an egui context; widgets find it with
//! [`Engine::of`]. Glyphs stand on whole physical pixels vertically and on
//! quarters horizontally. Here alone the text engine names egui.

use std::ops::Range;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use eframe::egui::{
    Color32, ColorImage, Context, FontData, FontDefinitions, FontFamily, Id, Mesh, Painter, Pos2,
    Rect, Shape, TextureId, TextureOptions, epaint::ImageDelta, pos2, vec2,
};

use super::atlas::{Atlas, Ink, PAGE};
use super::cache::LayoutCache;
use super::fonts::{self, Catalogue};
use super::layout::{Style, Typesetter};
use super::paragraph::{Line, Paragraph, Run};
use super::pieces::LIMIT;

/// In bytes.
pub const LONGEST: usize = 2 * LIMIT;
pub const LONGEST_LINES: usize = 100;

/// A handle; clones share one engine.
#[derive(Clone)]
pub struct Engine(Arc<Mutex<State>>);

struct State {
    typesetter: Typesetter,
    cache: LayoutCache,
    atlas: Atlas,
    textures: Vec<TextureId>,
    frame: u64,
}

impl Engine {
    /// Makes the engine of `ctx`, with the system's faces for what the bundled
    /// ones lack, and gives egui a bundled face for text of its own.
    pub fn install(ctx: &Context) -> Self {
        let waker = ctx.clone();
        let catalogue = Catalogue::with_installed(move || waker.request_repaint());
        Self::install_with(ctx, catalogue)
    }

    /// Like [`Engine::install`] with this catalogue, for tests that must look
    /// the same on every machine.
    pub fn install_with(ctx: &Context, catalogue: Catalogue) -> Self {
        let mut definitions = FontDefinitions::empty();
        let name = fonts::LATIN.to_owned();
        let face = FontData::from_static(fonts::LATIN_FACE);
        definitions.font_data.insert(name.clone(), face.into());
        for family in [FontFamily::Proportional, FontFamily::Monospace] {
            definitions.families.insert(family, vec![name.clone()]);
        }
        ctx.set_fonts(definitions);
        let engine = Self(Arc::new(Mutex::new(State {
            typesetter: Typesetter::new(catalogue),
            cache: LayoutCache::default(),
            atlas: Atlas::default(),
            textures: Vec::new(),
            frame: 0,
        })));
        ctx.data_mut(|data| data.insert_temp(Id::NULL, engine.clone()));
        engine
    }

    /// The engine of `ctx`, made at the first call.
    pub fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(Id::NULL))
            .unwrap_or_else(|| Self::install(ctx))
    }

    /// Families with Arabic for a picker, bundled ones first. The installed
    /// ones join once they have been read.
    pub fn arabic_families(&self) -> Vec<String> {
        self.state().typesetter.catalogue().arabic_families()
    }

    /// `width` in points, infinite for a single line. Kept from frame to frame.
    ///
    /// A text longer than [`LONGEST`] is shown in part, as if its style allowed
    /// [`LONGEST_LINES`]: laying out megabytes would stop the window. What must
    /// be shown whole is laid out in [`pieces`](super::pieces).
    pub fn layout(&self, ctx: &Context, text: &str, style: &Style, width: f32) -> Arc<Paragraph> {
        let scale = ctx.pixels_per_point();
        let cut;
        let style = if text.len() > LONGEST && style.max_lines.is_none() {
            cut = Style {
                max_lines: Some(LONGEST_LINES),
                ..style.clone()
            };
            &cut
        } else {
            style
        };
        let mut state = self.state();
        state.begin_frame(ctx);
        let State {
            typesetter,
            cache,
            frame,
            ..
        } = &mut *state;
        cache.get((text, style, width, scale), *frame, || {
            typesetter.layout(text, style, width, scale)
        })
    }

    /// Paints `paragraph` with its box's top left corner at `pos`.
    pub fn paint(&self, painter: &Painter, paragraph: &Paragraph, pos: Pos2, color: Color32) {
        let scale = painter.pixels_per_point();
        let clip = painter.clip_rect();
        let origin = snap(pos, scale);
        let mut state = self.state();
        state.begin_frame(painter.ctx());
        let mut canvas = Canvas {
            meshes: Vec::new(),
            boxes: Vec::new(),
            origin,
            scale,
            color,
        };
        for line in visible(paragraph, clip.min.y - origin.y..clip.max.y - origin.y) {
            for run in paragraph.runs.get(line.runs.clone()).unwrap_or_default() {
                canvas.run(&mut state, paragraph, run);
            }
        }
        state.upload(painter.ctx());
        let textures = &state.textures;
        let shapes: Vec<Shape> = canvas
            .meshes
            .into_iter()
            .zip(textures)
            .filter(|(mesh, _)| !mesh.is_empty())
            .map(|(mut mesh, texture)| {
                mesh.texture_id = *texture;
                Shape::mesh(mesh)
            })
            .collect();
        drop(state);
        painter.extend(shapes);
        for missing in canvas.boxes {
            let stroke = (1.0_f32.max(1.0 / scale), color.gamma_multiply(0.7));
            painter.rect_stroke(missing, 1.0, stroke, eframe::egui::StrokeKind::Inside);
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The lines that reach into these heights, with one above and below for
/// marks that stand out of their line.
fn visible(paragraph: &Paragraph, heights: Range<f32>) -> &[Line] {
    if heights.end <= heights.start {
        return &[];
    }
    let first = paragraph.line_at(heights.start).saturating_sub(1);
    let last = paragraph.line_at(heights.end) + 2;
    let last = last.min(paragraph.lines.len());
    paragraph.lines.get(first..last).unwrap_or_default()
}

/// The nearest corner of a physical pixel.
fn snap(pos: Pos2, scale: f32) -> Pos2 {
    pos2(
        (pos.x * scale).round() / scale,
        (pos.y * scale).round() / scale,
    )
}

impl State {
    fn begin_frame(&mut self, ctx: &Context) {
        let frame = ctx.cumulative_frame_nr();
        if frame == self.frame {
            return;
        }
        self.frame = frame;
        if self.typesetter.catalogue().take_refreshed() {
            self.cache.clear();
        }
        self.cache.sweep(frame);
        if self.atlas.give_up_if_full() {
            let textures = ctx.tex_manager();
            let mut textures = textures.write();
            for texture in self.textures.drain(..) {
                textures.free(texture);
            }
        }
    }

    fn upload(&mut self, ctx: &Context) {
        let patches = self.atlas.take_patches();
        if patches.is_empty() {
            return;
        }
        let textures = ctx.tex_manager();
        let mut textures = textures.write();
        while self.textures.len() < self.atlas.pages() {
            let blank = ColorImage::filled(PAGE, Color32::TRANSPARENT);
            let name = format!("glyphs-{}", self.textures.len());
            self.textures
                .push(textures.alloc(name, blank.into(), TextureOptions::LINEAR));
        }
        for patch in patches {
            let Some(texture) = self.textures.get(patch.page) else {
                continue;
            };
            let pixels = patch
                .pixels
                .iter()
                .map(|&[r, g, b, a]| Color32::from_rgba_premultiplied(r, g, b, a))
                .collect();
            let image = ColorImage::new([patch.width, patch.height], pixels);
            let place = [patch.x, patch.y];
            textures.set(
                *texture,
                ImageDelta::partial(place, image, TextureOptions::LINEAR),
            );
        }
    }
}

/// What a paragraph's glyphs become: a mesh a page, and boxes for glyphs no
/// face has.
struct Canvas {
    meshes: Vec<Mesh>,
    boxes: Vec<Rect>,
    origin: Pos2,
    scale: f32,
    color: Color32,
}

impl Canvas {
    fn run(&mut self, state: &mut State, paragraph: &Paragraph, run: &Run) {
        let ink = if is_light(self.color) {
            Ink::Light
        } else {
            Ink::Dark
        };
        let look = (state.atlas.look(run, ink), ink);
        let baseline = ((self.origin.y + run.baseline) * self.scale).round();
        for glyph in paragraph.glyphs_of(run) {
            if glyph.id == 0 {
                self.missing(run, glyph.x, glyph.advance);
                continue;
            }
            let x = (self.origin.x + glyph.x) * self.scale;
            let quarters = (x * 4.0).round();
            let pixel = (quarters / 4.0).floor();
            let quarter = (quarters - pixel * 4.0) as u8;
            let y = baseline + (glyph.y * self.scale).round();
            let Some(slot) = state.atlas.glyph(run, look, glyph.id, quarter) else {
                continue;
            };
            let corner = pos2(pixel + slot.left as f32, y + slot.top as f32);
            let size = vec2(slot.width as f32, slot.height as f32);
            let rect = Rect::from_min_size(corner / self.scale, size / self.scale);
            let page = vec2(PAGE[0] as f32, PAGE[1] as f32);
            let on_page = vec2(slot.x as f32, slot.y as f32) / page;
            let uv = Rect::from_min_size(on_page.to_pos2(), size / page);
            if self.meshes.len() <= slot.page {
                self.meshes.resize_with(slot.page + 1, Mesh::default);
            }
            if let Some(mesh) = self.meshes.get_mut(slot.page) {
                let color = if slot.coloured {
                    Color32::WHITE.gamma_multiply(f32::from(self.color.a()) / 255.0)
                } else {
                    self.color
                };
                mesh.add_rect_with_uv(rect, uv, color);
            }
        }
    }

    fn missing(&mut self, run: &Run, x: f32, advance: f32) {
        let size = run.size / self.scale;
        if advance < size * 0.1 {
            return;
        }
        let left = self.origin.x + x + size * 0.06;
        let baseline = self.origin.y + run.baseline;
        self.boxes.push(Rect::from_min_max(
            snap(pos2(left, baseline - size * 0.7), self.scale),
            snap(pos2(left + advance - size * 0.12, baseline), self.scale),
        ));
    }
}

fn is_light(color: Color32) -> bool {
    let [r, g, b, _] = color.to_srgba_unmultiplied();
    0.299 * f32::from(r) + 0.587 * f32::from(g) + 0.114 * f32::from(b) > 140.0
}
