//! Text in visual order: letters stored as they stand on the line from left to
//! right, as old terminals and careless converters of PDF write them.
//!
//! No word of Arabic begins with teh marbuta or alef maqsura, and one in four
//! begins with the article; read from the wrong end, many begin with the first
//! two, many end with the article, and none the other way round. The text is
//! turned only where this is plain, line by line, with numbers and Latin words
//! left in their own order (the inverse of rule L2 of the Unicode
//! bidirectional algorithm for a right-to-left line).

use super::forms;
use crate::article::sniff::is_arabic_letter;

pub(super) fn mend(text: &str) -> Option<(String, usize)> {
    if !forms::may_hold(text) && !begins_impossibly(text) {
        return None;
    }
    let evidence = Evidence::of(text);
    if !evidence.is_visual() {
        return None;
    }
    let shape = Shape::of(text);
    let mut out = String::with_capacity(text.len());
    let mut count = 0;
    for line in text.split_inclusive('\n') {
        let (body, end) = match line.strip_suffix('\n') {
            Some(body) => (body, "\n"),
            None => (line, ""),
        };
        if body.chars().any(is_arabic_letter) && !Evidence::of(body).is_logical() {
            out.extend(turned(body, shape));
            count += 1;
        } else {
            out.push_str(body);
        }
        out.push_str(end);
    }
    Some((out, count))
}

/// Whether any word begins as none does, told without looking at the others.
fn begins_impossibly(text: &str) -> bool {
    let bytes = text.as_bytes();
    // The last bytes of teh marbuta and alef maqsura.
    memchr::memchr2_iter(0xA9, 0x89, bytes).any(|at| {
        let start = at.saturating_sub(1);
        let letter = matches!(bytes.get(start..=at), Some([0xD8, 0xA9] | [0xD9, 0x89]));
        letter && {
            let before = text.get(..start).and_then(|text| text.chars().next_back());
            !before.is_some_and(is_part)
        }
    })
}

/// Of a word: a letter or one of its marks.
fn is_part(c: char) -> bool {
    is_arabic_letter(c) || super::is_mark(c)
}

/// How many words can stand so in one order only, or hardly in the other.
#[derive(Default)]
struct Evidence {
    /// Words that begin as none does.
    impossible: usize,
    /// Words that end with the article read backwards.
    backward: usize,
    /// Words that begin with the article, or end as many do.
    forward: usize,
}

impl Evidence {
    fn of(text: &str) -> Self {
        let mut found = Self::default();
        for word in text.split(|c| !is_part(c)) {
            // Two bytes a letter: shorter words say nothing.
            if word.len() < 6 {
                continue;
            }
            let plain;
            let word = if word.chars().any(|c| c >= '\u{FB50}') {
                plain = forms::letters(word);
                plain.as_str()
            } else {
                word
            };
            let long = word.len() >= 10;
            found.impossible += usize::from(word.starts_with(['ة', 'ى']));
            found.backward += usize::from(long && word.ends_with("لا"));
            found.forward += usize::from(long && word.starts_with("ال"));
            found.forward += usize::from(word.ends_with(['ة', 'ى']));
        }
        found
    }

    const fn is_visual(&self) -> bool {
        let all = self.impossible + self.backward;
        self.impossible >= 1 && all >= 2 && all >= 2 * self.forward
    }

    const fn is_logical(&self) -> bool {
        self.forward >= 2 && self.impossible == 0 && self.forward > 4 * self.backward
    }
}

/// How the letters and marks of a text were put in visual order.
#[derive(Clone, Copy)]
struct Shape {
    /// Brackets are stored as they look and not as they are meant.
    mirrored: bool,
    /// Vowel signs stand behind their letters all the same.
    marks_follow: bool,
}

impl Shape {
    fn of(text: &str) -> Self {
        let (mut meant, mut seen) = (0_usize, 0_usize);
        let (mut first, mut last) = (0_usize, 0_usize);
        for line in text.lines() {
            let mut depth = 0_usize;
            // Brackets in the order of reading, that is from the right.
            for c in line.chars().rev() {
                match c {
                    '(' | '[' | '{' | '«' | '‹' => depth += 1,
                    ')' | ']' | '}' | '»' | '›' if depth > 0 => {
                        depth -= 1;
                        meant += 1;
                    }
                    ')' | ']' | '}' | '»' | '›' => seen += 1,
                    _ => {}
                }
            }
            for word in line.split_whitespace() {
                first += usize::from(word.starts_with(super::is_mark));
                last += usize::from(word.ends_with(super::is_mark));
            }
        }
        Self {
            mirrored: seen > meant,
            marks_follow: last > first,
        }
    }
}

/// A line in the order of reading.
fn turned(line: &str, shape: Shape) -> Vec<char> {
    let chars: Vec<char> = line.chars().collect();
    let mut out = Vec::with_capacity(chars.len());
    // What keeps its order inside: numbers, Latin words, letters with signs.
    let mut parts = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let run = left_to_right(chars.get(at..).unwrap_or_default());
        let marked = chars.get(at + 1..).unwrap_or_default();
        let marks = marked.iter().take_while(|c| super::is_mark(**c)).count();
        let length = match run {
            0 if shape.marks_follow => 1 + marks,
            0 => 1,
            run => run,
        };
        parts.push(at..at + length);
        at += length;
    }
    for part in parts.into_iter().rev() {
        match chars.get(part).unwrap_or_default() {
            [one] if shape.mirrored => out.push(mirror(*one)),
            part => out.extend_from_slice(part),
        }
    }
    out
}

/// How many characters at the head are read from left to right together: a
/// number with its separators, or Latin words with what stands between them.
fn left_to_right(chars: &[char]) -> usize {
    let latin = |c: char| c.is_alphabetic() && !is_arabic_letter(c) && !super::is_mark(c);
    let Some(&first) = chars.first() else {
        return 0;
    };
    let mut end = 0;
    if latin(first) {
        for (at, &c) in chars.iter().enumerate() {
            if is_arabic_letter(c) || super::is_mark(c) {
                break;
            }
            if latin(c) || c.is_ascii_digit() {
                end = at + 1;
            }
        }
        return end;
    }
    if !first.is_numeric() {
        return 0;
    }
    // After Arabic letters per cent signs and hyphens are not of the number
    // (rules W2 and W4).
    let joins = |c: char| matches!(c, '.' | ',' | ':' | '/' | '٫' | '٬');
    for (at, &c) in chars.iter().enumerate() {
        let inner = joins(c) && chars.get(at + 1).is_some_and(|c| c.is_numeric());
        if !(c.is_numeric() || inner) {
            break;
        }
        end = at + 1;
    }
    end
}

const fn mirror(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use unicode_bidi::BidiInfo;

    use super::*;

    /// Invented.
    const TEXT: &str = "الحكومة ترفض مقترح الوساطة (فيديو)\nأعلنت وزارة الخارجية، الأربعاء، أن 12.5% من المساعدات «لم تصل» منذ 2019/03/01.\nوقال متحدث باسم Human Rights Watch إن القرار نهائي";

    fn visual(text: &str) -> String {
        let lines = text.lines().map(|line| {
            let info = BidiInfo::new(line, Some(unicode_bidi::Level::rtl()));
            let paragraph = &info.paragraphs[0];
            info.reorder_line(paragraph, paragraph.range.clone())
                .into_owned()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn lines_in_visual_order_are_turned() {
        assert_eq!(mend(&visual(TEXT)), Some((TEXT.to_owned(), 3)));
    }

    #[test]
    fn brackets_stored_as_they_look_are_turned_too() {
        let seen: String = visual(TEXT).chars().map(mirror).collect();
        assert_eq!(mend(&seen), Some((TEXT.to_owned(), 3)));
    }

    #[test]
    fn signs_go_with_their_letters() {
        let text = "كتابٌ عن الحكومةِ والمُقترحِ الجديدِ للقاهرةِ الكبرى";
        assert_eq!(mend(&visual(text)).unwrap().0, text);
    }

    #[test]
    fn a_line_in_reading_order_stays_among_others() {
        let text = format!("{}\nبيان الوزارة", visual(TEXT));
        assert_eq!(mend(&text), Some((format!("{TEXT}\nبيان الوزارة"), 3)));
    }

    #[test]
    fn texts_in_reading_order_are_left_alone() {
        for text in [
            TEXT,
            "انتظر طويلا ورحل قليلا وعاد",
            "ةى",
            "",
            "Latin only",
            "قالوا أهلا وسهلا وفصلا ومهلا وتفاصيلا",
        ] {
            assert_eq!(mend(text), None, "{text}");
        }
    }

    /// The invented articles, and those beside the project where they are.
    #[test]
    fn articles_come_back_from_visual_order() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let (mut lines, mut right, mut files) = (0, 0, 0);
        for folder in ["tests/gold/articles", "../shared/eval/dev/articles"] {
            let Ok(entries) = std::fs::read_dir(root.join(folder)) else {
                println!("skipped: {folder} (not there)");
                continue;
            };
            for entry in entries {
                let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
                assert_eq!(mend(&text), None, "a clean text was touched");
                let turned = mend(&visual(&text))
                    .map(|(text, _)| text)
                    .unwrap_or_default();
                files += 1;
                for (one, other) in text.lines().zip(turned.lines()) {
                    lines += 1;
                    right += usize::from(one.trim() == other.trim());
                }
            }
        }
        println!("visual order: {right} of {lines} lines of {files} files came back");
        assert!(files > 0 && right * 100 >= lines * 98, "{right} of {lines}");
    }
}
