//! Folding: one spelling for the many in which news writes the same word.
//!
//! Alef with hamza or madda becomes bare alef, alef maqsura becomes ya, ta
//! marbuta becomes ha, hamza seats become their seat, vowel marks and tatweel
//! go, presentation forms become letters, Persian ya and kaf the Arabic ones,
//! Arabic-Indic digits ASCII. This is the normalisation of Larkey, Ballesteros
//! and Connell (SIGIR 2002) widened to what files hold in practice.
//!
//! Nothing is decomposed first: decomposition would part alef from its hamza
//! before the table sees them. A fold keeps a monotone map back to the bytes
//! of the original; it never changes the original, and no span of a folded
//! text is ever shown.

use unicode_normalization::UnicodeNormalization;

use super::Span;

/// What the character becomes: `\0` drops it.
const ARABIC: [char; 256] = arabic_block();

const fn arabic_block() -> [char; 256] {
    let mut table = ['\0'; 256];
    let mut low = 0;
    while low < 256 {
        let point = 0x600 + low as u32;
        table[low] = match point {
            // Marks above and below, tatweel, the letter mark.
            0x610..=0x61A | 0x61C | 0x640 | 0x64B..=0x65F | 0x670 => '\0',
            0x6D6..=0x6DC | 0x6DF..=0x6E4 | 0x6E7 | 0x6E8 | 0x6EA..=0x6ED => '\0',
            0x622 | 0x623 | 0x625 | 0x671..=0x673 | 0x675 => 'ا',
            0x624 | 0x676 | 0x677 => 'و',
            0x626 | 0x649 | 0x678 | 0x6CC..=0x6CE | 0x6D0 | 0x6D1 | 0x6D2 | 0x6D3 => 'ي',
            0x629 | 0x6BE | 0x6C0..=0x6C3 | 0x6D5 => 'ه',
            0x6A9 | 0x6AA => 'ك',
            0x660..=0x669 => (b'0' + (point - 0x660) as u8) as char,
            0x6F0..=0x6F9 => (b'0' + (point - 0x6F0) as u8) as char,
            0x66A => '%',
            0x66B => '.',
            0x66C => ',',
            _ => match char::from_u32(point) {
                Some(same) => same,
                None => '\0',
            },
        };
        low += 1;
    }
    table
}

/// How many bytes at the head of a text fold to themselves.
fn unchanged(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    loop {
        end += match (bytes.get(end), bytes.get(end + 1)) {
            (Some(&lead @ 0xD8..=0xDB), Some(&next)) => {
                let point = u32::from(lead & 0x1F) << 6 | u32::from(next & 0x3F);
                let folded = ARABIC.get((point & 0xFF) as usize);
                if folded.is_none_or(|&letter| u32::from(letter) != point) {
                    return end;
                }
                2
            }
            (Some(b'A'..=b'Z' | 0x80..), _) | (None, _) => return end,
            _ => 1,
        };
    }
}

/// Characters that are there for layout alone.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// A text without differences of spelling, with the way back to the original.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// Where the distance between folded and original changes, in order; the
    /// first stands at zero.
    steps: Vec<Step>,
}

/// From `folded` on, original bytes run beside folded ones from `original`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Step {
    folded: usize,
    original: usize,
    /// The letters from here to the next step all come from one character.
    ligature: bool,
}

impl Folded {
    pub fn of(original: &str) -> Self {
        Self::read(original, vec![Step::default()])
    }

    /// Without a first step none are kept.
    fn read(original: &str, steps: Vec<Step>) -> Self {
        let mut folded = Self {
            text: String::with_capacity(original.len()),
            steps,
        };
        let mut at = 0;
        while let Some(rest) = original.get(at..).filter(|rest| !rest.is_empty()) {
            // Most letters stay as they are, and are taken over together.
            let (same, others) = rest.split_at(unchanged(rest));
            if !same.is_empty() {
                folded.step(at, false);
                folded.text.push_str(same);
                at += same.len();
            }
            if let Some(c) = others.chars().next() {
                folded.push(at, c);
                at += c.len_utf8();
            }
        }
        folded.step(original.len(), false);
        folded
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the original from which this stretch of the folded text
    /// came, with the marks that follow its last letter.
    pub fn original(&self, folded: Span) -> Span {
        let start = self.start(folded.start);
        Span::new(start, self.end(folded.end).max(start))
    }

    /// Every place of the original that reads like `needle`, in order, none
    /// overlapping. A needle that folds to nothing is found nowhere.
    pub fn find_all(&self, needle: &str) -> Vec<Span> {
        let needle = fold(needle);
        if needle.is_empty() {
            return Vec::new();
        }
        let places = self.text.match_indices(&needle);
        places
            .map(|(at, found)| self.original(Span::new(at, at + found.len())))
            .collect()
    }

    /// A cursor for ever later places: one walk along the steps for a whole
    /// text instead of a search each.
    pub(super) fn walk(&self) -> Walk<'_> {
        Walk {
            folded: self,
            at: 0,
        }
    }

    fn push(&mut self, at: usize, c: char) {
        match c {
            '\0'..='\x7F' => {
                self.step(at, false);
                self.text.push(c.to_ascii_lowercase());
            }
            '\u{600}'..='\u{6FF}' => {
                let index = (c as usize) & 0xFF;
                match ARABIC.get(index).copied().unwrap_or(c) {
                    '\0' => {}
                    letter => {
                        self.step(at, false);
                        self.text.push(letter);
                    }
                }
            }
            '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}' => self.push_presentation(at, c),
            '\u{A0}' | '\u{202F}' => {
                self.step(at, false);
                self.text.push(' ');
            }
            _ if is_invisible(c) => {}
            _ => {
                self.step(at, false);
                self.text.push(c);
            }
        }
    }

    /// One glyph of old files: a letter, or several in a ligature. Whole
    /// phrases in one glyph stay as they are: they are no word.
    fn push_presentation(&mut self, at: usize, c: char) {
        let letters = || std::iter::once(c).nfkc().filter(|c| !is_mark(*c));
        if letters().all(char::is_whitespace) {
            return;
        }
        if letters().any(char::is_whitespace) {
            self.step(at, false);
            self.text.push(c);
            return;
        }
        let ligature = letters().nth(1).is_some();
        for (count, letter) in letters().enumerate() {
            let index = (letter as usize).wrapping_sub(0x600);
            match ARABIC.get(index).copied().unwrap_or(letter) {
                '\0' => {}
                letter => {
                    if count == 0 {
                        self.step(at, ligature);
                    }
                    self.text.push(letter);
                }
            }
        }
    }

    /// Notes that the next folded letter comes from `original`, where that is
    /// not what the last step says already.
    fn step(&mut self, original: usize, ligature: bool) {
        let here = self.text.len();
        let Some(last) = self.steps.last_mut() else {
            return;
        };
        if !last.ligature && !ligature && here - last.folded == original - last.original {
            return;
        }
        let step = Step {
            folded: here,
            original,
            ligature,
        };
        if last.folded == here {
            *last = step;
        } else {
            self.steps.push(step);
        }
    }

    fn start(&self, folded: usize) -> usize {
        let after = self.steps.partition_point(|step| step.folded <= folded);
        self.place(after.saturating_sub(1), folded, false)
    }

    fn end(&self, folded: usize) -> usize {
        let after = self.steps.partition_point(|step| step.folded <= folded);
        self.place(after.saturating_sub(1), folded, true)
    }

    fn place(&self, step: usize, folded: usize, end: bool) -> usize {
        let Some(here) = self.steps.get(step) else {
            return 0;
        };
        let into = folded - here.folded;
        let next = self.steps.get(step + 1).map(|next| next.original);
        match (here.ligature && into > 0, end) {
            (true, true) => next.unwrap_or(here.original),
            (true, false) => here.original,
            // A letter may have fewer bytes than the one it came from, so a
            // place inside it must not run past the next.
            _ => next.map_or(here.original + into, |next| {
                (here.original + into).min(next)
            }),
        }
    }
}

/// See [`Folded::walk`].
pub(super) struct Walk<'f> {
    folded: &'f Folded,
    at: usize,
}

impl Walk<'_> {
    /// The original of a folded stretch that starts no earlier than the last.
    pub(super) fn original(&mut self, span: Span) -> Span {
        let start = self.to(span.start, false);
        Span::new(start, self.to(span.end, true).max(start))
    }

    fn to(&mut self, folded: usize, end: bool) -> usize {
        while let Some(next) = self.folded.steps.get(self.at + 1)
            && next.folded <= folded
        {
            self.at += 1;
        }
        self.folded.place(self.at, folded, end)
    }
}

/// A vowel mark or tatweel as compatibility forms spell it out.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

/// The folded spelling alone, for keys of tables and for needles.
pub fn fold(original: &str) -> String {
    Folded::read(original, Vec::new()).text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spellings_of_one_word_fold_to_one() {
        for (left, right) in [
            ("أمريكا", "امريكا"),
            ("إلى", "الي"),
            ("حكومة", "حكومه"),
            ("مُؤَكِّدًا", "موكدا"),
            ("مسئول", "مسيول"),
            ("الســلام", "السلام"),
            ("ﺍﻟﺴﻼﻡ", "السلام"),
            ("ایران", "ايران"),
            ("کرد", "كرد"),
            ("١٢٫٥٪", "12.5%"),
            ("۲۰", "20"),
            ("ا\u{654}كد", "اكد"),
            ("\u{200F}قال\u{200E}", "قال"),
        ] {
            assert_eq!(fold(left), fold(right), "{left} and {right}");
        }
    }

    #[test]
    fn a_phrase_in_one_glyph_is_left_alone() {
        assert_eq!(fold("ﷺ"), "ﷺ");
        assert_eq!(fold("ﷲ"), "الله");
    }

    #[test]
    fn a_find_gives_the_words_as_they_stand() {
        let text = "قالَ الرئيسُ إنّ الســلام ممكن، والسلام ﺍﻟﺴﻼﻡ قريب";
        let folded = Folded::of(text);
        let found: Vec<&str> = folded
            .find_all("السلام")
            .into_iter()
            .map(|s| s.of(text))
            .collect();
        assert_eq!(found, ["الســلام", "السلام", "ﺍﻟﺴﻼﻡ"]);
        let found: Vec<&str> = folded
            .find_all("الرئيس إن")
            .into_iter()
            .map(|s| s.of(text))
            .collect();
        assert_eq!(found, ["الرئيسُ إنّ"]);
        assert!(folded.find_all("ـَ").is_empty());
    }

    #[test]
    fn part_of_a_ligature_is_the_whole_glyph() {
        let text = "قال ﷲ نعم";
        let found = Folded::of(text).find_all("لل");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].of(text), "ﷲ");
    }

    proptest! {
        #[test]
        fn the_way_back_is_monotone_and_on_boundaries(text in "(?s).{0,60}|[ا-يً-ٰـﭐ-ﻼ٠-٩ a-z\u{200F}]{0,60}") {
            let folded = Folded::of(&text);
            let ends: Vec<usize> = folded.as_str().char_indices().map(|(at, _)| at)
                .chain([folded.as_str().len()]).collect();
            let mut walk = folded.walk();
            let mut last = 0;
            for pair in ends.windows(2) {
                let span = Span::new(pair[0], pair[1]);
                let original = folded.original(span);
                prop_assert_eq!(original, walk.original(span));
                prop_assert!(text.is_char_boundary(original.start));
                prop_assert!(text.is_char_boundary(original.end));
                prop_assert!(original.start >= last);
                prop_assert!(!original.is_empty());
                last = original.start;
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in "(?s).{0,60}|[ا-يً-ٰـﭐ-ﻼ]{0,60}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
