//! What is stored of the records that a batch speaks of: their kinds, whose they are.

use super::{ask::Stored, gather::body};
use crate::{
    Result,
    database::Asks,
    store::{
        cells::{SCOPE, scope, scopes},
        rows::kinds_of,
    },
};
use cartella_domain::{
    diary::{Confirmation, DiaryEntry, EntryHeader, ReservedSegment},
    ids::{OperatorId, RecordId},
    record::Record as _,
    scope::{ScopeId, ScopeKind},
};
use cartella_sync::{change::Change, ids::ScopeRef, op::Act};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Tables of records whose author matters, and the fields that name one.
type Owned = (&'static str, &'static [&'static str]);
const DIARY: Owned = ("diary_entry", &["author"]);
const ACTIONS: Owned = ("next_action", &["author", "who"]);
const APPOINTMENTS: Owned = ("appointment", &["author"]);
const MESSAGES: Owned = ("case_message", &["by"]);
const CLASSIFICATIONS: Owned = ("classification", &["by"]);

/// Reads it. `diaries` are the diaries of the cases that the scopes belong to: an entry's stub is there.
///
/// # Errors
/// The database does not answer.
pub async fn read(
    db: &impl Asks,
    changes: &[&Change],
    case_of: impl Fn(ScopeRef) -> Option<Uuid>,
) -> Result<Stored> {
    let mut places: BTreeSet<(ScopeRef, RecordId)> = BTreeSet::new();
    for change in changes {
        let scope = change.header().scope;
        let diary = case_of(scope).map(|case| ScopeId::new(case, ScopeKind::CaseDiary).into());
        for record in change.ops().iter().flat_map(spoken_of) {
            places.insert((scope, record));
            places.extend(diary.map(|diary| (diary, record)));
        }
    }
    let mut stored = Stored {
        kinds: kinds_of(db, &places).await?,
        ..Stored::default()
    };
    let confirmed = changes.iter().any(|change| confirms(change));
    let spoken = if confirmed {
        places.clone()
    } else {
        BTreeSet::new()
    };
    // What nobody began is in no table.
    places.retain(|place| stored.kinds.contains_key(place));
    if places.is_empty() && !confirmed {
        return Ok(stored);
    }
    // The entries of stored classifications are spoken of too.
    let entries = classified(db, &places).await?;
    for (place, entry) in &entries {
        places.insert((place.0, *entry));
        places.extend(case_of(place.0).map(|case| {
            let diary: ScopeRef = ScopeId::new(case, ScopeKind::CaseDiary).into();
            (diary, *entry)
        }));
    }
    stored.entries = entries.into_iter().collect();
    if confirmed {
        // A part that fewer people may read is found by its entry, which begins in another scope.
        stored.headers = headers(db, &spoken.union(&places).copied().collect()).await?;
    }
    let (diary, actions, appointments, messages, classifications) = tokio::try_join!(
        owners(db, DIARY, &places),
        owners(db, ACTIONS, &places),
        owners(db, APPOINTMENTS, &places),
        owners(db, MESSAGES, &places),
        owners(db, CLASSIFICATIONS, &places),
    )?;
    for (place, author) in [diary, actions, appointments, messages, classifications].concat() {
        stored.authors.entry(place).or_default().insert(author);
    }
    Ok(stored)
}

/// The records of which an operation speaks: its own, and those that its content names.
fn spoken_of(op: &cartella_sync::op::Op) -> Vec<RecordId> {
    let named = match &op.act {
        Act::Sign { content, .. } => content.body.get("entry"),
        Act::Set { value, .. } => Some(value),
        _ => None,
    };
    let named = named
        .and_then(|value| value.as_str())
        .and_then(|text| Uuid::parse_str(text).ok())
        .map(RecordId);
    op.effect().record.into_iter().chain(named).collect()
}

/// Whether somebody confirms an entry in it.
fn confirms(change: &Change) -> bool {
    let signs = |op: &cartella_sync::op::Op| matches!(&op.act, Act::Sign { content, .. } if content.kind == Confirmation::KIND.number);
    change.ops().iter().any(signs)
}

/// The circumstances of entries and their authors, in the scope where they stand: the diary, or that of who reads them.
async fn headers(
    db: &impl Asks,
    places: &BTreeSet<(ScopeRef, RecordId)>,
) -> Result<BTreeMap<(ScopeRef, RecordId), (EntryHeader, OperatorId)>> {
    let (owners, kinds) = scopes(places.iter().map(|(scope, _)| *scope));
    let ids: Vec<Uuid> = places.iter().map(|(_, record)| record.0).collect();
    let sql = format!(
        "SELECT {SCOPE}, id, false, body FROM diary_entry WHERE (scope_owner, scope_kind, id) IN
             (SELECT * FROM unnest($1::uuid[], $2::int2[], $3::uuid[]))
         UNION ALL
         SELECT {SCOPE}, id, true, body FROM reserved_segment WHERE (scope_owner, scope_kind, body ->> 'entry') IN
             (SELECT o, k, i::text FROM unnest($1::uuid[], $2::int2[], $3::uuid[]) AS wanted (o, k, i))"
    );
    let mut found = BTreeMap::new();
    for row in &db.query(&sql, &[&owners, &kinds, &ids]).await? {
        let (scope, body) = (scope(row, 0)?, body(row, 4)?);
        let (entry, header, author) = if row.try_get(3)? {
            let part = ReservedSegment::decode(&body).value;
            (RecordId(part.entry.uuid()), part.header, part.author)
        } else {
            let entry = DiaryEntry::decode(&body).value;
            (RecordId(row.try_get(2)?), entry.header, entry.author)
        };
        found.extend(header.map(|header| ((scope, entry), (header, author))));
    }
    Ok(found)
}

async fn owners(
    db: &impl Asks,
    (table, fields): Owned,
    places: &BTreeSet<(ScopeRef, RecordId)>,
) -> Result<Vec<((ScopeRef, RecordId), OperatorId)>> {
    let mut found = Vec::new();
    for field in fields {
        found.extend(named(db, table, field, places).await?);
    }
    Ok(found
        .into_iter()
        .map(|(place, id)| (place, OperatorId(id)))
        .collect())
}

async fn classified(
    db: &impl Asks,
    places: &BTreeSet<(ScopeRef, RecordId)>,
) -> Result<Vec<((ScopeRef, RecordId), RecordId)>> {
    let found = named(db, "classification", "entry", places).await?;
    Ok(found
        .into_iter()
        .map(|(place, id)| (place, RecordId(id)))
        .collect())
}

/// Of records of a table, the id in a field.
async fn named(
    db: &impl Asks,
    table: &str,
    field: &str,
    places: &BTreeSet<(ScopeRef, RecordId)>,
) -> Result<Vec<((ScopeRef, RecordId), Uuid)>> {
    let (owners, kinds) = scopes(places.iter().map(|(scope, _)| *scope));
    let ids: Vec<Uuid> = places.iter().map(|(_, record)| record.0).collect();
    let sql = format!(
        "SELECT {SCOPE}, id, body ->> $4 FROM {table} WHERE (scope_owner, scope_kind, id) IN
             (SELECT * FROM unnest($1::uuid[], $2::int2[], $3::uuid[]))"
    );
    let mut found = Vec::new();
    for row in &db.query(&sql, &[&owners, &kinds, &ids, &field]).await? {
        let text: Option<String> = row.try_get(3)?;
        let id = text.and_then(|text| Uuid::parse_str(&text).ok());
        let place = (scope(row, 0)?, RecordId(row.try_get(2)?));
        found.extend(id.map(|id| (place, id)));
    }
    Ok(found)
}
