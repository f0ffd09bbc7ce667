//! The office knows this device: what it said at the beginning of a session.

use super::{Keeper, scopes};
use crate::{
    Result,
    audit::{Act, Event},
    log::counted::passing,
};
use cartella_sync::messages::Settled;
use rusqlite::{OptionalExtension as _, params};

impl Keeper<'_> {
    /// Keeps which life of the office's database this is, the newest change of rights and the clocks' difference.
    pub(super) fn welcomed(&self, epoch: u64, acl: u64, offset_ms: i64) -> Result<()> {
        self.tx
            .prepare_cached("UPDATE meta SET epoch = ?1, acl = max(acl, ?2), offset_ms = ?3 WHERE id = 1")?
            .execute(params![scopes::stored(epoch), scopes::stored(acl), offset_ms])?;
        Ok(())
    }

    /// Refused changes that a named person adopted or closed. An adopted one comes with the pull; where its scope is
    /// not held any more, its content goes now.
    pub(super) fn settled(&self, settled: &[Settled]) -> Result<()> {
        for one in settled {
            let id = one.change.uuid();
            let scope: Option<String> = self
                .tx
                .prepare_cached(
                    "UPDATE change SET settled = ?2, settled_why = ?3
                     WHERE change_id = ?1 AND own = 1 AND verdict = 1 AND settled IS NULL RETURNING scope",
                )?
                .query_row(params![id.as_bytes(), one.adopted, one.reason], |row| row.get(0))
                .optional()?;
            let Some(scope) = scope else {
                continue;
            };
            let mut event = Event::new(Act::RefusedSettled);
            event.object = Some(one.change.to_string());
            self.note(&event)?;
            if scopes::held(self.tx, &scope)?.is_none() {
                passing(self.tx, "settled", || {
                    self.tx
                        .prepare_cached("UPDATE change SET salt = NULL, payload = NULL WHERE change_id = ?1")?
                        .execute([id.as_bytes()])?;
                    Ok(())
                })?;
            }
        }
        Ok(())
    }
}
