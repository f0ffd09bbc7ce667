//! The budget sheet of a placement: computed for the year and the next, signed as it goes to the comune, printed.

use super::{PlacementRef, loaded::Loaded, page};
use crate::{
    Code, PaperHead, Result, Session,
    names::{Names, names},
    people::Saved,
};
use cartella_archive::{audit, queries::placements as stored, rows};
use cartella_domain::{
    cases::CaseFile,
    ids::{CaseId, OperatorId, RecordId},
    people::tidy,
    placements::{
        AssenzaCom, Collocamento, CostoPeriodo, Retta, SchedaBudget, Struttura, budget as computed,
    },
    places,
    record::Record as _,
    rights::Action,
    scope::ScopeKind,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A signed sheet with its id.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetView {
    /// The record.
    pub id: RecordId,
    /// The sheet.
    pub sheet: SchedaBudget,
    /// The comune that it names, by name.
    pub comune: Option<String>,
}

/// The signed sheets of a placement, the last first.
pub(super) fn sheets(session: &Session, placement: RecordId) -> Result<Vec<SheetView>> {
    let rows = stored::beside::<SchedaBudget>(session.archive().db(), placement)?;
    let mut sheets = rows
        .into_iter()
        .map(|row| {
            Ok(SheetView {
                id: row.typed_id()?,
                comune: name_of(row.value.comune.as_ref()),
                sheet: row.value,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    sheets.reverse();
    Ok(sheets)
}

/// For which placement, from which year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct AskBudget {
    /// The placement.
    pub id: RecordId,
    /// The first of the two years; this one without.
    pub year: Option<i32>,
}

/// A budget sheet as it stands today.
#[derive(Clone, Serialize, TS)]
pub struct BudgetView {
    /// The placement.
    pub placement: RecordId,
    /// Its case.
    pub case: CaseId,
    /// The placement itself.
    pub stay: Collocamento,
    /// The name of the facility.
    pub facility: Option<String>,
    /// The comune that bears the costs, by name.
    pub comune: Option<String>,
    /// The comune of residence, by name.
    pub residence: Option<String>,
    /// The year and the next.
    pub years: Vec<CostoPeriodo>,
    /// The rates that it is computed with, the first first.
    pub rates: Vec<Retta>,
    /// What was signed, the last first.
    pub sheets: Vec<SheetView>,
    /// The operator may sign it.
    pub may_sign: bool,
    /// What the minor and the authors are called.
    pub names: Names,
}

/// What goes into a sheet.
struct Parts {
    loaded: Loaded,
    facility: Option<String>,
    comune: Option<String>,
    residence: Option<String>,
    years: Vec<CostoPeriodo>,
    rates: Vec<Retta>,
}

impl Parts {
    fn of(session: &Session, ask: AskBudget, action: Action) -> Result<Self> {
        let loaded = Loaded::of(session, ask.id, action)?;
        let db = session.archive().db();
        let stay = &loaded.row.value;
        let today = session.today();
        let facility = match stay.struttura {
            Some(id) => rows::get::<Struttura>(db, &id.to_string())?.and_then(|row| row.value.name),
            None => None,
        };
        let file = rows::get::<CaseFile>(db, &loaded.case.to_string())?;
        let comuni = file.and_then(|row| row.value.comuni_on(today).cloned());
        let (costs, residence) = comuni.map_or((None, None), |comuni| {
            (comuni.costs.or(comuni.in_charge), comuni.residence)
        });
        let mut rates = page::rates(session, loaded.id)?;
        rates.sort_by_key(|(id, rate)| (rate.period.from, *id));
        let away = stored::beside::<AssenzaCom>(db, loaded.id)?;
        let away: Vec<AssenzaCom> = away.into_iter().map(|row| row.value).collect();
        let year = ask.year.unwrap_or_else(|| today.year());
        Ok(Self {
            years: computed(stay, &rates, &away, year),
            rates: rates.into_iter().map(|(_, rate)| rate).collect(),
            facility,
            comune: costs,
            residence,
            loaded,
        })
    }
}

fn name_of(comune: Option<&String>) -> Option<String> {
    let code = comune?;
    places::at(code, None).map(|place| place.name.to_string())
}

/// Computes it; the audit says that the case was read.
///
/// # Errors
/// `forbidden` for who may not read the money of the case; `not_found`; the disk is full.
pub fn budget(session: &mut Session, input: AskBudget) -> Result<BudgetView> {
    let parts = Parts::of(session, input, Action::MoneyRead)?;
    let (id, case) = (parts.loaded.id, parts.loaded.case);
    session.note(audit::Event::new(audit::Act::ReadCase).about(case))?;
    let sheets = sheets(session, id)?;
    let authors = sheets.iter().filter_map(|one| one.sheet.author);
    let named = authors.map(OperatorId::uuid).chain([case.uuid()]);
    Ok(BudgetView {
        placement: id,
        case,
        names: names(session, named)?,
        comune: name_of(parts.comune.as_ref()),
        residence: name_of(parts.residence.as_ref()),
        may_sign: session
            .decide(Action::MoneyWrite, &session.case_subject(case)?)?
            .is_allowed(),
        stay: parts.loaded.row.value,
        facility: parts.facility,
        years: parts.years,
        rates: parts.rates,
        sheets,
    })
}

/// A sheet that is signed.
#[derive(Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct SignBudget {
    /// The placement.
    pub id: RecordId,
    /// The first of the two years; this one without.
    pub year: Option<i32>,
    /// In words.
    pub note: Option<String>,
}

/// Signs it with its figures of today: they stay, whatever the rates become.
///
/// # Errors
/// `forbidden` for who may not write the money of the case; `not_found`; `rate_unsaid` while there is no rate to compute
/// with; the disk is full.
pub fn sign_budget(session: &mut Session, input: SignBudget) -> Result<Saved> {
    let ask = AskBudget {
        id: input.id,
        year: input.year,
    };
    let parts = Parts::of(session, ask, Action::MoneyWrite)?;
    if parts.rates.is_empty() {
        return Err(Code::RateUnsaid.into());
    }
    let (today, loaded) = (session.today(), parts.loaded);
    let sheet = SchedaBudget {
        case: Some(loaded.case),
        collocamento: Some(loaded.id),
        on: Some(today),
        signed_at: Some(session.now()),
        author: Some(session.operator()),
        comune: parts.comune,
        struttura: parts.facility,
        years: Some(parts.years),
        rates: Some(parts.rates),
        note: tidy::lines(input.note),
    };
    let id = session.id::<RecordId>();
    session.write(|act| {
        act.about(loaded.case);
        act.sign(loaded.scope(ScopeKind::CaseMoney), id, &sheet, &today.to_string())?;
        Ok(Saved { id })
    })
}

/// The sheet goes to the printer: the audit says so first.
///
/// # Errors
/// `forbidden`, `not_found`; the disk is full.
pub fn print_budget(session: &mut Session, input: PlacementRef) -> Result<PaperHead> {
    let loaded = Loaded::of(session, input.id, Action::MoneyRead)?;
    let event = audit::Event::new(audit::Act::Print).on(input.id, Collocamento::KIND.number);
    session.print(event, loaded.case)
}
