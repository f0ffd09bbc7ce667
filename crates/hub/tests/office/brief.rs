//! Sessions in one exchange: what goes along counts, what is new comes along, and who must say hello is told so.

use crate::stage::{Laptop, Stage, diary, of_person};
use cartella_domain::{cases::AssignmentRole, ids::CaseId, rights::Role, scope::ScopeId};
use cartella_hub::desk;
use cartella_sync::{
    change::Change,
    hub::DeviceState,
    messages::{Answer, Brief, Briefed, Bytes, PROTOCOL, Problem, Request, Verdict},
    print::Prints,
};

async fn call(laptop: &Laptop, changes: &[Change]) -> Result<Briefed, Problem> {
    let brief = Brief {
        protocol: PROTOCOL,
        schema_ver: 1,
        tip: laptop.tip,
        epoch: laptop.epoch,
        acl_seen: laptop.acl,
        prints: Prints::of(&laptop.have),
        flagged: Vec::new(),
        changes: changes.iter().map(|change| Bytes(change.encode())).collect(),
        max_bytes: 1 << 20,
        sent_at: laptop.hub.world().now(),
    };
    match laptop.ask(Request::Brief(brief)).await? {
        Answer::Brief(briefed) => Ok(briefed),
        other => panic!("{other:?}"),
    }
}

/// Holds everything granted to it, and the office knows.
async fn settled(laptop: &mut Laptop) {
    for scope in laptop.hello().await.unwrap().enter {
        laptop.backfill(known(scope.scope), 1 << 20).await.unwrap();
    }
    let welcome = laptop.hello().await.unwrap();
    assert!(welcome.enter.is_empty() && welcome.news.is_empty(), "{welcome:?}");
}

fn known(scope: cartella_sync::ids::ScopeRef) -> ScopeId {
    scope.known().unwrap()
}

/// Two laptops that hold the same case and agree with the office.
async fn two(stage: &Stage) -> (Laptop, Laptop, CaseId) {
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut bea = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.entry(case, true);
    anna.sync().await;
    settled(&mut anna).await;
    settled(&mut bea).await;
    assert!(bea.have.contains_key(&of_person(person).into()));
    (anna, bea, case)
}

#[tokio::test(flavor = "multi_thread")]
async fn one_entry_goes_with_one_request_and_comes_with_one() {
    let stage = Stage::new().await;
    let (mut anna, mut bea, case) = two(&stage).await;
    let entry = anna.entry(case, false);
    let said = call(&anna, std::slice::from_ref(&entry)).await.unwrap();
    assert!(matches!(&said.verdicts[0].verdict, Verdict::Accepted(place) if place.seq == 2));
    let near = said.near.unwrap();
    assert_eq!(
        (near.pages.pages.len(), near.parts.len()),
        (0, 0),
        "her own is no news"
    );
    // The answer was lost: the same verdict again.
    let again = call(&anna, std::slice::from_ref(&entry)).await.unwrap();
    assert_eq!(again.verdicts, said.verdicts);

    let near = call(&bea, &[]).await.unwrap().near.unwrap();
    let [page] = &near.pages.pages[..] else {
        panic!("{:?}", near.pages);
    };
    assert_eq!((page.scope, page.after, page.to), (diary(case).into(), 1, 2));
    assert_eq!(page.changes[0].bytes.0, entry.encode());
    bea.have.insert(diary(case).into(), 2);
    let still = call(&bea, &[]).await.unwrap().near.unwrap();
    assert_eq!((still.pages.pages.len(), still.whole), (0, near.whole));
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_to_be_fetched_or_given_back_asks_for_a_hello() {
    let stage = Stage::new().await;
    let (mut anna, bea, case) = two(&stage).await;
    assert!(call(&bea, &[]).await.unwrap().near.is_some());
    let person = anna.person();
    anna.case(person, &[]);
    anna.sync().await;
    assert!(
        call(&bea, &[]).await.unwrap().near.is_none(),
        "there is a case to fetch"
    );
    settled(&mut anna).await;
    assert!(call(&anna, &[]).await.unwrap().near.is_some());
    // The office decides who works on it: she who opened it is not among them, and works in another service.
    let third = stage.laptop(Role::AssistenteSociale).await;
    stage.assign(case, third.operator).await;
    let carla = stage.laptop(Role::EducatoreEnte).await;
    stage
        .assign_as(case, carla.operator, AssignmentRole::Educatore)
        .await;
    assert!(call(&carla, &[]).await.unwrap().near.is_none());
    // What goes along has its verdict all the same.
    let mut carla = carla;
    let entry = carla.entry(case, false);
    assert_eq!(call(&carla, &[entry]).await.unwrap().verdicts.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_read_is_told_nothing() {
    let stage = Stage::new().await;
    let (anna, bea, case) = two(&stage).await;
    let stranger = stage.laptop(Role::Amministrativo).await;
    let near = call(&stranger, &[]).await.unwrap().near;
    let told = near
        .map(|near| (near.pages.pages, near.parts))
        .unwrap_or_default();
    assert!(told.0.is_empty());
    assert!(
        told.1
            .iter()
            .flat_map(|part| &part.scopes)
            .all(|have| have.scope.owner != case.uuid())
    );
    desk::set_state(&stage.hub, &anna.device().to_string(), DeviceState::Suspended)
        .await
        .unwrap();
    let mut anna = anna;
    let entry = anna.entry(case, false);
    let said = call(&anna, &[entry]).await.unwrap();
    assert!(matches!(said.verdicts[0].verdict, Verdict::Quarantined(_)) && said.near.is_none());
    desk::set_state(&stage.hub, &bea.device().to_string(), DeviceState::Revoked)
        .await
        .unwrap();
    assert_eq!(call(&bea, &[]).await, Err(Problem::Revoked));
    let unknown = Laptop::new(bea.hub.clone());
    assert_eq!(call(&unknown, &[]).await, Err(Problem::Unauthorised));
}
