//! The deadlines of her cases as a file for a calendar (iCalendar), with no name in it.

use crate::{Code as ErrorCode, Result, Session, imports::ReportFile};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use cartella_archive::{audit, queries};
use cartella_documents::calendar::{Entry, When, write};
use cartella_domain::{
    deadlines::{Code, Moment},
    rights::{Action, Subject},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Days that the file looks ahead, and alerts at once.
const AHEAD_DAYS: i64 = 400;

/// The words of the file: the window's names of terms.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarWords {
    /// What the calendar is called.
    pub title: String,
    /// Names by kind of term.
    pub codes: BTreeMap<Code, String>,
}

/// Writes the open deadlines of the cases on which she works. A term stands under its name and the code of its service,
/// never under a person's.
///
/// # Errors
/// The disk is full.
pub fn calendar(session: &mut Session, input: CalendarWords) -> Result<ReportFile> {
    session.allow(Action::AgendaRead, &Subject::nobody().written_by_actor(true))?;
    let (db, today) = (session.archive().db(), session.today());
    let to = today.plus_days(AHEAD_DAYS);
    let found = queries::deadlines::of_operator(db, session.operator(), today, None, to)?;
    let mut entries = Vec::new();
    for one in found {
        let key = one.deadline.key;
        let service = session.case_facts(one.case)?.service;
        let name = input.codes.get(&key.code).cloned();
        entries.push(Entry {
            uid: format!("{}-{}-{}-{}", key.code.code(), key.nth, key.record, one.case),
            when: match one.deadline.due {
                Moment::Day(day) => When::Day(day.0),
                Moment::At(moment) => When::At(moment.utc()),
            },
            summary: format!(
                "{} ({})",
                name.unwrap_or_else(|| key.code.code().to_owned()),
                service.code()
            ),
        });
    }
    let text = write(&input.title, session.now().utc(), &entries);
    // Something of the cases leaves the archive: the audit says so before it is handed over.
    session
        .note(audit::Event::new(audit::Act::Export))
        .map_err(|_| ErrorCode::StorageFailed)?;
    Ok(ReportFile {
        file_name: format!("scadenze-{today}.ics"),
        content: STANDARD.encode(text),
    })
}
