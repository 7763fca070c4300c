//! What the keyboard asks of a text.

use eframe::egui::{Event, Key, Modifiers};

use crate::text::edit::Motion;

/// One thing a key asks of a text being edited.
#[derive(Clone, Debug, PartialEq)]
pub enum TextKey {
    Go(Motion, bool),
    Backspace,
    Delete,
    BackspaceWord,
    DeleteWord,
    SelectAll,
    Undo,
    Redo,
}

impl TextKey {
    /// Home and End go along the line, with the command key through the text.
    pub fn of(event: &Event) -> Option<Self> {
        let Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } = event
        else {
            return None;
        };
        let Modifiers { shift, command, .. } = *modifiers;
        let word = command || modifiers.alt;
        let go = |motion| Some(Self::Go(motion, shift));
        match key {
            Key::ArrowLeft if word => go(Motion::WordLeft),
            Key::ArrowRight if word => go(Motion::WordRight),
            Key::ArrowLeft => go(Motion::Left),
            Key::ArrowRight => go(Motion::Right),
            Key::Home if command => go(Motion::TextStart),
            Key::End if command => go(Motion::TextEnd),
            Key::Home => go(Motion::LineStart),
            Key::End => go(Motion::LineEnd),
            Key::Backspace if word => Some(Self::BackspaceWord),
            Key::Backspace => Some(Self::Backspace),
            Key::Delete if word => Some(Self::DeleteWord),
            Key::Delete if !shift => Some(Self::Delete),
            Key::A if command => Some(Self::SelectAll),
            Key::Z if command && shift => Some(Self::Redo),
            Key::Z if command => Some(Self::Undo),
            Key::Y if command => Some(Self::Redo),
            _ => None,
        }
    }
}
