//! The day a page was published, from the many ways in which pages write it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The longest text in which a date is looked for, in bytes.
const LONGEST: usize = 400;

/// Names of months, of one word or two.
static MONTHS: LazyLock<FxHashMap<&'static str, u8>> = LazyLock::new(|| {
    let lines = include_str!("../../../lexicon/months.tsv").lines();
    let rows = lines.filter_map(|line| line.strip_prefix("gregorian\t")?.split_once('\t'));
    rows.flat_map(|(month, names)| {
        let month = month.parse().unwrap_or_default();
        names.split('|').map(move |name| (name.trim(), month))
    })
    .collect()
});

/// `2024-03-05T10:00Z`, `20240305T1000`, `Tue, 05 Mar 2024 …`: the day, as ISO
/// 8601 writes it.
pub(super) fn machine(text: &str) -> Option<String> {
    let text = text.trim();
    let bytes = text.as_bytes();
    let digits = |from: usize, to: usize| -> Option<u16> {
        let part = text.get(from..to)?;
        part.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| part.parse().ok())?
    };
    let parted = bytes
        .get(4)
        .zip(bytes.get(7))
        .is_some_and(|(a, b)| a == b && matches!(a, b'-' | b'/'));
    let parts = if parted {
        (digits(0, 4), digits(5, 7), digits(8, 10))
    } else {
        (digits(0, 4), digits(4, 6), digits(6, 8))
    };
    if let (Some(year), Some(month), Some(day)) = parts {
        return iso(year, month, day);
    }
    words(text)
}

/// "الخميس، 7 مارس/آذار 2024 02:30 م".
pub(super) fn words(text: &str) -> Option<String> {
    if text.len() > LONGEST {
        return None;
    }
    let plain: String = text.chars().map(western).collect();
    let parts: Vec<&str> = plain
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    (0..parts.len()).find_map(|at| {
        let day: u16 = parts.get(at)?.parse().ok()?;
        let (month, mut after) = month(&parts, at + 1)?;
        if let Some((_, further)) = self::month(&parts, after) {
            after = further;
        }
        let year: u16 = parts.get(after)?.parse().ok()?;
        iso(year, u16::from(month), day)
    })
}

/// The month whose name begins here, and where its name ends.
fn month(parts: &[&str], at: usize) -> Option<(u8, usize)> {
    const ENGLISH: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let first = parts.get(at)?;
    if let Some(second) = parts.get(at + 1)
        && let Some(month) = MONTHS.get(format!("{first} {second}").as_str())
    {
        return Some((*month, at + 2));
    }
    let english = || {
        let start = first.get(..3)?.to_ascii_lowercase();
        let month = ENGLISH.iter().position(|name| *name == start)?;
        u8::try_from(month + 1).ok()
    };
    let month = MONTHS.get(first).copied().or_else(english)?;
    Some((month, at + 1))
}

fn iso(year: u16, month: u16, day: u16) -> Option<String> {
    let real = (1900..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    real.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Digits of the Arabic script as those of the Latin.
fn western(c: char) -> char {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        _ => return c,
    };
    char::from_digit(u32::from(c) - zero, 10).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_all_its_spellings() {
        for text in [
            "2024-03-05T10:00:00+03:00",
            "2024-03-05",
            "2024/03/05 10:00",
            "20240305T1000+0300",
            "Tue, 05 Mar 2024 10:00:00 GMT",
            "الثلاثاء، 5 مارس/آذار 2024 02:30 م",
            "نشر في: ٥ مارس ٢٠٢٤",
            "5 آذار 2024",
        ] {
            assert_eq!(machine(text).as_deref(), Some("2024-03-05"), "{text}");
        }
        assert_eq!(words("7 كانون الثاني 2020").as_deref(), Some("2020-01-07"));
    }

    #[test]
    fn what_is_no_day_gives_none() {
        for text in [
            "",
            "منذ يومين",
            "2024-13-05",
            "5 مارس",
            "0000-00-00",
            "1000 مارس 2024",
            "5",
        ] {
            assert_eq!(machine(text), None, "{text}");
        }
    }
}
