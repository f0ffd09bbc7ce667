//! What of all that rights hang on a decision touched.

use super::{
    book::Book,
    gather::{self, Wanted},
};
use crate::{
    Result,
    database::Transaction,
    store::{office::OfficeRow, rows::kinds_of},
};
use cartella_domain::{
    cases::{Assignment, CaseFile},
    ids::{CaseId, OperatorId, PersonId, RecordId},
    people::{Household, PersonMerge},
    record::Record as _,
    scope::{ScopeId, ScopeKind},
    staff::Operator,
};
use cartella_sync::{
    change::Change,
    hub::RecordDelta,
    ids::ScopeRef,
    op::{Act, Op},
};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// What a change touched of what rights hang on.
#[derive(Debug, Clone, Default)]
pub struct Touched {
    /// Cases: card, assignments, lists of readers.
    pub cases: BTreeSet<CaseId>,
    /// Cases in which somebody who did not open them assigned.
    pub decided: BTreeSet<CaseId>,
    /// Members of the staff, by the ids of their cards.
    pub staff: BTreeSet<OperatorId>,
    /// People who were merged or separated, members of changed households.
    pub people: BTreeSet<PersonId>,
    /// Scopes that came to be, or whose grants must be looked at again.
    pub scopes: BTreeSet<ScopeRef>,
}

impl Touched {
    /// Whether rights hang on nothing of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty() && self.staff.is_empty() && self.people.is_empty() && self.scopes.is_empty()
    }

    fn note(
        &mut self,
        office: &OfficeRow,
        facts: &Book,
        kinds: &BTreeMap<(ScopeRef, RecordId), u16>,
        change: &Change,
        op: &Op,
    ) {
        let header = change.header();
        let Some(scope) = header.scope.known() else {
            return;
        };
        let case = facts.case_of(scope, None);
        if matches!(scope.kind, ScopeKind::Private | ScopeKind::Secret) {
            self.cases.extend(case);
        }
        let Some(record) = op.effect().record else {
            return;
        };
        let kind = kinds.get(&(header.scope, record)).copied().unwrap_or(0);
        match (kind, scope.kind) {
            (n, ScopeKind::CaseCore) if n == CaseFile::KIND.number => self.cases.extend(case),
            (n, ScopeKind::CaseCore) if n == Assignment::KIND.number => {
                self.cases.extend(case);
                let opener = facts.scopes.get(&header.scope).map(|fact| fact.opened_by);
                if opener != Some(facts.staff_of(header.author_id)) {
                    self.decided.extend(case);
                }
            }
            (n, ScopeKind::Org) if n == Operator::KIND.number && header.scope == office.org() => {
                self.staff.insert(OperatorId(record.0));
            }
            (n, ScopeKind::Household) if n == Household::KIND.number => {
                self.scopes.insert(header.scope);
            }
            (n, ScopeKind::Person) if n == PersonMerge::KIND.number => {
                self.people.insert(PersonId(scope.owner));
                if let Act::Set { field: 2, value, .. } = &op.act {
                    self.people.extend(person_of(value));
                }
            }
            _ => {}
        }
    }
}

/// What an accepted delta touched. Rows are derived already.
///
/// # Errors
/// The database does not answer.
pub async fn touched(tx: &Transaction<'_>, office: &OfficeRow, delta: &RecordDelta) -> Result<Touched> {
    let mut touched = Touched::default();
    touched
        .scopes
        .extend(delta.opened.iter().map(|opened| opened.scope));
    // Rights hang on what stands in these scopes only: of the many entries of diaries nothing is asked.
    let accepted: Vec<_> = delta
        .accepted
        .iter()
        .filter(|row| may_touch(row.change.header().scope))
        .collect();
    if accepted.is_empty() {
        return Ok(touched);
    }
    let places: BTreeSet<_> = accepted
        .iter()
        .flat_map(|row| {
            let scope = row.change.header().scope;
            let records = row.change.ops().iter().filter_map(|op| op.effect().record);
            records.map(move |record| (scope, record))
        })
        .collect();
    let kinds = kinds_of(tx, &places).await?;
    let scopes: BTreeSet<ScopeRef> = accepted.iter().map(|row| row.change.header().scope).collect();
    let facts = gather::book(
        tx,
        office,
        &Wanted {
            scopes,
            ..Wanted::default()
        },
    )
    .await?;
    for row in accepted {
        for op in row.change.ops() {
            touched.note(office, &facts, &kinds, &row.change, op);
        }
    }
    Ok(touched)
}

/// Whether rights may hang on what stands in a scope.
fn may_touch(scope: ScopeRef) -> bool {
    let kind = scope.known().map(|scope| scope.kind);
    matches!(
        kind,
        Some(
            ScopeKind::CaseCore
                | ScopeKind::Org
                | ScopeKind::Household
                | ScopeKind::Person
                | ScopeKind::Private
                | ScopeKind::Secret
        )
    )
}

/// A person named by a value.
#[must_use]
pub fn person_of(value: &Value) -> Option<PersonId> {
    value
        .as_str()
        .and_then(|text| Uuid::parse_str(text).ok())
        .map(PersonId)
}

/// The scope of a person's card.
#[must_use]
pub fn person_scope(person: PersonId) -> ScopeRef {
    ScopeId::new(person.uuid(), ScopeKind::Person).into()
}
