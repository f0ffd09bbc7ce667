//! The office knows this device: what it said at the beginning of a session.

use super::{Keeper, scopes, take::Intake};
use crate::{
    Result,
    audit::{Act, Event},
    log::counted::{passing, scope_text},
};
use cartella_sync::messages::Settled;
use rusqlite::params;
use std::sync::Arc;

impl Keeper<'_> {
    /// Keeps which life of the office's database this is, the newest change of rights and the clocks' difference.
    pub(super) fn welcomed(&self, epoch: u64, acl: u64, offset_ms: i64) -> Result<()> {
        self.tx
            .prepare_cached("UPDATE meta SET epoch = ?1, acl = max(acl, ?2), offset_ms = ?3 WHERE id = 1")?
            .execute(params![scopes::stored(epoch), scopes::stored(acl), offset_ms])?;
        Ok(())
    }

    /// Refused changes that a named person adopted or closed. An adopted one counts from now on where its scope is
    /// held; where it is not, the content goes.
    pub(super) fn settled(&mut self, settled: &[Settled]) -> Result<()> {
        let mut intake = Intake::default();
        for one in settled {
            let Some(change) = self.own(one.change)? else {
                continue;
            };
            let held = scopes::held(self.tx, &scope_text(change.header().scope))?.is_some();
            if let (Some(place), true) = (&one.adopted, held) {
                self.take(&mut intake, &Arc::new(change), place, false)?;
            } else {
                self.close(one, held)?;
            }
        }
        self.flush(&mut intake)
    }

    /// A refused change is shown no more: it was closed, or adopted in a scope that is not held.
    fn close(&self, one: &Settled, held: bool) -> Result<()> {
        let id = one.change.uuid();
        let closed = self
            .tx
            .prepare_cached(
                "UPDATE change SET settled = ?2, settled_why = ?3, settled_at = ?4
                 WHERE change_id = ?1 AND own = 1 AND verdict = 1 AND settled IS NULL",
            )?
            .execute(params![
                id.as_bytes(),
                one.adopted.is_some(),
                one.reason,
                self.at.0
            ])?;
        if closed == 0 {
            return Ok(());
        }
        let mut event = Event::new(Act::RefusedSettled);
        event.object = Some(one.change.to_string());
        self.note(&event)?;
        if held {
            return Ok(());
        }
        passing(self.tx, "settled", || {
            self.tx
                .prepare_cached("UPDATE change SET salt = NULL, payload = NULL WHERE change_id = ?1")?
                .execute([id.as_bytes()])?;
            Ok(())
        })
    }
}
