//! Columns as offices head them, and lines as offices write them, into people and cases.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use cartella_documents::findings::{FindingCode as Code, Severity};
use cartella_documents::mapping::{
    Field, Identifier, ImportedRow, ImportedState, Mapping, ServiceName, convert, signature, suggest,
};
use cartella_documents::tabular::{Reading, Table, read};
use cartella_domain::codice_fiscale::Sex;
use cartella_domain::services::Service;
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
    let table = table("RSSMRA85T10A562S;Rossi;a@b.it\nRSSMRA85T10A562S;Bianchi;c@d.it\n");
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
        "Cognome;Nome;Sesso;C.F.;Nato il;Nato a;Cittadinanza;Indirizzo;CAP;Comune;Prov;Tel;Servizio;Data apertura;Stato;Note\n\
         ROSSI;MARIO;M;rss mra 85t10 a562s;10/12/85;San Giuliano Terme;Italiana;via Roma 3;20025;LEGNANO;MI;0331/123456 - cell. 333 1234567;Tutela minori;3-2-2019;In carico;fragile\n",
    );
    let row = &rows[0];
    assert!(row.is_taken());
    assert_eq!(row.surname.as_deref(), Some("Rossi"));
    assert_eq!(row.given_name.as_deref(), Some("Mario"));
    assert_eq!(row.sex, Some(Sex::M));
    assert_eq!(code_of(row), Some("RSSMRA85T10A562S"));
    assert_eq!(row.birth.unwrap().to_string(), "1985-12-10");
    assert_eq!(row.birth_place, Some("A562"));
    assert_eq!(row.citizenship, Some("380"));
    assert_eq!(row.address.street.as_deref(), Some("via Roma 3"));
    assert_eq!(row.address.cap.as_deref(), Some("20025"));
    assert_eq!(row.address.comune, Some("E514"));
    assert_eq!(row.phones, ["0331123456", "3331234567"]);
    assert_eq!(row.service, Some(Service::TutelaMinori));
    assert_eq!(row.opened_on.unwrap().to_string(), "2019-02-03");
    assert_eq!(row.state, Some(ImportedState::InCharge));
    assert_eq!(row.notes.last().unwrap().heading, "Note");
    assert_eq!(codes(row), [(Code::DateTwoDigitYear, false)]);
}

fn code_of(row: &ImportedRow) -> Option<&str> {
    row.identifier.as_ref().map(Identifier::as_str)
}

#[test]
fn the_codice_fiscale_fills_what_is_missing_and_is_taken_when_it_disagrees() {
    let rows = rows(
        "Cognome;Nome;Codice fiscale;Data di nascita;Sesso\n\
         Rossi;Mario;RSSMRA85T10A562S;;\n\
         Rossi;Mario;RSSMRA85T10A562S;1985;M\n\
         Bianchi;Mario;RSSMRA85T10A562S;10/12/1985;F\n\
         Verdi;Ada;STP0306071234567;;\n\
         Neri;Pia;RSSMRA85T10A562T;;\n",
    );
    assert_eq!(rows[0].birth.unwrap().to_string(), "1985-12-10");
    assert_eq!((rows[0].sex, rows[0].birth_place), (Some(Sex::M), Some("A562")));
    assert_eq!(codes(&rows[0]), [(Code::FilledFromCodiceFiscale, false)]);
    assert_eq!(rows[1].birth.unwrap().to_string(), "1985-12-10");
    assert_eq!(rows[2].sex, Some(Sex::F));
    assert!(codes(&rows[2]).contains(&(Code::CodiceFiscaleDisagrees, false)));
    assert_eq!(code_of(&rows[2]), Some("RSSMRA85T10A562S"));
    assert!(matches!(rows[3].identifier, Some(Identifier::Stp(_))));
    assert_eq!(codes(&rows[4]), [(Code::CodiceFiscaleWrong, false)]);
    assert_eq!(rows[4].notes[0].text, "RSSMRA85T10A562T");
}

#[test]
fn names_in_capitals_with_apostrophes_become_names() {
    let rows = rows("Cognome;Nome\nDE LUCA;NICOLO'\nD'AMICO;lucìa maria\nMcDonald;Ñandú\n");
    let names: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.surname.as_deref().unwrap(),
                row.given_name.as_deref().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        names,
        [
            ("De Luca", "Nicolò"),
            ("D'Amico", "Lucìa Maria"),
            ("McDonald", "Ñandú")
        ]
    );
}

#[test]
fn places_and_citizenships_are_known_by_name() {
    let rows = rows(
        "Cognome;Nato a;Nato il;Cittadinanza\n\
         Uno;Legnano (MI);1/1/2000;rumena\n\
         Due;EGITTO;1/1/2000;Marocco\n\
         Tre;Atlantide;1/1/2000;klingon\n\
         Quattro;Forli';1/1/2000;EG\n",
    );
    let of = |at: usize| (rows[at].birth_place, rows[at].citizenship);
    assert_eq!(of(0), (Some("E514"), Some("642")));
    assert_eq!(of(1), (Some("Z336"), Some("504")));
    assert_eq!(of(2), (None, None));
    assert_eq!(of(3), (Some("D704"), Some("818")));
    assert_eq!(
        codes(&rows[2]),
        [(Code::PlaceUnknown, false), (Code::CitizenshipUnknown, false)]
    );
    assert_eq!(rows[2].notes.len(), 2);
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
        service: Some(Service::Sad),
        service_names: vec![ServiceName {
            name: "DANZA".to_owned(),
            service: Service::Aes,
        }],
        ..suggest(&table)
    };
    let named = convert(&table, &mapping, today());
    assert_eq!(named[1].service, Some(Service::Aes));
    assert_eq!(named[2].service, Some(Service::Sad));
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
    assert_eq!((rows[0].same_as, rows[1].same_as), (None, Some(2)));
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
