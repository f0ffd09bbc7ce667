//! The assessments of a case, each with what it lacks.

use crate::{
    Code, Error, Result, Session,
    cases::{Assessed, OneCase},
    names::{Names, names},
};
use cartella_archive::{audit, queries, rows};
use cartella_domain::{
    assessments::{Assessment, Gap, Known, gaps},
    cases::CaseFile,
    ids::{CaseId, OperatorId, RecordId},
    people::Person,
    rights::Action,
};
use serde::Serialize;
use ts_rs::TS;

/// An assessment on a screen.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssessmentView {
    /// The record.
    pub id: RecordId,
    /// The assessment.
    pub assessment: Assessment,
    /// What it lacks for the flows that it answers.
    pub gaps: Vec<Gap>,
    /// It is the last one, that counts.
    pub current: bool,
}

/// The assessments of a case.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct AssessmentsOfCase {
    /// The last first.
    pub assessments: Vec<AssessmentView>,
    /// What the person and the authors are called.
    pub names: Names,
    /// The operator may sign one.
    pub may_write: bool,
}

/// The assessments of a case; the audit says that its case was read where there is something to read.
///
/// # Errors
/// `forbidden` for who does not read its health data; `not_found`; the disk is full.
pub fn list(session: &mut Session, input: OneCase) -> Result<AssessmentsOfCase> {
    let subject = session.case_subject(input.case)?;
    session.allow(Action::HealthRead, &subject)?;
    let rows = queries::assessments::of_case(session.archive().db(), input.case)?;
    if !rows.is_empty() {
        session.note(audit::Event::new(audit::Act::ReadCase).about(input.case))?;
    }
    let known = known(session, input.case)?;
    let authors = rows
        .iter()
        .filter_map(|row| row.value.author)
        .map(OperatorId::uuid);
    let names = names(session, authors.chain([input.case.uuid()]))?;
    let mut views = Vec::new();
    for (index, row) in rows.into_iter().enumerate() {
        views.push(AssessmentView {
            id: row.typed_id()?,
            gaps: gaps(&row.value, known),
            assessment: row.value,
            current: index == 0,
        });
    }
    Ok(AssessmentsOfCase {
        assessments: views,
        names,
        may_write: session.decide(Action::AssessmentWrite, &subject)?.is_allowed(),
    })
}

/// That a case was assessed, and how much that lacks.
pub(crate) fn assessed(session: &Session, case: CaseId) -> Result<Option<Assessed>> {
    let rows = queries::assessments::of_case(session.archive().db(), case)?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let lacks = gaps(&row.value, known(session, case)?).len();
    Ok(Some(Assessed {
        on: row.value.on,
        gaps: u32::try_from(lacks).unwrap_or(u32::MAX),
    }))
}

/// What is known of the person and her case.
fn known(session: &Session, case: CaseId) -> Result<Known> {
    let db = session.archive().db();
    let file = rows::get::<CaseFile>(db, &case.to_string())?.ok_or_else(|| Error::new(Code::NotFound))?;
    let person = match file.value.person {
        Some(person) => rows::get::<Person>(db, &session.standing_record(person)?.to_string())?,
        None => None,
    };
    Ok(Known {
        birth: person.is_some_and(|row| row.value.birth.is_some()),
        first_referral: file.value.first_referral.is_some(),
    })
}
