//! What PostgreSQL itself refuses, should a query be wrong one day.

use crate::stage::{Stage, core, diary, of_person};
use cartella_domain::rights::Role;
use cartella_hub::database;
use std::collections::BTreeSet;
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_query_sees_only_what_the_device_was_granted() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let outsider = stage.laptop(Role::EducatoreEnte).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.entry(case, true);
    anna.sync().await;
    let tables = stage
        .database
        .sql(
            "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public'
             AND column_name = 'scope_owner'",
        )
        .unwrap();
    let hidden = ["quarantine", "receipt", "incident", "request"];
    for (laptop, sees) in [(&anna, true), (&outsider, false)] {
        let mut client = stage.hub.client().await.unwrap();
        let tx = database::reading(&mut client, &laptop.device()).await.unwrap();
        let mut owners: BTreeSet<Uuid> = BTreeSet::new();
        for table in tables.lines().filter(|table| !hidden.contains(table)) {
            // Nothing in the query says which device asks.
            let rows = tx
                .query(&format!("SELECT scope_owner FROM {table}"), &[])
                .await
                .unwrap();
            owners.extend(rows.iter().map(|row| row.get::<_, Uuid>(0)));
        }
        assert_eq!(owners.contains(&case.uuid()), sees);
        assert_eq!(owners.contains(&person.uuid()), sees);
        assert!(
            owners.contains(&stage.office.id),
            "what is everybody's is everybody's"
        );
        for table in hidden {
            let refused = tx
                .query(&format!("SAVEPOINT s; SELECT 1 FROM {table}"), &[])
                .await;
            assert!(refused.is_err(), "{table}");
        }
        let _ = tx.rollback().await;
        // The next user of the connection works as before.
        let all: i64 = client
            .query_one("SELECT count(*) FROM scope", &[])
            .await
            .unwrap()
            .get(0);
        assert!(all >= 5);
    }
    // Without a device nothing at all; nor for one that is not active.
    stage.database.sql("UPDATE device SET state = 1").unwrap();
    let mut client = stage.hub.client().await.unwrap();
    let tx = database::reading(&mut client, &anna.device()).await.unwrap();
    assert!(tx.query("SELECT 1 FROM change", &[]).await.unwrap().is_empty());
    let _ = (core(case), diary(case), of_person(person));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_signed_and_every_byte_of_the_log_stay_even_for_the_owner() {
    let stage = Stage::new().await;
    let mut anna = stage.laptop(Role::AssistenteSociale).await;
    let person = anna.person();
    let case = anna.case(person, &[]);
    anna.entry(case, true);
    let stranger = stage.laptop(Role::EducatoreEnte).await;
    anna.sync().await;
    anna.write_as(
        stranger.operator,
        diary(case).into(),
        &[anna.signing(cartella_domain::ids::EntryId(crate::stage::id()), case)],
    );
    anna.push().await;
    let denied = [
        "UPDATE diary_entry SET body = '{}'",
        "DELETE FROM diary_entry",
        "TRUNCATE diary_entry",
        "UPDATE change SET bytes = '\\x00'",
        "UPDATE change SET seq = seq + 1000",
        "DELETE FROM change",
        "TRUNCATE change",
        "UPDATE quarantine SET bytes = '\\x00'",
        "DELETE FROM quarantine",
        "DELETE FROM scope",
        "DELETE FROM device",
        "UPDATE device_chain SET header_hash = '\\x00'",
        "DELETE FROM acl",
        "UPDATE administration SET act = ''",
    ];
    for statement in denied {
        let owner = stage.database.sql(statement);
        assert!(owner.is_err(), "the owner: {statement}");
        let client = stage.hub.client().await.unwrap();
        assert!(
            client.batch_execute(statement).await.is_err(),
            "the server: {statement}"
        );
    }
    let client = stage.hub.client().await.unwrap();
    for statement in [
        "CREATE TABLE t (n int)",
        "DROP TABLE change",
        "ALTER TABLE change DISABLE TRIGGER ALL",
    ] {
        assert!(client.batch_execute(statement).await.is_err(), "{statement}");
    }
    // A dead write stays dead, what is settled stays settled.
    stage.database.sql("UPDATE change SET dead = 1").unwrap();
    assert!(stage.database.sql("UPDATE change SET dead = 0").is_err());
    stage.database.sql("UPDATE quarantine SET state = 2").unwrap();
    assert!(stage.database.sql("UPDATE quarantine SET state = 0").is_err());
}
