//! What the glyphs of a font say, and what their outlines look like where that
//! decides: which way a bracket faces, where a mark stands, what only stretches
//! a word.

use hayro_font::hayro_cmap::BfString;
use hayro_font::kurbo::{BezPath, ParamCurve as _, PathEl, Point, Shape as _};
use hayro_font::{Font, FontGlyph};
use unicode_normalization::UnicodeNormalization as _;

use super::glyph::{Ink, is_mark, mirrored};
use crate::article::sniff::is_arabic_letter;

const TATWEEL: char = '\u{640}';

/// What a glyph of a font says and looks like.
#[derive(Clone)]
pub(super) struct Look {
    pub(super) text: String,
    pub(super) ink: Ink,
}

impl Look {
    pub(super) fn of(font: &Font<'_>, code: u32) -> Self {
        let glyph = font.glyph(font.map_code(code), code);
        let told = match &glyph {
            FontGlyph::Outline(glyph) => glyph.as_unicode(),
            FontGlyph::Type3(glyph) => glyph.as_unicode(),
        };
        let text = match told {
            Some(BfString::Char(c)) => letters(c.encode_utf8(&mut [0; 4])),
            Some(BfString::String(text)) => letters(&text),
            None => String::new(),
        };
        let FontGlyph::Outline(glyph) = &glyph else {
            return Self {
                text,
                ink: Ink::Plain,
            };
        };
        let advance = font.code_advance(code).x;
        let mut chars = text.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) => Self {
                ink: ink(c, &glyph.outline(), advance),
                text,
            },
            // A bar needs no letter to be known.
            (None, None) if is_bar(&glyph.outline(), advance) => Self {
                ink: Ink::Bar,
                text: TATWEEL.to_string(),
            },
            _ => Self {
                ink: Ink::Plain,
                text,
            },
        }
    }
}

/// Looks at the outline of a glyph whose shape may decide.
fn ink(c: char, outline: &BezPath, advance: f64) -> Ink {
    if is_mark(c) {
        #[expect(clippy::cast_possible_truncation, reason = "thousandths of a size")]
        Ink::Mark(outline.bounding_box().center().x as f32)
    } else if (c == TATWEEL || !is_arabic_letter(c)) && is_bar(outline, advance) {
        Ink::Bar
    } else if mirrored(c).is_some() {
        bow(outline)
    } else {
        Ink::Plain
    }
}

/// What a glyph says in letters: no forms of letters, no codes of nothing.
fn letters(text: &str) -> String {
    let told = text.chars().filter(|c| !is_untold(*c));
    if !text.chars().any(is_form) {
        return told.collect();
    }
    let mut letters = String::new();
    for c in told {
        if is_form(c) {
            // A form of a lone mark is spelt with a space under it.
            letters.extend(c.nfkc().filter(|c| *c != ' '));
        } else {
            letters.push(c);
        }
    }
    letters
}

/// Presentation forms, of Arabic letters and of Latin ligatures.
fn is_form(c: char) -> bool {
    matches!(c, '\u{FB00}'..='\u{FB06}' | '\u{FB50}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Codes that tell no letter: controls, and those of private use.
fn is_untold(c: char) -> bool {
    c == '\u{FFFD}' || (c.is_control() && c != '\t') || ('\u{E000}'..='\u{F8FF}').contains(&c)
}

/// Whether a glyph of this outline, in thousandths of its type's size, is a
/// bar like that of `ـ`.
fn is_bar(outline: &BezPath, advance: f64) -> bool {
    let bounds = outline.bounding_box();
    let flat = bounds.height() > 0.0 && bounds.height() < 200.0;
    let low = (-80.0..250.0).contains(&bounds.center().y);
    flat && low && advance > 0.0 && bounds.width() >= advance * 0.95
}

/// On which side the bow of a bracket is, from its outline: at middle height
/// the ink of `(`, `[`, `{`, `<` and `«` stands further left than at its ends.
fn bow(outline: &BezPath) -> Ink {
    let bounds = outline.bounding_box();
    let (width, height) = (bounds.width(), bounds.height());
    if width <= 0.0 || height <= 0.0 {
        return Ink::Plain;
    }
    let (mut middle, mut ends) = (Mean::default(), Mean::default());
    for point in points(outline) {
        let at = (point.y - bounds.y0) / height;
        if (0.3..=0.7).contains(&at) {
            middle.add(point.x);
        } else if !(0.15..=0.85).contains(&at) {
            ends.add(point.x);
        }
    }
    match (middle.value(), ends.value()) {
        (Some(middle), Some(ends)) if (middle - ends).abs() > width * 0.05 => {
            if middle < ends {
                Ink::BowLeft
            } else {
                Ink::BowRight
            }
        }
        _ => Ink::Plain,
    }
}

#[derive(Default)]
struct Mean {
    sum: f64,
    count: u32,
}

impl Mean {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.count += 1;
    }

    fn value(&self) -> Option<f64> {
        (self.count > 0).then(|| self.sum / f64::from(self.count))
    }
}

/// Points along the outline, close enough together for a mean.
fn points(outline: &BezPath) -> Vec<Point> {
    const STEPS: u32 = 12;
    let mut points = Vec::new();
    let mut flat = outline.clone();
    if !matches!(flat.elements().last(), Some(PathEl::ClosePath) | None) {
        flat.close_path();
    }
    for segment in flat.segments() {
        points.extend((0..STEPS).map(|step| segment.eval(f64::from(step) / f64::from(STEPS))));
    }
    points
}
