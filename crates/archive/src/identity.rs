//! Who an archive is: ids made on the laptop that never change, and the device's signing key.

use crate::{Archive, Result, agreement, migrations};
use cartella_domain::{
    ids::OperatorId,
    scope::{ScopeId, ScopeKind},
};
use cartella_sync::{
    chain::Tip,
    clock::Clock,
    ids::{DeviceId, Hash32, Hlc},
    signer::{DeviceKey, Signer as _},
};
use rusqlite::{Connection, params};
use std::cell::RefCell;
use uuid::Uuid;

/// What an archive is founded with.
pub struct Founding {
    /// Id of the store, as in its key slots.
    pub store: Uuid,
    /// Owner of the office's scopes. Until an office enrols it, an archive is its own office.
    pub office: Uuid,
    /// The operator whose archive it is.
    pub operator: OperatorId,
    /// Seed of the device's signing key.
    pub seed: [u8; 32],
    /// The same seed, sealed under a key derived from the master key.
    pub sealed_seed: Vec<u8>,
}

/// Who an open archive is.
pub struct Identity {
    /// Id of the store.
    pub store: Uuid,
    /// Owner of the office's scopes.
    pub office: Uuid,
    /// The operator whose archive it is.
    pub operator: OperatorId,
    /// The device.
    pub device: DeviceId,
    pub(crate) key: DeviceKey,
}

impl Identity {
    /// The scope that everybody sees: staff, schools, calendar.
    #[must_use]
    pub fn org_scope(&self) -> ScopeId {
        ScopeId::new(self.office, ScopeKind::Org)
    }

    /// The public half of the device's signing key.
    #[must_use]
    pub fn public_key(&self) -> [u8; 32] {
        self.key.public_key()
    }

    /// Who signs for this device.
    #[must_use]
    pub const fn signer(&self) -> &DeviceKey {
        &self.key
    }
}

impl Archive {
    /// Makes the schema and the identity in a database that was just created with its key.
    ///
    /// # Errors
    /// The database does not take it.
    pub fn found(mut db: Connection, founding: &Founding) -> Result<Self> {
        Self::lay(&mut db, founding)?;
        Self::open(db, &founding.seed)
    }

    /// The same, leaving the database to its owner.
    ///
    /// # Errors
    /// The database does not take it.
    pub fn lay(db: &mut Connection, founding: &Founding) -> Result<()> {
        migrations::run(db)?;
        let key = DeviceKey::from_seed(&founding.seed);
        db.execute(
            "INSERT INTO meta (id, store_id, office_id, operator_id, device_id, device_key,
                               incarnation, next_seq, tip, hlc)
             VALUES (1, ?1, ?2, ?3, ?4, ?5, 1, 1, ?6, 0)",
            params![
                founding.store.as_bytes(),
                founding.office.to_string(),
                founding.operator.to_string(),
                key.device_id().0,
                founding.sealed_seed,
                Hash32::ZERO.0,
            ],
        )?;
        migrations::remember(db)
    }

    /// Opens a database whose key and form the opening sequence has checked, and brings it to this program's
    /// schema. `seed` is what [`Archive::sealed_seed`] gave, unsealed.
    ///
    /// # Errors
    /// A migration fails, the archive is not whole, or the seed is not this device's.
    pub fn open(mut db: Connection, seed: &[u8; 32]) -> Result<Self> {
        migrations::run(&mut db)?;
        db.set_prepared_statement_cache_capacity(256);
        let key = DeviceKey::from_seed(seed);
        let (store, office, operator, device, hlc, offset) = db.query_row(
            "SELECT store_id, office_id, operator_id, device_id, hlc, offset_ms FROM meta WHERE id = 1",
            [],
            |row| {
                Ok((
                    row.get::<_, [u8; 16]>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, String>(2)?,
                    row.get::<_, [u8; 32]>(3)?,
                    row.get::<_, i64>(4)?,
                    row.get::<_, Option<i64>>(5)?,
                ))
            },
        )?;
        let id = |text: &str| {
            Uuid::parse_str(text).map_err(|_| crate::Error::Inconsistent {
                what: "an id in meta is no UUID",
            })
        };
        let identity = Identity {
            store: Uuid::from_bytes(store),
            office: match agreement::joined(&db)? {
                Some(joined) => joined.office,
                None => id(&office)?,
            },
            operator: OperatorId(id(&operator)?),
            device: DeviceId(device),
            key,
        };
        if identity.key.device_id() != identity.device {
            return Err(crate::Error::Inconsistent {
                what: "the signing key is another device's",
            });
        }
        let last = Hlc(u64::try_from(hlc).unwrap_or(0));
        let archive = Self {
            db,
            identity,
            clock: RefCell::new(Clock::resume(last, offset)),
        };
        // New steps have emptied or added derived tables. They are noted only when these are full again, so that an
        // upgrade that the process did not live to end is taken up at the next opening.
        if !migrations::are_remembered(&archive.db)? {
            archive.rebuild()?;
            migrations::remember(&archive.db)?;
        }
        Ok(archive)
    }

    /// The device's signing seed as it stands sealed in the database.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn sealed_seed(db: &Connection) -> Result<Vec<u8>> {
        Ok(db.query_row("SELECT device_key FROM meta WHERE id = 1", [], |row| row.get(0))?)
    }

    /// Who this archive is.
    #[must_use]
    pub const fn identity(&self) -> &Identity {
        &self.identity
    }

    /// The database, for the questions of `queries` and of the archive's own tests.
    #[must_use]
    pub const fn db(&self) -> &Connection {
        &self.db
    }

    /// Closes the archive; the write-ahead log is folded in and emptied first.
    ///
    /// # Errors
    /// The database does not close, and is dropped.
    pub fn close(self) -> Result<()> {
        self.db
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        self.db.close().map_err(|(_, error)| error.into())
    }

    /// Where the device's own chain stands.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn chain_tip(&self) -> Result<Tip> {
        self.tip()
    }

    /// How far the office's clock is ahead of this device's, in milliseconds; none until measured.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn clock_offset(&self) -> Result<Option<i64>> {
        Ok(self
            .db
            .query_row("SELECT offset_ms FROM meta WHERE id = 1", [], |row| row.get(0))?)
    }

    pub(crate) fn tip(&self) -> Result<Tip> {
        let (incarnation, next, hash) = self.db.query_row(
            "SELECT incarnation, next_seq, tip FROM meta WHERE id = 1",
            [],
            |row| Ok((row.get(0)?, row.get::<_, i64>(1)?, row.get(2)?)),
        )?;
        Ok(Tip {
            incarnation,
            seq: u64::try_from(next - 1).unwrap_or(0),
            hash: Hash32(hash),
        })
    }
}
