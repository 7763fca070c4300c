//! The command line: `mawqif [FILE…]` opens the window, `mawqif brief …` needs
//! no display.
//!
//! Documents go to standard output, sentences about what went wrong to
//! standard error, and the exit status is 0 where all was done, 1 where some
//! file failed (the others are done), 2 where the usage was wrong. A reader
//! that closes the pipe early has had enough: that is not an error.

mod brief;
mod console;
mod format;
mod sink;
mod window;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::ui::Which;

/// Read Arabic news articles and see who takes which position, on which
/// conditions, for which reasons.
///
/// Without a command the files are opened in a window. Everything runs on this
/// machine; nothing is sent anywhere.
#[derive(Debug, Parser)]
#[command(name = "mawqif", version, args_conflicts_with_subcommands = true)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
    /// Open a window of its own, even where one is open already
    #[arg(long)]
    new_window: bool,
    /// Articles to open in the window; in the one that is open already, if any
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Brief(brief::Options),
}

/// What became of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    /// Some file failed and was told on standard error.
    Failed,
}

fn which(new: bool) -> Which {
    if new { Which::New } else { Which::Open }
}

/// Runs the program with its arguments and gives its exit status.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let outcome = match Cli::try_parse_from(args) {
        Ok(cli) => match cli.command {
            Some(Command::Brief(options)) => brief::run(&options),
            None => window::run(cli.files, which(cli.new_window)),
        },
        // Help and version come this way too, with status 0.
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match outcome {
        Outcome::Done => ExitCode::SUCCESS,
        Outcome::Failed => ExitCode::from(1),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        super::Cli::command().debug_assert();
    }
}
