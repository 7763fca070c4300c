//! Lines that belong to the page and not to the article: "read also", the
//! agency's sign-off. The words are in `asides.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

struct Words {
    starts: Vec<&'static str>,
    whole: FxHashSet<&'static str>,
    signed: Vec<&'static str>,
    held: Vec<&'static str>,
}

/// The longest signature, in bytes: two a letter.
const SIGNATURE: usize = 400;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let rows = || {
        include_str!("../asides.tsv")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_once('\t'))
    };
    let of = |kind| rows().filter_map(move |(place, words)| (place == kind).then_some(words));
    Words {
        starts: of("start").collect(),
        whole: of("whole").collect(),
        signed: of("signed").collect(),
        held: of("holds").collect(),
    }
});

pub(in crate::article) fn is_aside(line: &str) -> bool {
    let bare = line.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '/' | '.' | '-' | '–' | '—' | '*')
    });
    let starts = |words: &[&str]| words.iter().any(|start| bare.starts_with(start));
    if WORDS.whole.contains(bare) || starts(&WORDS.starts) {
        return true;
    }
    let line = line.trim();
    let bracketed = line.starts_with(['(', '[']) && line.ends_with([')', ']']);
    line.len() <= SIGNATURE
        && (bracketed && starts(&WORDS.signed) || WORDS.held.iter().any(|held| line.contains(held)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signatures_and_links_are_asides() {
        for line in [
            "(رويترز)",
            "(إعداد سامي الخطيب للنشرة العربية - تحرير ليلى منصور)",
            "إعداد سامي الخطيب للنشرة العربية",
            "[تحرير ليلى منصور]",
            "المصدر: وكالات",
            "(المصدر: الجزيرة + وكالات)",
            "- وكالات -",
            "للمزيد: قصة السد من بدايتها",
            "اقرأ أيضًا: ماذا بعد القرار؟",
            "قد يهمك أيضا",
        ] {
            assert!(is_aside(line), "{line}");
        }
    }

    #[test]
    fn sentences_are_not() {
        for line in [
            "إعداد الخطة يحتاج إلى أسابيع، بحسب الوزير.",
            "تحرير المدينة لن يكون سهلا",
            "(تقديرات أولية) قال المتحدث إن القتال مستمر.",
            "المصدر الأمني نفى ذلك.",
            "وكالات الإغاثة ترفض الشروط",
            "للمزيد الأثر في المنطقة",
            "رويترز نقلت عن مصدر قوله إن الاتفاق قريب",
        ] {
            assert!(!is_aside(line), "{line}");
        }
    }
}
