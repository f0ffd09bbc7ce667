//! A new passphrase: the slot is written anew, the database is not touched.

use super::passphrase::accept;
use crate::{Code, Error, Result, Session, commands::Nothing};
use cartella_archive::{
    audit,
    disk::OsDisk,
    keys::{
        MonotonicStopwatch, calibrate,
        slots::{self, Passphrase, Ports},
    },
};
use serde::Deserialize;
use ts_rs::TS;

/// The present passphrase and the new one.
#[derive(Clone, Deserialize, TS)]
pub struct ChangePassphrase {
    /// The present one: who walked by an open window does not know it.
    pub present: String,
    /// The new one.
    pub new: String,
}

/// Changes the passphrase.
///
/// # Errors
/// The present one is wrong, the new one is empty, the disk does not take it; the old one opens then.
pub fn change_passphrase(session: &mut Session, input: ChangePassphrase) -> Result<Nothing> {
    let world = session.world.clone();
    accept(&input.new, &[])?;
    let typed =
        |text: String, field| Passphrase::new(text).map_err(|_| Error::field(Code::PassphraseSize, field));
    let (present, new) = (typed(input.present, "present")?, typed(input.new, "new")?);
    let kdf = world.kdf.as_ref();
    let cost = calibrate(kdf, &MonotonicStopwatch::default()).map_err(|_| Error::new(Code::KeysFailed))?;
    let ports = Ports {
        kdf,
        random: world.random.as_ref(),
        disk: &OsDisk,
    };
    let path = session.keys()?.store.slots();
    slots::change_passphrase(&path, &present, &new, cost, ports)?;
    session.note(audit::Event::new(audit::Act::PassphraseChanged))?;
    Ok(Nothing {})
}
