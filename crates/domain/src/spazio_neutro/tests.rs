//! The eleven steps, the waiting list, the terms of the reports, what a meeting fills in of its diary entry.

use super::*;
use crate::{
    agenda::Slot,
    deadlines::{Office, Terms as _, compute},
    diary::Heading,
    ids::{CaseId, OperatorId, RecordId},
    record::AddSet,
    time::CivilDate,
};
use uuid::Uuid;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn asked(on: &str, priority: PrioritaSn) -> PercorsoSn {
    PercorsoSn {
        case: Some(CaseId::default()),
        ordered_by: Some("TM Milano, decreto 812/2026".into()),
        requested_on: Some(day(on)),
        priority: Some(priority),
        ..PercorsoSn::default()
    }
}

fn assigned(path: PercorsoSn, on: &str) -> PercorsoSn {
    PercorsoSn {
        assigned: Some(AssegnazioneSn {
            on: day(on),
            operators: vec![OperatorId(Uuid::from_u128(1)), OperatorId(Uuid::from_u128(2))],
        }),
        ..path
    }
}

fn meeting(on: &str, outcome: Option<EsitoSn>) -> IncontroSn {
    IncontroSn {
        case: Some(CaseId(Uuid::from_u128(7))),
        slot: Some(Slot {
            on: day(on),
            starts: "16:00".parse().ok(),
            ends: "17:00".parse().ok(),
        }),
        outcome,
        ..IncontroSn::default()
    }
}

#[test]
fn without_an_order_there_is_no_access_and_no_day_lies_before_the_request() {
    let path = asked("2026-03-02", PrioritaSn::Ordinaria);
    assert_eq!(path.check(), Ok(()));
    let bare = PercorsoSn {
        ordered_by: None,
        ..path.clone()
    };
    assert_eq!(bare.check(), Err(PercorsoRefused::WithoutOrder));
    let undated = PercorsoSn {
        requested_on: None,
        ..path.clone()
    };
    assert_eq!(undated.check(), Err(PercorsoRefused::WithoutRequest));
    let early = assigned(path, "2026-03-01");
    assert_eq!(early.check(), Err(PercorsoRefused::BeforeRequest));
}

#[test]
fn who_waits_is_ordered_by_priority_and_then_by_the_day_of_the_request() {
    let mut list = [
        asked("2026-02-01", PrioritaSn::Ordinaria),
        asked("2026-03-01", PrioritaSn::Urgente),
        asked("2026-01-01", PrioritaSn::Ordinaria),
        asked("2026-03-02", PrioritaSn::Alta),
    ];
    list.sort_by_key(PercorsoSn::turn);
    let order: Vec<_> = list
        .iter()
        .map(|path| path.requested_on.unwrap().to_string())
        .collect();
    assert_eq!(order, ["2026-03-01", "2026-03-02", "2026-01-01", "2026-02-01"]);
    let today = day("2026-03-12");
    assert_eq!(list[2].waited(today), Some(70));
    // Assigned, the wait stands still.
    let done = assigned(asked("2026-01-01", PrioritaSn::Ordinaria), "2026-02-01");
    assert_eq!((done.waits(), done.waited(today)), (false, Some(31)));
}

#[test]
fn each_of_the_eleven_steps_is_said_by_what_knows_it() {
    let path = assigned(asked("2026-01-10", PrioritaSn::Alta), "2026-02-01");
    let steps = [
        PassoSn {
            fase: Some(FaseSn::Presentazione),
            on: Some(day("2026-01-20")),
            ..PassoSn::default()
        },
        PassoSn {
            fase: Some(FaseSn::Colloqui),
            on: Some(day("2026-02-10")),
            ..PassoSn::default()
        },
    ];
    let seen = phases(&path, &steps, &[]);
    assert_eq!(seen.len(), 11);
    let made: Vec<_> = seen
        .iter()
        .filter(|one| one.times > 0)
        .map(|one| one.fase.number())
        .collect();
    assert_eq!(made, [1, 2, 3, 5]);
    assert_eq!(current(&seen), FaseSn::Colloqui);
    let meetings = [
        meeting("2026-03-01", Some(EsitoSn::Svolto)),
        meeting("2026-03-08", Some(EsitoSn::AnnullatoMinore)),
        meeting("2026-03-15", Some(EsitoSn::Sospeso)),
        meeting("2026-03-22", None),
    ];
    let mut path = path;
    path.reports = AddSet(vec![day("2026-09-01")]);
    let seen = phases(&path, &steps, &meetings);
    assert_eq!((seen[6].times, seen[6].last), (2, Some(day("2026-03-15"))));
    assert_eq!(
        current(&seen),
        FaseSn::Incontri,
        "reports come beside the meetings"
    );
    path.closed = Some(FineSn {
        on: day("2026-12-01"),
        ..FineSn::default()
    });
    assert_eq!(current(&phases(&path, &steps, &meetings)), FaseSn::Dimissione);
    assert_eq!(first_held(&meetings), Some(day("2026-03-01")));
}

/// domain.md 3.6 and 10: six months from the first meeting, then from the last report.
#[test]
fn a_report_is_due_six_months_after_the_first_meeting_and_after_each_report() {
    let office = Office::default();
    let mut path = assigned(asked("2026-01-10", PrioritaSn::Alta), "2026-02-01");
    let due = |path: &PercorsoSn| -> Vec<_> {
        path.terms(RecordId::default())
            .iter()
            .map(|term| {
                let due = compute(term, &office).unwrap().due.date().to_string();
                (due, term.met.is_some(), term.lapsed)
            })
            .collect()
    };
    assert_eq!(due(&path), [], "no meeting yet");
    path.first_meeting = Some(day("2026-03-01"));
    assert_eq!(due(&path), [("2026-09-01".into(), false, false)]);
    path.reports = AddSet(vec![day("2026-08-28")]);
    assert_eq!(
        due(&path),
        [
            ("2026-09-01".into(), true, false),
            ("2027-02-28".into(), false, false)
        ]
    );
    path.closed = Some(FineSn::default());
    assert!(due(&path).iter().all(|(_, _, lapsed)| *lapsed));
}

#[test]
fn a_meeting_fills_in_its_diary_entry_with_a_paragraph_a_section() {
    let path = PercorsoSn {
        visitors: Some("il padre".into()),
        companions: Some("la nonna".into()),
        venue: Some("Sede di via Roma".into()),
        ..assigned(asked("2026-01-10", PrioritaSn::Alta), "2026-02-01")
    };
    let proposed = IncontroSn {
        slot: meeting("2026-03-01", None).slot,
        case: Some(CaseId(Uuid::from_u128(7))),
        ..path.proposed_meeting(RecordId(Uuid::from_u128(9)))
    };
    let me = OperatorId(Uuid::from_u128(1));
    let draft = proposed.draft(RecordId(Uuid::from_u128(5)), me, &[]);
    assert!(draft.is_empty(), "what the program filled in was not typed");
    assert_eq!(draft.files(), [CaseId(Uuid::from_u128(7))]);
    assert_eq!(draft.meeting, Some(RecordId(Uuid::from_u128(5))));
    assert_eq!(draft.header.time.minutes, Some(60));
    assert_eq!(
        (draft.header.operators, draft.header.co_authors.len()),
        (Some(2), 1)
    );
    assert_eq!(draft.header.participants.len(), 3);
    let headings: Vec<_> = draft.texts[0].segments.iter().map(|one| one.heading).collect();
    assert_eq!(
        headings,
        [
            Some(Heading::Welcome),
            Some(Heading::Encounter),
            Some(Heading::Farewell),
            Some(Heading::CriticalEvents),
            Some(Heading::Remarks)
        ]
    );
}
