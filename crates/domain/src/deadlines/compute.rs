//! When a term ends, and why then.

use super::{Calendar, Code, Force, Holiday, LeapBirth, Length, Moment, Office, Stated, Term, Whose};
use crate::{
    ids::{CaseId, RecordId},
    time::{CivilDate, ClockTime, Instant},
};
use chrono::{Datelike, Months};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A holiday that made a term longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "DeadlineSkipped")]
pub struct Skipped {
    /// The day.
    pub on: CivilDate,
    /// Which holiday.
    pub holiday: Holiday,
}

/// Why a term ends when it does, as data; the window says it in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "DeadlineExplanation")]
pub struct Explanation {
    /// What was counted; none where an order names the day.
    pub length: Option<Length>,
    /// The order, plan or contract says so; otherwise the rule or the office.
    pub stated: bool,
    /// Holidays from Monday to Friday that were not counted, or off which the last day moved.
    pub holidays: Vec<Skipped>,
    /// Saturdays and Sundays were not counted, or the last day moved off them.
    pub weekends: bool,
    /// The last day as counted, where it moved to the next day that is worked.
    pub moved_from: Option<CivilDate>,
    /// The month has no such day: its last one counts.
    pub end_of_month: bool,
    /// More was stated than the law allows: its limit counts.
    pub capped: bool,
    /// The start is a guess.
    pub estimated: bool,
}

/// When a term ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Computed {
    /// The last day, or the moment, in time.
    pub due: Moment,
    /// How binding it is.
    pub force: Force,
    /// Why then.
    pub explanation: Explanation,
}

/// When a term ends by its rule, the office's parameters and what is stated; `None` where only a plan can say it and
/// does not.
#[must_use]
pub fn compute(term: &Term, office: &Office) -> Option<Computed> {
    let rule = term.key.code.rule();
    let force = match (rule.force, term.stated) {
        (Force::Kpi, Some(_)) => Force::Judge,
        (force, _) => force,
    };
    let mut counting = Counting::new(term, office);
    let mut due = match term.stated {
        Some(Stated::Until(moment)) => moment,
        Some(Stated::For(length)) => counting.end(length),
        None => counting.end(office.length(term.key.code)?),
    };
    if let Some(limit) = rule.at_most {
        let mut limited = Counting::new(term, office);
        let most = limited.end(limit);
        if due.date() > most.date() {
            limited.explanation.stated = counting.explanation.stated;
            limited.explanation.capped = true;
            (due, counting) = (most, limited);
        }
    }
    if rule.procedural && force != Force::Kpi && !matches!(term.stated, Some(Stated::Until(_))) {
        due = counting.moved(due);
    }
    Some(Computed {
        due,
        force,
        explanation: counting.explanation,
    })
}

/// The last day of a term by the cookbook alone, from a day; the day itself where only a plan can say it.
#[must_use]
pub fn usual_end(code: Code, starts: CivilDate) -> CivilDate {
    let term = Term::new(code, RecordId::default(), Whose::Case(CaseId::default()), starts);
    compute(&term, &Office::default()).map_or(starts, |computed| computed.due.date())
}

struct Counting<'a> {
    calendar: Calendar<'a>,
    leap_birth: LeapBirth,
    starts: Moment,
    explanation: Explanation,
}

impl<'a> Counting<'a> {
    fn new(term: &Term, office: &'a Office) -> Self {
        Self {
            calendar: Calendar::of(office),
            leap_birth: office.leap_birth,
            starts: term.starts,
            explanation: Explanation {
                length: None,
                stated: term.stated.is_some(),
                holidays: Vec::new(),
                weekends: false,
                moved_from: None,
                end_of_month: false,
                capped: false,
                estimated: term.estimated,
            },
        }
    }

    fn end(&mut self, length: Length) -> Moment {
        self.explanation.length = Some(length);
        let start = self.starts.date();
        Moment::Day(match length {
            Length::Hours(hours) => return self.hours(hours),
            Length::Days(days) => start.plus_days(i64::from(days)),
            Length::WorkingDays(days) => self.working_days(start, days),
            Length::Months(months) => self.months(start, months),
            Length::Birthday(years) => self.birthday(start, years),
            Length::Yearly { month, day } => yearly(start, month, day),
            Length::MonthlyOn { months, day } => monthly_on(start, months, day),
        })
    }

    /// A start of which only the day is known counts from its first minute: nobody is told too late.
    fn hours(&self, hours: u16) -> Moment {
        let from = match self.starts {
            Moment::At(moment) => moment,
            Moment::Day(day) => Instant::in_rome(day, ClockTime(0)).unwrap_or_default(),
        };
        Moment::At(from.plus_millis(i64::from(hours) * 3_600_000))
    }

    fn working_days(&mut self, start: CivilDate, days: u16) -> CivilDate {
        if days == 0 {
            return start;
        }
        let mut left = days;
        let mut day = start;
        // At most one holiday a working day: the bound only keeps the ends of the calendar from holding us.
        for _ in 0..u32::from(days) * 3 + 60 {
            day = day.plus_days(1);
            if self.calendar.is_weekend(day) {
                self.explanation.weekends = true;
            } else if let Some(holiday) = self.calendar.holiday(day) {
                self.explanation.holidays.push(Skipped { on: day, holiday });
            } else {
                left -= 1;
            }
            if left == 0 {
                break;
            }
        }
        day
    }

    fn months(&mut self, start: CivilDate, months: u16) -> CivilDate {
        let end = plus_months(start, u32::from(months));
        self.explanation.end_of_month = end.0.day() != start.0.day();
        end
    }

    fn birthday(&self, birth: CivilDate, years: u16) -> CivilDate {
        let end = plus_months(birth, u32::from(years) * 12);
        let short = end.0.day() != birth.0.day();
        match self.leap_birth {
            LeapBirth::FirstOfMarch if short => end.plus_days(1),
            _ => end,
        }
    }

    fn moved(&mut self, due: Moment) -> Moment {
        let Moment::Day(day) = due else { return due };
        let worked = self.calendar.worked_from(day);
        if worked == day {
            return due;
        }
        self.explanation.moved_from = Some(day);
        for offset in 0..worked.days_since(day) {
            let on = day.plus_days(offset);
            if self.calendar.is_weekend(on) {
                self.explanation.weekends = true;
            } else if let Some(holiday) = self.calendar.holiday(on) {
                self.explanation.holidays.push(Skipped { on, holiday });
            }
        }
        Moment::Day(worked)
    }
}

fn plus_months(day: CivilDate, months: u32) -> CivilDate {
    day.0
        .checked_add_months(Months::new(months))
        .map_or(day, CivilDate)
}

/// A day of a month, or its last where it has no such day.
fn in_month(year: i32, month: u32, day: u8) -> Option<CivilDate> {
    let first = CivilDate::from_ymd(year, month, 1)?;
    let last = u32::from(first.0.num_days_in_month());
    CivilDate::from_ymd(year, month, u32::from(day).clamp(1, last))
}

fn yearly(start: CivilDate, month: u8, day: u8) -> CivilDate {
    let of = |year| in_month(year, u32::from(month), day);
    [of(start.year()), of(start.year() + 1)]
        .into_iter()
        .flatten()
        .find(|on| *on >= start)
        .unwrap_or(start)
}

fn monthly_on(start: CivilDate, months: u16, day: u8) -> CivilDate {
    let first = in_month(start.year(), start.0.month(), 1).unwrap_or(start);
    let then = plus_months(first, u32::from(months));
    in_month(then.year(), then.0.month(), day).unwrap_or(then)
}

impl Code {
    /// Whether its hours count, so that a live clock stands beside it.
    #[must_use]
    pub const fn in_hours(self) -> bool {
        matches!(self.rule().length, Some(Length::Hours(_)))
    }
}
