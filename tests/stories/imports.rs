//! Bringing in the tables of an office: dry run, doubles, cases that already run, interruption, undoing, bad files.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cartella_app::{
    Code, Session,
    cases::{OneCase, get},
    commands::Nothing,
    imports::{
        BeginImport, Choice, Decision, ImportPreview, ImportProgress, ImportRef, LineFate, OpenTable,
        OpenedTable, PreviewImport, ReportWords, UndoReport, WhyKept, begin, list, open, preview, proceed,
        report, undo, undo_check,
    },
    people::{self, CreatePerson, EditPerson},
};
use cartella_archive::{queries, rows};
use cartella_documents::{
    findings::FindingCode,
    mapping::{Field, Mapping},
};
use cartella_domain::{
    cases::{CaseFile, Finding, StateName},
    ids::{CaseId, PersonId},
    imports::{ImportPart, ImportState},
    people::{Address, Contact, Person},
    rights::Role,
    services::Service,
};
use cartella_testkit::Office;

const TABLE: &str = "COMUNE DI LEGNANO;;;;;;;;;\r\n\
    Cognome;Nome;C.F.;Data di nascita;Indirizzo;Comune;Tel.;Servizio;Data apertura;Stato\r\n\
    COLOMBO;NICOLO';;03/02/2011;via Roma 3;Legnano;0331/123456;Tutela minori;5-9-2019;in carico\r\n\
    D'AMICO;Lucìa;;2012;;Rho;;AES;;attivo\r\n\
    Ñandú;Perú;;1/1/2010;;;333 1234567;Affidi;1/3/2018;chiuso\r\n\
    COLOMBO;NICOLO';;03/02/2011;;;;AES;1/9/2020;\r\n\
    ;;;1/1/2010;;;;TM;;\r\n\
    Bianchi;Ada;;31/02/2011;;Atlantide;boh;Danza classica;;\r\n\
    Solo;Persona;;;;;;;;\r\n";

fn table(file_name: &str, bytes: &[u8]) -> OpenTable {
    OpenTable {
        file_name: file_name.to_owned(),
        content: Some(STANDARD.encode(bytes)),
        sheet: None,
        separator: None,
        encoding: None,
        heading_line: None,
    }
}

fn opened(session: &mut Session, text: &str) -> OpenedTable {
    open(session, table("casi.csv", text.as_bytes())).unwrap()
}

/// The whole dry run, its pages put together.
fn tried(session: &mut Session, mapping: &Mapping, decisions: &[Decision]) -> ImportPreview {
    let mut lines = Vec::new();
    let mut from = 0;
    loop {
        let input = PreviewImport {
            mapping: mapping.clone(),
            decisions: decisions.to_vec(),
            from,
        };
        let page = preview(session, input).unwrap();
        from = page.done;
        lines.extend(page.lines.clone());
        if page.done == page.total {
            return ImportPreview { lines, ..page };
        }
    }
}

fn run(session: &mut Session) -> ImportProgress {
    let responsible = Some(session.operator());
    let mut progress = begin(session, BeginImport { responsible }).unwrap();
    while !progress.finished {
        progress = proceed(session, Nothing {}).unwrap();
    }
    progress
}

fn imported(session: &mut Session, text: &str) -> ImportProgress {
    let mapping = opened(session, text).mapping;
    tried(session, &mapping, &[]);
    run(session)
}

/// Everything that the record holds, by kind: to see that nothing came or that nothing stayed.
fn living(session: &Session) -> (usize, usize, usize, usize) {
    let db = session.archive().db();
    (
        rows::select::<Person>(db, "NOT deleted", &[]).unwrap().len(),
        rows::select::<Address>(db, "NOT deleted", &[]).unwrap().len(),
        rows::select::<Contact>(db, "NOT deleted", &[]).unwrap().len(),
        rows::select::<CaseFile>(db, "NOT deleted", &[]).unwrap().len(),
    )
}

fn person_called(session: &Session, surname: &str) -> PersonId {
    let db = session.archive().db();
    let rows = rows::select::<Person>(db, "surname = ?1 AND NOT deleted", &[&surname]).unwrap();
    assert_eq!(rows.len(), 1, "{surname}");
    rows[0].typed_id().unwrap()
}

fn cases_of(session: &Session, person: PersonId) -> Vec<CaseId> {
    queries::cases::about(session.archive().db(), person).unwrap()
}

fn fates(preview: &ImportPreview) -> Vec<(u32, LineFate)> {
    preview.lines.iter().map(|line| (line.line, line.fate)).collect()
}

#[test]
fn a_dry_run_tells_everything_and_writes_nothing() {
    let mut office = Office::new(41).unwrap();
    let session = &mut office.session;
    let before = living(session);
    let opened = opened(session, TABLE);
    assert_eq!((opened.lines, opened.heading_line), (7, 2));
    assert!(!opened.remembered && opened.before.is_none());
    let tried = tried(session, &opened.mapping, &[]);
    assert_eq!(
        fates(&tried),
        [
            (3, LineFate::New),
            (4, LineFate::New),
            (5, LineFate::New),
            (6, LineFate::SameAs { line: 3 }),
            (7, LineFate::Refused),
            (8, LineFate::Refused),
            (9, LineFate::New),
        ]
    );
    let codes = |at: usize| -> Vec<FindingCode> { tried.lines[at].findings.iter().map(|f| f.code).collect() };
    assert!(codes(4).contains(&FindingCode::NoName));
    assert!(
        codes(5).contains(&FindingCode::DateNotInCalendar) && codes(5).contains(&FindingCode::ServiceUnknown)
    );
    assert_eq!(tried.unknown_services, ["Danza classica"]);
    assert_eq!(
        (tried.totals.new_people, tried.totals.cases, tried.totals.refused),
        (4, 4, 2)
    );
    assert_eq!(living(session), before);
    assert!(session.take_changed().is_empty());
    assert!(list(session, Nothing {}).unwrap().is_empty());
}

#[test]
fn cases_that_run_enter_in_their_state_with_their_dates_and_what_is_missing_to_complete() {
    let mut office = Office::new(42).unwrap();
    let session = &mut office.session;
    let progress = imported(session, TABLE);
    assert_eq!((progress.done, progress.total, progress.failed.len()), (5, 5, 0));
    assert_eq!(living(session), (4, 2, 2, 4));

    let nicolo = person_called(session, "Colombo");
    let db = session.archive().db();
    let person = rows::get::<Person>(db, &nicolo.to_string())
        .unwrap()
        .unwrap()
        .value;
    assert_eq!(person.name.as_deref(), Some("Nicolò"));
    assert_eq!(person.birth.unwrap().to_string(), "2011-02-03");
    let contact = queries::people::of_people::<Contact>(db, &[nicolo]).unwrap();
    assert_eq!(contact[0].value.value, "0331123456");
    let cases = cases_of(session, nicolo);
    assert_eq!(cases.len(), 2);
    for case in cases {
        let page = get(session, OneCase { case }).unwrap();
        let episode = &page.episodes[0];
        assert_eq!(episode.state_name, StateName::InCarico);
        let since = episode.state.since().unwrap().to_string();
        assert!(["2019-09-05", "2020-09-01"].contains(&since.as_str()), "{since}");
    }

    let lucia = person_called(session, "D'Amico");
    let case = cases_of(session, lucia)[0];
    let page = get(session, OneCase { case }).unwrap();
    let missing = &page.findings;
    assert!(
        missing.contains(&Finding::StateDate) && missing.contains(&Finding::ReferralDate),
        "{missing:?}"
    );

    let peru = person_called(session, "Ñandú");
    let case = cases_of(session, peru)[0];
    let page = get(session, OneCase { case }).unwrap();
    assert_eq!(page.episodes[0].state_name, StateName::Chiuso);
    let closed = rows::get::<CaseFile>(session.archive().db(), &case.to_string());
    assert_eq!(
        closed.unwrap().unwrap().value.first_referral.unwrap().to_string(),
        "2018-03-01"
    );
}

#[test]
fn the_mapping_is_remembered_by_its_headings() {
    let mut office = Office::new(43).unwrap();
    let session = &mut office.session;
    let text = "Chi;Cosa;Quando\nRossi;TM;1/2/2011\n";
    let opened_first = opened(session, text);
    let mut mapping = opened_first.mapping.clone();
    mapping.fields = vec![Some(Field::Surname), Some(Field::Service), Some(Field::BirthDate)];
    tried(session, &mapping, &[]);
    run(session);
    let again = opened(session, "CHI;cosa;Quando\nVerdi;SAD;3/4/1950\n");
    assert!(again.remembered);
    assert_eq!(again.mapping, mapping);
    assert!(!opened(session, "Cosa;Chi;Quando\nTM;Verdi;3/4/1950\n").remembered);
}

#[test]
fn doubles_in_the_archive_are_shown_and_wait_for_a_decision() {
    let mut office = Office::new(44).unwrap();
    let session = &mut office.session;
    let known = Person {
        surname: Some("Collombo".into()),
        name: Some("Nicolò".into()),
        birth: "2011-02-03".parse().ok(),
        ..Person::default()
    };
    let input = CreatePerson {
        person: known,
        ..CreatePerson::default()
    };
    let known = PersonId(people::create(session, input).unwrap().id.uuid());
    let mapping = opened(session, TABLE).mapping;
    let first = tried(session, &mapping, &[]);
    assert_eq!(first.lines[0].fate, LineFate::Undecided);
    assert_eq!(first.lines[0].twins[0].card.as_ref().unwrap().id, known);
    assert_eq!(first.totals.undecided, 2);

    let same = Decision {
        line: 3,
        choice: Choice::Known { person: known },
    };
    let decided = tried(session, &mapping, &[same]);
    assert_eq!(decided.lines[0].fate, LineFate::Known { person: known });
    assert_eq!(decided.lines[3].fate, LineFate::SameAs { line: 3 });
    run(session);
    assert_eq!(cases_of(session, known).len(), 2);
    assert_eq!(living(session).0, 4);

    let skipped = Decision {
        line: 3,
        choice: Choice::Skip,
    };
    assert_eq!(
        tried(session, &mapping, &[skipped]).lines[0].fate,
        LineFate::Skipped
    );
}

#[test]
fn the_same_file_twice_brings_nothing_twice() {
    let mut office = Office::new(45).unwrap();
    let session = &mut office.session;
    let text = "Cognome;Nome;Codice fiscale;Servizio;Dal\nRossi;Mario;RSSMRA85T10A562S;SAD;1/2/2020\n";
    imported(session, text);
    let again = opened(session, text);
    let before = again.before.unwrap();
    assert_eq!((before.done, before.lines), (1, 1));
    assert!(matches!(before.state, ImportState::Done { .. }));
    let tried = tried(session, &again.mapping, &[]);
    assert_eq!(tried.lines[0].fate, LineFate::NothingToDo);
    let refused = begin(session, BeginImport { responsible: None }).unwrap_err();
    assert_eq!(refused.code, Code::ImportNothingToTake);
    assert_eq!(living(session).0, 1);
}

fn long_table() -> String {
    let lines: String = (0..120)
        .map(|n| {
            format!(
                "Cognome{n};Nome;{}/{}/{};TM;1/2/2020\n",
                n % 28 + 1,
                n / 28 + 1,
                1990 + n % 7
            )
        })
        .collect();
    format!("Cognome;Nome;Data di nascita;Servizio;Data apertura\n{lines}")
}

#[test]
fn an_interrupted_import_holds_whole_groups_and_goes_on() {
    let mut office = Office::new(46).unwrap();
    let text = long_table();
    let mapping = opened(&mut office.session, &text).mapping;
    tried(&mut office.session, &mapping, &[]);
    begin(&mut office.session, BeginImport { responsible: None }).unwrap();
    proceed(&mut office.session, Nothing {}).unwrap();
    let stopped = proceed(&mut office.session, Nothing {}).unwrap();
    assert!(!stopped.finished && stopped.done == 50);

    // The program ends here, in the middle.
    let mut office = office.restarted().unwrap();
    let session = &mut office.session;
    assert_eq!(living(session).0, 50);
    let listed = list(session, Nothing {}).unwrap();
    assert_eq!(
        (listed[0].done, listed[0].lines, listed[0].state),
        (50, 120, ImportState::Running)
    );
    let refused = proceed(session, Nothing {}).unwrap_err();
    assert_eq!(refused.code, Code::ImportNoFileOpen);

    let again = opened(session, &text);
    assert_eq!(again.before.unwrap().state, ImportState::Running);
    tried(session, &again.mapping, &[]);
    let done = run(session);
    assert_eq!(done.id, stopped.id);
    assert_eq!(living(session).0, 120);
    assert_eq!(living(session).3, 120);
    let parts: Vec<ImportPart> = queries::imports::parts(session.archive().db(), done.id)
        .unwrap()
        .into_iter()
        .map(|row| row.value)
        .collect();
    let lines: usize = parts.iter().map(|part| part.lines.len()).sum();
    assert_eq!(lines, 120);
}

fn undone(session: &mut Session, progress: &ImportProgress) -> UndoReport {
    let input = ImportRef { id: progress.id };
    let told = undo_check(session, input).unwrap();
    let done = undo(session, input).unwrap();
    assert_eq!(told.removed, done.removed);
    done
}

#[test]
fn a_whole_import_is_taken_back_and_can_come_again() {
    let mut office = Office::new(47).unwrap();
    let session = &mut office.session;
    let before = living(session);
    let progress = imported(session, &long_table());
    let report = undone(session, &progress);
    assert_eq!((report.removed, report.kept.len()), (120, 0));
    assert_eq!(living(session), before);
    let listed = list(session, Nothing {}).unwrap();
    assert!(matches!(listed[0].state, ImportState::Undone { kept: 0, .. }));
    let again = undo(session, ImportRef { id: progress.id }).err().unwrap();
    assert_eq!(again.code, Code::ImportAlreadyUndone);
    // What was taken back is nobody's double.
    let opened = opened(session, &long_table());
    assert!(opened.before.is_none());
    let tried = tried(session, &opened.mapping, &[]);
    assert_eq!(tried.totals.new_people, 120);
    assert!(session.archive().compare_with_log().unwrap().is_empty());
}

#[test]
fn what_was_worked_on_since_stays() {
    let mut office = Office::new(48).unwrap();
    let session = &mut office.session;
    let progress = imported(session, TABLE);
    // One person gets a phone call, another a brother, the rest nothing.
    let lucia = person_called(session, "D'Amico");
    let row = rows::get::<Person>(session.archive().db(), &lucia.to_string())
        .unwrap()
        .unwrap();
    let changed = Person {
        note: Some("Chiamare la mattina".into()),
        ..row.value
    };
    let seen = session.archive().seen(&lucia.to_string()).unwrap();
    people::edit(
        session,
        EditPerson {
            id: lucia,
            person: changed,
            seen: seen.0,
            draft: None,
        },
    )
    .unwrap();
    let nicolo = person_called(session, "Colombo");
    let case = cases_of(session, nicolo)[0];
    let appointment = cartella_domain::agenda::Appointment {
        cases: std::iter::once(case).collect(),
        ..cartella_domain::agenda::Appointment::default()
    };
    let id: cartella_domain::ids::AppointmentId = session.id();
    let scope = session.own();
    session.write(|act| act.create(scope, id, &appointment)).unwrap();

    let report = undone(session, &progress);
    let mut kept: Vec<(u32, WhyKept)> = report.kept.iter().map(|kept| (kept.line, kept.why)).collect();
    kept.sort_by_key(|(line, _)| *line);
    assert!(kept.contains(&(4, WhyKept::Changed)), "{kept:?}");
    assert!(
        kept.iter()
            .any(|(line, why)| [3, 6].contains(line) && *why == WhyKept::SpokenOf),
        "{kept:?}"
    );
    // Line 6 is a case of the person of line 3: whichever stays, the person does.
    assert!(kept.iter().any(|(line, _)| *line == 3), "{kept:?}");
    assert_eq!(report.removed + u32::try_from(report.kept.len()).unwrap(), 5);
    let people: Vec<String> = rows::select::<Person>(session.archive().db(), "NOT deleted", &[])
        .unwrap()
        .into_iter()
        .filter_map(|row| row.value.surname)
        .collect();
    assert_eq!(people.len(), 2, "{people:?}");
    assert!(people.contains(&"Colombo".to_owned()) && people.contains(&"D'Amico".to_owned()));
    let case = get(session, OneCase { case }).unwrap();
    assert_eq!(case.episodes[0].state_name, StateName::InCarico);
}

#[test]
fn the_report_is_a_table_that_runs_nothing() {
    let mut office = Office::new(49).unwrap();
    let session = &mut office.session;
    let mapping = opened(session, "Cognome;Nome;Nato il\n=cmd();Ada;31/02/2011\n").mapping;
    tried(session, &mapping, &[]);
    let words = ReportWords {
        headings: ["Riga", "Persona", "Esito", "Colonna", "Trovato"]
            .map(str::to_owned)
            .to_vec(),
        texts: [
            ("new", "Nuova"),
            ("date_not_in_calendar", "Giorno che non c’è"),
            ("warning", "Avviso"),
        ]
        .map(|(code, text)| (code.to_owned(), text.to_owned()))
        .into(),
    };
    let file = report(session, words).unwrap();
    let text = String::from_utf8(STANDARD.decode(file.content).unwrap()).unwrap();
    let expected =
        "\u{feff}Riga;Persona;Esito;Colonna;Trovato\r\n2;'=Cmd() Ada;Nuova;C;Avviso: Giorno che non c’è\r\n";
    assert_eq!(text, expected);
}

#[test]
fn a_bad_file_or_mapping_changes_nothing_and_says_why() {
    let mut office = Office::new(50).unwrap();
    let session = &mut office.session;
    let million = format!("Cognome;Nome\n{}", "Rossi;Mario\n".repeat(1_000_000));
    for (bytes, code) in [
        (b"".to_vec(), Code::ImportEmpty),
        (million.into_bytes(), Code::ImportTooManyRows),
        (b"%PDF-1.7".to_vec(), Code::ImportPdf),
        (b"PK\x03\x04broken".to_vec(), Code::ImportDamaged),
        (b"Cognome;Nome\n\"Rossi;Ada\n".to_vec(), Code::ImportUnclosedQuote),
        (vec![0, 1, 2, 3, 255, 254, 0, 9], Code::ImportBinary),
    ] {
        assert_eq!(
            open(session, table("a.csv", &bytes)).err().map(|e| e.code),
            Some(code)
        );
    }
    let begun = begin(session, BeginImport { responsible: None }).unwrap_err();
    assert_eq!(begun.code, Code::ImportNoFileOpen);

    let mapping = opened(session, "Cognome;Nome\nRossi;Ada\n").mapping;
    let asked = |fields: Vec<Option<Field>>| PreviewImport {
        mapping: Mapping {
            fields,
            ..mapping.clone()
        },
        decisions: Vec::new(),
        from: 0,
    };
    let no_name = preview(session, asked(vec![None, Some(Field::Notes)]))
        .err()
        .unwrap();
    assert_eq!(no_name.code, Code::ImportNoName);
    let twice = preview(session, asked(vec![Some(Field::Surname), Some(Field::Surname)]))
        .err()
        .unwrap();
    assert_eq!(twice.code, Code::ImportFieldGivenTwice);
    // The file still lies open after the refusal.
    let whole = tried(session, &mapping, &[]);
    assert_eq!(whole.lines[0].service, None::<Service>);
    assert_eq!(living(session), (0, 0, 0, 0));
}

#[test]
fn a_line_that_cannot_be_written_does_not_stop_the_others() {
    let mut office = Office::new(51).unwrap();
    let session = &mut office.session;
    let text = "Cognome;Nome;Codice fiscale\nRossi;Mario;RSSMRA85T10A562S\nRossi;Mario;RSS MRA 85T10 A562S\nVerdi;Pia;\n";
    let mapping = opened(session, text).mapping;
    let other = Decision {
        line: 3,
        choice: Choice::New,
    };
    tried(session, &mapping, &[other]);
    let mut progress = begin(session, BeginImport { responsible: None }).unwrap();
    let mut failed = Vec::new();
    while !progress.finished {
        progress = proceed(session, Nothing {}).unwrap();
        failed.extend(progress.failed.clone());
    }
    let failed: Vec<(u32, Code)> = failed.iter().map(|line| (line.line, line.error.code)).collect();
    assert_eq!(failed, [(3, Code::PersonCodeTaken)]);
    assert_eq!(living(session).0, 2);
    assert_eq!(undone(session, &progress).removed, 2);
}

#[test]
fn who_may_not_import_is_told_so_before_the_file_is_read() {
    let mut office = Office::new(52).unwrap();
    let colleague = office.colleague("Riva", Role::EducatoreEnte).unwrap();
    office.session.act_as(colleague);
    let session = &mut office.session;
    let refused = open(session, table("casi.csv", TABLE.as_bytes())).err().unwrap();
    assert_eq!(refused.code, Code::Forbidden);
    assert_eq!(list(session, Nothing {}).err().unwrap().code, Code::Forbidden);
    let input = BeginImport { responsible: None };
    assert_eq!(begin(session, input).unwrap_err().code, Code::Forbidden);
}
