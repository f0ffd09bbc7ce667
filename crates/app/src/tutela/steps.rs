//! A step of the emergency measure was made: when, by what means, to whom, under which protocol.

use super::in_file::{InFile as _, beside, court, moment, writable};
use crate::{Code, Error, Result, Session, cases::OneCase};
use cartella_archive::queries;
use cartella_domain::{
    ids::{ActId, RecordId},
    people::tidy,
    tutela::{Misura403, Passo403, meets},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AddStep {
    /// The measure, in its file.
    pub measure: RecordId,
    /// The step; file and measure are given here.
    pub step: Passo403,
    /// For the other minors of the measure too.
    pub everywhere: bool,
}

/// Records it. What is typed counts, whatever this computer's clock says: in an emergency a wrong clock must not stop
/// anybody.
///
/// # Errors
/// `forbidden`, `not_found`; `step_missing`, `moment_missing`, `hour_not_there`; the disk is full.
pub fn add_step(session: &mut Session, input: AddStep) -> Result<OneCase> {
    let (case, row) = writable::<Misura403>(session, input.measure)?;
    if input.step.step.is_none() {
        return Err(Error::field(Code::StepMissing, "step"));
    }
    let done = input
        .step
        .done
        .ok_or_else(|| Error::field(Code::MomentMissing, "done"))?;
    let step = Passo403 {
        act: Some(session.id::<ActId>()),
        done: Some(moment(done, "done")?),
        recipient: tidy::text(input.step.recipient),
        protocol: tidy::text(input.step.protocol),
        note: tidy::lines(input.step.note),
        by: Some(session.operator()),
        ..input.step
    };
    let mut places = vec![(case, input.measure)];
    if input.everywhere {
        for other in beside(session, input.measure, &row.value)? {
            if let Some(case) = other.value.case() {
                places.push((case, other.typed_id()?));
            }
        }
    }
    let mut written = Vec::new();
    for (case, measure) in places {
        let step = Passo403 {
            case: Some(case),
            misura: Some(measure),
            ..step.clone()
        };
        let id: RecordId = session.id();
        written.push((case, id, in_its_place(session, measure, id, step)?));
    }
    session.write(|act| {
        for (case, id, (step, answering)) in &written {
            act.create(court(*case), *id, step)?;
            for (id, later) in answering {
                act.edit(*id, later, None)?;
            }
        }
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
}

/// A step with the earlier ones that it answers; those that answer it and were recorded before learn it, so that either
/// order of recording says the same.
fn in_its_place(
    session: &Session,
    measure: RecordId,
    id: RecordId,
    mut step: Passo403,
) -> Result<(Passo403, Vec<(RecordId, Passo403)>)> {
    let mut answering = Vec::new();
    let Some(which) = step.step else {
        return Ok((step, answering));
    };
    for row in queries::tutela::steps(session.archive().db(), measure)? {
        let Some(other) = row.value.step else { continue };
        if meets(which, other) {
            step.answers.push(row.typed_id()?);
        } else if meets(other, which) {
            let mut later = row.value.clone();
            later.answers.push(id);
            answering.push((row.typed_id()?, later));
        }
    }
    Ok((step, answering))
}

/// A step that was recorded wrongly.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct RemoveStep {
    /// The step, in its file.
    pub step: RecordId,
}

/// Marks a step as recorded by mistake; its history stays.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn remove_step(session: &mut Session, input: RemoveStep) -> Result<OneCase> {
    let (case, _) = writable::<Passo403>(session, input.step)?;
    session.write(|act| {
        act.delete(input.step, "")?;
        act.about(case);
        Ok(())
    })?;
    Ok(OneCase { case })
}
