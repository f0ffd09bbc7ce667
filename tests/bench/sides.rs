//! The two archives: ours with its key, and the same without one.

use anyhow::{Context as _, Result};
use cartella_app::{Host, Session, World, archives};
use cartella_archive::{Archive, Founding, migrations};
use cartella_domain::{ids::OperatorId, rights::Role, staff::Operator};
use cartella_testkit::{
    FakeClock,
    azienda::{Size, grow},
    world,
};
use rusqlite::Connection;
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

const PASSPHRASE: &str = "ruscello tavolo cicala merenda quercia";
const SEED: [u8; 32] = [7; 32];
/// Changes with the generator.
const GENERATOR: u32 = 1;

/// Both archives, open.
pub struct Sides {
    pub keyed: Host,
    pub plain: Session,
    pub world: World,
    folder: PathBuf,
}

impl Sides {
    /// Grows them if they are not there yet, and opens them.
    pub fn ready(name: &str, size: Size) -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/bench");
        let folder = root.join(format!("{name}-{}-{GENERATOR}", migrations::fingerprint()));
        let done = folder.join("done");
        let (world, clock) = world(77);
        if !done.exists() {
            if folder.exists() {
                fs::remove_dir_all(&folder)?;
            }
            fs::create_dir_all(&folder)?;
            make(&folder, &world, &clock, size)?;
            fs::write(done, "")?;
        }
        let mut keyed = Host::new(folder.clone(), world.clone());
        unlock(&mut keyed)?;
        let plain = Session::new(open_plain(&folder)?, world.clone());
        Ok(Self {
            keyed,
            plain,
            world,
            folder,
        })
    }

    /// The session of one side.
    pub fn session(&mut self, keyed: bool) -> Result<&mut Session> {
        if keyed {
            Ok(self.keyed.session()?)
        } else {
            Ok(&mut self.plain)
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
}

fn count(db: &Connection) -> Result<()> {
    db.query_row("SELECT seq FROM audit ORDER BY seq DESC LIMIT 1", [], |row| {
        row.get::<_, i64>(0)
    })?;
    Ok(())
}

fn make(folder: &Path, world: &World, clock: &Arc<FakeClock>, size: Size) -> Result<()> {
    let mut keyed = Host::new(folder.to_owned(), world.clone());
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
    grow(keyed.session()?, clock, size, 2026, world.now())?;
    keyed.leave()?;
    let founding = Founding {
        store: world.id(),
        office: world.id(),
        operator: OperatorId(world.id()),
        seed: SEED,
        sealed_seed: vec![0],
    };
    let mut plain = Session::new(
        Archive::found(plain_connection(folder)?, &founding)?,
        world.clone(),
    );
    let card = Operator {
        qualifica: Some(Role::AssistenteSociale),
        ..Operator::default()
    };
    let (org, own) = (plain.org(), plain.operator());
    plain.write(|act| act.create(org, own, &card))?;
    grow(&mut plain, clock, size, 2026, world.now())?;
    plain.close()?;
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

fn open_plain(folder: &Path) -> Result<Archive> {
    Ok(Archive::open(plain_connection(folder)?, &SEED)?)
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
    db.pragma_update(None, "cache_size", -65_536)?;
    db.pragma_update(None, "cell_size_check", true)?;
    db.pragma_update(None, "mmap_size", 0)?;
    db.pragma_update(None, "trusted_schema", false)?;
    Ok(db)
}
