//! The document `mawqif.briefing/1`.

use crate::stance::Briefing;

/// The briefing on one line, spans in Unicode scalar values.
pub fn json(briefing: &Briefing) -> String {
    // Only a map with keys that are no strings can fail, and there is none.
    serde_json::to_string(&briefing.in_scalars()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn the_document_is_one_line_and_its_strings_stand_where_their_spans_say() {
        let briefing = crate::stance::analyze(&crate::article::seed(), Lexicon::shipped());
        let line = json(&briefing);
        assert!(!line.contains('\n'));
        let document: serde_json::Value = serde_json::from_str(&line).unwrap();
        assert_eq!(document["schema"], "mawqif.briefing/1");
        let text: Vec<char> = document["document"]["text"]
            .as_str()
            .unwrap()
            .chars()
            .collect();
        let mut checked = 0;
        check(&document, &text, &mut checked);
        assert!(checked >= document["positions"].as_array().unwrap().len());
    }

    /// Every object with a `text` and a `span` quotes the article.
    fn check(value: &serde_json::Value, text: &[char], checked: &mut usize) {
        if let (Some(words), Some(span)) = (value["text"].as_str(), value["span"].as_array()) {
            let at = |index: usize| usize::try_from(span[index].as_u64().unwrap()).unwrap();
            let quoted: String = text[at(0)..at(1)].iter().collect();
            assert_eq!(quoted, words);
            *checked += 1;
        }
        match value {
            serde_json::Value::Object(fields) => {
                fields
                    .values()
                    .for_each(|field| check(field, text, checked));
            }
            serde_json::Value::Array(items) => {
                items.iter().for_each(|item| check(item, text, checked));
            }
            _ => {}
        }
    }
}
