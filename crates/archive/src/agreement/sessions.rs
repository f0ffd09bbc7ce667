//! What each session came to, in numbers.

use super::{Keeper, Moment, scopes::stored};
use crate::{
    Archive, Result,
    audit::{Act, Event},
    unit::Unit,
};
use cartella_sync::device::Summary;
use rusqlite::params;

/// A session is over, at its end or before; each is told once.
pub(super) fn ended(keeper: &Keeper<'_>, summary: &Summary, trouble: Option<&str>) -> Result<()> {
    let fresh = keeper
        .tx
        .prepare_cached(
            "INSERT OR IGNORE INTO sync_session (began_at, ended_at, finished, trouble, confirmed, late, refused,
                                                 came, waiting, entered, departed, same, differ)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?
        .execute(params![
            summary.began_at.0,
            summary.at.0,
            trouble.is_none(),
            trouble,
            stored(summary.confirmed),
            stored(summary.late),
            stored(summary.refused),
            stored(summary.came),
            stored(summary.waiting),
            stored(summary.entered),
            stored(summary.left),
            stored(summary.same),
            stored(summary.differ),
        ])?;
    if fresh == 1 {
        let moved = summary.confirmed.saturating_add(summary.came);
        keeper.note(&Event::new(Act::Synchronised).counting(moved))?;
    }
    Ok(())
}

impl Archive {
    /// Notes a session that stopped before its end, and why (a code, no sentence).
    ///
    /// # Errors
    /// The disk is full or the database does not answer.
    pub fn session_stopped(&self, summary: &Summary, trouble: &str, moment: Moment) -> Result<()> {
        let unit = Unit::begin(&self.db)?;
        let keeper = Keeper::new(self, &unit, moment);
        ended(&keeper, summary, Some(trouble))?;
        unit.commit()
    }
}
