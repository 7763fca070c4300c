//! Why a rule says what it says, in the interface language.

use crate::locale::Language;

/// None where the rule tells nothing of itself.
pub fn of(_rule: &str, _language: Language) -> Option<String> {
    None
}
