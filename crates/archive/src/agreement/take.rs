//! An accepted change comes in: new, own and waiting, refused before, or known.

use super::{Keeper, scopes::stored};
use crate::{
    Result,
    log::{
        apply,
        counted::{BATCH, Counted, passing, scope_text, stored_hlc},
        withdraw::{bury, remake_registers_of, settle},
    },
};
use cartella_sync::{change::Change, messages::Accepted};
use rusqlite::{OptionalExtension as _, params};
use std::sync::Arc;
use uuid::Uuid;

/// What the log knows of a change.
struct Known {
    verdict: u8,
    dead: u64,
    header: Vec<u8>,
    erased: bool,
}

/// Accepted changes that are in the log and not yet applied.
#[derive(Default)]
pub(super) struct Intake(Vec<Counted>);

impl Intake {
    fn holds(&self, change: Uuid) -> bool {
        self.0.iter().any(|counted| counted.change.id().uuid() == change)
    }
}

const ACCEPTED: u8 = 2;

impl Keeper<'_> {
    /// Takes in an accepted change. `again`: what was stated dead of it is replaced instead of joined.
    pub(super) fn take(
        &mut self,
        intake: &mut Intake,
        change: &Arc<Change>,
        place: &Accepted,
        again: bool,
    ) -> Result<()> {
        self.newest = self.newest.max(place.eff_hlc);
        let Some(known) = self.known(change.id().uuid())? else {
            self.insert(change, place)?;
            return self.later(intake, counted(change, place, place.dead));
        };
        // Another change claims this id: the first stays, and the sums will tell.
        if known.header != change.header_bytes() {
            return Ok(());
        }
        match known.verdict {
            0 => {
                self.raise(change, place, place.dead)?;
                let kinds = settle(self.tx, &counted(change, place, place.dead))?;
                self.kinds.extend(kinds);
                Ok(())
            }
            1 => {
                self.raise(change, place, place.dead)?;
                if known.erased {
                    self.give_content(change)?;
                }
                self.later(intake, counted(change, place, place.dead))
            }
            ACCEPTED => self.take_again(intake, change, place, (known.dead, again)),
            _ => Ok(()),
        }
    }

    fn take_again(
        &mut self,
        intake: &mut Intake,
        change: &Arc<Change>,
        place: &Accepted,
        (before, again): (u64, bool),
    ) -> Result<()> {
        let dead = if again { place.dead } else { before | place.dead };
        if dead == before {
            return Ok(());
        }
        if intake.holds(change.id().uuid()) {
            self.flush(intake)?;
        }
        self.state_dead(change.id().uuid(), dead)?;
        let kinds = if before & !dead == 0 {
            bury(self.tx, &counted(change, place, dead), dead & !before)?
        } else {
            remake_registers_of(self.tx, change)?
        };
        self.kinds.extend(kinds);
        Ok(())
    }

    fn later(&mut self, intake: &mut Intake, counted: Counted) -> Result<()> {
        intake.0.push(counted);
        if intake.0.len() >= BATCH {
            self.flush(intake)?;
        }
        Ok(())
    }

    /// Applies what was taken in.
    pub(super) fn flush(&mut self, intake: &mut Intake) -> Result<()> {
        let kinds = apply(self.tx, &intake.0)?;
        self.kinds.extend(kinds);
        intake.0.clear();
        Ok(())
    }

    /// Notes in the log what is stated dead of a change.
    pub(super) fn state_dead(&self, change: Uuid, dead: u64) -> Result<()> {
        self.tx
            .prepare_cached("UPDATE change SET dead = ?2 WHERE change_id = ?1")?
            .execute(params![change.as_bytes(), dead.cast_signed()])?;
        Ok(())
    }

    fn known(&self, change: Uuid) -> Result<Option<Known>> {
        Ok(self
            .tx
            .prepare_cached("SELECT verdict, dead, header, payload IS NULL FROM change WHERE change_id = ?1")?
            .query_row([change.as_bytes()], |row| {
                Ok(Known {
                    verdict: row.get(0)?,
                    dead: row.get::<_, i64>(1)?.cast_unsigned(),
                    header: row.get(2)?,
                    erased: row.get(3)?,
                })
            })
            .optional()?)
    }

    fn insert(&self, change: &Change, place: &Accepted) -> Result<()> {
        let header = change.header();
        self.tx
            .prepare_cached(
                "INSERT INTO change (change_id, scope, own, header, signature, salt, payload, verdict, at,
                                     scope_seq, eff_hlc, received_at, flags, dead)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 2, ?8, ?9, ?10, ?11, ?12, ?13)",
            )?
            .execute(params![
                change.id().uuid().as_bytes(),
                scope_text(header.scope),
                header.device_id == self.device,
                change.header_bytes(),
                change.signature(),
                change.salt(),
                change.payload(),
                header.hlc.instant().0,
                stored(place.seq),
                stored_hlc(place.eff_hlc),
                place.received_at.0,
                place.flags,
                place.dead.cast_signed(),
            ])?;
        Ok(())
    }

    /// A change of this archive gets its place. Only rises: from waiting, or from refused when it was adopted.
    fn raise(&self, change: &Change, place: &Accepted, dead: u64) -> Result<()> {
        self.tx
            .prepare_cached(
                "UPDATE change SET verdict = 2, code = NULL, scope_seq = ?2, eff_hlc = ?3, received_at = ?4,
                                   flags = ?5, dead = ?6, settled = CASE WHEN verdict = 1 THEN 1 END,
                                   settled_at = CASE WHEN verdict = 1 THEN ?7 END
                 WHERE change_id = ?1",
            )?
            .execute(params![
                change.id().uuid().as_bytes(),
                stored(place.seq),
                stored_hlc(place.eff_hlc),
                place.received_at.0,
                place.flags,
                dead.cast_signed(),
                self.at.0,
            ])?;
        Ok(())
    }

    fn give_content(&self, change: &Change) -> Result<()> {
        passing(self.tx, "adopted", || {
            self.tx
                .prepare_cached("UPDATE change SET salt = ?2, payload = ?3 WHERE change_id = ?1")?
                .execute(params![
                    change.id().uuid().as_bytes(),
                    change.salt(),
                    change.payload()
                ])?;
            Ok(())
        })
    }
}

fn counted(change: &Arc<Change>, place: &Accepted, dead: u64) -> Counted {
    Counted {
        change: change.clone(),
        pending: false,
        seq: Some(stored(place.seq)),
        eff_hlc: stored_hlc(place.eff_hlc),
        dead,
    }
}
