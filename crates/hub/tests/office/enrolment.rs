//! Joining the office: the code, the same answer again, who the operator is among the staff.

use crate::stage::{DAY_MS, Laptop, Stage};
use cartella_domain::{
    rights::Role,
    scope::{ScopeId, ScopeKind},
};
use cartella_hub::desk;
use cartella_sync::{
    hub::DeviceState,
    messages::{Problem, Verdict},
};
use std::sync::atomic::Ordering;

#[tokio::test(flavor = "multi_thread")]
async fn a_code_is_good_once_for_a_day_and_read_as_it_is_heard() {
    let stage = Stage::new().await;
    let staff = stage.staff(Role::AssistenteSociale).await;
    let (code, until) = desk::make_code(&stage.hub, staff).await.unwrap();
    assert_eq!(until.0, stage.hub.world().now().0 + DAY_MS);
    let kept = stage
        .database
        .sql("SELECT encode(hash, 'escape') FROM enrol_code")
        .unwrap();
    assert!(
        !kept.contains(code.trim_matches('-')),
        "the code itself is kept nowhere"
    );

    let mut anna = Laptop::new(stage.hub.clone());
    assert_eq!(anna.enrol("00000-00000").await, Err(Problem::CodeRefused));
    let heard = code
        .to_lowercase()
        .replace('-', " ")
        .replace('0', "o")
        .replace('1', "l");
    assert_eq!(anna.enrol(&heard).await, Ok(()));
    assert_eq!(
        anna.enrol(&code).await,
        Ok(()),
        "the answer was lost: the same again"
    );
    let mut thief = Laptop::new(stage.hub.clone());
    assert_eq!(thief.enrol(&code).await, Err(Problem::CodeRefused));

    let (code, _) = desk::make_code(&stage.hub, staff).await.unwrap();
    stage.clock.0.fetch_add(DAY_MS + 1, Ordering::SeqCst);
    assert_eq!(thief.enrol(&code).await, Err(Problem::CodeRefused), "too old");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operator_keeps_her_id_and_the_staff_her_card() {
    let stage = Stage::new().await;
    let staff = stage.staff(Role::AssistenteSociale).await;
    let anna = stage.laptop_of(staff).await;
    assert_ne!(anna.operator, staff);
    let names = desk::staff(&stage.hub).await.unwrap();
    let ids: Vec<_> = names.iter().map(|line| line.id).collect();
    assert_eq!(
        ids,
        [anna.operator],
        "one card, under the id that all she wrote names"
    );
    // Whoever still says the old id means her.
    let person = { anna }.person_and_case(&stage).await;
    stage.assign(person.1, staff).await;
    let second = stage.laptop_of(staff).await;
    let line = &desk::staff(&stage.hub).await.unwrap();
    assert!(
        line.iter().any(|line| line.id == second.operator),
        "her second laptop is named too"
    );
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_laptop_gets_what_the_first_had_and_her_drafts() {
    let stage = Stage::new().await;
    let staff = stage.staff(Role::AssistenteSociale).await;
    let mut first = stage.laptop_of(staff).await;
    let person = first.person();
    let case = first.case(person, &[]);
    let draft = ScopeId::new(first.operator.uuid(), ScopeKind::Draft);
    first.write(draft, crate::stage::opening(vec![]));
    first.sync().await;
    stage.assign(case, first.operator).await;
    let mut second = stage.laptop_of(first.operator).await;
    let granted = second.granted().await;
    assert!(granted.contains(&draft.into()) && granted.contains(&crate::stage::core(case).into()));
    let mut other = stage.laptop(Role::AssistenteSociale).await;
    assert!(!other.granted().await.contains(&draft.into()));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_joins_as_somebody_else() {
    let stage = Stage::new().await;
    let anna = stage.laptop(Role::Coordinatore).await;
    let staff = stage.staff(Role::AssistenteSociale).await;
    let (code, _) = desk::make_code(&stage.hub, staff).await.unwrap();
    let mut thief = Laptop::new(stage.hub.clone());
    thief.operator = anna.operator;
    assert_eq!(thief.enrol(&code).await, Err(Problem::CodeRefused));
    thief.operator = stage.office.operator;
    assert_eq!(thief.enrol(&code).await, Err(Problem::CodeRefused));
}

#[tokio::test(flavor = "multi_thread")]
async fn suspended_delivers_only_and_revoked_is_told_for_ever() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    anna.sync().await;
    let id = anna.device().to_string();
    desk::set_state(&stage.hub, id.get(..12).unwrap(), DeviceState::Suspended)
        .await
        .unwrap();
    assert_eq!(
        anna.pull(crate::stage::of_person(person)).await,
        Err(Problem::Suspended)
    );
    anna.edit_person(person, 2, "a", vec![]);
    let verdicts = anna.push().await;
    assert!(
        matches!(verdicts[..], [Verdict::Quarantined(_)]),
        "kept, not counted"
    );
    assert_eq!(anna.hello().await.unwrap().enter, []);
    desk::set_state(&stage.hub, &id, DeviceState::Active)
        .await
        .unwrap();
    assert!(anna.pull(crate::stage::of_person(person)).await.is_ok());
    desk::set_state(&stage.hub, &id, DeviceState::Revoked)
        .await
        .unwrap();
    assert_eq!(anna.hello().await.err(), Some(Problem::Revoked));
    assert_eq!(
        anna.pull(crate::stage::of_person(person)).await,
        Err(Problem::Revoked)
    );
    let late = anna.edit_person(person, 3, "b", vec![]);
    assert_eq!(anna.push_these(&[late]).await, Err(Problem::Revoked));
    assert!(
        desk::set_state(&stage.hub, &id, DeviceState::Active)
            .await
            .is_err()
    );
}

impl Laptop {
    async fn person_and_case(
        mut self,
        _: &Stage,
    ) -> (cartella_domain::ids::PersonId, cartella_domain::ids::CaseId) {
        let person = self.person();
        let case = self.case(person, &[]);
        self.sync().await;
        (person, case)
    }
}
