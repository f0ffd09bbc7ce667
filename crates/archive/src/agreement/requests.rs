//! What was asked of the office: the request as it stands in the log, and the record beside it that says how it ended.

use crate::{Result, log::counted};
use cartella_domain::{
    ids::RecordId,
    record::{Body, Record as _},
    requests::{Asked, OfficeRequest},
    time::Instant,
};
use cartella_sync::{change::Change, op::Act};
use rusqlite::Connection;
use uuid::Uuid;

/// A request.
pub struct RequestRow {
    /// Its id.
    pub id: RecordId,
    /// The scope that it is about.
    pub scope: String,
    /// What was asked; none if it is of a newer program.
    pub asked: Option<Asked>,
    /// When, by the device's clock.
    pub at: Instant,
    /// It has not gone to the office yet.
    pub waits: bool,
    /// Who asked, and how it ended.
    pub record: OfficeRequest,
}

/// Every request that is here.
///
/// # Errors
/// The database does not answer, or holds what is no request.
pub fn requests(db: &Connection) -> Result<Vec<RequestRow>> {
    let mut statement = db.prepare_cached(
        "SELECT header, signature, salt, payload, office_request.id, office_request.scope, change.at, verdict = 0, body
         FROM office_request JOIN record ON record.id = office_request.id
         JOIN change ON change.change_id = record.made_by WHERE NOT deleted ORDER BY change.at, office_request.id",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let change = counted::change(row)?;
        let id: String = row.get(4)?;
        let id = RecordId(Uuid::parse_str(&id).map_err(|_| crate::Error::Inconsistent {
            what: "the id of a request is no UUID",
        })?);
        let body: Body = serde_json::from_str(&row.get::<_, String>(8)?)?;
        found.push(RequestRow {
            id,
            scope: row.get(5)?,
            asked: asked(&change, id),
            at: Instant(row.get(6)?),
            waits: row.get(7)?,
            record: OfficeRequest::decode(&body).value,
        });
    }
    Ok(found)
}

fn asked(change: &Change, id: RecordId) -> Option<Asked> {
    change.ops().iter().find_map(|op| match &op.act {
        Act::Request { request, command } if *request == id => serde_json::from_value(command.clone()).ok(),
        _ => None,
    })
}
