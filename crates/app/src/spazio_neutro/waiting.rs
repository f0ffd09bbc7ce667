//! All paths that the operator may read: who waits, in the order of their turn, what goes on, what ended.

use crate::{
    Result, Session,
    commands::Nothing,
    names::{Names, names},
    tutela::allow,
};
use cartella_archive::queries::spazio_neutro as stored;
use cartella_domain::{
    ids::{CaseId, OperatorId, RecordId},
    rights::Action,
    spazio_neutro::{FaseSn, IncontroSn, PassoSn, PrioritaSn, current, phases},
    time::CivilDate,
};
use serde::Serialize;
use ts_rs::TS;

/// A path in one line.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct SnLine {
    /// The path.
    pub id: RecordId,
    /// Its case.
    pub case: CaseId,
    /// How pressing.
    pub priority: PrioritaSn,
    /// The day of the request.
    pub requested_on: Option<CivilDate>,
    /// Which service sends.
    pub sent_by: Option<String>,
    /// Days from the request to the assignment, or to today.
    pub waited: Option<u32>,
    /// It waits.
    pub waits: bool,
    /// It ended.
    pub closed: bool,
    /// To whom it is assigned.
    pub operators: Vec<OperatorId>,
    /// The step in which it is.
    pub current: FaseSn,
    /// The day of the last meeting that took place.
    pub last_meeting: Option<CivilDate>,
}

/// The paths in lines.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct SnPaths {
    /// Those that wait in the order of their turn, then those that go on, then those that ended.
    pub lines: Vec<SnLine>,
    /// What minors and operators are called.
    pub names: Names,
}

/// The paths of the cases whose court papers the operator may read.
///
/// # Errors
/// The archive does not answer.
pub fn paths(session: &mut Session, _: Nothing) -> Result<SnPaths> {
    let db = session.archive().db();
    let today = session.today();
    let mut found = Vec::new();
    for row in stored::paths(db)? {
        let Some(case) = row.value.case else { continue };
        if allow(session, case, Action::CourtRead).is_err() {
            continue;
        }
        let id: RecordId = row.typed_id()?;
        let steps: Vec<PassoSn> = values(stored::beside(db, id)?);
        let meetings: Vec<IncontroSn> = values(stored::beside(db, id)?);
        let path = row.value;
        found.push((
            (path.closed.is_some(), !path.waits(), path.turn()),
            SnLine {
                id,
                case,
                priority: path.priority.unwrap_or(PrioritaSn::Ordinaria),
                requested_on: path.requested_on,
                waited: path.waited(today),
                waits: path.waits(),
                closed: path.closed.is_some(),
                current: current(&phases(&path, &steps, &meetings)),
                last_meeting: meetings.iter().filter_map(IncontroSn::held_on).max(),
                operators: path.assigned.map(|one| one.operators).unwrap_or_default(),
                sent_by: path.sent_by,
            },
        ));
    }
    found.sort_by_key(|(turn, _)| *turn);
    let lines: Vec<SnLine> = found.into_iter().map(|(_, line)| line).collect();
    let named = lines.iter().flat_map(|line| {
        let operators = line.operators.iter().map(|one| one.uuid());
        operators.chain([line.case.uuid()])
    });
    Ok(SnPaths {
        names: names(session, named)?,
        lines,
    })
}

fn values<T>(rows: Vec<cartella_archive::rows::Row<T>>) -> Vec<T> {
    rows.into_iter().map(|row| row.value).collect()
}
