//! What the views remember between frames that is no data of the user's:
//! scroll places, selections, one-time wishes.

use std::collections::HashMap;

use super::lines::Line;
use super::state::ArticleId;
use super::views::Rows;
use super::widgets::ArticleViewState;
use crate::arabic::Span;

#[derive(Default)]
pub struct Memory {
    /// Scroll place and selection of each article.
    pub readers: HashMap<ArticleId, ArticleViewState>,
    /// How high the articles stand in the list.
    pub rows: Rows,
    /// Bring this stretch of the current article into view, once.
    pub scroll_text: Option<Span>,
    /// Bring this line of the card into view, once.
    pub scroll_card: Option<Line>,
    /// Put the caret into the find field, once.
    pub focus_find: bool,
    /// Whose text stands open in the About window.
    pub licence: Option<&'static str>,
}
