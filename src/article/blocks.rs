//! Lines become the blocks of an article.
//!
//! A plain text file does not say which of its lines is a headline or a
//! heading. What tells them apart is length, the stop at the end, and what
//! stands round them. In doubt a line is a paragraph: a paragraph is analysed,
//! and nothing is lost.

mod aside;
mod shape;
mod wrapped;

use std::borrow::Cow;

use super::model::{Block, BlockKind, Repair};
use crate::arabic::{Span, fold};
pub(super) use aside::is_aside;
use shape::{End, Shape};

/// One line of the article to be, and its kind where the file tells it.
pub(super) struct Draft<'t> {
    pub(super) text: Cow<'t, str>,
    pub(super) kind: Option<BlockKind>,
}

/// Longest lines, in characters, that can be what they are.
const TITLE: usize = 220;
const DECK: usize = 160;
const HEADING: usize = 80;

/// The longest heading in an article whose paragraphs end without a stop, so
/// that length alone tells.
const HEADING_OF_UNSTOPPED: usize = 45;

/// More short lines than these in a row are no links: they are the article.
const LINKS: usize = 4;

/// The lines of a text that hold anything, without the spaces round them, and
/// what is told where line ends inside paragraphs were taken out. Every line
/// end that Unicode knows is one.
pub(super) fn lines(text: &str) -> (Vec<Draft<'_>>, Option<Repair>) {
    let Some(paragraphs) = wrapped::paragraphs(text) else {
        return (own_lines(text), None);
    };
    let joined: usize = paragraphs.iter().map(|lines| lines.len() - 1).sum();
    let told = (joined > 0).then(|| Repair {
        kind: "joined-lines",
        count: joined,
        note: "Lines wrapped at a fixed width were joined to paragraphs".to_owned(),
    });
    let paragraphs = paragraphs.iter().map(|lines| lines.join(" "));
    (paragraphs.map(|text| draft(text.into())).collect(), told)
}

/// The lines of a text that hold anything, none of them joined.
pub(super) fn own_lines(text: &str) -> Vec<Draft<'_>> {
    let lines = text.split(is_line_end).map(str::trim);
    let lines = lines.filter(|line| !line.is_empty());
    lines.map(|text| draft(text.into())).collect()
}

const fn draft(text: Cow<'_, str>) -> Draft<'_> {
    Draft { text, kind: None }
}

/// Leaves out of the paragraphs of a document what no reader sees: controls,
/// spaces at the ends, paragraphs that hold nothing.
pub(super) fn shown(drafts: &mut Vec<Draft<'_>>) {
    for draft in drafts.iter_mut() {
        if draft.text.contains(char::is_control) {
            let parts = draft.text.split(char::is_control);
            let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
            draft.text = Cow::Owned(parts.join(" "));
        }
        let bare = draft.text.trim();
        if bare.len() < draft.text.len() {
            draft.text = Cow::Owned(bare.to_owned());
        }
    }
    drafts.retain(|draft| !draft.text.is_empty());
}

/// Feeds and pages often give the headline twice: the second is shown as not
/// of the body.
pub(super) fn repeated_title(drafts: &mut [Draft<'_>]) -> Option<Repair> {
    let [first, second, _, ..] = drafts else {
        return None;
    };
    let words = |draft: &Draft<'_>| {
        let folded = fold(&draft.text);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let title = words(first);
    if title.len() < 2 || title != words(second) {
        return None;
    }
    second.kind = Some(BlockKind::Aside);
    Some(Repair {
        kind: "repeated-title",
        count: 1,
        note: "The line under the title repeats it and is not analysed".to_owned(),
    })
}

pub(super) const fn is_line_end(c: char) -> bool {
    matches!(
        c,
        '\n' | '\r' | '\x0B' | '\x0C' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// The text of an article and its blocks, one a line.
pub(super) fn arrange(drafts: &[Draft<'_>]) -> (String, Vec<Block>) {
    let shape = |draft: &Draft<'_>| Shape::of(&draft.text, draft.kind);
    let shapes: Vec<Shape> = drafts.iter().map(shape).collect();
    let mut text = String::with_capacity(drafts.iter().map(|d| d.text.len() + 1).sum());
    let mut blocks = Vec::with_capacity(drafts.len());
    for (draft, kind) in drafts.iter().zip(kinds(&shapes)) {
        if !text.is_empty() {
            text.push('\n');
        }
        let start = text.len();
        text.push_str(&draft.text);
        blocks.push(Block {
            kind,
            span: Span::new(start, text.len()),
        });
    }
    (text, blocks)
}

/// What each line is: what its file tells, else what its shape and those round
/// it let guess.
fn kinds(shapes: &[Shape]) -> Vec<BlockKind> {
    let longest = longest_heading(shapes);
    let mut kinds: Vec<BlockKind> = Vec::with_capacity(shapes.len());
    while let Some(shape) = shapes.get(kinds.len()) {
        let at = kinds.len();
        let rest = shapes.get(at + 1..).unwrap_or_default();
        if let Some(told) = shape.told {
            kinds.push(told);
        } else if shape.aside {
            kinds.push(BlockKind::Aside);
        } else if at == 0 {
            kinds.push(title(*shape, shapes.len()));
        } else if is_head(&kinds) && is_deck(*shape, rest.first()) {
            kinds.push(BlockKind::Deck);
        } else if shape.heads(longest) {
            let length = 1 + rest.iter().take_while(|next| next.heads(longest)).count();
            let before = shapes.get(at - 1).copied();
            let kind = heading(length, before, rest.get(length - 1).copied());
            kinds.extend(std::iter::repeat_n(kind, length));
        } else {
            kinds.push(BlockKind::Paragraph);
        }
    }
    kinds
}

/// Nothing yet but the headline, and perhaps who wrote or sent it.
fn is_head(kinds: &[BlockKind]) -> bool {
    matches!(
        kinds,
        [BlockKind::Title] | [BlockKind::Title, BlockKind::Aside]
    )
}

/// How long a heading of this article may be: a missing stop says nothing
/// where the long lines have none either.
fn longest_heading(shapes: &[Shape]) -> usize {
    let long = shapes.iter().skip(1).filter(|shape| shape.length > HEADING);
    let (mut all, mut open) = (0, 0);
    for shape in long {
        all += 1;
        open += usize::from(shape.end == End::Open);
    }
    if open * 2 > all {
        HEADING_OF_UNSTOPPED
    } else {
        HEADING
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

/// A short line without a stop between the headline and a longer line.
fn is_deck(shape: Shape, next: Option<&Shape>) -> bool {
    let before_text = next.is_some_and(|next| next.runs(HEADING) && next.length > shape.length);
    shape.end == End::Open && shape.length <= DECK && before_text
}

/// What so many short lines in a row are, between these two: one is a heading
/// where text follows, some are links to other articles, and announced by a
/// colon or many they are a list.
fn heading(length: usize, before: Option<Shape>, after: Option<Shape>) -> BlockKind {
    let announced = before.is_some_and(|before| before.end == End::Colon);
    let followed = after.is_some_and(|after| !after.aside);
    match length {
        _ if announced => BlockKind::Paragraph,
        1 if followed => BlockKind::Heading,
        2..=LINKS => BlockKind::Aside,
        _ => BlockKind::Paragraph,
    }
}

#[cfg(test)]
mod tests {
    use super::BlockKind::{Aside, Deck, Heading, Paragraph, Title};
    use super::{BlockKind, arrange, lines};

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
    fn a_repeated_title_is_not_analysed() {
        let text = format!("الحكومة ترفض المقترح\nالحكومة ترفض المقترح.\n{LEDE}");
        let mut drafts = lines(&text).0;
        let told = super::repeated_title(&mut drafts).map(|repair| repair.count);
        let kinds = |drafts: &[super::Draft<'_>]| {
            let blocks = arrange(drafts).1;
            blocks.iter().map(|block| block.kind).collect::<Vec<_>>()
        };
        assert_eq!(
            (told, kinds(&drafts)),
            (Some(1), vec![Title, Aside, Paragraph])
        );
        for other in ["الحكومة ترفض المقترح مجددا", "المقترح"] {
            let text = format!("الحكومة ترفض المقترح\n{other}\n{LEDE}");
            assert!(super::repeated_title(&mut lines(&text).0).is_none());
        }
    }

    #[test]
    fn many_short_lines_are_the_article() {
        let text = "قطر ترحب بالاتفاق\n".repeat(9);
        assert_eq!(kinds(&text).get(1..), Some(&[Paragraph; 8][..]));
        // A megabyte of them takes no longer than any other text.
        assert_eq!(kinds(&text.repeat(5000)).len(), 45_000);
    }

    #[test]
    fn where_no_paragraph_has_a_stop_only_shorter_lines_are_headings() {
        let lede = LEDE.trim_end_matches('.');
        let short = "وقال المتحدث باسم الوزارة إن بلاده ترفض هذا المقترح";
        let text = format!("عنوان\n{lede}\n{short}\n{lede}\nضمانات مطلوبة\n{lede}");
        let expected = [Title, Paragraph, Paragraph, Paragraph, Heading, Paragraph];
        assert_eq!(kinds(&text), expected);
    }

    #[test]
    fn a_quoted_line_is_text() {
        let text = format!("عنوان\n{LEDE}\n«لن نقبل بهذا أبدًا»\n{LEDE}");
        assert_eq!(kinds(&text).get(2), Some(&Paragraph));
    }
}
