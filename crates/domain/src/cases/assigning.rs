//! What an assignment brings with it: who stops being responsible, and whether the case has its team now.

use super::{
    Assignment, AssignmentRole, CaseSituation, Episode, Move, State, StateName, advance, next_moves,
};
use crate::{
    ids::{OperatorId, RecordId},
    services::Service,
    time::CivilDate,
};

/// The assignments that end because somebody else becomes responsible from a day on: those who were end the day before,
/// or on it if they began that day.
pub fn ended_by<'a>(
    team: impl IntoIterator<Item = (RecordId, &'a Assignment)>,
    new: OperatorId,
    from: CivilDate,
) -> Vec<(RecordId, Assignment)> {
    team.into_iter()
        .filter(|(_, before)| {
            before.role == AssignmentRole::Responsabile
                && before.operator != Some(new)
                && before.to.is_none_or(|to| to >= from)
        })
        .map(|(id, before)| {
            let last = from.plus_days(-1);
            let to = Some(before.from.map_or(last, |began| last.max(began)));
            (id, Assignment { to, ..before.clone() })
        })
        .collect()
}

/// "Assegnato", if the case waits for its team and this team, with somebody who begins on the day `on`, is complete.
#[must_use]
pub fn assigned(
    episode: &Episode,
    service: Service,
    team: &[Assignment],
    by: OperatorId,
    (on, today): (CivilDate, CivilDate),
) -> Option<State> {
    if !next_moves(&episode.state).contains(&StateName::Assegnato) {
        return None;
    }
    let case = CaseSituation::of(service, team, today.max(on), 0);
    advance(episode, &Move::Assign, by, on, today, &case).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn operator(n: u128) -> OperatorId {
        OperatorId(Uuid::from_u128(n))
    }

    fn works(n: u128, role: AssignmentRole, from: &str) -> Assignment {
        Assignment {
            operator: Some(operator(n)),
            role,
            from: Some(day(from)),
            ..Assignment::default()
        }
    }

    #[test]
    fn who_was_responsible_ends_the_day_before_and_never_before_she_began() {
        let old = works(1, AssignmentRole::Responsabile, "2026-01-10");
        let fresh = works(2, AssignmentRole::Responsabile, "2026-03-01");
        let other = works(3, AssignmentRole::Psicologo, "2026-01-10");
        let gone = Assignment {
            to: Some(day("2026-02-01")),
            ..old.clone()
        };
        let id = |n| RecordId(Uuid::from_u128(n));
        let team = [(id(1), &old), (id(2), &fresh), (id(3), &other), (id(4), &gone)];
        let ended = ended_by(team, operator(9), day("2026-03-01"));
        let ends: Vec<_> = ended.iter().map(|(id, it)| (*id, it.to.unwrap())).collect();
        assert_eq!(ends, [(id(1), day("2026-02-28")), (id(2), day("2026-03-01"))]);
        assert!(ended_by([(id(1), &old)], operator(1), day("2026-03-01")).is_empty());
    }

    #[test]
    fn a_pair_is_assigned_when_both_are_there() {
        let (today, by) = (day("2026-03-01"), operator(8));
        let waiting = Episode::default();
        let one = works(1, AssignmentRole::Responsabile, "2026-03-01");
        let two = works(2, AssignmentRole::Psicologo, "2026-03-01");
        let reached = |service, team: &[Assignment]| {
            assigned(&waiting, service, team, by, (today, today)).map(|state| state.name())
        };
        let alone = std::slice::from_ref(&one);
        assert_eq!(reached(Service::Aes, alone), Some(StateName::Assegnato));
        assert_eq!(
            reached(Service::TutelaMinori, alone),
            None,
            "tutela minori works in pairs"
        );
        assert_eq!(
            reached(Service::TutelaMinori, &[one.clone(), two]),
            Some(StateName::Assegnato)
        );
        let running = Episode {
            state: State::InCarico { on: None },
            ..Episode::default()
        };
        assert_eq!(assigned(&running, Service::Aes, alone, by, (today, today)), None);
    }
}
