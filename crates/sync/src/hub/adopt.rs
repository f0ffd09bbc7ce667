//! What waits in the quarantine is adopted by a named person, or closed with a reason.

use super::{
    apply::{Record, opens},
    batch::Needs,
    rows::{RecordDelta, RegisterRow, ScopeRow},
};
use crate::{
    change::Change,
    ids::ScopeRef,
    messages::{Accepted, Code, push::ADOPTED},
    registers::RegisterKey,
};
use cartella_domain::time::Instant;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Why a change cannot be adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotAdopted {
    /// Its bytes do not say what it is, or were not signed by its device: it can only be closed.
    #[error("it can never count")]
    Never(Code),
    /// Nothing opened its scope: that change first.
    #[error("its scope is not open")]
    ScopeUnknown,
}

/// What [`decide_adopt`] must be given, locked as for a push. (`device` and `chain` are not needed.)
#[must_use]
pub fn adopt_needs(change: &Change) -> Needs {
    let mut needs = Needs {
        device: change.header().device_id,
        incarnation: change.header().incarnation,
        chain: (0, 0),
        scopes: BTreeSet::new(),
        changes: BTreeSet::new(),
        registers: BTreeSet::new(),
    };
    needs.add(change);
    needs
}

/// The verdict rises to accepted; bytes and signature stay the author's. Whether the person may do so is asked
/// before. The quarantine's row is marked as adopted in the same transaction, under its lock: a change that was
/// adopted or closed already is not given to this function again. `code` is why it waited.
///
/// # Errors
/// [`NotAdopted`].
pub fn decide_adopt(
    change: &Arc<Change>,
    code: Code,
    scopes: BTreeMap<ScopeRef, ScopeRow>,
    registers: BTreeMap<RegisterKey, RegisterRow>,
    at: Instant,
) -> Result<(RecordDelta, Accepted), NotAdopted> {
    if matches!(code, Code::Invalid | Code::BadSignature) {
        return Err(NotAdopted::Never(code));
    }
    if !scopes.contains_key(&change.header().scope) && !opens(change) {
        return Err(NotAdopted::ScopeUnknown);
    }
    let mut record = Record::new(scopes, registers);
    let place = record.accept(change, at, ADOPTED);
    Ok((record.delta, place))
}
