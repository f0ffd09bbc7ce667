//! The rules of a run: who may write where, with the whole history of it.

use crate::fault::Fault;
use cartella_domain::ids::OperatorId;
use cartella_sync::{
    change::Change,
    hub::{Right, Rights},
    ids::ScopeRef,
};
use std::collections::{BTreeMap, BTreeSet};

/// Grants as stretches of the changes of rights: from, and to which number if it was taken away.
#[derive(Clone, Default)]
pub struct Grants {
    pub acl: u64,
    pub held: BTreeMap<(OperatorId, ScopeRef), Vec<(u64, Option<u64>)>>,
    /// Scopes that anybody may open.
    pub free: BTreeSet<ScopeRef>,
    pub opened: BTreeSet<ScopeRef>,
    pub fault: Fault,
}

impl Grants {
    pub fn now(&self, operator: OperatorId, scope: ScopeRef) -> bool {
        let last = self
            .held
            .get(&(operator, scope))
            .and_then(|stretches| stretches.last());
        last.is_some_and(|(_, to)| to.is_none())
    }

    pub fn scopes_of(&self, operator: OperatorId) -> BTreeSet<ScopeRef> {
        let mine = self.held.keys().filter(|(who, _)| *who == operator);
        mine.map(|(_, scope)| *scope)
            .filter(|scope| self.now(operator, *scope))
            .collect()
    }

    /// The right is given or taken, with the next number.
    pub fn turn(&mut self, operator: OperatorId, scope: ScopeRef) {
        self.acl += 1;
        let acl = self.acl;
        let stretches = self.held.entry((operator, scope)).or_default();
        match stretches.last_mut() {
            Some((_, to @ None)) => *to = Some(acl),
            _ => stretches.push((acl, None)),
        }
    }

    /// Who opened a scope holds it, as if she always had, until the office decides.
    pub fn open(&mut self, operator: OperatorId, scope: ScopeRef) {
        self.opened.insert(scope);
        if !self.now(operator, scope) {
            self.held.entry((operator, scope)).or_default().push((0, None));
        }
    }

    pub fn of(&self, operator: OperatorId, scope: ScopeRef, acl_seen: u64) -> Right {
        if self.now(operator, scope) || (!self.opened.contains(&scope) && self.free.contains(&scope)) {
            return Right::Now;
        }
        let stretches = self.held.get(&(operator, scope)).map_or(&[][..], Vec::as_slice);
        let lost = stretches
            .iter()
            .find_map(|(from, to)| to.filter(|to| *from <= acl_seen && acl_seen < *to));
        lost.map_or(Right::Never, Right::LostAt)
    }
}

impl Rights for Grants {
    fn may_write(&self, change: &Change) -> Right {
        let header = change.header();
        match (
            self.fault,
            self.of(header.author_id, header.scope, header.acl_seen),
        ) {
            (Fault::RightsOfAnother, _)
                if self
                    .held
                    .keys()
                    .any(|(who, s)| *s == header.scope && self.now(*who, *s)) =>
            {
                Right::Now
            }
            (Fault::LateRuleOff, Right::LostAt(_)) => Right::Never,
            (Fault::LateEditsPass, Right::LostAt(_)) => Right::Now,
            (_, right) => right,
        }
    }
}
