//! A change of ours as a document of theirs: what it writes, in the shape that an application on CouchDB keeps.

use anyhow::{Context as _, Result};
use cartella_app::Session;
use cartella_sync::{
    change::Change,
    device::{Told, Want},
    op::{Act, Op},
};
use serde_json::{Value, json};

/// Most changes that are read at once.
const PAGE: usize = 1_000;

/// Every change that waits to go, as documents with the same ids and texts.
pub fn waiting(session: &Session) -> Result<Vec<Value>> {
    let (mut above, mut documents) = (0, Vec::new());
    loop {
        let want = Want::Pending {
            above,
            changes: PAGE,
            bytes: usize::MAX,
        };
        let Told::Pending(page) = session.archive().told(&want)? else {
            anyhow::bail!("another answer");
        };
        for bytes in &page {
            let change = Change::decode(&bytes.0).ok().context("a change of ours")?;
            above = change.header().dev_seq;
            documents.push(document(&change));
        }
        if page.is_empty() {
            return Ok(documents);
        }
    }
}

fn document(change: &Change) -> Value {
    let header = change.header();
    json!({
        "_id": header.change_id.to_string(),
        "scope": { "owner": header.scope.owner, "kind": header.scope.kind },
        "author": header.author_id,
        "written_at": header.hlc.instant(),
        "writes": change.ops().iter().map(written).collect::<Vec<_>>(),
    })
}

fn written(op: &Op) -> Value {
    match &op.act {
        Act::Create { record, kind } => json!({ "record": record, "kind": kind }),
        Act::Set {
            record, field, value, ..
        } => json!({ "record": record, "field": field, "value": value }),
        Act::Add { record, field, item } => json!({ "record": record, "field": field, "item": item }),
        Act::Sign { entry, content } => json!({
            "record": entry,
            "kind": content.kind,
            "occurred_on": content.occurred_on,
            "body": content.body,
        }),
        Act::Correct { entry, of } => json!({ "record": entry, "corrects": of }),
        Act::Void { entry, of, reason } => json!({ "record": entry, "voids": of, "reason": reason }),
        // The rest is few, and ids only.
        _ => json!({ "record": op.effect().record }),
    }
}
