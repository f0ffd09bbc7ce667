//! Making a store: everything in a folder that nobody looks into, then its name in one step.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use uuid::Uuid;

use super::card::{self, Card};
use super::{ARCHIVES, Store, StoreError};
use crate::backup;
use crate::disk::Disk;
use crate::keys::slots::{self, NewSlots, OfficeRecipient, Passphrase, Ports};
use crate::keys::{KdfParams, MasterKey};
use crate::opening::create_database;

/// Begins the name of a folder in which a store is being made.
const BEING_MADE: &str = ".nuovo-";

/// What a new store is made from.
pub struct NewStore<'a> {
    /// Its id: fresh, from the ids' port.
    pub id: Uuid,
    /// What the lock's page shows.
    pub card: &'a Card,
    /// The operator's passphrase.
    pub passphrase: &'a Passphrase,
    /// What deriving its key costs: from `calibrate`.
    pub cost: KdfParams,
    /// Who at the office can recover it; may be nobody.
    pub office: &'a [OfficeRecipient],
}

/// Makes a store and gives its key. `prepare` lays the schema into the empty database. Until all of it is on the disk the
/// store is not in the list; what a crash left of an earlier attempt is cleared away.
pub fn create<E: From<StoreError>>(
    data: &Path,
    new: &NewStore<'_>,
    ports: Ports<'_>,
    prepare: impl FnOnce(&mut Connection, &MasterKey) -> Result<(), E>,
) -> Result<(Store, MasterKey), E> {
    let archives = data.join(ARCHIVES);
    let folder = archives.join(new.id.to_string());
    let making = archives.join(format!("{BEING_MADE}{}", new.id));
    let begun = begin(&archives, &folder, &making, new, ports);
    let (master, mut connection) = begun?;
    prepare(&mut connection, &master)?;
    close(connection).map_err(|error| E::from(StoreError::Opening(error.into())))?;
    finish(&archives, &making, &folder, ports.disk).map_err(|error| E::from(StoreError::Io(error)))?;
    Ok((Store::at(folder), master))
}

fn begin(
    archives: &Path,
    folder: &Path,
    making: &Path,
    new: &NewStore<'_>,
    ports: Ports<'_>,
) -> Result<(MasterKey, Connection), StoreError> {
    if folder.try_exists()? {
        return Err(StoreError::AlreadyThere);
    }
    fs::create_dir_all(archives.parent().unwrap_or(archives))?;
    if !archives.try_exists()? {
        ports.disk.create_dir(archives)?;
    }
    clear(archives, ports.disk)?;
    ports.disk.create_dir(making)?;
    let store = Store::at(making);
    ports.disk.create_dir(&store.backups())?;
    ports.disk.write_new(&store.card(), &card::encode(new.card))?;
    let slots = NewSlots {
        store: new.id,
        passphrase: new.passphrase,
        cost: new.cost,
        office: new.office,
    };
    let master = slots::create(&store.slots(), &slots, ports)?;
    let connection = create_database(&store.database(), &master.database(new.id))?;
    Ok((master, connection))
}

/// Closes it so that all of it is in the one file.
fn close(connection: Connection) -> rusqlite::Result<()> {
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    connection.close().map_err(|(_, error)| error)
}

fn finish(archives: &Path, making: &Path, folder: &Path, disk: &dyn Disk) -> std::io::Result<()> {
    disk.sync_file(&Store::at(making).database())?;
    disk.sync_dir(making)?;
    disk.rename(making, folder)?;
    disk.sync_dir(archives)
}

/// What a crash left of a store that was never finished: nobody was told that it is there, and nobody wrote into it.
fn clear(archives: &Path, disk: &dyn Disk) -> std::io::Result<()> {
    for folder in backup::entries(archives)? {
        if folder
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with(BEING_MADE))
        {
            disk.remove_dir_all(&folder)?;
        }
    }
    Ok(())
}
