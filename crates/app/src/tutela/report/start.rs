//! A report begins from its mandate: mandate, family and list of activities stand already in it.

use super::{
    super::{
        in_file::{InFile as _, allow, beside, court, writable},
        under::authority_of,
    },
    ReportRef,
    family::family,
    gather::{Gathered, take},
    loaded::{allow_text, reserved},
};
use crate::{Code, Error, Result, Session};
use cartella_archive::rows::{self, Row};
use cartella_domain::{
    ids::{ActId, CaseId, RecordId},
    rights::Action,
    time::CivilDate,
    tutela::{Mandato, Provvedimento, Relazione, RelazioneTesto, TIPI_RELAZIONE},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A report begins.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct StartReport {
    /// The mandate that it answers, in the file where the report is written.
    pub mandate: RecordId,
    /// What kind; its code in the list of reports.
    pub kind: Option<String>,
    /// First day of the period that it tells of; without, the day after the last report, or that of the order's receipt.
    pub from: Option<CivilDate>,
    /// Last day; today without.
    pub to: Option<CivilDate>,
}

/// The order of a mandate, as its file knows it.
pub(super) fn order_of(session: &Session, mandate: &Mandato) -> Result<Option<Provvedimento>> {
    let Some(order) = mandate.provvedimento else {
        return Ok(None);
    };
    let row = rows::get::<Provvedimento>(session.archive().db(), &order.to_string())?;
    Ok(row.map(|row| row.value))
}

/// Begins a report: a card in the file of each minor of the mandate, and a text with what mandate, registry and the signed
/// entries of the period give. A minor for whom the mandate no longer holds is not in it.
///
/// # Errors
/// `forbidden`, `not_found`; `unknown_code`; `last_day_before_first`; the disk is full.
pub fn start_report(session: &mut Session, input: StartReport) -> Result<ReportRef> {
    let (home, row) = writable::<Mandato>(session, input.mandate)?;
    allow_text(session, home)?;
    let kind = match &input.kind {
        None => None,
        Some(code) => Some(
            TIPI_RELAZIONE
                .answer(code)
                .ok_or_else(|| Error::field(Code::UnknownCode, "kind"))?,
        ),
    };
    let order = order_of(session, &row.value)?;
    let (from, to) = period(session, &input, &row.value, order.as_ref())?;
    let authority = match &order {
        Some(order) => authority_of(session, order)?,
        None => row.value.authority,
    };
    let (id, text_id): (RecordId, RecordId) = (session.id(), session.id());
    let card = Relazione {
        case: Some(home),
        act: Some(session.id::<ActId>()),
        mandato: Some(input.mandate),
        kind,
        autorita: order.and_then(|order| order.autorita),
        authority,
        nth: row.value.next_term(),
        from: Some(from),
        to: Some(to),
        author: Some(session.operator()),
        home: Some(home),
        text: Some(text_id),
        ..Relazione::default()
    };
    let others = cards(session, &row, &card)?;
    let mut cases = vec![home];
    cases.extend(others.iter().filter_map(|(_, card)| card.case));
    let mut text = RelazioneTesto {
        case: Some(home),
        relazione: Some(id),
        people: family(session, &cases)?,
        ..RelazioneTesto::default()
    };
    let gathered = Gathered::of(session, &cases, from, to)?;
    gathered.activities(&mut text);
    for entry in &gathered.entries {
        take(&mut text, entry);
    }
    session.write(|act| {
        act.create(court(home), id, &card)?;
        for (other, card) in &others {
            if let Some(case) = card.case {
                act.create(court(case), *other, card)?;
            }
        }
        act.create(reserved(home), text_id, &text)?;
        act.about(home);
        Ok(())
    })?;
    Ok(ReportRef { report: id })
}

/// The period that it tells of.
fn period(
    session: &Session,
    input: &StartReport,
    mandate: &Mandato,
    order: Option<&Provvedimento>,
) -> Result<(CivilDate, CivilDate)> {
    let to = input.to.unwrap_or_else(|| session.today());
    let after_last = mandate.reports.last().map(|sent| sent.plus_days(1));
    let received = order.and_then(Provvedimento::received_on);
    let from = input.from.or(after_last).or(received).unwrap_or(to);
    // What was sent today is told of today.
    let from = if input.from.is_none() { from.min(to) } else { from };
    if to < from {
        return Err(Error::field(Code::LastDayBeforeFirst, "to"));
    }
    Ok((from, to))
}

/// The cards of the other minors for whom the mandate still holds and whose diary she reads.
fn cards(session: &Session, mandate: &Row<Mandato>, card: &Relazione) -> Result<Vec<(RecordId, Relazione)>> {
    let mut cards = Vec::new();
    for other in beside(session, mandate.typed_id()?, &mandate.value)? {
        let Some(case) = other.value.case() else {
            continue;
        };
        if other.deleted || !other.value.is_open() || !reads_diary(session, case)? {
            continue;
        }
        let card = Relazione {
            case: Some(case),
            mandato: Some(other.typed_id()?),
            nth: other.value.next_term(),
            ..card.clone()
        };
        cards.push((session.id(), card));
    }
    Ok(cards)
}

fn reads_diary(session: &Session, case: CaseId) -> Result<bool> {
    let may = allow(session, case, Action::CaseRead).is_ok();
    Ok(may
        && session
            .decide(Action::EntryRead, &session.case_subject(case)?)?
            .is_allowed())
}
