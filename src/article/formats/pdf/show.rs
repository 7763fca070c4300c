//! Runs the drawing instructions of a page as far as they show text (ISO
//! 32000-1, 9.4): each glyph with its text and its place on the page. Nothing
//! is drawn and no image is decoded.

use std::collections::HashMap;
use std::sync::Arc;

use hayro_font::kurbo::{Affine, Point};
use hayro_font::{CMapResolverFn, Font, FontCache, FontQuery, FontResolverFn, UNITS_PER_EM};
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Op;
use hayro_syntax::object::{Array, Dict, Name, Number, Object, Stream};
use hayro_syntax::page::{Page, Resources};

use super::budget::Budget;
use super::glyph::{Glyph, Ink};
use super::look::Look;
use super::marked::Marked;

/// How deep forms may stand in forms.
const DEPTH: usize = 12;

/// What a page shows.
#[derive(Default)]
pub(super) struct Shown {
    pub(super) glyphs: Vec<Glyph>,
    /// Glyphs whose letters the file does not tell.
    pub(super) untold: usize,
    pub(super) images: usize,
}

/// The fonts of a document, each loaded once.
pub(super) struct Fonts<'a> {
    cache: FontCache<'a>,
    files: FontResolverFn,
    maps: CMapResolverFn,
}

impl Default for Fonts<'_> {
    fn default() -> Self {
        Self {
            cache: FontCache::new(),
            files: Arc::new(|query| {
                let face = match query {
                    FontQuery::Standard(face) => *face,
                    FontQuery::Fallback(query) => query.pick_standard_font(),
                };
                Some(face.get_font_data())
            }),
            maps: Arc::new(|_| None),
        }
    }
}

/// All glyphs of a page, in the order they are shown.
pub(super) fn page<'a>(page: &Page<'a>, fonts: &Fonts<'a>, budget: &mut Budget) -> Shown {
    let [a, b, c, d, e, f] = page.initial_transform(false).as_coeffs();
    let mut show = Show {
        fonts,
        budget,
        shown: Shown::default(),
        state: State::new(Affine::new([a, b, c, d, e, f])),
        stack: Vec::new(),
        marked: Marked::default(),
        run: 0,
        known: HashMap::new(),
        looks: HashMap::new(),
    };
    let mut content = Vec::new();
    for stream in streams(page.raw()) {
        if let Some(more) = show.budget.unpack(&stream) {
            content.extend_from_slice(&more);
            content.push(b' ');
        }
    }
    show.content(&content, page.resources(), 0);
    let Show {
        mut shown, marked, ..
    } = show;
    marked.close(&mut shown.glyphs);
    let (width, height) = page.render_dimensions();
    // What stands off the page is seen by nobody.
    let on = |at: f32, end: f32| (-1.0..=end + 1.0).contains(&at);
    shown
        .glyphs
        .retain(|one| on(one.left, width) && on(one.baseline, height));
    shown
}

/// The streams of a page's content.
fn streams<'a>(page: &Dict<'a>) -> Vec<Stream<'a>> {
    if let Some(one) = page.get::<Stream<'_>>("Contents") {
        return vec![one];
    }
    let all = page.get::<Array<'_>>("Contents").unwrap_or_default();
    all.iter::<Stream<'_>>().collect()
}

/// A font and its number among those of the page.
type Numbered<'a> = (usize, Font<'a>);

#[derive(Clone)]
struct State<'a> {
    page: Affine,
    font: Option<Numbered<'a>>,
    size: f64,
    letter_space: f64,
    word_space: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
    text: Affine,
    line: Affine,
}

impl State<'_> {
    fn new(page: Affine) -> Self {
        Self {
            page,
            font: None,
            size: 1.0,
            letter_space: 0.0,
            word_space: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            text: Affine::IDENTITY,
            line: Affine::IDENTITY,
        }
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.line *= Affine::translate((x, y));
        self.text = self.line;
    }
}

struct Show<'a, 'r> {
    fonts: &'r Fonts<'a>,
    budget: &'r mut Budget,
    shown: Shown,
    state: State<'a>,
    stack: Vec<State<'a>>,
    marked: Marked,
    run: u32,
    /// Fonts by the place of their dictionary, which is quicker than the cache.
    known: HashMap<(usize, Vec<u8>), Option<Numbered<'a>>>,
    looks: HashMap<(usize, u32), Look>,
}

impl<'a> Show<'a, '_> {
    fn content(&mut self, bytes: &[u8], resources: &Resources<'a>, depth: usize) {
        let outside = self.stack.len();
        let mut ops = TypedIter::new(bytes);
        while let Some(op) = ops.next() {
            if !self.budget.step() {
                return;
            }
            match op {
                Op::SaveState(_) if self.stack.len() < 512 => self.stack.push(self.state.clone()),
                Op::RestoreState(_) if self.stack.len() > outside => {
                    if let Some(state) = self.stack.pop() {
                        self.state = state;
                    }
                }
                Op::Transform(m) => self.state.page *= affine([m.0, m.1, m.2, m.3, m.4, m.5]),
                Op::BeginText(_) => {
                    self.run += 1;
                    self.state.text = Affine::IDENTITY;
                    self.state.line = Affine::IDENTITY;
                }
                Op::TextFont(font) => {
                    self.state.font = self.font(font.0, resources);
                    self.state.size = font.1.as_f64();
                }
                Op::CharacterSpacing(space) => self.state.letter_space = space.0.as_f64(),
                Op::WordSpacing(space) => self.state.word_space = space.0.as_f64(),
                Op::HorizontalScaling(scale) => self.state.stretch = scale.0.as_f64() / 100.0,
                Op::TextLeading(leading) => self.state.leading = leading.0.as_f64(),
                Op::TextRise(rise) => self.state.rise = rise.0.as_f64(),
                Op::NextLine(step) => self.state.next_line(step.0.as_f64(), step.1.as_f64()),
                Op::NextLineAndSetLeading(step) => {
                    self.state.leading = -step.1.as_f64();
                    self.state.next_line(step.0.as_f64(), step.1.as_f64());
                }
                Op::NextLineUsingLeading(_) => self.state.next_line(0.0, -self.state.leading),
                Op::SetTextMatrix(m) => {
                    self.state.line = affine([m.0, m.1, m.2, m.3, m.4, m.5]);
                    self.state.text = self.state.line;
                }
                Op::ShowText(text) => self.text(text.0.as_bytes()),
                Op::NextLineAndShowText(text) => {
                    self.state.next_line(0.0, -self.state.leading);
                    self.text(text.0.as_bytes());
                }
                Op::ShowTextWithParameters(all) => {
                    self.state.word_space = all.0.as_f64();
                    self.state.letter_space = all.1.as_f64();
                    self.state.next_line(0.0, -self.state.leading);
                    self.text(all.2.as_bytes());
                }
                Op::ShowTexts(parts) => {
                    for part in parts.0.iter::<Object<'_>>() {
                        match part {
                            Object::String(text) => self.text(text.as_bytes()),
                            Object::Number(back) => self.back(back.as_f64()),
                            _ => {}
                        }
                    }
                }
                Op::BeginMarkedContent(mark) => {
                    if mark.0.as_ref() == b"ReversedChars" {
                        self.run += 1;
                    }
                    self.marked.begin(mark.0, None, self.shown.glyphs.len());
                }
                Op::BeginMarkedContentWithProperties(mark) => {
                    let about = match mark.1 {
                        Object::Dict(about) => Some(about.clone()),
                        Object::Name(name) => resources.properties.get::<Dict<'_>>(name.as_ref()),
                        _ => None,
                    };
                    let at = self.shown.glyphs.len();
                    self.marked.begin(mark.0, about.as_ref(), at);
                }
                Op::EndMarkedContent(_) => self.marked.end(&mut self.shown.glyphs),
                Op::InlineImage(_) => self.shown.images += 1,
                Op::XObject(name) => self.object(name.0, resources, depth),
                _ => {}
            }
        }
        self.stack.truncate(outside);
    }

    fn font(&mut self, name: &Name<'_>, resources: &Resources<'a>) -> Option<Numbered<'a>> {
        let place = resources.fonts.data().as_ptr() as usize;
        let key = (place, name.as_ref().to_vec());
        if let Some(font) = self.known.get(&key) {
            return font.clone();
        }
        let dict = resources.fonts.get::<Dict<'_>>(name.as_ref());
        let fonts = self.fonts;
        let font = dict.and_then(|dict| fonts.cache.font(&dict, &fonts.files, &fonts.maps));
        let font = font.map(|font| (self.known.len(), font));
        self.known.insert(key, font.clone());
        font
    }

    fn object(&mut self, name: &Name<'_>, resources: &Resources<'a>, depth: usize) {
        let Some(stream) = resources.x_objects.get::<Stream<'_>>(name.as_ref()) else {
            return;
        };
        let dict = stream.dict().clone();
        match dict.get::<Name<'_>>("Subtype").as_deref() {
            Some(b"Image") => self.shown.images += 1,
            Some(b"Form") if depth < DEPTH => {
                let Some(bytes) = self.budget.unpack(&stream) else {
                    return;
                };
                let own = dict.get::<Dict<'_>>("Resources").map(Resources::new);
                let outside = self.state.clone();
                if let Some(matrix) = dict.get::<[f64; 6]>("Matrix") {
                    self.state.page *= Affine::new(matrix);
                }
                self.content(&bytes, own.as_ref().unwrap_or(resources), depth + 1);
                self.state = outside;
            }
            _ => {}
        }
    }

    /// Moves the pen against the direction of writing, in thousandths.
    fn back(&mut self, thousandths: f64) {
        let by = -thousandths / 1000.0 * self.state.size * self.state.stretch;
        self.state.text *= Affine::translate((by, 0.0));
    }

    fn text(&mut self, bytes: &[u8]) {
        let Some(font) = self.state.font.clone() else {
            return;
        };
        let mut at = 0;
        while at < bytes.len() && self.budget.glyph() {
            let (code, length) = font.1.read_code(bytes, at);
            at += length.max(1);
            self.glyph(&font, code, length);
        }
    }

    fn look(&mut self, (number, font): &Numbered<'a>, code: u32) -> Look {
        let known = self.looks.entry((*number, code));
        known.or_insert_with(|| Look::of(font, code)).clone()
    }

    fn glyph(&mut self, numbered: &Numbered<'a>, code: u32, length: usize) {
        let font = &numbered.1;
        let state = &mut self.state;
        let advance = font.code_advance(code).x / f64::from(UNITS_PER_EM);
        let scale = Affine::new([
            state.size * state.stretch,
            0.0,
            0.0,
            state.size,
            0.0,
            state.rise,
        ]);
        let place = state.page * state.text * scale;
        let start = place * Point::ORIGIN;
        let end = place * Point::new(advance, 0.0);
        let up = place * Point::new(0.0, 1.0) - start;
        let along = place * Point::new(1.0, 0.0) - start;
        let space = if code == 32 && length == 1 {
            state.word_space
        } else {
            0.0
        };
        let step = (advance * state.size + state.letter_space + space) * state.stretch;
        state.text *= Affine::translate((step, 0.0));
        // Lines that do not run across the page are stamps at its side.
        if along.y.abs() > along.x.abs() * 0.2 || !start.is_finite() || !end.is_finite() {
            return;
        }
        let look = self.look(numbered, code);
        if look.text.is_empty() && !self.marked.says() {
            self.shown.untold += 1;
        }
        #[expect(clippy::cast_possible_truncation, reason = "points on a page")]
        self.shown.glyphs.push(Glyph {
            text: look.text,
            left: start.x.min(end.x) as f32,
            right: start.x.max(end.x) as f32,
            baseline: start.y as f32,
            size: up.hypot() as f32,
            run: self.run,
            face: numbered.0,
            ink: match look.ink {
                Ink::Mark(middle) => {
                    Ink::Mark((place * Point::new(f64::from(middle) / 1000.0, 0.0)).x as f32)
                }
                ink => ink,
            },
            artifact: self.marked.is_artifact(),
        });
    }
}

fn affine(numbers: [Number; 6]) -> Affine {
    Affine::new(numbers.map(|number| number.as_f64()))
}
