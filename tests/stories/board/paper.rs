//! The board on paper and as a workbook: what is listed, by name or by code, and the audit's word first.

use super::{coordinator, seen_by};
use crate::{
    cases::{open_one, opening, person},
    tutela::as_other,
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_app::{
    ErrorKind,
    board::{AskBoard, BoardWords, ExportBoard, PrintBoard, export, printed},
};
use cartella_archive::audit::Act;
use cartella_documents::tabular::{Reading, read};
use cartella_domain::{cases::StateName, services::Service};
use cartella_testkit::Office;

fn words() -> BoardWords {
    let headings = |count: usize| (0..count).map(|at| format!("Colonna {at}")).collect();
    BoardWords {
        sheets: ["Cartelle".into(), "Carico di lavoro".into()],
        cases: headings(11),
        loads: headings(7),
        states: [(StateName::Segnalato, "Segnalato".to_owned())].into(),
        yes: "sì".into(),
    }
}

fn acts(office: &Office, act: Act) -> i64 {
    let sql = format!("SELECT count(*) FROM audit WHERE action = {}", act.number());
    let db = office.session.archive().db();
    db.query_row(&sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_workbook_by_code_holds_no_name_and_stands_in_the_audit() {
    let mut office = Office::new(1621).unwrap();
    let sala = coordinator(&mut office, &[Service::TutelaMinori]);
    for name in ["Anna", "Luca"] {
        let minor = person(&mut office, "Marcucci", name, "2015-06-01");
        open_one(&mut office, opening(minor, Service::TutelaMinori));
    }
    let board = seen_by(&mut office.session, sala, AskBoard::default());
    for by_code in [false, true] {
        let input = ExportBoard {
            ask: AskBoard::default(),
            by_code,
            words: words(),
        };
        let file = as_other(&mut office.session, sala, |session| export(session, input)).unwrap();
        assert!(file.file_name.ends_with(".xlsx"));
        let bytes = STANDARD.decode(file.content).unwrap();
        let table = read(&bytes, &file.file_name, &Reading::default()).unwrap();
        let cells: Vec<String> = table
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().map(|cell| cell.text.clone()))
            .collect();
        let text = cells.join(" | ");
        assert_eq!(text.contains("Marcucci"), !by_code, "{text}");
        for line in &board.cases {
            assert_eq!(text.contains(&line.code), by_code);
        }
    }
    let print = || PrintBoard {
        ask: AskBoard::default(),
    };
    as_other(&mut office.session, sala, |session| printed(session, print())).unwrap();
    assert_eq!((acts(&office, Act::Export), acts(&office, Act::Print)), (2, 1));
    let refused = printed(&mut office.session, print()).err().unwrap();
    assert_eq!(refused.kind, ErrorKind::Forbidden);
    let input = ExportBoard {
        ask: AskBoard::default(),
        by_code: true,
        words: words(),
    };
    assert!(export(&mut office.session, input).is_err());
    assert_eq!(acts(&office, Act::Export), 2, "what is refused goes nowhere");
}
