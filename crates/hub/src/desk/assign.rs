//! Who works on which case: assignments that the office makes.

use crate::{
    Error, Result, database,
    rights::{facts::CaseFact, gather::body},
    store::{devices, office},
    verbs::{Act, Hub, office_writes_in},
};
use cartella_domain::{
    cases::{Assignment, AssignmentRole},
    ids::{CaseId, EpisodeId, OperatorId, PersonId, RecordId},
    record::Record as _,
    scope::{ScopeId, ScopeKind},
    services::Service,
    time::CivilDate,
};
use serde_json::Value;
use tokio_postgres::{GenericClient, Transaction};
use uuid::Uuid;

/// An assignment to be made.
#[derive(Debug, Clone)]
pub struct Assign {
    /// On which case.
    pub case: CaseId,
    /// Who.
    pub operator: OperatorId,
    /// As what.
    pub role: AssignmentRole,
    /// First day; today without.
    pub from: Option<CivilDate>,
    /// Last day.
    pub to: Option<CivilDate>,
    /// The coordinator in whose name.
    pub by: Option<OperatorId>,
}

/// Assigns. A new responsible takes the place of the one before.
///
/// # Errors
/// [`Error::Refused`] if the case or the operator is not known, or the last day lies before the first.
pub async fn assign(hub: &Hub, wanted: &Assign) -> Result<()> {
    hub.new_day().await?;
    let today = hub.world().today();
    let from = wanted.from.unwrap_or(today);
    if wanted.to.is_some_and(|to| to < from) {
        return Err(refused("l'ultimo giorno viene prima del primo"));
    }
    let mut client = hub.client().await?;
    let tx = database::begin(&mut client).await?;
    let operator = known_operator(&tx, wanted.operator).await?;
    let by = match wanted.by {
        Some(by) => known_operator(&tx, by).await?,
        None => office::read(&tx).await?.operator,
    };
    lock_desk(&tx).await?;
    let team = team(&tx, wanted.case).await?;
    let core = ScopeId::new(wanted.case.uuid(), ScopeKind::CaseCore);
    let mut acts = Vec::new();
    for (id, before) in &team {
        let open = before.to.is_none_or(|to| to >= from);
        let replaced = wanted.role == AssignmentRole::Responsabile
            && before.role == AssignmentRole::Responsabile
            && before.operator != Some(operator);
        if open && replaced {
            let last = before
                .from
                .map_or(from.plus_days(-1), |began| from.plus_days(-1).max(began));
            let ended = Assignment {
                to: Some(last),
                ..before.clone()
            };
            acts.push(Act::edit(&tx, core, id.0, &ended).await?);
        }
    }
    let new = Assignment {
        case: Some(wanted.case),
        episode: episode(&tx, wanted.case).await?,
        operator: Some(operator),
        role: wanted.role,
        from: Some(from),
        to: wanted.to,
        stands_in_for: None,
        assigned_by: Some(by),
    };
    acts.push(Act::create(core, hub.world().id(), &new)?);
    office_writes_in(hub, &tx, &acts).await?;
    office::note(
        &tx,
        hub.world().now(),
        "assign",
        &format!("{} {operator} {by}", wanted.case),
    )
    .await?;
    database::commit(tx).await
}

/// Ends every assignment of an operator on a case with this day.
///
/// # Errors
/// [`Error::Refused`] if there is none.
pub async fn end_assignment(hub: &Hub, case: CaseId, operator: OperatorId, last: CivilDate) -> Result<()> {
    hub.new_day().await?;
    let mut client = hub.client().await?;
    let tx = database::begin(&mut client).await?;
    let operator = known_operator(&tx, operator).await?;
    lock_desk(&tx).await?;
    let core = ScopeId::new(case.uuid(), ScopeKind::CaseCore);
    let mut acts = Vec::new();
    for (id, before) in team(&tx, case).await? {
        let is = match before.operator {
            Some(assigned) => {
                devices::staff_of(&tx, assigned).await?.unwrap_or(assigned.uuid()) == operator.uuid()
            }
            None => false,
        };
        if is && before.to.is_none_or(|to| to > last) {
            let ended = Assignment {
                to: Some(last),
                ..before
            };
            acts.push(Act::edit(&tx, core, id.0, &ended).await?);
        }
    }
    if acts.is_empty() {
        return Err(refused("quell'operatore non è assegnato a quella cartella"));
    }
    office_writes_in(hub, &tx, &acts).await?;
    office::note(&tx, hub.world().now(), "unassign", &format!("{case} {operator}")).await?;
    database::commit(tx).await
}

fn refused(text: &str) -> Error {
    Error::Refused(text.to_owned())
}

/// The office's device first, as every writer of the office does; so the team does not change while it is read.
async fn lock_desk(tx: &Transaction<'_>) -> Result<()> {
    let office = office::read(tx).await?;
    devices::lock(tx, &office.device).await?;
    crate::store::rights_change(tx).await
}

async fn known_operator(db: &impl GenericClient, operator: OperatorId) -> Result<OperatorId> {
    let staff = devices::staff_of(db, operator).await?;
    staff
        .map(OperatorId)
        .ok_or_else(|| refused("nessun operatore ha questo codice"))
}

async fn team(db: &impl GenericClient, case: CaseId) -> Result<Vec<(RecordId, Assignment)>> {
    let core = i16::from(ScopeKind::CaseCore.number());
    let known = db
        .query_opt(
            "SELECT 1 FROM case_file WHERE scope_owner = $1 AND scope_kind = $2 AND id = $1",
            &[&case.uuid(), &core],
        )
        .await?;
    if known.is_none() {
        return Err(refused("nessuna cartella ha questo codice"));
    }
    let rows = db
        .query(
            "SELECT id, body FROM assignment WHERE scope_owner = $1 AND scope_kind = $2 AND NOT deleted ORDER BY id",
            &[&case.uuid(), &core],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok((
                RecordId(row.try_get(0)?),
                Assignment::decode(&body(row, 1)?).value,
            ))
        })
        .collect()
}

async fn episode(db: &impl GenericClient, case: CaseId) -> Result<Option<EpisodeId>> {
    let row = db
        .query_opt(
            "SELECT id FROM episode WHERE scope_owner = $1 AND scope_kind = $2 AND NOT deleted
             ORDER BY coalesce((body ->> 'number')::numeric, 1) DESC, id DESC LIMIT 1",
            &[&case.uuid(), &i16::from(ScopeKind::CaseCore.number())],
        )
        .await?;
    Ok(row
        .map(|row| row.try_get::<_, Uuid>(0))
        .transpose()?
        .map(EpisodeId))
}

/// Who works on a case now: operator, responsible.
pub type Team = Vec<(OperatorId, bool)>;

/// A case as the desk lists it: ids and the service; what is in it is for those who work on it.
#[derive(Debug, Clone)]
pub struct CaseLine {
    /// The case.
    pub case: CaseId,
    /// Whose.
    pub person: Option<PersonId>,
    /// In which service.
    pub service: Option<Service>,
    /// Whether the office has decided who works on it.
    pub decided: bool,
    /// Who does today.
    pub team: Team,
}

/// All cases, those that wait for a decision first.
///
/// # Errors
/// The database does not answer.
pub async fn cases(hub: &Hub) -> Result<Vec<CaseLine>> {
    let today = hub.world().today();
    let client = hub.client().await?;
    let rows = client
        .query(
            "SELECT DISTINCT ON (case_id) case_id, facts FROM case_fact ORDER BY case_id, acl DESC",
            &[],
        )
        .await?;
    let mut lines = Vec::new();
    for row in &rows {
        let fact: CaseFact = serde_json::from_value(row.try_get::<_, Value>(1)?)?;
        let team = fact
            .assignments
            .iter()
            .filter(|it| it.from.is_none_or(|from| from <= today) && it.to.is_none_or(|to| today <= to));
        lines.push(CaseLine {
            case: CaseId(row.try_get(0)?),
            person: fact.person,
            service: fact.service,
            decided: fact.decided,
            team: team.map(|it| (it.operator, it.responsible)).collect(),
        });
    }
    lines.sort_by_key(|line| (line.decided, line.case));
    Ok(lines)
}
