//! Text widgets: no text in the window goes through egui's own layout.
