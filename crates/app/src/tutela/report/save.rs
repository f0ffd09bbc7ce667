//! A report leaves as a file that she chooses a place for: PDF/A, as it was signed, or DOCX. The audit says so first.

use super::{
    loaded::{Loaded, reads},
    sign::as_it_stands,
};
use crate::{Code, Error, Result, Session, imports::ReportFile};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_archive::{audit, rows};
use cartella_documents::{
    paper::{docx, pdf},
    relazione::{PaperWords, paper},
};
use cartella_domain::{
    ids::RecordId,
    record::Record as _,
    tutela::{Relazione, RelazioneFile, RelazioneFirmata},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperFormat {
    /// PDF/A.
    Pdf,
    /// For a word processor.
    Docx,
}

/// A report to keep as a file.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SaveReport {
    /// The report.
    pub report: RecordId,
    /// What kind of file.
    pub format: PaperFormat,
    /// The words of the paper.
    pub words: PaperWords,
}

/// Makes the file. The PDF of a signed report is the one that was made when it was signed.
///
/// # Errors
/// `forbidden`, `not_found`; `paper_failed`; the disk is full.
pub fn save_report(session: &mut Session, input: SaveReport) -> Result<ReportFile> {
    let loaded = Loaded::of(session, input.report)?;
    let case = loaded.own.case;
    if !reads(session, case)? {
        return Err(Code::Forbidden.into());
    }
    let signed = signed(session, &loaded)?;
    let kept = match (&signed, input.format) {
        (Some(signed), PaperFormat::Pdf) => kept(session, signed)?,
        _ => None,
    };
    let content = match kept {
        Some(content) => content,
        None => {
            let record = match signed {
                Some(signed) => signed,
                None => {
                    let text = loaded.text(session)?.ok_or(Error::new(Code::NotFound))?;
                    let signatures = loaded.signatures(session)?;
                    as_it_stands(session, &loaded, text.value, &signatures)?
                }
            };
            let sheet = paper(&record, &input.words, record.signed_at);
            let made = match input.format {
                PaperFormat::Pdf => pdf::write(&sheet),
                PaperFormat::Docx => docx::write(&sheet),
            };
            STANDARD.encode(made.map_err(|_| Code::PaperFailed)?)
        }
    };
    let event = audit::Event::new(audit::Act::Export).on(input.report, Relazione::KIND.number);
    session.note(event.about(case))?;
    let ending = match input.format {
        PaperFormat::Pdf => "pdf",
        PaperFormat::Docx => "docx",
    };
    Ok(ReportFile {
        file_name: format!("relazione-{}.{ending}", session.today()),
        content,
    })
}

fn signed(session: &Session, loaded: &Loaded) -> Result<Option<RelazioneFirmata>> {
    let Some(signed) = loaded.own.card.signed else {
        return Ok(None);
    };
    let row = rows::get::<RelazioneFirmata>(session.archive().db(), &signed.record.to_string())?;
    Ok(row.map(|row| row.value))
}

/// The PDF that was made when it was signed, if it was kept and is here.
fn kept(session: &Session, signed: &RelazioneFirmata) -> Result<Option<String>> {
    let Some(file) = signed.file else {
        return Ok(None);
    };
    let row = rows::get::<RelazioneFile>(session.archive().db(), &file.to_string())?;
    Ok(row.and_then(|row| row.value.content))
}
