//! What in a placement does not fit or is missing: shown, never a reason to refuse what is recorded.

use super::{Collocamento, Retta, cost::days, lists::SegnaleCollocamento, rate_on};
use crate::{
    ids::RecordId,
    time::{CivilDate, PartialDate},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One finding about a placement.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum CollocamentoFinding {
    /// The minor is in two facilities at the same time.
    TwoAtOnce,
    /// A court ordered it and the order is not linked.
    OrderMissing,
    /// The facility is not said.
    FacilityMissing,
    /// By consent or by order: not said.
    FormaMissing,
    /// That nobody has relatives there is not declared (D.Lgs. 149/2022 art. 28).
    ConflictUndeclared,
    /// No rate is known.
    NoRate,
    /// Two rates hold on the same days.
    RatesOverlap,
    /// Days of the stay without a rate.
    RateGap {
        /// The first of them.
        from: CivilDate,
        /// How many.
        days: u32,
    },
    /// Health service and parents pay more than the whole.
    SharesTooLarge,
    /// The minor came of age and no extension was asked for.
    OfAge,
}

/// What stands around a placement, as far as the findings look.
pub struct Surroundings<'a> {
    /// Its rates; none for who may not read money.
    pub rates: Option<&'a [(RecordId, Retta)]>,
    /// The stays of the same minor in other placements.
    pub others: &'a [Stay],
    /// The minor's birth.
    pub birth: Option<PartialDate>,
    /// Today.
    pub today: CivilDate,
}

/// The days of a stay: to the day of discharge, which two may share; open without one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The day of entry.
    pub from: CivilDate,
    /// The day of discharge.
    pub left: Option<CivilDate>,
}

impl Stay {
    /// The stay of a placement in which somebody entered.
    #[must_use]
    pub fn of(placement: &Collocamento) -> Option<Self> {
        Some(Self {
            from: placement.state.entered()?,
            left: placement.state.left(),
        })
    }
}

/// Whether two stays have a night in common (domain.md 12.1: one residential placement at a time).
#[must_use]
pub fn together(one: Stay, other: Stay) -> bool {
    let before = |left: Option<CivilDate>, from: CivilDate| left.is_some_and(|left| left <= from);
    !before(one.left, other.from) && !before(other.left, one.from)
}

/// The findings about a placement.
#[must_use]
pub fn findings(placement: &Collocamento, around: &Surroundings<'_>) -> Vec<CollocamentoFinding> {
    use CollocamentoFinding as F;
    if matches!(placement.state, super::StatoCollocamento::NonAvviato { .. }) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut add = |holds: bool, finding: F| {
        if holds {
            found.push(finding);
        }
    };
    let stay = Stay::of(placement);
    let twice = stay.is_some_and(|stay| around.others.iter().any(|other| together(stay, *other)));
    add(twice, F::TwoAtOnce);
    add(
        placement.is_ordered() && placement.provvedimento.is_none(),
        F::OrderMissing,
    );
    add(
        stay.is_some() && placement.struttura.is_none(),
        F::FacilityMissing,
    );
    add(stay.is_some() && placement.forma.is_none(), F::FormaMissing);
    add(
        stay.is_some() && placement.no_conflict.is_none(),
        F::ConflictUndeclared,
    );
    let of_age = around
        .birth
        .and_then(|birth| birth.age_on(around.today))
        .is_some_and(|age| age >= 18);
    let goes_on = placement
        .flags
        .iter()
        .any(|flag| *flag == SegnaleCollocamento::ProrogaDiciotto);
    add(placement.state.is_running() && of_age && !goes_on, F::OfAge);
    if let Some(rates) = around.rates {
        found.extend(of_rates(placement, rates, around.today));
    }
    found
}

fn of_rates(
    placement: &Collocamento,
    rates: &[(RecordId, Retta)],
    today: CivilDate,
) -> Vec<CollocamentoFinding> {
    use CollocamentoFinding as F;
    let mut found = Vec::new();
    if rates.is_empty() {
        if placement.state.entered().is_some() {
            found.push(F::NoRate);
        }
        return found;
    }
    let overlap = rates.iter().enumerate().any(|(at, (_, one))| {
        let others = rates.iter().skip(at + 1);
        others.into_iter().any(|(_, other)| one.overlaps(other))
    });
    if overlap {
        found.push(F::RatesOverlap);
    }
    if let Some(entered) = placement.state.entered() {
        let mut bare = days(placement, entered, today).filter(|day| rate_on(rates, *day).is_none());
        if let Some(from) = bare.next() {
            let days = u32::try_from(bare.count() + 1).unwrap_or(u32::MAX);
            found.push(F::RateGap { from, days });
        }
    }
    let too_large = |(_, rate): &(RecordId, Retta)| {
        let mut one = placement.clone();
        one.state = super::StatoCollocamento::Inserito { on: today };
        one.expected_until = None;
        let alone = Retta {
            period: crate::people::Period::default(),
            ..rate.clone()
        };
        super::cost(&one, &[(RecordId::default(), alone)], &[], today, today).comune
            < crate::money::Euro::ZERO
    };
    if rates.iter().any(too_large) {
        found.push(F::SharesTooLarge);
    }
    found
}
