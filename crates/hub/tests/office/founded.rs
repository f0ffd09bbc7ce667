//! An office that an older program founded gets the scopes that it did not know, once, whoever starts first.

use crate::stage::Stage;
use cartella_domain::scope::ScopeKind;
use cartella_hub::desk;
use tokio_postgres::NoTls;

/// How many scopes of this kind are open, and how many changes there are in all.
async fn open(stage: &Stage, kind: ScopeKind) -> (i64, i64) {
    let client = stage.hub.client().await.unwrap();
    let kind = i16::from(kind.number());
    let sql = "SELECT (SELECT count(*) FROM scope WHERE scope_kind = $1 AND opened_at IS NOT NULL), (SELECT count(*) FROM change)";
    let row = client.query_one(sql, &[&kind]).await.unwrap();
    (row.get(0), row.get(1))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_older_program_did_not_open_is_opened_once() {
    let stage = Stage::new().await;
    let (scopes, changes) = open(&stage, ScopeKind::Desk).await;
    assert_eq!(scopes, 1);
    // Given an office of before: its database knows nothing of the desk
    let (owner, connection) = tokio_postgres::connect(stage.database.url(), NoTls)
        .await
        .unwrap();
    tokio::spawn(connection);
    let desk = ScopeKind::Desk.number();
    let before = format!(
        "SET session_replication_role = replica; DELETE FROM change WHERE scope_kind = {desk}; DELETE FROM scope WHERE scope_kind = {desk}"
    );
    owner.batch_execute(&before).await.unwrap();
    assert_eq!(open(&stage, ScopeKind::Desk).await, (0, changes - 1));
    // When two servers of this program start at once
    let other = stage.process();
    let (one, two) = tokio::join!(desk::complete(&stage.hub), desk::complete(&other));
    one.unwrap();
    two.unwrap();
    // Then it is there, once, and a third start changes nothing
    assert_eq!(open(&stage, ScopeKind::Desk).await, (1, changes));
    desk::complete(&stage.hub).await.unwrap();
    assert_eq!(open(&stage, ScopeKind::Desk).await, (1, changes));
}
