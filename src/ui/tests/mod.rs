//! The window without a display: its views are drawn, found by their names in
//! the accessibility tree, and clicked.

mod fixture;
