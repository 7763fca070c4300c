//! Dates: a day and month, a month and year, a year, digits with strokes.
//!
//! Months have names of several regions, often two side by side ("مارس/آذار",
//! "يوليو (تموز)"); many are common words too, so that a month alone counts
//! only beside a day, a year, its other name or a word that asks for a time.
//! Nothing is completed from elsewhere: a day without its year has no ISO date.

use std::cell::RefCell;
use std::ops::Range;

use super::numerals::{Lead, Month, NumberWords};
use super::{Reading, Splits, TokenKind};

/// A date found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDate {
    pub tokens: Range<usize>,
    pub year: Option<u16>,
    pub month: Option<Month>,
    pub day: Option<u8>,
}

impl CalendarDate {
    /// ISO 8601 as far as the text decides it: a day, a month of a year, or a
    /// year; none without a year and none in the Hijri calendar.
    pub fn iso(&self) -> Option<String> {
        let year = self.year.filter(|year| *year > 1500)?;
        match (self.month, self.day) {
            (None, _) => Some(format!("{year:04}")),
            (Some(month), _) if !month.gregorian => None,
            (Some(month), None) => Some(format!("{year:04}-{:02}", month.number)),
            (Some(month), Some(day)) => Some(format!("{year:04}-{:02}-{day:02}", month.number)),
        }
    }
}

/// All dates of a text, in order; `spellings` numbers the distinct spellings of
/// its tokens.
pub fn dates(
    reading: &Reading<'_>,
    spellings: &[u32],
    words: &impl NumberWords,
) -> Vec<CalendarDate> {
    let most = spellings.iter().max().map_or(0, |&most| most as usize + 1);
    let scan = Scan {
        reading,
        spellings,
        words,
        heard: RefCell::new(vec![None; most]),
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < reading.tokens.len() {
        match scan.date(at) {
            Some(date) => {
                at = date.tokens.end.max(at + 1);
                found.push(date);
            }
            None => at += 1,
        }
    }
    found
}

struct Scan<'a, 't, W> {
    reading: &'a Reading<'t>,
    spellings: &'a [u32],
    words: &'a W,
    /// Each distinct spelling met so far: most words say nothing of time, and
    /// say it often.
    heard: RefCell<Vec<Option<Heard>>>,
}

/// What one spelling says of time, clitics aside.
#[derive(Clone, Copy, Default)]
struct Heard {
    month: Option<Month>,
    lead: Option<Lead>,
    /// The first of the two words of a month's name.
    opens_month: bool,
}

impl<W: NumberWords> Scan<'_, '_, W> {
    fn date(&self, at: usize) -> Option<CalendarDate> {
        match self.kind(at)? {
            TokenKind::Number => self.strokes(at).or_else(|| self.day(at)),
            TokenKind::Word => self.month_alone(at).or_else(|| self.year_alone(at)),
            _ => None,
        }
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.reading.tokens.get(at).map(|token| token.kind)
    }

    /// The value of a token of plain digits.
    fn whole(&self, at: usize) -> Option<u16> {
        let token = self
            .reading
            .tokens
            .get(at)
            .filter(|token| token.kind == TokenKind::Number)?;
        let form = self.reading.tokens.form(token);
        if form.bytes().all(|byte| byte.is_ascii_digit()) {
            form.parse().ok()
        } else {
            None
        }
    }

    fn year(&self, at: usize) -> Option<u16> {
        self.whole(at).filter(|year| (1300..2200).contains(year))
    }

    /// 12/5/2018, 2018-05-12.
    fn strokes(&self, at: usize) -> Option<CalendarDate> {
        let stroke = |at: usize| {
            let token = self.reading.tokens.get(at)?;
            let mark = matches!(token.span.of(self.reading.text), "/" | "-");
            (mark && !token.spaced).then_some(())
        };
        stroke(at + 1)?;
        stroke(at + 3)?;
        let (first, second, third) = (self.whole(at)?, self.whole(at + 2)?, self.whole(at + 4)?);
        let (year, month, day) = if first > 31 {
            (first, second, third)
        } else {
            (third, second, first)
        };
        let month = u8::try_from(month)
            .ok()
            .filter(|month| (1..=12).contains(month))?;
        let day = u8::try_from(day)
            .ok()
            .filter(|day| (1..=31).contains(day))?;
        let year = Some(year).filter(|year| (1300..2200).contains(year))?;
        Some(CalendarDate {
            tokens: at..at + 5,
            year: Some(year),
            month: Some(Month {
                number: month,
                gregorian: year > 1500,
            }),
            day: Some(day),
        })
    }

    /// "12 مايو", "21 كانون الأول/ديسمبر 2016".
    fn day(&self, at: usize) -> Option<CalendarDate> {
        let day = self
            .whole(at)
            .and_then(|day| u8::try_from(day).ok())
            .filter(|day| (1..=31).contains(day))?;
        let (month, end) = self.month(at + 1).or_else(|| {
            // "12 من مايو", "12 من شهر مايو".
            let lead = self.lead(at + 1) == Some(Lead::Time);
            let second = lead && self.lead(at + 2) == Some(Lead::Time);
            self.month(at + 2)
                .filter(|_| lead)
                .or_else(|| self.month(at + 3).filter(|_| second))
        })?;
        let end = self.other_name(end);
        let (year, end) = self.year_after(end);
        Some(CalendarDate {
            tokens: at..end,
            year,
            month: Some(month),
            day: Some(day),
        })
    }

    fn month_alone(&self, at: usize) -> Option<CalendarDate> {
        let (month, plain) = self.month(at)?;
        let end = self.other_name(plain);
        let (year, end) = self.year_after(end);
        let asked = at
            .checked_sub(1)
            .and_then(|before| self.lead(before))
            .is_some_and(|lead| matches!(lead, Lead::Time | Lead::Year));
        (end > plain || asked).then_some(CalendarDate {
            tokens: at..end,
            year,
            month: Some(month),
            day: None,
        })
    }

    fn year_alone(&self, at: usize) -> Option<CalendarDate> {
        let year = self.year(at + 1)?;
        match self.lead(at)? {
            Lead::Year => Some(CalendarDate {
                tokens: at..at + 2,
                year: Some(year),
                month: None,
                day: None,
            }),
            // "منذ 2012،": a number that counts nothing.
            Lead::Time
                if year > 1500 && self.kind(at + 2).is_none_or(|kind| kind != TokenKind::Word) =>
            {
                Some(CalendarDate {
                    tokens: at + 1..at + 2,
                    year: Some(year),
                    month: None,
                    day: None,
                })
            }
            _ => None,
        }
    }

    /// The month named at a token and the token after it.
    fn month(&self, at: usize) -> Option<(Month, usize)> {
        if self.kind(at)? != TokenKind::Word {
            return None;
        }
        let heard = self.heard(at);
        if heard.opens_month && self.kind(at + 1) == Some(TokenKind::Word) {
            let two = format!("{} {}", self.reading.form(at), self.reading.form(at + 1));
            if let Some(month) = self.words.month(&two) {
                return Some((month, at + 2));
            }
        }
        heard.month.map(|month| (month, at + 1))
    }

    fn heard(&self, at: usize) -> Heard {
        let mut heard = self.heard.borrow_mut();
        let spelling = self.spellings.get(at).map(|&number| number as usize);
        let Some(known) = spelling.and_then(|number| heard.get_mut(number)) else {
            return Heard::default();
        };
        *known.get_or_insert_with(|| {
            let form = self.reading.form(at);
            let splits = Splits::without_pronouns(form);
            let readings = || splits.iter();
            Heard {
                month: readings()
                    .filter(|split| !split.article)
                    .find_map(|split| self.words.month(split.stem(form))),
                lead: readings().find_map(|split| self.words.lead(split.stem(form))),
                opens_month: self.words.opens_month(form),
            }
        })
    }

    /// Past the month's name in the other series: "/آذار", "(تموز)", "- تموز".
    fn other_name(&self, at: usize) -> usize {
        let joint = matches!(
            self.kind(at),
            Some(TokenKind::Symbol | TokenKind::Open | TokenKind::Dash)
        );
        match self.month(at + 1).filter(|_| joint) {
            Some((_, end))
                if self.kind(at) == Some(TokenKind::Open)
                    && self.kind(end) == Some(TokenKind::Close) =>
            {
                end + 1
            }
            Some((_, end)) => end,
            None => at,
        }
    }

    fn year_after(&self, at: usize) -> (Option<u16>, usize) {
        if let Some(year) = self.year(at) {
            return (Some(year), at + 1);
        }
        let lead = self.lead(at) == Some(Lead::Year);
        match self.year(at + 1).filter(|_| lead) {
            Some(year) => (Some(year), at + 2),
            None => (None, at),
        }
    }

    /// What a word says of a number after it, clitics aside.
    fn lead(&self, at: usize) -> Option<Lead> {
        if self.kind(at)? != TokenKind::Word {
            return None;
        }
        self.heard(at).lead
    }
}
