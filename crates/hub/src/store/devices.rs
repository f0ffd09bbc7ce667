//! Devices, their chains, and who their operators are among the staff.

use super::cells::{device, hash, number, operator, thirty_two, wide};
use crate::{
    Error, Result,
    database::{Asks, Transaction, Values},
};
use cartella_domain::{ids::OperatorId, time::Instant};
use cartella_sync::{
    chain::Tip,
    hub::{DeviceRow, DeviceState, Link},
    ids::DeviceId,
    signer::DeviceKeys,
};
use tokio_postgres::Row;
use uuid::Uuid;

/// A device with what the core does not ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// As the core sees it.
    pub row: DeviceRow,
    /// Its operator as the office calls her.
    pub staff: Uuid,
    /// The archive's own office before it joined.
    pub own_office: Uuid,
    /// Its public key.
    pub public_key: [u8; 32],
    /// What the laptop is called.
    pub label: String,
    /// When it last said hello.
    pub last_contact: Option<Instant>,
}

const COLUMNS: &str =
    "device, operator, state, incarnation, seq, tip, staff, own_office, public_key, label, last_contact";

/// The number of a state in the table.
#[must_use]
pub const fn state_number(state: DeviceState) -> i16 {
    match state {
        DeviceState::Active => 0,
        DeviceState::Suspended => 1,
        DeviceState::Revoked => 2,
    }
}

fn read(row: &Row) -> Result<Device> {
    let state = match row.try_get::<_, i16>(2)? {
        0 => DeviceState::Active,
        1 => DeviceState::Suspended,
        _ => DeviceState::Revoked,
    };
    let incarnation: i64 = row.try_get(3)?;
    Ok(Device {
        row: DeviceRow {
            device: device(row, 0)?,
            operator: operator(row, 1)?,
            state,
            chain: Tip {
                incarnation: u32::try_from(incarnation).map_err(|_| Error::Inconsistent("an incarnation"))?,
                seq: number(row, 4)?,
                hash: hash(row, 5)?,
            },
        },
        staff: row.try_get(6)?,
        own_office: row.try_get(7)?,
        public_key: thirty_two(row, 8)?,
        label: row.try_get(9)?,
        last_contact: row.try_get::<_, Option<i64>>(10)?.map(Instant),
    })
}

/// A device.
///
/// # Errors
/// The database does not answer.
pub async fn get(db: &impl Asks, id: &DeviceId) -> Result<Option<Device>> {
    let sql = format!("SELECT {COLUMNS} FROM device WHERE device = $1");
    let row = db.query_opt(&sql, &[&id.0.as_slice()]).await?;
    row.as_ref().map(read).transpose()
}

/// A device, but for the office's own, which speaks from the desk and never over the network.
///
/// # Errors
/// The database does not answer.
pub async fn laptop(db: &impl Asks, id: &DeviceId) -> Result<Option<Device>> {
    let sql =
        format!("SELECT {COLUMNS} FROM device WHERE device = $1 AND device <> (SELECT device FROM office)");
    let row = db.query_opt(&sql, &[&id.0.as_slice()]).await?;
    row.as_ref().map(read).transpose()
}

/// A device under lock: the first lock of every transaction that writes for it.
///
/// # Errors
/// The database does not answer.
pub async fn lock(tx: &Transaction<'_>, id: &DeviceId) -> Result<Option<Device>> {
    let sql = format!("SELECT {COLUMNS} FROM device WHERE device = $1 FOR NO KEY UPDATE");
    let row = tx.query_opt(&sql, &[&id.0.as_slice()]).await?;
    row.as_ref().map(read).transpose()
}

/// Every device but the office's own.
///
/// # Errors
/// The database does not answer.
pub async fn all(db: &impl Asks) -> Result<Vec<Device>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM device WHERE device <> (SELECT device FROM office) ORDER BY enrolled_at, device"
    );
    db.query(&sql, &[]).await?.iter().map(read).collect()
}

/// The public keys of one device, as the core's verifier takes them.
#[must_use]
pub fn keys(device: &Device) -> DeviceKeys {
    let mut keys = DeviceKeys::default();
    // A key that cannot be one was refused at enrolment; without it nothing verifies.
    let _ = keys.add(&device.public_key);
    keys
}

/// A new device.
///
/// # Errors
/// The database does not answer.
pub async fn insert(tx: &Transaction<'_>, device: &Device, at: Instant) -> Result<()> {
    let row = &device.row;
    tx.execute(
        "INSERT INTO device (device, operator, staff, public_key, label, own_office, state, incarnation, seq, tip,
             enrolled_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &[
            &row.device.0.as_slice(),
            &row.operator.uuid(),
            &device.staff,
            &device.public_key.as_slice(),
            &device.label,
            &device.own_office,
            &state_number(row.state),
            &i64::from(row.chain.incarnation),
            &wide(row.chain.seq),
            &row.chain.hash.0.as_slice(),
            &at.0,
        ],
    )
    .await?;
    tx.execute(
        "INSERT INTO identity (operator, staff) VALUES ($1, $2) ON CONFLICT DO NOTHING",
        &[&row.operator.uuid(), &device.staff],
    )
    .await?;
    Ok(())
}

/// The chain goes on.
///
/// # Errors
/// The database does not answer.
pub async fn advance(tx: &Transaction<'_>, id: &DeviceId, chain: &Tip, links: &[Link]) -> Result<()> {
    let seqs: Vec<i64> = links.iter().map(|link| wide(link.dev_seq)).collect();
    let hashes: Vec<&[u8]> = links.iter().map(|link| link.header_hash.0.as_slice()).collect();
    let changes: Vec<Uuid> = links.iter().map(|link| link.change.uuid()).collect();
    let links: Values<'_> = &[
        &id.0.as_slice(),
        &i64::from(chain.incarnation),
        &seqs,
        &hashes,
        &changes,
    ];
    let tip: Values<'_> = &[
        &id.0.as_slice(),
        &i64::from(chain.incarnation),
        &wide(chain.seq),
        &chain.hash.0.as_slice(),
    ];
    tokio::try_join!(
        tx.execute(
            "INSERT INTO device_chain (device, incarnation, dev_seq, header_hash, change_id)
             SELECT $1, $2, * FROM unnest($3::int8[], $4::bytea[], $5::uuid[])",
            links,
        ),
        tx.execute(
            "UPDATE device SET incarnation = $2, seq = $3, tip = $4 WHERE device = $1",
            tip,
        ),
    )?;
    Ok(())
}

/// Who an operator of a laptop is among the staff.
///
/// # Errors
/// The database does not answer.
pub async fn staff_of(db: &impl Asks, operator: OperatorId) -> Result<Option<Uuid>> {
    let row = db
        .query_opt(
            "SELECT staff FROM identity WHERE operator = $1",
            &[&operator.uuid()],
        )
        .await?;
    Ok(row.map(|row| row.try_get(0)).transpose()?)
}
