//! A file is taken off, with a reason: the trace stays, and so do its bytes.

use super::holder::{Holder, attached};
use crate::{Code, Error, Result, Session, commands::Nothing};
use cartella_domain::{
    files::{Allegato, Removed},
    ids::RecordId,
    people::tidy,
    scope::ScopeKind,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which file, and why.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RemoveFile {
    /// The file.
    pub id: RecordId,
    /// Why.
    pub reason: String,
}

/// Takes a file off.
///
/// # Errors
/// `not_found`, `forbidden`; `reason_missing`; the disk is full.
pub fn remove(session: &mut Session, input: RemoveFile) -> Result<Nothing> {
    let (file, holder) = attached(session, input.id)?;
    if !may(session, &holder, &file) {
        return Err(Code::Forbidden.into());
    }
    let reason = tidy::lines(Some(input.reason)).ok_or(Error::field(Code::ReasonMissing, "reason"))?;
    if file.removed.is_some() {
        return Ok(Nothing {});
    }
    let removed = Removed {
        by: session.operator(),
        at: session.now(),
        reason,
    };
    let file = Allegato {
        removed: Some(removed),
        ..file
    };
    session.write(|act| {
        act.edit(input.id, &file, None)?;
        if let Some(case) = holder.case {
            act.about(case);
        }
        Ok(())
    })?;
    Ok(Nothing {})
}

/// Who may take a file off: whoever attached it; of a paper of a court or a case, whoever writes there.
pub(super) fn may(session: &Session, holder: &Holder, file: &Allegato) -> bool {
    let mine = file.by == Some(session.operator());
    let of_diary = matches!(
        holder.scope.kind,
        ScopeKind::CaseDiary | ScopeKind::CaseReserved | ScopeKind::Private | ScopeKind::Secret
    );
    holder.writes && (mine || !of_diary)
}
