//! The report of the dry run or of the import, line by line, as a file that a spreadsheet opens.

use super::lines::{Judged, LineFate};
use crate::{Code, Result, Session};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use cartella_archive::audit;
use cartella_documents::findings::Severity;
use cartella_documents::report::write_csv;
use cartella_documents::tabular::column_letters;
use cartella_domain::rights::{Action, Subject};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The words of the report: the window's texts by code, as it shows them.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ReportWords {
    /// Headings: line, name, outcome, column, what was found.
    pub headings: Vec<String>,
    /// Sentences by code of fate and finding.
    pub texts: BTreeMap<String, String>,
}

/// A file to be saved.
#[derive(Clone, Serialize, TS)]
pub struct ReportFile {
    /// A name for it.
    pub file_name: String,
    /// Its bytes in base64.
    pub content: String,
}

/// Writes the report of what lies on the desk.
///
/// # Errors
/// `import_no_file_open` if nothing was judged; the disk is full.
pub fn report(session: &mut Session, input: ReportWords) -> Result<ReportFile> {
    session.allow(Action::ImportRun, &Subject::nobody())?;
    let desk = session.desk.as_ref().ok_or(Code::ImportNoFileOpen)?;
    if desk.judged.is_empty() {
        return Err(Code::ImportNoFileOpen.into());
    }
    let text = |code: &str| input.texts.get(code).cloned().unwrap_or_else(|| code.to_owned());
    let mut lines: Vec<Vec<String>> = vec![input.headings.clone()];
    for judged in &desk.judged {
        lines.extend(lines_of(judged, &text));
    }
    let bytes = write_csv(lines).map_err(|_| Code::StorageFailed)?;
    let file_name = format!("rapporto-importazione-{}.csv", session.today());
    // A file with names leaves the archive: the audit says so before it is handed over.
    session.note(audit::Event::new(audit::Act::Export))?;
    Ok(ReportFile {
        file_name,
        content: STANDARD.encode(bytes),
    })
}

/// A row a finding; one row for a line without any.
fn lines_of(judged: &Judged, text: &dyn Fn(&str) -> String) -> Vec<Vec<String>> {
    let shown = judged.report();
    let fate = text(fate_code(shown.fate));
    let head = |column: String, found: String| {
        vec![
            shown.line.to_string(),
            shown.name.clone(),
            fate.clone(),
            column,
            found,
        ]
    };
    if shown.findings.is_empty() {
        return vec![head(String::new(), String::new())];
    }
    let rows = shown.findings.iter().map(|finding| {
        let code = serde_json::to_value(finding.code).ok();
        let code = code.as_ref().and_then(|code| code.as_str()).unwrap_or_default();
        let mark = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let column = finding.column.map(column_letters).unwrap_or_default();
        head(column, format!("{}: {}", text(mark), text(code)))
    });
    rows.collect()
}

const fn fate_code(fate: LineFate) -> &'static str {
    match fate {
        LineFate::New => "new",
        LineFate::Known { .. } => "known",
        LineFate::SameAs { .. } => "same_as",
        LineFate::Undecided => "undecided",
        LineFate::NothingToDo => "nothing_to_do",
        LineFate::Skipped => "skipped",
        LineFate::Refused => "refused",
    }
}
