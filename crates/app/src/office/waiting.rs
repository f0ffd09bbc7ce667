//! Which cases, people and records on a screen hold something that waits to go to the office.

use super::subjects;
use crate::{Result, Session};
use cartella_archive::agreement::overview;
use cartella_domain::{
    ids::RecordId,
    rights::{Action, Office, Subject},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// The records on a screen: entries, people, actions.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct AskWaiting {
    /// Their ids.
    pub records: Vec<RecordId>,
}

/// What waits. Nothing does in an archive that is its own office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct WaitingMarks {
    /// Cases and people of which anything waits.
    pub subjects: Vec<RecordId>,
    /// Of the records asked for, those that wait or of which a field does.
    pub records: Vec<RecordId>,
}

/// Answers which marks to show.
///
/// # Errors
/// The archive does not answer.
pub fn waiting(session: &mut Session, input: AskWaiting) -> Result<WaitingMarks> {
    session.allow(Action::OfficeSynchronise, &Subject::nobody())?;
    if session.office() == Office::Own {
        return Ok(WaitingMarks {
            subjects: Vec::new(),
            records: Vec::new(),
        });
    }
    let db = session.archive.db();
    let subjects: BTreeSet<RecordId> = overview::waiting(db)?
        .iter()
        .filter_map(|row| subjects::subject(&row.scope))
        .collect();
    let asked: Vec<String> = input.records.iter().map(ToString::to_string).collect();
    let waits = overview::waiting_among(db, &asked)?;
    let records = input
        .records
        .into_iter()
        .filter(|record| waits.contains(&record.to_string()));
    Ok(WaitingMarks {
        subjects: subjects.into_iter().collect(),
        records: records.collect(),
    })
}
