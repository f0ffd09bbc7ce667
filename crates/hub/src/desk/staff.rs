//! Members of the staff: their cards are records of the office's scope, so every laptop has them.

use crate::{
    Error, Result,
    database::{self, Asks},
    rights::gather::body,
    store::office,
    verbs::{Act, Hub, office_writes_in},
};
use cartella_domain::{
    ids::OperatorId,
    record::Record as _,
    scope::{ScopeId, ScopeKind},
    staff::Operator,
};
use uuid::Uuid;

/// A member of the staff.
#[derive(Clone)]
pub struct StaffLine {
    /// Who.
    pub id: OperatorId,
    /// Her card.
    pub card: Operator,
    /// How many laptops she has enrolled.
    pub laptops: i64,
}

/// Adds one.
///
/// # Errors
/// The database does not answer.
pub async fn add(hub: &Hub, card: &Operator) -> Result<OperatorId> {
    let id = OperatorId(hub.world().id());
    let mut client = hub.client().await?;
    let tx = database::begin(&mut client).await?;
    let office = office::read(&tx).await?;
    tx.execute(
        "INSERT INTO identity (operator, staff) VALUES ($1, $1)",
        &[&id.uuid()],
    )
    .await?;
    let act = Act::create(ScopeId::new(office.id, ScopeKind::Org), id, card)?;
    office_writes_in(hub, &tx, &[act]).await?;
    office::note(&tx, hub.world().now(), "operator", &id.to_string()).await?;
    database::commit(tx).await?;
    Ok(id)
}

/// Changes a card.
///
/// # Errors
/// [`Error::Refused`] if nobody has this id; the database does not answer.
pub async fn change(hub: &Hub, id: OperatorId, edit: impl Fn(Operator) -> Operator) -> Result<Operator> {
    let mut client = hub.client().await?;
    let tx = database::begin(&mut client).await?;
    let office = office::read(&tx).await?;
    // The office's device first: nobody changes the card while this one does.
    crate::store::devices::lock(&tx, &office.device).await?;
    let line = find(&tx, office.id, id).await?;
    let card = edit(line.card);
    let act = Act::edit(&tx, ScopeId::new(office.id, ScopeKind::Org), line.id, &card).await?;
    office_writes_in(hub, &tx, &[act]).await?;
    office::note(&tx, hub.world().now(), "roles", &line.id.to_string()).await?;
    database::commit(tx).await?;
    Ok(card)
}

async fn find(db: &impl Asks, office: Uuid, id: OperatorId) -> Result<StaffLine> {
    let staff = crate::store::devices::staff_of(db, id)
        .await?
        .unwrap_or(id.uuid());
    list(db, office)
        .await?
        .into_iter()
        .find(|line| line.id.uuid() == staff)
        .ok_or_else(|| Error::Refused(format!("nessun operatore ha il codice {id}")))
}

/// Everybody, by surname and name.
///
/// # Errors
/// The database does not answer.
pub async fn staff(hub: &Hub) -> Result<Vec<StaffLine>> {
    let client = hub.client().await?;
    let office = office::read(&*client).await?;
    let mut all = list(&*client, office.id).await?;
    all.retain(|line| line.id != office.operator);
    Ok(all)
}

async fn list(db: &impl Asks, office: Uuid) -> Result<Vec<StaffLine>> {
    let rows = db
        .query(
            "SELECT o.id, o.body, (SELECT count(*) FROM device AS d WHERE d.staff = o.id AND d.state <> 2)
             FROM operator AS o WHERE o.scope_owner = $1 AND o.scope_kind = $2 AND NOT o.deleted
             ORDER BY o.body ->> 'surname', o.body ->> 'name', o.id",
            &[&office, &i16::from(ScopeKind::Org.number())],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(StaffLine {
                id: OperatorId(row.try_get(0)?),
                card: Operator::decode(&body(row, 1)?).value,
                laptops: row.try_get(2)?,
            })
        })
        .collect()
}
