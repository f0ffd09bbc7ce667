//! The office's verdicts on own changes.

use super::{Keeper, scopes, scopes::Held, take::Intake};
use crate::{
    Result,
    audit::Act,
    log::{
        counted::{self, scope_text},
        withdraw::withdraw,
    },
};
use cartella_domain::ids::ChangeId;
use cartella_sync::{
    change::Change,
    messages::{Code, Have, Judged, Verdict},
};
use rusqlite::params;
use std::{collections::BTreeMap, sync::Arc};

impl Keeper<'_> {
    /// Own changes were accepted or refused; what was refused is taken out of everything shown.
    pub(super) fn judged(&mut self, verdicts: &[Judged], have: &[Have]) -> Result<()> {
        let mut intake = Intake::default();
        let mut refused: BTreeMap<String, Vec<Change>> = BTreeMap::new();
        for judged in verdicts {
            let Some(change) = self.own(judged.change)? else {
                continue;
            };
            match &judged.verdict {
                Verdict::Accepted(place) => self.take(&mut intake, &Arc::new(change), place, false)?,
                Verdict::Quarantined(code) => {
                    if self.refuse(&change, *code)? {
                        let scope = scope_text(change.header().scope);
                        refused.entry(scope).or_default().push(change);
                    }
                }
            }
        }
        self.flush(&mut intake)?;
        for (scope, gone) in &refused {
            let kinds = withdraw(self.tx, scope, gone)?;
            self.kinds.extend(kinds);
        }
        for one in have {
            let scope = scope_text(one.scope);
            if let Some(row) = scopes::held(self.tx, &scope)?.filter(|row| row.have < one.seq) {
                let row = Held { have: one.seq, ..row };
                scopes::set(self.tx, &scope, row)?;
            }
        }
        Ok(())
    }

    /// A change of this device; none if it is not in the log.
    pub(super) fn own(&self, id: ChangeId) -> Result<Option<Change>> {
        let mut statement = self.tx.prepare_cached(
            "SELECT header, signature, salt, payload FROM change WHERE change_id = ?1 AND own = 1",
        )?;
        let mut rows = statement.query([id.uuid().as_bytes()])?;
        rows.next()?.map(counted::change).transpose()
    }

    /// Flags a waiting change as refused; one that has its verdict keeps it.
    fn refuse(&self, change: &Change, code: Code) -> Result<bool> {
        let marked = self
            .tx
            .prepare_cached("UPDATE change SET verdict = 1, code = ?2 WHERE change_id = ?1 AND verdict = 0")?
            .execute(params![change.id().uuid().as_bytes(), code.number().to_string()])?;
        if marked == 0 {
            return Ok(false);
        }
        let mut event = scopes::event(Act::Refused, change.header().scope);
        event.change = Some((
            change.id().uuid().as_bytes().to_vec(),
            change.header_hash().0.to_vec(),
        ));
        event.count = Some(u64::from(code.number()));
        self.note(&event)?;
        Ok(true)
    }
}
