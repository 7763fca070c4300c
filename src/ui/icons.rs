//! Icons, drawn with strokes on a grid of 16 by 16.
//!
//! Each is a plain function of painter, square and colour, as the text widgets
//! take them. Nothing here holds text.

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, vec2};

use crate::stance::Stance;

/// An icon as a widget takes it.
pub type Icon = fn(&Painter, Rect, Color32);

struct Pen<'a> {
    painter: &'a Painter,
    rect: Rect,
    colour: Color32,
}

impl<'a> Pen<'a> {
    const GRID: f32 = 16.0;

    fn new(painter: &'a Painter, rect: Rect, colour: Color32) -> Self {
        let side = rect.width().min(rect.height());
        let rect = Rect::from_center_size(rect.center(), vec2(side, side));
        Self {
            painter,
            rect,
            colour,
        }
    }

    fn unit(&self) -> f32 {
        self.rect.width() / Self::GRID
    }

    fn at(&self, x: f32, y: f32) -> Pos2 {
        self.rect.min + vec2(x, y) * self.unit()
    }

    fn stroke(&self) -> Stroke {
        // Large signs are drawn with a finer line.
        Stroke::new(1.5 * self.unit().min(1.3), self.colour)
    }

    fn points(&self, points: &[(f32, f32)]) -> Vec<Pos2> {
        points.iter().map(|&(x, y)| self.at(x, y)).collect()
    }

    fn line(&self, points: &[(f32, f32)]) {
        self.painter
            .add(Shape::line(self.points(points), self.stroke()));
    }

    fn outline(&self, points: &[(f32, f32)]) {
        self.painter
            .add(Shape::closed_line(self.points(points), self.stroke()));
    }

    /// A filled shape; its corners must turn one way.
    fn solid(&self, points: &[(f32, f32)]) {
        self.painter.add(Shape::convex_polygon(
            self.points(points),
            self.colour,
            Stroke::NONE,
        ));
    }

    fn circle(&self, x: f32, y: f32, radius: f32) {
        let radius = radius * self.unit();
        self.painter
            .circle_stroke(self.at(x, y), radius, self.stroke());
    }

    fn dot(&self, x: f32, y: f32, radius: f32) {
        let radius = radius * self.unit();
        self.painter
            .circle_filled(self.at(x, y), radius, self.colour);
    }

    fn box_at(&self, from: (f32, f32), to: (f32, f32), radius: f32) {
        let rect = Rect::from_two_pos(self.at(from.0, from.1), self.at(to.0, to.1));
        self.painter.rect_stroke(
            rect,
            radius * self.unit(),
            self.stroke(),
            StrokeKind::Middle,
        );
    }
}

/// A folder.
pub fn open(painter: &Painter, rect: Rect, colour: Color32) {
    Pen::new(painter, rect, colour).outline(&[
        (1.8, 13.0),
        (1.8, 3.2),
        (6.2, 3.2),
        (7.8, 5.2),
        (14.2, 5.2),
        (14.2, 13.0),
    ]);
}

/// A clipboard.
pub fn paste(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.line(&[
        (5.2, 3.4),
        (3.0, 3.4),
        (3.0, 14.2),
        (13.0, 14.2),
        (13.0, 3.4),
        (10.8, 3.4),
    ]);
    pen.box_at((5.4, 1.8), (10.6, 5.0), 1.0);
}

/// Two sheets.
pub fn copy(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.box_at((5.6, 5.6), (14.0, 14.0), 1.6);
    pen.line(&[
        (3.2, 10.4),
        (2.0, 10.4),
        (2.0, 2.0),
        (10.4, 2.0),
        (10.4, 3.2),
    ]);
}

/// A magnifying glass.
pub fn find(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.circle(7.0, 7.0, 4.4);
    pen.line(&[(10.4, 10.4), (14.2, 14.2)]);
}

/// A disc, half of it filled.
pub fn theme(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.circle(8.0, 8.0, 5.8);
    let half: Vec<_> = (0..=16u8)
        .map(|step| {
            let turn = std::f32::consts::PI * (f32::from(step) / 16.0 - 0.5);
            (8.0 + 5.8 * turn.cos(), 8.0 + 5.8 * turn.sin())
        })
        .collect();
    pen.solid(&half);
}

/// Three dots.
pub fn more(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    for x in [3.0, 8.0, 13.0] {
        pen.dot(x, 8.0, 1.35);
    }
}

/// A page beside a narrow column: the article list.
pub fn list(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    for y in [4.0, 8.0, 12.0] {
        pen.dot(2.8, y, 1.0);
        pen.line(&[(5.8, y), (14.0, y)]);
    }
}

/// The same list for a layout from the right.
pub fn list_mirrored(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    for y in [4.0, 8.0, 12.0] {
        pen.dot(13.2, y, 1.0);
        pen.line(&[(10.2, y), (2.0, y)]);
    }
}

pub fn close(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.line(&[(4.0, 4.0), (12.0, 12.0)]);
    pen.line(&[(12.0, 4.0), (4.0, 12.0)]);
}

pub fn check(painter: &Painter, rect: Rect, colour: Color32) {
    Pen::new(painter, rect, colour).line(&[(3.0, 8.6), (6.6, 12.0), (13.0, 4.4)]);
}

pub fn chevron_down(painter: &Painter, rect: Rect, colour: Color32) {
    Pen::new(painter, rect, colour).line(&[(4.0, 6.2), (8.0, 10.2), (12.0, 6.2)]);
}

pub fn chevron_up(painter: &Painter, rect: Rect, colour: Color32) {
    Pen::new(painter, rect, colour).line(&[(4.0, 10.2), (8.0, 6.2), (12.0, 10.2)]);
}

pub fn arrow_left(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.line(&[(13.0, 8.0), (3.0, 8.0)]);
    pen.line(&[(6.6, 4.6), (3.0, 8.0), (6.6, 11.4)]);
}

pub fn arrow_right(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.line(&[(3.0, 8.0), (13.0, 8.0)]);
    pen.line(&[(9.4, 4.6), (13.0, 8.0), (9.4, 11.4)]);
}

/// A triangle with a stroke and a dot in it.
pub fn warning(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.outline(&[(8.0, 2.2), (14.4, 13.4), (1.6, 13.4)]);
    pen.line(&[(8.0, 6.2), (8.0, 9.6)]);
    pen.dot(8.0, 11.5, 0.9);
}

/// An i in a circle.
pub fn about(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.circle(8.0, 8.0, 6.2);
    pen.dot(8.0, 5.0, 0.95);
    pen.line(&[(8.0, 7.4), (8.0, 11.4)]);
}

/// A question mark in a circle.
pub fn why(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.circle(8.0, 8.0, 6.4);
    pen.line(&[
        (5.9, 6.3),
        (6.3, 5.0),
        (7.3, 4.3),
        (8.7, 4.3),
        (9.8, 5.1),
        (10.0, 6.4),
        (9.3, 7.4),
        (8.3, 8.1),
        (8.0, 9.4),
    ]);
    pen.dot(8.0, 11.5, 0.9);
}

/// A sheet with lines, for an article from a file.
pub fn document(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.box_at((3.2, 1.8), (12.8, 14.2), 1.4);
    for y in [5.2, 8.0, 10.8] {
        pen.line(&[(5.8, y), (10.2, y)]);
    }
}

pub fn plus(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.line(&[(8.0, 3.5), (8.0, 12.5)]);
    pen.line(&[(3.5, 8.0), (12.5, 8.0)]);
}

pub fn minus(painter: &Painter, rect: Rect, colour: Color32) {
    Pen::new(painter, rect, colour).line(&[(3.5, 8.0), (12.5, 8.0)]);
}

/// Keeps the place of an icon where there is none.
pub fn nothing(_: &Painter, _: Rect, _: Color32) {}

/// A keyboard.
pub fn keys(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.box_at((1.4, 3.8), (14.6, 12.2), 1.6);
    for x in [4.4, 8.0, 11.6] {
        pen.dot(x, 6.6, 0.8);
    }
    pen.line(&[(5.0, 9.6), (11.0, 9.6)]);
}

/// A large and a small A.
pub fn letters(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    pen.line(&[(0.8, 13.0), (4.9, 3.0), (9.0, 13.0)]);
    pen.line(&[(2.4, 9.4), (7.4, 9.4)]);
    pen.circle(12.3, 10.6, 2.3);
    pen.line(&[(14.7, 8.0), (14.7, 13.1)]);
}

/// A turning arrow.
pub fn reload(painter: &Painter, rect: Rect, colour: Color32) {
    let pen = Pen::new(painter, rect, colour);
    let arc: Vec<_> = (0..=20u8)
        .map(|step| {
            let turn = std::f32::consts::TAU * (0.05 + 0.8 * f32::from(step) / 20.0);
            (8.0 + 5.2 * turn.cos(), 8.0 + 5.2 * turn.sin())
        })
        .collect();
    pen.line(&arc);
    pen.line(&[(12.6, 1.8), (12.8, 5.2), (9.4, 5.4)]);
}

/// ▲: for.
pub fn support(painter: &Painter, rect: Rect, colour: Color32) {
    Pen::new(painter, rect, colour).solid(&[(8.0, 2.6), (14.2, 13.0), (1.8, 13.0)]);
}

/// ■: against.
pub fn oppose(painter: &Painter, rect: Rect, colour: Color32) {
    Pen::new(painter, rect, colour).solid(&[(3.2, 3.2), (12.8, 3.2), (12.8, 12.8), (3.2, 12.8)]);
}

/// ◆: on conditions.
pub fn conditional(painter: &Painter, rect: Rect, colour: Color32) {
    Pen::new(painter, rect, colour).solid(&[(8.0, 1.6), (14.4, 8.0), (8.0, 14.4), (1.6, 8.0)]);
}

/// ●: neither.
pub fn neutral(painter: &Painter, rect: Rect, colour: Color32) {
    Pen::new(painter, rect, colour).dot(8.0, 8.0, 5.4);
}

/// ○: nothing stated.
pub fn unstated(painter: &Painter, rect: Rect, colour: Color32) {
    Pen::new(painter, rect, colour).circle(8.0, 8.0, 4.8);
}

pub fn of_stance(stance: Option<Stance>) -> Icon {
    match stance {
        Some(Stance::Support) => support,
        Some(Stance::Oppose) => oppose,
        Some(Stance::Conditional) => conditional,
        Some(Stance::Neutral) => neutral,
        None => unstated,
    }
}
