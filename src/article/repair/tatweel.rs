//! Words stretched with tatweel to fill a line: "الســـلام". A single one is
//! spelling ("هـ", "الـ20") or no more than taste, and stays.

use crate::article::sniff::is_arabic_letter;

const TATWEEL: char = '\u{640}';

pub(super) fn mend(text: &str) -> Option<(String, usize)> {
    if !text.contains("\u{640}\u{640}") {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut count = 0;
    let mut rest = text;
    while let Some(at) = rest.find(TATWEEL) {
        let (before, run) = rest.split_at(at);
        out.push_str(before);
        let after = run.trim_start_matches(TATWEEL);
        let length = (run.len() - after.len()) / TATWEEL.len_utf8();
        let joins = |c: char| is_arabic_letter(c) || super::is_mark(c);
        let follows = out.chars().next_back().is_some_and(joins);
        let goes_on = after.chars().next().is_some_and(joins);
        let left = match (follows, goes_on) {
            _ if length == 1 => 1,
            (true, true) => 0,
            (true, false) | (false, true) => 1,
            // A line drawn with it.
            (false, false) => length,
        };
        count += usize::from(left != length);
        out.extend(std::iter::repeat_n(TATWEEL, left));
        rest = after;
    }
    out.push_str(rest);
    (count > 0).then_some((out, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretched_words_are_set_plainly() {
        for (stretched, plain, count) in [
            ("الســـلام", "السلام", 1),
            ("الــــقاهــــرة الــ20", "القاهرة الـ20", 3),
            ("محمَّـــد", "محمَّد", 1),
        ] {
            assert_eq!(mend(stretched), Some((plain.to_owned(), count)));
        }
    }

    #[test]
    fn one_tatweel_and_drawn_lines_stay() {
        for text in ["هـ", "الـ20", "الـسلام", "ــــــــ", "عام 1445 هـ"] {
            assert_eq!(mend(text), None);
        }
    }
}
