//! Reading and analysing articles away from the window.
//!
//! As many named workers as there are cores take tasks from a bounded channel
//! and send reports back; they wake the window only when a report has arrived.
//! Reports are handed on in the order of the tasks, whoever was done first. A
//! long text is reported twice: when it can be read, and when its card is done.
//! Cancelling raises the generation: tasks not begun are forgotten, and what is
//! under way is dropped when it arrives. A task that panics gives a fault,
//! never a dead worker.

use std::collections::{BTreeMap, VecDeque};
use std::num::NonZeroUsize;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TrySendError, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use super::lines::proofs;
use super::state::{Opened, Origin, Progress, Source};
use crate::article::{self, Article, ArticleError, OpenAs};
use crate::lexicon::Lexicon;
use crate::stance::{self, Briefing, Pace};

/// Something to open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    Seed,
    File(PathBuf, OpenAs),
    Text {
        origin: Origin,
        name: String,
        text: String,
        how: OpenAs,
    },
}

impl Task {
    fn origin(&self) -> Origin {
        match self {
            Self::Seed => Origin::Seed,
            Self::File(path, _) => Origin::File(path.clone()),
            Self::Text { origin, .. } => origin.clone(),
        }
    }

    fn article(self) -> Result<(Article, Source), ArticleError> {
        let source = Source::default();
        match self {
            Self::Seed => Ok((article::seed(), source)),
            Self::File(path, how) => {
                let article = article::open_as(&path, how)?;
                let previews = article::previews(&path);
                Ok((
                    article,
                    Source {
                        how,
                        previews,
                        ..source
                    },
                ))
            }
            Self::Text {
                name, text, how, ..
            } => {
                let article = article::from_text_as(&name, &text, how)?;
                let pasted = Some(text);
                Ok((
                    article,
                    Source {
                        how,
                        pasted,
                        ..source
                    },
                ))
            }
        }
    }
}

/// What became of a task.
#[derive(Debug)]
pub struct Report {
    pub origin: Origin,
    /// Whether nothing more comes of this task.
    pub last: bool,
    pub outcome: Result<Arc<Opened>, Fault>,
}

#[derive(Debug)]
pub enum Fault {
    Article(ArticleError),
    /// It panicked; a fault of the program, not of the file.
    Stopped,
}

/// Texts longer than this, in bytes, are analysed on two cores, and shown
/// before if that takes long.
const LONG: usize = 120_000;
/// How long a text waits for its card: two paints one after the other would
/// hold up what is waited for.
const GLANCE: Duration = Duration::from_millis(150);
/// From a report to the frame that shows it: not none, which egui takes to ask
/// for two frames.
pub(super) const AT_ONCE: Duration = Duration::from_nanos(1);

struct Ticket<T> {
    generation: u64,
    /// Of the task, counted from the first.
    number: u64,
    of: T,
}

/// The workers and what they still have to do.
pub struct Jobs {
    tasks: SyncSender<Ticket<Task>>,
    reports: Receiver<Ticket<Report>>,
    waiting: VecDeque<Task>,
    generation: u64,
    /// The generation, where the workers can see it.
    current: Arc<AtomicU64>,
    /// The number of the next task to be handed out.
    next: u64,
    /// The number of the first task that is not wholly reported.
    due: u64,
    /// What arrived of later tasks.
    ahead: BTreeMap<u64, Vec<Report>>,
    done: usize,
    total: usize,
}

/// How many tasks lie in the channel: it is filled once a frame, and articles
/// are short, so that few would leave the workers idle till the next.
const AHEAD: usize = 256;
/// More would hold many long texts at once.
const WORKERS: usize = 8;

impl Jobs {
    /// `wake` is called on a worker after each report, with how long that may
    /// lie.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(wake: impl Fn(Duration) + Send + Sync + 'static) -> std::io::Result<Self> {
        let cores = thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Self::start_with(cores.min(WORKERS), wake, open)
    }

    fn start_with(
        workers: usize,
        wake: impl Fn(Duration) + Send + Sync + 'static,
        work: impl Fn(Task, &mut dyn FnMut(Opened)) -> Result<Opened, ArticleError>
        + Send
        + Sync
        + 'static,
    ) -> std::io::Result<Self> {
        let (tasks, inbox) = sync_channel(AHEAD);
        let (outbox, reports) = channel();
        let current = Arc::new(AtomicU64::new(0));
        let desk = Arc::new(Desk {
            inbox: Mutex::new(inbox),
            current: Arc::clone(&current),
            wake,
            work,
        });
        for worker in 0..workers {
            let (desk, outbox) = (Arc::clone(&desk), outbox.clone());
            let started = thread::Builder::new()
                .name(format!("mawqif-worker-{worker}"))
                .spawn(move || {
                    step_back();
                    while desk.next(&outbox) {}
                });
            if worker == 0 {
                started?;
            }
        }
        Ok(Self {
            tasks,
            reports,
            waiting: VecDeque::new(),
            generation: 0,
            current,
            next: 0,
            due: 0,
            ahead: BTreeMap::new(),
            done: 0,
            total: 0,
        })
    }

    pub fn add(&mut self, task: Task) {
        self.total += 1;
        self.waiting.push_back(task);
        self.feed();
    }

    /// Forgets everything not yet arrived.
    pub fn cancel(&mut self) {
        self.generation += 1;
        self.current.store(self.generation, Ordering::Relaxed);
        self.waiting.clear();
        self.ahead.clear();
        self.due = self.next;
        self.done = 0;
        self.total = 0;
    }

    /// Waits for the next report, but no longer than this.
    pub fn wait(&mut self, patience: Duration) {
        if let Ok(ticket) = self.reports.recv_timeout(patience) {
            self.keep(ticket);
        }
    }

    fn keep(&mut self, ticket: Ticket<Report>) {
        if ticket.generation == self.generation {
            self.done += usize::from(ticket.of.last);
            self.ahead.entry(ticket.number).or_default().push(ticket.of);
        }
    }

    /// The reports that have arrived and whose turn it is; never waits.
    pub fn arrived(&mut self) -> Vec<Report> {
        while let Ok(ticket) = self.reports.try_recv() {
            self.keep(ticket);
        }
        let mut arrived = Vec::new();
        while let Some(reports) = self.ahead.remove(&self.due) {
            let whole = reports.iter().any(|report| report.last);
            if !whole {
                arrived.extend(reports);
                break;
            }
            // What came before the last word on a task is out of date.
            arrived.extend(reports.into_iter().filter(|report| report.last));
            self.due += 1;
        }
        if self.done >= self.total {
            self.done = 0;
            self.total = 0;
        }
        self.feed();
        arrived
    }

    /// None when there is nothing under way.
    pub fn progress(&self) -> Option<Progress> {
        (self.total > 0).then_some(Progress {
            done: self.done,
            total: self.total,
        })
    }

    fn feed(&mut self) {
        while let Some(task) = self.waiting.pop_front() {
            let ticket = Ticket {
                generation: self.generation,
                number: self.next,
                of: task,
            };
            match self.tasks.try_send(ticket) {
                Ok(()) => self.next += 1,
                Err(TrySendError::Full(back) | TrySendError::Disconnected(back)) => {
                    self.waiting.push_front(back.of);
                    break;
                }
            }
        }
    }
}

/// What the workers share.
struct Desk<Wake, Work> {
    inbox: Mutex<Receiver<Ticket<Task>>>,
    current: Arc<AtomicU64>,
    wake: Wake,
    work: Work,
}

impl<Wake, Work> Desk<Wake, Work>
where
    Wake: Fn(Duration),
    Work: Fn(Task, &mut dyn FnMut(Opened)) -> Result<Opened, ArticleError>,
{
    /// Does the next task. Whether there can be another.
    fn next(&self, outbox: &Sender<Ticket<Report>>) -> bool {
        let ticket = {
            let inbox = self.inbox.lock().unwrap_or_else(PoisonError::into_inner);
            inbox.recv()
        };
        let Ok(Ticket {
            generation,
            number,
            of: task,
        }) = ticket
        else {
            return false;
        };
        if generation != self.current.load(Ordering::Relaxed) {
            // There is room in the channel now.
            (self.wake)(AT_ONCE);
            return true;
        }
        let origin = task.origin();
        let report = |outcome, last| {
            let of = Report {
                origin: origin.clone(),
                last,
                outcome,
            };
            let sent = outbox.send(Ticket {
                generation,
                number,
                of,
            });
            (self.wake)(if last { AT_ONCE } else { GLANCE });
            sent.is_ok()
        };
        let mut early = |opened| {
            report(Ok(Arc::new(opened)), false);
        };
        let done = catch_unwind(AssertUnwindSafe(|| (self.work)(task, &mut early)));
        let outcome = match done {
            Ok(Ok(opened)) => Ok(Arc::new(opened)),
            Ok(Err(fault)) => Err(Fault::Article(fault)),
            Err(_) => Err(Fault::Stopped),
        };
        report(outcome, true)
    }
}

fn open(task: Task, early: &mut dyn FnMut(Opened)) -> Result<Opened, ArticleError> {
    let (article, source) = task.article()?;
    let pace = if article.text.len() > LONG {
        early(Opened {
            briefing: Briefing::empty(&article),
            article: article.clone(),
            proofs: Vec::new(),
            analysed: false,
            source: source.clone(),
        });
        Pace::Together
    } else {
        Pace::Alone
    };
    let briefing = stance::analyze_at(pace, &article, Lexicon::shipped());
    let proofs = proofs(&briefing);
    Ok(Opened {
        article,
        briefing,
        proofs,
        analysed: true,
        source,
    })
}

/// The window goes before the workers where there are too few cores for all,
/// so that it answers however much is being read.
#[cfg(target_os = "linux")]
fn step_back() {
    // Of this thread alone, and what cannot be had is done without.
    let _ = rustix::process::setpriority_process(None, 4);
}

#[cfg(not(target_os = "linux"))]
fn step_back() {}

#[cfg(test)]
mod tests;
