//! Deadlines: derived from what records say of their terms, what was decided about them and which records meet them.
//!
//! A deadline follows four things: the record that says its term, the decisions about it, the records that meet it, and
//! what the office decides about terms. Whenever one of them is written or taken away, the deadlines of the record that
//! says the terms are made anew, so that they hang on nothing but what counts. A term of a person stands here only while
//! a case of hers does, in a service that it concerns. Where two wrote the record without seeing each other, the stricter
//! of what it can say counts.

use crate::{Result, rows};
use cartella_domain::{
    cases::CaseFile,
    deadlines::{self, Deadline, DeadlineChange, Met, Moment, Office, Term, TermKey, Whose},
    ids::RecordId,
    record::{Body, Record as _},
    registry,
    scope::ScopeKind,
    services::Service,
    settings::Setting,
};
use rusqlite::{Connection, OptionalExtension as _, params};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A record was written (an empty body: it is deleted or gone); `clashes` as its row holds them.
pub(super) fn follow(
    tx: &Connection,
    record: &str,
    kind: u16,
    scope: &str,
    (body, clashes): (&Body, Option<&str>),
) -> Result<()> {
    if deadlines::speaks(kind) {
        let Some(id) = id(record) else { return Ok(()) };
        meet(tx, record, &deadlines::of_record(kind, id, body).meets)?;
        return derive(tx, record, said(kind, id, body, clashes)?);
    }
    if kind == Setting::KIND.number && scope.starts_with(ScopeKind::Org.name()) {
        return derive_all(tx);
    }
    match hanging_on(tx, record, kind)? {
        Some(of) => say_again(tx, &of),
        None => Ok(()),
    }
}

/// The record whose deadlines hang on one that has a row: that on which a decision bears, the person of a case.
pub(super) fn hanging_on(tx: &Connection, record: &str, kind: u16) -> Result<Option<String>> {
    let sql = match kind {
        _ if kind == DeadlineChange::KIND.number => "SELECT record FROM deadline_change WHERE id = ?1",
        _ if kind == CaseFile::KIND.number => "SELECT person FROM case_file WHERE id = ?1",
        _ => return Ok(None),
    };
    let found = tx.prepare_cached(sql)?.query_row([record], |row| row.get(0));
    Ok(found.optional()?.flatten())
}

/// Makes the deadlines of a record anew from its row.
pub(super) fn say_again(tx: &Connection, record: &str) -> Result<()> {
    let kind: Option<u16> = tx
        .prepare_cached("SELECT kind FROM record WHERE id = ?1")?
        .query_row([record], |row| row.get(0))
        .optional()?;
    let kind = kind
        .filter(|kind| deadlines::speaks(*kind))
        .and_then(registry::kind);
    let (Some(kind), Some(id)) = (kind, id(record)) else {
        return derive(tx, record, Vec::new());
    };
    let row: Option<(String, Option<String>)> = tx
        .prepare_cached(&format!(
            "SELECT body, clashes FROM {} WHERE id = ?1 AND NOT deleted",
            kind.name
        ))?
        .query_row([record], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((body, clashes)) = row else {
        return derive(tx, record, Vec::new());
    };
    let body: Body = serde_json::from_str(&body)?;
    derive(tx, record, said(kind.number, id, &body, clashes.as_deref())?)
}

/// What a record says of its terms; once for each way in which its clashes can be decided.
fn said(kind: u16, id: RecordId, body: &Body, clashes: Option<&str>) -> Result<Vec<Vec<Term>>> {
    let terms = |body: &Body| deadlines::of_record(kind, id, body).terms;
    let Some(clashes) = clashes else {
        return Ok(vec![terms(body)]);
    };
    let clashes: Body = serde_json::from_str(clashes)?;
    Ok(deadlines::readings(body, &clashes).iter().map(terms).collect())
}

/// Makes every deadline anew: the office decided something about terms.
fn derive_all(tx: &Connection) -> Result<()> {
    let kinds = registry::KINDS
        .iter()
        .filter(|kind| deadlines::speaks(kind.number));
    for kind in kinds {
        let mut statement = tx.prepare(&format!("SELECT id FROM {}", kind.name))?;
        let records: Vec<String> = statement
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for record in records {
            say_again(tx, &record)?;
        }
    }
    Ok(())
}

/// Notes which terms a record meets, and makes their deadlines anew.
fn meet(tx: &Connection, record: &str, meets: &[Met]) -> Result<()> {
    let mut statement = tx.prepare_cached("SELECT record FROM deadline_met WHERE met_by = ?1")?;
    let mut touched: BTreeSet<String> = statement
        .query_map([record], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    if touched.is_empty() && meets.is_empty() {
        return Ok(());
    }
    tx.prepare_cached("DELETE FROM deadline_met WHERE met_by = ?1")?
        .execute([record])?;
    for met in meets {
        let of = met.key.record.to_string();
        tx.prepare_cached("INSERT OR IGNORE INTO deadline_met (met_by, record, body) VALUES (?1, ?2, ?3)")?
            .execute(params![record, of, serde_json::to_string(met)?])?;
        touched.insert(of);
    }
    for of in touched {
        say_again(tx, &of)?;
    }
    Ok(())
}

/// Makes the deadlines of a record from what it says of its terms, in each way in which it can be read.
fn derive(tx: &Connection, record: &str, mut readings: Vec<Vec<Term>>) -> Result<()> {
    tx.prepare_cached("DELETE FROM deadline WHERE record = ?1")?
        .execute([record])?;
    let of_person = |term: &Term| matches!(term.whose, Whose::Person(_));
    if readings.iter().flatten().any(of_person) {
        let services = services(tx, record)?;
        let concerned = |term: &Term| {
            services.iter().any(|service| {
                [false, true]
                    .into_iter()
                    .any(|prosieguo| term.key.code.concerns(*service, prosieguo))
            })
        };
        for terms in &mut readings {
            terms.retain(|term| !of_person(term) || concerned(term));
        }
    }
    if readings.iter().all(Vec::is_empty) {
        return Ok(());
    }
    let (changes, meets, office) = (changes(tx, record)?, meets(tx, record)?, office(tx)?);
    let mut found: BTreeMap<TermKey, Vec<Deadline>> = BTreeMap::new();
    for terms in &readings {
        let ends = terms
            .iter()
            .filter_map(|term| deadlines::deadline(term, &office, &changes, &meets));
        let of_one: BTreeMap<TermKey, Deadline> = ends.map(|deadline| (deadline.key, deadline)).collect();
        for (key, deadline) in of_one {
            found.entry(key).or_default().push(deadline);
        }
    }
    for of_one in found.into_values() {
        if let Some(deadline) = deadlines::strictest(of_one, readings.len()) {
            put(tx, record, &deadline)?;
        }
    }
    Ok(())
}

fn put(tx: &Connection, record: &str, deadline: &Deadline) -> Result<()> {
    let (case, person) = match deadline.whose {
        Whose::Case(case) => (Some(case.to_string()), None),
        Whose::Person(person) => (None, Some(person.to_string())),
    };
    let due_at = match deadline.due {
        Moment::At(moment) => Some(moment.0),
        Moment::Day(_) => None,
    };
    tx.prepare_cached(
        "INSERT OR REPLACE INTO deadline (record, code, nth, case_id, person, due, due_at, open, act, body)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        record,
        deadline.key.code.code(),
        deadline.key.nth,
        case,
        person,
        deadline.due.date().to_string(),
        due_at,
        deadline.is_open(),
        deadline.act.map(|act| act.to_string()),
        serde_json::to_string(deadline)?,
    ])?;
    Ok(())
}

/// The services of a person's cases.
fn services(tx: &Connection, person: &str) -> Result<Vec<Service>> {
    let mut statement = tx
        .prepare_cached("SELECT DISTINCT service FROM case_line WHERE person = ?1 AND service IS NOT NULL")?;
    let codes: Vec<String> = statement
        .query_map([person], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(codes.iter().filter_map(|code| Service::from_code(code)).collect())
}

fn changes(tx: &Connection, record: &str) -> Result<Vec<(RecordId, DeadlineChange)>> {
    let found = rows::select::<DeadlineChange>(tx, "record = ?1", &[&record])?;
    found
        .into_iter()
        .map(|row| Ok((row.typed_id()?, row.value)))
        .collect()
}

fn meets(tx: &Connection, record: &str) -> Result<Vec<Met>> {
    let mut statement =
        tx.prepare_cached("SELECT body FROM deadline_met WHERE record = ?1 ORDER BY met_by, body")?;
    let bodies: Vec<String> = statement
        .query_map([record], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    // What a later program wrote about terms that this one does not know meets nothing here.
    Ok(bodies
        .iter()
        .filter_map(|body| serde_json::from_str(body).ok())
        .collect())
}

/// What the office decides about terms: the office's that this archive joined, else its own.
pub(crate) fn office(tx: &Connection) -> Result<Office> {
    let mut statement = tx.prepare_cached(
        "SELECT body FROM setting WHERE scope >= 'org:' AND scope < 'org;' AND NOT deleted
         AND body ->> '$.deadlines' IS NOT NULL
         ORDER BY scope = 'org:' || (SELECT office_id FROM joined_office WHERE id = 1) DESC, id",
    )?;
    let body: Option<String> = statement.query_row([], |row| row.get(0)).optional()?;
    let Some(body) = body else {
        return Ok(Office::default());
    };
    let body: Body = serde_json::from_str(&body)?;
    Ok(Setting::decode(&body).value.deadlines())
}

fn id(record: &str) -> Option<RecordId> {
    Uuid::parse_str(record).ok().map(RecordId)
}
