//! How a vocalised stem is written: short vowels are left out, hamza takes its
//! seat, and the letters that look-up folds are folded at once.
//!
//! Stems are strings of Arabic root letters with the transliteration of
//! `paradigms.tsv` around them. The rules of the seat are those of the Cairo
//! academy, without the parts that folding makes equal.

const HAMZA: char = 'ء';

/// The folded letter a sign is written with; short vowels have none.
fn letter(sign: char) -> Option<char> {
    Some(match sign {
        'a' | 'i' | 'u' => return None,
        'A' | 'E' | 'X' | 'أ' | 'إ' | 'آ' => 'ا',
        'I' | 'Y' | 'y' | 'ى' | 'ئ' => 'ي',
        'U' | 'w' | 'ؤ' => 'و',
        'T' | 'ة' => 'ه',
        'm' => 'م',
        'n' => 'ن',
        's' => 'س',
        't' => 'ت',
        other => other,
    })
}

/// What decides the seat of a hamza: the sound on one side of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sound {
    Edge,
    A,
    I,
    U,
    LongA,
    LongI,
    LongU,
    /// A letter without a vowel.
    Still,
}

fn sound(sign: Option<&char>) -> Sound {
    match sign {
        None => Sound::Edge,
        Some('a' | 'Y') => Sound::A,
        Some('i') => Sound::I,
        Some('u') => Sound::U,
        Some('A') => Sound::LongA,
        Some('I') => Sound::LongI,
        Some('U') => Sound::LongU,
        Some(_) => Sound::Still,
    }
}

/// The seat of a hamza between two sounds.
fn seat(before: Sound, after: Sound) -> char {
    use Sound::{A, Edge, I, LongA, LongI, LongU, Still, U};
    match (before, after) {
        (LongA | LongI | LongU | Still, Edge) => HAMZA,
        (I | LongI, _) | (_, I | LongI) => 'ي',
        (Edge, _) | (A, Edge) => 'ا',
        (U, Edge) => 'و',
        (LongU, _) => HAMZA,
        (U, _) | (_, U | LongU) => 'و',
        (LongA, _) => HAMZA,
        _ => 'ا',
    }
}

/// The folded spelling of a vocalised stem.
pub(super) fn spell(stem: &[char], out: &mut String) {
    out.clear();
    let mut place = 0;
    while let Some(&sign) = stem.get(place) {
        let before = place.checked_sub(1).and_then(|at| stem.get(at));
        let next = stem.get(place + 1);
        if sign != HAMZA {
            // A vowel turns the weak letter behind it into its own length.
            let closed = next.is_some_and(|next| sound(Some(next)) == Sound::Still);
            out.extend(match (before, letter(sign)) {
                (Some('i'), Some('و')) if closed => Some('ي'),
                (Some('u'), Some('ي')) if closed => Some('و'),
                // The final long a stays alif after ya: حيا.
                (Some('ي'), _) if sign == 'Y' => Some('ا'),
                (_, written) => written,
            });
        } else if before.is_none() {
            out.push('ا');
            place += opening(stem, out);
        } else {
            let seat = seat(sound(before), sound(next));
            out.push(seat);
            // Hamza on alif and a long a are one letter, the madda.
            if seat == 'ا' && next == Some(&'A') {
                place += 1;
            }
        }
        place += 1;
    }
}

/// A hamza at the head of a word with a long vowel, or with a second hamza
/// that lengthens its vowel. Gives how many more signs are thereby written.
fn opening(stem: &[char], out: &mut String) -> usize {
    let closed = sound(stem.get(3)) == Sound::Still;
    match (stem.get(1), stem.get(2)) {
        (Some('A'), _) => 1,
        (Some('a'), Some(&HAMZA)) if closed => 2,
        (Some('i'), Some(&HAMZA)) if closed => {
            out.push('ي');
            2
        }
        (Some('u'), Some(&HAMZA)) if closed => {
            out.push('و');
            2
        }
        _ => 0,
    }
}
