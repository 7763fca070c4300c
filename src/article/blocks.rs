//! Lines become the blocks of an article.
//!
//! A plain text file does not say which of its lines is a headline or a
//! heading. What tells them apart is length, the stop at the end, and what
//! stands round them. In doubt a line is a paragraph: a paragraph is analysed,
//! and nothing is lost.

mod aside;
mod wrapped;

use std::borrow::Cow;

use super::model::{Block, BlockKind};
use crate::arabic::Span;

/// One line of the article to be, and its kind where the file tells it.
pub(super) struct Draft<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) kind: Option<BlockKind>,
}

/// Longest lines, in characters, that can be what they are.
const TITLE: usize = 220;
const DECK: usize = 160;
const HEADING: usize = 80;
const QUESTION: usize = 60;

/// The lines of a text that hold anything, without the spaces round them, and
/// how many line ends inside paragraphs were taken out. Every line end that
/// Unicode knows is one.
pub(super) fn lines(text: &str) -> (Vec<Draft<'_>>, usize) {
    let draft = |text| Draft { text, kind: None };
    if let Some(paragraphs) = wrapped::paragraphs(text) {
        let joined = paragraphs.iter().map(|lines| lines.len() - 1).sum();
        let paragraphs = paragraphs.iter().map(|lines| lines.join(" "));
        return (
            paragraphs.map(|text| draft(Cow::Owned(text))).collect(),
            joined,
        );
    }
    let lines = text.split(is_line_end).map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    (lines.map(|text| draft(Cow::Borrowed(text))).collect(), 0)
}

pub(super) const fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The text of an article and its blocks, one a line.
pub(super) fn arrange(drafts: &[Draft<'_>]) -> (String, Vec<Block>) {
    let shapes: Vec<Shape> = drafts.iter().map(Shape::of).collect();
    let mut text = String::with_capacity(drafts.iter().map(|d| d.text.len() + 1).sum());
    let mut blocks = Vec::with_capacity(drafts.len());
    for (index, draft) in drafts.iter().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        let start = text.len();
        text.push_str(&draft.text);
        blocks.push(Block {
            kind: draft.kind.unwrap_or_else(|| kind(&shapes, index)),
            span: Span::new(start, text.len()),
        });
    }
    (text, blocks)
}

/// What the words of one line look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shape {
    /// In characters, as far as [`TITLE`] and one more.
    length: usize,
    end: End,
    /// Begins with a quotation mark, a bullet or a number: quoted or listed.
    listed: bool,
    aside: bool,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Open,
    Stop,
    Question,
    Colon,
    Quote,
}

impl Shape {
    fn of(draft: &Draft<'_>) -> Self {
        let line = draft.text.as_ref();
        Self {
            length: line.chars().take(TITLE + 1).count(),
            end: End::of(line),
            listed: line.starts_with(|c: char| {
                is_quotation_mark(c) || matches!(c, '-' | '–' | '—' | '•' | '*' | '·' | '▪')
            }) || line.starts_with(char::is_numeric),
            aside: aside::is_aside(line),
        }
    }

    /// Could stand over paragraphs: short, without a stop, neither quoted nor
    /// announcing what follows.
    fn heads(self) -> bool {
        match self.end {
            End::Open => self.length <= HEADING && !self.listed,
            End::Question => self.length <= QUESTION && !self.listed,
            End::Stop | End::Colon | End::Quote => false,
        }
    }

    fn runs(self) -> bool {
        !self.heads() && !self.aside
    }
}

impl End {
    fn of(line: &str) -> Self {
        // Stops often stand inside a closing quotation mark or bracket.
        let bare = line.trim_end_matches(|c: char| is_quotation_mark(c) || c == ')');
        match bare.chars().next_back() {
            Some('.' | '!' | '…' | '۔') => Self::Stop,
            Some('؟' | '?') => Self::Question,
            Some(':') => Self::Colon,
            _ if line.ends_with(is_quotation_mark) => Self::Quote,
            _ => Self::Open,
        }
    }
}

const fn is_quotation_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' | '\'' | '‘' | '’'
    )
}

fn kind(shapes: &[Shape], index: usize) -> BlockKind {
    let at = |index: usize| shapes.get(index).copied();
    let Some(shape) = at(index) else {
        return BlockKind::Paragraph;
    };
    if shape.aside {
        return BlockKind::Aside;
    }
    if index == 0 {
        return title(shape, shapes.len());
    }
    let titled = at(0).is_some_and(|first| title(first, shapes.len()) == BlockKind::Title);
    if index == 1 && titled && shape.end == End::Open && shape.length <= DECK {
        let before_text = at(2).is_some_and(|next| next.runs() && next.length > shape.length);
        if before_text {
            return BlockKind::Deck;
        }
    }
    if shape.heads() {
        heading(shapes, index)
    } else {
        BlockKind::Paragraph
    }
}

/// The first line is the headline unless it reads as running text.
fn title(shape: Shape, count: usize) -> BlockKind {
    let sentence = matches!(shape.end, End::Stop | End::Colon);
    let longest = if sentence { HEADING } else { TITLE };
    if shape.length > longest || (count == 1 && sentence) {
        BlockKind::Paragraph
    } else {
        BlockKind::Title
    }
}

/// A short line between paragraphs is a heading; several of them in a row are
/// links to other articles, unless the line before announces them as a list.
fn heading(shapes: &[Shape], index: usize) -> BlockKind {
    let heads = |at: usize| shapes.get(at).is_some_and(|shape| shape.heads());
    let mut first = index;
    while first > 1 && heads(first - 1) {
        first -= 1;
    }
    let mut end = index + 1;
    while heads(end) {
        end += 1;
    }
    let announced = shapes
        .get(first.wrapping_sub(1))
        .is_some_and(|before| before.end == End::Colon);
    let followed = shapes.get(end).is_some_and(|next| next.runs());
    if announced {
        BlockKind::Paragraph
    } else if end - first > 1 {
        BlockKind::Aside
    } else if followed {
        BlockKind::Heading
    } else {
        BlockKind::Paragraph
    }
}

#[cfg(test)]
mod tests {
    use super::BlockKind::{Aside, Deck, Heading, Paragraph, Title};
    use super::*;

    fn kinds(text: &str) -> Vec<BlockKind> {
        let (_, blocks) = arrange(&lines(text).0);
        blocks.iter().map(|block| block.kind).collect()
    }

    const LEDE: &str = "أعلنت وزارة الخارجية في بيان، الأربعاء، أنها ترفض المقترح الذي قدمه الوسطاء قبل أسبوع وتعده غير كاف.";

    #[test]
    fn blocks_tile_the_text_one_a_line() {
        let file = format!("عنوان\r\n\r\n  {LEDE} \u{2028}\u{A0}ثانية.\rثالثة.\n\n");
        let (text, blocks) = arrange(&lines(&file).0);
        assert_eq!(text, format!("عنوان\n{LEDE}\nثانية.\nثالثة."));
        let joined: Vec<_> = blocks.iter().map(|block| block.span.of(&text)).collect();
        assert_eq!(joined.join("\n"), text);
    }

    #[test]
    fn a_short_line_under_the_title_is_the_deck() {
        let text = format!("الحكومة ترفض المقترح\nالخارجية تتحدث عن شروط جديدة\n{LEDE}");
        assert_eq!(kinds(&text), [Title, Deck, Paragraph]);
        let text = format!("الحكومة ترفض المقترح\n{LEDE}");
        assert_eq!(kinds(&text), [Title, Paragraph]);
    }

    #[test]
    fn a_short_line_between_paragraphs_is_a_heading() {
        for heading in ["ضمانات مطلوبة", "لماذا الآن؟"] {
            let text = format!("عنوان الخبر\n{LEDE}\n{heading}\n{LEDE}");
            assert_eq!(kinds(&text), [Title, Paragraph, Heading, Paragraph]);
        }
    }

    #[test]
    fn an_announced_list_is_text_and_bare_links_are_not() {
        let listed = format!("عنوان\n{LEDE}\nوشملت المطالب:\nوقف القتال\nفتح المعابر\n{LEDE}");
        let of_list = kinds(&listed);
        assert_eq!(of_list.get(2..5), Some(&[Paragraph; 3][..]));
        let links = format!("عنوان\n{LEDE}\nقصة أولى عن السد\nقصة ثانية عن الحدود\n{LEDE}");
        assert_eq!(kinds(&links), [Title, Paragraph, Aside, Aside, Paragraph]);
    }

    #[test]
    fn read_also_and_sign_offs_are_asides() {
        let text = format!("عنوان\n{LEDE}\nاقرأ أيضًا: خبر آخر عن المقترح.\n{LEDE}\n(رويترز)");
        assert_eq!(kinds(&text), [Title, Paragraph, Aside, Paragraph, Aside]);
    }

    #[test]
    fn running_text_alone_has_no_title() {
        assert_eq!(kinds(LEDE), [Paragraph]);
        assert_eq!(kinds(&LEDE.repeat(40)), [Paragraph]);
        assert_eq!(kinds("قطر ترحب بالاتفاق"), [Title]);
    }

    #[test]
    fn a_quoted_line_is_text() {
        let text = format!("عنوان\n{LEDE}\n«لن نقبل بهذا أبدًا»\n{LEDE}");
        assert_eq!(kinds(&text).get(2), Some(&Paragraph));
    }
}
