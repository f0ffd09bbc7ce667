//! A step of the protocol is recorded, a report sent among them; what was a mistake is taken off.

use super::loaded::Loaded;
use crate::{Code, Error, Result, Session, cases::OneCase, tutela::court};
use cartella_archive::rows;
use cartella_domain::{
    ids::RecordId,
    people::tidy,
    spazio_neutro::{FaseSn, PassoSn, PercorsoSn},
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A step that was made.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct TakeSnStep {
    /// The path.
    pub path: RecordId,
    /// Which step.
    pub fase: FaseSn,
    /// On which day.
    pub on: CivilDate,
    /// With whom, what came of it.
    pub note: Option<String>,
}

/// Records it. A report that was sent meets the term of its half-year, and the next one begins.
///
/// # Errors
/// `forbidden`, `not_found`; `sn_closed`; `sn_step_elsewhere` for one that the path, its meetings or its end say
/// themselves; `day_before_state`, `day_in_future`; the disk is full.
pub fn take_step(session: &mut Session, input: TakeSnStep) -> Result<OneCase> {
    let loaded = Loaded::open(session, input.path)?;
    if matches!(
        input.fase,
        FaseSn::Segnalazione | FaseSn::Assegnazione | FaseSn::Incontri | FaseSn::Dimissione
    ) {
        return Err(Code::SnStepElsewhere.into());
    }
    if input.on > session.today() {
        return Err(Error::field(Code::DayInFuture, "on"));
    }
    if loaded
        .path
        .requested_on
        .is_some_and(|requested| input.on < requested)
    {
        return Err(Error::field(Code::DayBeforeState, "on"));
    }
    let step = PassoSn {
        case: Some(loaded.case),
        percorso: Some(input.path),
        fase: Some(input.fase),
        on: Some(input.on),
        note: tidy::lines(input.note),
        by: Some(session.operator()),
    };
    let mut path = loaded.path;
    if input.fase == FaseSn::Relazione && !path.reports.iter().any(|sent| *sent == input.on) {
        path.reports.0.push(input.on);
    }
    let id = session.id::<RecordId>();
    session.write(|act| {
        act.about(loaded.case);
        act.create(court(loaded.case), id, &step)?;
        act.edit(input.path, &path, None)
    })?;
    Ok(OneCase { case: loaded.case })
}

/// A step that was recorded by mistake.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct RemoveSnStep {
    /// The step.
    pub step: RecordId,
}

/// Takes it off; its history stays.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn remove_step(session: &mut Session, input: RemoveSnStep) -> Result<OneCase> {
    let row = rows::get::<PassoSn>(session.archive().db(), &input.step.to_string())?
        .filter(|row| !row.deleted)
        .ok_or_else(|| Error::new(Code::NotFound))?;
    let id = row.value.percorso.ok_or_else(|| Error::new(Code::NotFound))?;
    let loaded = Loaded::writable(session, id)?;
    let path = without(&loaded.path, &row.value);
    session.write(|act| {
        act.about(loaded.case);
        act.delete(input.step, "registrato per errore")?;
        act.edit(id, &path, None)
    })?;
    Ok(OneCase { case: loaded.case })
}

/// The path without the report that a step said was sent.
fn without(path: &PercorsoSn, step: &PassoSn) -> PercorsoSn {
    let mut path = path.clone();
    if step.fase == Some(FaseSn::Relazione) {
        path.reports.0.retain(|sent| Some(*sent) != step.on);
    }
    path
}
