//! Characters that nobody sees: those that shape or order the text stay, the
//! rubbish of web pages and editors goes.

use crate::article::sniff::is_arabic_letter;

/// Characters without width that say nothing in Arabic: soft hyphens, word
/// breaks and joins, invisible operators, marks of annotation.
const fn is_rubbish(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{180E}' | '\u{200B}' | '\u{2060}'..='\u{2064}'
        | '\u{206A}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}')
}

const fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}')
}

pub(super) fn mend_zero_width(text: &str) -> Option<(String, usize)> {
    if !text.contains(|c| is_rubbish(c) || is_joiner(c)) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut count = 0;
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let useless = is_rubbish(c)
            || is_joiner(c) && !shapes(c, out.chars().next_back(), rest.clone().next());
        count += usize::from(useless);
        if !useless {
            out.push(c);
        }
    }
    (count > 0).then_some((out, count))
}

/// Whether a joiner or non-joiner between these two changes how either looks.
fn shapes(joiner: char, before: Option<char>, after: Option<char>) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| is_arabic_letter(c) || super::is_mark(c));
    // Scripts of India and pictures joined of several use them too.
    let other =
        |c: Option<char>| c.is_some_and(|c| !c.is_ascii() && !is_joiner(c) && !c.is_whitespace());
    match joiner {
        '\u{200C}' => {
            letter(before) && letter(after) || other(before) && !letter(before) && other(after)
        }
        _ => other(before) || letter(after),
    }
}

const fn is_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// Leaves out what opens an embedding or isolate that its line does not close,
/// what closes none, and a direction mark that follows its like.
pub(super) fn mend_controls(text: &str) -> Option<(String, usize)> {
    let is_control =
        |c| is_mark(c) || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    if !text.contains(is_control) {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut count = 0;
    for line in text.split_inclusive('\n') {
        let unmatched = unmatched(line);
        let mut stray = unmatched.iter().peekable();
        let mut before = None;
        for (at, c) in line.char_indices() {
            let twice = is_mark(c) && before == Some(c);
            if stray.next_if_eq(&&at).is_some() || twice {
                count += 1;
            } else {
                out.push(c);
                before = Some(c);
            }
        }
    }
    (count > 0).then_some((out, count))
}

/// Where the controls of a line stand that have no partner, in order.
fn unmatched(line: &str) -> Vec<usize> {
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut alone = Vec::new();
    for (at, c) in line.char_indices() {
        match c {
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => open.push((at, false)),
            '\u{2066}'..='\u{2068}' => open.push((at, true)),
            '\u{202C}' if open.last().is_some_and(|(_, isolate)| !isolate) => {
                open.pop();
            }
            // What stands open inside an isolate ends with it.
            '\u{2069}' if open.iter().any(|(_, isolate)| *isolate) => {
                while let Some((inner, false)) = open.pop() {
                    alone.push(inner);
                }
            }
            '\u{202C}' | '\u{2069}' => alone.push(at),
            _ => {}
        }
    }
    alone.extend(open.iter().map(|(at, _)| *at));
    alone.sort_unstable();
    alone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rubbish_goes() {
        for (text, clean, count) in [
            ("\u{200B}قال\u{AD}ت ال\u{FEFF}وزارة", "قالت الوزارة", 3),
            ("كتاب\u{200C} جديد\u{200D}\u{200D}", "كتاب جديد\u{200D}", 2),
        ] {
            assert_eq!(mend_zero_width(text), Some((clean.to_owned(), count)));
        }
    }

    #[test]
    fn what_shapes_letters_stays() {
        for text in ["می\u{200C}خواهد", "ه\u{200D} 1445", "👨\u{200D}👩", "plain"] {
            assert_eq!(mend_zero_width(text), None, "{text:?}");
        }
    }

    #[test]
    fn controls_without_a_partner_go() {
        for (text, clean, count) in [
            ("\u{202B}قال الوزير", "قال الوزير", 1),
            ("قال\u{202C} ثم\u{2069}", "قال ثم", 2),
            (
                "\u{2067}قال \u{202A}BBC\u{2069}",
                "\u{2067}قال BBC\u{2069}",
                1,
            ),
            ("\u{200F}\u{200F}\u{200F}قال", "\u{200F}قال", 2),
            ("\u{202B}قال\nثم\u{202C}", "قال\nثم", 2),
        ] {
            assert_eq!(mend_controls(text), Some((clean.to_owned(), count)));
        }
    }

    #[test]
    fn controls_that_order_the_text_stay() {
        for text in [
            "قال \u{202A}F-16\u{202C} ثم",
            "\u{2067}قال \u{2066}BBC\u{2069}\u{2069}",
            "\u{200F}قال (BBC)\u{200F}.",
            "بلا علامات",
        ] {
            assert_eq!(mend_controls(text), None, "{text:?}");
        }
    }
}
