//! The assessment of a case: signed for ever, a new one in its place, and what the flows still lack.

use crate::cases::{assigning, opening, person};
use cartella_app::{
    Code,
    assessments::{AssessmentRef, AssessmentsOfCase, SignAssessment, list, sign},
    cases::{OneCase, OpenCase, assign, get as case_page, open},
};
use cartella_domain::{
    assessments::{Answers, Assessment, CourtOrder, Gap, QuestionSet, order_kinds, questions},
    cases::{AssignmentRole, Referral},
    ids::CaseId,
    rights::Role,
    services::Service,
};
use cartella_testkit::Office;

fn case(office: &mut Office) -> CaseId {
    let child = person(office, "Rossi", "Anna", "2015-05-17");
    let me = office.session.operator();
    let input = OpenCase {
        responsible: Some(me),
        referral: Some(Referral {
            on: Some("2026-01".parse().unwrap()),
            ..Referral::default()
        }),
        ..opening(child, Service::TutelaMinori)
    };
    open(&mut office.session, input).unwrap().cases[0]
}

/// Every question of the flow for minors answered "1"; the court's order is undated.
fn sinba() -> Assessment {
    let answers: Answers = questions(QuestionSet::Sinba)
        .iter()
        .map(|question| (question.key.to_owned(), vec![question.list.answer("1").unwrap()]))
        .collect();
    Assessment {
        sets: Some(vec![QuestionSet::Sinba]),
        answers: Some(answers),
        order: Some(CourtOrder {
            on: None,
            authority: Some("TM Milano".into()),
            kind: order_kinds().answer("5"),
        }),
        ..Assessment::default()
    }
}

fn signed(office: &mut Office, case: CaseId, assessment: Assessment) -> Result<AssessmentRef, Code> {
    sign(&mut office.session, SignAssessment { case, assessment }).map_err(|error| error.code)
}

fn all(office: &mut Office, case: CaseId) -> AssessmentsOfCase {
    list(&mut office.session, OneCase { case }).unwrap()
}

#[test]
fn scenario_23_an_undated_order_is_listed_as_incomplete_until_a_new_assessment_says_it() {
    let mut office = Office::new(71).unwrap();
    let case = case(&mut office);
    let first = signed(&mut office, case, sinba()).unwrap();
    let shown = all(&mut office, case);
    assert_eq!(shown.assessments[0].gaps, [Gap::OrderDate]);
    let page = case_page(&mut office.session, OneCase { case }).unwrap();
    assert_eq!(page.assessed.unwrap().gaps, 1);
    let dated = Assessment {
        order: Some(CourtOrder {
            on: Some("2026-02-20".parse().unwrap()),
            ..sinba().order.unwrap()
        }),
        ..sinba()
    };
    signed(&mut office, case, dated).unwrap();
    let shown = all(&mut office, case);
    assert_eq!(shown.assessments.len(), 2, "what was signed stays");
    assert_eq!(shown.assessments[0].gaps, []);
    assert_eq!(shown.assessments[0].assessment.replaces, Some(first.id));
    assert!(shown.assessments[0].current && !shown.assessments[1].current);
    assert_eq!(office.session.archive().compare_with_log().unwrap(), []);
}

#[test]
fn an_assessment_says_something_from_its_lists_and_of_no_day_to_come() {
    let mut office = Office::new(72).unwrap();
    let case = case(&mut office);
    let blank = Assessment {
        summary: Some("  ".into()),
        ..Assessment::default()
    };
    assert_eq!(
        signed(&mut office, case, blank).unwrap_err(),
        Code::NothingWritten
    );
    let tomorrow = Assessment {
        on: Some("2099-01-01".parse().unwrap()),
        ..sinba()
    };
    assert_eq!(
        signed(&mut office, case, tomorrow).unwrap_err(),
        Code::DayInFuture
    );
    let mut strange = sinba();
    let wrong = vec![order_kinds().answer("1").unwrap()];
    strange
        .answers
        .as_mut()
        .unwrap()
        .insert("SINBA_LAVORO".into(), wrong);
    assert_eq!(signed(&mut office, case, strange).unwrap_err(), Code::UnknownCode);
    let put_away = Assessment {
        sets: Some(vec![QuestionSet::Card]),
        summary: Some("Rete fragile".into()),
        ..sinba()
    };
    signed(&mut office, case, put_away).unwrap();
    let shown = all(&mut office, case);
    assert_eq!(
        shown.assessments[0].assessment.answers, None,
        "of a set that was put away"
    );
}

#[test]
fn who_works_on_the_case_reads_and_signs_it_and_an_educatore_does_not() {
    let mut office = Office::new(73).unwrap();
    let case = case(&mut office);
    signed(&mut office, case, sinba()).unwrap();
    for (role, as_what, may) in [
        (Role::Psicologo, AssignmentRole::Psicologo, true),
        (Role::EducatoreEnte, AssignmentRole::Educatore, false),
    ] {
        let colleague = office.colleague("Riva", role).unwrap();
        assign(&mut office.session, assigning(case, colleague, as_what)).unwrap();
        let me = office.session.operator();
        office.session.act_as(colleague);
        let read = list(&mut office.session, OneCase { case })
            .map(|page| page.may_write)
            .ok();
        assert_eq!(read, may.then_some(true), "{role:?}");
        let tried = signed(&mut office, case, sinba()).map(|_| ());
        assert_eq!(tried, if may { Ok(()) } else { Err(Code::Forbidden) }, "{role:?}");
        office.session.act_as(me);
    }
}
