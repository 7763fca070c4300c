//! Key quantities: a number with what it counts.
//!
//! "20 ألف جندي", "70% من عائدات الدولة", "عشرات الآلاف من السكان", "ستة
//! أسابيع". Words of approximation stay out of the span. Years, dates, times of
//! day and numbers that name something (a resolution, a channel) are no
//! quantities.

mod counted;
mod dual;

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::words::Words;
use super::{Date, Figure};
use crate::arabic::{CalendarDate, Lead, NumberWords, Numeral, Splits, TokenKind, dates, numeral};
use crate::lexicon::{Particle as Use, UnitClass};

/// A card shows no more.
const MOST: usize = 6;
/// Nor are more with the same number compared: no card would show them.
const ALIKE: usize = 64;

/// The dates of an article.
pub fn calendar_dates(words: &Words<'_>) -> Vec<CalendarDate> {
    dates(words.reading, words.ids(), words.lexicon)
}

/// The figures and the dates of a text.
pub fn of(words: &Words<'_>) -> (Vec<Figure>, Vec<Date>) {
    let dates = calendar_dates(words);
    (figures(words, &dates), dates_of(words, &dates))
}

/// Dates as the document gives them.
pub fn dates_of(words: &Words<'_>, found: &[CalendarDate]) -> Vec<Date> {
    let date = |date: &CalendarDate| {
        let span = words.reading.span(date.tokens.clone());
        Date {
            text: span.of(words.reading.text).to_owned(),
            span,
            iso: date.iso(),
        }
    };
    found.iter().map(date).collect()
}

/// The quantities of an article, the most newsworthy first, at most six.
pub fn figures(words: &Words<'_>, dates: &[CalendarDate]) -> Vec<Figure> {
    let scan = Scan { words, dates };
    let mut found: Vec<Candidate> = Vec::new();
    let mut seen: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    let mut counting = vec![None; words.spellings()];
    let mut at = 0;
    while at < words.len() {
        let may = counting
            .get_mut(words.spelling(at))
            .is_some_and(|may| *may.get_or_insert_with(|| scan.may_count(words.reading.form(at))));
        let quantity = if may { scan.quantity(at) } else { None };
        match quantity {
            Some(candidate) => {
                at = candidate.tokens.end.max(at + 1);
                let alike = seen.entry(candidate.least.to_bits()).or_default();
                let told = alike
                    .iter()
                    .filter_map(|place| found.get(*place))
                    .any(|known| known.same(&candidate));
                if !told && alike.len() < ALIKE {
                    alike.push(found.len());
                    found.push(candidate);
                }
            }
            None => at += 1,
        }
    }
    found.sort_by_key(|candidate| (std::cmp::Reverse(candidate.weight), candidate.tokens.start));
    found.truncate(MOST);
    found
        .into_iter()
        .map(|candidate| scan.figure(candidate))
        .collect()
}

struct Candidate {
    tokens: Range<usize>,
    value: Option<f64>,
    least: f64,
    unit: Option<String>,
    /// The folded counted noun, for comparison.
    noun: String,
    weight: i32,
}

impl Candidate {
    fn same(&self, other: &Self) -> bool {
        self.least.total_cmp(&other.least).is_eq()
            && (self.value.is_none() && other.value.is_none()
                || self.noun == other.noun
                || self.noun.is_empty()
                || other.noun.is_empty())
    }
}

struct Scan<'w, 'a> {
    words: &'w Words<'a>,
    dates: &'w [CalendarDate],
}

impl Scan<'_, '_> {
    /// Whether a quantity can begin with this folded form, in some reading.
    fn may_count(&self, form: &str) -> bool {
        let lexicon = self.words.lexicon;
        form.starts_with(|c: char| c.is_ascii_digit())
            || Splits::of(form).iter().any(|split| {
                let stem = split.stem(form);
                lexicon.number(stem).is_some() || lexicon.units.of(stem).is_some()
            })
    }

    fn figure(&self, candidate: Candidate) -> Figure {
        let reading = self.words.reading;
        let mut span = reading.span(candidate.tokens.clone());
        span.start = self
            .without_clitics(candidate.tokens.start)
            .unwrap_or(span.start);
        Figure {
            text: span.of(reading.text).to_owned(),
            span,
            value: candidate.value,
            unit: candidate.unit,
        }
    }

    /// Where a number word begins after "بـ", "وـ", "لـ".
    fn without_clitics(&self, at: usize) -> Option<usize> {
        let token = self
            .words
            .reading
            .tokens
            .get(at)
            .filter(|token| token.kind == TokenKind::Word)?;
        let form = self.words.reading.tokens.form(token);
        let known = |stem: &str| {
            self.words.lexicon.number(stem).is_some() || self.words.lexicon.units.of(stem).is_some()
        };
        let splits = Splits::without_pronouns(form);
        let split = splits.iter().find(|split| known(split.stem(form)))?;
        if split.article {
            return None;
        }
        let taken = form.len() - split.stem(form).len();
        let folded = crate::arabic::Span::new(token.folded.start + taken, token.folded.end);
        Some(self.words.reading.tokens.folded().original(folded).start)
    }

    fn quantity(&self, at: usize) -> Option<Candidate> {
        let after = self.dates.partition_point(|date| date.tokens.end <= at);
        if self
            .dates
            .get(after)
            .is_some_and(|date| date.tokens.contains(&at))
        {
            return None;
        }
        match numeral(self.words.reading, at, self.words.lexicon) {
            Some(number) => self.counted_number(&number),
            None => self.dual(at),
        }
    }

    fn counted_number(&self, number: &Numeral) -> Option<Candidate> {
        let end = number.tokens.end;
        if self.names_something(number) || number.definite && self.follows_noun(number.tokens.start)
        {
            return None;
        }
        let counted = self.counted(number);
        let tokens = match &counted {
            Some(counted) => number.tokens.start..counted.end,
            None => number.tokens.clone(),
        };
        let bare = counted.is_none();
        let named = |token: usize| self.words.get(token).is_some_and(|word| word.is(Use::TIME));
        if !number.digits && named(number.tokens.start) || self.is_year(number) {
            return None;
        }
        // A number word alone is a determiner or an adjective.
        let exact = number.value.filter(|value| *value < 11.0);
        let alone = number.percent || number.scaled && !(number.definite && number.value.is_none());
        if bare && !alone {
            return None;
        }
        if !number.digits && number.value == Some(1.0) || number.fraction && bare {
            return None;
        }
        let unit = counted
            .as_ref()
            .map_or(end..end, |counted| counted.unit.clone());
        let noun = unit
            .clone()
            .next()
            .map_or("", |token| self.words.stem(token))
            .to_owned();
        let class = unit
            .clone()
            .next()
            .and_then(|token| self.words.lexicon.units.of(self.words.stem(token)));
        let mut weight = self.place(number.tokens.start);
        weight += if number.digits { 3 } else { 0 };
        weight += if number.scaled || number.percent {
            3
        } else {
            0
        };
        weight += if exact.is_some() && !number.digits {
            -3
        } else {
            0
        };
        weight += match class {
            Some((UnitClass::People | UnitClass::Money | UnitClass::Arms, _)) => 2,
            Some((UnitClass::Measure, _)) => 1,
            Some((UnitClass::Time | UnitClass::Times, _)) => -2,
            None => 0,
        };
        let unit = self.words.reading.span(unit).of(self.words.reading.text);
        Some(Candidate {
            tokens,
            value: number.value,
            least: number.least,
            unit: (!unit.is_empty()).then(|| unit.to_owned()),
            noun,
            weight,
        })
    }

    /// "2019م": the letter of an era is written to it.
    fn is_year(&self, number: &Numeral) -> bool {
        let end = number.tokens.end;
        let tight = self.words.reading.tokens.get(end);
        number.digits
            && number
                .value
                .is_some_and(|value| (1000.0..2200.0).contains(&value))
            && tight.is_some_and(|token| !token.spaced && !token.first_of_line)
            && self.words.reading.form(end).chars().nth(1).is_none()
            && self.words.is_word(end)
    }

    /// "الدول الأربع": the number is an adjective of the noun before.
    fn follows_noun(&self, at: usize) -> bool {
        let Some(before) = at
            .checked_sub(1)
            .filter(|before| self.words.is_word(*before))
        else {
            return false;
        };
        let adjoining = self
            .words
            .reading
            .tokens
            .get(at)
            .is_some_and(|token| !token.first_of_line);
        adjoining
            && self
                .words
                .get(before)
                .is_some_and(|word| !word.is_function() && word.may_be_nominal())
    }

    /// How near the top of the article a token stands.
    pub(super) fn place(&self, token: usize) -> i32 {
        let sentences = &self.words.reading.sentences;
        let after = sentences.partition_point(|sentence| sentence.tokens.end <= token);
        let paragraph = sentences
            .get(after)
            .map_or(0, |sentence| sentence.paragraph);
        match paragraph {
            0 => 4,
            1 | 2 => 2,
            3..6 => 1,
            _ => 0,
        }
    }

    /// Whether the number is a name: "القرار 2231", "القناة 12", "F-16".
    fn names_something(&self, number: &Numeral) -> bool {
        let start = number.tokens.start;
        let tight = |at: usize| {
            self.words
                .reading
                .tokens
                .get(at)
                .is_some_and(|token| !token.spaced)
        };
        let mark = |at: usize| {
            matches!(
                self.words.kind(at),
                Some(TokenKind::Symbol | TokenKind::Dash | TokenKind::Colon)
            )
        };
        if number.digits
            && (mark(number.tokens.end) && tight(number.tokens.end + 1)
                || start > 0 && tight(start) && mark(start - 1))
        {
            return true;
        }
        let Some(before) = start.checked_sub(1) else {
            return false;
        };
        let form = self.words.reading.form(before);
        let splits = Splits::without_pronouns(form);
        let lead = splits
            .iter()
            .find_map(|split| self.words.lexicon.lead(split.stem(form)));
        match lead {
            Some(Lead::Label) => !number.scaled && self.counted(number).is_none(),
            Some(Lead::Hour | Lead::Year) => !number.scaled && !number.percent,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests;
