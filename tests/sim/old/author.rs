//! How an operator writes: what she has before her, what she names, and what she knew.

use crate::{
    device::Device,
    schedule::{Bug, Rng},
};
use cartella_domain::{
    ids::{ChangeId, OperatorId, RecordId},
    time::Instant,
};
use cartella_sync::{
    chain::{Heading, seal},
    change::Change,
    derive::{LiveWrite, Rank},
    edit,
    ids::{Hlc, ScopeRef, WriteId},
    op::{Act, Effect, Op, Signed},
    registers::{RegisterKey, reach, with_pending},
};
use serde_json::json;
use std::{
    collections::{BTreeMap, BTreeSet},
    rc::Rc,
};
use uuid::Uuid;

/// What an author knew of a register when she wrote to it: the truth that clashes are judged by.
pub struct Knowledge {
    /// Accepted writes that she held and own ones without a verdict, dead or alive.
    pub had: BTreeSet<WriteId>,
    /// Own ones that had been refused.
    pub refused: BTreeSet<WriteId>,
}

impl Knowledge {
    pub fn of(&self, write: WriteId) -> bool {
        self.had.contains(&write) || self.refused.contains(&write)
    }
}

pub type Knew = BTreeMap<WriteId, Knowledge>;

impl Device {
    /// Operations of own pending changes on a register.
    fn pending_on(&self, key: RegisterKey) -> impl Iterator<Item = (WriteId, Effect<'_>)> {
        let ops = self.pending().flat_map(|change| {
            let scope = change.header().scope;
            change
                .writes()
                .map(move |(write, op)| (scope, write, op.effect()))
        });
        ops.filter(move |(scope, _, effect)| RegisterKey::of(*scope, effect) == Some(key))
            .map(|(_, w, e)| (w, e))
    }

    fn view(&self, key: RegisterKey) -> BTreeSet<WriteId> {
        let remembers = |write| self.registers.remembers(&key, write);
        with_pending(&self.registers.live(&key), self.pending_on(key), remembers)
    }

    fn act(&self, write: WriteId) -> Option<&Act> {
        let own = || {
            self.own
                .iter()
                .map(|(change, _)| change)
                .find(|change| change.id() == write.change)
        };
        let change = self.log.get(&write.change).map(|one| &one.change).or_else(own)?;
        change.ops().get(usize::from(write.op)).map(|op| &op.act)
    }

    fn shown(&self, scope: ScopeRef, record: RecordId) -> Vec<LiveWrite> {
        let writes = (0..=4).flat_map(|field| self.view(RegisterKey { scope, record, field }));
        let live = |write: WriteId| {
            Some(LiveWrite {
                rank: Rank {
                    pending: None,
                    scope_seq: None,
                    eff_hlc: Hlc(0),
                    device: self.key.0,
                    write,
                },
                act: self.act(write)?.clone(),
            })
        };
        writes.filter_map(live).collect()
    }

    fn known_on(&self, key: RegisterKey) -> Knowledge {
        let on = |change: &Rc<Change>| -> Vec<WriteId> {
            let scope = change.header().scope;
            let writes = change
                .writes()
                .filter(|(_, op)| RegisterKey::of(scope, &op.effect()) == Some(key));
            writes.map(|(write, _)| write).collect()
        };
        let refused = self.own.iter().filter(|(_, verdict)| *verdict == Some(false));
        Knowledge {
            had: self
                .log
                .values()
                .map(|one| &one.change)
                .chain(self.pending())
                .flat_map(on)
                .collect(),
            refused: refused.flat_map(|(change, _)| on(change)).collect(),
        }
    }

    /// One user action: 1 to 3 operations in one scope.
    pub fn write(&mut self, (id, now): (ChangeId, Instant), scope: ScopeRef, rng: &mut Rng, knew: &mut Knew) {
        let mut ops: Vec<Op> = Vec::new();
        if !self.held.contains_key(&scope) && self.local.insert(scope) {
            ops.push(Act::OpenScope { of: None }.into());
        }
        let mut touched = BTreeSet::new();
        for _ in 0..=rng.below(3) {
            let record = RecordId(Uuid::from_u128(
                scope.owner.as_u128() * 10 + u128::from(rng.below(2)),
            ));
            let Some(act) = self.act_on(scope, record, rng) else {
                continue;
            };
            // What one action writes twice is one write here; the laws of the merge try the rest.
            let register = act.effect().register;
            if register.is_none_or(|register| touched.insert(register)) {
                ops.push(act.into());
            }
        }
        if ops.is_empty() {
            return;
        }
        let heading = self.heading(id, now, scope);
        let (change, tip) = seal(&self.tip, &heading, &ops, [1; 16], &self.key).unwrap();
        for (write, op) in change.writes() {
            if let Some(key) = RegisterKey::of(scope, &op.effect()) {
                knew.insert(write, self.known_on(key));
            }
        }
        self.tip = tip;
        self.own.push((Rc::new(change), None));
    }

    fn act_on(&self, scope: ScopeRef, record: RecordId, rng: &mut Rng) -> Option<Act> {
        let named: BTreeMap<WriteId, Vec<WriteId>> = self
            .pending()
            .flat_map(|change| {
                change
                    .writes()
                    .map(|(write, op)| (write, op.effect().replaces.to_vec()))
            })
            .collect();
        let pending = |write| {
            if self.bug == Bug::NoReach {
                None
            } else {
                named.get(&write).map(Vec::as_slice)
            }
        };
        let shown = self.shown(scope, record);
        let field = 1 + rng.below(3) as u16;
        let on = |field: u16| {
            shown
                .iter()
                .filter(move |w| w.field() == Some(field))
                .map(LiveWrite::id)
        };
        Some(match rng.below(20) {
            0..=9 => Act::Set {
                record,
                field,
                value: json!(rng.below(1 << 20)),
                replaces: reach(on(field), pending),
            },
            10..=12 => Act::Add {
                record,
                field: 4,
                item: json!(rng.below(3)),
            },
            13..=14 => {
                let adds: Vec<_> = on(4).collect();
                let one = adds.get(rng.below(adds.len() as u64) as usize)?;
                Act::Remove {
                    record,
                    field: 4,
                    adds: vec![*one],
                }
            }
            15 => edit::delete(record, "doppio".into(), &shown, pending),
            16 => Act::Restore {
                record,
                reason: "no".into(),
                replaces: reach(on(0), pending),
            },
            17 => Act::Unknown {
                code: 900,
                record: Some(record),
                field: Some(field),
                replaces: reach(on(field), pending),
                value: Some(vec![0x18, 0x63]),
            },
            _ => self.sign(rng),
        })
    }

    fn sign(&self, rng: &mut Rng) -> Act {
        let content = Signed::new(30, self.author(), "2026".into(), json!({}), Vec::new(), None);
        Act::Sign {
            entry: RecordId(Uuid::from_u128(u128::from(rng.next()))),
            content: Box::new(content.unwrap()),
        }
    }

    fn author(&self) -> OperatorId {
        OperatorId(Uuid::from_u128(u128::from(self.key.0.0[0])))
    }

    fn heading(&mut self, id: ChangeId, now: Instant, scope: ScopeRef) -> Heading {
        let reading = self.clock.tick(now.plus_millis(self.skew), now.0);
        Heading {
            change_id: id,
            hlc: reading.hlc,
            clock_offset_ms: reading.offset_ms,
            clock_flags: reading.flags,
            author_id: self.author(),
            scope,
            acl_seen: 0,
            scope_seq_seen: 0,
            schema_ver: 1,
            group_id: None,
        }
    }
}
