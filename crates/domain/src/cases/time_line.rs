//! A case along time: which state held from when to when.

use super::{StateName, Transition};
use crate::time::CivilDate;
use serde::Serialize;
use ts_rs::TS;

/// A state and the days in which it held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Phase {
    /// The state.
    pub state: StateName,
    /// Its first day; of a date known in part, the earliest that it can be.
    pub from: CivilDate,
    /// The day on which the next one began; none if it still holds.
    pub until: Option<CivilDate>,
}

/// The phases of a case, the first first. Moves whose day nobody knows have no place on a line and are left out; moves
/// recorded late stand where they happened. A case that ended has no phase after its end.
#[must_use]
pub fn phases(transitions: &[Transition]) -> Vec<Phase> {
    let mut moves: Vec<(CivilDate, StateName)> = transitions
        .iter()
        .filter_map(|moved| Some((moved.to.since()?.earliest(), moved.to.name())))
        .collect();
    // Stable: of two on one day the one recorded first comes first.
    moves.sort_by_key(|(day, _)| *day);
    let next = moves.iter().skip(1).map(|(day, _)| Some(*day)).chain([None]);
    let phase =
        |(&(from, state), until): (&(CivilDate, StateName), Option<CivilDate>)| Phase { state, from, until };
    moves
        .iter()
        .zip(next)
        .map(phase)
        .filter(|phase| phase.until != Some(phase.from))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{cases::State, time::PartialDate};

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn moved(to: State) -> Transition {
        Transition {
            to,
            ..Transition::default()
        }
    }

    fn since(text: &str) -> Option<PartialDate> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn a_phase_ends_where_the_next_begins() {
        // Recorded out of order: the assessment was written down after the taking in charge.
        let recorded = [
            moved(State::Segnalato {
                on: since("2026-01-10"),
            }),
            moved(State::InCarico {
                on: since("2026-03-02"),
            }),
            moved(State::InValutazione { on: since("2026-02") }),
        ];
        let found: Vec<_> = phases(&recorded)
            .iter()
            .map(|phase| (phase.state, phase.from, phase.until))
            .collect();
        assert_eq!(
            found,
            [
                (StateName::Segnalato, day("2026-01-10"), Some(day("2026-02-01"))),
                (
                    StateName::InValutazione,
                    day("2026-02-01"),
                    Some(day("2026-03-02"))
                ),
                (StateName::InCarico, day("2026-03-02"), None),
            ]
        );
    }

    #[test]
    fn a_state_of_no_day_is_no_phase() {
        let recorded = [
            moved(State::Segnalato {
                on: since("2026-01-10"),
            }),
            moved(State::Assegnato {
                on: since("2026-01-10"),
            }),
            moved(State::InValutazione { on: None }),
        ];
        let found: Vec<_> = phases(&recorded).iter().map(|phase| phase.state).collect();
        assert_eq!(found, [StateName::Assegnato]);
    }
}
