//! Which case or person a scope is about.

use cartella_domain::{
    ids::RecordId,
    scope::{ScopeId, ScopeKind},
};

/// What a scope is about, as the screen names it.
pub(super) fn subject(scope: &str) -> Option<RecordId> {
    let scope: ScopeId = scope.parse().ok()?;
    match scope.kind {
        ScopeKind::Person | ScopeKind::PersonProtected => Some(RecordId(scope.owner)),
        kind if kind.is_of_case() => Some(RecordId(scope.owner)),
        _ => None,
    }
}

/// Whether a scope is the operator's own: drafts, settings.
pub(super) fn is_own(scope: &str) -> bool {
    scope
        .parse::<ScopeId>()
        .is_ok_and(|scope| scope.kind == ScopeKind::Draft)
}
