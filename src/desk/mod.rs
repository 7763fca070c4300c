//! What is kept on disk between starts: settings, recent files.
