//! A bill of a facility is recorded: its figures in the money scope, beside the stay only for which days one came in.

use super::{
    SaveBeside,
    beside::{Beside as _, before},
    loaded::Loaded,
};
use crate::{Code, Error, Result, Session, people::Saved};
use cartella_archive::Seen;
use cartella_domain::{
    ids::RecordId,
    people::tidy,
    placements::{BilledPeriod, Collocamento, FatturaCom},
    rights::Action,
};

/// Records it; the term of the periods that it covers is met by it.
///
/// # Errors
/// `forbidden` for who may not write both stay and money; `not_found`; `bill_unsaid` without its days; `ends_before_start`;
/// the disk is full.
pub fn save_bill(session: &mut Session, input: SaveBeside<FatturaCom>) -> Result<Saved> {
    let loaded = Loaded::of(session, input.placement, FatturaCom::WRITE)?;
    Loaded::of(session, input.placement, Action::CourtWrite)?;
    if let Some(id) = input.id {
        before::<FatturaCom>(session, id, input.placement)?;
    }
    let bill = FatturaCom {
        number: tidy::text(input.value.number),
        note: tidy::lines(input.value.note),
        ..input.value
    };
    let (Some(from), Some(until)) = (bill.from, bill.until) else {
        return Err(Error::field(Code::BillUnsaid, "from"));
    };
    if until < from {
        return Err(Error::field(Code::EndsBeforeStart, "until"));
    }
    let id = input.id.unwrap_or_else(|| session.id());
    let bill = FatturaCom {
        on: bill.on.or(Some(session.today())),
        ..bill
    }
    .tied(loaded.case, loaded.id);
    let covered = BilledPeriod {
        from,
        until,
        on: bill.on.unwrap_or(until),
        fattura: id,
    };
    let placement = marked(&loaded.row.value, id, Some(covered));
    let (scope, seen) = (loaded.scope(FatturaCom::SCOPE), Seen(input.seen));
    session.write(|act| {
        act.about(loaded.case);
        if input.id.is_some() {
            act.edit(id, &bill, Some(&seen))?;
        } else {
            act.create(scope, id, &bill)?;
        }
        act.edit(loaded.id, &placement, None)?;
        Ok(Saved { id })
    })
}

/// The placement with what a bill covers, in place of what it covered before; none where the bill goes.
pub(super) fn marked(
    placement: &Collocamento,
    bill: RecordId,
    covered: Option<BilledPeriod>,
) -> Collocamento {
    let mut placement = placement.clone();
    placement.billed.0.retain(|billed| billed.fattura != bill);
    placement.billed.0.extend(covered);
    placement.billed.0.sort_unstable();
    placement
}
