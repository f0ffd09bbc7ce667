//! Days, weeks and months of the agenda.

use crate::{
    deadlines::{Moment, TermKey},
    diary::EntryKind,
    ids::{CaseId, RecordId},
    time::{CivilDate, ClockTime},
};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much of the agenda is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgendaView {
    /// One day.
    Day,
    /// Monday to Sunday.
    Week,
    /// The whole weeks that a month touches.
    Month,
}

/// Where an item of the agenda comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AgendaSource {
    /// A term that ends that day.
    Deadline,
    /// Something to be done by that day.
    Action,
    /// An appointment.
    Appointment,
}

/// Which deadline a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaDeadline {
    /// Which term; its Italian name is found by its code.
    pub key: TermKey,
    /// Its end.
    pub due: Moment,
    /// One of its alerts was reached in the last days.
    pub alerted: bool,
}

/// One line of the agenda.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaItem {
    /// The record behind it.
    pub id: RecordId,
    /// Where it comes from.
    pub source: AgendaSource,
    /// The day.
    pub on: CivilDate,
    /// The hour, if it has one.
    pub starts: Option<ClockTime>,
    /// Its end.
    pub ends: Option<ClockTime>,
    /// What it is.
    pub what: String,
    /// For an appointment, the kind of entry that it becomes.
    pub kind: Option<EntryKind>,
    /// Which deadline, when it is one.
    pub deadline: Option<AgendaDeadline>,
    /// About which files.
    pub cases: Vec<CaseId>,
    /// Done, dropped, happened or not: nothing is left to do about it.
    pub closed: bool,
    /// Two people wrote it without seeing each other, and somebody still has to choose.
    pub clashed: bool,
}

/// One day and what stands in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaDay {
    /// The day.
    pub on: CivilDate,
    /// Its lines: those of the whole day, then by hour.
    pub items: Vec<AgendaItem>,
}

/// First and last day of a view around a day.
#[must_use]
pub fn span(view: AgendaView, day: CivilDate) -> (CivilDate, CivilDate) {
    let monday = |day: CivilDate| day.plus_days(-i64::from(day.0.weekday().num_days_from_monday()));
    match view {
        AgendaView::Day => (day, day),
        AgendaView::Week => (monday(day), monday(day).plus_days(6)),
        AgendaView::Month => {
            let first = CivilDate::from_ymd(day.year(), day.0.month(), 1).unwrap_or(day);
            let last = day.0.num_days_in_month();
            let last = CivilDate::from_ymd(day.year(), day.0.month(), u32::from(last)).unwrap_or(day);
            (monday(first), monday(last).plus_days(6))
        }
    }
}

/// Sorts lines: by day, those of the whole day first, then by hour; equal ones always in the same order.
pub(super) fn sort(items: &mut [AgendaItem]) {
    items.sort_by(|a, b| {
        (a.on, a.starts, a.ends, a.source, a.id).cmp(&(b.on, b.starts, b.ends, b.source, b.id))
    });
}

/// Every day from `from` to `to`, also the empty ones, with its lines; lines outside are left out.
#[must_use]
pub fn by_day(mut items: Vec<AgendaItem>, from: CivilDate, to: CivilDate) -> Vec<AgendaDay> {
    sort(&mut items);
    let days = to.days_since(from);
    (0..=days)
        .map(|offset| {
            let on = from.plus_days(offset);
            AgendaDay {
                on,
                items: items.iter().filter(|item| item.on == on).cloned().collect(),
            }
        })
        .collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use uuid::Uuid;

    pub fn item(id: u128, on: &str, starts: Option<&str>) -> AgendaItem {
        AgendaItem {
            id: RecordId(Uuid::from_u128(id)),
            source: AgendaSource::Appointment,
            on: on.parse().unwrap(),
            starts: starts.map(|hour| hour.parse().unwrap()),
            ends: None,
            what: String::new(),
            kind: None,
            deadline: None,
            cases: Vec::new(),
            closed: false,
            clashed: false,
        }
    }

    #[test]
    fn a_week_starts_on_monday_and_a_month_shows_whole_weeks() {
        let day: CivilDate = "2026-04-14".parse().unwrap();
        let text = |(from, to): (CivilDate, CivilDate)| format!("{from} {to}");
        assert_eq!(text(span(AgendaView::Week, day)), "2026-04-13 2026-04-19");
        assert_eq!(text(span(AgendaView::Month, day)), "2026-03-30 2026-05-03");
        assert_eq!(text(span(AgendaView::Day, day)), "2026-04-14 2026-04-14");
        let february: CivilDate = "2027-02-10".parse().unwrap();
        assert_eq!(text(span(AgendaView::Month, february)), "2027-02-01 2027-02-28");
    }

    #[test]
    fn a_day_lists_what_has_no_hour_first() {
        let items = vec![
            item(1, "2026-04-14", Some("15:00")),
            item(2, "2026-04-14", Some("09:00")),
            item(3, "2026-04-14", None),
            item(4, "2026-04-16", None),
            item(5, "2026-04-20", None),
        ];
        let days = by_day(
            items,
            "2026-04-13".parse().unwrap(),
            "2026-04-19".parse().unwrap(),
        );
        assert_eq!(days.len(), 7);
        let ids: Vec<_> = days[1].items.iter().map(|i| i.id.uuid().as_u128()).collect();
        assert_eq!(ids, [3, 2, 1]);
        assert_eq!((days[3].items.len(), days[6].items.len()), (1, 0));
    }
}
