//! The interface's messages in Arabic and English.
//!
//! Messages live in `ar.ftl` and `en.ftl`; both hold the same ids
//! (`tests` below). Fluent sets isolates round every argument, so that a file
//! name or a number keeps its order inside a sentence of the other direction.

use std::sync::OnceLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
pub use fluent_bundle::{FluentArgs, FluentValue};
use serde::{Deserialize, Serialize};
use unic_langid::LanguageIdentifier;

/// The interface language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    #[serde(rename = "ar")]
    Arabic,
    #[default]
    #[serde(rename = "en")]
    English,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::Arabic, Self::English];

    /// Arabic where the system's locale is Arabic, else English.
    pub fn of_system() -> Self {
        match sys_locale::get_locale() {
            Some(name) if name.to_ascii_lowercase().starts_with("ar") => Self::Arabic,
            _ => Self::English,
        }
    }

    pub const fn is_rtl(self) -> bool {
        matches!(self, Self::Arabic)
    }

    /// Shape: "ar" or "en".
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arabic => "ar",
            Self::English => "en",
        }
    }

    pub const fn other(self) -> Self {
        match self {
            Self::Arabic => Self::English,
            Self::English => Self::Arabic,
        }
    }

    /// The message `id` without arguments.
    pub fn text(self, id: &str) -> String {
        self.format(id, None)
    }

    /// The message `id` with its arguments set.
    pub fn text_with<'a>(
        self,
        id: &str,
        args: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>,
    ) -> String {
        self.format(id, Some(&args.into_iter().collect()))
    }

    /// A missing message shows its id: a fault the tests find, never a panic.
    fn format(self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = bundle(self);
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut faults = Vec::new();
        bundle
            .format_pattern(pattern, args, &mut faults)
            .into_owned()
    }
}

fn source(language: Language) -> &'static str {
    match language {
        Language::Arabic => include_str!("ar.ftl"),
        Language::English => include_str!("en.ftl"),
    }
}

fn bundle(language: Language) -> &'static FluentBundle<FluentResource> {
    static BUNDLES: [OnceLock<FluentBundle<FluentResource>>; 2] = [const { OnceLock::new() }; 2];
    let slot = match language {
        Language::Arabic => &BUNDLES[0],
        Language::English => &BUNDLES[1],
    };
    slot.get_or_init(|| {
        let name: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![name]);
        // A resource with a fault still gives its sound messages.
        let resource = FluentResource::try_new(source(language).to_owned())
            .unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
        bundle
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Each message's id and the names of its arguments, in the file's order.
    fn messages(language: Language) -> Vec<(&'static str, BTreeSet<&'static str>)> {
        let mut messages = Vec::new();
        for line in source(language).lines() {
            let id = line.split_once(" =").map(|(id, _)| id);
            if let Some(id) = id.filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase())) {
                messages.push((id, BTreeSet::new()));
            }
            let arguments = line.split('$').skip(1).map(|rest| {
                let end = rest
                    .find(|c: char| !c.is_ascii_alphanumeric())
                    .unwrap_or(rest.len());
                &rest[..end]
            });
            if let Some((_, all)) = messages.last_mut() {
                all.extend(arguments);
            }
        }
        messages
    }

    #[test]
    fn both_languages_parse_and_hold_the_same_messages() {
        for language in Language::ALL {
            assert!(
                FluentResource::try_new(source(language).to_owned()).is_ok(),
                "{language:?} has a syntax fault"
            );
            let mut seen = BTreeSet::new();
            for (id, _) in messages(language) {
                assert!(seen.insert(id), "{id} stands twice in {language:?}");
            }
        }
        let [arabic, english] = Language::ALL.map(messages);
        for (arabic, english) in arabic.iter().zip(&english) {
            assert_eq!(arabic, english);
        }
        assert_eq!(arabic.len(), english.len());
    }

    #[test]
    fn arabic_plurals_have_their_six_forms() {
        let say =
            |count: i64| Language::Arabic.text_with("count-statements", [("count", count.into())]);
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(plain(say(0)), "لا تصريحات");
        assert_eq!(plain(say(1)), "تصريح واحد");
        assert_eq!(plain(say(2)), "تصريحان");
        assert_eq!(plain(say(3)), "3 تصريحات");
        assert_eq!(plain(say(11)), "11 تصريحًا");
        assert_eq!(plain(say(100)), "100 تصريح");
    }
}
