//! The budget sheet (scheda budget): what a placement costs in the current year and in the first following one, for the
//! commitment of expenditure of the comune.

use super::{AssenzaCom, Collocamento, CostoPeriodo, Retta, cost};
use crate::{
    ids::{CaseId, OperatorId, RecordId},
    record::Record,
    time::{CivilDate, Instant},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The cost of a year and of the next one; a year without a day of the placement costs nothing.
#[must_use]
pub fn budget(
    placement: &Collocamento,
    rates: &[(RecordId, Retta)],
    absences: &[AssenzaCom],
    year: i32,
) -> Vec<CostoPeriodo> {
    [year, year.saturating_add(1)]
        .into_iter()
        .filter_map(|year| {
            let from = CivilDate::from_ymd(year, 1, 1)?;
            let until = CivilDate::from_ymd(year, 12, 31)?;
            Some(cost(placement, rates, absences, from, until))
        })
        .collect()
}

/// A budget sheet as it was sent: signed, so that it can be shown again with the same figures whatever the rates become.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 154, name = "scheda_budget", signed)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct SchedaBudget {
    /// The file.
    #[field(1)]
    pub case: Option<CaseId>,
    /// The placement.
    #[field(2)]
    pub collocamento: Option<RecordId>,
    /// The day on which it was made.
    #[field(3)]
    pub on: Option<CivilDate>,
    /// When it was signed.
    #[field(4)]
    pub signed_at: Option<Instant>,
    /// By whom.
    #[field(5)]
    pub author: Option<OperatorId>,
    /// For which comune (Belfiore code): the one that bears the costs.
    #[field(6)]
    pub comune: Option<String>,
    /// The facility, by its name then.
    #[field(7)]
    pub struttura: Option<String>,
    /// The year and the next.
    #[field(8)]
    pub years: Option<Vec<CostoPeriodo>>,
    /// The rates that it was computed with.
    #[field(9)]
    pub rates: Option<Vec<Retta>>,
    /// In words.
    #[field(10)]
    pub note: Option<String>,
}
