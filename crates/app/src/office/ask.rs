//! What only the office does after an archive joined it: she asks, and the office decides.
//!
//! A request is written in the scope that it is about and goes up with the next session; nothing changes here until
//! the office has done it.

use crate::{Code, Error, Result, Session, cases::AssignOperator, people::MergePeople};
use cartella_domain::{
    ids::{CaseId, RecordId},
    rights::{Action, Office, Subject},
    scope::{ScopeId, ScopeKind},
};
use serde::Serialize;
use serde_json::json;
use ts_rs::TS;

/// Two records that are one person, to be joined by the office.
pub type AskMerge = MergePeople;

/// The request was written and waits for the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Requested {
    /// Its id.
    pub request: RecordId,
}

/// Asks the office to assign an operator to a case.
///
/// # Errors
/// `office_none` in an archive that is its own office: it assigns by itself; `not_found`, `forbidden`; the disk is full.
pub fn ask_assignment(session: &mut Session, input: AssignOperator) -> Result<Requested> {
    enrolled(session)?;
    let subject = session.case_subject(input.case)?;
    session.allow(Action::OfficeAsk, &subject)?;
    let command = json!({ "type": "assign", "assignment": input });
    ask(
        session,
        ScopeId::new(input.case.uuid(), ScopeKind::CaseCore),
        input.case.uuid(),
        command,
    )
}

/// Asks the office to join two records that are one person.
///
/// # Errors
/// As [`ask_assignment`].
pub fn ask_merge(session: &mut Session, input: AskMerge) -> Result<Requested> {
    enrolled(session)?;
    for person in [input.kept, input.absorbed] {
        let subject: Subject = session.person_subject(person)?;
        session.allow(Action::OfficeAsk, &subject)?;
    }
    let command =
        json!({ "type": "merge", "kept": input.kept, "absorbed": input.absorbed, "reason": input.reason });
    let kept = input.kept.uuid();
    ask(session, ScopeId::new(kept, ScopeKind::Person), kept, command)
}

fn enrolled(session: &Session) -> Result<()> {
    match session.office() {
        Office::Enrolled => Ok(()),
        Office::Own => Err(Error::new(Code::OfficeNone)),
    }
}

fn ask(
    session: &mut Session,
    scope: ScopeId,
    about: uuid::Uuid,
    command: serde_json::Value,
) -> Result<Requested> {
    let request: RecordId = session.id();
    session.write(|act| {
        act.request(scope, request, command);
        act.about(CaseId(about));
        Ok(())
    })?;
    session.touch("office");
    Ok(Requested { request })
}
