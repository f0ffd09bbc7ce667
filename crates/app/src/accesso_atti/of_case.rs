//! The requests in a case's file, each with its term and what its checks speak for.

use crate::{
    Result, Session,
    cases::OneCase,
    names::{Names, names},
    people::Shown,
};
use cartella_archive::{queries, rows::Row};
use cartella_domain::{
    accesso_atti::{EsitoAccesso, RichiestaAccesso},
    deadlines::{Code, Standing, State},
    ids::{CaseId, OperatorId, RecordId},
    rights::Action,
    time::CivilDate,
};
use serde::Serialize;
use ts_rs::TS;

/// A request on the screen.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct RichiestaView {
    /// The request.
    pub request: Shown<RichiestaAccesso>,
    /// By when it is to be answered.
    pub due: Option<CivilDate>,
    /// Where that stands.
    pub standing: Option<Standing>,
    /// Its term is over and nobody answered: the law takes that for a no.
    pub refused_by_silence: bool,
    /// What its checks speak for.
    pub proposed: Option<EsitoAccesso>,
    /// The files in which it came, as far as she may read it there.
    pub cases: Vec<CaseId>,
}

/// The requests of a case.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct RichiesteOfCase {
    /// The last first.
    pub lines: Vec<RichiestaView>,
    /// The operator may register one, and answer.
    pub may_write: bool,
    /// Courts gave mandates in this file, as far as she may know: what was made on one is theirs to give.
    pub under_mandate: bool,
    /// What cases and people in it are called.
    pub names: Names,
}

/// The requests of a case.
///
/// # Errors
/// `forbidden` for who neither works on it nor in its office; `not_found`; the archive does not answer.
pub fn of_case(session: &mut Session, input: OneCase) -> Result<RichiesteOfCase> {
    let subject = session.case_subject(input.case)?;
    session.allow(Action::AccessoAttiRead, &subject)?;
    let db = session.archive().db();
    let mut lines = Vec::new();
    for row in queries::accesso_atti::of_case(db, input.case)? {
        lines.push(view(session, input.case, row)?);
    }
    let knows = session.decide(Action::CourtRead, &subject)?.is_allowed();
    let mandates = queries::tutela::of_case::<cartella_domain::tutela::Mandato>(db, input.case)?;
    let cases = lines
        .iter()
        .flat_map(|line| line.cases.iter().map(|case| case.uuid()));
    let people = lines
        .iter()
        .filter_map(|line| line.request.value.outcome.as_ref()?.by);
    let called = names(session, cases.chain(people.map(OperatorId::uuid)))?;
    Ok(RichiesteOfCase {
        may_write: session.decide(Action::AccessoAttiWrite, &subject)?.is_allowed(),
        under_mandate: knows && !mandates.is_empty(),
        names: called,
        lines,
    })
}

/// A request with its term.
pub(super) fn view(session: &Session, case: CaseId, row: Row<RichiestaAccesso>) -> Result<RichiestaView> {
    let db = session.archive().db();
    let id: RecordId = row.typed_id()?;
    let office = queries::deadlines::office(db)?;
    let terms = queries::deadlines::of_case(db, case, &[])?;
    let term = terms
        .into_iter()
        .map(|one| one.deadline)
        .find(|term| term.key.record == id && term.key.code == Code::AccessoAtti);
    let standing = term.as_ref().map(|term| term.standing(session.now(), &office));
    Ok(RichiestaView {
        due: term.map(|term| term.due.date()),
        refused_by_silence: row.value.is_pending()
            && standing.is_some_and(|standing| standing.state == State::Overdue),
        standing,
        proposed: row.value.proposed().filter(|_| row.value.is_pending()),
        cases: cases(session, &row.value)?,
        request: Shown::of(session, row)?,
    })
}

/// The files in which it came and in which she may read it.
fn cases(session: &Session, request: &RichiestaAccesso) -> Result<Vec<CaseId>> {
    let Some(act) = request.act else {
        return Ok(request.case.into_iter().collect());
    };
    let mut found = Vec::new();
    for row in queries::accesso_atti::of_act(session.archive().db(), act)? {
        let Some(case) = row.value.case else { continue };
        let Ok(subject) = session.case_subject(case) else {
            continue;
        };
        if session.decide(Action::AccessoAttiRead, &subject)?.is_allowed() {
            found.push(case);
        }
    }
    Ok(found)
}
