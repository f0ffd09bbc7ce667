//! Which scopes a laptop may hold: those whose content its operator may read, and nothing else.

use super::{
    Action, Actor, Confidentiality, Decision, Subject, decide,
    standing::{CaseFacts, Standing, standing_in_case, standing_to_person, standing_to_protected},
};
use crate::{
    desk::standing_at_desk,
    ids::{CaseId, OperatorId, PersonId},
    scope::{ScopeId, ScopeKind},
    time::CivilDate,
};
use std::collections::BTreeSet;
use uuid::Uuid;

/// The scope in which a text of a level lives, whole; a reserved or private one leaves a stub in the diary's.
#[must_use]
pub fn home_of(level: Confidentiality, case: CaseId, author: OperatorId, readers: Uuid) -> ScopeId {
    match level {
        Confidentiality::Service => ScopeId::new(case.uuid(), ScopeKind::CaseDiary),
        Confidentiality::Reserved => ScopeId::new(case.uuid(), ScopeKind::CaseReserved),
        Confidentiality::Private => ScopeId::private(case.uuid(), author.uuid()),
        Confidentiality::Secret => ScopeId::new(readers, ScopeKind::Secret),
    }
}

/// The scopes of one case that the actor may hold on a day.
#[must_use]
pub fn scopes_of_case(actor: &Actor, case: &CaseFacts, day: CivilDate) -> BTreeSet<ScopeId> {
    let standing = standing_in_case(actor, case, day);
    let subject = Subject::of(standing);
    let area = case.service.area();
    let owner = case.case.uuid();
    let mut scopes = BTreeSet::new();
    let mut add = |held: bool, kind: ScopeKind| {
        if held {
            scopes.insert(ScopeId::new(owner, kind));
        }
    };
    let may = |action: Action| decide(actor, action, &subject).is_allowed();
    let reads = |level| decide(actor, Action::EntryRead, &subject.at(level)).is_allowed();
    add(may(Action::CaseList), ScopeKind::CaseCore);
    add(reads(Confidentiality::Service), ScopeKind::CaseDiary);
    add(reads(Confidentiality::Reserved), ScopeKind::CaseReserved);
    add(area.under_court && may(Action::CourtRead), ScopeKind::CaseCourt);
    add(may(Action::HealthRead), ScopeKind::CaseHealth);
    add(may(Action::MoneyRead), ScopeKind::CaseMoney);
    add(area.home_care && may(Action::HomeCareRead), ScopeKind::ServiceSad);
    for author in private_authors(actor, case, standing) {
        let subject = subject
            .at(Confidentiality::Private)
            .written_by_actor(author == actor.operator);
        if decide(actor, Action::EntryRead, &subject).is_allowed()
            || decide(actor, Action::CaseMessageRead, &subject).is_allowed()
        {
            scopes.insert(ScopeId::private(owner, author.uuid()));
        }
    }
    for (list, names) in &case.secret_lists {
        let subject = subject
            .at(Confidentiality::Secret)
            .naming_actor(names.contains(&actor.operator));
        if decide(actor, Action::EntryRead, &subject).is_allowed() {
            scopes.insert(ScopeId::new(*list, ScopeKind::Secret));
        }
    }
    scopes
}

/// Those who have a private scope in the case; the actor herself as soon as she may write there.
fn private_authors(actor: &Actor, case: &CaseFacts, standing: Standing) -> BTreeSet<OperatorId> {
    let mut authors: BTreeSet<_> = case.private_authors.iter().copied().collect();
    if standing.has(Standing::ASSIGNED) {
        authors.insert(actor.operator);
    }
    authors
}

/// Every scope that the actor's laptop may hold on a day: what belongs to everybody, her own, and what follows from
/// her nearness to cases and people. `people` are those whose scopes exist; `office` owns what is everybody's.
#[must_use]
pub fn scopes_for(
    actor: &Actor,
    office: Uuid,
    cases: &[CaseFacts],
    people: &[PersonId],
    day: CivilDate,
) -> BTreeSet<ScopeId> {
    let mut scopes = BTreeSet::from([
        ScopeId::new(office, ScopeKind::Org),
        ScopeId::new(actor.operator.uuid(), ScopeKind::Draft),
    ]);
    if decide(actor, Action::ActivityRead, &Subject::nobody()).is_allowed() {
        scopes.insert(ScopeId::new(office, ScopeKind::Activities));
    }
    if holds_desk(actor) {
        scopes.insert(ScopeId::new(office, ScopeKind::Desk));
    }
    for case in cases {
        scopes.extend(scopes_of_case(actor, case, day));
    }
    for person in people.iter().copied() {
        let subject = Subject::of(standing_to_person(actor, cases, person, day));
        if decide(actor, Action::PersonList, &subject).is_allowed() {
            scopes.insert(ScopeId::new(person.uuid(), ScopeKind::Person));
        }
        let subject = Subject::of(standing_to_protected(actor, cases, person, day));
        if matches!(
            decide(actor, Action::PersonReadProtected, &subject),
            Decision::Allowed { .. }
        ) {
            scopes.insert(ScopeId::new(person.uuid(), ScopeKind::PersonProtected));
        }
    }
    scopes
}

/// Whether the actor's laptop may hold the cards of the desk: who works there.
#[must_use]
pub fn holds_desk(actor: &Actor) -> bool {
    decide(actor, Action::DeskRead, &Subject::of(standing_at_desk(actor))).is_allowed()
}

/// Whether the actor's laptop may hold a household: who may read one of those who ever lived in it. `cases` are those
/// that name its members.
#[must_use]
pub fn holds_household(actor: &Actor, cases: &[CaseFacts], members: &[PersonId], day: CivilDate) -> bool {
    members.iter().copied().any(|member| {
        let subject = Subject::of(standing_to_person(actor, cases, member, day));
        decide(actor, Action::PersonRead, &subject).is_allowed()
    })
}
