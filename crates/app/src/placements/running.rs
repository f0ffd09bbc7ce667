//! Whether a minor is placed today: who changes the residence is asked which comune bears the costs (scenario 19).

use super::loaded::readable;
use crate::{Result, Session, cases::OneCase, tutela::allow};
use cartella_archive::{queries, rows::Row};
use cartella_domain::{
    ids::{CaseId, RecordId},
    placements::Collocamento,
    rights::Action,
    time::CivilDate,
};
use serde::Serialize;
use ts_rs::TS;

/// A placement in which the minor is today.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct RunningPlacement {
    /// The placement.
    pub id: RecordId,
    /// In the file of which case.
    pub case: Option<CaseId>,
    /// Since when.
    pub since: Option<CivilDate>,
    /// The name of the facility.
    pub facility: Option<String>,
}

/// Where the person of a case is placed today, as far as the operator may read it; in a service that works under no court
/// nothing is asked and nothing told.
///
/// # Errors
/// `forbidden`, `not_found`; the archive does not answer.
pub fn running(session: &mut Session, input: OneCase) -> Result<Vec<RunningPlacement>> {
    if session.case_facts(input.case)?.service.area().under_court {
        allow(session, input.case, Action::CourtRead)?;
    } else {
        session.allow(Action::CaseRead, &session.case_subject(input.case)?)?;
    }
    let db = session.archive().db();
    let facilities = queries::placements::facilities(db)?;
    running_of(session, input.case)?
        .into_iter()
        .map(|row| {
            let id = row.value.struttura.map(|id| id.to_string());
            let facility = facilities.iter().find(|one| Some(&one.id) == id.as_ref());
            Ok(RunningPlacement {
                id: row.typed_id()?,
                case: row.value.case,
                since: row.value.state.entered(),
                facility: facility.and_then(|one| one.value.name.clone()),
            })
        })
        .collect()
}

/// The placements in which the person of a case is today, as far as the operator may read them.
pub(crate) fn running_of(session: &Session, case: CaseId) -> Result<Vec<Row<Collocamento>>> {
    let person = session.case_facts(case)?.person;
    let mut all = readable(session, person)?;
    all.retain(|row| row.value.state.is_running());
    Ok(all)
}
