//! Collocamenti in comunità: phases, one facility at a time, rates over time, the budget sheet, bills, who may see what.

mod money;
mod stays;

use cartella_app::{
    Code, Error,
    cases::OneCase,
    people::Saved,
    placements::{
        PlacementView, PlacementsPage, SaveBeside, SaveFacility, SavePlacement, StepPlacement, of_case, save,
        save_facility, save_rate, step,
    },
};
use cartella_domain::{
    ids::{CaseId, RecordId},
    money::Euro,
    people::Period,
    placements::{Collocamento, ESITI_DIMISSIONE, FORME, PlacementStep, Retta, Struttura, TIPI_COMUNITA},
    time::CivilDate,
};
use cartella_testkit::Office;

pub(crate) fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// A facility of the office.
pub(crate) fn facility(office: &mut Office, name: &str) -> RecordId {
    let input = SaveFacility {
        id: None,
        facility: Struttura {
            name: Some(name.into()),
            kind: TIPI_COMUNITA.answer("EDUCATIVA"),
            comune: Some("E514".into()),
            ..Struttura::default()
        },
        seen: Vec::new(),
    };
    save_facility(&mut office.session, input).unwrap().id
}

/// A placement by consent in a facility, still looked for.
pub(crate) fn begun(office: &mut Office, case: CaseId, facility: RecordId) -> RecordId {
    let input = SavePlacement {
        id: None,
        case,
        placement: Collocamento {
            struttura: Some(facility),
            forma: FORME.answer("1"),
            no_conflict: Some(day("2026-01-02")),
            ..Collocamento::default()
        },
        seen: Vec::new(),
    };
    save(&mut office.session, input).unwrap().id
}

pub(crate) fn stepped(office: &mut Office, id: RecordId, made: PlacementStep) -> Result<(), Error> {
    let input = StepPlacement {
        id,
        step: made,
        seen: Vec::new(),
    };
    step(&mut office.session, input).map(|_| ())
}

pub(crate) fn refusal(office: &mut Office, id: RecordId, made: PlacementStep) -> Code {
    stepped(office, id, made).unwrap_err().code
}

pub(crate) fn enter(on: &str) -> PlacementStep {
    PlacementStep::Enter { on: day(on) }
}

pub(crate) fn discharge(on: &str) -> PlacementStep {
    PlacementStep::Discharge {
        on: day(on),
        outcome: ESITI_DIMISSIONE.answer("4"),
        note: None,
    }
}

/// A placement in which the minor is since a day.
pub(crate) fn placed(office: &mut Office, case: CaseId, name: &str, on: &str) -> RecordId {
    let facility = facility(office, name);
    let id = begun(office, case, facility);
    stepped(office, id, enter(on)).unwrap();
    id
}

/// A rate with 5 % IVA from a day on.
pub(crate) fn rate(from: &str, daily: i64) -> Retta {
    Retta {
        period: Period {
            from: Some(day(from)),
            until: None,
        },
        daily: Some(Euro(daily)),
        iva: Some(500),
        ..Retta::default()
    }
}

pub(crate) fn rated(office: &mut Office, placement: RecordId, value: Retta) -> Saved {
    save_rate(&mut office.session, SaveBeside::new(placement, value)).unwrap()
}

pub(crate) fn page(office: &mut Office, case: CaseId) -> PlacementsPage {
    of_case(&mut office.session, OneCase { case }).unwrap()
}

pub(crate) fn only(office: &mut Office, case: CaseId) -> PlacementView {
    let mut page = page(office, case);
    assert_eq!(page.placements.len(), 1);
    page.placements.remove(0)
}
