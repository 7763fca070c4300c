//! The catalogue of faces: the bundled ones first, then the installed ones.
//!
//! `fontdb` is the only source of faces. parley's collection gets from it the
//! bundled families, and of the installed ones exactly those a text needs, when
//! it needs them. A character no face has stays in the first face of its
//! stack, whose glyph 0 the painter draws as a box. The bundled faces are
//! always there, so nothing here can fail.

use std::sync::Arc;

use fontdb::{Database, Source};
use parley::FontContext;
use parley::fontique::{Blob, Collection, CollectionOptions, SourceCache};
use rustc_hash::FxHashMap;

use super::coverage::Coverage;
use super::installed::{self, Face};

/// The family the interface is set in.
pub const INTERFACE: &str = "Noto Sans Arabic";
/// The family articles are set in until the reader chooses another.
pub const READING: &str = "Noto Naskh Arabic";
/// Latin, Greek and Cyrillic beside either.
pub const LATIN: &str = "Noto Sans";

const BUNDLED: [&[u8]; 8] = [
    include_bytes!("../../fonts/NotoNaskhArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoNaskhArabic-Bold.ttf"),
    include_bytes!("../../fonts/NotoSansArabic-Regular.ttf"),
    include_bytes!("../../fonts/NotoSansArabic-Bold.ttf"),
    include_bytes!("../../fonts/Amiri-Regular.ttf"),
    include_bytes!("../../fonts/Amiri-Bold.ttf"),
    LATIN_FACE,
    include_bytes!("../../fonts/NotoSans-Bold.ttf"),
];

/// A face with Latin, for libraries that want one of their own.
pub const LATIN_FACE: &[u8] = include_bytes!("../../fonts/NotoSans-Regular.ttf");

/// A family name, cheap to clone and to compare.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Family(Arc<str>);

impl Family {
    pub fn named(name: &str) -> Self {
        Self(name.into())
    }

    pub fn name(&self) -> &str {
        &self.0
    }
}

/// What the installed faces are good for here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Installed {
    /// Never looked at: layouts are the same on every machine.
    Unused,
    /// Read on a thread when first needed.
    WhenNeeded,
}

pub struct Catalogue {
    context: FontContext,
    bundled: Vec<(String, Coverage)>,
    /// Stands for a family that is not there.
    stand_in: String,
    /// The families tried after the one asked for.
    companions: Vec<String>,
    installed: Installed,
    wake: Arc<dyn Fn() + Send + Sync>,
    /// The names under which parley knows a family; empty where it cannot be
    /// read.
    registered: FxHashMap<String, Vec<String>>,
    /// The family that has a character no bundled face has.
    fallbacks: FxHashMap<char, Option<&'static str>>,
    /// Some text wanted a face while the installed ones were being read.
    starved: bool,
}

impl Catalogue {
    /// With the bundled faces alone: the same layouts on every machine.
    pub fn bundled_only() -> Self {
        Self::new(Installed::Unused, Arc::new(|| {}))
    }

    /// With the installed faces too, once they have been read; `wake` is then
    /// called from another thread if a text is waiting for them.
    pub fn with_installed(wake: impl Fn() + Send + Sync + 'static) -> Self {
        Self::new(Installed::WhenNeeded, Arc::new(wake))
    }

    /// With these faces instead of the bundled ones: the first family stands
    /// for any other that is asked for, and the others follow it in order.
    /// What cannot be read as a face is passed over.
    pub fn of_faces(faces: impl IntoIterator<Item = Vec<u8>>) -> Self {
        let mut catalogue = Self::empty(Installed::Unused, Arc::new(|| {}));
        for data in faces {
            catalogue.add(Source::Binary(Arc::new(data)));
        }
        catalogue.companions = catalogue
            .bundled
            .iter()
            .map(|(family, _)| family.clone())
            .collect();
        catalogue.stand_in = catalogue.companions.first().cloned().unwrap_or_default();
        catalogue
    }

    fn empty(installed: Installed, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        Self {
            context: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            bundled: Vec::new(),
            stand_in: READING.to_owned(),
            companions: Vec::new(),
            installed,
            wake,
            registered: FxHashMap::default(),
            fallbacks: FxHashMap::default(),
            starved: false,
        }
    }

    fn new(installed: Installed, wake: Arc<dyn Fn() + Send + Sync>) -> Self {
        let mut catalogue = Self::empty(installed, wake);
        catalogue.companions = [LATIN, INTERFACE, READING].map(str::to_owned).to_vec();
        for data in BUNDLED {
            catalogue.add(Source::Binary(Arc::new(data)));
        }
        catalogue
    }

    /// Adds the faces of `source` to those that are always there.
    fn add(&mut self, source: Source) {
        let mut database = Database::new();
        database.load_font_source(source);
        for face in database.faces() {
            let Some((family, _)) = face.families.first() else {
                continue;
            };
            let names = self.register_face(&face.source, face.index);
            let known = self.registered.entry(family.clone()).or_default();
            for name in names {
                if !known.contains(&name) {
                    known.push(name);
                }
            }
            if self.bundled.iter().all(|(name, _)| name != family)
                && let Some(coverage) = database.with_face_data(face.id, Coverage::of_face)
            {
                self.bundled.push((family.clone(), coverage));
            }
        }
    }

    /// Families that have every letter of Arabic, bundled ones first. Until
    /// the installed faces have been read, the bundled ones alone.
    pub fn arabic_families(&mut self) -> Vec<String> {
        let mut families: Vec<String> = self
            .bundled
            .iter()
            .filter(|(_, coverage)| coverage.has_arabic())
            .map(|(family, _)| family.clone())
            .collect();
        let own = families.len();
        for face in self.installed_faces().unwrap_or_default() {
            if face.coverage.has_arabic() && !families.contains(&face.family) {
                families.push(face.family.clone());
            }
        }
        if let Some(others) = families.get_mut(own..) {
            others.sort_unstable();
        }
        families
    }

    /// Reads the installed faces now, on this thread, if they are used at all.
    pub fn read_installed_now(&mut self) {
        if self.installed == Installed::WhenNeeded {
            installed::faces_now();
        }
    }

    /// Whether texts laid out before must be laid out again, because the
    /// installed faces they waited for have come. True once.
    pub fn take_refreshed(&mut self) -> bool {
        if self.starved && installed::faces().is_some() {
            self.starved = false;
            self.fallbacks.clear();
            return true;
        }
        false
    }

    pub(super) fn context(&mut self) -> &mut FontContext {
        &mut self.context
    }

    /// The families to look for glyphs in, in order, for `text` set in
    /// `family`: itself, the bundled companions, then what the remaining
    /// characters need.
    pub(super) fn stack(&mut self, family: &Family, text: &str) -> Vec<String> {
        let mut stack = self.register(family.name());
        if stack.is_empty() {
            stack.push(self.stand_in.clone());
        }
        for companion in &self.companions {
            if !stack.contains(companion) {
                stack.push(companion.clone());
            }
        }
        let mut last = None;
        for c in text.chars() {
            if is_common(c) || last == Some(c) {
                continue;
            }
            last = Some(c);
            if self.bundled.iter().any(|(_, coverage)| coverage.has(c)) {
                continue;
            }
            if let Some(fallback) = self.fallback(c) {
                for name in self.register(fallback) {
                    if !stack.contains(&name) {
                        stack.push(name);
                    }
                }
            }
        }
        stack
    }

    /// The installed family that has `c`.
    fn fallback(&mut self, c: char) -> Option<&'static str> {
        if let Some(known) = self.fallbacks.get(&c) {
            return *known;
        }
        let faces = self.installed_faces()?;
        let mut candidates = faces.iter().filter(|face| face.coverage.has(c));
        let found = if is_emoji(c) {
            let mut candidates: Vec<&Face> = candidates.collect();
            candidates.sort_by_key(|face| !face.family.contains("Emoji"));
            candidates.first().map(|face| face.family.as_str())
        } else {
            candidates
                .find(|face| !face.family.contains("Emoji"))
                .map(|face| face.family.as_str())
        };
        self.fallbacks.insert(c, found);
        found
    }

    fn installed_faces(&mut self) -> Option<&'static [Face]> {
        if self.installed == Installed::Unused {
            return None;
        }
        let wake = Arc::clone(&self.wake);
        let faces = installed::faces_or_start(|| Box::new(move || wake()));
        self.starved |= faces.is_none();
        faces
    }

    /// The names under which parley now knows `family`; empty where it is not
    /// installed or cannot be read.
    fn register(&mut self, family: &str) -> Vec<String> {
        if let Some(names) = self.registered.get(family) {
            return names.clone();
        }
        let Some(faces) = self.installed_faces() else {
            return Vec::new();
        };
        let mut names: Vec<String> = Vec::new();
        for face in faces.iter().filter(|face| face.family == family) {
            for name in self.register_face(&face.info.source, face.info.index) {
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        self.registered.insert(family.to_owned(), names.clone());
        names
    }

    /// The names under which parley now knows the family of the face at
    /// `index` of `source`.
    fn register_face(&mut self, source: &Source, index: u32) -> Vec<String> {
        let Some(data) = face_data(source) else {
            return Vec::new();
        };
        let collection = &mut self.context.collection;
        let registered = collection.register_fonts(data, None);
        registered
            .into_iter()
            .filter(|(_, fonts)| fonts.iter().any(|font| font.index() == index))
            .filter_map(|(id, _)| collection.family_name(id).map(str::to_owned))
            .collect()
    }
}

fn face_data(source: &Source) -> Option<Blob<u8>> {
    match source {
        Source::Binary(data) | Source::SharedFile(_, data) => Some(Blob::new(data.clone())),
        Source::File(path) => std::fs::read(path).ok().map(Blob::from),
    }
}

/// Characters that need no look-up: every stack has them, or they have no
/// glyph of their own.
fn is_common(c: char) -> bool {
    matches!(
        c,
        '\u{0}'..='\u{17f}' | '\u{600}'..='\u{6ff}' | '\u{2000}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}
