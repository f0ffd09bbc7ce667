//! Facts as the rows have them now, and as rights saw them last.

use super::{
    facts::{Assigned, CaseFact, StaffFact},
    gather::body,
};
use crate::{
    Result,
    database::{Asks, Transaction},
    store::{
        cells::{operator, wide},
        office::OfficeRow,
    },
};
use cartella_domain::{
    cases::{Assignment, CaseFile},
    diary::ReservedSegment,
    ids::{CaseId, OperatorId},
    record::Record as _,
    scope::ScopeKind,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Cases as rights saw them last.
pub(super) async fn newest_cases(
    db: &impl Asks,
    cases: &BTreeSet<CaseId>,
) -> Result<BTreeMap<CaseId, CaseFact>> {
    if cases.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<Uuid> = cases.iter().map(|case| case.uuid()).collect();
    let sql = "SELECT DISTINCT ON (case_id) case_id, facts FROM case_fact WHERE case_id = ANY($1)
         ORDER BY case_id, acl DESC";
    let rows = db.query(sql, &[&ids]).await?;
    rows.iter()
        .map(|row| {
            let fact = serde_json::from_value(row.try_get::<_, Value>(1)?)?;
            Ok((CaseId(row.try_get(0)?), fact))
        })
        .collect()
}

/// Cases from their rows as they stand.
pub(super) async fn case_facts(
    db: &impl Asks,
    cases: &BTreeSet<CaseId>,
) -> Result<BTreeMap<CaseId, CaseFact>> {
    if cases.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<Uuid> = cases.iter().map(|case| case.uuid()).collect();
    let mut facts: BTreeMap<CaseId, CaseFact> =
        cases.iter().map(|case| (*case, CaseFact::default())).collect();
    let core = i16::from(ScopeKind::CaseCore.number());
    let rows = db
        .query(
            "SELECT 'file', id, body, scope_owner FROM case_file
             WHERE scope_owner = ANY($1) AND scope_kind = $2 AND id = scope_owner AND NOT deleted
             UNION ALL SELECT 'team', id, body, scope_owner FROM assignment
             WHERE scope_owner = ANY($1) AND scope_kind = $2 AND NOT deleted ORDER BY 1, 2",
            &[&ids, &core],
        )
        .await?;
    for row in &rows {
        let body = body(row, 2)?;
        let Some(fact) = facts.get_mut(&CaseId(row.try_get(3)?)) else {
            continue;
        };
        if row.try_get::<_, &str>(0)? == "file" {
            let file = CaseFile::decode(&body).value;
            fact.comuni = file.comuni_for_rights();
            fact.person = file.person;
            fact.service = file.service;
            fact.involved = file.involved.0;
            fact.protected = file.protected.0;
        } else if let Some(it) = Assignment::decode(&body).value.for_rights() {
            fact.assignments.push(Assigned {
                operator: it.operator,
                responsible: it.responsible,
                from: it.from,
                to: it.to,
            });
        }
    }
    narrow(db, &ids, &mut facts).await?;
    Ok(facts)
}

/// Who has scopes of her own in these cases, and who reads the lists of named readers.
async fn narrow(db: &impl Asks, ids: &[Uuid], facts: &mut BTreeMap<CaseId, CaseFact>) -> Result<()> {
    let kinds = vec![
        i16::from(ScopeKind::Private.number()),
        i16::from(ScopeKind::Secret.number()),
    ];
    let rows = db
        .query(
            "SELECT s.scope_kind, s.scope_owner, s.opened_by, s.of FROM scope AS s
             WHERE s.of = ANY($1) AND s.opened_by IS NOT NULL AND s.scope_kind = ANY($2) ORDER BY 1, 2",
            &[&ids, &kinds],
        )
        .await?;
    for row in &rows {
        let Some(fact) = facts.get_mut(&CaseId(row.try_get(3)?)) else {
            continue;
        };
        if row.try_get::<_, i16>(0)? == i16::from(ScopeKind::Private.number()) {
            fact.private.push(operator(row, 2)?);
        } else {
            let list: Uuid = row.try_get(1)?;
            fact.secret
                .push((list, readers(db, list, operator(row, 2)?).await?));
        }
    }
    Ok(())
}

/// Who is named on a list: by what is signed in its scope, all of which names the same; the author always.
async fn readers(db: &impl Asks, list: Uuid, author: OperatorId) -> Result<Vec<OperatorId>> {
    let rows = db
        .query(
            "SELECT body FROM reserved_segment WHERE scope_owner = $1 AND scope_kind = $2 ORDER BY id",
            &[&list, &i16::from(ScopeKind::Secret.number())],
        )
        .await?;
    let mut names = BTreeSet::from([author]);
    for row in &rows {
        let segment = ReservedSegment::decode(&body(row, 0)?).value;
        names.extend(segment.read_by.readers);
    }
    Ok(names.into_iter().collect())
}

/// Cards that are no longer what rights saw, by member of the staff.
pub(super) async fn changed_staff(
    db: &impl Asks,
    office: &OfficeRow,
    cards: &BTreeSet<OperatorId>,
) -> Result<BTreeMap<OperatorId, StaffFact>> {
    let mut changed = BTreeMap::new();
    for card in cards {
        let org = office.org();
        let row = db
            .query_opt(
                "SELECT o.id, o.body, (SELECT facts FROM staff_fact AS f WHERE f.staff = o.id ORDER BY acl DESC LIMIT 1)
                 FROM operator AS o WHERE o.scope_owner = $2 AND o.scope_kind = $3
                 AND o.id = coalesce((SELECT staff FROM identity WHERE operator = $1), $1)",
                &[&card.uuid(), &org.owner, &i16::from(org.kind)],
            )
            .await?;
        let Some(row) = row else {
            continue;
        };
        let fact = StaffFact { card: body(&row, 1)? };
        let before: Option<Value> = row.try_get(2)?;
        let before: Option<StaffFact> = before.map(serde_json::from_value).transpose()?;
        if before.as_ref() != Some(&fact) {
            changed.insert(operator(&row, 0)?, fact);
        }
    }
    Ok(changed)
}

pub(super) async fn write_facts(
    tx: &Transaction<'_>,
    acl: u64,
    cases: &BTreeMap<CaseId, CaseFact>,
    staff: &BTreeMap<OperatorId, StaffFact>,
) -> Result<()> {
    if !cases.is_empty() {
        let ids: Vec<Uuid> = cases.keys().map(|case| case.uuid()).collect();
        let facts: Vec<Value> = cases
            .values()
            .map(serde_json::to_value)
            .collect::<Result<_, _>>()?;
        tx.execute(
            "INSERT INTO case_fact (case_id, acl, facts)
             SELECT c, $2::int8, f FROM unnest($1::uuid[], $3::jsonb[]) AS new (c, f)",
            &[&ids, &wide(acl), &facts],
        )
        .await?;
        let (people, of): (Vec<Uuid>, Vec<Uuid>) = cases
            .iter()
            .flat_map(|(case, fact)| fact.people().map(|person| (person.uuid(), case.uuid())))
            .unzip();
        tx.execute(
            "INSERT INTO case_person (person, case_id)
             SELECT DISTINCT p, c FROM unnest($1::uuid[], $2::uuid[]) AS new (p, c) ON CONFLICT DO NOTHING",
            &[&people, &of],
        )
        .await?;
    }
    for (member, fact) in staff {
        tx.execute(
            "INSERT INTO staff_fact (staff, acl, facts) VALUES ($1, $2, $3)",
            &[&member.uuid(), &wide(acl), &serde_json::to_value(fact)?],
        )
        .await?;
    }
    Ok(())
}
