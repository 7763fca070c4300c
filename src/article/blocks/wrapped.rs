//! Text that was wrapped at a fixed width, as mail and old agency feeds are:
//! each paragraph lies on several lines, and an empty line parts it from the
//! next. Such lines are joined; those of any other file are left alone.

use super::is_line_end;

/// The widest lines of a wrapped text, in characters.
const WIDEST: usize = 100;

/// The least lines that show the wrap before it is believed.
const LEAST: usize = 3;

/// The paragraphs of a wrapped text, each as its lines; nothing where the text
/// is not wrapped.
pub(super) fn paragraphs(text: &str) -> Option<Vec<Vec<&str>>> {
    let text = Text::of(text)?;
    let (mut full, mut inner) = (0, 0);
    for group in &text.groups {
        let lines = group.split_last().map_or(&[][..], |(_, rest)| rest);
        inner += lines.len();
        full += lines.iter().filter(|line| text.breaks(line)).count();
    }
    // Nearly every line that has another under it is as wide as the wrap, and
    // few of them end a sentence.
    let wrapped = full >= LEAST && full * 10 >= inner * 9;
    wrapped.then(|| text.joined())
}

struct Text<'t> {
    /// Lines that stand together without an empty line between them.
    groups: Vec<Vec<&'t str>>,
    width: usize,
}

impl<'t> Text<'t> {
    /// Nothing where a line is too wide, or no empty line parts any.
    fn of(text: &'t str) -> Option<Self> {
        // The two characters of one line end leave no empty line between them.
        let normal = text.split("\r\n").flat_map(|part| part.split(is_line_end));
        let lines = normal.map(str::trim);
        // Most texts are known by their first paragraph to be no such one.
        if lines.clone().any(|line| line.chars().nth(WIDEST).is_some()) {
            return None;
        }
        let lines: Vec<&str> = lines.collect();
        let width = lines.iter().map(|line| line.chars().count()).max()?;
        let groups: Vec<Vec<&str>> = lines
            .split(|line| line.is_empty())
            .filter(|group| !group.is_empty())
            .map(<[&str]>::to_vec)
            .collect();
        (groups.len() > 1).then_some(Self { groups, width })
    }

    /// Whether the next word would not have fitted on this line: it goes on.
    fn breaks(&self, line: &str) -> bool {
        line.chars().count() * 10 >= self.width * 7 && !line.ends_with(['.', '؟', '!', ':'])
    }

    fn joined(&self) -> Vec<Vec<&'t str>> {
        let mut paragraphs: Vec<Vec<&str>> = Vec::new();
        for group in &self.groups {
            let mut goes_on = false;
            for line in group {
                match paragraphs.last_mut() {
                    Some(paragraph) if goes_on => paragraph.push(line),
                    _ => paragraphs.push(vec![line]),
                }
                // A short line ends its paragraph; a full one that ends a
                // sentence may be in the middle of it.
                goes_on = line.chars().count() * 10 >= self.width * 7;
            }
        }
        paragraphs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Invented.
    const WRAPPED: &str = "الحكومة ترفض المقترح

أعلنت وزارة الخارجية في بيان صدر مساء الأربعاء أنها ترفض المقترح
الذي قدمه الوسطاء قبل أسبوع وتعده غير كاف، مشيرة إلى أن أي اتفاق
يحتاج إلى ضمانات.

وقال المتحدث باسم الوزارة إن بلاده لن تشارك في القوة المقترحة ما
لم تتوافر ضمانات مكتوبة.";

    #[test]
    fn wrapped_lines_are_joined() {
        for text in [WRAPPED.to_owned(), WRAPPED.replace('\n', "\r\n")] {
            let paragraphs = paragraphs(&text).unwrap();
            let lines: Vec<usize> = paragraphs.iter().map(Vec::len).collect();
            assert_eq!(lines, [1, 3, 2]);
        }
    }

    #[test]
    fn other_texts_are_left_alone() {
        let listed = "عنوان\n\nأولا\nثانيا\nثالثا\nرابعا وهو الأطول بينها\n\nخامسا";
        let paragraph = "وقال المتحدث إن بلاده لن تشارك في القوة المقترحة. ".repeat(3);
        let plain = format!("عنوان\n{paragraph}\n{paragraph}\n\n{paragraph}");
        for text in [listed, &plain, "سطر", "", &WRAPPED.replace("\n\n", "\n")] {
            assert!(paragraphs(text).is_none(), "{text}");
        }
    }
}
