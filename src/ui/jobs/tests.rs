//! Workers that wait for a word, so that their order is known.

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

/// One worker that waits for a word before each task.
fn held() -> (Jobs, Sender<()>, Receiver<()>) {
    let (go, gate) = channel();
    let gate = Mutex::new(gate);
    let (woken, wakes) = channel();
    let jobs = Jobs::start_with(
        1,
        move |_| woken.send(()).unwrap(),
        move |task, _| {
            let name = name_of(task);
            let gate = gate.lock().unwrap_or_else(PoisonError::into_inner);
            gate.recv_timeout(Duration::from_secs(20)).unwrap();
            assert_ne!(name, "panics");
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
fn a_file_that_is_done_sooner_waits_for_the_one_before_it() {
    let (go, gate) = channel::<()>();
    let gate = Mutex::new(gate);
    let (woken, wakes) = channel();
    let mut jobs = Jobs::start_with(
        2,
        move |_| woken.send(()).unwrap(),
        move |task, _| {
            let name = name_of(task);
            if name == "slow" {
                let gate = gate.lock().unwrap();
                gate.recv_timeout(Duration::from_secs(20)).unwrap();
            }
            Ok(opened(&name))
        },
    )
    .unwrap();
    for name in ["slow", "quick", "quicker"] {
        jobs.add(file(name));
    }
    wait(&wakes);
    wait(&wakes);
    assert!(jobs.arrived().is_empty());
    assert_eq!(jobs.progress(), Some(Progress { done: 2, total: 3 }));
    go.send(()).unwrap();
    wait(&wakes);
    assert_eq!(names(&jobs.arrived()), ["slow", "quick", "quicker"]);
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
    let (go, gate) = channel::<()>();
    let gate = Mutex::new(gate);
    let (woken, wakes) = channel();
    let mut jobs = Jobs::start_with(
        1,
        move |after| woken.send(after).unwrap(),
        move |task, early| {
            early(opened("read"));
            let gate = gate.lock().unwrap();
            gate.recv_timeout(Duration::from_secs(20)).unwrap();
            Ok(opened(&name_of(task)))
        },
    )
    .unwrap();
    let patience = Duration::from_secs(20);
    jobs.add(file("long"));
    assert_eq!(wakes.recv_timeout(patience), Ok(GLANCE));
    assert_eq!(names(&jobs.arrived()), ["read"]);
    go.send(()).unwrap();
    assert_eq!(wakes.recv_timeout(patience), Ok(AT_ONCE));
    assert_eq!(names(&jobs.arrived()), ["long"]);
    jobs.add(file("longer"));
    // Where nobody looks until the card is there, that alone is shown.
    go.send(()).unwrap();
    assert_eq!(wakes.recv_timeout(patience), Ok(GLANCE));
    assert_eq!(wakes.recv_timeout(patience), Ok(AT_ONCE));
    assert_eq!(names(&jobs.arrived()), ["longer"]);
    assert_eq!(jobs.progress(), None);
}
