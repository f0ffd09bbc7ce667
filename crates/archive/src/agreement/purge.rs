//! A right was lost: the scope goes from this laptop, wholly, and a signed receipt says so.
//!
//! Rows, registers, search and the log's own content go in one transaction; `secure_delete` overwrites what becomes
//! free, and the index is optimised there too, since the words of deleted rows stay in its segments until they are
//! merged. The write-ahead log is emptied afterwards, before a receipt is told. What waits for a verdict is never
//! purged; what was refused stays until it is settled; drafts are their author's. The keys of files go with their records;
//! sealed bytes that came from elsewhere are swept, those that are nowhere else stay and cannot be opened here.

use super::{Keeper, scopes, scopes::stored};
use crate::{
    Result,
    audit::Act,
    files,
    log::{
        counted::{passing, scope_text},
        withdraw::forget,
    },
    search,
};
use cartella_domain::time::Instant;
use cartella_sync::{ids::ScopeRef, messages::Receipt};
use rusqlite::params;

impl Keeper<'_> {
    /// Purges scopes of which nothing waits, each with its receipt; the others come again with the next session.
    pub(super) fn purge(&mut self, all: &[ScopeRef], acl: u64, at: Instant) -> Result<()> {
        let mut removed = false;
        for scope in all {
            let name = scope_text(*scope);
            if self.waits(&name)? {
                continue;
            }
            if self.empty(&name)? {
                removed = true;
                self.note(&scopes::event(Act::ScopeLeft, *scope))?;
            }
            self.sign_receipt(*scope, acl, at)?;
        }
        if removed {
            search::optimise(self.tx)?;
        }
        Ok(())
    }

    fn waits(&self, scope: &str) -> Result<bool> {
        Ok(self
            .tx
            .prepare_cached("SELECT 1 FROM change WHERE scope = ?1 AND verdict = 0")?
            .exists([scope])?)
    }

    /// Takes everything of a scope away; says whether there was anything.
    fn empty(&mut self, scope: &str) -> Result<bool> {
        files::leave(self.tx, scope, self.archive.identity.store)?;
        let kinds = forget(self.tx, scope)?;
        self.kinds.extend(kinds);
        let changes = passing(self.tx, "purge", || {
            Ok(self
                .tx
                .prepare_cached(
                    "DELETE FROM change WHERE scope = ?1 AND (verdict >= 2 OR (verdict = 1 AND settled IS NOT NULL))",
                )?
                .execute([scope])?)
        })?;
        let rows = self
            .tx
            .prepare_cached("DELETE FROM held_scope WHERE scope = ?1")?
            .execute([scope])?;
        Ok(changes + rows > 0)
    }

    /// A receipt for each purge: she may have written in the scope again since the last one, under the same rights.
    fn sign_receipt(&self, scope: ScopeRef, acl: u64, at: Instant) -> Result<()> {
        let receipt = Receipt::seal(scope, acl, at, &self.archive.identity.key);
        self.tx
            .prepare_cached(
                "INSERT INTO receipt (scope, acl, at, signature) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (scope, acl, at) DO UPDATE SET noted = 0",
            )?
            .execute(params![
                scope_text(scope),
                stored(acl),
                receipt.at.0,
                receipt.signature
            ])?;
        Ok(())
    }

    /// The office has these receipts.
    pub(super) fn noted(&self, scopes: &[ScopeRef]) -> Result<()> {
        for scope in scopes {
            self.tx
                .prepare_cached("UPDATE receipt SET noted = 1 WHERE scope = ?1")?
                .execute([scope_text(*scope)])?;
        }
        Ok(())
    }
}
