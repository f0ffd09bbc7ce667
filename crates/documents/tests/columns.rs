//! Columns as offices head them, and lines as offices write them, into people and cases.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use cartella_documents::findings::{FindingCode as Code, Severity};
use cartella_documents::mapping::{
    Field, Gender, ImportedRow, ImportedState, Mapping, ServiceName, convert, signature, suggest,
};
use cartella_documents::tabular::{Reading, Table, read};
use cartella_domain::time::CivilDate;

fn table(text: &str) -> Table {
    read(text.as_bytes(), "casi.csv", &Reading::default()).unwrap()
}

fn today() -> CivilDate {
    CivilDate::from_ymd(2026, 4, 14).unwrap()
}

fn rows(text: &str) -> Vec<ImportedRow> {
    let table = table(text);
    convert(&table, &suggest(&table), today())
}

/// The codes of a line, errors marked.
fn codes(row: &ImportedRow) -> Vec<(Code, bool)> {
    let code =
        |finding: &cartella_documents::findings::Finding| (finding.code, finding.severity == Severity::Error);
    row.findings.iter().map(code).collect()
}

#[test]
fn headings_as_offices_write_them_are_understood() {
    use Field::*;
    for (headings, expected) in [
        (
            "COGNOME;NOME;C.F.;NATO IL;NATO A;INDIRIZZO;N. CIVICO;CAP;COMUNE;PROV;TEL;CELL;EMAIL",
            vec![
                Surname,
                GivenName,
                CodiceFiscale,
                BirthDate,
                BirthPlace,
                Street,
                HouseNumber,
                Cap,
                Comune,
                Province,
                Phone,
                Phone,
                Email,
            ],
        ),
        (
            "Cogn.;Nome;Cod. Fiscale;Data di nascita;Comune nascita;Cittadinanza;Comune di residenza;Assistente Sociale;Servizio;Data apertura;Stato",
            vec![
                Surname,
                GivenName,
                CodiceFiscale,
                BirthDate,
                BirthPlace,
                Citizenship,
                Comune,
                Operator,
                Service,
                OpenedOn,
                State,
            ],
        ),
        (
            "N°;Cognome e nome;Sesso (M/F);Data_Nascita;Scuola;Classe;A.S.;Data presa in carico;Data chiusura;Note varie;Tel. madre;Tel. padre",
            vec![
                CaseNumber,
                FullName,
                Gender,
                BirthDate,
                School,
                SchoolClass,
                Operator,
                OpenedOn,
                ClosedOn,
                Notes,
                Phone,
                Phone,
            ],
        ),
    ] {
        let blank = ";".repeat(expected.len() - 1);
        let table = table(&format!("{headings}\nx{blank}\n"));
        let expected: Vec<Option<Field>> = expected.into_iter().map(Some).collect();
        assert_eq!(suggest(&table).fields, expected, "{headings}");
    }
}

#[test]
fn a_column_is_known_by_its_codes_when_it_has_no_heading() {
    let table = table("RSSMRA85T10A562S;Rossi;a@b.it\nBNCDAA11B43F205X;Bianchi;c@d.it\n");
    let mapping = suggest(&table);
    assert_eq!(
        mapping.fields,
        [Some(Field::CodiceFiscale), None, Some(Field::Email)]
    );
    assert!(!mapping.names_a_person());
}

#[test]
fn the_signature_is_of_the_headings_whatever_their_marks() {
    let one = table("Cognome;C.F.;Città\nx;y;z\n");
    let other = table("COGNOME;c. f.;citta\na;b;c\n");
    assert_eq!(signature(&one.headings), signature(&other.headings));
    assert_ne!(
        signature(&one.headings),
        signature(&table("Cognome;Città;C.F.\nx;y;z\n").headings)
    );
}

#[test]
fn a_line_becomes_a_person_and_a_case() {
    let rows = rows(
        "Cognome;Nome;Sesso;C.F.;Nato il;Indirizzo;CAP;Comune;Tel;Servizio;Data apertura;Stato;Note\n\
         DE LUCA;NICOLO';M;rss mra 85t10 a562s;10/12/85;via Roma 3;20025;Legnano;0331/123456 - cell. 333 1234567;Tutela minori;3-2-2019;In carico;fragile\n",
    );
    let row = &rows[0];
    assert!(row.is_taken());
    assert_eq!(row.surname.as_deref(), Some("De Luca"));
    assert_eq!(row.given_name.as_deref(), Some("Nicolò"));
    assert_eq!(row.gender, Some(Gender::Male));
    assert_eq!(row.codice_fiscale.as_deref(), Some("RSSMRA85T10A562S"));
    assert_eq!(row.birth.unwrap().to_string(), "1985-12-10");
    assert_eq!(row.address.cap.as_deref(), Some("20025"));
    assert_eq!(row.service.as_deref(), Some("TM"));
    assert_eq!(row.opened_on.unwrap().to_string(), "2019-02-03");
    assert_eq!(row.state, Some(ImportedState::InCharge));
    assert_eq!(row.notes.last().unwrap().heading, "Note");
    assert_eq!(codes(row), [(Code::DateTwoDigitYear, false)]);
}

#[test]
fn phones_keep_their_zeros_and_their_words() {
    let rows =
        rows("Cognome;Tel\nRossi;0331 123456 / +39 333 1234567\nBianchi;nonna 3331234567\nVerdi;chiamare\n");
    assert_eq!(rows[0].phones, ["0331123456", "+393331234567"]);
    assert_eq!(rows[1].phones, ["3331234567"]);
    assert_eq!(rows[1].notes[0].text, "nonna 3331234567");
    assert_eq!(codes(&rows[2]), [(Code::PhoneUnreadable, false)]);
    assert_eq!(rows[2].notes[0].text, "chiamare");
}

#[test]
fn what_is_wrong_is_kept_among_the_notes_and_told() {
    let rows = rows(
        "Cognome;Nome;C.F.;Nato il;Email;CAP;Sesso;Stato\n\
         Rossi;Ada;RSSMRA;31/02/2011;ada;ventimila;?;boh\n\
         Bianchi;Pia;;13/2099;;100;;\n",
    );
    let expected = [
        Code::CodiceFiscaleWrong,
        Code::DateNotInCalendar,
        Code::EmailUnreadable,
        Code::CapUnreadable,
        Code::GenderUnreadable,
        Code::StateUnknown,
    ];
    assert_eq!(codes(&rows[0]), expected.map(|code| (code, false)));
    assert_eq!(rows[0].notes.len(), expected.len());
    assert!(rows[0].is_taken());
    assert_eq!(rows[1].address.cap.as_deref(), Some("00100"));
}

#[test]
fn a_line_without_a_name_or_a_known_service_is_not_taken() {
    let text =
        "Cognome;Servizio;Data apertura\n;TM;1/1/2020\nRossi;Danza;1/1/2020\nVerdi;;\nRossi;Danza;1/1/2020\n";
    let found = rows(text);
    assert_eq!(codes(&found[0]), [(Code::NoName, true)]);
    assert_eq!(codes(&found[1]), [(Code::ServiceUnknown, true)]);
    assert!(found[2].is_taken() && found[2].service.is_none());
    assert!(codes(&found[3]).contains(&(Code::RepeatedLine, true)));

    let table = table(text);
    let mapping = Mapping {
        service: Some("SAD".to_owned()),
        service_names: vec![ServiceName {
            name: "DANZA".to_owned(),
            code: "AES".to_owned(),
        }],
        ..suggest(&table)
    };
    let named = convert(&table, &mapping, today());
    assert_eq!(named[1].service.as_deref(), Some("AES"));
    assert_eq!(named[2].service.as_deref(), Some("SAD"));
    assert_eq!(codes(&named[2]), [(Code::OpeningDateMissing, false)]);
}

#[test]
fn one_cell_for_both_names_is_split_with_its_particles() {
    let rows = rows("Nominativo\nRossi Mario Luca\nDe Luca Ada\nDELLA VALLE, ANNA MARIA\nPelé\n");
    let names: Vec<(Option<&str>, Option<&str>)> = rows
        .iter()
        .map(|row| (row.surname.as_deref(), row.given_name.as_deref()))
        .collect();
    assert_eq!(
        names,
        [
            (Some("Rossi"), Some("Mario Luca")),
            (Some("De Luca"), Some("Ada")),
            (Some("Della Valle"), Some("Anna Maria")),
            (Some("Pelé"), None),
        ]
    );
    assert_eq!(codes(&rows[0]), [(Code::NameSplit, false)]);
    assert_eq!(codes(&rows[2]), []);
}

#[test]
fn the_same_person_twice_in_a_file_is_told_on_the_second_line() {
    let rows = rows(
        "Cognome;Nome;C.F.;Nato il;Servizio;Dal\nRossi;Ada;;1/2/2011;TM;1/1/2020\nROSSI;ADA;;01/02/2011;AES;1/1/2021\nRossi;Ada;;2/2/2011;TM;1/1/2020\n",
    );
    assert_eq!(codes(&rows[0]), []);
    assert_eq!(codes(&rows[1]), [(Code::RepeatedInFile, false)]);
    assert_eq!(codes(&rows[2]), []);
}

#[test]
fn dates_of_birth_in_the_future_stop_the_line() {
    let rows =
        rows("Cognome;Nato il;Data chiusura;Data apertura\nRossi;1/1/2030;;\nVerdi;2010;1/1/2019;1/1/2020\n");
    assert_eq!(codes(&rows[0]), [(Code::DateInFuture, true)]);
    assert_eq!(
        codes(&rows[1]),
        [(Code::ClosedBeforeOpened, false), (Code::DatePartial, false)]
    );
}

#[test]
fn nothing_prints_what_stood_in_a_cell() {
    let table = table("Cognome;Nome\nSegretissimo;Ada\n");
    let rows = convert(&table, &suggest(&table), today());
    let printed = format!("{table:?} {:?} {:?} {rows:?}", table.rows, table.rows[0].cells);
    assert!(!printed.contains("Segretissimo"), "{printed}");
}
