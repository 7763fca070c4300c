//! Keys become commands.

use eframe::egui::{Context, Event, Key, Modifiers, RawInput};

use super::action::{Action, Actions};
use super::clipboard::Clipboard;
use super::command::Command;

/// Turns the keys of copying, cutting and pasting into their events, with the
/// system clipboard's text: eframe is built without a clipboard of its own,
/// because ours also carries HTML.
pub fn translate(input: &mut RawInput, clipboard: &mut Clipboard) {
    for event in &mut input.events {
        let Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } = *event
        else {
            continue;
        };
        let plain = modifiers.command_only();
        let shifted = modifiers.matches_exact(Modifiers::SHIFT);
        match key {
            Key::Copy => *event = Event::Copy,
            Key::C | Key::Insert if plain => *event = Event::Copy,
            Key::Cut => *event = Event::Cut,
            Key::X if plain => *event = Event::Cut,
            Key::Delete if shifted => *event = Event::Cut,
            Key::Paste => *event = pasted(clipboard),
            Key::V if plain => *event = pasted(clipboard),
            Key::Insert if shifted => *event = pasted(clipboard),
            _ => {}
        }
    }
}

/// Also with no text on the clipboard: then the window says so.
fn pasted(clipboard: &mut Clipboard) -> Event {
    Event::Paste(clipboard.text().unwrap_or_default())
}

/// Takes this frame's shortcuts out of the input, before any widget sees them.
/// While a text field has the caret, copying and pasting are its own.
pub fn read(ctx: &Context, editing: bool, actions: &mut Actions) {
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Copy if !editing => {
                actions.run(Command::CopySelection);
                false
            }
            Event::Paste(text) if !editing => {
                actions.push(Action::OpenText(text.clone()));
                false
            }
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => match of_key(*key, *modifiers) {
                // Escape belongs to menus and fields first: `read_dismiss`.
                None | Some(Command::Dismiss) => true,
                Some(command) => {
                    actions.run(command);
                    false
                }
            },
            _ => true,
        });
    });
}

/// The command of a key. Modifiers must be exactly its own: with Shift, F3
/// goes the other way.
pub fn of_key(key: Key, modifiers: Modifiers) -> Option<Command> {
    Command::ALL.into_iter().find(|command| {
        command.shortcuts().iter().any(|shortcut| {
            shortcut.logical_key == key && modifiers.matches_exact(shortcut.modifiers)
        })
    })
}

/// Escape closes whatever no widget closed before: asked last.
pub fn read_dismiss(ctx: &Context, actions: &mut Actions) {
    if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        actions.run(Command::Dismiss);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(key: Key, modifiers: Modifiers) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        }
    }

    #[test]
    fn shift_makes_another_command() {
        let ctrl_shift = Modifiers::COMMAND | Modifiers::SHIFT;
        assert_eq!(of_key(Key::F3, Modifiers::NONE), Some(Command::FindNext));
        assert_eq!(
            of_key(Key::F3, Modifiers::SHIFT),
            Some(Command::FindPrevious)
        );
        assert_eq!(of_key(Key::C, ctrl_shift), Some(Command::CopySummary));
        assert_eq!(of_key(Key::A, Modifiers::COMMAND), None);
    }

    #[test]
    fn the_keys_of_the_clipboard_become_its_events() {
        let mut clipboard = Clipboard::default();
        let mut input = RawInput {
            events: vec![
                press(Key::C, Modifiers::COMMAND),
                press(Key::X, Modifiers::COMMAND),
                press(Key::C, Modifiers::COMMAND | Modifiers::SHIFT),
            ],
            ..RawInput::default()
        };
        translate(&mut input, &mut clipboard);
        assert_eq!(input.events.first(), Some(&Event::Copy));
        assert_eq!(input.events.get(1), Some(&Event::Cut));
        assert!(matches!(input.events.get(2), Some(Event::Key { .. })));
    }

    #[test]
    fn pasting_gives_what_was_copied() {
        let mut clipboard = Clipboard::default();
        clipboard.put(super::super::clipboard::Copied::Text("سلام".to_owned()));
        let mut input = RawInput {
            events: vec![press(Key::V, Modifiers::COMMAND)],
            ..RawInput::default()
        };
        translate(&mut input, &mut clipboard);
        assert_eq!(input.events, [Event::Paste("سلام".to_owned())]);
    }
}
