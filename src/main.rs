//! Process entry only: everything else is in the library.

fn main() -> std::process::ExitCode {
    mawqif::cli::run(std::env::args_os())
}
