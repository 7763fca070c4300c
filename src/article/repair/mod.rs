//! Text that programs broke is put right: what old files, copying and
//! typesetting do to Arabic letters.
//!
//! Every repair works inside a line and leaves the line ends where they are;
//! each is made only where it is sure, is counted and told, and none is made
//! where the user asks for the text as in the file.

mod forms;
mod invisible;
mod spaced;
mod tatweel;
mod visual;

use std::borrow::Cow;

use super::blocks::Draft;
use super::model::Repair;

/// Puts the lines of a text right.
pub(super) fn text(text: &str) -> (Cow<'_, str>, Vec<Repair>) {
    let mut text = Cow::Borrowed(text);
    let mut repairs = Vec::new();
    for step in STEPS {
        if let Some((mended, count)) = (step.mend)(&text) {
            text = Cow::Owned(mended);
            repairs.push(Repair {
                kind: step.kind,
                count,
                note: step.note.to_owned(),
            });
        }
    }
    (text, repairs)
}

/// Puts the paragraphs of a document right, as [`text`] does with lines: what
/// tells the order of letters is looked for in all of them together. One that
/// held nothing but rubbish is gone.
pub(super) fn paragraphs(drafts: &mut Vec<Draft<'_>>) -> Vec<Repair> {
    let lines: Vec<&str> = drafts.iter().map(|draft| draft.text.as_ref()).collect();
    if lines.iter().any(|line| line.contains('\n')) {
        return Vec::new();
    }
    let joined = lines.join("\n");
    let (mended, repairs) = text(&joined);
    if !repairs.is_empty() {
        for (draft, line) in drafts.iter_mut().zip(mended.split('\n')) {
            draft.text = Cow::Owned(line.trim().to_owned());
        }
        drafts.retain(|draft| !draft.text.is_empty());
    }
    repairs
}

/// One kind of repair.
struct Step {
    /// As `Repair::kind`.
    kind: &'static str,
    note: &'static str,
    /// The text put right and how often; nothing where nothing was broken.
    mend: fn(&str) -> Option<(String, usize)>,
}

/// In the order in which they are made: letters must stand in their order and
/// be letters before words can be looked at.
const STEPS: [Step; 6] = [
    Step {
        kind: "visual-order",
        note: "Lines stored as they look, left to right, were put in the order of reading",
        mend: visual::mend,
    },
    Step {
        kind: "presentation-forms",
        note: "Shapes of letters were replaced by the letters",
        mend: forms::mend,
    },
    Step {
        kind: "bidi-controls",
        note: "Direction marks that open or close nothing, or say the same twice, were left out",
        mend: invisible::mend_controls,
    },
    Step {
        kind: "zero-width",
        note: "Invisible characters that shape nothing were left out",
        mend: invisible::mend_zero_width,
    },
    Step {
        kind: "spaced-letters",
        note: "Letters of a word that stood apart were put together",
        mend: spaced::mend,
    },
    Step {
        kind: "tatweel",
        note: "Words stretched by repeated tatweel were set without it",
        mend: tatweel::mend,
    },
];

/// A vowel sign or other mark of the Arabic script that belongs to the letter
/// before it.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6E8}' | '\u{6EA}'..='\u{6ED}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(broken: &str) -> (String, Vec<(&'static str, usize)>) {
        let (mended, repairs) = text(broken);
        let kinds = repairs.iter().map(|repair| (repair.kind, repair.count));
        (mended.into_owned(), kinds.collect())
    }

    #[test]
    fn shapes_in_visual_order_become_words() {
        let shapes = "ﺔﻣﻮﻜﺤﻟﺍ ﺾﻓﺮﺗ\nﺔﻃﺎﺳﻮﻟﺍ ﺡﺮﺘﻘﻣ";
        let (mended, told) = kinds(shapes);
        assert_eq!(mended, "ترفض الحكومة\nمقترح الوساطة");
        let names: Vec<_> = told.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(names, ["visual-order", "presentation-forms"]);
    }

    #[test]
    fn paragraphs_of_documents_are_put_right_one_by_one() {
        let mut drafts: Vec<Draft<'_>> = ["الســـلام", "سليم", "\u{200B}الآن"]
            .into_iter()
            .map(|text| Draft {
                text: Cow::Borrowed(text),
                kind: None,
            })
            .collect();
        let told = paragraphs(&mut drafts);
        let lines: Vec<&str> = drafts.iter().map(|draft| draft.text.as_ref()).collect();
        assert_eq!(lines, ["السلام", "سليم", "الآن"]);
        assert_eq!(told.len(), 2);
    }

    proptest::proptest! {
        #[test]
        fn lines_stay_lines_and_what_is_mended_stays_so(
            broken in "[ا-يةى ـًﺀ-ﻼﷲ()«»0-9a-c.%\u{AD}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\n]{0,80}"
        ) {
            let (once, _) = text(&broken);
            proptest::prop_assert_eq!(once.matches('\n').count(), broken.matches('\n').count());
        }
    }
}
