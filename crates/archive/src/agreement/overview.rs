//! What an operator is told of the agreement: when it was last made, what waits, what was refused, where two people
//! wrote without seeing each other.

use super::scopes::number;
use crate::{Result, log::counted};
use cartella_domain::{
    ids::{ChangeId, OperatorId},
    time::Instant,
};
use cartella_sync::{change::Change, codec, messages::Code};
use rusqlite::{Connection, OptionalExtension as _, Row};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A session that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// When it began, by the device's clock.
    pub began_at: Instant,
    /// When it ended.
    pub ended_at: Instant,
    /// Why it stopped before its end; none if it came to its end.
    pub trouble: Option<String>,
    /// Own changes accepted, late ones included.
    pub confirmed: u64,
    /// Of those, accepted as late.
    pub late: u64,
    /// Own changes refused.
    pub refused: u64,
    /// Others' changes that came.
    pub came: u64,
    /// Own changes that still waited at the end.
    pub waiting: u64,
    /// Scopes that came whole.
    pub entered: u64,
    /// Scopes given back.
    pub departed: u64,
    /// Scopes whose sums were the same on both sides.
    pub same: u64,
    /// Scopes whose sums differed.
    pub differ: u64,
}

const SESSION: &str = "SELECT began_at, ended_at, trouble, confirmed, late, refused, came, waiting, entered,
     departed, same, differ FROM sync_session";

fn session(row: &Row<'_>) -> rusqlite::Result<SessionRow> {
    let count = |at: usize| row.get(at).map(number);
    Ok(SessionRow {
        began_at: Instant(row.get(0)?),
        ended_at: Instant(row.get(1)?),
        trouble: row.get(2)?,
        confirmed: count(3)?,
        late: count(4)?,
        refused: count(5)?,
        came: count(6)?,
        waiting: count(7)?,
        entered: count(8)?,
        departed: count(9)?,
        same: count(10)?,
        differ: count(11)?,
    })
}

/// The last sessions, the newest first.
///
/// # Errors
/// The database does not answer.
pub fn sessions(db: &Connection, limit: u32) -> Result<Vec<SessionRow>> {
    let mut statement = db.prepare_cached(&format!("{SESSION} ORDER BY began_at DESC LIMIT ?1"))?;
    let rows = statement.query_map([limit], session)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The last session in which the office confirmed or refused own changes: the receipt that stands until the next one.
///
/// # Errors
/// The database does not answer.
pub fn last_receipt(db: &Connection) -> Result<Option<SessionRow>> {
    Ok(db
        .prepare_cached(&format!(
            "{SESSION} WHERE finished = 1 AND confirmed + refused > 0
             ORDER BY began_at DESC LIMIT 1"
        ))?
        .query_row([], session)
        .optional()?)
}

/// The last session that came to its end.
///
/// # Errors
/// The database does not answer.
pub fn last_finished(db: &Connection) -> Result<Option<SessionRow>> {
    Ok(db
        .prepare_cached(&format!(
            "{SESSION} WHERE finished = 1 ORDER BY began_at DESC LIMIT 1"
        ))?
        .query_row([], session)
        .optional()?)
}

/// Own changes of one scope that wait for the office's verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The scope.
    pub scope: String,
    /// How many.
    pub changes: u64,
    /// When the oldest was written, by the device's clock.
    pub since: Instant,
}

/// What waits, by scope.
///
/// # Errors
/// The database does not answer.
pub fn waiting(db: &Connection) -> Result<Vec<Waiting>> {
    let mut statement = db.prepare_cached(
        "SELECT scope, count(*), min(at) FROM change WHERE verdict = 0 GROUP BY scope ORDER BY scope",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Waiting {
            scope: row.get(0)?,
            changes: row.get(1).map(number)?,
            since: Instant(row.get(2)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Which of these records hold something that waits: they were made, or a field of theirs written, by a change
/// without a verdict.
///
/// # Errors
/// The database does not answer.
pub fn waiting_among(db: &Connection, records: &[String]) -> Result<BTreeSet<String>> {
    let mut statement = db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM record JOIN change ON change.change_id = record.made_by
                        WHERE record.id = ?1 AND change.verdict = 0)
             OR EXISTS (SELECT 1 FROM register WHERE record = ?1 AND dev_seq IS NOT NULL)",
    )?;
    let mut waiting = BTreeSet::new();
    for record in records {
        if statement.query_row([record], |row| row.get(0))? {
            waiting.insert(record.clone());
        }
    }
    Ok(waiting)
}

/// Scopes that are being fetched: what is in them is not all here yet.
///
/// # Errors
/// The database does not answer.
pub fn arriving(db: &Connection) -> Result<Vec<String>> {
    let mut statement =
        db.prepare_cached("SELECT scope FROM held_scope WHERE fetching = 1 ORDER BY scope")?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A change of this archive that the office refused.
#[derive(Debug)]
pub struct Refused {
    /// The change with all that it says; without its content if it was settled and its scope is gone from here.
    pub change: Change,
    /// The scope it was written in.
    pub scope: String,
    /// When it was written, by the device's clock.
    pub at: Instant,
    /// Why it was refused.
    pub code: Code,
    /// What became of it: none while it waits for a person.
    pub settled: Option<Settled>,
}

/// What became of a refused change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// A named person adopted it; otherwise it was closed.
    pub adopted: bool,
    /// When this archive heard of it; unknown for what was settled before it was noted.
    pub at: Option<Instant>,
    /// Why it was closed, in that person's words.
    pub reason: String,
}

/// What the office refused, the newest first; of the settled ones those of which this archive heard since.
///
/// # Errors
/// The database does not answer.
pub fn refused(db: &Connection, settled_since: Instant) -> Result<Vec<Refused>> {
    let mut statement = db.prepare_cached(
        "SELECT header, signature, salt, payload, scope, at, code, settled, settled_why, settled_at, number FROM change
         WHERE verdict = 1 AND own = 1 AND (settled IS NULL OR ifnull(settled_at, 0) >= ?1)
         UNION ALL
         SELECT header, signature, salt, payload, scope, at, code, settled, settled_why, settled_at, number FROM change
         WHERE settled = 1 AND verdict <> 1 AND own = 1 AND ifnull(settled_at, 0) >= ?1
         ORDER BY number DESC",
    )?;
    let mut rows = statement.query([settled_since.0])?;
    let mut refused = Vec::new();
    while let Some(row) = rows.next()? {
        let code: Option<String> = row.get(6)?;
        let adopted: Option<bool> = row.get(7)?;
        let reason: Option<String> = row.get(8)?;
        let heard: Option<i64> = row.get(9)?;
        refused.push(Refused {
            change: counted::change(row)?,
            scope: row.get(4)?,
            at: Instant(row.get(5)?),
            code: Code::from_number(code.and_then(|code| code.parse().ok()).unwrap_or(0)),
            settled: adopted.map(|adopted| Settled {
                adopted,
                reason: reason.unwrap_or_default(),
                at: heard.map(Instant),
            }),
        });
    }
    Ok(refused)
}

/// How many refused changes wait for a person.
///
/// # Errors
/// The database does not answer.
pub fn refused_count(db: &Connection) -> Result<u64> {
    Ok(db
        .prepare_cached("SELECT count(*) FROM change WHERE verdict = 1 AND own = 1 AND settled IS NULL")?
        .query_row([], |row| row.get(0).map(number))?)
}

/// A record where two people wrote without seeing each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClashRow {
    /// The record.
    pub record: String,
    /// Its kind.
    pub kind: u16,
    /// Its scope.
    pub scope: String,
    /// It was deleted by one and edited by another.
    pub contested: bool,
}

/// The clashes of these scopes; all of the archive without scopes.
///
/// # Errors
/// The database does not answer.
pub fn clashes(db: &Connection, scopes: Option<&[String]>) -> Result<Vec<ClashRow>> {
    let read = |row: &Row<'_>| {
        Ok(ClashRow {
            record: row.get(0)?,
            kind: row.get(1)?,
            scope: row.get(2)?,
            contested: row.get(3)?,
        })
    };
    let select = "SELECT record, kind, scope, contested FROM clash";
    let mut found = Vec::new();
    match scopes {
        None => {
            let mut statement = db.prepare_cached(&format!("{select} ORDER BY scope, record"))?;
            let rows = statement.query_map([], read)?;
            found.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
        }
        Some(scopes) => {
            let mut statement = db.prepare_cached(&format!("{select} WHERE scope = ?1 ORDER BY record"))?;
            for scope in scopes {
                let rows = statement.query_map([scope], read)?;
                found.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
            }
        }
    }
    Ok(found)
}

/// Who made a change, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Who acted.
    pub author: OperatorId,
    /// When, by the clock of her device, as far as the office believes it.
    pub at: Instant,
    /// It waits for the office's verdict.
    pub waits: bool,
    /// It was accepted although the right had been lost meanwhile.
    pub late: bool,
}

/// Who made a change, and when; none if it is not in the log.
///
/// # Errors
/// The database does not answer.
pub fn written(db: &Connection, change: ChangeId) -> Result<Option<Written>> {
    let row = db
        .prepare_cached("SELECT header, eff_hlc, verdict, flags FROM change WHERE change_id = ?1")?
        .query_row([change.uuid().as_bytes()], |row| {
            Ok((
                row.get::<_, Vec<u8>>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, u8>(2)?,
                row.get::<_, u32>(3)?,
            ))
        })
        .optional()?;
    row.map(|(header, eff_hlc, verdict, flags)| {
        let header = codec::decode_header(&header)?;
        let stamp = cartella_sync::ids::Hlc(number(eff_hlc));
        Ok(Written {
            author: header.author_id,
            at: stamp.instant(),
            waits: verdict == 0,
            late: flags & cartella_sync::messages::push::LATE != 0,
        })
    })
    .transpose()
}

/// The change that made a record.
///
/// # Errors
/// The database does not answer.
pub fn maker(db: &Connection, record: &str) -> Result<Option<ChangeId>> {
    Ok(db
        .prepare_cached("SELECT made_by FROM record WHERE id = ?1")?
        .query_row([record], |row| Ok(ChangeId(Uuid::from_bytes(row.get(0)?))))
        .optional()?)
}
