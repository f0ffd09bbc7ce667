//! Accesso agli atti: a mother asks for a copy; the terms, the answer, and what is the court's to give.

use crate::{
    cases::{assigning, open_one, opening, person},
    files::case,
    tutela::{as_other, coming_in, day, mandate, order, registered},
};
use cartella_app::{
    Code, ErrorKind,
    accesso_atti::{
        AnswerRichiesta, AskRichieste, EditRichiesta, RegisterRichiesta, RichiestaView, answer, edit, list,
        of_case, register,
    },
    cases::{CaseRight, OneCase, assign, get},
    commands::Nothing,
    today::today,
};
use cartella_domain::{
    accesso_atti::{Controinteressato, EsitoAccesso, RichiestaAccesso, Risposta, Titolo, Verifiche},
    cases::AssignmentRole,
    deadlines::{Code as Term, State},
    ids::CaseId,
    rights::Role,
    services::Service,
    tutela::{Protocollo, Termine},
};
use cartella_testkit::Office;

/// A case of hers, opened as one is.
fn opened(office: &mut Office) -> CaseId {
    let child = person(office, "Rossi", "Luca", "2015-06-01");
    let case = open_one(office, opening(child, Service::TutelaMinori));
    let me = office.session.operator();
    assign(
        &mut office.session,
        assigning(case, me, AssignmentRole::Responsabile),
    )
    .unwrap();
    case
}

fn of_the_mother() -> RichiestaAccesso {
    RichiestaAccesso {
        applicant: Some("  Conti   Laura ".into()),
        title: Some(Titolo::Genitore),
        protocol: Some(Protocollo {
            number: Some("441/2026".into()),
            on: Some(day("2026-03-02")),
        }),
        subject: Some("Copia delle relazioni".into()),
        ..RichiestaAccesso::default()
    }
}

fn registering(cases: &[CaseId], value: RichiestaAccesso) -> RegisterRichiesta {
    RegisterRichiesta {
        cases: cases.to_vec(),
        value,
    }
}

fn only(office: &mut Office, case: CaseId) -> RichiestaView {
    of_case(&mut office.session, OneCase { case })
        .unwrap()
        .lines
        .remove(0)
}

fn answers(
    office: &mut Office,
    view: &RichiestaView,
    is: EsitoAccesso,
    reason: Option<&str>,
) -> Result<(), Code> {
    let input = AnswerRichiesta {
        id: view.request.id,
        answer: Some(Risposta {
            is,
            on: office.session.today(),
            reason: reason.map(str::to_owned),
            ..Risposta::default()
        }),
        seen: view.request.seen.clone(),
    };
    answer(&mut office.session, input)
        .map(|_| ())
        .map_err(|error| error.code)
}

/// Situation 14 of the users' week.
#[test]
fn a_mothers_request_is_due_in_thirty_days_in_oggi_and_ends_with_its_answer() {
    let mut office = Office::new(1801).unwrap();
    let file = opened(&mut office);
    register(&mut office.session, registering(&[file], of_the_mother())).unwrap();
    let view = only(&mut office, file);
    assert_eq!(view.request.value.applicant.as_deref(), Some("Conti Laura"));
    assert_eq!(
        (view.due, view.refused_by_silence),
        (Some(day("2026-04-01")), false)
    );
    let page = get(&mut office.session, OneCase { case: file }).unwrap();
    assert!(page.may.contains(&CaseRight::AccessoAtti));
    office.clock.set("2026-04-02T08:00:00Z");
    let due = today(&mut office.session, Nothing {}).unwrap().due.overdue;
    assert_eq!(due[0].deadline.unwrap().key.code, Term::AccessoAtti);
    let view = only(&mut office, file);
    assert!(view.refused_by_silence && view.standing.unwrap().state == State::Overdue);
    let no = answers(&mut office, &view, EsitoAccesso::Respinta, None);
    assert_eq!(no, Err(Code::ReasonMissing));
    let no = answers(&mut office, &view, EsitoAccesso::Differita, Some("indagine"));
    assert_eq!(no, Err(Code::DeferralUnsaid));
    answers(
        &mut office,
        &view,
        EsitoAccesso::AccoltaParziale,
        Some("dati di terzi"),
    )
    .unwrap();
    let view = only(&mut office, file);
    assert!(!view.refused_by_silence);
    assert_eq!(view.standing.unwrap().state, State::MetLate);
    assert_eq!(
        view.request.value.outcome.unwrap().by,
        Some(office.session.operator())
    );
    assert!(
        today(&mut office.session, Nothing {})
            .unwrap()
            .due
            .overdue
            .is_empty()
    );
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

/// Scenario 18 of the reference.
#[test]
fn scenario_18_what_was_made_on_a_courts_mandate_is_proposed_to_the_court() {
    let mut office = Office::new(1802).unwrap();
    let file = case(&mut office, Service::TutelaMinori, "Rossi");
    let input = coming_in(
        &[file],
        order("IND_PSICOSOC"),
        vec![mandate(Termine::NonIndicato)],
    );
    registered(&mut office.session, input);
    register(&mut office.session, registering(&[file], of_the_mother())).unwrap();
    let page = of_case(&mut office.session, OneCase { case: file }).unwrap();
    assert!(page.under_mandate, "the form asks whether it was made on one");
    let view = only(&mut office, file);
    assert_eq!(view.proposed, None);
    let checked = EditRichiesta {
        id: view.request.id,
        value: RichiestaAccesso {
            checks: Some(Verifiche {
                court_mandate: Some(true),
                ..Verifiche::default()
            }),
            ..view.request.value.clone()
        },
        seen: view.request.seen.clone(),
    };
    edit(&mut office.session, checked).unwrap();
    let view = only(&mut office, file);
    assert_eq!(view.proposed, Some(EsitoAccesso::TrasmessaAg));
    assert_eq!(
        answers(&mut office, &view, EsitoAccesso::TrasmessaAg, None),
        Err(Code::ReasonMissing)
    );
    answers(
        &mut office,
        &view,
        EsitoAccesso::TrasmessaAg,
        Some("Atto formato su mandato"),
    )
    .unwrap();
    assert_eq!(
        only(&mut office, file).proposed,
        None,
        "what is answered is proposed no more"
    );
}

#[test]
fn one_request_for_two_children_stands_in_both_files_and_once_in_the_list() {
    let mut office = Office::new(1803).unwrap();
    let files = ["Anna", "Luca"].map(|name| case(&mut office, Service::TutelaMinori, name));
    let ada = office.colleague("Galli", Role::Amministrativo).unwrap();
    let other = Controinteressato {
        name: "Rossi Paolo".into(),
        notified_on: Some(day("2026-03-02")),
        opposed_on: None,
    };
    let value = RichiestaAccesso {
        concerned: Some(vec![other, Controinteressato::default()]),
        ..of_the_mother()
    };
    as_other(&mut office.session, ada, |session| {
        register(session, registering(&files, value))
    })
    .unwrap();
    for file in files {
        let view = only(&mut office, file);
        assert_eq!(view.cases.len(), 2);
        assert_eq!(
            view.request.value.concerned.unwrap().len(),
            1,
            "empty lines are left out"
        );
    }
    let listed = |office: &mut Office, waiting| {
        as_other(&mut office.session, ada, |session| {
            list(session, AskRichieste { waiting })
        })
        .unwrap()
        .lines
    };
    assert_eq!(listed(&mut office, true).len(), 1);
    // Answered for one of them, the other still waits.
    let view = only(&mut office, files[0]);
    answers(&mut office, &view, EsitoAccesso::Accolta, None).unwrap();
    let waiting = listed(&mut office, true);
    assert_eq!((waiting.len(), waiting[0].case), (1, files[1]));
    assert_eq!(listed(&mut office, false).len(), 2);
}

#[test]
fn who_neither_works_on_the_case_nor_in_its_office_reads_and_writes_nothing() {
    let mut office = Office::new(1804).unwrap();
    let file = case(&mut office, Service::TutelaMinori, "Rossi");
    register(&mut office.session, registering(&[file], of_the_mother())).unwrap();
    for role in [
        Role::AssistenteSociale,
        Role::EducatoreEnte,
        Role::Direzione,
        Role::DpoAuditor,
    ] {
        let who = office.colleague("Riva", role).unwrap();
        as_other(&mut office.session, who, |session| {
            let read = of_case(session, OneCase { case: file }).err().unwrap();
            assert!(
                matches!(read.kind, ErrorKind::Forbidden | ErrorKind::NotFound),
                "{role:?}"
            );
            assert!(
                register(session, registering(&[file], of_the_mother())).is_err(),
                "{role:?}"
            );
            assert!(
                list(session, AskRichieste { waiting: false })
                    .unwrap()
                    .lines
                    .is_empty(),
                "{role:?}"
            );
        });
    }
}

#[test]
fn a_request_says_who_what_and_when_and_comes_into_all_files_or_none() {
    let mut office = Office::new(1805).unwrap();
    let file = case(&mut office, Service::TutelaMinori, "Rossi");
    let tried = |office: &mut Office, cases: &[CaseId], value: RichiestaAccesso| {
        register(&mut office.session, registering(cases, value))
            .err()
            .map(|error| error.code)
    };
    assert_eq!(tried(&mut office, &[], of_the_mother()), Some(Code::NoFileChosen));
    for missing in [
        RichiestaAccesso {
            applicant: Some("  ".into()),
            ..of_the_mother()
        },
        RichiestaAccesso {
            subject: None,
            ..of_the_mother()
        },
        RichiestaAccesso {
            protocol: None,
            ..of_the_mother()
        },
    ] {
        assert_eq!(
            tried(&mut office, &[file], missing),
            Some(Code::RichiestaIncomplete)
        );
    }
    let tomorrow = RichiestaAccesso {
        received_on: Some(day("2026-03-03")),
        ..of_the_mother()
    };
    assert_eq!(tried(&mut office, &[file], tomorrow), Some(Code::DayInFuture));
    let stranger: CaseId = office.session.id();
    assert!(tried(&mut office, &[file, stranger], of_the_mother()).is_some());
    assert!(
        of_case(&mut office.session, OneCase { case: file })
            .unwrap()
            .lines
            .is_empty()
    );
    // An answer given by mistake is taken back, and the term runs again.
    register(&mut office.session, registering(&[file], of_the_mother())).unwrap();
    let view = only(&mut office, file);
    answers(&mut office, &view, EsitoAccesso::Accolta, None).unwrap();
    let view = only(&mut office, file);
    let back = AnswerRichiesta {
        id: view.request.id,
        answer: None,
        seen: view.request.seen,
    };
    answer(&mut office.session, back).unwrap();
    assert_eq!(only(&mut office, file).standing.unwrap().state, State::InTime);
}
