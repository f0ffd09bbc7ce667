//! The placements of a case: phases, requests, absences, rates and bills, what is missing.

use super::{
    budget::sheets,
    loaded::Loaded,
    view::{BillView, MoneyView, OrderChoice, PlacementView, PlacementsPage},
};
use crate::{Result, Session, cases::OneCase, names::names, people::Shown, tutela::allow};
use cartella_archive::{
    audit,
    queries::{placements as stored, tutela},
    rows::{self, Row},
};
use cartella_domain::{
    ids::{CaseId, PersonId, RecordId},
    people::Person,
    placements::{
        AssenzaCom, Collocamento, FatturaCom, Retta, RichiestaDisponibilita, Surroundings, cost, findings,
    },
    record::Record,
    rights::Action,
    time::PartialDate,
    tutela::Provvedimento,
};
use ts_rs::TS;

/// Reads them; the audit says so before anything is shown.
///
/// # Errors
/// `not_found`, `forbidden`, `case_not_under_court`; the disk is full.
pub fn of_case(session: &mut Session, input: OneCase) -> Result<PlacementsPage> {
    let case = input.case;
    allow(session, case, Action::CourtRead)?;
    session.note(audit::Event::new(audit::Act::ReadCase).about(case))?;
    let reads_money = allow(session, case, Action::MoneyRead).is_ok();
    let birth = birth(session, session.case_facts(case)?.person)?;
    let mut placements = Vec::new();
    for row in tutela::of_case::<Collocamento>(session.archive().db(), case)? {
        placements.push(placement(session, case, row, birth, reads_money)?);
    }
    placements.sort_by_key(|one| !one.placement.value.state.is_running());
    let facilities = stored::facilities(session.archive().db())?;
    let authors = placements.iter().filter_map(|one| one.placement.value.by);
    Ok(PlacementsPage {
        case,
        writes: allow(session, case, Action::CourtWrite).is_ok(),
        writes_money: allow(session, case, Action::MoneyWrite).is_ok(),
        names: names(session, authors.map(|by| by.uuid()).chain([case.uuid()]))?,
        facilities: facilities
            .into_iter()
            .map(|row| Shown::of(session, row))
            .collect::<Result<_>>()?,
        orders: orders(session, case)?,
        placements,
    })
}

fn birth(session: &Session, person: PersonId) -> Result<Option<PartialDate>> {
    let person = session.standing_record(person)?;
    let row = rows::get::<Person>(session.archive().db(), &person.to_string())?;
    Ok(row.and_then(|row| row.value.birth))
}

/// The orders of a file.
pub(crate) fn orders(session: &Session, case: CaseId) -> Result<Vec<OrderChoice>> {
    tutela::of_case::<Provvedimento>(session.archive().db(), case)?
        .into_iter()
        .map(|row| {
            Ok(OrderChoice {
                id: row.typed_id()?,
                kind: row.value.kind,
                number: row.value.number,
                issued_on: row.value.issued_on,
            })
        })
        .collect()
}

/// What hangs on a placement, as the form needs it and as the rules do.
pub(super) fn beside<T: Record + TS>(session: &Session, id: RecordId) -> Result<Vec<Shown<T>>> {
    let rows = stored::beside::<T>(session.archive().db(), id)?;
    rows.into_iter().map(|row| Shown::of(session, row)).collect()
}

/// The rates of a placement by their records.
pub(super) fn rates(session: &Session, id: RecordId) -> Result<Vec<(RecordId, Retta)>> {
    let rows = stored::beside::<Retta>(session.archive().db(), id)?;
    rows.into_iter()
        .map(|row| Ok((row.typed_id()?, row.value)))
        .collect()
}

fn placement(
    session: &Session,
    case: CaseId,
    row: Row<Collocamento>,
    birth: Option<PartialDate>,
    reads_money: bool,
) -> Result<PlacementView> {
    let id: RecordId = row.typed_id()?;
    let today = session.today();
    let loaded = Loaded { id, case, row };
    let others = loaded.other_stays(session)?;
    let stay = &loaded.row.value;
    let absences = beside::<AssenzaCom>(session, id)?;
    let rates = reads_money.then(|| rates(session, id)).transpose()?;
    let found = findings(
        stay,
        &Surroundings {
            rates: rates.as_deref(),
            others: &others,
            birth,
            today,
        },
    );
    let away: Vec<AssenzaCom> = absences.iter().map(|one| one.value.clone()).collect();
    let money = match &rates {
        Some(rates) => Some(money(session, id, stay, rates, &away)?),
        None => None,
    };
    Ok(PlacementView {
        days: stay.state.entered().map_or(0, |from| stay.giornate(from, today)),
        requests: beside::<RichiestaDisponibilita>(session, id)?,
        absences: absences.into_iter().rev().collect(),
        money,
        findings: found,
        placement: Shown::of(session, loaded.row)?,
    })
}

fn money(
    session: &Session,
    id: RecordId,
    stay: &Collocamento,
    rates: &[(RecordId, Retta)],
    away: &[AssenzaCom],
) -> Result<MoneyView> {
    let today = session.today();
    let mut bills: Vec<BillView> = beside::<FatturaCom>(session, id)?
        .into_iter()
        .map(|bill| {
            let days = bill.value.from.zip(bill.value.until);
            BillView {
                computed: days.map(|(from, until)| cost(stay, rates, away, from, until)),
                bill,
            }
        })
        .collect();
    bills.sort_by_key(|one| std::cmp::Reverse((one.bill.value.from, one.bill.id)));
    let mut shown = beside::<Retta>(session, id)?;
    shown.sort_by_key(|one| std::cmp::Reverse((one.value.period.from, one.id)));
    let unbilled = stay
        .billing_periods()
        .find(|period| period.billed_on(&stay.billed.0).is_none());
    let entered = stay.state.entered();
    Ok(MoneyView {
        rates: shown,
        bills,
        next_bill: unbilled
            .filter(|period| period.from <= today)
            .map(|period| cost(stay, rates, away, period.from, period.until)),
        so_far: entered.map(|entered| cost(stay, rates, away, entered, today)),
        sheets: sheets(session, id)?,
    })
}
