//! Process entry only: everything else is in the library.

// No black window beside ours.
#![cfg_attr(windows, windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    // What is printed is seen in the console that started the program; where
    // there is none, there is nobody to print for.
    #[cfg(windows)]
    let _ = winsafe::AttachConsole(winsafe::PidParent::Parent);
    mawqif::cli::run(std::env::args_os())
}
