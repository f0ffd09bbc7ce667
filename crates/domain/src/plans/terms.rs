//! The term of a plan: its next review, as the plan says (PAI_VERIFICA).

use super::{Every, Plan, PlanState, Unit};
use crate::{
    deadlines::{Code, Event, Length, Stated, Term, TermKey, Terms, Whose},
    ids::RecordId,
    time::CivilDate,
};

impl Every {
    /// How long it is, at least one of its unit.
    #[must_use]
    pub fn length(self) -> Length {
        let n = self.n.max(1);
        let days = |days: u16| Length::Days(i16::try_from(days).unwrap_or(i16::MAX));
        match self.unit {
            Unit::Days => days(n),
            Unit::Weeks => days(n.saturating_mul(7)),
            Unit::Months => Length::Months(n),
            Unit::Years => Length::Months(n.saturating_mul(12)),
        }
    }
}

impl Plan {
    /// The day from which its first review is counted: it began, else it was signed.
    #[must_use]
    pub fn begun(&self) -> Option<CivilDate> {
        let signed = match self.state {
            PlanState::Firmato { on } => Some(on),
            PlanState::InVerifica { signed_on, .. } => Some(signed_on),
            _ => None,
        };
        self.starts.or(signed)
    }
}

impl Terms for Plan {
    /// A review after its rhythm, each review starting the next; none before it is signed. Once it is renewed or closed they
    /// stay as what was, and nothing is due.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        let drafted = matches!(self.state, PlanState::Bozza | PlanState::Condiviso { .. });
        let (Some(case), Some(every), Some(begun), false) = (self.case, self.review, self.begun(), drafted)
        else {
            return Vec::new();
        };
        let mut held: Vec<CivilDate> = self.reviewed_on.iter().copied().collect();
        held.sort_unstable();
        held.dedup();
        let starts = std::iter::once(begun).chain(held.iter().copied());
        let of = |(nth, starts): (usize, CivilDate)| Term {
            key: TermKey {
                record: id,
                code: Code::PaiVerifica,
                nth: u16::try_from(nth).unwrap_or(u16::MAX),
            },
            event: if nth == 0 {
                Event::Activation
            } else {
                Event::LastReview
            },
            stated: Some(Stated::For(every.length())),
            met: held.get(nth).map(|on| (*on).into()),
            lapsed: !self.state.at_work(),
            ..Term::new(Code::PaiVerifica, id, Whose::Case(case), starts)
        };
        starts.enumerate().map(of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        deadlines::{Office, compute},
        ids::CaseId,
        record::AddSet,
    };

    fn day(text: &str) -> CivilDate {
        text.parse().unwrap()
    }

    fn plan() -> Plan {
        Plan {
            case: Some(CaseId::default()),
            starts: Some(day("2026-01-31")),
            review: Some(Every {
                n: 3,
                unit: Unit::Months,
            }),
            state: PlanState::Firmato {
                on: day("2026-02-10"),
            },
            ..Plan::default()
        }
    }

    fn said(plan: &Plan) -> Vec<(u16, String, bool, bool)> {
        let of = |term: &Term| {
            let due = compute(term, &Office::default()).unwrap().due.date();
            (term.key.nth, due.to_string(), term.met.is_some(), term.lapsed)
        };
        plan.terms(RecordId::default()).iter().map(of).collect()
    }

    /// PAI_VERIFICA: activated on 31 January with a review every three months, the first is due on 30 April; held on 20 April,
    /// the next is due on 20 July.
    #[test]
    fn each_review_meets_its_term_and_starts_the_next() {
        assert_eq!(said(&plan()), [(0, "2026-04-30".to_owned(), false, false)]);
        let reviewed = Plan {
            reviewed_on: AddSet(vec![day("2026-07-15"), day("2026-04-20"), day("2026-04-20")]),
            ..plan()
        };
        assert_eq!(
            said(&reviewed),
            [
                (0, "2026-04-30".to_owned(), true, false),
                (1, "2026-07-20".to_owned(), true, false),
                (2, "2026-10-15".to_owned(), false, false),
            ]
        );
    }

    #[test]
    fn a_draft_has_no_review_and_a_closed_plan_none_that_is_due() {
        let draft = Plan {
            state: PlanState::Condiviso {
                on: day("2026-02-01"),
            },
            ..plan()
        };
        assert!(draft.terms(RecordId::default()).is_empty());
        let renewed = Plan {
            state: PlanState::Rinnovato {
                on: day("2026-04-20"),
                next: RecordId::default(),
            },
            reviewed_on: AddSet(vec![day("2026-04-20")]),
            ..plan()
        };
        assert!(said(&renewed).iter().all(|(_, _, _, lapsed)| *lapsed));
        let without = Plan {
            review: None,
            ..plan()
        };
        assert!(without.terms(RecordId::default()).is_empty());
    }
}
