//! Which office this archive belongs to, once it joined one.

use super::{Keeper, Moment};
use crate::{
    Archive, Result,
    audit::{Act, Event},
    unit::Unit,
};
use cartella_domain::time::Instant;
use rusqlite::{Connection, OptionalExtension as _, params};
use uuid::Uuid;

/// The office that an archive joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JoinedOffice {
    /// Owner of the office's scopes.
    pub office: Uuid,
    /// What it is called.
    pub name: String,
    /// Where its server is.
    pub address: String,
    /// SHA-256 of the server's certificate, hexadecimal; empty where a public authority vouches for it.
    pub certificate: String,
    /// When the archive joined.
    pub joined_at: Instant,
}

/// The office of an archive; none while it is its own.
pub(crate) fn joined(db: &Connection) -> Result<Option<JoinedOffice>> {
    let row = db
        .query_row(
            "SELECT office_id, name, address, certificate, joined_at FROM joined_office WHERE id = 1",
            [],
            |row| {
                Ok((
                    row.get::<_, String>(0)?,
                    row.get(1)?,
                    row.get(2)?,
                    row.get(3)?,
                    row.get(4).map(Instant)?,
                ))
            },
        )
        .optional()?;
    row.map(|(office, name, address, certificate, joined_at)| {
        let office = Uuid::parse_str(&office).map_err(|_| crate::Error::Inconsistent {
            what: "the office's id is no UUID",
        })?;
        Ok(JoinedOffice {
            office,
            name,
            address,
            certificate,
            joined_at,
        })
    })
    .transpose()
}

impl Archive {
    /// The office that this archive joined; none while it is its own.
    ///
    /// # Errors
    /// The database does not answer.
    pub fn joined_office(&self) -> Result<Option<JoinedOffice>> {
        joined(&self.db)
    }

    /// Joins an office: its scopes are the office's from now on, what this archive wrote as its own stays where it is
    /// and goes up with the first session. Joining the same office again only keeps where its server is now.
    ///
    /// # Errors
    /// `Inconsistent` if the archive belongs to another office; the disk is full.
    pub fn join(&mut self, office: &JoinedOffice, epoch: u64, moment: Moment) -> Result<()> {
        let before = self.joined_office()?;
        if before.as_ref().is_some_and(|known| known.office != office.office) {
            return Err(crate::Error::Inconsistent {
                what: "the archive belongs to another office",
            });
        }
        let unit = Unit::begin(&self.db)?;
        unit.execute(
            "INSERT INTO joined_office (id, office_id, name, address, certificate, joined_at)
             VALUES (1, ?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (id) DO UPDATE SET name = ?2, address = ?3, certificate = ?4",
            params![
                office.office.to_string(),
                office.name,
                office.address,
                office.certificate,
                office.joined_at.0
            ],
        )?;
        unit.execute(
            "UPDATE meta SET epoch = ?1 WHERE id = 1 AND epoch = 0",
            [super::scopes::stored(epoch)],
        )?;
        if before.is_none() {
            Keeper::new(self, &unit, moment).note(&Event::new(Act::Joined))?;
        }
        unit.commit()?;
        self.identity.office = office.office;
        Ok(())
    }
}
