//! Reviews of a plan (verifiche), and when the next one is due.

use super::Plan;
use crate::{
    deadlines::{Code, Office, Stated, Term, Whose, compute},
    ids::{CaseId, OperatorId, RecordId},
    record::Record,
    time::CivilDate,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A review that took place. Lives beside its plan.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS, Record)]
#[record(kind = 144, name = "plan_review")]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct PlanReview {
    /// Of which plan.
    #[field(1)]
    pub plan: Option<RecordId>,
    /// Of which case.
    #[field(2)]
    pub case: Option<CaseId>,
    /// The day.
    #[field(3)]
    pub on: Option<CivilDate>,
    /// Who was there, in words.
    #[field(4)]
    pub present: Option<String>,
    /// What came of it.
    #[field(5)]
    pub text: Option<String>,
    /// Who recorded it.
    #[field(6)]
    pub by: Option<OperatorId>,
    /// The last of the plan (verifica finale).
    #[field(7)]
    pub last: Option<bool>,
}

/// The day on which a plan is to be reviewed next: so long after its last review, else after it began or was signed.
/// None where it has no rhythm, or is not at work.
#[must_use]
pub fn next_review<'a>(plan: &Plan, reviews: impl IntoIterator<Item = &'a PlanReview>) -> Option<CivilDate> {
    if !plan.state.at_work() {
        return None;
    }
    let last = reviews.into_iter().filter_map(|review| review.on).max();
    let from = last.or_else(|| plan.begun())?;
    let term = Term {
        stated: Some(Stated::For(plan.review?.length())),
        ..Term::new(
            Code::PaiVerifica,
            RecordId::default(),
            Whose::Case(CaseId::default()),
            from,
        )
    };
    compute(&term, &Office::default()).map(|computed| computed.due.date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plans::{Every, PlanState, Unit};

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn every(n: u16, unit: Unit) -> Plan {
        Plan {
            starts: Some(day("2026-01-31")),
            review: Some(Every { n, unit }),
            state: PlanState::Firmato {
                on: day("2026-02-10"),
            },
            ..Plan::default()
        }
    }

    #[test]
    fn the_next_review_follows_its_rhythm_from_the_start_or_the_last_one() {
        for (n, unit, due) in [
            (10, Unit::Days, "2026-02-10"),
            (2, Unit::Weeks, "2026-02-14"),
            (1, Unit::Months, "2026-02-28"),
            (6, Unit::Months, "2026-07-31"),
            (1, Unit::Years, "2027-01-31"),
        ] {
            assert_eq!(next_review(&every(n, unit), []), Some(day(due)), "{n} {unit:?}");
        }
        let held = PlanReview {
            on: Some(day("2026-03-05")),
            ..PlanReview::default()
        };
        assert_eq!(
            next_review(&every(3, Unit::Months), [&held, &PlanReview::default()]),
            Some(day("2026-06-05"))
        );
    }

    #[test]
    fn a_plan_that_is_not_at_work_has_no_next_review() {
        let draft = Plan {
            state: PlanState::Bozza,
            ..every(1, Unit::Months)
        };
        assert_eq!(next_review(&draft, []), None);
        let without = Plan {
            review: None,
            ..every(1, Unit::Months)
        };
        assert_eq!(next_review(&without, []), None);
        let undated = Plan {
            starts: None,
            ..every(1, Unit::Months)
        };
        assert_eq!(
            next_review(&undated, []),
            Some(day("2026-03-10")),
            "from the signature"
        );
    }
}
