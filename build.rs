//! On Windows the program file has an icon and says what it is. Elsewhere
//! there is nothing to do.

use std::io::{self, Write};

fn main() -> io::Result<()> {
    // Else every file of the project would be a reason to build anew.
    writeln!(
        io::stdout(),
        "cargo::rerun-if-changed=packaging/icons/mawqif.ico"
    )?;
    if std::env::var_os("CARGO_CFG_TARGET_OS").is_none_or(|system| system != "windows") {
        return Ok(());
    }
    winresource::WindowsResource::new()
        .set_icon("packaging/icons/mawqif.ico")
        .set("FileDescription", "Mawqif")
        .set("ProductName", "Mawqif")
        .set("LegalCopyright", "© 2026 The Mawqif authors")
        .compile()
}
