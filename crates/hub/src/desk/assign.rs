//! Who works on which case: assignments that the office makes.

use crate::{
    Error, Result,
    database::{self, Asks, Transaction},
    rights::{facts::CaseFact, gather::body},
    store::{devices, office},
    verbs::{Act, Hub, office_writes_in},
};
use cartella_domain::{
    cases::{Assignment, AssignmentRole, CaseFile, Episode, Transition, assigned, ended_by, responsible_on},
    ids::{CaseId, EpisodeId, OperatorId, PersonId, RecordId},
    record::Record as _,
    scope::{ScopeId, ScopeKind},
    services::Service,
    time::CivilDate,
};
use serde_json::Value;

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
    /// For whom a substitute stands in.
    pub stands_in_for: Option<OperatorId>,
    /// The coordinator in whose name.
    pub by: Option<OperatorId>,
}

/// Assigns. A new responsible takes the place of the one before, and a case that only waited for its team becomes
/// "Assegnato".
///
/// # Errors
/// [`Error::Refused`] if the case or the operator is not known, or the last day lies before the first.
pub async fn assign(hub: &Hub, wanted: &Assign) -> Result<()> {
    hub.new_day().await?;
    let mut client = hub.client().await?;
    let tx = database::begin(&mut client).await?;
    lock_desk(&tx).await?;
    assign_in(hub, &tx, wanted).await?;
    database::commit(tx).await
}

/// The same in a transaction that has locked the desk.
///
/// # Errors
/// As [`assign`].
pub(super) async fn assign_in(hub: &Hub, tx: &Transaction<'_>, wanted: &Assign) -> Result<()> {
    let today = hub.world().today();
    let from = wanted.from.unwrap_or(today);
    if wanted.to.is_some_and(|to| to < from) {
        return Err(refused("l'ultimo giorno viene prima del primo"));
    }
    let operator = known_operator(tx, wanted.operator).await?;
    let by = in_whose_name(tx, wanted.by).await?;
    let before = team(tx, wanted.case).await?;
    let core = ScopeId::new(wanted.case.uuid(), ScopeKind::CaseCore);
    let mut acts = Vec::new();
    if wanted.role == AssignmentRole::Responsabile {
        let all = before.iter().map(|(id, assignment)| (*id, assignment));
        for (id, ended) in ended_by(all, operator, from) {
            acts.push(Act::edit(tx, core, id.0, &ended).await?);
        }
    }
    let new = Assignment {
        case: Some(wanted.case),
        episode: episode(tx, wanted.case).await?.map(|(id, _)| id),
        operator: Some(operator),
        role: wanted.role,
        from: Some(from),
        to: wanted.to,
        stands_in_for: wanted.stands_in_for,
        assigned_by: Some(by),
        substitution: None,
    };
    let same = before.iter().find(|(_, it)| {
        (it.operator, it.role, it.to) == (new.operator, new.role, new.to) && it.holds_on(from)
    });
    match same {
        // She works there already, as somebody proposed: the office says so too.
        Some((id, it)) => {
            let confirmed = Assignment {
                assigned_by: Some(by),
                ..it.clone()
            };
            acts.push(Act::edit(tx, core, id.0, &confirmed).await?);
        }
        None => acts.push(Act::create(core, hub.world().id(), &new)?),
    }
    let mut team: Vec<Assignment> = before.into_iter().map(|(_, assignment)| assignment).collect();
    team.push(new);
    acts.extend(reached(hub, tx, wanted.case, &team, (by, from)).await?);
    office_writes_in(hub, tx, &acts).await?;
    let what = format!("{} {operator} {by}", wanted.case);
    office::note(tx, hub.world().now(), "assign", &what).await
}

/// The team that who opened a case proposed is the office's word from now on.
///
/// # Errors
/// [`Error::Refused`] if nobody is responsible for the case.
pub(super) async fn confirm_in(
    hub: &Hub,
    tx: &Transaction<'_>,
    case: CaseId,
    by: Option<OperatorId>,
) -> Result<()> {
    let today = hub.world().today();
    let by = in_whose_name(tx, by).await?;
    let core = ScopeId::new(case.uuid(), ScopeKind::CaseCore);
    let before = team(tx, case).await?;
    let all: Vec<Assignment> = before.iter().map(|(_, assignment)| assignment.clone()).collect();
    if responsible_on(&all, today).is_none() {
        return Err(refused("nessuno è responsabile: indicare --operator"));
    }
    let mut acts = Vec::new();
    for (id, assignment) in before
        .into_iter()
        .filter(|(_, it)| it.to.is_none_or(|to| to >= today))
    {
        let confirmed = Assignment {
            assigned_by: Some(by),
            ..assignment
        };
        acts.push(Act::edit(tx, core, id.0, &confirmed).await?);
    }
    acts.extend(reached(hub, tx, case, &all, (by, today)).await?);
    office_writes_in(hub, tx, &acts).await?;
    office::note(tx, hub.world().now(), "confirm", &format!("{case} {by}")).await
}

/// The move to "Assegnato", where the case waited for this team.
async fn reached(
    hub: &Hub,
    tx: &Transaction<'_>,
    case: CaseId,
    team: &[Assignment],
    (by, on): (OperatorId, CivilDate),
) -> Result<Vec<Act>> {
    let today = hub.world().today();
    let (Some((id, before)), Some(service)) = (episode(tx, case).await?, service(tx, case).await?) else {
        return Ok(Vec::new());
    };
    let Some(state) = assigned(&before, service, team, by, (on, today)) else {
        return Ok(Vec::new());
    };
    let core = ScopeId::new(case.uuid(), ScopeKind::CaseCore);
    let history = Transition {
        case: Some(case),
        episode: Some(id),
        from: Some(before.state.clone()),
        to: state.clone(),
        by: Some(by),
        reason: None,
        recorded_on: Some(today),
    };
    let moved = Episode { state, ..before };
    Ok(vec![
        Act::edit(tx, core, id, &moved).await?,
        Act::create(core, hub.world().id(), &history)?,
    ])
}

/// The coordinator in whose name the desk acts; the office itself without one.
pub(super) async fn in_whose_name(db: &impl Asks, by: Option<OperatorId>) -> Result<OperatorId> {
    match by {
        Some(by) => known_operator(db, by).await,
        None => Ok(office::read(db).await?.operator),
    }
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

pub(super) fn refused(text: &str) -> Error {
    Error::Refused(text.to_owned())
}

/// The office's device first, as every writer of the office does; so the team does not change while it is read.
pub(super) async fn lock_desk(tx: &Transaction<'_>) -> Result<()> {
    let office = office::read(tx).await?;
    devices::lock(tx, &office.device).await?;
    crate::store::rights_change(tx).await
}

async fn known_operator(db: &impl Asks, operator: OperatorId) -> Result<OperatorId> {
    let staff = devices::staff_of(db, operator).await?;
    staff
        .map(OperatorId)
        .ok_or_else(|| refused("nessun operatore ha questo codice"))
}

/// Everybody ever assigned to a case.
///
/// # Errors
/// [`Error::Refused`] if no case has this id.
pub(crate) async fn team(db: &impl Asks, case: CaseId) -> Result<Vec<(RecordId, Assignment)>> {
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

async fn episode(db: &impl Asks, case: CaseId) -> Result<Option<(EpisodeId, Episode)>> {
    let row = db
        .query_opt(
            "SELECT id, body FROM episode WHERE scope_owner = $1 AND scope_kind = $2 AND NOT deleted
             ORDER BY coalesce((body ->> 'number')::numeric, 1) DESC, id DESC LIMIT 1",
            &[&case.uuid(), &i16::from(ScopeKind::CaseCore.number())],
        )
        .await?;
    row.map(|row| {
        let episode = Episode::decode(&body(&row, 1)?).value;
        Ok((EpisodeId(row.try_get(0)?), episode))
    })
    .transpose()
}

async fn service(db: &impl Asks, case: CaseId) -> Result<Option<Service>> {
    let row = db
        .query_opt(
            "SELECT body FROM case_file WHERE scope_owner = $1 AND scope_kind = $2 AND id = $1",
            &[&case.uuid(), &i16::from(ScopeKind::CaseCore.number())],
        )
        .await?;
    row.map(|row| Ok(CaseFile::decode(&body(&row, 0)?).value.service))
        .transpose()
        .map(Option::flatten)
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
