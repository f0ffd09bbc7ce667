//! What the office sends: pages of scopes that are fetched from the beginning, or what is new in scopes held.

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
use cartella_sync::device::{Fetch, FetchedPage, Stretch};
use rusqlite::params;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Whether this is the page that comes next: a page that was written already, or belongs to a fetch that was given
/// up, is passed over.
fn continues(page: &FetchedPage, fetch: Fetch) -> bool {
    let to = fetch.below.map_or(page.upto, |below| below.saturating_sub(1));
    fetch.upto.is_none_or(|upto| upto == page.upto) && to == page.to && fetch.again == page.again
}

impl Keeper<'_> {
    /// Pages of a backfill: everything live of a range of numbers is in each.
    pub(super) fn fetched(&mut self, pages: &[FetchedPage]) -> Result<()> {
        let mut intake = Intake::default();
        let mut taken = Vec::new();
        for page in pages {
            let scope = scope_text(page.scope);
            let Some(row) = scopes::held(self.tx, &scope)?
                .filter(|row| row.fetch.is_some_and(|fetch| continues(page, fetch)))
            else {
                continue;
            };
            let unsent = self.unsent(&scope, page)?;
            for one in &page.changes {
                self.take(&mut intake, &one.change, &one.place, page.again)?;
            }
            taken.push((scope, row, page, unsent));
        }
        self.flush(&mut intake)?;
        for (scope, row, page, unsent) in taken {
            self.bury_unsent(&unsent)?;
            let have = match page.fetch {
                Some(_) => row.have,
                None => row.have.max(page.upto),
            };
            let row = Held {
                have,
                fetch: page.fetch,
            };
            scopes::set(self.tx, &scope, row)?;
            if page.fetch.is_none() && page.again {
                let kinds = derive_again(self.tx, &scope)?;
                self.kinds.extend(kinds);
            }
        }
        Ok(())
    }

    /// What is held of the page's range and was not sent.
    fn unsent(&self, scope: &str, page: &FetchedPage) -> Result<Vec<Uuid>> {
        let sent: BTreeSet<Uuid> = page
            .changes
            .iter()
            .map(|taken| taken.change.id().uuid())
            .collect();
        let mut statement = self.tx.prepare_cached(
            "SELECT change_id FROM change WHERE verdict = 2 AND scope = ?1 AND scope_seq BETWEEN ?2 AND ?3",
        )?;
        let held = statement
            .query_map(params![scope, stored(page.from), stored(page.to)], |row| {
                Ok(Uuid::from_bytes(row.get(0)?))
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(held.into_iter().filter(|id| !sent.contains(id)).collect())
    }

    /// What is held of a page's range and was not sent is dead.
    fn bury_unsent(&mut self, unsent: &[Uuid]) -> Result<()> {
        for id in unsent {
            let Some(counted) = self.accepted(*id)?.filter(|counted| counted.dead != u64::MAX) else {
                continue;
            };
            self.state_dead(*id, u64::MAX)?;
            let kinds = bury(self.tx, &counted, !counted.dead)?;
            self.kinds.extend(kinds);
        }
        Ok(())
    }

    fn accepted(&self, id: Uuid) -> Result<Option<Counted>> {
        let mut statement = self.tx.prepare_cached(&format!("{COUNTED} AND change_id = ?1"))?;
        let mut rows = statement.query([id.as_bytes()])?;
        rows.next()?.map(read).transpose()
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
