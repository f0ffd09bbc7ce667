//! Grants: which device may hold which scope, written down as the facts say now.

use super::{
    book::Book,
    gather::{self, Wanted},
};
use crate::{
    Result,
    database::{Asks, Transaction},
    store::{
        cells::{SCOPE, device, operator, scope},
        holds,
        office::OfficeRow,
    },
};
use cartella_domain::{
    ids::{CaseId, OperatorId, PersonId},
    scope::ScopeKind,
};
use cartella_sync::{
    hub::{HoldRow, regrant},
    ids::{DeviceId, ScopeRef},
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

pub(super) async fn scopes_of_cases(
    db: &impl Asks,
    cases: impl Iterator<Item = CaseId>,
) -> Result<BTreeSet<ScopeRef>> {
    let ids: Vec<Uuid> = cases.map(CaseId::uuid).collect();
    let kinds: Vec<i16> = ScopeKind::ALL
        .iter()
        .filter(|kind| kind.is_of_case())
        .map(|kind| i16::from(kind.number()))
        .collect();
    let sql = format!(
        "SELECT {SCOPE} FROM scope WHERE opened_by IS NOT NULL
         AND ((scope_owner = ANY($1) AND scope_kind = ANY($2)) OR of = ANY($1))"
    );
    let rows = db.query(&sql, &[&ids, &kinds]).await?;
    rows.iter().map(|row| scope(row, 0)).collect()
}

/// The scopes of these people under all their records, and of their households.
pub(super) async fn scopes_of_people(
    db: &impl Asks,
    people: &BTreeSet<PersonId>,
) -> Result<BTreeSet<ScopeRef>> {
    if people.is_empty() {
        return Ok(BTreeSet::new());
    }
    let merges = gather::merges_around(db, people).await?;
    let mut all = people.clone();
    all.extend(merges.iter().flat_map(|merge| [merge.kept, merge.absorbed]));
    let ids: Vec<Uuid> = all.iter().map(|person| person.uuid()).collect();
    let kinds = vec![
        i16::from(ScopeKind::Person.number()),
        i16::from(ScopeKind::PersonProtected.number()),
    ];
    let sql = format!(
        "SELECT {SCOPE} FROM scope WHERE opened_by IS NOT NULL AND scope_owner = ANY($1) AND scope_kind = ANY($2)"
    );
    let rows = db.query(&sql, &[&ids, &kinds]).await?;
    let mut found: BTreeSet<ScopeRef> = rows.iter().map(|row| scope(row, 0)).collect::<Result<_>>()?;
    let patterns: Vec<_> = all
        .iter()
        .map(|person| serde_json::json!({ "members": [{ "person": person }] }))
        .collect();
    let sql = format!("SELECT {SCOPE} FROM household WHERE body @> ANY($1::jsonb[]) AND scope_owner = id");
    for row in &db.query(&sql, &[&patterns]).await? {
        found.insert(scope(row, 0)?);
    }
    Ok(found)
}

/// The devices that may be granted something, by member of the staff.
async fn laptops(db: &impl Asks) -> Result<Vec<(DeviceId, OperatorId)>> {
    let rows = db
        .query(
            "SELECT device, staff FROM device WHERE state <> 2 AND device <> (SELECT device FROM office) ORDER BY device",
            &[],
        )
        .await?;
    rows.iter()
        .map(|row| Ok((device(row, 0)?, operator(row, 1)?)))
        .collect()
}

/// Grants of these scopes, for everybody.
pub(super) async fn regrant_scopes(
    tx: &Transaction<'_>,
    office: &OfficeRow,
    affected: &BTreeSet<ScopeRef>,
) -> Result<()> {
    if affected.is_empty() {
        return Ok(());
    }
    let laptops = laptops(tx).await?;
    let wanted = Wanted {
        staff: laptops.iter().map(|(_, staff)| *staff).collect(),
        scopes: affected.clone(),
        ..Wanted::default()
    };
    let book = gather::book(tx, office, &wanted).await?;
    let mut rows = holds::of_scopes(tx, affected).await?;
    let mut granted: BTreeMap<OperatorId, BTreeSet<ScopeRef>> = BTreeMap::new();
    let mut turned = Vec::new();
    for (device, staff) in laptops {
        let granted = granted
            .entry(staff)
            .or_insert_with(|| held(&book, staff, affected));
        let before = rows.remove(&device).unwrap_or_default();
        let after = regrant(&before, granted, office.acl);
        turned.extend(after.into_iter().map(|row| (device, row)));
    }
    holds::put_all(tx, &turned).await
}

fn held(book: &Book, staff: OperatorId, scopes: &BTreeSet<ScopeRef>) -> BTreeSet<ScopeRef> {
    let exist = scopes.iter().filter(|scope| book.scopes.contains_key(scope));
    exist
        .filter(|scope| book.holds(staff, **scope, book.acl))
        .copied()
        .collect()
}

async fn put(
    tx: &Transaction<'_>,
    device: &DeviceId,
    before: &[HoldRow],
    granted: &BTreeSet<ScopeRef>,
    acl: u64,
) -> Result<()> {
    holds::put(tx, device, &regrant(before, granted, acl)).await
}

/// All grants of one member of the staff: her card changed, or she has a new laptop.
///
/// # Errors
/// The database does not answer.
pub async fn regrant_staff(tx: &Transaction<'_>, office: &OfficeRow, member: OperatorId) -> Result<()> {
    let laptops: Vec<_> = laptops(tx)
        .await?
        .into_iter()
        .filter(|(_, staff)| *staff == member)
        .collect();
    if laptops.is_empty() {
        return Ok(());
    }
    let sql = format!("SELECT {SCOPE} FROM scope WHERE opened_by IS NOT NULL");
    let rows = tx.query(&sql, &[]).await?;
    let all: BTreeSet<ScopeRef> = rows.iter().map(|row| scope(row, 0)).collect::<Result<_>>()?;
    let wanted = Wanted {
        staff: BTreeSet::from([member]),
        scopes: all.clone(),
        ..Wanted::default()
    };
    let book = gather::book(tx, office, &wanted).await?;
    let granted = held(&book, member, &all);
    for (device, _) in laptops {
        let before = holds::of_device(tx, &device).await?;
        put(tx, &device, &before, &granted, office.acl).await?;
    }
    Ok(())
}
