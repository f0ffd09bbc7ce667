//! What was recorded by mistake beside a placement is taken off; its history stays.

use super::{
    beside::{Beside, before},
    bill::marked,
    loaded::Loaded,
};
use crate::{Code, Result, Session, cases::OneCase};
use cartella_domain::{
    ids::RecordId,
    placements::{AssenzaCom, FatturaCom, Retta, RichiestaDisponibilita},
    record::Record as _,
    rights::Action,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A record beside a placement that shall go: a request, an absence, a rate or a bill.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct RemoveFromPlacement {
    /// The placement.
    pub placement: RecordId,
    /// The record.
    pub id: RecordId,
}

/// Takes it off. What is signed stays.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn remove(session: &mut Session, input: RemoveFromPlacement) -> Result<OneCase> {
    let (kind, _) = session.archive().place(&input.id.to_string())?;
    let loaded = match kind {
        n if n == RichiestaDisponibilita::KIND.number => gone::<RichiestaDisponibilita>(session, input)?,
        n if n == AssenzaCom::KIND.number => gone::<AssenzaCom>(session, input)?,
        n if n == Retta::KIND.number => gone::<Retta>(session, input)?,
        n if n == FatturaCom::KIND.number => {
            Loaded::of(session, input.placement, Action::CourtWrite)?;
            gone::<FatturaCom>(session, input)?
        }
        _ => return Err(Code::NotFound.into()),
    };
    let billed = (kind == FatturaCom::KIND.number).then(|| marked(&loaded.row.value, input.id, None));
    session.write(|act| {
        act.about(loaded.case);
        act.delete(input.id, "registrato per errore")?;
        match &billed {
            Some(placement) => act.edit(loaded.id, placement, None),
            None => Ok(()),
        }
    })?;
    Ok(OneCase { case: loaded.case })
}

fn gone<T: Beside>(session: &Session, input: RemoveFromPlacement) -> Result<Loaded> {
    let loaded = Loaded::of(session, input.placement, T::WRITE)?;
    before::<T>(session, input.id, input.placement)?;
    Ok(loaded)
}
