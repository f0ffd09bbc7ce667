//! Facts and grants are worked out anew for what a change touched, in its transaction, while nobody else's rights move.

use super::{
    facts::{CaseFact, StaffFact},
    grants::{regrant_scopes, regrant_staff, scopes_of_cases, scopes_of_people},
    observe::{case_facts, changed_staff, newest_cases, write_facts},
    touched::Touched,
};
use crate::{
    Result,
    database::Transaction,
    store::{
        cells::operator,
        office::{self, OfficeRow},
    },
};
use cartella_domain::{
    ids::CaseId,
    record::Record as _,
    time::{CivilDate, Instant},
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

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
    let (mut newest, facts) =
        tokio::try_join!(newest_cases(tx, &touched.cases), case_facts(tx, &touched.cases))?;
    for (case, mut fact) in facts {
        let before = newest.remove(&case);
        fact.decided =
            before.as_ref().is_some_and(|before| before.decided) || touched.decided.contains(&case);
        if before.as_ref() != Some(&fact) {
            people.extend(
                before
                    .iter()
                    .flat_map(|before| before.people().collect::<Vec<_>>()),
            );
            people.extend(fact.people());
            changed_cases.insert(case, fact);
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
