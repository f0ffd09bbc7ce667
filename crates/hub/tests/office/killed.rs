//! The server is killed at any moment, over real connections: no loss, no duplicate, no hand needed.

use crate::{
    line::{Server, say, serve, try_ask},
    stage::{Laptop, diary},
};
use cartella_hub::{database, verbs::Hub, world::World};
use cartella_sync::{
    messages::{Answer, Request, Verdict},
    signer::DeviceKey,
};
use std::path::Path;
use xtask::postgres::shared;

/// An office with a server that runs, and a laptop that joined.
fn office(folder: &Path, url: &str) -> (Server, Laptop) {
    say(folder, &["init", "--database", url, "--name", "Azienda"]).unwrap();
    let post = ["--role", "ASSISTENTE_SOCIALE", "--service", "TM"];
    let anna = say(
        folder,
        &[&["operator", "add", "Rossi", "Anna"][..], &post].concat(),
    )
    .unwrap();
    let code = say(folder, &["code", &anna]).unwrap();
    let code = code
        .lines()
        .next()
        .unwrap()
        .rsplit(' ')
        .next()
        .unwrap()
        .to_owned();
    let pool = database::pool(url, database::Connections::default()).unwrap();
    let laptop = Laptop::new(Hub::new(pool, World::system(), DeviceKey::from_seed(&[1; 32])));
    let server = serve(folder);
    let enrol = Request::Enrol(laptop.enrolling(&code));
    assert!(matches!(
        try_ask(&server.1, &laptop.key, &enrol),
        Some(Answer::Enrolled(_))
    ));
    (server, laptop)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_killed_at_any_moment_loses_and_doubles_nothing() {
    let database = shared().unwrap().database().unwrap();
    let temporary = tempfile::TempDir::new().unwrap();
    let folder = temporary.path().join("ufficio");
    let (mut server, mut laptop) = office(&folder, database.url());
    let person = laptop.person();
    let case = laptop.case(person, &[]);
    laptop.entry(case, true);
    let mut unheard = 0;
    for round in 0..12_usize {
        for _ in 0..=round {
            laptop.entry(case, false);
        }
        let push = laptop.pushing(&laptop.pending.clone());
        let answer = std::thread::scope(|scope| {
            let asking = scope.spawn(|| try_ask(&server.1, &laptop.key, &push));
            // Some rounds before the request is read, some while it is worked on, some after the answer.
            for _ in 0..round * 400 {
                std::thread::yield_now();
            }
            let _ = std::process::Command::new("kill")
                .args(["-9", &server.0.id().to_string()])
                .status();
            asking.join().unwrap()
        });
        drop(server);
        server = serve(&folder);
        unheard += usize::from(answer.is_none());
        let again = try_ask(&server.1, &laptop.key, &push).unwrap();
        let Answer::Verdicts(verdicts) = &again else {
            panic!("{again:?}");
        };
        assert_eq!(verdicts.chain, laptop.tip);
        assert!(
            verdicts
                .verdicts
                .iter()
                .all(|it| matches!(it.verdict, Verdict::Accepted(_)))
        );
        assert!(answer.is_none_or(|first| first == again), "what was said stands");
        laptop.pending.clear();
    }
    let count = database
        .sql(&format!(
            "SELECT count(*), max(seq) FROM change WHERE scope_owner = '{}' AND scope_kind = 11",
            diary(case).owner
        ))
        .unwrap();
    assert_eq!(count.trim(), "79|79", "{unheard} answers were not heard");
    assert!(say(&folder, &["check"]).unwrap().ends_with("0 difformità"));
}
