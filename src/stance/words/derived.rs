//! Verbal nouns and participles by their shape, of verbs the lexicon lacks.

/// Whether a folded accusative that nobody knows has the shape of a participle
/// or of a verbal noun ("مخاطبا", "إمعانا", "تعزيزا"): names from abroad end in
/// alif as well, and are built otherwise.
pub fn is_derived(stem: &str) -> bool {
    let stem = stem.strip_suffix('ا').unwrap_or(stem);
    let letters: Vec<char> = stem.chars().collect();
    match *letters.as_slice() {
        ['م', _, _, _] | ['م', _, 'ا', _, _] | ['م', _, 'ت', _, _] => true,
        ['م', 'س', 'ت', ..] | ['م', 'ت', ..] => letters.len() >= 5,
        ['ت', _, _, 'ي', _] | ['ا', _, _, 'ا', _] => true,
        ['ا', _, 'ت', _, 'ا', _] | ['ا', 'ن', _, _, 'ا', _] => true,
        ['ا', 'س', 'ت', _, _, 'ا', _] => true,
        ['ت', _, 'ا', _, _] => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_derived;
    use crate::arabic::fold;

    #[test]
    fn derived_accusatives_are_told_from_foreign_names() {
        for word in [
            "مخاطبا",
            "إمعانا",
            "تعزيزا",
            "استنكارا",
            "اعتراضا",
            "مستغربا",
            "تضامنا",
        ] {
            assert!(is_derived(&fold(word)), "{word}");
        }
        for word in ["زيلينسكا", "فونتانا", "لولا", "باتشيكا", "غوميدا", "بتروفا"]
        {
            assert!(!is_derived(&fold(word)), "{word}");
        }
    }
}
