//! The facts that a question needs, and the answers of `domain::rights` from them, as of any change of rights.

use super::facts::{CaseFact, History, StaffFact};
use cartella_domain::{
    desk::standing_at_desk,
    ids::{CaseId, OperatorId, PersonId},
    record::Record as _,
    rights::{
        Action, Actor, CaseFacts, Office, Standing, Subject, decide, holds_desk, holds_household, level_of,
        scopes_for, scopes_of_case, standing_in_case, standing_to_person, standing_to_protected,
    },
    scope::{ScopeId, ScopeKind},
    staff::Operator,
    time::CivilDate,
};
use cartella_sync::ids::ScopeRef;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A scope as rights see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScopeFact {
    /// The member of the staff who opened it.
    pub opened_by: OperatorId,
    /// The record that it is about where its owner does not say it.
    pub of: Option<Uuid>,
}

/// A person as rights see her: the records that are she, and the cases that ever named one of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonFact {
    /// Her records, the one that stands for her first.
    pub records: Vec<PersonId>,
    /// Cases.
    pub cases: BTreeSet<CaseId>,
}

/// Facts, with their past.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// Owner of the office's scopes.
    pub office: Uuid,
    /// The newest change of rights.
    pub acl: u64,
    /// Changes of rights and their days.
    pub days: History<CivilDate>,
    /// Members of the staff.
    pub staff: BTreeMap<OperatorId, History<StaffFact>>,
    /// Who an operator of a laptop is among the staff.
    pub identities: BTreeMap<OperatorId, OperatorId>,
    /// Cases.
    pub cases: BTreeMap<CaseId, History<CaseFact>>,
    /// People.
    pub people: BTreeMap<PersonId, PersonFact>,
    /// Households and who ever lived in them.
    pub households: BTreeMap<Uuid, Vec<PersonId>>,
    /// Scopes that somebody opened.
    pub scopes: BTreeMap<ScopeRef, ScopeFact>,
}

/// How somebody stands to what a scope is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Nearness {
    /// As `domain::rights` counts it.
    pub standing: Standing,
    /// She opened it, and the office has not decided.
    pub opener: bool,
}

impl Book {
    /// Who an operator of a laptop is among the staff; herself if nobody knows her.
    #[must_use]
    pub fn staff_of(&self, operator: OperatorId) -> OperatorId {
        self.identities.get(&operator).copied().unwrap_or(operator)
    }

    /// The day as of which rights are judged at `acl`.
    #[must_use]
    pub fn day(&self, acl: u64) -> CivilDate {
        self.days.at(acl).copied().unwrap_or_default()
    }

    /// How a member of the staff acted then; without a card, or outside her dates, she has no role.
    #[must_use]
    pub fn actor(&self, staff: OperatorId, acl: u64) -> Actor {
        let fact = self.staff.get(&staff).and_then(|history| history.at(acl));
        let card = fact
            .map(|fact| Operator::decode(&fact.card).value)
            .unwrap_or_default();
        card.actor(staff, Office::Enrolled, self.day(acl))
    }

    fn fact(&self, case: CaseId, acl: u64) -> Option<&CaseFact> {
        self.cases.get(&case).and_then(|history| history.at(acl))
    }

    /// A case as `domain::rights` takes it.
    #[must_use]
    pub fn case(&self, case: CaseId, acl: u64) -> Option<CaseFacts> {
        self.fact(case, acl)?
            .for_rights(case, |operator| self.staff_of(operator))
    }

    fn decided(&self, case: CaseId, acl: u64) -> bool {
        self.fact(case, acl).is_some_and(|fact| fact.decided)
    }

    /// The cases that name a person, in which she goes by the record that stands for her; and that record.
    fn about(&self, person: PersonId, acl: u64) -> (PersonId, Vec<CaseFacts>) {
        let Some(fact) = self.people.get(&person) else {
            return (person, Vec::new());
        };
        let stands = fact.records.first().copied().unwrap_or(person);
        let cases = fact.cases.iter().filter_map(|case| {
            let mut facts = self.case(*case, acl)?;
            let named = std::iter::once(&mut facts.person)
                .chain(&mut facts.involved)
                .chain(&mut facts.protected);
            for person in named.filter(|person| fact.records.contains(person)) {
                *person = stands;
            }
            let names = facts.person == stands
                || facts.involved.contains(&stands)
                || facts.protected.contains(&stands);
            names.then_some(facts)
        });
        (stands, cases.collect())
    }

    fn person_decided(&self, person: PersonId, acl: u64) -> bool {
        self.people
            .get(&person)
            .is_some_and(|fact| fact.cases.iter().any(|case| self.decided(*case, acl)))
    }

    fn opened(&self, scope: ScopeRef, staff: OperatorId) -> bool {
        self.scopes
            .get(&scope)
            .is_some_and(|fact| fact.opened_by == staff)
    }

    /// The case that a scope belongs to.
    #[must_use]
    pub fn case_of(&self, scope: ScopeId, of: Option<Uuid>) -> Option<CaseId> {
        match scope.kind {
            kind if kind.is_of_case() => Some(CaseId(scope.owner)),
            ScopeKind::Private | ScopeKind::Secret => of
                .or_else(|| self.scopes.get(&scope.into()).and_then(|fact| fact.of))
                .map(CaseId),
            _ => None,
        }
    }

    /// Whether the office has decided about what a scope is about.
    fn is_decided(&self, scope: ScopeId, of: Option<Uuid>, acl: u64) -> bool {
        match scope.kind {
            ScopeKind::Person | ScopeKind::PersonProtected => self.person_decided(PersonId(scope.owner), acl),
            ScopeKind::Household => self
                .households
                .get(&scope.owner)
                .is_some_and(|members| members.iter().any(|member| self.person_decided(*member, acl))),
            _ => self
                .case_of(scope, of)
                .is_some_and(|case| self.decided(case, acl)),
        }
    }

    /// Whether she opened the scope, or what it belongs to, and the office has not decided.
    #[must_use]
    pub fn is_opener(&self, staff: OperatorId, scope: ScopeRef, of: Option<Uuid>, acl: u64) -> bool {
        let opened = |kind: ScopeKind| self.opened(ScopeId::new(scope.owner, kind).into(), staff);
        let Some(known) = scope.known() else {
            return self.opened(scope, staff);
        };
        let opener = match known.kind {
            kind if kind.is_of_case() => opened(kind) || opened(ScopeKind::CaseCore),
            ScopeKind::PersonProtected => opened(known.kind) || opened(ScopeKind::Person),
            kind => opened(kind),
        };
        opener && !self.is_decided(known, of, acl)
    }

    /// How a member of the staff stood to what a scope is about.
    #[must_use]
    pub fn nearness(&self, staff: OperatorId, scope: ScopeRef, of: Option<Uuid>, acl: u64) -> Nearness {
        let opener = self.is_opener(staff, scope, of, acl);
        let standing = scope
            .known()
            .map_or(Standing::NONE, |scope| self.standing(staff, scope, of, acl));
        Nearness { standing, opener }
    }

    fn standing(&self, staff: OperatorId, scope: ScopeId, of: Option<Uuid>, acl: u64) -> Standing {
        let (actor, day) = (self.actor(staff, acl), self.day(acl));
        match scope.kind {
            ScopeKind::Desk => standing_at_desk(&actor),
            ScopeKind::Person => {
                let (person, cases) = self.about(PersonId(scope.owner), acl);
                standing_to_person(&actor, &cases, person, day)
            }
            ScopeKind::PersonProtected => {
                let (person, cases) = self.about(PersonId(scope.owner), acl);
                standing_to_protected(&actor, &cases, person, day)
            }
            ScopeKind::Household => {
                let members = self.households.get(&scope.owner).into_iter().flatten();
                members.fold(Standing::NONE, |standing, member| {
                    let (person, cases) = self.about(*member, acl);
                    standing | standing_to_person(&actor, &cases, person, day)
                })
            }
            _ => {
                let Some(case) = self.case_of(scope, of).and_then(|case| self.case(case, acl)) else {
                    return Standing::NONE;
                };
                let standing = standing_in_case(&actor, &case, day);
                let named = scope.kind == ScopeKind::Secret
                    && case
                        .secret_lists
                        .iter()
                        .any(|(list, names)| *list == scope.owner && names.contains(&staff));
                Subject::of(standing).naming_actor(named).standing
            }
        }
    }

    /// Whether a member of the staff might hold a scope then.
    #[must_use]
    pub fn holds(&self, staff: OperatorId, scope: ScopeRef, acl: u64) -> bool {
        let actor = self.actor(staff, acl);
        let Some(known) = scope.known() else {
            return self.opened(scope, staff) && !actor.roles.is_empty();
        };
        if known.kind == ScopeKind::Draft {
            return self.staff_of(OperatorId(known.owner)) == staff;
        }
        if actor.roles.is_empty() {
            return false;
        }
        if self.is_opener(staff, scope, None, acl) {
            return true;
        }
        let day = self.day(acl);
        match known.kind {
            ScopeKind::Org => known.owner == self.office,
            ScopeKind::Activities => {
                known.owner == self.office
                    && decide(&actor, Action::ActivityRead, &Subject::nobody()).is_allowed()
            }
            ScopeKind::Desk => known.owner == self.office && holds_desk(&actor),
            ScopeKind::Person | ScopeKind::PersonProtected => {
                let (person, cases) = self.about(PersonId(known.owner), acl);
                let wanted = ScopeId::new(person.uuid(), known.kind);
                scopes_for(&actor, self.office, &cases, &[person], day).contains(&wanted)
            }
            ScopeKind::Household => {
                let members = self.households.get(&known.owner).into_iter().flatten();
                members.into_iter().any(|member| {
                    let (person, cases) = self.about(*member, acl);
                    holds_household(&actor, &cases, &[person], day)
                })
            }
            ScopeKind::Foster | ScopeKind::Draft => false,
            ScopeKind::Private => self.holds_private(&actor, known, acl),
            _ => self
                .case_of(known, None)
                .and_then(|case| self.case(case, acl))
                .is_some_and(|case| scopes_of_case(&actor, &case, day).contains(&known)),
        }
    }

    /// A private scope's name is made of its author as her laptop calls her, so it is looked for under each of her names.
    fn holds_private(&self, actor: &Actor, scope: ScopeId, acl: u64) -> bool {
        let Some(case_id) = self.case_of(scope, None) else {
            return false;
        };
        let Some(mut facts) = self.case(case_id, acl) else {
            return false;
        };
        let mut names: BTreeSet<OperatorId> = self.identities.keys().copied().collect();
        names.extend(facts.private_authors.iter().copied());
        let author = names
            .into_iter()
            .find(|name| ScopeId::private(case_id.uuid(), name.uuid()) == scope)
            .map(|name| self.staff_of(name));
        let Some(author) = author else {
            return false;
        };
        facts.private_authors = vec![author];
        let held = scopes_of_case(actor, &facts, self.day(acl));
        held.contains(&ScopeId::private(case_id.uuid(), author.uuid()))
    }

    /// The subject of an action on a text of a scope.
    #[must_use]
    pub fn subject(&self, standing: Standing, scope: ScopeKind) -> Subject {
        Subject::of(standing).at(level_of(scope))
    }

    /// Whether a member of the staff may decide what becomes of a change that waits in a scope: who is responsible for
    /// the case, or who may assign in it; of a person, who may merge her.
    #[must_use]
    pub fn settles(&self, staff: OperatorId, scope: ScopeRef, of: Option<Uuid>, acl: u64) -> bool {
        let near = self.nearness(staff, scope, of, acl);
        let actor = self.actor(staff, acl);
        if actor.roles.is_empty() {
            return false;
        }
        let subject = Subject::of(near.standing);
        let action = match scope.known().map(|known| known.kind) {
            Some(ScopeKind::Person | ScopeKind::PersonProtected | ScopeKind::Household) => {
                Action::PersonMerge
            }
            Some(ScopeKind::Org | ScopeKind::Activities) => Action::StaffWrite,
            Some(ScopeKind::Desk) => Action::DeskDecide,
            _ => Action::CaseAssign,
        };
        near.standing.has(Standing::RESPONSIBLE) || decide(&actor, action, &subject).is_allowed()
    }

    /// Every number after `acl` with which something in this book changed, ascending.
    #[must_use]
    pub fn changes_after(&self, acl: u64) -> BTreeSet<u64> {
        let staff = self
            .staff
            .values()
            .flat_map(|history| history.0.iter().map(|(at, _)| *at));
        let cases = self
            .cases
            .values()
            .flat_map(|history| history.0.iter().map(|(at, _)| *at));
        let days = self.days.0.iter().map(|(at, _)| *at);
        staff.chain(cases).chain(days).filter(|at| *at > acl).collect()
    }
}
