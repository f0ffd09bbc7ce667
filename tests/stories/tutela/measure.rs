//! Art. 403: started offline, the clock in hours, what survives a power cut.

use super::page;
use crate::files::case;
use cartella_app::{
    Code, Session,
    cases::{OneCase, OpenCase, open},
    people::{CreatePerson, create},
    tutela::{
        AddStep, CloseMeasure, EditInFile, OpenMeasure, RemoveStep, TickMeasure, add_step, close_measure,
        edit_measure, of_case, open_measure, remove_step, tick_measure,
    },
};
use cartella_domain::{
    ids::{CaseId, RecordId},
    people::Person,
    rights::Role,
    services::Service,
    staff::Operator,
    time::Instant,
    tutela::{Chiusura403, Entro403, EsitoMisura, Mezzo, Misura403, Momento, Orologio, Passo, Passo403},
};
use cartella_testkit::{Office, session_in};
use std::{fs, io::Write as _, path::Path};

pub(super) fn typed(on: &str, time: &str) -> Momento {
    Momento {
        on: on.parse().unwrap(),
        time: time.parse().unwrap(),
        at: Instant(0),
    }
}

fn measure(placed: Momento) -> Misura403 {
    Misura403 {
        placed: Some(placed),
        reasons: Some("Minore solo in casa da due giorni".into()),
        procura: Some("PMM-MI".into()),
        ..Misura403::default()
    }
}

pub(super) fn started(session: &mut Session, cases: &[CaseId], placed: Momento) -> RecordId {
    let input = OpenMeasure {
        cases: cases.to_vec(),
        measure: measure(placed),
    };
    open_measure(session, input).unwrap();
    page(session, cases[0]).measures[0].measure.id
}

pub(super) fn made(session: &mut Session, measure: RecordId, step: Passo, done: Momento) {
    let step = Passo403 {
        step: Some(step),
        done: Some(done),
        means: Some(Mezzo::Pec),
        recipient: Some("PM di turno".into()),
        protocol: Some("44/2026".into()),
        ..Passo403::default()
    };
    let input = AddStep {
        measure,
        step,
        everywhere: true,
    };
    add_step(session, input).unwrap();
}

fn clock(session: &mut Session, case: CaseId, step: Passo) -> Orologio {
    let page = page(session, case);
    let clocks = &page.measures[0].clocks;
    clocks.iter().find(|one| one.step == step).unwrap().clone()
}

fn by(utc: &str) -> Entro403 {
    Entro403::Ora {
        at: utc.parse().unwrap(),
    }
}

/// domain.md 14.1 through the front door, for two brothers at once.
#[test]
fn the_worked_example_of_art_403_through_its_steps() {
    let mut office = Office::new(430).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let luca = case(&mut office, Service::TutelaMinori, "Luca");
    let session = &mut office.session;
    let id = started(session, &[anna, luca], typed("2026-03-13", "17:40"));
    for case in [anna, luca] {
        let due = clock(session, case, Passo::Trasmissione).due;
        assert_eq!(due, by("2026-03-14T16:40:00Z"));
    }
    made(session, id, Passo::Trasmissione, typed("2026-03-14", "10:10"));
    made(session, id, Passo::Ricezione, typed("2026-03-14", "15:00"));
    made(
        session,
        id,
        Passo::RichiestaConvalida,
        typed("2026-03-16", "11:00"),
    );
    made(session, id, Passo::Decreto, typed("2026-03-18", "11:00"));
    assert_eq!(
        clock(session, luca, Passo::RichiestaConvalida).due,
        by("2026-03-17T14:00:00Z")
    );
    assert_eq!(
        clock(session, luca, Passo::Decreto).due,
        by("2026-03-18T10:00:00Z")
    );
    let hearing = Entro403::Giorno {
        on: "2026-04-02".parse().unwrap(),
    };
    assert_eq!(clock(session, luca, Passo::Udienza).due, hearing);
    assert!(!clock(session, luca, Passo::Decreto).late);
}

/// Two people correct the minute of the placement without seeing each other, whichever of them is shown.
#[test]
fn of_two_moments_written_at_once_the_clock_runs_from_the_earlier() {
    for newest in ["17:10", "18:20"] {
        let mut office = Office::new(433).unwrap();
        let anna = case(&mut office, Service::TutelaMinori, "Anna");
        let session = &mut office.session;
        let id = started(session, &[anna], typed("2026-03-13", "17:40"));
        let shown = page(session, anna).measures.remove(0).measure;
        let seen = session.archive().seen(&id.to_string()).unwrap();
        let others = ["17:10", "18:20"].into_iter().filter(|time| *time != newest);
        for time in others.chain([newest]) {
            let on = "2026-03-13".parse().unwrap();
            let time = time.parse().unwrap();
            let written = Misura403 {
                placed: Some(Momento {
                    at: Instant::in_rome(on, time).unwrap(),
                    on,
                    time,
                }),
                ..shown.value.clone()
            };
            session.write(|act| act.edit(id, &written, Some(&seen))).unwrap();
        }
        let placed = page(session, anna).measures[0].measure.value.placed;
        assert_eq!(placed.unwrap().time.to_string(), newest);
        let due = clock(session, anna, Passo::Trasmissione).due;
        assert_eq!(due, by("2026-03-14T16:10:00Z"), "shown: {newest}");
    }
}

/// The hour that October has twice, and the one that March leaves out.
#[test]
fn a_minute_of_the_clocks_is_the_moment_that_it_was() {
    let mut office = Office::new(431).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let session = &mut office.session;
    started(session, &[anna], typed("2026-03-28", "18:00"));
    // 24 hours later the clocks say 19:00.
    assert_eq!(
        clock(session, anna, Passo::Trasmissione).due,
        by("2026-03-29T17:00:00Z")
    );
    let missing = OpenMeasure {
        cases: vec![anna],
        measure: measure(typed("2026-03-29", "02:30")),
    };
    assert_eq!(
        open_measure(session, missing).unwrap_err().code,
        Code::HourNotThere
    );
    let shown = page(session, anna).measures.remove(0).measure;
    let twice = |at: &str| Momento {
        at: at.parse().unwrap(),
        ..typed("2026-10-25", "02:30")
    };
    for (hint, moment) in [
        ("1970-01-01T00:00:00Z", "2026-10-25T00:30:00Z"),
        ("2026-10-25T01:30:20Z", "2026-10-25T01:30:00Z"),
    ] {
        let edit = EditInFile {
            id: shown.id,
            value: measure(twice(hint)),
            seen: Vec::new(),
            everywhere: false,
        };
        edit_measure(session, edit).unwrap();
        let placed = page(session, anna).measures[0].measure.value.placed;
        assert_eq!(placed.unwrap().at, moment.parse().unwrap(), "{hint}");
    }
}

/// What is late stays late and open, until a person says how it ended.
#[test]
fn a_measure_is_never_closed_by_itself() {
    let mut office = Office::new(432).unwrap();
    let anna = case(&mut office, Service::TutelaMinori, "Anna");
    let ada = office.colleague("Galli", Role::Amministrativo).unwrap();
    let id = started(&mut office.session, &[anna], typed("2026-03-13", "17:40"));
    office.clock.set("2026-06-01T08:00:00Z");
    let session = &mut office.session;
    assert!(page(session, anna).measures[0].measure.value.closed.is_none());
    made(session, id, Passo::Trasmissione, typed("2026-03-14", "17:41"));
    assert!(clock(session, anna, Passo::Trasmissione).late);
    let wrong = page(session, anna).measures[0].steps[0].id;
    super::as_other(session, ada, |session| {
        remove_step(session, RemoveStep { step: wrong }).unwrap()
    });
    assert_eq!(clock(session, anna, Passo::Trasmissione).done, None);
    let tick = |line: &str| TickMeasure {
        measure: id,
        line: line.into(),
        done: true,
    };
    tick_measure(session, tick("avviso_pm")).unwrap();
    assert_eq!(
        tick_measure(session, tick("altro")).unwrap_err().code,
        Code::UnknownCode
    );
    let closed = || CloseMeasure {
        measure: id,
        closed: Chiusura403 {
            on: "2026-03-18".parse().unwrap(),
            how: EsitoMisura::Convalidata,
            note: None,
        },
    };
    close_measure(session, closed()).unwrap();
    assert_eq!(
        close_measure(session, closed()).unwrap_err().code,
        Code::MeasureClosed
    );
    let kept = &page(session, anna).measures[0].measure.value;
    assert!(kept.closed.is_some() && kept.checked.0 == ["avviso_pm"]);
    assert_eq!(session.archive().compare_with_log().unwrap(), []);
}

/// A case in an archive of a folder that the test can copy.
pub(super) fn case_in(session: &mut Session) -> CaseId {
    let card = Operator {
        qualifica: Some(Role::AssistenteSociale),
        ..Operator::default()
    };
    let (org, own) = (session.org(), session.operator());
    session.write(|act| act.create(org, own, &card)).unwrap();
    let child = CreatePerson {
        person: Person {
            surname: Some("Rossi".into()),
            ..Person::default()
        },
        ..CreatePerson::default()
    };
    let child = create(session, child).unwrap().id;
    let wanted = serde_json::json!({ "people": [child], "service": "TM", "responsible": own });
    let wanted: OpenCase = serde_json::from_value(wanted).unwrap();
    open(session, wanted).unwrap().cases[0]
}

/// What is on the disk this very moment, with the end of a write that never finished behind it.
pub(super) fn torn_copy(from: &Path, to: &Path) {
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        let name = file.file_name();
        // The shared memory of the log is no file that outlives the power.
        if !name.to_string_lossy().ends_with("-shm") && file.path().is_file() {
            fs::copy(file.path(), to.join(&name)).unwrap();
        }
    }
    let log = to.join("archive.db-wal");
    assert!(log.exists(), "the writes are still in the log alone");
    let mut log = fs::OpenOptions::new().append(true).open(log).unwrap();
    log.write_all(&[0x5A; 1111]).unwrap();
}

/// Scenario 8: no office, no network, the power goes in the middle of a write: after the restart the clock is right
/// and nothing is missing.
#[test]
fn scenario_8_started_offline_power_lost_restarted_the_clock_is_right() {
    let (before, after) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut session = session_in(before.path(), 1 << 41).unwrap();
    let case = case_in(&mut session);
    let id = started(&mut session, &[case], typed("2026-03-28", "21:15"));
    made(&mut session, id, Passo::Avviso, typed("2026-03-28", "21:20"));
    tick_measure(
        &mut session,
        TickMeasure {
            measure: id,
            line: "avviso_pm".into(),
            done: true,
        },
    )
    .unwrap();
    let was = of_case(&mut session, OneCase { case }).unwrap();
    torn_copy(before.path(), after.path());
    let mut restarted = session_in(after.path(), 1 << 42).unwrap();
    let is = of_case(&mut restarted, OneCase { case }).unwrap();
    let told = |page: &cartella_app::tutela::CourtPage| {
        let measure = &page.measures[0];
        serde_json::json!([measure.measure, measure.clocks, measure.steps])
    };
    assert_eq!(told(&was), told(&is), "the time line is the same");
    assert_eq!(
        clock(&mut restarted, case, Passo::Trasmissione).due,
        by("2026-03-29T20:15:00Z"),
        "24 hours, although the clocks went forward in the night"
    );
    assert!(restarted.archive().compare_with_log().unwrap().is_empty());
}
