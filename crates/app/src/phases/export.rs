//! The phases as a mapping for the interchange: a table of code and value, until the region asks for its messages.

use super::loaded::Loaded;
use crate::{Code, Result, Session, imports::ReportFile};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_archive::audit;
use cartella_documents::report::write_csv;
use cartella_domain::{ids::CaseId, phases, rights::Action};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which case, and the headings of the table: phase, element, list, version, value.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ExportWords {
    /// The case.
    pub case: CaseId,
    /// The headings.
    pub headings: Vec<String>,
}

/// Writes the table: what lacks is not in it, nor what she may not read.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn export(session: &mut Session, input: ExportWords) -> Result<ReportFile> {
    let loaded = Loaded::of(session, input.case, Action::PhaseRead)?;
    let mut lines = vec![input.headings];
    for line in phases::export(&loaded.phases()) {
        let (list, version) = line.list.unwrap_or_default();
        lines.push(vec![
            line.phase.stored().to_owned(),
            line.element.to_owned(),
            list,
            version,
            line.value,
        ]);
    }
    let bytes = write_csv(lines).map_err(|_| Code::StorageFailed)?;
    // Personal data leave the archive: the audit says so before they are handed over.
    session.note(audit::Event::new(audit::Act::Export).about(input.case))?;
    Ok(ReportFile {
        file_name: format!("fasi-{}.csv", session.today()),
        content: STANDARD.encode(bytes),
    })
}
