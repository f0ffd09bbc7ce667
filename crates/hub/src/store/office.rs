//! The office's one row, and its numbers of changes of rights.

use super::cells::{device, number, wide};
use crate::{
    Error, Result,
    database::{Asks, Transaction},
};
use cartella_domain::{
    ids::OperatorId,
    scope::{ScopeId, ScopeKind},
    time::{CivilDate, Instant},
};
use cartella_sync::ids::{DeviceId, ScopeRef};
use uuid::Uuid;

/// The office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficeRow {
    /// Owner of the office's scopes.
    pub id: Uuid,
    /// What it is called.
    pub name: String,
    /// Life of the database.
    pub epoch: u64,
    /// The newest change of rights.
    pub acl: u64,
    /// The day for which rights were last worked out.
    pub day: CivilDate,
    /// Who writes for the office.
    pub operator: OperatorId,
    /// With which device.
    pub device: DeviceId,
}

impl OfficeRow {
    /// The scope of staff, schools, catalogues.
    #[must_use]
    pub fn org(&self) -> ScopeRef {
        ScopeId::new(self.id, ScopeKind::Org).into()
    }
}

/// Reads it.
///
/// # Errors
/// `init` was never run; the database does not answer.
pub async fn read(db: &impl Asks) -> Result<OfficeRow> {
    let row = db
        .query_opt(
            "SELECT id, name, epoch, acl, day, operator, device FROM office",
            &[],
        )
        .await?
        .ok_or(Error::Inconsistent(
            "no office was made in this database: cartella-hub init",
        ))?;
    let day: String = row.try_get(4)?;
    Ok(OfficeRow {
        id: row.try_get(0)?,
        name: row.try_get(1)?,
        epoch: number(&row, 2)?,
        acl: number(&row, 3)?,
        day: day
            .parse()
            .map_err(|_| Error::Inconsistent("the office's day is no day"))?,
        operator: super::cells::operator(&row, 5)?,
        device: device(&row, 6)?,
    })
}

/// The next number of a change of rights, as of `day`. Under [`super::rights_change`].
///
/// # Errors
/// The database does not answer.
pub async fn next_acl(tx: &Transaction<'_>, day: CivilDate, at: Instant, why: &str) -> Result<u64> {
    let day = day.to_string();
    let row = tx
        .query_one("UPDATE office SET acl = acl + 1, day = $1 RETURNING acl", &[&day])
        .await?;
    let acl = number(&row, 0)?;
    tx.execute(
        "INSERT INTO acl (number, day, at, why) VALUES ($1, $2, $3, $4)",
        &[&wide(acl), &day, &at.0, &why],
    )
    .await?;
    Ok(acl)
}

/// Notes what was done from the desk.
///
/// # Errors
/// The database does not answer.
pub async fn note(tx: &Transaction<'_>, at: Instant, act: &str, about: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO administration (at, act, about) VALUES ($1, $2, $3)",
        &[&at.0, &act, &about],
    )
    .await?;
    Ok(())
}
