//! An office is founded in an empty database: its ids, its own device, its first scopes.

use crate::{
    Error, Result, database,
    store::{
        cells::wide,
        devices::{self, Device},
        office::{self, OfficeRow},
    },
    verbs::{Act, Hub, office_writes_in},
};
use cartella_domain::{
    ids::OperatorId,
    scope::{ScopeId, ScopeKind},
    staff::Operator,
};
use cartella_sync::{
    chain::Tip,
    hub::{DeviceRow, DeviceState},
    op,
    signer::Signer as _,
};
use uuid::Uuid;

/// Founds it under this name. The hub's key becomes that of the office's device.
///
/// # Errors
/// There is an office already; the database does not answer.
pub async fn found(hub: &Hub, name: &str) -> Result<OfficeRow> {
    let (world, at) = (hub.world(), hub.world().now());
    let mut client = hub.client().await?;
    let tx = database::begin(&mut client).await?;
    let there = tx.query_opt("SELECT 1 FROM office", &[]).await?;
    if there.is_some() {
        return Err(Error::Refused(
            "questo database contiene già un ufficio".to_owned(),
        ));
    }
    let (id, operator) = (world.id(), OperatorId(world.id()));
    let day = world.today().to_string();
    tx.execute(
        "INSERT INTO office (id, name, epoch, acl, day, operator, device) VALUES ($1, $2, 1, 1, $3, $4, $5)",
        &[
            &id,
            &name,
            &day,
            &operator.uuid(),
            &hub.desk().device_id().0.as_slice(),
        ],
    )
    .await?;
    tx.execute(
        "INSERT INTO acl (number, day, at, why) VALUES ($1, $2, $3, 'found')",
        &[&wide(1), &day, &at.0],
    )
    .await?;
    let device = Device {
        row: DeviceRow {
            device: hub.desk().device_id(),
            operator,
            state: DeviceState::Active,
            chain: Tip::start(1),
        },
        staff: operator.uuid(),
        own_office: id,
        public_key: hub.desk().public_key(),
        label: "ufficio".to_owned(),
        last_contact: None,
    };
    devices::insert(&tx, &device, at).await?;
    office_writes_in(hub, &tx, &first(id, operator, name)?).await?;
    office::note(&tx, at, "found", &id.to_string()).await?;
    let office = office::read(&tx).await?;
    database::commit(tx).await?;
    Ok(office)
}

/// Opens the office's own scopes that an older program did not know. Every server does it when it starts; those that start
/// at once wait for each other, and there is nothing to do where there is no office or nothing lacks.
///
/// # Errors
/// The database does not answer.
pub async fn complete(hub: &Hub) -> Result<()> {
    let mut client = hub.client().await?;
    let tx = database::begin(&mut client).await?;
    if tx.query_opt("SELECT 1 FROM office", &[]).await?.is_none() {
        return Ok(());
    }
    let office = office::read(&tx).await?;
    devices::lock(&tx, &office.device).await?;
    let sql = "SELECT 1 FROM scope WHERE scope_owner = $1 AND scope_kind = $2 AND opened_at IS NOT NULL";
    let mut lacking = Vec::new();
    for kind in OPEN {
        let number = i16::from(kind.number());
        if tx.query_opt(sql, &[&office.id, &number]).await?.is_none() {
            lacking.push(opening(office.id, kind));
        }
    }
    if !lacking.is_empty() {
        office_writes_in(hub, &tx, &lacking).await?;
    }
    database::commit(tx).await
}

/// The office's scopes that are open from the start, beside the one of its staff.
const OPEN: [ScopeKind; 2] = [ScopeKind::Activities, ScopeKind::Desk];

fn opening(office: Uuid, kind: ScopeKind) -> Act {
    Act {
        scope: ScopeId::new(office, kind),
        ops: vec![op::Act::OpenScope { of: None }.into()],
    }
}

/// Its scopes, and a card for who writes in its name, so that laptops can say who that was.
fn first(id: Uuid, operator: OperatorId, name: &str) -> Result<Vec<Act>> {
    let card = Operator {
        surname: Some(name.to_owned()),
        ..Operator::default()
    };
    let staff = Act::create(ScopeId::new(id, ScopeKind::Org), operator, &card)?;
    let others = OPEN.map(|kind| opening(id, kind));
    Ok([staff].into_iter().chain(others).collect())
}
