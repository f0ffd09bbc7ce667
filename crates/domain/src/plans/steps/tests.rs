use super::*;
use crate::{
    cases::Paper,
    plans::{PartyKind, PlanStateName, SignedHow},
    record::AddSet,
};

fn day(text: &str) -> CivilDate {
    text.parse().unwrap()
}

fn party(kind: PartyKind, name: &str) -> Party {
    Party {
        kind,
        name: name.into(),
        person: None,
        operator: None,
    }
}

fn draft() -> Plan {
    Plan {
        kind: plan_kinds().answer("QUADRO"),
        starts: Some(day("2026-03-01")),
        parties: AddSet(vec![
            party(PartyKind::Parent, "Bianchi Laura"),
            party(PartyKind::Operator, "Neri Sara"),
        ]),
        ..Plan::default()
    }
}

fn goal() -> Goal {
    Goal {
        text: Some("Frequenza regolare a scuola".into()),
        ..Goal::default()
    }
}

fn signed(party: &Party, on: &str, how: SignedHow) -> PlanSignature {
    PlanSignature {
        party: Some(party.clone()),
        how: Some(how),
        on: Some(day(on)),
        ..PlanSignature::default()
    }
}

#[test]
fn a_plan_is_shared_when_it_says_what_it_is_for_whom_and_to_what_end() {
    let on = day("2026-03-02");
    assert_eq!(share(&draft(), [&goal()], on), Ok(PlanState::Condiviso { on }));
    let shared = |plan: Plan, goals: &[Goal]| share(&plan, goals, on);
    assert_eq!(shared(draft(), &[Goal::default()]), Err(PlanRefused::NoGoal));
    let unsaid = Plan {
        kind: None,
        ..draft()
    };
    assert_eq!(shared(unsaid, &[goal()]), Err(PlanRefused::Incomplete));
    let undated = Plan {
        starts: None,
        ..draft()
    };
    assert_eq!(shared(undated, &[goal()]), Err(PlanRefused::Incomplete));
    let alone = Plan {
        parties: AddSet::default(),
        ..draft()
    };
    assert_eq!(shared(alone, &[goal()]), Err(PlanRefused::NoParty));
    let again = Plan {
        state: PlanState::Condiviso { on },
        ..draft()
    };
    assert_eq!(shared(again, &[goal()]), Err(PlanRefused::NoSuchStep));
}

#[test]
fn it_is_signed_when_every_party_signed_or_it_is_said_why_not() {
    let today = day("2026-03-20");
    let plan = Plan {
        state: PlanState::Condiviso {
            on: day("2026-03-02"),
        },
        ..draft()
    };
    let (mother, operator) = (
        party(PartyKind::Parent, "Bianchi Laura"),
        party(PartyKind::Operator, "Neri Sara"),
    );
    let hers = signed(
        &mother,
        "2026-03-10",
        SignedHow::Screen {
            strokes: vec![vec![(1, 1), (40, 20)]],
        },
    );
    assert_eq!(
        sign(&plan, std::slice::from_ref(&hers), today),
        Err(PlanRefused::Unsigned(1))
    );
    let blank = signed(
        &operator,
        "2026-03-12",
        SignedHow::Screen {
            strokes: vec![vec![(5, 5)]],
        },
    );
    assert_eq!(
        sign(&plan, &[hers.clone(), blank], today),
        Err(PlanRefused::Unsigned(1)),
        "a dot is no signature"
    );
    let refused = signed(
        &operator,
        "2026-03-12",
        SignedHow::Paper {
            paper: Paper {
                waived: Some("Assente per malattia".into()),
                ..Paper::default()
            },
        },
    );
    assert_eq!(
        sign(&plan, &[hers, refused], today),
        Ok(PlanState::Firmato {
            on: day("2026-03-12")
        })
    );
}

#[test]
fn a_review_leaves_it_at_work_renews_it_or_closes_it() {
    let (today, next) = (day("2026-09-15"), RecordId::default());
    let plan = Plan {
        state: PlanState::Firmato {
            on: day("2026-03-12"),
        },
        ..draft()
    };
    let after = |result: &ReviewResult, on: &str| {
        reviewed(&plan, result, day(on), today, next).map(|state| state.name())
    };
    assert_eq!(
        after(&ReviewResult::Open, "2026-09-12"),
        Ok(PlanStateName::InVerifica)
    );
    assert_eq!(
        after(&ReviewResult::Continues, "2026-09-12"),
        Ok(PlanStateName::Firmato)
    );
    assert_eq!(
        after(&ReviewResult::Renewed, "2026-09-12"),
        Ok(PlanStateName::Rinnovato)
    );
    let closed = ReviewResult::Closed {
        reason: plan_closing_reasons().answer("RAGGIUNTO"),
    };
    assert_eq!(after(&closed, "2026-09-12"), Ok(PlanStateName::Chiuso));
    let unsaid = ReviewResult::Closed { reason: None };
    assert_eq!(after(&unsaid, "2026-09-12"), Err(PlanRefused::ReasonMissing));
    assert_eq!(
        after(&closed, "2026-09-16"),
        Err(PlanRefused::Day),
        "in the future"
    );
    assert_eq!(
        after(&closed, "2026-03-11"),
        Err(PlanRefused::Day),
        "before it was signed"
    );
    assert_eq!(
        reviewed(&draft(), &closed, today, today, next),
        Err(PlanRefused::NoSuchStep)
    );
}

#[test]
fn a_plan_under_review_keeps_the_day_on_which_it_was_signed() {
    let today = day("2026-09-15");
    let plan = Plan {
        state: PlanState::InVerifica {
            signed_on: day("2026-03-12"),
            on: day("2026-09-10"),
        },
        ..draft()
    };
    assert_eq!(
        reviewed(&plan, &ReviewResult::Continues, today, today, RecordId::default()),
        Ok(PlanState::Firmato {
            on: day("2026-03-12")
        })
    );
}
