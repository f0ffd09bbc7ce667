//! The terms of a plan: its next review, as the plan says (PAI_VERIFICA), and of a PEI those of the school year.

use super::{Every, Plan, PlanReview, PlanState, Unit, is_pei};
use crate::{
    deadlines::{Code, Event, Length, Met, Stated, Term, TermKey, Terms, Whose},
    ids::RecordId,
    schools::school_year_of,
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
        self.starts.or(self.signed_on())
    }

    /// The day on which the plan at work was signed.
    const fn signed_on(&self) -> Option<CivilDate> {
        match self.state {
            PlanState::Firmato { on } => Some(on),
            PlanState::InVerifica { signed_on, .. } => Some(signed_on),
            _ => None,
        }
    }

    /// Still being written, or waiting for signatures.
    const fn is_draft(&self) -> bool {
        matches!(self.state, PlanState::Bozza | PlanState::Condiviso { .. })
    }

    /// The terms of the school year in which a PEI begins: it is approved, which its signatures meet, and verified at the
    /// end of the year, which its last review meets. A draft is already asked for its approval.
    fn school_terms(&self, id: RecordId) -> Vec<Term> {
        let (Some(case), Some(starts), true) = (self.case, self.starts, is_pei(self)) else {
            return Vec::new();
        };
        let year = i32::from(school_year_of(starts));
        let Some(first) = CivilDate::from_ymd(year, 9, 1) else {
            return Vec::new();
        };
        let over = !self.is_draft() && !self.state.at_work();
        let approval = Term {
            met: self.signed_on().map(Into::into),
            lapsed: over,
            ..Term::new(Code::PeiApprovazione, id, Whose::Case(case), first)
        };
        let end = Term {
            lapsed: over,
            ..Term::new(Code::PeiFinale, id, Whose::Case(case), first)
        };
        let end = (!self.is_draft()).then_some(end);
        std::iter::once(approval).chain(end).collect()
    }
}

impl Terms for PlanReview {
    /// The last review of a PEI is its verification at the end of the year.
    fn meets(&self, id: RecordId) -> Vec<Met> {
        let (Some(record), Some(on), Some(true)) = (self.plan, self.on, self.last) else {
            return Vec::new();
        };
        vec![Met {
            key: TermKey {
                record,
                code: Code::PeiFinale,
                nth: 0,
            },
            at: on.into(),
            by: id,
        }]
    }
}

impl Terms for Plan {
    /// A review after its rhythm, each review starting the next; none before it is signed. Once it is renewed or closed they
    /// stay as what was, and nothing is due. A PEI has the terms of its school year beside them.
    fn terms(&self, id: RecordId) -> Vec<Term> {
        let school = self.school_terms(id);
        let (Some(case), Some(every), Some(begun), false) =
            (self.case, self.review, self.begun(), self.is_draft())
        else {
            return school;
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
        starts.enumerate().map(of).chain(school).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        deadlines::{Office, State, compute, deadline},
        ids::CaseId,
        plans::{plan_closing_reasons, plan_kinds},
        record::AddSet,
        time::Instant,
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

    fn pei(starts: &str, state: PlanState) -> Plan {
        Plan {
            kind: plan_kinds().answer("PEI"),
            starts: Some(day(starts)),
            review: None,
            state,
            ..plan()
        }
    }

    fn told(plan: &Plan) -> Vec<(&'static str, String, bool, bool)> {
        let of = |term: &Term| {
            let due = compute(term, &Office::default()).unwrap().due.date();
            (
                term.key.code.code(),
                due.to_string(),
                term.met.is_some(),
                term.lapsed,
            )
        };
        plan.terms(RecordId::default()).iter().map(of).collect()
    }

    /// PEI_APPROVAZIONE by 31 October, PEI_FINALE by 30 June of the same school year (domain.md 4.3 and 10), whatever the day of
    /// it on which the plan begins.
    #[test]
    fn a_pei_is_approved_by_the_end_of_october_and_verified_by_the_end_of_june() {
        let on = day("2025-10-20");
        for starts in ["2025-09-01", "2025-11-17", "2026-08-31"] {
            let signed = told(&pei(starts, PlanState::Firmato { on }));
            assert_eq!(
                signed,
                [
                    ("PEI_APPROVAZIONE", "2025-10-31".to_owned(), true, false),
                    ("PEI_FINALE", "2026-06-30".to_owned(), false, false),
                ],
                "{starts}"
            );
        }
        let draft = told(&pei("2025-09-01", PlanState::Bozza));
        assert_eq!(
            draft,
            [("PEI_APPROVAZIONE", "2025-10-31".to_owned(), false, false)]
        );
        let next_year = told(&pei("2026-09-01", PlanState::Bozza));
        assert_eq!(next_year[0].1, "2026-10-31");
        let quadro = Plan {
            kind: plan_kinds().answer("QUADRO"),
            ..pei("2025-09-01", PlanState::Firmato { on })
        };
        assert!(told(&quadro).is_empty());
        let undated = Plan {
            starts: None,
            ..pei("2025-09-01", PlanState::Bozza)
        };
        assert!(told(&undated).is_empty(), "nothing says which school year");
    }

    /// Reminders of domain.md 4.3: 15 and 31 October, 1 and 30 June.
    #[test]
    fn the_terms_of_a_pei_remind_in_the_middle_of_october_and_on_the_first_of_june() {
        let plan = pei(
            "2025-09-01",
            PlanState::Firmato {
                on: day("2025-11-03"),
            },
        );
        let terms = plan.terms(RecordId::default());
        let made = |term: &Term| deadline(term, &Office::default(), &[], &[]).unwrap();
        let alerts: Vec<_> = terms.iter().flat_map(|term| made(term).alert_days()).collect();
        assert_eq!(alerts, [day("2025-10-15"), day("2026-06-01")]);
        let at = |on: &str| Instant::in_rome(day(on), "09:00".parse().unwrap()).unwrap();
        let state = |term: &Term, on: &str| made(term).standing(at(on), &Office::default()).state;
        assert_eq!(state(&terms[0], "2026-01-01"), State::MetLate);
        assert_eq!(state(&terms[1], "2026-07-01"), State::Overdue);
    }

    #[test]
    fn the_last_review_of_a_pei_meets_its_end_and_another_does_not() {
        let on = day("2025-10-20");
        let id = RecordId(uuid::Uuid::from_u128(4));
        let review = PlanReview {
            plan: Some(id),
            on: Some(day("2026-06-12")),
            last: Some(true),
            ..PlanReview::default()
        };
        let term = pei("2025-09-01", PlanState::Firmato { on }).terms(id).remove(1);
        let met = deadline(&term, &Office::default(), &[], &review.meets(id)).unwrap();
        assert_eq!(met.met, Some(day("2026-06-12").into()));
        let between = PlanReview { last: None, ..review };
        assert!(between.meets(id).is_empty());
        let closed = PlanState::Chiuso {
            on: day("2026-03-01"),
            reason: plan_closing_reasons().answer("TRASFERIMENTO").unwrap(),
        };
        assert!(
            told(&pei("2025-09-01", closed))
                .iter()
                .all(|(_, _, _, lapsed)| *lapsed)
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
