//! The text engine: font catalogue, layout, glyph atlas, painting, selection, editing.
