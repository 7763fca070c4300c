//! Stems: the root's letters in their places, and what an ending does to the
//! last of them.

use super::generate::Speller;

impl Speller<'_> {
    /// Puts the root's letters and the verb's vowels into a stem.
    pub(super) fn expand(&self, stem: &str) -> Vec<char> {
        let vowel = match self.verb.vowel {
            "i" => 'i',
            "u" => 'u',
            _ => 'a',
        };
        let last = stem.chars().count().saturating_sub(1);
        let mut word = Vec::with_capacity(stem.len() + 2);
        for (place, sign) in stem.chars().enumerate() {
            match sign {
                '1'..='4' => {
                    let number = sign as usize - '1' as usize;
                    word.extend(self.root.get(number));
                }
                '\'' => word.push('ء'),
                't' if self.verb.form == "VIII" => {
                    let first = word.last().copied();
                    if let (Some(first), "1") = (first, before(stem, place)) {
                        let (radical, infix) = joined(first);
                        word.pop();
                        word.extend(radical);
                        word.push(infix);
                    } else {
                        word.push('t');
                    }
                }
                'v' => word.push(vowel),
                'V' => word.push(match vowel {
                    'u' => 'U',
                    'i' => 'I',
                    _ if place == last => 'Y',
                    _ => 'A',
                }),
                'W' => word.push(if vowel == 'i' { 'I' } else { 'U' }),
                'Z' if self.verb.lemma.ends_with('ي') => word.extend(['i', 'y']),
                'Z' if self.verb.lemma.ends_with('ا') => word.push('A'),
                'Z' => word.push('Y'),
                other => word.push(other),
            }
        }
        word
    }
}

/// The sign before a place of a stem.
fn before(stem: &str, place: usize) -> &str {
    place
        .checked_sub(1)
        .and_then(|at| stem.get(at..place))
        .unwrap_or_default()
}

/// The first root letter and the infix of form VIII as they grow together.
fn joined(first: char) -> (Option<char>, char) {
    match first {
        'ص' | 'ض' => (Some(first), 'ط'),
        'ز' => (Some(first), 'د'),
        'د' | 'ط' | 'ظ' | 'ت' => (None, first),
        'ذ' => (None, 'د'),
        'و' => (None, 'ت'),
        _ => (Some(first), 'ت'),
    }
}

/// A stem with an ending: final long vowels give way to what follows.
pub(super) fn attach(stem: &[char], ending: &str) -> Vec<char> {
    let mut word = stem.to_vec();
    let last = stem.last().copied().unwrap_or_default();
    let Some(first) = ending.chars().next() else {
        return word;
    };
    let short_i = stem.len() > 1 && stem.get(stem.len() - 2) == Some(&'i');
    let mut rest = ending;
    let instead: &[char] = match (last, first) {
        // Third person feminine of a defective perfect: دعت.
        ('A' | 'Y', 'a') => &[],
        ('A' | 'Y', 'U') => {
            rest = ending.get(1..).unwrap_or_default();
            &['a', 'w']
        }
        ('A' | 'Y', 'I') => {
            rest = ending.get(1..).unwrap_or_default();
            &['a', 'y']
        }
        ('A', _) => &['a', 'w'],
        ('Y', _) => &['a', 'y'],
        ('I' | 'U', 'U' | 'I') => &[],
        ('I', 'a' | 'A' | 'X') => &['i', 'y'],
        ('U', 'a' | 'A' | 'X') => &['u', 'w'],
        // لقوا and لقيت from لقي.
        ('y', 'U') if short_i => {
            word.pop();
            &[]
        }
        ('y', 'a' | 'A' | 'X') => &['y'],
        ('y', _) if short_i => {
            word.pop();
            &['I']
        }
        _ => {
            word.extend(ending.chars());
            return word;
        }
    };
    word.pop();
    word.extend(instead);
    word.extend(rest.chars());
    word
}

/// A written noun as a stem: the endings that matter in transliteration.
pub(super) fn transliterated(word: &str) -> Vec<char> {
    let mut stem: Vec<char> = word
        .chars()
        .map(|letter| match letter {
            'أ' | 'إ' => 'ا',
            'ا' => 'A',
            'ؤ' => 'w',
            'ئ' => 'y',
            'ى' => 'Y',
            other => other,
        })
        .collect();
    if stem.last() == Some(&'ة') {
        stem.pop();
        if stem.last() != Some(&'A') {
            stem.push('a');
        }
        stem.push('T');
    }
    stem
}
