//! The cases in which an operator can be stood in for, for who gives them.

use super::{MakeSubstitution, make::wanted};
use crate::{
    Result, Session,
    names::{Names, names},
};
use cartella_domain::{
    ids::{CaseId, OperatorId},
    rights::{Action, Subject},
    services::Service,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Whose cases, on which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskSubstitutable {
    /// Who is away.
    pub absent: OperatorId,
    /// First day.
    pub from: CivilDate,
    /// Last day.
    pub to: CivilDate,
}

/// One of them.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct SubstitutableCase {
    /// The case.
    pub case: CaseId,
    /// What it is called.
    pub label: String,
    /// The service.
    pub service: Service,
}

/// The open cases on which she works in these days and to which the operator may assign, by name.
///
/// # Errors
/// `forbidden` for who assigns nobody and asks for somebody else; the archive does not answer.
pub fn choose(session: &mut Session, input: AskSubstitutable) -> Result<Vec<SubstitutableCase>> {
    if input.absent != session.operator() {
        session.allow(Action::SubstitutionWrite, &Subject::nobody())?;
    }
    let asked = MakeSubstitution {
        absent: input.absent,
        substitute: input.absent,
        from: input.from,
        to: input.to,
        cases: None,
    };
    let cases: BTreeSet<CaseId> = wanted(session, &asked)?
        .into_iter()
        .map(|(case, _)| case)
        .collect();
    let called: Names = names(session, cases.iter().map(|case| case.uuid()))?;
    let mut found = Vec::new();
    for case in cases {
        let subject = session.case_subject(case)?;
        // Her own are named to herself: she asks the office for them.
        let action = if input.absent == session.operator() {
            Action::CaseList
        } else {
            Action::CaseAssign
        };
        if session.allow(action, &subject).is_ok() {
            found.push(SubstitutableCase {
                case,
                label: called
                    .get(&case.to_string())
                    .map(|name| name.name.clone())
                    .unwrap_or_default(),
                service: session.case_facts(case)?.service,
            });
        }
    }
    found.sort_by(|one, other| (&one.label, one.case).cmp(&(&other.label, other.case)));
    Ok(found)
}
