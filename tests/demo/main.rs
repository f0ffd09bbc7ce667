//! Makes the archive that `cargo xtask demo` opens: an azienda of people who do not exist, as of today.
//!
//! `demo DIR` makes it in `DIR` unless one is there, and prints the passphrase.
#![expect(clippy::print_stdout, reason = "the passphrase is what it says")]

use anyhow::{Context as _, Result};
use cartella_app::{Clock as _, Host, SystemClock, World, archives, commands::Nothing};
use cartella_archive::keys::{Argon2id, OsRandom};
use cartella_domain::rights::Role;
use cartella_testkit::{
    FakeClock,
    azienda::{Size, grow, week},
};
use std::{path::PathBuf, sync::Arc};

/// Nobody's passphrase: the demo holds nobody's data.
const PASSPHRASE: &str = "ruscello tavolo cicala merenda quercia";

fn main() -> Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).context("which folder?")?);
    std::fs::create_dir_all(&folder)?;
    // The archive is made when the azienda's record begins; its life then leads to this moment.
    let now = SystemClock::default().now();
    let clock = FakeClock::at("2026-01-01T00:00:00Z");
    clock.set_to(Size::DEMO.begins(now));
    let world = World {
        clock: clock.clone(),
        random: Arc::new(OsRandom),
        kdf: Arc::new(Argon2id),
    };
    let mut host = Host::new(folder, world);
    if archives::list(&mut host, Nothing {})?.is_empty() {
        let order = archives::CreateArchive {
            surname: "Bianchi".into(),
            name: "Elena".into(),
            qualifica: Role::AssistenteSociale,
            services: Vec::new(),
            passphrase: PASSPHRASE.into(),
            office_key: None,
            no_recovery_understood: true,
        };
        archives::create(&mut host, order)?;
        let grown = grow(host.session()?, &clock, Size::DEMO, 2026, now)?;
        week::write(host.session()?, &grown, 2026)?;
        host.leave()?;
    }
    println!("{PASSPHRASE}");
    Ok(())
}
