//! Spazio neutro: on order only, the waiting list, the eleven steps, a meeting and its signed diary, the six-monthly report.

use crate::{
    files::{assign, case, case_together},
    tutela::{as_other, coming_in, day, mandate, order, registered},
};
use cartella_app::{
    Code,
    cases::OneCase,
    commands::Nothing,
    deadlines::of_case as deadlines,
    diary::{Sign, SignAnswer, sign},
    drafts::{DraftRef, get as draft_of},
    spazio_neutro::{
        AssignSnPath, CloseSnPath, MeetingRef, MeetingView, RemoveSnStep, SaveMeeting, SaveSnPath, SnPathRef,
        SnPathView, TakeSnStep, assign_path, close, of_case, paths, remove_step, reopen, save_meeting,
        save_path, take_step, to_entry,
    },
};
use cartella_domain::{
    agenda::Slot,
    cases::AssignmentRole,
    deadlines::{Code as Term, State},
    diary::EntryDraft,
    ids::{CaseId, RecordId},
    rights::Role,
    services::Service,
    spazio_neutro::{EsitoSn, FaseSn, FineSn, IncontroSn, MOTIVI_FINE_SN, PercorsoSn, PrioritaSn},
    tutela::Termine,
};
use cartella_testkit::Office;

fn office_on(seed: u64, now: &str) -> Office {
    let office = Office::new(seed).unwrap();
    office.clock.set(now);
    office
}

fn asked(on: &str) -> PercorsoSn {
    PercorsoSn {
        ordered_by: Some(" TM Milano, decreto 812/2026 ".into()),
        requested_on: Some(day(on)),
        visitors: Some("il padre".into()),
        sent_by: Some("Tutela minori".into()),
        ..PercorsoSn::default()
    }
}

fn saved(office: &mut Office, case: CaseId, path: PercorsoSn) -> Result<RecordId, Code> {
    let input = SaveSnPath {
        id: None,
        case,
        path,
        seen: Vec::new(),
    };
    save_path(&mut office.session, input)
        .map(|saved| saved.id)
        .map_err(|error| error.code)
}

fn only(office: &mut Office, case: CaseId) -> SnPathView {
    let mut page = of_case(&mut office.session, OneCase { case }).unwrap();
    assert_eq!(page.paths.len(), 1);
    page.paths.remove(0)
}

fn assigned(office: &mut Office, id: RecordId, on: &str) {
    let input = AssignSnPath {
        id,
        on: Some(day(on)),
        operators: vec![office.session.operator()],
    };
    assign_path(&mut office.session, input).unwrap();
}

fn meeting(
    office: &mut Office,
    path: RecordId,
    on: &str,
    outcome: Option<EsitoSn>,
) -> Result<RecordId, Code> {
    let input = SaveMeeting {
        id: None,
        path,
        meeting: IncontroSn {
            slot: Some(Slot {
                on: day(on),
                starts: "16:00".parse().ok(),
                ends: "17:00".parse().ok(),
            }),
            operators: vec![office.session.operator()],
            visitor: Some("il padre".into()),
            outcome,
            ..IncontroSn::default()
        },
        with: Vec::new(),
        seen: Vec::new(),
    };
    save_meeting(&mut office.session, input)
        .map(|saved| saved.id)
        .map_err(|error| error.code)
}

fn reports_due(office: &mut Office, case: CaseId) -> Vec<(String, bool)> {
    let shown = deadlines(&mut office.session, OneCase { case }).unwrap();
    let all = shown.open.iter().chain(&shown.past);
    all.filter(|line| line.deadline.key.code == Term::SnSemestrale)
        .map(|line| {
            let met = matches!(line.standing.state, State::Met | State::MetLate);
            (line.deadline.due.date().to_string(), met)
        })
        .collect()
}

#[test]
fn without_an_order_there_is_no_path_and_one_of_another_file_does_not_count() {
    let mut office = office_on(721, "2026-06-15T08:00:00Z");
    let minor = case(&mut office, Service::SpazioNeutro, "Rossi");
    let stranger = case(&mut office, Service::TutelaMinori, "Bianchi");
    let mut came = |of: CaseId| {
        let input = coming_in(&[of], order("SN_INC"), vec![mandate(Termine::NonIndicato)]);
        registered(&mut office.session, input).orders[0]
    };
    let (own, foreign) = (came(minor), came(stranger));
    let bare = PercorsoSn {
        ordered_by: Some("   ".into()),
        ..asked("2026-05-04")
    };
    assert_eq!(saved(&mut office, minor, bare.clone()), Err(Code::SnWithoutOrder));
    let by = |provvedimento| PercorsoSn {
        provvedimento,
        ..bare.clone()
    };
    assert_eq!(saved(&mut office, minor, by(Some(foreign))), Err(Code::NotFound));
    saved(&mut office, minor, by(Some(own))).unwrap();
    let undated = PercorsoSn {
        requested_on: None,
        ..asked("2026-05-04")
    };
    assert_eq!(saved(&mut office, minor, undated), Err(Code::SnWithoutRequest));
    assert_eq!(
        saved(&mut office, minor, asked("2026-06-16")),
        Err(Code::DayInFuture)
    );
}

#[test]
fn who_waits_stands_in_the_order_of_the_turn_and_the_wait_ends_with_the_assignment() {
    let mut office = office_on(722, "2026-06-15T08:00:00Z");
    let mut waiting = |surname: &str, on: &str, priority| {
        let minor = case(&mut office, Service::SpazioNeutro, surname);
        let path = PercorsoSn {
            priority: Some(priority),
            ..asked(on)
        };
        (minor, saved(&mut office, minor, path).unwrap())
    };
    waiting("Bianchi", "2026-05-01", PrioritaSn::Ordinaria);
    let (first, id) = waiting("Rossi", "2026-03-02", PrioritaSn::Ordinaria);
    waiting("Verdi", "2026-06-01", PrioritaSn::Urgente);
    let order = |office: &mut Office| -> Vec<_> {
        let seen = paths(&mut office.session, Nothing {}).unwrap();
        let line = |line: &cartella_app::spazio_neutro::SnLine| {
            let name = seen.names[&line.case.to_string()].name.trim().to_owned();
            (name, line.waited.unwrap(), line.waits)
        };
        seen.lines.iter().map(line).collect()
    };
    assert_eq!(
        order(&mut office),
        [
            ("Verdi".into(), 14, true),
            ("Rossi".into(), 105, true),
            ("Bianchi".into(), 45, true)
        ]
    );
    let early = AssignSnPath {
        id,
        on: Some(day("2026-03-01")),
        operators: vec![office.session.operator()],
    };
    let refused = assign_path(&mut office.session, early.clone()).unwrap_err();
    assert_eq!(refused.code, Code::DayBeforeState);
    let nobody = AssignSnPath {
        on: Some(day("2026-04-01")),
        operators: Vec::new(),
        ..early
    };
    let refused = assign_path(&mut office.session, nobody).unwrap_err();
    assert_eq!(refused.code, Code::SnOperators);
    assigned(&mut office, id, "2026-04-01");
    assert_eq!(order(&mut office)[2], ("Rossi".into(), 30, false));
    assert_eq!(only(&mut office, first).current, FaseSn::Assegnazione);
    // Who works on none of these cases waits for nobody.
    let other = office.colleague("Riva", Role::Psicologo).unwrap();
    as_other(&mut office.session, other, |session| {
        assert!(paths(session, Nothing {}).unwrap().lines.is_empty());
    });
}

/// A step of the path on a day.
fn taken(office: &mut Office, path: RecordId, fase: FaseSn, on: &str) -> Result<(), Code> {
    let input = TakeSnStep {
        path,
        fase,
        on: day(on),
        note: None,
    };
    take_step(&mut office.session, input)
        .map(|_| ())
        .map_err(|error| error.code)
}

#[test]
fn steps_are_recorded_where_nothing_else_says_them_and_a_report_moves_its_term() {
    let mut office = office_on(723, "2026-09-10T08:00:00Z");
    let minor = case(&mut office, Service::SpazioNeutro, "Rossi");
    let id = saved(&mut office, minor, asked("2026-01-10")).unwrap();
    assigned(&mut office, id, "2026-02-01");
    let step = |office: &mut Office, fase, on: &str| taken(office, id, fase, on);
    step(&mut office, FaseSn::Colloqui, "2026-02-10").unwrap();
    assert_eq!(
        step(&mut office, FaseSn::Incontri, "2026-02-12"),
        Err(Code::SnStepElsewhere)
    );
    assert_eq!(
        step(&mut office, FaseSn::Ambientamento, "2026-01-09"),
        Err(Code::DayBeforeState)
    );
    assert_eq!(reports_due(&mut office, minor), []);
    meeting(&mut office, id, "2026-03-08", Some(EsitoSn::Svolto)).unwrap();
    meeting(&mut office, id, "2026-03-01", Some(EsitoSn::Svolto)).unwrap();
    meeting(&mut office, id, "2026-02-20", Some(EsitoSn::AnnullatoMinore)).unwrap();
    assert_eq!(
        meeting(&mut office, id, "2026-09-20", Some(EsitoSn::Svolto)),
        Err(Code::DayInFuture)
    );
    assert_eq!(
        only(&mut office, minor).path.value.first_meeting,
        Some(day("2026-03-01"))
    );
    assert_eq!(reports_due(&mut office, minor), [("2026-09-01".into(), false)]);
    step(&mut office, FaseSn::Relazione, "2026-08-28").unwrap();
    assert!(reports_due(&mut office, minor).contains(&("2027-02-28".into(), false)));
    let view = only(&mut office, minor);
    assert_eq!(view.current, FaseSn::Incontri);
    let report = view
        .steps
        .iter()
        .find(|one| one.value.fase == Some(FaseSn::Relazione));
    let input = RemoveSnStep {
        step: report.unwrap().id,
    };
    remove_step(&mut office.session, input).unwrap();
    assert_eq!(reports_due(&mut office, minor), [("2026-09-01".into(), false)]);
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn of_an_ended_path_nothing_is_written_and_reopened_it_goes_on() {
    let mut office = office_on(729, "2026-09-10T08:00:00Z");
    let minor = case(&mut office, Service::SpazioNeutro, "Rossi");
    let id = saved(&mut office, minor, asked("2026-01-10")).unwrap();
    assigned(&mut office, id, "2026-02-01");
    let end = CloseSnPath {
        id,
        end: FineSn {
            on: day("2026-09-05"),
            reason: MOTIVI_FINE_SN.answer("INCONTRI_LIBERI"),
            note: None,
        },
    };
    let unsaid = CloseSnPath {
        end: FineSn {
            reason: None,
            ..end.end.clone()
        },
        ..end.clone()
    };
    assert_eq!(
        close(&mut office.session, unsaid).unwrap_err().code,
        Code::ReasonMissing
    );
    let to_come = CloseSnPath {
        end: FineSn {
            on: day("2026-09-11"),
            ..end.end.clone()
        },
        ..end.clone()
    };
    assert_eq!(
        close(&mut office.session, to_come).unwrap_err().code,
        Code::DayInFuture
    );
    close(&mut office.session, end).unwrap();
    assert_eq!(meeting(&mut office, id, "2026-09-06", None), Err(Code::SnClosed));
    assert_eq!(only(&mut office, minor).current, FaseSn::Dimissione);
    reopen(&mut office.session, SnPathRef { id }).unwrap();
    meeting(&mut office, id, "2026-09-20", None).unwrap();
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

/// What was seen in a meeting is a signed entry: begun from the meeting, signed once, never a field that can be changed.
#[test]
fn the_diary_of_a_meeting_is_begun_filled_in_is_signed_and_the_meeting_knows_it() {
    let mut office = office_on(724, "2026-03-02T18:00:00Z");
    let minor = case(&mut office, Service::SpazioNeutro, "Rossi");
    let id = saved(&mut office, minor, asked("2026-01-10")).unwrap();
    let held = meeting(&mut office, id, "2026-03-01", None).unwrap();
    let began =
        |office: &mut Office| to_entry(&mut office.session, MeetingRef { id: held }).map_err(|one| one.code);
    let draft = began(&mut office).unwrap().id;
    assert_eq!(began(&mut office).unwrap().id, draft, "begun once");
    let kept = draft_of(&mut office.session, DraftRef { id: draft }).unwrap();
    let mut content: EntryDraft = serde_json::from_value(kept.content).unwrap();
    assert_eq!(
        (content.files(), content.occurred_on),
        (vec![minor], Some(day("2026-03-01")))
    );
    content.texts[0].segments[1].text = "Il padre arriva con un gioco; il bambino gli corre incontro.".into();
    // Another note of the same meeting, begun on another page.
    let twin = crate::files::keep(&mut office, &content);
    let input = Sign {
        draft,
        content: Some(content),
    };
    let SignAnswer::Signed { entries, .. } = sign(&mut office.session, input).unwrap() else {
        panic!("not signed");
    };
    let view = only(&mut office, minor);
    assert_eq!(view.meetings[0].entry, Some(entries[0]));
    let value = &view.meetings[0].meeting.value;
    assert_eq!(
        (value.outcome, value.act.is_some()),
        (Some(EsitoSn::Svolto), true)
    );
    assert_eq!(view.path.value.first_meeting, Some(day("2026-03-01")));
    assert_eq!(began(&mut office), Err(Code::AlreadySigned));
    let input = Sign {
        draft: twin,
        content: None,
    };
    let SignAnswer::Signed { .. } = sign(&mut office.session, input).unwrap() else {
        panic!("not signed");
    };
    let view = only(&mut office, minor);
    assert_eq!(
        view.meetings[0].entry,
        Some(entries[0]),
        "the first is the meeting's"
    );
    let value = &view.meetings[0].meeting.value;
    // Its figures may still be corrected; the tie to what was signed stays.
    let input = SaveMeeting {
        id: Some(held),
        path: id,
        meeting: IncontroSn {
            act: None,
            delay: Some(15),
            ..value.clone()
        },
        with: Vec::new(),
        seen: view.meetings[0].meeting.seen.clone(),
    };
    save_meeting(&mut office.session, input).unwrap();
    assert_eq!(only(&mut office, minor).meetings[0].entry, Some(entries[0]));
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

/// Two siblings in care of who acts, and a meeting that they have together, written in the first one's path.
fn had_together(seed: u64) -> (Office, [CaseId; 2], SaveMeeting, RecordId) {
    let mut office = office_on(seed, "2026-03-02T18:00:00Z");
    let together = Some(office.session.id());
    let minors =
        ["Anna", "Luca"].map(|name| case_together(&mut office, Service::SpazioNeutro, name, together));
    let paths = minors.map(|minor| saved(&mut office, minor, asked("2026-01-10")).unwrap());
    let page = of_case(&mut office.session, OneCase { case: minors[0] }).unwrap();
    let offered: Vec<_> = page.siblings.iter().map(|one| (one.path, one.case)).collect();
    assert_eq!(offered, [(paths[1], minors[1])]);
    let slot = Slot {
        on: day("2026-03-01"),
        ..Slot::default()
    };
    let input = SaveMeeting {
        id: None,
        path: paths[0],
        meeting: IncontroSn {
            slot: Some(slot),
            venue: Some("Sala blu".into()),
            ..IncontroSn::default()
        },
        with: vec![paths[1], paths[1], paths[0]],
        seen: Vec::new(),
    };
    let held = save_meeting(&mut office.session, input.clone()).unwrap().id;
    (office, minors, input, held)
}

fn only_meeting(office: &mut Office, case: CaseId) -> MeetingView {
    let mut view = only(office, case);
    assert_eq!(view.meetings.len(), 1);
    view.meetings.remove(0)
}

/// Two siblings, one meeting: written once, it stands in both paths, and who works with one of them sees nothing of the other.
#[test]
fn one_meeting_of_two_siblings_stands_in_both_paths_each_under_its_own_rights() {
    let (mut office, [anna, luca], mut input, held) = had_together(1726);
    let psicologa = office.colleague("Riva", Role::Psicologo).unwrap();
    assign(&mut office, anna, psicologa, AssignmentRole::MiniEquipe);
    let seen = only_meeting(&mut office, anna);
    assert_eq!(seen.with.iter().map(|one| one.case).collect::<Vec<_>>(), [luca]);
    // Corrected from one file, it is corrected in both, and stays one meeting in each.
    input.id = Some(held);
    input.seen = seen.meeting.seen;
    input.meeting.venue = Some("Sala verde".into());
    save_meeting(&mut office.session, input.clone()).unwrap();
    let in_luca = only_meeting(&mut office, luca).meeting.value;
    assert_eq!(in_luca.venue.as_deref(), Some("Sala verde"));
    as_other(&mut office.session, psicologa, |session| {
        let page = of_case(session, OneCase { case: anna }).unwrap();
        assert!(page.siblings.is_empty() && page.paths[0].meetings[0].with.is_empty());
        assert!(page.names.values().all(|name| name.name != "Luca"));
        assert!(of_case(session, OneCase { case: luca }).is_err());
        assert!(
            save_meeting(session, input.clone()).is_err(),
            "nor writes there, nor half of it"
        );
    });
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn the_diary_of_a_meeting_of_siblings_is_one_act_in_both_files() {
    let (mut office, [anna, luca], _, held) = had_together(1727);
    // Begun from either, the draft is the same one, for both files.
    let twin = only_meeting(&mut office, luca).meeting.id;
    let draft = to_entry(&mut office.session, MeetingRef { id: held }).unwrap().id;
    let again = to_entry(&mut office.session, MeetingRef { id: twin }).unwrap().id;
    assert_eq!(again, draft);
    let kept = draft_of(&mut office.session, DraftRef { id: draft }).unwrap();
    let mut content: EntryDraft = serde_json::from_value(kept.content).unwrap();
    assert_eq!(content.files(), [anna, luca]);
    content.texts[0].segments[1].text = "Giocano insieme.".into();
    let input = Sign {
        draft,
        content: Some(content),
    };
    let SignAnswer::Signed { entries, .. } = sign(&mut office.session, input).unwrap() else {
        panic!("not signed");
    };
    let (one, other) = (only_meeting(&mut office, anna), only_meeting(&mut office, luca));
    assert_eq!([one.entry.unwrap(), other.entry.unwrap()], entries[..]);
    assert_eq!(one.meeting.value.act, other.meeting.value.act);
    let first = only(&mut office, luca).path.value.first_meeting;
    assert_eq!(first, Some(day("2026-03-01")), "the term runs for both");
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

/// The rights of the court papers hold: whoever is assigned reads and writes, an educatore of a body does not.
#[test]
fn an_educatore_reads_no_path_and_who_is_assigned_reads_and_writes_it() {
    let mut office = office_on(725, "2026-03-02T18:00:00Z");
    let minor = case(&mut office, Service::SpazioNeutro, "Rossi");
    let id = saved(&mut office, minor, asked("2026-01-10")).unwrap();
    let educatore = office.colleague("Gatti", Role::EducatoreEnte).unwrap();
    let psicologa = office.colleague("Riva", Role::Psicologo).unwrap();
    assign(&mut office, minor, educatore, AssignmentRole::Educatore);
    assign(&mut office, minor, psicologa, AssignmentRole::MiniEquipe);
    as_other(&mut office.session, educatore, |session| {
        let refused = of_case(session, OneCase { case: minor }).map(|_| ()).unwrap_err();
        assert_eq!(refused.code, Code::Forbidden);
    });
    office.session.act_as(psicologa);
    assert!(
        of_case(&mut office.session, OneCase { case: minor })
            .unwrap()
            .writes
    );
    meeting(&mut office, id, "2026-03-01", Some(EsitoSn::Svolto)).unwrap();
}
