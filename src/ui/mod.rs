//! The window.
//!
//! * `launch`, [`run`]: opens it, or says why there is none.
//! * `app`: one frame after the other; `arrivals` takes in what the worker
//!   sends, `apply` performs what was asked.
//! * `state`: what is shown, as plain data; `memory`: what views remember.
//! * `command`, `action`, `keys`: what can be asked for, and by which key.
//! * `jobs`, `dialog`, `clipboard`, `keep`: worker, file dialog, clipboard and
//!   settings file, each behind a few functions that never wait while the window
//!   is shown.
//! * `copying`: what goes on the clipboard; `notice`: what went wrong, told.
//! * `lines`: the card's lines and the words that prove them.
//! * `layout`, [`theme`], `icons`, `dress`, `system_theme`: places, colours,
//!   signs.
//! * `trace`: a log of the frames, for the benches.
//! * `views`: the parts of the window; [`widgets`]: text that is set right.
//! * `door`: one window, whatever the number of starts.
//! * `licences`: of what the program is made of.
//!
//! Views draw the state and push actions; nothing is done inside a click. No
//! text goes through egui's own layout.

mod action;
mod app;
mod apply;
mod arrivals;
mod clipboard;
mod command;
mod copying;
mod dialog;
mod door;
mod dress;
mod icons;
mod jobs;
mod keep;
mod keys;
mod launch;
mod layout;
mod licences;
mod lines;
mod memory;
mod notice;
mod state;
mod system_theme;
#[cfg(test)]
mod tests;
pub mod theme;
mod trace;
mod views;
pub mod widgets;

pub use launch::{Which, WindowError, run};
