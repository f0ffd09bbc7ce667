//! Reads the facts that a question needs into a [`Book`].

use super::{
    book::{Book, PersonFact, ScopeFact},
    facts::{CaseFact, History, StaffFact},
};
use crate::{
    Error, Result,
    database::Asks,
    store::{
        cells::{SCOPE, number, operator, scope, scopes},
        office::OfficeRow,
    },
};
use cartella_domain::{
    ids::{CaseId, OperatorId, PersonId},
    people::{Merges, PersonMerge},
    record::{Body, Record as _},
    scope::{ScopeId, ScopeKind},
    time::CivilDate,
};
use cartella_sync::ids::ScopeRef;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tokio_postgres::Row;
use uuid::Uuid;

/// What a question is about.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Members of the staff.
    pub staff: BTreeSet<OperatorId>,
    /// Scopes.
    pub scopes: BTreeSet<ScopeRef>,
    /// People beside those of the scopes.
    pub people: BTreeSet<PersonId>,
    /// Cases beside those of the scopes.
    pub cases: BTreeSet<CaseId>,
    /// With the facts of before; else only today's.
    pub past: bool,
}

/// Reads a book.
///
/// # Errors
/// The database does not answer.
pub async fn book(db: &impl Asks, office: &OfficeRow, wanted: &Wanted) -> Result<Book> {
    let (days, identities, scopes) = tokio::try_join!(
        days(db, wanted.past),
        identities(db),
        scope_facts(db, &wanted.scopes)
    )?;
    let mut book = Book {
        office: office.id,
        acl: office.acl,
        days,
        identities,
        scopes,
        ..Book::default()
    };
    let staff: BTreeSet<OperatorId> = wanted.staff.iter().map(|it| book.staff_of(*it)).collect();
    let ids = staff.iter().map(|it| it.uuid()).collect();
    book.staff = facts::<StaffFact>(db, "staff_fact", "staff", ids, wanted.past)
        .await?
        .into_iter()
        .map(|(id, history)| (OperatorId(id), history))
        .collect();
    let known = wanted.scopes.iter().filter_map(|scope| scope.known());
    book.households = households(db, known.clone().filter(|it| it.kind == ScopeKind::Household)).await?;
    let mut people = wanted.people.clone();
    people.extend(book.households.values().flatten().copied());
    people.extend(
        known
            .clone()
            .filter(|it| matches!(it.kind, ScopeKind::Person | ScopeKind::PersonProtected))
            .map(|it| PersonId(it.owner)),
    );
    book.people = people_facts(db, &people).await?;
    let mut cases = wanted.cases.clone();
    cases.extend(known.filter_map(|scope| book.case_of(scope, None)));
    cases.extend(
        book.people
            .values()
            .flat_map(|person| person.cases.iter().copied()),
    );
    let ids = cases.iter().map(|case| case.uuid()).collect();
    book.cases = facts::<CaseFact>(db, "case_fact", "case_id", ids, wanted.past)
        .await?
        .into_iter()
        .map(|(id, history)| (CaseId(id), history))
        .collect();
    Ok(book)
}

async fn days(db: &impl Asks, past: bool) -> Result<History<CivilDate>> {
    let sql = if past {
        "SELECT min(number), day FROM acl GROUP BY day ORDER BY 1"
    } else {
        "SELECT number, day FROM acl ORDER BY number DESC LIMIT 1"
    };
    let rows = db.query(sql, &[]).await?;
    let days = rows.iter().map(|row| {
        let day: String = row.try_get(1)?;
        let day = day.parse().map_err(|_| Error::Inconsistent("a day is no day"))?;
        Ok((if past { number(row, 0)? } else { 0 }, day))
    });
    Ok(History(days.collect::<Result<_>>()?))
}

async fn identities(db: &impl Asks) -> Result<BTreeMap<OperatorId, OperatorId>> {
    let rows = db.query("SELECT operator, staff FROM identity", &[]).await?;
    rows.iter()
        .map(|row| Ok((operator(row, 0)?, operator(row, 1)?)))
        .collect()
}

/// The facts of these ids: their histories, or of each the newest as if it had always been so.
async fn facts<T: DeserializeOwned>(
    db: &impl Asks,
    table: &str,
    key: &str,
    ids: Vec<Uuid>,
    past: bool,
) -> Result<BTreeMap<Uuid, History<T>>> {
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let sql = if past {
        format!("SELECT {key}, acl, facts FROM {table} WHERE {key} = ANY($1) ORDER BY {key}, acl")
    } else {
        format!(
            "SELECT DISTINCT ON ({key}) {key}, 0::int8, facts FROM {table} WHERE {key} = ANY($1) ORDER BY {key}, acl DESC"
        )
    };
    let mut found: BTreeMap<Uuid, History<T>> = BTreeMap::new();
    for row in &db.query(&sql, &[&ids]).await? {
        let fact = serde_json::from_value(row.try_get::<_, Value>(2)?)?;
        found
            .entry(row.try_get(0)?)
            .or_default()
            .0
            .push((number(row, 1)?, fact));
    }
    Ok(found)
}

/// The scopes asked for, and those that they belong to: the case's core, the person's own.
async fn scope_facts(db: &impl Asks, wanted: &BTreeSet<ScopeRef>) -> Result<BTreeMap<ScopeRef, ScopeFact>> {
    let mut all = wanted.clone();
    for scope in wanted.iter().filter_map(|scope| scope.known()) {
        if scope.kind.is_of_case() {
            all.insert(ScopeId::new(scope.owner, ScopeKind::CaseCore).into());
        }
        if scope.kind == ScopeKind::PersonProtected {
            all.insert(ScopeId::new(scope.owner, ScopeKind::Person).into());
        }
    }
    let (owners, kinds) = scopes(all);
    let rows = db
        .query(
            &format!(
                "SELECT {SCOPE}, coalesce(i.staff, s.opened_by), s.of FROM scope AS s
                 LEFT JOIN identity AS i ON i.operator = s.opened_by
                 WHERE s.opened_by IS NOT NULL
                   AND (scope_owner, scope_kind) IN (SELECT * FROM unnest($1::uuid[], $2::int2[]))"
            ),
            &[&owners, &kinds],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let fact = ScopeFact {
                opened_by: operator(row, 2)?,
                of: row.try_get(3)?,
            };
            Ok((scope(row, 0)?, fact))
        })
        .collect()
}

async fn households(
    db: &impl Asks,
    wanted: impl Iterator<Item = ScopeId>,
) -> Result<BTreeMap<Uuid, Vec<PersonId>>> {
    let ids: Vec<Uuid> = wanted.map(|scope| scope.owner).collect();
    if ids.is_empty() {
        return Ok(BTreeMap::new());
    }
    let kind = i16::from(ScopeKind::Household.number());
    let rows = db
        .query(
            "SELECT id, body FROM household WHERE scope_kind = $2 AND scope_owner = id AND id = ANY($1)",
            &[&ids, &kind],
        )
        .await?;
    let mut found = BTreeMap::new();
    for row in &rows {
        found.insert(row.try_get(0)?, members(&body(row, 1)?));
    }
    Ok(found)
}

/// Who ever lived in a household.
#[must_use]
pub fn members(body: &Body) -> Vec<PersonId> {
    let household = cartella_domain::people::Household::decode(body).value;
    household.members.iter().map(|member| member.person).collect()
}

/// A body from a column.
///
/// # Errors
/// The column holds something else.
pub fn body(row: &Row, at: usize) -> Result<Body> {
    match row.try_get(at)? {
        Value::Object(body) => Ok(body),
        _ => Err(Error::Inconsistent("a body is no object")),
    }
}

/// Which records each person is, and the cases that ever named one of them.
async fn people_facts(db: &impl Asks, people: &BTreeSet<PersonId>) -> Result<BTreeMap<PersonId, PersonFact>> {
    if people.is_empty() {
        return Ok(BTreeMap::new());
    }
    let merges = merges_around(db, people).await?;
    let merges = Merges::new(&merges);
    let mut found: BTreeMap<PersonId, PersonFact> = people
        .iter()
        .map(|person| {
            let fact = PersonFact {
                records: merges.all_of(*person),
                cases: BTreeSet::new(),
            };
            (*person, fact)
        })
        .collect();
    let records: Vec<Uuid> = found
        .values()
        .flat_map(|fact| fact.records.iter().map(|id| id.uuid()))
        .collect();
    let rows = db
        .query(
            "SELECT person, case_id FROM case_person WHERE person = ANY($1)",
            &[&records],
        )
        .await?;
    let mut cases: BTreeMap<PersonId, BTreeSet<CaseId>> = BTreeMap::new();
    for row in &rows {
        let person = PersonId(row.try_get(0)?);
        cases.entry(person).or_default().insert(CaseId(row.try_get(1)?));
    }
    for fact in found.values_mut() {
        let of_all = fact.records.iter().filter_map(|record| cases.get(record));
        fact.cases = of_all.flatten().copied().collect();
    }
    Ok(found)
}

/// Every merge that holds in the groups to which these people belong.
///
/// # Errors
/// The database does not answer.
pub async fn merges_around(db: &impl Asks, people: &BTreeSet<PersonId>) -> Result<Vec<PersonMerge>> {
    let ids: Vec<String> = people.iter().map(ToString::to_string).collect();
    let kind = i16::from(ScopeKind::Person.number());
    let rows = db
        .query(
            "WITH RECURSIVE merge AS (
                 SELECT kept_id, absorbed_id, body FROM person_merge
                 WHERE NOT deleted AND scope_kind = $2 AND scope_owner::text = kept_id AND body -> 'undone' IS NULL
             ), same (id) AS (
                 SELECT unnest($1::text[])
                 UNION
                 SELECT CASE WHEN m.kept_id = s.id THEN m.absorbed_id ELSE m.kept_id END
                 FROM same AS s JOIN merge AS m ON s.id IN (m.kept_id, m.absorbed_id)
             )
             SELECT DISTINCT m.body FROM merge AS m JOIN same AS s ON s.id = m.kept_id",
            &[&ids, &kind],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(PersonMerge::decode(&body(row, 0)?).value))
        .collect()
}
