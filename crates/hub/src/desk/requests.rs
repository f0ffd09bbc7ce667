//! What laptops asked of the office: listed, done, declined. What becomes of it is written beside the request, in the
//! scope that it is about, so that who asked reads it with her next session.

use super::assign::{Assign, assign_in, confirm_in, in_whose_name, lock_desk, refused};
use crate::{
    Error, Result,
    database::{self, Asks, Transaction},
    rights::gather::{body, merges_around},
    store::{
        cells::{SCOPE, instant, operator, scope},
        office,
    },
    verbs::{Act, Hub, office_writes_in},
};
use cartella_domain::{
    ids::{OperatorId, PersonId, RecordId},
    people::{Merges, PersonMerge},
    record::Record as _,
    requests::{Asked, MergePeople, OfficeRequest, RequestOutcome},
    scope::{ScopeId, ScopeKind},
    time::Instant,
};
use cartella_sync::ids::ScopeRef;
use serde_json::Value;
use std::collections::BTreeSet;
use tokio_postgres::Row;

/// A request that waits.
#[derive(Clone)]
pub struct RequestLine {
    /// Its id.
    pub id: RecordId,
    /// The scope that it is about.
    pub scope: ScopeRef,
    /// Who asked.
    pub author: OperatorId,
    /// What; none if it is of a newer program.
    pub asked: Option<Asked>,
    /// When it came.
    pub asked_at: Instant,
}

const COLUMNS: &str = "id, author, command, asked_at";

fn read(row: &Row) -> Result<RequestLine> {
    Ok(RequestLine {
        scope: scope(row, 0)?,
        id: RecordId(row.try_get(2)?),
        author: operator(row, 3)?,
        asked: serde_json::from_value(row.try_get::<_, Value>(4)?).ok(),
        asked_at: instant(row, 5)?,
    })
}

/// What waits, the oldest first.
///
/// # Errors
/// The database does not answer.
pub async fn requests(hub: &Hub) -> Result<Vec<RequestLine>> {
    let client = hub.client().await?;
    let sql =
        format!("SELECT {SCOPE}, {COLUMNS} FROM request WHERE settled_at IS NULL ORDER BY asked_at, id");
    client.query(&sql, &[]).await?.iter().map(read).collect()
}

/// The office does what was asked, all of it or nothing. `who` is responsible for a case that was opened, where that is
/// not to be who its opener named; `by` is the coordinator in whose name.
///
/// # Errors
/// [`Error::Refused`] if nothing waits under this id, or it cannot be done: then it still waits.
pub async fn perform(hub: &Hub, id: RecordId, who: Option<OperatorId>, by: Option<OperatorId>) -> Result<()> {
    hub.new_day().await?;
    let mut client = hub.client().await?;
    let tx = database::begin(&mut client).await?;
    lock_desk(&tx).await?;
    let request = waiting(&tx, id).await?;
    match &request.asked {
        None => return Err(refused("è di un programma più nuovo: aggiornare il server")),
        Some(Asked::Open { case }) => match who {
            Some(who) => {
                let assign = Assign {
                    case: *case,
                    operator: who,
                    role: cartella_domain::cases::AssignmentRole::Responsabile,
                    from: None,
                    to: None,
                    stands_in_for: None,
                    by,
                };
                assign_in(hub, &tx, &assign).await?;
            }
            None => confirm_in(hub, &tx, *case, by).await?,
        },
        Some(Asked::Assign { assignment }) => {
            let assign = Assign {
                case: assignment.case,
                operator: who.unwrap_or(assignment.operator),
                role: assignment.role,
                from: assignment.from,
                to: assignment.to,
                stands_in_for: assignment.stands_in_for,
                by,
            };
            assign_in(hub, &tx, &assign).await?;
        }
        Some(Asked::Merge(merge)) => merge_in(hub, &tx, merge, by).await?,
    }
    settle(hub, &tx, &request, by, None).await?;
    database::commit(tx).await
}

/// The office does not do it; who asked reads why.
///
/// # Errors
/// [`Error::Refused`] without a reason, or if nothing waits under this id.
pub async fn decline(hub: &Hub, id: RecordId, reason: &str, by: Option<OperatorId>) -> Result<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(refused("manca il motivo: chi ha chiesto lo legge"));
    }
    let mut client = hub.client().await?;
    let tx = database::begin(&mut client).await?;
    lock_desk(&tx).await?;
    let request = waiting(&tx, id).await?;
    settle(hub, &tx, &request, by, Some(reason)).await?;
    database::commit(tx).await
}

async fn waiting(tx: &Transaction<'_>, id: RecordId) -> Result<RequestLine> {
    let sql = format!(
        "SELECT {SCOPE}, {COLUMNS} FROM request WHERE id = $1 AND settled_at IS NULL ORDER BY asked_at LIMIT 1 FOR UPDATE"
    );
    let row = tx.query_opt(&sql, &[&id.0]).await?;
    let row = row.ok_or_else(|| refused("nessuna richiesta in attesa ha questo codice"))?;
    read(&row)
}

/// Two records become one person, under the record that stands for the one that is kept.
async fn merge_in(
    hub: &Hub,
    tx: &Transaction<'_>,
    wanted: &MergePeople,
    by: Option<OperatorId>,
) -> Result<()> {
    let people = BTreeSet::from([wanted.kept, wanted.absorbed]);
    for person in &people {
        known_person(tx, *person).await?;
    }
    let merges = merges_around(tx, &people).await?;
    let merges = Merges::new(&merges);
    let (kept, absorbed) = (merges.resolve(wanted.kept), merges.resolve(wanted.absorbed));
    if kept == absorbed {
        return Err(refused("sono già una persona sola"));
    }
    let merge = PersonMerge {
        kept,
        absorbed,
        by: in_whose_name(tx, by).await?,
        at: Some(hub.world().now()),
        reason: wanted.reason.clone(),
        undone: None,
    };
    let scope = ScopeId::new(kept.uuid(), ScopeKind::Person);
    office_writes_in(hub, tx, &[Act::create(scope, hub.world().id(), &merge)?]).await?;
    office::note(tx, hub.world().now(), "merge", &format!("{kept} {absorbed}")).await
}

async fn known_person(db: &impl Asks, person: PersonId) -> Result<()> {
    let row = db
        .query_opt(
            "SELECT 1 FROM person WHERE scope_owner = $1 AND scope_kind = $2 AND id = $1 AND NOT deleted",
            &[&person.uuid(), &i16::from(ScopeKind::Person.number())],
        )
        .await?;
    row.map(drop)
        .ok_or_else(|| refused("una delle due persone non è ancora arrivata"))
}

/// Writes how it ended beside the request, and takes it from what waits.
async fn settle(
    hub: &Hub,
    tx: &Transaction<'_>,
    request: &RequestLine,
    by: Option<OperatorId>,
    declined: Option<&str>,
) -> Result<()> {
    let at = hub.world().now();
    let by = in_whose_name(tx, by).await?;
    let scope = request
        .scope
        .known()
        .ok_or(Error::Inconsistent("a request in a scope of no kind"))?;
    let row = tx
        .query_opt(
            "SELECT body FROM office_request WHERE scope_owner = $1 AND scope_kind = $2 AND id = $3",
            &[
                &request.scope.owner,
                &i16::from(request.scope.kind),
                &request.id.0,
            ],
        )
        .await?;
    let known = row.map(|row| body(&row, 0)).transpose()?;
    let record = OfficeRequest {
        by: Some(request.author),
        outcome: Some(RequestOutcome {
            done: declined.is_none(),
            reason: declined.map(str::to_owned),
            by,
            at,
        }),
    };
    let act = match known {
        Some(body) => {
            let before = OfficeRequest::decode(&body).value;
            let record = OfficeRequest {
                by: before.by,
                ..record
            };
            Act::edit(tx, scope, request.id.0, &record).await?
        }
        None => Act::create(scope, request.id.0, &record)?,
    };
    office_writes_in(hub, tx, &[act]).await?;
    tx.execute(
        "UPDATE request SET settled_at = $2 WHERE id = $1 AND settled_at IS NULL",
        &[&request.id.0, &at.0],
    )
    .await?;
    let act = if declined.is_some() { "decline" } else { "perform" };
    office::note(tx, at, act, &format!("{} {by}", request.id)).await
}
