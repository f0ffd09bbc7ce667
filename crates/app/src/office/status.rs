//! When the archive last agreed with its office, what waits, what came, what is refused.

use super::{TroubleCode, subjects};
use crate::{
    Result, Session,
    commands::Nothing,
    names::{Names, names},
};
use cartella_archive::{
    agreement::overview::{self, SessionRow, Waiting},
    files::OwnFiles,
};
use cartella_domain::{
    ids::RecordId,
    rights::{Action, Subject},
    time::Instant,
};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The office that the archive belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OfficeView {
    /// What it is called.
    pub name: String,
    /// Where its server is: host and port.
    pub address: String,
    /// SHA-256 of the server's certificate in hexadecimal; empty where a public authority vouches for it.
    pub certificate: String,
    /// When the archive joined.
    pub joined_at: Instant,
}

/// A session that is over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "OfficeSession", optional_fields = nullable)]
pub struct SessionView {
    /// When it began.
    pub began_at: Instant,
    /// When it ended.
    pub ended_at: Instant,
    /// Why it stopped before its end; none if it came to its end.
    pub trouble: Option<TroubleCode>,
    /// Own changes confirmed by the office, late ones included.
    pub confirmed: u64,
    /// Of those, accepted as late.
    pub late: u64,
    /// Own changes refused.
    pub refused: u64,
    /// Others' changes that came.
    pub came: u64,
    /// Scopes that came whole.
    pub entered: u64,
    /// Scopes that went: the right was lost.
    pub departed: u64,
    /// Both sides compared what they hold, and it is the same ("stessa impronta").
    pub same_print: bool,
}

/// What waits about one case or person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct WaitingSubject {
    /// The case or person; none for what is about neither.
    pub subject: Option<RecordId>,
    /// It is the operator's own: drafts, settings.
    pub own: bool,
    /// How many changes.
    pub changes: u64,
    /// When the oldest was written.
    pub since: Instant,
}

/// How things stand with the office.
#[derive(Clone, PartialEq, Serialize, TS)]
#[ts(optional_fields = nullable)]
pub struct OfficeStatus {
    /// The office; none while the archive is its own.
    pub office: Option<OfficeView>,
    /// A session runs now.
    pub running: bool,
    /// The last session, whatever became of it.
    pub last: Option<SessionView>,
    /// The receipt: the last one in which the office confirmed or refused something of hers.
    pub receipt: Option<SessionView>,
    /// The last one that came to its end, whether it moved anything or not.
    pub last_finished: Option<SessionView>,
    /// What waits to go, the oldest first. Empty without an office: then nothing waits.
    pub waiting: Vec<WaitingSubject>,
    /// How many changes wait in all.
    pub waiting_changes: u64,
    /// How many refused changes nobody has settled.
    pub refused: u64,
    /// How many files that were attached here wait for the office.
    pub files_waiting: u64,
    /// How many files that were attached here cannot be found on this computer.
    pub files_missing: u64,
    /// How many records two people wrote without seeing each other.
    pub clashes: u64,
    /// How many scopes are still coming for the first time.
    pub arriving: u64,
    /// How far the office's clock is ahead of this laptop's, in milliseconds, if that is known to be too much.
    #[ts(type = "number | null")]
    pub clock_off_ms: Option<i64>,
    /// What the cases and people that wait are called.
    pub names: Names,
}

/// Answers how things stand.
///
/// # Errors
/// The archive does not answer.
pub fn status(session: &mut Session, _: Nothing) -> Result<OfficeStatus> {
    session.allow(Action::OfficeSynchronise, &Subject::nobody())?;
    let db = session.archive.db();
    let office = session.archive.joined_office()?.map(|office| OfficeView {
        name: office.name,
        address: office.address,
        certificate: office.certificate,
        joined_at: office.joined_at,
    });
    let rows = match office {
        Some(_) => overview::waiting(db)?,
        None => Vec::new(),
    };
    let waiting = by_subject(&rows);
    let named = waiting
        .iter()
        .filter_map(|one| one.subject.map(|subject| subject.uuid()));
    let offset = session.archive.clock_offset()?;
    let skew = cartella_sync::clock::SKEW_MS;
    let files = match office {
        Some(_) => session.archive.own_files()?,
        None => OwnFiles::default(),
    };
    Ok(OfficeStatus {
        running: session.sync.is_on(),
        last: overview::sessions(db, 1)?.pop().map(view),
        receipt: overview::last_receipt(db)?.map(view),
        last_finished: overview::last_finished(db)?.map(view),
        waiting_changes: rows.iter().map(|row| row.changes).sum(),
        refused: overview::refused_count(db)?,
        files_waiting: files.waiting,
        files_missing: files.missing,
        clashes: overview::clashes(db, None)?.len() as u64,
        arriving: overview::arriving(db)?.len() as u64,
        clock_off_ms: offset.filter(|ms| ms.saturating_abs() > skew),
        names: names(session, named)?,
        waiting,
        office,
    })
}

fn by_subject(rows: &[Waiting]) -> Vec<WaitingSubject> {
    let mut found: BTreeMap<(Option<RecordId>, bool), WaitingSubject> = BTreeMap::new();
    for row in rows {
        let key = (subjects::subject(&row.scope), subjects::is_own(&row.scope));
        let one = found.entry(key).or_insert(WaitingSubject {
            subject: key.0,
            own: key.1,
            changes: 0,
            since: row.since,
        });
        one.changes += row.changes;
        one.since = one.since.min(row.since);
    }
    let mut waiting: Vec<WaitingSubject> = found.into_values().collect();
    waiting.sort_by_key(|one| one.since);
    waiting
}

fn view(row: SessionRow) -> SessionView {
    SessionView {
        began_at: row.began_at,
        ended_at: row.ended_at,
        same_print: row.trouble.is_none() && row.differ == 0 && row.same > 0,
        trouble: row.trouble.as_deref().map(TroubleCode::from_text),
        confirmed: row.confirmed,
        late: row.late,
        refused: row.refused,
        came: row.came,
        entered: row.entered,
        departed: row.departed,
    }
}
