//! What the views remember between frames that is no data of the user's:
//! one-time wishes.

use super::lines::Line;
use crate::arabic::Span;

#[derive(Default)]
pub struct Memory {
    /// Bring this stretch of the current article into view, once.
    pub scroll_text: Option<Span>,
    /// Bring this line of the card into view, once.
    pub scroll_card: Option<Line>,
    /// Put the caret into the find field, once.
    pub focus_find: bool,
}
