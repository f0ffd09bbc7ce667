//! The stores on this laptop, for the lock's page.

use std::io;
use std::path::Path;

use uuid::Uuid;

use super::card::{self, Card};
use super::{ARCHIVES, Store};
use crate::backup;
use crate::disk::Disk;

/// One store of the list.
pub struct Listed {
    /// Its id.
    pub id: Uuid,
    /// Where it is.
    pub store: Store,
    /// What its owner chose to show; none when it cannot be read.
    pub card: Option<Card>,
}

/// The stores in a data folder, oldest id first; none when the folder is not there yet. A restore that was interrupted is
/// brought to its end here, for the slots come from it; one that cannot be is left for the opening to complain of.
pub fn list(data: &Path, disk: &dyn Disk) -> io::Result<Vec<Listed>> {
    let mut found = Vec::new();
    for folder in backup::entries(&data.join(ARCHIVES))? {
        let id = folder
            .file_name()
            .and_then(|name| name.to_str())
            .and_then(|name| Uuid::try_parse(name).ok());
        let Some(id) = id.filter(|_| folder.is_dir()) else {
            continue;
        };
        let store = Store::at(folder);
        let _ = backup::settle_restore(&store, disk);
        let card = card::read(&store);
        found.push(Listed { id, store, card });
    }
    found.sort_by_key(|listed| listed.id);
    Ok(found)
}
