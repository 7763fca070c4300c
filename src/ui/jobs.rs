//! Reading and analysing articles away from the window.
//!
//! One named worker takes tasks from a bounded channel and sends reports back;
//! it wakes the window only when a report has arrived. A long text is reported
//! twice: when it can be read, and when its card is done. Cancelling raises the
//! generation: tasks not begun are forgotten, and what is under way is dropped
//! when it arrives. A task that panics gives a fault, never a dead worker.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, TryRecvError, TrySendError, channel, sync_channel};
use std::thread;

use super::lines::proofs;
use super::state::{Opened, Origin, Progress, Source};
use crate::article::{self, Article, ArticleError, OpenAs};
use crate::lexicon::Lexicon;
use crate::stance::{self, Briefing};

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

/// Texts longer than this, in bytes, are shown before they are analysed.
const LONG: usize = 120_000;

struct Ticket<T> {
    generation: u64,
    of: T,
}

/// The worker and what it still has to do.
pub struct Jobs {
    tasks: SyncSender<Ticket<Task>>,
    reports: Receiver<Ticket<Report>>,
    waiting: VecDeque<Task>,
    generation: u64,
    /// The generation, where the worker can see it.
    current: Arc<AtomicU64>,
    done: usize,
    total: usize,
}

/// How many tasks lie in the channel: enough to keep the worker busy.
const AHEAD: usize = 4;

impl Jobs {
    /// `wake` is called on the worker after each report.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn start(wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        Self::start_with(wake, open)
    }

    fn start_with(
        wake: impl Fn() + Send + 'static,
        work: impl Fn(Task, &mut dyn FnMut(Opened)) -> Result<Opened, ArticleError> + Send + 'static,
    ) -> std::io::Result<Self> {
        let (tasks, inbox) = sync_channel::<Ticket<Task>>(AHEAD);
        let (outbox, reports) = channel();
        let current = Arc::new(AtomicU64::new(0));
        let seen = Arc::clone(&current);
        thread::Builder::new()
            .name("mawqif-worker".to_owned())
            .spawn(move || {
                while let Ok(Ticket {
                    generation,
                    of: task,
                }) = inbox.recv()
                {
                    if generation != seen.load(Ordering::Relaxed) {
                        // There is room in the channel now.
                        wake();
                        continue;
                    }
                    let origin = task.origin();
                    let report = |outcome, last| {
                        let of = Report {
                            origin: origin.clone(),
                            last,
                            outcome,
                        };
                        let sent = outbox.send(Ticket { generation, of });
                        wake();
                        sent.is_ok()
                    };
                    let mut early = |opened| {
                        report(Ok(Arc::new(opened)), false);
                    };
                    let done = catch_unwind(AssertUnwindSafe(|| work(task, &mut early)));
                    let outcome = match done {
                        Ok(Ok(opened)) => Ok(Arc::new(opened)),
                        Ok(Err(fault)) => Err(Fault::Article(fault)),
                        Err(_) => Err(Fault::Stopped),
                    };
                    if !report(outcome, true) {
                        break;
                    }
                }
            })?;
        Ok(Self {
            tasks,
            reports,
            waiting: VecDeque::new(),
            generation: 0,
            current,
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
        self.done = 0;
        self.total = 0;
    }

    /// The reports that have arrived; never waits.
    pub fn arrived(&mut self) -> Vec<Report> {
        let mut arrived = Vec::new();
        loop {
            match self.reports.try_recv() {
                Ok(Ticket { generation, of }) if generation == self.generation => {
                    self.done += usize::from(of.last);
                    arrived.push(of);
                }
                Ok(_) => {}
                Err(TryRecvError::Empty | TryRecvError::Disconnected) => break,
            }
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
                of: task,
            };
            match self.tasks.try_send(ticket) {
                Ok(()) => {}
                Err(TrySendError::Full(back) | TrySendError::Disconnected(back)) => {
                    self.waiting.push_front(back.of);
                    break;
                }
            }
        }
    }
}

fn open(task: Task, early: &mut dyn FnMut(Opened)) -> Result<Opened, ArticleError> {
    let (article, source) = task.article()?;
    if article.text.len() > LONG {
        early(Opened {
            briefing: Briefing::empty(&article),
            article: article.clone(),
            proofs: Vec::new(),
            analysed: false,
            source: source.clone(),
        });
    }
    let briefing = stance::analyze(&article, Lexicon::shipped());
    let proofs = proofs(&briefing);
    Ok(Opened {
        article,
        briefing,
        proofs,
        analysed: true,
        source,
    })
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use super::*;

    fn opened(name: &str) -> Opened {
        let article = Article {
            path: name.to_owned(),
            ..Article::default()
        };
        let briefing = Briefing::empty(&article);
        Opened {
            article,
            briefing,
            proofs: Vec::new(),
            analysed: true,
            source: Source::default(),
        }
    }

    fn file(name: impl Into<PathBuf>) -> Task {
        Task::File(name.into(), OpenAs::default())
    }

    fn name_of(task: Task) -> String {
        match task {
            Task::File(path, _) => path.display().to_string(),
            other => panic!("{other:?}"),
        }
    }

    /// A worker that waits for a word before each task.
    fn held() -> (Jobs, mpsc::Sender<()>, Receiver<()>) {
        let (go, gate) = channel();
        let (woken, wakes) = channel();
        let jobs = Jobs::start_with(
            move || woken.send(()).unwrap(),
            move |task, early| {
                let name = name_of(task);
                gate.recv_timeout(Duration::from_secs(20)).unwrap();
                assert_ne!(name, "panics");
                if name == "long" {
                    early(opened("read"));
                }
                Ok(opened(&name))
            },
        )
        .unwrap();
        (jobs, go, wakes)
    }

    fn wait(wakes: &Receiver<()>) {
        wakes.recv_timeout(Duration::from_secs(20)).unwrap();
    }

    fn names(reports: &[Report]) -> Vec<String> {
        let path = |report: &Report| match &report.outcome {
            Ok(opened) => opened.article.path.clone(),
            Err(_) => "fault".to_owned(),
        };
        reports.iter().map(path).collect()
    }

    #[test]
    fn many_files_arrive_in_order_with_progress() {
        let (mut jobs, go, wakes) = held();
        for number in 0..10 {
            jobs.add(file(number.to_string()));
        }
        assert_eq!(jobs.progress(), Some(Progress { done: 0, total: 10 }));
        let mut all = Vec::new();
        for _ in 0..10 {
            go.send(()).unwrap();
            wait(&wakes);
            all.extend(names(&jobs.arrived()));
        }
        assert_eq!(all, (0..10).map(|n| n.to_string()).collect::<Vec<_>>());
        assert_eq!(jobs.progress(), None);
    }

    #[test]
    fn what_was_cancelled_never_arrives_and_new_work_does() {
        let (mut jobs, go, wakes) = held();
        for number in 0..9 {
            jobs.add(file(format!("old {number}")));
        }
        jobs.cancel();
        assert_eq!(jobs.progress(), None);
        jobs.add(file("new"));
        let mut all = Vec::new();
        while all.is_empty() {
            go.send(()).unwrap();
            wait(&wakes);
            all.extend(names(&jobs.arrived()));
        }
        assert_eq!(all, ["new"]);
    }

    #[test]
    fn a_panic_is_a_fault_and_the_next_file_still_opens() {
        let (mut jobs, go, wakes) = held();
        jobs.add(file("panics"));
        jobs.add(file("sound"));
        let mut all = Vec::new();
        for _ in 0..2 {
            go.send(()).unwrap();
            wait(&wakes);
            all.extend(names(&jobs.arrived()));
        }
        assert_eq!(all, ["fault", "sound"]);
    }
    #[test]
    fn a_long_text_can_be_read_before_it_is_analysed() {
        let (mut jobs, go, wakes) = held();
        jobs.add(file("long"));
        go.send(()).unwrap();
        wait(&wakes);
        wait(&wakes);
        let reports = jobs.arrived();
        assert_eq!(names(&reports), ["read", "long"]);
        let last: Vec<_> = reports.iter().map(|report| report.last).collect();
        assert_eq!(last, [false, true]);
        assert_eq!(jobs.progress(), None);
    }
}
