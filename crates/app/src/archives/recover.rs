//! Recovery: the office's key opens the archive, and a new passphrase takes the place of the forgotten one.

use super::{
    opened::{Keys, find, open},
    passphrase::accept,
    unlock::Entered,
};
use crate::{Code, Error, Host, Result};
use cartella_archive::{
    audit,
    disk::OsDisk,
    keys::{
        MonotonicStopwatch, calibrate,
        slots::{self, OfficeIdentity, Passphrase, Ports},
    },
};
use serde::Deserialize;
use ts_rs::TS;
use uuid::Uuid;

/// Which archive, the office's secret key, and the new passphrase.
#[derive(Clone, Deserialize, TS)]
pub struct RecoverArchive {
    /// The archive, from the list.
    #[ts(type = "string")]
    pub id: Uuid,
    /// The office's secret key (`AGE-SECRET-KEY-1…`).
    pub office_key: String,
    /// The new passphrase.
    pub passphrase: String,
}

/// Opens an archive with the office's key, sets the new passphrase, and enters.
///
/// # Errors
/// The key is none, or not this office's; the new passphrase is empty; the archive does not open.
pub fn recover(host: &mut Host, input: RecoverArchive) -> Result<Entered> {
    let listed = find(host, input.id)?;
    let identity = OfficeIdentity::parse(input.office_key.trim())
        .map_err(|_| Error::field(Code::NotAnOfficeKey, "office_key"))?;
    accept(&input.passphrase, &[])?;
    let passphrase =
        Passphrase::new(input.passphrase).map_err(|_| Error::field(Code::PassphraseSize, "passphrase"))?;
    let unlocked = slots::recover(&listed.store.slots(), &identity)?;
    let kdf = host.world.kdf.as_ref();
    let cost = calibrate(kdf, &MonotonicStopwatch::default()).map_err(|_| Error::new(Code::KeysFailed))?;
    let ports = Ports {
        kdf,
        random: host.world.random.as_ref(),
        disk: &OsDisk,
    };
    slots::set_passphrase(&listed.store.slots(), &unlocked.master, &passphrase, cost, ports)?;
    let keys = Keys {
        store: listed.store,
        id: input.id,
        master: unlocked.master,
    };
    let session = open(host, keys, vec![audit::Event::new(audit::Act::Recovered)])?;
    host.enter(session);
    Ok(Entered { failures_before: 0 })
}
