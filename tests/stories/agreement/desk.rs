//! What the office says to a laptop beside what colleagues write: her card, its receipt, what became of what she asked.

use super::{
    hub::{Hub, agreed},
    laptop,
};
use crate::{cases::person, files::case};
use cartella_app::{
    Code,
    cases::{AssignOperator, OpenCase, open},
    commands::Nothing,
    office::{AskRequests, AskWaiting, RequestView, ask_assignment, requests, status, waiting},
    staff,
};
use cartella_domain::{
    cases::AssignmentRole,
    ids::{CaseId, PersonId, RecordId},
    requests::{Asked, OfficeRequest, RequestOutcome},
    rights::Role,
    scope::{ScopeId, ScopeKind},
    services::Service,
    staff::Operator,
};
use cartella_testkit::Office;

fn card(role: Role, service: Service) -> Operator {
    Operator {
        surname: Some("Dall'ufficio".to_owned()),
        qualifica: Some(role),
        services: [service].into_iter().collect(),
        ..Operator::default()
    }
}

/// The office writes her card, as its desk does: from a device of its own.
fn says(desk: &mut Office, hub: &Hub, her: &Office, card: &Operator) {
    let (org, id) = (desk.session.org(), her.session.operator());
    hub.turn(her.session.operator(), org);
    desk.session.write(|act| act.create(org, id, card)).unwrap();
    agreed(desk, hub);
}

#[test]
fn her_card_is_the_offices_from_the_first_session_on_and_what_was_asked_of_rights_is_forgotten() {
    let hub = Hub::new();
    let (mut one, mut desk) = (laptop(1, &hub), laptop(2, &hub));
    let services = |office: &Office| office.session.actor().unwrap().services;
    assert!(!services(&one).contains(&Service::Sad));
    says(
        &mut desk,
        &hub,
        &one,
        &card(Role::AssistenteSociale, Service::Sad),
    );
    agreed(&mut one, &hub);
    assert_eq!(services(&one), [Service::Sad]);
    let cards = staff::list(&mut one.session, Nothing {}).unwrap();
    let mine: Vec<_> = cards.iter().filter(|card| card.me).collect();
    assert_eq!((mine.len(), mine[0].label.as_str()), (1, "Dall'ufficio"));
    assert!(!mine[0].clashed, "two scopes are no clash");
    assert!(one.session.archive().compare_with_log().unwrap().is_empty());
    let one = one.restarted().unwrap();
    assert_eq!(services(&one), [Service::Sad]);
}

#[test]
fn a_receipt_stands_until_the_office_confirms_something_else() {
    let hub = Hub::new();
    let mut one = laptop(1, &hub);
    person(&mut one, "Rossi", "Luca", "2016");
    let first = agreed(&mut one, &hub);
    assert!(first.confirmed > 0);
    let second = agreed(&mut one, &hub);
    assert_eq!(second.confirmed, 0);
    let told = status(&mut one.session, Nothing {}).unwrap();
    let (receipt, contact) = (told.receipt.unwrap(), told.last_finished.unwrap());
    assert_eq!(receipt.confirmed, first.confirmed);
    assert_eq!((contact.confirmed, contact.ended_at), (0, second.at));
    assert!(contact.began_at > receipt.began_at);
}

fn asked_of(office: &mut Office, subject: Option<RecordId>) -> Vec<RequestView> {
    requests(&mut office.session, AskRequests { subject }).unwrap()
}

fn opening(person: PersonId) -> OpenCase {
    OpenCase {
        people: vec![person],
        service: Service::Aes,
        referral: None,
        comuni: None,
        involved: Vec::new(),
        protected: Vec::new(),
        responsible: None,
        psychologist: None,
        without_psychologist: None,
        assigned_from: None,
        running: None,
        paper_number: None,
    }
}

#[test]
fn a_case_opened_in_an_office_asks_who_works_on_it_and_one_of_its_own_does_not() {
    let hub = Hub::new();
    let mut alone = Office::new(811).unwrap();
    let child = person(&mut alone, "Rossi", "Luca", "2016");
    open(&mut alone.session, opening(child)).unwrap();
    assert!(asked_of(&mut alone, None).is_empty());
    let (mut one, mut desk) = (laptop(1, &hub), laptop(2, &hub));
    says(
        &mut desk,
        &hub,
        &one,
        &card(Role::AssistenteSociale, Service::Aes),
    );
    agreed(&mut one, &hub);
    let child = person(&mut one, "Rossi", "Luca", "2016");
    let cases = open(&mut one.session, opening(child)).unwrap().cases;
    let mine = asked_of(&mut one, None);
    assert_eq!(mine.len(), 1);
    assert!(mine[0].asked == Some(Asked::Open { case: cases[0] }));
    assert!(mine[0].waits && mine[0].outcome.is_none());
    let coordinator = Operator {
        coordinates: [Service::Aes].into_iter().collect(),
        ..card(Role::Coordinatore, Service::Aes)
    };
    let mut boss = laptop(3, &hub);
    says(&mut desk, &hub, &boss, &coordinator);
    agreed(&mut boss, &hub);
    let child = person(&mut boss, "Verdi", "Anna", "2015");
    open(&mut boss.session, opening(child)).unwrap();
    assert!(asked_of(&mut boss, None).is_empty(), "who assigns asks nobody");
}

/// A case of hers in the office's service, with somebody to be asked for.
fn stage(hub: &Hub) -> (Office, Office, CaseId, AssignOperator) {
    let (mut one, mut desk) = (laptop(1, hub), laptop(2, hub));
    let file = case(&mut one, Service::Aes, "Esposito");
    says(&mut desk, hub, &one, &card(Role::AssistenteSociale, Service::Aes));
    agreed(&mut one, hub);
    let wanted = AssignOperator {
        case: file,
        operator: desk.session.operator(),
        role: AssignmentRole::Psicologo,
        from: None,
        to: None,
        stands_in_for: None,
    };
    (one, desk, file, wanted)
}

#[test]
fn an_assignment_is_asked_once_and_she_reads_what_became_of_it() {
    let hub = Hub::new();
    let (mut one, mut desk, file, wanted) = stage(&hub);
    let request = ask_assignment(&mut one.session, wanted.clone()).unwrap().request;
    let again = ask_assignment(&mut one.session, wanted.clone()).unwrap_err();
    assert_eq!(again.code, Code::OfficeAsked);
    let about = Some(RecordId(file.uuid()));
    assert!(asked_of(&mut one, about)[0].waits);
    let marks = waiting(
        &mut one.session,
        AskWaiting {
            records: vec![request],
        },
    )
    .unwrap();
    assert_eq!(marks.records, [request], "it is marked as any entry that waits");
    agreed(&mut one, &hub);
    let sent = &asked_of(&mut one, about)[0];
    assert!(!sent.waits && sent.outcome.is_none());
    hub.turn(
        desk.session.operator(),
        ScopeId::new(file.uuid(), ScopeKind::CaseCore),
    );
    agreed(&mut desk, &hub);
    let declined = OfficeRequest {
        by: Some(one.session.operator()),
        outcome: Some(RequestOutcome {
            done: false,
            reason: Some("è in ferie".to_owned()),
            by: desk.session.operator(),
            at: desk.session.now(),
        }),
    };
    desk.session
        .write(|act| act.edit(request, &declined, None))
        .unwrap();
    agreed(&mut desk, &hub);
    agreed(&mut one, &hub);
    let told = &asked_of(&mut one, None)[0];
    let outcome = told.outcome.as_ref().unwrap();
    assert_eq!(
        (outcome.done, outcome.reason.as_deref()),
        (false, Some("è in ferie"))
    );
    assert!(
        told.asked.as_ref()
            == Some(&Asked::Assign {
                assignment: wanted.clone()
            })
    );
    ask_assignment(&mut one.session, wanted).unwrap();
    assert_eq!(
        asked_of(&mut one, about).len(),
        2,
        "what was declined can be asked again"
    );
    assert!(one.session.archive().compare_with_log().unwrap().is_empty());
}

#[test]
fn a_laptop_that_dies_after_asking_has_asked() {
    let hub = Hub::new();
    let (mut one, _, file, wanted) = stage(&hub);
    ask_assignment(&mut one.session, wanted).unwrap();
    let mut one = one.restarted().unwrap();
    assert_eq!(asked_of(&mut one, Some(RecordId(file.uuid()))).len(), 1);
    assert_eq!(agreed(&mut one, &hub).confirmed, 1);
}
