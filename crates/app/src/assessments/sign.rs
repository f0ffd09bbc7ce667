//! An assessment is signed: it never changes, a new one takes its place.

use crate::{Code, Error, Result, Session};
use cartella_archive::queries;
use cartella_domain::{
    assessments::{Assessment, CourtOrder, order_kinds, questions, unknown_answers},
    ids::{CaseId, RecordId},
    people::tidy,
    rights::Action,
    scope::{ScopeId, ScopeKind},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// An assessment to sign. Author, episode and what it replaces are not said here.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SignAssessment {
    /// Of which case.
    pub case: CaseId,
    /// What it says.
    pub assessment: Assessment,
}

/// Names one assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AssessmentRef {
    /// The assessment.
    pub id: RecordId,
}

/// Signs it. What a flow still lacks does not hinder: it stands beside.
///
/// # Errors
/// `forbidden` for who does not work on the case; `not_found`; `nothing_written` where it says nothing; `unknown_code`
/// with the question; `day_in_future`; the disk is full.
pub fn sign(session: &mut Session, input: SignAssessment) -> Result<AssessmentRef> {
    session.allow(Action::AssessmentWrite, &session.case_subject(input.case)?)?;
    let (db, today) = (session.archive().db(), session.today());
    let episodes = queries::cases::episodes(db, input.case)?;
    let before = queries::assessments::of_case(db, input.case)?;
    let on = input.assessment.on.unwrap_or(today);
    if on > today {
        return Err(Error::field(Code::DayInFuture, "on"));
    }
    let signed = Assessment {
        case: Some(input.case),
        episode: episodes.first().map(|row| row.typed_id()).transpose()?,
        on: Some(on),
        author: Some(session.operator()),
        signed_at: Some(session.now()),
        replaces: before.first().map(|row| row.typed_id()).transpose()?,
        ..tidied(input.assessment)
    };
    let said = signed.answers.is_some() || signed.texts.is_some() || signed.summary.is_some();
    if !said {
        return Err(Error::field(Code::NothingWritten, "summary"));
    }
    if let Some(key) = unknown_answers(&signed).first() {
        return Err(Error::new(Code::UnknownCode).with("field", key.as_str()));
    }
    let kind = signed.order.as_ref().and_then(|order| order.kind.as_ref());
    if kind.is_some_and(|kind| !order_kinds().has(kind)) {
        return Err(Error::field(Code::UnknownCode, "order"));
    }
    let id: RecordId = session.id();
    let scope = ScopeId::new(input.case.uuid(), ScopeKind::CaseHealth);
    session.write(|act| {
        act.about(input.case);
        act.sign(scope, id, &signed, &on.to_string())?;
        Ok(AssessmentRef { id })
    })
}

/// What was typed without what is empty.
fn tidied(mut assessment: Assessment) -> Assessment {
    // What was answered in a set that was put away again is not signed.
    let sets = assessment.sets.iter().flatten();
    let asked: Vec<_> = sets
        .flat_map(|set| questions(*set))
        .map(|question| question.key)
        .collect();
    if let Some(answers) = &mut assessment.answers {
        answers.retain(|key, answers| !answers.is_empty() && asked.contains(&key.as_str()));
    }
    let texts = assessment.texts.unwrap_or_default().into_iter();
    let texts: std::collections::BTreeMap<_, _> = texts
        .filter_map(|(area, text)| Some((area, tidy::lines(Some(text))?)))
        .collect();
    let order = assessment.order.map(|order| CourtOrder {
        authority: tidy::text(order.authority),
        ..order
    });
    Assessment {
        answers: assessment.answers.filter(|answers| !answers.is_empty()),
        texts: (!texts.is_empty()).then_some(texts),
        summary: tidy::lines(assessment.summary),
        order: order.filter(|order| *order != CourtOrder::default()),
        ..assessment
    }
}
