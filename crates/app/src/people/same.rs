//! Which records are one person, and how the operator stands to her.

use crate::{Result, Session};
use cartella_archive::{queries, rows::Row};
use cartella_domain::{
    ids::PersonId,
    people::Merges,
    rights::{Action, Decision, Subject},
    scope::{ScopeId, ScopeKind},
};

impl Session {
    /// All records of the person that `id` is one of, the one that stands for all first.
    ///
    /// # Errors
    /// The archive does not answer.
    pub fn same_person(&self, id: PersonId) -> Result<Vec<PersonId>> {
        let merges = queries::people::merges_around(self.archive().db(), id)?;
        Ok(Merges::new(merges.iter().map(|row| &row.value)).all_of(id))
    }

    /// The record that stands for the person that `id` is one of.
    ///
    /// # Errors
    /// The archive does not answer.
    pub fn standing_record(&self, id: PersonId) -> Result<PersonId> {
        Ok(self.same_person(id)?.first().copied().unwrap_or(id))
    }

    /// Goes on only if the operator may do this to the person.
    ///
    /// # Errors
    /// `forbidden` if she may not and knows that the person exists, else `not_found`.
    pub(super) fn allow_person(&self, action: Action, person: PersonId) -> Result<()> {
        self.allow(action, &self.person_subject(person)?)
    }

    /// Goes on only if she may write in the person's scope, hidden or not.
    pub(super) fn allow_contact_write(&self, person: PersonId, protected: bool) -> Result<()> {
        self.allow_person(Action::PersonWrite, person)?;
        if protected {
            let subject = self.protected_subject(person)?;
            self.allow(Action::PersonWriteProtected, &subject)?;
        }
        Ok(())
    }

    /// Whether a search may show that these words led to the person: what is hidden leads only to whom may read it.
    pub(crate) fn may_lead_to(&self, scope: &str, person: PersonId) -> Result<bool> {
        Ok(!is_protected_scope(scope) || self.protected_decision(person)?.is_allowed())
    }

    /// What she may know of the person's hidden addresses and phones.
    pub(super) fn protected_decision(&self, person: PersonId) -> Result<Decision> {
        let subject: Subject = self.protected_subject(person)?;
        self.decide(Action::PersonReadProtected, &subject)
    }
}

/// The scope of what is written about a person, hidden or not.
pub(super) fn scope_of(person: PersonId, protected: bool) -> ScopeId {
    let kind = if protected {
        ScopeKind::PersonProtected
    } else {
        ScopeKind::Person
    };
    ScopeId::new(person.uuid(), kind)
}

/// Whether a row lives where hidden addresses and phones do.
pub(super) fn is_protected<T>(row: &Row<T>) -> bool {
    is_protected_scope(&row.scope)
}

/// Whether a scope is one of hidden addresses and phones.
pub(super) fn is_protected_scope(scope: &str) -> bool {
    scope
        .parse::<ScopeId>()
        .is_ok_and(|scope| scope.kind == ScopeKind::PersonProtected)
}
