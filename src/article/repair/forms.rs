//! Presentation forms: the shapes of letters, in which typesetting programs
//! and PDF store Arabic, become the letters (Unicode's compatibility mapping).

use unicode_normalization::UnicodeNormalization;

pub(super) fn mend(text: &str) -> Option<(String, usize)> {
    if !may_hold(text) {
        return None;
    }
    let count = text.chars().filter(|&c| is_form(c)).count();
    (count > 0).then(|| (letters(text), count))
}

/// Whether any shape of a letter can stand in a text: all of them begin with
/// one byte.
pub(super) fn may_hold(text: &str) -> bool {
    memchr::memchr(0xEF, text.as_bytes()).is_some()
}

/// The text with letters for their shapes.
pub(super) fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if is_form(c) {
            // A sign that stands alone is spelt with a space or a tatweel
            // under it; here it stands over a letter.
            let spelt = std::iter::once(c).nfkc();
            let phrase = matches!(c, '\u{FDF0}'..='\u{FDFB}');
            out.extend(spelt.filter(|&c| phrase || !matches!(c, ' ' | '\u{640}')));
        } else {
            out.push(c);
        }
    }
    out
}

/// Ornate brackets, the rial sign and the basmala are characters of their own.
const fn is_form(c: char) -> bool {
    matches!(c, '\u{FB50}'..='\u{FBB1}' | '\u{FBD3}'..='\u{FD3D}' | '\u{FD50}'..='\u{FDC7}'
        | '\u{FDF0}'..='\u{FDFB}' | '\u{FE70}'..='\u{FE74}' | '\u{FE76}'..='\u{FEFC}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_become_letters() {
        for (shapes, letters, count) in [
            ("ﺍﻟﺴﻼﻡ", "السلام", 5),
            ("ﻋﺒﺪ ﷲ", "عبد الله", 4),
            ("النبي ﷺ", "النبي صلى الله عليه وسلم", 1),
            ("ﻗﺎﻝﹶ", "قالَ", 4),
            ("ﮔﺎﺯ", "گاز", 3),
            ("ﻷن", "لأن", 1),
        ] {
            assert_eq!(mend(shapes), Some((letters.to_owned(), count)));
        }
    }

    #[test]
    fn letters_and_signs_are_left_alone() {
        for text in ["السلام عليكم", "﴿آية﴾ ﷽ 20 ﷼", "ﬁne"] {
            assert_eq!(mend(text), None);
        }
    }
}
