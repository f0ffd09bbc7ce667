//! One plan, whole.

use super::{PlanRef, loaded::Loaded};
use crate::{
    Result, Session,
    names::{Names, names},
    people::Shown,
};
use cartella_archive::{audit, queries::plans};
use cartella_domain::{
    ids::{CaseId, OperatorId, RecordId},
    plans::{Goal, Party, Plan, PlanReview, PlanSignature, PlanVersion, next_review, unsigned},
    rights::Action,
    time::CivilDate,
};
use serde::Serialize;
use ts_rs::TS;

/// A signature with its id.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct PlanSignatureView {
    /// The record.
    pub id: RecordId,
    /// The signature.
    pub signature: PlanSignature,
}

/// A plan as its page shows it.
#[derive(Clone, PartialEq, Serialize, TS)]
pub struct PlanPage {
    /// Of which case.
    pub case: CaseId,
    /// The plan.
    pub plan: Shown<Plan>,
    /// Its goals, those of a short term first.
    pub goals: Vec<Shown<Goal>>,
    /// Its reviews, the last first.
    pub reviews: Vec<PlanReview>,
    /// When it is to be reviewed next.
    pub next_review: Option<CivilDate>,
    /// Who signed.
    pub signatures: Vec<PlanSignatureView>,
    /// Who has not.
    pub unsigned: Vec<Party>,
    /// What was signed, the last first.
    pub versions: Vec<PlanVersion>,
    /// What the person and the operators are called.
    pub names: Names,
    /// The operator may change it.
    pub may_write: bool,
}

/// Opens a plan; the audit says that its case was read.
///
/// # Errors
/// `forbidden` for who does not work on the case; `not_found`; the disk is full.
pub fn get(session: &mut Session, input: PlanRef) -> Result<PlanPage> {
    let loaded = Loaded::of(session, input.id, Action::PlanRead)?;
    session.note(audit::Event::new(audit::Act::ReadCase).about(loaded.case))?;
    let db = session.archive().db();
    let goals = loaded.goals(session)?;
    let signed = loaded.signatures(session)?;
    let signatures: Vec<PlanSignature> = signed.iter().map(|row| row.value.clone()).collect();
    let reviews: Vec<PlanReview> = plans::reviews(db, input.id)?
        .into_iter()
        .map(|row| row.value)
        .collect();
    let plan = &loaded.plan;
    let named = [plan.responsible, plan.monitor, plan.author]
        .into_iter()
        .flatten()
        .chain(reviews.iter().filter_map(|review| review.by))
        .map(OperatorId::uuid);
    let may_write = session
        .decide(Action::PlanWrite, &session.case_subject(loaded.case)?)?
        .is_allowed();
    Ok(PlanPage {
        case: loaded.case,
        next_review: next_review(plan, &reviews),
        unsigned: unsigned(plan, &signatures).cloned().collect(),
        names: names(session, named.chain([loaded.case.uuid()]))?,
        versions: plans::versions(db, input.id)?
            .into_iter()
            .map(|row| row.value)
            .collect(),
        goals: goals
            .into_iter()
            .map(|row| Shown::of(session, row))
            .collect::<Result<_>>()?,
        signatures: signed
            .into_iter()
            .map(|row| {
                Ok(PlanSignatureView {
                    id: row.typed_id()?,
                    signature: row.value,
                })
            })
            .collect::<Result<_>>()?,
        plan: Shown::of(session, loaded.row)?,
        reviews,
        may_write,
    })
}
