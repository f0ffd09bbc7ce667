//! Unlocking: the passphrase opens its slot, the slot gives the key, the key opens the archive.

use super::opened::{Keys, find, open};
use crate::{Code, Error, Host, Result};
use cartella_archive::{
    audit,
    disk::OsDisk,
    keys::slots::{Passphrase, Ports},
    store,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

/// Which archive, with which passphrase.
#[derive(Clone, Deserialize, TS)]
pub struct UnlockArchive {
    /// The archive, from the list.
    #[ts(type = "string")]
    pub id: Uuid,
    /// The passphrase as typed.
    pub passphrase: String,
}

/// The archive is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Entered {
    /// Failed attempts since the last time it was opened: shown to its operator.
    pub failures_before: u32,
}

/// Opens an archive and enters it.
///
/// # Errors
/// The passphrase is wrong; too many failed (`unlock_wait` with the seconds); the archive is missing, plain,
/// foreign, damaged, newer or in use, each its own code. No file is touched by any of these.
pub fn unlock(host: &mut Host, input: UnlockArchive) -> Result<Entered> {
    let listed = find(host, input.id)?;
    let passphrase =
        Passphrase::new(input.passphrase).map_err(|_| Error::field(Code::WrongPassphrase, "passphrase"))?;
    let ports = Ports {
        kdf: host.world.kdf.as_ref(),
        random: host.world.random.as_ref(),
        disk: &OsDisk,
    };
    let (unlocked, failures) = store::unlock(&listed.store, &passphrase, host.world.now(), ports)?;
    if unlocked.store != input.id {
        return Err(Code::ArchiveForeign.into());
    }
    let mut events = Vec::new();
    if failures.count > 0 {
        events.push(audit::Event::new(audit::Act::UnlockFailed).counting(u64::from(failures.count)));
    }
    events.push(audit::Event::new(audit::Act::Unlock));
    let keys = Keys {
        store: listed.store,
        id: input.id,
        master: unlocked.master,
    };
    let session = open(host, keys, events)?;
    host.enter(session);
    Ok(Entered {
        failures_before: failures.count,
    })
}
