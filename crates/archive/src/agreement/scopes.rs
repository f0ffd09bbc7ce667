//! The scopes held, and how far each is here.

use super::Keeper;
use crate::{
    Result,
    audit::{Act, Event},
    log::counted::scope_text,
};
use cartella_domain::scope::ScopeKind;
use cartella_sync::{
    device::{Fetch, Incident},
    ids::{Hash32, ScopeRef},
};
use rusqlite::{Connection, OptionalExtension as _, Row, params};

/// A row of `held_scope`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    pub(super) have: u64,
    pub(super) fetch: Option<Fetch>,
}

/// A number as the tables hold it.
pub(super) fn stored(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A number of the tables.
pub(super) fn number(stored: i64) -> u64 {
    u64::try_from(stored).unwrap_or(0)
}

/// Reads `have, fetching, fetch_upto, fetch_below` from a column on.
pub(super) fn read(row: &Row<'_>, at: usize) -> rusqlite::Result<Held> {
    let fetching: u8 = row.get(at + 1)?;
    Ok(Held {
        have: number(row.get(at)?),
        fetch: (fetching > 0).then_some(Fetch {
            upto: row.get::<_, Option<i64>>(at + 2)?.map(number),
            below: row.get::<_, Option<i64>>(at + 3)?.map(number),
            again: fetching == 2,
        }),
    })
}

/// A scope's row; none if nothing of it is held.
pub(super) fn held(tx: &Connection, scope: &str) -> Result<Option<Held>> {
    Ok(tx
        .prepare_cached("SELECT have, fetching, fetch_upto, fetch_below FROM held_scope WHERE scope = ?1")?
        .query_row([scope], |row| read(row, 0))
        .optional()?)
}

/// Sets a scope's row.
pub(super) fn set(tx: &Connection, scope: &str, held: Held) -> Result<()> {
    let fetching = match held.fetch {
        None => 0,
        Some(fetch) => 1 + i64::from(fetch.again),
    };
    tx.prepare_cached(
        "INSERT INTO held_scope (scope, have, fetching, fetch_upto, fetch_below) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (scope) DO UPDATE SET have = ?2, fetching = ?3, fetch_upto = ?4, fetch_below = ?5",
    )?
    .execute(params![
        scope,
        stored(held.have),
        fetching,
        held.fetch.and_then(|fetch| fetch.upto).map(stored),
        held.fetch.and_then(|fetch| fetch.below).map(stored),
    ])?;
    Ok(())
}

/// A scope is written in; says whether it begins here with this write.
pub(crate) fn begin_scope(tx: &Connection, scope: ScopeRef) -> Result<bool> {
    let begun = tx
        .prepare_cached("INSERT OR IGNORE INTO held_scope (scope) VALUES (?1)")?
        .execute([scope_text(scope)])?;
    Ok(begun == 1)
}

/// Up to which number nothing of a scope is missing: goes into the headers of own changes.
pub(crate) fn have(tx: &Connection, scope: ScopeRef) -> Result<u64> {
    Ok(held(tx, &scope_text(scope))?.map_or(0, |held| held.have))
}

/// The newest change of rights known: goes into the headers of own changes.
pub(crate) fn acl(tx: &Connection) -> Result<u64> {
    Ok(tx
        .prepare_cached("SELECT acl FROM meta WHERE id = 1")?
        .query_row([], |row| row.get(0).map(number))?)
}

/// An event about a scope: of a case or a person where it is one's.
pub(super) fn event(act: Act, scope: ScopeRef) -> Event {
    let mut event = Event::new(act);
    event.object = Some(scope_text(scope));
    event.subject = scope
        .known()
        .filter(|known| belongs_to_subject(known.kind))
        .map(|known| known.owner.to_string());
    event
}

const fn belongs_to_subject(kind: ScopeKind) -> bool {
    matches!(kind, ScopeKind::Person | ScopeKind::PersonProtected) || kind.is_of_case()
}

impl Keeper<'_> {
    /// Scopes to fetch from the beginning; what is being fetched already goes on from where it was.
    pub(super) fn enter(&self, scopes: &[ScopeRef]) -> Result<()> {
        for scope in scopes {
            let name = scope_text(*scope);
            if held(self.tx, &name)?.is_some_and(|held| held.fetch.is_some()) {
                continue;
            }
            let begin = Fetch {
                upto: None,
                below: None,
                again: false,
            };
            let row = Held {
                have: 0,
                fetch: Some(begin),
            };
            set(self.tx, &name, row)?;
            self.note(&event(Act::ScopeEntered, *scope))?;
        }
        Ok(())
    }

    /// The sums of these scopes differ from the office's: each is fetched again beside what is there.
    pub(super) fn differ(&self, incidents: &[Incident]) -> Result<()> {
        for incident in incidents {
            let name = scope_text(incident.scope);
            let Some(row) = held(self.tx, &name)? else {
                continue;
            };
            let fresh = self
                .tx
                .prepare_cached(
                    "INSERT OR IGNORE INTO incident (scope, seq, here, there, at) VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute(params![
                    name,
                    stored(incident.seq),
                    incident.here.0,
                    incident.there.0,
                    self.at.0
                ])?;
            if fresh == 1 {
                tracing::warn!(scope = name, here = %Hash32(incident.here.0), there = %Hash32(incident.there.0),
                    "the sums of a scope differ from the office's");
                self.note(&event(Act::SumsDiffered, incident.scope))?;
            }
            if row.fetch.is_none() {
                let again = Fetch {
                    upto: None,
                    below: None,
                    again: true,
                };
                let row = Held {
                    fetch: Some(again),
                    ..row
                };
                set(self.tx, &name, row)?;
            }
        }
        Ok(())
    }
}
