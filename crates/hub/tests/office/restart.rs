//! PostgreSQL goes away in the middle: what was answered is there, what was not is asked again, no hand needed.

use crate::stage::{Stage, diary};
use cartella_domain::rights::Role;
use cartella_sync::messages::{Problem, Verdict};
use xtask::postgres::{Durability, apart};

#[tokio::test(flavor = "multi_thread")]
async fn postgres_is_switched_off_and_on_again_under_a_push() {
    let folder = tempfile::TempDir::new().unwrap();
    #[cfg(unix)]
    std::fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let server = apart(folder.path(), Durability::Real).unwrap();
    let stage = Stage::on(server.database().unwrap()).await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.entry(case, true);
    anna.sync().await;
    let writing = tokio::spawn(async move {
        let (mut answered, mut busy) = (Vec::new(), 0);
        for _ in 0..30 {
            let change = anna.entry(case, false);
            loop {
                match anna.push_these(std::slice::from_ref(&change)).await {
                    Ok(verdicts) => match &verdicts.verdicts[0].verdict {
                        Verdict::Accepted(place) => {
                            answered.push((change.id(), place.seq));
                            break;
                        }
                        Verdict::Quarantined(code) => panic!("{code:?}"),
                    },
                    Err(Problem::Busy(_)) => busy += 1,
                    Err(problem) => panic!("{problem}"),
                }
            }
        }
        (anna, answered, busy)
    });
    let server = tokio::task::spawn_blocking(move || {
        for _ in 0..2 {
            server.restart().unwrap();
        }
        server
    })
    .await
    .unwrap();
    let (mut anna, answered, _) = writing.await.unwrap();
    let held = anna.backfill(diary(case), 1 << 20).await.unwrap();
    let stored: Vec<_> = held
        .iter()
        .map(|it| {
            (
                cartella_sync::change::Change::decode(&it.bytes.0).unwrap().id(),
                it.place.seq,
            )
        })
        .collect();
    assert_eq!(stored.len(), 31, "no duplicate");
    assert!(
        answered.iter().all(|it| stored.contains(it)),
        "what was answered is there, under its number"
    );
    stage.is_whole().await;
    drop(stage);
    drop(server);
}
