//! What hangs on a member of the staff's card: roles, services, the days of her post; and what she asks of the office.

use crate::stage::{Stage, core, id, of_person};
use cartella_domain::{
    ids::RecordId,
    rights::Role,
    scope::{ScopeId, ScopeKind},
    services::Service,
    staff::Operator,
};
use cartella_hub::desk;
use cartella_sync::{
    messages::{Code, Verdict},
    op,
};

#[tokio::test(flavor = "multi_thread")]
async fn with_her_post_ends_all_that_she_holds_but_her_own_drafts() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    let draft = ScopeId::new(anna.operator.uuid(), ScopeKind::Draft);
    anna.write(draft, crate::stage::opening(vec![]));
    anna.sync().await;
    let last = stage.today();
    let ending = |card: Operator| Operator {
        to: Some(last),
        ..card
    };
    desk::change(&stage.hub, anna.operator, ending).await.unwrap();
    assert!(
        anna.granted().await.contains(&core(case).into()),
        "on her last day she works"
    );
    stage.days_pass(1);
    let granted: Vec<_> = anna.granted().await.into_iter().collect();
    assert_eq!(granted, [draft.into()]);
    anna.entry(case, true);
    assert_eq!(anna.push().await, [Verdict::Quarantined(Code::NotAuthorised)]);
    let again = |card: Operator| Operator { to: None, ..card };
    desk::change(&stage.hub, anna.operator, again).await.unwrap();
    assert!(anna.granted().await.contains(&of_person(person).into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_role_or_service_changes_what_she_holds_at_once() {
    let stage = Stage::new().await;
    let mut owner = stage.laptop(Role::AssistenteSociale).await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = owner.person();
    let case = owner.case(person, &[]);
    owner.sync().await;
    stage.assign(case, owner.operator).await;
    assert!(anna.granted().await.contains(&core(case).into()));
    let moved = |card: Operator| Operator {
        services: [Service::Sad].into_iter().collect(),
        ..card
    };
    desk::change(&stage.hub, anna.operator, moved).await.unwrap();
    let welcome = anna.granted().await;
    assert!(!welcome.contains(&core(case).into()) && !welcome.contains(&of_person(person).into()));
    let back = |card: Operator| Operator {
        coordinates: [Service::TutelaMinori].into_iter().collect(),
        qualifica: Some(Role::Coordinatore),
        ..card
    };
    desk::change(&stage.hub, anna.operator, back).await.unwrap();
    assert!(anna.granted().await.contains(&core(case).into()));
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_the_offices_alone_may_be_asked_of_it() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.sync().await;
    stage.assign(case, anna.operator).await;
    anna.hello().await.unwrap();
    let request = op::Act::Request {
        request: RecordId(id()),
        command: serde_json::json!({ "assign": { "case": case, "why": "a\u{0}b" } }),
    };
    anna.write(core(case), vec![request.into()]);
    assert!(matches!(anna.push().await[..], [Verdict::Accepted(_)]));
    let asked = stage
        .database
        .sql("SELECT author, command #>> '{assign,case}' FROM request WHERE settled_at IS NULL")
        .unwrap();
    assert_eq!(asked.trim(), format!("{}|{case}", anna.operator));
}
