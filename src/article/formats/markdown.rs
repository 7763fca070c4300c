//! Markdown without its marks.
//!
//! What a reader of the source would call formatting goes; words and their
//! order stay. Lines of one paragraph are joined. This is no full CommonMark:
//! articles saved from a browser or a notes program hold headings, emphasis,
//! links, pictures, lists and quotations, and that is what is read here.

use std::borrow::Cow;

use super::Page;
use crate::article::blocks::{Draft, is_line_end};
use crate::article::model::{BlockKind, Repair};

pub(in crate::article) fn read(text: &str) -> Page<'static> {
    let lines: Vec<&str> = text.split(is_line_end).collect();
    let (front, body) = front_matter(&lines);
    let mut builder = Builder::default();
    for line in body {
        builder.line(line);
    }
    builder.close();
    let marks = builder.marks + usize::from(!front.is_empty());
    Page {
        drafts: builder.drafts,
        published: front.iter().find_map(|line| date(line)),
        repairs: Vec::from_iter((marks > 0).then(|| Repair {
            kind: "markdown-marks",
            count: marks,
            note: "Markdown marks were left out".to_owned(),
        })),
        ..Page::default()
    }
}

/// The lines between the two `---` at the head of a file, and the rest.
fn front_matter<'l, 't>(lines: &'l [&'t str]) -> (&'l [&'t str], &'l [&'t str]) {
    let closed = match lines {
        [first, rest @ ..] if first.trim_end() == "---" => {
            rest.iter().position(|line| line.trim_end() == "---")
        }
        _ => None,
    };
    match closed {
        Some(end) => (
            lines.get(1..=end).unwrap_or_default(),
            lines.get(end + 2..).unwrap_or_default(),
        ),
        None => (&[], lines),
    }
}

/// `date: 2025-11-20…` gives its first ten characters.
fn date(line: &str) -> Option<String> {
    let (key, value) = line.split_once(':')?;
    if !matches!(key.trim(), "date" | "published") {
        return None;
    }
    let date = value.trim().trim_matches(['"', '\'']).get(..10)?;
    let shaped = date.char_indices().all(|(at, c)| match at {
        4 | 7 => c == '-',
        _ => c.is_ascii_digit(),
    });
    shaped.then(|| date.to_owned())
}

/// Gathers the lines of a paragraph until something else begins.
#[derive(Default)]
struct Builder {
    drafts: Vec<Draft<'static>>,
    paragraph: String,
    fenced: bool,
    marks: usize,
}

impl Builder {
    fn line(&mut self, line: &str) {
        let line = self.unquoted(line.trim());
        if line.starts_with("```") || line.starts_with("~~~") {
            self.fenced = !self.fenced;
            self.marks += 1;
            self.close();
        } else if line.is_empty() {
            self.close();
        } else if is_rule(line) {
            // Under a paragraph such a line makes it a heading.
            self.marks += 1;
            let kind = (!self.paragraph.is_empty()).then_some(BlockKind::Heading);
            self.push(kind);
        } else if let Some(words) = heading(line) {
            self.close();
            self.marks += 1;
            self.add(words);
            self.push(Some(BlockKind::Heading));
        } else if let Some(words) = item(line) {
            self.close();
            self.marks += 1;
            self.add(words);
        } else {
            self.add(line);
        }
    }

    fn unquoted<'t>(&mut self, line: &'t str) -> &'t str {
        let bare = line.trim_start_matches(['>', ' ']);
        if bare.len() < line.len() {
            self.marks += 1;
        }
        bare
    }

    fn add(&mut self, words: &str) {
        if !self.paragraph.is_empty() {
            self.paragraph.push(' ');
        }
        self.marks += inline(words, &mut self.paragraph);
    }

    fn close(&mut self) {
        self.push(None);
    }

    /// Ends the paragraph. The first heading of a file is its headline, and
    /// paragraphs are left for the plain text rules to name.
    fn push(&mut self, kind: Option<BlockKind>) {
        let text = std::mem::take(&mut self.paragraph);
        if text.trim().is_empty() {
            return;
        }
        let kind = match kind {
            Some(BlockKind::Heading) if self.drafts.is_empty() => Some(BlockKind::Title),
            kind => kind,
        };
        self.drafts.push(Draft {
            text: Cow::Owned(text.trim().to_owned()),
            kind,
        });
    }
}

/// `---`, `***`, `===` and their longer kin.
fn is_rule(line: &str) -> bool {
    line.len() >= 3
        && ['-', '*', '_', '=']
            .iter()
            .any(|mark| line.chars().all(|c| c == *mark || c == ' '))
}

/// The words of `# …` to `###### …`. A hashtag has no space and is no heading.
fn heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    ((1..=6).contains(&level) && words.starts_with(' '))
        .then(|| words.trim().trim_end_matches('#').trim_end())
}

/// The words of `- …`, `* …`, `+ …`. Numbers of a list are words: they stay.
fn item(line: &str) -> Option<&str> {
    ["- ", "* ", "+ "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
        .map(str::trim_start)
}

/// Appends a line without emphasis, code marks, links and pictures, and counts
/// what it left out.
fn inline(line: &str, out: &mut String) -> usize {
    let mut marks = 0;
    let mut rest = line;
    while let Some(at) = rest.find(['*', '_', '`', '[', '!', '\\', '<']) {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let (words, length) = match tail.chars().next() {
            Some('!') => picture(tail),
            Some('[') => link(tail),
            Some('<') => address(tail),
            Some('\\') => escape(tail),
            Some(mark) => emphasis(before, tail, mark),
            None => None,
        }
        .map_or_else(
            || {
                // A run of one mark stays whole, and is looked at once.
                let mark = tail.chars().next().unwrap_or_default();
                let run = match mark {
                    '*' | '_' | '`' => tail.len() - tail.trim_start_matches(mark).len(),
                    _ => mark.len_utf8(),
                };
                (tail.get(..run).unwrap_or_default(), run)
            },
            |(words, length)| {
                marks += 1;
                (words, length)
            },
        );
        out.push_str(words);
        rest = tail.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    marks
}

/// A run of `*`, `_` or code marks gives nothing. With a space on both sides,
/// and as `_` inside a word, it is a character of the text.
fn emphasis<'t>(before: &str, tail: &'t str, mark: char) -> Option<(&'t str, usize)> {
    let after = tail.trim_start_matches(mark);
    let alone = (before.is_empty() || before.ends_with(' '))
        && (after.is_empty() || after.starts_with(' '));
    let in_word = mark == '_'
        && before.ends_with(char::is_alphanumeric)
        && after.starts_with(char::is_alphanumeric);
    (!alone && !in_word).then_some(("", tail.len() - after.len()))
}

/// `[words](address)` gives its words and its length. No bracket stands in
/// either, so that those that nothing closes do not each search the whole file.
fn link(text: &str) -> Option<(&str, usize)> {
    /// The longest address, in bytes.
    const REACH: usize = 4_000;
    let close = 1 + text.get(1..)?.find(['[', ']'])?;
    let address = text.get(close..)?.strip_prefix("](")?;
    let near = address.get(..address.floor_char_boundary(REACH))?;
    let end = near.find(')')?;
    Some((text.get(1..close)?, close + 2 + end + 1))
}

/// `![words](address)` gives nothing: the picture is not in the text.
fn picture(text: &str) -> Option<(&str, usize)> {
    let (_, length) = link(text.strip_prefix('!')?)?;
    Some(("", length + 1))
}

/// `<https://…>` gives the address.
fn address(text: &str) -> Option<(&str, usize)> {
    let end = 1 + text.get(1..)?.find(['<', '>', ' '])?;
    let inner = text.get(1..end)?;
    let closed = text.get(end..)?.starts_with('>');
    (closed && inner.contains("://")).then_some((inner, end + 1))
}

fn escape(text: &str) -> Option<(&str, usize)> {
    let escaped = text.get(1..2)?;
    escaped
        .starts_with(|c: char| c.is_ascii_punctuation())
        .then_some((escaped, 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        let page = read(source);
        let drafts = page.drafts.into_iter();
        drafts.map(|draft| draft.text.into_owned()).collect()
    }

    #[test]
    fn marks_go_and_words_stay() {
        let cases = [
            (
                "قال **الوزير** إن _القرار_ نهائي",
                "قال الوزير إن القرار نهائي",
            ),
            (
                "بحسب [رويترز](https://example.org/a) اليوم",
                "بحسب رويترز اليوم",
            ),
            ("![صورة](a.png) النص", "النص"),
            (
                "نسبة 5 * 3 و snake_case و `رمز`",
                "نسبة 5 * 3 و snake_case و رمز",
            ),
            (r"نجمة \*واحدة\*", "نجمة *واحدة*"),
            ("#كوريا_الجنوبية تعلن", "#كوريا_الجنوبية تعلن"),
            ("مبلغ [غير مؤكد] فقط!", "مبلغ [غير مؤكد] فقط!"),
        ];
        for (source, words) in cases {
            assert_eq!(texts(source), [words], "{source}");
        }
    }

    #[test]
    fn paragraphs_are_joined_and_headings_named() {
        let page = read("# عنوان\n\nسطر أول\nسطر ثان.\n\n## فرع\n> اقتباس\n\n- بند\n- بند آخر\n");
        let kinds: Vec<_> = page.drafts.iter().map(|draft| draft.kind).collect();
        let words: Vec<_> = page
            .drafts
            .iter()
            .map(|draft| draft.text.as_ref())
            .collect();
        let expected = [
            "عنوان",
            "سطر أول سطر ثان.",
            "فرع",
            "اقتباس",
            "بند",
            "بند آخر",
        ];
        assert_eq!(words, expected);
        assert_eq!(kinds.first(), Some(&Some(BlockKind::Title)));
        assert_eq!(kinds.get(2), Some(&Some(BlockKind::Heading)));
        assert_eq!(page.repairs.first().map(|repair| repair.count), Some(5));
    }

    #[test]
    fn the_front_matter_tells_the_date() {
        let page = read("---\ntitle: x\ndate: 2025-11-20T10:00\n---\nنص الخبر.");
        assert_eq!(page.published.as_deref(), Some("2025-11-20"));
        assert_eq!(page.drafts.len(), 1);
        assert_eq!(read("---\nنص بلا نهاية").drafts.len(), 1);
    }
}
