//! Art. 403 begun offline and the process killed in the middle of each of its steps: whatever was acknowledged is there,
//! nothing is there by halves, and every clock shows what it showed.

use crate::office;
use cartella_app::{
    Session,
    cases::OneCase,
    tutela::{
        AddStep, CloseMeasure, CourtPage, OpenMeasure, TickMeasure, add_step, close_measure, of_case,
        open_measure, tick_measure,
    },
};
use cartella_archive::{audit, queries};
use cartella_domain::{
    deadlines::{Office, compute},
    ids::{CaseId, RecordId},
    services::Service,
    tutela::{Chiusura403, EsitoMisura, Mezzo, Misura403, Momento, Passo, Passo403, clocks},
};
use cartella_testkit::{SeededRandom, session_in};
use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::Path,
    process::{Command, Stdio},
};

/// The folder of the archive; a process that has it in its environment is the one that works.
const FOLDER: &str = "CARTELLA_CRASH_403";
/// The case, and how many measures there are already.
const ORDERS: &str = "CARTELLA_CRASH_403_ORDERS";
const END: &str = "said";

/// The steps as they are made, over the night in which clocks go forward.
const STEPS: [(Passo, &str, &str); 8] = [
    (Passo::Avviso, "2026-03-28", "21:20"),
    (Passo::Trasmissione, "2026-03-29", "10:10"),
    (Passo::Ricezione, "2026-03-29", "15:00"),
    (Passo::RichiestaConvalida, "2026-03-30", "11:00"),
    (Passo::Decreto, "2026-03-31", "11:00"),
    (Passo::Notifica, "2026-04-01", "09:30"),
    (Passo::Udienza, "2026-04-08", "12:00"),
    (Passo::Collegio, "2026-04-15", "12:00"),
];
/// Opened, ticked, the steps, closed.
const DEEDS: usize = STEPS.len() + 3;

fn typed(on: &str, time: &str) -> Momento {
    Momento {
        on: on.parse().unwrap(),
        time: time.parse().unwrap(),
        ..Momento::default()
    }
}

fn page(session: &mut Session, case: CaseId) -> CourtPage {
    of_case(session, OneCase { case }).unwrap()
}

/// One deed of a measure, through its verb.
fn does(session: &mut Session, case: CaseId, measure: Option<RecordId>, deed: usize) -> RecordId {
    let Some(measure) = measure else {
        let measure = Misura403 {
            placed: Some(typed("2026-03-28", "21:15")),
            reasons: Some("Minore solo in casa da due giorni".into()),
            ..Misura403::default()
        };
        let cases = vec![case];
        return open_measure(session, OpenMeasure { cases, measure }).unwrap().id;
    };
    match deed {
        1 => {
            let (line, done) = ("avviso_pm".to_owned(), true);
            tick_measure(session, TickMeasure { measure, line, done }).unwrap();
        }
        deed if deed == DEEDS - 1 => {
            let closed = Chiusura403 {
                on: "2026-04-15".parse().unwrap(),
                how: EsitoMisura::Convalidata,
                note: None,
            };
            close_measure(session, CloseMeasure { measure, closed }).unwrap();
        }
        deed => {
            let (step, on, time) = STEPS[deed - 2];
            let step = Passo403 {
                step: Some(step),
                done: Some(typed(on, time)),
                means: Some(Mezzo::Pec),
                recipient: Some("PM di turno".into()),
                protocol: Some(format!("{deed}/2026")),
                ..Passo403::default()
            };
            let everywhere = true;
            add_step(
                session,
                AddStep {
                    measure,
                    step,
                    everywhere,
                },
            )
            .unwrap();
        }
    }
    measure
}

/// The process that is killed: one measure after another, each from its opening to its close. Nothing unless it is asked to.
#[test]
fn worker() {
    let (Some(folder), Ok(orders)) = (std::env::var_os(FOLDER), std::env::var(ORDERS)) else {
        return;
    };
    let (case, seed) = orders.split_once(' ').unwrap();
    let case = CaseId(case.parse().unwrap());
    let mut session = session_in(Path::new(&folder), seed.parse().unwrap()).unwrap();
    loop {
        let mut measure = None;
        for deed in 0..DEEDS {
            measure = Some(does(&mut session, case, measure, deed));
            let mut out = std::io::stdout();
            writeln!(out, "\n{} {deed} {END}", measure.unwrap()).unwrap();
            out.flush().unwrap();
        }
    }
}

/// Lets the process go so many deeds, kills it while it does the next, and gives what it had said, in its order.
fn work_until_killed(
    folder: &Path,
    case: CaseId,
    seed: u64,
    deeds: usize,
    random: &SeededRandom,
) -> Vec<(RecordId, usize)> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "emergency::worker", "--nocapture"])
        .env(FOLDER, folder)
        .env(ORDERS, format!("{case} {seed}"))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut said = Vec::new();
    let mut take = |line: String| {
        let words: Vec<&str> = line.split(' ').collect();
        if let [measure, deed, END] = words[..] {
            said.push((RecordId(measure.parse().unwrap()), deed.parse().unwrap()));
        }
        said.len()
    };
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    while take(lines.next().unwrap().unwrap()) < deeds {}
    for _ in 0..random.next() % 3_000_000 {
        std::hint::spin_loop();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    for line in lines.map_while(Result::ok) {
        take(line);
    }
    said
}

/// A measure of which so many deeds were acknowledged: those are there, at most the next is too, whole.
fn is_whole(session: &mut Session, case: CaseId, id: RecordId, acknowledged: usize) -> usize {
    let page = page(session, case);
    let view = page.measures.iter().find(|one| one.measure.id == id).unwrap();
    let measure = view.measure.value.clone();
    let mut steps: Vec<Passo403> = view.steps.iter().map(|step| step.value.clone()).collect();
    steps.sort_by_key(|step| step.done);
    let ticked = usize::from(measure.checked.0 == ["avviso_pm"]);
    let closed = usize::from(measure.closed.is_some());
    let there = 1 + ticked + steps.len() + closed;
    assert!(
        (acknowledged..=acknowledged + 1).contains(&there),
        "{there} deeds are there, {acknowledged} were acknowledged"
    );
    for (step, (kind, on, time)) in steps.iter().zip(STEPS) {
        let made = typed(on, time).in_italy();
        assert_eq!((step.step, step.done), (Some(kind), made));
        assert!(step.protocol.is_some() && step.by.is_some());
        // Closing lets go of the terms of all its steps in the same act.
        assert_eq!(step.lapsed == Some(true), closed == 1, "{kind:?}");
    }
    let office = Office::default();
    assert_eq!(
        view.clocks,
        clocks(std::slice::from_ref(&measure), &steps, &office),
        "the clocks"
    );
    assert_eq!(
        serde_json::to_value(view.clocks[1].due).unwrap(),
        serde_json::json!({ "is": "ora", "at": "2026-03-29T20:15:00.000Z" }),
        "24 hours, although the clocks went forward"
    );
    // What agenda, Oggi and the board read says the same: each term ends where it does, and is open until its step is made.
    let mut expected: Vec<(String, String, bool)> = Vec::new();
    let spoken = std::iter::once(terms_of(&measure, id))
        .chain(view.steps.iter().map(|one| terms_of(&one.value, one.id)));
    for term in spoken.flatten() {
        let due = compute(&term, &office).unwrap().due.date().to_string();
        let met = steps.iter().any(|step| meets(step, &term));
        expected.push((term.key.code.code().to_owned(), due, !met && closed == 0));
    }
    let records: Vec<RecordId> = std::iter::once(id)
        .chain(view.steps.iter().map(|one| one.id))
        .collect();
    let mut stored: Vec<(String, String, bool)> =
        queries::deadlines::of_case(session.archive().db(), case, &[])
            .unwrap()
            .into_iter()
            .filter(|one| records.contains(&one.deadline.key.record))
            .map(|one| {
                let (due, open) = (one.deadline.due.date().to_string(), one.deadline.is_open());
                (one.deadline.key.code.code().to_owned(), due, open)
            })
            .collect();
    expected.sort();
    stored.sort();
    assert_eq!(stored, expected);
    let all_made = steps.len() == STEPS.len();
    assert!(
        !all_made || stored.iter().all(|(_, _, open)| !open),
        "each step met its term"
    );
    there
}

fn terms_of(
    record: &impl cartella_domain::deadlines::Terms,
    id: RecordId,
) -> Vec<cartella_domain::deadlines::Term> {
    record.terms(id)
}

fn meets(step: &Passo403, term: &cartella_domain::deadlines::Term) -> bool {
    use cartella_domain::deadlines::Terms as _;
    step.meets(RecordId::default())
        .iter()
        .any(|met| met.key == term.key)
}

#[test]
fn a_403_killed_in_the_middle_of_each_step_has_its_clock_and_misses_nothing() {
    if std::env::var_os(FOLDER).is_some() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let random = SeededRandom::new(403);
    let case = office(
        &mut session_in(folder.path(), 1 << 41).unwrap(),
        Service::TutelaMinori,
    );
    let mut all: Vec<(RecordId, usize)> = Vec::new();
    let mut unanswered = 0;
    for round in 0..DEEDS as u64 {
        let deeds = usize::try_from(round).unwrap() + 1;
        let said = work_until_killed(folder.path(), case, (round + 1) * 1_000_000, deeds, &random);
        let mut session = session_in(folder.path(), (1 << 42) + round).unwrap();
        let mut measures: Vec<(RecordId, usize)> = Vec::new();
        for (measure, deed) in said {
            measures.retain(|(known, _)| *known != measure);
            measures.push((measure, deed + 1));
        }
        for (measure, acknowledged) in &measures {
            let there = is_whole(&mut session, case, *measure, *acknowledged);
            unanswered += usize::from(there > *acknowledged);
            all.push((*measure, there));
        }
        let chain = audit::verify(session.archive().db()).unwrap();
        assert!(matches!(chain, audit::Verdict::Whole(_)));
        assert!(session.archive().compare_with_log().unwrap().is_empty());
    }
    // Not one measure of the rounds before is another than it was.
    let mut session = session_in(folder.path(), 1 << 43).unwrap();
    for (measure, there) in &all {
        assert_eq!(is_whole(&mut session, case, *measure, *there), *there);
    }
    println!(
        "{} measures, {unanswered} deeds done and not acknowledged",
        all.len()
    );
}
