//! The five phases of a case: derived from what is there, written where nothing else holds it, exported; and closing.

use crate::cases::{opening, person};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_app::{
    Code, Session,
    cases::{CloseCase, OneCase, OpenCase, close, open, open_in_case},
    commands::Nothing,
    phases::{
        ExportWords, LoadList, PhasesPage, SaveDatum, SavePhase, export, lists, load_list, of_case,
        save_datum, save_phase,
    },
};
use cartella_domain::{
    cases::{OpenItemKind, Paper, Referral, State, motivi_chiusura, situazioni_chiusura},
    codes::Coded,
    ids::CaseId,
    phases::{CodiceFase, Datum, DatumState, Fase, Home, Origin, StatoFase, Valore},
    rights::Role,
    services::Service,
    time::CivilDate,
};
use cartella_testkit::Office;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// A case that is being assessed, and its responsible at work.
fn assessed(office: &mut Office) -> CaseId {
    let child = person(office, "Rossi", "Anna", "2015-05-17");
    let input = OpenCase {
        responsible: Some(office.session.operator()),
        referral: Some(Referral {
            on: "2026-02-10".parse().ok(),
            ..Referral::default()
        }),
        running: Some(State::InValutazione {
            on: "2026-02-20".parse().ok(),
        }),
        ..opening(child, Service::EducativaDomiciliareOrdinaria)
    };
    open(&mut office.session, input).unwrap().cases[0]
}

fn page(session: &mut Session, case: CaseId) -> PhasesPage {
    of_case(session, OneCase { case }).unwrap()
}

fn datum<'a>(page: &'a PhasesPage, key: &str) -> &'a Datum {
    let mut all = page.phases.iter().flat_map(|phase| &phase.data);
    all.find(|datum| datum.key == key).unwrap()
}

fn writing(case: CaseId, element: &str, value: Valore, seen: Vec<String>) -> SaveDatum {
    SaveDatum {
        case,
        element: element.into(),
        value: Some(value),
        seen,
    }
}

fn code(list: &str, version: &str, code: &str) -> Valore {
    Valore::Codes(vec![Coded {
        code: code.into(),
        list: list.into(),
        version: version.into(),
    }])
}

fn loading(version: &str, table: &str) -> LoadList {
    LoadList {
        list: "CSI-MOAF".into(),
        version: version.into(),
        source: "Ufficio di piano, posta del 2 marzo".into(),
        file_name: "moaf.csv".into(),
        content: STANDARD.encode(table),
    }
}

#[test]
fn what_the_case_knows_fills_its_phases_and_what_nobody_holds_is_written_once() {
    let mut office = Office::new(175).unwrap();
    let case = assessed(&mut office);
    let me = office.session.operator();
    let before = page(&mut office.session, case);
    let states: Vec<_> = before.phases.iter().map(|phase| phase.state).collect();
    use StatoFase::{Conclusa, DaIniziare, InCorso};
    assert_eq!(states, [Conclusa, InCorso, DaIniziare, DaIniziare, DaIniziare]);
    let surname = datum(&before, "COGNOME");
    assert!(surname.value == Some(Valore::Text("Rossi".into())) && surname.from == Some(Origin::Person));
    assert!(datum(&before, "CASE_MANAGER").value == Some(Valore::Operator(me)));
    assert_eq!(datum(&before, "ISEE").state, DatumState::Missing);

    let isee = writing(case, "ISEE", Valore::Euro(142_500_000), Vec::new());
    save_datum(&mut office.session, isee).unwrap();
    let name = writing(case, "COGNOME", Valore::Text("Bianchi".into()), Vec::new());
    let refused = save_datum(&mut office.session, name).unwrap_err();
    assert_eq!(refused.code, Code::DatumDerived);
    let emptied = SaveDatum {
        value: None,
        ..writing(case, "COGNOME", Valore::YesNo(true), Vec::new())
    };
    let refused = save_datum(&mut office.session, emptied).unwrap_err();
    assert_eq!(refused.code, Code::DatumDerived, "nor is it emptied here");
    let text = writing(case, "ISEE", Valore::Text("molto".into()), Vec::new());
    assert_eq!(
        save_datum(&mut office.session, text).unwrap_err().code,
        Code::BadInput
    );

    let shown = page(&mut office.session, case);
    assert!(datum(&shown, "ISEE").value == Some(Valore::Euro(142_500_000)));
    // Written again, and taken back: the same record.
    let seen = shown.seen["ISEE"].clone();
    let again = writing(case, "ISEE", Valore::Euro(90_000_000), seen);
    save_datum(&mut office.session, again).unwrap();
    let seen = page(&mut office.session, case).seen["ISEE"].clone();
    let back = SaveDatum {
        value: None,
        ..writing(case, "ISEE", Valore::YesNo(true), seen)
    };
    save_datum(&mut office.session, back).unwrap();
    assert_eq!(
        datum(&page(&mut office.session, case), "ISEE").state,
        DatumState::Missing
    );
}

#[test]
fn what_is_said_of_a_phase_is_one_record_and_a_reversed_period_is_refused() {
    let mut office = Office::new(176).unwrap();
    let case = assessed(&mut office);
    let said = |starts: &str, ends: &str| SavePhase {
        case,
        phase: Fase {
            phase: Some(CodiceFase::Accesso),
            starts: Some(day(starts)),
            ends: Some(day(ends)),
            notes: Some("Arrivata con la scuola".into()),
            ..Fase::default()
        },
        seen: Vec::new(),
    };
    let reversed = save_phase(&mut office.session, said("2026-02-15", "2026-02-01"));
    assert_eq!(reversed.unwrap_err().code, Code::PeriodReversed);
    save_phase(&mut office.session, said("2026-02-01", "2026-02-15")).unwrap();
    let shown = page(&mut office.session, case);
    let first = &shown.phases[0];
    assert!(first.ends == "2026-02-15".parse().ok() && first.notes.is_some());
    let seen = shown.seen["ACCESSO_E_ORIENTAMENTO"].clone();
    let again = SavePhase {
        seen,
        ..said("2026-02-01", "2026-02-16")
    };
    save_phase(&mut office.session, again).unwrap();
    let again = page(&mut office.session, case);
    assert!(again.phases[0].ends == "2026-02-16".parse().ok());
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn a_code_is_chosen_only_from_a_list_that_the_office_loaded_and_old_answers_stay_readable() {
    let mut office = Office::new(177).unwrap();
    let case = assessed(&mut office);
    let me = office.session.operator();
    let early = writing(case, "MOAF", code("CSI-MOAF", "1", "01"), Vec::new());
    let refused = save_datum(&mut office.session, early.clone()).unwrap_err();
    assert_eq!(refused.code, Code::ListNotLoaded);
    assert_eq!(
        datum(&page(&mut office.session, case), "MOAF").state,
        DatumState::ListNotLoaded
    );
    let educatore = office.colleague("Riva", Role::EducatoreEnte).unwrap();
    office.session.act_as(educatore);
    let forbidden = load_list(&mut office.session, loading("1", "01;Trascuratezza"));
    assert_eq!(forbidden.err().map(|error| error.code), Some(Code::Forbidden));
    office.session.act_as(me);
    for (table, refusal) in [
        ("codice;descrizione\n", Code::ListRefused),
        ("01;Trascuratezza\n01;Altro\n", Code::ListRefused),
        ("01;\n", Code::ListRefused),
    ] {
        let answer = load_list(&mut office.session, loading("1", table));
        assert_eq!(answer.err().map(|error| error.code), Some(refusal), "{table}");
    }
    load_list(
        &mut office.session,
        loading(
            "1",
            "Codice;Descrizione\n01;Trascuratezza\n02;Salute dei genitori\n",
        ),
    )
    .unwrap();
    save_datum(&mut office.session, early).unwrap();
    let taken = load_list(&mut office.session, loading("1", "01;Altro\n02;Altro ancora\n"));
    assert_eq!(taken.err().map(|error| error.code), Some(Code::ListVersionTaken));
    load_list(&mut office.session, loading("2", "02;Salute\n03;Lutto\n")).unwrap();
    let cards = lists(&mut office.session, Nothing {}).unwrap();
    let moaf = cards.iter().find(|card| card.list == "CSI-MOAF").unwrap();
    assert_eq!(
        (moaf.version.as_deref(), moaf.codes.len(), moaf.versions),
        (Some("2"), 2, 2)
    );
    let shown = page(&mut office.session, case);
    assert!(datum(&shown, "MOAF").value == Some(code("CSI-MOAF", "1", "01")));
    assert_eq!(shown.old_labels["CSI-MOAF"]["01"], "Trascuratezza");
    let old = writing(case, "MOAF", code("CSI-MOAF", "1", "02"), Vec::new());
    assert_eq!(
        save_datum(&mut office.session, old).unwrap_err().code,
        Code::UnknownCode
    );
}

#[test]
fn who_does_not_read_health_sees_and_writes_none_of_it_and_the_export_has_only_what_she_reads() {
    let mut office = Office::new(178).unwrap();
    let case = assessed(&mut office);
    let me = office.session.operator();
    load_list(&mut office.session, loading("1", "01;Trascuratezza\n")).unwrap();
    let moaf = writing(case, "MOAF", code("CSI-MOAF", "1", "01"), Vec::new());
    save_datum(&mut office.session, moaf.clone()).unwrap();
    let money = writing(case, "ISEE", Valore::Euro(142_500_000), Vec::new());
    save_datum(&mut office.session, money).unwrap();
    let exported = |session: &mut Session| {
        let input = ExportWords {
            case,
            headings: vec!["Fase".into(), "Elemento".into()],
        };
        let file = export(session, input).unwrap();
        String::from_utf8(STANDARD.decode(file.content).unwrap()).unwrap()
    };
    let whole = exported(&mut office.session);
    assert!(whole.contains(";MOAF;CSI-MOAF;1;01\r\n") && whole.contains(";ISEE;;;14250.00\r\n"));
    let clerk = office.colleague("Costa", Role::Amministrativo).unwrap();
    office.session.act_as(clerk);
    let seen = page(&mut office.session, case);
    assert_eq!(datum(&seen, "MOAF").state, DatumState::Hidden);
    assert!(seen.writes.contains(&Home::Money) && !seen.writes.contains(&Home::Health));
    assert!(save_datum(&mut office.session, moaf).is_err());
    let part = exported(&mut office.session);
    assert!(!part.contains("MOAF") && part.contains(";ISEE;"));
    office.session.act_as(me);
}

fn closing(case: CaseId) -> CloseCase {
    let service = Service::EducativaDomiciliareOrdinaria;
    CloseCase {
        case,
        on: None,
        reason: motivi_chiusura(service).answer("4"),
        situation: situazioni_chiusura(service).answer("1"),
        final_report: Some(Paper {
            on: Some(day("2026-03-02")),
            protocol: Some("12/2026".into()),
            waived: None,
        }),
        report: None,
        note: None,
    }
}

#[test]
fn closing_says_which_plan_and_action_are_still_open() {
    use cartella_app::{
        agenda::{CreateAction, action_create, action_done},
        plans::{ReviewPlan, review},
    };
    use cartella_domain::plans::{ReviewResult, plan_closing_reasons};
    let mut office = Office::new(179).unwrap();
    let case = crate::plans::in_charge(&mut office);
    let plan = crate::plans::signed(&mut office, case);
    let ask = CreateAction {
        case: Some(case),
        what: "Richiamare la scuola".into(),
        who: None,
        due: None,
    };
    let action = action_create(&mut office.session, ask).unwrap();
    let kinds = |office: &mut Office| -> Vec<OpenItemKind> {
        let found = open_in_case(&mut office.session, OneCase { case }).unwrap();
        found.iter().map(|item| item.kind).collect()
    };
    assert_eq!(kinds(&mut office), [OpenItemKind::Action, OpenItemKind::Plan]);
    let refused = close(&mut office.session, closing(case)).unwrap_err();
    assert!(format!("{:?}", refused.params).contains("nothing_open"));
    action_done(&mut office.session, action).unwrap();
    let ended = ReviewPlan {
        id: plan,
        on: None,
        present: None,
        text: Some("Obiettivi raggiunti".into()),
        outcomes: Vec::new(),
        result: ReviewResult::Closed {
            reason: plan_closing_reasons().answer("RAGGIUNTO"),
        },
    };
    review(&mut office.session, ended).unwrap();
    assert!(kinds(&mut office).is_empty());
    close(&mut office.session, closing(case)).unwrap();
    let phases = page(&mut office.session, case).phases;
    assert!(phases.iter().all(|phase| phase.state == StatoFase::Conclusa));
}
