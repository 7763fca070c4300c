//! Which paragraphs are headings, by the size of their type.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::paragraphs::Paragraph;
use crate::article::blocks::Draft;
use crate::article::model::BlockKind;

/// How much larger than the text a heading is.
const LARGER: f32 = 1.12;

/// The longest heading, in characters.
const LONGEST: usize = 220;

/// What may stand above the title of an article: the paper's name, a rubric.
const ABOVE: usize = 4;
const ABOVE_LONGEST: usize = 80;

/// The paragraphs with their kinds, the title first. Where type tells nothing
/// the kind is left open.
pub(super) fn drafts(paragraphs: Vec<Paragraph>) -> Vec<Draft<'static>> {
    let mut paragraphs = paragraphs;
    paragraphs.retain(|paragraph| !paragraph.text.trim().is_empty());
    let text = size_of_text(&paragraphs);
    let is_large = |one: &Paragraph| {
        one.size > text * LARGER && one.text.chars().take(LONGEST + 1).count() <= LONGEST
    };
    let title = title(&paragraphs).filter(|title| paragraphs.get(title.0).is_some_and(is_large));
    let mut above = Vec::new();
    let mut drafts: Vec<Draft<'static>> = Vec::new();
    let draft = |text, kind| Draft {
        text: Cow::Owned(text),
        kind,
    };
    for (at, one) in paragraphs.into_iter().enumerate() {
        let large = is_large(&one);
        let text = one.text.trim().to_owned();
        match title {
            Some((first, _)) if at < first => above.push(draft(text, Some(BlockKind::Aside))),
            Some((first, _)) if at == first => drafts.push(draft(text, Some(BlockKind::Title))),
            Some((_, last)) if at <= last => {
                if let Some(title) = drafts.last_mut() {
                    title.text.to_mut().push(' ');
                    title.text.to_mut().push_str(&text);
                }
            }
            Some((_, last)) if large && at == last + 1 => {
                drafts.push(draft(text, Some(BlockKind::Deck)));
            }
            Some(_) if large => drafts.push(draft(text, Some(BlockKind::Heading))),
            _ => drafts.push(draft(text, None)),
        }
        if title.is_some_and(|(_, last)| at == last) {
            drafts.append(&mut above);
        }
    }
    drafts
}

/// The first and last of the paragraphs that are the title: the largest type
/// of the first page, with little above it.
fn title(paragraphs: &[Paragraph]) -> Option<(usize, usize)> {
    let page = paragraphs.first()?.page;
    let on_page = || paragraphs.iter().take_while(|one| one.page == page);
    let largest = on_page().map(|one| one.size).fold(0.0, f32::max);
    let is_largest = |one: &&Paragraph| one.size > largest * 0.97;
    let first = on_page().position(|one| is_largest(&one))?;
    let length = on_page().skip(first).take_while(is_largest).count();
    let short = |one: &Paragraph| one.text.chars().count() <= ABOVE_LONGEST;
    let little = first <= ABOVE && on_page().take(first).all(short);
    little.then_some((first, first + length - 1))
}

/// The size of most of the type.
fn size_of_text(paragraphs: &[Paragraph]) -> f32 {
    let mut letters: BTreeMap<u32, usize> = BTreeMap::new();
    for one in paragraphs {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a size of type, in quarters of a point"
        )]
        let size = (one.size * 4.0).round() as u32;
        *letters.entry(size).or_default() += one.text.len();
    }
    let most = letters.into_iter().max_by_key(|(_, count)| *count);
    #[expect(clippy::cast_precision_loss, reason = "a size of type")]
    most.map_or(0.0, |(size, _)| size as f32 / 4.0)
}
