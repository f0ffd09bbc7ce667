//! What is pushed is pulled: round trips, repeats, two processes at once.

use crate::stage::{Laptop, Stage, core, diary, of_person};
use cartella_domain::{cases::AssignmentRole, ids::CaseId, rights::Role};
use cartella_sync::{
    change::Change,
    ids::WriteId,
    messages::{Problem, Verdict},
};

fn seq(verdict: &Verdict) -> u64 {
    match verdict {
        Verdict::Accepted(place) => place.seq,
        Verdict::Quarantined(code) => panic!("{code:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_writes_the_other_gets_and_both_have_the_same_digest() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut bea = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.entry(case, true);
    let edited = anna.edit_person(person, 2, "Maria", vec![]);
    anna.edit_person(person, 2, "Marta", vec![WriteId::new(edited.id(), 0)]);
    let verdicts = anna.push().await;
    assert_eq!(verdicts.iter().map(seq).collect::<Vec<_>>(), [1, 1, 1, 2, 3]);
    match &verdicts[3] {
        Verdict::Accepted(place) => assert_eq!(place.dead, 1, "replaced by the next of the same push"),
        other => panic!("{other:?}"),
    }

    let welcome = bea.hello().await.unwrap();
    let entered: Vec<_> = welcome.enter.iter().map(|enter| enter.scope).collect();
    for scope in [of_person(person), core(case), diary(case)] {
        assert!(
            entered.contains(&scope.into()),
            "she works in the service: {scope}"
        );
    }
    // A page a change, and the dead one is not sent.
    let held = bea.backfill(of_person(person), 1).await.unwrap();
    assert_eq!(held.iter().map(|it| it.place.seq).collect::<Vec<_>>(), [3, 1]);
    assert!(bea.agrees(of_person(person), &held).await);
    assert!(
        !bea.agrees(of_person(person), &held[..1]).await,
        "a digest that always agrees"
    );

    anna.edit_person(person, 3, "x", vec![]);
    anna.sync().await;
    let news = bea.hello().await.unwrap().news;
    assert_eq!(
        news.iter().map(|it| (it.scope, it.seq)).collect::<Vec<_>>(),
        [(of_person(person).into(), 4)]
    );
    let more = bea.pull(of_person(person)).await.unwrap();
    let all: Vec<_> = held.into_iter().chain(more).collect();
    assert!(bea.agrees(of_person(person), &all).await);
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_push_that_comes_again_gets_the_same_verdicts_and_changes_nothing() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.entry(case, true);
    let changes = anna.pending.clone();
    let first = anna.push_these(&changes).await.unwrap();
    let count = || {
        stage
            .database
            .sql("SELECT count(*), sum(head) FROM change, scope")
            .unwrap()
    };
    let before = count();
    assert_eq!(anna.push_these(&changes).await.unwrap(), first);
    assert_eq!(
        anna.push_these(&changes[1..]).await.unwrap().verdicts,
        first.verdicts[1..]
    );
    assert_eq!(count(), before);
    // A chain that goes on elsewhere, and one with a hole.
    let mut copy = Laptop::new(stage.hub.clone());
    copy.key = cartella_sync::signer::DeviceKey::from_seed(&[7; 32]);
    assert_eq!(copy.push_these(&changes).await, Err(Problem::Unauthorised));
    anna.edit_person(person, 2, "a", vec![]);
    let later = anna.edit_person(person, 3, "b", vec![]);
    assert_eq!(anna.push_these(&[later]).await, Err(Problem::ChainGap(4)));
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_processes_number_one_scope_without_gaps() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.entry(case, true);
    anna.sync().await;
    let mut team = Vec::new();
    for at in 0..4 {
        let mut laptop = stage.laptop(Role::AssistenteSociale).await;
        stage
            .assign_as(case, laptop.operator, AssignmentRole::MiniEquipe)
            .await;
        laptop.hub = if at % 2 == 0 {
            stage.process()
        } else {
            stage.hub.clone()
        };
        laptop.hello().await.unwrap();
        team.push(laptop);
    }
    let mut running = Vec::new();
    for mut laptop in team {
        running.push(tokio::spawn(async move {
            let mut numbers = Vec::new();
            for _ in 0..8 {
                laptop.entry(case, false);
                numbers.extend(laptop.push().await.iter().map(seq));
            }
            numbers
        }));
    }
    let mut numbers = Vec::new();
    for done in running {
        numbers.extend(done.await.unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (2..=33).collect::<Vec<_>>());
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_laptops_open_one_scope_at_the_same_moment_and_one_of_them_did() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.sync().await;
    let mut both = Vec::new();
    for _ in 0..2 {
        let mut laptop = stage.laptop(Role::AssistenteSociale).await;
        stage
            .assign_as(case, laptop.operator, AssignmentRole::MiniEquipe)
            .await;
        laptop.hub = stage.process();
        laptop.hello().await.unwrap();
        laptop.entry(case, true);
        both.push(laptop);
    }
    let [mut one, mut other] = <[Laptop; 2]>::try_from(both).ok().unwrap();
    let (first, second) = tokio::join!(one.push(), other.push());
    let mut numbers = [seq(&first[0]), seq(&second[0])];
    numbers.sort_unstable();
    assert_eq!(numbers, [1, 2]);
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_newer_program_writes_comes_back_byte_for_byte_and_leaves_no_row() {
    use cartella_domain::ids::RecordId;
    use cartella_sync::op::Act;
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let scope = of_person(person);
    let record = RecordId(crate::stage::id());
    let strange = vec![
        Act::Create { record, kind: 4711 }.into(),
        Act::Set {
            record,
            field: 99,
            value: "x".into(),
            replaces: vec![],
        }
        .into(),
        Act::Unknown {
            code: 77,
            record: Some(record),
            field: Some(5),
            replaces: vec![],
            value: Some(vec![1]),
        }
        .into(),
    ];
    let change = anna.write(scope, strange);
    // A text that PostgreSQL's JSON cannot hold.
    let nul = anna.edit_person(person, 2, "Ma\0ria", vec![]);
    anna.sync().await;
    let held = anna.backfill(scope, 1 << 20).await.unwrap();
    let bytes: Vec<_> = held.iter().map(|it| it.bytes.0.clone()).collect();
    assert!(bytes.contains(&change.encode()) && bytes.contains(&nul.encode()));
    let shown = stage.database.sql("SELECT body ->> 'name' FROM person").unwrap();
    assert_eq!(shown.trim(), "Ma\u{fffd}ria");
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_kind_of_record_has_its_table() {
    let stage = Stage::new().await;
    for kind in cartella_domain::registry::KINDS {
        let columns = "scope_owner, scope_kind, id, body, clashes, deleted";
        stage
            .database
            .sql(&format!("SELECT {columns} FROM {}", kind.name))
            .unwrap();
        let grants = stage
            .database
            .sql(&format!(
                "SELECT has_column_privilege('cartella_hub', '{}', 'body', 'UPDATE')",
                kind.name
            ))
            .unwrap();
        assert_eq!(grants.trim() == "t", !kind.signed, "{}", kind.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_epoch_is_told() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    anna.sync().await;
    stage.database.sql("UPDATE office SET epoch = 2").unwrap();
    let change: Change = anna.edit_person(person, 2, "a", vec![]);
    assert_eq!(anna.push_these(&[change]).await, Err(Problem::EpochChanged(2)));
    assert_eq!(anna.pull(of_person(person)).await, Err(Problem::EpochChanged(2)));
    assert_eq!(anna.hello().await.unwrap().epoch, 2);
    let _ = CaseId::default();
}
