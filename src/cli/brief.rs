//! `mawqif brief`: articles in, documents out, in the order of the arguments
//! whatever the number of workers.

use std::io;
use std::path::{Path, PathBuf};

use clap::Args;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;

use super::format::Format;
use super::sink::Sink;
use super::{Outcome, console};
use crate::article::{self, Article, ArticleError, Encoding, OpenAs, READINGS};
use crate::lexicon::Lexicon;
use crate::locale::Language;
use crate::stance;

/// Print the stance card of each article; needs no display.
///
/// Without a FILE the article that ships with the program is read. Exit
/// status: 0 all done, 1 some file failed (the others are done), 2 wrong usage.
#[derive(Debug, Args)]
pub(super) struct Options {
    /// What to print; several JSON documents are printed one a line
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Language of the labels [default: the system's]
    #[arg(long, value_name = "ar|en", value_parser = language)]
    lang: Option<Language>,
    /// Write STEM.EXT for each file into DIR; a second file of the same stem
    /// becomes STEM-2.EXT
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Files read at the same time [default: one per core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
    /// Read the text in this encoding [default: as its bytes say]
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<Encoding>,
    /// Leave the text as in the file: mend nothing
    #[arg(long)]
    as_in_file: bool,
    /// Articles, or folders of them; `-` is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Options {
    /// The cards of these files as text on standard output.
    pub(super) fn as_text(files: Vec<PathBuf>, language: Language) -> Self {
        Self {
            format: Format::Text,
            lang: Some(language),
            out: None,
            jobs: None,
            encoding: None,
            as_in_file: false,
            files,
        }
    }

    fn how(&self) -> OpenAs {
        OpenAs {
            encoding: self.encoding,
            repair: !self.as_in_file,
        }
    }

    fn language(&self) -> Language {
        self.lang.unwrap_or_else(Language::of_system)
    }
}

fn language(name: &str) -> Result<Language, String> {
    Language::ALL
        .into_iter()
        .find(|language| language.code() == name)
        .ok_or_else(|| "the languages are ar and en".to_owned())
}

fn encoding(name: &str) -> Result<Encoding, String> {
    let known = READINGS.into_iter();
    let mut asked = known.filter(|known| known.name().eq_ignore_ascii_case(name));
    asked.next().ok_or_else(|| {
        let names = READINGS.map(Encoding::name).join(", ");
        format!("the encodings are {names}")
    })
}

/// Where an article comes from.
enum Source {
    Seed,
    Stdin,
    File(PathBuf),
}

impl Source {
    /// A folder is the files in it.
    fn of(options: &Options) -> Vec<Self> {
        if options.files.is_empty() {
            return vec![Self::Seed];
        }
        let mut sources = Vec::new();
        for path in &options.files {
            if path == Path::new("-") {
                sources.push(Self::Stdin);
            } else {
                sources.extend(article::files(path).into_iter().map(Self::File));
            }
        }
        sources
    }

    fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Seed | Self::Stdin => None,
        }
    }

    fn read(&self, how: OpenAs) -> Result<Article, ArticleError> {
        match self {
            Self::Seed => Ok(article::seed()),
            Self::Stdin => article::from_reader_as("stdin", io::stdin().lock(), how),
            Self::File(path) => article::open_as(path, how),
        }
    }

    /// The name of the document's file, without its ending.
    fn stem(&self) -> String {
        let path = match self {
            Self::Seed => Path::new("azerbaijan-peacekeepers"),
            Self::Stdin => Path::new("stdin"),
            Self::File(path) => path,
        };
        let stem = path.file_stem().unwrap_or_default();
        stem.to_string_lossy().into_owned()
    }
}

pub(super) fn run(options: &Options) -> Outcome {
    match work(options) {
        Ok(outcome) => outcome,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Outcome::Done,
        Err(error) => {
            let reason = ("reason", error.to_string().into());
            let language = options.language();
            let sentence = language.text_with("cli-not-written", [reason]);
            console::say(&console::plain(&sentence, language));
            Outcome::Failed
        }
    }
}

/// # Errors
/// Where standard output or the folder cannot be written at all.
fn work(options: &Options) -> io::Result<Outcome> {
    let language = options.language();
    let sources = Source::of(options);
    let mut sink = Sink::new(
        options.format,
        language,
        options.out.as_deref(),
        sources.iter().filter_map(Source::path),
    )?;
    let jobs = options.jobs.map_or(0, usize::from);
    let pool = ThreadPoolBuilder::new()
        .num_threads(jobs)
        .build()
        .map_err(io::Error::other)?;
    let bar = console::progress(sources.len());
    let mut outcome = Outcome::Done;
    // A few files a worker at a time: as many documents as that are held, and
    // the order is that of the arguments.
    for some in sources.chunks(pool.current_num_threads() * 4) {
        let read = |source: &Source| {
            let document = source.read(options.how()).map(|article| {
                let briefing = stance::analyze(&article, Lexicon::shipped());
                let alone = options.out.is_some();
                options.format.document(&briefing, language, alone)
            });
            bar.inc(1);
            document
        };
        let documents: Vec<_> = pool.install(|| some.par_iter().map(read).collect());
        for (source, document) in some.iter().zip(documents) {
            let failure = match document {
                Ok(document) => match bar.suspend(|| sink.write(&source.stem(), &document)) {
                    Ok(()) => continue,
                    Err(error) if options.out.is_none() => return Err(error),
                    Err(error) => {
                        let reason = ("reason", error.to_string().into());
                        language.text_with("cli-not-written", [reason])
                    }
                },
                Err(error) => error.sentence(language),
            };
            bar.suspend(|| console::say(&console::plain(&failure, language)));
            outcome = Outcome::Failed;
        }
    }
    bar.finish_and_clear();
    sink.finish()?;
    Ok(outcome)
}
