//! The core's question, "may her author write this change here?", put to a [`Book`].
//!
//! Each operation asks for the action of the verb that writes it (`domain::rights::actions_of`). A batch may change
//! what rights hang on and then depend on it; then [`Asking::cut`] says before which change the batch must be cut, so
//! that a verdict never depends on how changes were batched.

mod authors;

use super::{
    asked::{Asked, level_of_text, of_new_case, written},
    book::Book,
    touched::person_of,
};
use cartella_domain::{
    diary::{DiaryEntry, EntryHeader},
    ids::{CaseId, ChangeId, OperatorId, PersonId, RecordId},
    people::PersonMerge,
    record::Record as _,
    registry,
    rights::{
        Action, Actor, Confidentiality, Standing, Subject, actions_of, decide, opening, standing_in_case,
        standing_in_service,
    },
    scope::{ScopeId, ScopeKind},
};
use cartella_sync::{
    change::Change,
    hub::{Right, Rights},
    ids::ScopeRef,
    op::Act,
};
use std::{
    cell::RefCell,
    collections::{BTreeMap, BTreeSet},
};

/// Records that a batch speaks of, as they are stored.
#[derive(Clone, Default)]
pub struct Stored {
    /// Numbers of their kinds.
    pub kinds: BTreeMap<(ScopeRef, RecordId), u16>,
    /// Whose they are: authors, and who is to see to it.
    pub authors: BTreeMap<(ScopeRef, RecordId), BTreeSet<OperatorId>>,
    /// Of what they speak: the entry of a classification.
    pub entries: BTreeMap<(ScopeRef, RecordId), RecordId>,
    /// The circumstances of entries that somebody confirms, and their authors.
    pub headers: BTreeMap<(ScopeRef, RecordId), (EntryHeader, OperatorId)>,
}

/// The rules, for the changes of one device.
pub struct Asking<'a> {
    book: &'a Book,
    /// The operator as the laptop calls her.
    author: OperatorId,
    staff: OperatorId,
    own_office: uuid::Uuid,
    stored: &'a Stored,
    batch: RefCell<Batch>,
}

/// What the changes before this one did.
#[derive(Default)]
struct Batch {
    asked: Vec<ChangeId>,
    opened: BTreeSet<ScopeRef>,
    kinds: BTreeMap<(ScopeRef, RecordId), u16>,
    signed: BTreeSet<RecordId>,
    dirty: bool,
    cut: Option<ChangeId>,
}

impl<'a> Asking<'a> {
    /// The rules for `author`, whose archive was `own_office` before it joined.
    #[must_use]
    pub fn new(book: &'a Book, author: OperatorId, own_office: uuid::Uuid, stored: &'a Stored) -> Self {
        Self {
            staff: book.staff_of(author),
            book,
            author,
            own_office,
            stored,
            batch: RefCell::default(),
        }
    }

    /// Before which change the batch must be cut and rights be read anew.
    #[must_use]
    pub fn cut(&self) -> Option<ChangeId> {
        self.batch.borrow().cut
    }

    fn opened_here(&self, scope: ScopeId) -> bool {
        let batch = self.batch.borrow();
        let opened = |kind: ScopeKind| batch.opened.contains(&ScopeId::new(scope.owner, kind).into());
        match scope.kind {
            kind if kind.is_of_case() => opened(kind) || opened(ScopeKind::CaseCore),
            ScopeKind::PersonProtected => opened(scope.kind) || opened(ScopeKind::Person),
            kind => opened(kind),
        }
    }

    /// Whether the answer cannot hang on anything that this batch changed.
    fn covered(&self, asked: &Asked<'_>) -> bool {
        let Some(known) = asked.scope.known() else {
            return true;
        };
        let opener =
            self.opened_here(known) || self.book.is_opener(self.staff, asked.scope, asked.of, asked.acl);
        let free = match known.kind {
            ScopeKind::Draft => true,
            ScopeKind::Person => !self.book.scopes.contains_key(&asked.scope),
            ScopeKind::Private => asked
                .of
                .is_some_and(|case| self.opened_here(ScopeId::new(case, ScopeKind::CaseCore))),
            ScopeKind::Org | ScopeKind::Activities | ScopeKind::Desk => known.owner == self.own_office,
            _ => false,
        };
        (opener || free)
            && self
                .named(asked)
                .iter()
                .all(|(person, _)| self.is_hers(*person, asked.acl))
    }

    fn is_hers(&self, person: PersonId, acl: u64) -> bool {
        let scope = ScopeId::new(person.uuid(), ScopeKind::Person);
        self.opened_here(scope) || self.book.is_opener(self.staff, scope.into(), None, acl)
    }

    fn may(&self, asked: &Asked<'_>) -> bool {
        let Some(known) = asked.scope.known() else {
            return self.unknown_scope(asked);
        };
        if known.kind == ScopeKind::Draft {
            return self.book.staff_of(OperatorId(known.owner)) == self.staff;
        }
        let of_own_office = matches!(
            known.kind,
            ScopeKind::Org | ScopeKind::Activities | ScopeKind::Desk
        ) && known.owner == self.own_office
            && known.owner != self.book.office;
        if of_own_office {
            return true;
        }
        let actor = self.book.actor(self.staff, asked.acl);
        if actor.roles.is_empty()
            || !self.names_allowed(asked, &actor)
            || !self.signs_as_herself(asked)
            || !self.confirms_as_named(asked)
        {
            return false;
        }
        if self.opened_here(known) || self.book.is_opener(self.staff, asked.scope, asked.of, asked.acl) {
            return true;
        }
        if self.book.scopes.contains_key(&asked.scope) {
            return self.book.holds(self.staff, asked.scope, asked.acl)
                && self.each_allowed(asked, known, &actor);
        }
        self.may_open(asked, known, &actor)
    }

    /// A kind of scope of a newer program: who opens it holds it.
    fn unknown_scope(&self, asked: &Asked<'_>) -> bool {
        let works = !self.book.actor(self.staff, asked.acl).roles.is_empty();
        let opener = self.batch.borrow().opened.contains(&asked.scope)
            || self.book.is_opener(self.staff, asked.scope, None, asked.acl);
        works && (opener || !self.book.scopes.contains_key(&asked.scope))
    }

    fn may_open(&self, asked: &Asked<'_>, scope: ScopeId, actor: &Actor) -> bool {
        let Some(action) = opening(scope.kind) else {
            return false;
        };
        let allowed =
            |standing: Standing, level| decide(actor, action, &Subject::of(standing).at(level)).is_allowed();
        let day = self.book.day(asked.acl);
        match scope.kind {
            ScopeKind::Person => allowed(Standing::NONE, Confidentiality::Service),
            ScopeKind::CaseCore => {
                let (service, comuni) = of_new_case(asked.change);
                service.is_some_and(|service| {
                    allowed(
                        standing_in_service(actor, service, &comuni),
                        Confidentiality::Service,
                    )
                })
            }
            ScopeKind::Household => self.named(asked).iter().any(|(person, _)| {
                let scope: ScopeRef = ScopeId::new(person.uuid(), ScopeKind::Person).into();
                let near = self.book.nearness(self.staff, scope, None, asked.acl);
                self.is_hers(*person, asked.acl) || allowed(near.standing, Confidentiality::Service)
            }),
            ScopeKind::Private => {
                let case = asked.of.map(CaseId);
                let hers =
                    case.is_some_and(|case| ScopeId::private(case.uuid(), self.author.uuid()) == scope);
                let opened =
                    case.is_some_and(|case| self.opened_here(ScopeId::new(case.uuid(), ScopeKind::CaseCore)));
                let standing = case
                    .and_then(|case| self.book.case(case, asked.acl))
                    .map(|case| standing_in_case(actor, &case, day));
                hers && (opened
                    || self.opens_case(case, asked.acl)
                    || standing.is_some_and(|standing| allowed(standing, Confidentiality::Private)))
            }
            ScopeKind::Secret => {
                let case = asked.of.map(CaseId);
                let standing = case
                    .and_then(|case| self.book.case(case, asked.acl))
                    .map(|case| standing_in_case(actor, &case, day));
                let hers =
                    case.is_some_and(|case| self.opened_here(ScopeId::new(case.uuid(), ScopeKind::CaseCore)));
                hers || self.opens_case(case, asked.acl)
                    || standing.is_some_and(|standing| allowed(standing, Confidentiality::Secret))
            }
            _ => {
                self.book.holds(self.staff, asked.scope, asked.acl) && self.each_allowed(asked, scope, actor)
            }
        }
    }

    fn opens_case(&self, case: Option<CaseId>, acl: u64) -> bool {
        case.is_some_and(|case| {
            let core = ScopeId::new(case.uuid(), ScopeKind::CaseCore);
            self.book.is_opener(self.staff, core.into(), None, acl)
        })
    }

    /// Whether every operation is one that she may do.
    fn each_allowed(&self, asked: &Asked<'_>, scope: ScopeId, actor: &Actor) -> bool {
        let standing = self
            .book
            .nearness(self.staff, asked.scope, asked.of, asked.acl)
            .standing;
        asked.change.ops().iter().all(|op| {
            let Some((record, written)) = written(asked, op) else {
                return true;
            };
            let kind = self.kind_of(asked, record);
            let subject = Subject::of(standing)
                .at(level_of_text(op, scope.kind))
                .written_by_actor(self.is_author(asked, op, record));
            actions_of(kind.and_then(registry::kind), scope.kind, written)
                .iter()
                .any(|action| decide(actor, *action, &subject).is_allowed())
        })
    }

    fn kind_of(&self, asked: &Asked<'_>, record: Option<RecordId>) -> Option<u16> {
        let record = record?;
        let place = (asked.scope, record);
        let stored = self.stored.kinds.get(&place).copied();
        // Who began a record first said its kind.
        stored
            .or_else(|| self.batch.borrow().kinds.get(&place).copied())
            .or_else(|| asked.begun.get(&record).copied())
    }

    /// The people whom a change names where naming gives access, and what she must be able to do about them.
    fn named(&self, asked: &Asked<'_>) -> Vec<(PersonId, Action)> {
        let mut named = Vec::new();
        for op in asked.change.ops() {
            let (record, field, value) = match &op.act {
                Act::Set {
                    record, field, value, ..
                } => (*record, *field, value),
                Act::Add { record, field, item } => (*record, *field, item),
                _ => continue,
            };
            let begun = asked.begun.contains_key(&record);
            let about = match (self.kind_of(asked, Some(record)), field) {
                // Whose case, and who is involved; whose hidden contacts it works with, as the verbs ask.
                (Some(20), 1 | 5) => (person_of(value), Action::PersonList),
                (Some(20), 6) if begun => (person_of(value), Action::PersonList),
                (Some(20), 6) => (person_of(value), Action::PersonReadProtected),
                (Some(6), 3) => (value.get("person").and_then(person_of), Action::PersonList),
                (Some(n), 1 | 2) if n == PersonMerge::KIND.number => (person_of(value), Action::PersonMerge),
                _ => continue,
            };
            named.extend(about.0.map(|person| (person, about.1)));
        }
        named
    }

    fn names_allowed(&self, asked: &Asked<'_>, actor: &Actor) -> bool {
        self.named(asked).into_iter().all(|(person, action)| {
            let card: ScopeRef = ScopeId::new(person.uuid(), ScopeKind::Person).into();
            if self.is_hers(person, asked.acl) || !self.book.scopes.contains_key(&card) {
                return true;
            }
            let kind = if action == Action::PersonReadProtected {
                ScopeKind::PersonProtected
            } else {
                ScopeKind::Person
            };
            let scope: ScopeRef = ScopeId::new(person.uuid(), kind).into();
            let standing = self.book.nearness(self.staff, scope, None, asked.acl).standing;
            decide(actor, action, &Subject::of(standing)).is_allowed()
        })
    }

    /// Remembers what an allowed change did, for those after it.
    fn note(&self, asked: &Asked<'_>) {
        let mut batch = self.batch.borrow_mut();
        for op in asked.change.ops() {
            match &op.act {
                Act::OpenScope { .. } if !self.book.scopes.contains_key(&asked.scope) => {
                    batch.opened.insert(asked.scope);
                    batch.dirty = true;
                }
                Act::Sign { entry, content } if content.kind == DiaryEntry::KIND.number => {
                    batch.signed.insert(*entry);
                }
                _ => {}
            }
        }
        let begun: Vec<_> = asked
            .begun
            .iter()
            .map(|(record, kind)| ((asked.scope, *record), *kind))
            .collect();
        for (place, kind) in begun {
            batch.kinds.entry(place).or_insert(kind);
        }
        let touches = asked
            .change
            .ops()
            .iter()
            .filter_map(|op| op.effect().record)
            .any(|record| {
                let place = (asked.scope, record);
                let kind = self.stored.kinds.get(&place).or_else(|| batch.kinds.get(&place));
                matches!(kind, Some(1 | 6 | 9 | 20 | 22))
            });
        let secret = asked.scope.kind == ScopeKind::Secret.number();
        batch.dirty |= touches || secret;
    }
}

impl Rights for Asking<'_> {
    fn may_write(&self, change: &Change) -> Right {
        let now = Asked::new(change, self.book.acl);
        {
            let covered = self.covered(&now);
            let mut batch = self.batch.borrow_mut();
            batch.asked.push(change.id());
            if batch.dirty && !covered && batch.cut.is_none() {
                batch.cut = Some(change.id());
            }
        }
        if self.may(&now) {
            self.note(&now);
            return Right::Now;
        }
        let seen = change.header().acl_seen.min(self.book.acl);
        if !self.may(&Asked::new(change, seen)) {
            return Right::Never;
        }
        self.book
            .changes_after(seen)
            .into_iter()
            .find(|acl| !self.may(&Asked::new(change, *acl)))
            .map_or(Right::Never, Right::LostAt)
    }
}

/// The office's own device: it may.
pub struct Office;

impl Rights for Office {
    fn may_write(&self, _: &Change) -> Right {
        Right::Now
    }
}
