//! egui's meshes as pixels, without a graphics driver: triangles with
//! textures and premultiplied colours, one sample a pixel.

use std::collections::HashMap;

use eframe::egui::epaint::{ImageData, Primitive, Vertex};
use eframe::egui::{
    ClippedPrimitive, Color32, Context, FullOutput, Pos2, RawInput, Rect, TextureId, Ui, Vec2,
};

pub struct Picture {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<Color32>,
}

impl Picture {
    pub fn at(&self, x: usize, y: usize) -> Color32 {
        self.pixels[y * self.width + x]
    }

    /// How many pixels in this rectangle of pixels are as `wanted`.
    pub fn count(&self, rect: Rect, wanted: impl Fn(Color32) -> bool) -> usize {
        let mut count = 0;
        for y in rect.top() as usize..(rect.bottom() as usize).min(self.height) {
            for x in rect.left() as usize..(rect.right() as usize).min(self.width) {
                count += usize::from(wanted(self.at(x, y)));
            }
        }
        count
    }
}

/// A window of `size` points at `scale` pixels a point.
pub struct Screen {
    ctx: Context,
    size: Vec2,
    scale: f32,
    textures: HashMap<TextureId, (usize, usize, Vec<Color32>)>,
}

impl Screen {
    pub fn new(ctx: Context, size: Vec2, scale: f32) -> Self {
        Self {
            ctx,
            size,
            scale,
            textures: HashMap::new(),
        }
    }

    /// One frame on a ground of `ground`.
    pub fn show(&mut self, ground: Color32, ui: impl FnMut(&mut Ui)) -> Picture {
        let mut input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, self.size)),
            ..RawInput::default()
        };
        if let Some(viewport) = input.viewports.get_mut(&input.viewport_id) {
            viewport.native_pixels_per_point = Some(self.scale);
        }
        let output = self.ctx.run_ui(input, ui);
        self.take_textures(&output);
        let FullOutput {
            shapes,
            mut textures_delta,
            ..
        } = output;
        textures_delta.clear();
        let primitives = self.ctx.tessellate(shapes, self.scale);
        let width = (self.size.x * self.scale) as usize;
        let height = (self.size.y * self.scale) as usize;
        let mut picture = Picture {
            width,
            height,
            pixels: vec![ground; width * height],
        };
        for ClippedPrimitive {
            clip_rect,
            primitive,
        } in primitives
        {
            let Primitive::Mesh(mesh) = primitive else {
                continue;
            };
            let Some(texture) = self.textures.get(&mesh.texture_id) else {
                continue;
            };
            for [a, b, c] in mesh.triangles() {
                let corners = [a, b, c].map(|index| mesh.vertices[index as usize]);
                triangle(&mut picture, corners, clip_rect, self.scale, texture);
            }
        }
        picture
    }

    fn take_textures(&mut self, output: &FullOutput) {
        for (id, deltas) in &output.textures_delta.set {
            for delta in deltas {
                let ImageData::Color(image) = &delta.image;
                let [width, height] = image.size;
                let [x, y] = delta.pos.unwrap_or_default();
                if delta.pos.is_none() {
                    self.textures
                        .insert(*id, (width, height, image.pixels.clone()));
                } else if let Some((full, _, pixels)) = self.textures.get_mut(id) {
                    for row in 0..height {
                        let to = (y + row) * *full + x;
                        let from = row * width;
                        pixels[to..to + width].copy_from_slice(&image.pixels[from..from + width]);
                    }
                }
            }
        }
    }
}

fn triangle(
    picture: &mut Picture,
    corners: [Vertex; 3],
    clip: Rect,
    scale: f32,
    (width, height, texels): &(usize, usize, Vec<Color32>),
) {
    let [a, b, c] = corners.map(|corner| corner.pos.to_vec2() * scale);
    let area = cross(b - a, c - a);
    if area == 0.0 {
        return;
    }
    let low = a.min(b).min(c).max(clip.min.to_vec2() * scale);
    let high = a.max(b).max(c).min(clip.max.to_vec2() * scale);
    for y in low.y.floor().max(0.0) as usize..(high.y.ceil().max(0.0) as usize).min(picture.height)
    {
        for x in
            low.x.floor().max(0.0) as usize..(high.x.ceil().max(0.0) as usize).min(picture.width)
        {
            let p = Vec2::new(x as f32 + 0.5, y as f32 + 0.5);
            let clip = Rect::from_min_max(clip.min * scale, clip.max * scale);
            let shares = [
                cross(c - b, p - b),
                cross(a - c, p - c),
                cross(b - a, p - a),
            ]
            .map(|part| part / area);
            // Half-open, so that two triangles of a rectangle share no pixel.
            if shares[0] < 0.0 || shares[1] < 0.0 || shares[2] <= 0.0 || !clip.contains(p.to_pos2())
            {
                continue;
            }
            let mix = |value: fn(&Vertex) -> f32| -> f32 {
                corners
                    .iter()
                    .zip(shares)
                    .map(|(corner, share)| value(corner) * share)
                    .sum()
            };
            let u = (mix(|v| v.uv.x) * *width as f32) as usize;
            let v = (mix(|v| v.uv.y) * *height as f32) as usize;
            let texel = texels[v.min(height - 1) * width + u.min(width - 1)];
            let ink = [
                mix(|v| f32::from(v.color.r())),
                mix(|v| f32::from(v.color.g())),
                mix(|v| f32::from(v.color.b())),
                mix(|v| f32::from(v.color.a())),
            ];
            let texel = texel.to_array().map(|part| f32::from(part) / 255.0);
            let source = [0, 1, 2, 3].map(|part| ink[part] * texel[part]);
            let under = picture.pixels[y * picture.width + x].to_array();
            let over = [0, 1, 2, 3].map(|part| {
                (source[part] + f32::from(under[part]) * (1.0 - source[3] / 255.0)).round() as u8
            });
            picture.pixels[y * picture.width + x] =
                Color32::from_rgba_premultiplied(over[0], over[1], over[2], over[3]);
        }
    }
}

fn cross(a: Vec2, b: Vec2) -> f32 {
    a.x * b.y - a.y * b.x
}
