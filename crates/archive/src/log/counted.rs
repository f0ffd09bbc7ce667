//! Changes that count, as the log has them: own ones without a verdict, and accepted ones.

use crate::{Result, unit};
use cartella_domain::scope::ScopeKind;
use cartella_sync::{
    change::Change,
    ids::{Hlc, ScopeRef},
};
use rusqlite::{Connection, Row};
use std::sync::Arc;
use uuid::Uuid;

/// How many changes are applied at a time.
pub(crate) const BATCH: usize = 2_000;

/// A change and how it counts.
#[derive(Debug)]
pub(crate) struct Counted {
    pub(crate) change: Arc<Change>,
    /// Own, without a verdict.
    pub(crate) pending: bool,
    /// The office's number, once accepted.
    pub(crate) seq: Option<i64>,
    /// The stamp that orders what is shown.
    pub(crate) eff_hlc: i64,
    /// Bit `n`: operation `n` was stated dead.
    pub(crate) dead: u64,
}

impl Counted {
    /// An own change that was just written.
    pub(crate) fn written(change: Change) -> Self {
        Self {
            pending: true,
            seq: None,
            eff_hlc: stored_hlc(change.header().hlc),
            dead: 0,
            change: Arc::new(change),
        }
    }

    /// Whether an operation was stated dead.
    pub(super) fn states_dead(&self, op: u8) -> bool {
        is_dead(self.dead, op)
    }

    /// Its number in the chain, if it is pending: own pending writes are shown first.
    pub(super) fn dev_seq(&self) -> Option<i64> {
        self.pending
            .then(|| i64::try_from(self.change.header().dev_seq).unwrap_or(i64::MAX))
    }

    /// Its place among the makers of one record: by the office's number, then by the own chain.
    pub(super) fn order(&self) -> (i64, u64) {
        (self.seq.unwrap_or(i64::MAX), self.change.header().dev_seq)
    }
}

/// Whether bit `op` is set.
pub(crate) fn is_dead(dead: u64, op: u8) -> bool {
    dead.checked_shr(u32::from(op)).is_some_and(|bits| bits & 1 == 1)
}

/// A stamp as the tables hold it.
pub(crate) fn stored_hlc(hlc: Hlc) -> i64 {
    i64::try_from(hlc.0).unwrap_or(i64::MAX)
}

/// What [`read`] reads, of the changes that count; to be followed by further conditions.
pub(crate) const COUNTED: &str =
    "SELECT header, signature, salt, payload, verdict = 0, scope_seq, eff_hlc, dead
     FROM change WHERE verdict IN (0, 2)";

/// A row of [`COUNTED`].
pub(crate) fn read(row: &Row<'_>) -> Result<Counted> {
    Ok(Counted {
        change: Arc::new(change(row)?),
        pending: row.get(4)?,
        seq: row.get(5)?,
        eff_hlc: row.get(6)?,
        dead: row.get::<_, i64>(7)?.cast_unsigned(),
    })
}

/// The change of a row that begins with header, signature, salt and payload.
pub(crate) fn change(row: &Row<'_>) -> Result<Change> {
    let content: Option<([u8; 16], Vec<u8>)> = row
        .get::<_, Option<[u8; 16]>>(2)?
        .zip(row.get::<_, Option<Vec<u8>>>(3)?);
    Ok(Change::from_parts(row.get(0)?, row.get(1)?, content)?)
}

/// Hands every change of a scope that counts to `take`, in the order of the log.
pub(crate) fn each_in(
    tx: &Connection,
    scope: &str,
    mut take: impl FnMut(Counted) -> Result<()>,
) -> Result<()> {
    let mut statement = tx.prepare_cached(&format!("{COUNTED} AND scope = ?1 ORDER BY number"))?;
    let mut rows = statement.query([scope])?;
    while let Some(row) = rows.next()? {
        take(read(row)?)?;
    }
    Ok(())
}

/// The name of a scope in the tables, also of a kind that only a newer program knows.
pub(crate) fn scope_text(scope: ScopeRef) -> String {
    scope.known().map_or_else(
        || format!("{}:{}", scope.kind, scope.owner),
        |known| known.to_string(),
    )
}

/// The scope of a name.
pub(crate) fn scope_ref(text: &str) -> Result<ScopeRef> {
    let read = || {
        let (kind, owner) = text.split_once(':')?;
        let known = ScopeKind::ALL.iter().find(|known| known.name() == kind);
        Some(ScopeRef {
            owner: Uuid::parse_str(owner).ok()?,
            kind: known.map_or_else(|| kind.parse().ok(), |known| Some(known.number()))?,
        })
    };
    read().ok_or(crate::Error::Inconsistent {
        what: "a scope's name cannot be read",
    })
}

/// Runs `act` with leave to pass the triggers that keep what is signed.
pub(crate) fn passing<T>(tx: &Connection, verb: &str, act: impl FnOnce() -> Result<T>) -> Result<T> {
    unit::pass(tx, verb, true)?;
    let done = act()?;
    unit::pass(tx, verb, false)?;
    Ok(done)
}
