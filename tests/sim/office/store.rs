//! Store: what the product decided, written down.

use super::{Delta, MemOffice, Open, Quarantined, Row, Waits};
use crate::fault::Fault;
use cartella_sync::{
    hub::{HelloDelta, Hold, HoldRow, Opened, PushDelta, RecordDelta, ScopeRow},
    ids::DeviceId,
};
use std::collections::BTreeSet;

impl MemOffice {
    /// A scope came to be; its author holds it until the office decides.
    fn open_scope(&mut self, opened: &Opened) {
        self.scopes.insert(
            opened.scope,
            (
                ScopeRow {
                    scope: opened.scope,
                    head: 0,
                    digest: Default::default(),
                },
                Vec::new(),
            ),
        );
        self.opened.push((opened.scope, opened.author));
        if self.fault == Fault::OpenerHoldsNothing {
            self.grants.opened.insert(opened.scope);
            return;
        }
        self.grants.open(opened.author, opened.scope);
        let acl = self.grants.acl;
        for device in self
            .devices
            .values_mut()
            .filter(|device| device.row.operator == opened.author)
        {
            let row = HoldRow {
                scope: opened.scope,
                hold: Hold::Enter,
                acl,
                left: None,
            };
            let row = device.holds.entry(opened.scope).or_insert(row);
            if !row.hold.is_granted() {
                row.hold = Hold::Enter;
                row.acl = acl;
            }
        }
    }

    pub(super) fn store_record(&mut self, delta: RecordDelta) {
        for opened in delta.opened {
            self.open_scope(&opened);
        }
        for row in delta.accepted {
            let scope = row.change.header().scope;
            self.scopes.get_mut(&scope).unwrap().1.push(row.change.id());
            let stored = Row {
                header_hash: row.change.header_hash(),
                change: row.change,
                place: row.place,
                stands: row.stands,
            };
            self.changes.insert(stored.change.id(), stored);
        }
        for (scope, row) in delta.scopes {
            self.scopes.get_mut(&scope).unwrap().0 = row;
        }
        for (key, write) in delta.born {
            self.registers.entry(key).or_default().live.insert(write);
        }
        for (key, write) in delta.unseen {
            self.registers.entry(key).or_default().unseen.insert(write);
        }
        if self.fault == Fault::MergeIgnoresReplaces {
            return;
        }
        for (key, write) in delta.died {
            self.registers.get_mut(&key).unwrap().live.remove(&write);
        }
        for (id, bits) in delta.dead {
            self.changes.get_mut(&id).unwrap().place.dead |= bits;
        }
    }

    pub(super) fn store_push(&mut self, delta: PushDelta) {
        let device = self.devices.get_mut(&delta.device).unwrap();
        device.row.chain = delta.chain;
        for link in delta.links {
            device.chain.truncate(link.dev_seq as usize - 1);
            device.chain.push((link.header_hash, link.change));
        }
        for row in delta.quarantined {
            if self.fault == Fault::QuarantineDropped {
                continue;
            }
            self.refused.entry(row.change).or_insert(row.header_hash);
            self.quarantine.insert(
                row.header_hash,
                Quarantined {
                    change: row.change,
                    bytes: row.bytes,
                    code: row.code,
                    waits: Waits::Open,
                },
            );
        }
        self.store_record(delta.record);
    }

    pub(super) fn turn_holds(&mut self, delta: &HelloDelta) {
        let device = self.devices.get_mut(&delta.device).unwrap();
        for turn in &delta.holds {
            let scope = turn.after.scope;
            if device.holds.get(&scope) == turn.before.as_ref() {
                device.holds.insert(scope, turn.after);
            }
        }
    }

    pub(super) fn store_holds(&mut self, device: DeviceId, rows: Vec<HoldRow>) {
        let device = self.devices.get_mut(&device).unwrap();
        for row in rows {
            device.holds.insert(row.scope, row);
        }
    }

    /// The devices whose rows a transaction writes: its own, and with a new scope all of its author's.
    pub(super) fn writes_to(&self, device: DeviceId, delta: &Delta) -> BTreeSet<DeviceId> {
        match delta {
            Delta::Nothing | Delta::Hello(_) => BTreeSet::new(),
            Delta::Holds(..) => BTreeSet::from([device]),
            Delta::Push(push) if push.record.opened.is_empty() => BTreeSet::from([device]),
            Delta::Push(_) => {
                let operator = self.devices[&device].row.operator;
                let mine = self
                    .devices
                    .iter()
                    .filter(|(_, other)| other.row.operator == operator);
                mine.map(|(id, _)| *id).collect()
            }
        }
    }

    pub(super) fn unlock(&mut self, open: &Open) {
        for device in &open.devices {
            self.locked_devices.remove(device);
        }
        for scope in &open.scopes {
            self.locked_scopes.remove(scope);
        }
    }
}
