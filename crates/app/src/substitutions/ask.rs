//! Who does not assign asks the office to let somebody stand in for her: a request a case.

use super::{
    MakeSubstitution,
    make::{checked, wanted},
};
use crate::{Code, Result, Session, commands::Nothing};
use cartella_domain::{
    cases::AssignmentRole,
    ids::{CaseId, RecordId},
    requests::{Asked, AssignOperator},
    rights::{Action, Office},
    scope::{ScopeId, ScopeKind},
};
use std::collections::BTreeSet;

/// Asks for it, for herself.
///
/// # Errors
/// `forbidden` for somebody else's absence; `office_none` in an archive that is its own office; as making one; the disk is
/// full: then nothing is asked.
pub fn ask(session: &mut Session, input: MakeSubstitution) -> Result<Nothing> {
    if session.office() == Office::Own {
        return Err(Code::OfficeNone.into());
    }
    if input.absent != session.operator() {
        return Err(Code::Forbidden.into());
    }
    checked(session, &input)?;
    let cases: BTreeSet<CaseId> = wanted(session, &input)?
        .into_iter()
        .map(|(case, _)| case)
        .collect();
    let mut asked: Vec<(ScopeId, RecordId, Asked)> = Vec::new();
    for case in cases {
        session.allow(Action::OfficeAsk, &session.case_subject(case)?)?;
        let assignment = AssignOperator {
            case,
            operator: input.substitute,
            role: AssignmentRole::Sostituto,
            from: Some(input.from),
            to: Some(input.to),
            stands_in_for: Some(input.absent),
        };
        let scope = ScopeId::new(case.uuid(), ScopeKind::CaseCore);
        asked.push((scope, session.id(), Asked::Assign { assignment }));
    }
    if asked.is_empty() {
        return Err(Code::SubstitutionNoCases.into());
    }
    session.write(|act| {
        for (scope, request, asked) in &asked {
            act.ask(*scope, *request, asked)?;
            act.about(scope.owner);
        }
        Ok(())
    })?;
    session.touch("office");
    Ok(Nothing {})
}
