//! What the page of a case's placements shows.

use super::budget::SheetView;
use crate::{Names, people::Shown};
use cartella_domain::{
    codes::Coded,
    ids::{CaseId, RecordId},
    placements::{
        AssenzaCom, Collocamento, CollocamentoFinding, CostoPeriodo, FatturaCom, Retta,
        RichiestaDisponibilita, Struttura,
    },
    time::CivilDate,
};
use serde::Serialize;
use ts_rs::TS;

/// A bill, and what its days cost by the rates that are recorded.
#[derive(Clone, Serialize, TS)]
pub struct BillView {
    /// The bill.
    pub bill: Shown<FatturaCom>,
    /// What the same days come to here; none where their days are not said.
    pub computed: Option<CostoPeriodo>,
}

/// What a placement costs.
#[derive(Clone, Serialize, TS)]
pub struct MoneyView {
    /// Its daily rates, the last that begins first.
    pub rates: Vec<Shown<Retta>>,
    /// Its bills, the last first.
    pub bills: Vec<BillView>,
    /// The days of which a bill comes next, with what they should come to.
    pub next_bill: Option<CostoPeriodo>,
    /// From the entry to today, or to the discharge.
    pub so_far: Option<CostoPeriodo>,
    /// The budget sheets that were signed, the last first.
    pub sheets: Vec<SheetView>,
}

/// A placement with everything that hangs on it.
#[derive(Clone, Serialize, TS)]
pub struct PlacementView {
    /// The placement.
    pub placement: Shown<Collocamento>,
    /// Requests of availability, the first first.
    pub requests: Vec<Shown<RichiestaDisponibilita>>,
    /// Absences, the last first.
    pub absences: Vec<Shown<AssenzaCom>>,
    /// Days from the entry to today, or to the discharge.
    pub days: u32,
    /// What it costs; none for who may not read money.
    pub money: Option<MoneyView>,
    /// What does not fit or is missing.
    pub findings: Vec<CollocamentoFinding>,
}

/// An order by which a placement may stand.
#[derive(Clone, PartialEq, Eq, Serialize, TS)]
pub struct OrderChoice {
    /// The order, as this file knows it.
    pub id: RecordId,
    /// What it orders.
    pub kind: Option<Coded>,
    /// Its number.
    pub number: Option<String>,
    /// Its own date.
    pub issued_on: Option<CivilDate>,
}

/// The placements of a case.
#[derive(Clone, Serialize, TS)]
pub struct PlacementsPage {
    /// The case.
    pub case: CaseId,
    /// The operator may write stays.
    pub writes: bool,
    /// She may write what they cost.
    pub writes_money: bool,
    /// Those that run first, then the last first.
    pub placements: Vec<PlacementView>,
    /// The facilities of the office.
    pub facilities: Vec<Shown<Struttura>>,
    /// The orders of the file.
    pub orders: Vec<OrderChoice>,
    /// Names of who is named.
    pub names: Names,
}
