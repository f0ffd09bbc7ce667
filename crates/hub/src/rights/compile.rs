//! Facts and grants are worked out anew for what a change touched, in its transaction, while nobody else's rights move.

use super::{
    book::Book,
    facts::{Assigned, CaseFact, StaffFact},
    gather::{self, Wanted, body},
};
use crate::{
    Result,
    store::{
        cells::{SCOPE, device, operator, scope, wide},
        holds,
        office::{self, OfficeRow},
    },
};
use cartella_domain::{
    cases::{Assignment, CaseFile},
    diary::ReservedSegment,
    ids::{CaseId, OperatorId, PersonId},
    record::Record as _,
    scope::{ScopeId, ScopeKind},
    time::{CivilDate, Instant},
};
use cartella_sync::{
    hub::{HoldRow, RecordDelta, regrant},
    ids::{DeviceId, ScopeRef},
    op::Act,
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tokio_postgres::{GenericClient, Transaction};
use uuid::Uuid;

/// What a change touched of what rights hang on.
#[derive(Debug, Clone, Default)]
pub struct Touched {
    /// Cases: card, assignments, lists of readers.
    pub cases: BTreeSet<CaseId>,
    /// Cases in which somebody who did not open them assigned.
    pub decided: BTreeSet<CaseId>,
    /// Members of the staff, by the ids of their cards.
    pub staff: BTreeSet<OperatorId>,
    /// People who were merged or separated, members of changed households.
    pub people: BTreeSet<PersonId>,
    /// Scopes that came to be, or whose grants must be looked at again.
    pub scopes: BTreeSet<ScopeRef>,
}

impl Touched {
    /// Whether rights hang on nothing of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty() && self.staff.is_empty() && self.people.is_empty() && self.scopes.is_empty()
    }
}

/// What an accepted delta touched. Rows are derived already.
///
/// # Errors
/// The database does not answer.
pub async fn touched(tx: &Transaction<'_>, office: &OfficeRow, delta: &RecordDelta) -> Result<Touched> {
    let mut touched = Touched::default();
    touched
        .scopes
        .extend(delta.opened.iter().map(|opened| opened.scope));
    let places: BTreeSet<_> = delta
        .accepted
        .iter()
        .flat_map(|row| {
            let scope = row.change.header().scope;
            let records = row.change.ops().iter().filter_map(|op| op.effect().record);
            records.map(move |record| (scope, record))
        })
        .collect();
    let kinds = crate::store::rows::kinds_of(tx, &places).await?;
    let scopes: BTreeSet<ScopeRef> = delta.scopes.keys().copied().collect();
    let facts = gather::book(
        tx,
        office,
        &Wanted {
            scopes,
            ..Wanted::default()
        },
    )
    .await?;
    for row in &delta.accepted {
        let header = row.change.header();
        let Some(scope) = header.scope.known() else {
            continue;
        };
        let of_case = facts.case_of(scope, None);
        if matches!(scope.kind, ScopeKind::Private | ScopeKind::Secret) {
            touched.cases.extend(of_case);
        }
        for op in row.change.ops() {
            let Some(record) = op.effect().record else {
                continue;
            };
            let kind = kinds.get(&(header.scope, record)).copied().unwrap_or(0);
            match (kind, scope.kind) {
                (n, ScopeKind::CaseCore) if n == CaseFile::KIND.number => touched.cases.extend(of_case),
                (n, ScopeKind::CaseCore) if n == Assignment::KIND.number => {
                    touched.cases.extend(of_case);
                    let core = facts.scopes.get(&header.scope).map(|fact| fact.opened_by);
                    if core != Some(facts.staff_of(header.author_id)) {
                        touched.decided.extend(of_case);
                    }
                }
                (1, ScopeKind::Org) if header.scope == office.org() => {
                    touched.staff.insert(OperatorId(record.0));
                }
                (6, ScopeKind::Household) => {
                    touched.scopes.insert(header.scope);
                }
                (9, ScopeKind::Person) => {
                    touched.people.insert(PersonId(scope.owner));
                    if let Act::Set { field: 2, value, .. } = &op.act {
                        touched.people.extend(person_of(value));
                    }
                }
                _ => {}
            }
        }
    }
    Ok(touched)
}

/// A person named by a value.
#[must_use]
pub fn person_of(value: &Value) -> Option<PersonId> {
    value
        .as_str()
        .and_then(|text| Uuid::parse_str(text).ok())
        .map(PersonId)
}

/// Works facts and grants out anew. Needs [`crate::store::rights_change`]; says the newest change of rights.
///
/// # Errors
/// The database does not answer.
pub async fn compile(
    tx: &Transaction<'_>,
    office: &OfficeRow,
    touched: &Touched,
    at: Instant,
) -> Result<u64> {
    if touched.is_empty() {
        return Ok(office.acl);
    }
    let mut changed_cases = BTreeMap::new();
    let mut people = touched.people.clone();
    for case in &touched.cases {
        let before = newest_case(tx, *case).await?;
        let mut fact = case_fact(tx, *case).await?;
        fact.decided = before.as_ref().is_some_and(|before| before.decided) || touched.decided.contains(case);
        if before.as_ref() != Some(&fact) {
            people.extend(
                before
                    .iter()
                    .flat_map(|before| before.people().collect::<Vec<_>>()),
            );
            people.extend(fact.people());
            changed_cases.insert(*case, fact);
        }
    }
    let staff = changed_staff(tx, office, &touched.staff).await?;
    let moved = !changed_cases.is_empty() || !staff.is_empty() || !touched.people.is_empty();
    let mut office = office.clone();
    if moved {
        office.acl = office::next_acl(tx, office.day, at, "record").await?;
    }
    write_facts(tx, office.acl, &changed_cases, &staff).await?;
    let mut affected = touched.scopes.clone();
    affected.extend(scopes_of_cases(tx, changed_cases.keys().copied()).await?);
    affected.extend(scopes_of_people(tx, &people).await?);
    regrant_scopes(tx, &office, &affected).await?;
    for member in staff.keys() {
        regrant_staff(tx, &office, *member).await?;
    }
    Ok(office.acl)
}

async fn newest_case(db: &impl GenericClient, case: CaseId) -> Result<Option<CaseFact>> {
    let row = db
        .query_opt(
            "SELECT facts FROM case_fact WHERE case_id = $1 ORDER BY acl DESC LIMIT 1",
            &[&case.uuid()],
        )
        .await?;
    let facts = row.map(|row| row.try_get::<_, Value>(0)).transpose()?;
    Ok(facts.map(serde_json::from_value).transpose()?)
}

/// A case from its rows as they stand.
async fn case_fact(db: &impl GenericClient, case: CaseId) -> Result<CaseFact> {
    let core = i16::from(ScopeKind::CaseCore.number());
    let rows = db
        .query(
            "SELECT 'file', id, body FROM case_file
             WHERE scope_owner = $1 AND scope_kind = $2 AND id = $1 AND NOT deleted
             UNION ALL SELECT 'team', id, body FROM assignment
             WHERE scope_owner = $1 AND scope_kind = $2 AND NOT deleted ORDER BY 1, 2",
            &[&case.uuid(), &core],
        )
        .await?;
    let mut fact = CaseFact::default();
    for row in &rows {
        let body = body(row, 2)?;
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
    let rows = db
        .query(
            "SELECT s.scope_kind, s.scope_owner, s.opened_by FROM scope AS s WHERE s.of = $1 AND s.opened_by IS NOT NULL
             AND s.scope_kind = ANY($2) ORDER BY 1, 2",
            &[
                &case.uuid(),
                &vec![
                    i16::from(ScopeKind::Private.number()),
                    i16::from(ScopeKind::Secret.number()),
                ],
            ],
        )
        .await?;
    for row in &rows {
        if row.try_get::<_, i16>(0)? == i16::from(ScopeKind::Private.number()) {
            fact.private.push(operator(row, 2)?);
        } else {
            let list: Uuid = row.try_get(1)?;
            fact.secret
                .push((list, readers(db, list, operator(row, 2)?).await?));
        }
    }
    Ok(fact)
}

/// Who is named on a list: by what is signed in its scope, all of which names the same; the author always.
async fn readers(db: &impl GenericClient, list: Uuid, author: OperatorId) -> Result<Vec<OperatorId>> {
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
async fn changed_staff(
    db: &impl GenericClient,
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

async fn write_facts(
    tx: &Transaction<'_>,
    acl: u64,
    cases: &BTreeMap<CaseId, CaseFact>,
    staff: &BTreeMap<OperatorId, StaffFact>,
) -> Result<()> {
    for (case, fact) in cases {
        tx.execute(
            "INSERT INTO case_fact (case_id, acl, facts) VALUES ($1, $2, $3)",
            &[&case.uuid(), &wide(acl), &serde_json::to_value(fact)?],
        )
        .await?;
        let people: Vec<Uuid> = fact.people().map(PersonId::uuid).collect();
        tx.execute(
            "INSERT INTO case_person (person, case_id) SELECT DISTINCT p, $2::uuid FROM unnest($1::uuid[]) AS p
             ON CONFLICT DO NOTHING",
            &[&people, &case.uuid()],
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

async fn scopes_of_cases(
    db: &impl GenericClient,
    cases: impl Iterator<Item = CaseId>,
) -> Result<BTreeSet<ScopeRef>> {
    let ids: Vec<Uuid> = cases.map(CaseId::uuid).collect();
    let kinds: Vec<i16> = ScopeKind::ALL
        .iter()
        .filter(|kind| super::book::of_case(**kind))
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
async fn scopes_of_people(
    db: &impl GenericClient,
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
    for person in &all {
        let pattern = serde_json::json!({ "members": [{ "person": person }] });
        let sql = format!("SELECT {SCOPE} FROM household WHERE body @> $1 AND scope_owner = id");
        for row in &db.query(&sql, &[&pattern]).await? {
            found.insert(scope(row, 0)?);
        }
    }
    Ok(found)
}

/// The devices that may be granted something, by member of the staff.
async fn laptops(db: &impl GenericClient) -> Result<Vec<(DeviceId, OperatorId)>> {
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
async fn regrant_scopes(
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
    for (device, staff) in laptops {
        let granted = granted
            .entry(staff)
            .or_insert_with(|| held(&book, staff, affected));
        let before = rows.remove(&device).unwrap_or_default();
        put(tx, &device, &before, granted, office.acl).await?;
    }
    Ok(())
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

/// A new day: what begins or ends with it takes effect. Nothing is done where the day is known already.
///
/// # Errors
/// The database does not answer.
pub async fn new_day(tx: &Transaction<'_>, today: CivilDate, at: Instant) -> Result<()> {
    crate::store::rights_change(tx).await?;
    let mut office = office::read(tx).await?;
    if office.day >= today {
        return Ok(());
    }
    let before = office.day;
    office.acl = office::next_acl(tx, today, at, "day").await?;
    office.day = today;
    let crosses = |from: Option<CivilDate>, to: Option<CivilDate>| {
        from.is_some_and(|from| before < from && from <= today)
            || to.is_some_and(|to| before <= to && to < today)
    };
    let mut people = BTreeSet::new();
    let mut cases = BTreeSet::new();
    let sql = "SELECT DISTINCT ON (case_id) case_id, facts FROM case_fact ORDER BY case_id, acl DESC";
    for row in &tx.query(sql, &[]).await? {
        let fact: CaseFact = serde_json::from_value(row.try_get::<_, Value>(1)?)?;
        if fact.assignments.iter().any(|it| crosses(it.from, it.to)) {
            people.extend(fact.people());
            cases.insert(CaseId(row.try_get(0)?));
        }
    }
    let mut affected = scopes_of_cases(tx, cases.into_iter()).await?;
    affected.extend(scopes_of_people(tx, &people).await?);
    regrant_scopes(tx, &office, &affected).await?;
    let sql = "SELECT DISTINCT ON (staff) staff, facts FROM staff_fact ORDER BY staff, acl DESC";
    for row in &tx.query(sql, &[]).await? {
        let fact: StaffFact = serde_json::from_value(row.try_get::<_, Value>(1)?)?;
        let card = cartella_domain::staff::Operator::decode(&fact.card).value;
        if crosses(card.from, card.to) {
            regrant_staff(tx, &office, operator(row, 0)?).await?;
        }
    }
    Ok(())
}

/// The scope of a person's card.
#[must_use]
pub fn person_scope(person: PersonId) -> ScopeRef {
    ScopeId::new(person.uuid(), ScopeKind::Person).into()
}
