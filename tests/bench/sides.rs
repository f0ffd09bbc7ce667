//! The two archives: ours with its key, and the same without one. Ours is grown through the verbs, once; the other is copied
//! from it row by row, so that both hold the same.

use anyhow::{Context as _, Result};
use cartella_app::{Clock as _, Host, Session, SystemClock, World, archives};
use cartella_archive::{
    Archive,
    keys::{WrappedSeed, unwrap_seed},
    migrations,
};
use cartella_domain::rights::Role;
use cartella_testkit::{
    FakeClock,
    azienda::{Size, grow},
    world,
};
use rusqlite::{Connection, config::DbConfig};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

const PASSPHRASE: &str = "ruscello tavolo cicala merenda quercia";
/// Changes with the generator.
const GENERATOR: u32 = 2;

/// Both archives, open.
pub struct Sides {
    keyed: Host,
    plain: Option<Session>,
    folder: PathBuf,
}

impl Sides {
    /// Grows them if they are not there yet, and opens them; ours alone when its memory is looked at.
    pub fn ready(name: &str, size: Size, alone: bool) -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
        let folder = root.join(format!("{name}-{}-{GENERATOR}", migrations::fingerprint()));
        let (grown, copied) = (folder.join("grown"), folder.join("copied"));
        let (world, clock) = world(77);
        if !grown.exists() {
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            fs::create_dir_all(&folder)?;
            make(&folder, &world, &clock, size)?;
            fs::write(grown, "")?;
        }
        // The archive stays and is measured again: what is written this time gets ids of its own.
        let (world, _) = cartella_testkit::world(moment());
        let mut keyed = Host::new(folder.clone(), world.clone());
        unlock(&mut keyed)?;
        if !copied.exists() {
            copy_without_key(keyed.session()?, &folder)?;
            fs::write(copied, "")?;
        }
        let plain = if alone {
            None
        } else {
            let seed = seed(keyed.session()?)?;
            let archive = Archive::open(plain_connection(&folder)?, &seed)?;
            Some(Session::new(archive, world))
        };
        Ok(Self { keyed, plain, folder })
    }

    /// The session of one side.
    pub fn session(&mut self, keyed: bool) -> Result<&mut Session> {
        match &mut self.plain {
            Some(plain) if !keyed => Ok(plain),
            _ => Ok(self.keyed.session()?),
        }
    }

    /// Opens one side's database anew beside the open one, as an unlock does after its key is there.
    pub fn open_again(&mut self, keyed: bool) -> Result<()> {
        if keyed {
            let keys = self.keyed.session()?.keys()?;
            let newest = i32::try_from(migrations::current())?;
            let db = keys.store.open_beside(&keys.master.database(keys.id), newest)?;
            count(&db)
        } else {
            count(&plain_connection(&self.folder)?)
        }
    }

    /// Bytes of the database's file of our side.
    pub fn bytes(&mut self) -> Result<u64> {
        Ok(fs::metadata(self.keyed.session()?.keys()?.store.database())?.len())
    }

    /// Where both are.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

fn moment() -> u64 {
    u64::try_from(SystemClock::default().now().0).unwrap_or_default()
}

fn count(db: &Connection) -> Result<()> {
    db.query_row("SELECT seq FROM audit ORDER BY seq DESC LIMIT 1", [], |row| {
        row.get::<_, i64>(0)
    })?;
    Ok(())
}

fn make(folder: &Path, world: &World, clock: &Arc<FakeClock>, size: Size) -> Result<()> {
    let mut keyed = Host::new(folder.to_owned(), world.clone());
    let until = world.now();
    clock.set_to(size.begins(until));
    let order = archives::CreateArchive {
        surname: "Neri".into(),
        name: "Sara".into(),
        qualifica: Role::AssistenteSociale,
        services: Vec::new(),
        passphrase: PASSPHRASE.into(),
        office_key: None,
        no_recovery_understood: true,
    };
    archives::create(&mut keyed, order)?;
    let began = super::measure::wall();
    let grown = grow(keyed.session()?, clock, size, 2026, until)?;
    println!(
        "  grown in {:.0} s: {} people, {} cases, {} entries over {} days",
        (super::measure::wall() - began) / 1e3,
        grown.people,
        grown.cases.len(),
        grown.entries,
        size.days()
    );
    keyed.leave()?;
    Ok(())
}

/// Copies ours into a database without a key.
fn copy_without_key(session: &Session, folder: &Path) -> Result<()> {
    let db = session.archive().db();
    let version = migrations::number(db)?;
    let path = folder.join("plain.db");
    // Made first: a connection of ours makes no file.
    fs::write(&path, "")?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
    db.execute("ATTACH DATABASE ?1 AS plain KEY ''", [path.to_string_lossy()])?;
    db.query_row("SELECT sqlcipher_export('plain')", [], |_| Ok(()))?;
    db.pragma_update(Some("plain"), "user_version", version)?;
    db.execute("DETACH DATABASE plain", [])?;
    db.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

fn unlock(host: &mut Host) -> Result<()> {
    let id = archives::list(host, Default::default())?
        .first()
        .context("no archive")?
        .id;
    archives::unlock(
        host,
        archives::UnlockArchive {
            id,
            passphrase: PASSPHRASE.into(),
        },
    )?;
    Ok(())
}

/// The signing seed of ours, which the copy has under the same seal.
fn seed(session: &Session) -> Result<[u8; 32]> {
    let keys = session.keys()?;
    let sealed = WrappedSeed(Archive::sealed_seed(session.archive().db())?);
    let seed = unwrap_seed(&sealed, &keys.master.device(), keys.id)
        .map_err(|_| anyhow::anyhow!("the seal does not open"))?;
    Ok(**seed)
}

/// A plain database under the settings that the opening sequence gives ours.
fn plain_connection(folder: &Path) -> Result<Connection> {
    let db = Connection::open(folder.join("plain.db"))?;
    for (name, value) in [
        ("journal_mode", "WAL"),
        ("synchronous", "FULL"),
        ("secure_delete", "ON"),
    ] {
        db.pragma_update(None, name, value)?;
    }
    db.pragma_update(None, "cache_size", -131_072)?;
    db.pragma_update(None, "wal_autocheckpoint", 16_000)?;
    db.pragma_update(None, "cell_size_check", true)?;
    db.pragma_update(None, "mmap_size", 0)?;
    db.pragma_update(None, "trusted_schema", false)?;
    Ok(db)
}
