//! What is kept on disk between starts: settings, recent
//! files, how files are opened.
//!
//! Nothing here can fail loudly: where the disk refuses, the program runs on
//! with what it has, and says what was not kept.

mod folder;
mod readings;
mod recent;
mod settings;

pub use folder::Folder;
pub use readings::Readings;
pub use recent::Recent;
pub use settings::{Appearance, Loaded, Reading, Settings, SettingsFault, WindowPlace};
