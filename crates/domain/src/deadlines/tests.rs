//! The cookbook row by row, the worked numbers, what people decide.

mod calendar;
mod clock;
mod contested;
mod cookbook;
mod decisions;
mod people;
mod worked;

use super::{Code, Computed, Moment, Office, Term, Whose, compute};
use crate::{
    ids::{CaseId, RecordId},
    time::{CivilDate, ClockTime, Instant},
};
use uuid::Uuid;

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

/// A moment as clocks in Italy show it: `2026-03-13 17:40`.
fn at(text: &str) -> Instant {
    let (day, time) = text.split_once(' ').unwrap();
    Instant::in_rome(day.parse().unwrap(), time.parse::<ClockTime>().unwrap()).unwrap()
}

fn record(n: u128) -> RecordId {
    RecordId(Uuid::from_u128(n))
}

fn term(code: Code, starts: impl Into<Moment>) -> Term {
    Term::new(code, record(1), Whose::Case(CaseId(Uuid::from_u128(9))), starts)
}

fn computed(term: &Term) -> Computed {
    compute(term, &Office::default()).unwrap()
}

fn due(code: Code, starts: &str) -> String {
    computed(&term(code, day(starts))).due.date().to_string()
}

/// A moment as clocks in Italy show it.
fn shown(moment: Moment) -> String {
    match moment {
        Moment::Day(day) => day.to_string(),
        Moment::At(moment) => format!("{} {}", moment.rome_date(), moment.rome_time()),
    }
}
