//! Archives of invented families as of today, with the product's own keys: what the demo opens and the window is
//! measured on.

use anyhow::Result;
use cartella_app::{Clock as _, Host, SystemClock, World, archives};
use cartella_archive::keys::{Argon2id, OsRandom};
use cartella_domain::rights::Role;
use cartella_testkit::{
    FakeClock,
    azienda::{Size, grow, week},
};
use std::{path::Path, sync::Arc};

/// Nobody's passphrase: these archives hold nobody's record.
pub const PASSPHRASE: &str = "ruscello tavolo cicala merenda quercia";

/// Stands in the folder when its archive has grown to the end.
const WHOLE: &str = "grown";

/// The archive of Elena Bianchi in this folder, made when there is none, with a week of her own around today. One that
/// did not grow to its end is made anew.
///
/// # Errors
/// The disk does not take it.
pub fn ready(folder: &Path, size: Size) -> Result<()> {
    if folder.join(WHOLE).exists() {
        return Ok(());
    }
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    let clock = FakeClock::at("2026-01-01T00:00:00Z");
    // The archive is made when the azienda's record begins; its life then leads to this moment.
    let now = SystemClock::default().now();
    clock.set_to(size.begins(now));
    let world = World {
        clock: clock.clone(),
        random: Arc::new(OsRandom),
        kdf: Arc::new(Argon2id),
    };
    let mut host = Host::new(folder.to_owned(), world);
    archives::create(&mut host, of_elena_bianchi())?;
    let grown = grow(host.session()?, &clock, size, 2026, now)?;
    week::write(host.session()?, &grown, 2026)?;
    host.leave()?;
    std::fs::write(folder.join(WHOLE), "")?;
    Ok(())
}

/// An archive of her own for the one operator of what is measured and shown.
pub fn of_elena_bianchi() -> archives::CreateArchive {
    archives::CreateArchive {
        surname: "Bianchi".into(),
        name: "Elena".into(),
        qualifica: Role::AssistenteSociale,
        services: Vec::new(),
        passphrase: PASSPHRASE.into(),
        office_key: None,
        no_recovery_understood: true,
    }
}
