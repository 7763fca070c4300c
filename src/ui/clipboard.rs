//! The system's clipboard: text, and HTML with a text alternative.
//!
//! Where the system has none (no display, tests) the program's own stands in,
//! so that copying and pasting inside the window still work.

use arboard::Clipboard as System;

/// What is put on the clipboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    Text(String),
    Html { html: String, text: String },
}

impl Copied {
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Html { text, .. } => text,
        }
    }
}

#[derive(Default)]
pub struct Clipboard {
    system: Option<System>,
    own: Option<Copied>,
}

impl Clipboard {
    pub fn of_system() -> Self {
        Self {
            system: System::new().ok(),
            own: None,
        }
    }

    /// Gives whether it now lies where other programs can take it.
    pub fn put(&mut self, copied: Copied) -> bool {
        let done = self.system.as_mut().is_some_and(|system| {
            let set = system.set();
            match &copied {
                Copied::Text(text) => set.text(text),
                Copied::Html { html, text } => set.html(html, Some(text)),
            }
            .is_ok()
        });
        self.own = Some(copied);
        done
    }

    /// The text on the clipboard; none where it holds none.
    pub fn text(&mut self) -> Option<String> {
        match &mut self.system {
            Some(system) => system.get_text().ok(),
            None => self.own.as_ref().map(|copied| copied.text().to_owned()),
        }
    }

    /// What this program put there last.
    #[cfg(test)]
    pub fn own(&self) -> Option<&Copied> {
        self.own.as_ref()
    }
}
