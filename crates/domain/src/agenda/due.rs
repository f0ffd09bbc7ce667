//! What is due: the first thing of the day.

use super::day::{AgendaItem, AgendaSource, sort};
use crate::time::CivilDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Open lines of the agenda by how pressing they are.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Due {
    /// Their day is over: a term or an action not done, an appointment of which nobody has said how it went.
    pub overdue: Vec<AgendaItem>,
    /// Today's.
    pub today: Vec<AgendaItem>,
    /// In the next days; of appointments only tomorrow's, of deadlines those too of which an alert was reached.
    pub soon: Vec<AgendaItem>,
}

/// Sorts open lines by how pressing they are, looking so many days ahead.
#[must_use]
pub fn due(mut items: Vec<AgendaItem>, today: CivilDate, ahead: u16) -> Due {
    sort(&mut items);
    let mut due = Due::default();
    for item in items.into_iter().filter(|item| !item.closed) {
        let days = item.on.days_since(today);
        let horizon = match item.source {
            AgendaSource::Appointment => 1,
            AgendaSource::Deadline if item.deadline.is_some_and(|deadline| deadline.alerted) => days,
            AgendaSource::Deadline | AgendaSource::Action => i64::from(ahead),
        };
        match days {
            ..0 => due.overdue.push(item),
            0 => due.today.push(item),
            days if days <= horizon => due.soon.push(item),
            _ => {}
        }
    }
    due
}

#[cfg(test)]
mod tests {
    use super::{super::day::tests::item, *};

    #[test]
    fn open_lines_fall_into_past_today_and_soon() {
        let action = |id, on| AgendaItem {
            source: AgendaSource::Action,
            ..item(id, on, None)
        };
        let closed = AgendaItem {
            closed: true,
            ..item(9, "2026-04-01", None)
        };
        let found = due(
            vec![
                action(1, "2026-04-17"),
                item(2, "2026-04-17", None),
                item(3, "2026-04-15", None),
                action(4, "2026-04-13"),
                item(5, "2026-04-14", Some("10:00")),
                action(6, "2026-04-22"),
                closed,
            ],
            "2026-04-14".parse().unwrap(),
            7,
        );
        let ids = |items: &[AgendaItem]| items.iter().map(|i| i.id.uuid().as_u128()).collect::<Vec<_>>();
        assert_eq!(
            (ids(&found.overdue), ids(&found.today), ids(&found.soon)),
            (vec![4], vec![5], vec![3, 1])
        );
    }
}
