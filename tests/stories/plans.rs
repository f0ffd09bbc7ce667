//! The plan of a case: written, shared, signed by all, reviewed, renewed; a signed one answers what "Progetto attivo" asks.

use crate::cases::{assigning, opening, person};
use cartella_app::{
    Code,
    cases::{MoveCase, OneCase, OpenCase, assign, get as case_page, move_case, open},
    deadlines,
    plans::{
        GoalInput, GoalOutcome, PlanPage, PlanRef, ReviewPlan, SavePlan, SignParty, conclude, get, list,
        review, save, share, sign_party, unshare,
    },
};
use cartella_domain::{
    cases::{AssignmentRole, Move, Paper, State, StateName},
    deadlines::{Code as Term, State as Standing},
    ids::{CaseId, RecordId},
    plans::{
        Every, Goal, GoalTerm, Party, PartyKind, PeiBasis, Plan, PlanState, PlanStateName, ReviewResult,
        SignedHow, Unit, goal_outcomes, plan_closing_reasons, plan_kinds,
    },
    record::AddSet,
    rights::Role,
    services::Service,
};
use cartella_testkit::Office;

/// A case in charge, and its responsible at work.
pub(crate) fn in_charge(office: &mut Office) -> CaseId {
    let child = person(office, "Rossi", "Anna", "2015-05-17");
    let me = office.session.operator();
    let input = OpenCase {
        responsible: Some(me),
        running: Some(State::InCarico {
            on: Some("2026-01-10".parse().unwrap()),
        }),
        ..opening(child, Service::EducativaDomiciliareOrdinaria)
    };
    open(&mut office.session, input).unwrap().cases[0]
}

fn mother() -> Party {
    Party {
        kind: PartyKind::Parent,
        name: "Bianchi Laura".into(),
        person: None,
        operator: None,
    }
}

fn operator(office: &Office) -> Party {
    Party {
        kind: PartyKind::Operator,
        name: "Neri Sara".into(),
        person: None,
        operator: Some(office.session.operator()),
    }
}

fn goal(term: GoalTerm, text: &str) -> GoalInput {
    GoalInput {
        id: None,
        goal: Goal {
            term,
            text: Some(text.into()),
            ..Goal::default()
        },
        seen: Vec::new(),
    }
}

fn draft(office: &mut Office, case: CaseId) -> RecordId {
    draft_of(office, case, "EDUCATIVO", None)
}

fn draft_of(office: &mut Office, case: CaseId, kind: &str, pei: Option<PeiBasis>) -> RecordId {
    let parties = AddSet(vec![mother(), operator(office)]);
    let input = SavePlan {
        id: None,
        case,
        plan: Plan {
            kind: plan_kinds().answer(kind),
            pei,
            subject: Some("Sostegno  ai compiti".into()),
            starts: Some("2026-02-01".parse().unwrap()),
            review: Some(Every {
                n: 3,
                unit: Unit::Months,
            }),
            parties,
            ..Plan::default()
        },
        goals: vec![
            goal(GoalTerm::Long, "Autonomia nello studio"),
            goal(GoalTerm::Short, "Frequenza regolare"),
            goal(GoalTerm::Short, "   "),
        ],
        removed: Vec::new(),
        seen: Vec::new(),
    };
    save(&mut office.session, input).unwrap().id
}

fn page(office: &mut Office, id: RecordId) -> PlanPage {
    get(&mut office.session, PlanRef { id }).unwrap()
}

fn drawn() -> SignedHow {
    SignedHow::Screen {
        strokes: vec![vec![(10, 10), (60, 30), (120, 12)]],
    }
}

fn signing(id: RecordId, party: Party, how: SignedHow) -> SignParty {
    SignParty {
        id,
        party,
        how,
        on: None,
    }
}

/// Shared and signed by both.
pub(crate) fn signed(office: &mut Office, case: CaseId) -> RecordId {
    let id = draft(office, case);
    sign_all(office, id);
    id
}

fn sign_all(office: &mut Office, id: RecordId) {
    share(&mut office.session, PlanRef { id }).unwrap();
    sign_party(&mut office.session, signing(id, mother(), drawn())).unwrap();
    let me = operator(office);
    let how = SignedHow::Operator {
        operator: office.session.operator(),
    };
    sign_party(&mut office.session, signing(id, me, how)).unwrap();
}

fn start_plan(office: &mut Office, case: CaseId) -> Result<(), Code> {
    let input = MoveCase {
        case,
        step: Move::StartPlan,
        on: None,
        reason: None,
    };
    move_case(&mut office.session, input)
        .map(|_| ())
        .map_err(|error| error.code)
}

#[test]
fn with_the_last_signature_the_plan_is_signed_and_the_case_may_go_on() {
    let mut office = Office::new(61).unwrap();
    let case = in_charge(&mut office);
    let id = draft(&mut office, case);
    let shown = page(&mut office, id);
    let goals: Vec<_> = shown
        .goals
        .iter()
        .map(|goal| goal.value.text.as_deref().unwrap())
        .collect();
    assert_eq!(
        goals,
        ["Frequenza regolare", "Autonomia nello studio"],
        "short terms first"
    );
    assert_eq!(shown.plan.value.subject.as_deref(), Some("Sostegno ai compiti"));
    assert_eq!(start_plan(&mut office, case), Err(Code::MoveMissing));
    share(&mut office.session, PlanRef { id }).unwrap();
    sign_party(&mut office.session, signing(id, mother(), drawn())).unwrap();
    let shown = page(&mut office, id);
    assert!(shown.unsigned == [operator(&office)]);
    assert_eq!(
        conclude(&mut office.session, PlanRef { id }).unwrap_err().code,
        Code::PlanUnsigned
    );
    let paper = SignedHow::Paper {
        paper: Paper {
            on: Some("2026-02-20".parse().unwrap()),
            ..Paper::default()
        },
    };
    let me = operator(&office);
    sign_party(&mut office.session, signing(id, me, paper)).unwrap();
    let shown = page(&mut office, id);
    assert_eq!(shown.plan.value.state.name(), PlanStateName::Firmato);
    assert_eq!(shown.next_review, Some("2026-05-01".parse().unwrap()));
    let version = &shown.versions[0];
    assert_eq!(version.signatures.as_ref().map(Vec::len), Some(2));
    assert_eq!(version.content.as_ref().unwrap().state, shown.plan.value.state);
    assert_eq!(version.goals.as_ref().map(Vec::len), Some(2));
    start_plan(&mut office, case).unwrap();
    let of_case = case_page(&mut office.session, OneCase { case }).unwrap();
    assert_eq!(of_case.episodes[0].state_name, StateName::ProgettoAttivo);
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn what_is_shared_does_not_change_and_back_in_the_draft_signatures_count_no_more() {
    let mut office = Office::new(62).unwrap();
    let case = in_charge(&mut office);
    let id = draft(&mut office, case);
    share(&mut office.session, PlanRef { id }).unwrap();
    let shown = page(&mut office, id);
    let change = |shown: &PlanPage| SavePlan {
        id: Some(id),
        case,
        plan: Plan {
            motives: Some("Altro".into()),
            ..shown.plan.value.clone()
        },
        goals: Vec::new(),
        removed: vec![shown.goals[0].id],
        seen: shown.plan.seen.clone(),
    };
    assert_eq!(
        save(&mut office.session, change(&shown)).unwrap_err().code,
        Code::PlanOtherState
    );
    sign_party(&mut office.session, signing(id, mother(), drawn())).unwrap();
    unshare(&mut office.session, PlanRef { id }).unwrap();
    let shown = page(&mut office, id);
    assert_eq!(shown.plan.value.state, PlanState::Bozza);
    assert!(shown.signatures.is_empty(), "she signed another text");
    save(&mut office.session, change(&shown)).unwrap();
    assert_eq!(page(&mut office, id).goals.len(), 1);
}

#[test]
fn a_signature_is_of_a_party_drawn_or_explained_and_nobody_signs_for_a_colleague() {
    let mut office = Office::new(63).unwrap();
    let case = in_charge(&mut office);
    let id = draft(&mut office, case);
    let tried = |office: &mut Office, party, how| {
        sign_party(&mut office.session, signing(id, party, how))
            .map(|_| ())
            .map_err(|error| error.code)
    };
    assert_eq!(tried(&mut office, mother(), drawn()), Err(Code::PlanOtherState));
    share(&mut office.session, PlanRef { id }).unwrap();
    let stranger = Party {
        name: "Passante".into(),
        ..mother()
    };
    assert_eq!(tried(&mut office, stranger, drawn()), Err(Code::NotAParty));
    let nothing = SignedHow::Screen { strokes: Vec::new() };
    assert_eq!(tried(&mut office, mother(), nothing), Err(Code::SignatureMissing));
    let me = operator(&office);
    let colleague = office.colleague("Riva", Role::Psicologo).unwrap();
    assert_eq!(
        tried(
            &mut office,
            me.clone(),
            SignedHow::Operator { operator: colleague }
        ),
        Err(Code::Forbidden)
    );
    let waived = SignedHow::Paper {
        paper: Paper {
            waived: Some("Rifiuta di firmare".into()),
            ..Paper::default()
        },
    };
    assert_eq!(tried(&mut office, mother(), waived), Ok(()));
}

#[test]
fn a_review_says_how_goals_came_out_and_a_renewed_plan_takes_the_open_ones_along() {
    let mut office = Office::new(64).unwrap();
    let case = in_charge(&mut office);
    let id = signed(&mut office, case);
    office.clock.set("2026-06-10T08:00:00Z");
    let shown = page(&mut office, id);
    let reached = GoalOutcome {
        goal: shown.goals[0].id,
        outcome: goal_outcomes().answer("3").unwrap(),
    };
    let input = |result| ReviewPlan {
        id,
        on: None,
        present: Some("Madre, educatrice".into()),
        text: Some("Frequenta con regolarità".into()),
        outcomes: vec![reached.clone()],
        result,
    };
    review(&mut office.session, input(ReviewResult::Continues)).unwrap();
    let shown = page(&mut office, id);
    assert_eq!(
        shown.next_review,
        Some("2026-09-10".parse().unwrap()),
        "after the last review"
    );
    let next = review(&mut office.session, input(ReviewResult::Renewed))
        .unwrap()
        .id;
    let old = page(&mut office, id);
    assert!(matches!(old.plan.value.state, PlanState::Rinnovato { next: of, .. } if of == next));
    assert_eq!(old.reviews.len(), 2);
    let new = page(&mut office, next);
    let goals: Vec<_> = new
        .goals
        .iter()
        .map(|goal| goal.value.text.as_deref().unwrap())
        .collect();
    assert_eq!(goals, ["Autonomia nello studio"], "what was reached stays behind");
    assert_eq!(new.plan.value.renews, Some(id));
    let again = review(&mut office.session, input(ReviewResult::Continues)).unwrap_err();
    assert_eq!(again.code, Code::PlanOtherState);
}

/// PAI_VERIFICA: every three months from 1 February 2026. The first review is due on 1 May; in June it is overdue and stays;
/// held on 10 June, it is met, and the next is due on 10 September.
#[test]
fn the_next_review_is_a_deadline_of_the_case_that_stays_until_it_is_held() {
    let mut office = Office::new(67).unwrap();
    let case = in_charge(&mut office);
    let id = signed(&mut office, case);
    let said = |office: &mut Office| -> Vec<(String, Standing)> {
        let found = deadlines::of_case(&mut office.session, OneCase { case }).unwrap();
        let all = found.open.into_iter().chain(found.past);
        let mine = all.filter(|view| view.deadline.key.code == Term::PaiVerifica);
        mine.map(|view| (view.deadline.due.date().to_string(), view.standing.state))
            .collect()
    };
    assert_eq!(said(&mut office), [("2026-05-01".to_owned(), Standing::InTime)]);
    office.clock.set("2026-06-10T08:00:00Z");
    assert_eq!(said(&mut office), [("2026-05-01".to_owned(), Standing::Overdue)]);
    let held = |result| ReviewPlan {
        id,
        on: None,
        present: None,
        text: None,
        outcomes: Vec::new(),
        result,
    };
    review(&mut office.session, held(ReviewResult::Continues)).unwrap();
    assert_eq!(
        said(&mut office),
        [
            ("2026-09-10".to_owned(), Standing::InTime),
            ("2026-05-01".to_owned(), Standing::MetLate),
        ]
    );
    let reason = plan_closing_reasons().answer("RAGGIUNTO");
    review(&mut office.session, held(ReviewResult::Closed { reason })).unwrap();
    assert!(
        said(&mut office)
            .iter()
            .all(|(_, state)| matches!(state, Standing::Lapsed | Standing::MetLate))
    );
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

/// PEI_APPROVAZIONE and PEI_FINALE: the plan begins on 1 February 2026, in the school year 2025/26. A draft already lacks its
/// approval of 31 October; signed, it is met, late; the last review meets the end of 30 June.
#[test]
fn a_pei_speaks_for_the_terms_of_its_school_year() {
    let mut office = Office::new(96).unwrap();
    let case = in_charge(&mut office);
    let basis = PeiBasis {
        profilo_on: "2025-05-20".parse().ok(),
        ..PeiBasis::default()
    };
    let id = draft_of(&mut office, case, "PEI", Some(basis));
    let said = |office: &mut Office| -> Vec<(Term, String, Standing)> {
        let found = deadlines::of_case(&mut office.session, OneCase { case }).unwrap();
        let all = found.open.into_iter().chain(found.past);
        let school =
            all.filter(|view| matches!(view.deadline.key.code, Term::PeiApprovazione | Term::PeiFinale));
        school
            .map(|view| {
                let due = view.deadline.due.date().to_string();
                (view.deadline.key.code, due, view.standing.state)
            })
            .collect()
    };
    let approval = |state| (Term::PeiApprovazione, "2025-10-31".to_owned(), state);
    let end = |state| (Term::PeiFinale, "2026-06-30".to_owned(), state);
    assert_eq!(said(&mut office), [approval(Standing::Overdue)]);
    sign_all(&mut office, id);
    assert_eq!(
        said(&mut office),
        [end(Standing::InTime), approval(Standing::MetLate)]
    );
    office.clock.set("2026-06-12T08:00:00Z");
    let input = ReviewPlan {
        id,
        on: None,
        present: None,
        text: None,
        outcomes: Vec::new(),
        result: ReviewResult::Closed {
            reason: plan_closing_reasons().answer("RAGGIUNTO"),
        },
    };
    review(&mut office.session, input).unwrap();
    let after = said(&mut office);
    assert!(after.contains(&end(Standing::Met)), "{after:?}");
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn a_plan_is_closed_with_its_reason() {
    let mut office = Office::new(65).unwrap();
    let case = in_charge(&mut office);
    let id = signed(&mut office, case);
    let mut closing = |reason| {
        let input = ReviewPlan {
            id,
            on: None,
            present: None,
            text: None,
            outcomes: Vec::new(),
            result: ReviewResult::Closed { reason },
        };
        review(&mut office.session, input)
            .map(|_| ())
            .map_err(|error| error.code)
    };
    assert_eq!(closing(None), Err(Code::ReasonMissing));
    assert_eq!(closing(plan_closing_reasons().answer("RAGGIUNTO")), Ok(()));
    let lines = list(&mut office.session, OneCase { case }).unwrap().lines;
    assert_eq!(lines[0].state, PlanStateName::Chiuso);
}

#[test]
fn who_works_on_the_case_writes_its_plan_and_an_educatore_only_reads_it() {
    let mut office = Office::new(66).unwrap();
    let case = in_charge(&mut office);
    let id = signed(&mut office, case);
    let educatore = office.colleague("Gatti", Role::EducatoreEnte).unwrap();
    assign(
        &mut office.session,
        assigning(case, educatore, AssignmentRole::Educatore),
    )
    .unwrap();
    let clerk = office.colleague("Pozzi", Role::Amministrativo).unwrap();
    office.session.act_as(educatore);
    assert!(!page(&mut office, id).may_write);
    let input = ReviewPlan {
        id,
        on: None,
        present: None,
        text: None,
        outcomes: Vec::new(),
        result: ReviewResult::Continues,
    };
    assert_eq!(
        review(&mut office.session, input).unwrap_err().code,
        Code::Forbidden
    );
    office.session.act_as(clerk);
    assert_eq!(
        get(&mut office.session, PlanRef { id })
            .map(|_| ())
            .unwrap_err()
            .code,
        Code::Forbidden
    );
}

#[test]
fn scenario_14_a_pei_without_profilo_is_shared_with_the_day_of_the_diagnosi() {
    let mut office = Office::new(95).unwrap();
    let case = in_charge(&mut office);
    let unsaid = draft_of(&mut office, case, "PEI", None);
    let refused = share(&mut office.session, PlanRef { id: unsaid }).err().unwrap();
    assert_eq!(refused.code, Code::PeiWithoutBasis);
    assert_eq!(page(&mut office, unsaid).plan.value.state, PlanState::Bozza);
    let basis = PeiBasis {
        diagnosi_on: "2025-11-20".parse().ok(),
        ..PeiBasis::default()
    };
    let said = draft_of(&mut office, case, "PEI", Some(basis));
    share(&mut office.session, PlanRef { id: said }).unwrap();
    assert_eq!(page(&mut office, said).plan.value.pei, Some(basis));
}
