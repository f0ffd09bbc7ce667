//! From a key to a session: the database is opened after its checks, the signing key is unsealed.

use crate::{Code, Error, Host, Result, Session};
use cartella_archive::{
    Archive, audit,
    disk::OsDisk,
    keys::{MasterKey, WrappedSeed, unwrap_seed},
    migrations,
    store::{self, Listed, Store},
};
use uuid::Uuid;

/// The key of the open archive and where it is: for copies, wiped with the session.
pub struct Keys {
    /// Where the archive is.
    pub store: Store,
    /// Its id.
    pub id: Uuid,
    /// Its key.
    pub master: MasterKey,
}

/// The schema of this program, as the opening asks for it.
pub(super) fn newest_schema() -> i32 {
    i32::try_from(migrations::current()).unwrap_or(i32::MAX)
}

/// One archive of the list.
pub(super) fn find(host: &Host, id: Uuid) -> Result<Listed> {
    let listed = store::list(&host.data, &OsDisk).map_err(cartella_archive::Error::from)?;
    listed
        .into_iter()
        .find(|listed| listed.id == id)
        .ok_or_else(|| Code::ArchiveMissing.into())
}

/// Opens the archive with its key and writes in its audit who did it and what happened before.
pub(super) fn open(host: &Host, keys: Keys, events: Vec<audit::Event>) -> Result<Session> {
    let connection = keys
        .store
        .open(&keys.master.database(keys.id), newest_schema(), &OsDisk)?;
    let sealed = Archive::sealed_seed(&connection)?;
    let seed = unwrap_seed(&WrappedSeed(sealed), &keys.master.device(), keys.id)
        .map_err(|_| Error::new(Code::KeysFailed))?;
    let archive = Archive::open(connection, &seed)?;
    let mut session = Session::new(archive, host.world.clone()).with_keys(keys);
    for event in events {
        session.note(event)?;
    }
    // A full disk must not keep her out; these are tried again at the next opening.
    let _ = crate::drafts::take_up(&mut session);
    let _ = crate::drafts::forget_old(&session);
    let _ = session.archive().sweep_files();
    Ok(session)
}
