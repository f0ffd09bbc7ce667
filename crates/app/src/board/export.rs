//! The board as a workbook: every case of what is asked for, and who carries how much.

use super::{
    case::{Case, open},
    draw::{line, listed},
    get::AskBoard,
    parts::loads,
    services,
};
use crate::{Code, Result, Session, imports::ReportFile, names::names};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_archive::audit;
use cartella_documents::workbook::{Cell, Sheet, write};
use cartella_domain::{cases::StateName, ids::OperatorId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The words of the workbook: the window's texts.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct BoardWords {
    /// Name of the sheet of cases, and of that of loads.
    pub sheets: [String; 2],
    /// Headings of the sheet of cases, in the order of its columns.
    pub cases: Vec<String>,
    /// Headings of the sheet of loads.
    pub loads: Vec<String>,
    /// Names of the states.
    pub states: BTreeMap<StateName, String>,
    /// What stands where something holds.
    pub yes: String,
}

/// What goes out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ExportBoard {
    /// What is on the screen.
    pub ask: AskBoard,
    /// The codes of the cases in place of the names and ages.
    pub by_code: bool,
    /// The words.
    pub words: BoardWords,
}

/// Writes it.
///
/// # Errors
/// `forbidden` for who coordinates no service; the disk is full: then nothing goes out.
pub fn export(session: &mut Session, input: ExportBoard) -> Result<ReportFile> {
    let services = services(session)?;
    let all = open(session, &services)?;
    let cases: Vec<&Case> = all.iter().filter(|case| case.answers(&input.ask)).collect();
    let chosen = listed(&cases, &input.ask);
    let words = &input.words;
    let [of_cases, of_loads] = words.sheets.clone();
    let sheets = [
        Sheet {
            name: of_cases,
            headings: words.cases.clone(),
            lines: lines(session, &chosen, &input)?,
        },
        Sheet {
            name: of_loads,
            headings: words.loads.clone(),
            lines: carried(session, &cases, input.ask.operator)?,
        },
    ];
    let today = session.today();
    let bytes = write(&sheets, today.0).map_err(|_| Code::StorageFailed)?;
    let count = u64::try_from(chosen.len()).unwrap_or(u64::MAX);
    // Names leave the archive: the audit says so before they are handed over.
    session.note(audit::Event::new(audit::Act::Export).counting(count))?;
    Ok(ReportFile {
        file_name: format!("quadro-{today}.xlsx"),
        content: STANDARD.encode(bytes),
    })
}

fn lines(session: &Session, cases: &[&Case], input: &ExportBoard) -> Result<Vec<Vec<Cell>>> {
    let responsible = cases.iter().filter_map(|case| Some(case.responsible?.uuid()));
    let called = names(session, responsible)?;
    let words = &input.words;
    let yes = |holds: bool| Cell::text(if holds { words.yes.as_str() } else { "" });
    let rows = cases.iter().map(|case| {
        let line = line(case);
        let named = line.responsible.and_then(|who| called.get(&who.to_string()));
        let (who, age) = if input.by_code {
            (line.code, Cell::Empty)
        } else {
            (
                line.label,
                line.age.map_or(Cell::Empty, |age| Cell::Number(f64::from(age))),
            )
        };
        vec![
            Cell::text(who),
            age,
            Cell::text(line.service.code()),
            Cell::text(words.states.get(&line.state).cloned().unwrap_or_default()),
            Cell::text(line.since.map(|since| since.to_string()).unwrap_or_default()),
            Cell::text(line.comune.unwrap_or_default()),
            Cell::text(named.map(|name| name.name.clone()).unwrap_or_default()),
            Cell::day(line.last_contact.map(|day| day.0)),
            line.days.map_or(Cell::Empty, whole),
            yes(line.silent),
            yes(line.no_plan),
        ]
    });
    Ok(rows.collect())
}

/// A number of days: no case has so many that a spreadsheet's number would lose one.
fn whole(days: i64) -> Cell {
    Cell::Number(i32::try_from(days).map_or(f64::MAX, f64::from))
}

fn carried(session: &Session, cases: &[&Case], only: Option<OperatorId>) -> Result<Vec<Vec<Cell>>> {
    let rows = loads(session, cases, only)?.into_iter().map(|load| {
        let number = |count: u32| Cell::Number(f64::from(count));
        vec![
            Cell::text(load.name),
            Cell::Number(f64::from(load.fte)),
            number(load.responsible),
            number(load.others),
            number(load.standing_in),
            load.tenths_per_fte
                .map_or(Cell::Empty, |tenths| Cell::Number(f64::from(tenths) / 10.0)),
            number(load.silent),
        ]
    });
    Ok(rows.collect())
}
