//! Numbers in digits and in words.
//!
//! "20 ألف", "1.5 مليون", "١٢٫٥٪", "ثلاثة وعشرين ألفا", "مليون ونصف",
//! "عشرات الآلاف". The words themselves are given by [`NumberWords`]; the
//! grammar is here: units go before tens with و, hundreds and scales multiply
//! what stands before them, و adds after a hundred or a scale.

use std::ops::Range;

use super::{Reading, Split, Splits, TokenKind};

/// What a word is to a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// One to ten.
    Unit(f64),
    Tens(f64),
    /// A hundred, which a unit before may multiply.
    Hundred,
    /// Two hundred, three hundred, in one word.
    Hundreds(f64),
    /// A thousand and more: multiplies what stands before.
    Scale(f64),
    /// Two thousand, two million, in one word.
    Pair(f64),
    /// "Tens", "hundreds": at least twice this.
    Many(f64),
    Fraction(f64),
}

/// What a word before a number says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lead {
    /// An approximation.
    About,
    /// The number names something: an article, a resolution.
    Label,
    Year,
    Time,
    Hour,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    pub number: u8,
    pub gregorian: bool,
}

/// The vocabulary of numbers and dates, looked up by folded words.
pub trait NumberWords {
    fn number(&self, folded: &str) -> Option<NumberWord>;
    fn month(&self, folded: &str) -> Option<Month>;
    /// Whether a month's name of two words begins so.
    fn opens_month(&self, folded: &str) -> bool;
    fn lead(&self, folded: &str) -> Option<Lead>;
}

/// A number found in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Numeral {
    pub tokens: Range<usize>,
    /// None where the words give only an order of size.
    pub value: Option<f64>,
    /// At least this: of an order of size.
    pub least: f64,
    pub digits: bool,
    /// Written with a per cent sign or words.
    pub percent: bool,
    /// Goes on a noun with the article: "العشرات".
    pub definite: bool,
    pub fraction: bool,
    /// A thousand or more stands among its words.
    pub scaled: bool,
}

/// The value of digits with separators; `,` parts thousands, `.` decimals
/// unless it parts groups of three more than once.
pub fn digits(folded: &str) -> Option<f64> {
    let bare = folded.strip_suffix('%').unwrap_or(folded);
    let stops = bare.matches('.').count();
    let plain: String = bare
        .chars()
        .filter(|c| *c != ',' && (stops < 2 || *c != '.'))
        .collect();
    // "1,5" has one digit after the comma: a decimal comma.
    let decimal = bare.matches(',').count() == 1
        && stops == 0
        && bare.rsplit(',').next().is_some_and(|tail| tail.len() != 3);
    if decimal {
        bare.replace(',', ".").parse().ok()
    } else {
        plain.parse().ok()
    }
}

/// The number that starts at a token, as far as it goes.
pub fn numeral(reading: &Reading<'_>, at: usize, words: &impl NumberWords) -> Option<Numeral> {
    let first = reading.tokens.get(at)?;
    let form = reading.tokens.form(first);
    let mut sum = Sum::default();
    match first.kind {
        TokenKind::Number => sum.start(NumberWord::Unit(digits(form)?)),
        TokenKind::Word => {
            let (split, word) = read(form, words)?;
            sum.definite = split.article;
            sum.start(word);
        }
        _ => return None,
    }
    sum.digits = first.kind == TokenKind::Number;
    let mut percent = sum.digits && form.ends_with('%');
    let mut end = at + 1;
    while !percent && let Some(next) = sum.take(reading, end, words) {
        end = next;
    }
    if let Some(next) = hundredth(reading, end, words).filter(|_| !percent) {
        percent = true;
        end = next;
    }
    Some(Numeral {
        tokens: at..end,
        value: (!sum.vague).then_some(sum.value()),
        least: sum.value(),
        digits: sum.digits,
        percent,
        definite: sum.definite,
        fraction: sum.fraction,
        scaled: sum.scale > 0.0,
    })
}

/// A number word under clitics; a pronoun makes it another word.
fn read(form: &str, words: &impl NumberWords) -> Option<(Split, NumberWord)> {
    let splits = Splits::without_pronouns(form);
    let mut readings = splits.iter();
    readings.find_map(|split| words.number(split.stem(form)).map(|word| (*split, word)))
}

/// "في المئة", "بالمئة": the token after it.
fn hundredth(reading: &Reading<'_>, at: usize, words: &impl NumberWords) -> Option<usize> {
    let hundred = |token: usize| {
        let form = reading.form(token);
        read(form, words)
            .filter(|(split, word)| split.article && *word == NumberWord::Hundred)
            .map(|(split, _)| split)
    };
    if hundred(at).is_some_and(|split| split.particle.is_some()) {
        return Some(at + 1);
    }
    let short = reading.form(at).chars().count() == 2;
    (short && hundred(at + 1).is_some()).then_some(at + 2)
}

/// What has been read of a number.
#[derive(Debug, Default)]
struct Sum {
    /// Complete thousands, millions.
    total: f64,
    /// What a scale that follows would multiply.
    current: f64,
    /// The last scale, zero before any.
    scale: f64,
    last: Option<NumberWord>,
    vague: bool,
    digits: bool,
    definite: bool,
    fraction: bool,
}

impl Sum {
    fn value(&self) -> f64 {
        self.total + self.current
    }

    fn start(&mut self, word: NumberWord) {
        self.add(word);
    }

    fn add(&mut self, word: NumberWord) {
        match word {
            NumberWord::Unit(value) | NumberWord::Tens(value) | NumberWord::Hundreds(value) => {
                self.current += value
            }
            NumberWord::Hundred => self.current += 100.0,
            NumberWord::Many(value) => {
                self.vague = true;
                self.current += value;
            }
            NumberWord::Fraction(value) => {
                self.fraction = true;
                self.current += value;
            }
            NumberWord::Pair(value) => {
                self.total += value;
                self.scale = value / 2.0;
            }
            NumberWord::Scale(value) => self.multiply(value),
        }
        self.last = Some(word);
    }

    fn multiply(&mut self, scale: f64) {
        if self.current == 0.0 && self.total > 0.0 {
            self.total *= scale;
        } else {
            self.total += if self.current == 0.0 {
                scale
            } else {
                self.current * scale
            };
        }
        self.current = 0.0;
        self.scale = scale;
        self.fraction = false;
        self.last = Some(NumberWord::Scale(scale));
    }

    /// Takes the next word in and gives the token after it.
    fn take(
        &mut self,
        reading: &Reading<'_>,
        at: usize,
        words: &impl NumberWords,
    ) -> Option<usize> {
        let token = reading
            .tokens
            .get(at)
            .filter(|token| !token.first_of_line)?;
        if token.kind != TokenKind::Word {
            return None;
        }
        let form = reading.tokens.form(token);
        // "مليون و200 ألف": the conjunction stands apart from digits.
        if form.chars().nth(1).is_none() && self.scale > 0.0 {
            let next = reading
                .tokens
                .get(at + 1)
                .filter(|next| next.kind == TokenKind::Number && !next.spaced)?;
            let value = digits(reading.tokens.form(next)).filter(|value| *value < self.scale)?;
            self.add(NumberWord::Unit(value));
            return Some(at + 2);
        }
        let (split, word) = read(form, words)?;
        if split.particle.is_some() {
            return None;
        }
        if split.conjunction.is_some() {
            return self.joins(word).then(|| {
                match word {
                    NumberWord::Fraction(part) => self.total += part * self.scale,
                    _ => self.add(word),
                }
                at + 1
            });
        }
        match (self.last?, word) {
            (NumberWord::Unit(unit), NumberWord::Unit(10.0)) if unit < 10.0 && !self.digits => {
                self.current += 10.0
            }
            (NumberWord::Unit(unit), NumberWord::Hundred) if unit < 10.0 && !self.digits => {
                self.current += unit * 99.0
            }
            (NumberWord::Scale(_) | NumberWord::Pair(_), NumberWord::Scale(scale))
                if self.current == 0.0 =>
            {
                self.multiply(scale)
            }
            (last, NumberWord::Scale(scale))
                if !matches!(last, NumberWord::Scale(_) | NumberWord::Pair(_)) =>
            {
                self.multiply(scale)
            }
            _ => return None,
        }
        self.last = Some(word);
        Some(at + 1)
    }

    /// Whether a word joined by و adds to the number.
    fn joins(&self, word: NumberWord) -> bool {
        match (self.last, word) {
            (Some(NumberWord::Unit(unit)), NumberWord::Tens(_)) => unit < 10.0,
            (Some(NumberWord::Scale(_) | NumberWord::Pair(_)), NumberWord::Fraction(_)) => true,
            (
                Some(NumberWord::Hundred | NumberWord::Hundreds(_)),
                NumberWord::Unit(_) | NumberWord::Tens(_),
            ) => true,
            (
                Some(NumberWord::Scale(_) | NumberWord::Pair(_)),
                NumberWord::Unit(_)
                | NumberWord::Tens(_)
                | NumberWord::Hundred
                | NumberWord::Hundreds(_),
            ) => true,
            (
                Some(NumberWord::Scale(before)),
                NumberWord::Scale(after) | NumberWord::Pair(after),
            ) => after < before,
            _ => false,
        }
    }
}
