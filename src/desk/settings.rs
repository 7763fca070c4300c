//! What the user chose: language, appearance, reading, places of things.
//!
//! One JSON file. Whatever is missing from it takes its default, whatever is
//! out of bounds is brought back into them, and a file that cannot be read as
//! settings at all is set aside, never overwritten.

use std::io;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::{Folder, Readings, Recent};
use crate::locale::Language;

const FILE: &str = "settings.json";

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Appearance {
    #[default]
    System,
    Light,
    Dark,
}

/// How the article's text is set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// Name of the type family; the first bundled one where it is not there.
    pub family: String,
    /// In points.
    pub size: f32,
    /// Line height as a multiple of the size.
    pub spacing: f32,
}

impl Reading {
    pub const SIZES: std::ops::RangeInclusive<f32> = 13.0..=34.0;
    pub const SPACINGS: std::ops::RangeInclusive<f32> = 1.7..=2.6;
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            family: "Noto Naskh Arabic".to_owned(),
            size: 19.0,
            spacing: 1.95,
        }
    }
}

/// The window's size in points, and the shares of its parts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    pub width: f32,
    pub height: f32,
    pub maximized: bool,
    pub list_width: f32,
    pub list_open: bool,
    /// The card's part of what the list leaves, side by side.
    pub card_share: f32,
    /// The card's part of the height where it stands over the text.
    pub stacked_share: f32,
}

impl Default for WindowPlace {
    fn default() -> Self {
        Self {
            width: 1280.0,
            height: 820.0,
            maximized: false,
            list_width: 218.0,
            list_open: true,
            card_share: 0.41,
            stacked_share: 0.48,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// None until the user chooses: then the system's.
    pub language: Option<Language>,
    pub appearance: Appearance,
    pub reading: Reading,
    pub zoom: f32,
    pub window: WindowPlace,
    pub recent: Recent,
    pub readings: Readings,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: None,
            appearance: Appearance::default(),
            reading: Reading::default(),
            zoom: 1.0,
            window: WindowPlace::default(),
            recent: Recent::default(),
            readings: Readings::default(),
        }
    }
}

/// Settings as the disk had them, and what was wrong with it.
#[derive(Debug, Default)]
pub struct Loaded {
    pub settings: Settings,
    pub fault: Option<SettingsFault>,
}

/// Why settings were not taken from the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsFault {
    /// Not settings; now kept under this name.
    Broken { kept: Option<PathBuf> },
    /// The file is there but cannot be opened.
    Unreadable { path: PathBuf },
}

impl Settings {
    pub const ZOOMS: std::ops::RangeInclusive<f32> = 0.6..=2.5;

    pub fn file(folder: &Folder) -> PathBuf {
        folder.file(FILE)
    }

    pub fn load(folder: &Folder) -> Loaded {
        let path = Self::file(folder);
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Loaded::default(),
            Err(_) => {
                return Loaded {
                    fault: Some(SettingsFault::Unreadable { path }),
                    ..Loaded::default()
                };
            }
        };
        match serde_json::from_slice::<Self>(&bytes) {
            Ok(settings) => Loaded {
                settings: settings.bounded(),
                fault: None,
            },
            Err(_) => Loaded {
                fault: Some(SettingsFault::Broken {
                    kept: folder.set_aside(FILE),
                }),
                ..Loaded::default()
            },
        }
    }

    /// # Errors
    /// Where the folder cannot be written.
    pub fn save(&self, folder: &Folder) -> io::Result<()> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        folder.write(FILE, &bytes)
    }

    fn bounded(mut self) -> Self {
        let plain = Self::default();
        self.zoom = within(self.zoom, Self::ZOOMS, plain.zoom);
        let reading = &mut self.reading;
        reading.size = within(reading.size, Reading::SIZES, plain.reading.size);
        reading.spacing = within(reading.spacing, Reading::SPACINGS, plain.reading.spacing);
        let window = &mut self.window;
        window.width = within(window.width, 480.0..=8000.0, plain.window.width);
        window.height = within(window.height, 360.0..=8000.0, plain.window.height);
        window.list_width = within(window.list_width, 150.0..=420.0, plain.window.list_width);
        window.card_share = within(window.card_share, 0.2..=0.8, plain.window.card_share);
        window.stacked_share = within(window.stacked_share, 0.2..=0.8, plain.window.stacked_share);
        self.recent = self.recent.bounded();
        self.readings = self.readings.bounded();
        self
    }
}

/// The value inside the bounds; `otherwise` where it is no number.
fn within(value: f32, bounds: std::ops::RangeInclusive<f32>, otherwise: f32) -> f32 {
    if value.is_finite() {
        value.clamp(*bounds.start(), *bounds.end())
    } else {
        otherwise
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> (tempfile::TempDir, Folder) {
        let dir = tempfile::tempdir().unwrap();
        let folder = Folder::at(dir.path().join("deep").join("mawqif"));
        (dir, folder)
    }

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let (_dir, folder) = place();
        let mut settings = Settings {
            language: Some(Language::Arabic),
            appearance: Appearance::Dark,
            zoom: 1.25,
            ..Settings::default()
        };
        settings.reading.family = "Amiri".to_owned();
        settings.window.list_open = false;
        settings.recent.add(std::path::Path::new("/tmp/مقال.txt"));
        let how = crate::article::OpenAs {
            encoding: Some(crate::article::Encoding::Windows1256),
            repair: false,
        };
        settings
            .readings
            .set(std::path::Path::new("/tmp/مقال.txt"), how);
        settings.save(&folder).unwrap();
        let loaded = Settings::load(&folder);
        assert_eq!(loaded.settings, settings);
        assert_eq!(loaded.fault, None);
    }

    #[test]
    fn no_file_is_a_first_start() {
        let (_dir, folder) = place();
        let loaded = Settings::load(&folder);
        assert_eq!(loaded.settings, Settings::default());
        assert_eq!(loaded.fault, None);
    }

    #[test]
    fn a_broken_file_is_set_aside_and_not_lost() {
        let (_dir, folder) = place();
        folder.write(FILE, b"{ \"zoom\": ").unwrap();
        let loaded = Settings::load(&folder);
        assert_eq!(loaded.settings, Settings::default());
        let Some(SettingsFault::Broken { kept: Some(kept) }) = loaded.fault else {
            panic!("no fault was told");
        };
        assert_eq!(std::fs::read(kept).unwrap(), b"{ \"zoom\": ");
        Settings::default().save(&folder).unwrap();
        assert_eq!(Settings::load(&folder).fault, None);
    }

    #[test]
    fn unknown_keys_are_passed_over_and_missing_ones_take_defaults() {
        let (_dir, folder) = place();
        folder
            .write(FILE, br#"{"language":"ar","of_a_later_version":[1,2]}"#)
            .unwrap();
        let loaded = Settings::load(&folder);
        assert_eq!(loaded.fault, None);
        assert_eq!(loaded.settings.language, Some(Language::Arabic));
        assert_eq!(loaded.settings.reading, Reading::default());
    }

    #[test]
    fn numbers_out_of_bounds_are_brought_back() {
        let (_dir, folder) = place();
        folder
            .write(FILE, br#"{"zoom":400,"window":{"card_share":-3}}"#)
            .unwrap();
        let settings = Settings::load(&folder).settings;
        assert_eq!(settings.zoom, *Settings::ZOOMS.end());
        assert_eq!(settings.window.card_share, 0.2);
    }
}
