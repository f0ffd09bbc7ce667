//! What a placement costs between two days: a line a rate, rounded once a line.

use super::{AssenzaCom, Collocamento, Retta, RettaQuota, rate_on};
use crate::{ids::RecordId, money::Euro, time::CivilDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The days that one rate, whole or reduced, was owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RigaCosto {
    /// The rate.
    pub retta: RecordId,
    /// Its reduced amount, for days of absence.
    pub reduced: bool,
    /// The first of the days.
    pub from: CivilDate,
    /// The last of the days.
    pub until: CivilDate,
    /// How many.
    pub days: u32,
    /// A day, without IVA.
    pub daily: Euro,
    /// Days by rate, rounded to the cent.
    pub net: Euro,
    /// IVA of that, rounded to the cent.
    pub iva: Euro,
    /// Both.
    pub total: Euro,
    /// What the health service pays of it.
    pub health: Euro,
    /// What the parents pay of it.
    pub parents: Euro,
    /// What is left to the comune.
    pub comune: Euro,
}

/// The cost between two days, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CostoPeriodo {
    /// First day asked for.
    pub from: CivilDate,
    /// Last day asked for.
    pub until: CivilDate,
    /// Days of the placement in it.
    pub days: u32,
    /// Of these, days away.
    pub away: u32,
    /// Of these, days for which no rate is known: they cost nothing here, and the sum is too small.
    pub unrated: u32,
    /// A line a rate, in the order of the days.
    pub lines: Vec<RigaCosto>,
    /// Sum of the lines, without IVA.
    pub net: Euro,
    /// Sum of the IVA.
    pub iva: Euro,
    /// Sum of both.
    pub total: Euro,
    /// What the health service pays.
    pub health: Euro,
    /// What the parents pay.
    pub parents: Euro,
    /// What is left to the comune.
    pub comune: Euro,
}

/// More days than are ever counted one by one.
const MAX_DAYS: usize = 40_000;

/// Days counted under one rate.
struct Counted<'a> {
    rate: &'a (RecordId, Retta),
    from: CivilDate,
    until: CivilDate,
    days: u32,
}

/// What a placement costs between two days. Days of one rate make one line, also when an absence lies between them, so
/// that each is rounded once.
#[must_use]
pub fn cost(
    placement: &Collocamento,
    rates: &[(RecordId, Retta)],
    absences: &[AssenzaCom],
    from: CivilDate,
    until: CivilDate,
) -> CostoPeriodo {
    let mut counted: BTreeMap<(Option<CivilDate>, RecordId, bool), Counted<'_>> = BTreeMap::new();
    let (mut away, mut unrated) = (0, 0);
    for day in days(placement, from, until) {
        let absence = absences.iter().filter(|one| one.covers(day));
        let (is_away, cheaper) = absence.fold((false, false), |(_, cheaper), one| {
            (true, cheaper || one.reduced == Some(true))
        });
        away += u32::from(is_away);
        let Some(rate) = rate_on(rates, day).filter(|(_, rate)| rate.daily.is_some()) else {
            unrated += 1;
            continue;
        };
        let reduced = cheaper && rate.1.reduced.is_some();
        let line = counted
            .entry((rate.1.period.from, rate.0, reduced))
            .or_insert(Counted {
                rate,
                from: day,
                until: day,
                days: 0,
            });
        line.until = day;
        line.days += 1;
    }
    let lines: Vec<RigaCosto> = counted
        .into_iter()
        .map(|((_, _, reduced), counted)| line(&counted, reduced))
        .collect();
    let sum = |part: fn(&RigaCosto) -> Euro| -> Euro { lines.iter().map(part).sum() };
    CostoPeriodo {
        from,
        until,
        days: placement.giornate(from, until),
        away,
        unrated,
        net: sum(|line| line.net),
        iva: sum(|line| line.iva),
        total: sum(|line| line.total),
        health: sum(|line| line.health),
        parents: sum(|line| line.parents),
        comune: sum(|line| line.comune),
        lines,
    }
}

/// The days that count between two, one by one.
pub(super) fn days(
    placement: &Collocamento,
    from: CivilDate,
    until: CivilDate,
) -> impl Iterator<Item = CivilDate> {
    let stay = placement.stay_in(from, until);
    let first = stay.map(|(first, _)| first);
    std::iter::successors(first, move |day| {
        let next = day.plus_days(1);
        stay.is_some_and(|(_, last)| next <= last && next > *day)
            .then_some(next)
    })
    .take(MAX_DAYS)
}

fn line(counted: &Counted<'_>, reduced: bool) -> RigaCosto {
    let (retta, rate) = counted.rate;
    let whole = rate.daily.unwrap_or_default();
    let daily = if reduced {
        rate.reduced.unwrap_or(whole)
    } else {
        whole
    };
    let net = daily.times(counted.days).rounded();
    let iva = net.percent(rate.iva.unwrap_or(0));
    let total = net.plus(iva);
    let health = share(rate.health, total, counted.days);
    let parents = share(rate.parents, total, counted.days);
    RigaCosto {
        retta: *retta,
        reduced,
        from: counted.from,
        until: counted.until,
        days: counted.days,
        daily,
        net,
        iva,
        total,
        health,
        parents,
        comune: total.minus(health).minus(parents),
    }
}

fn share(quota: RettaQuota, total: Euro, days: u32) -> Euro {
    match quota {
        RettaQuota::Nessuna => Euro::ZERO,
        RettaQuota::Percentuale { hundredths } => total.percent(hundredths),
        RettaQuota::Giornaliera { amount } => amount.times(days).rounded(),
    }
}
