//! Who stands in for whom: today, in the days to come, and in the last months.

use crate::{
    Result, Session,
    commands::Nothing,
    names::{Names, names},
};
use cartella_archive::{Seen, queries};
use cartella_domain::{
    ids::{OperatorId, RecordId},
    rights::{Action, Office, Subject},
    staff::{Substitution, SubstitutionState},
};
use serde::Serialize;
use ts_rs::TS;

/// Days for which one that is over is still listed.
const PAST_DAYS: i64 = 90;

/// A substitution.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct SubstitutionView {
    /// Its id.
    pub id: RecordId,
    /// Who, for whom, when.
    pub value: Substitution,
    /// Where it stands today.
    pub state: SubstitutionState,
    /// In how many of the cases that the operator may list.
    pub cases: u32,
    /// The writes that made it.
    pub seen: Vec<String>,
    /// Two people wrote it without seeing each other.
    pub clashed: bool,
}

/// The page of substitutions.
#[derive(Clone, Serialize, TS)]
pub struct Substitutions {
    /// Running ones first, then those to come, then those that are over.
    pub lines: Vec<SubstitutionView>,
    /// The operator may make one.
    pub may_make: bool,
    /// She may ask the office for one of herself.
    pub may_ask: bool,
    /// What the people in it are called.
    pub names: Names,
}

/// The substitutions.
///
/// # Errors
/// The archive does not answer.
pub fn list(session: &mut Session, _: Nothing) -> Result<Substitutions> {
    session.allow(Action::StaffList, &Subject::nobody())?;
    let (db, today) = (session.archive().db(), session.today());
    let mut lines = Vec::new();
    for row in queries::substitutions::since(db, today.plus_days(-PAST_DAYS))? {
        let id: RecordId = row.typed_id()?;
        let Seen(seen) = session.archive().seen(&row.id)?;
        let mut cases = 0;
        for case in queries::substitutions::cases_of(db, id)? {
            // Its card may not have come yet.
            let Ok(subject) = session.case_subject(case) else {
                continue;
            };
            cases += u32::from(session.decide(Action::CaseList, &subject)?.is_allowed());
        }
        lines.push(SubstitutionView {
            id,
            seen,
            cases,
            state: row.value.state_on(today),
            clashed: row.clashed(),
            value: row.value,
        });
    }
    lines.sort_by_key(|line| (line.state, line.value.from));
    let people = lines
        .iter()
        .flat_map(|line| [line.value.absent, line.value.substitute])
        .flatten();
    let called = names(session, people.map(OperatorId::uuid).collect::<Vec<_>>())?;
    let may_make = session
        .decide(Action::SubstitutionWrite, &Subject::nobody())?
        .is_allowed();
    Ok(Substitutions {
        lines,
        may_make,
        may_ask: !may_make && session.office() == Office::Enrolled,
        names: called,
    })
}
