//! The agenda and Oggi: an appointment becomes its entry, or "non avvenuto"; what is due is told.

use crate::files::{case, draft, paragraph, signed};
use cartella_app::{
    Code,
    agenda::{
        ActionRef, AppointmentInput, AppointmentRef, AskRange, CreateAction, NotHappened, action_create,
        action_done, create, get, not_happened, range, to_entry,
    },
    commands::Nothing,
    diary::{ListEntries, Sign, SignAnswer, list, sign},
    drafts, today,
};
use cartella_archive::audit;
use cartella_domain::{
    agenda::{AgendaSource, AgendaView, AppointmentState, Slot},
    diary::{DraftAction, EntryDraft, EntryKind, Outcome},
    ids::CaseId,
    rights::Confidentiality,
    services::Service,
    time::CivilDate,
};
use cartella_testkit::Office;

fn appointment(office: &Office, cases: &[CaseId], days: i64) -> AppointmentInput {
    AppointmentInput {
        slot: Slot {
            on: office.session.today().plus_days(days),
            starts: "09:30".parse().ok(),
            ends: "10:45".parse().ok(),
        },
        kind: EntryKind::VisitaDomiciliare,
        what: Some("Visita a casa".to_owned()),
        place: None,
        participants: vec![],
        cases: cases.to_vec(),
        operators: vec![],
        note: None,
    }
}

#[test]
fn an_appointment_becomes_its_entry_with_one_key() {
    let mut office = Office::new(51).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let input = appointment(&office, &[aes], 0);
    let made = create(&mut office.session, input).unwrap();
    office.clock.pass_minutes(24 * 60);
    let draft = to_entry(&mut office.session, made).unwrap();
    assert_eq!(
        to_entry(&mut office.session, made).unwrap(),
        draft,
        "asked twice, begun once"
    );
    let kept = drafts::get(&mut office.session, draft).unwrap();
    let mut content: EntryDraft = serde_json::from_value(kept.content).unwrap();
    assert_eq!(
        (content.header.kind, content.header.time.minutes),
        (EntryKind::VisitaDomiciliare, Some(75))
    );
    assert_eq!(content.files(), [aes]);
    content.texts[0].segments[0].text = "La casa è in ordine.".to_owned();
    let answer = sign(
        &mut office.session,
        Sign {
            draft: draft.id,
            content: Some(content),
        },
    )
    .unwrap();
    let SignAnswer::Signed { act, .. } = answer else {
        panic!("not signed");
    };
    let state = get(&mut office.session, made).unwrap().appointment.state;
    assert!(state == AppointmentState::Done { act });
    assert_eq!(
        to_entry(&mut office.session, made).err().unwrap().code,
        Code::AppointmentClosed
    );
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn nobody_home_is_settled_in_one_act_with_its_line_in_the_diary() {
    let mut office = Office::new(52).unwrap();
    let tm = case(&mut office, Service::TutelaMinori, "Fumagalli");
    let input = appointment(&office, &[tm], 0);
    let made = create(&mut office.session, input).unwrap();
    office.clock.pass_minutes(24 * 60);
    let overdue = today::today(&mut office.session, Nothing {}).unwrap().due.overdue;
    assert_eq!(overdue.len(), 1, "nobody has said how it went");
    let held = NotHappened {
        id: made.id,
        outcome: Outcome::Held,
        note: None,
        in_diary: true,
    };
    assert_eq!(
        not_happened(&mut office.session, held.clone())
            .err()
            .unwrap()
            .code,
        Code::BadInput
    );
    let absent = NotHappened {
        outcome: Outcome::Absent,
        note: Some("Suonato due volte.".to_owned()),
        ..held
    };
    not_happened(&mut office.session, absent).unwrap();
    assert!(
        today::today(&mut office.session, Nothing {})
            .unwrap()
            .due
            .overdue
            .is_empty()
    );
    let page = list(
        &mut office.session,
        ListEntries {
            case: Some(tm),
            ..ListEntries::default()
        },
    )
    .unwrap();
    let entry = &page.entries[0];
    assert!(entry.header.as_ref().unwrap().outcome == Some(Outcome::Absent));
    assert_eq!(entry.level, Confidentiality::Reserved);
    assert_eq!(entry.segments[0].text.as_deref(), Some("Suonato due volte."));
}

#[test]
fn a_week_shows_appointments_and_next_actions_and_done_is_done() {
    let mut office = Office::new(53).unwrap();
    let aes = case(&mut office, Service::Aes, "Bianchi");
    let input = appointment(&office, &[aes], 0);
    create(&mut office.session, input).unwrap();
    let mut content = draft(&office, &[aes], vec![paragraph("Accordi presi.")]);
    let due = office.session.today();
    content.texts[0].actions = vec![DraftAction {
        what: "Sentire la scuola".to_owned(),
        who: None,
        due: Some(due),
    }];
    signed(&mut office, &content);
    let day = |office: &mut Office| {
        let ask = AskRange {
            view: AgendaView::Day,
            day: due,
        };
        let found = range(&mut office.session, ask).unwrap();
        found.days[0]
            .items
            .iter()
            .map(|item| (item.source, item.closed))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        day(&mut office),
        [(AgendaSource::Action, false), (AgendaSource::Appointment, false)]
    );
    let items = today::today(&mut office.session, Nothing {}).unwrap().due.today;
    let action = items
        .iter()
        .find(|item| item.source == AgendaSource::Action)
        .unwrap();
    let action = ActionRef {
        id: action.id.uuid().into(),
    };
    action_done(&mut office.session, action).unwrap();
    assert_eq!(
        action_done(&mut office.session, action).err().unwrap().code,
        Code::ActionClosed
    );
    assert_eq!(day(&mut office)[0], (AgendaSource::Action, true));
    let ask = AskRange {
        view: AgendaView::Month,
        day: "2026-02-11".parse::<CivilDate>().unwrap(),
    };
    assert_eq!(range(&mut office.session, ask).unwrap().days.len() % 7, 0);
}

#[test]
fn oggi_knows_the_latest_cases_and_what_has_no_day() {
    let mut office = Office::new(54).unwrap();
    let first = case(&mut office, Service::Aes, "Bianchi");
    let second = case(&mut office, Service::Aes, "Colombo");
    for case in [first, second] {
        office
            .session
            .note(audit::Event::new(audit::Act::ReadCase).about(case))
            .unwrap();
    }
    let undated = CreateAction {
        case: Some(first),
        what: "Chiedere la delega".to_owned(),
        who: None,
        due: None,
    };
    action_create(&mut office.session, undated).unwrap();
    let today = today::today(&mut office.session, Nothing {}).unwrap();
    assert_eq!(today.latest_cases, [second, first]);
    assert_eq!(today.undated.len(), 1);
    assert_eq!(today.names[&first.to_string()].name, "Bianchi");
}

#[test]
fn an_appointment_of_somebody_else_is_not_hers_to_touch() {
    let mut office = Office::new(55).unwrap();
    let colleague = office
        .colleague("Verdi", cartella_domain::rights::Role::AssistenteSociale)
        .unwrap();
    let input = appointment(&office, &[], 1);
    let AppointmentRef { id } = create(&mut office.session, input).unwrap();
    office.session.act_as(colleague);
    assert!(get(&mut office.session, AppointmentRef { id }).is_err());
    let ask = AskRange {
        view: AgendaView::Month,
        day: office.session.today(),
    };
    assert!(
        range(&mut office.session, ask)
            .unwrap()
            .days
            .iter()
            .all(|day| day.items.is_empty())
    );
    assert!(to_entry(&mut office.session, AppointmentRef { id }).is_err());
}
