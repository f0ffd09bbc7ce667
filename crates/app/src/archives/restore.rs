//! Going back to a copy: from the lock window, with the passphrase, the archive closed.

use super::{
    copies::one,
    opened::{Keys, find, newest_schema, open},
    unlock::Entered,
};
use crate::{Code, Error, Host, Result};
use cartella_archive::{
    audit,
    backup::{self, RestoreOrder, SlotsFrom},
    disk::OsDisk,
    keys::slots::{self, Passphrase},
};
use cartella_domain::time::Instant;
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Which archive goes back to which copy.
#[derive(Clone, Deserialize, TS)]
pub struct RestoreArchive {
    /// The archive, from the list.
    #[ts(type = "string")]
    pub id: Uuid,
    /// The copy, from the list of copies.
    pub taken: Instant,
    /// The passphrase as typed.
    pub passphrase: String,
}

/// Puts the copy in the archive's place and enters it. What stood there is kept beside, whole.
///
/// # Errors
/// The passphrase is wrong, the copy is not there or not good; then nothing has changed.
pub fn restore(host: &mut Host, input: RestoreArchive) -> Result<Entered> {
    host.leave()?;
    let listed = find(host, input.id)?;
    let copy = one(&listed.store, input.taken)?;
    let passphrase =
        Passphrase::new(input.passphrase).map_err(|_| Error::field(Code::WrongPassphrase, "passphrase"))?;
    let unlocked = slots::unlock(&listed.store.slots(), &passphrase, host.world.kdf.as_ref())?;
    let order = RestoreOrder {
        store: &listed.store,
        id: input.id,
        master: &unlocked.master,
        slots: SlotsFrom::Present,
        newest_schema: newest_schema(),
        now: host.world.now(),
        disk: &OsDisk,
    };
    backup::restore(&order, &copy)?;
    let keys = Keys {
        store: listed.store,
        id: input.id,
        master: unlocked.master,
    };
    let session = open(host, keys, vec![audit::Event::new(audit::Act::Restore)])?;
    host.enter(session);
    Ok(Entered { failures_before: 0 })
}
