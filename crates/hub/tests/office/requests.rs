//! What laptops ask of the office: done or declined at the desk once, whole or not at all; and what else the office says
//! beside a session.

use crate::stage::{Laptop, Stage, core, diary, id, of_person, sign};
use cartella_domain::{
    cases::AssignmentRole,
    diary::{Confirmation, DiaryEntry, EntryHeader},
    ids::{CaseId, EntryId, OperatorId, RecordId},
    requests::{Asked, AssignOperator, MergePeople, OfficeRequest},
    rights::Role,
    scope::ScopeId,
};
use cartella_hub::{
    Error, desk,
    verbs::{Act, passed_to},
};
use cartella_sync::{
    messages::{Code, Problem, Verdict},
    op,
};

/// She asks; answers the request's id.
fn asks(laptop: &mut Laptop, scope: ScopeId, asked: &Asked) -> RecordId {
    let request = RecordId(id());
    let record = OfficeRequest {
        by: Some(laptop.operator),
        outcome: None,
    };
    let mut ops = Act::create(scope, request.0, &record).unwrap().ops;
    let command = serde_json::to_value(asked).unwrap();
    ops.push(op::Act::Request { request, command }.into());
    laptop.write(scope, ops);
    request
}

fn assignment(case: CaseId, operator: OperatorId, role: AssignmentRole) -> Asked {
    Asked::Assign {
        assignment: AssignOperator {
            case,
            operator,
            role,
            from: None,
            to: None,
            stands_in_for: None,
        },
    }
}

/// A case that Anna opened and the office gave her.
async fn hers(stage: &Stage, anna: &mut Laptop) -> CaseId {
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.sync().await;
    stage.assign(case, anna.operator).await;
    anna.hello().await.unwrap();
    case
}

fn outcome(stage: &Stage, request: RecordId) -> String {
    let sql = format!(
        "SELECT body #>> '{{outcome,done}}', body #>> '{{outcome,reason}}' FROM office_request WHERE id = '{request}'"
    );
    stage.database.sql(&sql).unwrap().trim().to_owned()
}

fn count(stage: &Stage, what: &str) -> String {
    stage
        .database
        .sql(&format!("SELECT count(*) FROM {what}"))
        .unwrap()
        .trim()
        .to_owned()
}

fn is_refused(done: &Result<(), Error>) -> bool {
    matches!(done, Err(Error::Refused(_)))
}

#[tokio::test(flavor = "multi_thread")]
async fn an_assignment_is_done_once_whoever_is_at_the_desk() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut bea = stage.laptop(Role::Psicologo).await;
    let case = hers(&stage, &mut anna).await;
    let request = asks(
        &mut anna,
        core(case),
        &assignment(case, bea.operator, AssignmentRole::Psicologo),
    );
    anna.sync().await;
    let waiting = desk::requests(&stage.hub).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].id), (1, request));
    assert_eq!(waiting[0].author, anna.operator);
    assert_eq!(outcome(&stage, request), "|");
    let other = stage.process();
    let (one, two) = tokio::join!(
        desk::perform(&stage.hub, request, None, None),
        desk::perform(&other, request, None, None)
    );
    assert!(one.is_ok() != two.is_ok(), "{one:?} {two:?}");
    assert!(is_refused(&one) || is_refused(&two));
    assert!(desk::requests(&stage.hub).await.unwrap().is_empty());
    assert_eq!(outcome(&stage, request), "true|");
    assert!(bea.granted().await.contains(&core(case).into()));
    assert_eq!(
        count(&stage, "assignment WHERE body ->> 'role' = 'psicologo'"),
        "1"
    );
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_moves_a_case_to_assegnato_when_its_team_is_complete() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let bea = stage.laptop(Role::Psicologo).await;
    let case = hers(&stage, &mut anna).await;
    let state = || {
        let sql = "SELECT body #>> '{state,is}' FROM episode";
        stage.database.sql(sql).unwrap().trim().to_owned()
    };
    // Tutela minori works in pairs: one alone does not move it.
    assert_eq!(state(), "segnalato");
    stage
        .assign_as(case, bea.operator, AssignmentRole::Psicologo)
        .await;
    assert_eq!(state(), "assegnato");
    assert_eq!(
        count(&stage, "transition WHERE body #>> '{to,is}' = 'assegnato'"),
        "1"
    );
    let other = stage.laptop(Role::Psicologo).await;
    stage
        .assign_as(case, other.operator, AssignmentRole::MiniEquipe)
        .await;
    assert_eq!(
        count(&stage, "transition"),
        "1",
        "what is assigned is not assigned again"
    );
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_declined_has_a_reason_that_its_asker_reads() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let bea = stage.laptop(Role::Psicologo).await;
    let case = hers(&stage, &mut anna).await;
    let wanted = assignment(case, bea.operator, AssignmentRole::Psicologo);
    let request = asks(&mut anna, core(case), &wanted);
    anna.sync().await;
    assert!(is_refused(&desk::decline(&stage.hub, request, "  ", None).await));
    desk::decline(&stage.hub, request, "è in ferie", Some(bea.operator))
        .await
        .unwrap();
    assert_eq!(outcome(&stage, request), "false|è in ferie");
    assert!(is_refused(&desk::perform(&stage.hub, request, None, None).await));
    assert!(is_refused(
        &desk::decline(&stage.hub, request, "di nuovo", None).await
    ));
    let came = anna.backfill(core(case), 1 << 20).await.unwrap();
    assert!(!came.is_empty());
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_cannot_be_done_is_not_begun_and_still_waits() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let case = hers(&stage, &mut anna).await;
    let unknown = assignment(case, OperatorId(id()), AssignmentRole::Responsabile);
    let request = asks(&mut anna, core(case), &unknown);
    let of_tomorrow = RecordId(id());
    let command = serde_json::json!({ "type": "archive", "case": case });
    anna.write(
        core(case),
        vec![
            op::Act::Request {
                request: of_tomorrow,
                command,
            }
            .into(),
        ],
    );
    anna.sync().await;
    let before = count(&stage, "change");
    assert!(is_refused(&desk::perform(&stage.hub, request, None, None).await));
    assert!(is_refused(
        &desk::perform(&stage.hub, of_tomorrow, None, None).await
    ));
    assert_eq!(count(&stage, "change"), before);
    assert_eq!(desk::requests(&stage.hub).await.unwrap().len(), 2);
    // Another is assigned in her place; what nobody reads can be declined.
    desk::perform(&stage.hub, request, Some(anna.operator), None)
        .await
        .unwrap();
    desk::decline(&stage.hub, of_tomorrow, "non si capisce", None)
        .await
        .unwrap();
    assert!(desk::requests(&stage.hub).await.unwrap().is_empty());
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_was_opened_keeps_the_team_that_its_opener_named_or_gets_another() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut opens = |stage: &Stage, named: bool| {
        let person = anna.person();
        let case = anna.case(person, &[]);
        if named {
            anna.assignment(case, anna.operator);
        }
        let request = asks(&mut anna, core(case), &Asked::Open { case });
        let _ = stage;
        (case, request)
    };
    let (named, first) = opens(&stage, true);
    let (nobody, second) = opens(&stage, false);
    anna.sync().await;
    let decided = |lines: Vec<desk::CaseLine>, case: CaseId| {
        let line = lines.into_iter().find(|line| line.case == case).unwrap();
        (line.decided, line.team.len())
    };
    desk::perform(&stage.hub, first, None, None).await.unwrap();
    assert_eq!(
        decided(desk::cases(&stage.hub).await.unwrap(), named),
        (true, 1),
        "the proposed assignment is confirmed, not doubled"
    );
    assert!(is_refused(&desk::perform(&stage.hub, second, None, None).await));
    assert_eq!(
        decided(desk::cases(&stage.hub).await.unwrap(), nobody),
        (false, 0)
    );
    let bea = stage.laptop(Role::AssistenteSociale).await;
    desk::perform(&stage.hub, second, Some(bea.operator), None)
        .await
        .unwrap();
    assert_eq!(decided(desk::cases(&stage.hub).await.unwrap(), nobody), (true, 1));
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_records_become_one_person_once() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let (kept, absorbed) = (anna.person(), anna.person());
    let merge = |kept, absorbed| {
        Asked::Merge(MergePeople {
            kept,
            absorbed,
            reason: Some("stesso bambino".into()),
        })
    };
    let request = asks(&mut anna, of_person(kept), &merge(kept, absorbed));
    let again = asks(&mut anna, of_person(absorbed), &merge(absorbed, kept));
    anna.sync().await;
    desk::perform(&stage.hub, request, None, None).await.unwrap();
    assert_eq!(count(&stage, "person_merge"), "1");
    assert!(is_refused(&desk::perform(&stage.hub, again, None, None).await));
    assert_eq!(count(&stage, "person_merge"), "1");
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_gave_a_case_back_is_told_who_has_it_and_nobody_else_is() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::EducatoreEnte).await;
    let mut owner = stage.laptop(Role::AssistenteSociale).await;
    let stranger = stage.laptop(Role::EducatoreEnte).await;
    let case = hers(&stage, &mut owner).await;
    stage
        .assign_as(case, anna.operator, AssignmentRole::Educatore)
        .await;
    anna.hello().await.unwrap();
    let yesterday = stage.today().plus_days(-1);
    desk::end_assignment(&stage.hub, case, anna.operator, yesterday)
        .await
        .unwrap();
    anna.hello().await.unwrap();
    anna.leave(core(case)).await;
    let told = passed_to(&stage.hub, &anna.device(), case).await.unwrap();
    assert_eq!(told, Some(owner.operator));
    let refused = passed_to(&stage.hub, &stranger.device(), case).await;
    assert!(matches!(refused, Err(Error::Problem(Problem::NotGranted(_)))));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_is_confirmed_by_the_colleague_whom_it_names_and_by_nobody_else() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut named = stage.laptop(Role::Psicologo).await;
    let mut other = stage.laptop(Role::Psicologo).await;
    let case = hers(&stage, &mut anna).await;
    for colleague in [&named, &other] {
        stage
            .assign_as(case, colleague.operator, AssignmentRole::MiniEquipe)
            .await;
    }
    let entry = EntryId(id());
    let record = DiaryEntry {
        case: Some(case),
        author: anna.operator,
        header: Some(EntryHeader {
            co_authors: vec![named.operator, anna.operator],
            ..EntryHeader::default()
        }),
        ..DiaryEntry::default()
    };
    let signed = sign(entry.uuid(), anna.operator, &record);
    anna.write(diary(case), crate::stage::opening(vec![signed]));
    anna.sync().await;
    let confirms = async |laptop: &mut Laptop, entry: EntryId| {
        laptop.hello().await.unwrap();
        let record = Confirmation {
            entry,
            case: Some(case),
            author: laptop.operator,
            ..Confirmation::default()
        };
        let signed = sign(id(), laptop.operator, &record);
        laptop.write(diary(case), vec![signed]);
        laptop.push().await.remove(0)
    };
    let refused = Verdict::Quarantined(Code::NotAuthorised);
    assert_eq!(confirms(&mut other, entry).await, refused, "not named");
    assert_eq!(confirms(&mut anna, entry).await, refused, "its own author");
    assert_eq!(
        confirms(&mut named, EntryId(id())).await,
        refused,
        "an entry of nobody"
    );
    assert!(matches!(confirms(&mut named, entry).await, Verdict::Accepted(_)));
    stage.is_whole().await;
}
