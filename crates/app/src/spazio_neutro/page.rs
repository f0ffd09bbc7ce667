//! The paths of a case: the eleven steps, the meetings with their entries, what comes next.

use crate::{
    Result, Session,
    cases::OneCase,
    commands::Nothing,
    names::{Names, names},
    people::Shown,
    placements::{OrderChoice, orders},
    tutela::allow,
};
use cartella_archive::{
    audit,
    queries::{self, spazio_neutro as stored, tutela},
    rows::Row,
};
use cartella_domain::{
    codes::{CodeList, Coded},
    ids::{CaseId, EntryId, OperatorId, RecordId},
    rights::Action,
    spazio_neutro::{
        FaseSn, FaseVista, IncontroSn, MODALITA_SN, MOTIVI_FINE_SN, PassoSn, PercorsoSn, current, phases,
    },
};
use serde::Serialize;
use ts_rs::TS;

/// The codes of the forms of spazio neutro.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SnCodes {
    /// How a meeting is watched.
    pub modes: Vec<Coded>,
    /// Why a path ends.
    pub endings: Vec<Coded>,
}

/// The codes of the forms of spazio neutro.
///
/// # Errors
/// None; the answer does not depend on the archive.
pub fn codes(_: &mut Session, _: Nothing) -> Result<SnCodes> {
    let all = |list: CodeList| list.codes.iter().filter_map(|code| list.answer(code)).collect();
    Ok(SnCodes {
        modes: all(MODALITA_SN),
        endings: all(MOTIVI_FINE_SN),
    })
}

/// A meeting with its signed entry.
#[derive(Clone, Serialize, TS)]
pub struct MeetingView {
    /// The meeting.
    pub meeting: Shown<IncontroSn>,
    /// Its entry in this file; none before it is signed, and for who may not see the diary.
    pub entry: Option<EntryId>,
    /// The paths of brothers and sisters who have it together, as far as she may read their cases.
    pub with: Vec<SnSibling>,
}

/// A path of a brother or sister.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct SnSibling {
    /// The path.
    pub path: RecordId,
    /// Whose case.
    pub case: CaseId,
}

/// A path with everything that hangs on it.
#[derive(Clone, Serialize, TS)]
pub struct SnPathView {
    /// The path.
    pub path: Shown<PercorsoSn>,
    /// The eleven steps.
    pub phases: Vec<FaseVista>,
    /// The step in which it is.
    pub current: FaseSn,
    /// Days from the request to the assignment, or to today.
    pub waited: Option<u32>,
    /// The steps that were recorded, the last first.
    pub steps: Vec<Shown<PassoSn>>,
    /// Its meetings, the last first.
    pub meetings: Vec<MeetingView>,
    /// A meeting as the path proposes it.
    pub proposed: IncontroSn,
}

/// The paths of a case.
#[derive(Clone, Serialize, TS)]
pub struct SnPage {
    /// The case.
    pub case: CaseId,
    /// The operator may write here.
    pub writes: bool,
    /// She may write the diary of a meeting.
    pub writes_diary: bool,
    /// Those that go on first, then the last first.
    pub paths: Vec<SnPathView>,
    /// The running paths of brothers and sisters in whose files she may write.
    pub siblings: Vec<SnSibling>,
    /// The orders of the file.
    pub orders: Vec<OrderChoice>,
    /// What the minor and the operators are called.
    pub names: Names,
}

/// Reads them; the audit says so before anything is shown.
///
/// # Errors
/// `not_found`, `forbidden`, `case_not_under_court`; the disk is full.
pub fn of_case(session: &mut Session, input: OneCase) -> Result<SnPage> {
    let case = input.case;
    allow(session, case, Action::CourtRead)?;
    session.note(audit::Event::new(audit::Act::ReadCase).about(case))?;
    let subject = session.case_subject(case)?.at(session.level_of(case)?);
    let sees_diary = session
        .decide(Action::EntryRead, &session.case_subject(case)?)?
        .is_allowed();
    let mut paths = Vec::new();
    for row in tutela::of_case::<PercorsoSn>(session.archive().db(), case)? {
        paths.push(path(session, row, sees_diary)?);
    }
    paths.sort_by_key(|one| one.path.value.closed.is_some());
    let siblings = siblings(session, case)?;
    let together = paths
        .iter()
        .flat_map(|one| &one.meetings)
        .flat_map(|one| &one.with);
    let cases: Vec<CaseId> = siblings.iter().chain(together).map(|one| one.case).collect();
    let operators = paths.iter().flat_map(named).map(OperatorId::uuid);
    let called = cases.into_iter().map(CaseId::uuid).chain([case.uuid()]);
    Ok(SnPage {
        case,
        writes: allow(session, case, Action::CourtWrite).is_ok(),
        writes_diary: session.decide(Action::EntryWrite, &subject)?.is_allowed(),
        names: names(session, operators.chain(called))?,
        orders: orders(session, case)?,
        siblings,
        paths,
    })
}

/// The running paths of brothers and sisters in whose files she may write.
fn siblings(session: &Session, case: CaseId) -> Result<Vec<SnSibling>> {
    let db = session.archive().db();
    let mut found = Vec::new();
    for sibling in queries::diary::siblings(db, case)? {
        if allow(session, sibling, Action::CourtWrite).is_err() {
            continue;
        }
        for row in tutela::of_case::<PercorsoSn>(db, sibling)? {
            if row.value.closed.is_none() {
                found.push(SnSibling {
                    path: row.typed_id()?,
                    case: sibling,
                });
            }
        }
    }
    Ok(found)
}

/// The paths of brothers and sisters who have a meeting together, as far as she may read their cases.
fn had_with(session: &Session, meeting: &Row<IncontroSn>) -> Result<Vec<SnSibling>> {
    let Some(together) = meeting.value.together else {
        return Ok(Vec::new());
    };
    let mut found = Vec::new();
    for row in stored::together(session.archive().db(), together)? {
        let (Some(path), Some(case)) = (row.value.percorso, row.value.case) else {
            continue;
        };
        if row.id != meeting.id && allow(session, case, Action::CourtRead).is_ok() {
            found.push(SnSibling { path, case });
        }
    }
    Ok(found)
}

/// The operators that a path names.
fn named(view: &SnPathView) -> Vec<OperatorId> {
    let assigned = view.path.value.assigned.iter();
    let mut operators: Vec<OperatorId> = assigned.flat_map(|one| one.operators.clone()).collect();
    let meetings = view.meetings.iter();
    operators.extend(meetings.flat_map(|one| one.meeting.value.operators.clone()));
    operators.extend(view.steps.iter().filter_map(|step| step.value.by));
    operators
}

fn path(session: &Session, row: Row<PercorsoSn>, sees_diary: bool) -> Result<SnPathView> {
    let id: RecordId = row.typed_id()?;
    let db = session.archive().db();
    let mut steps = stored::beside::<PassoSn>(db, id)?;
    steps.sort_by_key(|step| std::cmp::Reverse(step.value.on));
    let mut meetings = stored::beside::<IncontroSn>(db, id)?;
    meetings.sort_by_key(|one| std::cmp::Reverse(one.value.slot.map(|slot| (slot.on, slot.starts))));
    let made: Vec<PassoSn> = steps.iter().map(|step| step.value.clone()).collect();
    let held: Vec<IncontroSn> = meetings.iter().map(|one| one.value.clone()).collect();
    let seen = phases(&row.value, &made, &held);
    Ok(SnPathView {
        current: current(&seen),
        phases: seen,
        waited: row.value.waited(session.today()),
        proposed: row.value.proposed_meeting(id),
        steps: steps
            .into_iter()
            .map(|step| Shown::of(session, step))
            .collect::<Result<_>>()?,
        meetings: meetings
            .into_iter()
            .map(|one| meeting(session, one, sees_diary))
            .collect::<Result<_>>()?,
        path: Shown::of(session, row)?,
    })
}

fn meeting(session: &Session, row: Row<IncontroSn>, sees_diary: bool) -> Result<MeetingView> {
    let entry = match row.value.act.filter(|_| sees_diary) {
        None => None,
        Some(act) => queries::diary::of_act(session.archive().db(), act)?
            .iter()
            .find(|entry| entry.value.case == row.value.case)
            .map(Row::typed_id)
            .transpose()?,
    };
    Ok(MeetingView {
        entry,
        with: had_with(session, &row)?,
        meeting: Shown::of(session, row)?,
    })
}
