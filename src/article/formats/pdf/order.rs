//! From the order the eye sees to the order of reading.
//!
//! The Unicode bidirectional algorithm (UAX #9) lays text out; here its
//! layout is undone. In a line that runs from right to left, stretches of
//! Latin words and numbers stand from left to right: which glyphs belong to
//! one such stretch follows from the algorithm's rules for numbers (W2 to W7)
//! and brackets (N0), and where these leave it open, from which glyphs the
//! file shows in one run.

use std::collections::HashSet;

use super::glyph::{Glyph, Ink, mirrored, opens};
use crate::article::sniff::is_arabic_letter;

/// What a glyph is to the algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Arabic,
    Latin,
    Digit,
    /// A single one of these joins two numbers: `.`, `,`, `:`, `/`.
    Joiner,
    /// Joins two numbers that follow no Arabic letter: `-`, `+`.
    Sign,
    /// Belongs to a number that follows no Arabic letter: `%`, `$`.
    Unit,
    Space,
    Other,
}

impl Kind {
    fn of(glyph: &Glyph) -> Self {
        let kinds = || glyph.text.chars().map(Self::of_char);
        let strong = kinds().find(|kind| matches!(kind, Self::Arabic | Self::Latin));
        strong
            .or_else(|| kinds().find(|kind| *kind == Self::Digit))
            .or_else(|| kinds().next())
            .unwrap_or(Self::Other)
    }

    fn of_char(c: char) -> Self {
        match c {
            _ if is_arabic_letter(c) => Self::Arabic,
            '0'..='9' | '\u{0660}'..='\u{0669}' | '\u{06F0}'..='\u{06F9}' => Self::Digit,
            '\u{066B}' | '\u{066C}' => Self::Joiner,
            '.' | ',' | ':' | '/' | '\u{060C}' | '\u{A0}' | '\u{202F}' => Self::Joiner,
            '+' | '-' | '\u{2212}' => Self::Sign,
            '%' | '#' | '$' | '°' | '‰' | '\u{066A}' | '£' | '€' | '¥' => Self::Unit,
            _ if c.is_whitespace() => Self::Space,
            _ if c.is_alphabetic() => Self::Latin,
            _ => Self::Other,
        }
    }

    const fn is_strong(self) -> bool {
        matches!(self, Self::Arabic | Self::Latin)
    }
}

/// No line that a person reads has more glyphs.
const LONGEST: usize = 4000;

/// Whether more of the letters are Arabic than not.
pub(super) fn runs_leftward<'g>(glyphs: impl Iterator<Item = &'g Glyph>) -> bool {
    let (mut arabic, mut latin) = (0_usize, 0_usize);
    for glyph in glyphs {
        match Kind::of(glyph) {
            Kind::Arabic => arabic += 1,
            Kind::Latin => latin += 1,
            _ => {}
        }
    }
    arabic >= latin && arabic > 0
}

/// The text of a line whose glyphs, spaces among them, stand from left to
/// right. `before` is the last letter's kind in the same paragraph, and is
/// brought up to date.
pub(super) fn reading(glyphs: &[Glyph], leftward: bool, before: &mut Option<Kind>) -> String {
    let mut text = String::new();
    if glyphs.len() > LONGEST {
        text.extend(glyphs.iter().map(|glyph| glyph.text.as_str()));
        return text;
    }
    let kinds: Vec<Kind> = glyphs.iter().map(Kind::of).collect();
    let line = Seen::new(glyphs, kinds);
    if leftward {
        line.read_leftward(0, line.kinds.len(), before, &mut text);
    } else {
        line.read_rightward(before, &mut text);
    }
    text
}

struct Seen<'g> {
    glyphs: &'g [Glyph],
    kinds: Vec<Kind>,
    /// Runs of Latin letters without an Arabic one: shown from left to right.
    rightward: HashSet<u32>,
}

impl<'g> Seen<'g> {
    fn new(glyphs: &'g [Glyph], kinds: Vec<Kind>) -> Self {
        let of = |kind: Kind| {
            let pairs = glyphs.iter().zip(&kinds);
            let these = pairs.filter(move |(_, other)| **other == kind);
            these.map(|(glyph, _)| glyph.run).collect::<HashSet<u32>>()
        };
        let rightward = &of(Kind::Latin) - &of(Kind::Arabic);
        Self {
            glyphs,
            kinds,
            rightward,
        }
    }

    fn kind(&self, at: usize) -> Kind {
        self.kinds.get(at).copied().unwrap_or(Kind::Other)
    }

    fn run(&self, at: usize) -> Option<u32> {
        self.glyphs.get(at).map(|glyph| glyph.run)
    }

    /// Reads glyphs `from..to` from right to left.
    fn read_leftward(&self, from: usize, to: usize, before: &mut Option<Kind>, text: &mut String) {
        let mut end = to;
        while end > from {
            let last = end - 1;
            let start = self.rightward(from, last, *before);
            if start < end {
                for at in start..end {
                    self.push(at, false, text);
                    self.note(at, before);
                }
                end = start;
            } else {
                self.push(last, true, text);
                self.note(last, before);
                end = last;
            }
        }
    }

    /// Reads a line that runs from left to right: Arabic in it is read from
    /// right to left.
    fn read_rightward(&self, before: &mut Option<Kind>, text: &mut String) {
        let mut at = 0;
        while at < self.kinds.len() {
            if self.kind(at) != Kind::Arabic {
                self.push(at, false, text);
                self.note(at, before);
                at += 1;
                continue;
            }
            let latin = (at..self.kinds.len()).find(|i| self.kind(*i) == Kind::Latin);
            let stop = latin.unwrap_or(self.kinds.len());
            let arabic = (at..stop).rev().find(|i| self.kind(*i) == Kind::Arabic);
            let end = arabic.unwrap_or(at) + 1;
            self.read_leftward(at, end, before, text);
            at = end;
        }
    }

    fn note(&self, at: usize, before: &mut Option<Kind>) {
        let kind = self.kind(at);
        if kind.is_strong() {
            *before = Some(kind);
        }
    }

    /// Where the stretch from left to right begins that ends with glyph
    /// `last`; past `last` where none does.
    fn rightward(&self, from: usize, last: usize, before: Option<Kind>) -> usize {
        let none = last + 1;
        let arabic = (from..none).rev().find(|at| self.kind(*at) == Kind::Arabic);
        let left = arabic.map_or(from, |at| at + 1);
        let latin = (left..none).find(|at| self.kind(*at) == Kind::Latin);
        match (self.kind(last), latin) {
            (_, Some(first)) if self.kind(last) == Kind::Latin || self.is_rightward(last) => {
                self.start_of_latin(left, first)
            }
            (Kind::Digit, Some(first)) if self.joins_latin(first, last) => {
                self.start_of_latin(left, first)
            }
            (Kind::Digit, _) => self.number(left, last, before),
            (Kind::Unit, _) if before != Some(Kind::Arabic) => {
                // A unit goes with the number before it.
                match last.checked_sub(1) {
                    Some(digit) if digit >= left && self.kind(digit) == Kind::Digit => {
                        self.number(left, digit, before)
                    }
                    _ => none,
                }
            }
            (_, Some(first)) if self.ends_latin(first, last) => self.start_of_latin(left, first),
            _ => none,
        }
    }

    fn is_rightward(&self, at: usize) -> bool {
        self.run(at)
            .is_some_and(|run| self.rightward.contains(&run))
    }

    /// Where the stretch begins that `first` is of: with its run, and with the
    /// digits that stand directly before.
    fn start_of_latin(&self, left: usize, first: usize) -> usize {
        let mut start = first;
        while start > left && self.is_rightward(start) && self.run(start - 1) == self.run(start) {
            start -= 1;
        }
        while start > left && self.kind(start - 1) == Kind::Digit {
            start -= 1;
        }
        start
    }

    /// Whether the number that ends at `last` is part of the Latin words to
    /// its left. In "GB 20" the number may be read first or last: first where
    /// it is shown before the words, and where words and number are runs of
    /// their own for no other reason, such as their face.
    fn joins_latin(&self, first: usize, last: usize) -> bool {
        if self.run(last) < self.run(first) {
            return false;
        }
        let one_run = (first..=last).all(|at| self.run(at) == self.run(last));
        let face = |at: usize| self.glyphs.get(at).map(|glyph| glyph.face);
        let one_face = (first..=last).all(|at| face(at) == face(last));
        let spaced = (first..=last).any(|at| self.kind(at) == Kind::Space);
        one_run || !one_face || !spaced
    }

    /// Whether a mark at the right end of Latin words belongs to them: it is
    /// the other half of a bracket among them.
    fn ends_latin(&self, first: usize, last: usize) -> bool {
        let bow = |at: usize| self.glyphs.get(at).map(|glyph| glyph.ink);
        if bow(last) != Some(Ink::BowRight) {
            return false;
        }
        let mut open = 0_i32;
        for at in (first..=last).rev() {
            match bow(at) {
                Some(Ink::BowRight) => open += 1,
                Some(Ink::BowLeft) => {
                    open -= 1;
                    if open == 0 {
                        return at > first;
                    }
                }
                _ => {}
            }
        }
        false
    }

    /// Where the number begins that ends at `last`.
    fn number(&self, left: usize, last: usize, before: Option<Kind>) -> usize {
        let after_arabic = before == Some(Kind::Arabic);
        let mut start = last;
        while start > left {
            let next = start - 1;
            let digit_beyond = next > left && self.kind(next - 1) == Kind::Digit;
            match self.kind(next) {
                Kind::Digit => start = next,
                Kind::Joiner if digit_beyond => start = next - 1,
                Kind::Sign if digit_beyond && !after_arabic => start = next - 1,
                Kind::Unit if !after_arabic => start = next,
                _ => break,
            }
        }
        start
    }

    /// Adds what a glyph says, with brackets as they are written.
    fn push(&self, at: usize, leftward: bool, text: &mut String) {
        let Some(glyph) = self.glyphs.get(at) else {
            return;
        };
        let bow_left = match glyph.ink {
            Ink::BowLeft => true,
            Ink::BowRight => false,
            Ink::Plain | Ink::Mark(_) | Ink::Bar => return text.push_str(&glyph.text),
        };
        for c in glyph.text.chars() {
            let turned = opens(c) != (bow_left != leftward);
            text.push(mirrored(c).filter(|_| turned).unwrap_or(c));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Glyphs as they stand from left to right; `|` parts runs. Brackets have
    /// the codes of their shapes.
    fn line(seen: &str) -> Vec<Glyph> {
        let mut run = 0;
        let mut glyphs = Vec::new();
        for c in seen.chars() {
            if c == '|' {
                run += 1;
                continue;
            }
            let ink = match mirrored(c) {
                Some(_) if opens(c) => Ink::BowLeft,
                Some(_) => Ink::BowRight,
                None => Ink::Plain,
            };
            glyphs.push(Glyph {
                text: c.to_string(),
                left: 0.0,
                right: 0.0,
                baseline: 0.0,
                size: 12.0,
                run,
                face: 0,
                ink,
                artifact: false,
            });
        }
        glyphs
    }

    fn read(seen: &str) -> String {
        reading(&line(seen), true, &mut None)
    }

    #[test]
    fn words_are_read_from_the_right_and_numbers_from_the_left() {
        assert_eq!(read("يف 15/03/2024 موي"), "يوم 15/03/2024 في");
        assert_eq!(read("فلا 12,500.5 وحن"), "نحو 12,500.5 الف");
        // After an Arabic letter a dash turns two numbers round, and the sign
        // of a percentage stands on their left.
        assert_eq!(read("%12.5 ،30-20 نيب"), "بين 20-30، 12.5%");
        // At the beginning of a paragraph they stand as in Latin text.
        assert_eq!(read("نم 50%"), "50% من");
        assert_eq!(read("اليتق 20-30"), "20-30 قتيلا");
    }

    #[test]
    fn brackets_face_the_way_that_they_are_read() {
        assert_eq!(read("(صن) «لوق»"), "«قول» (نص)");
        assert_eq!(read("(WHO) ةمظنم"), "منظمة (WHO)");
        assert_eq!(read("لاق |OPEC (Plus)| نع"), "عن OPEC (Plus) قال");
    }

    #[test]
    fn runs_tell_which_number_goes_with_latin_words() {
        assert_eq!(read("لاق |Boeing 737| نع"), "عن Boeing 737 قال");
        assert_eq!(read("ام |GB| |100| نع"), "عن 100 GB ما");
        assert_eq!(read("نم F-16 ةرئاط"), "طائرة F-16 من");
    }

    #[test]
    fn arabic_in_a_latin_line_is_read_from_the_right() {
        let text = reading(&line("the word مالس means peace"), false, &mut None);
        assert_eq!(text, "the word سلام means peace");
    }
}
