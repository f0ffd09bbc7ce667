//! A path is begun, its card changed, and it is assigned: the wait ends.

use super::loaded::{Loaded, listed, refused};
use crate::{
    Code, Error, Result, Session,
    cases::OneCase,
    people::Saved,
    tutela::{allow, court},
};
use cartella_archive::{Seen, rows};
use cartella_domain::{
    ids::{CaseId, OperatorId, RecordId},
    people::tidy,
    record::AddSet,
    rights::Action,
    spazio_neutro::{AssegnazioneSn, MAX_OPERATORS, MODALITA_SN, PercorsoSn},
    time::CivilDate,
    tutela::Provvedimento,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A path as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SaveSnPath {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// Of which case.
    pub case: CaseId,
    /// All of it; assignment, meetings, reports and end stay as they are.
    pub path: PercorsoSn,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub seen: Vec<String>,
}

/// Saves it.
///
/// # Errors
/// `forbidden`, `not_found`, `case_not_under_court`; `sn_without_order` where no order is named, `sn_without_request`
/// without the day of the request, `day_before_state`, `day_in_future`; `unknown_code`; the disk is full.
pub fn save_path(session: &mut Session, input: SaveSnPath) -> Result<Saved> {
    allow(session, input.case, Action::CourtWrite)?;
    let path = accepted(session, input.case, input.path)?;
    let (id, stored) = match input.id {
        None => (
            session.id(),
            PercorsoSn {
                case: Some(input.case),
                by: Some(session.operator()),
                assigned: None,
                first_meeting: None,
                reports: AddSet(Vec::new()),
                closed: None,
                ..path
            },
        ),
        Some(id) => {
            let before = Loaded::writable(session, id)?;
            if before.case != input.case {
                return Err(Code::NotFound.into());
            }
            let kept = before.path;
            (
                id,
                PercorsoSn {
                    case: kept.case,
                    by: kept.by,
                    assigned: kept.assigned,
                    first_meeting: kept.first_meeting,
                    reports: kept.reports,
                    closed: kept.closed,
                    ..path
                },
            )
        }
    };
    stored.check().map_err(refused)?;
    let seen = Seen(input.seen);
    session.write(|act| {
        act.about(input.case);
        if input.id.is_some() {
            act.edit(id, &stored, Some(&seen))?;
        } else {
            act.create(court(input.case), id, &stored)?;
        }
        Ok(Saved { id })
    })
}

fn accepted(session: &Session, case: CaseId, path: PercorsoSn) -> Result<PercorsoSn> {
    listed(path.mode.as_ref(), MODALITA_SN, "mode")?;
    if let Some(order) = path.provvedimento {
        let row = rows::get::<Provvedimento>(session.archive().db(), &order.to_string())?;
        row.filter(|row| row.value.case == Some(case))
            .ok_or(Error::new(Code::NotFound))?;
    }
    if path.requested_on.is_some_and(|on| on > session.today()) {
        return Err(Error::field(Code::DayInFuture, "requested_on"));
    }
    Ok(PercorsoSn {
        ordered_by: tidy::text(path.ordered_by),
        sent_by: tidy::text(path.sent_by),
        visitors: tidy::text(path.visitors),
        companions: tidy::text(path.companions),
        frequency: tidy::text(path.frequency),
        venue: tidy::text(path.venue),
        note: tidy::lines(path.note),
        ..path
    })
}

/// To whom a path is assigned, or that it waits again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct AssignSnPath {
    /// The path.
    pub id: RecordId,
    /// On which day; none when the assignment was a mistake.
    pub on: Option<CivilDate>,
    /// To one operator or two.
    pub operators: Vec<OperatorId>,
}

/// Records the team's assignment. Who may read the file is said by the assignments of the case.
///
/// # Errors
/// `forbidden`, `not_found`; `sn_closed`; `sn_operators` for none or more than two; `day_before_state`, `day_in_future`;
/// the disk is full.
pub fn assign_path(session: &mut Session, input: AssignSnPath) -> Result<OneCase> {
    let loaded = Loaded::open(session, input.id)?;
    let assigned = match input.on {
        None => None,
        Some(on) if on > session.today() => return Err(Error::field(Code::DayInFuture, "on")),
        Some(_) if input.operators.is_empty() || input.operators.len() > MAX_OPERATORS => {
            return Err(Error::field(Code::SnOperators, "operators"));
        }
        Some(on) => Some(AssegnazioneSn {
            on,
            operators: input.operators,
        }),
    };
    let path = PercorsoSn {
        assigned,
        ..loaded.path
    };
    path.check().map_err(refused)?;
    session.write(|act| {
        act.about(loaded.case);
        act.edit(input.id, &path, None)
    })?;
    Ok(OneCase { case: loaded.case })
}
