//! The region's lists of codes: which are loaded, in which version, and loading one from a table of two columns.

use crate::{Code, Error, Result, Session, commands::Nothing, imports::decode};
use cartella_archive::queries;
use cartella_documents::tabular::{self, Limits, Reading, Row, Table};
use cartella_domain::{
    ids::RecordId,
    people::tidy,
    phases::{Codice, ElencoCodici, ListRefused, current, lists_to_load},
    rights::{Action, Subject},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A list and what is loaded of it.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct CodeListCard {
    /// Its name.
    pub list: String,
    /// The version in use; none until one is loaded (elenco non caricato).
    pub version: Option<String>,
    /// Where that comes from.
    pub source: Option<String>,
    /// On which day it was loaded.
    pub on: Option<CivilDate>,
    /// Its codes.
    pub codes: Vec<Codice>,
    /// How many versions were loaded, the one in use among them.
    pub versions: u32,
}

/// The lists, those of the interchange in the order in which its phases ask for them.
///
/// # Errors
/// The archive does not answer.
pub fn lists(session: &mut Session, _: Nothing) -> Result<Vec<CodeListCard>> {
    let loaded = loaded(session)?;
    let card = |list: String| {
        let used = current(&loaded, &list).cloned().unwrap_or_default();
        let versions = loaded.iter().filter(|one| one.list.as_deref() == Some(&list));
        CodeListCard {
            version: used.version,
            source: used.source,
            on: used.on,
            codes: used.codes,
            versions: u32::try_from(versions.count()).unwrap_or(u32::MAX),
            list,
        }
    };
    Ok(lists_to_load().into_iter().map(card).collect())
}

fn loaded(session: &Session) -> Result<Vec<ElencoCodici>> {
    let rows = queries::phases::lists(session.archive().db())?;
    Ok(rows.into_iter().map(|row| row.value).collect())
}

/// A list to load.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct LoadList {
    /// Which.
    pub list: String,
    /// Its version, as its source names it.
    pub version: String,
    /// Where it comes from: act, document, mail.
    pub source: String,
    /// The file's name.
    pub file_name: String,
    /// Its bytes in base64: a table (CSV or XLSX), the code in the first column, its words in the second.
    pub content: String,
}

/// Loads it: from then on its codes may be chosen. Earlier versions stay, for what was chosen from them.
///
/// # Errors
/// `forbidden` by her role; each reason why a file gives no table has its code; `text_missing` without version or source;
/// `list_refused` with the `line` that is no code, or that stands twice; `list_version_taken`; the disk is full.
pub fn load_list(session: &mut Session, input: LoadList) -> Result<Vec<CodeListCard>> {
    session.allow(Action::SettingsOffice, &Subject::nobody())?;
    if !lists_to_load().contains(&input.list) {
        return Err(Error::field(Code::BadInput, "list"));
    }
    let said =
        |text: String, field| tidy::text(Some(text)).ok_or_else(|| Error::field(Code::TextMissing, field));
    let bytes = decode(&input.content)?;
    let reading = Reading {
        limits: Limits::default(),
        sheet: None,
        separator: None,
        encoding: None,
        heading_line: Some(0),
    };
    let table = tabular::read(&bytes, &input.file_name, &reading)?;
    let list = ElencoCodici {
        list: Some(input.list),
        version: Some(said(input.version, "version")?),
        source: Some(said(input.source, "source")?),
        codes: codes(&table),
        file_name: Some(input.file_name),
        author: Some(session.operator()),
        signed_at: Some(session.now()),
        on: Some(session.today()),
    };
    list.fits(&loaded(session)?).map_err(|refused| match refused {
        ListRefused::Empty => Error::new(Code::ListRefused),
        ListRefused::TooMany => Error::new(Code::ListTooLong),
        ListRefused::Line(code) | ListRefused::Twice(code) => {
            Error::new(Code::ListRefused).with("line", line_of(&table, &code))
        }
        ListRefused::VersionTaken => Error::field(Code::ListVersionTaken, "version"),
    })?;
    let (id, org, today): (RecordId, _, _) = (session.id(), session.org(), session.today().to_string());
    session.write(|act| act.sign(org, id, &list, &today))?;
    lists(session, Nothing {})
}

/// The first two columns, without a first line that only says what they are.
fn codes(table: &Table) -> Vec<Codice> {
    let rows = table.rows.iter().filter(|row| !row.is_empty()).map(|row| Codice {
        code: cell(row, 0),
        label: cell(row, 1),
    });
    let mut codes: Vec<Codice> = rows.collect();
    let heads = |text: &str| {
        let text = text.to_lowercase();
        ["codic", "descri", "valore", "etichett"]
            .iter()
            .any(|word| text.starts_with(word))
    };
    if codes
        .first()
        .is_some_and(|first| heads(&first.code) && heads(&first.label))
    {
        codes.remove(0);
    }
    codes
}

fn cell(row: &Row, column: u16) -> String {
    let found = row.cell(column);
    found.map(|cell| cell.text.trim().to_owned()).unwrap_or_default()
}

fn line_of(table: &Table, code: &str) -> i64 {
    let mut rows = table.rows.iter().rev();
    let found = rows.find(|row| !row.is_empty() && cell(row, 0) == code.trim());
    found.map_or(1, |row| i64::from(row.line))
}
