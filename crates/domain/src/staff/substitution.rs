//! Sostituzione: an operator is away for some days and another stands in. The responsible stays who she is.
//!
//! Everybody sees that somebody is away and who stands in; why she is away is written nowhere. In which cases stands in
//! these cases: an assignment as substitute with the same days, made by the same act, so that rights, deadlines and the
//! scopes of a laptop follow from assignments alone, and end by their last day.

use crate::{
    cases::{Assignment, AssignmentRole},
    ids::{CaseId, EpisodeId, OperatorId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who stands in for whom, on which days. Lives in the office's scope.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 165, name = "substitution")]
pub struct Substitution {
    /// Who is away.
    #[field(1)]
    pub absent: Option<OperatorId>,
    /// Who stands in.
    #[field(2)]
    pub substitute: Option<OperatorId>,
    /// First day.
    #[field(3)]
    pub from: Option<CivilDate>,
    /// Last day, included; before the first day where it was called off.
    #[field(4)]
    pub to: Option<CivilDate>,
    /// In all cases of the absent, those that come to her meanwhile too; else only in some.
    #[field(5)]
    pub all_cases: bool,
    /// Who decided.
    #[field(6)]
    pub by: Option<OperatorId>,
}

/// Where a substitution stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SubstitutionState {
    /// In corso.
    Running,
    /// It has not begun.
    Coming,
    /// Its last day is past.
    Over,
    /// It was called off before it began.
    CalledOff,
}

impl Substitution {
    /// Where it stands on a day.
    #[must_use]
    pub fn state_on(&self, day: CivilDate) -> SubstitutionState {
        match (self.from, self.to) {
            (Some(from), Some(to)) if to < from => SubstitutionState::CalledOff,
            (Some(from), _) if day < from => SubstitutionState::Coming,
            (_, Some(to)) if to < day => SubstitutionState::Over,
            _ => SubstitutionState::Running,
        }
    }

    /// Whether who is assigned from a day on is away on one of the days that follow it.
    #[must_use]
    pub fn reaches(&self, from: CivilDate) -> bool {
        self.state_on(from) == SubstitutionState::Running || self.state_on(from) == SubstitutionState::Coming
    }

    /// The substitute's assignment on a case where the absent works as `of` says: the days that both have. None if there
    /// is no such day, or she stands in there herself: nobody stands in for a substitute unasked.
    #[must_use]
    pub fn on_case(
        &self,
        id: RecordId,
        case: CaseId,
        episode: Option<EpisodeId>,
        of: &Assignment,
    ) -> Option<Assignment> {
        let (from, to) = (self.from?, self.to?);
        if of.role == AssignmentRole::Sostituto || of.operator != self.absent {
            return None;
        }
        let from = of.from.map_or(from, |began| began.max(from));
        let to = of.to.map_or(to, |last| last.min(to));
        (from <= to).then_some(Assignment {
            case: Some(case),
            episode,
            operator: self.substitute,
            role: AssignmentRole::Sostituto,
            from: Some(from),
            to: Some(to),
            stands_in_for: self.absent,
            assigned_by: self.by,
            substitution: Some(id),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn operator(n: u128) -> Option<OperatorId> {
        Some(OperatorId(Uuid::from_u128(n)))
    }

    fn august() -> Substitution {
        Substitution {
            absent: operator(1),
            substitute: operator(2),
            from: Some(day("2026-08-03")),
            to: Some(day("2026-08-21")),
            all_cases: true,
            by: operator(3),
        }
    }

    #[test]
    fn it_comes_runs_and_is_over_and_can_be_called_off() {
        let state = |on| august().state_on(day(on));
        assert_eq!(state("2026-08-02"), SubstitutionState::Coming);
        assert_eq!(state("2026-08-03"), SubstitutionState::Running);
        assert_eq!(state("2026-08-21"), SubstitutionState::Running);
        assert_eq!(state("2026-08-22"), SubstitutionState::Over);
        let off = Substitution {
            to: Some(day("2026-08-02")),
            ..august()
        };
        assert_eq!(off.state_on(day("2026-08-10")), SubstitutionState::CalledOff);
        assert!(!off.reaches(day("2026-08-01")) && august().reaches(day("2026-08-01")));
    }

    #[test]
    fn she_stands_in_on_the_days_that_the_absent_would_have_worked_on_the_case() {
        let (id, case) = (RecordId(Uuid::from_u128(7)), CaseId(Uuid::from_u128(8)));
        let of = |from: Option<&str>, to: Option<&str>| Assignment {
            operator: operator(1),
            from: from.map(day),
            to: to.map(day),
            ..Assignment::default()
        };
        let days = |of: &Assignment| {
            let made = august().on_case(id, case, None, of)?;
            assert_eq!(
                (made.role, made.stands_in_for),
                (AssignmentRole::Sostituto, operator(1))
            );
            assert_eq!((made.operator, made.substitution), (operator(2), Some(id)));
            Some((made.from.unwrap().to_string(), made.to.unwrap().to_string()))
        };
        let both = |from: &str, to: &str| Some((from.to_owned(), to.to_owned()));
        assert_eq!(days(&of(None, None)), both("2026-08-03", "2026-08-21"));
        assert_eq!(
            days(&of(Some("2026-08-10"), None)),
            both("2026-08-10", "2026-08-21")
        );
        assert_eq!(
            days(&of(None, Some("2026-08-05"))),
            both("2026-08-03", "2026-08-05")
        );
        assert_eq!(days(&of(None, Some("2026-08-02"))), None);
        let standing = Assignment {
            role: AssignmentRole::Sostituto,
            ..of(None, None)
        };
        assert_eq!(days(&standing), None);
        let others = Assignment {
            operator: operator(9),
            ..of(None, None)
        };
        assert_eq!(days(&others), None);
    }
}
