//! What the program is made of, and the licences that it is used under.
//!
//! `components.tsv` is made by `tools/licences/collect.py`; a component stands
//! under each licence that it asks for, with the copyright lines of its own
//! file. `tests/packaging.rs` keeps it true to what is built.

/// A licence with its text.
#[derive(Debug)]
pub struct Licence {
    /// Its SPDX identifier.
    pub id: &'static str,
    text: &'static str,
}

/// A crate or a family of typefaces in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Component {
    pub name: &'static str,
    pub version: &'static str,
    /// Who wrote it, as its licence file says.
    pub notice: &'static str,
    /// SPDX identifiers joined by AND.
    under: &'static str,
}

/// In the order of the About window.
pub const LICENCES: [Licence; 10] = [
    licence("MIT", include_str!("licences/texts/MIT.txt")),
    licence("Apache-2.0", include_str!("../../LICENSE-APACHE")),
    licence(
        "Unicode-3.0",
        include_str!("licences/texts/Unicode-3.0.txt"),
    ),
    licence("MPL-2.0", include_str!("licences/texts/MPL-2.0.txt")),
    licence("Zlib", include_str!("licences/texts/Zlib.txt")),
    licence(
        "BSD-3-Clause",
        include_str!("licences/texts/BSD-3-Clause.txt"),
    ),
    licence("BSL-1.0", include_str!("licences/texts/BSL-1.0.txt")),
    licence("ISC", include_str!("licences/texts/ISC.txt")),
    licence("0BSD", include_str!("licences/texts/0BSD.txt")),
    licence("OFL-1.1", include_str!("../../fonts/OFL-Noto.txt")),
];

const COMPONENTS: &str = include_str!("licences/components.tsv");

const FONTS: [Component; 2] = [
    Component {
        name: "Noto Naskh Arabic, Noto Sans Arabic, Noto Sans",
        version: "2.004, 2.005",
        notice: "Copyright 2015-2020 Google LLC. All Rights Reserved. Noto is a trademark of Google LLC.",
        under: "OFL-1.1",
    },
    Component {
        name: "Amiri",
        version: "0.113",
        notice: "Copyright 2010-2020 The Amiri Project Authors (https://github.com/alif-type/amiri).",
        under: "OFL-1.1",
    },
];

const fn licence(id: &'static str, text: &'static str) -> Licence {
    Licence { id, text }
}

/// Everything in the program that others have written.
pub fn components() -> impl Iterator<Item = Component> {
    COMPONENTS
        .lines()
        .skip(1)
        .filter_map(component)
        .chain(FONTS)
}

fn component(row: &'static str) -> Option<Component> {
    let mut cells = row.split('\t');
    let (name, version) = (cells.next()?, cells.next()?);
    let (_declared, under, notice) = (cells.next()?, cells.next()?, cells.next()?);
    Some(Component {
        name,
        version,
        notice,
        under,
    })
}

impl Component {
    pub fn licences(&self) -> impl Iterator<Item = &'static str> {
        self.under.split(" AND ")
    }
}

impl Licence {
    pub fn components(&self) -> impl Iterator<Item = Component> {
        components().filter(|component| component.licences().any(|id| id == self.id))
    }

    /// Its text for lines of any width: as the files wrap it, it would be
    /// wrapped twice.
    pub fn paragraphs(&self) -> impl Iterator<Item = String> {
        self.text.split("\n\n").filter_map(|paragraph| {
            let says = |line: &&str| !line.trim().trim_matches(['=', '-']).is_empty();
            let words: Vec<_> = paragraph
                .lines()
                .filter(says)
                .flat_map(str::split_whitespace)
                .collect();
            (!words.is_empty()).then(|| words.join(" "))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_component_has_its_notice_and_the_texts_of_its_licences() {
        assert!(components().count() > 200);
        for component in components() {
            assert!(!component.notice.is_empty(), "{component:?}");
            for id in component.licences() {
                let found = LICENCES.iter().find(|licence| licence.id == id);
                assert!(found.is_some(), "{component:?}");
            }
        }
    }

    #[test]
    fn every_licence_is_somebodys_and_reads_as_paragraphs() {
        for licence in &LICENCES {
            assert!(licence.components().next().is_some(), "{licence:?}");
            assert!(licence.paragraphs().all(|text| !text.contains('\n')));
            let longest = licence.paragraphs().map(|text| text.len()).max();
            assert!(longest.is_some_and(|length| length > 200), "{}", licence.id);
        }
    }
}
