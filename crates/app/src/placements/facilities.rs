//! The facilities of the office: their cards, added and changed.

use super::loaded::listed;
use crate::{
    Code, Error, Result, Session,
    commands::Nothing,
    people::{Saved, Shown},
};
use cartella_archive::{Seen, queries};
use cartella_domain::{
    ids::RecordId,
    people::tidy,
    placements::{CARATTERE, Struttura, TIPI_COMUNITA},
    places,
    rights::{Action, Subject},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// All facilities by name, ended ones included.
///
/// # Errors
/// `forbidden` by her role; the archive does not answer.
pub fn facilities(session: &mut Session, _: Nothing) -> Result<Vec<Shown<Struttura>>> {
    session.allow(Action::FacilityRead, &Subject::nobody())?;
    let rows = queries::placements::facilities(session.archive().db())?;
    rows.into_iter().map(|row| Shown::of(session, row)).collect()
}

/// A facility as it shall be.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SaveFacility {
    /// The record; none for a new one.
    pub id: Option<RecordId>,
    /// All of it.
    pub facility: Struttura,
    /// What was on the screen; empty for a new one.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub seen: Vec<String>,
}

/// Adds or changes a facility of the office.
///
/// # Errors
/// `forbidden` by her role; `facility_nameless`; `unknown_code`, `unknown_comune`, `period_reversed`; the disk is full.
pub fn save_facility(session: &mut Session, input: SaveFacility) -> Result<Saved> {
    session.allow(Action::FacilityWrite, &Subject::nobody())?;
    let facility = accepted(input.facility)?;
    let id = input.id.unwrap_or_else(|| session.id());
    let (org, seen) = (session.org(), Seen(input.seen));
    session.write(|act| {
        if input.id.is_some() {
            act.edit(id, &facility, Some(&seen))?;
        } else {
            act.create(org, id, &facility)?;
        }
        Ok(Saved { id })
    })
}

fn accepted(facility: Struttura) -> Result<Struttura> {
    let facility = Struttura {
        name: tidy::text(facility.name),
        gestore: tidy::text(facility.gestore),
        address: tidy::text(facility.address),
        phone: tidy::text(facility.phone),
        mail: tidy::text(facility.mail),
        note: tidy::lines(facility.note),
        ..facility
    };
    if facility.name.is_none() {
        return Err(Error::field(Code::FacilityNameless, "name"));
    }
    listed(facility.kind.as_ref(), TIPI_COMUNITA, "kind")?;
    listed(facility.carattere.as_ref(), CARATTERE, "carattere")?;
    if facility
        .comune
        .as_deref()
        .is_some_and(|code| !places::is_known(code))
    {
        return Err(Error::field(Code::UnknownComune, "comune"));
    }
    if facility.period.is_reversed() {
        return Err(Error::field(Code::PeriodReversed, "period"));
    }
    Ok(facility)
}
