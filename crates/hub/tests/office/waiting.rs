//! What waits for a decision: who is shown it, who takes it over, what becomes of it.

use crate::stage::{Laptop, Stage, core, diary, of_person};
use cartella_domain::{ids::CaseId, rights::Role};
use cartella_hub::{
    Error,
    store::quarantine::Ending,
    verbs::{settled_by_office, settled_by_operator, waiting_for},
};
use cartella_sync::{
    change::Change,
    messages::{Hello, Problem, Verdict, push::ADOPTED},
};

/// Bea writes in Anna's case without a right to; the change waits.
async fn waits(stage: &Stage) -> (Laptop, Laptop, CaseId, Change) {
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let mut bea = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.entry(case, true);
    anna.sync().await;
    stage.assign(case, anna.operator).await;
    anna.hello().await.unwrap();
    bea.hello().await.unwrap();
    let change = bea.entry(case, false);
    assert!(matches!(bea.push().await[..], [Verdict::Quarantined(_)]));
    (anna, bea, case, change)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_responsible_takes_it_over_and_it_counts_with_its_authors_signature() {
    let stage = Stage::new().await;
    let (anna, mut bea, case, change) = waits(&stage).await;
    let held = waiting_for(&stage.hub, &anna.device()).await.unwrap();
    assert_eq!(held.len(), 1);
    assert_eq!(held[0].bytes, Some(change.encode()));
    assert_eq!(
        waiting_for(&stage.hub, &bea.device()).await.unwrap(),
        [],
        "not the author's to decide"
    );
    let key = held[0].header_hash;
    let by = |laptop: &Laptop| laptop.device();
    let refused = settled_by_operator(&stage.hub, &by(&bea), &key, &Ending::Adopted).await;
    assert!(matches!(refused, Err(Error::Problem(Problem::NotGranted(_)))));
    settled_by_operator(&stage.hub, &by(&anna), &key, &Ending::Adopted)
        .await
        .unwrap();
    let again = settled_by_operator(&stage.hub, &by(&anna), &key, &Ending::Closed("x".into())).await;
    assert!(matches!(again, Err(Error::Refused(_))), "settled once");
    let page = bea.backfill(diary(case), 1 << 20).await.unwrap();
    let adopted = page.iter().find(|it| it.bytes.0 == change.encode()).unwrap();
    assert_eq!(adopted.place.flags, ADOPTED);
    assert_eq!(
        bea.push_these(std::slice::from_ref(&change))
            .await
            .unwrap()
            .verdicts[0]
            .verdict,
        Verdict::Accepted(adopted.place.clone())
    );
    let greeting = Hello {
        flagged: vec![change.id()],
        ..bea.greeting()
    };
    let answer = bea
        .ask(cartella_sync::messages::Request::Hello(greeting))
        .await
        .unwrap();
    let cartella_sync::messages::Answer::Welcome(welcome) = answer else {
        panic!("another answer");
    };
    assert_eq!(welcome.settled[0].adopted.as_ref(), Some(&adopted.place));
    stage.is_whole().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_closed_stays_kept_and_its_author_is_told_why() {
    let stage = Stage::new().await;
    let (anna, bea, case, change) = waits(&stage).await;
    let key = waiting_for(&stage.hub, &anna.device()).await.unwrap()[0].header_hash;
    settled_by_office(&stage.hub, &key, &Ending::Closed("doppione".into()))
        .await
        .unwrap();
    assert_eq!(waiting_for(&stage.hub, &anna.device()).await.unwrap(), []);
    let greeting = Hello {
        flagged: vec![change.id()],
        ..bea.greeting()
    };
    let answer = bea
        .ask(cartella_sync::messages::Request::Hello(greeting))
        .await
        .unwrap();
    let cartella_sync::messages::Answer::Welcome(welcome) = answer else {
        panic!("another answer");
    };
    assert_eq!(
        (
            welcome.settled[0].adopted.clone(),
            welcome.settled[0].reason.as_str()
        ),
        (None, "doppione")
    );
    let kept = stage
        .database
        .sql("SELECT count(*) FROM quarantine WHERE state = 2")
        .unwrap();
    assert_eq!(kept.trim(), "1");
    let _ = core(case);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_nobody_signed_can_only_be_closed() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    anna.sync().await;
    let change = anna.edit_person(person, 2, "a", vec![]);
    let mut bytes = change.encode();
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    let push = cartella_sync::messages::Request::Push(cartella_sync::messages::Push {
        epoch: 1,
        changes: vec![cartella_sync::messages::Bytes(bytes)],
    });
    let cartella_sync::messages::Answer::Verdicts(verdicts) = anna.ask(push).await.unwrap() else {
        panic!("another answer");
    };
    assert!(matches!(verdicts.verdicts[0].verdict, Verdict::Quarantined(_)));
    let client = stage.hub.client().await.unwrap();
    let waiting = cartella_hub::store::quarantine::waiting(&*client, None)
        .await
        .unwrap();
    drop(client);
    let adopted = settled_by_office(&stage.hub, &waiting[0].header_hash, &Ending::Adopted).await;
    assert!(matches!(adopted, Err(Error::Refused(_))));
    // It blocks nothing.
    anna.pending.clear();
    anna.edit_person(person, 3, "b", vec![]);
    assert!(matches!(anna.push().await[..], [Verdict::Accepted(_)]));
    let _ = of_person(person);
}
