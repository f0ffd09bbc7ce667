//! What the office sends: a page of a scope that is fetched from the beginning, or what is new in scopes held.

use super::{
    Keeper, scopes,
    scopes::{Held, stored},
    take::Intake,
};
use crate::{
    Result,
    log::{
        counted::{COUNTED, Counted, read, scope_text},
        withdraw::{bury, derive_again},
    },
};
use cartella_sync::{
    device::{Fetch, Stretch, Taken},
    ids::ScopeRef,
};
use rusqlite::params;
use std::collections::BTreeSet;
use uuid::Uuid;

/// A page of a backfill.
pub(super) struct Page<'a> {
    pub(super) scope: ScopeRef,
    pub(super) upto: u64,
    pub(super) from: u64,
    pub(super) to: u64,
    pub(super) changes: &'a [Taken],
    pub(super) rest: Option<Fetch>,
    pub(super) again: bool,
}

impl Page<'_> {
    /// Whether this is the page that comes next: a page that was written already, or belongs to a fetch that was
    /// given up, is passed over.
    fn continues(&self, fetch: Fetch) -> bool {
        let to = fetch.below.map_or(self.upto, |below| below.saturating_sub(1));
        fetch.upto.is_none_or(|upto| upto == self.upto) && to == self.to && fetch.again == self.again
    }
}

impl Keeper<'_> {
    /// A page of a backfill: everything live of a range of numbers is in it.
    pub(super) fn fetched(&mut self, page: &Page<'_>) -> Result<()> {
        let scope = scope_text(page.scope);
        let Some(row) =
            scopes::held(self.tx, &scope)?.filter(|row| row.fetch.is_some_and(|fetch| page.continues(fetch)))
        else {
            return Ok(());
        };
        let mut intake = Intake::default();
        for taken in page.changes {
            self.take(&mut intake, &taken.change, &taken.place, page.again)?;
        }
        self.flush(&mut intake)?;
        self.bury_unsent(&scope, page)?;
        let have = match page.rest {
            Some(_) => row.have,
            None => row.have.max(page.upto),
        };
        let row = Held {
            have,
            fetch: page.rest,
        };
        scopes::set(self.tx, &scope, row)?;
        if page.rest.is_none() && page.again {
            let kinds = derive_again(self.tx, &scope)?;
            self.kinds.extend(kinds);
        }
        Ok(())
    }

    /// What is held of the page's range and was not sent is dead.
    fn bury_unsent(&mut self, scope: &str, page: &Page<'_>) -> Result<()> {
        let sent: BTreeSet<Uuid> = page
            .changes
            .iter()
            .map(|taken| taken.change.id().uuid())
            .collect();
        for counted in self.accepted_between(scope, page.from, page.to)? {
            let id = counted.change.id().uuid();
            if sent.contains(&id) || counted.dead == u64::MAX {
                continue;
            }
            self.state_dead(id, u64::MAX)?;
            let kinds = bury(self.tx, &counted, !counted.dead)?;
            self.kinds.extend(kinds);
        }
        Ok(())
    }

    fn accepted_between(&self, scope: &str, from: u64, to: u64) -> Result<Vec<Counted>> {
        let mut statement = self.tx.prepare_cached(&format!(
            "{COUNTED} AND scope = ?1 AND scope_seq BETWEEN ?2 AND ?3"
        ))?;
        let mut rows = statement.query(params![scope, stored(from), stored(to)])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(row)?);
        }
        Ok(found)
    }

    /// What others wrote in scopes held, in the order of each scope's numbers.
    pub(super) fn pulled(&mut self, stretches: &[Stretch]) -> Result<()> {
        let mut intake = Intake::default();
        for stretch in stretches {
            let scope = scope_text(stretch.scope);
            let Some(row) = scopes::held(self.tx, &scope)?.filter(|row| row.have == stretch.after) else {
                continue;
            };
            for taken in &stretch.changes {
                self.take(&mut intake, &taken.change, &taken.place, false)?;
            }
            let row = Held {
                have: stretch.to,
                ..row
            };
            scopes::set(self.tx, &scope, row)?;
        }
        self.flush(&mut intake)
    }
}
