//! What only the office does after an archive joined it: she asks, and the office decides.
//!
//! A request is written in the scope that it is about and goes up with the next session; nothing changes here until
//! the office has done it, and `requests` says what became of it.

use super::requests::waits_already;
use crate::{Code, Error, Result, Session, cases::AssignOperator, people::MergePeople};
use cartella_domain::{
    ids::RecordId,
    requests::Asked,
    rights::{Action, Office, Subject},
    scope::{ScopeId, ScopeKind},
};
use serde::Serialize;
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
/// `office_none` in an archive that is its own office: it assigns by itself; `office_asked` if the same waits already;
/// `last_day_before_first`; `not_found`, `forbidden`; the disk is full.
pub fn ask_assignment(session: &mut Session, input: AssignOperator) -> Result<Requested> {
    enrolled(session)?;
    let subject = session.case_subject(input.case)?;
    session.allow(Action::OfficeAsk, &subject)?;
    if let (Some(from), Some(to)) = (input.from, input.to)
        && to < from
    {
        return Err(Error::field(Code::LastDayBeforeFirst, "to"));
    }
    let scope = ScopeId::new(input.case.uuid(), ScopeKind::CaseCore);
    ask(session, scope, &Asked::Assign { assignment: input })
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
    if session.same_person(input.kept)?.contains(&input.absorbed) {
        return Err(Error::field(Code::AlreadyOnePerson, "absorbed"));
    }
    let scope = ScopeId::new(input.kept.uuid(), ScopeKind::Person);
    ask(session, scope, &Asked::Merge(input))
}

fn enrolled(session: &Session) -> Result<()> {
    match session.office() {
        Office::Enrolled => Ok(()),
        Office::Own => Err(Error::new(Code::OfficeNone)),
    }
}

fn ask(session: &mut Session, scope: ScopeId, asked: &Asked) -> Result<Requested> {
    if waits_already(session, scope, asked)? {
        return Err(Code::OfficeAsked.into());
    }
    let request: RecordId = session.id();
    session.write(|act| {
        act.ask(scope, request, asked)?;
        act.about(scope.owner);
        Ok(())
    })?;
    session.touch("office");
    Ok(Requested { request })
}
