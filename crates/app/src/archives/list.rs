//! Which archives are on this computer.

use crate::{Host, Result, commands::Nothing};
use cartella_archive::{disk::OsDisk, keys::slots, store};
use serde::Serialize;
use ts_rs::TS;
use uuid::Uuid;

/// What the lock window shows of an archive: what its operator chose to show, nothing secret.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ArchiveCard {
    /// Its id.
    #[ts(type = "string")]
    pub id: Uuid,
    /// Initials.
    pub initials: String,
    /// Name, as its operator wrote it.
    pub name: String,
    /// Whether the office can recover it.
    pub office_recovery: bool,
}

/// The archives of this computer, the oldest first.
///
/// # Errors
/// The data folder cannot be read.
pub fn list(host: &mut Host, _: Nothing) -> Result<Vec<ArchiveCard>> {
    let listed = store::list(&host.data, &OsDisk).map_err(cartella_archive::Error::from)?;
    let cards = listed.into_iter().map(|listed| ArchiveCard {
        id: listed.id,
        initials: listed
            .card
            .as_ref()
            .map_or_else(String::new, |card| card.initials().to_owned()),
        name: listed
            .card
            .as_ref()
            .map_or_else(String::new, |card| card.name().to_owned()),
        office_recovery: slots::describe(&listed.store.slots()).is_ok_and(|card| !card.office.is_empty()),
    });
    Ok(cards.collect())
}
